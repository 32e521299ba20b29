/** A step in the life of a rule, with its reason: propose, approve, reject, renew, retire. */
import {
	Button,
	Callout,
	Dialog,
	DialogBody,
	DialogFooter,
	FormGroup,
	InputGroup,
	TextArea,
} from '@blueprintjs/core';
import { type KeyboardEvent, useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import type { RuleDetail, RuleSummary } from '../../../../contract/views-rules.ts';
import { toCallError } from '../../client/call-error.ts';
import { type RuleAct, useActOnRule } from '../../queries/rule.ts';
import { actWords, nextYear } from './acts.ts';

const reasonSchema = operations.proposeRule.input.shape.reason;

type Props = {
	rule: RuleSummary;
	act: RuleAct;
	today: string;
	onClose: () => void;
	onDone: (detail: RuleDetail) => void;
};

export function ActDialog({ rule, act, today, onClose, onDone }: Props) {
	const acting = useActOnRule();
	const [reason, setReason] = useState('');
	const [validUntil, setValidUntil] = useState(() => nextYear(today));
	const words = actWords[act];
	const isValid = reasonSchema.safeParse(reason.trim()).success && (act !== 'renew' || validUntil > today);
	const run = () => {
		if (!isValid || acting.isPending) return;
		// By the promise: the page is another one as soon as the state has changed.
		acting.mutateAsync({ id: rule.id, version: rule.version, act, reason: reason.trim(), validUntil }).then(
			(detail) => onDone(detail),
			() => undefined, // shown below, from the state of the mutation
		);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
		event.preventDefault();
		run();
	};
	return (
		<Dialog isOpen onClose={onClose} title={`${words.verb} version ${rule.version}`} className="act-dialog">
			<DialogBody>
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
				<FormGroup label="Reason" labelFor="act-reason">
					<TextArea
						id="act-reason"
						autoFocus
						fill
						rows={3}
						value={reason}
						maxLength={2_000}
						placeholder="At least three characters; Enter goes on"
						onChange={(event) => setReason(event.currentTarget.value)}
						onKeyDown={onKeyDown}
					/>
				</FormGroup>
				{acting.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(acting.error).message} {toCallError(acting.error).remedy}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Button onClick={onClose}>Leave it</Button>
						<Button intent={words.intent} disabled={!isValid} loading={acting.isPending} onClick={run}>
							{words.verb}
						</Button>
					</>
				}
			/>
		</Dialog>
	);
}
