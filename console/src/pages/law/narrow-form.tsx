/** Narrowing an article, with what it would change before it does: people and purposes, and decisions of the last days. */
import { Button, Callout, FormGroup, HTMLSelect, InputGroup } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type PurposeId, purposes } from '../../../../contract/purposes.ts';
import type { Role } from '../../../../contract/roles.ts';
import { toCallError } from '../../client/call-error.ts';
import { formatCount, plural } from '../../display/format.ts';
import { Failure, Pending } from '../../display/states.tsx';
import { roleWords } from '../../display/words.ts';
import { type Article, type Simulation, simulationQuery, useNarrowLaw } from '../../queries/law.ts';
import { isRole } from './law-words.ts';

const DAYS = 30;

export function NarrowForm({ article, onDone }: { article: Article; onDone: () => void }) {
	const ids = { role: useId(), purpose: useId(), reason: useId() };
	const [role, setRole] = useState<Role | undefined>();
	const [purpose, setPurpose] = useState<PurposeId | undefined>();
	const [reason, setReason] = useState('');
	const narrow = useNarrowLaw();
	const isChosen = role !== undefined || purpose !== undefined;
	const chosen = {
		action: article.action,
		...(role === undefined ? {} : { role }),
		...(purpose === undefined ? {} : { purpose }),
	};
	const simulation = useQuery({
		...simulationQuery({ narrow: [chosen], lift: [], days: DAYS }),
		enabled: isChosen,
	});
	const failure = narrow.isError ? toCallError(narrow.error) : undefined;
	const isReady = isChosen && reason.trim().length >= 3;
	return (
		<form
			className="law-narrow"
			aria-labelledby="law-narrow"
			onSubmit={(event) => {
				event.preventDefault();
				if (isReady && !narrow.isPending)
					void narrow.mutateAsync({ ...chosen, reason }).then(onDone, () => {});
			}}
		>
			<h3 id="law-narrow">Permit less here</h3>
			{failure && (
				<Callout compact intent="danger" role="alert">
					{failure.message} {failure.remedy}
				</Callout>
			)}
			<FormGroup label="Take it from" labelFor={ids.role}>
				<HTMLSelect
					id={ids.role}
					fill
					autoFocus
					value={role ?? ''}
					onChange={({ currentTarget }) =>
						setRole(article.permit.filter(isRole).find((each) => each === currentTarget.value))
					}
					options={[
						{ value: '', label: 'every role' },
						...article.permit.filter(isRole).map((each) => ({ value: each, label: roleWords[each] })),
					]}
				/>
			</FormGroup>
			{article.personalData && (
				<FormGroup label="for" labelFor={ids.purpose}>
					<HTMLSelect
						id={ids.purpose}
						fill
						value={purpose ?? ''}
						onChange={({ currentTarget }) =>
							setPurpose(article.purposes.find((each) => each === currentTarget.value))
						}
						options={[
							{ value: '', label: 'every purpose' },
							...article.purposes
								.filter((each) => each !== 'node-operation')
								.map((each) => ({ value: each, label: purposes[each].name })),
						]}
					/>
				</FormGroup>
			)}
			<FormGroup label="Because" labelFor={ids.reason}>
				<InputGroup id={ids.reason} value={reason} onValueChange={setReason} maxLength={400} />
			</FormGroup>
			<div className="law-effect" role="status">
				{!isChosen && <p className="muted">Choose a role or a purpose to see what would change.</p>}
				{isChosen && simulation.isPending && <Pending rows={3} label="Deciding again" />}
				{isChosen && simulation.isError && <Failure error={simulation.error} />}
				{isChosen && simulation.isSuccess && <Effect simulation={simulation.data} />}
			</div>
			<div className="law-buttons">
				<Button type="submit" size="small" intent="primary" disabled={!isReady} loading={narrow.isPending}>
					Narrow
				</Button>
				<Button size="small" variant="minimal" onClick={onDone}>
					Cancel
				</Button>
			</div>
		</form>
	);
}

function Effect({ simulation: { denied, log } }: { simulation: Simulation }) {
	const times = log.others.reduce((sum, each) => sum + each.times, 0);
	return (
		<>
			<p>
				<strong className="number">{formatCount(times)}</strong> of {plural(log.examined, 'decision')} of the
				last {DAYS} days
				{log.isComplete ? '' : ' (the newest)'} would have been denied.
			</p>
			{log.others.length > 0 && (
				<table className="table">
					<thead>
						<tr>
							<th>Role</th>
							<th>Purpose</th>
							<th className="numeric">Times</th>
							<th className="numeric">People</th>
						</tr>
					</thead>
					<tbody>
						{log.others.slice(0, 8).map((each) => (
							<tr key={`${each.role} ${each.purpose}`}>
								<td>{isRole(each.role) ? roleWords[each.role] : each.role}</td>
								<td>{each.purpose ?? ''}</td>
								<td className="numeric">{formatCount(each.times)}</td>
								<td className="numeric">{formatCount(each.subjects)}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
			<p className="muted">
				{plural(denied.length, 'use')} that the law permits on this node would be denied.
			</p>
		</>
	);
}
