/**
 * `bench matching --keys N --queries N`: a holder sets up an offer of N identifiers; an asker puts questions, half of them about
 * what is offered. A query is all of it, with its eight elements: blinding, evaluation with proof, verification, lookup. bytesPerQuery both ways.
 */
import { randomBytes } from 'node:crypto';
import { QUESTION_ELEMENTS } from '../src/exchange/matching/identifier-texts.ts';
import { isOffered, tagOf } from '../src/exchange/matching/offered-set.ts';
import {
	answerBytes,
	answerTogether,
	askTogether,
	offerKeyOf,
	QUESTION_BYTES,
	readAnswers,
} from '../src/exchange/matching/question.ts';
import { setUpOffer } from '../src/exchange/matching/set-up.ts';

export type MatchingBenchResult = {
	keys: number;
	queries: number;
	setupSeconds: number;
	p50Ms: number;
	p95Ms: number;
	bytesPerQuery: number;
	/** Bytes that the asker is given once, for all questions. */
	offerBytes: number;
};

/** One after the other, as a store reads them. */
function* identifiers(count: number): Generator<string> {
	for (let at = 0; at < count; at++) yield `passport:XX:${at}`;
}

export async function run(
	{ keys, queries }: { readonly keys: number; readonly queries: number },
	progress: (line: string) => void,
): Promise<MatchingBenchResult> {
	const key = offerKeyOf(new Uint8Array(32).fill(7), 'bench');
	const start = performance.now();
	let told = 0;
	const offer = await setUpOffer(key, identifiers(keys), (done) => {
		if (done - told < 100_000) return;
		told = done;
		progress(`${done.toLocaleString('en')} of ${keys.toLocaleString('en')} identifiers`);
	});
	const setupSeconds = (performance.now() - start) / 1_000;
	const times: number[] = [];
	const random = (bytes = 32): Uint8Array => Uint8Array.from(randomBytes(bytes));
	for (let at = 0; at < queries; at++) {
		const isKnown = at % 2 === 0;
		const number = isKnown ? (at * 7_919) % Math.max(1, keys) : keys + at;
		const from = performance.now();
		const asked = askTogether([Buffer.from(`passport:XX:${number}`)], QUESTION_ELEMENTS, random);
		const given = answerTogether(key, asked.question);
		const outputs = given === undefined ? undefined : readAnswers(asked, key.publicKey, given);
		const hit = outputs?.some((output) => isOffered(offer, tagOf(output))) ?? false;
		times.push(performance.now() - from);
		if (hit !== isKnown) throw new Error(`the answer about ${number} is wrong`);
	}
	times.sort((a, b) => a - b);
	const percentile = (share: number): number =>
		Number((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2));
	return {
		keys,
		queries,
		setupSeconds: Number(setupSeconds.toFixed(2)),
		p50Ms: percentile(0.5),
		p95Ms: percentile(0.95),
		bytesPerQuery: QUESTION_ELEMENTS * QUESTION_BYTES + answerBytes(QUESTION_ELEMENTS),
		offerBytes: offer.tags.length * 8,
	};
}
