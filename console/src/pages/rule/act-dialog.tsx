/** A step in the life of a rule, with its reason: propose, approve, reject, renew, retire. */
import { FormGroup, InputGroup } from '@blueprintjs/core';
import { useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import type { RuleDetail, RuleSummary } from '../../../../contract/views-rules.ts';
import { ReasonDialog } from '../../display/reason-dialog.tsx';
import { type RuleAct, useActOnRule } from '../../queries/rule.ts';
import { actWords, nextYear } from './acts.ts';

type Props = {
	rule: RuleSummary;
	act: RuleAct;
	today: string;
	onClose: () => void;
	onDone: (detail: RuleDetail) => void;
};

export function ActDialog({ rule, act, today, onClose, onDone }: Props) {
	const acting = useActOnRule();
	const [validUntil, setValidUntil] = useState(() => nextYear(today));
	const words = actWords[act];
	return (
		<ReasonDialog
			title={`${words.verb} version ${rule.version}`}
			verb={words.verb}
			intent={words.intent}
			reasonSchema={operations.proposeRule.input.shape.reason}
			isValid={act !== 'renew' || validUntil > today}
			isPending={acting.isPending}
			error={acting.error}
			onClose={onClose}
			onSubmit={(reason) =>
				// By the promise: the page is another one as soon as the state has changed.
				acting.mutateAsync({ id: rule.id, version: rule.version, act, reason, validUntil }).then(
					onDone,
					() => undefined, // shown in the dialog, from the state of the mutation
				)
			}
		>
			<p>{words.meaning}</p>
			{act === 'renew' && (
				<FormGroup label="New last day" labelFor="act-until" helperText="At most two years from now">
					<InputGroup
						id="act-until"
						type="date"
						size="small"
						min={today}
						value={validUntil}
						onValueChange={setValidUntil}
					/>
				</FormGroup>
			)}
		</ReasonDialog>
	);
}
