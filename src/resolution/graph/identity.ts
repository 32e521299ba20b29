/**
 * Which identifier a group of mentions has. Pure. Identifiers outlive merges and splits: each is carried by one mention,
 * its anchor, and the group takes one of the identifiers that its mentions carry.
 * Among these, one that gave way to another before gives way to it again; then the one with more mentions goes first, then
 * the older. So a group that comes back, after a merge was undone, comes back under its own identifier.
 */

export type Identity = {
	readonly id: string;
	readonly anchor: string;
	/** To which it gave way when both were one. */
	readonly yieldedTo: string | null;
	/** False for one that is merged into another now. */
	readonly isLive: boolean;
};

/** A mention of the groups, as it was; or the anchor of an entity for all of its mentions. */
export type Member = { readonly key: string; readonly entity: string | null; readonly count: number };

export type Assignment = {
	/** Identifier of each group, in their order. */
	readonly ids: readonly string[];
	/** Every identifier that was given in, and those that are new, as it is now. */
	readonly identities: readonly Identity[];
	readonly made: ReadonlySet<string>;
};

/**
 * @param groups of mentions, in the order in which they came; each closed: all mentions of a live identity are in one or
 *   several of the groups.
 * @param identities all that mentions of the groups carry, live or not.
 * @param newId makes an identifier greater than all before.
 */
export function assignIdentities(
	groups: readonly (readonly Member[])[],
	identities: readonly Identity[],
	newId: () => string,
): Assignment {
	const groupOf = new Map<string, number>();
	const entityOf = new Map<string, string | null>();
	for (const [at, group] of groups.entries())
		for (const { key, entity } of group) {
			groupOf.set(key, at);
			entityOf.set(key, entity);
		}
	/** Live identities whose mentions carry others too: these come back where it falls apart. */
	const hosts = new Set<string>();
	for (const { id, anchor } of identities) {
		const host = entityOf.get(anchor);
		if (host !== undefined && host !== null && host !== id) hosts.add(host);
	}
	const sizes = membersByIdentity(groups);
	const known = new Map<string, Identity>();
	for (const identity of identities) known.set(identity.id, identity);
	for (const [id, parts] of sizes) {
		const identity = known.get(id);
		if (identity !== undefined && !hosts.has(id)) known.set(id, moveAnchor(identity, parts, groupOf, groups));
	}
	const carried: string[][] = groups.map(() => []);
	for (const { id, anchor } of known.values()) {
		const group = groupOf.get(anchor);
		if (group !== undefined) carried[group]?.push(id);
	}
	const made = new Set<string>();
	const sizeOf = (id: string): number => {
		let sum = 0;
		for (const count of sizes.get(id)?.values() ?? []) sum += count;
		return sum;
	};
	const ids = groups.map((group, at) => {
		const roots = withoutYielded(carried[at] ?? [], known);
		roots.sort((a, b) => sizeOf(b) - sizeOf(a) || (a < b ? -1 : 1));
		const winner = roots[0] ?? newId();
		if (!known.has(winner)) {
			made.add(winner);
			known.set(winner, {
				id: winner,
				anchor: group[0]?.key ?? '',
				yieldedTo: originOf(group),
				isLive: true,
			});
		}
		for (const id of roots.slice(1)) yieldTo(known, id, winner);
		return winner;
	});
	const live = new Set(ids);
	for (const identity of known.values())
		known.set(identity.id, { ...identity, isLive: live.has(identity.id) });
	return { ids, identities: [...known.values()], made };
}

/** The identifier that most of a group had: a part that is cut off gives way to what it was cut from. */
function originOf(group: readonly Member[]): string | null {
	for (const { entity } of group) if (entity !== null) return entity;
	return null;
}

/** How many mentions of each live identity are in which group. */
function membersByIdentity(groups: readonly (readonly Member[])[]): Map<string, Map<number, number>> {
	const sizes = new Map<string, Map<number, number>>();
	for (const [at, group] of groups.entries())
		for (const { entity, count } of group) {
			if (entity === null) continue;
			const parts = sizes.get(entity) ?? new Map<number, number>();
			parts.set(at, (parts.get(at) ?? 0) + count);
			sizes.set(entity, parts);
		}
	return sizes;
}

/** An identity that falls apart goes with its largest part. */
function moveAnchor(
	identity: Identity,
	parts: ReadonlyMap<number, number>,
	groupOf: ReadonlyMap<string, number>,
	groups: readonly (readonly Member[])[],
): Identity {
	const home = groupOf.get(identity.anchor) ?? -1;
	let best = home;
	for (const [group, size] of parts) if (size > (parts.get(best) ?? 0)) best = group;
	if (best === home) return identity;
	const anchor = groups[best]?.find(({ entity }) => entity === identity.id);
	return anchor === undefined ? identity : { ...identity, anchor: anchor.key };
}

/** Those of the identifiers that did not give way to another one of them. */
function withoutYielded(ids: readonly string[], known: ReadonlyMap<string, Identity>): string[] {
	const here = new Set(ids);
	const roots = ids.filter((id) => {
		const passed = new Set([id]);
		for (let up = known.get(id)?.yieldedTo ?? null; up !== null && !passed.has(up); ) {
			if (here.has(up)) return false;
			passed.add(up);
			up = known.get(up)?.yieldedTo ?? null;
		}
		return true;
	});
	return roots.length > 0 ? roots : [...ids];
}

function yieldTo(known: Map<string, Identity>, id: string, winner: string): void {
	const identity = known.get(id);
	if (identity !== undefined) known.set(id, { ...identity, yieldedTo: winner });
}
