/**
 * SQL of the graph: entities, their former identifiers, judgements; what hangs together, and writing what changed.
 */
import { sql } from 'kysely';
import type { EntityKind } from '../../../contract/views-resolution.ts';
import type { Evidence } from '../../../contract/views-screening.ts';
import { copyLine, type Session } from '../../platform/database/port.ts';
import type { AliasState, Changes, EntityState } from '../graph/changes.ts';
import { type GraphEdge, inOrder, type Verdict } from '../graph/partition.ts';
import { moveMentions, moveWholeEntities, type Reader, type ResolvedRow } from './mentions.ts';

type EntityRow = {
	id: string;
	kind: string;
	firm: boolean;
	caption: string;
	anchor: string;
	yielded_to: string | null;
	mentions: number;
	contested: boolean;
	first_record: string;
	made_at: Date;
};

const toEntity = (row: EntityRow): EntityState => ({
	id: row.id,
	// Written from the same contract that this type comes from.
	kind: row.kind as EntityKind,
	isFirm: row.firm,
	caption: row.caption,
	anchor: row.anchor,
	yieldedTo: row.yielded_to,
	mentions: row.mentions,
	isContested: row.contested,
	firstRecord: row.first_record,
	madeAt: row.made_at,
});

export async function readEntities(reader: Reader, ids: readonly string[]): Promise<EntityState[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<EntityRow>`
		select e.* from unnest(${ids}::uuid[]) as asked(id) join entity e on e.id = asked.id`.execute(reader);
	return rows.map(toEntity);
}

/** The entity that an identifier stands for now, also where it was merged into another. */
export async function currentEntity(reader: Reader, id: string): Promise<string | undefined> {
	const { rows } = await sql<{ id: string | null }>`
		select id from entity where id = ${id}::uuid
		union all
		select m.entity from entity_alias a join mention m on m.key = a.anchor where a.id = ${id}::uuid`.execute(
		reader,
	);
	return rows[0]?.id ?? undefined;
}

/** A judgement without what is only shown. */
type EdgeRow = {
	id: string;
	left_mention: string;
	right_mention: string;
	verdict: string;
	made_by: string;
	strength: number;
	model: number;
	cut: boolean;
};

export type StoredEdge = GraphEdge & { readonly model: number; readonly isCut: boolean };

const toEdge = (row: EdgeRow): StoredEdge => ({
	id: row.id,
	left: row.left_mention,
	right: row.right_mention,
	verdict: row.verdict as Verdict,
	by: row.made_by as GraphEdge['by'],
	strength: row.strength,
	model: row.model,
	isCut: row.cut,
});

/** Judgements that hold and have one of these mentions at an end, each once. */
export async function edgesOf(reader: Reader, mentions: readonly string[]): Promise<StoredEdge[]> {
	if (mentions.length === 0) return [];
	const { rows } = await sql<EdgeRow>`
		select j.id, j.left_mention, j.right_mention, j.verdict, j.made_by, j.strength, j.model, j.cut
		from unnest(${mentions}::uuid[]) as asked(key) join judgement j on j.left_mention = asked.key where j.undone_at is null
		union
		select j.id, j.left_mention, j.right_mention, j.verdict, j.made_by, j.strength, j.model, j.cut
		from unnest(${mentions}::uuid[]) as asked(key) join judgement j on j.right_mention = asked.key where j.undone_at is null`.execute(
		reader,
	);
	return rows.map(toEdge);
}

