/** Versions of a rule and what was done with it, by whom and why. */
import { Link } from '@tanstack/react-router';
import type { RuleDetail } from '../../../../contract/views-rules.ts';
import { Instant } from '../../display/instant.tsx';
import { RuleStateMark } from '../../display/rule-marks.tsx';
import { ruleEventWords } from '../../display/rule-words.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';

export function HistoryTab({ detail }: { detail: RuleDetail }) {
	const { summary, versions, events } = detail;
	return (
		<ScrollRegion label="History" className="rule-scroll rule-history">
			<section className="panel" aria-label="Versions">
				<div className="panel-head">
					<h2>Versions</h2>
				</div>
				<table className="table">
					<thead>
						<tr>
							<th scope="col" className="numeric">
								Version
							</th>
							<th scope="col">State</th>
							<th scope="col">Changed</th>
							<th scope="col">By</th>
							<th scope="col">Approved by</th>
						</tr>
					</thead>
					<tbody>
						{versions.map(({ version, state, changedAt, changedBy, approvedBy }) => (
							<tr key={version}>
								<td className="numeric">
									{version === summary.version ? (
										<strong aria-current="true">{version}</strong>
									) : (
										<Link to="/rules/$id" params={{ id: summary.id }} search={{ version }}>
											{version}
										</Link>
									)}
								</td>
								<td>
									<RuleStateMark state={state} />
								</td>
								<td className="nowrap">
									<Instant at={changedAt} />
								</td>
								<td>{changedBy}</td>
								<td>{approvedBy ?? <span className="muted">–</span>}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<section className="panel" aria-label="What was done">
				<div className="panel-head">
					<h2>What was done</h2>
				</div>
				<table className="table">
					<thead>
						<tr>
							<th scope="col">When</th>
							<th scope="col">What</th>
							<th scope="col" className="numeric">
								Version
							</th>
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
								<td>{ruleEventWords[event.what]}</td>
								<td className="numeric">{event.version}</td>
								<td>{event.by}</td>
								<td>{event.reason ?? <span className="muted">–</span>}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</ScrollRegion>
	);
}
