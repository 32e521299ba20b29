import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, TextArea } from '@blueprintjs/core';
import { Edit, Trash } from '@blueprintjs/icons';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import type { ListView, StoredListEntry } from '../../../../contract/views-screening.ts';
import { toCallError } from '../../client/call-error.ts';
import { entryKindWords } from '../../display/screening-words.ts';
import { useRemoveListEntry } from '../../queries/list-entries.ts';
import { describeEntry } from '../../screening/describe.ts';
import { FactList } from '../../screening/facts.tsx';
import { InstructionFacts, todayText } from '../../screening/instruction.tsx';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { EntryForm } from './entry-form.tsx';

type Props = { stored: StoredListEntry; list: ListView; mayWrite: boolean };

/** One entry as the list has it, what is asked for, and, on a list of one's own, the ways to change it. */
export function EntryPanel({ stored, list, mayWrite }: Props) {
	const { entry, caption, sinceVersion } = stored;
	const mayListHits = useAbility('hit.list');
	const [open, setOpen] = useState<'change' | 'remove'>();
	useCommands([
		{
			label: 'Change this entry',
			group: 'Entries',
			icon: <Edit />,
			shortcut: 'e',
			when: () => mayWrite,
			run: () => setOpen('change'),
		},
		{
			label: 'Take this entry off the list',
			group: 'Entries',
			icon: <Trash />,
			shortcut: 'x',
			when: () => mayWrite,
			run: () => setOpen('remove'),
		},
	]);
	return (
		<div className="entry-panel">
			<header>
				<div>
					<h2>
						<bdi dir="auto">{caption}</bdi>
					</h2>
					<p className="muted">
						{entryKindWords[entry.kind].one} · <span className="mono">{entry.key}</span> · as it is since
						version {sinceVersion}
						{mayListHits && (
							<>
								{' · '}
								<Link to="/hits" search={{ list: list.id, entry: entry.key, state: 'any' }} preload={false}>
									its hits
								</Link>
							</>
						)}
					</p>
				</div>
				{mayWrite && (
					<div className="entry-actions">
						<Button size="small" icon={<Edit size={14} />} onClick={() => setOpen('change')} title="e">
							Change
						</Button>
						<Button size="small" icon={<Trash size={14} />} onClick={() => setOpen('remove')} title="x">
							Take off
						</Button>
					</div>
				)}
			</header>
			<div className="panel">
				<InstructionFacts instruction={{ ...list.instruction, ...entry.instruction }} today={todayText()} />
				{entry.instruction && Object.keys(entry.instruction).length > 0 && (
					<p className="entry-differs muted">This entry asks for something else than its list.</p>
				)}
			</div>
			<div className="panel">
				<FactList description={describeEntry(entry)} />
			</div>
			{open === 'change' && (
				<EntryForm list={list} entry={entry} onClose={() => setOpen(undefined)} onSaved={() => {}} />
			)}
			{open === 'remove' && <RemoveDialog stored={stored} onClose={() => setOpen(undefined)} />}
		</div>
	);
}

const reasonSchema = operations.removeListEntry.input.shape.reason;

function RemoveDialog({ stored, onClose }: { stored: StoredListEntry; onClose: () => void }) {
	const remove = useRemoveListEntry();
	const [reason, setReason] = useState('');
	const isValid = reasonSchema.safeParse(reason.trim()).success;
	return (
		<Dialog isOpen onClose={onClose} title={`Take ${stored.caption} off the list`}>
			<DialogBody>
				<p>Takes effect at once; its hits are withdrawn, and say why.</p>
				<FormGroup label="Reason" labelFor="remove-reason" helperText="At least three characters">
					<TextArea
						id="remove-reason"
						autoFocus
						fill
						value={reason}
						maxLength={1_000}
						onChange={(event) => setReason(event.currentTarget.value)}
					/>
				</FormGroup>
				{remove.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(remove.error).message} {toCallError(remove.error).remedy}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Button onClick={onClose}>Keep</Button>
						<Button
							intent="danger"
							disabled={!isValid}
							loading={remove.isPending}
							onClick={() =>
								remove.mutate(
									{ list: stored.list, key: stored.entry.key, reason: reason.trim() },
									{ onSuccess: onClose },
								)
							}
						>
							Take off
						</Button>
					</>
				}
			/>
		</Dialog>
	);
}
