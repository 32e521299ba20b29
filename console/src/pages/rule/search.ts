import { z } from 'zod';

/** What the address of one rule says: the tab, and which version. The live version, or the newest, where none is named. */
export const ruleSearch = z.object({
	tab: z.enum(['backtest', 'live', 'history']).optional().catch(undefined),
	version: z.coerce.number().int().min(1).optional().catch(undefined),
});

export type RuleSearch = z.infer<typeof ruleSearch>;
