/**
 * Stored requests in, what people read out. What is to be done next follows from what is there.
 */

import { grounds, requestArticles, requestKind, requestLaw } from '../../contract/data-protection-law.ts';
import { TidewaiterError } from '../../contract/errors.ts';
import {
	type Recipient,
	type RequestDetail,
	type RequestStep,
	type RequestSummary,
	type RestrictionView,
	requestState,
} from '../../contract/views-subjects.ts';
import type { Database } from '../platform/database/port.ts';
import { daysUntil } from './clock.ts';
import { type RequestContent, requestContent } from './model.ts';
import type { RecipientRow } from './store/held.ts';
import { readPicks } from './store/picks.ts';
import { type RequestRow, readEvents, readRequestRow } from './store/requests.ts';
import { type RestrictionRow, restrictionsOf } from './store/restrictions.ts';

/** A request as it is worked on. */
export type OpenedRequest = {
	readonly row: RequestRow;
	readonly kind: RequestSummary['kind'];
	readonly law: RequestSummary['law'];
	readonly state: RequestSummary['state'];
	readonly content: RequestContent;
};

export const noRequest = (id: string): TidewaiterError =>
	new TidewaiterError('not-found', `There is no request ${id}.`, {
		remedy: 'It may have been deleted at its end.',
	});

/** @throws TidewaiterError `not-found` where there is none. */
export function openStored(row: RequestRow | undefined, id: string): OpenedRequest {
	if (row === undefined) throw noRequest(id);
	return {
		row,
		kind: requestKind.parse(row.kind),
		law: requestLaw.parse(row.law),
		state: requestState.parse(row.state),
		content: requestContent.parse(JSON.parse(row.content)),
	};
}

export const stepOf = ({ state, content }: OpenedRequest, isFound: boolean): RequestStep => {
	if (state === 'closed') return 'closed';
	if (content.decision !== null) return 'answer';
	if (content.identity === null) return 'identify';
	return isFound ? 'decide' : 'find';
};

export function summaryOf(request: OpenedRequest, isFound: boolean, nowMs: number): RequestSummary {
	const { row, kind, law, state, content } = request;
	const left = daysUntil(row.due_at.getTime(), nowMs);
	return {
		id: row.id,
		kind,
		law,
		state,
		step: stepOf(request, isFound),
		subject: content.subject.names[0] ?? '',
		receivedAt: row.received_at.toISOString(),
		dueAt: row.due_at.toISOString(),
		daysLeft: state === 'closed' ? null : left,
		overdue: state !== 'closed' && row.due_at.getTime() < nowMs,
		extended: content.extendedBecause !== null,
	};
}

export async function detailOf(database: Database, id: string, nowMs: number): Promise<RequestDetail> {
	const request = openStored(await readRequestRow(database, id), id);
	const [picks, events, restrictions] = await Promise.all([
		readPicks(database, id),
		readEvents(database, id),
		restrictionsOf(database, id),
	]);
	const { content, kind, law, row } = request;
	return {
		summary: summaryOf(
			request,
			picks.some(({ verdict }) => verdict === 'this-person'),
			nowMs,
		),
		article: requestArticles[kind][law],
		requester: content.requester,
		subject: content.subject,
		wanted: content.wanted,
		identity: content.identity,
		extendedBecause: content.extendedBecause,
		picks: picks.map((pick) => ({
			// Written from the contract's words.
			what: pick.what === 'record' ? 'record' : 'mention',
			object: pick.object,
			caption: pick.caption ?? 'gone since',
			records: pick.records,
			verdict: pick.verdict === 'this-person' ? 'this-person' : 'somebody-else',
			sure: pick.sure,
			reason: pick.reason,
			by: pick.actor,
			at: pick.at.toISOString(),
		})),
		decision: content.decision,
		restrictions: restrictions.map(restrictionView),
		answer: content.answer,
		history: events.map(({ at, what, actor, object, facts }) => ({
			at: at.toISOString(),
			what,
			by: actor,
			record: object,
			// Written by this room: counts and words.
			facts: JSON.parse(facts) as { [name: string]: string | number },
		})),
		keepUntil: row.keep_until?.toISOString() ?? null,
	};
}

export const restrictionView = (row: RestrictionRow): RestrictionView => ({
	id: row.id,
	record: row.record,
	// Written from a record's own kind.
	kind: row.kind as RestrictionView['kind'],
	reference: row.reference,
	reason: row.reason,
	by: row.actor,
	at: row.at.toISOString(),
	liftedAt: row.lifted_at?.toISOString() ?? null,
	liftedBy: row.lifted_by,
	liftReason: row.lift_reason,
});

export const recipientView = (row: RecipientRow): Recipient => ({
	message: row.message,
	partner: row.partner,
	agreement: row.agreement,
	purpose: row.purpose,
	at: row.at.toISOString(),
	state: row.state,
	corrected: row.corrected,
});

/** The article of a ground in the law of a request; null where that law has none. */
export const articleOf = (ground: keyof typeof grounds, law: RequestSummary['law']): string | null =>
	grounds[ground].articles[law];
