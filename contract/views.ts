/**
 * What operations answer with: views of stored things, made for reading. Instants are ISO 8601 with `Z`.
 */
import { z } from 'zod';
import { finding, severity } from './findings.ts';
import { purposeId } from './purposes.ts';
import { recordKind } from './records/record.ts';
import { agency, role } from './roles.ts';

export const instant = z.iso.datetime();
export const recordId = z.uuid();
/** SHA-256 of the bytes as received, 64 hexadecimal digits. */
export const submissionId = z.string().regex(/^[0-9a-f]{64}$/);

/** Red: physical check. Yellow: documents. Blue: after release. Green: release. */
export const lane = z.enum(['red', 'yellow', 'blue', 'green']);

export const formatId = z.enum([
	'wco-dec',
	'cuscar',
	'paxlst',
	'pnrgov',
	'goaml',
	'record-json',
	'csv',
	'movement-jsonl',
	'unknown',
]);

/** A row of the list of records. */
export const recordSummary = z.object({
	id: recordId,
	kind: recordKind,
	reference: z.string(),
	version: z.number().int(),
	receivedAt: instant,
	format: formatId,
	office: z.string().nullable(),
	/** Carrier of a passenger list, booking or cargo report; null elsewhere. */
	carrier: z.string().nullable(),
	lane: lane.nullable(),
	/** One line that tells the record apart: "IMA · 3 items · CN → GB · 12,400 kg". Never a name of a person. */
	caption: z.string(),
	documentDate: z.string().nullable(),
	originCountry: z.string().nullable(),
	destinationCountry: z.string().nullable(),
	hsCode: z.string().nullable(),
	grossMassKg: z.number().nullable(),
	value: z.number().nullable(),
	currency: z.string().nullable(),
	findings: z.number().int(),
	worst: severity.nullable(),
	/** There where personal data in it were masked by retention. */
	masked: z.literal(true).optional(),
});

export const recordVersion = z.object({
	id: recordId,
	version: z.number().int(),
	receivedAt: instant,
	submission: submissionId,
	source: z.string(),
	channel: z.string(),
	/** What differs from the version before: path, old and new value as text. */
	changes: z.array(
		z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
	),
	/** Why the change counts as late ("8 h before arrival"), or null. */
	late: z.string().nullable(),
});

export const recordDetail = z.object({
	summary: recordSummary,
	/** The record as parsed; shape by kind, see the schemas of records. */
	record: z.record(z.string(), z.unknown()),
	findings: z.array(finding),
	submission: z.object({
		id: submissionId,
		source: z.string(),
		channel: z.string(),
		name: z.string().nullable(),
		receivedAt: instant,
		bytes: z.number().int(),
		/** Where this record stands in the submission. */
		place: z.string(),
	}),
	versions: z.array(recordVersion),
	/** Other records that name the same container, transport document, flight, document or person number. */
	related: z.array(z.object({ by: z.string(), value: z.string(), record: recordSummary })),
	/** Why the lane is what it is. */
	laneReason: z.string().nullable(),
	/** When it is deleted by the schedule as it stands, and when personal data in it were masked. */
	keepUntil: instant.optional(),
	maskedAt: instant.nullable().optional(),
});

export const quarantined = z.object({
	id: z.uuid(),
	submission: submissionId,
	format: formatId,
	source: z.string(),
	channel: z.string(),
	name: z.string().nullable(),
	receivedAt: instant,
	bytes: z.number().int(),
	place: z.string(),
	code: z.string(),
	reason: z.string(),
	remedy: z.string(),
	state: z.enum(['open', 'read', 'discarded']),
	attempts: z.number().int(),
	lastTriedAt: instant.nullable(),
});

