import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../contract/rules.ts';
import type { KnownRule } from '../store/rules.ts';
import {
	daysLeft,
	type LifeOfVersion,
	refuseDecision,
	refuseProposal,
	renewedDays,
	stateOn,
} from './life.ts';
import { lifeOf, weightFrom } from './live-figures.ts';
import { PACK, planPack, yearAfter } from './rule-pack.ts';
import { contentOf, formatRuleFile, ruleFileOf, ruleText, storedRule, triedOf } from './rule-text.ts';

const rule: Rule = {
	id: 'heavy-goods',
	title: 'Heavy goods',
	reason: 'weighs {declaration.grossMassKg} kg',
	legalBasis: 'Customs Act, section 12',
	source: 'experience',
	owner: 'targeting centre',
	subject: 'declaration',
	when: 'declaration.grossMassKg > 1000.0',
	effect: { kind: 'weight', weight: 0.3 },
	validFrom: '2026-03-01',
	validUntil: '2026-12-31',
	offices: ['MT01', 'MT02'],
	tests: [{ name: 'heavy', facts: { 'b.two': 1, 'a.one': true }, answers: {}, fires: true }],
};

const TODAY = '2026-06-15';
const NOW = Date.UTC(2026, 5, 15, 12);
const version = (more: Partial<LifeOfVersion> = {}): LifeOfVersion => ({
	state: 'draft',
	validFrom: '2026-03-01',
	validUntil: '2026-12-31',
	writers: ['ana'],
	...more,
});

describe('the text of a rule', () => {
	it('is the same whatever the order of members, facts and offices', () => {
		const turned = Object.fromEntries(Object.entries(rule).reverse()) as Rule;
		expect(
			ruleText({
				...turned,
				offices: ['MT02', 'MT01', 'MT02'],
				tests: [{ fires: true, answers: {}, facts: { 'a.one': true, 'b.two': 1 }, name: 'heavy' }],
			}),
		).toBe(ruleText(rule));
		expect(storedRule(ruleText(rule))).toEqual(storedRule(ruleText(turned)));
	});

	it('is a file that comes back the same, sorted by identifier', () => {
		const file = formatRuleFile(ruleFileOf([{ ...rule, id: 'zeta' }, rule]));
		expect(file).toMatch(/^\{\n\t"format": "tidewaiter-rules",\n\t"version": 1,\n\t"rules": \[\n/);
		expect(formatRuleFile(JSON.parse(file))).toBe(file);
		expect(file.indexOf('heavy-goods')).toBeLessThan(file.indexOf('zeta'));
	});

	it('has keys for what a backtest depends on, and for what it is without its days', () => {
		const renewed = { ...rule, validUntil: '2027-12-31' };
		expect(contentOf(renewed)).toBe(contentOf(rule));
		expect(triedOf({ ...rule, title: 'Another title', reason: 'another' })).toBe(triedOf(rule));
		for (const changed of [{ when: 'true' }, { offices: ['MT01'] }, { subject: 'goods-item' as const }])
			expect(triedOf({ ...rule, ...changed })).not.toBe(triedOf(rule));
		expect(contentOf({ ...rule, title: 'Another title' })).not.toBe(contentOf(rule));
	});
});

describe('the life of a rule', () => {
	it('ends by itself after its last day', () => {
		const live = version({ state: 'live', validUntil: TODAY });
		expect(stateOn(live, TODAY)).toBe('live');
		expect(daysLeft(live, TODAY)).toBe(0);
		expect(stateOn(live, '2026-06-16')).toBe('expired');
		expect(daysLeft(live, '2026-06-20')).toBe(-5);
		expect(stateOn(version({ validUntil: '2020-01-01' }), TODAY)).toBe('draft');
	});

	it('goes to a second person only when it was checked and tried on history', () => {
		const propose = (more: Partial<LifeOfVersion>, proposable = true, at: number | undefined = NOW - 1_000) =>
			refuseProposal(version(more), TODAY, { problems: [], tests: [], proposable }, at, NOW)?.message;
		expect(propose({})).toBeUndefined();
		expect(propose({}, false)).toMatch(/check/);
		expect(
			refuseProposal(version(), TODAY, { problems: [], tests: [], proposable: true }, undefined, NOW)
				?.message,
		).toMatch(/no backtest/);
		expect(propose({}, true, NOW - 91 * 86_400_000)).toMatch(/older/);
		expect(propose({ state: 'live' })).toMatch(/only a draft/);
		expect(propose({ state: 'proposed' })).toMatch(/waits/);
		expect(propose({ validUntil: '2026-06-14' })).toMatch(/passed/);
		expect(propose({ validUntil: '2028-06-14' })).toMatch(/two years/);
		expect(propose({ validFrom: '2026-07-01', validUntil: '2026-06-20' })).toMatch(/before it begins/);
	});

	it('is never approved by whoever wrote or proposed it', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1 }), (writers) => {
				for (const writer of writers)
					expect(
						refuseDecision(version({ state: 'proposed', writers }), 'approve', writer, TODAY, undefined),
					).toBeDefined();
			}),
			{ seed: 7, numRuns: 50 },
		);
		const proposed = version({ state: 'proposed' });
		expect(refuseDecision(proposed, 'approve', 'sue', TODAY, undefined)).toBeUndefined();
		expect(refuseDecision(proposed, 'reject', 'ana', TODAY, undefined)).toBeUndefined();
		expect(refuseDecision(version(), 'approve', 'sue', TODAY, undefined)).toBeDefined();
	});

	it('leaves no gap where a later version begins only later', () => {
		const later = version({ state: 'proposed', validFrom: '2026-07-01' });
		const live = version({ state: 'live' });
		expect(refuseDecision(later, 'approve', 'sue', TODAY, live)?.message).toMatch(/take the place/);
		expect(refuseDecision(later, 'approve', 'sue', TODAY, undefined)).toBeUndefined();
		expect(
			refuseDecision(later, 'approve', 'sue', TODAY, { ...live, validUntil: '2026-01-01' }),
		).toBeUndefined();
	});

	it('goes on from the day of its renewal, for two years at most', () => {
		const live = version({ state: 'live' });
		expect(renewedDays(live, '2027-06-15', TODAY)).toEqual({ validFrom: TODAY, validUntil: '2027-06-15' });
		expect(renewedDays({ ...live, validUntil: '2026-01-01' }, '2026-07-01', TODAY)).toHaveProperty(
			'validFrom',
		);
		expect(renewedDays(live, '2028-12-31', TODAY)).toHaveProperty('message');
		expect(renewedDays(live, '2026-01-01', TODAY)).toHaveProperty('message');
		expect(renewedDays(version(), '2027-06-15', TODAY)).toHaveProperty('message');
	});
});

