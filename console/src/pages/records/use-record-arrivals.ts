import { useArrivals } from '../../listing/use-arrivals.ts';
import type { RecordsFilter } from '../../queries/records.ts';

/**
 * How many records have come in since the list was read, as far as an event tells: by kind, office and lane.
 * A list that no new record can join counts none.
 */
export function useRecordArrivals(filter: RecordsFilter): number {
	return useArrivals(filter, (event) => {
		if (filter.receivedUntil && Date.parse(filter.receivedUntil) < Date.now()) return 0;
		if (filter.search || filter.submission || filter.finding || filter.carrier || filter.worst) return 0;
		if (event.type !== 'records') return 0;
		if (filter.kind && event.kind !== filter.kind) return 0;
		if (filter.office && event.office !== filter.office) return 0;
		if (filter.lane && event.lane !== filter.lane) return 0;
		return event.count;
	}).count;
}
