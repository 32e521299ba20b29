import { Callout } from '@blueprintjs/core';
import { Link } from '@tanstack/react-router';
import type { EntitySummary } from '../../../../contract/views-resolution.ts';
import { DetailHead, Fact } from '../../display/detail-head.tsx';
import { EntityKindMark } from '../../display/entity-kind.tsx';
import { formatCount, formatUpTo } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { MOST_RECORDS_COUNTED } from '../entities/columns.tsx';

type Props = {
	summary: EntitySummary;
	/** Identifier in the address; another than the entity's where that was merged into it. */
	asked: string;
	onBack: () => void;
};

export function EntityHead({ summary, asked, onBack }: Props) {
	return (
		<>
			<DetailHead
				back={{ label: 'Back to the list', shortcut: 'b', onBack }}
				title={<bdi>{summary.caption}</bdi>}
				subtitle={
					<>
						<EntityKindMark kind={summary.kind} /> · <span className="mono">{summary.id}</span>
					</>
				}
				facts={
					<>
						<Fact label="Mentions">{formatCount(summary.mentions)}</Fact>
						<Fact label="Records">{formatUpTo(summary.records, MOST_RECORDS_COUNTED)}</Fact>
						<Fact label="Open hits">{formatCount(summary.openHits)}</Fact>
						<Fact label="First seen">
							<Instant at={summary.firstSeenAt} />
						</Fact>
						<Fact label="Last seen">
							<Instant at={summary.lastSeenAt} />
						</Fact>
					</>
				}
			/>
			{asked !== summary.id && (
				<Callout compact icon={null} className="entity-alias" role="note">
					The address names <span className="mono">{asked}</span>, which was merged into this entity.{' '}
					<Link to="/entities/$id" params={{ id: summary.id }}>
						Go to its own address
					</Link>
				</Callout>
			)}
		</>
	);
}
