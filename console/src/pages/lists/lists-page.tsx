/** Lists: what is screened against, which version of it, how many hits wait, and how far a change has come. */
import { Button } from '@blueprintjs/core';
import { Add, Upload } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { type ListView, purpose } from '../../../../contract/views-screening.ts';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { ActionMark } from '../../display/screening-marks.tsx';
import { formatPublished, listFormatWords, purposeWords } from '../../display/screening-words.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { listsQuery, useFreshLists } from '../../queries/lists.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { LoadDialog } from './load-dialog.tsx';
import { NewListDialog } from './new-list-dialog.tsx';
import { Rescreening } from './rescreening.tsx';
import './lists.css';

export function ListsPage() {
	usePageTitle('Lists');
	useFreshLists();
	const lists = useQuery(listsQuery);
	const mayChange = useAbility('list.change');
	const [open, setOpen] = useState<'load' | 'new'>();
	const [dropped, setDropped] = useState<readonly File[]>([]);
	const [isOver, setOver] = useState(false);
	useCommands([
		{
			label: 'Load a list',
			group: 'Lists',
			icon: <Upload />,
			shortcut: 'a',
			when: () => mayChange,
			run: () => setOpen('load'),
		},
		{
			label: 'Make a list of your own',
			group: 'Lists',
			icon: <Add />,
			shortcut: 'n',
			when: () => mayChange,
			run: () => setOpen('new'),
		},
	]);
	const close = () => {
		setOpen(undefined);
		setDropped([]);
	};
	const onDrop = (event: DragEvent) => {
		event.preventDefault();
		setOver(false);
		const files = [...event.dataTransfer.files];
		if (files.length === 0) return;
		setDropped(files);
		setOpen('load');
	};
	const rows = lists.data ?? [];
	return (
		<div
			className={isOver ? 'page lists lists-over' : 'page lists'}
			{...(mayChange
				? {
						onDragOver: (event: DragEvent) => {
							event.preventDefault();
							setOver(true);
						},
						onDragLeave: () => setOver(false),
						onDrop,
					}
				: {})}
		>
			<div className="page-head">
				<h1>Lists</h1>
				<span className="muted">that every party of every record is held against</span>
				<span className="spring" />
				{mayChange && (
					<>
						<Button size="small" icon={<Add size={14} />} onClick={() => setOpen('new')} title="n">
							Own list
						</Button>
						<Button
							size="small"
							intent="primary"
							icon={<Upload size={14} />}
							onClick={() => setOpen('load')}
							title="a"
						>
							Load a list
						</Button>
					</>
				)}
			</div>
			<div className="panel table-scroll">
				{lists.isPending && <Pending rows={6} label="Loading lists" />}
				{lists.isError && <Failure error={lists.error} retry={() => void lists.refetch()} />}
				{lists.isSuccess && rows.length === 0 && (
					<Empty title="There are no lists yet">
						{mayChange
							? 'Load a published list (drop its files here), or make one of your own.'
							: 'A supervisor or an administrator loads them.'}
					</Empty>
				)}
				{rows.length > 0 && <ListTable lists={rows} />}
			</div>
			{open === 'load' && <LoadDialog lists={rows} dropped={dropped} onClose={close} />}
			{open === 'new' && <NewListDialog lists={rows} onClose={close} />}
		</div>
	);
}

function ListTable({ lists }: { lists: readonly ListView[] }) {
	return (
		<table className="table">
			<thead>
				<tr>
					<th scope="col">List</th>
					<th scope="col">Format</th>
					<th scope="col">Asks for</th>
					<th scope="col">Screened for, from</th>
					<th scope="col" className="numeric">
						Version
					</th>
					<th scope="col" className="numeric">
						Entries
					</th>
					<th scope="col">Published</th>
					<th scope="col">Loaded</th>
					<th scope="col">What is stored</th>
					<th scope="col">Waiting version</th>
					<th scope="col" className="numeric">
						Open hits
					</th>
				</tr>
			</thead>
			<tbody>
				{lists.map((list) => (
					<ListRow key={list.id} list={list} />
				))}
			</tbody>
		</table>
	);
}

const nothing = <span className="muted">–</span>;

function ListRow({ list }: { list: ListView }) {
	const mayListHits = useAbility('hit.list');
	const { active, staged, thresholds } = list;
	const set = purposesOf(thresholds);
	return (
		<tr>
			<th scope="row">
				<Link to="/lists/$list" params={{ list: list.id }}>
					{list.name}
				</Link>
				<span className="lists-second muted mono">{list.id}</span>
			</th>
			<td className="nowrap">{listFormatWords[list.format]}</td>
			<td className="nowrap">
				<ActionMark action={list.instruction.action} />
			</td>
			<td>
				{set.length === 0 ? <span className="chip chip-warning">nothing</span> : <Thresholds set={set} />}
			</td>
			<td className="numeric">{active?.version ?? nothing}</td>
			<td className="numeric">{active ? formatCount(active.entries) : nothing}</td>
			<td className="nowrap number">{active?.publishedAt ? formatPublished(active.publishedAt) : nothing}</td>
			<td className="nowrap">
				{active ? (
					<>
						<Instant at={active.loadedAt} />
						<span className="lists-second muted">{active.loadedBy}</span>
					</>
				) : (
					nothing
				)}
			</td>
			<td className="nowrap">
				<Rescreening rescreening={list.rescreening} />
			</td>
			<td className="nowrap">
				{staged ? (
					<Link to="/lists/$list" params={{ list: list.id }} search={{ tab: 'preview' }}>
						version {staged.version}
						<span className="lists-second">{formatCount(staged.entries)} entries</span>
					</Link>
				) : (
					nothing
				)}
			</td>
			<td className="numeric">
				{list.openHits > 0 && mayListHits ? (
					<Link
						to="/hits"
						search={{ list: list.id }}
						preload={false}
						aria-label={`${list.openHits} open hits`}
					>
						{formatCount(list.openHits)}
					</Link>
				) : (
					<span className={list.openHits === 0 ? 'muted' : undefined}>{formatCount(list.openHits)}</span>
				)}
			</td>
		</tr>
	);
}

/** Purposes and their thresholds; in one word where all are the same. */
function Thresholds({ set }: { set: ReturnType<typeof purposesOf> }) {
	const first = set[0]?.[1];
	if (set.length === purpose.options.length && set.every(([, threshold]) => threshold === first))
		return (
			<>
				every purpose <span className="number">{first}</span>
			</>
		);
	return (
		<span className="lists-thresholds">
			{set.map(([each, threshold]) => (
				<span key={each} className="nowrap">
					{purposeWords[each].name.toLowerCase()} <span className="number">{threshold}</span>
				</span>
			))}
		</span>
	);
}

const purposesOf = (thresholds: ListView['thresholds']) =>
	purpose.options.flatMap((each) => {
		const threshold = thresholds[each];
		return threshold === undefined ? [] : [[each, threshold] as const];
	});
