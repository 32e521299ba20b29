/**
 * How common a part of a name is among the people of the world: 0 (rare) to 1 (Muhammad, Li, Wang, Maria), on a log scale of
 * bearers: 1 is from 30 million, 0.8 from 8, 0.6 from 2 million, 0.45 from 500,000, 0.3 from 100,000, 0.2 where it is common
 * in one country. Orders of magnitude from national statistics and registers, not counts. Spellings of one class share.
 */
import { spellingClass } from '../script/spelling-classes.ts';
import { familyNameTiers } from './family-names.ts';
import { givenNameTiers } from './given-name-tiers.ts';
import { givenNames } from './given-names.ts';
import { words } from './read-rows.ts';

/** Given names that stand in the table of given names only. */
const anyGivenName = 0.25;

/** Part → how common; of all spellings that are written down. See `commonness` for those that are not. */
export const commonParts: ReadonlyMap<string, number> = readParts();

function readParts(): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	const raise = (name: string, value: number) => {
		if ((found.get(name) ?? 0) < value) found.set(name, value);
	};
	for (const tiers of [familyNameTiers, givenNameTiers])
		for (const [value, block] of tiers) for (const name of words(block)) raise(name, value);
	for (const name of givenNames.keys()) raise(name, anyGivenName);
	return found;
}

const byClass: ReadonlyMap<string, number> = classes();

function classes(): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const [name, value] of commonParts) {
		const key = spellingClass(name);
		if ((found.get(key) ?? 0) < value) found.set(key, value);
	}
	return found;
}

/**
 * How common a Latin part is, 0 to 1: by its own entry, else by that of another spelling; 0 for a rare one.
 * @param sound its spelling class, where it is known.
 */
export function commonness(part: string, sound?: string): number {
	return commonParts.get(part) ?? byClass.get(sound ?? spellingClass(part)) ?? 0;
}
