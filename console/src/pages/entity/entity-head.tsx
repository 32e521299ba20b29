import { Callout } from '@blueprintjs/core';
import { ArrowLeft } from '@blueprintjs/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EntitySummary } from '../../../../contract/views-resolution.ts';
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
			<header className="record-head">
				<button
					type="button"
					className="record-back"
					onClick={onBack}
					aria-label="Back to the list"
					title="Back to the list (b)"
				>
					<ArrowLeft />
				</button>
				<div className="record-title">
					<h1>
						<bdi>{summary.caption}</bdi>
					</h1>
					<p>
						<EntityKindMark kind={summary.kind} /> · <span className="mono">{summary.id}</span>
					</p>
				</div>
				<dl className="record-facts">
					<Fact label="Mentions">{formatCount(summary.mentions)}</Fact>
					<Fact label="Records">{formatUpTo(summary.records, MOST_RECORDS_COUNTED)}</Fact>
					<Fact label="Open hits">{formatCount(summary.openHits)}</Fact>
					<Fact label="First seen">
						<Instant at={summary.firstSeenAt} />
					</Fact>
					<Fact label="Last seen">
						<Instant at={summary.lastSeenAt} />
					</Fact>
				</dl>
			</header>
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

function Fact({ label, children }: { label: string; children: ReactNode }) {
	return (
		<div>
			<dt>{label}</dt>
			<dd className="number">{children}</dd>
		</div>
	);
}
