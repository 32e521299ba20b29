/** Adds an entry to a list of one's own, or changes one. Takes effect at once, with a reason. */
import {
	Button,
	Callout,
	Dialog,
	DialogBody,
	DialogFooter,
	FormGroup,
	HTMLSelect,
	InputGroup,
	TextArea,
} from '@blueprintjs/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type ListEntry, listEntryKind } from '../../../../contract/lists.ts';
import { operations } from '../../../../contract/operations.ts';
import type { ListView, StoredListEntry } from '../../../../contract/views-screening.ts';
import { toCallError } from '../../client/call-error.ts';
import { entryKindWords } from '../../display/screening-words.ts';
import { useChangeListEntry } from '../../queries/list-entries.ts';
import { factWords } from '../../screening/describe.ts';
import {
	type DraftField,
	draftOf,
	type EntryDraft,
	emptyDraft,
	fieldsOf,
	readDraft,
	usualScheme,
} from './entry-draft.ts';
import { AddressRows, IdentifierRows, NameRows } from './entry-rows.tsx';
import { writeInstruction } from './instruction-draft.ts';
import { InstructionFields } from './instruction-fields.tsx';

const reasonSchema = operations.changeListEntry.input.shape.reason;

/** A number that no entry has yet: the moment, to the second. It can be written over. */
const newKey = () => new Date().toISOString().replace(/\D/g, '').slice(0, 14);

/** What is to be written into a text field. */
const hints: { readonly [field in DraftField]?: string } = {
	born: '1956-03-04, 1956-03, 1956, about 1956, 1955 to 1957; several with commas',
	nationalities: 'Codes of two letters or names; several with commas',
	countries: 'Residence, seat, flag; several with commas',
	birthPlaces: 'One on a line',
	phones: 'With the country code; several with commas',
	emails: 'Several with commas',
};

type Props = {
	list: ListView;
	/** The entry that is changed; without one, a new one is added. */
	entry?: ListEntry;
	onClose: () => void;
	onSaved: (stored: StoredListEntry) => void;
};

