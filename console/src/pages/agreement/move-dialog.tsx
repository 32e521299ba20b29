/** A move in the life of an agreement, with its reason: offer, sign, suspend, resume, end. */
import { Callout } from '@blueprintjs/core';
import { operations } from '../../../../contract/operations.ts';
import type { AgreementDetail } from '../../../../contract/views-exchange.ts';
import { plural } from '../../display/format.ts';
import { ReasonDialog } from '../../display/reason-dialog.tsx';
import { useMoveAgreement } from '../../queries/agreements.ts';
import { type Move, moveWords } from './moves.ts';

type Props = {
	detail: AgreementDetail;
	move: Move;
	onClose: () => void;
	onDone: (detail: AgreementDetail) => void;
};

export function MoveDialog({ detail: { summary, changes, body }, move, onClose, onDone }: Props) {
	const moving = useMoveAgreement();
	const words = moveWords[move];
	const isBinding = move === 'offer' || move === 'sign';
	return (
		<ReasonDialog
			title={`${words.verb} version ${summary.version}`}
			verb={words.verb}
			intent={words.intent}
			reasonSchema={operations.moveAgreement.input.shape.reason}
			isPending={moving.isPending}
			error={moving.error}
			onClose={onClose}
			onSubmit={(reason) =>
				// By the promise: the page is another one as soon as the state has changed.
				moving.mutateAsync({ id: summary.id, version: summary.version, move, reason }).then(
					onDone,
					() => undefined, // shown in the dialog, from the state of the mutation
				)
			}
		>
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
		</ReasonDialog>
	);
}
