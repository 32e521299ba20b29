/** SQL of what was asked of matching: the log of questions, and what is spent of budgets. Read only. */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';

type Reading = Pick<Session, 'kysely'>;

export type QuestionRow = {
	readonly id: string;
	readonly agreement: string;
	readonly offer: string;
	readonly side: string;
	readonly at: Date;
	readonly actor: string | null;
	readonly case_reference: string | null;
	readonly hit: boolean | null;
	readonly refused: string | null;
	readonly partner: string | null;
};

export type QuestionFilter = {
	readonly agreement: string | undefined;
	readonly side: 'ours' | 'theirs' | undefined;
	/** Time and identifier of the last one of the page before. */
	readonly after: { readonly at: Date; readonly id: string } | undefined;
	readonly limit: number;
};

/** Users are kept by identifier; others who ask, by their name. */
const IDENTIFIER = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

/** Newest first: the newest of each agreement by its index, then the newest of these. */
export async function listQuestionRows(
	{ kysely }: Reading,
	{ agreement, side, after, limit }: QuestionFilter,
): Promise<QuestionRow[]> {
	const beyond = after === undefined ? sql`true` : sql`(at, id) < (${after.at}, ${after.id}::uuid)`;
	const { rows } = await sql<QuestionRow>`
		select q.*, coalesce(u.name, q.actor) as actor, a.partner from (
			select distinct on (id) id, partner from agreement
			where ${agreement === undefined ? sql`true` : sql`id = ${agreement}`} order by id, version desc
		) as a cross join lateral (
			select id, agreement, offer, side, at, actor, case_reference, hit, refused from match_question
			where agreement = a.id and ${side === undefined ? sql`true` : sql`side = ${side}`} and ${beyond}
			order by at desc, id desc limit ${limit}
		) as q
		left join user_account u on u.id = case when q.actor ~ ${IDENTIFIER} then q.actor::uuid end
		order by q.at desc, q.id desc limit ${limit}`.execute(kysely);
	return rows;
}

export type SpentRow = {
	readonly agreement: string;
	readonly side: string;
	readonly questions: number;
	readonly intersections: number;
};

/** Questions of a day and intersections of its month, of these agreements, by side. */
export async function readSpentBySide(
	{ kysely }: Reading,
	agreements: readonly string[],
	day: string,
): Promise<SpentRow[]> {
	if (agreements.length === 0) return [];
	const month = `${day.slice(0, 7)}-01`;
	const { rows } = await sql<SpentRow>`
		select agreement, side,
			coalesce(sum(questions) filter (where day = ${day}::date), 0)::int as questions,
			coalesce(sum(intersections) filter (where day = ${month}::date), 0)::int as intersections
		from budget_day
		where agreement = any(${[...agreements]}::text[]) and side in ('ours', 'theirs') and day in (${day}::date, ${month}::date)
		group by agreement, side`.execute(kysely);
	return rows;
}

/** Agreements with a partner that say they are signed, in one version at least. */
export async function readSignedAgreements(
	{ kysely }: Reading,
	most: number,
): Promise<{ id: string; partner: string }[]> {
	const { rows } = await sql<{ id: string; partner: string }>`
		select distinct id, partner from agreement where partner is not null and state = 'signed' order by id limit ${most}`.execute(
		kysely,
	);
	return rows;
}
