/** Another lane for one record, with the reason. A digit takes an offered reason, as long as nothing has been written. */
import { Button, Callout, TextArea } from '@blueprintjs/core';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { operations } from '../../../contract/operations.ts';
import { type Lane, lane } from '../../../contract/views.ts';
import type { AssessmentDetail } from '../../../contract/views-targeting.ts';
import { toCallError } from '../client/call-error.ts';
import { LaneMark } from '../display/marks.tsx';
import { useOverrideLane } from '../queries/assessment.ts';
import { ChoiceRow } from './choice-row.tsx';
import './assessing.css';

const reasonSchema = operations.overrideLane.input.shape.reason;
const order: readonly Lane[] = lane.options;

/** What is said most often, by whether more is checked or less. */
const offered = {
	more: [
		'Information that the system does not have',
		'The goods or papers do not look as declared',
		'Behaviour of the driver or traveller',
		'Asked for by another office',
	],
	less: [
		'Seen before: the same goods were checked lately',
		'Cleared by papers that came in since',
		'The reason given rests on a mistake in the data',
		'No means to check it here today',
	],
} as const;

type Props = {
	detail: AssessmentDetail;
	onClose: () => void;
	onDone: (after: AssessmentDetail) => void;
};

export function OverrideForm({ detail: { summary }, onClose, onDone }: Props) {
	const override = useOverrideLane();
	const id = useId();
	const [chosen, setChosen] = useState<Lane>();
	const [reason, setReason] = useState('');
	const text = useRef<HTMLTextAreaElement>(null);
	const isValid = chosen !== undefined && reasonSchema.safeParse(reason).success;
	const reasons =
		chosen === undefined
			? []
			: offered[order.indexOf(chosen) < order.indexOf(summary.lane) ? 'more' : 'less'];
	const choose = (each: Lane) => {
		if (each === summary.lane) return;
		setChosen(each);
		requestAnimationFrame(() => text.current?.focus());
	};
	const run = () => {
		if (!isValid || override.isPending) return;
		// By the promise: the form may be gone before the answer is told.
		override
			.mutateAsync({ record: summary.record.id, lane: chosen, reason: reason.trim() })
			.then(onDone, () => undefined);
	};
	const onFormKey = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		const isText = event.target instanceof HTMLTextAreaElement;
		const pressed =
			isText || event.ctrlKey || event.altKey ? undefined : order.find((each) => each[0] === event.key);
		if (event.key === 'Escape') onClose();
		else if (pressed !== undefined) choose(pressed);
		else return;
		event.preventDefault();
	};
	const onTextKey = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		const taken = reason === '' && /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
		if (event.key === 'Enter' && !event.shiftKey) run();
		else if (taken !== undefined) setReason(taken);
		else return;
		event.preventDefault();
	};
	return (
		<form
			className="decide-form"
			aria-label="Another lane"
			onSubmit={(event) => {
				event.preventDefault();
				run();
			}}
			onKeyDown={onFormKey}
		>
			<ChoiceRow
				legend="Lane"
				autoFocus
				value={chosen}
				onChange={choose}
				options={order.map((each) => ({
					value: each,
					disabled: each === summary.lane,
					label: (
						<>
							<kbd>{each[0]}</kbd> <LaneMark lane={each} />
						</>
					),
				}))}
			/>
			<label htmlFor={id}>
				<strong>Why?</strong>{' '}
				<span className="muted">It is kept with your name, and measured by what is found.</span>
			</label>
			<TextArea
				id={id}
				inputRef={text}
				fill
				rows={2}
				value={reason}
				maxLength={2_000}
				placeholder="At least three characters; Enter stores, Escape leaves it"
				onChange={(event) => setReason(event.currentTarget.value)}
				onKeyDown={onTextKey}
			/>
			{reasons.length > 0 && (
				<ol className="decide-reasons" aria-label="Reasons that are given often">
					{reasons.map((each, index) => (
						<li key={each}>
							<button type="button" onClick={() => setReason(each)}>
								<kbd>{index + 1}</kbd> {each}
							</button>
						</li>
					))}
				</ol>
			)}
			{override.isError && (
				<Callout compact intent="danger" role="alert">
					{toCallError(override.error).message} {toCallError(override.error).remedy}
				</Callout>
			)}
			<div className="decide-actions">
				<Button size="small" onClick={onClose}>
					Leave it
				</Button>
				<Button type="submit" size="small" intent="primary" disabled={!isValid} loading={override.isPending}>
					Change the lane
				</Button>
			</div>
		</form>
	);
}
