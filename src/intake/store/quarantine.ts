/**
 * SQL of what could not be read, and of what became of submissions.
 */
import type { z } from 'zod';
import type { operations } from '../../../contract/operations.ts';
import type { Quarantined, SubmissionResult } from '../../../contract/views.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import { momentOf } from '../../platform/identifiers.ts';
import type { SubmissionRow } from './batch.ts';

type Page = { items: Quarantined[]; next: string | null; total: number | null; totalIsLowerBound: boolean };

const COUNT_LIMIT = 100_000;

const quarantineRows = (database: Database) =>
	database.kysely
		.selectFrom('quarantine')
		.innerJoin('submission', 'submission.id', 'quarantine.submission')
		.select([
			'quarantine.id',
			'quarantine.submission',
			'quarantine.format',
			'submission.source',
			'submission.channel',
			'submission.name',
			'submission.bytes',
			'quarantine.place',
			'quarantine.code',
			'quarantine.reason',
			'quarantine.remedy',
			'quarantine.state',
			'quarantine.attempts',
			'quarantine.last_tried_at',
		]);

type Row = Awaited<ReturnType<ReturnType<typeof quarantineRows>['execute']>>[number];

const toView = (row: Row): Quarantined => ({
	id: row.id,
	submission: Buffer.from(row.submission).toString('hex'),
	format: row.format as Quarantined['format'],
	source: row.source,
	channel: row.channel,
	name: row.name,
	receivedAt: new Date(momentOf(row.id)).toISOString(),
	bytes: Number(row.bytes),
	place: row.place,
	code: row.code,
	reason: row.reason,
	remedy: row.remedy,
	state: row.state as Quarantined['state'],
	attempts: row.attempts,
	lastTriedAt: row.last_tried_at?.toISOString() ?? null,
});

export async function listQuarantine(
	database: Database,
	query: z.infer<typeof operations.listQuarantine.input>,
): Promise<Page> {
	let rows = quarantineRows(database)
		.where('quarantine.state', '=', query.state)
		.orderBy('quarantine.id', 'desc')
		.limit(query.limit + 1);
	let counted = database.kysely
		.selectFrom('quarantine')
		.select('id')
		.where('state', '=', query.state)
		.limit(COUNT_LIMIT + 1);
	if (query.code !== undefined) {
		rows = rows.where('quarantine.code', '=', query.code);
		counted = counted.where('code', '=', query.code);
	}
	if (query.after !== undefined && /^[0-9a-f-]{36}$/.test(query.after))
		rows = rows.where('quarantine.id', '<', query.after);
	const found = await rows.execute();
	const items = found.slice(0, query.limit).map(toView);
	const total =
		query.after === undefined
			? Number(
					(
						await database.kysely
							.selectFrom(counted.as('counted'))
							.select((eb) => eb.fn.countAll<number>().as('amount'))
							.executeTakeFirst()
					)?.amount ?? 0,
				)
			: null;
	return {
		items,
		next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null,
		total: total === null ? null : Math.min(total, COUNT_LIMIT),
		totalIsLowerBound: total !== null && total > COUNT_LIMIT,
	};
}

export async function readQuarantined(database: Database, id: string): Promise<Quarantined | undefined> {
	const row = await quarantineRows(database).where('quarantine.id', '=', id).executeTakeFirst();
	return row === undefined ? undefined : toView(row);
}

export async function discardQuarantined(database: Database, id: string, reason: string): Promise<boolean> {
	return database.transact(async (session) => {
		const result = await session.kysely
			.updateTable('quarantine')
			.set({ state: 'discarded', discard_reason: reason })
			.where('id', '=', id)
			.where('state', '=', 'open')
			.executeTakeFirst();
		await countDown(session, 'quarantined', Number(result.numUpdatedRows));
		return Number(result.numUpdatedRows) === 1;
	});
}

/** Totals of the overview are what is there: what leaves is taken off, in the same transaction. */
async function countDown(session: Session, name: 'quarantined' | 'submissions', left: number): Promise<void> {
	if (left === 0) return;
	await session.kysely
		.updateTable('total')
		.set((row) => ({ amount: row('amount', '-', left) }))
		.where('name', '=', name)
		.execute();
}

