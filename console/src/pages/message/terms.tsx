/** Under what a message was sent: basis, end, and where it stands in the ledger. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MessageDetail } from '../../../../contract/views-exchange.ts';
import { Instant } from '../../display/instant.tsx';
import { spell } from '../../display/words.ts';
import { handlingCodeWords } from '../../exchanging/message-words.ts';
import { agreementQuery } from '../../queries/agreements.ts';
import { useAbility } from '../../shell/session.ts';

const onwardWords = {
	never: 'is not passed on',
	'with-consent': 'is passed on with the sender’s consent only',
	allowed: 'may be passed on',
} as const;

export function Terms({ detail: { header, keepUntil, ledger } }: { detail: MessageDetail }) {
	const mayRead = useAbility('agreement.read');
	const mayReadLedger = useAbility('ledger.read');
	const terms = useQuery({
		...agreementQuery(header.agreement ?? '', header.agreementVersion ?? undefined),
		enabled: mayRead && header.agreement !== null,
	}).data;
	return (
		<section className="panel message-panel" aria-label="Terms">
			<div className="panel-head">
				<h3>Terms</h3>
			</div>
			<dl className="message-facts">
				{header.purpose !== null && <Term label="Purpose">{spell(header.purpose)}</Term>}
				<Term label="Handling">
					<strong>{header.handling}</strong> {handlingCodeWords[header.handling]}
				</Term>
				{terms && (
					<>
						<Term label="Legal basis">{terms.body.legalBasis}</Term>
						<Term label="Passing on">It {onwardWords[terms.body.onward]}.</Term>
					</>
				)}
				<Term label="Kept until">
					<Instant at={keepUntil} />
				</Term>
				{header.dueAt !== null && (
					<Term label="Answer due">
						<Instant at={header.dueAt} />
					</Term>
				)}
				<Term label="Deliver until">
					<Instant at={header.expiresAt} />
				</Term>
				<Term label="Number">
					<span className="number">{header.sequence}</span> from {header.from} to {header.to}
				</Term>
				<Term label="In the ledger">
					{ledger.length === 0 && 'not yet'}
					{ledger.map((position) =>
						mayReadLedger ? (
							<Link key={position} to="/ledger/$position" params={{ position: String(position) }}>
								entry {position}
							</Link>
						) : (
							<span key={position} className="number">
								entry {position}
							</span>
						),
					)}
				</Term>
				<Term label="Message">
					<code>{header.id}</code>
				</Term>
			</dl>
		</section>
	);
}

const Term = ({ label, children }: { label: string; children: ReactNode }) => (
	<div>
		<dt>{label}</dt>
		<dd>{children}</dd>
	</div>
);
