/** What may be offered or intersected under an agreement, and an offer made again as it was. Pure. */
import { type AgreementBody, type Matchable, matchable } from '../../../../contract/exchange/agreement.ts';
import { operations } from '../../../../contract/operations.ts';
import type { Offer } from '../../../../contract/views-exchange.ts';
import type { CallInput } from '../../client/call.ts';

const DAY_MS = 86_400_000;

/** Kinds that the one who holds them lets the other match. */
const grantedBy = ({ grants }: AgreementBody, holder: string): ReadonlySet<Matchable> =>
	new Set(grants.filter(({ from }) => from === holder).flatMap(({ matching }) => matching));

/** What this node may offer under an agreement. */
export const kindsToOffer = (body: AgreementBody, node: string): Matchable[] => {
	const granted = grantedBy(body, node);
	return matchable.options.filter((kind) => granted.has(kind));
};

/** What both sides may match against each other. */
export const kindsToIntersect = (body: AgreementBody): Matchable[] => {
	const granted = body.parties.map((party) => grantedBy(body, party));
	return matchable.options.filter((kind) => granted.length === 2 && granted.every((each) => each.has(kind)));
};

/** The same offer of what is held now, for as long as before; undefined where the program no longer knows what it was made of. */
export function madeAgain(offer: Offer): CallInput<'makeOffer'> | undefined {
	const days = Math.round((Date.parse(offer.validUntil) - Date.parse(offer.madeAt)) / DAY_MS);
	const read = operations.makeOffer.input.safeParse({
		agreement: offer.agreement,
		purpose: offer.purpose,
		kinds: offer.kinds,
		of: offer.source.split(', '),
		validDays: Math.max(1, days),
	});
	return read.success ? read.data : undefined;
}
