/**
 * Minimisation: a record and what an agreement lets through in, what may be sent out. Pure. A value leaves only where a path allows
 * it and none masks or forbids it; what nobody named stays here. Nothing is ever added.
 * A path names a value from the top, without the numbers of lists; `*` at its end is everything below.
 */
import type { Grant } from '../../../contract/exchange/agreement.ts';
import type { SharedRecord } from '../../../contract/exchange/message.ts';
import { isValuePath } from '../../../contract/exchange/record-paths.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';

export type FieldRules = Pick<Grant['records'][number], 'allowed' | 'masked' | 'forbidden'>;

export type Minimised = {
	readonly shared: SharedRecord;
	/** Paths of values that were there and did not leave, with why. */
	readonly removed: readonly { readonly path: string; readonly because: 'forbidden' | 'not-allowed' }[];
	/** Values that are forbidden or masked, so that nothing else in the message repeats them. Stays on this node. */
	readonly heldBack: readonly { readonly path: string; readonly value: string }[];
};

type Fate = 'allowed' | 'masked' | 'forbidden' | 'not-allowed';

/** Does the pattern name the value at this path? */
export function matchesPath(pattern: string, path: string): boolean {
	if (pattern === '*') return true;
	if (!pattern.endsWith('.*')) return pattern === path;
	return path.startsWith(pattern.slice(0, -1));
}

/** What holds a value back also does so below the place that it names: it errs on the side of silence. */
const holdsBack = (pattern: string, path: string): boolean =>
	matchesPath(pattern, path) || path.startsWith(`${pattern}.`);

/** The strictest word wins: forbidden, then masked, then allowed. */
export function fateOf(path: string, { allowed, masked, forbidden }: FieldRules): Fate {
	if (forbidden.some((pattern) => holdsBack(pattern, path))) return 'forbidden';
	if (masked.some((pattern) => holdsBack(pattern, path))) return 'masked';
	if (allowed.some((pattern) => matchesPath(pattern, path))) return 'allowed';
	return 'not-allowed';
}

/** @param rules undefined where the agreement does not name this kind of record: nothing but kind and reference is left. */
export function minimiseRecord(record: BorderRecord, rules: FieldRules | undefined): Minimised {
	const masked = new Set<string>();
	const removed = new Map<string, 'forbidden' | 'not-allowed'>();
	const heldBack: { path: string; value: string }[] = [];
	const fates = rules ?? { allowed: [], masked: [], forbidden: [] };

	const keep = (value: unknown, path: string): unknown => {
		if (Array.isArray(value)) {
			const kept = value.map((each) => keep(each, path)).filter((each) => each !== undefined);
			return kept.length === 0 ? undefined : kept;
		}
		if (typeof value === 'object' && value !== null) {
			const kept = Object.entries(value).flatMap(([name, member]) => {
				const inside = keep(member, path === '' ? name : `${path}.${name}`);
				return inside === undefined ? [] : [[name, inside] as const];
			});
			return kept.length === 0 ? undefined : Object.fromEntries(kept);
		}
		const fate = fateOf(path, fates);
		if (fate === 'allowed') return value;
		if (fate !== 'not-allowed' && typeof value === 'string') heldBack.push({ path, value });
		if (fate === 'masked') masked.add(path);
		else removed.set(path, fate);
		return undefined;
	};

	const { kind, reference, ...rest } = record;
	const left = keep(rest, '');
	return {
		shared: {
			kind,
			reference,
			record: isMembers(left) ? left : {},
			masked: [...masked].sort().slice(0, 1_000),
		},
		removed: [...removed].map(([path, because]) => ({ path, because })),
		heldBack,
	};
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What in a shared record its agreement does not allow: a receiver asks, and refuses where there is anything. That is also a
 * member that records of this kind do not have, something empty, and a mask that nothing in the agreement asks for: each could
 * carry a value under another name.
 */
export function excessOf(shared: SharedRecord, rules: FieldRules | undefined): string[] {
	const excess = new Set<string>();
	const fates = rules ?? { allowed: [], masked: [], forbidden: [] };
	const look = (value: unknown, names: readonly string[]): void => {
		const path = names.join('.');
		if (Array.isArray(value)) {
			if (value.length === 0) excess.add(path);
			for (const each of value) look(each, names);
		} else if (typeof value === 'object' && value !== null) {
			const members = Object.entries(value);
			if (members.length === 0 && names.length > 0) excess.add(path);
			for (const [name, member] of members) look(member, [...names, name]);
		} else if (fateOf(path, fates) !== 'allowed' || !isValuePath(shared.kind, names)) excess.add(path);
	};
	look(shared.record, []);
	for (const path of shared.masked)
		if (fateOf(path, fates) !== 'masked' || !isValuePath(shared.kind, path.split('.'))) excess.add(path);
	return [...excess];
}
