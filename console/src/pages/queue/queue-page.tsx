/** The queue: what waits for a check, the most urgent first, and beside it the assessment under the cursor in full. */
import { Button, Callout } from '@blueprintjs/core';
import { Refresh } from '@blueprintjs/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LiveEvent } from '../../../../contract/views.ts';
import type { AssessmentDetail, AssessmentSummary } from '../../../../contract/views-targeting.ts';
import { type Act, ActPanel } from '../../assessing/act-panel.tsx';
import { resultWords } from '../../assessing/assessing-words.ts';
import { AssessmentView } from '../../assessing/assessment-view.tsx';
import { Instant } from '../../display/instant.tsx';
import { LaneMark } from '../../display/marks.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { kindWords } from '../../display/words.ts';
import { RefreshButton } from '../../listing/refresh-button.tsx';
import { SideBody } from '../../listing/side-body.tsx';
import { useArrivals } from '../../listing/use-arrivals.ts';
import { useRested } from '../../listing/use-rested.ts';
import { assessmentQuery } from '../../queries/assessment.ts';
import { currencyQuery } from '../../queries/lanes.ts';
import { type QueueFilter, queueQuery } from '../../queries/queue.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility, useSession } from '../../shell/session.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueRow } from './queue-row.tsx';
import type { QueueSearch } from './search.ts';
import './queue.css';

const route = getRouteApi('/shell/queue');

const ROW_HEIGHT = 70;

type Done = { record: string; reference: string; act: Act; after: AssessmentDetail };

export function QueuePage() {
	usePageTitle('Queue');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const queryClient = useQueryClient();
	const { role } = useSession().user;
	const filter = filterOf(search, role === 'officer');
	const list = useInfiniteQuery(queueQuery(filter));
	const items = list.data?.pages.flatMap((page) => page.items) ?? [];
	const shown = search.record ?? items[0]?.record.id;
	const [done, setDone] = useState<Done>();
	const arrivals = useArrivals(filter, (event) => waitingIn(event, filter));

	const show = (assessed: AssessmentSummary | undefined) => {
		if (assessed)
			void navigate({ search: { ...search, record: assessed.record.id }, replace: true, resetScroll: false });
	};
	const open = (record: string) => void navigate({ to: '/records/$id', params: { id: record }, search: {} });
	const refresh = () => {
		setDone(undefined);
		arrivals.forget();
		void queryClient.resetQueries({ queryKey: queueQuery(filter).queryKey });
		void queryClient.invalidateQueries({ queryKey: ['queue', 'lanes'] });
	};
	useCommands([
		{ label: 'Read the queue again', group: 'Queue', icon: <Refresh />, shortcut: 'r', run: refresh },
	]);

	/** After an outcome the next one that waits; a lane that was changed stays in sight. */
	const onDone = (after: AssessmentDetail, act: Act) => {
		const { id, reference } = after.summary.record;
		setDone({ record: id, reference, act, after });
		if (act !== 'outcome') return;
		const at = items.findIndex((each) => each.record.id === id);
		show(items.slice(at + 1).find((each) => each.state === 'waiting'));
	};
	const isOneState = search.state !== 'any';

	return (
		<div className="page-fill">
			<QueueFilters
				search={search}
				filter={filter}
				onChange={(change) => {
					setDone(undefined);
					void navigate({ search: { ...search, ...change, record: undefined } });
				}}
			/>
			<div className="split queue">
				<section className="side" aria-label="Queue">
					{done && <DoneLast done={done} onShow={() => show(done.after.summary)} />}
					<SideBody
						label="Queue"
						group="Queue"
						list={list}
						loading="Loading the queue"
						empty={<NothingWaits search={search} />}
						idOf={(assessed) => assessed.record.id}
						rowHeight={ROW_HEIGHT}
						current={search.record}
						onCurrent={show}
						onOpen={(assessed) => open(assessed.record.id)}
						foot={
							<>
								<LanesLink />
								<RefreshButton onRefresh={refresh} title="Read the queue again (r)" news={arrivals.count} />
							</>
						}
					>
						{(assessed) => (
							<QueueRow
								assessed={assessed}
								withState={!isOneState || assessed.state !== (search.state ?? 'waiting')}
							/>
						)}
					</SideBody>
				</section>
				<section className="side-detail" aria-label="Assessment">
					{shown && <Shown record={shown} onDone={onDone} />}
				</section>
			</div>
		</div>
	);
}

