/**
 * `bench matching --keys N --queries N`: a holder sets up an offer of N identifiers; an asker puts questions, half of them about
 * what is offered. A query is all of it: blinding, evaluation with proof, verification, lookup. bytesPerQuery both ways.
 */
import { isOffered, tagOf } from '../src/exchange/matching/offered-set.ts';
import {
	ANSWER_BYTES,
	answer,
	ask,
	offerKeyOf,
	QUESTION_BYTES,
	readAnswer,
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

export async function run(
	{ keys, queries }: { readonly keys: number; readonly queries: number },
	progress: (line: string) => void,
): Promise<MatchingBenchResult> {
	const key = offerKeyOf(new Uint8Array(32).fill(7), 'bench');
	const inputs = Array.from({ length: keys }, (_, at) => `passport:XX:${at}`);
	const start = performance.now();
	let told = 0;
	const offer = await setUpOffer(key, inputs, (done) => {
		if (done - told < 100_000) return;
		told = done;
		progress(`${done.toLocaleString('en')} of ${keys.toLocaleString('en')} identifiers`);
	});
	const setupSeconds = (performance.now() - start) / 1_000;
	const times: number[] = [];
	for (let at = 0; at < queries; at++) {
		const isKnown = at % 2 === 0;
		const number = isKnown ? (at * 7_919) % Math.max(1, keys) : keys + at;
		const from = performance.now();
		const asked = ask(Buffer.from(`passport:XX:${number}`));
		const given = answer(key, asked.question);
		const output = given === undefined ? undefined : readAnswer(asked, key.publicKey, given);
		const hit = output !== undefined && isOffered(offer, tagOf(output));
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
		bytesPerQuery: QUESTION_BYTES + ANSWER_BYTES,
		offerBytes: offer.tags.length * 8,
	};
}
