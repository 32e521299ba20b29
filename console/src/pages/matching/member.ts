/** A member of an intersection as both sides wrote it before it was hashed, `person:amr okfr|1980-01-02`, taken apart. Pure. */
import { matchable } from '../../../../contract/exchange/agreement.ts';
import { askedForWords } from '../../exchanging/matching-words.ts';

export type Member = { kind: string; value: string; with: string | null };

export function readMember(text: string): Member {
	const colon = text.indexOf(':');
	const kind = matchable.safeParse(text.slice(0, Math.max(0, colon)));
	const rest = text.slice(colon + 1);
	const bar = rest.lastIndexOf('|');
	const more = bar < 0 ? '' : rest.slice(bar + 1);
	return {
		kind: kind.success ? askedForWords[kind.data].one : '',
		value: bar < 0 ? rest : rest.slice(0, bar),
		// Any issuer, or none that is known.
		with: more === '' || more === '*' || more === '-' ? null : more,
	};
}
