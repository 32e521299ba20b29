import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../contract/records/declaration.ts';
import type { Rule } from '../../../contract/rules.ts';
import { unitsOf } from '../facts/units.ts';
import { openMemory } from '../memory.ts';
import type { RuleContext } from './engine.ts';
import { openRuleSet } from './open-rule-set.ts';

const rule = (changes: Partial<Rule>): Rule => ({
	id: 'a-rule',
	title: 'A rule',
	reason: 'because of {item.hs}',
	legalBasis: 'law',
	source: 'an example',
	owner: 'tests',
	subject: 'goods-item',
	when: 'item.hs == "640411"',
	effect: { kind: 'weight', weight: 0.2 },
	validFrom: '2026-01-01',
	validUntil: '2026-12-31',
	offices: [],
	tests: [],
	...changes,
});

const declaration: Declaration = {
	kind: 'declaration',
	reference: 'X-1',
	function: 'original',
	direction: 'import',
	declaredOn: '2026-03-01',
	parties: [{ role: 'importer', name: 'Nord AS', identifiers: [{ scheme: 'eori', value: 'NO999888777' }] }],
	items: [
		{ number: 1, hsCode: '640411', netMassKg: '10', price: { amount: '50', currency: 'USD' } },
		{ number: 2, hsCode: '010121' },
	],
};
const nowMs = Date.parse('2026-03-01T12:00:00Z');
const context = (changes: Partial<RuleContext> = {}): RuleContext => ({
	record: declaration,
	version: 1,
	day: Math.floor(nowMs / 86_400_000),
	nowMs,
	office: 'NO010100',
	findings: [],
	hits: [],
	knowledge: openMemory(),
	...changes,
});

const asked = (changes: Partial<Rule>, about: Partial<RuleContext> = {}) => {
	const given = context(about);
	return openRuleSet([{ rule: rule(changes), version: 3 }], () => 0.4).evaluate(
		unitsOf(declaration, given),
		given,
	);
};
const places = (when: string, about: Partial<RuleContext> = {}): string[] => {
	const { firings, failures } = asked({ when, reason: 'because' }, about);
	expect(failures).toEqual([]);
	return firings.map(({ place }) => place);
};

describe('a set of rules', () => {
	it('fires on the units where the condition holds, with a sentence, its version and its weight', () => {
		expect(asked({})).toEqual({
			firings: [
				{
					rule: 'a-rule',
					version: 3,
					title: 'A rule',
					place: 'items[0]',
					sentence: 'because of 640411',
					effect: { kind: 'weight', weight: 0.2 },
					weight: 0.4,
				},
			],
			failures: [],
		});
	});

	it('applies from its first day to its last, at its offices', () => {
		const fires = (changes: Partial<Rule>, about: Partial<RuleContext> = {}) =>
			asked(changes, about).firings.length === 1;
		expect(fires({ validFrom: '2026-03-01', validUntil: '2026-03-01' })).toBe(true);
		expect(fires({ validFrom: '2026-03-02' })).toBe(false);
		expect(fires({ validUntil: '2026-02-28' })).toBe(false);
		expect(fires({ offices: ['NO010100'] })).toBe(true);
		expect(fires({ offices: ['NO020100'] })).toBe(false);
		expect(fires({ offices: ['NO010100'] }, { office: null })).toBe(false);
	});

	it('says what failed and goes on with the others', () => {
		const good = rule({ id: 'good' });
		const bad = rule({
			id: 'bad',
			when: 'item.hs.substring(5, 6) == "1" && item.number == 1 || item.containers[3] == "x"',
		});
		const unreadable = rule({ id: 'unreadable', when: 'item.hss == "1"' });
		const given = context();
		const { firings, failures } = openRuleSet(
			[bad, unreadable, good].map((each) => ({ rule: each, version: 1 })),
			() => null,
		).evaluate(unitsOf(declaration, given), given);
		expect(firings.map((each) => `${each.rule} ${each.place}`)).toEqual(['bad items[0]', 'good items[0]']);
		expect(failures.map((each) => `${each.rule} ${each.place}`)).toEqual([
			'unreadable items[0]',
			'bad items[1]',
			'unreadable items[1]',
		]);
		expect(failures[1]?.message).toContain('has no element 3');
	});

	it('times what it is given a clock for', () => {
		let ms = 0;
		const given = context();
		const set = openRuleSet([{ rule: rule({}), version: 1 }], () => null, { monotonicMs: () => (ms += 2) });
		expect(set.costs().size).toBe(0);
		for (let times = 0; times < 100; times++) set.evaluate(unitsOf(declaration, given), given);
		expect(set.costs().get('a-rule')).toBe(2_000);
	});

	it('knows nothing of numbers that are not stated', () => {
		expect(places('unitValue() < 6')).toEqual(['items[0]']);
		expect(places('unitValue() != 6')).toEqual(['items[0]']);
		expect(places('!known(unitValue())')).toEqual(['items[1]']);
		expect(places('item.dutyRate <= 1000 || item.dutyRate > 1000')).toEqual([]);
		expect(places('item.description == "" && size(item.containers) == 0')).toHaveLength(2);
	});

	it('tells findings of a unit from those of its neighbours', () => {
		const finding = (place: string) =>
			({ code: 'hs.not-listed', severity: 'warning', place, sentence: 'x' }) as const;
		const when = 'finding("hs.not-listed")';
		expect(places(when, { findings: [finding('items[1].hsCode')] })).toEqual(['items[1]']);
		expect(places(when, { findings: [finding('items[10].hsCode')] })).toEqual([]);
		expect(places(when, { findings: [finding('')] })).toEqual([]);
	});

	it('sees what came before and not the record itself', () => {
		const knowledge = openMemory();
		const when = 'importer.isNew';
		expect(places(when, { knowledge })).toEqual(['items[0]', 'items[1]']);
		knowledge.see({ record: declaration, version: 1, atMs: nowMs, hits: [] });
		expect(places(when, { knowledge })).toEqual([]);
		expect(places('importer.seen == 2 && tally("hs", item.hs).seen == 1', { knowledge })).toHaveLength(2);
	});
});
