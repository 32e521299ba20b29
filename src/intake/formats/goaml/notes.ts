/**
 * Collects what reading one report sees. The same defect at the same path is told a few times and then counted, so that
 * a report of many thousand transactions cannot bury an officer, or the store, in findings.
 */
import type { Finding, Severity } from '../../../../contract/findings.ts';

export type Note = {
	/** Finding code after `goaml.`. */
	code: string;
	severity: Severity;
	/** Element names from the report down, without counting. */
	path: string;
	line: number;
	value?: string;
	against?: string;
	sentence: string;
};

/** Defects of values that are told one by one, at each path; structural ones are told once. */
const TOLD_EACH = 20;
/** Kinds of defect, each at its path, that are told of one report. */
const MAX_KINDS = 200;

export class Notes {
	readonly #findings: Finding[] = [];
	readonly #counts = new Map<string, { told: number; all: number; first: Finding }>();

	/** @param told how often the same code at the same path is told before it is only counted. */
	add(note: Note, told: number = TOLD_EACH): void {
		const key = `${note.code} ${note.path}`;
		const seen = this.#counts.get(key);
		if (seen !== undefined) {
			seen.all++;
			if (seen.told >= told) return;
			seen.told++;
			this.#findings.push(findingOf(note));
			return;
		}
		if (this.#counts.size >= MAX_KINDS) return;
		const first = findingOf(note);
		this.#counts.set(key, { told: 1, all: 1, first });
		this.#findings.push(first);
	}

	once(note: Note): void {
		this.add(note, 1);
	}

	/** All findings; the first of those that were only counted says how many there are. */
	findings(): Finding[] {
		for (const { told, all, first } of this.#counts.values()) {
			if (all > told) first.sentence = `${first.sentence} It is so in ${all} places.`.slice(0, 1_000);
		}
		return this.#findings;
	}
}

function findingOf(note: Note): Finding {
	const finding: Finding = {
		code: `goaml.${note.code}`,
		severity: note.severity,
		place: `${note.path.slice(-270)}, line ${note.line}`,
		sentence: note.sentence.slice(0, 900),
	};
	if (note.value !== undefined) finding.value = note.value.slice(0, 500);
	if (note.against !== undefined) finding.against = note.against.slice(0, 500);
	return finding;
}
