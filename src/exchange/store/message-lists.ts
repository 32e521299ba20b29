/** SQL of the lists of messages: a page of them by what is asked, and a correspondence. */
import { type RawBuilder, sql } from 'kysely';
import type { MessageRow, Reading } from './messages.ts';

export type MessageFilter = {
	readonly box?: 'in' | 'out' | undefined;
	readonly partner?: string | undefined;
	readonly agreement?: string | undefined;
	readonly kind?: string | undefined;
	readonly state: 'open' | 'unread' | 'to-answer' | 'awaited' | 'waiting' | 'refused' | 'overdue' | 'any';
	readonly without?: 'control' | undefined;
	readonly sort?: 'newest' | 'due' | undefined;
	readonly now: Date;
};

/** Counted up to this, and then said to be at least that. */
export const MOST_COUNTED = 100_000;
const MOST_IN_THREAD = 200;

/** In these an answer is no longer waited for; the index of what is due leaves them out, in the same words. */
const NOT_SETTLED = sql`state not in ('answered', 'recalled', 'deleted', 'refused', 'expired')`;

const UNREAD = sql`(box = 'in' and state = 'received' and kind <> 'control')`;

const STATES: { readonly [state in MessageFilter['state']]: (now: Date) => RawBuilder<unknown> } = {
	any: () => sql`true`,
	waiting: () => sql`(box = 'out' and next_try_at is not null)`,
	refused: () => sql`state in ('refused', 'expired')`,
	// Nobody opens what is about the exchange itself.
	open: () => sql`(${NOT_SETTLED} and (due_at is not null or state = 'waiting' or ${UNREAD}))`,
	unread: () => UNREAD,
	'to-answer': () => sql`(box = 'in' and due_at is not null and ${NOT_SETTLED})`,
	awaited: () => sql`(box = 'out' and due_at is not null and ${NOT_SETTLED})`,
	overdue: (now) => sql`(due_at is not null and due_at < ${now} and ${NOT_SETTLED})`,
};

const conditionsOf = (filter: MessageFilter): RawBuilder<unknown> => {
	const { box, partner, agreement, kind, state, without, sort, now } = filter;
	return sql.join(
		[
			STATES[state](now),
			...(sort === 'due' ? [sql`due_at is not null`] : []),
			...(without === undefined ? [] : [sql`kind <> ${without}`]),
			...(box === undefined ? [] : [sql`box = ${box}`]),
			...(partner === undefined ? [] : [sql`partner = ${partner}`]),
			...(agreement === undefined ? [] : [sql`agreement = ${agreement}`]),
			...(kind === undefined ? [] : [sql`kind = ${kind}`]),
		],
		sql` and `,
	);
};

/** Where a message stands in a list: what it is sorted by, and itself. */
export const placeInList = (row: Pick<MessageRow, 'id' | 'at' | 'due_at'>, sort: MessageFilter['sort']) => ({
	atMs: (sort === 'due' ? (row.due_at ?? row.at) : row.at).getTime(),
	id: row.id,
});

/** Newest first, or what is due first. @param after where the last one of the page before stands. */
export async function listMessageRows(
	{ kysely }: Reading,
	filter: MessageFilter,
	after: { readonly atMs: number; readonly id: string } | undefined,
	limit: number,
): Promise<MessageRow[]> {
	const isByDue = filter.sort === 'due';
	const mark = after && sql`(${new Date(after.atMs)}, ${after.id}::uuid)`;
	const beyond =
		mark === undefined ? sql`true` : isByDue ? sql`(due_at, id) > ${mark}` : sql`(at, id) < ${mark}`;
	const order = isByDue ? sql`due_at, id` : sql`at desc, id desc`;
	const { rows } = await sql<MessageRow>`
		select * from message where ${conditionsOf(filter)} and ${beyond} order by ${order} limit ${limit}`.execute(
		kysely,
	);
	return rows;
}

export async function countMessages({ kysely }: Reading, filter: MessageFilter): Promise<number> {
	const { rows } = await sql<{ total: number }>`
		select count(*)::int as total from (
			select 1 from message where ${conditionsOf(filter)} limit ${MOST_COUNTED}
		) as found`.execute(kysely);
	return rows[0]?.total ?? 0;
}

/** A correspondence, oldest first. */
export const readThread = ({ kysely }: Reading, thread: string): Promise<MessageRow[]> =>
	kysely
		.selectFrom('message')
		.selectAll()
		.where('thread', '=', thread)
		.orderBy('at')
		.orderBy('id')
		.limit(MOST_IN_THREAD)
		.execute();

/** How many attachments each has. */
export async function countAttachments(
	{ kysely }: Reading,
	messages: readonly string[],
): Promise<Map<string, number>> {
	if (messages.length === 0) return new Map();
	const rows = await kysely
		.selectFrom('attachment')
		.select(({ fn }) => ['message', fn.countAll<number>().as('count')])
		.where('message', 'in', [...messages])
		.groupBy('message')
		.execute();
	return new Map(rows.flatMap(({ message, count }) => (message === null ? [] : [[message, Number(count)]])));
}
