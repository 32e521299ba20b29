/**
 * SQL that reads hits for people: the queue, and one hit with its records and history.
 */
import { type RawBuilder, sql } from 'kysely';
import type { AlertInstruction, ListEntry } from '../../../contract/lists.ts';
import type { Explanation, HitDetail, HitState, HitSummary } from '../../../contract/views-screening.ts';
import type { Database } from '../../platform/database/port.ts';
import { mentionIsOpen, recordIsOpen } from '../../platform/database/restriction.ts';
import { momentOf } from '../../platform/identifiers.ts';

const MOST_COUNTED = 100_000;
const MOST_RECORDS = 1_000;

export type HitFilter = {
	state?: HitState | undefined;
	list?: string | undefined;
	purpose?: string | undefined;
	/** What is asked for, by the entry where it differs from its list. */
	action?: AlertInstruction['action'] | undefined;
	record?: string | undefined;
	entry?: string | undefined;
	minimumScore?: number | undefined;
	id?: string | undefined;
};

type Row = {
	id: string;
	state: HitState;
	list: string;
	list_name: string;
	instruction: string;
	entry: string;
	body: string | null;
	caption: string | null;
	mention: string;
	mention_kind: string;
	mention_caption: string;
	purpose: HitSummary['purpose'];
	score: number;
	sentence: string;
	raised_at: Date;
	reason: string | null;
	decided_by: string | null;
	decided_at: Date | null;
	record_id: string | null;
	record_kind: string | null;
	record_reference: string | null;
	records: number;
};

/** Few entries say something of their own; the text is looked at before it is read as JSON. */
const actionOfHit = sql`coalesce(
	(select case when e.body like '%"instruction":%' then e.body::json -> 'instruction' ->> 'action' end
		from list_entry e where e.list = h.list and e.key = h.entry order by e.from_version desc limit 1),
	(select l.instruction::json ->> 'action' from list l where l.id = h.list))`;

const conditionsOf = (filter: HitFilter): RawBuilder<unknown> => {
	const all: RawBuilder<unknown>[] = [mentionIsOpen('h.mention')];
	if (filter.id !== undefined) all.push(sql`h.id = ${filter.id}::uuid`);
	if (filter.state !== undefined) all.push(sql`h.state = ${filter.state}`);
	if (filter.list !== undefined) all.push(sql`h.list = ${filter.list}`);
	if (filter.purpose !== undefined) all.push(sql`h.purpose = ${filter.purpose}`);
	if (filter.action !== undefined) all.push(sql`${actionOfHit} = ${filter.action}`);
	if (filter.entry !== undefined) all.push(sql`h.entry = ${filter.entry}`);
	if (filter.minimumScore !== undefined) all.push(sql`h.score >= ${filter.minimumScore}::real`);
	if (filter.record !== undefined)
		all.push(sql`h.mention in (select mention from appearance where record_id = ${filter.record}::uuid)`);
	return sql.join(all, sql` and `);
};

/** Hits that match, newest first. */
export async function readHitRows(
	database: Database,
	filter: HitFilter,
	after: string | undefined,
	limit: number,
): Promise<HitSummary[]> {
	const page = after === undefined ? sql`true` : sql`h.id < ${after}::uuid`;
	const rows = await sql<Row>`
		select h.id, h.state, h.list, l.name as list_name, l.instruction, h.entry, e.body, e.caption, h.mention, m.kind as mention_kind,
			m.caption as mention_caption, h.purpose, h.score, h.sentence, h.raised_at, h.reason, h.decided_by, h.decided_at,
			r.id as record_id, r.kind as record_kind, r.reference as record_reference, c.records
		from (select * from hit h where ${conditionsOf(filter)} and ${page} order by h.id desc limit ${limit}) h
		join list l on l.id = h.list
		join mention m on m.key = h.mention
		left join lateral (select body, caption from list_entry e where e.list = h.list and e.key = h.entry order by from_version desc limit 1) e on true
		left join lateral (select record_id from appearance a where a.mention = h.mention and ${recordIsOpen('a.record_id')} order by record_id desc limit 1) a on true
		left join record r on r.id = a.record_id
		left join lateral (select count(*)::int as records from (select distinct record_id from appearance a where a.mention = h.mention limit ${MOST_RECORDS}) counted) c on true
		order by h.id desc`.execute(database.kysely);
	return rows.rows.map(toSummary);
}

