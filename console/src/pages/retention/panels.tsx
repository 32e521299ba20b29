/** What holds, what passes did, and what ended, with its place in the ledger. */
import { Button, Tag } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Hold, RetentionState } from '../../../../contract/operations-retention.ts';
import { formatCount, plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { deletionsQuery, holdsQuery } from '../../queries/retention.ts';
import { ACT_WORDS, GROUND_WORDS, kindWord } from './retention-words.ts';

export function RunsPanel({ state }: { state: RetentionState }) {
	return (
		<section className="panel" aria-labelledby="retention-runs">
			<div className="panel-head">
				<h2 id="retention-runs">Last passes</h2>
				<span className="muted">{state.running ? 'one is going on' : 'every hour'}</span>
			</div>
			{state.originalsToDestroy > 0 && (
				<p className="retention-note">
					{plural(state.originalsToDestroy, 'original')} still to be destroyed in the vault.
				</p>
			)}
			{state.runs.length === 0 ? (
				<Empty title="No pass yet">The first begins when the server starts.</Empty>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Began</th>
							<th scope="col" className="numeric">
								Masked
							</th>
							<th scope="col" className="numeric">
								Deleted
							</th>
							<th scope="col" className="numeric">
								Originals destroyed
							</th>
							<th scope="col" className="numeric">
								Held
							</th>
							<th scope="col">Ended</th>
						</tr>
					</thead>
					<tbody>
						{state.runs.map((run) => (
							<tr key={run.id}>
								<td className="nowrap">
									<Instant at={run.startedAt} />
								</td>
								<td className="numeric">{formatCount(run.masked)}</td>
								<td className="numeric">{formatCount(run.deleted)}</td>
								<td className="numeric">{formatCount(run.destroyed)}</td>
								<td className="numeric">{formatCount(run.held)}</td>
								<td className="nowrap">
									{run.error !== null ? (
										<span title={run.error}>Stopped; the next one goes on</span>
									) : run.endedAt === null ? (
										<span className="muted">going on, or cut short</span>
									) : (
										<Instant at={run.endedAt} />
									)}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

export function HoldsPanel({ onLift }: { onLift: ((hold: Hold) => void) | undefined }) {
	const holds = useQuery(holdsQuery);
	return (
		<section className="panel" aria-labelledby="retention-holds">
			<div className="panel-head">
				<h2 id="retention-holds">Holds</h2>
				<span className="muted">documents that stay beyond their end</span>
			</div>
			{holds.isPending && <Pending rows={2} label="Loading holds" />}
			{holds.isError && <Failure error={holds.error} retry={() => void holds.refetch()} />}
			{holds.data?.items.length === 0 && <Empty title="Nothing is held" />}
			{holds.data !== undefined && holds.data.items.length > 0 && (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Record</th>
							<th scope="col">Ground</th>
							<th scope="col">Look again</th>
							<th scope="col">By</th>
							<th scope="col">Reason</th>
							{onLift && <th scope="col" aria-label="Lift" />}
						</tr>
					</thead>
					<tbody>
						{holds.data.items.map((hold) => (
							<tr key={hold.id}>
								<td className="mono">
									<Link to="/records/$id" params={{ id: hold.record }}>
										{hold.record.slice(0, 13)}
									</Link>
								</td>
								<td className="nowrap">
									{GROUND_WORDS[hold.ground]}
									{hold.caseReference !== null && <span className="muted"> {hold.caseReference}</span>}
								</td>
								<td className="nowrap">
									{hold.reviewOn}{' '}
									{hold.overdue && (
										<Tag minimal intent="danger">
											overdue
										</Tag>
									)}
								</td>
								<td className="nowrap">{hold.actor}</td>
								<td>{hold.reason}</td>
								{onLift && (
									<td>
										<Button size="small" variant="minimal" onClick={() => onLift(hold)}>
											Lift
										</Button>
									</td>
								)}
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}

export function DeletionsPanel() {
	const deletions = useQuery(deletionsQuery);
	const items = deletions.data?.items ?? [];
	return (
		<section className="panel" aria-labelledby="retention-deletions">
			<div className="panel-head">
				<h2 id="retention-deletions">What ended last</h2>
				<span className="muted">each is an entry of the ledger</span>
			</div>
			{deletions.isPending && <Pending rows={3} label="Loading what ended" />}
			{deletions.isError && <Failure error={deletions.error} retry={() => void deletions.refetch()} />}
			{deletions.isSuccess && items.length === 0 && <Empty title="Nothing has ended yet" />}
			{items.length > 0 && (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">When</th>
							<th scope="col">What</th>
							<th scope="col" className="numeric">
								Count
							</th>
							<th scope="col">Because</th>
							<th scope="col" className="numeric">
								Ledger
							</th>
						</tr>
					</thead>
					<tbody>
						{items.map((item) => (
							<tr key={item.id}>
								<td className="nowrap">
									<Instant at={item.at} />
								</td>
								<td className="nowrap">
									{ACT_WORDS[item.act]} · {kindWord(item.kind)}
								</td>
								<td className="numeric">{formatCount(item.count)}</td>
								<td>{item.because}</td>
								<td className="numeric">
									<Link to="/ledger/$position" params={{ position: String(item.ledgerPosition) }}>
										{formatCount(item.ledgerPosition)}
									</Link>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}
