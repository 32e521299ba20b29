/** One list of records: its rows, the selection, the export. */
import { Button } from '@blueprintjs/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useState } from 'react';
import type { RecordSummary } from '../../../../contract/views.ts';
import { formatCount } from '../../display/format.ts';
import { Empty } from '../../display/states.tsx';
import { ListBody } from '../../listing/list-body.tsx';
import { ListFoot } from '../../listing/list-foot.tsx';
import { useList } from '../../listing/use-list.ts';
import { type RecordsFilter, recordsMemory, recordsPages } from '../../queries/records.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { columns } from './columns.tsx';
import { ExportMenu } from './export-menu.tsx';
import { type RecordsSearch, sortOf } from './search.ts';
import { useRecordArrivals } from './use-record-arrivals.ts';

/** An export by identifiers takes this many. */
const MOST_SELECTED = 500;

const NEWEST_FIRST = '-received';

type Props = {
	listKey: string;
	filter: RecordsFilter & RecordsSearch;
	search: RecordsSearch;
	onMove: (change: Partial<RecordsSearch>) => void;
	onFilter: (change: Partial<RecordsSearch>) => void;
	onRefresh: () => void;
	onSearch: () => void;
};

export function RecordList({ listKey, filter, search, onMove, onFilter, onRefresh, onSearch }: Props) {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const mayExport = useAbility('record.export');
	const [exportIsOpen, setExportIsOpen] = useState(false);
	const list = useList({
		listKey,
		filter,
		pageQuery: recordsPages,
		memory: recordsMemory,
		from: search.from,
		at: search.at,
		onMove: useCallback((at: string) => onMove({ at }), [onMove]),
		onOpen: useCallback(
			({ id }: RecordSummary) => void navigate({ to: '/records/$id', params: { id } }),
			[navigate],
		),
	});
	const arrivals = useRecordArrivals(filter);
	const { currentRow } = list;

	const selected = new Set(search.selected?.split(',').filter(Boolean));
	const toggle = (id: string) => {
		const next = new Set(selected);
		if (!next.delete(id) && next.size < MOST_SELECTED) next.add(id);
		onMove({ selected: next.size > 0 ? [...next].join(',') : undefined });
	};
	const refresh = () => {
		queryClient.removeQueries({ queryKey: ['records'] });
		onRefresh();
	};
	useCommands([
		{
			label: 'Select or deselect the row',
			group: 'List',
			shortcut: 'x',
			keyboardOnly: true,
			when: () => currentRow !== undefined,
			run: () => currentRow && toggle(currentRow.id),
		},
		{ label: 'Search records', group: 'List', shortcut: '/', run: onSearch },
		{
			label: 'Export these records',
			group: 'List',
			shortcut: 'e',
			when: () => mayExport,
			run: () => setExportIsOpen(true),
		},
		{ label: 'Read the list again', group: 'List', shortcut: 'r', run: refresh },
	]);
	const onKeyDown = (event: KeyboardEvent) => {
		if (list.moveByKey(event) || event.key !== ' ' || !currentRow) return;
		toggle(currentRow.id);
		event.preventDefault();
	};

	return (
		<>
			<ListBody
				list={list}
				label="Records"
				columns={columns}
				minWidth="164ch"
				selection={{ ids: selected, onToggle: toggle, name: referenceOf }}
				sort={search.sort ?? NEWEST_FIRST}
				onSort={(sort) => onFilter({ sort: sort === NEWEST_FIRST ? undefined : sortOf(sort) })}
				onKeyDown={onKeyDown}
				empty={<NoRecords filter={filter} />}
			/>
			<ListFoot
				list={list}
				start={{
					isFurtherDown: search.from !== undefined,
					onFirst: () => onFilter({}),
					onGoOn: (from) => onMove({ from, at: undefined }),
				}}
				arrivals={arrivals}
				onRefresh={refresh}
				actions={
					mayExport && (
						<ExportMenu
							filter={filter}
							selected={[...selected]}
							isOpen={exportIsOpen}
							onOpen={setExportIsOpen}
							total={list.rows.total}
						/>
					)
				}
			>
				{selected.size > 0 && (
					<span className="number">
						{formatCount(selected.size)} selected{' '}
						<Button size="small" variant="minimal" onClick={() => onMove({ selected: undefined })}>
							Clear
						</Button>
					</span>
				)}
			</ListFoot>
		</>
	);
}

const referenceOf = (record: RecordSummary) => record.reference;

function NoRecords({ filter }: { filter: RecordsFilter }) {
	const isFiltered = Object.entries(filter).some(([name, value]) => name !== 'sort' && value !== undefined);
	return isFiltered ? (
		<Empty title="No record matches">Take a filter away, or search for the start of a reference.</Empty>
	) : (
		<Empty title="There are no records yet">
			Send a file with <code>npx tidewaiter ingest FILE</code>; it appears here at once.
		</Empty>
	);
}
