/** The same records by kind, office, carrier, lane, hour and finding. Each is a table, so each can be read aloud. */
import type { ReactNode } from 'react';
import { type Lane, lane, type Overview } from '../../../../contract/views.ts';
import { CountLink } from '../../display/count-link.tsx';
import { formatCount, formatInstant, formatPercent } from '../../display/format.ts';
import { LaneMark, SeverityMark } from '../../display/marks.tsx';
import { kindWords } from '../../display/words.ts';
import { HourSpark } from './hour-chart.tsx';
import { type Hour, layOutHours } from './hours.ts';

type Props = { overview: Overview; since: string };

/** Rows shown of a list that could be long. */
const MOST_ROWS = 8;

function Breakdown({
	title,
	note,
	area,
	children,
}: {
	title: string;
	note?: string;
	area: string;
	children: ReactNode;
}) {
	return (
		<section className={`panel area-${area}`} aria-labelledby={`${area}-title`}>
			<div className="panel-head">
				<h2 id={`${area}-title`}>{title}</h2>
				{note && <span className="muted">{note}</span>}
			</div>
			{children}
		</section>
	);
}

/** A bar behind a number: its share of the largest. Decoration; the number says it. */
function ShareBar({ share }: { share: number }) {
	return (
		<svg className="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
			<rect className="share-ground" width="100" height="6" />
			<rect className="share-fill" width={Math.max(0, Math.min(1, share)) * 100} height="6" />
		</svg>
	);
}

const Nothing = ({ columns }: { columns: number }) => (
	<tr>
		<td colSpan={columns} className="muted">
			None in the last 24 hours
		</td>
	</tr>
);

