/** The words of candidates. */
import type { Candidate } from '../../../contract/views-resolution.ts';

export const candidateStateWords: {
	readonly [state in Candidate['state']]: { name: string; meaning: string };
} = {
	open: { name: 'Waiting', meaning: 'waits for a person' },
	same: { name: 'Same', meaning: 'judged to be one' },
	different: { name: 'Different', meaning: 'judged to be two' },
	unsure: { name: 'Unsure', meaning: 'could not be said' },
	lapsed: { name: 'Lapsed', meaning: 'the model no longer suspects it' },
};

/** A probability as a percentage that never claims more than it knows: 99.9 % is the most that is written. */
export function formatProbability(probability: number): string {
	if (probability >= 0.999) return 'over 99.9 %';
	if (probability <= 0.001) return 'under 0.1 %';
	return `${(probability * 100).toFixed(probability >= 0.99 || probability <= 0.01 ? 1 : 0)} %`;
}
