/** The filter of the queue: every member is one parameter of the address; choices say how many there are of each. */
import { Button, ButtonGroup, SegmentedControl, Tag } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { recordKinds } from '../../../../contract/records/record.ts';
import { type Lane, lane } from '../../../../contract/views.ts';
import { type LaneBasis, laneBasis } from '../../../../contract/views-targeting.ts';
import { basisWords } from '../../assessing/assessing-words.ts';
import { formatCount } from '../../display/format.ts';
import { LaneMark } from '../../display/marks.tsx';
import { kindWords } from '../../display/words.ts';
import { ChoiceFilter, ClearFilters, TextFilter } from '../../listing/filter-fields.tsx';
import { overviewQuery } from '../../queries/overview.ts';
import {
	choiceCountsQuery,
	laneCountsQuery,
	liveRulesQuery,
	type QueueCount,
	type QueueFilter,
} from '../../queries/queue.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility, useSession } from '../../shell/session.ts';
import type { QueueSearch } from './search.ts';

const states = [
	{ value: 'waiting', label: 'Waiting' },
	{ value: 'inspected', label: 'Inspected' },
	{ value: 'released', label: 'Released' },
	{ value: 'any', label: 'All' },
] as const;

/** Kinds that are assessed at all. */
const kinds = recordKinds.filter((kind) => kind !== 'outcome' && kind !== 'movement-event');
const bases: readonly LaneBasis[] = laneBasis.options;

type Props = {
	search: QueueSearch;
	filter: QueueFilter;
	onChange: (change: Partial<QueueSearch>) => void;
};

export function QueueFilters({ search, filter, onChange }: Props) {
	const maySeeOverview = useAbility('overview.read');
	const mayReadRules = useAbility('rule.read');
	const { role } = useSession().user;
	const { data: overview } = useQuery({ ...overviewQuery, enabled: maySeeOverview, refetchInterval: false });
	const rules = useQuery({ ...liveRulesQuery, enabled: mayReadRules }).data ?? [];
	const ruleTitles = new Map(rules.map(({ id, title }) => [id, title]));
	if (search.rule && !ruleTitles.has(search.rule)) ruleTitles.set(search.rule, search.rule);
	// Counted when somebody is about to choose: a queue is read far more often than its filter is changed.
	const [isChoosing, setChoosing] = useState(false);
	const kindCounts = useQuery({ ...choiceCountsQuery('kind', kinds, filter), enabled: isChoosing }).data;
	const basisCounts = useQuery({
		...choiceCountsQuery('basis', bases, filter),
		enabled: isChoosing && role !== 'officer',
	}).data;
	const { state: _state, record: _record, ...narrowing } = search;
	const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
	const choosing = () => setChoosing(true);
	return (
		<search className="filter-bar queue-filters" onFocus={choosing} onPointerEnter={choosing}>
			<h1 className="filter-title">Queue</h1>
			<LaneChoice
				chosen={search.lane}
				filter={filter}
				withGreen={search.state !== undefined}
				onChoose={(chosen) => onChange({ lane: chosen })}
			/>
			<SegmentedControl
				size="small"
				aria-label="State"
				options={[...states]}
				value={search.state ?? 'waiting'}
				onValueChange={(value) => {
					const chosen = states.find((each) => each.value === value)?.value;
					onChange({ state: chosen === 'waiting' ? undefined : chosen });
				}}
			/>
			<ChoiceFilter
				label="Kind"
				value={search.kind}
				options={kinds.map((kind) => [kind, withCount(kindWords[kind].many, kindCounts?.get(kind))] as const)}
				onChange={(kind) => onChange({ kind })}
			/>
			<TextFilter
				label="Office"
				placeholder="Office"
				value={search.office}
				suggestions={overview?.byOffice.map(({ office }) => office) ?? []}
				onCommit={(office) => onChange({ office })}
				className="filter-office"
			/>
			{role !== 'officer' && (
				<ChoiceFilter
					label="Chosen by"
					value={search.basis}
					options={bases.map(
						(basis) => [basis, withCount(basisWords[basis].name, basisCounts?.get(basis))] as const,
					)}
					onChange={(basis) => onChange({ basis })}
				/>
			)}
			{ruleTitles.size > 0 && (
				<ChoiceFilter
					label="Rule"
					value={search.rule}
					options={[...ruleTitles].sort(([, a], [, b]) => a.localeCompare(b))}
					onChange={(rule) => onChange({ rule })}
				/>
			)}
			{(search.from ?? search.until) && (
				<Tag minimal size="large" onRemove={() => onChange({ from: undefined, until: undefined })}>
					{search.from ?? '…'} to {search.until ?? 'now'}
				</Tag>
			)}
			{isNarrowed && <ClearFilters narrowing={narrowing} onChange={onChange} />}
		</search>
	);
}

const withCount = (words: string, count: QueueCount | null | undefined): string =>
	count ? `${words} (${formatCount(count.total)}${count.isLowerBound ? '+' : ''})` : words;

type LaneProps = {
	chosen: Lane | undefined;
	filter: QueueFilter;
	/** Nothing waits in the green lane. */
	withGreen: boolean;
	onChoose: (lane: Lane | undefined) => void;
};

/** Lanes with how many there are in each; `1` is all of them, `2` the first. */
function LaneChoice({ chosen, filter, withGreen, onChoose }: LaneProps) {
	const counts = useQuery(laneCountsQuery(filter)).data;
	const lanes = lane.options.filter((each) => withGreen || each !== 'green');
	useCommands(
		[undefined, ...lanes].map((each, index) => ({
			label: each === undefined ? 'All lanes' : `Lane ${each}`,
			group: 'Queue',
			shortcut: String(index + 1),
			run: () => onChoose(each),
		})),
	);
	return (
		<ButtonGroup role="group" aria-label="Lane" className="lane-choice">
			{[undefined, ...lanes].map((each) => {
				const count = each === undefined ? undefined : counts?.get(each);
				return (
					<Button
						key={each ?? 'all'}
						size="small"
						active={chosen === each}
						aria-pressed={chosen === each}
						onClick={() => onChoose(each)}
					>
						{each === undefined ? 'All' : <LaneMark lane={each} />}
						{count && (
							<span className="lane-count number">
								{formatCount(count.total)}
								{count.isLowerBound && '+'}
							</span>
						)}
					</Button>
				);
			})}
		</ButtonGroup>
	);
}
