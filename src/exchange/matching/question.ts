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
export const PROOF_BYTES = 64;
export const ANSWER_BYTES = 32 + PROOF_BYTES;

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

/** One question: several texts of one identifier, blinded one by one. */
export type AskedTogether = {
	readonly asked: readonly Asked[];
	/** Elements one after another, `QUESTION_BYTES` each. */
	readonly question: Uint8Array;
};

/** Bytes of an answer to `elements` elements: each evaluated, and one proof for all. */
export const answerBytes = (elements: number): number => elements * QUESTION_BYTES + PROOF_BYTES;

/**
 * @param inputs each at most 65,535 bytes. Filled up to `elements` with inputs drawn at random, in an order drawn at random, so
 * that neither number nor place of an element tells anything.
 */
export function askTogether(
	inputs: readonly Uint8Array[],
	elements: number,
	random: (bytes?: number) => Uint8Array,
): AskedTogether {
	const padded = [...inputs];
	while (padded.length < elements) padded.push(random(32));
	const asked = padded
		.map((input) => ({ ...ask(input, random), order: Buffer.from(random(8)).readBigUInt64BE() }))
		.sort((a, b) => (a.order < b.order ? -1 : 1))
		.map(({ order: _, ...each }) => each);
	return { asked, question: Buffer.concat(asked.map((each) => each.question)) };
}

/** @returns evaluated elements and one proof, or undefined where one of the elements is none. */
export function answerTogether(
	key: OfferKey,
	question: Uint8Array,
	random?: (bytes?: number) => Uint8Array,
): Uint8Array | undefined {
	const blinded = elementsOf(question);
	if (blinded === undefined) return undefined;
	try {
		const { evaluated, proof } =
			random === undefined
				? voprf.blindEvaluateBatch(key.secretKey, key.publicKey, blinded)
				: voprf.blindEvaluateBatch(key.secretKey, key.publicKey, blinded, random);
		return Buffer.concat([...evaluated, proof]);
	} catch {
		return undefined;
	}
}

/** @returns the outputs in the order of `asked`, or undefined where one was not made with the key of the offer. */
export function readAnswers(
	{ asked }: AskedTogether,
	publicKey: Uint8Array,
	given: Uint8Array,
): Uint8Array[] | undefined {
	if (given.length !== answerBytes(asked.length)) return undefined;
	const evaluated = elementsOf(given.subarray(0, asked.length * QUESTION_BYTES));
	if (evaluated === undefined) return undefined;
	try {
		return voprf.finalizeBatch(
			asked.map(({ input, blind, question }, at) => ({
				input,
				blind,
				blinded: question,
				evaluated: evaluated[at] ?? new Uint8Array(),
			})),
			publicKey,
			given.subarray(asked.length * QUESTION_BYTES),
		);
	} catch {
		return undefined;
	}
}

/** Elements of 32 bytes; undefined for another length. */
function elementsOf(bytes: Uint8Array): Uint8Array[] | undefined {
	if (bytes.length === 0 || bytes.length % QUESTION_BYTES !== 0) return undefined;
	return Array.from({ length: bytes.length / QUESTION_BYTES }, (_, at) =>
		Uint8Array.from(bytes.subarray(at * QUESTION_BYTES, (at + 1) * QUESTION_BYTES)),
	);
}

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
