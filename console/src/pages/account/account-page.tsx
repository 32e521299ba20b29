/** The reader's own account: who they are here, and their second factor. */
import { Button, Callout } from '@blueprintjs/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Instant } from '../../display/instant.tsx';
import { usePageTitle } from '../../display/page-title.ts';
import { roleWords } from '../../display/words.ts';
import { useRemoveSecondFactor } from '../../queries/second-factor.ts';
import { sessionQuery } from '../../queries/session.ts';
import { useSession } from '../../shell/session.ts';
import { CodeForm } from './code-form.tsx';
import { SetUp } from './set-up.tsx';
import './account.css';

export function AccountPage() {
	usePageTitle('Account');
	const session = useSession();
	const queryClient = useQueryClient();
	const [doing, setDoing] = useState<'set-up' | 'remove' | undefined>();
	const { enrolled, used, needed } = session.secondFactor;
	const missing = needed && !used;
	const done = () => {
		setDoing(undefined);
		void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
	};
	return (
		<div className="page page-narrow">
			<div className="page-head">
				<h1>Account</h1>
			</div>
			{missing && (
				<Callout intent="warning" compact title="Your role needs a second factor" className="account-callout">
					Until it is set up, nothing else opens on this node.
				</Callout>
			)}
			<section className="panel account-panel" aria-labelledby="account-who">
				<h2 id="account-who">{session.user.displayName}</h2>
				<dl className="account-facts">
					<dt>Name</dt>
					<dd className="mono">{session.user.name}</dd>
					<dt>Role</dt>
					<dd>{roleWords[session.user.role]}</dd>
					<dt>Node</dt>
					<dd>{session.node.name}</dd>
					<dt>Session ends</dt>
					<dd>
						<Instant at={session.expiresAt} /> <span className="muted">if it is not used before</span>
					</dd>
				</dl>
			</section>
			<section className="panel account-panel" aria-labelledby="account-factor">
				<h2 id="account-factor">
					Second factor{' '}
					<span className={enrolled ? 'chip chip-good' : 'chip'}>{enrolled ? 'set up' : 'none'}</span>
				</h2>
				{doing === 'set-up' ? (
					<SetUp onDone={done} onCancel={() => setDoing(undefined)} />
				) : enrolled ? (
					<Enrolled removing={doing === 'remove'} onRemove={() => setDoing('remove')} onDone={done} />
				) : (
					<>
						<p>
							An authenticator on a phone or a key shows a new code of six digits every 30 seconds. Whoever
							learns your password cannot sign in without it.
						</p>
						<Button intent="primary" size="small" autoFocus={missing} onClick={() => setDoing('set-up')}>
							Set up a second factor
						</Button>
					</>
				)}
			</section>
		</div>
	);
}

function Enrolled({
	removing,
	onRemove,
	onDone,
}: {
	removing: boolean;
	onRemove: () => void;
	onDone: () => void;
}) {
	const remove = useRemoveSecondFactor();
	if (!removing) {
		return (
			<>
				<p>
					Signing in asks for a code. Lost the authenticator? Each recovery code opens the account once; an
					administrator can reset the second factor.
				</p>
				<Button size="small" onClick={onRemove}>
					Remove it …
				</Button>
			</>
		);
	}
	return (
		<CodeForm
			label="Code of your authenticator, or a recovery code"
			submit="Remove the second factor"
			intent="danger"
			isPending={remove.isPending}
			error={remove.error}
			onSubmit={(code) => void remove.mutateAsync({ code }).then(onDone, () => {})}
			onCancel={onDone}
		/>
	);
}
