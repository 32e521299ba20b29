/** One list of entities: its rows, and what is said where there are none. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { EntitySummary } from '../../../../contract/views-resolution.ts';
import { Empty } from '../../display/states.tsx';
import { ListBody } from '../../listing/list-body.tsx';
import { ListFoot } from '../../listing/list-foot.tsx';
import { useList } from '../../listing/use-list.ts';
import { type EntitiesFilter, entitiesMemory, entitiesPages } from '../../queries/entities.ts';
import { useCommands } from '../../shell/commands.ts';
import { columns } from './columns.tsx';
import type { EntitiesSearch } from './search.ts';

type Props = {
	listKey: string;
	filter: EntitiesFilter;
	search: EntitiesSearch;
	onMove: (change: Partial<EntitiesSearch>) => void;
	onFilter: (change: Partial<EntitiesSearch>) => void;
	onRefresh: () => void;
	onSearch: () => void;
};

export function EntityList({ listKey, filter, search, onMove, onFilter, onRefresh, onSearch }: Props) {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const list = useList({
		listKey,
		filter,
		pageQuery: entitiesPages,
		memory: entitiesMemory,
		from: search.from,
		at: search.at,
		onMove: useCallback((at: string) => onMove({ at }), [onMove]),
		onOpen: useCallback(
			({ id }: EntitySummary) => void navigate({ to: '/entities/$id', params: { id } }),
			[navigate],
		),
	});
	const refresh = () => {
		queryClient.removeQueries({ queryKey: ['entities'] });
		onRefresh();
	};
	useCommands([
		{ label: 'Search entities', group: 'List', shortcut: '/', run: onSearch },
		{ label: 'Read the list again', group: 'List', shortcut: 'r', run: refresh },
	]);
	return (
		<>
			<ListBody
				list={list}
				label="Entities"
				columns={columns}
				minWidth="132ch"
				empty={<NoEntities filter={filter} />}
			/>
			<ListFoot
				list={list}
				start={{
					isFurtherDown: search.from !== undefined,
					onFirst: () => onFilter({}),
					onGoOn: (from) => onMove({ from, at: undefined }),
				}}
				onRefresh={refresh}
			/>
		</>
	);
}

function NoEntities({ filter }: { filter: EntitiesFilter }) {
	return filter.search || filter.kind ? (
		<Empty title="Nobody and nothing is known by that">
			Try a part of the name, another way of writing it, or a number alone.
		</Empty>
	) : (
		<Empty title="There are no entities yet">
			They are made from the parties and things that records name, a moment after the records come in.
		</Empty>
	);
}
