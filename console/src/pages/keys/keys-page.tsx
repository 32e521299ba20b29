/** API keys of machines: which there are, until when they hold, and whether they are used. */
import {
	Button,
	Callout,
	ControlGroup,
	Dialog,
	DialogBody,
	DialogFooter,
	FormGroup,
	HTMLSelect,
	InputGroup,
} from '@blueprintjs/core';
import { Add, Duplicate } from '@blueprintjs/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { operations } from '../../../../contract/operations.ts';
import { type PurposeId, purposes, purposesOf } from '../../../../contract/purposes.ts';
import type { Role } from '../../../../contract/views.ts';
import { toCallError } from '../../client/call-error.ts';
import { FormDialog } from '../../display/form-dialog.tsx';
import { formatAgo, formatInstant } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { roleWords } from '../../display/words.ts';
import { type Key, keysQuery, useCreateKey, useRevokeKey } from '../../queries/keys.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility, useSession } from '../../shell/session.ts';
import { RoleField } from '../users/user-dialogs.tsx';

export function KeysPage() {
	usePageTitle('Keys');
	const keys = useInfiniteQuery(keysQuery);
	const mayCreate = useAbility('key.create');
	const [isAdding, setAdding] = useState(false);
	const [revoking, setRevoking] = useState<Key | undefined>();
	useCommands([
		{ label: 'Make a key', group: 'Keys', shortcut: 'a', when: () => mayCreate, run: () => setAdding(true) },
	]);
	const rows = keys.data?.pages.flatMap((page) => page.items) ?? [];
	return (
		<div className="page page-narrow">
			<div className="page-head">
				<h1>API keys</h1>
				<span className="muted">
					for machines that send or read; see the <Link to="/reference">API</Link>
				</span>
				<span className="spring" />
				{mayCreate && (
					<Button
						size="small"
						intent="primary"
						icon={<Add size={14} />}
						onClick={() => setAdding(true)}
						title="a"
					>
						Make a key
					</Button>
				)}
			</div>
			<div className="panel table-scroll">
				{keys.isPending && <Pending rows={6} label="Loading keys" />}
				{keys.isError && <Failure error={keys.error} retry={() => void keys.refetch()} />}
				{keys.isSuccess && rows.length === 0 && (
					<Empty title="There are no keys yet">
						A key lets a machine of a carrier, a bank or a gate send to this node.
					</Empty>
				)}
				{rows.length > 0 && <KeyTable rows={rows} onRevoke={setRevoking} />}
			</div>
			{keys.hasNextPage && (
				<Button variant="minimal" loading={keys.isFetchingNextPage} onClick={() => void keys.fetchNextPage()}>
					Show more
				</Button>
			)}
			{isAdding && <AddKey onClose={() => setAdding(false)} />}
			{revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(undefined)} />}
		</div>
	);
}

