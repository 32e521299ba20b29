/** What lanes and ways of selecting brought: against chance, by lane, by day, by office, and what officers changed. */
import { SegmentedControl } from '@blueprintjs/core';
import { Link } from '@tanstack/react-router';
import { basisWords } from '../../assessing/assessing-words.ts';
import { RateMark } from '../../charts/rate-bar.tsx';
import type { CallOutput } from '../../client/call.ts';
import { formatCount, formatNumber, plural } from '../../display/format.ts';
import { LaneMark } from '../../display/marks.tsx';
import { Empty } from '../../display/states.tsx';
import { kindWords } from '../../display/words.ts';
import { LaneDays } from './lane-days.tsx';
import { basisOrder, officeLoads, totalsByLane, versusChance } from './lane-figures.ts';
import type { LanesSearch } from './search.ts';
import { USUAL_DAYS } from './search.ts';

export type Lanes = CallOutput<'readLanes'>;

const periods = [7, 14, 30, 90] as const;

type Props = { lanes: Lanes; days: number; onChange: (part: Partial<LanesSearch>) => void };

export function ResultsTab({ lanes, days, onChange }: Props) {
	const today = new Date().toISOString().slice(0, 10);
	const { currency } = lanes.settings;
	return (
		<div className="lanes-scroll">
			<div className="lanes-bar">
				<SegmentedControl
					size="small"
					aria-label="Period"
					options={periods.map((each) => ({ value: String(each), label: `${each} days` }))}
					value={String(days)}
					onValueChange={(value) =>
						onChange({ days: Number(value) === USUAL_DAYS ? undefined : Number(value) })
					}
				/>
				<span className="muted">
					Days are UTC. Amounts are in {currency}; those in others are not added up.
				</span>
			</div>
			{lanes.days.length === 0 ? (
				<Empty title="Nothing was assessed in this time">Choose more days, or send records.</Empty>
			) : (
				<div className="lanes-columns">
					<div>
						<SelectionTable lanes={lanes} />
						<Overrides lanes={lanes} />
					</div>
					<div>
						<LaneDays days={lanes.days} count={days} today={today} />
						<LaneTotals lanes={lanes} />
						<Offices lanes={lanes} today={today} />
					</div>
				</div>
			)}
		</div>
	);
}

/** By kind of record, the ways of selecting in the order in which they are asked, each against chance. */
function SelectionTable({ lanes: { selection, settings } }: { lanes: Lanes }) {
	const kinds = [...new Set(selection.map(({ kind }) => kind))];
	return (
		<section className="panel">
			<div className="panel-head">
				<h2>What each way of selecting brings</h2>
				<span className="muted">share of inspections that found something, with its interval (95 %)</span>
			</div>
			<div className="table-scroll">
				<table className="table selection-table">
					<thead>
						<tr>
							<th scope="col">Chosen by</th>
							<th scope="col" className="numeric">
								Records
							</th>
							<th scope="col" className="numeric">
								Inspected
							</th>
							<th scope="col">Found</th>
							<th scope="col">Against chance</th>
							<th scope="col" className="numeric">
								Recovered, {settings.currency}
							</th>
						</tr>
					</thead>
					{kinds.map((kind) => {
						const rows = selection.filter((row) => row.kind === kind);
						const chance = rows.find(({ basis }) => basis === 'chance')?.finding;
						return (
							<tbody key={kind}>
								<tr className="selection-kind">
									<th scope="rowgroup" colSpan={6}>
										{kindWords[kind].many}
									</th>
								</tr>
								{basisOrder
									.flatMap((basis) => rows.filter((row) => row.basis === basis))
									.map(({ basis, records, finding, recovered }) => {
										const versus =
											basis === 'chance' || basis === 'none' ? undefined : versusChance(finding, chance);
										return (
											<tr key={basis}>
												<td className="nowrap" title={basisWords[basis].meaning}>
													{basisWords[basis].name}
												</td>
												<td className="numeric">
													<Link
														to="/queue"
														search={{ basis, kind, state: 'any' }}
														preload={false}
														className="plain-link"
													>
														{formatCount(records)}
													</Link>
												</td>
												<td className="numeric">{formatCount(finding.of)}</td>
												<td className="selection-rate">
													<RateMark rate={finding} />
												</td>
												<td className={versus?.isWorse ? 'selection-worse nowrap' : 'muted nowrap'}>
													{versus?.text ?? (basis === 'chance' ? 'what there is to be found' : 'not checked')}
												</td>
												<td className="numeric">{formatNumber(recovered, 0)}</td>
											</tr>
										);
									})}
							</tbody>
						);
					})}
				</table>
			</div>
		</section>
	);
}

