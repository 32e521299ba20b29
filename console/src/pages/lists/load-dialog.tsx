/** Loads a version of a list from files; then says what was read and what could not be. */
import {
	Button,
	Callout,
	Dialog,
	DialogBody,
	DialogFooter,
	FileInput,
	FormGroup,
	HTMLSelect,
	InputGroup,
	Switch,
} from '@blueprintjs/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listFormat } from '../../../../contract/lists.ts';
import { type ListLoaded, type ListView, listId } from '../../../../contract/views-screening.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { formatBytes, formatCount, plural } from '../../display/format.ts';
import { listFormatWords } from '../../display/screening-words.ts';
import { useLoadList } from '../../queries/lists.ts';
import { packFiles, suggestListId } from './upload.ts';

/** Formats in which a list can come; own lists are written here, entry by entry. */
const formats = listFormat.options.filter((format) => format !== 'own');

type Props = {
	lists: readonly ListView[];
	/** List whose next version is loaded; without one, a new list or any of those. */
	list?: ListView;
	/** Files that were dropped on the page. */
	dropped?: readonly File[];
	onClose: () => void;
};

export function LoadDialog({ lists, list, dropped = [], onClose }: Props) {
	const load = useLoadList();
	const [files, setFiles] = useState(dropped);
	const [id, setId] = useState(list?.id ?? '');
	const [name, setName] = useState('');
	const [format, setFormat] = useState<(typeof formats)[number]>();
	const [isStaged, setStaged] = useState(false);
	const known = lists.find((each) => each.id === id);
	const send = useMutation({
		mutationFn: async () => {
			const packed = await packFiles(files);
			return load.mutateAsync({
				list: id,
				upload: packed.upload,
				file: packed.name,
				activate: isStaged ? 'false' : 'true',
				...(format ? { format } : {}),
				...(known || name.trim() === '' ? {} : { name: name.trim() }),
			});
		},
	});
	if (send.isSuccess) return <Loaded loaded={send.data} onClose={onClose} />;
	const isNewList = list === undefined && known === undefined;
	const hasBadId = id !== '' && !listId.safeParse(id).success;
	return (
		<FormDialog
			title={list ? `Load a version of ${list.name}` : 'Load a list'}
			submit={isStaged ? 'Load and keep staged' : 'Load and screen against it'}
			isValid={files.length > 0 && listId.safeParse(id).success}
			isPending={send.isPending}
			error={send.error}
			onClose={onClose}
			onSubmit={() => send.mutate()}
		>
			<FormGroup
				label="Files"
				labelFor="list-files"
				helperText="As published: one file, a zip, or several files that belong together (choose them all at once)"
			>
				<FileInput
					fill
					text={files.length === 0 ? 'Choose files' : files.map((file) => file.name).join(', ')}
					buttonText="Choose"
					hasSelection={files.length > 0}
					inputProps={{ id: 'list-files', multiple: true, autoFocus: true }}
					onInputChange={(event) => setFiles([...(event.currentTarget.files ?? [])])}
				/>
				{files.length > 0 && (
					<div className="muted number load-files">
						{plural(files.length, 'file')}, {formatBytes(files.reduce((sum, file) => sum + file.size, 0))}
						{files.length > 1 && ', sent as one zip'}
					</div>
				)}
			</FormGroup>
			{list === undefined && (
				<>
					<FormGroup
						label="Name of a new list"
						labelFor="list-name"
						helperText="As officers will see it in hits"
					>
						<InputGroup
							id="list-name"
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
						labelFor="list-id"
						intent={hasBadId ? 'danger' : 'none'}
						helperText={
							known
								? `A list of that name is there: this becomes its next version (${known.name})`
								: 'Small letters, digits, hyphens; that of a list that is there loads its next version'
						}
					>
						<InputGroup
							id="list-id"
							value={id}
							maxLength={64}
							autoComplete="off"
							spellCheck={false}
							list="list-ids"
							onValueChange={setId}
							aria-invalid={hasBadId}
						/>
						<datalist id="list-ids">
							{lists
								.filter((each) => each.format !== 'own')
								.map((each) => (
									<option key={each.id} value={each.id}>
										{each.name}
									</option>
								))}
						</datalist>
					</FormGroup>
				</>
			)}
			<FormGroup label="Format" labelFor="list-format">
				<HTMLSelect
					id="list-format"
					fill
					value={format ?? ''}
					onChange={(event) => setFormat(formats.find((each) => each === event.currentTarget.value))}
				>
					<option value="">Recognised by content</option>
					{formats.map((each) => (
						<option key={each} value={each}>
							{listFormatWords[each]}
						</option>
					))}
				</HTMLSelect>
			</FormGroup>
			<Switch
				checked={isStaged}
				onChange={(event) => setStaged(event.currentTarget.checked)}
				label="Keep it staged: look at its changes and its hits per day before it goes live"
			/>
			{!isStaged && (
				<p className="muted">
					{isNewList ? 'Records' : 'From then on records'} are screened against it as they come, and what is
					stored is screened again.
				</p>
			)}
		</FormDialog>
	);
}

function Loaded({ loaded, onClose }: { loaded: ListLoaded; onClose: () => void }) {
	const { version, problems, known } = loaded;
	return (
		<Dialog isOpen onClose={onClose} title="The list was read" style={{ width: 760 }}>
			<DialogBody>
				<Callout compact intent={problems.length > 0 ? 'warning' : 'success'} role="status">
					{known ? (
						<>This content is the newest version already; nothing changed.</>
					) : (
						<>
							Version {version.version}: {plural(version.entries, 'entry', 'entries')};{' '}
							{formatCount(version.added)} added, {formatCount(version.changed)} changed,{' '}
							{formatCount(version.removed)} removed.{' '}
							{version.state === 'staged' ? 'It is staged.' : 'It is screened against from now on.'}
						</>
					)}
				</Callout>
				{problems.length > 0 && <ProblemTable loaded={loaded} />}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Link
							to="/lists/$list"
							params={{ list: loaded.list }}
							search={{ tab: version.state === 'staged' ? 'preview' : 'changes' }}
							className="bp6-button"
							onClick={onClose}
						>
							{version.state === 'staged' ? 'See its hits per day' : 'See what changed'}
						</Link>
						<Button intent="primary" onClick={onClose}>
							Close
						</Button>
					</>
				}
			/>
		</Dialog>
	);
}

function ProblemTable({ loaded: { problems, version } }: { loaded: ListLoaded }) {
	return (
		<>
			<h3 className="load-problems-head">
				{plural(version.problems, 'place')} could not be read
				{version.problems > problems.length && (
					<span className="muted">, the first {problems.length} are here</span>
				)}
			</h3>
			<div className="table-scroll load-problems">
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Where</th>
							<th scope="col">What is wrong</th>
							<th scope="col">What to do</th>
						</tr>
					</thead>
					<tbody>
						{problems.map((problem, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: problems may be alike, and never move.
							<tr key={index}>
								<td className="mono">{problem.place}</td>
								<td>{problem.reason}</td>
								<td className="muted">{problem.remedy}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</>
	);
}
