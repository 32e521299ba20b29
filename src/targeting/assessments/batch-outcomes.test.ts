import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../store/assessments.ts';
import { inspecteeOf, takeOutcome, type Word } from './batch-outcomes.ts';

const seen = {
	record: {
		kind: 'outcome',
		reference: 'I-1',
		subject: { kind: 'declaration', reference: 'A-1' },
		inspectedAt: '2026-03-01T00:00:00Z',
		inspection: 'physical',
		result: 'offence',
	},
	version: 1,
	atMs: 0,
	hits: [],
} as const;
const word = (result: Result, recovered = 0): Word => ({ result, recovered, minutes: 10 });

describe('outcomes of one record', () => {
	it('make it inspected once, and the newest decides', () => {
		const inspectee = inspecteeOf(seen, null);
		expect(takeOutcome(inspectee, word('nothing-found'), undefined)).toBe(false);
		expect(takeOutcome(inspectee, word('offence', 100), undefined)).toBe(true);
		expect(takeOutcome(inspectee, word('not-carried-out'), undefined)).toBeUndefined();
		expect(inspectee).toMatchObject({
			result: 'offence',
			change: { inspected: 1, found: 1, recovered: 100, minutes: 30 },
		});
	});

	it('take back what an amended one had said', () => {
		const inspectee = inspecteeOf(seen, 'offence');
		expect(takeOutcome(inspectee, word('nothing-found'), word('offence', 100))).toBeUndefined();
		expect(inspectee).toMatchObject({
			result: 'nothing-found',
			change: { inspected: 0, found: -1, recovered: -100, minutes: 0 },
		});
	});

	const result = fc.constantFrom<Result>('nothing-found', 'irregularity', 'offence', 'not-carried-out');
	const isInspected = (each: Result | null): boolean => each !== null && each !== 'not-carried-out';
	const isFound = (each: Result | null): boolean => each === 'irregularity' || each === 'offence';

	it('change counts by exactly what the result says before and after', () => {
		fc.assert(
			fc.property(fc.option(result), fc.array(result, { maxLength: 8 }), (before, results) => {
				const inspectee = inspecteeOf(seen, before);
				for (const each of results) takeOutcome(inspectee, word(each), undefined);
				const { result: after, change } = inspectee;
				expect(change.inspected).toBe(Number(isInspected(after)) - Number(isInspected(before)));
				expect(change.found).toBe(Number(isFound(after)) - Number(isFound(before)));
			}),
			{ numRuns: 200, seed: 5 },
		);
	});
});
