import { FormGroup, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { useId, useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import { type Role, role } from '../../../../contract/views.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { roleWords } from '../../display/words.ts';
import { type User, useChangeUser, useCreateUser } from '../../queries/users.ts';

export function RoleField({ value, onChange }: { value: Role; onChange: (value: Role) => void }) {
	const id = useId();
	return (
		<FormGroup label="Role" labelFor={id}>
			<HTMLSelect
				id={id}
				fill
				value={value}
				onChange={(event) =>
					onChange(role.options.find((each) => each === event.currentTarget.value) ?? value)
				}
				options={role.options.map((each) => ({ value: each, label: roleWords[each] }))}
			/>
		</FormGroup>
	);
}

function PasswordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
	const id = useId();
	return (
		<FormGroup
			label="Password"
			labelFor={id}
			helperText="At least 12 characters. Hand it over in person; it is not sent."
		>
			<InputGroup
				id={id}
				type="password"
				autoComplete="new-password"
				value={value}
				onValueChange={onChange}
				maxLength={1_000}
			/>
		</FormGroup>
	);
}

const fields = operations.createUser.input.shape;

export function AddUserDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
	const create = useCreateUser();
	const empty = { name: '', displayName: '', role: 'analyst' as Role, password: '' };
	const [user, setUser] = useState(empty);
	const change = (part: Partial<typeof empty>) => setUser((before) => ({ ...before, ...part }));
	const close = () => {
		setUser(empty);
		create.reset();
		onClose();
	};
	const hasBadName = user.name !== '' && !fields.name.safeParse(user.name).success;
	return (
		<FormDialog
			title="Add a user"
			submit="Add"
			isOpen={isOpen}
			isValid={operations.createUser.input.safeParse(user).success}
			isPending={create.isPending}
			error={create.error}
			onClose={close}
			onSubmit={() => create.mutate(user, { onSuccess: close })}
		>
			<FormGroup
				label="Name to sign in"
				labelFor="user-name"
				intent={hasBadName ? 'danger' : 'none'}
				helperText="Two or more small letters, digits, dots, hyphens; a letter first"
			>
				<InputGroup
					id="user-name"
					autoFocus
					value={user.name}
					onValueChange={(name) => change({ name })}
					autoComplete="off"
					spellCheck={false}
					maxLength={64}
					aria-invalid={hasBadName}
				/>
			</FormGroup>
			<FormGroup label="Shown as" labelFor="user-display-name">
				<InputGroup
					id="user-display-name"
					value={user.displayName}
					onValueChange={(displayName) => change({ displayName })}
					autoComplete="off"
					maxLength={200}
				/>
			</FormGroup>
			<RoleField value={user.role} onChange={(next) => change({ role: next })} />
			<PasswordField value={user.password} onChange={(password) => change({ password })} />
		</FormDialog>
	);
}

export function RoleDialog({ user, onClose }: { user: User; onClose: () => void }) {
	const change = useChangeUser();
	const [next, setNext] = useState<Role>(user.role);
	return (
		<FormDialog
			title={`Role of ${user.displayName}`}
			submit="Change"
			isValid={next !== user.role}
			isPending={change.isPending}
			error={change.error}
			onClose={onClose}
			onSubmit={() => change.mutate({ id: user.id, role: next }, { onSuccess: onClose })}
		>
			<RoleField value={next} onChange={setNext} />
		</FormDialog>
	);
}

export function PasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
	const change = useChangeUser();
	const [password, setPassword] = useState('');
	return (
		<FormDialog
			title={`New password for ${user.displayName}`}
			submit="Set"
			isValid={fields.password.safeParse(password).success}
			isPending={change.isPending}
			error={change.error}
			onClose={onClose}
			onSubmit={() => change.mutate({ id: user.id, password }, { onSuccess: onClose })}
		>
			<PasswordField value={password} onChange={setPassword} />
		</FormDialog>
	);
}
