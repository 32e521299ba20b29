import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AliasState, EntityState } from './changes.ts';
import type { GraphEdge } from './partition.ts';
import { divideUnits, groupOfUnits, type MemberState, regroup, type Unit } from './regroup.ts';

const AT = new Date(0);

/** What the store does with changes, in memory. */
class World {
	readonly members = new Map<string, MemberState>();
	readonly entities = new Map<string, EntityState>();
	readonly aliases = new Map<string, AliasState>();
	edges: GraphEdge[] = [];
	private next = 0;

	constructor(keys: string) {
		for (const key of keys)
			this.members.set(key, {
				key,
				entity: null,
				kind: 'person',
				isFirm: true,
				mask: 1,
				caption: key.toUpperCase(),
				firstRecord: key,
			});
		this.regroup();
	}

	readonly newId = (): string => `e${String(++this.next).padStart(6, '0')}`;

	judge(left: string, right: string, verdict: GraphEdge['verdict'], strength = 0): string {
		const id = `j${String(++this.next).padStart(6, '0')}`;
		this.edges.push({ id, left, right, verdict, by: strength > 0 ? 'model' : 'person', strength });
		this.regroup();
		return id;
	}

	undo(id: string): void {
		this.edges = this.edges.filter((each) => each.id !== id);
		this.regroup();
	}

	regroup(): void {
		const { changes } = regroup(
			{
				members: [...this.members.values()],
				edges: this.edges,
				entities: [...this.entities.values()],
				aliases: [...this.aliases.values()],
			},
			this.newId,
			AT,
		);
		for (const id of changes.ended) this.entities.delete(id);
		for (const id of changes.aliasesEnded) this.aliases.delete(id);
		for (const alias of changes.aliasesMade) this.aliases.set(alias.id, alias);
		for (const entity of [...changes.made, ...changes.changed]) this.entities.set(entity.id, entity);
		for (const { member, entity } of changes.moves) {
			const known = this.members.get(member.key);
			if (known !== undefined) this.members.set(member.key, { ...known, entity });
		}
	}

	/** Entity of each mention. */
	picture(): string {
		return [...this.members.values()].map(({ key, entity }) => `${key}:${entity}`).join(' ');
	}

	resolve(id: string): string | null | undefined {
		if (this.entities.has(id)) return id;
		return this.members.get(this.aliases.get(id)?.anchor ?? '')?.entity;
	}

	check(): void {
		const counts = new Map<string, number>();
		for (const { entity } of this.members.values())
			counts.set(entity ?? '', (counts.get(entity ?? '') ?? 0) + 1);
		expect([...counts].sort()).toEqual(
			[...this.entities.values()].map(({ id, mentions }) => [id, mentions]).sort(),
		);
		for (const { id, anchor } of this.entities.values()) expect(this.members.get(anchor)?.entity).toBe(id);
		for (const id of this.aliases.keys()) {
			expect(this.entities.has(id)).toBe(false);
			expect(this.entities.has(this.resolve(id) ?? '')).toBe(true);
		}
	}
}

const keys = 'abcdefgh';
const act = fc.record({
	left: fc.constantFrom(...keys),
	right: fc.constantFrom(...keys),
	verdict: fc.constantFrom('same' as const, 'same' as const, 'same' as const, 'different' as const),
	strength: fc.integer({ min: 0, max: 12 }),
	undo: fc.integer({ min: 0, max: 9 }),
});
const acts = fc.array(act, { maxLength: 20 });

function play(world: World, drawn: readonly (typeof act extends fc.Arbitrary<infer T> ? T : never)[]): void {
	for (const { left, right, verdict, strength, undo } of drawn) {
		const old = world.edges[undo];
		if (undo < 3 && old !== undefined) world.undo(old.id);
		else if (left !== right) world.judge(left, right, verdict, strength > 6 ? 0 : strength);
		world.check();
	}
}

