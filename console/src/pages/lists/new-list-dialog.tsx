import { FormGroup, InputGroup } from '@blueprintjs/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ListView, listId } from '../../../../contract/views-screening.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { useChangeList } from '../../queries/lists.ts';
import { suggestListId } from './upload.ts';

/** Makes an empty list of one's own; what it asks for and its entries are written on its page. */
export function NewListDialog({ lists, onClose }: { lists: readonly ListView[]; onClose: () => void }) {
	const change = useChangeList();
	const navigate = useNavigate();
	const [name, setName] = useState('');
	const [id, setId] = useState('');
	const isTaken = lists.some((list) => list.id === id);
	const hasBadId = id !== '' && (isTaken || !listId.safeParse(id).success);
	return (
		<FormDialog
			title="Make a list of your own"
			submit="Make"
			isValid={name.trim() !== '' && id !== '' && !hasBadId}
			isPending={change.isPending}
			error={change.error}
			onClose={onClose}
			onSubmit={() =>
				change.mutate(
					{ list: id, name: name.trim() },
					{
						onSuccess: (list) => {
							onClose();
							void navigate({ to: '/lists/$list', params: { list: list.id }, search: { tab: 'settings' } });
						},
					},
				)
			}
		>
			<FormGroup label="Name" labelFor="own-name" helperText="As officers will see it in hits">
				<InputGroup
					id="own-name"
					autoFocus
					value={name}
					maxLength={200}
					autoComplete="off"
					onValueChange={(next) => {
						// The identifier follows the name until it is written by hand.
						if (id === suggestListId(name)) setId(suggestListId(next));
						setName(next);
					}}
				/>
			</FormGroup>
			<FormGroup
				label="Identifier"
				labelFor="own-id"
				intent={hasBadId ? 'danger' : 'none'}
				helperText={
					isTaken ? 'A list of that name is there' : 'Small letters, digits, hyphens; a letter first'
				}
			>
				<InputGroup
					id="own-id"
					value={id}
					maxLength={64}
					autoComplete="off"
					spellCheck={false}
					onValueChange={setId}
					aria-invalid={hasBadId}
				/>
			</FormGroup>
		</FormDialog>
	);
}