/** What became of one submission. */
export const submissionResult = z.object({
	submission: submissionId,
	/** True where the same bytes had been received before; nothing changed then. */
	known: z.boolean(),
	name: z.string().nullable(),
	format: formatId,
	bytes: z.number().int(),
	records: z.number().int(),
	/** Of these: first versions, new versions of known records, and repetitions that changed nothing. */
	created: z.number().int(),
	amended: z.number().int(),
	repeated: z.number().int(),
	findings: z.object({ info: z.number().int(), warning: z.number().int(), error: z.number().int() }),
	refused: z.array(z.object({ place: z.string(), code: z.string(), reason: z.string(), remedy: z.string() })),
	refusedCount: z.number().int(),
	status: z.enum(['accepted', 'partial', 'quarantined']),
});

export const countByHour = z.object({ at: instant, kind: recordKind, records: z.number().int() });

export const overview = z.object({
	at: instant,
	node: z.object({
		id: z.string(),
		name: z.string(),
		agency,
		country: z.string(),
		/** True where all data are invented, for people who learn. */
		exercise: z.boolean().optional(),
	}),
	totals: z.object({
		submissions: z.number().int(),
		records: z.number().int(),
		findings: z.number().int(),
		quarantined: z.number().int(),
	}),
	/** Last 24 hours. */
	byKind: z.array(
		z.object({
			kind: recordKind,
			records: z.number().int(),
			findings: z.number().int(),
			errors: z.number().int(),
		}),
	),
	byOffice: z.array(z.object({ office: z.string(), records: z.number().int(), errors: z.number().int() })),
	byCarrier: z.array(
		z.object({
			carrier: z.string(),
			records: z.number().int(),
			findings: z.number().int(),
			complete: z.number(),
		}),
	),
	byLane: z.array(z.object({ lane: lane, records: z.number().int() })),
	byHour: z.array(countByHour),
	topFindings: z.array(
		z.object({ code: z.string(), severity, records: z.number().int(), sentence: z.string() }),
	),
});

export { type Role, role } from './roles.ts';

export const session = z.object({
	user: z.object({ id: z.uuid(), name: z.string(), displayName: z.string(), role }),
	node: overview.shape.node,
	/** Other nodes that this process serves, so that the sign-in page can offer them. */
	nodes: z.array(overview.shape.node),
	abilities: z.array(z.string()),
	secondFactor: z.object({
		/** The account has one. */
		enrolled: z.boolean(),
		/** It was used when this session was opened. */
		used: z.boolean(),
		/** The role does nothing without one. */
		needed: z.boolean(),
	}),
	/** For what personal data are asked for, until when; null where nothing is stated. */
	purpose: z.object({ purpose: purposeId, caseReference: z.string().nullable(), until: instant }).nullable(),
	/** What may be stated. */
	purposes: z.array(purposeId),
	expiresAt: instant,
});

/** Live events, as server-sent events on `/api/live`. No personal data in them. */
export const liveEvent = z.discriminatedUnion('type', [
	z.object({
		type: z.literal('records'),
		at: instant,
		kind: recordKind,
		office: z.string().nullable(),
		lane: lane.nullable(),
		count: z.number().int(),
		errors: z.number().int(),
	}),
	z.object({
		type: z.literal('quarantined'),
		at: instant,
		format: formatId,
		code: z.string(),
		count: z.number().int(),
	}),
	/** Hits were raised, withdrawn or decided. */
	z.object({
		type: z.literal('hits'),
		at: instant,
		list: z.string(),
		raised: z.number().int(),
		withdrawn: z.number().int(),
	}),
	/** Officers changed lanes, or outcomes came in: so many records changed. */
	z.object({ type: z.literal('assessments'), at: instant, changed: z.number().int() }),
]);

export type RecordSummary = z.infer<typeof recordSummary>;
export type RecordVersion = z.infer<typeof recordVersion>;
export type RecordDetail = z.infer<typeof recordDetail>;
export type Quarantined = z.infer<typeof quarantined>;
export type SubmissionResult = z.infer<typeof submissionResult>;
export type Overview = z.infer<typeof overview>;
export type Session = z.infer<typeof session>;
export type Lane = z.infer<typeof lane>;
export type LiveEvent = z.infer<typeof liveEvent>;
