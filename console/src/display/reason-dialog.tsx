/** A dialog that asks for a reason and then does one thing. Enter does it, Shift and Enter go to a new line. */
import { Button, Callout, Dialog, DialogBody, DialogFooter, FormGroup, TextArea } from '@blueprintjs/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { toCallError } from '../client/call-error.ts';

type Props = {
	title: string;
	/** What is done, in one or two words. */
	verb: string;
	intent: 'none' | 'primary' | 'success' | 'warning' | 'danger';
	/** What Enter does, after the reason. */
	enter?: string;
	/** Of the operation that takes the reason. */
	reasonSchema: { safeParse: (reason: string) => { success: boolean } };
	/** Whether the rest of the dialog is as it must be. */
	isValid?: boolean;
	isPending: boolean;
	error: unknown;
	onClose: () => void;
	onSubmit: (reason: string) => void;
	/** Above the reason: what doing it means. */
	children: ReactNode;
};

export function ReasonDialog(props: Props) {
	const { verb, reasonSchema, isPending, error, onClose } = props;
	const id = useId();
	const [text, setText] = useState('');
	const reason = text.trim();
	const isValid = reasonSchema.safeParse(reason).success && (props.isValid ?? true);
	const run = () => {
		if (isValid && !isPending) props.onSubmit(reason);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
		event.preventDefault();
		run();
	};
	const failure = error ? toCallError(error) : undefined;
	return (
		<Dialog isOpen onClose={onClose} title={props.title}>
			<DialogBody>
				{props.children}
				<FormGroup label="Reason" labelFor={id} className="dialog-reason">
					<TextArea
						id={id}
						autoFocus
						fill
						rows={3}
						value={text}
						maxLength={2_000}
						placeholder={`At least three characters; Enter ${props.enter ?? 'goes on'}`}
						onChange={(event) => setText(event.currentTarget.value)}
						onKeyDown={onKeyDown}
					/>
				</FormGroup>
				{failure && (
					<Callout compact intent="danger" role="alert">
						{failure.message} {failure.remedy}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Button onClick={onClose}>Leave it</Button>
						<Button intent={props.intent} disabled={!isValid} loading={isPending} onClick={run}>
							{verb}
						</Button>
					</>
				}
			/>
		</Dialog>
	);
}
