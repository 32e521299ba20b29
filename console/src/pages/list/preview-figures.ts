/** Figures of a preview, by purpose and day, out of the rows that the server gives. Pure. */
import { type Preview, type Purpose, purpose } from '../../../../contract/views-screening.ts';

export type DayFigures = { day: string; hits: number; now: number };
export type PurposeFigures = {
	purpose: Purpose;
	/** Absent where this purpose is not screened for. */
	threshold: number | undefined;
	/** Hits a day on average, over days on which anything came; as it would be and as it is. */
	hitsPerDay: number;
	nowPerDay: number;
	byDay: readonly DayFigures[];
};

/** The `days` days that end with `lastDay` (`YYYY-MM-DD`), oldest first. */
export function daysUntil(lastDay: string, days: number): string[] {
	const last = Date.parse(`${lastDay}T00:00:00Z`);
	return Array.from({ length: days }, (_, index) =>
		new Date(last - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10),
	);
}

/** One row for each purpose of records that is screened for or that has hits; a day without a row has none. */
export function figuresByPurpose(preview: Preview, today: string): readonly PurposeFigures[] {
	const latest = [today, ...preview.byDay.map(({ day }) => day)].sort().at(-1) ?? today;
	const days = daysUntil(latest, preview.days);
	// A node that runs since yesterday has a day, not fourteen.
	const averaged = Math.max(1, preview.daysWithRecords ?? preview.days);
	return purpose.options.flatMap((each) => {
		// Questions are not stored, so there is nothing to count them on.
		if (each === 'enquiry') return [];
		const rows = new Map(preview.byDay.filter((row) => row.purpose === each).map((row) => [row.day, row]));
		const threshold = preview.thresholds[each];
		if (threshold === undefined && rows.size === 0) return [];
		const byDay = days.map((day) => ({ day, hits: rows.get(day)?.hits ?? 0, now: rows.get(day)?.now ?? 0 }));
		const mean = (of: (row: DayFigures) => number) => byDay.reduce((sum, row) => sum + of(row), 0) / averaged;
		return [
			{
				purpose: each,
				threshold,
				hitsPerDay: mean((row) => row.hits),
				nowPerDay: mean((row) => row.now),
				byDay,
			},
		];
	});
}
