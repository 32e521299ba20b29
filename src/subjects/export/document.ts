/**
 * The shape of what a person is given: everything that is held of her but what may not be told. Written as canonical JSON
 * (RFC 8785); docs/design/data-subjects.md says what each member means.
 */
import type { RequestDetail } from '../../../contract/views-subjects.ts';

export type Told = { readonly at: string; readonly text: string };

export type ToldRecord = {
	readonly id: string;
	readonly kind: string;
	readonly reference: string;
	readonly version: number;
	readonly newest: boolean;
	readonly receivedAt: string;
	/** Who sent it, and by which way. */
	readonly source: string;
	readonly channel: string;
	/** Where the person stands in it, and as what. */
	readonly places: readonly { readonly place: string; readonly role: string }[];
	/** The document without what speaks of others. */
	readonly content: { readonly [name: string]: unknown };
	/** How many others stand in it and are left out. */
	readonly others: number;
	/** What checks found in the person's parts. */
	readonly findings: readonly string[];
	/** What was decided, and why, in sentences. */
	readonly assessment: readonly string[];
	readonly restricted: boolean;
	readonly sharedWith: readonly {
		readonly partner: string;
		readonly agreement: string | null;
		readonly purpose: string | null;
		readonly at: string;
		readonly corrected: boolean;
	}[];
	/** When it ends, and when what is personal in it was masked. */
	readonly keepUntil: string | null;
	readonly maskedAt: string | null;
};

export type ToldHit = {
	readonly list: string;
	readonly entry: string | null;
	readonly state: string;
	readonly score: number;
	readonly sentence: string;
	readonly evidence: readonly string[];
	readonly raisedAt: string;
	readonly decidedAt: string | null;
	readonly reason: string | null;
};

export type SubjectExport = {
	readonly format: 'tidewaiter-subject-export';
	readonly formatVersion: 1;
	readonly node: { readonly id: string; readonly name: string };
	readonly request: {
		readonly id: string;
		readonly kind: string;
		readonly article: string;
		readonly receivedAt: string;
		readonly decision: Pick<NonNullable<RequestDetail['decision']>, 'decision' | 'article' | 'reason'> | null;
	};
	readonly madeAt: string;
	/** What was searched by. */
	readonly searchedBy: readonly string[];
	/** How documents describe the person. */
	readonly descriptions: readonly {
		readonly caption: string;
		readonly content: { readonly [name: string]: unknown };
	}[];
	readonly records: readonly ToldRecord[];
	readonly hits: readonly ToldHit[];
	/** Which descriptions were held to be of one person, by whom, and why. */
	readonly judgements: readonly {
		readonly at: string;
		readonly left: string;
		readonly right: string;
		readonly verdict: string;
		readonly by: string;
		readonly reason: string;
		readonly undoneAt: string | null;
	}[];
	/** How what is held of the person was put together, and taken apart. */
	readonly history: readonly { readonly at: string; readonly what: string }[];
	/** Who looked, by part and purpose; never by name. */
	readonly seenBy: readonly { readonly at: string; readonly role: string; readonly purpose: string | null }[];
	/** Categories that may be named, with their grounds. */
	readonly withheld: readonly {
		readonly category: string;
		readonly ground: string;
		readonly article: string | null;
		readonly parts: number;
	}[];
	/** False where more is held than one answer takes. */
	readonly complete: boolean;
	/** What every answer says, whatever is in it. */
	readonly notices: readonly string[];
};
