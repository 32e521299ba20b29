/**
 * Below a hit: the decision, with its reason. It does not cover the evidence; a digit takes an offered reason, Enter
 * decides, Escape leaves it.
 */
import { Button, Callout, TextArea } from '@blueprintjs/core';
import { Cross, Tick, Undo } from '@blueprintjs/icons';
import { useQuery } from '@tanstack/react-query';
import { type JSX, type KeyboardEvent, useId, useState } from 'react';
import type { HitSummary } from '../../../../contract/views-screening.ts';
import { toCallError } from '../../client/call-error.ts';
import { Instant } from '../../display/instant.tsx';
import { HitStateMark } from '../../display/screening-marks.tsx';
import { useDecideHit } from '../../queries/hit.ts';
import { reasonsQuery } from '../../queries/hits.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { Shortcut } from '../../shell/shortcut.tsx';
import {
	type Decision,
	decisionsOf,
	decisionWords,
	offeredReasons,
	reasonSchema,
	rememberReason,
} from './decisions.ts';
import '../../display/decide.css';

const icons: { readonly [decision in Decision]: JSX.Element } = {
	confirm: <Tick size={14} />,
	dismiss: <Cross size={14} />,
	reopen: <Undo size={14} />,
};

type Props = { hit: HitSummary; onDecided: (decided: HitSummary, decision: Decision) => void };

export function DecidePanel({ hit, onDecided }: Props) {
	const mayDecide = useAbility('hit.decide');
	const [decision, setDecision] = useState<Decision>();
	const possible = mayDecide ? decisionsOf(hit.state) : [];
	useCommands(
		(['confirm', 'dismiss', 'reopen'] as const).map((each) => ({
			label: `${decisionWords[each].verb} this hit`,
			group: 'Hit',
			icon: icons[each],
			shortcut: decisionWords[each].key,
			when: () => possible.includes(each),
			run: () => setDecision(each),
		})),
	);
	return (
		<footer className="decide">
			{hit.state !== 'open' && <Decided hit={hit} />}
			{decision !== undefined && possible.includes(decision) ? (
				<ReasonForm
					key={decision}
					hit={hit}
					decision={decision}
					onClose={() => setDecision(undefined)}
					onDecided={(decided) => {
						setDecision(undefined);
						onDecided(decided, decision);
					}}
				/>
			) : (
				possible.length > 0 && (
					<div className="decide-actions">
						{possible.map((each) => (
							<Button
								key={each}
								size="small"
								icon={icons[each]}
								intent={each === 'confirm' ? 'danger' : 'none'}
								variant={each === 'confirm' ? 'outlined' : 'solid'}
								onClick={() => setDecision(each)}
							>
								{decisionWords[each].verb} <Shortcut shortcut={decisionWords[each].key} />
							</Button>
						))}
					</div>
				)
			)}
		</footer>
	);
}

/** What was decided or said by the list, and by whom. */
function Decided({ hit }: { hit: HitSummary }) {
	return (
		<p className="decide-state">
			<HitStateMark state={hit.state} />
			{hit.decidedBy && <strong>{hit.decidedBy}</strong>}
			{hit.decidedAt && <Instant at={hit.decidedAt} />}
			{hit.reason && <span>{hit.reason}</span>}
		</p>
	);
}

type FormProps = {
	hit: HitSummary;
	decision: Decision;
	onClose: () => void;
	onDecided: (decided: HitSummary) => void;
};

function ReasonForm({ hit, decision, onClose, onDecided }: FormProps) {
	const decide = useDecideHit();
	const id = useId();
	const [reason, setReason] = useState('');
	const mine = useQuery({
		...reasonsQuery(decision === 'confirm' ? 'confirm' : 'dismiss'),
		enabled: decision !== 'reopen',
	});
	const offered = offeredReasons(decision, mine.data ?? []);
	const isValid = reasonSchema.safeParse(reason.trim()).success;
	const run = () => {
		if (!isValid || decide.isPending) return;
		// By the promise: this form is gone as soon as the hit is known to be decided, and callbacks given to `mutate` with it.
		decide.mutateAsync({ id: hit.id, decision, reason: reason.trim() }).then(
			(decided) => {
				rememberReason(decision, reason.trim());
				onDecided(decided);
			},
			() => undefined, // shown below, from the state of the mutation
		);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		const taken = reason === '' && /^[1-9]$/.test(event.key) ? offered[Number(event.key) - 1] : undefined;
		if (event.key === 'Enter' && !event.shiftKey) run();
		else if (event.key === 'Escape') onClose();
		else if (taken !== undefined) setReason(taken);
		else return;
		event.preventDefault();
	};
	const words = decisionWords[decision];
	return (
		<form
			className="decide-form"
			aria-label={words.title}
			onSubmit={(event) => {
				event.preventDefault();
				run();
			}}
		>
			<label htmlFor={id}>
				<strong>{words.title}.</strong> <span className="muted">Why? A digit takes a reason below.</span>
			</label>
			<TextArea
				id={id}
				autoFocus
				fill
				rows={2}
				value={reason}
				maxLength={2_000}
				placeholder="At least three characters; Enter decides, Escape leaves it"
				onChange={(event) => setReason(event.currentTarget.value)}
				onKeyDown={onKeyDown}
			/>
			<ol className="decide-reasons" aria-label="Reasons given before">
				{offered.map((each, index) => (
					<li key={each}>
						<button type="button" onClick={() => setReason(each)}>
							<kbd>{index + 1}</kbd> {each}
						</button>
					</li>
				))}
			</ol>
			{decide.isError && (
				<Callout compact intent="danger" role="alert">
					{toCallError(decide.error).message} {toCallError(decide.error).remedy}
				</Callout>
			)}
			<div className="decide-actions">
				<Button size="small" onClick={onClose}>
					Leave it
				</Button>
				<Button
					type="submit"
					size="small"
					intent={decision === 'confirm' ? 'danger' : 'primary'}
					disabled={!isValid}
					loading={decide.isPending}
				>
					{words.verb}
				</Button>
			</div>
		</form>
	);
}
