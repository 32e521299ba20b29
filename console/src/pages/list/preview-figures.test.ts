import { describe, expect, it } from 'vitest';
import type { Preview } from '../../../../contract/views-screening.ts';
import { daysUntil, figuresByPurpose } from './preview-figures.ts';

const preview: Preview = {
	list: 'watch',
	version: 2,
	thresholds: { travel: 0.7, money: 0.8 },
	days: 4,
	mentions: 10,
	complete: true,
	byDay: [
		{ day: '2026-03-01', purpose: 'travel', hits: 6, now: 2 },
		{ day: '2026-03-02', purpose: 'travel', hits: 2, now: 2 },
	],
	byThreshold: [],
	examples: [],
};

describe('figures of a preview', () => {
	it('counts days over the end of a month', () => {
		expect(daysUntil('2026-03-01', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
	});

	it('means over days on which anything came', () => {
		const [travel] = figuresByPurpose({ ...preview, daysWithRecords: 2 }, '2026-03-02');
		expect(travel).toMatchObject({ hitsPerDay: 4, nowPerDay: 2 });
	});

	it('means over all days, those without hits too, where nobody says which days had records', () => {
		const [travel, money, ...rest] = figuresByPurpose(preview, '2026-03-02');
		expect(rest).toEqual([]);
		expect(travel).toMatchObject({ purpose: 'travel', threshold: 0.7, hitsPerDay: 2, nowPerDay: 1 });
		expect(travel?.byDay.map(({ hits }) => hits)).toEqual([0, 0, 6, 2]);
		expect(money).toMatchObject({ purpose: 'money', threshold: 0.8, hitsPerDay: 0 });
	});
});
