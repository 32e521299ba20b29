import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES, chunksOf, openChunk, sealChunk } from './chunks.ts';

const key = new Uint8Array(32).fill(5);
const whole = Buffer.alloc(CHUNK_BYTES, 'first');
const first = sealChunk(key, 0, false, whole);
const last = sealChunk(key, 1, true, Buffer.from('last'));

describe('chunks of an attachment', () => {
	it('open in their place alone', () => {
		expect(openChunk(key, 0, false, first)).toEqual(whole);
		expect(openChunk(key, 1, true, last)?.toString()).toBe('last');
		expect(openChunk(key, 0, true, first)).toBeUndefined();
		expect(openChunk(key, 1, false, first)).toBeUndefined();
		expect(openChunk(key, 1, false, last)).toBeUndefined();
		expect(openChunk(key, 2, true, last)).toBeUndefined();
		expect(openChunk(new Uint8Array(32), 0, false, first)).toBeUndefined();
	});

	it('do not open with anything changed', () => {
		fc.assert(
			fc.property(fc.nat({ max: last.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const changed = Uint8Array.from(last);
				changed[at] = (changed[at] ?? 0) ^ flip;
				expect(openChunk(key, 1, true, changed)).toBeUndefined();
			}),
			{ seed: 2015, numRuns: 60 },
		);
		for (const cut of [0, 15, 16, last.length - 1])
			expect(openChunk(key, 1, true, last.subarray(0, cut))).toBeUndefined();
	});

	it('are whole but for the last, and no more than an attachment has', () => {
		expect(chunksOf(0)).toBe(1);
		expect(chunksOf(CHUNK_BYTES)).toBe(1);
		expect(chunksOf(CHUNK_BYTES + 1)).toBe(2);
		expect(chunksOf(2 * 1024 ** 3)).toBe(2_048);
		expect(() => sealChunk(key, 0, false, Buffer.from('short'))).toThrow(RangeError);
		expect(() => sealChunk(key, 2_048, true, Buffer.from('late'))).toThrow(RangeError);
		expect(openChunk(key, 2_048, true, last)).toBeUndefined();
		expect(openChunk(key, -1, true, last)).toBeUndefined();
		expect(openChunk(key, 0.5, true, last)).toBeUndefined();
	});
});
