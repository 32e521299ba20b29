import { describe, expect, it } from 'vitest';
import type { LiveEvent, Overview } from '../../../contract/views.ts';
import { advanceOverview } from './advance-overview.ts';

const empty: Overview = {
	at: '2026-11-22T05:00:00Z',
	node: { id: 'n', name: 'N', agency: 'customs', country: 'GB' },
	totals: { submissions: 0, records: 0, findings: 0, quarantined: 0 },
	byKind: [],
	byOffice: [],
	byCarrier: [],
	byLane: [],
	byHour: [],
	topFindings: [],
};

const event = (at: string, count: number): LiveEvent => ({
	type: 'records',
	at,
	kind: 'declaration',
	office: 'GBFXT001',
	lane: 'red',
	count,
	errors: 1,
});

describe('advanceOverview', () => {
	it('adds to the rows that match and appends those that are new', () => {
		const after = advanceOverview(empty, [
			event('2026-11-22T05:10:00Z', 2),
			event('2026-11-22T05:50:00Z', 3),
			event('2026-11-22T06:01:00Z', 4),
		]);
		expect(after.totals.records).toBe(9);
		expect(after.byKind).toEqual([{ kind: 'declaration', records: 9, findings: 0, errors: 3 }]);
		expect(after.byOffice).toEqual([{ office: 'GBFXT001', records: 9, errors: 3 }]);
		expect(after.byLane).toEqual([{ lane: 'red', records: 9 }]);
		expect(after.byHour.map((row) => row.records)).toEqual([5, 4]);
	});

	it('drops hours that are a day old', () => {
		const after = advanceOverview(empty, [
			event('2026-11-21T05:10:00Z', 2),
			event('2026-11-22T06:10:00Z', 1),
		]);
		expect(after.byHour).toHaveLength(1);
	});

	it('counts what is quarantined', () => {
		const after = advanceOverview(empty, [
			{ type: 'quarantined', at: '2026-11-22T05:10:00Z', format: 'paxlst', code: 'edifact.no-unh', count: 2 },
		]);
		expect(after.totals.quarantined).toBe(2);
	});
});
