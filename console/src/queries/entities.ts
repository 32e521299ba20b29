import type { EntitySummary } from '../../../contract/views-resolution.ts';
import { type CallInput, call } from '../client/call.ts';
import { makeListMemory } from '../listing/list-memory.ts';
import { PAGE_ROWS, type PageQuery, pageLifetime } from '../listing/use-keyset-rows.ts';

export type EntitiesFilter = Omit<CallInput<'listEntities'>, 'after' | 'limit'>;

/** Pages of the list of entities by keyset. */
export const entitiesPages =
	(filter: EntitiesFilter): PageQuery<EntitySummary> =>
	(after) => ({
		queryKey: ['entities', filter, after ?? ''],
		queryFn: ({ signal }) => call('listEntities', { ...filter, after, limit: PAGE_ROWS }, { signal }),
		...pageLifetime,
	});

/** Where the reader stood in the last list of entities. */
export const entitiesMemory = makeListMemory(entitiesPages);
