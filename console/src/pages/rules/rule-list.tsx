/** One list of rules: its rows, and what is said where there are none. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { RuleSummary } from '../../../../contract/views-rules.ts';
import { Empty } from '../../display/states.tsx';
import { ListBody } from '../../listing/list-body.tsx';
import { ListFoot } from '../../listing/list-foot.tsx';
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
			<ListBody
				list={list}
				label="Rules"
				columns={columns}
				minWidth="146ch"
				sort={search.sort ?? ''}
				onSort={(sort) => onFilter({ sort: sortOf(sort) })}
				empty={
					isNarrowed ? (
						<Empty title="No rule matches">Choose fewer filters, or other words.</Empty>
					) : (
						<Empty title="There are no rules yet">Write one, or import a file of rules.</Empty>
					)
				}
			/>
			<ListFoot list={list} onRefresh={refresh} />
		</>
	);
}
