/**
 * SQL of one entity: its mentions, the judgements and candidates about them, whom it is connected with, its history.
 */
import { sql } from 'kysely';
import type { Candidate, EntityKind, Judgement } from '../../../contract/views-resolution.ts';
import { entityIsOpen, mentionIsOpen } from '../../platform/database/restriction.ts';
import type { Reader } from './mentions.ts';

export type MemberRow = {
	key: string;
	caption: string;
	content: string;
	purpose: string;
	first_record: string;
	records: number;
};

/** Mentions of an entity, the newest first, each with how many records it stands in, counted up to 1,000. */
export async function membersOfEntity(reader: Reader, entity: string, limit: number): Promise<MemberRow[]> {
	const { rows } = await sql<MemberRow>`
		select m.key, m.caption, m.content, m.purpose, m.first_record,
			(select count(*) from (select 1 from appearance a where a.mention = m.key limit 1000) as stands) as records
		from mention m where m.entity = ${entity}::uuid and ${mentionIsOpen('m.key')} order by m.entity, m.first_record desc limit ${limit}`.execute(
		reader,
	);
	return rows.map((row) => ({ ...row, records: Number(row.records) }));
}

type JudgementRow = {
	id: string;
	left_mention: string;
	left_caption: string;
	right_mention: string;
	right_caption: string;
	verdict: string;
	made_by: string;
	judge: string | null;
	probability: number | null;
	evidence: string;
	reason: string;
	at: Date;
	undone_at: Date | null;
	undone_by: string | null;
	undone_reason: string | null;
};

const toJudgement = (row: JudgementRow): Judgement => ({
	id: row.id,
	left: { key: row.left_mention, caption: row.left_caption },
	right: { key: row.right_mention, caption: row.right_caption },
	// Written from the same contract that these types come from.
	verdict: row.verdict as Judgement['verdict'],
	by: row.made_by as Judgement['by'],
	judge: row.judge,
	at: row.at.toISOString(),
	probability: row.probability,
	evidence: JSON.parse(row.evidence) as Judgement['evidence'],
	reason: row.reason,
	undoneAt: row.undone_at?.toISOString() ?? null,
	undoneBy: row.undone_by,
	undoneReason: row.undone_reason,
});

const JUDGEMENT = sql`j.id, j.left_mention, l.caption as left_caption, j.right_mention, r.caption as right_caption,
	j.verdict, j.made_by, j.judge, j.probability, j.evidence, j.reason, j.at, j.undone_at, j.undone_by, j.undone_reason`;

/** Judgements about mentions of an entity: persons' first, then those that hold, then the newest. Links that do not count are left out. */
export async function judgementsOf(reader: Reader, entity: string, limit: number): Promise<Judgement[]> {
	const { rows } = await sql<JudgementRow>`
		select ${JUDGEMENT} from (
			select j.* from mention m join judgement j on j.left_mention = m.key where m.entity = ${entity}::uuid and not j.cut
			union
			select j.* from mention m join judgement j on j.right_mention = m.key where m.entity = ${entity}::uuid and not j.cut
		) as j join mention l on l.key = j.left_mention join mention r on r.key = j.right_mention
		where ${mentionIsOpen('l.key')} and ${mentionIsOpen('r.key')}
		order by (j.made_by = 'person') desc, j.undone_at is null desc, j.id desc limit ${limit}`.execute(reader);
	return rows.map(toJudgement);
}

export async function readJudgement(reader: Reader, id: string): Promise<Judgement | undefined> {
	const { rows } = await sql<JudgementRow>`
		select ${JUDGEMENT} from judgement j join mention l on l.key = j.left_mention join mention r on r.key = j.right_mention
		where j.id = ${id}::uuid`.execute(reader);
	return rows.map(toJudgement)[0];
}

type CandidateRow = {
	id: string;
	left_mention: string;
	left_caption: string;
	left_entity: string;
	right_mention: string;
	right_caption: string;
	right_entity: string;
	kind: string;
	probability: number;
	evidence: string;
	sentence: string;
	state: string;
	raised_at: Date;
};

const toCandidate = (row: CandidateRow): Candidate => ({
	id: row.id,
	left: { key: row.left_mention, caption: row.left_caption, entity: row.left_entity },
	right: { key: row.right_mention, caption: row.right_caption, entity: row.right_entity },
	kind: row.kind as EntityKind,
	probability: row.probability,
	evidence: JSON.parse(row.evidence) as Candidate['evidence'],
	sentence: row.sentence,
	state: row.state as Candidate['state'],
	raisedAt: row.raised_at.toISOString(),
});

const CANDIDATE = sql`c.id, c.left_mention, l.caption as left_caption, l.entity as left_entity,
	c.right_mention, r.caption as right_caption, r.entity as right_entity,
	c.kind, c.probability, c.evidence, c.sentence, c.state, c.raised_at`;

/** Open candidates about mentions of an entity, the likeliest first. */
export async function openCandidatesOf(reader: Reader, entity: string, limit: number): Promise<Candidate[]> {
	const { rows } = await sql<CandidateRow>`
		select ${CANDIDATE} from (
			select c.* from mention m join candidate c on c.left_mention = m.key where m.entity = ${entity}::uuid and c.state = 'open'
			union
			select c.* from mention m join candidate c on c.right_mention = m.key where m.entity = ${entity}::uuid and c.state = 'open'
		) as c join mention l on l.key = c.left_mention join mention r on r.key = c.right_mention
		where ${mentionIsOpen('l.key')} and ${mentionIsOpen('r.key')}
		order by c.probability desc, c.id limit ${limit}`.execute(reader);
	return rows.map(toCandidate);
}

