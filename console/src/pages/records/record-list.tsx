/** One list of records: rows in view, the cursor, the selection, and the keys that move them. */
import { Button } from '@blueprintjs/core';
import { Refresh } from '@blueprintjs/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { formatCount } from '../../display/format.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { PAGE_ROWS, type RecordsFilter } from '../../queries/records.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { ExportMenu } from './export-menu.tsx';
import { recallList, rememberList } from './list-memory.ts';
import { RecordTable, ROW_HEIGHT } from './record-table.tsx';
import type { RecordsSearch } from './search.ts';
import { useArrivals } from './use-arrivals.ts';
import { useRecordRows } from './use-record-rows.ts';

/** An export by identifiers takes this many. */
const MOST_SELECTED = 500;

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
	const [remembered] = useState(() => recallList(listKey));
	const [current, setCurrent] = useState(remembered?.row ?? 0);
	const [view, setView] = useState({ first: 0, last: 60 });
	const [exportIsOpen, setExportIsOpen] = useState(false);
	const scroller = useRef<HTMLDivElement>(null);
	const rows = useRecordRows(filter, search.from, remembered?.pages, view);
	const arrivals = useArrivals(filter);
	const { count, rowAt, pages } = rows;

	const virtualizer = useVirtualizer({
		count,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW_HEIGHT,
		overscan: 12,
		initialOffset: remembered?.scrollTop ?? 0,
		scrollPaddingStart: ROW_HEIGHT,
	});
	const items = virtualizer.getVirtualItems();
	const first = items[0]?.index ?? 0;
	const last = items.at(-1)?.index ?? 60;
	useEffect(() => setView({ first, last }), [first, last]);

	// The address follows the cursor, but not at every key of a held-down j.
	const currentId = rowAt(current)?.id;
	const atStart = useRef(true);
	useEffect(() => {
		if (atStart.current) {
			atStart.current = false;
			return;
		}
		if (currentId === undefined || currentId === search.at) return;
		const timer = setTimeout(() => onMove({ at: currentId }), 250);
		return () => clearTimeout(timer);
	}, [currentId, search.at, onMove]);

	useEffect(() => {
		rememberList({ key: listKey, filter, pages, row: current, scrollTop: virtualizer.scrollOffset ?? 0 });
	});

	const moveTo = useCallback(
		(row: number) => {
			const next = Math.max(0, Math.min(count - 1, row));
			setCurrent(next);
			virtualizer.scrollToIndex(next, { align: 'auto' });
		},
		[count, virtualizer],
	);
	const open = useCallback(
		(row: number) => {
			const record = rowAt(row);
			if (!record) return;
			setCurrent(row);
			rememberList({ key: listKey, filter, pages, row, scrollTop: virtualizer.scrollOffset ?? 0 });
			void navigate({ to: '/records/$id', params: { id: record.id } });
		},
		[rowAt, navigate, listKey, filter, pages, virtualizer],
	);

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
	const hasRows = () => count > 0;
	useCommands([
		{
			label: 'Next row',
			group: 'List',
			shortcut: 'j',
			keyboardOnly: true,
			when: hasRows,
			run: () => moveTo(current + 1),
		},
		{
			label: 'Row before',
			group: 'List',
			shortcut: 'k',
			keyboardOnly: true,
			when: hasRows,
			run: () => moveTo(current - 1),
		},
		{
			label: 'Open the record',
			group: 'List',
			shortcut: 'Enter',
			keyboardOnly: true,
			when: hasRows,
			run: () => open(current),
		},
		{
			label: 'Select or deselect the row',
			group: 'List',
			shortcut: 'x',
			keyboardOnly: true,
			when: hasRows,
			run: () => currentId && toggle(currentId),
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
		{
			label: 'First row',
			group: 'List',
			shortcut: 'Home',
			keyboardOnly: true,
			when: hasRows,
			run: () => moveTo(0),
		},
		{
			label: 'Last row read so far',
			group: 'List',
			shortcut: 'End',
			keyboardOnly: true,
			when: hasRows,
			run: () => moveTo(count - 1),
		},
	]);
	const onKeyDown = (event: KeyboardEvent) => {
		const rowsInView = Math.max(1, last - first - 24);
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: rowsInView, PageUp: -rowsInView }[event.key];
		if (step !== undefined) moveTo(current + step);
		else if (event.key === ' ' && currentId) toggle(currentId);
		else return;
		event.preventDefault();
	};

	const isEmpty = !rows.isPending && count === 0 && !rows.error;
	return (
		<>
			{rows.isPending && <Pending rows={24} label="Loading records" />}
			{rows.error && count <= PAGE_ROWS && pages.length === 1 && (
				<Failure error={rows.error} retry={rows.retry} />
			)}
			{isEmpty && <NoRecords filter={filter} />}
			{!rows.isPending && count > 0 && !(rows.error && pages.length === 1) && (
				<RecordTable
					scroller={scroller}
					virtualizer={virtualizer}
					count={count}
					rowAt={rowAt}
					current={current}
					selected={selected}
					sort={search.sort ?? '-received'}
					onSort={(sort) => onFilter({ sort: sort === '-received' ? undefined : sort })}
					onCurrent={setCurrent}
					onToggle={toggle}
					onOpen={open}
					onKeyDown={onKeyDown}
				/>
			)}
			<footer className="records-foot">
				<span className="number">
					{count > 0 && !rows.isPending && !isEmpty ? (
						<>
							Row {formatCount(current + 1)} of {formatTotal(rows.total, rows.totalIsLowerBound, count)}
						</>
					) : (
						' '
					)}
				</span>
				{selected.size > 0 && (
					<span className="number">
						{formatCount(selected.size)} selected{' '}
						<Button size="small" variant="minimal" onClick={() => onMove({ selected: undefined })}>
							Clear
						</Button>
					</span>
				)}
				{search.from && (
					<Button size="small" variant="minimal" onClick={() => onFilter({})}>
						Back to the first row
					</Button>
				)}
				{rows.goesOnFrom && (
					<Button
						size="small"
						variant="minimal"
						onClick={() => onMove({ from: rows.goesOnFrom, at: undefined })}
					>
						The list goes on
					</Button>
				)}
				{rows.error && pages.length > 1 && (
					<Button size="small" intent="danger" variant="minimal" onClick={rows.retry}>
						Some rows could not be loaded: try again
					</Button>
				)}
				<span className="spring" />
				<Button
					size="small"
					variant="minimal"
					icon={<Refresh size={14} />}
					onClick={refresh}
					title="Read the list again (r)"
					{...(arrivals > 0 ? { intent: 'primary' as const } : {})}
				>
					{arrivals > 0 ? <span className="number">{formatCount(arrivals)} new</span> : 'Refresh'}
				</Button>
				{mayExport && (
					<ExportMenu
						filter={filter}
						selected={[...selected]}
						isOpen={exportIsOpen}
						onOpen={setExportIsOpen}
						total={rows.total}
					/>
				)}
			</footer>
		</>
	);
}

function formatTotal(total: number | null, isLowerBound: boolean, known: number): string {
	if (total === null) return `${formatCount(known)} read so far`;
	if (!isLowerBound) return formatCount(total);
	return `more than ${formatCount(Math.max(total, known))}`;
}

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
