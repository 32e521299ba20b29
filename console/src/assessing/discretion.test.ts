import { describe, expect, it } from 'vitest';
import type { AssessmentSummary } from '../../../contract/views-targeting.ts';
import { isChanceTold, toldBasis, toldReasons } from './discretion.ts';

const record = {} as AssessmentSummary['record']; // nothing here looks at it
const drawn: AssessmentSummary = {
	record,
	lane: 'red',
	basis: 'chance',
	score: 0.02,
	probability: 0.02,
	expectedRevenue: null,
	reasons: ['Drawn at random.', 'The price is low.'],
	random: true,
	errored: 0,
	state: 'waiting',
	result: null,
};

describe('chance', () => {
	it('is not named to an officer before the outcome is recorded, and what to look at is', () => {
		expect(toldBasis('officer', drawn)).toBeNull();
		expect(toldReasons('officer', drawn)).toEqual(['The price is low.']);
		expect(isChanceTold('officer', drawn)).toBe(false);
	});

	it('does not show by a gap either: rules, findings and model are not named until then', () => {
		for (const basis of ['rules', 'validation', 'model'] as const)
			expect(toldBasis('officer', { ...drawn, basis })).toBeNull();
	});

	it('is named afterwards', () => {
		const inspected: AssessmentSummary = { ...drawn, state: 'inspected', result: 'nothing-found' };
		expect(toldBasis('officer', inspected)).toBe('chance');
		expect(toldReasons('officer', inspected)).toHaveLength(2);
	});

	it('is named to those who analyse or oversee at once', () => {
		for (const role of ['analyst', 'supervisor', 'data-protection-officer'] as const)
			expect(toldBasis(role, drawn)).toBe('chance');
	});

	it('never hides an alert or a colleague', () => {
		for (const basis of ['mandatory', 'override'] as const)
			expect(toldBasis('officer', { ...drawn, basis })).toBe(basis);
	});
});
