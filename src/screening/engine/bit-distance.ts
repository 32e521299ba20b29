/**
 * Plain edit distance of one pattern against many texts (Myers 1999, bit-parallel, in Hyyrö's form): sorts out, before words
 * are compared letter by letter at many times the cost. In: Latin lower case. Out: insertions, deletions, replacements.
 */

/** Letters of a pattern that fit into one machine word. */
export const LONGEST_PATTERN = 31;
const CODES = 128;

const positions = new Int32Array(CODES);
let pattern = '';

/** Sets the pattern for the calls of `distanceTo` that follow; letters beyond `LONGEST_PATTERN` are not compared. */
export function setPattern(text: string): void {
	for (let at = 0; at < pattern.length; at += 1) positions[pattern.charCodeAt(at) & (CODES - 1)] = 0;
	pattern = text.length > LONGEST_PATTERN ? text.slice(0, LONGEST_PATTERN) : text;
	for (let at = 0; at < pattern.length; at += 1) positions[pattern.charCodeAt(at) & (CODES - 1)]! |= 1 << at;
}

/** Edit distance of the pattern to the text in `letters` from `from` up to, not including, `until`. */
export function distanceTo(letters: Uint8Array, from: number, until: number): number {
	const length = pattern.length;
	if (length === 0) return until - from;
	const last = 1 << (length - 1);
	let plus = -1;
	let minus = 0;
	let distance = length;
	for (let at = from; at < until; at += 1) {
		const equal = positions[letters[at]! & (CODES - 1)]!;
		const diagonal = (((equal & plus) + plus) ^ plus) | equal | minus;
		let up = minus | ~(diagonal | plus);
		let down = plus & diagonal;
		if ((up & last) !== 0) distance += 1;
		else if ((down & last) !== 0) distance -= 1;
		up = (up << 1) | 1;
		down <<= 1;
		plus = down | ~(diagonal | up);
		minus = up & diagonal;
	}
	return distance;
}
