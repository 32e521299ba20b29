import { Link } from '@tanstack/react-router';
import type { EntityDetail } from '../../../../contract/views-resolution.ts';
import { Instant } from '../../display/instant.tsx';
import { Empty } from '../../display/states.tsx';

/** Made, merged, split, named: the newest first. */
export function EntityHistory({ detail: { history } }: { detail: EntityDetail }) {
	if (history.length === 0) return <Empty title="Nothing has happened to it yet" />;
	return (
		<div className="table-scroll">
			<table className="table entity-history">
				<thead>
					<tr>
						<th>When</th>
						<th>What</th>
						<th>Other entity</th>
						<th>By</th>
					</tr>
				</thead>
				<tbody>
					{history.toReversed().map(({ at, what, other, by }) => (
						<tr key={`${at} ${what} ${other}`}>
							<td className="nowrap">
								<Instant at={at} seconds />
							</td>
							<td>{what}</td>
							<td className="nowrap">
								{other ? (
									<Link to="/entities/$id" params={{ id: other }} preload={false} className="mono">
										{other.slice(0, 8)}…
									</Link>
								) : (
									<span className="muted">–</span>
								)}
							</td>
							<td className="nowrap">{by ?? <span className="muted">the model</span>}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
