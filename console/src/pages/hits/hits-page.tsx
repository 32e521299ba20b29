/** Hits: the queue of an analyst, and beside it the hit under the cursor in full. */
import { Button, Callout, SegmentedControl, Tag } from '@blueprintjs/core';
import { Refresh, Undo } from '@blueprintjs/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { alertAction } from '../../../../contract/lists.ts';
import type { LiveEvent } from '../../../../contract/views.ts';
import { type HitSummary, purpose } from '../../../../contract/views-screening.ts';
import { toCallError } from '../../client/call-error.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { actionWords, purposeWords } from '../../display/screening-words.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { ChoiceFilter, ClearFilters } from '../../listing/filter-fields.tsx';
import { RefreshButton } from '../../listing/refresh-button.tsx';
import { SideBody } from '../../listing/side-body.tsx';
import { useArrivals } from '../../listing/use-arrivals.ts';
import { useRested } from '../../listing/use-rested.ts';
import { hitQuery, useDecideHit } from '../../queries/hit.ts';
import { type HitsFilter, hitsQuery } from '../../queries/hits.ts';
import { listsQuery } from '../../queries/lists.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { type Decision, decisionWords } from '../hit/decisions.ts';
import { HitDetail } from '../hit/hit-detail.tsx';
import { HitRow } from './hit-row.tsx';
import type { HitsSearch } from './search.ts';
import './hits.css';

const route = getRouteApi('/shell/hits');

const ROW_HEIGHT = 50;

const states = [
	{ value: 'open', label: 'Open' },
	{ value: 'confirmed', label: 'Confirmed' },
	{ value: 'dismissed', label: 'Dismissed' },
	{ value: 'withdrawn', label: 'Withdrawn' },
	{ value: 'any', label: 'All' },
] as const;

const scores = ['0.7', '0.8', '0.9', '0.95'] as const;

function filterOf({ state, hit: _hit, ...rest }: HitsSearch): HitsFilter {
	return state === 'any' ? rest : { ...rest, state: state ?? 'open' };
}

export function HitsPage() {
	usePageTitle('Hits');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const queryClient = useQueryClient();
	const filter = filterOf(search);
	const list = useInfiniteQuery(hitsQuery(filter));
	const items = list.data?.pages.flatMap((page) => page.items) ?? [];
	const shown = search.hit ?? items[0]?.id;
	const [decided, setDecided] = useState<{ hit: HitSummary; decision: Decision }>();
	const arrivals = useArrivals(filter, (event) => hitsIn(event, filter));

	const show = (hit: HitSummary | undefined) => {
		if (hit) void navigate({ search: { ...search, hit: hit.id }, replace: true, resetScroll: false });
	};
	const refresh = () => {
		setDecided(undefined);
		arrivals.forget();
		void queryClient.resetQueries({ queryKey: hitsQuery(filter).queryKey });
	};
	useCommands([
		{ label: 'Read the hits again', group: 'Hits', icon: <Refresh />, shortcut: 'r', run: refresh },
	]);

	/** The next one that waits, after the one that was decided. */
	const onDecided = (hit: HitSummary, decision: Decision) => {
		setDecided({ hit, decision });
		if (decision === 'reopen') return;
		const at = items.findIndex((each) => each.id === hit.id);
		show(items.slice(at + 1).find((each) => each.state === 'open'));
	};

	return (
		<div className="page-fill">
			<HitFilters
				search={search}
				onChange={(change) => {
					setDecided(undefined);
					void navigate({ search: { ...search, ...change, hit: undefined } });
				}}
			/>
			<div className="split hits">
				<section className="side" aria-label="Hits">
					{decided && (
						<TakeBack
							key={decided.hit.id + decided.decision}
							hit={decided.hit}
							decision={decided.decision}
							onBack={(hit) => {
								setDecided(undefined);
								show(hit);
							}}
						/>
					)}
					<SideBody
						label="Hits"
						group="Hits"
						list={list}
						empty={<NoHits search={search} />}
						idOf={(hit) => hit.id}
						rowHeight={ROW_HEIGHT}
						current={search.hit}
						onCurrent={show}
						onOpen={(hit) => void navigate({ to: '/hits/$id', params: { id: hit.id } })}
						foot={<RefreshButton onRefresh={refresh} news={arrivals.count} />}
					>
						{(hit) => <HitRow hit={hit} withState={search.state === 'any' || hit.state !== filter.state} />}
					</SideBody>
				</section>
				<section className="side-detail" aria-label="Hit">
					{shown && <ShownHit id={shown} onDecided={onDecided} />}
				</section>
			</div>
		</div>
	);
}

/** Hits that an event tells of, by list. */
function hitsIn(event: LiveEvent, { state, list }: HitsFilter): number {
	if (event.type !== 'hits' || (state !== undefined && state !== 'open')) return 0;
	return list === undefined || list === event.list ? event.raised : 0;
}

