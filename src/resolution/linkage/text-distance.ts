/**
 * How far two short texts are apart. Pure, symmetric, no allocation while comparing.
 * Distance is the number of letters put in, left out, changed or exchanged with their neighbour (optimal string alignment).
 */

const LONGEST = 96;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;

/**
 * @param limit stop looking from here on.
 * @returns the distance, or `limit + 1` where it is more than `limit`. Texts are cut after 96 letters.
 */
export function editDistance(a: string, b: string, limit: number): number {
	if (a === b) return 0;
	const m = Math.min(a.length, LONGEST);
	const n = Math.min(b.length, LONGEST);
	if (Math.abs(m - n) > limit) return limit + 1;
	let [before, previous, current]: [Uint8Array, Uint8Array, Uint8Array] = [rows[0], rows[1], rows[2]];
	for (let j = 0; j <= n; j++) previous[j] = j;
	for (let i = 1; i <= m; i++) {
		current[0] = i;
		let least = i;
		const left = a.charCodeAt(i - 1);
		for (let j = 1; j <= n; j++) {
			const right = b.charCodeAt(j - 1);
			let cost = previous[j - 1]! + (left === right ? 0 : 1);
			const dropped = previous[j]! + 1;
			if (dropped < cost) cost = dropped;
			const added = current[j - 1]! + 1;
			if (added < cost) cost = added;
			if (i > 1 && j > 1 && left === b.charCodeAt(j - 2) && right === a.charCodeAt(i - 2)) {
				const exchanged = before[j - 2]! + 1;
				if (exchanged < cost) cost = exchanged;
			}
			current[j] = cost;
			if (cost < least) least = cost;
		}
		if (least > limit) return limit + 1;
		[before, previous, current] = [previous, current, before];
	}
	const distance = previous[n]!;
	return distance > limit ? limit + 1 : distance;
}

/** 1 for the same text, towards 0 the more of the longer one has to be changed. */
export function textSimilarity(a: string, b: string): number {
	if (a === b) return 1;
	const longest = Math.min(Math.max(a.length, b.length), LONGEST);
	if (longest === 0) return 1;
	const limit = Math.ceil(longest * 0.5);
	const distance = editDistance(a, b, limit);
	return distance > limit ? 0 : 1 - distance / longest;
}