/** Candidates of a state, newest first. */
export async function candidatePage(
	reader: Reader,
	state: string,
	kind: string | undefined,
	after: string | undefined,
	limit: number,
): Promise<Candidate[]> {
	const byKind = kind === undefined ? sql`` : sql`and kind = ${kind}`;
	const beyond = after === undefined ? sql`` : sql`and id < ${after}::uuid`;
	const { rows } = await sql<CandidateRow>`
		select ${CANDIDATE} from (
			select * from candidate where state = ${state} ${byKind} ${beyond}
				and ${mentionIsOpen('candidate.left_mention')} and ${mentionIsOpen('candidate.right_mention')} order by id desc limit ${limit}
		) as c join mention l on l.key = c.left_mention join mention r on r.key = c.right_mention
		order by c.id desc`.execute(reader);
	return rows.map(toCandidate);
}

export async function countCandidates(
	reader: Reader,
	state: string,
	kind: string | undefined,
	limit: number,
): Promise<number> {
	const byKind = kind === undefined ? sql`` : sql`and kind = ${kind}`;
	const { rows } = await sql<{ amount: number }>`
		select count(*) as amount from (select 1 from candidate where state = ${state} ${byKind} limit ${limit}) as counted`.execute(
		reader,
	);
	return Number(rows[0]?.amount ?? 0);
}

export type ConnectionRow = { id: string; kind: string; caption: string; records: number };

const NEWEST_RECORDS = 100;
const MOST_BESIDE = 200;

/** Entities that stand in the newest records of an entity. */
export async function besideInRecords(
	reader: Reader,
	entity: string,
	limit: number,
): Promise<ConnectionRow[]> {
	const { rows } = await sql<ConnectionRow>`
		select e.id, e.kind, e.caption, beside.records from (
			select m.entity, count(distinct own.record_id) as records
			from (
				select distinct a.record_id from (
					select key from mention where entity = ${entity}::uuid order by entity, first_record desc limit ${NEWEST_RECORDS}
				) as of cross join lateral (
					select record_id from appearance where mention = of.key order by record_id desc limit ${NEWEST_RECORDS}
				) as a order by a.record_id desc limit ${NEWEST_RECORDS}
			) as own
			cross join lateral (
				select mention from appearance where record_id = own.record_id order by position limit ${MOST_BESIDE}
			) as other join mention m on m.key = other.mention
			where m.entity <> ${entity}::uuid
			group by m.entity order by records desc, m.entity limit ${limit}
		) as beside join entity e on e.id = beside.entity and ${entityIsOpen('e.id')} order by beside.records desc, e.id`.execute(
		reader,
	);
	return rows.map((row) => ({ ...row, records: Number(row.records) }));
}

/** Entities of the parts of an entity (its addresses), and of the others that these are parts of. */
export async function throughParts(
	reader: Reader,
	entity: string,
	limit: number,
): Promise<(ConnectionRow & { isPart: boolean })[]> {
	const { rows } = await sql<ConnectionRow & { is_part: boolean }>`
		select e.id, e.kind, e.caption, found.records, found.is_part from (
			select part.entity, count(*) as records, true as is_part
			from mention m join mention_part p on p.whole = m.key join mention part on part.key = p.part
			where m.entity = ${entity}::uuid group by part.entity
			union all
			select whole.entity, count(*), false
			from mention m join mention_part p on p.part = m.key join mention whole on whole.key = p.whole
			where m.entity = ${entity}::uuid group by whole.entity
			union all
			select other.entity, count(*), false
			from (
				select distinct part.entity as at from mention m join mention_part p on p.whole = m.key
				join mention part on part.key = p.part where m.entity = ${entity}::uuid and part.entity is not null limit 20
			) as home
			cross join lateral (select key from mention where entity = home.at limit 50) as part
			join mention_part p on p.part = part.key join mention other on other.key = p.whole
			where other.entity <> ${entity}::uuid group by other.entity
		) as found join entity e on e.id = found.entity
		where e.id <> ${entity}::uuid and ${entityIsOpen('e.id')} order by found.records desc, e.id limit ${limit}`.execute(
		reader,
	);
	return rows.map(({ is_part, ...row }) => ({ ...row, records: Number(row.records), isPart: is_part }));
}

/** Entities other than this whose mentions are under one of the keys that few have. */
export async function underKeys(
	reader: Reader,
	entity: string,
	keys: readonly number[],
	perKey: number,
	limit: number,
): Promise<ConnectionRow[]> {
	if (keys.length === 0) return [];
	const { rows } = await sql<ConnectionRow>`
		select e.id, e.kind, e.caption, found.records from (
			select m.entity, count(distinct asked.key) as records
			from unnest(${keys}::bigint[]) as asked(key)
			cross join lateral (select k.mention from resolution_key k where k.key = asked.key limit ${perKey}) as under
			join mention m on m.key = under.mention
			where m.entity is not null and m.entity <> ${entity}::uuid
			group by m.entity order by records desc, m.entity limit ${limit}
		) as found join entity e on e.id = found.entity and ${entityIsOpen('e.id')} order by found.records desc, e.id`.execute(
		reader,
	);
	return rows.map((row) => ({ ...row, records: Number(row.records) }));
}

export type EventRow = { at: Date; what: string; other: string | null; actor: string | null };

/** What happened to an entity, the newest first. */
export const eventsOf = (reader: Reader, entity: string, limit: number): Promise<EventRow[]> =>
	reader
		.selectFrom('entity_event')
		.select(['at', 'what', 'other', 'actor'])
		.where('entity', '=', entity)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
