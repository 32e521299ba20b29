/** Operations of the ledger: read, prove, verify, export. */
import { z } from 'zod';
import { nodeName } from './exchange/node-card.ts';
import { define, paging } from './operation.ts';
import { instant } from './views.ts';

const signed = ['not-signed-in', 'not-permitted'] as const;

/** What is entered. */
export const ledgerKind = z.enum([
	'submission',
	'assessment',
	'rule',
	'model',
	'decision',
	'search',
	'view',
	'message',
	'receipt',
	'agreement',
	'deletion',
	'key',
	'checkpoint',
	'change',
]);

const kindList = new RegExp(`^(${ledgerKind.options.join('|')})(,(${ledgerKind.options.join('|')})){0,19}$`);

export const ledgerEntryView = z.object({
	position: z.number().int(),
	at: instant,
	what: z.string(),
	/** As it was hashed: canonical JSON. */
	entry: z.string(),
});

export const ledgerState = z.object({
	origin: z.string(),
	size: z.number().int(),
	/** Base64. */
	root: z.string(),
	/** C2SP checkpoint, with the cosignatures that came in. */
	checkpoint: z.string().nullable(),
	checkpointAt: instant.nullable(),
	cosigners: z.array(z.object({ name: z.string(), at: instant })),
	/** Every partner, with the newest checkpoint that it has cosigned; null where none of the last thousand. */
	partners: z.array(
		z.object({ name: z.string(), size: z.number().int().nullable(), at: instant.nullable() }),
	),
	/** A fork, rollback or rewritten entry that was found here or at a partner; exchange is stopped until it is cleared. */
	problem: z.string().nullable(),
});

/** What proves that a ledger was forked, rewritten or rolled back: two notes that its owner signed. */
export const ledgerProblem = z.object({
	/** Owner of the ledger: a partner, or this node itself. */
	partner: nodeName,
	at: instant,
	kind: z.string(),
	sentence: z.string(),
	/** The note that was cosigned, or signed here; and what contradicts it. */
	kept: z.string(),
	shown: z.string(),
});

/** All that a verifier needs, offline: entry, position, proof, checkpoint, and the keys that must have signed it. */
export const proofBundle = z.object({
	format: z.literal('tidewaiter-proof'),
	formatVersion: z.literal(1),
	position: z.number().int(),
	entry: z.string(),
	proof: z.array(z.string()).max(110),
	checkpoint: z.string(),
	/** C2SP verifier keys: the log's own, then cosigners. */
	verifiers: z.array(z.string()).max(100),
});

export const ledgerOperations = {
	readLedger: define({
		id: 'readLedger',
		method: 'GET',
		path: '/ledger',
		summary: 'Size, root and checkpoint of the ledger, and who has cosigned it',
		action: 'ledger.read',
		input: z.object({}),
		output: ledgerState,
		errors: [...signed],
	}),
	listLedger: define({
		id: 'listLedger',
		method: 'GET',
		path: '/ledger/entries',
		summary:
			'Entries of the ledger, newest first; a narrow filter may answer with few or none, and where to go on',
		action: 'ledger.read',
		input: z.object({
			before: z.coerce.number().int().min(0).optional(),
			/** Kinds, comma-separated. */
			what: z.string().regex(kindList).optional(),
			/** Subjects, comma-separated, at most four: identifiers, hashes, names of rules and lists. */
			subject: z
				.string()
				.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}(,[A-Za-z0-9][A-Za-z0-9._:-]{0,99}){0,3}$/)
				.optional(),
			/** Entered from this moment on, and before that one. */
			from: z.iso.datetime({ offset: true }).optional(),
			until: z.iso.datetime({ offset: true }).optional(),
			limit: paging.limit,
		}),
		output: z.object({
			items: z.array(ledgerEntryView),
			/** To be passed as `before`: positions from here on were looked through. Null at the end. */
			next: z.number().int().nullable(),
		}),
		errors: [...signed, 'invalid-input'],
	}),
	proveLedgerEntry: define({
		id: 'proveLedgerEntry',
		method: 'GET',
		path: '/ledger/entries/:position/proof',
		summary: 'A bundle that proves an entry, to be verified offline',
		action: 'ledger.read',
		input: z.object({ position: z.coerce.number().int().min(0) }),
		output: proofBundle,
		errors: [...signed, 'not-found', 'invalid-input'],
	}),
	listLedgerProblems: define({
		id: 'listLedgerProblems',
		method: 'GET',
		path: '/ledger/problems',
		summary: 'Forks, rollbacks and rewritten entries that are not cleared, with their evidence',
		action: 'ledger.read',
		input: z.object({}),
		output: z.array(ledgerProblem).max(1_000),
		errors: [...signed],
	}),
	checkpointLedger: define({
		id: 'checkpointLedger',
		method: 'POST',
		path: '/ledger/checkpoint',
		summary: 'Sign the ledger as it is now, and ask partners to cosign it',
		action: 'ledger.verify',
		input: z.object({}),
		output: ledgerState,
		errors: [...signed],
	}),
	clearLedgerProblem: define({
		id: 'clearLedgerProblem',
		method: 'POST',
		path: '/ledger/problems/:partner/clear',
		summary: 'Let the exchange go on after a problem of a ledger; its evidence is kept',
		action: 'partner.change',
		input: z.object({
			/** Partner whose ledger it is, or this node itself. */
			partner: nodeName,
			/** What was found out about it. */
			reason: z.string().trim().min(3).max(400),
		}),
		output: z.object({ partner: nodeName, cleared: z.number().int() }),
		errors: [...signed, 'not-found', 'invalid-input'],
	}),
	verifyLedger: define({
		id: 'verifyLedger',
		method: 'POST',
		path: '/ledger/verify',
		summary: 'Compute the whole ledger again and hold it against what was signed',
		action: 'ledger.verify',
		input: z.object({}),
		output: z.object({
			size: z.number().int(),
			seconds: z.number(),
			defect: z.object({ kind: z.string(), position: z.number().int(), sentence: z.string() }).nullable(),
		}),
		errors: [...signed, 'busy'],
	}),
	exportLedger: define({
		id: 'exportLedger',
		method: 'GET',
		path: '/ledger/export',
		summary: 'Entries as JSON lines as they were hashed, and a last line with checkpoint and keys',
		action: 'ledger.read',
		input: z.object({ from: z.coerce.number().int().min(0).default(0) }),
		output: z.unknown(),
		answer: 'bytes',
		errors: [...signed, 'invalid-input'],
	}),
} as const;

export type LedgerState = z.infer<typeof ledgerState>;
export type ProofBundle = z.infer<typeof proofBundle>;
export type LedgerKind = z.infer<typeof ledgerKind>;
export type LedgerEntryView = z.infer<typeof ledgerEntryView>;
export type LedgerProblem = z.infer<typeof ledgerProblem>;
