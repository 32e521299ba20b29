/**
 * New mentions and what links them in; which entities they become part of, and what becomes of these, out. Entities are
 * taken as wholes where nothing keeps anything apart, and mention by mention where something does.
 */
import { type Changes, settle } from '../graph/changes.ts';
import { type GraphEdge, partition } from '../graph/partition.ts';
import {
	divideUnits,
	groupOfUnits,
	type MemberState,
	type Regrouped,
	regroup,
	type Unit,
	unitKey,
} from '../graph/regroup.ts';
import { maskOfKind } from '../matching/claim.ts';
import type { PreparedMention } from '../matching/prepare.ts';
import { type NewJudgement, readEntities } from '../store/graph.ts';
import type { Reader } from '../store/mentions.ts';
import { cutChanges, type LoadedClosure, loadClosure } from './closure.ts';
import type { Context } from './context.ts';

/** Mentions that are partitioned anew at once; where more hang together, entities are taken as wholes. */
export const LARGEST_CLOSURE = 20_000;

export type Placed = {
	readonly changes: readonly Changes[];
	/** Those that were given, less contradictions between mentions that nothing ties together. */
	readonly judgements: readonly NewJudgement[];
	/** Stored judgements that count now, or do no longer. */
	readonly cuts: readonly { id: string; isCut: boolean }[];
	/** The entity of a mention that was given or that a judgement touches. */
	entityOf(key: string): string;
};

export const memberOf = (prepared: PreparedMention, entity: string | null): MemberState => ({
	key: prepared.key,
	entity,
	kind: prepared.claim.kind,
	isFirm: prepared.claim.isFirm,
	mask: prepared.claim.mask,
	caption: prepared.caption,
	firstRecord: prepared.firstRecord,
});

/**
 * @param homes entity of each mention that a judgement touches; null for those that are new.
 */
export async function placeFresh(
	reader: Reader,
	context: Context,
	fresh: readonly PreparedMention[],
	given: readonly NewJudgement[],
	homes: ReadonlyMap<string, string | null>,
	at: Date,
): Promise<Placed> {
	const unitOf = (key: string): string => homes.get(key) ?? key;
	const touched = given.flatMap(({ left, right }) => [homes.get(left) ?? null, homes.get(right) ?? null]);
	const ids = new Set(touched.filter((id) => id !== null));
	const entities = await readEntities(reader, [...ids]);
	const units: Unit[] = [
		...fresh.map((prepared) => ({ member: memberOf(prepared, null) })),
		...entities.map((entity) => ({ entity, mask: entity.isFirm ? maskOfKind(entity.kind) : maskOfKind() })),
	];
	const judgements = withoutIdle(given, units, unitOf);
	const edges = judgements.map(({ left, right, verdict, by }) => ({
		left: unitOf(left),
		right: unitOf(right),
		verdict,
		by,
	}));
	const { whole, torn } = divideUnits(units, edges);
	const apart = await regroupTorn(reader, context, whole, torn, judgements, unitOf, at);
	const rest = apart === undefined ? whole : apart.rest;
	const coarse = apart === undefined ? coarsely(torn, judgements, unitOf) : undefined;
	const contested = new Set(
		judgements.filter(({ verdict }) => verdict === 'different').flatMap(({ left, right }) => [left, right]),
	);
	const components = [...rest, ...(coarse?.groups ?? [])].filter(
		(component) => component.length > 1 || component.some((unit) => 'member' in unit),
	);
	const settled = settle(
		components.map((component) => groupOfUnits(component, contested)),
		{ entities: components.flat().flatMap((unit) => ('entity' in unit ? [unit.entity] : [])), aliases: [] },
		context.newId,
		at,
	);
	const unitNow = new Map(settled.moves.map(({ member, entity }) => [member.entity ?? member.key, entity]));
	const cut = apart?.regrouped.cut ?? coarse?.cut ?? new Set<string>();
	return {
		changes: apart === undefined ? [settled] : [apart.regrouped.changes, settled],
		judgements: judgements.map((each) => (cut.has(each.id) ? { ...each, isCut: true } : each)),
		cuts: apart === undefined ? [] : cutChanges(apart.closure, cut),
		entityOf: (key) => apart?.regrouped.entityOf.get(key) ?? unitNow.get(unitOf(key)) ?? unitOf(key),
	};
}

