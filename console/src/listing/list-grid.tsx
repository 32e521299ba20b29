/** The virtual table: only the rows in view exist, whatever the length of the list. A grid in the sense of ARIA. */
import { Classes } from '@blueprintjs/core';
import { CaretDown, CaretUp } from '@blueprintjs/icons';
import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type ReactNode, type RefObject } from 'react';
import './listing.css';

export const ROW_HEIGHT = 28;

/** A column. Widths are fixed tracks of the CSS grid, so that nothing moves while rows come and go. */
export type ListColumn<T> = {
	id: string;
	title: string;
	width: string;
	numeric?: boolean;
	/** Field that the list can be sorted by. */
	sort?: string;
	cell: (row: T) => ReactNode;
};

/** Boxes before the rows, where rows can be selected. `name` is what a box is called aloud. */
export type ListSelection<T> = {
	ids: ReadonlySet<string>;
	onToggle: (id: string) => void;
	name: (row: T) => string;
};

export type ListGridProps<T> = {
	label: string;
	columns: readonly ListColumn<T>[];
	/** Narrowest at which the columns can be read; below it the grid scrolls sideways. */
	minWidth: string;
	scroller: RefObject<HTMLDivElement | null>;
	virtualizer: Virtualizer<HTMLDivElement, Element>;
	count: number;
	rowAt: (row: number) => T | undefined;
	current: number;
	selection?: ListSelection<T>;
	/** Field sorted by, with `-` before it where downwards. */
	sort?: string;
	onSort?: (sort: string) => void;
	onCurrent: (row: number) => void;
	onOpen: (row: number) => void;
	onKeyDown: (event: KeyboardEvent) => void;
};

const SELECTION_WIDTH = '30px';

export function ListGrid<T extends { id: string }>(props: ListGridProps<T>) {
	const { columns, scroller, virtualizer, count, rowAt, current, selection } = props;
	const tracks = columns.map((column) => column.width);
	const template = (selection ? [SELECTION_WIDTH, ...tracks] : tracks).join(' ');
	return (
		// biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that exist only in view.
		<div
			ref={scroller}
			className="list-grid"
			role="grid"
			aria-label={props.label}
			aria-rowcount={count + 1}
			aria-colcount={columns.length + (selection ? 1 : 0)}
			aria-multiselectable={selection ? 'true' : undefined}
			aria-activedescendant={rowAt(current) ? `row-${current}` : undefined}
			tabIndex={0}
			onKeyDown={props.onKeyDown}
		>
			<HeaderRow
				columns={columns}
				template={template}
				minWidth={props.minWidth}
				hasSelection={selection !== undefined}
				sort={props.sort}
				onSort={props.onSort}
			/>
			{/* biome-ignore lint/a11y/useSemanticElements: as above. */}
			<div
				role="rowgroup"
				className="list-rows"
				style={{ height: virtualizer.getTotalSize(), minWidth: props.minWidth }}
			>
				{virtualizer.getVirtualItems().map((item) => {
					const row = rowAt(item.index);
					return (
						<MemoRow
							key={item.key}
							index={item.index}
							top={item.start}
							row={row}
							columns={columns}
							template={template}
							isCurrent={item.index === current}
							isSelected={row !== undefined && selection?.ids.has(row.id) === true}
							onToggle={selection?.onToggle}
							selectionName={selection?.name}
							onCurrent={props.onCurrent}
							onOpen={props.onOpen}
						/>
					);
				})}
			</div>
		</div>
	);
}

type HeaderProps<T> = Pick<ListGridProps<T>, 'columns' | 'minWidth'> & {
	template: string;
	hasSelection: boolean;
	sort: string | undefined;
	onSort: ((sort: string) => void) | undefined;
};

