/** The register: its rows, and what is said where there are none. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { RequestSummary } from '../../../../contract/views-subjects.ts';
import { Empty } from '../../display/states.tsx';
import { ListBody } from '../../listing/list-body.tsx';
import { ListFoot } from '../../listing/list-foot.tsx';
import { useList } from '../../listing/use-list.ts';
import { type RequestsFilter, requestsMemory, requestsPages } from '../../queries/requests.ts';
import { useCommands } from '../../shell/commands.ts';
import { columns } from './columns.tsx';

type Props = {
	listKey: string;
	filter: RequestsFilter;
	at: string | undefined;
	onMove: (at: string) => void;
	onRefresh: () => void;
};

export function RequestList({ listKey, filter, at, onMove, onRefresh }: Props) {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const list = useList({
		listKey,
		filter,
		pageQuery: requestsPages,
		memory: requestsMemory,
		from: undefined,
		at,
		onMove,
		onOpen: useCallback(
			({ id }: RequestSummary) => void navigate({ to: '/requests/$id', params: { id } }),
			[navigate],
		),
	});
	const refresh = () => {
		queryClient.removeQueries({ queryKey: ['requests'] });
		onRefresh();
	};
	useCommands([{ label: 'Read the list again', group: 'List', shortcut: 'r', run: refresh }]);
	const isNarrowed = Object.values(filter).some((value) => value !== undefined);
	return (
		<>
			<ListBody
				list={list}
				label="Requests"
				columns={columns}
				minWidth="120ch"
				empty={
					<Empty title={isNarrowed ? 'There is none of this kind' : 'Nobody has asked yet'}>
						{isNarrowed
							? 'Choose another state or kind.'
							: 'Requests of those whose data are held stand here, each with its clock.'}
					</Empty>
				}
			/>
			<ListFoot list={list} onRefresh={refresh} />
		</>
	);
}
