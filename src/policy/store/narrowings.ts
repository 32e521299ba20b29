/** The only SQL of narrowings, and of decisions that are decided again to see what a change would do. */
import type { Kysely } from 'kysely';
import type { Tables } from '../../platform/tables.ts';
import type { NarrowingTable } from '../../platform/tables-sign-in.ts';

/** In force. A few: each is about one action. */
export const readNarrowings = (kysely: Kysely<Tables>): Promise<NarrowingTable[]> =>
	kysely
		.selectFrom('law_narrowing')
		.selectAll()
		.where('lifted_at', 'is', null)
		.orderBy('id')
		.limit(2_000)
		.execute();

/** All there were, newest first. */
export const readNarrowingHistory = (kysely: Kysely<Tables>, limit: number): Promise<NarrowingTable[]> =>
	kysely.selectFrom('law_narrowing').selectAll().orderBy('id', 'desc').limit(limit).execute();

/** False where the same is in force already. */
export const insertNarrowing = async (kysely: Kysely<Tables>, narrowing: NarrowingTable): Promise<boolean> =>
	(
		await kysely
			.insertInto('law_narrowing')
			.values(narrowing)
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.execute()
	).length === 1;

/** False where it is not in force. */
export const liftNarrowing = async (
	kysely: Kysely<Tables>,
	id: string,
	lifted: Pick<NarrowingTable, 'lifted_at' | 'lifted_by' | 'lift_reason'>,
): Promise<boolean> =>
	(
		await kysely
			.updateTable('law_narrowing')
			.set(lifted)
			.where('id', '=', id)
			.where('lifted_at', 'is', null)
			.returning('id')
			.execute()
	).length === 1;

/** Decisions newest first, from an identifier on, which sorts by time. */
export const readDecisionsSince = (kysely: Kysely<Tables>, lowest: string, limit: number) =>
	kysely
		.selectFrom('decision')
		.select(['id', 'subject', 'role', 'action', 'object', 'purpose', 'case_reference', 'permitted'])
		.where('id', '>=', lowest)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
