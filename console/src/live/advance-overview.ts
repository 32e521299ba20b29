/** Adds live events to an overview, so that its numbers move between two readings. Pure; the server's reading wins. */
import type { LiveEvent, Overview } from '../../../contract/views.ts';

const HOUR_MS = 3_600_000;

type Advance = Extract<LiveEvent, { type: 'records' }>;

/** Adds to the row that matches, or appends a row where there is none yet. */
function add<T>(
	rows: readonly T[],
	matches: (row: T) => boolean,
	change: (row: T) => T,
	fresh: () => T,
): T[] {
	const at = rows.findIndex(matches);
	if (at < 0) return [...rows, change(fresh())];
	return rows.map((row, index) => (index === at ? change(row) : row));
}

function advanceByRecords(overview: Overview, { at, kind, office, lane, count, errors }: Advance): Overview {
	const hour = new Date(Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS);
	const oldest = hour.getTime() - 24 * HOUR_MS;
	return {
		...overview,
		totals: { ...overview.totals, records: overview.totals.records + count },
		byKind: add(
			overview.byKind,
			(row) => row.kind === kind,
			(row) => ({ ...row, records: row.records + count, errors: row.errors + errors }),
			() => ({ kind, records: 0, findings: 0, errors: 0 }),
		),
		byOffice:
			office === null
				? overview.byOffice
				: add(
						overview.byOffice,
						(row) => row.office === office,
						(row) => ({ ...row, records: row.records + count, errors: row.errors + errors }),
						() => ({ office, records: 0, errors: 0 }),
					),
		byLane:
			lane === null
				? overview.byLane
				: add(
						overview.byLane,
						(row) => row.lane === lane,
						(row) => ({ ...row, records: row.records + count }),
						() => ({ lane, records: 0 }),
					),
		byHour: add(
			overview.byHour.filter((row) => Date.parse(row.at) > oldest),
			(row) => row.kind === kind && Date.parse(row.at) === hour.getTime(),
			(row) => ({ ...row, records: row.records + count }),
			() => ({ at: hour.toISOString(), kind, records: 0 }),
		),
	};
}

export function advanceOverview(overview: Overview, events: readonly LiveEvent[]): Overview {
	let current = overview;
	for (const event of events) {
		if (event.type === 'records') current = advanceByRecords(current, event);
		else if (event.type === 'quarantined') {
			const quarantined = current.totals.quarantined + event.count;
			current = { ...current, totals: { ...current.totals, quarantined } };
		}
	}
	return current;
}
