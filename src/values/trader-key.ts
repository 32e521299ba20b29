/**
 * The one key by which profiles know a trader. In: identifiers and name of a party as declared. Out: `scheme:NUMBER` of its
 * best number, or `name:TOKENS/CC` where it gave none. Spaces, case and separators never matter; two traders without numbers
 * and of one name and country share a key. Deciding who is who is the work of resolution, not of this module.
 */
import { bare, schemeOf } from './identifier-text.ts';
import { companyTokens } from './name-key.ts';
import { isPlaceholderName } from './placeholder.ts';

type Trader = {
	readonly name?: string | undefined;
	readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[] | undefined;
	readonly address?: { readonly country?: string | undefined } | undefined;
};

/** Numbers by which customs know a trader, best first; any other number comes after these, in the order declared. */
const SCHEMES = ['eori', 'tax', 'company-register', 'lei', 'local'];

/** @returns undefined where the party says neither a number nor a name. */
export function traderKey(party: Trader): string | undefined {
	let best: string | undefined;
	let bestRank = Number.POSITIVE_INFINITY;
	for (const { scheme, value } of party.identifiers ?? []) {
		const kind = schemeOf(scheme);
		const at = SCHEMES.indexOf(kind);
		const rank = at < 0 ? SCHEMES.length : at;
		if (rank >= bestRank) continue;
		const number = bare(value, 3);
		if (number === undefined) continue;
		best = `${kind}:${number}`;
		bestRank = rank;
	}
	if (best !== undefined) return best;
	if (party.name === undefined || isPlaceholderName(party.name)) return undefined;
	const tokens = companyTokens(party.name);
	return tokens.length === 0 ? undefined : `name:${tokens.join(' ')}/${party.address?.country ?? ''}`;
}
