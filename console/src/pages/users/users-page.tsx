/** Users of this node: who they are, what they may do, and whether they may come in. */
import { Button, Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { Add, More } from '@blueprintjs/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatAgo } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { Empty, Failure, Pending } from '../../display/states.tsx';
import { roleWords } from '../../display/words.ts';
import { type User, useChangeUser, usersQuery } from '../../queries/users.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility, useSession } from '../../shell/session.ts';
import { ResetDialog, SignInDialog } from './factor-dialogs.tsx';
import { AddUserDialog, PasswordDialog, RoleDialog } from './user-dialogs.tsx';

type Open = { dialog: 'add' | 'settings' } | { dialog: 'role' | 'password' | 'reset'; user: User };

export function UsersPage() {
	usePageTitle('Users');
	const users = useInfiniteQuery(usersQuery);
	const mayCreate = useAbility('user.create');
	const mayChange = useAbility('user.change');
	const [open, setOpen] = useState<Open | undefined>();
	const close = () => setOpen(undefined);
	useCommands([
		{
			label: 'Add a user',
			group: 'Users',
			shortcut: 'a',
			when: () => mayCreate,
			run: () => setOpen({ dialog: 'add' }),
		},
	]);
	const rows = users.data?.pages.flatMap((page) => page.items) ?? [];
	return (
		<div className="page page-narrow">
			<div className="page-head">
				<h1>Users</h1>
				<span className="spring" />
				{mayChange && (
					<Button size="small" onClick={() => setOpen({ dialog: 'settings' })}>
						Sign-in …
					</Button>
				)}
				{mayCreate && (
					<Button
						size="small"
						intent="primary"
						icon={<Add size={14} />}
						onClick={() => setOpen({ dialog: 'add' })}
						title="a"
					>
						Add a user
					</Button>
				)}
			</div>
			<div className="panel table-scroll">
				{users.isPending && <Pending rows={8} label="Loading users" />}
				{users.isError && <Failure error={users.error} retry={() => void users.refetch()} />}
				{users.isSuccess && rows.length === 0 && <Empty title="There are no users yet" />}
				{rows.length > 0 && <UserTable rows={rows} onOpen={setOpen} />}
			</div>
			{users.hasNextPage && (
				<Button
					variant="minimal"
					loading={users.isFetchingNextPage}
					onClick={() => void users.fetchNextPage()}
				>
					Show more
				</Button>
			)}
			<AddUserDialog isOpen={open?.dialog === 'add'} onClose={close} />
			{open?.dialog === 'role' && <RoleDialog user={open.user} onClose={close} />}
			{open?.dialog === 'reset' && <ResetDialog user={open.user} onClose={close} />}
			{open?.dialog === 'settings' && <SignInDialog onClose={close} />}
			{open?.dialog === 'password' && <PasswordDialog user={open.user} onClose={close} />}
		</div>
	);
}

function UserTable({ rows, onOpen }: { rows: readonly User[]; onOpen: (open: Open) => void }) {
	const now = Date.now();
	return (
		<table className="table">
			<thead>
				<tr>
					<th>Name</th>
					<th>Shown as</th>
					<th>Role</th>
					<th>Account</th>
					<th>Second factor</th>
					<th>Last seen</th>
					<th>Added</th>
					<th>
						<span className="visually-hidden">Change</span>
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((user) => (
					<tr key={user.id}>
						<td className="mono">{user.name}</td>
						<td>{user.displayName}</td>
						<td>{roleWords[user.role]}</td>
						<td>
							<span className={user.active ? 'chip chip-good' : 'chip'}>
								{user.active ? 'open' : 'closed'}
							</span>
						</td>
						<td>
							<span className={user.secondFactor ? 'chip chip-good' : 'muted'}>
								{user.secondFactor ? 'set up' : 'none'}
							</span>
						</td>
						<td className="number">
							{user.lastSeenAt ? (
								<span title={user.lastSeenAt}>{formatAgo(user.lastSeenAt, now)}</span>
							) : (
								<span className="muted">never</span>
							)}
						</td>
						<td>
							<Instant at={user.createdAt} />
						</td>
						<td className="numeric">
							<UserMenu user={user} onOpen={onOpen} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function UserMenu({ user, onOpen }: { user: User; onOpen: (open: Open) => void }) {
	const change = useChangeUser();
	const mayChange = useAbility('user.change');
	const isSelf = useSession().user.id === user.id;
	if (!mayChange) return null;
	return (
		<PopoverNext
			placement="bottom-end"
			content={
				<Menu aria-label={`Change ${user.name}`}>
					<MenuItem text="Change role …" disabled={isSelf} onClick={() => onOpen({ dialog: 'role', user })} />
					<MenuItem text="Set password …" onClick={() => onOpen({ dialog: 'password', user })} />
					<MenuItem
						text="Reset second factor …"
						disabled={isSelf || !user.secondFactor}
						onClick={() => onOpen({ dialog: 'reset', user })}
					/>
					<MenuItem
						text={user.active ? 'Close the account' : 'Open the account again'}
						intent={user.active ? 'danger' : 'none'}
						disabled={isSelf}
						onClick={() => change.mutate({ id: user.id, active: !user.active })}
					/>
				</Menu>
			}
		>
			<Button
				size="small"
				variant="minimal"
				icon={<More size={14} />}
				loading={change.isPending}
				aria-label={`Change ${user.name}`}
			/>
		</PopoverNext>
	);
}
