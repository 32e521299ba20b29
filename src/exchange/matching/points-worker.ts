/** One thread of an intersection: takes a key and texts or points, gives points. */
import { parentPort, workerData } from 'node:worker_threads';
import sodium from 'libsodium-wrappers-sumo';
import { hashToGroup } from './evaluate-many.ts';

const POINT_BYTES = 32;
const port = parentPort;
if (port === null) throw new Error('points-worker.ts runs as a worker thread only');
// Given by points.ts, which is the only one who starts this thread.
const { key, work } = workerData as {
	key: Uint8Array;
	work: { what: 'texts'; texts: readonly string[] } | { what: 'points'; points: Uint8Array };
};
await sodium.ready;
port.postMessage(work.what === 'texts' ? ofTexts(work.texts) : ofPoints(work.points));

function ofTexts(texts: readonly string[]): Uint8Array {
	const all = new Uint8Array(texts.length * POINT_BYTES);
	for (const [at, text] of texts.entries())
		all.set(
			sodium.crypto_scalarmult_ristretto255(key, hashToGroup(Buffer.from(text, 'utf8'))),
			at * POINT_BYTES,
		);
	return all;
}

function ofPoints(points: Uint8Array): Uint8Array | null {
	const all = new Uint8Array(points.length);
	try {
		for (let at = 0; at < points.length; at += POINT_BYTES) {
			const point = points.slice(at, at + POINT_BYTES);
			if (!sodium.crypto_core_ristretto255_is_valid_point(point)) return null;
			all.set(sodium.crypto_scalarmult_ristretto255(key, point), at);
		}
	} catch {
		// The neutral element.
		return null;
	}
	return all;
}
