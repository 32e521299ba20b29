/**
 * Findings of EDIFACT messages, built so that every one satisfies the contract, however long the input was.
 * A message that is wrong everywhere yields a bounded number of findings and one that says how many were left out.
 */
import type { Finding, Severity } from '../../../../contract/findings.ts';

const MAX_FINDINGS = 200;

export type Defect = {
	code: string;
	severity: Severity;
	place: string;
	sentence: string;
	value?: string;
	against?: string;
};

const clip = (text: string, length: number): string =>
	text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** A finding of the contract, its texts cut to their greatest lengths. */
export function findingOf(defect: Defect): Finding {
	const finding: Finding = {
		code: defect.code,
		severity: defect.severity,
		place: clip(defect.place, 300),
		sentence: clip(defect.sentence, 1_000),
	};
	if (defect.value !== undefined) finding.value = clip(defect.value, 500);
	if (defect.against !== undefined) finding.against = clip(defect.against, 500);
	return finding;
}

/** Collects the findings of one message. */
export class Findings {
	readonly #kept: Finding[] = [];
	#left = 0;

	add(defect: Defect): void {
		if (this.#kept.length < MAX_FINDINGS) this.#kept.push(findingOf(defect));
		else this.#left++;
	}

	/** What was collected, with a last finding that counts the rest where there is a rest. */
	list(): Finding[] {
		if (this.#left === 0) return [...this.#kept];
		return [
			...this.#kept,
			findingOf({
				code: 'edifact.more-findings',
				severity: 'info',
				place: 'message',
				sentence: `${this.#left} more findings of this message are not listed.`,
				value: String(this.#left),
			}),
		];
	}
}
