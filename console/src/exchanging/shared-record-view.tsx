/** A record as far as it was shared: what is there, and where something is that may not be said. */

import type { SharedRecord } from '../../../contract/exchange/message.ts';
import { ScrollRegion } from '../display/scroll-region.tsx';
import { kindWords } from '../display/words.ts';
import { type LaidOut, layOutRecord } from './lay-out-record.ts';
import './shared-record.css';

export function SharedRecordView({ shared }: { shared: Pick<SharedRecord, 'record' | 'masked'> }) {
	const { groups, tables } = layOutRecord(shared.record, shared.masked);
	if (groups.length === 0 && tables.length === 0)
		return <p className="shared-none muted">Nothing of it but its kind and its reference.</p>;
	return (
		<>
			<div className="shared-groups">
				{groups.map(({ path, title, facts }) => (
					<section key={path}>
						<h4>{title}</h4>
						<dl>
							{facts.map((fact) => (
								<div key={fact.path} title={fact.path}>
									<dt>{fact.label}</dt>
									<dd>{fact.text ?? <Masked />}</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
			{tables.map((table) => (
				<SharedRows key={table.path} table={table} />
			))}
		</>
	);
}

function SharedRows({ table: { title, columns, rows } }: { table: LaidOut['tables'][number] }) {
	return (
		<section className="shared-table">
			<h4>
				{title} <span className="muted number">{rows.length}</span>
			</h4>
			<ScrollRegion label={title} className="table-scroll">
				<table className="table">
					<thead>
						<tr>
							<th scope="col" className="numeric">
								No.
							</th>
							{columns.map((column) => (
								<th key={column.path} scope="col" title={column.path}>
									{column.label}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row, at) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by where they stand, and never move.
							<tr key={at}>
								<td className="numeric muted">{at + 1}</td>
								{columns.map((column, index) => (
									<td key={column.path}>{column.isMasked ? <Masked /> : row[index]}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</ScrollRegion>
		</section>
	);
}

/** There is a value, and the agreement does not say it. */
export function Masked() {
	return (
		<span className="masked" title="There is a value; the agreement does not let it out">
			masked
		</span>
	);
}

/** A shared record is told by its kind and its reference. */
export function SharedRecordTitle({ shared }: { shared: Pick<SharedRecord, 'kind' | 'reference'> }) {
	return (
		<>
			<span className="muted">{kindWords[shared.kind].one}</span> {shared.reference}
		</>
	);
}
