/** One list of agreements: its rows, and what is said where there are none. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { Empty } from '../../display/states.tsx';
import { todayUtc } from '../../exchanging/days.ts';
import { ListBody } from '../../listing/list-body.tsx';
import { ListFoot } from '../../listing/list-foot.tsx';
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
	onRefresh: () => void;
};

export function AgreementList({ listKey, filter, at, onMove, onRefresh }: Props) {
	const navigate = useNavigate();
	const queryClient = useQueryClient();
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
	const refresh = () => {
		queryClient.removeQueries({ queryKey: ['agreements'] });
		onRefresh();
	};
	useCommands([{ label: 'Read the list again', group: 'List', shortcut: 'r', run: refresh }]);
	const columnsToday = useMemo(() => columns(todayUtc()), []);
	return (
		<>
			<ListBody
				list={list}
				label="Agreements"
				columns={columnsToday}
				minWidth="160ch"
				empty={<NoAgreements filter={filter} />}
			/>
			<ListFoot list={list} onRefresh={refresh} />
		</>
	);
}

function NoAgreements({ filter }: { filter: AgreementsFilter }) {
	const mayWrite = useAbility('agreement.write');
	if (filter.review) return <Empty title="No review is overdue" />;
	if (filter.state ?? filter.partner)
		return <Empty title="No agreement matches">Choose fewer filters.</Empty>;
	return (
		<Empty title="There are no agreements yet">
			{mayWrite
				? 'Without one nothing can be exchanged. Begin with a template: press n.'
				: 'Without one nothing can be exchanged. The exchange desk or a supervisor writes one.'}
		</Empty>
	);
}
