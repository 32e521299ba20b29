/**
 * What hangs together: entities in, all their mentions and judgements out, with those of every entity that a cut link ties
 * to them. A mention's judgement may change who else is joined only within that.
 */
import type { EntityState } from '../graph/changes.ts';
import type { GraphEdge } from '../graph/partition.ts';
import type { Closure, MemberState } from '../graph/regroup.ts';
import { claimOf } from '../matching/claim.ts';
import { prepareMention } from '../matching/prepare.ts';
import { aliasesAt, edgesOf, membersOf, readEntities, type StoredEdge } from '../store/graph.ts';
import { entitiesOfMentions, type Reader } from '../store/mentions.ts';

export type LoadedClosure = Closure & {
	readonly edges: readonly GraphEdge[];
	readonly stored: readonly StoredEdge[];
};

/**
 * @param seeds entities to begin with.
 * @param extra mentions without an entity, and judgements that are not in the store yet.
 * @param most mentions that are loaded at most; undefined where there are more.
 */
export async function loadClosure(
	reader: Reader,
	seeds: readonly string[],
	extra: { members: readonly MemberState[]; edges: readonly GraphEdge[] },
	most: number,
): Promise<LoadedClosure | undefined> {
	const entities = new Map<string, EntityState>();
	const members = new Map<string, MemberState>(extra.members.map((member) => [member.key, member]));
	const stored = new Map<string, StoredEdge>();
	let asked = [...new Set(seeds)];
	while (asked.length > 0) {
		const found = await readEntities(reader, asked);
		let size = members.size;
		for (const entity of found) {
			entities.set(entity.id, entity);
			size += entity.mentions;
		}
		if (size > most) return undefined;
		const more = await membersOf(
			reader,
			found.map(({ id }) => id),
		);
		for (const row of more) members.set(row.key, memberOf(row));
		const edges = await edgesOf(
			reader,
			more.map(({ key }) => key),
		);
		for (const edge of edges) stored.set(edge.id, edge);
		// Only a link that is cut leads out of an entity.
		const outside = edges.filter(
			({ verdict, left, right }) => verdict === 'same' && !(members.has(left) && members.has(right)),
		);
		const ends = new Set(
			outside.flatMap(({ left, right }) => [left, right]).filter((key) => !members.has(key)),
		);
		const homes = await entitiesOfMentions(reader, [...ends]);
		asked = [...new Set([...homes.values()].filter((id) => id !== null && !entities.has(id)))] as string[];
	}
	return {
		members: [...members.values()],
		edges: [...stored.values(), ...extra.edges],
		stored: [...stored.values()],
		entities: [...entities.values()],
		aliases: await aliasesAt(reader, [...members.keys()]),
	};
}

type MemberRow = Awaited<ReturnType<typeof membersOf>>[number];

/** A mention as the graph sees it. Only of a party it takes the content to say what it may be. */
function memberOf(row: MemberRow): MemberState {
	const claim =
		row.kind === 'party'
			? prepareMention(row).claim
			: // The column is written from the same list of kinds.
				claimOf(
					{
						kind: row.kind as Exclude<Parameters<typeof claimOf>[0]['kind'], 'party'>,
						names: [],
						identifiers: [],
					},
					undefined,
				);
	return {
		key: row.key,
		entity: row.entity,
		kind: claim.kind,
		isFirm: claim.isFirm,
		mask: claim.mask,
		caption: row.caption,
		firstRecord: row.firstRecord,
	};
}

/** Stored links of a closure that are cut now and were not, or the other way round. */
export function cutChanges(
	closure: LoadedClosure,
	cut: ReadonlySet<string>,
): { id: string; isCut: boolean }[] {
	return closure.stored
		.filter(({ id, isCut }) => cut.has(id) !== isCut)
		.map(({ id, isCut }) => ({ id, isCut: !isCut }));
}
