/** What can be done to one record of the person: correct, restrict, lift, erase, and tell those who had it. */
import { Button, InputGroup } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FoundMention, RequestDetail } from '../../../../contract/views-subjects.ts';
import { plural } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { spell } from '../../display/words.ts';
import { recipientsQuery, useCorrect, useErase, useRestrict, useTell } from '../../queries/requests.ts';
import { MutationFailure } from './mutation-failure.tsx';

type Found = FoundMention['records'][number];
type Act = 'correct' | 'restrict' | 'lift' | 'erase' | 'tell';
type Props = { detail: RequestDetail; records: readonly Found[] };

export function RecordActions({ detail, records }: Props) {
	const [open, setOpen] = useState<{ record: string; act: Act }>();
	const restricted = new Set(
		detail.restrictions
			.filter(({ liftedAt }) => liftedAt === null)
			.map(({ kind, reference }) => `${kind} ${reference}`),
	);
	const isGranted = detail.decision !== null && detail.decision.decision !== 'refuse';
	const { kind } = detail.summary;
	return (
		<table className="table">
			<thead>
				<tr>
					<th scope="col">Record</th>
					<th scope="col">Received</th>
					<th scope="col">What can be done</th>
				</tr>
			</thead>
			<tbody>
				{records.map((record) => {
					const isRestricted = restricted.has(`${record.kind} ${record.reference}`);
					const acts: readonly Act[] = [
						...(isGranted ? (['correct'] as const) : []),
						isRestricted ? 'lift' : 'restrict',
						...(isGranted && (kind === 'erasure' || kind === 'objection') ? (['erase'] as const) : []),
						'tell',
					];
					return (
						<tr key={record.id}>
							<td>
								<Link to="/records/$id" params={{ id: record.id }} preload={false}>
									{spell(record.kind)} {record.reference}
								</Link>
								{isRestricted && (
									<>
										{' '}
										<span className="chip chip-warning">restricted</span>
									</>
								)}
							</td>
							<td>
								<Instant at={record.receivedAt} />
							</td>
							<td>
								{open?.record === record.id ? (
									<ActForm
										id={detail.summary.id}
										record={record}
										act={open.act}
										onDone={() => setOpen(undefined)}
									/>
								) : (
									<span className="request-actions">
										{acts.map((act) => (
											<Button
												key={act}
												size="small"
												variant="outlined"
												aria-label={`${actWords[act]}: ${record.reference}`}
												onClick={() => setOpen({ record: record.id, act })}
											>
												{actWords[act]} …
											</Button>
										))}
									</span>
								)}
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

const actWords: { readonly [act in Act]: string } = {
	correct: 'Correct',
	restrict: 'Restrict',
	lift: 'Lift the restriction',
	erase: 'Erase',
	tell: 'Who had it',
};

type FormProps = { id: string; record: Found; act: Act; onDone: () => void };

function ActForm({ id, record, act, onDone }: FormProps) {
	const correct = useCorrect();
	const restrict = useRestrict();
	const erase = useErase();
	const [path, setPath] = useState('');
	const [value, setValue] = useState('');
	const [reason, setReason] = useState('');
	if (act === 'tell') return <Recipients id={id} record={record.id} onDone={onDone} />;
	const isValid = reason.trim().length >= 3 && (act !== 'correct' || path.trim() !== '');
	const run = () => {
		const said = { id, reason: reason.trim() };
		const then = { onSuccess: onDone };
		if (act === 'correct')
			correct.mutate(
				{ ...said, record: record.id, changes: [{ path: path.trim(), value: value === '' ? null : value }] },
				then,
			);
		else if (act === 'erase') erase.mutate({ ...said, records: [record.id] }, then);
		else restrict.mutate({ ...said, record: record.id, lift: act === 'lift' }, then);
	};
	return (
		<form
			className="request-form-inline"
			aria-label={actWords[act]}
			onSubmit={(event) => {
				event.preventDefault();
				if (isValid) run();
			}}
		>
			{act === 'correct' && (
				<>
					<InputGroup
						size="small"
						autoFocus
						aria-label="Where in the record"
						placeholder="travellers[0].person.bornOn"
						value={path}
						onValueChange={setPath}
					/>
					<InputGroup
						size="small"
						aria-label="The right value"
						placeholder="the right value; empty takes it out"
						value={value}
						onValueChange={setValue}
					/>
				</>
			)}
			<InputGroup
				size="small"
				autoFocus={act !== 'correct'}
				aria-label="Why"
				placeholder="Why"
				value={reason}
				onValueChange={setReason}
			/>
			<MutationFailure error={correct.error ?? restrict.error ?? erase.error} />
			<span className="request-actions">
				<Button size="small" onClick={onDone}>
					Leave it
				</Button>
				<Button
					size="small"
					type="submit"
					intent={act === 'erase' ? 'danger' : 'primary'}
					disabled={!isValid}
					loading={correct.isPending || restrict.isPending || erase.isPending}
				>
					{actWords[act]}
				</Button>
			</span>
		</form>
	);
}

/** Whom the record was sent to, and the offer to send them the correction. */
function Recipients({ id, record, onDone }: { id: string; record: string; onDone: () => void }) {
	const recipients = useQuery(recipientsQuery(id, record));
	const tell = useTell();
	const open = recipients.data?.filter(({ corrected }) => !corrected) ?? [];
	return (
		<div className="request-form-inline">
			{recipients.data?.length === 0 && <p>It was sent to nobody.</p>}
			{recipients.data?.map((each) => (
				<p key={each.message}>
					{each.partner}, <Instant at={each.at} /> <span className="muted">{each.agreement}</span>
					{each.corrected && ' · corrected since'}
				</p>
			))}
			{tell.data?.map(({ message, partner, problem }) => (
				<p key={message}>
					{partner}: {problem ?? 'told'}
				</p>
			))}
			<MutationFailure error={recipients.error ?? tell.error} />
			<span className="request-actions">
				<Button size="small" onClick={onDone}>
					Leave it
				</Button>
				{open.length > 0 && (
					<Button
						size="small"
						intent="primary"
						loading={tell.isPending}
						onClick={() => tell.mutate({ id, record, messages: open.map(({ message }) => message) })}
					>
						Send the record as it is now to {plural(open.length, 'recipient')}
					</Button>
				)}
			</span>
		</div>
	);
}
