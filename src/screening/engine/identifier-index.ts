/**
 * Identifiers of all entries by their normal form, and by what one slip leaves of it. In: the identifiers of entries, once.
 * Out: entries with the same or nearly the same identifier. Nothing is scanned: a slip is found because both sides, with
 * one character left out, meet (symmetric deletion).
 */
import { confusablePlate } from '../../values/plate.ts';
import { HashPostings } from './hash-postings.ts';
import type { IdentifierFamily } from './identifier-family.ts';
import { hasSlips, NOT_NEAR, slipCost } from './identifier-slip.ts';
import { hashText, hashWithout } from './text-hash.ts';

export type IndexedIdentifier = {
	readonly entry: number;
	readonly family: IdentifierFamily;
	readonly scheme: string;
	readonly value: string;
	/** As the source writes it. */
	readonly written: string;
	/** Issuing country, where recognised. */
	readonly issuer?: string;
};

export type FoundIdentifier = { readonly identifier: IndexedIdentifier; readonly cost: number };

/** A text shorter than this has too many neighbours for a slip to say anything. */
const LEAST_FOR_SLIP = 6;

export class IdentifierIndex {
	readonly #identifiers: readonly IndexedIdentifier[];
	readonly #byText: HashPostings;

	constructor(identifiers: readonly IndexedIdentifier[]) {
		this.#identifiers = identifiers;
		const hashes: number[] = [];
		const ids: number[] = [];
		identifiers.forEach(({ family, value }, at) => {
			for (const hash of keysOf(family, value)) {
				hashes.push(hash);
				ids.push(at);
			}
		});
		this.#byText = new HashPostings(hashes, ids);
	}

	get size(): number {
		return this.#identifiers.length;
	}

	/** Identifiers that are equal or one slip away, each once, in the order of the entries. */
	find(family: IdentifierFamily, value: string): FoundIdentifier[] {
		const found: FoundIdentifier[] = [];
		const seen = new Set<number>();
		for (const hash of keysOf(family, value)) {
			const { runs } = this.#byText;
			const run = this.#byText.find(hash);
			for (let at = run + 1; at <= run + runs[run]!; at += 1) {
				const id = runs[at]!;
				if (seen.has(id)) continue;
				seen.add(id);
				const identifier = this.#identifiers[id]!;
				if (identifier.family !== family) continue;
				const cost = slipCost(family, value, identifier.value);
				if (cost < NOT_NEAR) found.push({ identifier, cost });
			}
		}
		return found;
	}
}

/** Hashes under which an identifier is kept and looked for. */
function keysOf(family: IdentifierFamily, value: string): number[] {
	const keys = [hashText(value)];
	if (!hasSlips(family) || value.length < LEAST_FOR_SLIP) return keys;
	for (let at = 0; at < value.length && at < 40; at += 1) keys.push(hashWithout(value, at));
	// Several confusions of a camera at once are beyond one left-out character.
	if (family === 'plate' || family === 'container') keys.push(hashText(`~${confusablePlate(value)}`));
	return keys;
}
