/** Words and marks of models. From the glossary. */
import type { ModelState, Training } from '../../../contract/views-models.ts';

export const modelStateWords: {
	readonly [state in ModelState]: { name: string; meaning: string; chip: string };
} = {
	trained: { name: 'Trained', meaning: 'waits for a decision; it scores nothing', chip: 'chip' },
	challenger: {
		name: 'Challenger',
		meaning: 'scores beside the champion, decides nothing',
		chip: 'chip chip-warning',
	},
	champion: { name: 'Champion', meaning: 'decides with the rules', chip: 'chip chip-good' },
	retired: { name: 'Retired', meaning: 'scores nothing any more', chip: 'chip' },
};

export function ModelStateMark({ state }: { state: ModelState }) {
	const { name, meaning, chip } = modelStateWords[state];
	return (
		<span className={chip} title={meaning}>
			{name.toLowerCase()}
		</span>
	);
}

export const trainingWords: { readonly [state in Training['state']]: string } = {
	idle: 'Nothing is being trained',
	reading: 'Replaying what was declared',
	training: 'Growing trees',
	measuring: 'Measuring on days that it did not see',
	failed: 'The last training failed',
	done: 'The last training is done',
};

/** Per cent inspected, as the contract names them. */
export const inspectedShares = ['1', '2', '5', '10'] as const;
