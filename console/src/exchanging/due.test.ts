import { describe, expect, it } from 'vitest';
import { describeDue } from './due.ts';

const now = Date.parse('2026-03-01T12:00:00Z');

describe('the clock of a message', () => {
	it.each([
		['2026-03-01T12:00:30Z', 'due in 1 min', 'short'],
		['2026-03-01T15:30:00Z', 'due in 3 h', 'short'],
		['2026-03-02T12:00:00Z', 'due in 24 h', 'time'],
		['2026-03-08T12:00:00Z', 'due in 7 days', 'time'],
		['2026-03-01T11:59:00Z', '1 min overdue', 'late'],
		['2026-02-27T11:00:00Z', '2 days overdue', 'late'],
	] as const)('%s is %s', (dueAt, words, state) => {
		expect(describeDue(dueAt, now)).toEqual({ words, state });
	});
});
