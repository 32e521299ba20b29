/**
 * What every step of a request does in the same way: lock it, look whether the step may be done now, keep what it did with its
 * place in the history, and enter into the ledger that it was done. Names never leave the request.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { LedgerEntry } from '../ledger/model.ts';
import type { Session } from '../platform/database/port.ts';
import type { Actor, RequestContent, SubjectsOptions } from './model.ts';
import { MOST_HELD, recordsOfMentions } from './store/held.ts';
import { readPicks } from './store/picks.ts';
import {
	addEvent,
	changeRequest,
	lockRequest,
	type RequestEvent,
	type RequestRow,
	readRequestRow,
} from './store/requests.ts';
import { type OpenedRequest, openStored } from './views.ts';

export type Done = {
	/** Word of the history and of the ledger. */
	readonly what: string;
	readonly object?: string | null;
	readonly facts?: RequestEvent['facts'];
	/** What somebody typed: it stays with the request and is never entered. */
	readonly note?: string;
	readonly content?: Partial<RequestContent>;
	readonly row?: Partial<Omit<RequestRow, 'id' | 'content'>>;
};

/** Does a step of a request in one transaction. @throws TidewaiterError `not-found`, `conflict` where it is closed. */
export function atDesk(
	{ database, clock, enter }: SubjectsOptions,
	id: string,
	actor: Actor,
	work: (request: OpenedRequest, session: Session) => Promise<Done>,
): Promise<void> {
	return database.transact(async (session) => {
		const request = openStored(await lockRequest(session, id), id);
		refuseClosed(request);
		const at = new Date(clock.now());
		const done = await work(request, session);
		if (done.content !== undefined || done.row !== undefined)
			await changeRequest(session, id, {
				...done.row,
				...(done.content === undefined
					? {}
					: { content: JSON.stringify({ ...request.content, ...done.content }) }),
			});
		const facts = { ...done.facts, ...(done.note === undefined ? {} : { reason: done.note }) };
		await addEvent(session, id, {
			at,
			what: done.what,
			actor: actor.name,
			object: done.object ?? null,
			facts,
		});
		await enter(session, [entryOf(id, actor, at, done)]);
	});
}

/** Identifiers made by chance, words of closed lists and counts; nothing that somebody typed. */
export const entryOf = (
	request: string,
	actor: Actor,
	at: Date,
	{ what, object, facts }: Pick<Done, 'what' | 'object' | 'facts'>,
): LedgerEntry => ({
	at: at.toISOString(),
	what: what === 'decided' || what === 'withheld' ? 'decision' : what === 'exported' ? 'view' : 'change',
	event: `request-${what}`,
	subject: request,
	actor: actor.id,
	facts: { ...facts, ...(object === undefined || object === null ? {} : { record: object }) },
});

export function refuseClosed({ state }: OpenedRequest): void {
	if (state === 'closed')
		throw new TidewaiterError('conflict', 'The request is closed.', { remedy: 'Open a new one.' });
}

/** @throws TidewaiterError `conflict` before it is known who asks. */
export function requireIdentity({ content }: OpenedRequest): void {
	if (content.identity === null)
		throw new TidewaiterError('conflict', 'It is not yet made sure who asks.', {
			remedy: 'Say how the one who asks was identified; nobody else’s data are to be looked at before.',
		});
}

/** @throws TidewaiterError `conflict` unless the request was granted, in whole or in part. */
export function requireGrant({ content }: OpenedRequest, what: string): void {
	if (content.decision === null || content.decision.decision === 'refuse')
		throw new TidewaiterError(
			'conflict',
			`The request was not granted: ${what} needs a decision that grants it.`,
			{
				remedy: 'Decide it first.',
			},
		);
}

export type Picked = {
	readonly own: ReadonlySet<string>;
	readonly wholeRecords: ReadonlySet<string>;
	/** Of both; newest first. */
	readonly records: readonly string[];
	/** False where there are more than are read at once. */
	readonly complete: boolean;
};

/** What was picked as this person, and the records in which it stands. */
export async function readPicked(
	{ database }: Pick<SubjectsOptions, 'database'>,
	id: string,
): Promise<Picked> {
	const picks = (await readPicks(database, id)).filter(({ verdict }) => verdict === 'this-person');
	const own = new Set(picks.filter(({ what }) => what === 'mention').map(({ object }) => object));
	const wholeRecords = new Set(picks.filter(({ what }) => what === 'record').map(({ object }) => object));
	const found = await recordsOfMentions(database, [...own]);
	const records = [...new Set([...found, ...wholeRecords])].sort().reverse();
	return { own, wholeRecords, records: records.slice(0, MOST_HELD), complete: records.length <= MOST_HELD };
}

/** @throws TidewaiterError `not-found`, `conflict` where the record is none of the person's. */
export async function requireOwnRecord(
	options: SubjectsOptions,
	id: string,
	record: string,
): Promise<Picked> {
	const request = openStored(await readRequestRow(options.database, id), id);
	refuseClosed(request);
	requireIdentity(request);
	const picked = await readPicked(options, id);
	if (!picked.records.includes(record))
		throw new TidewaiterError('conflict', `Record ${record} is not among those of this person.`, {
			remedy: 'Find the person in it and pick it first.',
		});
	return picked;
}
