/** The result of a backtest: how many, how right, when and where, beside which other rules, and whom it meets. */
import { Callout } from '@blueprintjs/core';
import { Link } from '@tanstack/react-router';
import type { Backtest } from '../../../../contract/views-rules.ts';
import { ChartPanel } from '../../charts/chart-panel.tsx';
import { DayChart, fillDays } from '../../charts/day-chart.tsx';
import { countsText, RateMark, rateText, ValueBar } from '../../charts/rate-bar.tsx';
import { formatCountry } from '../../display/country.ts';
import { formatCount, formatInstant, formatNumber, formatPercent, plural } from '../../display/format.ts';
import { Figure } from './figure.tsx';
import { FiringTable } from './firing-table.tsx';

export function BacktestResult({ backtest }: { backtest: Backtest }) {
	const { records, fired, byDay } = backtest;
	const perDay = new Map<string, number>();
	const perOffice = new Map<string, number>();
	for (const row of byDay) {
		perDay.set(row.day, (perDay.get(row.day) ?? 0) + row.fired);
		perOffice.set(row.office, (perOffice.get(row.office) ?? 0) + row.fired);
	}
	const days = fillDays(perDay);
	const span = Math.max(1, (Date.parse(backtest.until) - Date.parse(backtest.from)) / 86_400_000);
	return (
		<div className="backtest-grid">
			{!backtest.complete && (
				<Callout compact intent="warning" className="backtest-wide">
					There was more than could be looked at: these are the newest {formatCount(records)} records.
				</Callout>
			)}
			<dl className="panel rule-figures backtest-wide">
				<Figure
					label="Would have chosen"
					value={`${formatCount(fired)}`}
					note={`of ${plural(records, 'record')}, ${formatPercent(records === 0 ? 0 : fired / records)}`}
				/>
				<Figure
					label="A day"
					value={formatNumber(fired / span, 1)}
					note={`${formatInstant(backtest.from).slice(0, 10)} to ${formatInstant(backtest.until).slice(0, 10)}`}
				/>
				<Figure
					label="Precision"
					value={<RateMark rate={backtest.precision} />}
					note={`${countsText(backtest.precision)} that were inspected`}
				/>
				<Figure
					label="Precision, drawn at random"
					value={<RateMark rate={backtest.unbiasedPrecision} />}
					note={
						backtest.unbiasedPrecision.of === 0
							? 'none drawn'
							: `${countsText(backtest.unbiasedPrecision)}; without bias`
					}
				/>
				<Figure
					label="Recall"
					value={<RateMark rate={backtest.recall} />}
					note={`${countsText(backtest.recall)} known offences`}
				/>
				<Figure
					label="Cost"
					value={`${formatNumber(backtest.microsPerUnit, 2)} µs`}
					note={`a unit; ${formatCount(backtest.units)} in ${formatNumber(backtest.seconds, 1)} s`}
				/>
				<Figure
					label="Failed"
					value={formatCount(backtest.errored)}
					note={backtest.errored === 0 ? 'on no record' : 'records'}
					isWarning={backtest.errored > 0}
				/>
			</dl>
			<ChartPanel
				title="Chosen a day"
				note={
					days.length === 0
						? 'none'
						: `most on one day: ${formatCount(Math.max(...days.map(({ count }) => count)))}`
				}
				className="backtest-days"
				figures={{
					columns: ['Day', 'Records'],
					rows: days.map(({ day, count }) => [day, formatCount(count)]),
				}}
			>
				{days.length === 0 ? (
					<p className="muted">It would have chosen nothing.</p>
				) : (
					<DayChart
						days={days}
						label={`Records that it would have chosen, by day, ${days[0]?.day} to ${days.at(-1)?.day}`}
					/>
				)}
			</ChartPanel>
			<Offices counts={perOffice} />
			<Overlap backtest={backtest} />
			{(['country', 'nationality'] as const).map((dimension) => (
				<Groups key={dimension} backtest={backtest} dimension={dimension} />
			))}
			<Errors backtest={backtest} />
			<div className="backtest-wide">
				<FiringTable
					title="What it would have chosen"
					note="the newest"
					empty="Nothing that is stored."
					firings={backtest.examples}
				/>
			</div>
		</div>
	);
}

const MOST_ROWS = 12;

