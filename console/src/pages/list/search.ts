import { z } from 'zod';
import { listEntryKind } from '../../../../contract/lists.ts';

/** Version numbers in an address are text. */
const version = z.coerce.number().int().min(1).optional().catch(undefined);

/** What the address of one list says: the tab, and what is looked at in it. Entries where no tab is named. */
export const listSearch = z.object({
	tab: z.enum(['changes', 'preview', 'versions', 'settings']).optional().catch(undefined),
	/** Changes from one version to another. */
	from: version,
	to: version,
	change: z.enum(['added', 'changed', 'removed']).optional().catch(undefined),
	/** Preview of a version at one threshold, over so many days. */
	version,
	threshold: z.coerce.number().min(0).max(1).optional().catch(undefined),
	days: z.coerce.number().int().min(1).max(90).optional().catch(undefined),
	/** Entries: which are listed, and which one is shown. */
	search: z.string().max(200).optional().catch(undefined),
	kind: listEntryKind.optional().catch(undefined),
	entry: z.string().max(200).optional().catch(undefined),
});

export type ListSearch = z.infer<typeof listSearch>;
