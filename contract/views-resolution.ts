/**
 * What resolution answers with: entities, the judgements that hold them together, and what the model only suspects.
 */
import { z } from 'zod';
import { recordKind } from './records/record.ts';
import { instant, recordId } from './views.ts';
import { evidence, mentionKey } from './views-screening.ts';

export const entityKind = z.enum([
	'person',
	'organisation',
	'vessel',
	'aircraft',
	'vehicle',
	'equipment',
	'account',
	'address',
]);

export const entityId = z.uuid();

export const verdict = z.enum(['same', 'different', 'unsure']);

export const entitySummary = z.object({
	id: entityId,
	kind: entityKind,
	caption: z.string(),
	/** Distinct ways in which records describe it. */
	mentions: z.number().int(),
	/** Records in which it stands, counted up to 1,000. */
	records: z.number().int(),
	firstSeenAt: instant,
	lastSeenAt: instant,
	openHits: z.number().int(),
	/** What the model suspects and nobody has confirmed. */
	candidates: z.number().int(),
});

export const judgement = z.object({
	id: z.uuid(),
	left: z.object({ key: mentionKey, caption: z.string() }),
	right: z.object({ key: mentionKey, caption: z.string() }),
	verdict,
	/** `model`, `identifier` (a strong number in common) or `person`. */
	by: z.enum(['model', 'identifier', 'person']),
	/** Who, where a person judged. */
	judge: z.string().nullable(),
	at: instant,
	probability: z.number().nullable(),
	evidence: z.array(evidence),
	reason: z.string(),
	undoneAt: instant.nullable(),
	undoneBy: z.string().nullable(),
	undoneReason: z.string().nullable(),
});

export const candidate = z.object({
	id: z.uuid(),
	left: z.object({ key: mentionKey, caption: z.string(), entity: entityId }),
	right: z.object({ key: mentionKey, caption: z.string(), entity: entityId }),
	kind: entityKind,
	probability: z.number(),
	evidence: z.array(evidence),
	sentence: z.string(),
	state: z.enum(['open', 'same', 'different', 'unsure', 'lapsed']),
	raisedAt: instant,
});

export const appearance = z.object({
	record: recordId,
	kind: recordKind,
	reference: z.string(),
	caption: z.string(),
	receivedAt: instant,
	documentDate: z.string().nullable(),
	role: z.string(),
	place: z.string(),
	mention: mentionKey,
});

/** A value that so many share that it links nobody by itself. */
export const cappedValue = z.object({
	kind: z.string(),
	value: z.string(),
	mentions: z.number().int(),
	cap: z.number().int(),
});

export const entityDetail = z.object({
	summary: entitySummary,
	names: z.array(z.object({ name: z.string(), mentions: z.number().int() })),
	identifiers: z.array(
		z.object({
			scheme: z.string(),
			value: z.string(),
			issuer: z.string().nullable(),
			mentions: z.number().int(),
		}),
	),
	facts: z.array(z.object({ fact: z.string(), value: z.string(), mentions: z.number().int() })),
	mentions: z.array(
		z.object({
			key: mentionKey,
			caption: z.string(),
			content: z.record(z.string(), z.unknown()),
			records: z.number().int(),
			firstSeenAt: instant,
		}),
	),
	/** Why its mentions are one: judgements that hold, and those that were undone. At most 200. */
	judgements: z.array(judgement),
	candidates: z.array(candidate),
	/** Values that it shares with too many others to say anything. */
	capped: z.array(cappedValue),
	/** Entities that stand in the same records, or share an address, an account or a number; most frequent first, at most 50. */
	connected: z.array(
		z.object({
			id: entityId,
			kind: entityKind,
			caption: z.string(),
			how: z.string(),
			records: z.number().int(),
		}),
	),
	/** Made, merged, split, named; oldest first, at most 200. */
	history: z.array(
		z.object({ at: instant, what: z.string(), other: entityId.nullable(), by: z.string().nullable() }),
	),
});

export const recordEntity = z.object({
	place: z.string(),
	role: z.string(),
	mention: mentionKey,
	caption: z.string(),
	/** Null until the mention has been resolved, a moment after the record came in. */
	entity: z
		.object({ id: entityId, kind: entityKind, caption: z.string(), records: z.number().int() })
		.nullable(),
	openHits: z.number().int(),
});

export const resolutionStatus = z.object({
	mentions: z.number().int(),
	/** Not yet resolved. */
	waiting: z.number().int(),
	entities: z.number().int(),
	candidates: z.number().int(),
	judgements: z.object({ model: z.number().int(), identifier: z.number().int(), person: z.number().int() }),
	/** Parameters in use, by kind of entity. */
	models: z.array(
		z.object({
			kind: entityKind,
			/** `default` as shipped, or the day on which it was estimated from this node's own records. */
			origin: z.string(),
			prior: z.number(),
			threshold: z.number(),
			candidateThreshold: z.number(),
			fields: z.array(
				z.object({
					field: z.string(),
					levels: z.array(z.object({ level: z.string(), m: z.number(), u: z.number(), weight: z.number() })),
				}),
			),
		}),
	),
	capped: z.array(cappedValue),
	run: z
		.object({
			state: z.enum(['running', 'done', 'failed']),
			startedAt: instant,
			done: z.number(),
			note: z.string(),
		})
		.nullable(),
});

export type EntityKind = z.infer<typeof entityKind>;
export type Verdict = z.infer<typeof verdict>;
export type EntitySummary = z.infer<typeof entitySummary>;
export type EntityDetail = z.infer<typeof entityDetail>;
export type Judgement = z.infer<typeof judgement>;
export type Candidate = z.infer<typeof candidate>;
export type AppearanceView = z.infer<typeof appearance>;
export type CappedValue = z.infer<typeof cappedValue>;
export type RecordEntity = z.infer<typeof recordEntity>;
export type ResolutionStatus = z.infer<typeof resolutionStatus>;
