/**
 * SQL of what models are estimated from: mentions of different entities, pairs that are known to be one.
 */
import { sql } from 'kysely';
import type { Reader } from './mentions.ts';

type Content = { key: string; content: string };

/** One mention of each of the newest entities of a kind. */
export async function sampleEntities(reader: Reader, kind: string, limit: number): Promise<Content[]> {
	const { rows } = await sql<Content>`
		select m.key, m.content from (
			select anchor from entity where kind = ${kind} order by kind desc, id desc limit ${limit}
		) as e join mention m on m.key = e.anchor`.execute(reader);
	return rows;
}

/** The newest pairs that a number or a person joined, of one kind. */
export async function sampleLinks(
	reader: Reader,
	kind: string,
	limit: number,
): Promise<{ left: Content; right: Content }[]> {
	const { rows } = await sql<{
		left_key: string;
		left_content: string;
		right_key: string;
		right_content: string;
	}>`
		select l.key as left_key, l.content as left_content, r.key as right_key, r.content as right_content
		from (
			select left_mention, right_mention from judgement
			where verdict = 'same' and made_by in ('identifier', 'person') and undone_at is null and not cut
			order by id desc limit ${10 * limit}
		) as j
		join mention l on l.key = j.left_mention join mention r on r.key = j.right_mention
		where l.kind in (${kind}, 'party') and r.kind in (${kind}, 'party') limit ${limit}`.execute(reader);
	return rows.map((row) => ({
		left: { key: row.left_key, content: row.left_content },
		right: { key: row.right_key, content: row.right_content },
	}));
}

/** Mentions of a kind, and how many pairs of them are of one entity. */
export async function pairsTogether(
	reader: Reader,
	kind: string,
): Promise<{ mentions: number; pairs: number }> {
	const { rows } = await sql<{ mentions: number | null; pairs: number | null }>`
		select sum(mentions)::double precision as mentions, sum(mentions::double precision * (mentions - 1) / 2) as pairs
		from entity where kind = ${kind}`.execute(reader);
	return { mentions: Number(rows[0]?.mentions ?? 0), pairs: Number(rows[0]?.pairs ?? 0) };
}
