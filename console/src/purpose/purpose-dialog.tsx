/**
 * Asks for what, and on which case, personal data are looked at. Keys 1 to 9 choose, Enter states it. Opened by a call that was
 * refused, which then goes on, or by the reader who changes it.
 */
import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, InputGroup } from '@blueprintjs/core';
import { type FormEvent, type KeyboardEvent, useId, useRef, useState, useSyncExternalStore } from 'react';
import { caseReference, type PurposeId, purposes } from '../../../contract/purposes.ts';
import { toCallError } from '../client/call-error.ts';
import {
	type Asked,
	purposeDeclined,
	purposeStated,
	readAsked,
	subscribeAsked,
} from '../client/purpose-gate.ts';
import { useClearPurpose, useStatePurpose } from '../queries/purpose.ts';
import { useSession } from '../shell/session.ts';
import './purpose.css';

export function PurposeDialog() {
	const asked = useSyncExternalStore(subscribeAsked, readAsked);
	return (
		<Dialog
			isOpen={asked !== undefined}
			onClose={purposeDeclined}
			title="For what purpose?"
			className="purpose-dialog"
			transitionDuration={0}
			onOpened={(element) => element.querySelector<HTMLInputElement>('input:checked')?.focus()}
		>
			{asked && <PurposeForm asked={asked} />}
		</Dialog>
	);
}

function PurposeForm({ asked: { refusal } }: { asked: Asked }) {
	const session = useSession();
	const [purpose, setPurpose] = useState<PurposeId | undefined>(
		session.purpose?.purpose ?? session.purposes[0],
	);
	const [reference, setReference] = useState(session.purpose?.caseReference ?? '');
	const state = useStatePurpose();
	const clear = useClearPurpose();
	const caseField = useRef<HTMLInputElement>(null);
	const name = useId();

	const text = reference.trim();
	const needsCase = purpose !== undefined && purposes[purpose].needsCase;
	const hasForm = text === '' || caseReference.safeParse(text).success;
	const isValid = purpose !== undefined && hasForm && (!needsCase || text !== '');

	const choose = (chosen: PurposeId) => {
		setPurpose(chosen);
		if (purposes[chosen].needsCase) caseField.current?.focus();
	};
	const onSubmit = (event: FormEvent) => {
		event.preventDefault();
		if (!isValid || state.isPending) return;
		state.mutate({ purpose, ...(text === '' ? {} : { caseReference: text }) }, { onSuccess: purposeStated });
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const chosen = session.purposes[Number(event.key) - 1];
		if (chosen === undefined || event.target === caseField.current) return;
		event.preventDefault();
		choose(chosen);
	};
	const failure = state.error ?? clear.error;
	return (
		<form onSubmit={onSubmit} onKeyDown={onKeyDown}>
			<DialogBody>
				{refusal && <p>{refusal.message}</p>}
				<fieldset className="purpose-choice">
					<legend className="visually-hidden">Purpose</legend>
					{session.purposes.map((id, index) => (
						<label key={id} className={id === purpose ? 'purpose-option chosen' : 'purpose-option'}>
							<input
								type="radio"
								name={name}
								value={id}
								checked={id === purpose}
								onChange={() => setPurpose(id)}
							/>
							<kbd>{index < 9 ? index + 1 : ''}</kbd>
							<span className="purpose-name">
								{purposes[id].name}
								{purposes[id].needsCase && <span className="muted"> · needs a case</span>}
							</span>
							<span className="purpose-sentence muted">{purposes[id].sentence}</span>
						</label>
					))}
				</fieldset>
				<FormGroup
					label="Case"
					labelInfo={needsCase ? '' : '(where there is one)'}
					labelFor={`${name}-case`}
					helperText="The reference of the file, no name of a person"
				>
					<InputGroup
						id={`${name}-case`}
						inputRef={caseField}
						value={reference}
						intent={hasForm ? 'none' : 'danger'}
						maxLength={80}
						autoComplete="off"
						spellCheck={false}
						required={needsCase}
						onValueChange={setReference}
					/>
				</FormGroup>
				<p className="muted">
					Both stand with every access in the log of decisions. They are asked for again after eight hours.
				</p>
				{!hasForm && (
					<Callout compact intent="warning" role="alert">
						Letters, digits, spaces and . / _ : # -
					</Callout>
				)}
				{failure && (
					<Callout compact intent="danger" role="alert">
						{toCallError(failure).message} {toCallError(failure).remedy}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						{session.purpose && (
							<Button
								variant="minimal"
								loading={clear.isPending}
								onClick={() => clear.mutate(undefined, { onSuccess: purposeDeclined })}
							>
								State none
							</Button>
						)}
						<Button onClick={purposeDeclined}>Cancel</Button>
						<Button type="submit" intent="primary" disabled={!isValid} loading={state.isPending}>
							State it
						</Button>
					</>
				}
			/>
		</form>
	);
}
