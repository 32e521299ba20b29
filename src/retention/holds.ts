/**
 * Holds: a document is kept as it is until somebody lifts the hold, or for as long as it is under review.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { Hold } from '../../contract/operations-retention.ts';
import { readStanding } from '../intake/store/end.ts';
import type { LedgerEntry } from '../ledger/model.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Session } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import { readIdentifierMark } from '../platform/page-mark.ts';
import type { RetentionHoldTable } from '../platform/tables-retention.ts';
import { documentKey } from '../values/content-key.ts';
import type { Retention } from './model.ts';
import { addHold, countHolds, endHold, readHold, readHolds } from './store/holds.ts';

export type HoldsOptions = {
	readonly database: Database;
	readonly clock: Clock;
	readonly enter: (session: Session, entries: readonly LedgerEntry[]) => Promise<number>;
};

const COUNT_LIMIT = 100_000;
/** Longest time until somebody looks again. */
const LONGEST_REVIEW_DAYS = 366;
const DAY_MS = 86_400_000;

export function createHolds({
	database,
	clock,
	enter,
}: HoldsOptions): Pick<Retention, 'holdRecord' | 'liftHold' | 'listHolds'> {
	const today = (): string => new Date(clock.now()).toISOString().slice(0, 10);

	const toHold = (row: RetentionHoldTable): Hold => ({
		id: row.id,
		record: row.record_id,
		ground: row.ground as Hold['ground'],
		reason: row.reason,
		caseReference: row.case_reference,
		actor: row.actor,
		at: row.at.toISOString(),
		reviewOn: row.review_on,
		overdue: row.lifted_at === null && row.review_on < today(),
		liftedAt: row.lifted_at?.toISOString() ?? null,
		liftedBy: row.lifted_by,
		liftedBecause: row.lifted_because,
	});

	const read = async (id: string): Promise<RetentionHoldTable> => {
		const row = await readHold(database, id);
		if (row === undefined) throw new TidewaiterError('not-found', `No hold ${id}.`);
		return row;
	};

	return {
		holdRecord: async ({ record, ground, reason, caseReference, reviewOn }, actor) => {
			const latest = new Date(clock.now() + LONGEST_REVIEW_DAYS * DAY_MS).toISOString().slice(0, 10);
			if (Number.isNaN(Date.parse(reviewOn)) || reviewOn < today() || reviewOn > latest)
				throw new TidewaiterError('invalid-input', `${reviewOn} is not a day of the coming year.`, {
					place: 'reviewOn',
					remedy:
						'Name the day on which somebody looks again whether the hold is still needed, as YYYY-MM-DD.',
				});
			const standing = await readStanding(database, record);
			if (standing === undefined) throw new TidewaiterError('not-found', `No record ${record}.`);
			const id = newIdentifier(clock.now());
			const at = new Date(clock.now());
			await database.transact(async (session) => {
				await addHold(session, {
					id,
					document: documentKey(standing.kind, standing.reference),
					record_id: record,
					ground,
					reason,
					case_reference: caseReference ?? null,
					actor: actor.name,
					at,
					review_on: reviewOn,
					lifted_at: null,
					lifted_by: null,
					lifted_because: null,
				});
				await enter(session, [
					{
						at: at.toISOString(),
						what: 'change',
						event: 'holdRecord',
						subject: record,
						actor: actor.id,
						facts: { hold: id, ground, reviewOn },
					},
				]);
			});
			return toHold(await read(id));
		},
		liftHold: async ({ id, reason }, actor) => {
			const before = await read(id);
			const at = new Date(clock.now());
			const isDone = await database.transact(async (session) => {
				if (!(await endHold(session, id, actor.name, reason, at))) return false;
				await enter(session, [
					{
						at: at.toISOString(),
						what: 'change',
						event: 'liftHold',
						subject: before.record_id,
						actor: actor.id,
						facts: { hold: id },
					},
				]);
				return true;
			});
			if (!isDone) throw new TidewaiterError('conflict', 'This hold was lifted before.');
			return toHold(await read(id));
		},
		listHolds: async ({ state, after, limit }) => {
			const from = readIdentifierMark(after);
			const rows = await readHolds(database, state, today(), from, limit + 1);
			const items = rows.slice(0, limit).map(toHold);
			const total = after === undefined ? await countHolds(database, state, today(), COUNT_LIMIT) : null;
			return {
				items,
				next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
				total,
				totalIsLowerBound: total === COUNT_LIMIT,
			};
		},
	};
}
