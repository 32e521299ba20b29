/**
 * Minimisation: a record and what an agreement lets through in, what may be sent out. Pure. A value leaves only where a path allows
 * it and none masks or forbids it; what nobody named stays here. Nothing is ever added.
 * A path names a value from the top, without the numbers of lists; `*` at its end is everything below.
 */
import type { Grant } from '../../../contract/exchange/agreement.ts';
import type { MessageSubject, SharedRecord } from '../../../contract/exchange/message.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';

export type FieldRules = Pick<Grant['records'][number], 'allowed' | 'masked' | 'forbidden'>;

export type Minimised = {
	readonly shared: SharedRecord;
	/** Paths of values that were there and did not leave, with why. */
	readonly removed: readonly { readonly path: string; readonly because: 'forbidden' | 'not-allowed' }[];
};

type Fate = 'allowed' | 'masked' | 'forbidden' | 'not-allowed';

/** Does the pattern name the value at this path? */
export function matchesPath(pattern: string, path: string): boolean {
	if (pattern === '*') return true;
	if (!pattern.endsWith('.*')) return pattern === path;
	return path.startsWith(pattern.slice(0, -1));
}

/** The strictest word wins: forbidden, then masked, then allowed. */
export function fateOf(path: string, { allowed, masked, forbidden }: FieldRules): Fate {
	if (forbidden.some((pattern) => matchesPath(pattern, path))) return 'forbidden';
	if (masked.some((pattern) => matchesPath(pattern, path))) return 'masked';
	if (allowed.some((pattern) => matchesPath(pattern, path))) return 'allowed';
	return 'not-allowed';
}

/** @param rules undefined where the agreement does not name this kind of record: nothing but kind and reference is left. */
export function minimiseRecord(record: BorderRecord, rules: FieldRules | undefined): Minimised {
	const masked = new Set<string>();
	const removed = new Map<string, 'forbidden' | 'not-allowed'>();
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
	};
}

const isMembers = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What in a shared record its agreement does not allow: a receiver asks, and refuses where there is anything. */
export function excessOf(shared: SharedRecord, rules: FieldRules | undefined): string[] {
	const excess = new Set<string>();
	const fates = rules ?? { allowed: [], masked: [], forbidden: [] };
	const look = (value: unknown, path: string): void => {
		if (Array.isArray(value)) for (const each of value) look(each, path);
		else if (typeof value === 'object' && value !== null)
			for (const [name, member] of Object.entries(value))
				look(member, path === '' ? name : `${path}.${name}`);
		else if (fateOf(path, fates) !== 'allowed') excess.add(path);
	};
	look(shared.record, '');
	return [...excess];
}

/**
 * A subject of a message, cut by the rules for `subjects` of the same grant: the paths are `name`, `born`, `nationalities`,
 * `identifiers`, `role`. Kind and at least one other value must be left, or nothing is said at all.
 */
export function minimiseSubject(subject: MessageSubject, rules: FieldRules): MessageSubject | undefined {
	const may = (path: string): boolean => fateOf(path, rules) === 'allowed';
	const left: MessageSubject = {
		kind: subject.kind,
		...(subject.name !== undefined && may('name') ? { name: subject.name } : {}),
		...(subject.born !== undefined && may('born') ? { born: subject.born } : {}),
		...(subject.nationalities !== undefined && may('nationalities')
			? { nationalities: subject.nationalities }
			: {}),
		...(subject.identifiers !== undefined && may('identifiers') ? { identifiers: subject.identifiers } : {}),
		...(subject.role !== undefined && may('role') ? { role: subject.role } : {}),
	};
	return Object.keys(left).length > 1 ? left : undefined;
}