export function Lanes({ overview, since }: Props) {
	const counts = new Map<Lane, number>(overview.byLane.map((row) => [row.lane, row.records]));
	const total = overview.byLane.reduce((sum, row) => sum + row.records, 0);
	let offset = 0;
	return (
		<Breakdown title="By lane" note={`${formatCount(total)} assessed`} area="lanes">
			<svg className="lane-strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
				<rect className="share-ground" width="100" height="10" />
				{total > 0 &&
					lane.options.map((each) => {
						const width = ((counts.get(each) ?? 0) / total) * 100;
						const x = offset;
						offset += width;
						return <rect key={each} className={`lane-fill-${each}`} x={x} width={width} height="10" />;
					})}
			</svg>
			<table className="table">
				<thead className="visually-hidden">
					<tr>
						<th>Lane</th>
						<th>Records</th>
						<th>Share</th>
					</tr>
				</thead>
				<tbody>
					{lane.options.map((each) => (
						<tr key={each}>
							<td>
								<LaneMark lane={each} meaning />
							</td>
							<td className="numeric">
								<CountLink
									count={counts.get(each) ?? 0}
									search={{ lane: each, receivedFrom: since }}
									label={`records in lane ${each}`}
								/>
							</td>
							<td className="numeric muted share-cell">
								{total === 0 ? '–' : formatPercent((counts.get(each) ?? 0) / total)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Breakdown>
	);
}

export function Kinds({ overview, since }: Props) {
	const rows = [...overview.byKind].sort((a, b) => b.records - a.records);
	return (
		<Breakdown title="By kind" area="kinds">
			<table className="table">
				<thead>
					<tr>
						<th>Kind</th>
						<th>By hour</th>
						<th className="numeric">Records</th>
						<th className="numeric">Findings</th>
						<th className="numeric">With errors</th>
					</tr>
				</thead>
				<tbody>
					{rows.length === 0 && <Nothing columns={5} />}
					{rows.map((row) => (
						<tr key={row.kind}>
							<td className="nowrap">{kindWords[row.kind].many}</td>
							<td>
								<HourSpark hours={layOutHours(overview.byHour, overview.at, row.kind)} />
							</td>
							<td className="numeric">
								<CountLink count={row.records} search={{ kind: row.kind, receivedFrom: since }} />
							</td>
							<td className="numeric">{formatCount(row.findings)}</td>
							<td className="numeric">
								<CountLink
									count={row.errors}
									search={{ kind: row.kind, worst: 'error', receivedFrom: since }}
								/>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Breakdown>
	);
}

export function Offices({ overview, since }: Props) {
	const rows = [...overview.byOffice].sort((a, b) => b.records - a.records);
	const largest = rows[0]?.records ?? 1;
	return (
		<Breakdown title="By office" area="offices" {...more(rows.length)}>
			<table className="table">
				<thead>
					<tr>
						<th>Office</th>
						<th>
							<span className="visually-hidden">Share</span>
						</th>
						<th className="numeric">Records</th>
						<th className="numeric">With errors</th>
					</tr>
				</thead>
				<tbody>
					{rows.length === 0 && <Nothing columns={4} />}
					{rows.slice(0, MOST_ROWS).map((row) => (
						<tr key={row.office}>
							<td className="nowrap">{row.office}</td>
							<td className="bar-cell">
								<ShareBar share={row.records / largest} />
							</td>
							<td className="numeric">
								<CountLink count={row.records} search={{ office: row.office, receivedFrom: since }} />
							</td>
							<td className="numeric">
								<CountLink
									count={row.errors}
									search={{ office: row.office, worst: 'error', receivedFrom: since }}
								/>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Breakdown>
	);
}

export function Carriers({ overview, since }: Props) {
	const rows = [...overview.byCarrier].sort((a, b) => b.records - a.records);
	return (
		<Breakdown title="By carrier" area="carriers" {...more(rows.length)}>
			<table className="table">
				<thead>
					<tr>
						<th>Carrier</th>
						<th className="numeric">Records</th>
						<th className="numeric">Findings</th>
						<th className="numeric" colSpan={2} title="Share of the expected fields that are filled">
							Complete
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.length === 0 && <Nothing columns={5} />}
					{rows.slice(0, MOST_ROWS).map((row) => (
						<tr key={row.carrier}>
							<td className="nowrap">{row.carrier}</td>
							<td className="numeric">
								<CountLink count={row.records} search={{ carrier: row.carrier, receivedFrom: since }} />
							</td>
							<td className="numeric">{formatCount(row.findings)}</td>
							<td className="bar-cell">
								<ShareBar share={row.complete} />
							</td>
							<td className="numeric share-cell">{formatPercent(row.complete)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</Breakdown>
	);
}

export function Findings({ overview, since }: Props) {
	const rows = [...overview.topFindings].sort((a, b) => b.records - a.records);
	return (
		<Breakdown title="Most frequent findings" area="findings" {...more(rows.length)}>
			<table className="table findings-table">
				<thead>
					<tr>
						<th>Severity</th>
						<th>Finding</th>
						<th>For example</th>
						<th className="numeric">Records</th>
					</tr>
				</thead>
				<tbody>
					{rows.length === 0 && <Nothing columns={4} />}
					{rows.slice(0, MOST_ROWS).map((row) => (
						<tr key={`${row.code} ${row.severity}`}>
							<td>
								<SeverityMark severity={row.severity} />
							</td>
							<td className="nowrap mono">{row.code}</td>
							<td className="sentence" title={row.sentence}>
								{row.sentence}
							</td>
							<td className="numeric">
								<CountLink count={row.records} search={{ finding: row.code, receivedFrom: since }} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</Breakdown>
	);
}

export function HoursTable({ hours }: { hours: readonly Hour[] }) {
	return (
		<div className="hours-table">
			<table className="table">
				<thead>
					<tr>
						<th>Hour from</th>
						<th className="numeric">Records</th>
					</tr>
				</thead>
				<tbody>
					{[...hours].reverse().map((hour) => (
						<tr key={hour.from}>
							<td className="number">{formatInstant(hour.from)}</td>
							<td className="numeric">
								<CountLink
									count={hour.records}
									search={{ receivedFrom: hour.from, receivedUntil: hour.until }}
								/>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

const more = (rows: number) => (rows > MOST_ROWS ? { note: `${MOST_ROWS} of ${formatCount(rows)}` } : {});
