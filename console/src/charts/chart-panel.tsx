/** A panel with a chart in it, and its figures as a table for whoever cannot see the chart or wants to read them. */
import { type ReactNode, useId } from 'react';
import './charts.css';

export type Figures = {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
};

type Props = {
	title: string;
	note?: ReactNode;
	figures: Figures;
	className?: string;
	children: ReactNode;
};

export function ChartPanel({ title, note, figures, className, children }: Props) {
	const id = useId();
	return (
		<section className={className ? `panel chart ${className}` : 'panel chart'} aria-labelledby={id}>
			<div className="panel-head">
				<h2 id={id}>{title}</h2>
				{note && <span className="muted">{note}</span>}
			</div>
			<div className="chart-body">{children}</div>
			<FiguresTable title={title} figures={figures} />
		</section>
	);
}

function FiguresTable({ title, figures: { columns, rows } }: { title: string; figures: Figures }) {
	return (
		<details className="chart-figures">
			<summary>Figures</summary>
			<table className="table" aria-label={title}>
				<thead>
					<tr>
						{columns.map((column, at) => (
							<th key={column} scope="col" className={at === 0 ? undefined : 'numeric'}>
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([head, ...cells], at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike, and never move.
						<tr key={at}>
							<th scope="row">{head}</th>
							{cells.map((cell, column) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: as above.
								<td key={column} className="numeric">
									{cell}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}
