/**
 * A list that is moved through by keys: rows in view, the cursor, and where the reader stood when he comes back.
 * The cursor is in the address as `at`; `from` is the cursor from which a very long list goes on.
 */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useCommands } from '../shell/commands.ts';
import { ROW_HEIGHT } from './list-grid.tsx';
import type { ListMemory } from './list-memory.ts';
import { type KeysetRows, type PageQuery, useKeysetRows } from './use-keyset-rows.ts';

type Options<T, F> = {
	listKey: string;
	filter: F;
	pageQuery: (filter: F) => PageQuery<T>;
	memory: ListMemory<T, F>;
	from: string | undefined;
	at: string | undefined;
	/** Puts the row under the cursor into the address. */
	onMove: (at: string) => void;
	onOpen: (row: T) => void;
};

export type List<T> = {
	rows: KeysetRows<T>;
	current: number;
	currentRow: T | undefined;
	scroller: RefObject<HTMLDivElement | null>;
	virtualizer: Virtualizer<HTMLDivElement, Element>;
	setCurrent: (row: number) => void;
	open: (row: number) => void;
	/** Arrow and page keys; true where the key was one of them. */
	moveByKey: (event: KeyboardEvent) => boolean;
};

export function useList<T extends { id: string }, F>(options: Options<T, F>): List<T> {
	const { listKey, filter, pageQuery, memory, from, at, onMove, onOpen } = options;
	const [remembered] = useState(() => memory.recall(listKey));
	const [current, setCurrent] = useState(remembered?.row ?? 0);
	const [view, setView] = useState({ first: 0, last: 60 });
	const scroller = useRef<HTMLDivElement>(null);
	const rows = useKeysetRows(pageQuery(filter), from, remembered?.pages, view);
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
	const currentRow = rowAt(current);
	const currentId = currentRow?.id;
	const atStart = useRef(true);
	useEffect(() => {
		if (atStart.current) {
			atStart.current = false;
			return;
		}
		if (currentId === undefined || currentId === at) return;
		const timer = setTimeout(() => onMove(currentId), 250);
		return () => clearTimeout(timer);
	}, [currentId, at, onMove]);

	const remember = useCallback(
		(row: number) =>
			memory.remember({ key: listKey, filter, pages, row, scrollTop: virtualizer.scrollOffset ?? 0 }),
		[memory, listKey, filter, pages, virtualizer],
	);
	useEffect(() => remember(current));

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
			remember(row);
			onOpen(record);
		},
		[rowAt, remember, onOpen],
	);
	const moveByKey = (event: KeyboardEvent) => {
		const rowsInView = Math.max(1, last - first - 24);
		const step = { ArrowDown: 1, ArrowUp: -1, PageDown: rowsInView, PageUp: -rowsInView }[event.key];
		if (step === undefined) return false;
		moveTo(current + step);
		event.preventDefault();
		return true;
	};

	const hasRows = () => count > 0;
	const movement = (label: string, shortcut: string, run: () => void) => ({
		label,
		group: 'List',
		shortcut,
		keyboardOnly: true,
		when: hasRows,
		run,
	});
	useCommands([
		movement('Next row', 'j', () => moveTo(current + 1)),
		movement('Row before', 'k', () => moveTo(current - 1)),
		movement('Open the row', 'Enter', () => open(current)),
		movement('First row', 'Home', () => moveTo(0)),
		movement('Last row read so far', 'End', () => moveTo(count - 1)),
	]);
	return { rows, current, currentRow, scroller, virtualizer, setCurrent, open, moveByKey };
}