function Offices({ counts }: { counts: ReadonlyMap<string, number> }) {
	const rows = [...counts].toSorted(([, a], [, b]) => b - a);
	const most = Math.max(1, rows[0]?.[1] ?? 1);
	return (
		<section className="panel" aria-label="By office">
			<div className="panel-head">
				<h2>By office</h2>
				{rows.length > MOST_ROWS && <span className="muted">the busiest of {rows.length}</span>}
			</div>
			{rows.length === 0 && <p className="tests-none muted">None.</p>}
			<table className="table" hidden={rows.length === 0}>
				<thead>
					<tr>
						<th scope="col">Office</th>
						<th scope="col" className="numeric">
							Records
						</th>
						<th scope="col">
							<span className="visually-hidden">Share</span>
						</th>
					</tr>
				</thead>
				<tbody>
					{rows.slice(0, MOST_ROWS).map(([office, count]) => (
						<tr key={office}>
							<td>{office || <span className="muted">none</span>}</td>
							<td className="numeric">{formatCount(count)}</td>
							<td className="backtest-bar-cell">
								<ValueBar share={count / most} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Overlap({ backtest: { overlap } }: { backtest: Backtest }) {
	return (
		<section className="panel" aria-label="Beside other rules">
			<div className="panel-head">
				<h2>Beside other rules</h2>
				<span className="muted">chosen by both</span>
			</div>
			{overlap.length === 0 ? (
				<p className="tests-none muted">No live rule chose any of the same records.</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Rule</th>
							<th scope="col" className="numeric">
								Both
							</th>
							<th scope="col" className="numeric">
								Of its own
							</th>
							<th scope="col">
								<span className="visually-hidden">Share</span>
							</th>
						</tr>
					</thead>
					<tbody>
						{overlap.slice(0, MOST_ROWS).map(({ rule, title, both, share }) => (
							<tr key={rule}>
								<td>
									<Link to="/rules/$id" params={{ id: rule }} preload={false}>
										{title}
									</Link>
								</td>
								<td className="numeric">{formatCount(both)}</td>
								<td className="numeric">{formatPercent(share)}</td>
								<td className="backtest-bar-cell">
									<ValueBar share={share} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

type GroupsProps = { backtest: Backtest; dimension: 'country' | 'nationality' };

function Groups({ backtest, dimension }: GroupsProps) {
	const rows = backtest.groups
		.filter((group) => group.dimension === dimension)
		.toSorted((a, b) => b.fired - a.fired);
	const title = dimension === 'country' ? 'By country' : 'By nationality';
	return (
		<section className="panel" aria-label={title}>
			<div className="panel-head">
				<h2>{title}</h2>
				<span className="muted">
					ratio to all others{dimension === 'nationality' && '; the rule cannot see it'}
				</span>
			</div>
			{rows.length === 0 ? (
				<p className="tests-none muted">None is known.</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">{dimension === 'country' ? 'Country' : 'Nationality'}</th>
							<th scope="col" className="numeric">
								Assessed
							</th>
							<th scope="col" className="numeric">
								Chosen
							</th>
							<th scope="col" className="numeric">
								Rate
							</th>
							<th scope="col" className="numeric">
								Ratio
							</th>
						</tr>
					</thead>
					<tbody>
						{rows.slice(0, MOST_ROWS).map(({ group, assessed, fired, ratio }) => (
							<tr key={group}>
								<td title={group}>{formatCountry(group)}</td>
								<td className="numeric">{formatCount(assessed)}</td>
								<td className="numeric">{formatCount(fired)}</td>
								<td className="numeric">{assessed === 0 ? '–' : formatPercent(fired / assessed)}</td>
								<td className="numeric">{ratio === null ? '–' : ratio.toFixed(2)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

function Errors({ backtest: { errors } }: { backtest: Backtest }) {
	if (errors.length === 0) return null;
	return (
		<section className="panel backtest-wide" aria-label="Where it failed">
			<div className="panel-head">
				<h2>Where it failed</h2>
				<span className="muted">a failure selects nothing and stops nothing</span>
			</div>
			<table className="table">
				<thead>
					<tr>
						<th scope="col" className="numeric">
							Records
						</th>
						<th scope="col">Message</th>
						<th scope="col">For instance</th>
					</tr>
				</thead>
				<tbody>
					{errors.map(({ message, count, reference }) => (
						<tr key={message}>
							<td className="numeric">{formatCount(count)}</td>
							<td>{message}</td>
							<td>{reference}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** The result in a sentence, for the head of the page. */
export const backtestSentence = ({ fired, records, precision }: Backtest): string =>
	`${plural(fired, 'record')} of ${formatCount(records)}, precision ${rateText(precision)}`;
