/**
 * The register of requests: opened, identified, extended, decided, closed, each with its place in the history. A request ends
 * by itself some years after it was closed.
 */

import { type GroundId, grounds } from '../../contract/data-protection-law.ts';
import { TidewaiterError } from '../../contract/errors.ts';
import { isIdentifier } from '../platform/identifiers.ts';
import { foreignPageMark } from '../platform/page-mark.ts';
import { dueAfter, endOfRequest } from './clock.ts';
import { atDesk, entryOf, requireIdentity } from './desk.ts';
import type { RequestContent, Subjects, SubjectsOptions } from './model.ts';
import { readPicks } from './store/picks.ts';
import {
	addEvent,
	countRequests,
	deleteEndedRequests,
	insertRequest,
	listRequestRows,
	type RequestRow,
} from './store/requests.ts';
import { dropEndedRestrictions } from './store/restrictions.ts';
import { articleOf, detailOf, type OpenedRequest, openStored, summaryOf } from './views.ts';

const MOST_COUNTED = 10_000;
const BATCH = 200;
const DAY_MS = 86_400_000;

type Register = Pick<
	Subjects,
	| 'openRequest'
	| 'listRequests'
	| 'readRequest'
	| 'identifyRequester'
	| 'extendRequest'
	| 'decideRequest'
	| 'closeRequest'
	| 'deleteEnded'
>;

export function createRegister(options: SubjectsOptions): Register {
	const { database, clock, newId, enter } = options;
	const read = (id: string) => detailOf(database, id, clock.now());
	return {
		openRequest: async ({ kind, law, requester, subject, wanted, receivedOn }, actor) => {
			const nowMs = clock.now();
			const receivedMs = receivedOn === undefined ? nowMs : dayOf(receivedOn, nowMs);
			const content: RequestContent = {
				requester,
				subject,
				wanted,
				identity: null,
				extendedBecause: null,
				decision: null,
				answer: null,
			};
			const row: RequestRow = {
				id: newId(),
				kind,
				law,
				state: 'open',
				received_at: new Date(receivedMs),
				due_at: new Date(dueAfter(receivedMs, false)),
				content: JSON.stringify(content),
				closed_at: null,
				keep_until: null,
			};
			const at = new Date(nowMs);
			const opened = { what: 'opened', facts: { kind, law } };
			await database.transact(async (session) => {
				await insertRequest(session, row);
				await addEvent(session, row.id, { at, actor: actor.name, object: null, ...opened });
				await enter(session, [entryOf(row.id, actor, at, opened)]);
			});
			return read(row.id);
		},
		listRequests: async ({ state, kind, overdue, after, limit }) => {
			const nowMs = clock.now();
			const isOverdue = overdue === true;
			const filter = { state, kind, dueBefore: isOverdue ? new Date(nowMs) : undefined };
			const rows = await listRequestRows(database, filter, markOf(after), limit + 1);
			const shown = rows.slice(0, limit);
			const last = shown.at(-1);
			const total = after === undefined ? await countRequests(database, filter) : null;
			const items = await Promise.all(
				shown.map(async (row) => {
					const request = openStored(row, row.id);
					return summaryOf(request, await isFound(options, request), nowMs);
				}),
			);
			return {
				items,
				next: rows.length > limit && last !== undefined ? `${last.due_at.getTime()}.${last.id}` : null,
				total,
				totalIsLowerBound: total !== null && total >= MOST_COUNTED,
			};
		},
		readRequest: ({ id }) => read(id),
		identifyRequester: async ({ id, how, note }, actor) => {
			const at = new Date(clock.now()).toISOString();
			await atDesk(options, id, actor, async () => ({
				what: 'identified',
				facts: { how },
				content: { identity: { how, ...(note === undefined ? {} : { note }), by: actor.name, at } },
			}));
			return read(id);
		},
		extendRequest: async ({ id, reason }, actor) => {
			await atDesk(options, id, actor, async ({ row, content }) => {
				if (content.extendedBecause !== null)
					throw new TidewaiterError('conflict', 'The request was extended already, and that is done once.');
				if (row.due_at.getTime() < clock.now())
					throw new TidewaiterError(
						'conflict',
						'The first month has passed, and with it the time to extend it.',
						{
							remedy: 'Answer it now: the person is to be told within the first month (GDPR art. 12(3)).',
						},
					);
				return {
					what: 'extended',
					content: { extendedBecause: reason },
					row: { due_at: new Date(dueAfter(row.received_at.getTime(), true)) },
				};
			});
			return read(id);
		},
		decideRequest: async ({ id, decision, ground, reason, withhold }, actor) => {
			const picks = await readPicks(database, id);
			await atDesk(options, id, actor, async (request) => {
				const { law } = request;
				if (decision === 'refuse') requireRefusal(request, ground);
				else {
					requireIdentity(request);
					if (!picks.some(({ verdict }) => verdict === 'this-person'))
						throw new TidewaiterError('conflict', 'Nothing is picked as this person.', {
							remedy: 'Find and pick the person, or refuse with the ground no-data.',
						});
					if (ground !== undefined) requireArticle(ground, law);
				}
				for (const each of withhold) requireWithholding(each.ground, law);
				if (decision === 'partly' && ground === undefined && withhold.length === 0)
					throw new TidewaiterError(
						'invalid-input',
						'A grant in part says what is withheld, or on which ground.',
						{
							place: 'withhold',
						},
					);
				return {
					what: 'decided',
					facts: { decision, ...(ground === undefined ? {} : { ground }), withheld: withhold.length },
					content: {
						decision: {
							decision,
							ground: ground ?? null,
							article: ground === undefined ? null : articleOf(ground, law),
							reason,
							withhold,
							by: actor.name,
							at: new Date(clock.now()).toISOString(),
						},
					},
					row: { state: 'decided' },
				};
			});
			return read(id);
		},
		closeRequest: async ({ id, answer }, actor) => {
			const nowMs = clock.now();
			await atDesk(options, id, actor, async ({ content, row }) => {
				if (content.decision === null)
					throw new TidewaiterError('conflict', 'The request is not decided yet.', {
						remedy: 'Grant it, grant it in part, or refuse it with a ground.',
					});
				return {
					what: 'closed',
					facts: { days: Math.floor((nowMs - row.received_at.getTime()) / DAY_MS) },
					content: { answer: { text: answer, by: actor.name, at: new Date(nowMs).toISOString() } },
					row: { state: 'closed', closed_at: new Date(nowMs), keep_until: new Date(endOfRequest(nowMs)) },
				};
			});
			return read(id);
		},
		deleteEnded: async () => {
			let count = 0;
			await database.transact(dropEndedRestrictions);
			for (;;) {
				const now = new Date(clock.now());
				const ended = await database.transact(async (session) => {
					const ids = await deleteEndedRequests(session, now, BATCH);
					await enter(
						session,
						ids.map((id) => ({
							at: now.toISOString(),
							what: 'deletion',
							event: 'request-ended',
							subject: id,
						})),
					);
					return ids.length;
				});
				count += ended;
				if (ended < BATCH) return count;
			}
		},
	};
}