/** Numbers of the readings of a submission whose records are stored. */
export async function storedPositions(database: Database, submission: string): Promise<Set<number>> {
	const id = Buffer.from(submission, 'hex');
	const range = await database.kysely
		.selectFrom('submission')
		.select(['first_record', 'last_record'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (range?.first_record == null || range.last_record == null) return new Set();
	const rows = await database.kysely
		.selectFrom('record')
		.select('position')
		.where('id', '>=', range.first_record)
		.where('id', '<=', range.last_record)
		.where('submission', '=', id)
		.execute();
	return new Set(rows.map((row) => row.position));
}

/** Open refusals of a submission, set aside before it is read again; what is refused once more opens a new row. */
export async function reopenForRetry(database: Database, submission: string, triedAt: Date): Promise<void> {
	const id = Buffer.from(submission, 'hex');
	await database.transact(async (session) => {
		const reopened = await session.kysely
			.updateTable('quarantine')
			.set((row) => ({ state: 'read', attempts: row('attempts', '+', 1), last_tried_at: triedAt }))
			.where('submission', '=', id)
			.where('state', '=', 'open')
			.executeTakeFirst();
		await countDown(session, 'quarantined', Number(reopened.numUpdatedRows));
		// Reading from its beginning counts it again.
		await countDown(session, 'submissions', 1);
		await session.kysely
			.updateTable('submission')
			.set((row) => ({
				status: 'reading',
				position: 0,
				records: 0,
				created: 0,
				amended: 0,
				repeated: 0,
				refused: 0,
				infos: 0,
				warnings: 0,
				errors: 0,
				attempts: row('attempts', '+', 1),
			}))
			.where('id', '=', id)
			.execute();
	});
}

/** Says of the refusals that a retry made that they are not the first: how often the submission has been tried. */
export async function countAttempts(database: Database, submission: string, triedAt: Date): Promise<void> {
	const id = Buffer.from(submission, 'hex');
	const row = await database.kysely
		.selectFrom('submission')
		.select('attempts')
		.where('id', '=', id)
		.executeTakeFirst();
	await database.kysely
		.updateTable('quarantine')
		.set({ attempts: row?.attempts ?? 1, last_tried_at: triedAt })
		.where('submission', '=', id)
		.where('state', '=', 'open')
		.execute();
}

export type StoredSubmission = {
	row: SubmissionRow;
	status: string;
	position: number;
	records: number;
	refused: number;
	result: Omit<SubmissionResult, 'known' | 'refused'>;
};

const stored = (database: Database) => database.kysely.selectFrom('submission').selectAll();
type SubmissionRecord = Awaited<ReturnType<ReturnType<typeof stored>['execute']>>[number];

function toStored(row: SubmissionRecord): StoredSubmission {
	const id = Buffer.from(row.id).toString('hex');
	return {
		row: {
			id,
			receivedAtMs: row.received_at.getTime(),
			source: row.source,
			channel: row.channel,
			name: row.name,
			mapping: row.mapping,
			bytes: Number(row.bytes),
			pack: row.pack,
			packOffset: Number(row.pack_offset),
		},
		status: row.status,
		position: row.position,
		records: row.records,
		refused: row.refused,
		result: {
			submission: id,
			name: row.name,
			format: row.format as SubmissionResult['format'],
			bytes: Number(row.bytes),
			records: row.records,
			created: row.created,
			amended: row.amended,
			repeated: row.repeated,
			findings: { info: row.infos, warning: row.warnings, error: row.errors },
			refusedCount: row.refused,
			status: row.status === 'partial' || row.status === 'quarantined' ? row.status : 'accepted',
		},
	};
}

export async function readSubmission(database: Database, id: string): Promise<StoredSubmission | undefined> {
	const row = await stored(database).where('id', '=', Buffer.from(id, 'hex')).executeTakeFirst();
	return row === undefined ? undefined : toStored(row);
}

/** Submissions that a process left unfinished, oldest first. */
export async function unfinishedSubmissions(database: Database, limit: number): Promise<StoredSubmission[]> {
	return (
		await stored(database).where('status', '=', 'reading').orderBy('received_at').limit(limit).execute()
	).map(toStored);
}

/** Open refusals of a submission, at most a hundred. */
export async function readRefusals(
	database: Database,
	submission: string,
): Promise<SubmissionResult['refused']> {
	return database.kysely
		.selectFrom('quarantine')
		.select(['place', 'code', 'reason', 'remedy'])
		.where('submission', '=', Buffer.from(submission, 'hex'))
		.where('state', '=', 'open')
		.orderBy('id')
		.limit(100)
		.execute();
}
