/** The words of judgements: verdicts, and who judged. */
import type { Judgement, Verdict } from '../../../contract/views-resolution.ts';

export const verdictWords: { readonly [verdict in Verdict]: { name: string; key: string; meaning: string } } =
	{
		same: { name: 'Same', key: 's', meaning: 'both are one' },
		different: { name: 'Different', key: 'd', meaning: 'they are two' },
		unsure: { name: 'Unsure', key: 'u', meaning: 'it cannot be said yet' },
	};

export const judgedByWords: {
	readonly [by in Judgement['by']]: { name: string; whole: string; meaning: string };
} = {
	model: { name: 'model', whole: 'by the model', meaning: 'the model found them alike enough' },
	identifier: {
		name: 'number',
		whole: 'by a number in common',
		meaning: 'they share a number that stands for one',
	},
	person: { name: 'person', whole: 'by a person', meaning: 'a person said so' },
};