export function EntryForm({ list, entry, onClose, onSaved }: Props) {
	const save = useChangeListEntry();
	const [draft, setDraft] = useState<EntryDraft>(() => (entry ? draftOf(entry) : emptyDraft(newKey())));
	const [reason, setReason] = useState('');
	const [isTried, setTried] = useState(false);
	const read = readDraft(draft, entry);
	const hasReason = reasonSchema.safeParse(reason.trim()).success;
	const problemOf = (field: DraftField) =>
		isTried && 'problems' in read
			? read.problems.find((problem) => problem.field === field)?.reason
			: undefined;
	const set = (part: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...part }));
	const submit = (event: FormEvent) => {
		event.preventDefault();
		setTried(true);
		if (!('entry' in read) || !hasReason || save.isPending) return;
		save.mutate(
			{ list: list.id, entry: read.entry, reason: reason.trim() },
			{
				onSuccess: (stored) => {
					onSaved(stored);
					onClose();
				},
			},
		);
	};
	const fields = fieldsOf[draft.kind];
	const field = (name: DraftField, label: string, children: ReactNode, isWide = false) => (
		<FormGroup
			key={name}
			label={label}
			labelFor={`entry-${name}`}
			intent={problemOf(name) ? 'danger' : 'none'}
			helperText={problemOf(name) ?? hints[name]}
			className={isWide ? 'field-wide' : ''}
		>
			{children}
		</FormGroup>
	);
	const text = (name: 'born' | 'nationalities' | 'countries' | 'phones' | 'emails', label: string) =>
		field(
			name,
			label,
			<InputGroup
				id={`entry-${name}`}
				value={draft[name]}
				autoComplete="off"
				spellCheck={false}
				onValueChange={(value) => set({ [name]: value })}
			/>,
		);
	const controls: { readonly [name in DraftField]?: () => ReactNode } = {
		names: () =>
			field(
				'names',
				factWords.names,
				<NameRows rows={draft.names} onChange={(names) => set({ names })} />,
				true,
			),
		identifiers: () =>
			field(
				'identifiers',
				factWords.identifiers,
				<IdentifierRows
					rows={draft.identifiers}
					usual={usualScheme[draft.kind]}
					onChange={(identifiers) => set({ identifiers })}
				/>,
				true,
			),
		addresses: () =>
			field(
				'addresses',
				factWords.addresses,
				<AddressRows rows={draft.addresses} onChange={(addresses) => set({ addresses })} />,
				true,
			),
		born: () => text('born', factWords.born),
		sex: () =>
			field(
				'sex',
				factWords.sex,
				<HTMLSelect
					id="entry-sex"
					fill
					value={draft.sex}
					onChange={(event) => set({ sex: event.currentTarget.value })}
					options={[
						{ value: '', label: 'Not known' },
						{ value: 'female', label: 'Female' },
						{ value: 'male', label: 'Male' },
					]}
				/>,
			),
		nationalities: () => text('nationalities', factWords.nationalities),
		countries: () => text('countries', factWords.countries),
		birthPlaces: () =>
			field(
				'birthPlaces',
				factWords.birthPlaces,
				<TextArea
					id="entry-birthPlaces"
					fill
					rows={1}
					value={draft.birthPlaces}
					onChange={(event) => set({ birthPlaces: event.currentTarget.value })}
				/>,
			),
		phones: () => text('phones', factWords.phones),
		emails: () => text('emails', factWords.emails),
	};
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={entry ? `Change ${entry.names[0]?.full ?? entry.key}` : `Add to ${list.name}`}
			className="entry-form"
			canOutsideClickClose={false}
		>
			<form onSubmit={submit}>
				<DialogBody>
					{save.isError && (
						<Callout compact intent="danger" role="alert" className="entry-form-failure">
							{toCallError(save.error).message} {toCallError(save.error).remedy}
						</Callout>
					)}
					<div className="field-grid">
						<FormGroup label="What is listed" labelFor="entry-kind">
							<HTMLSelect
								id="entry-kind"
								fill
								value={draft.kind}
								onChange={(event) => {
									const kind = listEntryKind.options.find((each) => each === event.currentTarget.value);
									if (!kind) return;
									// A number that is not written yet follows the kind.
									const identifiers = draft.identifiers.map((row) =>
										row.value === '' ? { ...row, scheme: usualScheme[kind] } : row,
									);
									set({ kind, identifiers });
								}}
								options={listEntryKind.options.map((kind) => ({
									value: kind,
									label: entryKindWords[kind].one,
								}))}
							/>
						</FormGroup>
						<FormGroup
							label="Key"
							labelFor="entry-key"
							intent={problemOf('key') ? 'danger' : 'none'}
							helperText={problemOf('key') ?? 'Its number on this list; stays the same'}
						>
							<InputGroup
								id="entry-key"
								value={draft.key}
								maxLength={200}
								autoComplete="off"
								spellCheck={false}
								disabled={entry !== undefined}
								onValueChange={(key) => set({ key })}
							/>
						</FormGroup>
						{fields.map((name) => controls[name]?.())}
						{field(
							'programmes',
							factWords.programmes,
							<InputGroup
								id="entry-programmes"
								value={draft.programmes}
								onValueChange={(programmes) => set({ programmes })}
							/>,
						)}
						{field(
							'remarks',
							factWords.remarks,
							<TextArea
								id="entry-remarks"
								fill
								rows={2}
								value={draft.remarks}
								maxLength={8_000}
								onChange={(event) => set({ remarks: event.currentTarget.value })}
							/>,
							true,
						)}
					</div>
					<details className="entry-instruction" open={Object.values(draft.instruction).some(Boolean)}>
						<summary>Asks for something else than the list</summary>
						<InstructionFields
							draft={draft.instruction}
							inherited={writeInstruction(list.instruction)}
							onChange={(instruction) => set({ instruction })}
						/>
						{problemOf('instruction') && (
							<Callout compact intent="danger">
								{problemOf('instruction')}
							</Callout>
						)}
					</details>
					<FormGroup
						label="Reason"
						labelFor="entry-reason"
						intent={isTried && !hasReason ? 'danger' : 'none'}
						helperText="Why it is listed or changed; at least three characters"
					>
						<InputGroup id="entry-reason" value={reason} maxLength={1_000} onValueChange={setReason} />
					</FormGroup>
				</DialogBody>
				<DialogFooter
					actions={
						<>
							<Button onClick={onClose}>Cancel</Button>
							<Button type="submit" intent="primary" loading={save.isPending}>
								{entry ? 'Change' : 'Add'}
							</Button>
						</>
					}
				>
					<span className="muted">Takes effect at once; what is stored is screened against it.</span>
				</DialogFooter>
			</form>
		</Dialog>
	);
}
