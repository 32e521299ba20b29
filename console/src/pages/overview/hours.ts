/** Lays counts by hour out in slots of one hour each, oldest first, with no hour left out. Pure. */
import type { RecordKind } from '../../../../contract/records/record.ts';
import type { Overview } from '../../../../contract/views.ts';

const HOUR_MS = 3_600_000;
export const HOURS_SHOWN = 24;

export type Hour = { from: string; until: string; records: number };

/** The last 24 hours up to the one that `at` falls in; of one kind, or of all where none is given. */
export function layOutHours(byHour: Overview['byHour'], at: string, kind?: RecordKind): Hour[] {
	const last = Math.floor(Date.parse(at) / HOUR_MS) * HOUR_MS;
	const counts = new Map<number, number>();
	for (const row of byHour) {
		if (kind !== undefined && row.kind !== kind) continue;
		const hour = Math.floor(Date.parse(row.at) / HOUR_MS) * HOUR_MS;
		counts.set(hour, (counts.get(hour) ?? 0) + row.records);
	}
	return Array.from({ length: HOURS_SHOWN }, (_, slot) => {
		const from = last - (HOURS_SHOWN - 1 - slot) * HOUR_MS;
		return {
			from: new Date(from).toISOString(),
			until: new Date(from + HOUR_MS).toISOString(),
			records: counts.get(from) ?? 0,
		};
	});
}

/** A round number at or above the largest count: an even number of times a power of ten, so that its half is round too. */
export function roundUp(largest: number): number {
	if (largest <= 4) return 4;
	const power = 10 ** Math.floor(Math.log10(largest));
	return ([1, 2, 4, 6, 8, 10].find((factor) => factor * power >= largest) ?? 10) * power;
}
