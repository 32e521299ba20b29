/**
 * Checks of parties, persons and the documents that they carry. In: blocks of a record, with the day on which they acted or
 * travelled. Out: findings on the sheet. Age and dates are judged for consistency only, never as a sign of risk.
 */
import type { DocumentReference, Identifier, Party, Person } from '../../../contract/records/common.ts';
import { daysBetween, isDate } from '../../values/calendar.ts';
import { toAlpha2 } from '../../values/country.ts';
import { mrzCheckDigit, parseMrz } from '../../values/mrz.ts';
import { isPlaceholder, isPlaceholderName } from '../../values/placeholder.ts';
import { checkBic, checkCountry, checkIban, checkLei, checkPlaceholder } from './check-codes.ts';
import { checkPast, checkReal } from './check-dates.ts';
import { type FindingSheet, quote } from './finding-sheet.ts';

const OLDEST_YEARS = 120;
const DAYS_IN_YEAR = 365.25;

/** "TO ORDER", "TO THE ORDER OF BANK …": a consignee who is settled by endorsement. */
const isToOrder = (name: string): boolean => /^(to (the )?order|order)\b/i.test(name);

/**
 * @param on day of the journey or the event, `YYYY-MM-DD` or longer; the day of receipt where the document has none.
 */
export function checkPerson(sheet: FindingSheet, person: Person, base: string, on?: string): void {
	const day = (on ?? sheet.context.receivedOn).slice(0, 10);
	if (isPlaceholderName(person.name.full))
		sheet.report(
			'value.placeholder',
			`${base}name.full`,
			`The name ${quote(person.name.full)} is a placeholder and says nothing.`,
			person.name.full,
		);
	const born = person.bornOn;
	if (born !== undefined && checkReal(sheet, born, base, 'bornOn')) {
		if (born > day && daysBetween(day, born) > 1)
			sheet.report(
				'person.born-in-future',
				`${base}bornOn`,
				`The person is born on ${born}, after ${day}.`,
				born,
				day,
			);
		else if (daysBetween(born, day) > OLDEST_YEARS * DAYS_IN_YEAR)
			sheet.report(
				'person.too-old',
				`${base}bornOn`,
				`Born on ${born}, the person would be more than ${OLDEST_YEARS} years old on ${day}.`,
				born,
				day,
			);
	}
	if (person.diedOn !== undefined && checkReal(sheet, person.diedOn, base, 'diedOn') && person.diedOn < day)
		sheet.report(
			'person.dead',
			`${base}diedOn`,
			`The person died on ${person.diedOn}, before ${day}.`,
			person.diedOn,
			day,
		);
	if (person.nationalities !== undefined)
		for (let at = 0; at < person.nationalities.length; at += 1)
			checkCountry(sheet, person.nationalities[at], base, `nationalities[${at}]`);
	checkCountry(sheet, person.birthCountry, base, 'birthCountry');
	checkCountry(sheet, person.residence, base, 'residence');
}

/** Numbers of any scheme that can be verified. */
export function checkIdentifier(sheet: FindingSheet, identifier: Identifier, base: string): void {
	switch (identifier.scheme.toLowerCase()) {
		case 'lei':
			checkLei(sheet, identifier.value, base, 'value');
			break;
		case 'iban':
			checkIban(sheet, identifier.value, base, 'value');
			break;
		case 'swift':
		case 'bic':
			checkBic(sheet, identifier.value, base, 'value');
			break;
		case 'eori':
			checkEori(sheet, identifier.value, base);
			break;
		default:
			// A reader puts "-" where the document names a kind of number and no number.
			if (identifier.value !== '-') checkPlaceholder(sheet, identifier.value, base, 'value');
	}
	checkCountry(sheet, identifier.issuer, base, 'issuer');
}

function checkEori(sheet: FindingSheet, value: string, base: string): void {
	const eori = value.replace(/\s/g, '').toUpperCase();
	if (isPlaceholder(eori)) checkPlaceholder(sheet, value, base, 'value');
	else if (!/^[A-Z]{2}[A-Z0-9]{1,15}$/.test(eori) || toAlpha2(eori.slice(0, 2)) === undefined)
		sheet.report(
			'party.eori-format',
			`${base}value`,
			`${quote(value)} is not a country code and up to fifteen letters and digits.`,
			value,
		);
}

