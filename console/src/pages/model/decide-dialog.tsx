/** The decision about a model, with its reason: beside the champion, live, or out. */
import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, TextArea } from '@blueprintjs/core';
import { type KeyboardEvent, useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import type { ModelState, ModelSummary } from '../../../../contract/views-models.ts';
import { toCallError } from '../../client/call-error.ts';
import { useDecideModel } from '../../queries/models.ts';

const { reason: reasonSchema } = operations.decideModel.input.shape;

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
	const [reason, setReason] = useState('');
	const words = decisionWords[decision];
	const isValid = reasonSchema.safeParse(reason.trim()).success;
	const run = () => {
		if (!isValid || decide.isPending) return;
		// By the promise: the decision is no longer possible as soon as it is made, and this dialog is gone.
		decide
			.mutateAsync({ version: model.version, decision, reason: reason.trim() })
			.then(onClose, () => undefined);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
		event.preventDefault();
		run();
	};
	return (
		<Dialog isOpen onClose={onClose} title={`${words.verb}: model ${model.version}`}>
			<DialogBody>
				<p>{words.meaning}</p>
				<FormGroup label="Reason" labelFor="model-reason">
					<TextArea
						id="model-reason"
						autoFocus
						fill
						rows={3}
						value={reason}
						maxLength={2_000}
						placeholder="At least three characters; Enter decides"
						onChange={(event) => setReason(event.currentTarget.value)}
						onKeyDown={onKeyDown}
					/>
				</FormGroup>
				{decide.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(decide.error).message} {toCallError(decide.error).remedy}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Button onClick={onClose}>Leave it</Button>
						<Button intent={words.intent} disabled={!isValid} loading={decide.isPending} onClick={run}>
							{words.verb}
						</Button>
					</>
				}
			/>
		</Dialog>
	);
}
