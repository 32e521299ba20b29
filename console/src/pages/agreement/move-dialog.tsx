/** A move in the life of an agreement, with its reason: offer, sign, suspend, resume, end. */
import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, TextArea } from '@blueprintjs/core';
import { type KeyboardEvent, useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import type { AgreementDetail } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { plural } from '../../display/format.ts';
import { useMoveAgreement } from '../../queries/agreements.ts';
import { type Move, moveWords } from './moves.ts';

const reasonSchema = operations.moveAgreement.input.shape.reason;

type Props = {
	detail: AgreementDetail;
	move: Move;
	onClose: () => void;
	onDone: (detail: AgreementDetail) => void;
};

export function MoveDialog({ detail: { summary, changes, body }, move, onClose, onDone }: Props) {
	const moving = useMoveAgreement();
	const [reason, setReason] = useState('');
	const words = moveWords[move];
	const isValid = reasonSchema.safeParse(reason).success;
	const run = () => {
		if (!isValid || moving.isPending) return;
		// By the promise: the page is another one as soon as the state has changed.
		moving.mutateAsync({ id: summary.id, version: summary.version, move, reason: reason.trim() }).then(
			onDone,
			() => undefined, // shown below, from the state of the mutation
		);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
		event.preventDefault();
		run();
	};
	const isBinding = move === 'offer' || move === 'sign';
	return (
		<Dialog isOpen onClose={onClose} title={`${words.verb} version ${summary.version}`}>
			<DialogBody>
				<p>{words.meaning}</p>
				{isBinding && changes.length > 0 && (
					<p>
						It differs from the version before in {plural(changes.length, 'point')}; they stand under History.
					</p>
				)}
				{isBinding && body.legalBasis.includes('[') && (
					<Callout compact intent="warning">
						Its legal basis still has places in square brackets that are to be completed. It cannot be offered
						before.
					</Callout>
				)}
				<FormGroup label="Reason" labelFor="move-reason" className="dialog-reason">
					<TextArea
						id="move-reason"
						autoFocus
						fill
						rows={3}
						value={reason}
						maxLength={2_000}
						placeholder="At least three characters; Enter goes on"
						onChange={(event) => setReason(event.currentTarget.value)}
						onKeyDown={onKeyDown}
					/>
				</FormGroup>
				{moving.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(moving.error).message} {toCallError(moving.error).remedy}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Button onClick={onClose}>Leave it</Button>
						<Button intent={words.intent} disabled={!isValid} loading={moving.isPending} onClick={run}>
							{words.verb}
						</Button>
					</>
				}
			/>
		</Dialog>
	);
}
