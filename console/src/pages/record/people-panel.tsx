/** Who is in a record, and which entities they are. The place leads to where the record says so. */
import { Button } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RecordEntity } from '../../../../contract/views-resolution.ts';
import { EntityKindMark } from '../../display/entity-kind.tsx';
import { formatCount, plural } from '../../display/format.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { spell } from '../../display/words.ts';
import { recordEntitiesQuery } from '../../queries/record-entities.ts';

const FIRST_ROWS = 50;

type Props = {
	record: string;
	/** Place that is shown in the record. */
	at: string | undefined;
	onPlace: (place: string) => void;
};

export function PeoplePanel({ record, at, onPlace }: Props) {
	const people = useQuery(recordEntitiesQuery(record));
	const [limit, setLimit] = useState(FIRST_ROWS);
	// In the order of the record, but those with open hits first: a list of travellers may be long.
	const rows = [...(people.data ?? [])].sort((a, b) => Number(b.openHits > 0) - Number(a.openHits > 0));
	return (
		<section className="panel people" aria-labelledby="people-title">
			<div className="panel-head">
				<h2 id="people-title">Who is in it</h2>
				{rows.length > 0 && <span className="muted number">{formatCount(rows.length)}</span>}
			</div>
			{people.isPending && <Pending rows={3} label="Loading who is in it" />}
			{people.isError && rows.length === 0 && (
				<Failure error={people.error} retry={() => void people.refetch()} />
			)}
			{people.isSuccess && rows.length === 0 && (
				<p className="muted people-none">It names nobody and nothing that could be told apart.</p>
			)}
			<ul>
				{rows.slice(0, limit).map((row) => (
					<li key={`${row.place} ${row.mention}`} className={row.place === at ? 'person current' : 'person'}>
						<PersonLine row={row} onPlace={onPlace} />
					</li>
				))}
			</ul>
			{rows.length > limit && (
				<Button size="small" variant="minimal" onClick={() => setLimit(limit + 500)}>
					Show more: {formatCount(limit)} of {formatCount(rows.length)} shown
				</Button>
			)}
		</section>
	);
}

function PersonLine({ row, onPlace }: { row: RecordEntity; onPlace: (place: string) => void }) {
	const { entity, caption, role, place, openHits } = row;
	return (
		<>
			<div className="person-head">
				{entity && <EntityKindMark kind={entity.kind} isShapeOnly />}
				{entity ? (
					<Link to="/entities/$id" params={{ id: entity.id }} preload={false} title={entity.caption}>
						<bdi>{caption}</bdi>
					</Link>
				) : (
					<bdi>{caption}</bdi>
				)}
				{openHits > 0 && <span className="muted number">{plural(openHits, 'open hit')}</span>}
			</div>
			<div className="person-foot muted">
				<button
					type="button"
					className="place-button"
					onClick={() => onPlace(place)}
					title={`Show the place: ${place}`}
				>
					{spell(role)}
				</button>
				<span className="number">
					{entity === null
						? 'being resolved'
						: entity.records > 1
							? `in ${plural(entity.records, 'record')}`
							: 'in this record only'}
				</span>
			</div>
		</>
	);
}
