/**
 * Two texts, of which only a part differs: what stands before it, what was there, what is there now, what follows.
 * Cut at words; long common parts are shortened to the words next to the difference. Pure, linear.
 */

export type ChangedPart = { lead: string; before: string; after: string; trail: string };

/** Words kept on either side of a difference. */
const KEPT_WORDS = 6;

export function changedPart(before: string, after: string): ChangedPart {
	const old = before.split(/(?<=\s)/);
	const now = after.split(/(?<=\s)/);
	const shortest = Math.min(old.length, now.length);
	let start = 0;
	while (start < shortest && old[start] === now[start]) start += 1;
	let end = 0;
	while (end < shortest - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
	const leadFrom = start > KEPT_WORDS + 1 ? start - KEPT_WORDS : 0;
	const trail = old.slice(old.length - end);
	const kept = trail.length > KEPT_WORDS + 1 ? trail.slice(0, KEPT_WORDS) : trail;
	return {
		lead: (leadFrom > 0 ? '… ' : '') + old.slice(leadFrom, start).join(''),
		before: old.slice(start, old.length - end).join(''),
		after: now.slice(start, now.length - end).join(''),
		trail: kept.join('') + (kept.length < trail.length ? '…' : ''),
	};
}
