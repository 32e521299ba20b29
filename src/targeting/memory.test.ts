import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../contract/records/declaration.ts';
import type { BorderRecord } from '../../contract/records/record.ts';
import { type Memory, openMemory, restoreMemory, type Seen } from './memory.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 2, 1);

const declaration = (reference: string, importer: string, more: Partial<Declaration> = {}): Declaration => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	parties: [
		{ role: 'importer', name: `${importer} Imports`, identifiers: [{ scheme: 'eori', value: importer }] },
	],
	items: [
		{
			number: 1,
			hsCode: '640399',
			originCountry: 'VN',
			netMassKg: '10',
			price: { amount: '99', currency: 'EUR' },
		},
	],
	...more,
});

const seen = (record: BorderRecord, at = 0, version = 1): Seen => ({
	record,
	version,
	atMs: START + at * DAY_MS,
	hits: [],
});

describe('a memory', () => {
	it('has features for each line of a declaration, and none for anything else', () => {
		const memory = openMemory();
		const two = declaration('D1', 'ALDER1', { items: [{ number: 1 }, { number: 2 }] });
		expect(memory.features(two, START)).toHaveLength(2);
		expect(
			memory.features(
				{
					kind: 'outcome',
					reference: 'O1',
					subject: { kind: 'declaration', reference: 'D1' },
					inspectedAt: '2026-03-01T00:00:00Z',
					inspection: 'scan',
					result: 'nothing-found',
				},
				START,
			),
		).toEqual([]);
	});

	it('counts goods once, whatever is amended, and learns from what was found', () => {
		const memory = openMemory();
		const record = declaration('D1', 'ALDER1');
		memory.see(seen(record));
		memory.see(seen({ ...record, function: 'amendment' }, 1, 2));
		memory.learn(seen(record, 1, 2), true);
		expect(memory.goods.tally('importer', 'eori:ALDER1')).toMatchObject({ seen: 1, inspected: 1, found: 1 });
	});

	it('takes the day of receipt where none is declared', () => {
		const memory = openMemory();
		memory.see(seen(declaration('D1', 'ALDER1'), 5));
		expect(memory.goods.tally('importer', 'eori:ALDER1').lastDay).toBe(START / DAY_MS + 5);
	});

	it('answers the same after it was saved and restored, and goes on alike', () => {
		const drafts = fc.array(
			fc.record({
				importer: fc.constantFrom('ALDER1', 'BIRCH2', 'CEDAR3'),
				found: fc.option(fc.boolean(), { nil: undefined }),
				price: fc.constantFrom('10', '99', '5000'),
				direction: fc.constantFrom('import' as const, 'export' as const),
			}),
			{ maxLength: 15 },
		);
		type Draft = {
			importer: string;
			found: boolean | undefined;
			price: string;
			direction: 'import' | 'export';
		};
		const tell = (memory: Memory, all: readonly Draft[], from: number): unknown[] =>
			all.map(({ importer, found, price, direction }, at) => {
				const record = declaration(`D${from + at}`, importer, {
					direction,
					items: [
						{
							number: 1,
							hsCode: '640399',
							netMassKg: '10',
							price: { amount: price, currency: 'EUR' },
						},
					],
				});
				const features = memory.features(record, START + at * DAY_MS);
				memory.see(seen(record, from + at));
				if (found !== undefined) memory.learn(seen(record, from + at), found);
				return [features, memory.history.count('declaration-by-importer', `eori:${importer}`, 30)];
			});
		fc.assert(
			fc.property(drafts, drafts, (before, after) => {
				const memory = openMemory();
				tell(memory, before, 0);
				const again = restoreMemory(memory.save());
				expect(again).toBeDefined();
				expect(tell(again!, after, 20)).toEqual(tell(memory, after, 20));
			}),
			{ numRuns: 10, seed: 21 },
		);
	});

	it('is refused where a byte is damaged or missing', () => {
		const memory = openMemory();
		for (let at = 0; at < 20; at++) memory.see(seen(declaration(`D${at}`, `ALDER${at}`), at));
		const bytes = memory.save();
		for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
			const damaged = bytes.slice();
			damaged[at]! ^= 1;
			expect(restoreMemory(damaged)).toBeUndefined();
			expect(restoreMemory(bytes.subarray(0, at))).toBeUndefined();
		}
	});
});
