/** One list of rules: its rows, and what is said where there are none. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { RuleSummary } from '../../../../contract/views-rules.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { ListFoot } from '../../listing/list-foot.tsx';
import { ListGrid } from '../../listing/list-grid.tsx';
import { useList } from '../../listing/use-list.ts';
import { type RulesFilter, rulesMemory, rulesPages } from '../../queries/rules.ts';
import { useCommands } from '../../shell/commands.ts';
import { columns } from './columns.tsx';
import { type RulesSearch, sortOf } from './search.ts';

type Props = {
	listKey: string;
	filter: RulesFilter;
	search: RulesSearch;
	onMove: (change: Partial<RulesSearch>) => void;
	onFilter: (change: Partial<RulesSearch>) => void;
	onRefresh: () => void;
	onSearch: () => void;
};

export function RuleList({ listKey, filter, search, onMove, onFilter, onRefresh, onSearch }: Props) {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const list = useList<RuleSummary, RulesFilter>({
		listKey,
		filter,
		pageQuery: rulesPages,
		memory: rulesMemory,
		from: undefined,
		at: search.at,
		onMove: useCallback((at: string) => onMove({ at }), [onMove]),
		onOpen: useCallback(({ id }) => void navigate({ to: '/rules/$id', params: { id } }), [navigate]),
	});
	const { rows } = list;
	const refresh = () => {
		queryClient.removeQueries({ queryKey: ['rules'] });
		onRefresh();
	};
	useCommands([
		{ label: 'Search rules', group: 'List', shortcut: '/', run: onSearch },
		{ label: 'Read the list again', group: 'List', shortcut: 'r', run: refresh },
	]);
	const isNarrowed = Boolean(search.search ?? search.state ?? search.subject);
	return (
		<>
			{rows.isPending && <Pending rows={24} label="Loading rules" />}
			{rows.error !== null && <Failure error={rows.error} retry={rows.retry} />}
			{!rows.isPending &&
				rows.count === 0 &&
				!rows.error &&
				(isNarrowed ? (
					<Empty title="No rule matches">Choose fewer filters, or other words.</Empty>
				) : (
					<Empty title="There are no rules yet">Write one, or import a file of rules.</Empty>
				))}
			{!rows.isPending && rows.count > 0 && !rows.error && (
				<ListGrid
					label="Rules"
					columns={columns}
					minWidth="146ch"
					scroller={list.scroller}
					virtualizer={list.virtualizer}
					count={rows.count}
					rowAt={rows.rowAt}
					current={list.current}
					sort={search.sort ?? ''}
					onSort={(sort) => onFilter({ sort: sortOf(sort) })}
					onCurrent={list.setCurrent}
					onOpen={list.open}
					onKeyDown={list.moveByKey}
				/>
			)}
			<ListFoot
				list={list}
				isFromCursor={false}
				onFirst={() => onFilter({})}
				onGoOn={() => undefined}
				onRefresh={refresh}
			/>
		</>
	);
}
