import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../contract/rules.ts';
import {
	checkableOf,
	draftOf,
	emptyDraft,
	newTest,
	type RuleDraft,
	readDraft,
	suggestRuleId,
} from './draft.ts';

const whole: Rule = {
	id: 'cheap-shoes',
	title: 'Shoes far below their price',
	reason: 'A kilogram costs {item.unitPrice}.',
	legalBasis: 'Customs code, article 12',
	source: 'An analyst’s experience',
	owner: 'Valuation desk',
	subject: 'goods-item',
	when: 'item.unitPrice < 2.0',
	effect: { kind: 'weight', weight: 0.25 },
	validFrom: '2026-01-01',
	validUntil: '2026-12-31',
	offices: ['NO001', 'NO002'],
	tests: [{ name: 'cheap', facts: { 'item.unitPrice': 1 }, answers: { band: { mean: 10 } }, fires: true }],
};
const problemsOf = (draft: RuleDraft) => {
	const read = readDraft(draft);
	return 'problems' in read ? read.problems : undefined;
};

describe('the draft of a rule', () => {
	it('reads back what a rule says', () => {
		expect(readDraft(draftOf(whole))).toEqual({ rule: whole });
		const lane: Rule = { ...whole, effect: { kind: 'lane', lane: 'red', mandatory: true }, offices: [] };
		expect(readDraft(draftOf(lane))).toEqual({ rule: lane });
	});

	it('keeps the lines of a condition as they were written', () => {
		const when = 'item.unitPrice < 2.0\n  && item.mass > 10.0';
		expect(readDraft({ ...draftOf(whole), when })).toEqual({ rule: { ...whole, when } });
	});

	it('says by field what is missing', () => {
		const problems = problemsOf(emptyDraft('Desk', '2026-02-03'));
		expect([...(problems?.fields.keys() ?? [])]).toEqual([
			'id',
			'title',
			'reason',
			'legalBasis',
			'source',
			'when',
		]);
		expect(emptyDraft('Desk', '2026-02-03').validUntil).toBe('2027-02-03');
	});

	it('names the weight and the days that cannot be', () => {
		const problems = problemsOf({ ...draftOf(whole), weight: '2', validUntil: '2025-01-01' });
		expect([...(problems?.fields.keys() ?? [])].sort()).toEqual(['validUntil', 'weight']);
		expect(problemsOf({ ...draftOf(whole), weight: '' })?.fields.has('weight')).toBe(true);
	});

	it('says which test case cannot be read', () => {
		const { tests } = draftOf(whole);
		const added = { ...newTest(tests, false), name: 'other', facts: 'nothing' };
		expect(added.key).toBe(1);
		expect(problemsOf({ ...draftOf(whole), tests: [...tests, added] })?.tests).toEqual(
			new Map([[1, 'Facts: Line 1 wants the form path = value.']]),
		);
		const deep = { ...added, facts: 'a = {"b": 1}' };
		expect(problemsOf({ ...draftOf(whole), tests: [deep] })?.tests.get(1)).toMatch(/^facts\.a: /);
	});

	it('can be checked as soon as it has a condition, without what is not complete', () => {
		const begun = { ...emptyDraft('Desk', '2026-02-03'), when: 'item.unitPrice < 2.0', weight: 'x' };
		expect(checkableOf(begun)?.rule).toMatchObject({ when: 'item.unitPrice < 2.0', owner: 'Desk' });
		expect(checkableOf({ ...begun, validFrom: '', validUntil: '2026-01-01' })).toBeDefined();
		expect(checkableOf({ ...begun, when: ' ' })).toBeUndefined();
		const { tests } = draftOf(whole);
		const unread = { ...newTest(tests, false), name: 'other', facts: 'nothing' };
		expect(checkableOf({ ...draftOf(whole), tests: [unread, ...tests] })).toEqual({
			rule: whole,
			tests: [0],
		});
	});

	it('suggests an identifier from a title', () => {
		expect(suggestRuleId('3 Late bookings, paid in cash!')).toBe('late-bookings-paid-in-cash');
		expect(suggestRuleId('Éclair')).toBe('eclair');
	});
});
