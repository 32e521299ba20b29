/**
 * What partners may read of a ledger, as C2SP tlog-tiles lays it out: the newest checkpoint and the tiles of hashes that it signs. Path
 * in, bytes out; undefined for all else. Entries are never given here: they tell with whom this node exchanges, and when people work.
 */
import type { Database } from '../platform/database/port.ts';
import { HASH_BYTES } from './merkle/hash.ts';
import { parseTilePath } from './merkle/tile-path.ts';
import { tileWidth } from './merkle/tiles.ts';
import { readCheckpoint, readTiles } from './store.ts';

export type Published = {
	readonly bytes: Uint8Array;
	/** A tile never changes; a checkpoint does. */
	readonly isImmutable: boolean;
};

/** @returns a reader of `checkpoint` and `tile/…`; nothing that no checkpoint signs yet is given. */
export function createPublished(database: Database): (path: string) => Promise<Published | undefined> {
	return async (path) => {
		const address = path === 'checkpoint' ? undefined : parseTilePath(path);
		if (path !== 'checkpoint' && address?.kind !== 'hashes') return undefined;
		const newest = await readCheckpoint(database, 0);
		if (newest === undefined) return undefined;
		if (address === undefined) return { bytes: Buffer.from(newest.note, 'utf8'), isImmutable: false };
		const { place, width } = address;
		if (width > tileWidth(place, newest.size)) return undefined;
		const hashes = (await readTiles(database, [place])).get(`${place.level}/${place.index}`);
		// A wider tile begins with the narrower one.
		return hashes === undefined || hashes.length < width * HASH_BYTES
			? undefined
			: { bytes: hashes.subarray(0, width * HASH_BYTES), isImmutable: true };
	};
}
