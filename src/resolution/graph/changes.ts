/**
 * What becomes of entities when their mentions are grouped anew: groups and what was before in, rows to write out. Pure.
 * Nothing is written of what stays as it was.
 */
import type { EntityKind } from '../../../contract/views-resolution.ts';
import { assignIdentities, type Identity, type Member } from './identity.ts';

export type EntityState = {
	readonly id: string;
	readonly kind: EntityKind;
	readonly isFirm: boolean;
	readonly caption: string;
	readonly anchor: string;
	readonly yieldedTo: string | null;
	readonly mentions: number;
	readonly isContested: boolean;
	readonly firstRecord: string;
	readonly madeAt: Date;
};

export type AliasState = {
	readonly id: string;
	readonly anchor: string;
	readonly yieldedTo: string;
	readonly madeAt: Date;
};

/** A group as it is to be: what an entity is without its identity. */
export type GroupState = Pick<
	EntityState,
	'kind' | 'isFirm' | 'caption' | 'mentions' | 'isContested' | 'firstRecord'
> & { readonly members: readonly Member[] };

export type EntityEvent = {
	readonly entity: string;
	readonly what: 'merged' | 'split' | 'restored';
	readonly other: string;
};

export type Changes = {
	readonly made: EntityState[];
	readonly changed: EntityState[];
	/** Identifiers of entities that are no more. */
	readonly ended: string[];
	readonly aliasesMade: AliasState[];
	readonly aliasesEnded: string[];
	/** Members that go to another entity; of a member that stands for an entity, all of its mentions do. */
	readonly moves: { readonly member: Member; readonly entity: string }[];
	readonly events: EntityEvent[];
};

export type Before = { readonly entities: readonly EntityState[]; readonly aliases: readonly AliasState[] };

/**
 * @param groups see `assignIdentities`: closed over the entities of `before`.
 * @param at the moment at which new entities are made.
 */
export function settle(
	groups: readonly GroupState[],
	before: Before,
	newId: () => string,
	at: Date,
): Changes {
	const entities = new Map(before.entities.map((entity) => [entity.id, entity]));
	const aliases = new Map(before.aliases.map((alias) => [alias.id, alias]));
	const identities: Identity[] = [
		...before.entities.map(({ id, anchor, yieldedTo }) => ({ id, anchor, yieldedTo, isLive: true })),
		...before.aliases.map(({ id, anchor, yieldedTo }) => ({ id, anchor, yieldedTo, isLive: false })),
	];
	const assigned = assignIdentities(
		groups.map((group) => group.members),
		identities,
		newId,
	);
	const identityOf = new Map(assigned.identities.map((identity) => [identity.id, identity]));
	const changes: Changes = {
		made: [],
		changed: [],
		ended: [],
		aliasesMade: [],
		aliasesEnded: [],
		moves: [],
		events: [],
	};
	for (const [position, { members, ...group }] of groups.entries()) {
		const id = assigned.ids[position] ?? '';
		const identity = identityOf.get(id);
		const known = entities.get(id);
		const madeAt = known?.madeAt ?? aliases.get(id)?.madeAt ?? at;
		const state: EntityState = {
			...group,
			id,
			anchor: identity?.anchor ?? '',
			yieldedTo: identity?.yieldedTo ?? null,
			madeAt,
		};
		if (known === undefined) changes.made.push(state);
		else if (!isSame(known, state)) changes.changed.push(state);
		if (aliases.has(id)) changes.aliasesEnded.push(id);
		for (const member of members) if (member.entity !== id) changes.moves.push({ member, entity: id });
		if (known === undefined) addOrigin(changes, id, state.yieldedTo, aliases.has(id));
	}
	for (const { id, anchor, yieldedTo, isLive } of assigned.identities) {
		if (isLive || yieldedTo === null) continue;
		const known = entities.get(id);
		const alias = aliases.get(id);
		if (known !== undefined) {
			changes.ended.push(id);
			changes.aliasesMade.push({ id, anchor, yieldedTo, madeAt: known.madeAt });
			changes.events.push({ entity: yieldedTo, what: 'merged', other: id });
			changes.events.push({ entity: id, what: 'merged', other: yieldedTo });
		} else if (alias !== undefined && (alias.anchor !== anchor || alias.yieldedTo !== yieldedTo)) {
			changes.aliasesEnded.push(id);
			changes.aliasesMade.push({ ...alias, anchor, yieldedTo });
		}
	}
	return changes;
}

function addOrigin(changes: Changes, id: string, from: string | null, isRestored: boolean): void {
	if (from === null) return;
	changes.events.push({ entity: from, what: 'split', other: id });
	changes.events.push({ entity: id, what: isRestored ? 'restored' : 'split', other: from });
}

const isSame = (a: EntityState, b: EntityState): boolean =>
	a.kind === b.kind &&
	a.isFirm === b.isFirm &&
	a.caption === b.caption &&
	a.anchor === b.anchor &&
	a.yieldedTo === b.yieldedTo &&
	a.mentions === b.mentions &&
	a.isContested === b.isContested &&
	a.firstRecord === b.firstRecord;
