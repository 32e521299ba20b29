/** Retention: how long each kind is kept, what ends soon, what holds it back, and what ended. */
import { Button, Callout } from '@blueprintjs/core';
import { Lock, Time } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Hold, RetentionRule } from '../../../../contract/operations-retention.ts';
import { toCallError } from '../../client/call-error.ts';
import { plural } from '../../display/format.ts';
import { usePageTitle } from '../../display/page-title.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { retentionQuery, useRunRetention } from '../../queries/retention.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { ChangeDialog, HoldDialog, LiftDialog } from './dialogs.tsx';
import { DeletionsPanel, HoldsPanel, RunsPanel } from './panels.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import './retention.css';

type Open = { what: 'change'; rule: RetentionRule } | { what: 'hold' } | { what: 'lift'; hold: Hold };

export function RetentionPage() {
	usePageTitle('Retention');
	const state = useQuery(retentionQuery);
	const run = useRunRetention();
	const [mayChange, mayRun, mayHold] = [
		useAbility('retention.change'),
		useAbility('retention.run'),
		useAbility('retention.hold'),
	];
	const [open, setOpen] = useState<Open>();
	const close = () => setOpen(undefined);
	const isBusy = run.isPending || state.data?.running === true;
	useCommands([
		{
			label: 'End now what is due',
			group: 'Retention',
			icon: <Time />,
			shortcut: 'r',
			when: () => mayRun && !isBusy,
			run: () => run.mutate(),
		},
		{
			label: 'Hold a record',
			group: 'Retention',
			icon: <Lock />,
			shortcut: 'n',
			when: () => mayHold,
			run: () => setOpen({ what: 'hold' }),
		},
	]);
	const overdue = state.data?.holds.overdue ?? 0;
	return (
		<div className="page retention">
			<div className="page-head">
				<h1>Retention</h1>
				<span className="muted">what is kept, for how long, and what ended</span>
				<span className="spring" />
				{mayHold && (
					<Button size="small" icon={<Lock size={14} />} onClick={() => setOpen({ what: 'hold' })} title="n">
						Hold a record
					</Button>
				)}
				{mayRun && (
					<Button
						size="small"
						icon={<Time size={14} />}
						loading={isBusy}
						onClick={() => run.mutate()}
						title="r"
					>
						End now what is due
					</Button>
				)}
			</div>
			{run.isError && (
				<Callout compact intent="danger" role="alert" className="retention-note">
					{toCallError(run.error).message}
				</Callout>
			)}
			{overdue > 0 && (
				<Callout compact intent="warning" className="retention-note">
					{plural(overdue, 'hold')} should have been looked at again.
				</Callout>
			)}
			<section className="panel table-scroll" aria-label="Schedule">
				{state.isPending && <Pending rows={12} label="Loading the schedule" />}
				{state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
				{state.data && (
					<ScheduleTable
						schedule={state.data.schedule}
						onChange={mayChange ? (rule) => setOpen({ what: 'change', rule }) : undefined}
					/>
				)}
			</section>
			<div className="retention-columns">
				<HoldsPanel onLift={mayHold ? (hold) => setOpen({ what: 'lift', hold }) : undefined} />
				{state.data && <RunsPanel state={state.data} />}
				<DeletionsPanel />
				{state.data && (
					<section className="panel" aria-labelledby="retention-elsewhere">
						<div className="panel-head">
							<h2 id="retention-elsewhere">What ends by another clock</h2>
						</div>
						<ul className="retention-elsewhere">
							{state.data.elsewhere.map((sentence) => (
								<li key={sentence}>{sentence}</li>
							))}
						</ul>
					</section>
				)}
			</div>
			{open?.what === 'change' && <ChangeDialog rule={open.rule} onClose={close} />}
			{open?.what === 'hold' && <HoldDialog onClose={close} />}
			{open?.what === 'lift' && <LiftDialog hold={open.hold} onClose={close} />}
		</div>
	);
}
