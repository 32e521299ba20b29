/**
 * How far two short texts are apart. Pure, symmetric, no allocation while comparing.
 * Distance is the number of letters put in, left out, changed or exchanged with their neighbour (optimal string alignment).
 * Texts of up to 32 letters go through Hyyrö's bit-parallel algorithm (2003), longer ones through the table it stands for.
 */

const LONGEST = 96;
const WORD = 32;
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const;
/** By letter: bits of the places in the shorter text that have it. All zero between calls. */
const places = new Int32Array(128);

/**
 * @param limit stop looking from here on.
 * @returns the distance, or `limit + 1` where it is more than `limit`. Texts are cut after 96 letters.
 */
export function editDistance(a: string, b: string, limit: number): number {
	if (a === b) return 0;
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (Math.min(long.length, LONGEST) - Math.min(short.length, LONGEST) > limit) return limit + 1;
	const distance = short.length > 0 && short.length <= WORD ? byBits(short, long, limit) : -1;
	return distance >= 0 ? distance : byTable(short, long, limit);
}

/** Distance, or -1 where a letter is outside of ASCII. */
function byBits(short: string, long: string, limit: number): number {
	const length = short.length;
	const width = Math.min(long.length, LONGEST);
	for (let at = 0; at < length; at++) {
		const code = short.charCodeAt(at);
		if (code > 127) {
			clear(short, at);
			return -1;
		}
		places[code]! |= 1 << at;
	}
	const last = 1 << (length - 1);
	let rises = -1;
	let falls = 0;
	let diagonal = 0;
	let before = 0;
	let distance = length;
	for (let at = 0; at < width; at++) {
		const code = long.charCodeAt(at);
		const here = code > 127 ? 0 : places[code]!;
		const exchanged = ((~diagonal & here) << 1) & before;
		diagonal = ((((here & rises) + rises) | 0) ^ rises) | here | falls | exchanged;
		let across = falls | ~(diagonal | rises);
		let back = diagonal & rises;
		if ((across & last) !== 0) distance++;
		if ((back & last) !== 0) distance--;
		across = (across << 1) | 1;
		back <<= 1;
		rises = back | ~(diagonal | across);
		falls = across & diagonal;
		before = here;
		if (distance - (width - at - 1) > limit) break;
	}
	clear(short, length);
	return distance > limit ? limit + 1 : distance;
}

function clear(text: string, until: number): void {
	for (let at = 0; at < until; at++) places[text.charCodeAt(at)] = 0;
}

function byTable(a: string, b: string, limit: number): number {
	const m = Math.min(a.length, LONGEST);
	const n = Math.min(b.length, LONGEST);
	let [before, previous, current]: [Uint8Array, Uint8Array, Uint8Array] = [rows[0], rows[1], rows[2]];
	for (let j = 0; j <= n; j++) previous[j] = j;
	for (let i = 1; i <= m; i++) {
		current[0] = i;
		let least = i;
		const left = a.charCodeAt(i - 1);
		for (let j = 1; j <= n; j++) {
			const right = b.charCodeAt(j - 1);
			let cost = Math.min(previous[j - 1]! + (left === right ? 0 : 1), previous[j]! + 1, current[j - 1]! + 1);
			if (i > 1 && j > 1 && left === b.charCodeAt(j - 2) && right === a.charCodeAt(i - 2)) {
				cost = Math.min(cost, before[j - 2]! + 1);
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

/**
 * 1 for the same text, towards 0 the more of the longer one has to be changed.
 * @param least below this the answer is 0: the higher it is, the sooner the search ends.
 */
export function textSimilarity(a: string, b: string, least: number): number {
	if (a === b) return 1;
	const longest = Math.min(Math.max(a.length, b.length), LONGEST);
	const limit = Math.floor(longest * (1 - least) + 1e-9);
	const distance = editDistance(a, b, limit);
	return distance > limit ? 0 : 1 - distance / longest;
}

/** True where one text is a part of the other, and long enough to mean something. */
export function isPartOf(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	return short.length > 2 && long.includes(short);
}