function toSummary(row: Row): HitSummary {
	const entry = row.body === null ? undefined : (JSON.parse(row.body) as ListEntry);
	const instruction = JSON.parse(row.instruction) as AlertInstruction;
	return {
		id: row.id,
		state: row.state,
		list: row.list,
		listName: row.list_name,
		entry: {
			key: row.entry,
			caption: row.caption ?? row.entry,
			kind: entry?.kind ?? 'person',
			programmes: entry?.programmes ?? [],
		},
		mention: { key: row.mention, kind: row.mention_kind, caption: row.mention_caption },
		purpose: row.purpose,
		score: row.score,
		sentence: row.sentence,
		instruction: { ...instruction, ...entry?.instruction },
		raisedAt: row.raised_at.toISOString(),
		reason: row.reason,
		decidedBy: row.decided_by,
		decidedAt: row.decided_at?.toISOString() ?? null,
		record:
			row.record_id === null || row.record_kind === null
				? null
				: {
						id: row.record_id,
						// Written by intake, from the contract's kinds.
						kind: row.record_kind as NonNullable<HitSummary['record']>['kind'],
						reference: row.record_reference ?? '',
						receivedAt: new Date(momentOf(row.record_id)).toISOString(),
					},
		records: row.records,
	};
}

/** How many hits match, up to 100,000. */
export async function countHits(database: Database, filter: HitFilter): Promise<number> {
	const rows = await sql<{ total: number }>`
		select count(*)::int as total from (select 1 from hit h where ${conditionsOf(filter)} limit ${MOST_COUNTED}) as found`.execute(
		database.kysely,
	);
	return rows.rows[0]?.total ?? 0;
}

/** Open hits by list. */
export async function countOpenHits(database: Database): Promise<Map<string, number>> {
	const rows = await sql<{ list: string; open: number }>`
		select list, count(*)::int as open from hit where state = 'open' group by list`.execute(database.kysely);
	return new Map(rows.rows.map(({ list, open }) => [list, open]));
}

export type HitParts = {
	explanation: Explanation;
	entry: ListEntry | undefined;
	mention: Record<string, unknown>;
	records: HitDetail['records'];
	history: HitDetail['history'];
};

export async function readHitParts(database: Database, id: string): Promise<HitParts | undefined> {
	const { kysely } = database;
	const found = await sql<{ explanation: string; body: string | null; mention: string; content: string }>`
		select h.explanation, e.body, h.mention, m.content from hit h
		join mention m on m.key = h.mention
		left join lateral (select body from list_entry e where e.list = h.list and e.key = h.entry order by from_version desc limit 1) e on true
		where h.id = ${id}::uuid`.execute(kysely);
	const row = found.rows[0];
	if (row === undefined) return undefined;
	const records = await sql<{
		id: string;
		kind: HitDetail['records'][number]['kind'];
		reference: string;
		caption: string;
		role: string;
		place: string;
	}>`
		select r.id, r.kind, r.reference, r.caption, a.role, a.place
		from (select record_id, role, place from appearance a where mention = ${row.mention}::uuid and ${recordIsOpen('a.record_id')} order by record_id desc limit 50) a
		join record r on r.id = a.record_id order by r.id desc`.execute(kysely);
	const events = await kysely
		.selectFrom('hit_event')
		.select(['at', 'what', 'actor', 'reason'])
		.where('hit', '=', id)
		.orderBy('position')
		.limit(500)
		.execute();
	return {
		// Both are JSON that screening wrote.
		explanation: JSON.parse(row.explanation) as Explanation,
		entry: row.body === null ? undefined : (JSON.parse(row.body) as ListEntry),
		mention: JSON.parse(row.content) as Record<string, unknown>,
		records: records.rows.map((each) => ({ ...each, receivedAt: new Date(momentOf(each.id)).toISOString() })),
		history: events.map(({ at, what, actor, reason }) => ({ at: at.toISOString(), what, by: actor, reason })),
	};
}
