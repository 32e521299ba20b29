import { z } from 'zod';
import { ledgerKind } from '../../../../contract/operations-ledger.ts';

const day = z.iso.date();

/** What the address of the ledger says: the tab, which entries are listed, and which one is shown. */
export const ledgerSearch = z.object({
	tab: z.literal('entries').optional().catch(undefined),
	what: ledgerKind.optional().catch(undefined),
	/** Subjects, comma-separated: a record and its submission. */
	subject: z
		.string()
		.regex(/^[A-Za-z0-9][A-Za-z0-9._:,-]{0,408}$/)
		.optional()
		.catch(undefined),
	/** Days in the reader's zone, both included. */
	from: day.optional().catch(undefined),
	until: day.optional().catch(undefined),
	entry: z.coerce.number().int().min(0).optional().catch(undefined),
});

export type LedgerSearch = z.infer<typeof ledgerSearch>;
