/**
 * What one letter or digit costs when it stands for another: 1 for any two, less where a scanner, a reader of plates, a
 * writer of look-alikes or a hand on a keyboard takes one for the other. Layouts QWERTY, QWERTZ and AZERTY.
 */

const places = 36;
const costs = new Float32Array(places * places).fill(1);

function placeOf(code: number): number {
	if (code >= 97 && code <= 122) return code - 97;
	return code >= 48 && code <= 57 ? code - 48 + 26 : -1;
}

function lower(pair: string, cost: number): void {
	const left = placeOf(pair.charCodeAt(0));
	const right = placeOf(pair.charCodeAt(1));
	costs[left * places + right] = Math.min(costs[left * places + right]!, cost);
	costs[right * places + left] = Math.min(costs[right * places + left]!, cost);
}

/** Neighbours on a keyboard, row by row: a key lies under the gap between two keys of the row above. */
function lowerNeighbours(rows: readonly string[], cost: number): void {
	for (const [at, row] of rows.entries()) {
		for (let key = 0; key + 1 < row.length; key += 1) lower(row.slice(key, key + 2), cost);
		const below = rows[at + 1];
		if (below === undefined) continue;
		for (let key = 0; key < below.length; key += 1) {
			if (key < row.length) lower(below[key]! + row[key]!, cost);
			if (key + 1 < row.length) lower(below[key]! + row[key + 1]!, cost);
		}
	}
}

lowerNeighbours(['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], 0.75);
lowerNeighbours(['qwertzuiop', 'asdfghjkl', 'yxcvbnm'], 0.75);
lowerNeighbours(['azertyuiop', 'qsdfghjklm', 'wxcvbn'], 0.75);
lowerNeighbours(['1234567890'], 0.8);
/** Keys that change places between the layouts. */
for (const pair of ['yz', 'aq', 'zw']) lower(pair, 0.6);
/** Shapes: scanners, plate readers, handwriting. */
for (const pair of ['0o', '1l', '1i', 'il', '5s', '8b', '2z', '0d', '6g', '0q']) lower(pair, 0.25);
for (const pair of [
	'uv',
	'vy',
	'ce',
	'co',
	'ao',
	'mn',
	'hn',
	'nr',
	'nu',
	'ij',
	'lt',
	'ft',
	'gq',
	'kx',
	'pr',
	'bh',
	'do',
])
	lower(pair, 0.6);
for (const pair of ['17', '38', '56', '49', '7t', '9g', '4a', '3e', '7y', '6b', '08']) lower(pair, 0.4);
/** Sounds that writers do not keep apart. */
for (const pair of [
	'ae',
	'ou',
	'iy',
	'ei',
	'ck',
	'kq',
	'cs',
	'sz',
	'vw',
	'fv',
	'bp',
	'dt',
	'gj',
	'jy',
	'gk',
	'hx',
	'uw',
	'bv',
	'ai',
	'ao',
	'eo',
	'cq',
	'xs',
])
	lower(pair, 0.5);

/**
 * Cost 0 to 1 of the character code `a` standing for `b`; both of a–z and 0–9. Symmetric; 0 for equal, 1 for any other.
 */
export function substitutionCost(a: number, b: number): number {
	if (a === b) return 0;
	const left = placeOf(a);
	const right = placeOf(b);
	return left < 0 || right < 0 ? 1 : costs[left * places + right]!;
}

/** One letter that looks like two, with what the change costs: `rn` for `m`. */
export const confusableGroups: readonly (readonly [one: string, two: string, cost: number])[] = [
	['m', 'rn', 0.3],
	['d', 'cl', 0.4],
	['w', 'vv', 0.2],
	['h', 'li', 0.5],
	['u', 'ii', 0.5],
	['k', 'lc', 0.6],
	['b', 'lo', 0.6],
	['n', 'ri', 0.6],
];

/** Both in one, as the comparators take them. */
export const confusables = { substitutionCost, groups: confusableGroups };
