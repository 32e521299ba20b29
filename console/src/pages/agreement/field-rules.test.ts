import { describe, expect, it } from 'vitest';
import type { AgreementBody } from '../../../../contract/exchange/agreement.ts';
import { countFates, type FieldRules, kindsOf, matrixOf, namedPaths, withFate } from './field-rules.ts';

const rules: FieldRules = {
	kind: 'declaration',
	allowed: ['office', 'items.*', 'value'],
	masked: ['parties.*', 'value'],
	forbidden: ['items.price.*'],
};
const grant = { messages: [], matching: [], subjects: [] };
const body = {
	grants: [
		{ ...grant, from: 'a', to: 'b', records: [rules] },
		{ ...grant, from: 'b', to: 'a', records: [{ ...rules, allowed: ['office'], masked: [], forbidden: [] }] },
		{
			...grant,
			from: 'a',
			to: 'b',
			records: [{ kind: 'declaration', allowed: [], masked: [], forbidden: ['office'] }],
		},
	],
} as unknown as AgreementBody; // only what is looked at

describe('fields of an agreement', () => {
	it('have one word each, the strictest', () => {
		expect([...namedPaths(rules)]).toEqual([
			['items.*', 'allowed'],
			['items.price.*', 'forbidden'],
			['office', 'allowed'],
			['parties.*', 'masked'],
			['value', 'masked'],
		]);
		expect(countFates(rules)).toEqual({ allowed: 2, masked: 2, forbidden: 1 });
	});

	it('stand by direction, whatever grant names them', () => {
		const { ways, rows } = matrixOf(body, 'declaration');
		expect(ways).toEqual([
			{ from: 'a', to: 'b' },
			{ from: 'b', to: 'a' },
		]);
		expect(rows.find(({ path }) => path === 'office')?.fates).toEqual(['forbidden', 'allowed']);
		expect(rows.find(({ path }) => path === 'items.*')?.fates).toEqual(['allowed', undefined]);
		expect(kindsOf(body)).toEqual(['declaration']);
		expect(matrixOf(body, 'booking')).toEqual({ ways: [], rows: [] });
	});

	it('are moved from one word to another, or taken out', () => {
		const moved = withFate(rules, 'value', 'forbidden');
		expect(namedPaths(moved).get('value')).toBe('forbidden');
		expect(moved.masked).toEqual(['parties.*']);
		expect(moved.allowed).toEqual(['office', 'items.*']);
		expect(namedPaths(withFate(rules, 'value', undefined)).has('value')).toBe(false);
	});
});
