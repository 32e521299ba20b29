/**
 * Names that people use for each other. `nicknames`: short and pet forms inside one language; `cognates`: one name in several
 * languages. Each maps a name to the numbers of its groups; two names belong together when they share a number.
 * Common knowledge of first names; keys as `toLatin` gives them.
 */
import { cognateGroups } from './cognate-groups.ts';
import { nicknameGroups } from './nickname-groups.ts';
import { rows, words } from './read-rows.ts';

function numbered(block: string): ReadonlyMap<string, readonly number[]> {
	const found = new Map<string, number[]>();
	for (const [number, row] of rows(block).entries())
		for (const name of new Set(words(row))) {
			const numbers = found.get(name);
			if (numbers) numbers.push(number);
			else found.set(name, [number]);
		}
	return found;
}

/** Name → numbers of the groups of short and pet forms it is in. */
export const nicknames: ReadonlyMap<string, readonly number[]> = numbered(nicknameGroups);

/** Name → numbers of the groups of one name over languages; never the same numbers as in `nicknames`. */
export const cognates: ReadonlyMap<string, readonly number[]> = numbered(cognateGroups);