export function checkParty(sheet: FindingSheet, party: Party, base: string): void {
	const { name } = party;
	if (name !== undefined) {
		if (isPlaceholderName(name))
			sheet.report(
				'value.placeholder',
				`${base}name`,
				`The name ${quote(name)} is a placeholder and says nothing.`,
				name,
			);
		else if (party.role === 'consignee' && isToOrder(name))
			sheet.report(
				'party.to-order',
				`${base}name`,
				`The consignee is ${quote(name)}: whoever holds the bill of lading.`,
				name,
			);
	}
	if (party.identifiers !== undefined)
		for (let at = 0; at < party.identifiers.length; at += 1) {
			const identifier = party.identifiers[at];
			if (identifier !== undefined) checkIdentifier(sheet, identifier, `${base}identifiers[${at}].`);
		}
	if (party.address?.country !== undefined)
		checkCountry(sheet, party.address.country, base, 'address.country');
	if (party.person !== undefined) checkPerson(sheet, party.person, `${base}person.`);
}

export function checkParties(sheet: FindingSheet, parties: readonly Party[] | undefined, base: string): void {
	if (parties === undefined) return;
	for (let at = 0; at < parties.length; at += 1) {
		const party = parties[at];
		if (party !== undefined) checkParty(sheet, party, `${base}[${at}].`);
	}
}

/** A passport, card or visa: number, zone, dates against the journey and the birth. */
export function checkTravelDocument(
	sheet: FindingSheet,
	document: Identifier,
	base: string,
	travelsOn: string | undefined,
	bornOn: string | undefined,
): void {
	checkCountry(sheet, document.issuer, base, 'issuer');
	const { value, issuedOn, expiresOn } = document;
	if (value.includes('<') && value.length >= 60) checkZone(sheet, value, base);
	else if (isPlaceholder(value)) checkPlaceholder(sheet, value, base, 'value');
	else if (document.scheme === 'passport') checkPassportNumber(sheet, value, base);
	checkPast(sheet, issuedOn, base, 'issuedOn', 60);
	if (expiresOn !== undefined && checkReal(sheet, expiresOn, base, 'expiresOn')) {
		const day = (travelsOn ?? sheet.context.receivedOn).slice(0, 10);
		if (expiresOn < day && isDate(day))
			sheet.report(
				'travel-document.expired',
				`${base}expiresOn`,
				`The document expired on ${expiresOn}; the journey is on ${day}.`,
				expiresOn,
				day,
			);
		if (issuedOn !== undefined && expiresOn < issuedOn)
			sheet.report(
				'travel-document.expires-before-issue',
				`${base}expiresOn`,
				`The document expires on ${expiresOn}, before it was issued on ${issuedOn}.`,
				expiresOn,
				issuedOn,
			);
	}
	if (issuedOn !== undefined && bornOn !== undefined && issuedOn < bornOn)
		sheet.report(
			'travel-document.issued-before-birth',
			`${base}issuedOn`,
			`The document was issued on ${issuedOn}; its holder was born on ${bornOn}.`,
			issuedOn,
			bornOn,
		);
}

function checkZone(sheet: FindingSheet, value: string, base: string): void {
	const parsed = parseMrz(value);
	if (!parsed.ok) {
		sheet.report(
			'travel-document.number-format',
			`${base}value`,
			`The machine-readable zone ${parsed.reason}.`,
			value,
		);
		return;
	}
	for (const { field, given, expected } of parsed.value.wrongChecks)
		sheet.report(
			'travel-document.mrz-check-digit',
			`${base}value`,
			`The check digit of the ${field.replace('-', ' ')} is ${given} and should be ${expected}.`,
			given,
			expected,
		);
}

/** Doc 9303-4: a passport number has at most nine letters and digits. Some national ones have more, to twelve. */
const LONGEST_NUMBER = 12;

function checkPassportNumber(sheet: FindingSheet, value: string, base: string): void {
	const number = value.replace(/[\s\-/.<]/g, '').toUpperCase();
	if (!/^[A-Z0-9]+$/.test(number) || number.length > LONGEST_NUMBER || number.length < 4)
		sheet.report(
			'travel-document.number-format',
			`${base}value`,
			`${quote(value)} is not four to ${LONGEST_NUMBER} letters and digits.`,
			value,
		);
	else if (number.length === 10 && mrzCheckDigit(number.slice(0, 9)) === number[9])
		sheet.report(
			'travel-document.check-digit-attached',
			`${base}value`,
			`The last digit of ${quote(value)} is the check digit of ${number.slice(0, 9)}; the sender may have scanned it along.`,
			value,
			number.slice(0, 9),
		);
}

/** References to other documents: dates of issue that exist and are past. */
export function checkDocuments(
	sheet: FindingSheet,
	documents: readonly DocumentReference[] | undefined,
	base: string,
): void {
	if (documents === undefined) return;
	for (let at = 0; at < documents.length; at += 1) {
		const document = documents[at];
		if (document?.issuedOn !== undefined)
			checkPast(sheet, document.issuedOn, `${base}[${at}].`, 'issuedOn', 60);
	}
}
