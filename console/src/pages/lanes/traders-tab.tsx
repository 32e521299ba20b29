/** Authorised economic operators: who is trusted, by which programme, until when. They are checked less, never not. */
import { Button } from '@blueprintjs/core';
import { Add } from '@blueprintjs/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrustedTrader } from '../../../../contract/views-targeting.ts';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { TextFilter } from '../../listing/filter-fields.tsx';
import { trustedTradersQuery } from '../../queries/lanes.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { EndTraderDialog, TraderDialog } from './trader-dialogs.tsx';

type Open = { dialog: 'add' } | { dialog: 'change' | 'end'; trader: TrustedTrader };

type Props = { search: string | undefined; onSearch: (search: string | undefined) => void };

export function TradersTab({ search, onSearch }: Props) {
	const mayChange = useAbility('lane.change');
	const traders = useInfiniteQuery(trustedTradersQuery(search));
	const [open, setOpen] = useState<Open>();
	const rows = traders.data?.pages.flatMap(({ items }) => items) ?? [];
	const total = traders.data?.pages[0]?.total;
	useCommands([
		{
			label: 'Add a trusted trader',
			group: 'Lanes',
			icon: <Add />,
			shortcut: 'a',
			when: () => mayChange,
			run: () => setOpen({ dialog: 'add' }),
		},
	]);
	const close = () => setOpen(undefined);
	return (
		<div className="lanes-scroll">
			<div className="lanes-bar">
				<TextFilter
					label="Search by name or number"
					placeholder="Name or number"
					value={search}
					onCommit={onSearch}
					className="traders-search"
					isSearch
				/>
				<span className="muted number">
					{total === null || total === undefined ? '' : `${formatCount(total)} trusted`}
				</span>
				<span className="spring" />
				{mayChange && (
					<Button
						size="small"
						intent="primary"
						icon={<Add size={14} />}
						title="a"
						onClick={() => setOpen({ dialog: 'add' })}
					>
						Add a trader
					</Button>
				)}
			</div>
			<div className="panel table-scroll">
				{traders.isPending && <Pending rows={8} label="Loading trusted traders" />}
				{traders.isError && <Failure error={traders.error} retry={() => void traders.refetch()} />}
				{traders.isSuccess && rows.length === 0 && (
					<Empty title={search ? 'No trader matches' : 'Nobody is trusted more than others'}>
						{search
							? 'Search by part of a name, or by the whole number.'
							: 'Authorised economic operators are listed here, with the programme that authorised them.'}
					</Empty>
				)}
				{rows.length > 0 && <TraderTable rows={rows} onOpen={setOpen} mayChange={mayChange} />}
			</div>
			{traders.hasNextPage && (
				<Button
					variant="minimal"
					loading={traders.isFetchingNextPage}
					onClick={() => void traders.fetchNextPage()}
				>
					Show more
				</Button>
			)}
			{open?.dialog === 'add' && <TraderDialog onClose={close} />}
			{open?.dialog === 'change' && <TraderDialog trader={open.trader} onClose={close} />}
			{open?.dialog === 'end' && <EndTraderDialog trader={open.trader} onClose={close} />}
		</div>
	);
}

type TableProps = { rows: readonly TrustedTrader[]; onOpen: (open: Open) => void; mayChange: boolean };

function TraderTable({ rows, onOpen, mayChange }: TableProps) {
	const today = new Date().toISOString().slice(0, 10);
	return (
		<table className="table">
			<thead>
				<tr>
					<th scope="col">Number</th>
					<th scope="col">Name</th>
					<th scope="col">Programme</th>
					<th scope="col">Valid until</th>
					<th scope="col">Added</th>
					{mayChange && (
						<th scope="col">
							<span className="visually-hidden">Change</span>
						</th>
					)}
				</tr>
			</thead>
			<tbody>
				{rows.map((trader) => (
					<tr key={`${trader.scheme} ${trader.value}`}>
						<td className="nowrap">
							<span className="muted">{trader.scheme}</span> <span className="mono">{trader.value}</span>
						</td>
						<td>
							<bdi>{trader.name}</bdi>
						</td>
						<td>{trader.programme}</td>
						<td className="nowrap number">
							{trader.validUntil}
							{trader.validUntil < today && <span className="chip chip-warning trader-chip">over</span>}
						</td>
						<td className="nowrap">
							<Instant at={trader.addedAt} /> <span className="muted">by {trader.addedBy}</span>
						</td>
						{mayChange && (
							<td className="numeric">
								<Button size="small" variant="minimal" onClick={() => onOpen({ dialog: 'change', trader })}>
									Change
								</Button>
								<Button
									size="small"
									variant="minimal"
									intent="danger"
									onClick={() => onOpen({ dialog: 'end', trader })}
								>
									End
								</Button>
							</td>
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}
