import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTilePath, parseTilePath } from './tile-path.ts';

describe('addresses of tiles', () => {
	it('are those of the specification', () => {
		expect(parseTilePath('tile/0/x001/x234/067')).toEqual({
			kind: 'hashes',
			place: { level: 0, index: 1_234_067 },
			width: 256,
		});
		expect(parseTilePath('tile/1/000.p/5')).toEqual({
			kind: 'hashes',
			place: { level: 1, index: 0 },
			width: 5,
		});
		expect(parseTilePath('tile/entries/003')).toMatchObject({
			kind: 'entries',
			place: { level: 0, index: 3 },
		});
	});

	it.each([
		'tile/0/1',
		'tile/0/x000/001',
		'tile/0/001/002',
		'tile/00/001',
		'tile/6/000',
		'tile/0/000.p/0',
		'tile/0/000.p/256',
		'tile/0/000.p/257',
		'tile/0/000.p/05',
		'tile/0/000/',
		'/tile/0/000',
		'tile/0/x999/x999/x999/x999/x999/999',
		'tile/../000',
		'tile/entries/../../checkpoint',
		'',
	])('that are written otherwise are none: %s', (path) => {
		expect(parseTilePath(path)).toBeUndefined();
	});

	it('are read as they are written', () => {
		fc.assert(
			fc.property(
				fc.record({
					kind: fc.constant('hashes' as const),
					place: fc.record({ level: fc.nat(5), index: fc.nat(999_999_999_999) }),
					width: fc.integer({ min: 1, max: 256 }),
				}),
				(address) => {
					expect(parseTilePath(formatTilePath(address))).toEqual(address);
				},
			),
			{ seed: 6, numRuns: 200 },
		);
	});
});
