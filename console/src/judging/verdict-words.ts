/** The words of judgements: verdicts, who judged, how likely. */
import type { Judgement, Verdict } from '../../../contract/views-resolution.ts';

export const verdictWords: { readonly [verdict in Verdict]: { name: string; key: string; meaning: string } } =
	{
		same: { name: 'Same', key: 's', meaning: 'both are one' },
		different: { name: 'Different', key: 'd', meaning: 'they are two' },
		unsure: { name: 'Unsure', key: 'u', meaning: 'it cannot be said yet' },
	};

export const judgedByWords: { readonly [by in Judgement['by']]: { name: string; meaning: string } } = {
	model: { name: 'model', meaning: 'the model found them alike enough' },
	identifier: { name: 'number', meaning: 'they share a number that stands for one' },
	person: { name: 'person', meaning: 'a person said so' },
};

/** A probability as a percentage that never claims more than it knows: 99.9 % is the most that is written. */
export function formatProbability(probability: number): string {
	if (probability >= 0.999) return 'over 99.9 %';
	if (probability <= 0.001) return 'under 0.1 %';
	return `${(probability * 100).toFixed(probability >= 0.99 || probability <= 0.01 ? 1 : 0)} %`;
}
