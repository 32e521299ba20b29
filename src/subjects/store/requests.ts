/**
 * SQL of requests: the register by keyset, one request with its history, and its end.
 */
import { sql } from 'kysely';
import type { Database, Session } from '../../platform/database/port.ts';
import type { DataRequestTable } from '../../platform/tables-subjects.ts';

type Reading = Pick<Database, 'kysely'>;
export type RequestRow = DataRequestTable;

/** Counted up to this. */
const MOST_COUNTED = 10_000;
const MOST_EVENTS = 500;

export const insertRequest = async (session: Session, row: RequestRow): Promise<void> => {
	await session.kysely.insertInto('data_request').values(row).execute();
};

export const readRequestRow = ({ kysely }: Reading, id: string): Promise<RequestRow | undefined> =>
	kysely.selectFrom('data_request').selectAll().where('id', '=', id).executeTakeFirst();

/** The same, and nobody else changes it until the transaction ends. */
export const lockRequest = ({ kysely }: Session, id: string): Promise<RequestRow | undefined> =>
	kysely.selectFrom('data_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const changeRequest = async (
	{ kysely }: Session,
	id: string,
	change: Partial<Omit<RequestRow, 'id'>>,
): Promise<void> => {
	await kysely.updateTable('data_request').set(change).where('id', '=', id).execute();
};

export type RequestFilter = {
	readonly state?: string | undefined;
	readonly kind?: string | undefined;
	/** Due before this moment and not closed. */
	readonly dueBefore?: Date | undefined;
};

const conditionsOf = ({ state, kind, dueBefore }: RequestFilter) =>
	sql.join(
		[
			...(state === undefined ? [] : [sql`state = ${state}`]),
			...(kind === undefined ? [] : [sql`kind = ${kind}`]),
			...(dueBefore === undefined ? [] : [sql`state <> 'closed' and due_at < ${dueBefore}`]),
			sql`true`,
		],
		sql` and `,
	);

/** Newest first; those that are overdue by when they were due. @param after the last one of the page before. */
export async function listRequestRows(
	{ kysely }: Reading,
	filter: RequestFilter,
	after: { readonly dueMs: number; readonly id: string } | undefined,
	limit: number,
): Promise<RequestRow[]> {
	const isByDue = filter.dueBefore !== undefined;
	const beyond =
		after === undefined
			? sql`true`
			: isByDue
				? sql`(due_at, id) > (${new Date(after.dueMs)}, ${after.id}::uuid)`
				: sql`id < ${after.id}::uuid`;
	const { rows } = await sql<RequestRow>`
		select * from data_request where ${conditionsOf(filter)} and ${beyond}
		order by ${isByDue ? sql`due_at, id` : sql`id desc`} limit ${limit}`.execute(kysely);
	return rows;
}

export async function countRequests({ kysely }: Reading, filter: RequestFilter): Promise<number> {
	const { rows } = await sql<{ total: number }>`
		select count(*)::int as total from (
			select 1 from data_request where ${conditionsOf(filter)} limit ${MOST_COUNTED}
		) as found`.execute(kysely);
	return rows[0]?.total ?? 0;
}

export type RequestEvent = {
	readonly at: Date;
	readonly what: string;
	readonly actor: string;
	readonly object: string | null;
	/** Counts, categories, grounds: no names. */
	readonly facts: { readonly [name: string]: string | number };
};

/** Adds to the history of a request that is locked. */
export async function addEvent({ kysely }: Session, request: string, event: RequestEvent): Promise<void> {
	await sql`
		insert into data_request_event(request, position, at, what, actor, object, facts)
		select ${request}::uuid, coalesce(max(position), 0) + 1, ${event.at}::timestamptz, ${event.what}, ${event.actor},
			${event.object}::uuid, ${JSON.stringify(event.facts)}
		from data_request_event where request = ${request}::uuid`.execute(kysely);
}

export const readEvents = ({ kysely }: Reading, request: string) =>
	kysely
		.selectFrom('data_request_event')
		.select(['at', 'what', 'actor', 'object', 'facts'])
		.where('request', '=', request)
		.orderBy('position')
		.limit(MOST_EVENTS)
		.execute();

/** Requests whose end has come; picks and history go with them, restrictions stay without their request. */
export async function deleteEndedRequests({ kysely }: Session, now: Date, limit: number): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from data_request where keep_until is not null and keep_until <= ${now} order by keep_until limit ${limit} for update`.execute(
		kysely,
	);
	const ids = rows.map(({ id }) => id);
	if (ids.length === 0) return [];
	await kysely.updateTable('record_restriction').set({ request: null }).where('request', 'in', ids).execute();
	await kysely.deleteFrom('data_request').where('id', 'in', ids).execute();
	return ids;
}
