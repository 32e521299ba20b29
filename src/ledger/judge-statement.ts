/**
 * A partner's statement about its ledger, and what this node has cosigned of it: cosign, say what is known, or a problem that
 * has a name. Pure. The statement's signatures were verified before.
 */
import { isSameHash } from './merkle/hash.ts';
import { verifyConsistency } from './merkle/verify.ts';
import type { Checkpoint } from './note/checkpoint.ts';

/** What this node cosigned last of a partner's ledger. */
export type Cosigned = {
	readonly size: number;
	readonly root: Uint8Array;
	readonly note: string;
	/** When the partner stated it. */
	readonly at: Date;
};

export type LedgerProblem = 'fork' | 'rollback';

export type StatementJudged =
	| { readonly judged: 'cosign' }
	| { readonly judged: 'known' }
	| { readonly judged: 'problem'; readonly kind: LedgerProblem; readonly sentence: string };

/** @param known undefined where nothing of this ledger was cosigned yet: it is taken as it is. */
export function judgeStatement(
	known: Cosigned | undefined,
	{ head, old, proof, atMs }: { head: Checkpoint; old: number; proof: readonly Uint8Array[]; atMs: number },
): StatementJudged {
	if (known === undefined) return { judged: 'cosign' };
	const { origin, size, root } = head;
	if (size === known.size)
		return isSameHash(root, known.root)
			? { judged: 'cosign' }
			: {
					judged: 'problem',
					kind: 'fork',
					sentence: `${origin} has signed two ledgers of ${size} entries that are not the same.`,
				};
	if (size < known.size)
		// A statement of before that comes late says nothing; one of now that has fewer entries does.
		return atMs > known.at.getTime()
			? {
					judged: 'problem',
					kind: 'rollback',
					sentence: `${origin} shows a ledger of ${size} entries, after one of ${known.size}: it was rolled back.`,
				}
			: { judged: 'known' };
	if (old !== known.size) return { judged: 'known' };
	if (known.size === 0 || verifyConsistency(known.size, size, proof, known.root, root))
		return { judged: 'cosign' };
	return {
		judged: 'problem',
		kind: 'fork',
		sentence: `The ledger of ${origin} with ${size} entries does not begin with the ${known.size} that were cosigned.`,
	};
}
