/** The form of an outcome while it is filled in: texts in, the input of `recordOutcome` or what is wrong out. Pure. */
import { operations } from '../../../contract/operations.ts';
import type { RecordKind } from '../../../contract/records/record.ts';
import type { Lane } from '../../../contract/views.ts';
import type { CallInput } from '../client/call.ts';
import type { Inspection, Result } from './assessing-words.ts';

export type OutcomeDraft = {
	inspection: Inspection;
	result: Result | undefined;
	findings: readonly string[];
	amount: string;
	currency: string;
	minutes: string;
	description: string;
};

export const isFound = (result: Result | undefined): boolean =>
	result === 'irregularity' || result === 'offence';

/** How a record of this kind is checked in this lane, most of the time. */
export function usualInspection(kind: RecordKind, lane: Lane): Inspection {
	if (lane === 'blue') return 'post-clearance';
	if (lane !== 'red') return 'documents';
	if (kind === 'passenger-list' || kind === 'booking') return 'interview';
	return kind === 'cash-declaration' ? 'search' : kind === 'suspicion-report' ? 'documents' : 'physical';
}

export const emptyDraft = (kind: RecordKind, lane: Lane, currency: string): OutcomeDraft => ({
	inspection: usualInspection(kind, lane),
	result: undefined,
	findings: [],
	amount: '',
	currency,
	minutes: '',
	description: '',
});

/** A code as it is stored: "False origin" is `false-origin`. Empty where nothing is left. */
export const codeOf = (text: string): string =>
	text
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 64);

/** An amount as people write it: "12 500,50" and "12,500.50" are 12500.5. Undefined where it is none. */
export function parseAmount(text: string): number | undefined {
	const compact = text.replace(/[\s'’]/g, '');
	if (!/^\d[\d.,]*$/.test(compact)) return undefined;
	const mark = Math.max(compact.lastIndexOf(','), compact.lastIndexOf('.'));
	const decimals = mark === -1 ? 0 : compact.length - mark - 1;
	const isOnce = mark !== -1 && compact.indexOf(compact.charAt(mark)) === mark;
	// One mark with other than three digits behind it, or a second kind of mark before it, parts whole from fraction.
	const isMixed = compact.includes(',') && compact.includes('.');
	const hasFraction = isOnce && (isMixed || decimals !== 3);
	const digits = (part: string) => part.replace(/[.,]/g, '');
	const amount = hasFraction
		? Number(`${digits(compact.slice(0, mark))}.${compact.slice(mark + 1) || '0'}`)
		: Number(digits(compact));
	return Number.isFinite(amount) ? amount : undefined;
}

/** Offered as codes of what was found, by the kind of the record. Any other code may be typed. */
export function offeredFindings(kind: RecordKind): readonly string[] {
	switch (kind) {
		case 'declaration':
		case 'cargo-report':
			return [
				'undervaluation',
				'misclassification',
				'false-origin',
				'undeclared',
				'prohibited',
				'mass',
				'description',
				'documents',
				'counterfeit',
			];
		case 'cash-declaration':
			return ['cash', 'undeclared', 'source-of-funds', 'identity', 'documents'];
		case 'suspicion-report':
			return ['money-laundering', 'front-company', 'source-of-funds', 'identity'];
		default:
			return ['identity', 'documents', 'wanted-person', 'cash', 'undeclared', 'prohibited'];
	}
}

export type ReadDraft =
	| { ok: true; input: CallInput<'recordOutcome'> }
	| { ok: false; problem: string; field: keyof OutcomeDraft };

/** What would be sent, or the first thing that is wrong. What a result makes meaningless is left out. */
export function readDraft(record: string, draft: OutcomeDraft, typed: string): ReadDraft {
	const bad = (field: keyof OutcomeDraft, problem: string): ReadDraft => ({ ok: false, problem, field });
	const { result } = draft;
	if (result === undefined) return bad('result', 'Say what the result is.');
	const codes = [...new Set([...draft.findings, codeOf(typed)])].filter((code) => code !== '');
	const findings = isFound(result) ? codes : [];
	if (result === 'offence' && findings.length === 0)
		return bad('findings', 'Say what was found: an offence needs at least one code.');
	const amount = draft.amount.trim() === '' || !isFound(result) ? undefined : parseAmount(draft.amount);
	if (amount === undefined && draft.amount.trim() !== '' && isFound(result))
		return bad('amount', 'The amount is no number.');
	const currency = draft.currency.trim().toUpperCase();
	if (amount !== undefined && !/^[A-Z]{3}$/.test(currency))
		return bad('currency', 'A currency has three letters, EUR for instance.');
	const minutes = draft.minutes.trim() === '' ? undefined : Number(draft.minutes);
	if (minutes !== undefined && (!Number.isInteger(minutes) || minutes < 0 || minutes > 100_000))
		return bad('minutes', 'Minutes are a whole number.');
	const description = draft.description.trim();
	const read = operations.recordOutcome.input.safeParse({
		record,
		inspection: draft.inspection,
		result,
		findings,
		...(amount === undefined ? {} : { recovered: amount, currency }),
		...(minutes === undefined || result === 'not-carried-out' ? {} : { minutes }),
		...(description === '' ? {} : { description }),
	});
	if (!read.success) return bad('description', read.error.issues[0]?.message ?? 'This cannot be stored.');
	return { ok: true, input: read.data };
}
