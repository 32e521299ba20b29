/** Changes of what this node says of itself: its name and address, its keys. Partners are told of each. */
import { Callout, FormGroup, InputGroup, Switch, TextArea } from '@blueprintjs/core';
import { useState } from 'react';
import type { NodeCard } from '../../../../contract/exchange/node-card.ts';
import { operations } from '../../../../contract/operations.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useChangeCard, useRotateKeys } from '../../queries/partners.ts';

const done = () => undefined; // a failure is shown in the dialog, from the state of the mutation

export function ChangeCardDialog({ card, onClose }: { card: NodeCard; onClose: () => void }) {
	const change = useChangeCard();
	const [title, setTitle] = useState(card.title);
	const [url, setUrl] = useState(card.url);
	const isUrl = /^https:\/\/[^\s/?#@]+\/?$/.test(url);
	const isTitle = operations.changeCard.input.shape.title.safeParse(title.trim()).success;
	return (
		<FormDialog
			title="Name and address of this node"
			submit="Tell the partners"
			isValid={isUrl && isTitle && (title.trim() !== card.title || url !== card.url)}
			isPending={change.isPending}
			error={change.error}
			onClose={onClose}
			onSubmit={() => change.mutateAsync({ title: title.trim(), url }).then(onClose, done)}
		>
			<FormGroup label="Name" labelFor="own-title" helperText="As people at partners see it">
				<InputGroup id="own-title" autoFocus value={title} maxLength={200} onValueChange={setTitle} />
			</FormGroup>
			<FormGroup
				label="Address"
				labelFor="own-url"
				intent={isUrl ? 'none' : 'danger'}
				helperText="Where partners send: https://host:port"
			>
				<InputGroup
					id="own-url"
					value={url}
					maxLength={400}
					spellCheck={false}
					aria-invalid={!isUrl}
					onValueChange={setUrl}
				/>
			</FormGroup>
		</FormDialog>
	);
}

export function RotateDialog({ onClose }: { onClose: () => void }) {
	const rotate = useRotateKeys();
	const [reason, setReason] = useState('');
	const [revoke, setRevoke] = useState(false);
	return (
		<FormDialog
			title="New keys for this node"
			submit="Make new keys"
			isValid={operations.rotateKeys.input.shape.reason.safeParse(reason).success}
			isPending={rotate.isPending}
			error={rotate.error}
			onClose={onClose}
			onSubmit={() => rotate.mutateAsync({ reason: reason.trim(), revoke }).then(onClose, done)}
		>
			<p>
				The fingerprint changes. Partners take the new keys because the former ones sign them, and are asked
				to compare again. What was sealed to the former keys stays readable here.
			</p>
			<FormGroup label="Reason" labelFor="rotate-reason">
				<TextArea
					id="rotate-reason"
					autoFocus
					fill
					rows={2}
					value={reason}
					maxLength={2_000}
					placeholder="keys of the year; a disk was lost …"
					onChange={(event) => setReason(event.currentTarget.value)}
				/>
			</FormGroup>
			<Switch
				checked={revoke}
				label="Revoke the former keys: they were lost or stolen"
				onChange={(event) => setRevoke(event.currentTarget.checked)}
			/>
			{revoke && (
				<Callout compact intent="danger">
					Nothing that the former keys sign is believed any more. Call the partners, too: whoever has the keys
					may speak to them first.
				</Callout>
			)}
		</FormDialog>
	);
}