describe('regrouping', () => {
	it('keeps the identifier of the larger side, and gives the other back when the merge is undone', () => {
		const world = new World('abcd');
		world.judge('b', 'c', 'same');
		const [small, large] = [world.members.get('a')?.entity, world.members.get('b')?.entity];
		const merged = world.judge('a', 'c', 'same');
		expect(world.members.get('a')?.entity).toBe(large);
		expect(world.resolve(small ?? '')).toBe(large);
		world.undo(merged);
		expect(world.members.get('a')?.entity).toBe(small);
		expect(world.members.get('b')?.entity).toBe(large);
	});

	it('leaves the identifier with the larger part of what never was two', () => {
		const world = new World('');
		for (const key of 'abc') {
			world.members.set(key, { ...MEMBER, key, firstRecord: key, caption: key });
			if (key !== 'a')
				world.edges.push({
					id: key,
					left: 'b',
					right: key === 'b' ? 'a' : 'c',
					verdict: 'same',
					by: 'model',
					strength: 9,
				});
			world.regroup();
		}
		const [id] = world.entities.keys();
		expect(world.entities.size).toBe(1);
		const word = world.judge('a', 'b', 'different');
		expect(world.members.get('b')?.entity).toBe(id);
		expect(world.members.get('a')?.entity).not.toBe(id);
		world.undo(word);
		expect([...world.entities.keys()]).toEqual([id]);
	});

	it('undoes a judgement to the former entities with their former identifiers', () => {
		fc.assert(
			fc.property(acts, act, (before, { left, right, verdict }) => {
				fc.pre(left !== right);
				const world = new World(keys);
				play(world, before);
				const former = world.picture();
				world.undo(world.judge(left, right, verdict));
				expect(world.picture()).toBe(former);
			}),
			{ seed: 11, numRuns: 400 },
		);
	});

	it('never changes the identifiers of entities that hang together with nothing that was judged', () => {
		fc.assert(
			fc.property(acts, act, (before, { left, right, verdict }) => {
				fc.pre(left !== right);
				const world = new World(keys);
				play(world, before);
				const touched = reach(world, [left, right]);
				const former = [...world.members.values()].filter(({ key }) => !touched.has(key));
				world.judge(left, right, verdict);
				for (const { key, entity } of former) expect(world.members.get(key)?.entity).toBe(entity);
			}),
			{ seed: 12, numRuns: 300 },
		);
	});

	it('groups as wholes as it groups mention by mention', () => {
		fc.assert(
			fc.property(acts, acts, (before, links) => {
				const world = new World(keys);
				play(world, before);
				const fresh = ['x', 'y'];
				for (const key of fresh) world.members.set(key, { ...MEMBER, key, firstRecord: key, caption: key });
				const edges = links
					.filter(({ left }) => left < 'f')
					.map(
						({ left, right, strength, verdict }, at): GraphEdge => ({
							id: `z${at}`,
							left: left < 'c' ? 'x' : 'y',
							right: right < 'b' ? (left < 'c' ? 'y' : 'x') : right,
							verdict,
							by: 'model',
							strength: strength + 1,
						}),
					);
				const unitOf = (key: string): string => world.members.get(key)?.entity ?? key;
				const touched = new Set(edges.flatMap(({ left, right }) => [unitOf(left), unitOf(right)]));
				const units: Unit[] = [...touched].flatMap((key): Unit[] => {
					const [entity, member] = [world.entities.get(key), world.members.get(key)];
					return entity !== undefined ? [{ entity, mask: 1 }] : member !== undefined ? [{ member }] : [];
				});
				const { whole, torn } = divideUnits(
					units,
					edges.map((each) => ({ ...each, left: unitOf(each.left), right: unitOf(each.right) })),
				);
				world.edges.push(...edges);
				const former = new Map([...world.members.values()].map(({ key, entity }) => [key, entity ?? key]));
				world.regroup();
				// What is torn is partitioned with all that it touches, and that may be one of the others.
				if (torn.length > 0) return;
				for (const component of whole) {
					const named = component.map((unit) => ('entity' in unit ? unit.entity.id : unit.member.key));
					const now = [...former]
						.filter(([, was]) => named.includes(was))
						.map(([key]) => world.members.get(key)?.entity);
					expect(new Set(now).size).toBe(1);
					const all = [...world.members.values()].filter(({ entity }) => entity === now[0]);
					expect(all.length).toBe(groupOfUnits(component, new Set()).mentions);
				}
			}),
			{ seed: 13, numRuns: 400 },
		);
	});
});

const MEMBER: MemberState = {
	key: '',
	entity: null,
	kind: 'person',
	isFirm: true,
	mask: 1,
	caption: '',
	firstRecord: '',
};

/** Mentions that hang together with these by judgements of any kind. */
function reach(world: World, from: readonly string[]): Set<string> {
	const found = new Set(from);
	for (let size = -1; size !== found.size; ) {
		size = found.size;
		for (const { left, right } of world.edges)
			if (found.has(left) || found.has(right)) {
				found.add(left);
				found.add(right);
			}
		for (const { key, entity } of world.members.values())
			if ([...found].some((each) => world.members.get(each)?.entity === entity)) found.add(key);
	}
	return found;
}