/** Lanes that officers changed: whether they knew better is in what was found. */
function Overrides({ lanes: { overrides } }: { lanes: Lanes }) {
	return (
		<section className="panel">
			<div className="panel-head">
				<h2>Lanes that officers changed</h2>
				<span className="muted">
					{plural(
						overrides.reduce((sum, each) => sum + each.records, 0),
						'record',
					)}
				</span>
			</div>
			{overrides.length === 0 ? (
				<p className="assessed-none muted">None were changed.</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">From</th>
							<th scope="col">To</th>
							<th scope="col" className="numeric">
								Records
							</th>
							<th scope="col">Found</th>
						</tr>
					</thead>
					<tbody>
						{overrides.map((each) => (
							<tr key={`${each.from} ${each.to}`}>
								<td>
									<LaneMark lane={each.from} />
								</td>
								<td>
									<LaneMark lane={each.to} />
								</td>
								<td className="numeric">{formatCount(each.records)}</td>
								<td className="selection-rate">
									<RateMark rate={each.finding} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

function LaneTotals({ lanes: { days, settings } }: { lanes: Lanes }) {
	return (
		<section className="panel">
			<div className="panel-head">
				<h2>What each lane brings</h2>
			</div>
			<table className="table">
				<thead>
					<tr>
						<th scope="col">Lane</th>
						<th scope="col" className="numeric">
							Records
						</th>
						<th scope="col" className="numeric">
							Inspected
						</th>
						<th scope="col" className="numeric">
							Found
						</th>
						<th scope="col" className="numeric">
							Recovered, {settings.currency}
						</th>
					</tr>
				</thead>
				<tbody>
					{totalsByLane(days).map((total) => (
						<tr key={total.lane}>
							<td>
								<LaneMark lane={total.lane} meaning />
							</td>
							<td className="numeric">{formatCount(total.records)}</td>
							<td className="numeric">{formatCount(total.inspected)}</td>
							<td className="numeric">{formatCount(total.found)}</td>
							<td className="numeric">{formatNumber(total.recovered, 0)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** Offices that are shown without being asked for. */
const MOST_OFFICES = 40;

function Offices({ lanes: { days, settings }, today }: { lanes: Lanes; today: string }) {
	const loads = officeLoads(days, settings.capacities, today);
	return (
		<section className="panel">
			<div className="panel-head">
				<h2>Checks given out today, by office</h2>
				<span className="muted">{plural(loads.length, 'office')}</span>
			</div>
			{loads.length === 0 ? (
				<p className="assessed-none muted">None yet.</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Office</th>
							<th scope="col" className="numeric">
								<LaneMark lane="red" />
							</th>
							<th scope="col" className="numeric">
								<LaneMark lane="yellow" />
							</th>
						</tr>
					</thead>
					<tbody>
						{loads.slice(0, MOST_OFFICES).map(({ office, red, yellow }) => (
							<tr key={office}>
								<td>
									{office === '' ? (
										<span className="muted">no office</span>
									) : (
										<Link to="/queue" search={{ office }} preload={false} className="plain-link">
											{office}
										</Link>
									)}
								</td>
								<td className="numeric">
									<Load {...red} />
								</td>
								<td className="numeric">
									<Load {...yellow} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

function Load({ used, of }: { used: number; of: number | null }) {
	if (of === null) return formatCount(used);
	return (
		<span className={used >= of ? 'load-full' : undefined} title={used >= of ? 'Full' : undefined}>
			{formatCount(used)} of {formatCount(of)}
			{used >= of && <span className="visually-hidden"> full</span>}
		</span>
	);
}