function ShownHit({
	id,
	onDecided,
}: {
	id: string;
	onDecided: (hit: HitSummary, decision: Decision) => void;
}) {
	const rested = useRested(id);
	const hit = useQuery(hitQuery(rested));
	if (rested !== id || hit.isPending) return <Pending rows={18} label="Loading the hit" />;
	if (hit.isError)
		return (
			<Failure
				error={hit.error}
				retry={() => void hit.refetch()}
				title={toCallError(hit.error).code === 'not-found' ? 'There is no such hit' : undefined}
			/>
		);
	return <HitDetail key={id} detail={hit.data} onDecided={onDecided} />;
}

type TakeBackProps = { hit: HitSummary; decision: Decision; onBack: (hit: HitSummary) => void };

/** What was decided last, and the way back while it is fresh. */
function TakeBack({ hit, decision, onBack }: TakeBackProps) {
	const decide = useDecideHit();
	const back = () =>
		decide.mutate(
			{
				id: hit.id,
				decision: 'reopen',
				reason: `Taken back at once: ${decisionWords[decision].done.toLowerCase()} by mistake`,
			},
			{ onSuccess: onBack },
		);
	const isReversible = decision !== 'reopen';
	useCommands([
		{
			label: 'Take the last decision back',
			group: 'Hits',
			icon: <Undo />,
			shortcut: 'z',
			when: () => isReversible && !decide.isPending,
			run: back,
		},
	]);
	return (
		<Callout
			compact
			className="hits-decided"
			intent={decide.isError ? 'danger' : 'none'}
			icon={null}
			role="status"
		>
			<span className="hits-decided-text">
				{decide.isError ? (
					toCallError(decide.error).message
				) : (
					<>
						{decisionWords[decision].done}: <bdi>{hit.mention.caption}</bdi>
					</>
				)}
			</span>
			{isReversible && (
				<Button size="small" variant="minimal" loading={decide.isPending} onClick={back} title="z">
					Take back
				</Button>
			)}
		</Callout>
	);
}

function NoHits({ search }: { search: HitsSearch }) {
	const { state, hit: _hit, ...narrowing } = search;
	if (Object.values(narrowing).some((value) => value !== undefined))
		return <Empty title="No hit matches">Choose fewer filters.</Empty>;
	if (state === undefined)
		return <Empty title="No hit waits">Whatever came in is on no list, or has been decided.</Empty>;
	return <Empty title="There are none">Hits in this state are listed here.</Empty>;
}

type FilterProps = { search: HitsSearch; onChange: (change: Partial<HitsSearch>) => void };

function HitFilters({ search, onChange }: FilterProps) {
	const mayReadLists = useAbility('list.read');
	const lists = useQuery({ ...listsQuery, enabled: mayReadLists, refetchInterval: false }).data ?? [];
	const named = new Map(lists.map((list) => [list.id, list.name]));
	if (search.list && !named.has(search.list)) named.set(search.list, search.list);
	const score = search.minimumScore === undefined ? undefined : String(search.minimumScore);
	const { state: _state, hit: _hit, ...narrowing } = search;
	const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
	return (
		<search className="filter-bar">
			<h1 className="filter-title">Hits</h1>
			<SegmentedControl
				size="small"
				aria-label="State"
				options={[...states]}
				value={search.state ?? 'open'}
				onValueChange={(value) => {
					const chosen = states.find((each) => each.value === value)?.value;
					onChange({ state: chosen === 'open' ? undefined : chosen });
				}}
			/>
			<ChoiceFilter
				label="List"
				value={search.list}
				options={[...named]}
				onChange={(chosen) => onChange({ list: chosen, entry: undefined })}
			/>
			<ChoiceFilter
				label="Purpose"
				value={search.purpose}
				options={purpose.options.map((each) => [each, purposeWords[each].name] as const)}
				onChange={(chosen) => onChange({ purpose: chosen })}
			/>
			<ChoiceFilter
				label="Asked for"
				value={search.action}
				options={alertAction.options.map((each) => [each, actionWords[each].name] as const)}
				onChange={(chosen) => onChange({ action: chosen })}
			/>
			<ChoiceFilter
				label="Score"
				value={score}
				options={[...new Set([...scores, ...(score ? [score] : [])])].map(
					(each) => [each, `from ${each}`] as const,
				)}
				onChange={(chosen) => onChange({ minimumScore: chosen === undefined ? undefined : Number(chosen) })}
			/>
			{search.entry && (
				<Tag minimal size="large" onRemove={() => onChange({ entry: undefined })}>
					Entry {search.entry}
				</Tag>
			)}
			{search.record && (
				<Tag minimal size="large" onRemove={() => onChange({ record: undefined })}>
					Record {search.record.slice(0, 8)}…
				</Tag>
			)}
			{isNarrowed && <ClearFilters narrowing={narrowing} onChange={onChange} />}
		</search>
	);
}
