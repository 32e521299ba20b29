/**
 * SQL of hits: raising, withdrawing, what happened to them. A hit is a mention and an entry; its state changes only here,
 * and every change leaves an event.
 */
import { sql } from 'kysely';
import type { Explanation, HitState, Purpose } from '../../../contract/views-screening.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import { newIdentifier } from '../../platform/identifiers.ts';
import type { RaisedHit } from '../model.ts';

export type EventKind =
	| 'raised'
	| 'scored'
	| 'confirmed'
	| 'dismissed'
	| 'reopened'
	| 'dismissal-ended'
	| 'withdrawn';

export type StoredHit = {
	readonly id: string;
	readonly mention: string;
	readonly list: string;
	readonly entry: string;
	readonly entryContent: string;
	readonly score: number;
	readonly state: HitState;
	readonly purpose: Purpose;
	readonly reason: string | null;
};

/** Characters of a stored explanation; what is longer is cut to its sentence. */
const LONGEST_EXPLANATION = 20_000;

const explanationText = (explanation: Explanation): string => {
	const text = JSON.stringify(explanation);
	return text.length <= LONGEST_EXPLANATION
		? text
		: JSON.stringify({ ...explanation, names: null, evidence: explanation.evidence.slice(0, 5) });
};

/** Writes hits that are not there yet; one that another process raised in the meantime stays as it is. */
export async function insertHits(
	session: Session,
	hits: readonly Omit<RaisedHit, 'instruction'>[],
	nowMs: number,
): Promise<number> {
	if (hits.length === 0) return 0;
	const rows = hits.map((hit) => ({
		id: newIdentifier(nowMs),
		mention: hit.mention,
		list: hit.list,
		entry: hit.entry,
		entry_content: hit.entryContent,
		score: hit.score,
		sentence: hit.explanation.sentence,
		explanation: explanationText(hit.explanation),
		state: hit.state,
		reason: hit.reason,
		purpose: hit.purpose,
	}));
	const at = new Date(nowMs).toISOString();
	const written = await sql<{ id: string; state: string; reason: string | null }>`
		insert into hit(id, mention, list, entry, entry_content, score, sentence, explanation, state, reason, raised_at, purpose)
		select id, mention, list, entry, entry_content, score, sentence, explanation, state, reason, ${at}::timestamptz, purpose
		from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, mention uuid, list text, entry text, entry_content uuid,
			score real, sentence text, explanation text, state text, reason text, purpose text)
		order by mention, list, entry
		on conflict (mention, list, entry) do nothing
		returning id, state, reason`.execute(session.kysely);
	await addEvents(
		session,
		written.rows.map(({ id, state, reason }) => ({
			hit: id,
			what: 'raised' as const,
			actor: null,
			reason: state === 'dismissed' ? `not shown: ${reason ?? 'dismissed before'}` : reason,
		})),
		new Date(nowMs),
	);
	return written.rows.length;
}

export type NewEvent = { hit: string; what: EventKind; actor: string | null; reason: string | null };

export async function addEvents(session: Session, events: readonly NewEvent[], at: Date): Promise<void> {
	if (events.length === 0) return;
	await sql`
		insert into hit_event(hit, position, at, what, actor, reason)
		select x.hit, coalesce((select max(position) + 1 from hit_event e where e.hit = x.hit), 0), ${at.toISOString()}::timestamptz, x.what, x.actor, x.reason
		from json_to_recordset(${JSON.stringify(events)}::json) as x(hit uuid, what text, actor text, reason text)`.execute(
		session.kysely,
	);
}

const HIT_COLUMNS = [
	'id',
	'mention',
	'list',
	'entry',
	'entry_content',
	'score',
	'state',
	'purpose',
	'reason',
] as const;
type HitRow = {
	id: string;
	mention: string;
	list: string;
	entry: string;
	entry_content: string;
	score: number;
	state: string;
	purpose: string;
	reason: string | null;
};
const toHit = (row: HitRow): StoredHit => ({
	id: row.id,
	mention: row.mention,
	list: row.list,
	entry: row.entry,
	entryContent: row.entry_content,
	score: row.score,
	// Written by this file.
	state: row.state as HitState,
	purpose: row.purpose as Purpose,
	reason: row.reason,
});

