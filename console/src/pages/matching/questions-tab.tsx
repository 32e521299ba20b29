/** The log of questions, ours and theirs, without what was asked; and what is left of each budget on both sides. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { MatchQuestion } from '../../../../contract/views-exchange.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { BudgetBar } from '../../exchanging/budget-bar.tsx';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { ChoiceFilter, ClearFilters } from '../../listing/filter-fields.tsx';
import { ListBody } from '../../listing/list-body.tsx';
import { ListFoot } from '../../listing/list-foot.tsx';
import { useList } from '../../listing/use-list.ts';
import {
	budgetsQuery,
	type QuestionsFilter,
	questionsMemory,
	questionsPages,
} from '../../queries/matching.ts';
import { useCommands } from '../../shell/commands.ts';
import { columns } from './question-columns.tsx';
import type { MatchingSearch } from './search.ts';

type Props = { search: MatchingSearch; onChange: (change: Partial<MatchingSearch>) => void };

const sides = [
	['ours', 'asked by us'],
	['theirs', 'asked by partners'],
] as const;

export function QuestionsTab({ search, onChange }: Props) {
	const { agreement, side } = search;
	const budgets = useQuery(budgetsQuery);
	const [readings, setReadings] = useState(0);
	const filter: QuestionsFilter = {
		...(agreement === undefined ? {} : { agreement }),
		...(side === undefined ? {} : { side }),
	};
	const listKey = `${JSON.stringify(filter)} ${readings}`;
	const known = new Set([
		...(budgets.data?.map((each) => each.agreement) ?? []),
		...(agreement ? [agreement] : []),
	]);
	return (
		<>
			<Budgets />
			<search className="filter-bar">
				<h2 className="filter-title">Questions</h2>
				<ChoiceFilter
					label="Side"
					value={side}
					options={sides}
					onChange={(chosen) => onChange({ side: chosen, at: undefined })}
				/>
				<ChoiceFilter
					label="Agreement"
					value={agreement}
					options={[...known].map((each) => [each, each] as const)}
					onChange={(chosen) => onChange({ agreement: chosen, at: undefined })}
				/>
				{(agreement ?? side) !== undefined && (
					<ClearFilters narrowing={{ agreement, side, at: undefined }} onChange={onChange} />
				)}
			</search>
			<QuestionList
				key={listKey}
				listKey={listKey}
				filter={filter}
				search={search}
				onChange={onChange}
				onRefresh={() => setReadings(readings + 1)}
			/>
		</>
	);
}

/** Every agreement in force, with what is spent of its questions on both sides. */
function Budgets() {
	const budgets = useQuery(budgetsQuery);
	if (budgets.isPending) return <Pending rows={3} label="Loading budgets" />;
	if (budgets.isError) return <Failure error={budgets.error} retry={() => void budgets.refetch()} />;
	if (budgets.data.length === 0) return null;
	return (
		<section className="panel matching-budgets table-scroll" aria-label="Budgets">
			<table className="table">
				<thead>
					<tr>
						<th scope="col">Agreement</th>
						<th scope="col">With</th>
						<th scope="col">Our questions of today</th>
						<th scope="col">Theirs, of today</th>
						<th scope="col">Our intersections of this month</th>
						<th scope="col">Theirs, of this month</th>
					</tr>
				</thead>
				<tbody>
					{budgets.data.map(({ agreement, partner, questions, intersections }) => (
						<tr key={agreement}>
							<th scope="row" className="mono">
								{agreement}
							</th>
							<td>
								<PartnerName name={partner} />
							</td>
							<td>
								<BudgetBar spent={questions.ours} of={questions.of} label="our questions of today" />
							</td>
							<td>
								<BudgetBar spent={questions.theirs} of={questions.of} label="their questions of today" />
							</td>
							<td>
								<BudgetBar
									spent={intersections.ours}
									of={intersections.of}
									label="our intersections of this month"
								/>
							</td>
							<td>
								<BudgetBar
									spent={intersections.theirs}
									of={intersections.of}
									label="their intersections of this month"
								/>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

type ListProps = Props & { listKey: string; filter: QuestionsFilter; onRefresh: () => void };

function QuestionList({ listKey, filter, search, onChange, onRefresh }: ListProps) {
	const queryClient = useQueryClient();
	const list = useList<MatchQuestion, QuestionsFilter>({
		listKey,
		filter,
		pageQuery: questionsPages,
		memory: questionsMemory,
		from: undefined,
		at: search.at,
		onMove: useCallback((at: string) => onChange({ at }), [onChange]),
		onOpen: () => undefined,
	});
	const refresh = () => {
		queryClient.removeQueries({ queryKey: ['matching-questions'] });
		questionsMemory.forget();
		onRefresh();
	};
	useCommands([{ label: 'Read the list again', group: 'List', shortcut: 'r', run: refresh }]);
	return (
		<div className="matching-log">
			<ListBody
				list={list}
				label="Questions"
				columns={columns}
				minWidth="110ch"
				pendingRows={16}
				empty={
					<Empty title={search.agreement || search.side ? 'No question matches' : 'No question was put yet'}>
						{search.agreement || search.side
							? 'Choose fewer filters.'
							: 'Ask whether a partner offers an identifier (1). That it was asked is kept here, not what.'}
					</Empty>
				}
			/>
			<ListFoot list={list} onRefresh={refresh} />
		</div>
	);
}
