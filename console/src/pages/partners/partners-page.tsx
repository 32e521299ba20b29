/** Partners: whom this node trusts and how they are; and beside them who this node is, to be read out by phone. */
import { Button } from '@blueprintjs/core';
import { Add } from '@blueprintjs/icons';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty } from '../../display/states.tsx';
import { ListBody } from '../../listing/list-body.tsx';
import { ListFoot } from '../../listing/list-foot.tsx';
import { useList } from '../../listing/use-list.ts';
import { type PartnerRow, partnersMemory, partnersPages } from '../../queries/partners.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { TrustDialog } from '../partner/trust-dialog.tsx';
import { columns } from './columns.tsx';
import { OwnNode } from './own-node.tsx';
import './partners.css';

const route = getRouteApi('/shell/partners');

export function PartnersPage() {
	usePageTitle('Partners');
	const queryClient = useQueryClient();
	const mayChange = useAbility('partner.change');
	const [reading, setReading] = useState(0);
	const [isTrusting, setTrusting] = useState(false);
	const readAgain = () => {
		partnersMemory.forget();
		queryClient.removeQueries({ queryKey: ['partners', 'list'] });
		setReading((before) => before + 1);
	};
	useCommands([
		{
			label: 'Trust a partner by its card',
			group: 'Partners',
			icon: <Add />,
			shortcut: 'n',
			when: () => mayChange,
			run: () => setTrusting(true),
		},
		{ label: 'Read the list again', group: 'List', shortcut: 'r', run: readAgain },
	]);
	return (
		<div className="page-fill list-page">
			<header className="filter-bar">
				<h1 className="filter-title">Partners</h1>
				<span className="muted">Nodes whose fingerprint people here have compared</span>
				<span className="spring" />
				{mayChange && (
					<Button
						size="small"
						intent="primary"
						icon={<Add size={14} />}
						onClick={() => setTrusting(true)}
						title="n"
					>
						Trust a partner
					</Button>
				)}
			</header>
			<div className="partners">
				<div className="partners-list">
					<PartnerList key={reading} mayChange={mayChange} onRefresh={readAgain} />
				</div>
				<OwnNode />
			</div>
			{isTrusting && (
				<TrustDialog
					onClose={() => setTrusting(false)}
					onTrusted={() => {
						setTrusting(false);
						readAgain();
					}}
				/>
			)}
		</div>
	);
}

function PartnerList({ mayChange, onRefresh }: { mayChange: boolean; onRefresh: () => void }) {
	const { at } = route.useSearch();
	const navigate = route.useNavigate();
	const go = useNavigate();
	const router = useRouter();
	const list = useList<PartnerRow, undefined>({
		listKey: '',
		filter: undefined,
		pageQuery: partnersPages,
		memory: partnersMemory,
		from: undefined,
		at,
		onMove: useCallback(
			(next: string) => {
				if (router.latestLocation.pathname !== '/partners') return;
				void navigate({ search: { at: next }, replace: true, resetScroll: false });
			},
			[navigate, router],
		),
		onOpen: useCallback(({ name }) => void go({ to: '/partners/$id', params: { id: name } }), [go]),
	});
	const columnsNow = useMemo(() => columns(Date.now()), []);
	return (
		<>
			<ListBody
				list={list}
				label="Partners"
				columns={columnsNow}
				minWidth="112ch"
				pendingRows={12}
				empty={
					<Empty title="There are no partners yet">
						{mayChange
							? 'Ask another node for its card, compare the fingerprint by phone, and trust it here. Give it yours: it stands beside.'
							: 'A supervisor trusts other nodes, after comparing their fingerprints by phone.'}
					</Empty>
				}
			/>
			<ListFoot list={list} onRefresh={onRefresh} />
		</>
	);
}
