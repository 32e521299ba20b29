/** Sets up an offer: identifiers in, their tags out, on as many threads as there are cores. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type OfferedSet, offerTags } from './offered-set.ts';
import type { OfferKey } from './question.ts';

/** Inputs that a thread is given at a time: some tenths of a second. */
const TOGETHER = 2_000;

/**
 * @param inputs identifiers in the form of `identifierText`; repetitions are offered once.
 * @param progress inputs done so far.
 */
export async function setUpOffer(
	key: OfferKey,
	inputs: readonly string[],
	progress: (done: number) => void = () => {},
	threads: number = availableParallelism(),
): Promise<OfferedSet> {
	const tags = new BigUint64Array(inputs.length);
	let next = 0;
	let done = 0;
	const work = (): Promise<void> =>
		new Promise((resolve, reject) => {
			const worker = new Worker(new URL('./worker.ts', import.meta.url), {
				workerData: key.secretKey,
				name: 'tidewaiter-matching',
			});
			const give = (): void => {
				if (next >= inputs.length) {
					void worker.terminate().then(() => resolve());
					return;
				}
				worker.postMessage({ from: next, inputs: inputs.slice(next, next + TOGETHER) });
				next += TOGETHER;
			};
			worker.on('error', reject);
			worker.on('message', ({ from, tags: some }: { from: number; tags: BigUint64Array }) => {
				tags.set(some, from);
				done += some.length;
				progress(done);
				give();
			});
			give();
		});
	const count = Math.max(1, Math.min(threads, Math.ceil(inputs.length / TOGETHER)));
	await Promise.all(Array.from({ length: count }, work));
	return offerTags(tags);
}
