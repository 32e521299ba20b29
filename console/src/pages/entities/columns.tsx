/** Columns of the list of entities. Widths are told in digits (`ch`), so that they hold in every typeface. */
import { Link } from '@tanstack/react-router';
import type { EntitySummary } from '../../../../contract/views-resolution.ts';
import { EntityKindMark } from '../../display/entity-kind.tsx';
import { formatCount, formatUpTo } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import type { ListColumn } from '../../listing/list-grid.tsx';

/** Up to here the server counts the records of an entity. */
export const MOST_RECORDS_COUNTED = 1_000;

const count = (number: number) => (number === 0 ? <span className="muted">0</span> : formatCount(number));

export const columns: readonly ListColumn<EntitySummary>[] = [
	{
		id: 'kind',
		title: 'Kind',
		width: 'calc(13ch + 32px)',
		cell: (entity) => <EntityKindMark kind={entity.kind} />,
	},
	{
		id: 'caption',
		title: 'Who or what',
		width: 'minmax(30ch, 1fr)',
		cell: (entity) => (
			<Link
				to="/entities/$id"
				params={{ id: entity.id }}
				title={entity.caption}
				className="entity-link"
				tabIndex={-1}
				preload={false}
			>
				<bdi>{entity.caption}</bdi>
			</Link>
		),
	},
	{
		id: 'first-seen',
		title: 'First seen',
		width: 'calc(16ch + 12px)',
		cell: (entity) => <Instant at={entity.firstSeenAt} />,
	},
	{
		id: 'last-seen',
		title: 'Last seen',
		width: 'calc(16ch + 12px)',
		cell: (entity) => <Instant at={entity.lastSeenAt} />,
	},
	{
		id: 'hits',
		title: 'Open hits',
		width: 'calc(9ch + 12px)',
		numeric: true,
		cell: (entity) =>
			entity.openHits === 0 ? (
				<span className="muted">0</span>
			) : (
				<strong className="number">{formatCount(entity.openHits)}</strong>
			),
	},
	{
		id: 'candidates',
		title: 'Candidates',
		width: 'calc(10ch + 14px)',
		numeric: true,
		cell: (entity) => count(entity.candidates),
	},
	{
		id: 'mentions',
		title: 'Mentions',
		width: 'calc(9ch + 12px)',
		numeric: true,
		cell: (entity) => formatCount(entity.mentions),
	},
	{
		id: 'records',
		title: 'Records',
		width: 'calc(9ch + 12px)',
		numeric: true,
		cell: (entity) => formatUpTo(entity.records, MOST_RECORDS_COUNTED),
	},
];
