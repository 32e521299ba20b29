import { describe, expect, it } from 'vitest';
import type { RuleSummary } from '../../../contract/views-rules.ts';
import { sortRules } from './rules.ts';

const rule = (id: string, fired: number, rate: number | null): RuleSummary => ({
	id,
	version: 1,
	title: `Rule ${id}`,
	owner: 'Desk',
	subject: 'declaration',
	state: 'live',
	validFrom: '2026-01-01',
	validUntil: '2026-12-31',
	daysLeft: 30,
	effect: { kind: 'weight', weight: 0.2 },
	pending: null,
	fired,
	precision: { count: 0, of: 0, rate, low: 0, high: 1 },
	errored: 0,
	changedAt: '2026-01-01T00:00:00.000Z',
	changedBy: 'Ana',
});
const rules = [rule('b', 2, null), rule('a', 10, 0.1), rule('c', 2, 0.4)];
const ids = (sort: Parameters<typeof sortRules>[1]) => sortRules(rules, sort).map(({ id }) => id);

describe('the list of rules', () => {
	it('sorts by what it is asked to, and keeps the order of what is alike', () => {
		expect(ids(undefined)).toEqual(['b', 'a', 'c']);
		expect(ids('title')).toEqual(['a', 'b', 'c']);
		expect(ids('fired')).toEqual(['b', 'c', 'a']);
		expect(ids('-fired')).toEqual(['a', 'b', 'c']);
	});

	it('puts what is unknown last, either way', () => {
		expect(ids('precision')).toEqual(['a', 'c', 'b']);
		expect(ids('-precision')).toEqual(['c', 'a', 'b']);
	});
});
