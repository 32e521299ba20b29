/** Taking a judgement back: what will split is said first, and the reason stays on file. */
import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, TextArea } from '@blueprintjs/core';
import { type ReactNode, useState } from 'react';
import { operations } from '../../../contract/operations.ts';
import type { Judgement } from '../../../contract/views-resolution.ts';
import type { CallOutput } from '../client/call.ts';
import { toCallError } from '../client/call-error.ts';
import { useUndoJudgement } from '../queries/judgements.ts';
import { useRememberReason } from '../queries/recent-reasons.ts';
import { ReasonChoice } from './reason-choice.tsx';
import { verdictWords } from './verdict-words.ts';

type Props = {
	/** The judgement; the dialog is open where there is one. */
	judgement: Judgement | undefined;
	/** What taking it back will do. */
	consequence: ReactNode;
	onClose: () => void;
	onUndone?: (undone: CallOutput<'undoJudgement'>) => void;
};

const reasonSchema = operations.undoJudgement.input.shape.reason;

export function UndoDialog({ judgement, consequence, onClose, onUndone }: Props) {
	return (
		<Dialog isOpen={judgement !== undefined} onClose={onClose} title="Take this judgement back">
			{judgement && (
				<UndoForm judgement={judgement} consequence={consequence} onClose={onClose} onUndone={onUndone} />
			)}
		</Dialog>
	);
}

type FormProps = {
	judgement: Judgement;
	consequence: ReactNode;
	onClose: () => void;
	onUndone: Props['onUndone'];
};

function UndoForm({ judgement, consequence, onClose, onUndone }: FormProps) {
	const undo = useUndoJudgement();
	const rememberReason = useRememberReason();
	const [reason, setReason] = useState('');
	const isValid = reasonSchema.safeParse(reason.trim()).success;
	const run = () => {
		if (!isValid || undo.isPending) return;
		undo.mutate(
			{ id: judgement.id, reason: reason.trim() },
			{
				onSuccess: (undone) => {
					rememberReason(reason.trim());
					onClose();
					onUndone?.(undone);
				},
			},
		);
	};
	return (
		<>
			<DialogBody>
				<p>
					“{verdictWords[judgement.verdict].name}” about <strong>{judgement.left.caption}</strong> and{' '}
					<strong>{judgement.right.caption}</strong>.
				</p>
				<p>{consequence}</p>
				<FormGroup label="Reason" labelFor="undo-reason" helperText="At least three characters">
					<TextArea
						id="undo-reason"
						autoFocus
						fill
						value={reason}
						maxLength={2_000}
						onChange={(event) => setReason(event.currentTarget.value)}
					/>
				</FormGroup>
				<ReasonChoice onChoose={setReason} />
				{undo.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(undo.error).message} {toCallError(undo.error).remedy}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Button onClick={onClose}>Keep it</Button>
						<Button intent="danger" disabled={!isValid} loading={undo.isPending} onClick={run}>
							Take it back
						</Button>
					</>
				}
			/>
		</>
	);
}
