import { expect, it } from 'vitest';
import type { AppearanceView } from '../../../../contract/views-resolution.ts';
import { layOutTimeline } from './timeline-rows.ts';

const appearance = (receivedAt: string): AppearanceView => ({
	record: '00000000-0000-4000-8000-000000000001',
	kind: 'declaration',
	reference: 'A',
	caption: '',
	receivedAt,
	documentDate: null,
	role: 'consignee',
	place: 'parties[0]',
	mention: '00000000-0000-4000-8000-000000000002',
});

it('groups records by day and counts them', () => {
	// At noon, so that the day is the same in most zones; the grouping is that of the reader's own.
	const rows = layOutTimeline([
		appearance('2026-01-06T12:10:00Z'),
		appearance('2026-01-06T12:00:00Z'),
		appearance('2026-01-04T12:00:00Z'),
	]);
	expect(rows.map((row) => ('day' in row ? `${row.day}: ${row.records}` : row.index))).toEqual([
		'2026-01-06: 2',
		0,
		1,
		'2026-01-04: 1',
		2,
	]);
	expect(layOutTimeline([])).toEqual([]);
});
