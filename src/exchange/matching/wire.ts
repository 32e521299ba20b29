/**
 * What goes over the wire of matching: offers, questions, answers, steps of an intersection. Out: canonical JSON, signed with
 * Ed25519. In: bytes from another node, of bounded size, in strict shape, from who has signed them; or undefined. Pure but for keys.
 */
import { createHash, hash } from 'node:crypto';
import { z } from 'zod';
import { agreementId, matchable, purposeName } from '../../../contract/exchange/agreement.ts';
import { refusalCode } from '../../../contract/exchange/envelope.ts';
import { base64, key32, nodeName, sha256Hex, signature64 } from '../../../contract/exchange/node-card.ts';
import { verifyBytes } from '../../ledger/note/signed-note.ts';
import { canonicalJson } from '../../values/canonical-json.ts';

/** Tags of one offer; in base64 they fit into the document of a control message. */
export const MOST_TAGS = 1_750_000;
/** Identifiers of one side of an intersection. */
export const MOST_INTERSECTED = 50_000;
const POINT_BYTES = 32;
export const MOST_QUESTION_BYTES = 16 * 1024;
export const MOST_INTERSECTION_BYTES = 8 * 1024 ** 2;

const points = base64.max(Math.ceil((MOST_INTERSECTED * POINT_BYTES * 4) / 3) + 4);

export const offerDocument = z.strictObject({
	format: z.literal('tidewaiter-offer'),
	formatVersion: z.literal(1),
	id: z.uuid(),
	from: nodeName,
	to: nodeName,
	agreement: agreementId,
	purpose: purposeName,
	kinds: z.array(matchable).min(1).max(20),
	publicKey: key32,
	madeAt: z.iso.datetime(),
	validUntil: z.iso.datetime(),
	/** As `formatOffer` writes them. */
	tags: base64.max(20_000_000),
});

const addressed = {
	formatVersion: z.literal(1),
	id: z.uuid(),
	from: nodeName,
	to: nodeName,
	at: z.iso.datetime(),
	/** SHA-256 of the key that has signed. */
	key: sha256Hex,
	signature: signature64,
};

export const questionDocument = z.strictObject({
	format: z.literal('tidewaiter-question'),
	...addressed,
	agreement: agreementId,
	purpose: purposeName,
	offer: z.uuid(),
	/** Eight elements of 32 bytes. */
	elements: base64.max(400),
});

const refusal = z.strictObject({ code: refusalCode, reason: z.string().max(400) });

export const answerDocument = z.strictObject({
	format: z.literal('tidewaiter-answer'),
	...addressed,
	/** SHA-256 of what is answered, as received. */
	question: sha256Hex,
	/** Elements, and one proof for all. */
	elements: base64.max(600).nullable(),
	refused: refusal.nullable(),
});

export const intersectionStep = z.strictObject({
	format: z.literal('tidewaiter-intersection'),
	...addressed,
	step: z.enum(['start', 'finish', 'consent']),
	agreement: agreementId,
	purpose: purposeName,
	kinds: z.array(matchable).max(20),
	/** Start: the sender's own, under its key. Finish: the receiver's, under both keys, shuffled. Consent: empty. */
	points,
	/** Consent: places in the receiver's list that are on both sides; null while it has not consented itself. */
	places: z.array(z.number().int().min(0).max(MOST_INTERSECTED)).max(MOST_INTERSECTED).nullable(),
});

export const intersectionAnswer = z.strictObject({
	format: z.literal('tidewaiter-intersection-answer'),
	...addressed,
	question: sha256Hex,
	/** Start: the answerer's own under its key, in its order. */
	points,
	/** Start: the asker's under both keys, shuffled. */
	shuffled: points,
	/** Finish: how many the answerer counts. */
	both: z.number().int().min(0).nullable(),
	places: z.array(z.number().int().min(0).max(MOST_INTERSECTED)).max(MOST_INTERSECTED).nullable(),
	refused: refusal.nullable(),
});

export type OfferDocument = z.infer<typeof offerDocument>;
export type QuestionDocument = z.infer<typeof questionDocument>;
export type AnswerDocument = z.infer<typeof answerDocument>;
export type IntersectionStep = z.infer<typeof intersectionStep>;
export type IntersectionAnswer = z.infer<typeof intersectionAnswer>;

type Signed = { readonly key: string; readonly signature: string };
type Signer = { sign(message: Uint8Array): Uint8Array; signingKeyId(): string };

const signedBytes = (unsigned: object): Uint8Array =>
	Buffer.from(`tidewaiter-matching-1\n${hash('sha256', canonicalJson(unsigned), 'hex')}`, 'utf8');

/** The bytes of a document, signed. */
export function formatSigned<T extends Signed>(
	unsigned: Omit<T, 'key' | 'signature'>,
	signer: Signer,
): Uint8Array {
	const keyed = { ...unsigned, key: signer.signingKeyId() };
	const signature = Buffer.from(signer.sign(signedBytes(keyed))).toString('base64');
	return Buffer.from(canonicalJson({ ...keyed, signature }), 'utf8');
}

/** @returns what the bytes say, not yet believed; undefined for other bytes, or another way to write them. */
export function readDocument<T>(schema: z.ZodType<T>, bytes: Uint8Array, mostBytes: number): T | undefined {
	if (bytes.length > mostBytes) return undefined;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		const read = schema.safeParse(JSON.parse(text));
		return read.success && canonicalJson(read.data) === text ? read.data : undefined;
	} catch {
		return undefined;
	}
}

/** @param key raw Ed25519 key of who is said to have signed. */
export function isSigned(document: Signed & { readonly from: string }, key: Uint8Array): boolean {
	const { signature, ...unsigned } = document;
	return (
		createHash('sha256').update(key).digest('hex') === document.key &&
		verifyBytes(
			{ name: document.from, type: 'ed25519', publicKey: key },
			signedBytes(unsigned),
			Buffer.from(signature, 'base64'),
		)
	);
}
