import type { RecordVersion } from '../../../../contract/views.ts';
import { plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';

/** Versions of a record, the newest first, each with what differs from the one before. */
export function History({ versions }: { versions: readonly RecordVersion[] }) {
	const newestFirst = [...versions].sort((a, b) => b.version - a.version);
	return (
		<ol className="history">
			{newestFirst.map((version) => (
				<li key={version.version}>
					<div className="history-head">
						<strong>Version {version.version}</strong>
						<Instant at={version.receivedAt} seconds />
						<span>{version.source}</span>
						<span className="muted">by {version.channel}</span>
						{version.late && <span className="chip chip-warning">late: {version.late}</span>}
						<span className="muted">
							{version.version === 1 ? 'first received' : plural(version.changes.length, 'change')}
						</span>
					</div>
					{version.changes.length > 0 && (
						<div className="table-scroll">
							<table className="table history-table">
								<thead>
									<tr>
										<th>Field</th>
										<th>Before</th>
										<th>After</th>
									</tr>
								</thead>
								<tbody>
									{version.changes.map((change) => (
										<tr key={change.path}>
											<td className="mono">{change.path}</td>
											<td>
												{change.before === null ? (
													<span className="muted">not there</span>
												) : (
													<del>{change.before}</del>
												)}
											</td>
											<td>
												{change.after === null ? (
													<span className="muted">taken out</span>
												) : (
													<ins>{change.after}</ins>
												)}
											</td>
										</tr>
									))}
								</tbody>
							</table>
						</div>
					)}
				</li>
			))}
		</ol>
	);
}
