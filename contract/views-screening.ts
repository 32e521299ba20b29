/**
 * What screening answers with: lists and their versions, hits and why they are hits.
 */
import { z } from 'zod';
import { alertInstruction, listEntry, listEntryKind, listFormat } from './lists.ts';
import { recordKind } from './records/record.ts';
import { instant, recordId } from './views.ts';

/** What a record is screened for; thresholds are set for each. A list that names no threshold for one is not asked. */
export const purpose = z.enum(['goods', 'travel', 'money', 'movement', 'enquiry']);

/** From which score on a hit is raised, 0 to 1, by purpose. */
export const thresholds = z.partialRecord(purpose, z.number().min(0).max(1));

export const listId = z.string().regex(/^[a-z][a-z0-9-]{1,63}$/);
/** 128 bits of a hash, written as a UUID is: without the bits that would say which version it has. */
export const mentionKey = z.guid();

export const listVersion = z.object({
	version: z.number().int(),
	/** Staged: loaded and not yet used. Active: screened against. Retired: was active. Discarded: never became so. */
	state: z.enum(['staged', 'active', 'retired', 'discarded']),
	loadedAt: instant,
	loadedBy: z.string(),
	publishedAt: z.string().nullable(),
	activatedAt: instant.nullable(),
	source: z.string().nullable(),
	entries: z.number().int(),
	added: z.number().int(),
	changed: z.number().int(),
	removed: z.number().int(),
	/** Entries or parts of them that could not be read. */
	problems: z.number().int(),
});

/** How far stored mentions have been screened against the newest change, 0 to 1; 1 when done. */
export const rescreening = z.object({ done: z.number(), screened: z.number().int(), of: z.number().int() });

export const list = z.object({
	id: listId,
	name: z.string(),
	format: listFormat,
	instruction: alertInstruction,
	thresholds,
	active: listVersion.nullable(),
	staged: listVersion.nullable(),
	/** All versions, newest first, at most 100. */
	versions: z.array(listVersion).optional(),
	/** Hits that wait for a person. */
	openHits: z.number().int(),
	rescreening: rescreening.nullable(),
});

export const listProblem = z.object({ place: z.string(), reason: z.string(), remedy: z.string() });

export const listLoaded = z.object({
	list: listId,
	version: listVersion,
	/** True where this content is the newest version already; nothing changed then. */
	known: z.boolean(),
	problems: z.array(listProblem),
});

export const entryChange = z.object({
	key: z.string(),
	caption: z.string(),
	kind: listEntryKind,
	change: z.enum(['added', 'changed', 'removed']),
	/** For a changed entry: which members, and what they were and are. */
	members: z.array(
		z.object({ member: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
	),
});

export const storedListEntry = z.object({
	list: listId,
	caption: z.string(),
	entry: listEntry,
	sinceVersion: z.number().int(),
});

export const preview = z.object({
	list: listId,
	version: z.number().int(),
	thresholds,
	days: z.number().int(),
	/** Days among them on which anything came: averages are over these. */
	daysWithRecords: z.number().int().optional(),
	/** Mentions that were screened; where there are more, the newest. */
	mentions: z.number().int(),
	complete: z.boolean(),
	/** Hits by day on which their mentions were first seen, as they would have been, and as they are now. */
	byDay: z.array(z.object({ day: z.string(), purpose, hits: z.number().int(), now: z.number().int() })),
	/** At these thresholds, so that one can be chosen: hits a day on average, all purposes together. */
	byThreshold: z.array(z.object({ threshold: z.number(), hitsPerDay: z.number() })),
	examples: z.array(
		z.object({ score: z.number(), mention: z.string(), entry: z.string(), sentence: z.string() }),
	),
});

/** How one part of a name was found in the other name; see the name engine. */
export const partMatch = z.object({
	left: z.array(z.string()),
	right: z.array(z.string()),
	how: z.string(),
	similarity: z.number(),
	weight: z.number(),
});

export const nameComparison = z.object({
	left: z.string(),
	right: z.string(),
	score: z.number(),
	parts: z.array(partMatch),
	sentence: z.string(),
});

/** One piece of evidence with both values; `effect` is how much it moved the score, below 0 where it contradicts. */
export const evidence = z.object({
	feature: z.string(),
	left: z.string(),
	right: z.string(),
	effect: z.number(),
	sentence: z.string(),
});

export const explanation = z.object({
	score: z.number(),
	names: nameComparison.nullable(),
	evidence: z.array(evidence),
	sentence: z.string(),
});

export const hitState = z.enum(['open', 'confirmed', 'dismissed', 'withdrawn']);

export const hitSummary = z.object({
	id: z.uuid(),
	state: hitState,
	list: listId,
	listName: z.string(),
	entry: z.object({
		key: z.string(),
		caption: z.string(),
		kind: listEntryKind,
		programmes: z.array(z.string()),
	}),
	/** Who or what was found, as the record has it. */
	mention: z.object({ key: mentionKey, kind: z.string(), caption: z.string() }),
	purpose,
	score: z.number(),
	sentence: z.string(),
	/** What the owner of the list asks for. */
	instruction: alertInstruction,
	raisedAt: instant,
	/** Why the state is what it is, who decided, and when. */
	reason: z.string().nullable(),
	decidedBy: z.string().nullable(),
	decidedAt: instant.nullable(),
	/** Newest record in which the mention stands. */
	record: z.object({ id: recordId, kind: recordKind, reference: z.string(), receivedAt: instant }).nullable(),
	/** Records in which it stands, counted up to 1,000. */
	records: z.number().int(),
});

export const hitDetail = z.object({
	summary: hitSummary,
	explanation,
	entry: listEntry,
	/** The mention, as it was screened. */
	mention: z.record(z.string(), z.unknown()),
	/** Newest first, at most 50. */
	records: z.array(
		z.object({
			id: recordId,
			kind: recordKind,
			reference: z.string(),
			receivedAt: instant,
			role: z.string(),
			place: z.string(),
			caption: z.string(),
		}),
	),
	/** What happened to it: raised, decided, ended, withdrawn; oldest first. */
	history: z.array(
		z.object({ at: instant, what: z.string(), by: z.string().nullable(), reason: z.string().nullable() }),
	),
});

/** Answer to one question: is this on a list? */
export const screened = z.object({
	hits: z.array(
		z.object({
			list: listId,
			listName: z.string(),
			entry: listEntry,
			caption: z.string(),
			explanation,
			instruction: alertInstruction,
			/** Whether the score reaches the threshold of the list for this purpose. */
			reaches: z.boolean(),
		}),
	),
	lists: z.array(z.object({ list: listId, version: z.number().int(), entries: z.number().int() })),
	micros: z.number(),
});

export type Purpose = z.infer<typeof purpose>;
export type Thresholds = z.infer<typeof thresholds>;
export type ListVersion = z.infer<typeof listVersion>;
export type ListView = z.infer<typeof list>;
export type ListLoaded = z.infer<typeof listLoaded>;
export type ListProblem = z.infer<typeof listProblem>;
export type EntryChange = z.infer<typeof entryChange>;
export type StoredListEntry = z.infer<typeof storedListEntry>;
export type Preview = z.infer<typeof preview>;
export type Explanation = z.infer<typeof explanation>;
export type Evidence = z.infer<typeof evidence>;
export type HitState = z.infer<typeof hitState>;
export type HitSummary = z.infer<typeof hitSummary>;
export type HitDetail = z.infer<typeof hitDetail>;
export type Screened = z.infer<typeof screened>;