describe('the pack that comes with the program', () => {
	const known = (contents: string[], more: Partial<KnownRule> = {}): ReadonlyMap<string, KnownRule> =>
		new Map([
			['heavy-goods', { contents: new Set(contents), newest: 3, state: 'live', writers: [PACK], ...more }],
		]);
	const plan = (before: ReadonlyMap<string, KnownRule>, sound = true) =>
		planPack([rule], before, () => sound, TODAY, new Date(NOW));

	it('is live for a year on a node that has no rule', () => {
		expect(plan(new Map()).insert).toMatchObject([
			{ id: 'heavy-goods', version: 1, state: 'live', approvedBy: PACK, countedFrom: TODAY },
		]);
		const [first] = plan(new Map()).insert;
		expect(storedRule(first?.body ?? '')).toMatchObject({ validFrom: TODAY, validUntil: '2027-06-15' });
		expect(plan(new Map(), false).insert).toMatchObject([{ state: 'draft', approvedBy: null }]);
	});

	it('changes nothing that a node has, and brings what is new as drafts', () => {
		expect(plan(known([contentOf(rule)]))).toEqual({ insert: [], update: [] });
		expect(plan(known(['other'])).insert).toMatchObject([{ version: 4, state: 'draft' }]);
		expect(plan(known(['other'], { state: 'draft' })).update).toMatchObject([{ version: 3, state: 'draft' }]);
		expect(plan(known(['other'], { state: 'draft', writers: [PACK, 'ana'] }))).toEqual({
			insert: [],
			update: [],
		});
		expect(plan(known(['other'], { state: 'proposed' }))).toEqual({ insert: [], update: [] });
		expect(yearAfter('2028-02-29')).toBe('2029-02-28');
	});
});

describe('how a live rule does', () => {
	const days = (fired: (back: number) => number) =>
		Array.from({ length: 60 }, (_, at) => 60 - at).map((back) => ({
			day: new Date(NOW - back * 86_400_000).toISOString().slice(0, 10),
			fired: fired(back),
			inspected: 2,
			found: 1,
			errored: 0,
			minutes: 30,
			recovered: 100,
			lastError: null,
		}));
	const records = new Map(days(() => 0).map(({ day }) => [day, 100]));
	const life = (fired: (back: number) => number) =>
		lifeOf({
			days: days(fired),
			records,
			kind: 'declaration',
			today: TODAY,
			countedFrom: '2026-01-01',
			lastFiredAt: null,
			microsPerUnit: null,
		});

	it('stands for the author’s word until inspections say otherwise', () => {
		expect(weightFrom(rule, undefined)).toBeCloseTo(0.3, 12);
		expect(weightFrom(rule, { fired: 0, inspected: 90, found: 9, errored: 0 })).toBeCloseTo(0.12, 12);
		const lane: Rule = { ...rule, effect: { kind: 'lane', lane: 'red', mandatory: true } };
		expect(weightFrom(lane, { fired: 0, inspected: 90, found: 9, errored: 0 })).toBeNull();
	});

	it('has a precision with its interval, also of the last 30 days', () => {
		const found = life(() => 1);
		expect(found.precision).toMatchObject({ count: 60, of: 120, rate: 0.5 });
		expect(found.recentPrecision.of).toBe(58);
		expect(found).toMatchObject({ fired: 60, minutes: 1_800, recovered: 6_000 });
	});

	it('says that it drifts only where chance would not do it', () => {
		expect(life(() => 2).drift?.sentence).toMatch(/about as often/);
		const more = life((back) => (back <= 7 ? 12 : 2));
		expect(more.drift?.ratio).toBeCloseTo(6, 0);
		expect(more.drift?.sentence).toMatch(/6 times as often: 12 % of declarations in the last 7 days, 2 %/);
		expect(life((back) => (back <= 7 ? 0 : 10)).drift?.sentence).toMatch(/not at all any more/);
		expect(life(() => 0).drift).toBeNull();
	});
});
