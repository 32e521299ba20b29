import { Link } from '@tanstack/react-router';
import type { RuleDetail } from '../../../../contract/views-rules.ts';
import { Instant } from '../../display/instant.tsx';
import { LaneMark } from '../../display/marks.tsx';
import { kindWords } from '../../display/words.ts';
import { useAbility } from '../../shell/session.ts';

type Props = { title: string; note?: string; empty: string; firings: RuleDetail['firings'] };

/** Records on which a rule fired or would have, with its sentence; each leads to the record. */
export function FiringTable({ title, note, empty, firings }: Props) {
	const mayRead = useAbility('record.read');
	return (
		<section className="panel firings" aria-label={title}>
			<div className="panel-head">
				<h2>{title}</h2>
				{note && <span className="muted">{note}</span>}
			</div>
			{firings.length === 0 ? (
				<p className="tests-none muted">{empty}</p>
			) : (
				<table className="table">
					<thead>
						<tr>
							<th scope="col">Received</th>
							<th scope="col">Record</th>
							<th scope="col">Lane</th>
							<th scope="col">Place</th>
							<th scope="col">Why</th>
						</tr>
					</thead>
					<tbody>
						{firings.map(({ record, place, sentence }) => (
							<tr key={`${record.id} ${place}`}>
								<td className="nowrap">
									<Instant at={record.receivedAt} />
								</td>
								<td className="nowrap">
									<span className="muted">{kindWords[record.kind].one}</span>{' '}
									{mayRead ? (
										<Link to="/records/$id" params={{ id: record.id }} preload={false}>
											{record.reference}
										</Link>
									) : (
										record.reference
									)}
								</td>
								<td className="nowrap">
									{record.lane ? <LaneMark lane={record.lane} /> : <span className="muted">–</span>}
								</td>
								<td className="mono">{place || <span className="muted">whole</span>}</td>
								<td>{sentence}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</section>
	);
}
