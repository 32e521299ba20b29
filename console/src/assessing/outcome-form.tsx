/**
 * What an inspection found. A digit takes a result, Enter adds a finding or, with nothing typed, stores; Escape leaves it.
 * Nothing found needs two keys.
 */
import { Button, Callout, InputGroup } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { AssessmentDetail } from '../../../contract/views-targeting.ts';
import { toCallError } from '../client/call-error.ts';
import { useRecordOutcome } from '../queries/assessment.ts';
import { currencyQuery } from '../queries/lanes.ts';
import { useAbility } from '../shell/session.ts';
import { inspections, inspectionWords, type Result, resultWords } from './assessing-words.ts';
import { ChoiceRow } from './choice-row.tsx';
import { FindingsField } from './findings-field.tsx';
import { emptyDraft, isFound, type OutcomeDraft, offeredFindings, readDraft } from './outcome-draft.ts';
import './assessing.css';

const results: readonly Result[] = ['nothing-found', 'irregularity', 'offence', 'not-carried-out'];

type Props = {
	detail: AssessmentDetail;
	onClose: () => void;
	onDone: (after: AssessmentDetail) => void;
};

export function OutcomeForm({ detail: { summary }, onClose, onDone }: Props) {
	const { record } = summary;
	const send = useRecordOutcome();
	const id = useId();
	const mayReadLanes = useAbility('lane.read');
	const own = useQuery({ ...currencyQuery, enabled: mayReadLanes }).data;
	const [draft, setDraft] = useState(() => emptyDraft(record.kind, summary.lane, ''));
	const [typed, setTyped] = useState('');
	const [problem, setProblem] = useState<string>();
	const findingsInput = useRef<HTMLInputElement>(null);
	// The node's own currency, as soon as it is known, until somebody writes another.
	const currency = draft.currency === '' ? (own ?? '') : draft.currency;
	const set = (part: Partial<OutcomeDraft>) => {
		setProblem(undefined);
		setDraft((before) => ({ ...before, ...part }));
	};
	const found = isFound(draft.result);

	const choose = (result: Result) => {
		set({ result });
		// After the field is there: whoever found something goes on to say what.
		if (isFound(result)) requestAnimationFrame(() => findingsInput.current?.focus());
	};
	const store = () => {
		if (send.isPending) return;
		const read = readDraft(record.id, { ...draft, currency }, typed);
		if (!read.ok) {
			setProblem(read.problem);
			document.getElementById(`${id}-${read.field}`)?.focus();
			return;
		}
		// By the promise: this form is gone as soon as the record is known to be inspected, and callbacks given to `mutate` with it.
		send.mutateAsync(read.input).then(onDone, () => undefined);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
		if (event.nativeEvent.isComposing) return;
		const isText = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
		const result = isText || event.ctrlKey || event.altKey ? undefined : results[Number(event.key) - 1];
		if (event.key === 'Escape') onClose();
		else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) store();
		else if (result !== undefined) choose(result);
		else return;
		event.preventDefault();
	};
	return (
		<form
			className="decide-form outcome-form"
			aria-label="Outcome of the inspection"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				store();
			}}
			onKeyDown={onKeyDown}
		>
			<div className="outcome-line">
				<ChoiceRow
					legend="Result"
					autoFocus
					value={draft.result}
					onChange={choose}
					options={results.map((value, index) => ({
						value,
						label: (
							<>
								<kbd>{index + 1}</kbd> {resultWords[value].name}
							</>
						),
					}))}
				/>
				<ChoiceRow
					legend="Inspection"
					value={draft.inspection}
					onChange={(inspection) => set({ inspection })}
					options={inspections.map((value) => ({ value, label: inspectionWords[value] }))}
				/>
			</div>
			{found && (
				<FindingsField
					id={`${id}-findings`}
					inputRef={findingsInput}
					findings={draft.findings}
					typed={typed}
					offered={offeredFindings(record.kind)}
					onTyped={(text) => {
						setProblem(undefined);
						setTyped(text);
					}}
					onChange={(findings) => set({ findings })}
				/>
			)}
			<div className="outcome-line">
				{found && (
					<>
						<label htmlFor={`${id}-amount`} className="outcome-field">
							<span>Recovered</span>
							<InputGroup
								id={`${id}-amount`}
								size="small"
								inputMode="decimal"
								autoComplete="off"
								placeholder="0"
								value={draft.amount}
								onValueChange={(amount) => set({ amount })}
							/>
						</label>
						<label htmlFor={`${id}-currency`} className="outcome-field outcome-currency">
							<span>Currency</span>
							<InputGroup
								id={`${id}-currency`}
								size="small"
								maxLength={3}
								autoComplete="off"
								value={currency}
								onValueChange={(text) => set({ currency: text.toUpperCase() })}
							/>
						</label>
					</>
				)}
				{draft.result !== 'not-carried-out' && (
					<label htmlFor={`${id}-minutes`} className="outcome-field outcome-minutes">
						<span>Minutes</span>
						<InputGroup
							id={`${id}-minutes`}
							size="small"
							inputMode="numeric"
							autoComplete="off"
							value={draft.minutes}
							onValueChange={(minutes) => set({ minutes })}
						/>
					</label>
				)}
				<label htmlFor={`${id}-description`} className="outcome-field outcome-remark">
					<span>Remark</span>
					<InputGroup
						id={`${id}-description`}
						size="small"
						maxLength={4_000}
						autoComplete="off"
						placeholder={
							draft.result === 'not-carried-out' ? 'Why not' : 'What else the next reader should know'
						}
						value={draft.description}
						onValueChange={(description) => set({ description })}
					/>
				</label>
			</div>
			{(problem !== undefined || send.isError) && (
				<Callout compact intent="danger" role="alert">
					{problem ?? `${toCallError(send.error).message} ${toCallError(send.error).remedy ?? ''}`}
				</Callout>
			)}
			<div className="decide-actions">
				<Button size="small" onClick={onClose}>
					Leave it
				</Button>
				<Button type="submit" size="small" intent="primary" loading={send.isPending}>
					Store the outcome
				</Button>
				<span className="decide-hint muted">
					A digit takes a result; Enter stores, Escape leaves it. It is kept as a submission of yours.
				</span>
			</div>
		</form>
	);
}
