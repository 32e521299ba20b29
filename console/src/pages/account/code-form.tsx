import { Button, Callout, FormGroup, InputGroup, type Intent } from '@blueprintjs/core';
import { type FormEvent, useId, useState } from 'react';
import { toCallError } from '../../client/call-error.ts';

type Props = {
	label: string;
	submit: string;
	type?: 'password';
	intent?: Intent;
	isPending: boolean;
	error: unknown;
	onSubmit: (typed: string) => void;
	onCancel: () => void;
};

/** One secret, typed: a code or the password. Enter sends it; a wrong one stays in the form and can be typed again. */
export function CodeForm({ label, submit, type, intent, isPending, error, onSubmit, onCancel }: Props) {
	const id = useId();
	const [typed, setTyped] = useState('');
	const failure = error ? toCallError(error) : undefined;
	return (
		<form
			className="account-form"
			onSubmit={(event: FormEvent) => {
				event.preventDefault();
				if (typed.trim() !== '' && !isPending) onSubmit(typed);
			}}
		>
			{failure && (
				<Callout compact intent="danger" role="alert" className="account-callout">
					{failure.message} {failure.remedy}
				</Callout>
			)}
			<FormGroup label={label} labelFor={id}>
				<InputGroup
					id={id}
					autoFocus
					value={typed}
					onValueChange={setTyped}
					{...(type === 'password'
						? { type, autoComplete: 'current-password' }
						: { autoComplete: 'one-time-code', inputMode: 'text', className: 'mono' })}
					maxLength={type === 'password' ? 1_000 : 40}
				/>
			</FormGroup>
			<div className="account-buttons">
				<Button
					type="submit"
					size="small"
					intent={intent ?? 'primary'}
					disabled={typed.trim() === ''}
					loading={isPending}
				>
					{submit}
				</Button>
				<Button size="small" variant="minimal" onClick={onCancel}>
					Cancel
				</Button>
			</div>
		</form>
	);
}
