import { Link } from '@tanstack/react-router';
import type { EntityDetail } from '../../../../contract/views-resolution.ts';
import { EntityKindMark } from '../../display/entity-kind.tsx';
import { formatCount } from '../../display/format.ts';
import { Empty } from '../../display/states.tsx';

/** Entities that stand in the same records, or share an address, an account or a number. */
export function Connected({ detail: { connected } }: { detail: EntityDetail }) {
	if (connected.length === 0) {
		return (
			<Empty title="Connected with nobody">
				No other entity stands in its records or shares an address, an account or a number.
			</Empty>
		);
	}
	return (
		<div className="table-scroll">
			<table className="table connected">
				<thead>
					<tr>
						<th>Kind</th>
						<th>Who or what</th>
						<th>How</th>
						<th className="numeric">Records in common</th>
					</tr>
				</thead>
				<tbody>
					{connected.map(({ id, kind, caption, how, records }) => (
						<tr key={`${id} ${how}`}>
							<td className="nowrap">
								<EntityKindMark kind={kind} />
							</td>
							<td>
								<Link to="/entities/$id" params={{ id }} preload={false}>
									<bdi>{caption}</bdi>
								</Link>
							</td>
							<td>{how}</td>
							<td className="numeric">
								{records === 0 ? <span className="muted">0</span> : formatCount(records)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
