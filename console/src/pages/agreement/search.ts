import { z } from 'zod';
import { nodeName } from '../../../../contract/exchange/node-card.ts';
import { recordKind } from '../../../../contract/records/record.ts';

/** What the address of one agreement says: the tab, and which version. The one that holds, or the newest, where none is named. */
export const agreementSearch = z.object({
	tab: z.enum(['fields', 'preview', 'policy', 'history']).optional().catch(undefined),
	/** Kind of record whose fields are shown. */
	kind: recordKind.optional().catch(undefined),
	version: z.coerce.number().int().min(1).optional().catch(undefined),
});

/** What the address of a new agreement says: the template to begin with, and with whom. */
export const newAgreementSearch = z.object({
	template: z.string().max(64).optional().catch(undefined),
	partner: nodeName.optional().catch(undefined),
});

export type AgreementSearch = z.infer<typeof agreementSearch>;
export type NewAgreementSearch = z.infer<typeof newAgreementSearch>;