/** Who is judged by a judgement, and whether it holds. */
export async function judgementById(
	reader: Reader,
	id: string,
): Promise<{ left: string; right: string; by: GraphEdge['by']; isUndone: boolean } | undefined> {
	const row = await reader
		.selectFrom('judgement')
		.select(['left_mention', 'right_mention', 'made_by', 'undone_at'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	return {
		left: row.left_mention,
		right: row.right_mention,
		by: row.made_by as GraphEdge['by'],
		isUndone: row.undone_at !== null,
	};
}

/** Pairs of these mentions whose link a person took back: the model does not make it again. */
export async function pairsTakenBack(reader: Reader, mentions: readonly string[]): Promise<Set<string>> {
	if (mentions.length === 0) return new Set();
	const { rows } = await sql<{ left_mention: string; right_mention: string }>`
		select j.left_mention, j.right_mention
		from unnest(${mentions}::uuid[]) as asked(key) join judgement j on j.left_mention = asked.key
		where j.undone_by is not null and j.made_by <> 'person'
		union
		select j.left_mention, j.right_mention
		from unnest(${mentions}::uuid[]) as asked(key) join judgement j on j.right_mention = asked.key
		where j.undone_by is not null and j.made_by <> 'person'`.execute(reader);
	return new Set(rows.map((row) => `${row.left_mention} ${row.right_mention}`));
}

/** Mentions of these entities; of parties with their content, by which it is told what they may be. */
export async function membersOf(
	reader: Reader,
	entities: readonly string[],
): Promise<(ResolvedRow & { kind: string })[]> {
	if (entities.length === 0) return [];
	const { rows } = await sql<{
		key: string;
		kind: string;
		purpose: string;
		caption: string;
		content: string;
		first_record: string;
		entity: string | null;
	}>`
		select m.key, m.kind, m.purpose, m.caption, case when m.kind = 'party' then m.content else '' end as content, m.first_record, m.entity
		from unnest(${entities}::uuid[]) as asked(id) join mention m on m.entity = asked.id`.execute(reader);
	return rows.map((row) => ({
		key: row.key,
		kind: row.kind,
		purpose: row.purpose,
		caption: row.caption,
		content: row.content,
		firstRecord: row.first_record,
		entity: row.entity,
	}));
}

/** Former identifiers that are carried by these mentions. */
export async function aliasesAt(reader: Reader, mentions: readonly string[]): Promise<AliasState[]> {
	if (mentions.length === 0) return [];
	const { rows } = await sql<{ id: string; anchor: string; yielded_to: string; made_at: Date }>`
		select a.id, a.anchor, a.yielded_to, a.made_at
		from unnest(${mentions}::uuid[]) as asked(key) join entity_alias a on a.anchor = asked.key`.execute(
		reader,
	);
	return rows.map((row) => ({
		id: row.id,
		anchor: row.anchor,
		yieldedTo: row.yielded_to,
		madeAt: row.made_at,
	}));
}

const ENTITY_COLUMNS = [
	'id',
	'kind',
	'firm',
	'caption',
	'anchor',
	'yielded_to',
	'mentions',
	'contested',
	'first_record',
	'made_at',
] as const;

/**
 * Writes what became of entities. Moves of members that stand for whole entities move all mentions of these.
 * @param newId identifiers of events: greater than all before.
 */
export async function saveChanges(
	session: Session,
	changes: Changes,
	newId: () => string,
	at: Date,
	actor: string | null,
): Promise<void> {
	const { kysely } = session;
	if (changes.ended.length > 0)
		await sql`delete from entity where id = any(${changes.ended}::uuid[])`.execute(kysely);
	if (changes.aliasesEnded.length > 0)
		await sql`delete from entity_alias where id = any(${changes.aliasesEnded}::uuid[])`.execute(kysely);
	if (changes.made.length > 0)
		await session.copyInto(
			'entity',
			ENTITY_COLUMNS,
			changes.made
				.map((entity) =>
					copyLine([
						entity.id,
						entity.kind,
						entity.isFirm,
						entity.caption,
						entity.anchor,
						entity.yieldedTo,
						entity.mentions,
						entity.isContested,
						entity.firstRecord,
						entity.madeAt.toISOString(),
					]),
				)
				.join(''),
		);
	if (changes.changed.length > 0) await updateEntities(session, changes.changed);
	if (changes.aliasesMade.length > 0)
		await session.copyInto(
			'entity_alias',
			['id', 'anchor', 'yielded_to', 'made_at', 'merged_at'],
			changes.aliasesMade
				.map((alias) =>
					copyLine([alias.id, alias.anchor, alias.yieldedTo, alias.madeAt.toISOString(), at.toISOString()]),
				)
				.join(''),
		);
	const single = changes.moves.filter(({ member }) => member.entity === null || member.count === 1);
	const whole = changes.moves.filter(({ member }) => member.entity !== null && member.count > 1);
	await moveMentions(
		session,
		single.map(({ member, entity }) => ({ mention: member.key, entity })),
	);
	await moveWholeEntities(
		session,
		whole.map(({ member, entity }) => ({ from: member.entity ?? '', to: entity })),
	);
	if (changes.events.length > 0)
		await session.copyInto(
			'entity_event',
			['id', 'entity', 'at', 'what', 'other', 'actor'],
			changes.events
				.map((event) => copyLine([newId(), event.entity, at.toISOString(), event.what, event.other, actor]))
				.join(''),
		);
}

async function updateEntities(session: Session, changed: readonly EntityState[]): Promise<void> {
	const rows = changed.map((entity) => ({
		id: entity.id,
		kind: entity.kind,
		firm: entity.isFirm,
		caption: entity.caption,
		anchor: entity.anchor,
		yielded_to: entity.yieldedTo,
		mentions: entity.mentions,
		contested: entity.isContested,
		first_record: entity.firstRecord,
	}));
	await sql`
		update entity set kind = x.kind, firm = x.firm, caption = x.caption, anchor = x.anchor, yielded_to = x.yielded_to,
			mentions = x.mentions, contested = x.contested, first_record = x.first_record
		from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, kind text, firm boolean, caption text, anchor uuid,
			yielded_to uuid, mentions int, contested boolean, first_record uuid)
		where entity.id = x.id`.execute(session.kysely);
}

export type NewJudgement = {
	readonly id: string;
	readonly left: string;
	readonly right: string;
	readonly verdict: Verdict;
	readonly by: GraphEdge['by'];
	readonly judge: { id: string; name: string } | null;
	readonly strength: number;
	readonly probability: number | null;
	readonly evidence: readonly Evidence[];
	readonly reason: string;
	readonly model: number;
	readonly isCut: boolean;
};

const JUDGEMENT_COLUMNS = [
	'id',
	'left_mention',
	'right_mention',
	'verdict',
	'made_by',
	'judge',
	'judge_id',
	'strength',
	'probability',
	'evidence',
	'reason',
	'model',
	'cut',
	'at',
] as const;

export async function saveJudgements(
	session: Session,
	judgements: readonly NewJudgement[],
	at: Date,
): Promise<void> {
	if (judgements.length === 0) return;
	await session.copyInto(
		'judgement',
		JUDGEMENT_COLUMNS,
		judgements
			.map((each) =>
				copyLine([
					each.id,
					...inOrder(each.left, each.right),
					each.verdict,
					each.by,
					each.judge?.name ?? null,
					each.judge?.id ?? null,
					each.strength,
					each.probability,
					JSON.stringify(each.evidence),
					each.reason,
					each.model,
					each.isCut,
					at.toISOString(),
				]),
			)
			.join(''),
	);
}

/** Says of judgements whether something stronger keeps them from counting. */
export async function saveCuts(
	session: Session,
	cuts: readonly { id: string; isCut: boolean }[],
): Promise<void> {
	for (const isCut of [true, false]) {
		const ids = cuts.filter((each) => each.isCut === isCut).map(({ id }) => id);
		if (ids.length > 0)
			await sql`update judgement set cut = ${isCut} where id = any(${ids}::uuid[])`.execute(session.kysely);
	}
}

/** Judgements that hold no longer. `by` is null where the model takes its own back. */
export async function undoJudgements(
	session: Session,
	ids: readonly string[],
	by: string | null,
	reason: string,
	at: Date,
): Promise<void> {
	if (ids.length === 0) return;
	await sql`
		update judgement set undone_at = ${at}::timestamptz, undone_by = ${by}, undone_reason = ${reason}, cut = false
		where id = any(${ids}::uuid[]) and undone_at is null`.execute(session.kysely);
}

/** Judgements that the model makes again under new parameters: probability and evidence as they are now. */
export async function renewJudgements(
	session: Session,
	renewed: readonly { id: string; judgement: NewJudgement }[],
): Promise<void> {
	if (renewed.length === 0) return;
	const rows = renewed.map(({ id, judgement }) => ({
		id,
		made_by: judgement.by,
		strength: judgement.strength,
		probability: judgement.probability,
		evidence: JSON.stringify(judgement.evidence),
		reason: judgement.reason,
		model: judgement.model,
	}));
	await sql`
		update judgement set made_by = x.made_by, strength = x.strength, probability = x.probability, evidence = x.evidence,
			reason = x.reason, model = x.model
		from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, made_by text, strength double precision,
			probability double precision, evidence text, reason text, model int)
		where judgement.id = x.id`.execute(session.kysely);
}
