/**
 * Appends leaves to a tree: its right edge and new leaf hashes in, the tiles that changed and the new edge out. Pure.
 * Full tiles never change again; a partial one is replaced by a wider one of the same place.
 */
import { HASH_BYTES } from './hash.ts';
import { edgeTiles, TILE_WIDTH, type TilePlace, tileRoot } from './tiles.ts';

export type Tile = TilePlace & { readonly hashes: Uint8Array };

/** The right edge of a tree: its size, and the hashes of its partial tiles from level 0 up. */
export type Edge = { readonly size: number; readonly partial: readonly Uint8Array[] };

export const emptyEdge: Edge = { size: 0, partial: [] };

/** @throws RangeError where a partial tile of the edge is missing or has another width than the size says. */
export function readEdge(size: number, read: (place: TilePlace) => Uint8Array | undefined): Edge {
	const partial: Uint8Array[] = [];
	for (const place of edgeTiles(size)) {
		const hashes = read(place);
		const width = Math.floor(size / TILE_WIDTH ** place.level) % TILE_WIDTH;
		if (hashes === undefined || hashes.length !== width * HASH_BYTES)
			throw new RangeError(`tile ${place.level}/${place.index} does not fit a tree of ${size} entries`);
		partial[place.level] = hashes;
	}
	for (let level = 0; level < partial.length; level++) partial[level] ??= new Uint8Array();
	return { size, partial };
}

/** @param leaves hashes of the new entries, in order. */
export function appendLeaves(edge: Edge, leaves: readonly Uint8Array[]): { edge: Edge; changed: Tile[] } {
	const changed: Tile[] = [];
	const partial: Uint8Array[] = [];
	let incoming = leaves;
	let before = edge.size;
	for (let level = 0; level < edge.partial.length || incoming.length > 0; level++) {
		const kept = edge.partial[level] ?? new Uint8Array();
		const all = concatenate(kept, incoming);
		const first = Math.floor(before / TILE_WIDTH);
		const full: Uint8Array[] = [];
		let at = 0;
		for (; all.length - at >= TILE_WIDTH * HASH_BYTES; at += TILE_WIDTH * HASH_BYTES) {
			const hashes = all.subarray(at, at + TILE_WIDTH * HASH_BYTES);
			changed.push({ level, index: first + full.length, hashes });
			full.push(tileRoot(hashes));
		}
		const rest = all.subarray(at);
		if (rest.length > 0 && incoming.length > 0)
			changed.push({ level, index: first + full.length, hashes: rest });
		partial[level] = rest;
		incoming = full;
		before = first;
	}
	return { edge: { size: edge.size + leaves.length, partial }, changed };
}

function concatenate(kept: Uint8Array, hashes: readonly Uint8Array[]): Uint8Array {
	if (hashes.length === 0) return kept;
	const all = new Uint8Array(kept.length + hashes.length * HASH_BYTES);
	all.set(kept);
	for (const [at, hash] of hashes.entries()) all.set(hash, kept.length + at * HASH_BYTES);
	return all;
}
