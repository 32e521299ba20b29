/** Sign in: which node, which name, which password. */
import { Button, Callout, Card, FormGroup, InputGroup, Radio, RadioGroup } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { toCallError } from '../../client/call-error.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { agencyWords } from '../../display/words.ts';
import { nodesQuery } from '../../queries/nodes.ts';
import { useOpenSession } from '../../queries/session.ts';
import { Logo } from '../../shell/logo.tsx';
import './sign-in.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
	const search = route.useSearch();
	const router = useRouter();
	const nodes = useQuery(nodesQuery);
	const openSession = useOpenSession();
	const [chosen, setChosen] = useState(search.node);
	const [name, setName] = useState('');
	const [password, setPassword] = useState('');
	const [asksCode, setAsksCode] = useState(false);
	const [code, setCode] = useState('');
	const nameInput = useRef<HTMLInputElement>(null);
	const passwordInput = useRef<HTMLInputElement>(null);
	const codeInput = useRef<HTMLInputElement>(null);

	const node = nodes.data?.find((candidate) => candidate.id === chosen) ?? nodes.data?.[0];
	useEffect(() => {
		if (nodes.isSuccess) nameInput.current?.focus();
	}, [nodes.isSuccess]);
	useEffect(() => {
		if (asksCode) codeInput.current?.focus();
	}, [asksCode]);
	useEffect(() => {
		document.title = 'Sign in · Tidewaiter';
	}, []);

	const onSubmit = (event: FormEvent) => {
		event.preventDefault();
		if (openSession.isPending || !node) return;
		if (!name) return nameInput.current?.focus();
		if (!password) return passwordInput.current?.focus();
		if (asksCode && !code.trim()) return codeInput.current?.focus();
		openSession.mutate(
			{ node: node.id, name: name.trim(), password, ...(asksCode ? { secondFactor: code } : {}) },
			{
				onSuccess: () => router.history.push(search.to ?? '/'),
				onError: (error) => {
					const { code: cause, place } = toCallError(error);
					// The password was right: only the code is asked for, again if it was wrong.
					if (place === 'secondFactor') {
						setCode('');
						setAsksCode(true);
						return codeInput.current?.focus();
					}
					if (cause !== 'wrong-credentials') return;
					setAsksCode(false);
					setPassword('');
					passwordInput.current?.focus();
				},
			},
		);
	};

	const failed = openSession.isError ? toCallError(openSession.error) : undefined;
	// Being asked for a code is a step, not a failure.
	const failure = failed?.code === 'second-factor-needed' && asksCode ? undefined : failed;
	return (
		<main className="sign-in">
			<Card className="sign-in-card" elevation={1}>
				<h1 className="sign-in-title">
					<Logo /> Tidewaiter
				</h1>
				{search.to && !failure && <p className="muted">Sign in to go on where you were.</p>}
				{nodes.isPending && <Pending rows={5} label="Loading the nodes" />}
				{nodes.isError && <Failure error={nodes.error} retry={() => void nodes.refetch()} />}
				{nodes.isSuccess && nodes.data.length === 0 && (
					<Callout intent="warning" title="No node is running">
						Start one with <code>npm start</code>, then reload this page.
					</Callout>
				)}
				{node && nodes.data && (
					<form onSubmit={onSubmit} noValidate>
						{failure && (
							<Callout intent="danger" role="alert" className="sign-in-failure" compact>
								{failure.message} {failure.remedy}
							</Callout>
						)}
						{nodes.data.length > 1 ? (
							<RadioGroup
								label="Node"
								className="sign-in-nodes"
								selectedValue={node.id}
								onChange={(event) => setChosen(event.currentTarget.value)}
							>
								{nodes.data.map((each) => (
									<Radio key={each.id} value={each.id} className={`agency-${each.agency}`}>
										<span className="sign-in-node">
											<span>{each.name}</span>
											<span className="muted">
												{agencyWords[each.agency]} · {each.country}
											</span>
										</span>
									</Radio>
								))}
							</RadioGroup>
						) : (
							<p className="sign-in-only-node">
								<strong>{node.name}</strong>{' '}
								<span className="muted">
									{agencyWords[node.agency]} · {node.country}
								</span>
							</p>
						)}
						<FormGroup label="Name" labelFor="sign-in-name">
							<InputGroup
								id="sign-in-name"
								inputRef={nameInput}
								value={name}
								onValueChange={setName}
								autoComplete="username"
								autoCapitalize="none"
								spellCheck={false}
								required
								maxLength={200}
							/>
						</FormGroup>
						<FormGroup label="Password" labelFor="sign-in-password">
							<InputGroup
								id="sign-in-password"
								inputRef={passwordInput}
								type="password"
								value={password}
								onValueChange={setPassword}
								autoComplete="current-password"
								required
								maxLength={1_000}
								intent={failure?.code === 'wrong-credentials' && !asksCode ? 'danger' : 'none'}
								aria-invalid={failure?.code === 'wrong-credentials' && !asksCode}
							/>
						</FormGroup>
						{asksCode && (
							<FormGroup
								label="Second factor"
								labelFor="sign-in-code"
								helperText="The code that your authenticator shows, or a recovery code"
							>
								<InputGroup
									id="sign-in-code"
									inputRef={codeInput}
									className="mono"
									value={code}
									onValueChange={setCode}
									autoComplete="one-time-code"
									spellCheck={false}
									maxLength={40}
									intent={failure ? 'danger' : 'none'}
									aria-invalid={failure !== undefined}
								/>
							</FormGroup>
						)}
						<Button type="submit" intent="primary" fill loading={openSession.isPending}>
							Sign in
						</Button>
					</form>
				)}
			</Card>
		</main>
	);
}
