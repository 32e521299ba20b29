import { useState } from 'react';
import { useLiveEvents } from '../../live/live.ts';
import type { RecordsFilter } from '../../queries/records.ts';

/**
 * How many records have come in since the list was read, as far as an event tells: by kind, office and lane.
 * Rows do not move by themselves; the reader asks for the new ones. A list that no new record can join counts none.
 */
export function useArrivals(filter: RecordsFilter): number {
	const [arrivals, setArrivals] = useState(0);
	useLiveEvents((events) => {
		if (filter.receivedUntil && Date.parse(filter.receivedUntil) < Date.now()) return;
		if (filter.search || filter.submission || filter.finding || filter.carrier || filter.worst) return;
		let came = 0;
		for (const event of events) {
			if (event.type !== 'records') continue;
			if (filter.kind && event.kind !== filter.kind) continue;
			if (filter.office && event.office !== filter.office) continue;
			if (filter.lane && event.lane !== filter.lane) continue;
			came += event.count;
		}
		if (came > 0) setArrivals((before) => before + came);
	}, 2_000);
	return arrivals;
}
