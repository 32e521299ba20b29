import { Link } from '@tanstack/react-router';
import type { RecordDetail } from '../../../../contract/views.ts';
import { Instant } from '../../display/instant.tsx';
import { LaneMark, SeverityMark } from '../../display/marks.tsx';
import { Empty } from '../../display/states.tsx';
import { kindWords, spell } from '../../display/words.ts';

/** Records that name the same container, transport document, flight, document or person number. */
export function Related({ related }: { related: RecordDetail['related'] }) {
	if (related.length === 0) {
		return (
			<Empty title="No other record names the same">
				No container, document, journey or number in common.
			</Empty>
		);
	}
	return (
		<div className="table-scroll">
			<table className="table">
				<thead>
					<tr>
						<th>In common</th>
						<th>Record</th>
						<th>Reference</th>
						<th>What it is</th>
						<th>Lane</th>
						<th>Findings</th>
						<th>Received</th>
					</tr>
				</thead>
				<tbody>
					{related.map(({ by, value, record }) => (
						<tr key={`${by} ${value} ${record.id}`}>
							<td>
								{spell(by)} <span className="mono">{value}</span>
							</td>
							<td className="nowrap">{kindWords[record.kind].one}</td>
							<td>
								<Link to="/records/$id" params={{ id: record.id }}>
									{record.reference}
								</Link>
							</td>
							<td>{record.caption}</td>
							<td>{record.lane ? <LaneMark lane={record.lane} /> : <span className="muted">–</span>}</td>
							<td>
								{record.worst ? (
									<SeverityMark severity={record.worst} count={record.findings} />
								) : (
									<span className="muted">0</span>
								)}
							</td>
							<td className="nowrap">
								<Instant at={record.receivedAt} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
