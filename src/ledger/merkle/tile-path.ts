/**
 * Addresses of tiles as C2SP tlog-tiles writes them: `tile/0/x001/x234/067`, `tile/1/000.p/5`, `tile/entries/003`. Text in, the place
 * and its width out; undefined for anything else, so that one tile has one address. Pure.
 */
import { TILE_WIDTH, type TilePlace } from './tiles.ts';

/** What is asked for: a tile of hashes, or the entries below one of level 0. */
export type TileAddress = {
	readonly kind: 'hashes' | 'entries';
	readonly place: TilePlace;
	/** 256 for a full tile. */
	readonly width: number;
};

const ADDRESS = /^tile\/(entries|\d{1,2})((?:\/x\d{3}){0,4})\/(\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
/** A tree of more levels has more entries than a number can count. */
const MOST_LEVEL = 5;

export function parseTilePath(path: string): TileAddress | undefined {
	const [matched, what = '', groups = '', last = '', partial] = ADDRESS.exec(path) ?? [];
	if (matched === undefined) return undefined;
	const kind = what === 'entries' ? 'entries' : 'hashes';
	const address: TileAddress = {
		kind,
		place: {
			level: kind === 'entries' ? 0 : Number(what),
			index: Number(`${groups.replaceAll(/\/x/g, '')}${last}`),
		},
		width: partial === undefined ? TILE_WIDTH : Number(partial),
	};
	// Leading zeros, a level beyond all trees, a partial tile that is a full one.
	return formatTilePath(address) === path && address.place.level <= MOST_LEVEL && address.width <= TILE_WIDTH
		? address
		: undefined;
}

export function formatTilePath({ kind, place, width }: TileAddress): string {
	const digits = String(place.index);
	const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
	const groups = padded.match(/\d{3}/g) ?? [];
	const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
	return `tile/${kind === 'entries' ? 'entries' : place.level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}
