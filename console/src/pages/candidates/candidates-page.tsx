/** Candidates: pairs that the model suspects to be one. Nothing joins them but a person's word. */
import { SegmentedControl } from '@blueprintjs/core';
import { Refresh } from '@blueprintjs/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Candidate, entityKind, type Judgement } from '../../../../contract/views-resolution.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { entryKindWords } from '../../display/screening-words.ts';
import { Empty, Pending } from '../../display/states.tsx';
import { CandidateView } from '../../judging/candidate-view.tsx';
import { candidateStateWords } from '../../judging/candidate-words.ts';
import { ChoiceFilter } from '../../listing/filter-fields.tsx';
import { RefreshButton } from '../../listing/refresh-button.tsx';
import { SideBody } from '../../listing/side-body.tsx';
import { useRested } from '../../listing/use-rested.ts';
import { candidatesQuery } from '../../queries/candidates.ts';
import { useCommands } from '../../shell/commands.ts';
import { CandidateRow } from './candidate-row.tsx';
import { JudgedLast } from './judged-last.tsx';
import type { CandidatesSearch } from './search.ts';
import './candidates.css';

const route = getRouteApi('/shell/candidates');

const ROW_HEIGHT = 50;
const states = ['open', 'same', 'different', 'unsure', 'lapsed'] as const;

export function CandidatesPage() {
	usePageTitle('Candidates');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const queryClient = useQueryClient();
	const filter = { state: search.state ?? ('open' as const), kind: search.kind };
	const { queryKey } = candidatesQuery(filter);
	const list = useInfiniteQuery(candidatesQuery(filter));
	const items = list.data?.pages.flatMap((page) => page.items) ?? [];
	const current = search.item ? items.find((item) => item.id === search.item) : items[0];
	const rested = useRested(current?.id);
	const [last, setLast] = useState<{ candidate: Candidate; judgement: Judgement }>();

	const show = (candidate: Candidate | undefined) => {
		if (candidate)
			void navigate({ search: { ...search, item: candidate.id }, replace: true, resetScroll: false });
	};
	const change = (changed: Partial<CandidatesSearch>) => {
		setLast(undefined);
		void navigate({ search: { ...search, ...changed, item: undefined } });
	};
	const refresh = () => {
		setLast(undefined);
		void queryClient.resetQueries({ queryKey });
	};
	/** Rows stay where they are; what was judged says so. */
	const mark = (id: string, state: Candidate['state']) =>
		queryClient.setQueryData(queryKey, (before) =>
			before === undefined
				? before
				: {
						...before,
						pages: before.pages.map((page) => ({
							...page,
							items: page.items.map((item) => (item.id === id ? { ...item, state } : item)),
						})),
					},
		);
	const onJudged = (candidate: Candidate, judgement: Judgement) => {
		setLast({ candidate, judgement });
		mark(candidate.id, judgement.verdict);
		const at = items.findIndex((item) => item.id === candidate.id);
		show(items.slice(at + 1).find((item) => item.state === 'open'));
	};
	useCommands([
		{
			label: 'Read the candidates again',
			group: 'Candidates',
			icon: <Refresh />,
			shortcut: 'r',
			run: refresh,
		},
	]);

	return (
		<div className="page-fill">
			<search className="filter-bar">
				<h1 className="filter-title">Candidates</h1>
				<SegmentedControl
					size="small"
					aria-label="State"
					options={states.map((state) => ({ value: state, label: candidateStateWords[state].name }))}
					value={filter.state}
					onValueChange={(value) => {
						const chosen = states.find((state) => state === value);
						change({ state: chosen === 'open' ? undefined : chosen });
					}}
				/>
				<ChoiceFilter
					label="Kind"
					value={search.kind}
					options={entityKind.options.map((kind) => [kind, entryKindWords[kind].many] as const)}
					onChange={(kind) => change({ kind })}
				/>
				<span className="spring" />
				<Link to="/entities">Entities</Link>
			</search>
			<div className="split candidates">
				<section className="side" aria-label="Candidates">
					{last && (
						<JudgedLast
							key={last.judgement.id}
							candidate={last.candidate}
							judgement={last.judgement}
							onBack={() => {
								mark(last.candidate.id, 'open');
								show(last.candidate);
								setLast(undefined);
							}}
						/>
					)}
					<SideBody
						label="Candidates"
						group="Candidates"
						list={list}
						empty={<NoCandidates search={search} />}
						idOf={(candidate) => candidate.id}
						rowHeight={ROW_HEIGHT}
						current={search.item}
						onCurrent={show}
						foot={<RefreshButton onRefresh={refresh} />}
					>
						{(candidate) => (
							<CandidateRow candidate={candidate} withState={candidate.state !== filter.state} />
						)}
					</SideBody>
				</section>
				<section className="side-detail candidate-detail" aria-label="Candidate">
					{search.item && list.isSuccess && items.length > 0 && !current && (
						<Empty title="This candidate is not in the list">
							It may have been judged, or the model may no longer suspect it.
						</Empty>
					)}
					{current &&
						(rested === current.id ? (
							<CandidateView
								key={current.id}
								candidate={current}
								onJudged={({ judgement }) => onJudged(current, judgement)}
							/>
						) : (
							<Pending rows={18} label="Loading the candidate" />
						))}
				</section>
			</div>
		</div>
	);
}

function NoCandidates({ search }: { search: CandidatesSearch }) {
	if (search.state) return <Empty title="There are none">Candidates in this state are listed here.</Empty>;
	return search.kind ? (
		<Empty title="None of this kind waits">Choose another kind, or all.</Empty>
	) : (
		<Empty title="No candidate waits">
			The model suspects no two entities to be one, or all that it suspected has been judged.
		</Empty>
	);
}
