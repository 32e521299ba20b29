/** What the address of the list of records says: the contract's filter, the sort, and where the reader stands. */
import { z } from 'zod';
import { operations, recordFilter } from '../../../../contract/operations.ts';

const sort = operations.listRecords.input.shape.sort.unwrap();

export const recordsSearch = z.object({
	kind: recordFilter.kind.catch(undefined),
	office: recordFilter.office.catch(undefined),
	carrier: recordFilter.carrier.catch(undefined),
	lane: recordFilter.lane.catch(undefined),
	worst: recordFilter.worst.catch(undefined),
	format: recordFilter.format.catch(undefined),
	finding: recordFilter.finding.catch(undefined),
	search: recordFilter.search.catch(undefined),
	receivedFrom: recordFilter.receivedFrom.catch(undefined),
	receivedUntil: recordFilter.receivedUntil.catch(undefined),
	submission: recordFilter.submission.catch(undefined),
	sort: sort.optional().catch(undefined),
	/** Cursor from which a very long list goes on. */
	from: z.string().max(400).optional().catch(undefined),
	/** Record that the cursor stands on. */
	at: z.string().max(64).optional().catch(undefined),
	/** Selected records, with commas between; as many as an export by identifiers takes. */
	selected: z.string().max(20_000).optional().catch(undefined),
});

export type RecordsSearch = z.infer<typeof recordsSearch>;

/** The part of the address that narrows and orders the list; the rest is where the reader stands in it. */
export function filterOf(search: RecordsSearch) {
	const { from: _from, at: _at, selected: _selected, ...filter } = search;
	return filter;
}

/** A sort of the list by its name; undefined where there is none of that name. */
export const sortOf = (name: string): RecordsSearch['sort'] => sort.safeParse(name).data;
