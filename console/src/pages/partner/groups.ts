/** The twelve groups of a fingerprint while somebody types what is read out. Pure. */

export const GROUPS = 12;
export const GROUP_DIGITS = 5;

/** One text of at most five digits for each group. */
export type Groups = readonly string[];

export const emptyGroups: Groups = Array.from({ length: GROUPS }, () => '');

/**
 * Puts what was typed or pasted into a group; what is more than five digits goes on into the next ones. All else than digits is
 * left out: people read and paste with spaces and hyphens.
 */
export function typeInto(groups: Groups, at: number, typed: string): { groups: Groups; next: number } {
	const digits = typed.replace(/\D/g, '');
	const after = [...groups];
	after[at] = digits.slice(0, GROUP_DIGITS);
	let rest = digits.slice(GROUP_DIGITS);
	let place = at;
	while (rest !== '' && place + 1 < GROUPS) {
		place += 1;
		after[place] = rest.slice(0, GROUP_DIGITS);
		rest = rest.slice(GROUP_DIGITS);
	}
	const isFull = (after[place] ?? '').length === GROUP_DIGITS;
	return { groups: after, next: Math.min(GROUPS - 1, isFull ? place + 1 : place) };
}

export type GroupState = 'empty' | 'same' | 'different';

/** How each group stands against the card; a group counts once it has its five digits. @param expected as the contract has it. */
export function compareGroups(groups: Groups, expected: string): GroupState[] {
	const wanted = expected.split(' ');
	return groups.map((group, at) =>
		group.length < GROUP_DIGITS ? 'empty' : group === wanted[at] ? 'same' : 'different',
	);
}

/** As the contract has it. */
export const formatGroups = (groups: Groups): string => groups.join(' ');
