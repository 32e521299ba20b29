/** One intersection: how many are on both sides, who has consented to say which, and which they are. */
import { Button, Callout, FormGroup, InputGroup } from '@blueprintjs/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { Intersection } from '../../../../contract/views-exchange.ts';
import { toCallError } from '../../client/call-error.ts';
import { Fact } from '../../display/detail-head.tsx';
import { formatCount } from '../../display/format.ts';
import { Instant } from '../../display/instant.tsx';
import { ScrollRegion } from '../../display/scroll-region.tsx';
import { Failure, Pending } from '../../display/states.tsx';
import { purposeText } from '../../exchanging/matching-words.ts';
import { PartnerName } from '../../exchanging/partner-marks.tsx';
import { useRested } from '../../listing/use-rested.ts';
import { intersectionQuery, useConsentIntersection } from '../../queries/matching.ts';
import { useCommands } from '../../shell/commands.ts';
import { useAbility } from '../../shell/session.ts';
import { readMember } from './member.ts';
import '../../display/detail-head.css';

export const consentWords: {
	readonly [consent in Intersection['consent']]: { short: string; says: string };
} = {
	none: {
		short: 'counted',
		says: 'Nobody has consented yet to say which ones they are. Both sides know the count, and neither can point.',
	},
	ours: {
		short: 'waits for the partner',
		says: 'This node has consented to say which ones; the partner has not yet. They are said when it does.',
	},
	theirs: {
		short: 'waits for us',
		says: 'The partner has consented to say which ones; this node has not. They are said when you consent.',
	},
	both: { short: 'said', says: 'Both have consented to say which ones they are.' },
};

export function IntersectionDetail({ intersection }: { intersection: Intersection }) {
	const { partner, agreement, purpose, at, ours, theirs, both, consent } = intersection;
	const mayAsk = useAbility('matching.ask');
	return (
		<>
			<header className="detail-head">
				<div className="detail-title">
					<h2>
						{formatCount(both)} on both sides{' '}
						<span className="muted">
							with <PartnerName name={partner} />
						</span>
					</h2>
					<p>
						<span className="mono">{agreement}</span>
						{purpose && ` · ${purposeText(purpose)}`}
					</p>
				</div>
				<dl className="detail-facts">
					<Fact label="Here">{formatCount(ours)}</Fact>
					<Fact label={`At ${partner}`}>{formatCount(theirs)}</Fact>
					<Fact label="Counted">
						<Instant at={at} />
					</Fact>
				</dl>
			</header>
			<ScrollRegion label="Intersection" className="one-scroll">
				<p>{consentWords[consent].says}</p>
				{mayAsk && (consent === 'none' || consent === 'theirs') && (
					<ConsentForm intersection={intersection} />
				)}
				{consent === 'both' && (mayAsk ? <Members id={intersection.id} partner={partner} /> : <NotForYou />)}
			</ScrollRegion>
		</>
	);
}

const NotForYou = () => (
	<p className="muted">
		Which ones they are is for those who work a case: analysts, supervisors, the exchange desk.
	</p>
);

function ConsentForm({ intersection: { id, both, partner } }: { intersection: Intersection }) {
	const consent = useConsentIntersection();
	const [reason, setReason] = useState('');
	const input = useRef<HTMLInputElement>(null);
	useCommands([
		{
			label: 'Consent to say which ones',
			group: 'Matching',
			shortcut: 'c',
			run: () => input.current?.focus(),
		},
	]);
	const isValid = reason.trim().length >= 3;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (isValid && !consent.isPending) consent.mutate({ id, reason: reason.trim() });
	};
	const failure = consent.isError ? toCallError(consent.error) : undefined;
	return (
		<form className="panel consent-form" onSubmit={submit}>
			<h3>Consent to say which ones</h3>
			<p className="muted">
				{partner} is told which of its {formatCount(both)} are on both sides, and you which of yours, once
				both have consented. Neither is sent an identifier that it does not hold.
			</p>
			{failure && (
				<Callout compact intent="danger" role="alert">
					{failure.message} {failure.remedy}
				</Callout>
			)}
			<FormGroup label="Reason" labelFor="consent-reason">
				<InputGroup
					id="consent-reason"
					inputRef={input}
					value={reason}
					maxLength={2_000}
					autoComplete="off"
					placeholder="Agreed with whom, on what ground"
					onValueChange={setReason}
				/>
			</FormGroup>
			<Button type="submit" intent="primary" size="small" disabled={!isValid} loading={consent.isPending}>
				Consent
			</Button>
		</form>
	);
}

function Members({ id, partner }: { id: string; partner: string }) {
	const rested = useRested(id);
	const read = useQuery(intersectionQuery(rested));
	if (rested !== id || read.isPending) return <Pending rows={8} label="Loading which ones" />;
	if (read.isError) return <Failure error={read.error} retry={() => void read.refetch()} />;
	const { members } = read.data;
	if (members === null)
		return (
			<Callout compact icon={null}>
				They have not been said to this node yet. If {partner} consented first, consent once more: its places
				come with the answer.
			</Callout>
		);
	return (
		<div className="panel table-scroll">
			<table className="table matching-table">
				<thead>
					<tr>
						<th scope="col">Kind</th>
						<th scope="col">As it was compared</th>
						<th scope="col">With it</th>
					</tr>
				</thead>
				<tbody>
					{members.map((text) => {
						const member = readMember(text);
						return (
							<tr key={text}>
								<th scope="row">{member.kind}</th>
								<td className="mono">{member.value}</td>
								<td className="mono">{member.with ?? <span className="muted">–</span>}</td>
							</tr>
						);
					})}
				</tbody>
			</table>
		</div>
	);
}
