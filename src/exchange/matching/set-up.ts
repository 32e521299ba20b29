/** Sets up an offer: identifiers in, their tags out, on as many threads as there are cores. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type OfferedSet, offerTags } from './offered-set.ts';
import type { OfferKey } from './question.ts';

/** Inputs that a thread is given at a time: some tenths of a second. */
const TOGETHER = 2_000;

/** Tags that there is room for at first; twice as much whenever it is full. */
const FIRST_ROOM = 16_384;

/**
 * @param inputs identifiers in the form of `identifierText`, taken as they are needed: what is held at a time is what the threads work
 * on, and eight bytes for each tag. Repetitions are offered once.
 * @param progress inputs done so far.
 */
export async function setUpOffer(
	key: OfferKey,
	inputs: Iterable<string> | AsyncIterable<string>,
	progress: (done: number) => void = () => {},
	threads: number = availableParallelism(),
): Promise<OfferedSet> {
	let tags = new BigUint64Array(FIRST_ROOM);
	let done = 0;
	const take = takeTogether(inputs);
	const keep = (some: BigUint64Array): void => {
		if (done + some.length > tags.length) {
			const wider = new BigUint64Array(Math.max(tags.length * 2, done + some.length));
			wider.set(tags);
			tags = wider;
		}
		tags.set(some, done);
		done += some.length;
		progress(done);
	};
	const work = async (): Promise<void> => {
		let some = await take();
		// Whoever comes too late for the last of them needs no thread.
		if (some.length === 0) return;
		const worker = new Worker(new URL('./worker.ts', import.meta.url), {
			workerData: key.secretKey,
			name: 'tidewaiter-matching',
		});
		try {
			for (; some.length > 0; some = await take()) keep(await evaluatedBy(worker, some));
		} finally {
			await worker.terminate();
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, threads) }, work));
	return offerTags(tags.subarray(0, done));
}

/** Gives the next of them, in the order in which it is asked; none at the end. */
function takeTogether(inputs: Iterable<string> | AsyncIterable<string>): () => Promise<string[]> {
	const iterator =
		Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator]() : inputs[Symbol.iterator]();
	let last: Promise<unknown> = Promise.resolve();
	const next = async (): Promise<string[]> => {
		const some: string[] = [];
		while (some.length < TOGETHER) {
			const { value, done } = await iterator.next();
			if (done === true) break;
			some.push(value);
		}
		return some;
	};
	return () => {
		const taken = last.then(next);
		last = taken.catch(() => {});
		return taken;
	};
}

function evaluatedBy(worker: Worker, inputs: readonly string[]): Promise<BigUint64Array> {
	return new Promise((resolve, reject) => {
		const settle = (tags: BigUint64Array): void => {
			worker.off('error', reject);
			resolve(tags);
		};
		worker.once('error', reject);
		worker.once('message', settle);
		worker.postMessage(inputs);
	});
}
