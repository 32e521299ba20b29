/**
 * Below an assessment: what an inspection found, and another lane. It does not cover the reasons. `o` and `l` open the
 * forms, Enter stores, Escape leaves.
 */
import { Button } from '@blueprintjs/core';
import { Endorsed, SwapHorizontal } from '@blueprintjs/icons';
import { useState } from 'react';
import type { AssessmentDetail } from '../../../contract/views-targeting.ts';
import { useCommands } from '../shell/commands.ts';
import { useAbility } from '../shell/session.ts';
import { Shortcut } from '../shell/shortcut.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { OverrideForm } from './override-form.tsx';
import '../display/decide.css';

export type Act = 'outcome' | 'override';

type Props = {
	detail: AssessmentDetail;
	/** Form that is open from the start. */
	begin?: Act | undefined;
	onDone?: (after: AssessmentDetail, act: Act) => void;
};

export function ActPanel({ detail, begin, onDone }: Props) {
	const mayRecord = useAbility('outcome.record');
	const isInspected = detail.summary.state === 'inspected';
	// A lane says what is to be done: after the inspection there is nothing left to say.
	const mayOverride = useAbility('assessment.override') && !isInspected;
	const [act, setAct] = useState<Act | undefined>(begin);
	const close = () => setAct(undefined);
	useCommands([
		{
			label: 'Say what the inspection found',
			group: 'Assessment',
			icon: <Endorsed />,
			shortcut: 'o',
			when: () => mayRecord,
			run: () => setAct('outcome'),
		},
		{
			label: 'Put it into another lane',
			group: 'Assessment',
			icon: <SwapHorizontal />,
			shortcut: 'l',
			when: () => mayOverride,
			run: () => setAct('override'),
		},
	]);
	const done = (each: Act) => (after: AssessmentDetail) => {
		close();
		onDone?.(after, each);
	};
	if (act === 'outcome' && mayRecord)
		return (
			<footer className="decide">
				<OutcomeForm detail={detail} onClose={close} onDone={done('outcome')} />
			</footer>
		);
	if (act === 'override' && mayOverride)
		return (
			<footer className="decide">
				<OverrideForm detail={detail} onClose={close} onDone={done('override')} />
			</footer>
		);
	if (!mayRecord && !mayOverride) return null;
	return (
		<footer className="decide">
			<div className="decide-actions">
				{mayRecord && (
					<Button
						size="small"
						intent={isInspected ? 'none' : 'primary'}
						icon={<Endorsed size={14} />}
						onClick={() => setAct('outcome')}
					>
						{isInspected ? 'Another outcome' : 'Outcome'} <Shortcut shortcut="o" />
					</Button>
				)}
				{mayOverride && (
					<Button size="small" icon={<SwapHorizontal size={14} />} onClick={() => setAct('override')}>
						Another lane <Shortcut shortcut="l" />
					</Button>
				)}
			</div>
		</footer>
	);
}
