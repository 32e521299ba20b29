/** A dialog that is a form: Enter submits, a failure stays in it. */
import { Button, Callout, Dialog, DialogBody, DialogFooter } from '@blueprintjs/core';
import type { FormEvent, ReactNode } from 'react';
import { toCallError } from '../client/call-error.ts';

type Props = {
	title: string;
	submit: string;
	/** Left out where the dialog is there only while it is open. */
	isOpen?: boolean;
	isValid: boolean;
	isPending: boolean;
	error: unknown;
	onClose: () => void;
	onSubmit: () => void;
	children: ReactNode;
};

export function FormDialog({
	title,
	submit,
	isOpen = true,
	isValid,
	isPending,
	error,
	onClose,
	onSubmit,
	children,
}: Props) {
	const failure = error ? toCallError(error) : undefined;
	return (
		<Dialog isOpen={isOpen} onClose={onClose} title={title}>
			<form
				onSubmit={(event: FormEvent) => {
					event.preventDefault();
					if (isValid && !isPending) onSubmit();
				}}
			>
				<DialogBody>
					{failure && (
						<Callout compact intent="danger" role="alert" style={{ marginBottom: 12 }}>
							{failure.message} {failure.remedy}
						</Callout>
					)}
					{children}
				</DialogBody>
				<DialogFooter
					actions={
						<>
							<Button onClick={onClose}>Cancel</Button>
							<Button type="submit" intent="primary" disabled={!isValid} loading={isPending}>
								{submit}
							</Button>
						</>
					}
				/>
			</form>
		</Dialog>
	);
}