/** An officer is not told what chance chose before the outcome, so a basis in the address is not followed. */
function filterOf({ record: _record, basis, ...rest }: QueueSearch, isOfficer: boolean): QueueFilter {
	return basis === undefined || isOfficer ? rest : { ...rest, basis };
}

/** Records for a check that an event tells of, by lane, kind and office. */
function waitingIn(event: LiveEvent, filter: QueueFilter): number {
	const { lane, kind, office, state, basis, rule, until } = filter;
	if (state === 'inspected' || state === 'released' || basis || rule || until) return 0;
	if (event.type !== 'records' || event.lane === null || event.lane === 'green') return 0;
	const isListed =
		(lane === undefined || event.lane === lane) &&
		(kind === undefined || event.kind === kind) &&
		(office === undefined || event.office === office);
	return isListed ? event.count : 0;
}

function LanesLink() {
	const mayRead = useAbility('lane.read');
	return mayRead ? <Link to="/lanes">Lanes and what they bring</Link> : null;
}

type ShownProps = { record: string; onDone: (after: AssessmentDetail, act: Act) => void };

function Shown({ record, onDone }: ShownProps) {
	const rested = useRested(record);
	const mayRead = useAbility('assessment.read');
	const mayReadLanes = useAbility('lane.read');
	const assessment = useQuery({ ...assessmentQuery(rested), enabled: mayRead });
	const currency = useQuery({ ...currencyQuery, enabled: mayReadLanes }).data;
	if (!mayRead)
		return (
			<Empty title="Reasons are not shown">Your role lists what waits; why is for whoever acts on it.</Empty>
		);
	if (rested !== record || assessment.isPending) return <Pending rows={18} label="Loading the assessment" />;
	if (assessment.isError) return <Failure error={assessment.error} retry={() => void assessment.refetch()} />;
	if (assessment.data === null)
		return (
			<Empty title="There is no such assessment">The record may have a newer version, or be gone.</Empty>
		);
	return (
		<>
			<div className="queue-scroll">
				<ShownHead detail={assessment.data} />
				<AssessmentView detail={assessment.data} currency={currency} />
			</div>
			<ActPanel key={record} detail={assessment.data} onDone={onDone} />
		</>
	);
}

function ShownHead({ detail: { summary, assessedAt } }: { detail: AssessmentDetail }) {
	const { record } = summary;
	return (
		<header className="queue-head">
			<div>
				<h2>
					<span className="muted">{kindWords[record.kind].one}</span> {record.reference}
				</h2>
				<p className="muted">
					{record.caption}
					{record.office && <> · {record.office}</>} · assessed <Instant at={assessedAt} />
				</p>
			</div>
			<Link
				to="/records/$id/assessment"
				params={{ id: record.id }}
				preload={false}
				title="All of it in plain words, to print for the person whom it concerns"
			>
				In plain words
			</Link>
			<Link to="/records/$id" params={{ id: record.id }} preload={false} title="The record (Enter)">
				Open the record
			</Link>
		</header>
	);
}

/** What was done last, and the way back to it. */
function DoneLast({ done, onShow }: { done: Done; onShow: () => void }) {
	const { summary } = done.after;
	return (
		<Callout compact className="queue-done" icon={null} role="status">
			<span className="queue-done-text">
				{done.act === 'outcome' ? (
					<>
						{summary.result === null ? 'Stored' : resultWords[summary.result].name}: {done.reference}
					</>
				) : (
					<>
						<LaneMark lane={summary.lane} /> {done.reference}
					</>
				)}
			</span>
			<Button size="small" variant="minimal" onClick={onShow}>
				Show
			</Button>
		</Callout>
	);
}

function NothingWaits({ search }: { search: QueueSearch }) {
	const { state, record: _record, ...narrowing } = search;
	if (Object.values(narrowing).some((value) => value !== undefined))
		return <Empty title="Nothing matches">Choose fewer filters.</Empty>;
	if (state === undefined)
		return (
			<Empty title="Nothing waits">
				What came in was released, or has been inspected. New records come by themselves.
			</Empty>
		);
	return <Empty title="There are none">Records in this state are listed here.</Empty>;
}