function HeaderRow<T>({ columns, template, minWidth, hasSelection, sort, onSort }: HeaderProps<T>) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: see ListGrid.
		// biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus.
		<div
			role="row"
			className="list-header"
			aria-rowindex={1}
			style={{ gridTemplateColumns: template, minWidth }}
		>
			{hasSelection && (
				// biome-ignore lint/a11y/useSemanticElements: see ListGrid.
				// biome-ignore lint/a11y/useFocusableInteractive: see ListGrid.
				<div role="columnheader" className="list-cell">
					<span className="visually-hidden">Selected</span>
				</div>
			)}
			{columns.map((column) => (
				// biome-ignore lint/a11y/useSemanticElements: see ListGrid.
				// biome-ignore lint/a11y/useFocusableInteractive: see ListGrid.
				<div
					key={column.id}
					role="columnheader"
					aria-sort={sortState(column.sort, sort)}
					className={column.numeric ? 'list-cell numeric' : 'list-cell'}
				>
					{column.sort && onSort ? (
						<SortButton field={column.sort} title={column.title} sort={sort} onSort={onSort} />
					) : (
						column.title
					)}
				</div>
			))}
		</div>
	);
}

function sortState(field: string | undefined, sort: string | undefined) {
	if (field === undefined) return undefined;
	if (sort === field) return 'ascending';
	return sort === `-${field}` ? 'descending' : 'none';
}

type SortButtonProps = {
	field: string;
	title: string;
	sort: string | undefined;
	onSort: (sort: string) => void;
};

function SortButton({ field, title, sort, onSort }: SortButtonProps) {
	const state = sortState(field, sort);
	return (
		<button
			type="button"
			className={state === 'none' ? 'sort-button' : 'sort-button sorted'}
			title={`Sort by ${title.toLowerCase()}`}
			onClick={() => onSort(state === 'descending' ? field : `-${field}`)}
		>
			{title}
			{state === 'descending' && <CaretDown size={14} />}
			{state === 'ascending' && <CaretUp size={14} />}
		</button>
	);
}

type RowProps<T> = {
	index: number;
	top: number;
	row: T | undefined;
	columns: readonly ListColumn<T>[];
	template: string;
	isCurrent: boolean;
	isSelected: boolean;
	onToggle: ListSelection<T>['onToggle'] | undefined;
	selectionName: ListSelection<T>['name'] | undefined;
	onCurrent: (row: number) => void;
	onOpen: (row: number) => void;
};

function Row<T extends { id: string }>(props: RowProps<T>) {
	const { index, top, row, columns, template, isCurrent, isSelected } = props;
	const { onToggle, selectionName, onCurrent, onOpen } = props;
	const name = `list-row${isCurrent ? ' current' : ''}${isSelected ? ' selected' : ''}`;
	return (
		// biome-ignore lint/a11y/useSemanticElements: see ListGrid.
		// biome-ignore lint/a11y/useFocusableInteractive: see ListGrid.
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys.
		<div
			role="row"
			id={`row-${index}`}
			className={name}
			aria-rowindex={index + 2}
			aria-selected={onToggle ? isSelected : isCurrent}
			style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
			onClick={() => onCurrent(index)}
			onDoubleClick={() => onOpen(index)}
		>
			{onToggle && (
				// biome-ignore lint/a11y/useSemanticElements: see ListGrid.
				// biome-ignore lint/a11y/useFocusableInteractive: see ListGrid.
				<div role="gridcell" className="list-cell">
					<input
						type="checkbox"
						tabIndex={-1}
						checked={isSelected}
						disabled={!row}
						aria-label={row ? `Select ${selectionName?.(row)}` : 'Loading'}
						onChange={() => row && onToggle(row.id)}
					/>
				</div>
			)}
			{columns.map((column) => {
				const cell = row && column.cell(row);
				return (
					// biome-ignore lint/a11y/useSemanticElements: see ListGrid.
					// biome-ignore lint/a11y/useFocusableInteractive: see ListGrid.
					<div
						key={column.id}
						role="gridcell"
						className={column.numeric ? 'list-cell numeric' : 'list-cell'}
						title={typeof cell === 'string' ? cell : undefined}
					>
						{row ? cell : <span className={`row-skeleton ${Classes.SKELETON}`} />}
					</div>
				);
			})}
		</div>
	);
}

// `memo` forgets that the component is generic; what it takes stays the same.
const MemoRow = memo(Row) as typeof Row;