function KeyTable({ rows, onRevoke }: { rows: readonly Key[]; onRevoke: (key: Key) => void }) {
	const mayRevoke = useAbility('key.revoke');
	const now = Date.now();
	return (
		<table className="table">
			<thead>
				<tr>
					<th>Name</th>
					<th>Role</th>
					<th>Purpose</th>
					<th>State</th>
					<th>Last used</th>
					<th>Made</th>
					<th>Holds until</th>
					<th>
						<span className="visually-hidden">Revoke</span>
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((key) => {
					const state = key.revoked ? 'revoked' : Date.parse(key.expiresAt) < now ? 'expired' : 'valid';
					return (
						<tr key={key.id}>
							<td>{key.name}</td>
							<td>{roleWords[key.role]}</td>
							<td>
								{key.purpose ? purposes[key.purpose].name : <span className="muted">with each request</span>}
							</td>
							<td>
								<span className={state === 'valid' ? 'chip chip-good' : 'chip'}>{state}</span>
							</td>
							<td className="number">
								{key.lastUsedAt ? (
									<span title={key.lastUsedAt}>{formatAgo(key.lastUsedAt, now)}</span>
								) : (
									<span className="muted">never</span>
								)}
							</td>
							<td>
								<Instant at={key.createdAt} />
							</td>
							<td>
								<Instant at={key.expiresAt} />
							</td>
							<td className="numeric">
								{mayRevoke && state === 'valid' && (
									<Button
										size="small"
										variant="minimal"
										intent="danger"
										onClick={() => onRevoke(key)}
										aria-label={`Revoke ${key.name}`}
									>
										Revoke
									</Button>
								)}
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

/** Asks for name, role and days; then shows the key, once. */
function AddKey({ onClose }: { onClose: () => void }) {
	const create = useCreateKey();
	const [name, setName] = useState('');
	const [role, setRole] = useState<Role>('integrator');
	const [days, setDays] = useState('365');
	const { node } = useSession();
	const [purpose, setPurpose] = useState<PurposeId | undefined>();
	// What another role may state is not offered, and not kept either.
	const offered = purposesOf(role, { agency: node.agency, exercise: node.exercise === true });
	const bound = purpose !== undefined && offered.includes(purpose) ? { purpose } : {};
	const input = { name: name.trim(), role, days: Number(days), ...bound };
	if (create.isSuccess)
		return (
			<NewKey
				secret={create.data.key}
				name={input.name}
				expiresAt={create.data.expiresAt}
				onClose={onClose}
			/>
		);
	return (
		<FormDialog
			title="Make a key"
			submit="Make"
			isValid={operations.createKey.input.safeParse(input).success}
			isPending={create.isPending}
			error={create.error}
			onClose={onClose}
			onSubmit={() => create.mutate(input)}
		>
			<FormGroup label="Name" labelFor="key-name" helperText="Who uses it, and for what">
				<InputGroup
					id="key-name"
					autoFocus
					value={name}
					onValueChange={setName}
					maxLength={200}
					autoComplete="off"
				/>
			</FormGroup>
			<RoleField value={role} onChange={setRole} />
			<FormGroup
				label="Purpose"
				labelFor="key-purpose"
				helperText="A key that is bound to one may state no other"
			>
				<HTMLSelect
					id="key-purpose"
					fill
					value={bound.purpose ?? ''}
					onChange={({ currentTarget: { value } }) => setPurpose(offered.find((id) => id === value))}
				>
					<option value="">Stated with each request</option>
					{offered.map((id) => (
						<option key={id} value={id}>
							{purposes[id].name}
						</option>
					))}
				</HTMLSelect>
			</FormGroup>
			<FormGroup label="Days that it holds" labelFor="key-days" helperText="1 to 730">
				<InputGroup id="key-days" type="number" min={1} max={730} value={days} onValueChange={setDays} />
			</FormGroup>
		</FormDialog>
	);
}

type NewKeyProps = { secret: string; name: string; expiresAt: string; onClose: () => void };

function NewKey({ secret, name, expiresAt, onClose }: NewKeyProps) {
	const [copied, setCopied] = useState(false);
	return (
		<Dialog
			isOpen
			onClose={onClose}
			title={`Key for ${name}`}
			style={{ width: 720 }}
			canOutsideClickClose={false}
			canEscapeKeyClose={false}
		>
			<DialogBody>
				<Callout compact intent="warning">
					Copy it now: it is shown once and kept only as a hash. It holds until {formatInstant(expiresAt)}.
				</Callout>
				<ControlGroup fill style={{ marginTop: 12 }}>
					<InputGroup
						readOnly
						value={secret}
						className="mono"
						aria-label="The new key"
						fill
						onFocus={(event) => event.currentTarget.select()}
					/>
					<Button
						icon={<Duplicate size={14} />}
						onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
					>
						{copied ? 'Copied' : 'Copy'}
					</Button>
				</ControlGroup>
			</DialogBody>
			<DialogFooter
				actions={
					<Button intent="primary" onClick={onClose}>
						I have it
					</Button>
				}
			/>
		</Dialog>
	);
}

function RevokeDialog({ apiKey, onClose }: { apiKey: Key; onClose: () => void }) {
	const revoke = useRevokeKey();
	return (
		<Dialog isOpen onClose={onClose} title={`Revoke the key of ${apiKey.name}`}>
			<DialogBody>
				<p>Whatever uses it is refused from now on. A revoked key does not come back.</p>
				{revoke.isError && (
					<Callout compact intent="danger" role="alert">
						{toCallError(revoke.error).message}
					</Callout>
				)}
			</DialogBody>
			<DialogFooter
				actions={
					<>
						<Button onClick={onClose}>Keep</Button>
						<Button
							intent="danger"
							loading={revoke.isPending}
							onClick={() => revoke.mutate({ id: apiKey.id }, { onSuccess: onClose })}
						>
							Revoke
						</Button>
					</>
				}
			/>
		</Dialog>
	);
}
