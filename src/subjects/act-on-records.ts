/**
 * What a request does to records: correct, restrict, lift, erase, and telling those who had them. Nothing is done to a record
 * that does not speak of the picked person.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import { type BorderRecord, borderRecord } from '../../contract/records/record.ts';
import { documentKey } from '../values/content-key.ts';
import { correctedRecord } from './corrected-record.ts';
import { atDesk, requireGrant, requireOwnRecord } from './desk.ts';
import type { Actor, Subjects, SubjectsOptions } from './model.ts';
import { standingsIn } from './own-parts.ts';
import { type HeldRecord, newestOf, readHeldRecords, readRecipients } from './store/held.ts';
import { savePicks } from './store/picks.ts';
import {
	isRecordRestricted,
	isSubmissionRestricted,
	liftDocument,
	readRestriction,
	restrictDocument,
} from './store/restrictions.ts';
import { recipientView, restrictionView } from './views.ts';

type Acts = Pick<
	Subjects,
	| 'correctRecord'
	| 'listRecipients'
	| 'tellRecipients'
	| 'restrictRecord'
	| 'liftRestriction'
	| 'eraseSubject'
	| 'isRestricted'
>;

export function createActsOnRecords(options: SubjectsOptions): Acts {
	const { database, clock, newId, retention } = options;
	const recipientsOf = async ({ kind, reference }: Pick<HeldRecord, 'kind' | 'reference'>) =>
		(await readRecipients(database, [documentKey(kind, reference)])).map(recipientView);

	return {
		correctRecord: async ({ id, record, changes, reason }, actor) => {
			const { own } = await requireOwnRecord(options, id, record);
			const held = await requireRecord(options, record);
			if (!held.latest)
				throw new TidewaiterError('conflict', 'There is a newer version of this document.', {
					remedy: 'Correct the newest one.',
				});
			const stored = bodyOf(held);
			const corrected = correctedRecord(stored, changes, own);
			// Asked before anything is done, and again where what was done is kept.
			await atDesk(options, id, actor, async (request) => {
				requireGrant(request, 'a correction');
				return { what: 'correcting', object: record, facts: { changes: changes.length } };
			});
			const result = await options.submit(`${JSON.stringify(corrected)}\n`, `correction-${newId()}.jsonl`);
			if (result.status !== 'accepted')
				throw new TidewaiterError(
					'unreadable',
					result.refused[0]?.reason ?? 'The corrected record could not be read.',
				);
			const newest = await newestOf(database, held.kind, held.reference);
			if (newest === undefined || newest.id === record)
				throw new TidewaiterError(
					'conflict',
					'The record is as the correction would have it, or was so before.',
					{
						remedy: 'Look at its history: the same content is not stored twice.',
					},
				);
			const at = new Date(clock.now());
			await atDesk(options, id, actor, async (_request, session) => {
				// Corrected, the person is another mention at the same place.
				const placed = new Map(
					standingsIn(stored, own).flatMap(({ place, isOwn }) => (isOwn ? [[place, true]] : [])),
				);
				await savePicks(
					session,
					[
						...new Set(
							standingsIn(corrected, own)
								.filter(({ place }) => placed.has(place))
								.map(({ mention }) => mention),
						),
					].map((object) => ({
						request: id,
						what: 'mention',
						object,
						verdict: 'this-person',
						sure: 1,
						reason: `corrected: ${reason}`.slice(0, 2_000),
						actor: actor.name,
						at,
					})),
				);
				return { what: 'corrected', object: newest.id, facts: { version: newest.version }, note: reason };
			});
			return { record: newest.id, version: newest.version, recipients: await recipientsOf(held) };
		},
		listRecipients: async ({ id, record }) => {
			await requireOwnRecord(options, id, record);
			return recipientsOf(await requireRecord(options, record));
		},
		tellRecipients: async ({ id, record, messages }, actor) => {
			await requireOwnRecord(options, id, record);
			const held = await requireRecord(options, record);
			const had = await readRecipients(database, [documentKey(held.kind, held.reference)]);
			const answers: Awaited<ReturnType<Acts['tellRecipients']>> = [];
			for (const message of messages) {
				const to = had.find((each) => each.message === message);
				if (to === undefined)
					throw new TidewaiterError('not-found', `Message ${message} did not hold this document.`);
				answers.push({ message, partner: to.partner, ...(await tell(options, record, to, actor)) });
			}
			await atDesk(options, id, actor, async () => ({
				what: 'told',
				object: record,
				facts: { partners: answers.filter(({ sent }) => sent !== null).length, of: answers.length },
			}));
			return answers;
		},
		restrictRecord: async ({ id, record, reason }, actor) => {
			await requireOwnRecord(options, id, record);
			const { kind, reference } = await requireRecord(options, record);
			const restriction = newId();
			const at = new Date(clock.now());
			await atDesk(options, id, actor, async (_request, session) => {
				const row = { id: restriction, document: documentKey(kind, reference), kind, reference, request: id };
				if (!(await restrictDocument(session, { ...row, reason, actor: actor.name, at })))
					throw new TidewaiterError('conflict', 'The document is restricted already.');
				return { what: 'restricted', object: record };
			});
			return shown(options, restriction);
		},
		liftRestriction: async ({ id, record, reason }, actor) => {
			const { kind, reference } = await requireRecord(options, record);
			let restriction: string | undefined;
			await atDesk(options, id, actor, async (_request, session) => {
				const at = new Date(clock.now());
				const lifted = await liftDocument(session, documentKey(kind, reference), {
					at,
					by: actor.name,
					reason,
				});
				if (lifted === undefined) throw new TidewaiterError('conflict', 'The document is not restricted.');
				restriction = lifted.id;
				return { what: 'lifted', object: record };
			});
			return shown(options, restriction ?? '');
		},
		eraseSubject: async ({ id, records, reason }, actor) => {
			const held = await readHeldRecords(database, records);
			for (const record of records) await requireOwnRecord(options, id, record);
			await atDesk(options, id, actor, async (request) => {
				if (request.kind !== 'erasure' && request.kind !== 'objection')
					throw new TidewaiterError('conflict', `A request of ${request.kind} erases nothing.`, {
						remedy: 'Open a request of erasure.',
					});
				requireGrant(request, 'an erasure');
				return { what: 'erasing', facts: { records: records.length } };
			});
			const recipients = (
				await readRecipients(
					database,
					held.map(({ kind, reference }) => documentKey(kind, reference)),
				)
			).map(recipientView);
			const { erased, held: kept } = await retention.eraseRecords(records, `request ${id}`, actor);
			await atDesk(options, id, actor, async () => ({
				what: 'erased',
				facts: { records: erased.length, held: kept.length },
				note: reason,
			}));
			if (erased.length === 0 && kept[0] !== undefined)
				throw new TidewaiterError('conflict', `Nothing was erased: ${kept[0].because}`, {
					remedy: 'Lift the hold first, or refuse the erasure with its ground.',
				});
			return { erased: erased.length, recipients };
		},
		isRestricted: async ({ record, submission }) =>
			(record !== undefined && (await isRecordRestricted(database, record))) ||
			(submission !== undefined && (await isSubmissionRestricted(database, submission))),
	};
}

async function requireRecord({ database }: SubjectsOptions, id: string): Promise<HeldRecord> {
	const [held] = await readHeldRecords(database, [id]);
	if (held !== undefined) return held;
	throw new TidewaiterError('not-found', `No record ${id}.`, {
		remedy: 'It may have been deleted at the end of its retention.',
	});
}

/** @throws TidewaiterError `internal` where the store holds what intake would not have put there. */
export function bodyOf({ id, body }: Pick<HeldRecord, 'id' | 'body'>): BorderRecord {
	const read = borderRecord.safeParse(JSON.parse(body));
	if (read.success) return read.data;
	throw new TidewaiterError('internal', `Record ${id} does not have the shape of its kind.`, {
		cause: read.error,
	});
}

async function shown({ database }: SubjectsOptions, restriction: string) {
	const row = await readRestriction(database, restriction);
	if (row === undefined) throw new TidewaiterError('not-found', 'There is no such restriction.');
	return restrictionView(row);
}

/** Sends the newest version after the message in which the document went out; a refusal is an answer, not a failure. */
async function tell(
	{ send }: SubjectsOptions,
	record: string,
	to: {
		readonly message: string;
		readonly agreement: string | null;
		readonly purpose: string | null;
		readonly handling: string;
	},
	actor: Actor,
): Promise<{ sent: string | null; problem: string | null }> {
	if (to.agreement === null || to.purpose === null)
		return { sent: null, problem: 'The message went out under no agreement.' };
	try {
		const { id } = await send(
			{
				agreement: to.agreement,
				purpose: to.purpose,
				handling: to.handling,
				correlation: null,
				records: [record],
				urgency: 'normal',
				body: {
					kind: 'correction',
					on: to.message,
					reason: 'Corrected at the request of the person concerned.',
					subjects: [],
					records: [],
					attachments: [],
				},
			},
			actor,
		);
		return { sent: id, problem: null };
	} catch (error) {
		if (error instanceof TidewaiterError) return { sent: null, problem: error.message };
		throw error;
	}
}
