/** The virtual table: only the rows in view exist, whatever the length of the list. A grid in the sense of ARIA. */
import { Classes } from '@blueprintjs/core';
import { CaretDown, CaretUp } from '@blueprintjs/icons';
import type { Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, type RefObject } from 'react';
import type { RecordSummary } from '../../../../contract/views.ts';
import { columns, gridTemplate, type SortField } from './columns.tsx';
import type { RecordsSearch } from './search.ts';

export const ROW_HEIGHT = 28;

type Sort = NonNullable<RecordsSearch['sort']>;

type Props = {
	scroller: RefObject<HTMLDivElement | null>;
	virtualizer: Virtualizer<HTMLDivElement, Element>;
	count: number;
	rowAt: (row: number) => RecordSummary | undefined;
	current: number;
	selected: ReadonlySet<string>;
	sort: Sort;
	onSort: (sort: Sort) => void;
	onCurrent: (row: number) => void;
	onToggle: (id: string) => void;
	onOpen: (row: number) => void;
	onKeyDown: (event: KeyboardEvent) => void;
};

export function RecordTable(props: Props) {
	const { scroller, virtualizer, count, rowAt, current, selected } = props;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that exist only in view.
		<div
			ref={scroller}
			className="records-grid"
			role="grid"
			aria-label="Records"
			aria-rowcount={count + 1}
			aria-colcount={columns.length + 1}
			aria-multiselectable="true"
			aria-activedescendant={rowAt(current) ? `row-${current}` : undefined}
			tabIndex={0}
			onKeyDown={props.onKeyDown}
		>
			<HeaderRow sort={props.sort} onSort={props.onSort} />
			{/* biome-ignore lint/a11y/useSemanticElements: as above. */}
			<div role="rowgroup" className="records-rows" style={{ height: virtualizer.getTotalSize() }}>
				{virtualizer.getVirtualItems().map((item) => {
					const record = rowAt(item.index);
					return (
						<Row
							key={item.key}
							row={item.index}
							top={item.start}
							record={record}
							isCurrent={item.index === current}
							isSelected={record !== undefined && selected.has(record.id)}
							onCurrent={props.onCurrent}
							onToggle={props.onToggle}
							onOpen={props.onOpen}
						/>
					);
				})}
			</div>
		</div>
	);
}

function HeaderRow({ sort, onSort }: Pick<Props, 'sort' | 'onSort'>) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: see RecordTable.
		// biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus.
		<div
			role="row"
			className="records-header"
			aria-rowindex={1}
			style={{ gridTemplateColumns: gridTemplate }}
		>
			{/* biome-ignore lint/a11y/useSemanticElements: see RecordTable. */}
			{/* biome-ignore lint/a11y/useFocusableInteractive: see RecordTable. */}
			<div role="columnheader" className="records-cell">
				<span className="visually-hidden">Selected</span>
			</div>
			{columns.map((column) => (
				// biome-ignore lint/a11y/useSemanticElements: see RecordTable.
				// biome-ignore lint/a11y/useFocusableInteractive: see RecordTable.
				<div
					key={column.id}
					role="columnheader"
					aria-sort={sortState(column.sort, sort)}
					className={column.numeric ? 'records-cell numeric' : 'records-cell'}
				>
					{column.sort ? (
						<SortButton field={column.sort} title={column.title} sort={sort} onSort={onSort} />
					) : (
						column.title
					)}
				</div>
			))}
		</div>
	);
}

function sortState(field: SortField | undefined, sort: Sort) {
	if (field === undefined) return undefined;
	if (sort === field) return 'ascending';
	return sort === `-${field}` ? 'descending' : 'none';
}

type SortButtonProps = { field: SortField; title: string; sort: Sort; onSort: (sort: Sort) => void };

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

type RowProps = {
	row: number;
	top: number;
	record: RecordSummary | undefined;
	isCurrent: boolean;
	isSelected: boolean;
} & Pick<Props, 'onCurrent' | 'onToggle' | 'onOpen'>;

const Row = memo(function Row({
	row,
	top,
	record,
	isCurrent,
	isSelected,
	onCurrent,
	onToggle,
	onOpen,
}: RowProps) {
	const name = `records-row${isCurrent ? ' current' : ''}${isSelected ? ' selected' : ''}`;
	return (
		// biome-ignore lint/a11y/useSemanticElements: see RecordTable.
		// biome-ignore lint/a11y/useFocusableInteractive: see RecordTable.
		// biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys.
		<div
			role="row"
			id={`row-${row}`}
			className={name}
			aria-rowindex={row + 2}
			aria-selected={isSelected}
			style={{ gridTemplateColumns: gridTemplate, transform: `translateY(${top}px)` }}
			onClick={() => onCurrent(row)}
			onDoubleClick={() => onOpen(row)}
		>
			{/* biome-ignore lint/a11y/useSemanticElements: see RecordTable. */}
			{/* biome-ignore lint/a11y/useFocusableInteractive: see RecordTable. */}
			<div role="gridcell" className="records-cell">
				<input
					type="checkbox"
					tabIndex={-1}
					checked={isSelected}
					disabled={!record}
					aria-label={record ? `Select ${record.reference}` : 'Loading'}
					onChange={() => record && onToggle(record.id)}
				/>
			</div>
			{columns.map((column) => {
				const cell = record && column.cell(record);
				return (
					// biome-ignore lint/a11y/useSemanticElements: see RecordTable.
					// biome-ignore lint/a11y/useFocusableInteractive: see RecordTable.
					<div
						key={column.id}
						role="gridcell"
						className={column.numeric ? 'records-cell numeric' : 'records-cell'}
						title={typeof cell === 'string' ? cell : undefined}
					>
						{record ? cell : <span className={`row-skeleton ${Classes.SKELETON}`} />}
					</div>
				);
			})}
		</div>
	);
});
