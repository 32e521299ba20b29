/** Decisions of policy: who saw what, when, for what purpose and on which case; and who was refused, and why. */
import { Button } from '@blueprintjs/core';
import { Refresh } from '@blueprintjs/icons';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { DecisionView } from '../../../../contract/operations-policy.ts';
import { purposeId, purposeIds, purposes } from '../../../../contract/purposes.ts';
import { role } from '../../../../contract/roles.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { roleWords } from '../../display/words.ts';
import { DayField, momentOf } from '../../listing/day-field.tsx';
import { ChoiceFilter, ClearFilters, TextFilter } from '../../listing/filter-fields.tsx';
import { type DecisionsFilter, decisionsQuery } from '../../queries/decisions.ts';
import { useCommands } from '../../shell/commands.ts';
import type { DecisionsSearch } from './search.ts';
import './decisions.css';

const route = getRouteApi('/shell/decisions');

function filterOf({ from, until, ...rest }: DecisionsSearch): DecisionsFilter {
	return {
		...rest,
		...(from === undefined ? {} : { from: momentOf(from, 0) }),
		...(until === undefined ? {} : { until: momentOf(until, 1) }),
	};
}

export function DecisionsPage() {
	usePageTitle('Decisions');
	const search = route.useSearch();
	const navigate = route.useNavigate();
	const queryClient = useQueryClient();
	const query = decisionsQuery(filterOf(search));
	const list = useInfiniteQuery(query);
	const items = list.data?.pages.flatMap((page) => page.items) ?? [];
	const narrow = (part: Partial<DecisionsSearch>) =>
		void navigate({ search: { ...search, ...part }, replace: true });
	const isNarrowed = Object.values(search).some((value) => value !== undefined);
	const refresh = () => void queryClient.resetQueries({ queryKey: query.queryKey });
	useCommands([
		{ label: 'Read the decisions again', group: 'Decisions', icon: <Refresh />, shortcut: 'r', run: refresh },
		{
			label: search.outcome === 'denied' ? 'All decisions' : 'Refusals only',
			group: 'Decisions',
			shortcut: 'x',
			run: () => narrow({ outcome: search.outcome === 'denied' ? undefined : 'denied' }),
		},
	]);
	return (
		<div className="page-fill decisions">
			<search className="filter-bar">
				<h1 className="filter-title" title="Every access to personal data, and every refusal">
					Decisions
				</h1>
				<ChoiceFilter
					label="Decision"
					value={search.outcome}
					options={[
						['permitted', 'Permitted'],
						['denied', 'Denied'],
					]}
					onChange={(outcome) => narrow({ outcome })}
				/>
				<ChoiceFilter
					label="Purpose"
					value={search.purpose}
					options={purposeIds.map((id) => [id, purposes[id].name] as const)}
					onChange={(purpose) => narrow({ purpose })}
				/>
				<TextFilter
					label="Case"
					placeholder="Case"
					value={search.caseReference}
					className="filter-text"
					onCommit={(caseReference) => narrow({ caseReference })}
				/>
				<TextFilter
					label="Identifier of who asked"
					placeholder="Who (identifier)"
					value={search.subject}
					className="filter-text"
					onCommit={(subject) => narrow({ subject })}
				/>
				<TextFilter
					label="Identifier of what it was asked about"
					placeholder="About (identifier)"
					value={search.object}
					className="filter-text"
					onCommit={(object) => narrow({ object })}
				/>
				<DayField label="From" value={search.from} onChange={(from) => narrow({ from })} />
				<DayField label="To" value={search.until} onChange={(until) => narrow({ until })} />
				{isNarrowed && <ClearFilters narrowing={search} onChange={narrow} />}
				<span className="spring" />
				<Button size="small" variant="minimal" icon={<Refresh size={14} />} onClick={refresh} title="r">
					Refresh
				</Button>
			</search>
			<ScrollRegion label="Decisions" className="decisions-scroll">
				{list.isPending && <Pending rows={14} label="Loading decisions" />}
				{list.isError && items.length === 0 && (
					<Failure error={list.error} retry={() => void list.refetch()} />
				)}
				{list.isSuccess && items.length === 0 && (
					<Empty title={isNarrowed ? 'No decision matches' : 'Nothing was decided yet'}>
						{isNarrowed
							? 'Choose fewer filters, or other days.'
							: 'Whoever looks at personal data from now on is listed here.'}
					</Empty>
				)}
				{items.length > 0 && <DecisionTable rows={items} onNarrow={narrow} />}
				{list.hasNextPage && (
					<Button
						variant="minimal"
						loading={list.isFetchingNextPage}
						onClick={() => void list.fetchNextPage()}
					>
						Show more
					</Button>
				)}
			</ScrollRegion>
		</div>
	);
}

type TableProps = { rows: readonly DecisionView[]; onNarrow: (part: Partial<DecisionsSearch>) => void };

function DecisionTable({ rows, onNarrow }: TableProps) {
	return (
		<table className="table">
			<thead>
				<tr>
					<th>When</th>
					<th>Who</th>
					<th>Role</th>
					<th>Did</th>
					<th>About</th>
					<th>Purpose</th>
					<th>Case</th>
					<th>Decision</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={row.id}>
						<td>
							<Instant at={row.at} seconds />
						</td>
						<td>
							<Narrowing
								text={row.subjectName ?? row.subject}
								title={row.subject}
								onPress={() => onNarrow({ subject: row.subject })}
							/>
						</td>
						<td>{wordOfRole(row.role)}</td>
						<td className="mono">{row.operation}</td>
						<td>
							{row.object === null ? (
								<span className="muted">–</span>
							) : (
								<Narrowing
									text={row.object.length > 14 ? `…${row.object.slice(-12)}` : row.object}
									title={row.object}
									isCode
									onPress={() => onNarrow({ object: row.object ?? undefined })}
								/>
							)}
						</td>
						<td>{wordOfPurpose(row.purpose)}</td>
						<td className="mono">{row.caseReference ?? <span className="muted">–</span>}</td>
						<td>
							{row.permitted ? (
								<span className="chip chip-good">permitted</span>
							) : (
								<>
									<span className="chip chip-error">denied</span>{' '}
									<span className="decision-reason">{row.reason}</span>
								</>
							)}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

type NarrowingProps = { text: string; title: string; isCode?: boolean; onPress: () => void };

/** A value that narrows the list to itself. */
function Narrowing({ text, title, isCode = false, onPress }: NarrowingProps) {
	return (
		<button
			type="button"
			className={isCode ? 'decision-narrow mono' : 'decision-narrow'}
			title={`Only ${title}`}
			onClick={onPress}
		>
			{text}
		</button>
	);
}

function wordOfRole(text: string): string {
	const read = role.safeParse(text);
	return read.success ? roleWords[read.data] : 'Local operator';
}

function wordOfPurpose(text: string | null): string {
	const read = purposeId.safeParse(text);
	return read.success ? purposes[read.data].name : '–';
}
