/**
 * Validation of a cash declaration by itself. In: the record. Out: findings on the sheet.
 */
import type { Money } from '../../../contract/records/common.ts';
import type { CashDeclaration } from '../../../contract/records/money-reports.ts';
import { formatMoney } from '../../values/money.ts';
import { checkMoney, checkPlace } from './check-codes.ts';
import { checkLegs, checkPast } from './check-dates.ts';
import { checkTravelDocument } from './check-parties.ts';
import { travelDocumentSchemes } from './document-types.ts';
import type { FindingSheet } from './finding-sheet.ts';
import { checkReportedEntity, checkReportedPerson } from './suspicion-report.ts';
import { checkTotal, isWithin, sumOf, type Tolerance } from './totals.ts';

const SUM: Tolerance = { share: 0, least: 0.005 };
/** Counted and declared are the same where they differ by a coin. */
export const COUNTED: Tolerance = { share: 0, least: 0.5 };

export function validateCashDeclaration(sheet: FindingSheet, record: CashDeclaration): void {
	checkPast(sheet, record.declaredAt, '', 'declaredAt');
	const day = record.declaredAt.slice(0, 10);
	checkReportedPerson(sheet, record.carrier, 'carrier.', day);
	record.carrier.identifiers?.forEach((identifier, at) => {
		if (travelDocumentSchemes.has(identifier.scheme))
			checkTravelDocument(
				sheet,
				identifier,
				`carrier.identifiers[${at}].`,
				day,
				record.carrier.person.bornOn,
			);
	});
	for (const part of ['owner', 'recipient'] as const) {
		const { person, entity } = record[part] ?? {};
		if (person !== undefined) checkReportedPerson(sheet, person, `${part}.person.`, day);
		if (entity !== undefined) checkReportedEntity(sheet, entity, `${part}.entity.`, day);
	}
	record.instruments.forEach((instrument, at) => {
		const here = `instruments[${at}].`;
		checkMoney(sheet, instrument.value, here, 'value', day);
		if (instrument.value.amount === '0')
			sheet.report('value.zero', `${here}value.amount`, 'The value of the instrument is zero.', '0');
	});
	checkMoney(sheet, record.total, '', 'total', day);
	checkMoney(sheet, record.counted, '', 'counted', day);
	const { total } = record;
	if (total !== undefined)
		checkTotal(
			sheet,
			'total.cash',
			total.amount,
			sumOf(record.instruments, (row) =>
				row.value.currency === total.currency ? row.value.amount : undefined,
			),
			'total.amount',
			`value of the instruments in ${total.currency ?? 'the same currency'}`,
			SUM,
		);
	const declared = declaredTotal(record);
	if (
		record.counted !== undefined &&
		declared !== undefined &&
		record.counted.currency === declared.currency &&
		!isWithin(Number(record.counted.amount), Number(declared.amount), COUNTED)
	)
		sheet.report(
			'cash.counted-differs',
			'counted.amount',
			`Officers counted ${formatMoney(record.counted)}; ${formatMoney(declared)} was declared.`,
			record.counted.amount,
			declared.amount,
		);
	checkPlace(sheet, record.from, '', 'from');
	checkPlace(sheet, record.to, '', 'to');
	if (record.journey !== undefined) checkLegs(sheet, [record.journey], 'journey', false);
}

/** What the traveller declared: the stated total, else the sum of instruments of one currency. */
export function declaredTotal(record: CashDeclaration): Money | undefined {
	if (record.total !== undefined) return record.total;
	const currency = record.instruments[0]?.value.currency;
	if (currency === undefined) return undefined;
	const sum = sumOf(record.instruments, (row) =>
		row.value.currency === currency ? row.value.amount : undefined,
	);
	return sum === undefined ? undefined : { amount: String(sum), currency };
}
