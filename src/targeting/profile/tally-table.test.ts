import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteReader, createByteWriter } from './snapshot-bytes.ts';
import { openTallyTable, type TallyTable } from './tally-table.ts';

const LIMIT = 0.75 * 256;

const answers = (table: TallyTable, key: number): unknown => {
	const place = table.find(key);
	return place < 0
		? undefined
		: [
				table.seenAt(place),
				table.inspectedAt(place),
				table.foundAt(place),
				table.firstDayAt(place),
				table.lastDayAt(place),
			];
};

const saved = (table: TallyTable): Uint8Array => {
	const out = createByteWriter();
	table.save(out);
	return out.bytes();
};

const events = fc.array(
	fc.record({
		key: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2 ** 52, max: 2 ** 52 + 40 })),
		day: fc.oneof(fc.integer({ min: 20_000, max: 20_050 }), fc.constant(Number.NaN)),
		found: fc.option(fc.boolean(), { nil: undefined }),
	}),
	{ maxLength: 200 },
);

describe('a table of tallies', () => {
	it('counts as a map would', () => {
		fc.assert(
			fc.property(events, (all) => {
				const table = openTallyTable(LIMIT);
				const model = new Map<number, number[]>();
				for (const { key, day, found } of all) {
					const tally = model.get(key) ?? [0, 0, 0, Number.NaN, Number.NaN];
					const isNew = !model.has(key);
					model.set(key, tally);
					if (found === undefined || isNew) {
						tally[3] = Math.min(tally[3] || Number.POSITIVE_INFINITY, day || Number.POSITIVE_INFINITY);
						if (tally[3] === Number.POSITIVE_INFINITY) tally[3] = Number.NaN;
						tally[4] = Math.max(tally[4] || 0, day || 0) || Number.NaN;
					}
					if (found === undefined) {
						tally[0]!++;
						table.see(key, day);
					} else {
						tally[1]!++;
						if (found) tally[2]!++;
						table.learn(key, found, day);
					}
				}
				expect(table.size).toBe(model.size);
				for (const [key, tally] of model) expect(answers(table, key)).toEqual(tally);
				expect(table.find(41)).toBe(-1);
			}),
			{ numRuns: 100, seed: 7 },
		);
	});

	it('is the same after it was saved', () => {
		fc.assert(
			fc.property(events, (all) => {
				const table = openTallyTable(LIMIT);
				for (const { key, day } of all) table.see(key, day);
				const reader = createByteReader(saved(table));
				const again = openTallyTable(LIMIT, reader);
				expect(reader.atEnd).toBe(true);
				for (const { key } of all) expect(answers(again, key)).toEqual(answers(table, key));
			}),
			{ numRuns: 50, seed: 8 },
		);
	});

	it('forgets what was not seen longest, wherever it stands, and never holds more than its limit', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 53 - 1 }), { minLength: 300, maxLength: 400 }),
				(keys) => {
					const table = openTallyTable(LIMIT);
					keys.forEach((key, at) => {
						table.see(key, 20_000 + Math.floor(at / 4));
						expect(table.size).toBeLessThanOrEqual(LIMIT);
					});
					const kept = keys.map((key) => table.find(key) >= 0);
					// Whole days go before a newer one does; of one day some may stay.
					const oldest = kept.indexOf(true);
					expect(kept.slice(oldest + 4).every(Boolean)).toBe(true);
					expect(table.size).toBeGreaterThan(LIMIT * 0.8);
					const reader = createByteReader(saved(table));
					const again = openTallyTable(LIMIT, reader);
					for (const other of [1, 2, 3, 4, 5].map((each) => each * 7_919)) {
						table.see(other, 20_200);
						again.see(other, 20_200);
					}
					expect(keys.map((key) => again.find(key) >= 0)).toEqual(keys.map((key) => table.find(key) >= 0));
				},
			),
			{ numRuns: 10, seed: 9 },
		);
	});

	it('refuses bytes that no table wrote', () => {
		const table = openTallyTable(LIMIT);
		for (let key = 1; key < 50; key++) table.see(key, 20_000);
		const bytes = saved(table);
		fc.assert(
			fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
				const changed = bytes.slice();
				changed[at] = value;
				const reader = createByteReader(changed.subarray(0, value % 2 === 0 ? changed.length : at));
				const again = openTallyTable(LIMIT, reader);
				expect(again.size).toBeLessThanOrEqual(LIMIT);
			}),
			{ numRuns: 200, seed: 10 },
		);
		const twice = createByteWriter();
		twice.number(2);
		twice.array(Float64Array.of(5, 5));
		twice.array(new Uint32Array(8));
		const reader = createByteReader(twice.bytes());
		openTallyTable(LIMIT, reader);
		expect(reader.failed).toBe(true);
	});
});
