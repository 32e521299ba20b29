/**
 * SQL of dismissals: an analyst's word that a side (what screening looks at of a mention) is not an entry. It holds while
 * both stay as they were; when it ends, it says why.
 */
import { sql } from 'kysely';
import type { Database, Session } from '../../platform/database/port.ts';

export type Dismissal = {
	readonly id: string;
	readonly side: string;
	readonly subject: string;
	readonly list: string;
	readonly entry: string;
	readonly entryContent: string;
	readonly reason: string;
	readonly actor: string;
	readonly at: Date;
};

type Row = {
	id: string;
	side: string;
	subject: string;
	list: string;
	entry: string;
	entry_content: string;
	reason: string;
	actor: string;
	at: Date;
};
const toDismissal = ({ entry_content, ...row }: Row): Dismissal => ({ ...row, entryContent: entry_content });

/** Dismissals of these sides, and of whoever has the same name, that hold. */
export async function findDismissals(
	kysely: Database['kysely'],
	sides: readonly string[],
	subjects: readonly string[],
): Promise<Dismissal[]> {
	if (sides.length === 0 && subjects.length === 0) return [];
	const rows = await sql<Row>`
		select id, side, subject, list, entry, entry_content, reason, actor, at from dismissal
		where ended_at is null and (side = any(${[...sides]}::uuid[]) or subject = any(${[...subjects]}::uuid[])) limit 10000`.execute(
		kysely,
	);
	return rows.rows.map(toDismissal);
}

export async function insertDismissal(session: Session, dismissal: Dismissal): Promise<void> {
	await session.kysely
		.insertInto('dismissal')
		.values({
			id: dismissal.id,
			side: dismissal.side,
			subject: dismissal.subject,
			list: dismissal.list,
			entry: dismissal.entry,
			entry_content: dismissal.entryContent,
			reason: dismissal.reason,
			actor: dismissal.actor,
			at: dismissal.at,
			ended_at: null,
			ended_because: null,
		})
		.onConflict((conflict) =>
			conflict.columns(['side', 'list', 'entry']).where('ended_at', 'is', null).doUpdateSet({
				entry_content: dismissal.entryContent,
				reason: dismissal.reason,
				actor: dismissal.actor,
				at: dismissal.at,
			}),
		)
		.execute();
}

/** Ends what holds for a side and an entry, or for an entry whatever the side. */
export async function endDismissals(
	session: Session,
	which: { list: string; entries: readonly string[]; side?: string },
	because: string,
	at: Date,
): Promise<void> {
	if (which.entries.length === 0) return;
	await session.kysely
		.updateTable('dismissal')
		.set({ ended_at: at, ended_because: because })
		.where('ended_at', 'is', null)
		.where('list', '=', which.list)
		.where('entry', 'in', [...which.entries])
		.$if(which.side !== undefined, (query) => query.where('side', '=', which.side ?? ''))
		.execute();
}
