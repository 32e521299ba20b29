import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuePaths } from '../../../contract/exchange/record-paths.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import { excessOf, type FieldRules, fateOf, minimiseRecord } from './minimise.ts';

const declaration: Declaration = {
	kind: 'declaration',
	reference: 'LRN-1',
	function: 'original',
	direction: 'import',
	office: 'XX000100',
	parties: [
		{
			role: 'importer',
			name: 'Umbrella Trading',
			identifiers: [{ scheme: 'tax', value: 'SECRET-TAX-77' }],
			address: { lines: ['1 Quay'], country: 'XX' },
		},
		{ role: 'exporter', name: 'Far Away Ltd' },
	],
	items: [
		{ number: 1, hsCode: '610910', description: 'Shirts', netMassKg: '12.5' },
		{ number: 2, hsCode: '640399', description: 'Confidential boots' },
	],
};

const rules: FieldRules = {
	allowed: ['office', 'direction', 'items.*', 'parties.*'],
	masked: ['parties.address.country'],
	forbidden: ['parties.identifiers.*', 'items.description'],
};

/** Every value of a thing, as text. */
function valuesOf(value: unknown): string[] {
	if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(valuesOf);
	return value === undefined ? [] : [String(value)];
}

/** A text as somebody might hide it. */
const disguises = (text: string): string[] => [
	text,
	text.toLowerCase(),
	text.toUpperCase(),
	Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, ''),
	Buffer.from(text, 'utf8').toString('hex'),
	encodeURIComponent(text),
	[...text].reverse().join(''),
];

describe('minimisation', () => {
	it('lets through what is allowed, names what is masked, keeps the rest', () => {
		const { shared, removed } = minimiseRecord(declaration, rules);
		expect(shared.record).toEqual({
			direction: 'import',
			office: 'XX000100',
			parties: [
				{ role: 'importer', name: 'Umbrella Trading', address: { lines: ['1 Quay'] } },
				{ role: 'exporter', name: 'Far Away Ltd' },
			],
			items: [
				{ number: 1, hsCode: '610910', netMassKg: '12.5' },
				{ number: 2, hsCode: '640399' },
			],
		});
		expect(shared.masked).toEqual(['parties.address.country']);
		expect(removed).toContainEqual({ path: 'parties.identifiers.value', because: 'forbidden' });
		expect(removed).toContainEqual({ path: 'function', because: 'not-allowed' });
		expect(excessOf(shared, rules)).toEqual([]);
	});

	it('leaves kind and reference of what no agreement names', () => {
		expect(minimiseRecord(declaration, undefined).shared).toEqual({
			kind: 'declaration',
			reference: 'LRN-1',
			record: {},
			masked: [],
		});
	});

	it('holds back all below what is masked or forbidden, and a receiver sees what was not cut', () => {
		const strict = { ...rules, forbidden: ['parties'] };
		expect(minimiseRecord(declaration, strict).shared.record).not.toHaveProperty('parties');
		const { shared } = minimiseRecord(declaration, rules);
		const excess = (record: Record<string, unknown>, masked: string[] = []) =>
			excessOf({ ...shared, record, masked }, rules);
		expect(excess({ items: [{ hsCode: '1' }] })).toEqual([]);
		expect(excess({ function: 'original' })).toEqual(['function']);
		expect(excess({ '': { office: 'XX' } })).toEqual(['.office']);
		expect(excess({ 'items.hsCode': '1' })).toEqual(['items.hsCode']);
		expect(excess({ items: [{ smuggled: 'value' }] })).toEqual(['items.smuggled']);
		expect(excess({ items: [{ secret: {} }] })).toEqual(['items.secret']);
		expect(excess({ parties: [] })).toEqual(['parties']);
		expect(excess({}, ['parties.address.country'])).toEqual([]);
		expect(excess({}, ['any.text.at.all'])).toEqual(['any.text.at.all']);
	});

	it('leaves nothing of a real record that its receiver would refuse', () => {
		const paths = valuePaths('declaration');
		const some = fc.subarray(paths, { maxLength: 60 });
		fc.assert(
			fc.property(some, some, some, (allowed, masked, forbidden) => {
				const with_ = { allowed, masked, forbidden };
				expect(excessOf(minimiseRecord(declaration, with_).shared, with_)).toEqual([]);
			}),
			{ seed: 31, numRuns: 100 },
		);
	});

	const name = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', '__proto__', 'constructor');
	const leaf = fc.oneof(
		fc.string({ minLength: 12, maxLength: 24 }),
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
	);
	const body = fc.letrec((tie) => ({
		value: fc.oneof(
			{ maxDepth: 4 },
			leaf,
			fc.array(tie('value'), { maxLength: 3 }),
			fc
				.array(fc.tuple(name, tie('value')), { maxLength: 4 })
				.map((entries) => Object.fromEntries(entries) as unknown),
		),
	})).value;
	const path = fc
		.tuple(
			fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta'), { minLength: 1, maxLength: 3 }),
			fc.boolean(),
		)
		.map(([segments, all]) => segments.join('.') + (all ? '.*' : ''));
	const fieldRules = fc.record({
		allowed: fc.array(fc.oneof(path, fc.constant('*')), { maxLength: 4 }),
		masked: fc.array(path, { maxLength: 3 }),
		forbidden: fc.array(path, { maxLength: 3 }),
	});

	const leaves = (value: unknown, at: string): { path: string; text: string }[] => {
		if (Array.isArray(value)) return value.flatMap((each) => leaves(each, at));
		if (typeof value === 'object' && value !== null)
			return Object.entries(value).flatMap(([member, inside]) =>
				leaves(inside, at === '' ? member : `${at}.${member}`),
			);
		return [{ path: at, text: String(value) }];
	};

	it('never adds a value, and nothing that may not leave survives in any form', () => {
		fc.assert(
			fc.property(
				fc.dictionary(name, body, { maxKeys: 5, noNullPrototype: true }),
				fieldRules,
				(members, with_) => {
					const record = { ...members, kind: 'declaration', reference: 'R' } as unknown as Declaration;
					const { shared } = minimiseRecord(record, with_);
					const before = leaves(members, '');
					const after = leaves(shared.record, '');
					for (const { path: at, text } of after) {
						expect(fateOf(at, with_)).toBe('allowed');
						expect(before.some((each) => each.path === at && each.text === text)).toBe(true);
					}
					const sent = JSON.stringify(shared);
					const allowedTexts = new Set(after.map(({ text }) => text));
					for (const { path: at, text } of before) {
						if (fateOf(at, with_) === 'allowed' || text.length < 12 || allowedTexts.has(text)) continue;
						for (const disguise of disguises(text))
							if (![...allowedTexts].some((kept) => kept.includes(disguise)))
								expect(sent.includes(JSON.stringify(disguise).slice(1, -1))).toBe(false);
					}
					expect(valuesOf(shared.record).length).toBeLessThanOrEqual(valuesOf(members).length);
				},
			),
			{ seed: 977, numRuns: 300 },
		);
	});
});