/** Hits of these mentions, in any state. */
export async function hitsOfMentions(
	kysely: Database['kysely'],
	mentions: readonly string[],
): Promise<StoredHit[]> {
	if (mentions.length === 0) return [];
	const rows = await kysely
		.selectFrom('hit')
		.select(HIT_COLUMNS)
		.where('mention', 'in', [...mentions])
		.execute();
	return rows.map(toHit);
}

/** Open and confirmed hits of these mentions: what a record that names them again has to know. */
export async function standingHits(
	database: Database,
	mentions: readonly string[],
): Promise<{ mention: string; list: string; entry: string; score: number }[]> {
	if (mentions.length === 0) return [];
	const rows = await sql<{ mention: string; list: string; entry: string; score: number }>`
		select mention, list, entry, score from hit where mention = any(${[...mentions]}::uuid[]) and state in ('open', 'confirmed')`.execute(
		database.kysely,
	);
	return rows.rows;
}

/** Hits on these entries that a change of the list may concern, by identifier after `after`. */
export async function hitsOfEntries(
	database: Database,
	list: string,
	entries: readonly string[],
	after: string | undefined,
	limit: number,
): Promise<StoredHit[]> {
	if (entries.length === 0) return [];
	const rows = await database.kysely
		.selectFrom('hit')
		.select(HIT_COLUMNS)
		.where('list', '=', list)
		.where('entry', 'in', [...entries])
		.where('state', '<>', 'withdrawn')
		.$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map(toHit);
}

export async function readStoredHit(session: Session, id: string): Promise<StoredHit | undefined> {
	const row = await session.kysely
		.selectFrom('hit')
		.select(HIT_COLUMNS)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row === undefined ? undefined : toHit(row);
}

/** Sets states; the caller adds the events. */
export async function setState(
	session: Session,
	ids: readonly string[],
	to: { state: HitState; reason: string | null; actor: string | null; at: Date },
): Promise<void> {
	if (ids.length === 0) return;
	await session.kysely
		.updateTable('hit')
		.set({
			state: to.state,
			reason: to.reason,
			decided_by: to.actor,
			decided_at: to.actor === null ? null : to.at,
		})
		.where('id', 'in', [...ids])
		.execute();
}

/** A score and explanation that a new version of an entry gives. */
export async function setScore(
	session: Session,
	id: string,
	scored: { score: number; explanation: Explanation; entryContent: string },
): Promise<void> {
	await session.kysely
		.updateTable('hit')
		.set({
			score: scored.score,
			sentence: scored.explanation.sentence,
			explanation: explanationText(scored.explanation),
			entry_content: scored.entryContent,
		})
		.where('id', '=', id)
		.execute();
}

/**
 * Withdraws what still stands and matches a condition: entries that went, or scores below a new threshold.
 * @returns how many hits were withdrawn.
 */
export async function withdrawHits(
	session: Session,
	which: { list: string; entries: readonly string[] } | { list: string; purpose: Purpose; below: number },
	reason: string,
	at: Date,
): Promise<number> {
	const condition =
		'entries' in which
			? sql`entry = any(${[...which.entries]})`
			: sql`purpose = ${which.purpose} and score < ${which.below}::real and state = 'open'`;
	const rows = await sql<{ id: string }>`
		update hit set state = 'withdrawn', reason = ${reason}, decided_by = null, decided_at = null
		where list = ${which.list} and state <> 'withdrawn' and ${condition} returning id`.execute(
		session.kysely,
	);
	for (let from = 0; from < rows.rows.length; from += 5_000)
		await addEvents(
			session,
			rows.rows
				.slice(from, from + 5_000)
				.map(({ id }) => ({ hit: id, what: 'withdrawn' as const, actor: null, reason })),
			at,
		);
	return rows.rows.length;
}
