import { momentOf } from '../../listing/day-field.tsx';
import type { EntriesFilter } from '../../queries/ledger.ts';
import type { LedgerSearch } from './search.ts';

/** Days in the reader's own zone, both included, as the moments that the node is asked for. */
export function filterOf({ what, subject, from, until }: LedgerSearch): EntriesFilter {
	return {
		...(what === undefined ? {} : { what }),
		...(subject === undefined ? {} : { subject }),
		...(from === undefined ? {} : { from: momentOf(from, 0) }),
		...(until === undefined ? {} : { until: momentOf(until, 1) }),
	};
}
