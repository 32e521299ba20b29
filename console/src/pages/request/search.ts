/** What the address of a request says: which of its steps is shown. */
import { z } from 'zod';

export const requestSearch = z.object({
	step: z.enum(['identify', 'find', 'decide', 'answer']).optional().catch(undefined),
});

export type ShownStep = NonNullable<z.infer<typeof requestSearch>['step']>;
