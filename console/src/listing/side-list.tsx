/**
 * A list beside what it shows: rows of two lines, virtual, moved through by j and k; the row under the cursor is shown in
 * full next to it. Rows come page after page as the reader nears the end of what is known.
 */
import { Button } from '@blueprintjs/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatCount } from '../display/format.ts';
import { useCommands } from '../shell/commands.ts';
import './side-list.css';

/** Rows before the end at which the next page is asked for. */
const AHEAD_ROWS = 40;

type Pages<T> = {
	data:
		| { pages: readonly { items: readonly T[]; total: number | null; totalIsLowerBound: boolean }[] }
		| undefined;
	hasNextPage: boolean;
	isFetchingNextPage: boolean;
	isFetchNextPageError: boolean;
	fetchNextPage: () => unknown;
};

export type SideListProps<T> = {
	label: string;
	/** Name of the group in the help of the keyboard. */
	group: string;
	list: Pages<T>;
	idOf: (item: T) => string;
	rowHeight: number;
	/** Identifier of the row under the cursor; the first row where there is none. */
	current: string | undefined;
	onCurrent: (item: T) => void;
	/** Enter or a second click. */
	onOpen?: (item: T) => void;
	children: (item: T) => ReactNode;
	foot?: ReactNode;
};

export function SideList<T>(props: SideListProps<T>) {
	const { label, group, list, idOf, rowHeight, current, onCurrent, onOpen, children, foot } = props;
	const items = list.data?.pages.flatMap((page) => page.items) ?? [];
	const head = list.data?.pages[0];
	const scroller = useRef<HTMLDivElement>(null);
	// What the address names may stand further down than what has been read; then no row has the cursor.
	const at = current === undefined ? 0 : items.findIndex((item) => idOf(item) === current);
	const virtualizer = useVirtualizer({
		count: items.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		overscan: 10,
	});
	const rows = virtualizer.getVirtualItems();
	const last = rows.at(-1)?.index ?? 0;
	const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
	useEffect(() => {
		if (last >= items.length - AHEAD_ROWS && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
			fetchNextPage();
	}, [last, items.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
	useEffect(() => {
		if (at >= 0 && at < items.length) virtualizer.scrollToIndex(at, { align: 'auto' });
	}, [at, items.length, virtualizer]);

	const moveTo = (index: number) => {
		const item = items[Math.max(0, Math.min(items.length - 1, index))];
		if (item !== undefined) onCurrent(item);
	};
	const open = () => {
		const item = items[at];
		if (item !== undefined) onOpen?.(item);
	};
	const movement = (name: string, shortcut: string, run: () => void) => ({
		label: name,
		group,
		shortcut,
		keyboardOnly: true,
		when: () => items.length > 0,
		run,
	});
	useCommands([
		movement('Next row', 'j', () => moveTo(at + 1)),
		movement('Row before', 'k', () => moveTo(at - 1)),
		movement('First row', 'Home', () => moveTo(0)),
		movement('Last row read so far', 'End', () => moveTo(items.length - 1)),
		...(onOpen ? [movement('Open the row', 'Enter', open)] : []),
	]);

	return (
		<>
			<div ref={scroller} className="side-scroll">
				<ul className="side-rows" aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
					{rows.map((row) => {
						const item = items[row.index];
						if (item === undefined) return null;
						const isCurrent = row.index === at;
						return (
							<li
								key={idOf(item)}
								aria-setsize={hasNextPage ? -1 : items.length}
								aria-posinset={row.index + 1}
								style={{ height: rowHeight, transform: `translateY(${row.start}px)` }}
							>
								<button
									type="button"
									className={isCurrent ? 'side-row current' : 'side-row'}
									aria-current={isCurrent}
									onClick={() => onCurrent(item)}
									onDoubleClick={onOpen && (() => onOpen(item))}
								>
									{children(item)}
								</button>
							</li>
						);
					})}
				</ul>
			</div>
			<div className="side-foot muted number">
				<span>
					{items.length > 0 && (
						<>
							{at >= 0 ? formatCount(at + 1) : '–'} of{' '}
							{formatTotal(head?.total, head?.totalIsLowerBound, items.length)}
						</>
					)}
				</span>
				{isFetchNextPageError && (
					<Button size="small" variant="minimal" intent="danger" onClick={() => void fetchNextPage()}>
						More could not be loaded: try again
					</Button>
				)}
				<span className="spring" />
				{foot}
			</div>
		</>
	);
}

function formatTotal(
	total: number | null | undefined,
	isLowerBound: boolean | undefined,
	known: number,
): string {
	if (total === null || total === undefined) return `${formatCount(known)} read so far`;
	return isLowerBound ? `more than ${formatCount(Math.max(total, known))}` : formatCount(total);
}
