/** The decision about a model, with its reason: beside the champion, live, or out. */
import { operations } from '../../../../contract/operations.ts';
import type { ModelState, ModelSummary } from '../../../../contract/views-models.ts';
import { ReasonDialog } from '../../display/reason-dialog.tsx';
import { useDecideModel } from '../../queries/models.ts';

export type Decision = 'challenge' | 'promote' | 'retire';

export const decisionWords: {
	readonly [decision in Decision]: {
		verb: string;
		key: string;
		meaning: string;
		intent: 'none' | 'primary' | 'danger';
	};
} = {
	challenge: {
		verb: 'Let it challenge',
		key: 'c',
		meaning: 'It scores every record beside the champion and decides nothing. Another challenger stops.',
		intent: 'none',
	},
	promote: {
		verb: 'Put it live',
		key: 'y',
		meaning: 'It decides with the rules from now on. The champion is retired. You answer for it.',
		intent: 'primary',
	},
	retire: {
		verb: 'Retire',
		key: 't',
		meaning: 'It scores nothing any more. Where it is the champion, rules and chance select alone.',
		intent: 'danger',
	},
};

const allowed: { readonly [state in ModelState]: readonly Decision[] } = {
	trained: ['challenge', 'promote', 'retire'],
	challenger: ['promote', 'retire'],
	champion: ['retire'],
	retired: ['promote'],
};

export const decisionsOf = (state: ModelState): readonly Decision[] => allowed[state];

type Props = { model: ModelSummary; decision: Decision; onClose: () => void };

export function DecideDialog({ model, decision, onClose }: Props) {
	const decide = useDecideModel();
	const words = decisionWords[decision];
	return (
		<ReasonDialog
			title={`${words.verb}: model ${model.version}`}
			verb={words.verb}
			intent={words.intent}
			enter="decides"
			reasonSchema={operations.decideModel.input.shape.reason}
			isPending={decide.isPending}
			error={decide.error}
			onClose={onClose}
			onSubmit={(reason) =>
				// By the promise: the decision is no longer possible as soon as it is made, and this dialog is gone.
				decide.mutateAsync({ version: model.version, decision, reason }).then(
					onClose,
					() => undefined, // shown in the dialog, from the state of the mutation
				)
			}
		>
			<p>{words.meaning}</p>
		</ReasonDialog>
	);
}
