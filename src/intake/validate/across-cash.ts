/**
 * Cash across documents: what a person declared against what officers found or counted, and against the journey.
 */
import type { Identifier, Money } from '../../../contract/records/common.ts';
import type { CashDeclaration } from '../../../contract/records/money-reports.ts';
import type { PassengerList } from '../../../contract/records/travel.ts';
import { daysBetween } from '../../values/calendar.ts';
import { formatMoney } from '../../values/money.ts';
import { personKey, personTokens, tokenOverlap } from '../../values/name-key.ts';
import { COUNTED, declaredTotal } from './cash-declaration.ts';
import { travelDocumentSchemes } from './document-types.ts';
import type { FindingSheet } from './finding-sheet.ts';
import { normaliseTravelDocument } from './key-values.ts';
import { isWithin } from './totals.ts';

type Other = { readonly id: string; readonly record: CashDeclaration };

const documentsOf = (identifiers: readonly Identifier[] | undefined): string[] =>
	(identifiers ?? [])
		.filter((identifier) => travelDocumentSchemes.has(identifier.scheme))
		.map((identifier) => normaliseTravelDocument(identifier.value))
		.filter((number) => number !== undefined);

/** What officers saw: counted, or found; undefined where they only took the declaration. */
const seenOf = (record: CashDeclaration): Money | undefined =>
	record.counted ?? (record.basis === 'found' ? declaredTotal(record) : undefined);

/** What the traveller said; nothing where officers found it undeclared. */
const saidOf = (record: CashDeclaration): Money | undefined =>
	record.basis === 'found' ? undefined : declaredTotal(record);

const nameOf = (record: CashDeclaration): string => record.carrier.person.name.full;

/** Days within which two declarations of one person are one pattern. */
const PATTERN_DAYS = 7;

export function crossCashDeclarations(
	sheet: FindingSheet,
	record: CashDeclaration,
	others: readonly Other[],
): void {
	const key = personKey(nameOf(record), record.carrier.person.bornOn);
	const documents = documentsOf(record.carrier.identifiers);
	for (const { id, record: other } of others) {
		const samePerson = key !== undefined && key === personKey(nameOf(other), other.carrier.person.bornOn);
		const shared = documentsOf(other.carrier.identifiers).find((number) => documents.includes(number));
		if (!samePerson && shared !== undefined && isSomebodyElse(record, other)) {
			sheet.report(
				'cross.document-of-two',
				'carrier.identifiers',
				`The document ${shared} is carried by ${nameOf(record)} here and by ${nameOf(other)} in the cash declaration ${other.reference}.`,
				nameOf(record),
				nameOf(other),
				id,
			);
			continue;
		}
		if (!samePerson && shared === undefined) continue;
		const days = Math.abs(daysBetween(record.declaredAt, other.declaredAt));
		if (days === 0 && record.direction === other.direction) crossSeen(sheet, record, other, id);
		else if (days <= PATTERN_DAYS)
			sheet.report(
				'cross.cash-again',
				'declaredAt',
				`${nameOf(record)} declared cash on ${record.declaredAt.slice(0, 10)} and on ${other.declaredAt.slice(0, 10)} (${other.reference}).`,
				record.declaredAt,
				other.declaredAt,
				id,
			);
	}
}

/** One document under two names or two dates of birth. */
function isSomebodyElse(a: CashDeclaration, b: CashDeclaration): boolean {
	const [born, otherBorn] = [a.carrier.person.bornOn, b.carrier.person.bornOn];
	if (born !== undefined && otherBorn !== undefined && born !== otherBorn) return true;
	return tokenOverlap(personTokens(nameOf(a)), personTokens(nameOf(b))) < 0.5;
}

/** Same person, same day, same direction: what was said against what was seen, in either order. */
function crossSeen(sheet: FindingSheet, record: CashDeclaration, other: CashDeclaration, id: string): void {
	const pairs = [
		[saidOf(record), seenOf(other)],
		[saidOf(other), seenOf(record)],
	] as const;
	for (const [said, seen] of pairs) {
		if (said === undefined || seen === undefined || said.currency !== seen.currency) continue;
		if (isWithin(Number(said.amount), Number(seen.amount), COUNTED)) return;
		sheet.report(
			'cross.cash',
			'instruments',
			`${nameOf(record)} declared ${formatMoney(said)}; officers saw ${formatMoney(seen)} on the same day (${other.reference}).`,
			said.amount,
			seen.amount,
			id,
		);
		return;
	}
}

/** The carrier of the cash must be on the list of the flight that the cash declaration names. */
export function crossCashWithList(
	sheet: FindingSheet,
	cash: CashDeclaration,
	list: PassengerList,
	id: string,
	place: string,
): void {
	if (list.travellers.length === 0 || list.function === 'amendment' || list.listType !== 'passengers') return;
	const documents = documentsOf(cash.carrier.identifiers);
	const tokens = personTokens(nameOf(cash));
	const found = list.travellers.some(
		({ person, documents: theirs }) =>
			documentsOf(theirs).some((number) => documents.includes(number)) ||
			tokenOverlap(tokens, personTokens(person.name.full)) >= 0.99,
	);
	if (!found)
		sheet.report(
			'cross.cash-journey',
			place,
			`${nameOf(cash)} declared cash (${cash.reference}) for a journey on whose passenger list ${list.reference} nobody of this name is.`,
			nameOf(cash),
			list.reference,
			id,
		);
}
