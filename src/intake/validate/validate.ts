/**
 * Validation of one record by itself. In: a record and the day of receipt with the loaded code lists. Out: findings, each with
 * severity, place, values and a sentence. Pure; never throws on a record that the schema accepts; bounded in what it returns.
 * Trusts the schema for types, and nothing else.
 */
import type { Finding } from '../../../contract/findings.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { validateBooking } from './booking.ts';
import { validateCargoReport } from './cargo-report.ts';
import { validateCashDeclaration } from './cash-declaration.ts';
import { type Completeness, completeness } from './completeness.ts';
import { validateDeclaration } from './declaration.ts';
import { FindingSheet, type ValidationContext } from './finding-sheet.ts';
import { validateMovementEvent } from './movement-event.ts';
import { validateOutcome } from './outcome.ts';
import { validatePassengerList } from './passenger-list.ts';
import { validateSuspicionReport } from './suspicion-report.ts';

export type { ValidationContext } from './finding-sheet.ts';

function validateByKind(sheet: FindingSheet, record: BorderRecord): void {
	switch (record.kind) {
		case 'declaration':
			validateDeclaration(sheet, record);
			break;
		case 'cargo-report':
			validateCargoReport(sheet, record);
			break;
		case 'passenger-list':
			validatePassengerList(sheet, record);
			break;
		case 'booking':
			validateBooking(sheet, record);
			break;
		case 'suspicion-report':
			validateSuspicionReport(sheet, record);
			break;
		case 'cash-declaration':
			validateCashDeclaration(sheet, record);
			break;
		case 'movement-event':
			validateMovementEvent(sheet, record);
			break;
		case 'outcome':
			validateOutcome(sheet, record);
	}
}

/**
 * Validates a record by itself.
 * @param score its completeness, where that is already at hand; what is missing becomes findings.
 */
export function validateRecord(
	record: BorderRecord,
	context: ValidationContext,
	score: Completeness = completeness(record),
): Finding[] {
	const sheet = new FindingSheet(context);
	validateByKind(sheet, record);
	reportMissing(sheet, record, score);
	return sheet.close();
}

/** One finding for all that is missing: it is one letter to the sender. */
function reportMissing(
	sheet: FindingSheet,
	record: BorderRecord,
	{ given, expected, missing }: Completeness,
): void {
	const [first] = missing;
	if (first === undefined) return;
	const list = missing
		.map(({ words, count, of, place }) =>
			place.includes('[]') && of > 1 ? `${words} (${count} of ${of})` : words,
		)
		.join(', ');
	sheet.report(
		'completeness.missing',
		first.place,
		`The ${record.kind.replace('-', ' ')} states ${given} of ${expected} expected elements; missing: ${list}.`,
		`${given}/${expected}`,
		list,
	);
}
