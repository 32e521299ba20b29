/** Marks of partners: state, name with what stands against it, fingerprint as people read it out. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Partner } from '../../../contract/views-exchange.ts';
import { partnersQuery } from '../queries/partners.ts';
import { useAbility } from '../shell/session.ts';
import './exchanging.css';

export const partnerStateWords: { readonly [state in Partner['state']]: { name: string; meaning: string } } =
	{
		trusted: { name: 'trusted', meaning: 'its fingerprint was compared by a person' },
		changed: {
			name: 'keys changed',
			meaning: 'its keys changed, and the former ones have signed that; compare the new fingerprint',
		},
		distrusted: { name: 'distrusted', meaning: 'all exchange with it is stopped' },
	};

const stateChips: { readonly [state in Partner['state']]: string } = {
	trusted: 'chip chip-good',
	changed: 'chip chip-warning',
	distrusted: 'chip chip-error',
};

export function PartnerStateMark({ state }: Pick<Partner, 'state'>) {
	const words = partnerStateWords[state];
	return (
		<span className={stateChips[state]} title={words.meaning}>
			{words.name}
		</span>
	);
}

/**
 * A partner by the name that people know, leading to its page; whether its fingerprint holds is said where it does not. Where
 * the reader may not see partners, the name of the node stands alone.
 */
export function PartnerName({ name, isLink = true }: { name: string; isLink?: boolean }) {
	const mayRead = useAbility('partner.read');
	const partner = useQuery({ ...partnersQuery, enabled: mayRead }).data?.find((each) => each.name === name);
	if (partner === undefined) return <span className="mono">{name}</span>;
	return (
		<span className="partner-name" title={`${partner.title} (${name})`}>
			{isLink ? (
				<Link to="/partners/$id" params={{ id: name }} className="plain-link" preload={false} tabIndex={-1}>
					{partner.title}
				</Link>
			) : (
				<span>{partner.title}</span>
			)}
			{partner.state !== 'trusted' && <PartnerStateMark state={partner.state} />}
		</span>
	);
}

/** Twelve groups in three lines, as people read them to each other. */
export function Fingerprint({ value }: { value: string }) {
	return (
		<ol className="fingerprint mono" aria-label="Fingerprint">
			{value.split(' ').map((group, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a group is its place.
				<li key={at}>{group}</li>
			))}
		</ol>
	);
}
