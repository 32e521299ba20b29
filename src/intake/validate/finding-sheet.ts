/**
 * The sheet on which validation of one record writes its findings. In: code, place, sentence, values. Out: findings within the
 * bounds of the contract. A record with thousands of defects gives a bounded number, and one finding that says there are more.
 */
import type { Finding } from '../../../contract/findings.ts';
import type { ReferenceLists } from '../../values/reference-lists.ts';
import { type FindingCode, findingCatalogue } from './finding-codes.ts';

/** What validation knows besides the record. */
export type ValidationContext = {
	/** Day of receipt, `YYYY-MM-DD`: what "future" is held against. */
	readonly receivedOn: string;
	readonly lists: ReferenceLists;
};

/** Findings kept for one record, and of one code. */
const MOST_FINDINGS = 150;
const MOST_OF_ONE_CODE = 25;

const cut = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** A value for use inside a sentence: short, in quotation marks. */
export const quote = (value: string): string => `"${cut(value, 80)}"`;

export class FindingSheet {
	readonly context: ValidationContext;
	readonly findings: Finding[] = [];
	private counts: Map<FindingCode, number> | undefined;
	private leftOut = 0;

	constructor(context: ValidationContext) {
		this.context = context;
	}

	/**
	 * @param place path into the record.
	 * @param sentence one sentence for an officer, with both values in it.
	 * @param value what was found. @param against what it was held against. @param otherRecord identifier of the other document.
	 */
	report(
		code: FindingCode,
		place: string,
		sentence: string,
		value?: string,
		against?: string,
		otherRecord?: string,
	): void {
		this.counts ??= new Map();
		const count = (this.counts.get(code) ?? 0) + 1;
		this.counts.set(code, count);
		if (count > MOST_OF_ONE_CODE || this.findings.length >= MOST_FINDINGS) {
			this.leftOut += 1;
			return;
		}
		const finding: Finding = {
			code,
			severity: findingCatalogue[code].severity,
			place: cut(place, 300),
			sentence: cut(sentence, 1_000),
		};
		if (value !== undefined) finding.value = cut(value, 500);
		if (against !== undefined) finding.against = cut(against, 500);
		if (otherRecord !== undefined) finding.otherRecord = cut(otherRecord, 64);
		this.findings.push(finding);
	}

	/** The findings, closed by one that says how many were left out, if any were. */
	close(): Finding[] {
		if (this.leftOut > 0)
			this.findings.push({
				code: 'validation.more',
				severity: 'info',
				place: '',
				value: String(this.leftOut),
				sentence: `${this.leftOut} further findings of the same kinds were left out.`,
			});
		return this.findings;
	}
}
