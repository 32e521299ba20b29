/**
 * A table of like things in a record: items, travellers, transactions. Columns that no row fills are left out; the
 * whole of a row opens below it. Long tables start with their first rows.
 */
import { Button } from '@blueprintjs/core';
import { ChevronDown, ChevronRight } from '@blueprintjs/icons';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { formatCount } from '../../display/format.ts';
import { At, useLocatedPath } from './located.tsx';
import { rowIndex } from './place.ts';
import { ValueTree } from './value-tree.tsx';

export type Cell = ReactNode | undefined;

export type DataColumn<T> = {
	title: string;
	/** Member of the row that the column shows, as a path below it. */
	member: string;
	value: (row: T) => Cell;
	numeric?: boolean;
	/** Text that may take several lines. */
	wide?: boolean;
};

type Props<T> = {
	label: string;
	/** Path of the list. */
	base: string;
	rows: readonly T[];
	columns: readonly DataColumn<T>[];
};

const FIRST_ROWS = 100;

const isFilled = (cell: Cell) => cell !== undefined && cell !== null && cell !== '';

export function DataTable<T extends object>({ label, base, rows, columns }: Props<T>) {
	const at = useLocatedPath();
	const located = rowIndex(at, base);
	const [limit, setLimit] = useState(FIRST_ROWS);
	const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
	const filled = columns.filter((column) => rows.some((row) => isFilled(column.value(row))));

	// A finding may point at a row further down, or at a member that no column shows.
	useEffect(() => {
		if (located === undefined || at === undefined) return;
		if (located >= limit) setLimit(located + 20);
		const member = at.slice(`${base}[${located}].`.length);
		if (member && !filled.some((column) => column.member === member)) {
			setOpen((before) => (before.has(located) ? before : new Set(before).add(located)));
		}
	}, [located, at, base, limit, filled]);

	const toggle = (index: number) =>
		setOpen((before) => {
			const after = new Set(before);
			if (!after.delete(index)) after.add(index);
			return after;
		});

	return (
		<div className="table-scroll" data-path={base}>
			<table className="table data-table" aria-label={label}>
				<thead>
					<tr>
						<th className="opener">
							<span className="visually-hidden">Whole row</span>
						</th>
						{filled.map((column) => (
							<th key={column.title} className={column.numeric ? 'numeric' : undefined}>
								{column.title}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.slice(0, limit).map((row, index) => {
						const path = `${base}[${index}]`;
						const isOpen = open.has(index);
						return (
							<Fragment key={path}>
								<tr data-path={path}>
									<td className="opener">
										<button
											type="button"
											aria-expanded={isOpen}
											aria-label={`All of row ${index + 1}`}
											onClick={() => toggle(index)}
										>
											{isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
										</button>
									</td>
									{filled.map((column) => {
										const cell = column.value(row);
										return (
											<td
												key={column.title}
												className={column.numeric ? 'numeric' : column.wide ? 'wide' : undefined}
											>
												{isFilled(cell) && (
													<At path={`${path}.${column.member}`}>
														{typeof cell === 'number' ? formatCount(cell) : cell}
													</At>
												)}
											</td>
										);
									})}
								</tr>
								{isOpen && (
									<tr className="opened">
										<td colSpan={filled.length + 1}>
											<ValueTree value={row} path={path} />
										</td>
									</tr>
								)}
							</Fragment>
						);
					})}
				</tbody>
			</table>
			{rows.length > limit && (
				<p className="table-more">
					<Button size="small" variant="minimal" onClick={() => setLimit(limit + 1_000)}>
						Show more: {formatCount(limit)} of {formatCount(rows.length)} shown
					</Button>
				</p>
			)}
		</div>
	);
}
