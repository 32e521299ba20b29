import { z } from 'zod';
import { operations } from '../../../../contract/operations.ts';
import { fairnessDimension } from '../../../../contract/views-targeting.ts';

const { by, from, until } = operations.readFairness.input.shape;

/** What the address of fairness says. Where it says nothing: all ways of selecting, by origin, the last quarter. */
export const fairnessSearch = z.object({
	dimension: fairnessDimension.exclude(['origin']).optional().catch(undefined),
	by: by.unwrap().optional().catch(undefined),
	from: from.catch(undefined),
	until: until.catch(undefined),
});

export type FairnessSearch = z.infer<typeof fairnessSearch>;
