/**
 * How nodes show each other that their ledgers only grow: a statement by the owner of a ledger, and what a partner answers.
 * The statement is signed as a whole, with its time and receiver, so that nobody else can make an old checkpoint look new.
 */
import { z } from 'zod';
import { nodeName, signature64 } from './node-card.ts';

const size = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** A C2SP note with at most a hundred signatures. */
const note = z.string().min(1).max(40_000);

export const checkpointStatement = z.strictObject({
	format: z.literal('tidewaiter-checkpoint'),
	formatVersion: z.literal(1),
	/** Owner of the ledger. */
	from: nodeName,
	to: nodeName,
	at: z.iso.datetime(),
	/** The checkpoint as a note, signed by the owner. */
	checkpoint: note,
	/** Size that the receiver has cosigned, as far as the sender knows; 0 where it does not. */
	old: size,
	/** Consistency proof from `old` (RFC 9162, 2.1.4), base64. */
	proof: z.array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/)).max(110),
	/** Ed25519 by the owner's signing key, over the canonical JSON of the statement without it. */
	signature: signature64,
});

export const checkpointAnswer = z.discriminatedUnion('answer', [
	/** A line of signature (C2SP tlog-cosignature). */
	z.strictObject({ answer: z.literal('cosigned'), line: z.string().max(1_000) }),
	/** The proof does not begin where the receiver is: the size that it has cosigned, and that checkpoint. */
	z.strictObject({ answer: z.literal('known'), size, checkpoint: note.nullable() }),
	/** The receiver holds two statements that cannot both be true, and has stopped the exchange. */
	z.strictObject({ answer: z.literal('problem'), sentence: z.string().max(1_000) }),
	/** The same for all who are not known, and for what cannot be read. */
	z.strictObject({ answer: z.literal('refused') }),
]);

export type CheckpointStatement = z.infer<typeof checkpointStatement>;
export type CheckpointAnswer = z.infer<typeof checkpointAnswer>;