/** A contradiction between mentions that no link ties together says nothing that is not known. */
function withoutIdle(
	judgements: readonly NewJudgement[],
	units: readonly Unit[],
	unitOf: (key: string) => string,
): NewJudgement[] {
	const { groupOf } = partition(
		units.map((unit) => ({ key: unitKey(unit), mask: -1 })),
		judgements.flatMap(({ id, left, right, verdict, by, strength }) =>
			verdict === 'same' ? [{ id, left: unitOf(left), right: unitOf(right), verdict, by, strength }] : [],
		),
	);
	return judgements.filter(
		({ verdict, left, right }) =>
			verdict === 'same' || groupOf.get(unitOf(left)) === groupOf.get(unitOf(right)),
	);
}

type Apart = {
	readonly regrouped: Regrouped;
	readonly closure: LoadedClosure;
	/** Whole components that the closure does not reach. */
	readonly rest: readonly (readonly Unit[])[];
};

/** Partitions what something keeps apart, mention by mention, with everything that this reaches. */
async function regroupTorn(
	reader: Reader,
	context: Context,
	whole: readonly (readonly Unit[])[],
	torn: readonly (readonly Unit[])[],
	judgements: readonly NewJudgement[],
	unitOf: (key: string) => string,
	at: Date,
): Promise<Apart | undefined> {
	if (torn.length === 0) return undefined;
	let rest = whole;
	const units = torn.flat();
	for (;;) {
		const inside = new Set(units.map(unitKey));
		const edges: GraphEdge[] = judgements.filter(
			({ left, right }) => inside.has(unitOf(left)) || inside.has(unitOf(right)),
		);
		const closure = await loadClosure(
			reader,
			units.flatMap((unit) => ('entity' in unit ? [unit.entity.id] : [])),
			{ members: units.flatMap((unit) => ('member' in unit ? [unit.member] : [])), edges },
			LARGEST_CLOSURE,
		);
		if (closure === undefined) return undefined;
		const reached = new Set(closure.entities.map(({ id }) => id));
		const drawn = rest.filter((component) => component.some((unit) => reached.has(unitKey(unit))));
		if (drawn.length === 0) return { regrouped: regroup(closure, context.newId, at), closure, rest };
		units.push(...drawn.flat());
		rest = rest.filter((component) => !drawn.includes(component));
	}
}

/** Where too much hangs together to be read: entities stay as they are, and two contested ones stay apart. */
function coarsely(
	torn: readonly (readonly Unit[])[],
	judgements: readonly NewJudgement[],
	unitOf: (key: string) => string,
): { groups: Unit[][]; cut: ReadonlySet<string> } {
	const units = torn.flat();
	const byKey = new Map(units.map((unit) => [unitKey(unit), unit]));
	const contested = units.flatMap((unit) =>
		'entity' in unit && unit.entity.isContested ? [unit.entity] : [],
	);
	const edges: GraphEdge[] = judgements.map(({ id, left, right, verdict, by, strength }) => ({
		id,
		left: unitOf(left),
		right: unitOf(right),
		verdict,
		by,
		strength,
	}));
	for (const [at, one] of contested.entries())
		for (const other of contested.slice(at + 1))
			edges.push({
				id: `${one.id} ${other.id}`,
				left: one.id,
				right: other.id,
				verdict: 'different',
				by: 'model',
				strength: Number.MAX_VALUE,
			});
	const { groups, cut } = partition(
		units.map((unit) => ({
			key: unitKey(unit),
			mask: 'entity' in unit ? unit.mask : unit.member.mask,
		})),
		edges,
	);
	return { groups: groups.map((keys) => keys.flatMap((key) => byKey.get(key) ?? [])), cut };
}

/** Entities that other entities became part of. */
export const grownBy = (changes: readonly Changes[]): string[] =>
	changes.flatMap(({ events }) => events.filter(({ what }) => what === 'merged').map(({ entity }) => entity));

export const entityBalance = (changes: readonly Changes[]): number =>
	changes.reduce((sum, { made, ended }) => sum + made.length - ended.length, 0);
