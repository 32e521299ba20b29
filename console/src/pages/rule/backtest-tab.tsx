/** What the rule would have chosen from stored history: asked for here, kept with its version, and shown in full. */
import { Button, Callout, HTMLSelect, Spinner } from '@blueprintjs/core';
import { Play } from '@blueprintjs/icons';
import { useEffect, useState } from 'react';
import type { Rule } from '../../../../contract/rules.ts';
import type { Backtest } from '../../../../contract/views-rules.ts';
import { toCallError } from '../../client/call-error.ts';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Empty } from '../../display/states.tsx';
import type { useBacktest } from '../../queries/rule.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { BacktestResult } from './backtest-result.tsx';

const spans = [7, 30, 90, 180, 365, 730] as const;
const USUAL_DAYS = 90;

type Props = {
	/** The text that is tried: as stored, or as it is being written; undefined where it is not complete. */
	rule: Rule | undefined;
	isUnsaved: boolean;
	/** The last result that is kept with this version. */
	kept: Backtest | null;
	/** Of the page, so that it goes on while another tab is looked at. */
	running: ReturnType<typeof useBacktest>;
};

export function BacktestTab({ rule, isUnsaved, kept, running }: Props) {
	const mayRun = useAbility('rule.backtest');
	const [days, setDays] = useState<number>(USUAL_DAYS);
	const result = running.data ?? kept;
	const run = () => {
		if (rule !== undefined && !running.isPending) running.mutate({ rule, days });
	};
	useCommands([
		{
			label: 'Run the backtest',
			group: 'Rule',
			icon: <Play />,
			shortcut: 'b',
			when: () => mayRun && rule !== undefined && !running.isPending,
			run,
		},
	]);
	return (
		<ScrollRegion label="Backtest" className="rule-scroll backtest">
			<div className="backtest-bar">
				{mayRun && (
					<>
						<label htmlFor="backtest-days">The last</label>
						<HTMLSelect
							id="backtest-days"
							value={days}
							onChange={(event) => setDays(Number(event.currentTarget.value))}
						>
							{spans.map((each) => (
								<option key={each} value={each}>
									{each} days
								</option>
							))}
						</HTMLSelect>
						<Button
							size="small"
							intent="primary"
							icon={<Play size={14} />}
							disabled={rule === undefined}
							loading={running.isPending}
							onClick={run}
							title="b"
						>
							Backtest
						</Button>
					</>
				)}
				<span className="muted">
					{rule === undefined
						? 'The text is not complete yet.'
						: isUnsaved
							? 'Tries the text as it is being written.'
							: 'Nothing is changed: stored records are looked at as if the rule had been there.'}
				</span>
			</div>
			{running.isPending && <Running />}
			{running.isError && (
				<Callout compact intent="danger" role="alert">
					{toCallError(running.error).message} {toCallError(running.error).remedy}
				</Callout>
			)}
			{result && !running.isPending && <BacktestResult backtest={result} />}
			{!result && !running.isPending && !running.isError && (
				<Empty title="It has not been tried yet">
					A backtest says how many records a day it would select, how often it would be right, and whom it
					would meet.
				</Empty>
			)}
		</ScrollRegion>
	);
}

/** It may take minutes: how long it has been going on. */
function Running() {
	const [seconds, setSeconds] = useState(0);
	useEffect(() => {
		const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
		return () => clearInterval(timer);
	}, []);
	return (
		<div className="backtest-running" role="status">
			<Spinner size={20} />
			<span>
				Looking at stored records in the order in which they came …{' '}
				<span className="number">{seconds} s</span>
			</span>
		</div>
	);
}
