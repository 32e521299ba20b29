/**
 * Validation of an outcome by itself. In: the record. Out: findings on the sheet.
 */
import type { Outcome } from '../../../contract/records/outcome.ts';
import { recordKinds } from '../../../contract/records/record.ts';
import { formatMoney } from '../../values/money.ts';
import { checkMoney, checkPlaceholder } from './check-codes.ts';
import { checkPast } from './check-dates.ts';
import { type FindingSheet, quote } from './finding-sheet.ts';

const kinds: ReadonlySet<string> = new Set(recordKinds);

export function validateOutcome(sheet: FindingSheet, record: Outcome): void {
	checkPast(sheet, record.inspectedAt, '', 'inspectedAt');
	if (!kinds.has(record.subject.kind.toLowerCase()))
		sheet.report(
			'outcome.subject-kind',
			'subject.kind',
			`No record has the kind ${quote(record.subject.kind)}.`,
			record.subject.kind,
		);
	checkPlaceholder(sheet, record.subject.reference, 'subject.', 'reference');
	checkMoney(sheet, record.recovered, '', 'recovered', record.inspectedAt.slice(0, 10));
	const traces = tracesOf(record);
	const clean = record.result === 'nothing-found' || record.result === 'not-carried-out';
	if (clean && traces !== undefined)
		sheet.report(
			'outcome.contradiction',
			'result',
			`The result is ${record.result.replace('-', ' ')}; the outcome also has ${traces}.`,
			record.result,
			traces,
		);
	if (!clean && traces === undefined)
		sheet.report(
			'outcome.contradiction',
			'result',
			`The result is ${record.result}; the outcome says neither what was found nor what was seized or recovered.`,
			record.result,
		);
}

/** What was found, seized or recovered, in words; undefined where nothing was. */
function tracesOf({ findings = [], seized = [], recovered }: Outcome): string | undefined {
	const traces: string[] = [];
	if (findings.length > 0) traces.push(`${findings.length} findings`);
	if (seized.length > 0) traces.push(`${seized.length} seizures`);
	if (recovered !== undefined && Number(recovered.amount) > 0)
		traces.push(`${formatMoney(recovered)} recovered`);
	return traces.length === 0 ? undefined : traces.join(', ');
}
