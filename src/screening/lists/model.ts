/**
 * Types of reading lists. In: the files of one published list. Out: its entries, and what could not be read of it.
 * Readers trust nothing that they are given, never throw on input, and read on after what they cannot read.
 */
import type { ListEntry, ListFormat } from '../../../contract/lists.ts';
import type { ListProblem } from '../../../contract/views-screening.ts';

/** A file of a list; the name is a hint. */
export type ListFile = { readonly name: string; readonly bytes: Uint8Array };

/** Bounds that hold for one list. All are enforced while reading. */
export type ListLimits = {
	/** Bytes of all files, after unpacking. */
	readonly maxBytes: number;
	/** Entries of one list. */
	readonly maxEntries: number;
	/** Characters of one row, one line of JSON, one text of XML. */
	readonly maxLineChars: number;
	/** Depth of nesting of XML and JSON. */
	readonly maxDepth: number;
	/** Problems that are kept with their words; the others are counted. */
	readonly maxProblems: number;
	/** Characters of facts that wait for the entry that they belong to (FollowTheMoney). */
	readonly maxWaitingChars: number;
	/** Bytes out per byte in of an archive member, and members in an archive. */
	readonly maxArchiveRatio: number;
	readonly maxArchiveMembers: number;
};

export const DEFAULT_LIST_LIMITS: ListLimits = {
	maxBytes: 1024 ** 3,
	maxEntries: 2_000_000,
	maxLineChars: 4 * 1024 ** 2,
	maxDepth: 32,
	maxProblems: 200,
	maxWaitingChars: 256 * 1024 ** 2,
	maxArchiveRatio: 200,
	maxArchiveMembers: 100,
};

/** Why nothing of a list could be read. */
export type ListRefusal = {
	readonly code: 'unknown-format' | 'unreadable' | 'too-large';
	readonly reason: string;
	readonly remedy: string;
};

export type ListReading = {
	readonly format?: ListFormat;
	/** What the list could be called. */
	readonly name?: string;
	/** As the publisher says: an instant or a day. */
	readonly publishedAt?: string;
	readonly entries: readonly ListEntry[];
	readonly problems: readonly ListProblem[];
	/** All problems, also those that are not kept with their words. */
	readonly problemCount: number;
	readonly refused?: ListRefusal;
};

/** Collects problems up to a number, and counts all. */
export type ProblemSheet = {
	add(place: string, reason: string, remedy: string): void;
	readonly problems: readonly ListProblem[];
	readonly count: number;
};

const MAX_WORDS = 400;

/** Opens a sheet; texts of a sender are shortened before they are shown. */
export function openProblemSheet(maxProblems: number): ProblemSheet {
	const problems: ListProblem[] = [];
	let count = 0;
	return {
		add(place, reason, remedy) {
			count++;
			if (problems.length < maxProblems)
				problems.push({ place: place.slice(0, MAX_WORDS), reason: reason.slice(0, MAX_WORDS), remedy });
		},
		get problems() {
			return problems;
		},
		get count() {
			return count;
		},
	};
}

/** Takes an entry as it becomes complete; false where no more are wanted. */
export type TakeEntry = (entry: ListEntry) => boolean;
