/** Beside every step: who asks, for what, what is known of the person, and what was done so far. */
import { Button, TextArea } from '@blueprintjs/core';
import { useState } from 'react';
import type { RequestDetail } from '../../../../contract/views-subjects.ts';
import { Instant } from '../../display/instant.tsx';
import { useExtend } from '../../queries/requests.ts';
import { eventText } from './event-words.ts';
import { MutationFailure } from './mutation-failure.tsx';

export function AskedPanel({ detail, mayHandle }: { detail: RequestDetail; mayHandle: boolean }) {
	const { requester, subject, wanted, history, summary, extendedBecause, keepUntil } = detail;
	const known: [string, string | undefined][] = [
		['Names', subject.names.join('; ')],
		['Born', subject.born],
		['Documents', subject.documents?.map(({ value }) => value).join(', ')],
		['Accounts', subject.accounts?.join(', ')],
		['Plates', subject.plates?.join(', ')],
		['Phones', subject.phones?.join(', ')],
		['E-mail', subject.emails?.join(', ')],
	];
	return (
		<aside className="request-side" aria-label="What is asked">
			<section className="panel request-panel">
				<h2>What is asked</h2>
				<p>
					<bdi>{requester.name}</bdi> <span className="muted">({requester.as})</span>
				</p>
				{requester.contact && <p className="muted">{requester.contact}</p>}
				<blockquote>{wanted}</blockquote>
				<dl className="request-known">
					{known.map(
						([name, value]) =>
							value && (
								<div key={name}>
									<dt>{name}</dt>
									<dd>
										<bdi>{value}</bdi>
									</dd>
								</div>
							),
					)}
				</dl>
				{extendedBecause && <p className="muted">Extended: {extendedBecause}</p>}
				{keepUntil && <p className="muted">This request is deleted on {keepUntil.slice(0, 10)}.</p>}
				{mayHandle && !summary.extended && !summary.overdue && <ExtendForm id={summary.id} />}
			</section>
			<section className="panel request-panel">
				<h2>What was done</h2>
				<ol className="request-history">
					{history.map((event, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a history only grows at its end.
						<li key={at}>
							<Instant at={event.at} /> {eventText(event)} <span className="muted">{event.by}</span>
						</li>
					))}
				</ol>
			</section>
		</aside>
	);
}

function ExtendForm({ id }: { id: string }) {
	const extend = useExtend();
	const [reason, setReason] = useState<string>();
	if (reason === undefined)
		return (
			<Button size="small" variant="minimal" onClick={() => setReason('')}>
				Extend by two months …
			</Button>
		);
	return (
		<form
			className="request-form-inline"
			onSubmit={(event) => {
				event.preventDefault();
				extend.mutate({ id, reason });
			}}
		>
			<label htmlFor={`extend-${id}`}>Why? The person is told within the first month.</label>
			<TextArea
				id={`extend-${id}`}
				fill
				autoFocus
				rows={2}
				value={reason}
				onChange={(event) => setReason(event.currentTarget.value)}
			/>
			<MutationFailure error={extend.error} />
			<Button type="submit" size="small" disabled={reason.trim().length < 3} loading={extend.isPending}>
				Extend
			</Button>
		</form>
	);
}
