/**
 * SQL of the log of decisions. Identifiers are made from time (UUID version 7), so newest first is the order of the key, and a
 * span of time is a range of it. Filters have an index each; what is asked with several uses one and reads on.
 */
import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/tables.ts';
import type { DecisionTable } from '../../platform/tables-exchange.ts';

export type DecisionFilter = {
	readonly subject?: string;
	readonly action?: string;
	readonly object?: string;
	readonly purpose?: string;
	readonly caseReference?: string;
	readonly permitted?: boolean;
	/** Lowest identifier, and the first above the highest. */
	readonly fromId?: string;
	readonly untilId?: string;
	/** Roles whose decisions are shown, besides those about `reader`; left out: all. */
	readonly staff?: { readonly roles: readonly string[]; readonly reader: string };
};

export async function insertDecisions(kysely: Kysely<Tables>, rows: readonly DecisionTable[]): Promise<void> {
	await kysely.insertInto('decision').values(rows).execute();
}

/** Newest first. @param after identifier of the last row of the page before. */
export async function readDecisions(
	kysely: Kysely<Tables>,
	filter: DecisionFilter,
	after: string | undefined,
	limit: number,
): Promise<DecisionTable[]> {
	const { subject, action, object, purpose, caseReference, permitted, fromId, untilId, staff } = filter;
	let query = kysely.selectFrom('decision').selectAll();
	if (subject !== undefined) query = query.where('subject', '=', subject);
	if (action !== undefined) query = query.where('action', '=', action);
	if (object !== undefined) query = query.where('object', '=', object);
	if (purpose !== undefined) query = query.where('purpose', '=', purpose);
	if (caseReference !== undefined) query = query.where('case_reference', '=', caseReference);
	if (permitted === true) query = query.where('permitted', '=', true);
	if (permitted === false) query = query.where((of) => of.not('permitted'));
	if (fromId !== undefined) query = query.where('id', '>=', fromId);
	if (untilId !== undefined) query = query.where('id', '<', untilId);
	if (after !== undefined) query = query.where('id', '<', after);
	if (staff !== undefined)
		query = query.where((of) => of.or([of('role', 'in', staff.roles), of('subject', '=', staff.reader)]));
	return query.orderBy('id', 'desc').limit(limit).execute();
}

/** Accesses to any of these objects that were permitted, newest first. */
export async function readAccesses(
	kysely: Kysely<Tables>,
	objects: readonly string[],
	after: string | undefined,
	limit: number,
): Promise<DecisionTable[]> {
	if (objects.length === 0) return [];
	return kysely
		.selectFrom('decision')
		.selectAll()
		.where('object', 'in', objects)
		.where('permitted', '=', true)
		.$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
}

/** Names of accounts and keys, by identifier. */
export async function readSubjectNames(
	kysely: Kysely<Tables>,
	ids: readonly string[],
): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const rows = await kysely
		.selectFrom('user_account')
		.select(['id', 'name'])
		.where('id', 'in', ids)
		.unionAll(kysely.selectFrom('api_key').select(['id', 'name']).where('id', 'in', ids))
		.execute();
	return new Map(rows.map(({ id, name }) => [id, name]));
}
