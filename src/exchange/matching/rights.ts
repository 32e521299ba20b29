/**
 * May this be matched? Asked on both sides, by whoever asks, answers, offers or takes. In: who holds, who asks, under what, for
 * what. Out: the agreement, or the code and sentence of the refusal. A question is a `query` of the asker; what it may be about is
 * in the holder's grant.
 */
import { type AgreementBody, handlingCode, type Matchable } from '../../../contract/exchange/agreement.ts';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { MatchingSurroundings } from './surroundings.ts';

export type MatchingRight =
	| { readonly allowed: true; readonly agreement: AgreementBody; readonly kinds: ReadonlySet<Matchable> }
	| { readonly allowed: false; readonly code: RefusalCode; readonly reason: string };

export async function rightToMatch(
	{ node, agreements, problemWith }: Pick<MatchingSurroundings, 'node' | 'agreements' | 'problemWith'>,
	ask: {
		readonly agreement: string;
		readonly holder: string;
		readonly asker: string;
		readonly purpose: string;
		readonly kinds: readonly Matchable[];
		readonly atMs: number;
	},
): Promise<MatchingRight> {
	const { agreement: id, holder, asker, purpose, kinds, atMs } = ask;
	const problem = problemWith(holder === node ? asker : holder);
	if (problem !== undefined) return { allowed: false, code: 'stopped', reason: problem };
	let refused: MatchingRight | undefined;
	// An answer is hit or no hit: whatever handling the agreement asks for is kept.
	for (const handling of handlingCode.options) {
		const coverage = await agreements.covers({
			agreement: id,
			from: asker,
			to: holder,
			kind: 'query',
			purpose,
			handling,
			atMs,
			records: [],
		});
		if (!coverage.covered) {
			refused = { allowed: false, code: coverage.code, reason: coverage.reason };
			if (coverage.code === 'handling-not-covered') continue;
			return refused;
		}
		const granted = new Set(
			coverage.agreement.grants
				.filter(({ from, to }) => from === holder && to === asker)
				.flatMap(({ matching }) => matching),
		);
		const missing = kinds.filter((kind) => !granted.has(kind));
		return missing.length === 0
			? { allowed: true, agreement: coverage.agreement, kinds: granted }
			: {
					allowed: false,
					code: 'not-covered',
					reason: `The agreement ${id} does not let ${asker} match ${missing.join(', ')} against ${holder}.`,
				};
	}
	return refused ?? { allowed: false, code: 'not-covered', reason: 'Nothing covers it.' };
}
