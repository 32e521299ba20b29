/**
 * Group elements in bulk, on threads: texts to points under a key, points under a further key. For intersections, where both
 * sides put their key on both sets. Points from elsewhere are checked; what is none gives undefined.
 */
import { Worker } from 'node:worker_threads';

export const POINT_BYTES = 32;

type Work =
	| { readonly what: 'texts'; readonly texts: readonly string[] }
	| { readonly what: 'points'; readonly points: Uint8Array };

/** @returns one point for each text: its hash to the group, times the key. */
export const pointsOfTexts = async (key: Uint8Array, texts: readonly string[]): Promise<Uint8Array> =>
	(await onThread(key, { what: 'texts', texts })) ?? new Uint8Array();

/** @returns the points times the key, in order; undefined where one is no point, or is the neutral one. */
export const multiplyPoints = (key: Uint8Array, points: Uint8Array): Promise<Uint8Array | undefined> =>
	points.length % POINT_BYTES !== 0 ? Promise.resolve(undefined) : onThread(key, { what: 'points', points });

function onThread(key: Uint8Array, work: Work): Promise<Uint8Array | undefined> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./points-worker.ts', import.meta.url), {
			workerData: { key, work },
			name: 'tidewaiter-intersection',
		});
		worker.on('error', reject);
		worker.on('message', (points: Uint8Array | null) => {
			void worker.terminate().then(() => resolve(points ?? undefined));
		});
	});
}

/** The points in another order. @param order for each place of the result, the place it comes from. */
export function arrangePoints(points: Uint8Array, order: Uint32Array): Uint8Array {
	const arranged = new Uint8Array(order.length * POINT_BYTES);
	for (const [at, from] of order.entries())
		arranged.set(points.subarray(from * POINT_BYTES, (from + 1) * POINT_BYTES), at * POINT_BYTES);
	return arranged;
}

/** Places in `list` of points that are also in `other`. */
export function placesOfCommon(list: Uint8Array, other: Uint8Array): number[] {
	const bytes = Buffer.from(other.buffer, other.byteOffset, other.byteLength);
	const known = new Set<string>();
	for (let at = 0; at < bytes.length; at += POINT_BYTES)
		known.add(bytes.toString('latin1', at, at + POINT_BYTES));
	const listed = Buffer.from(list.buffer, list.byteOffset, list.byteLength);
	const places: number[] = [];
	for (let at = 0; at < listed.length; at += POINT_BYTES)
		if (known.has(listed.toString('latin1', at, at + POINT_BYTES))) places.push(at / POINT_BYTES);
	return places;
}

/** An order drawn at random (Fisher–Yates). @param random 4 bytes for each place. */
export function shuffledOrder(length: number, random: Uint8Array): Uint32Array {
	const order = Uint32Array.from({ length }, (_, at) => at);
	const view = new DataView(random.buffer, random.byteOffset, random.byteLength);
	for (let at = length - 1; at > 0; at--) {
		const other = view.getUint32(at * 4) % (at + 1);
		const kept = order[at] ?? 0;
		order[at] = order[other] ?? 0;
		order[other] = kept;
	}
	return order;
}
