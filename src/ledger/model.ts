/**
 * An entry of the ledger: that something happened, when, and hashes of what it was. Never personal data: whoever holds the
 * thing itself can show that it is the one that was entered; whoever holds the ledger alone learns nothing of anybody.
 */

import type { LedgerKind } from '../../contract/operations-ledger.ts';

export type { LedgerKind };

export type LedgerEntry = {
	/** ISO 8601 instant with `Z`. */
	readonly at: string;
	readonly what: LedgerKind;
	/** What was done: `received`, `approved`, `denied` … */
	readonly event: string;
	/** Identifier of the thing, or the SHA-256 of it; never a name. */
	readonly subject: string;
	/** Identifier of who did it. */
	readonly actor?: string;
	/** SHA-256 of the content, hexadecimal, where there is content. */
	readonly hash?: string;
	/** Further facts: versions, counts, codes. */
	readonly facts?: Readonly<Record<string, string | number | boolean>>;
};

/** The bytes of an entry: JSON with members in the order of their names, so that anybody makes the same. */
export function formatEntry({ facts, ...entry }: LedgerEntry): string {
	const sorted = (members: object): object =>
		Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
	return JSON.stringify(sorted(facts === undefined ? entry : { ...entry, facts: sorted(facts) }));
}

/** An entry with the proof that it is in the tree that a checkpoint signs: all that a verifier needs. */
export type ProvenEntry = {
	readonly position: number;
	/** As it was hashed. */
	readonly entry: string;
	/** The checkpoint, as a C2SP note with its signatures. */
	readonly checkpoint: string;
	/** From the leaf's sibling up, base64. */
	readonly proof: readonly string[];
};

/** What is wrong with a ledger, and where; undefined where nothing is. */
export type LedgerDefect = {
	readonly kind: 'entry-rewritten' | 'entry-missing' | 'tile-rewritten' | 'checkpoint-forged' | 'rollback';
	readonly position: number;
	readonly sentence: string;
};
