/**
 * Identifiers made from time and chance (UUID version 7, RFC 9562).
 * Version 7 sorts by time: new rows go to the right edge of an index, and a month of rows is a range of identifiers.
 */
import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8_192;
const pool = new Uint8Array(POOL_BYTES);
let poolUsed = POOL_BYTES;
let lastMs = 0;
let sequence = 0;

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/**
 * A new identifier for the moment `ms` (milliseconds since 1970). Identifiers of one process increase strictly, also
 * when the clock stands still or steps back: 12 bits count within a millisecond, then the millisecond is moved on.
 */
export function newIdentifier(ms: number): string {
	if (ms > lastMs) {
		lastMs = ms;
		sequence = 0;
	} else if (++sequence > 0xfff) {
		lastMs += 1;
		sequence = 0;
	}
	if (poolUsed + 8 > POOL_BYTES) {
		randomFillSync(pool);
		poolUsed = 0;
	}
	const time = lastMs.toString(16).padStart(12, '0');
	const random = pool.subarray(poolUsed, poolUsed + 8);
	poolUsed += 8;
	const high = HEX[((random[0] ?? 0) & 0x3f) | 0x80];
	let tail = '';
	for (let index = 2; index < 8; index++) tail += HEX[random[index] ?? 0];
	const counter = sequence.toString(16).padStart(3, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${high}${HEX[random[1] ?? 0]}-${tail}`;
}

/** Lowest identifier of the moment `ms`: the bound of a range by time. */
export function lowestIdentifier(ms: number): string {
	const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** Below every identifier. */
export const LOWEST_IDENTIFIER = lowestIdentifier(0);

const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Has a text the form of an identifier, as it is written here: lower case, with hyphens? */
export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text);

/** The moment, in milliseconds since 1970, that a version 7 identifier carries. */
export function momentOf(identifier: string): number {
	return Number.parseInt(identifier.slice(0, 8) + identifier.slice(9, 13), 16);
}
