/**
 * Same, different or unsure about two mentions, with a reason, from the keyboard: `s`, `d`, `u`, the reason, Enter.
 * Nothing is judged before Enter; Escape leaves all as it is.
 */
import { Button, Callout, InputGroup } from '@blueprintjs/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { operations } from '../../../contract/operations.ts';
import type { Verdict } from '../../../contract/views-resolution.ts';
import type { CallOutput } from '../client/call.ts';
import { toCallError } from '../client/call-error.ts';
import { useJudge } from '../queries/judgements.ts';
import { useRememberReason } from '../queries/recent-reasons.ts';
import { useCommands } from '../shell/commands.ts';
import { useAbility } from '../shell/session.ts';
import { Shortcut } from '../shell/shortcut.tsx';
import { ReasonChoice } from './reason-choice.tsx';
import { verdictWords } from './verdict-words.ts';
import './judging.css';

export type Judged = CallOutput<'judge'>;

type Props = {
	/** Keys of the two mentions. */
	left: string;
	right: string;
	/** What each verdict will do, in one sentence. */
	consequence: (verdict: Verdict) => string;
	onJudged?: (judged: Judged, verdict: Verdict) => void;
};

const verdicts = ['same', 'different', 'unsure'] as const;
const reasonSchema = operations.judge.input.shape.reason;

export function JudgePanel({ left, right, consequence, onJudged }: Props) {
	const mayJudge = useAbility('judgement.make');
	const judge = useJudge();
	const rememberReason = useRememberReason();
	const [verdict, setVerdict] = useState<Verdict>();
	const [reason, setReason] = useState('');
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (verdict) field.current?.focus();
	}, [verdict]);

	const choose = (chosen: Verdict) => {
		judge.reset();
		setVerdict(chosen);
		field.current?.focus();
	};
	const close = () => {
		setVerdict(undefined);
		judge.reset();
	};
	const isValid = reasonSchema.safeParse(reason.trim()).success;
	const submit = () => {
		if (!verdict || !isValid || judge.isPending) return;
		judge.mutate(
			{ left, right, verdict, reason: reason.trim() },
			{
				onSuccess: (judged) => {
					rememberReason(reason.trim());
					setVerdict(undefined);
					setReason('');
					onJudged?.(judged, verdict);
				},
			},
		);
	};
	useCommands(
		verdicts.map((each) => ({
			label: `Judge: ${verdictWords[each].name.toLowerCase()}`,
			group: 'Judgement',
			shortcut: verdictWords[each].key,
			when: () => mayJudge,
			run: () => choose(each),
		})),
	);
	if (!mayJudge) return null;

	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Enter') submit();
		else if (event.key === 'Escape') close();
		else return;
		event.preventDefault();
	};
	return (
		<section className="judge" aria-label="Judgement">
			<div className="judge-verdicts">
				{verdicts.map((each) => (
					<Button
						key={each}
						size="small"
						active={verdict === each}
						aria-pressed={verdict === each}
						onClick={() => choose(each)}
						title={verdictWords[each].meaning}
						endIcon={<Shortcut shortcut={verdictWords[each].key} />}
					>
						{verdictWords[each].name}
					</Button>
				))}
				{!verdict && <span className="muted">Are they one? A person’s word goes before the model’s.</span>}
				{verdict && <span className="judge-consequence">{consequence(verdict)}</span>}
			</div>
			{verdict && (
				<div className="judge-reason">
					<InputGroup
						inputRef={field}
						fill
						size="small"
						aria-label={`Reason for ${verdictWords[verdict].name.toLowerCase()}`}
						placeholder="Reason, then Enter"
						value={reason}
						maxLength={2_000}
						onValueChange={setReason}
						onKeyDown={onKeyDown}
						autoComplete="off"
					/>
					<Button
						size="small"
						intent="primary"
						disabled={!isValid}
						loading={judge.isPending}
						onClick={submit}
					>
						Say {verdictWords[verdict].name.toLowerCase()}
					</Button>
					<Button size="small" variant="minimal" onClick={close}>
						Leave it
					</Button>
					<ReasonChoice onChoose={setReason} />
				</div>
			)}
			{judge.isError && (
				<Callout compact intent="danger" role="alert">
					{toCallError(judge.error).message} {toCallError(judge.error).remedy}
				</Callout>
			)}
		</section>
	);
}
