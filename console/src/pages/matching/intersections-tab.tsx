/** Intersections: proposed and counted with a partner, and which identifiers they are once both have consented. */
import { Button } from '@blueprintjs/core';
import { Add, Refresh } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Intersection } from '../../../../contract/views-exchange.ts';
import { formatAgo, formatCount, formatInstant } from '../../display/format.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { purposeText } from '../../exchanging/matching-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { SideList } from '../../listing/side-list.tsx';
import { intersectionsQuery } from '../../queries/matching.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { consentWords, IntersectionDetail } from './intersection-detail.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import type { MatchingSearch } from './search.ts';

const ROW_HEIGHT = 50;

type Props = { search: MatchingSearch; onChange: (change: Partial<MatchingSearch>) => void };

export function IntersectionsTab({ search, onChange }: Props) {
	const all = useQuery(intersectionsQuery);
	const mayAsk = useAbility('matching.ask');
	const [isProposing, setProposing] = useState(false);
	useCommands([
		{
			label: 'Count what is on both sides',
			group: 'Matching',
			icon: <Add />,
			shortcut: 'n',
			when: () => mayAsk,
			run: () => setProposing(true),
		},
		{
			label: 'Read the intersections again',
			group: 'Matching',
			icon: <Refresh />,
			shortcut: 'r',
			run: () => void all.refetch(),
		},
	]);
	const propose = mayAsk && (
		<Button
			size="small"
			intent="primary"
			icon={<Add size={14} />}
			onClick={() => setProposing(true)}
			title="n"
		>
			New intersection
		</Button>
	);
	const items = all.data ?? [];
	const shown = items.find(({ id }) => id === search.intersection) ?? items[0];
	return (
		<>
			{all.isPending && <Pending rows={10} label="Loading intersections" />}
			{all.isError && <Failure error={all.error} retry={() => void all.refetch()} />}
			{all.isSuccess && items.length === 0 && (
				<Empty title="Nothing was intersected yet" action={propose}>
					{mayAsk
						? 'Count with a partner how many identifiers both hold. Which ones they are is said only when both consent.'
						: 'Analysts, supervisors and the exchange desk count with partners how many identifiers both hold.'}
				</Empty>
			)}
			{shown && (
				<div className="split">
					<section className="side" aria-label="Intersections">
						<SideList
							label="Intersections"
							group="Matching"
							list={{
								data: { pages: [{ items, total: items.length, totalIsLowerBound: false }] },
								hasNextPage: false,
								isFetchingNextPage: false,
								isFetchNextPageError: false,
								fetchNextPage: () => undefined,
							}}
							idOf={({ id }) => id}
							rowHeight={ROW_HEIGHT}
							current={search.intersection}
							onCurrent={({ id }) => onChange({ intersection: id })}
							foot={propose}
						>
							{(each) => <Row intersection={each} />}
						</SideList>
					</section>
					<section className="side-detail" aria-label="Intersection">
						<IntersectionDetail key={shown.id} intersection={shown} />
					</section>
				</div>
			)}
			{isProposing && (
				<ProposeDialog
					onClose={() => setProposing(false)}
					onMade={({ id }) => onChange({ intersection: id })}
				/>
			)}
		</>
	);
}

function Row({ intersection }: { intersection: Intersection }) {
	const { partner, agreement, purpose, both, ours, theirs, at, consent } = intersection;
	return (
		<span className="intersection-row">
			<span className="intersection-count number">
				{formatCount(both)}
				<span className="visually-hidden"> on both sides</span>
			</span>
			<span className="intersection-who">
				<span>
					<PartnerName name={partner} isLink={false} />{' '}
					<span className="muted">
						· {formatCount(ours)} here, {formatCount(theirs)} there
					</span>
				</span>
				<span className="muted">
					<span className="mono">{agreement}</span>
					{purpose && ` · ${purposeText(purpose)}`}
				</span>
			</span>
			<span className="intersection-when">
				<span>{consentWords[consent].short}</span>
				<time className="muted" dateTime={at} title={formatInstant(at)}>
					{formatAgo(at, Date.now())}
				</time>
			</span>
		</span>
	);
}
