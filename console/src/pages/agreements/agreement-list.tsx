/** One list of agreements: its rows, and what is said where there are none. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { todayUtc } from '../../exchanging/days.ts';
import { ListFoot } from '../../listing/list-foot.tsx';
import { ListGrid } from '../../listing/list-grid.tsx';
import { useList } from '../../listing/use-list.ts';
import {
	type AgreementRow,
	type AgreementsFilter,
	agreementsMemory,
	agreementsPages,
} from '../../queries/agreements.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { columns } from './columns.tsx';
import type { AgreementsSearch } from './search.ts';

type Props = {
	listKey: string;
	filter: AgreementsFilter;
	at: string | undefined;
	onMove: (change: Partial<AgreementsSearch>) => void;
	onFirst: () => void;
	onRefresh: () => void;
};

export function AgreementList({ listKey, filter, at, onMove, onFirst, onRefresh }: Props) {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
	const mayWrite = useAbility('agreement.write');
	const list = useList<AgreementRow, AgreementsFilter>({
		listKey,
		filter,
		pageQuery: agreementsPages,
		memory: agreementsMemory,
		from: undefined,
		at,
		onMove: useCallback((next: string) => onMove({ at: next }), [onMove]),
		onOpen: useCallback(
			({ agreement: { id, version } }) =>
				void navigate({ to: '/agreements/$id', params: { id }, search: { version } }),
			[navigate],
		),
	});
	const { rows } = list;
	const refresh = () => {
		queryClient.removeQueries({ queryKey: ['agreements'] });
		onRefresh();
	};
	useCommands([{ label: 'Read the list again', group: 'List', shortcut: 'r', run: refresh }]);
	const columnsToday = useMemo(() => columns(todayUtc()), []);
	const isNarrowed = Boolean(filter.state ?? filter.partner ?? filter.review);
	return (
		<>
			{rows.isPending && <Pending rows={24} label="Loading agreements" />}
			{rows.error !== null && <Failure error={rows.error} retry={rows.retry} />}
			{!rows.isPending &&
				rows.count === 0 &&
				!rows.error &&
				(isNarrowed ? (
					<Empty title={filter.review ? 'No review is overdue' : 'No agreement matches'}>
						{filter.review ? '' : 'Choose fewer filters.'}
					</Empty>
				) : (
					<Empty title="There are no agreements yet">
						{mayWrite
							? 'Without one nothing can be exchanged. Begin with a template: press n.'
							: 'Without one nothing can be exchanged. The exchange desk or a supervisor writes one.'}
					</Empty>
				))}
			{!rows.isPending && rows.count > 0 && !rows.error && (
				<ListGrid
					label="Agreements"
					columns={columnsToday}
					minWidth="160ch"
					scroller={list.scroller}
					virtualizer={list.virtualizer}
					count={rows.count}
					rowAt={rows.rowAt}
					current={list.current}
					onCurrent={list.setCurrent}
					onOpen={list.open}
					onKeyDown={list.moveByKey}
				/>
			)}
			<ListFoot
				list={list}
				isFromCursor={false}
				onFirst={onFirst}
				onGoOn={() => undefined}
				onRefresh={refresh}
			/>
		</>
	);
}
