/**
 * A Merkle tree in tiles of 256 hashes (C2SP tlog-tiles): level 0 holds leaf hashes, each hash of a level above is the root of
 * a full tile below. Tiles in, roots and proofs out (RFC 6962, section 2.1). Pure; a tile that is needed and missing is an
 * error of the caller, who asks `tilesOf…` first.
 */
import { emptyRoot, HASH_BYTES, hashNode } from './hash.ts';

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

export type TilePlace = { readonly level: number; readonly index: number };

/** Hashes of a tile, one after the other; undefined where there is none. */
export type ReadTile = (level: number, index: number) => Uint8Array | undefined;

/** Width of the tile at a level of a tree of `size`: 256 for a full one, fewer at the right edge, 0 beyond. */
export function tileWidth({ level, index }: TilePlace, size: number): number {
	const hashes = Math.floor(size / TILE_WIDTH ** level);
	return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** Tiles at the right edge of a tree, which its root is made of: the partial ones. */
export function edgeTiles(size: number): TilePlace[] {
	const places: TilePlace[] = [];
	for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH))
		if (hashes % TILE_WIDTH > 0) places.push({ level, index: Math.floor(hashes / TILE_WIDTH) });
	return places;
}

/** Tiles above an entry, one for each level of the tree. */
function pathTiles(index: number, size: number): TilePlace[] {
	const places: TilePlace[] = [];
	for (let level = 0, at = index, hashes = size; hashes > 0; level++) {
		at = Math.floor(at / TILE_WIDTH);
		places.push({ level, index: at });
		hashes = Math.floor(hashes / TILE_WIDTH);
	}
	return places.filter((place) => tileWidth(place, size) > 0);
}

function distinct(places: readonly TilePlace[]): TilePlace[] {
	return [...new Map(places.map((place) => [`${place.level}/${place.index}`, place])).values()];
}

/** Tiles that a proof of inclusion of an entry is made of. */
export const tilesOfInclusion = (index: number, size: number): TilePlace[] =>
	distinct([...pathTiles(index, size), ...edgeTiles(size)]);

/** Tiles that a proof of consistency of two sizes is made of. */
export const tilesOfConsistency = (size: number, newSize: number): TilePlace[] =>
	size === 0 ? [] : distinct([...pathTiles(size - 1, newSize), ...edgeTiles(size), ...edgeTiles(newSize)]);

/** Root of the tree of `size` entries. */
export const rootOf = (size: number, read: ReadTile): Uint8Array =>
	size === 0 ? emptyRoot() : rangeRoot(0, size, read);

/** PATH(index, D[size]) of RFC 6962: from the leaf's sibling up. */
export function proveInclusion(index: number, size: number, read: ReadTile): Uint8Array[] {
	const proof: Uint8Array[] = [];
	let begin = 0;
	let end = size;
	while (end - begin > 1) {
		const middle = begin + largestPowerBelow(end - begin);
		if (index < middle) {
			proof.push(rangeRoot(middle, end, read));
			end = middle;
		} else {
			proof.push(rangeRoot(begin, middle, read));
			begin = middle;
		}
	}
	return proof.reverse();
}

/** PROOF(size, D[newSize]) of RFC 6962; empty where the sizes are equal or the first is 0. */
export function proveConsistency(size: number, newSize: number, read: ReadTile): Uint8Array[] {
	if (size === 0 || size === newSize) return [];
	const proof: Uint8Array[] = [];
	let begin = 0;
	let end = newSize;
	let isWhole = true;
	while (end !== size) {
		const middle = begin + largestPowerBelow(end - begin);
		if (size <= middle) {
			proof.push(rangeRoot(middle, end, read));
			end = middle;
		} else {
			proof.push(rangeRoot(begin, middle, read));
			begin = middle;
			isWhole = false;
		}
	}
	if (!isWhole) proof.push(rangeRoot(begin, end, read));
	return proof.reverse();
}

/** MTH of the entries [begin, end), where begin is a multiple of the smallest power of two that spans them. */
const rangeRoot = (begin: number, end: number, read: ReadTile): Uint8Array =>
	perfectRoots(begin, end, read).reduceRight((right, left) => hashNode(left, right));

/**
 * Roots of the perfect subtrees that the first `size` entries are made of, the largest first: all that a verifier needs of them to
 * go on from there. Made of `edgeTiles(size)`.
 */
export const subtreesOf = (size: number, read: ReadTile): Uint8Array[] => perfectRoots(0, size, read);

function perfectRoots(begin: number, end: number, read: ReadTile): Uint8Array[] {
	const perfect: Uint8Array[] = [];
	for (let at = begin; at < end; ) {
		let level = 0;
		let width = 1;
		while (width * 2 <= end - at && at % (width * 2) === 0) {
			width *= 2;
			level += 1;
		}
		perfect.push(perfectRoot(level, at / width, read));
		at += width;
	}
	return perfect;
}

/** Root of a perfect subtree: the `index`-th of height `height` from the left. */
function perfectRoot(height: number, index: number, read: ReadTile): Uint8Array {
	const level = Math.floor(height / TILE_HEIGHT);
	const leaves = 2 ** (height % TILE_HEIGHT);
	const first = index * leaves;
	const tile = read(level, Math.floor(first / TILE_WIDTH));
	const from = (first % TILE_WIDTH) * HASH_BYTES;
	if (tile === undefined || tile.length < from + leaves * HASH_BYTES)
		throw new RangeError(`tile ${level}/${Math.floor(first / TILE_WIDTH)} is missing or too short`);
	const root = hashIn(rowsOf(tile)[height % TILE_HEIGHT], (first % TILE_WIDTH) / leaves);
	if (root === undefined) throw new RangeError(`tile ${level} has no subtree of height ${height}`);
	return root;
}

/** Rows of the tree over a tile, from its own hashes up. Kept as long as the tile is: proofs of one tile share them. */
const rowsOfTiles = new WeakMap<Uint8Array, readonly Uint8Array[]>();

function rowsOf(tile: Uint8Array): readonly Uint8Array[] {
	const known = rowsOfTiles.get(tile);
	if (known !== undefined) return known;
	const rows = [tile];
	for (let row = tile; row.length > HASH_BYTES; ) {
		row = pairsOf(row);
		rows.push(row);
	}
	rowsOfTiles.set(tile, rows);
	return rows;
}

/** The hash at a place of a row of hashes, one after the other. */
const hashIn = (row: Uint8Array | undefined, at: number): Uint8Array | undefined =>
	row === undefined || row.length < (at + 1) * HASH_BYTES
		? undefined
		: row.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);

/** Hashes of neighbours, two by two; the last one without a neighbour has none. */
function pairsOf(row: Uint8Array): Uint8Array {
	const above = new Uint8Array(Math.floor(row.length / (2 * HASH_BYTES)) * HASH_BYTES);
	for (let at = 0; at < above.length; at += HASH_BYTES)
		above.set(
			hashNode(
				row.subarray(2 * at, 2 * at + HASH_BYTES),
				row.subarray(2 * at + HASH_BYTES, 2 * at + 2 * HASH_BYTES),
			),
			at,
		);
	return above;
}

/** Root of a full tile: what stands for it in the tile above. */
export function tileRoot(tile: Uint8Array): Uint8Array {
	const root = hashIn(rowsOf(tile)[TILE_HEIGHT], 0);
	if (root === undefined) throw new RangeError('only a full tile has a root');
	return root;
}

function largestPowerBelow(value: number): number {
	let power = 1;
	while (power * 2 < value) power *= 2;
	return power;
}
