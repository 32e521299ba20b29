/**
 * Mentions that came, links that were found and entities as they are in; what becomes of the entities out. Pure.
 * Most of what comes joins one entity, or joins entities that nothing keeps apart: then entities are taken as wholes and
 * their mentions need not be read. Where something keeps parts apart, all mentions and judgements of these are partitioned.
 * Both ways give the same groups: an entity without contested neighbours only grows by what is linked to it alone.
 */
import type { EntityKind } from '../../../contract/views-resolution.ts';
import { type AliasState, type Changes, type EntityState, type GroupState, settle } from './changes.ts';
import { type GraphEdge, type Partition, pairKey, partition } from './partition.ts';

export type MemberState = {
	readonly key: string;
	readonly entity: string | null;
	readonly kind: EntityKind;
	readonly isFirm: boolean;
	readonly mask: number;
	readonly caption: string;
	readonly firstRecord: string;
};

/** A mention without an entity, or an entity with all of its mentions. */
export type Unit = { readonly member: MemberState } | { readonly entity: EntityState; readonly mask: number };

export const unitKey = (unit: Unit): string => ('entity' in unit ? unit.entity.id : unit.member.key);

/** A judgement between two units, by their keys. */
export type UnitEdge = Pick<GraphEdge, 'left' | 'right' | 'verdict' | 'by'>;

export type Divided = {
	/** Units that become one entity each. */
	readonly whole: readonly (readonly Unit[])[];
	/** Units that hang together and that something may keep apart. */
	readonly torn: readonly (readonly Unit[])[];
};

/**
 * Units that hang together by "same", and whether each of these becomes one entity as it is.
 * A mention is contested where an edge of it says "different".
 */
export function divideUnits(units: readonly Unit[], edges: readonly UnitEdge[]): Divided {
	const at = new Map(units.map((unit, index) => [unitKey(unit), index]));
	const parents = units.map((_, index) => index);
	const root = (index: number): number => {
		let up = index;
		while (parents[up] !== up) {
			parents[up] = parents[parents[up] ?? 0] ?? 0;
			up = parents[up] ?? 0;
		}
		return up;
	};
	const contested = units.map((unit) => 'entity' in unit && unit.entity.isContested);
	const overruled = new Set<string>();
	for (const { left, right, by, verdict } of edges)
		if (by === 'person' && verdict !== 'same') overruled.add(pairKey(left, right));
	for (const { left, right, verdict } of edges) {
		const [one, other] = [at.get(left), at.get(right)];
		if (verdict === 'same') {
			if (one !== undefined && other !== undefined) parents[root(one)] = root(other);
			if (!overruled.has(pairKey(left, right))) continue;
		}
		if (one !== undefined) contested[one] = true;
		if (other !== undefined) contested[other] = true;
	}
	const components = new Map<number, number[]>();
	for (let index = 0; index < units.length; index++) {
		const top = root(index);
		const known = components.get(top);
		if (known === undefined) components.set(top, [index]);
		else known.push(index);
	}
	const whole: Unit[][] = [];
	const torn: Unit[][] = [];
	for (const indexes of components.values()) {
		const of = indexes.flatMap((index) => units[index] ?? []);
		const mask = of.reduce((all, unit) => all & maskOf(unit), -1);
		const disputes = indexes.filter((index) => contested[index]).length;
		(disputes > 1 || mask === 0 ? torn : whole).push(of);
	}
	return { whole, torn };
}

const maskOf = (unit: Unit): number => ('entity' in unit ? unit.mask : unit.member.mask);

/** The group that units become as wholes; the largest entity gives its caption. */
export function groupOfUnits(units: readonly Unit[], contested: ReadonlySet<string>): GroupState {
	const entities = units.flatMap((unit) => ('entity' in unit ? [unit.entity] : []));
	const members = units.flatMap((unit) => ('entity' in unit ? [] : [unit.member]));
	const parts = [...entities, ...members].sort((a, b) => (a.firstRecord < b.firstRecord ? -1 : 1));
	const largest = [...entities].sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))[0];
	const kindOf = parts.find((part) => part.isFirm) ?? largest ?? parts[0];
	members.sort((a, b) =>
		a.firstRecord < b.firstRecord || (a.firstRecord === b.firstRecord && a.key < b.key) ? -1 : 1,
	);
	return {
		kind: kindOf?.kind ?? 'organisation',
		isFirm: kindOf?.isFirm ?? false,
		caption: largest?.caption ?? commonest(members.map(({ caption }) => caption)),
		mentions: entities.reduce((sum, { mentions }) => sum + mentions, members.length),
		isContested:
			entities.some(({ isContested }) => isContested) || members.some(({ key }) => contested.has(key)),
		firstRecord: parts[0]?.firstRecord ?? '',
		members: [
			...entities.map(({ id, anchor, mentions }) => ({ key: anchor, entity: id, count: mentions })),
			...members.map(({ key, entity }) => ({ key, entity, count: 1 })),
		],
	};
}