/** The step of a list row needs to know whether anything was picked only between identity and decision. */
async function isFound({ database }: SubjectsOptions, { row, content }: OpenedRequest): Promise<boolean> {
	if (content.identity === null || content.decision !== null) return false;
	return (await readPicks(database, row.id)).some(({ verdict }) => verdict === 'this-person');
}

function requireRefusal({ kind, law }: OpenedRequest, ground: GroundId | undefined): void {
	if (ground === undefined)
		throw new TidewaiterError('invalid-input', 'A refusal names its ground in law.', { place: 'ground' });
	if (!grounds[ground].refuses.includes(kind))
		throw new TidewaiterError('invalid-input', `“${grounds[ground].title}” refuses no request of ${kind}.`, {
			place: 'ground',
		});
	requireArticle(ground, law);
}

function requireArticle(ground: GroundId, law: OpenedRequest['law']): void {
	if (articleOf(ground, law) === null)
		throw new TidewaiterError('invalid-input', `The law of this request has no ground ${ground}.`, {
			place: 'ground',
		});
}

function requireWithholding(ground: GroundId, law: OpenedRequest['law']): void {
	requireArticle(ground, law);
	if (!grounds[ground].withholds)
		throw new TidewaiterError(
			'invalid-input',
			`“${grounds[ground].title}” keeps no part of an answer back.`,
			{
				place: 'withhold',
			},
		);
}

/** @throws TidewaiterError `invalid-input` for a day that is none, or has not come yet. */
function dayOf(day: string, nowMs: number): number {
	const at = Date.parse(`${day}T00:00:00Z`);
	if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
		throw new TidewaiterError('invalid-input', `There is no day ${day}.`, { place: 'receivedOn' });
	if (at > nowMs)
		throw new TidewaiterError('invalid-input', 'A request cannot be received tomorrow.', {
			place: 'receivedOn',
		});
	return at;
}

function markOf(after: string | undefined): { dueMs: number; id: string } | undefined {
	if (after === undefined) return undefined;
	const [due = '', id = ''] = after.split('.');
	if (!/^\d{1,15}$/.test(due) || !isIdentifier(id)) throw foreignPageMark();
	return { dueMs: Number(due), id };
}
