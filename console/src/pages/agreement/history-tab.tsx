/** Versions of an agreement, what the shown one changes, and what was done with it, by whom and why. */
import { Link } from '@tanstack/react-router';
import type { AgreementDetail } from '../../../../contract/views-exchange.ts';
import { plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { AgreementStateMark } from '../../exchanging/agreement-marks.tsx';
import { agreementEventWords } from '../../exchanging/agreement-words.ts';
import { changePlace, groupChanges } from './changes.ts';

export function HistoryTab({ detail }: { detail: AgreementDetail }) {
	return (
		<ScrollRegion label="History" className="one-scroll agreement-history">
			<Changes detail={detail} />
			<Versions detail={detail} />
			<Events detail={detail} />
		</ScrollRegion>
	);
}

export function Changes({ detail: { summary, changes, versions } }: { detail: AgreementDetail }) {
	const before = versions
		.filter(({ version, state }) => version < summary.version && state !== 'draft')
		.at(-1)?.version;
	if (before === undefined) return null;
	return (
		<section className="panel agreement-changes" aria-labelledby="agreement-changes">
			<div className="panel-head">
				<h2 id="agreement-changes">
					Version {summary.version} against version {before}
				</h2>
				<span className="muted">{plural(changes.length, 'change')}</span>
			</div>
			{changes.length === 0 ? (
				<p className="panel-note muted">Nothing differs.</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">What</th>
							<th scope="col">Before</th>
							<th scope="col">Now</th>
						</tr>
					</thead>
					<tbody>
						{groupChanges(changes).map(({ what, removed, added }) => (
							<tr key={what}>
								<th scope="row">{changePlace(what)}</th>
								<td>
									{removed.map((each) => (
										<del key={each}>{each}</del>
									))}
								</td>
								<td>
									{added.map((each) => (
										<ins key={each}>{each}</ins>
									))}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

function Versions({ detail: { summary, versions } }: { detail: AgreementDetail }) {
	return (
		<section className="panel" aria-labelledby="agreement-versions">
			<div className="panel-head">
				<h2 id="agreement-versions">Versions</h2>
			</div>
			<table className="table">
				<thead>
					<tr>
						<th scope="col" className="numeric">
							Version
						</th>
						<th scope="col">State</th>
						<th scope="col">Changed</th>
					</tr>
				</thead>
				<tbody>
					{versions.toReversed().map(({ version, state, changedAt }) => (
						<tr key={version}>
							<td className="numeric">
								{version === summary.version ? (
									<strong aria-current="true">{version}</strong>
								) : (
									<Link to="/agreements/$id" params={{ id: summary.id }} search={{ version, tab: 'history' }}>
										{version}
									</Link>
								)}
							</td>
							<td>
								<AgreementStateMark state={state} />
							</td>
							<td className="nowrap">
								<Instant at={changedAt} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function Events({ detail: { events } }: { detail: AgreementDetail }) {
	return (
		<section className="panel" aria-labelledby="agreement-events">
			<div className="panel-head">
				<h2 id="agreement-events">What was done</h2>
				<span className="muted">each is an entry of the ledger, too</span>
			</div>
			<table className="table">
				<thead>
					<tr>
						<th scope="col">When</th>
						<th scope="col">What</th>
						<th scope="col">By</th>
						<th scope="col">Reason</th>
					</tr>
				</thead>
				<tbody>
					{events.map((event, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: events may be alike, and never move.
						<tr key={at}>
							<td className="nowrap">
								<Instant at={event.at} />
							</td>
							<td>{agreementEventWords[event.what] ?? event.what}</td>
							<td>{event.by}</td>
							<td>{event.reason ?? <span className="muted">–</span>}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