/**
 * The caption whose words most others have too: a slip of the pen is in one of them, the name is in all. Then the one that
 * most have, then the longest.
 */
export function commonest(captions: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const caption of captions) counts.set(caption, (counts.get(caption) ?? 0) + 1);
	const words = new Map<string, number>();
	const wordsOf = (caption: string): ReadonlySet<string> => new Set(caption.toLowerCase().split(/\s+/));
	for (const [caption, count] of counts)
		for (const word of wordsOf(caption)) words.set(word, (words.get(word) ?? 0) + count);
	const rows = [...counts].map(([caption, count]) => {
		let shared = 0;
		for (const word of wordsOf(caption)) shared += (words.get(word) ?? 1) - 1;
		return { caption, count, shared };
	});
	rows.sort(
		(a, b) =>
			b.shared - a.shared ||
			b.count - a.count ||
			b.caption.length - a.caption.length ||
			(a.caption < b.caption ? -1 : 1),
	);
	return rows[0]?.caption ?? '';
}

export type Regrouped = {
	readonly changes: Changes;
	/** "Same" judgements that something stronger keeps from counting, now. */
	readonly cut: ReadonlySet<string>;
	readonly entityOf: ReadonlyMap<string, string>;
};

export type Closure = {
	/** All mentions of all entities concerned, and those without one. */
	readonly members: readonly MemberState[];
	/** All judgements that hold and of which at least one end is among the members. */
	readonly edges: readonly GraphEdge[];
	readonly entities: readonly EntityState[];
	readonly aliases: readonly AliasState[];
};

/** Partitions everything anew. */
export function regroup(closure: Closure, newId: () => string, at: Date): Regrouped {
	const parts: Partition = partition(closure.members, closure.edges);
	const byKey = new Map(closure.members.map((member) => [member.key, member]));
	const contested = contestedGroups(parts, closure.edges);
	const groups = parts.groups.map((keys, index): GroupState => {
		const members = keys.flatMap((key) => byKey.get(key) ?? []);
		members.sort((a, b) =>
			a.firstRecord < b.firstRecord || (a.firstRecord === b.firstRecord && a.key < b.key) ? -1 : 1,
		);
		const kindOf = members.find((member) => member.isFirm) ?? members[0];
		return {
			kind: kindOf?.kind ?? 'organisation',
			isFirm: kindOf?.isFirm ?? false,
			caption: commonest(members.map(({ caption }) => caption)),
			mentions: members.length,
			isContested: contested.has(index),
			firstRecord: members[0]?.firstRecord ?? '',
			members: members.map(({ key, entity }) => ({ key, entity, count: 1 })),
		};
	});
	const changes = settle(groups, closure, newId, at);
	const entityOf = new Map<string, string>();
	for (const { key, entity } of closure.members) if (entity !== null) entityOf.set(key, entity);
	for (const { member, entity } of changes.moves) entityOf.set(member.key, entity);
	return { changes, cut: parts.cut, entityOf };
}

/** Groups of which a judgement keeps a mention apart from another group. */
function contestedGroups(parts: Partition, edges: readonly GraphEdge[]): Set<number> {
	const contested = new Set<number>();
	for (const { id, left, right, verdict, by } of edges) {
		const [one, other] = [parts.groupOf.get(left), parts.groupOf.get(right)];
		if (one === other) continue;
		const isApart = verdict === 'different' || (verdict === 'same' && parts.cut.has(id));
		if (!isApart && !(by === 'person' && verdict === 'unsure')) continue;
		if (one !== undefined) contested.add(one);
		if (other !== undefined) contested.add(other);
	}
	return contested;
}
