/**
 * A question without saying what is asked: the verifiable oblivious pseudorandom function of RFC 9497, mode VOPRF, suite
 * ristretto255-SHA512. The asker blinds an identifier; the holder evaluates it under the key of one offer and proves that it
 * used that key; the asker alone can read the answer, which is a tag to be looked up among the tags that the holder gave before.
 * The holder learns that a question was asked, and nothing of it.
 */
import { ristretto255_oprf } from '@noble/curves/ed25519.js';

const { voprf } = ristretto255_oprf;

/** Bytes that go to the holder: one group element. And back: an element and the proof. */
export const QUESTION_BYTES = 32;
export const ANSWER_BYTES = 32 + 64;

export type OfferKey = {
	readonly secretKey: Uint8Array;
	/** Given to the asker with the offer; pins every answer to one key. */
	readonly publicKey: Uint8Array;
};

/** What the asker keeps until the answer comes. */
export type Asked = {
	readonly input: Uint8Array;
	/** Secret: with it, the question can be read. */
	readonly blind: Uint8Array;
	/** What is sent. */
	readonly question: Uint8Array;
};

/**
 * The key of one offer: of one agreement, for one purpose, in one period. Another purpose has another key, so that tags of two
 * offers cannot be compared.
 * @param seed 32 bytes, secret. @param offer names agreement, purpose and period.
 */
export const offerKeyOf = (seed: Uint8Array, offer: string): OfferKey =>
	voprf.deriveKeyPair(seed, Buffer.from(offer, 'utf8'));

/** @param input at most 65,535 bytes: an identifier in the form of `identifierText`. */
export function ask(input: Uint8Array, random?: (bytes?: number) => Uint8Array): Asked {
	const { blind, blinded } = random === undefined ? voprf.blind(input) : voprf.blind(input, random);
	return { input, blind, question: blinded };
}

/** @returns the answer, or undefined where the question is not one: not a group element, or the neutral one. */
export function answer(
	key: OfferKey,
	question: Uint8Array,
	random?: (bytes?: number) => Uint8Array,
): Uint8Array | undefined {
	if (question.length !== QUESTION_BYTES) return undefined;
	try {
		const { evaluated, proof } =
			random === undefined
				? voprf.blindEvaluate(key.secretKey, key.publicKey, question)
				: voprf.blindEvaluate(key.secretKey, key.publicKey, question, random);
		return Buffer.concat([evaluated, proof]);
	} catch {
		return undefined;
	}
}

/** @returns the output (64 bytes), or undefined where the answer was not made with the key of the offer. */
export function readAnswer(asked: Asked, publicKey: Uint8Array, given: Uint8Array): Uint8Array | undefined {
	if (given.length !== ANSWER_BYTES) return undefined;
	try {
		return voprf.finalize(
			asked.input,
			asked.blind,
			given.subarray(0, 32),
			asked.question,
			publicKey,
			given.subarray(32),
		);
	} catch {
		return undefined;
	}
}
