/**
 * What a message that came in does to those before it, in the transaction that stores it: a reply answers, a recall destroys, a
 * correspondence is continued. What it leads to beyond this node is done afterwards, by follow.ts.
 */
import type { EnvelopeHeader } from '../../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import type { Session } from '../../platform/database/port.ts';
import type { Refused } from '../envelope/envelope.ts';
import { destroyAttachments } from '../store/attachments.ts';
import { changeMessage, type MessageRow, readMessageRow } from '../store/messages.ts';
import type { Delivery } from './model.ts';
import { noteReceipt } from './receipts.ts';
import { instantOf } from './send.ts';

/** The message that another one is about: by what it says, or by what it answers. */
export const aboutOf = (body: MessageBody, correlation: string | null): string | null => {
	switch (body.kind) {
		case 'feedback':
		case 'consent-request':
		case 'consent':
		case 'correction':
		case 'recall':
			return body.on;
		default:
			return correlation;
	}
};

/** A partner takes back and corrects what it sent, and speaks of what it was sent: of nothing else. */
export async function refuseByContext(
	{ database }: Pick<Delivery, 'database'>,
	header: EnvelopeHeader,
	body: MessageBody,
): Promise<Refused | undefined> {
	if (body.kind !== 'correction' && body.kind !== 'recall') return undefined;
	const about = await readMessageRow(database, body.on);
	return about !== undefined && about.partner === header.from && about.box === 'in'
		? undefined
		: { code: 'not-covered', reason: `This node has no message of yours with the identifier ${body.on}.` };
}

/** @returns the correspondence that it belongs to. */
export async function noteArrival(
	delivery: Delivery,
	session: Session,
	row: MessageRow,
	body: MessageBody,
): Promise<string> {
	const about = aboutOf(body, row.correlation);
	const before = about === null ? undefined : await readMessageRow(session, about);
	if (before === undefined || before.partner !== row.partner) return row.correlation ?? row.id;
	const isAnswer = body.kind === 'reply' || (body.kind === 'consent' && before.kind === 'consent-request');
	if (isAnswer && before.box === 'out' && ['waiting', 'delivered', 'opened'].includes(before.state))
		await changeMessage(session, before.id, { state: 'answered', next_try_at: null, envelope: null });
	if (body.kind === 'recall') await destroy(delivery, session, before, 'recalled');
	return before.thread;
}

/** Destroys the keys of a message and of what was attached to it. The ledger keeps that it was there, and that it is gone. */
export async function destroy(
	delivery: Delivery,
	session: Session,
	row: MessageRow,
	state: 'recalled' | 'deleted',
): Promise<void> {
	await changeMessage(session, row.id, { state, body: null, body_key: null, envelope: null });
	await destroyAttachments(session, row.id);
	await delivery.ledger.appendIn(session, [
		{
			at: instantOf(delivery.clock.now()),
			what: 'deletion',
			event: state,
			subject: row.id,
			facts: { box: row.box, partner: row.partner, kind: row.kind },
		},
	]);
	if (row.box === 'in' && row.kind !== 'control') await noteReceipt(delivery, session, row, 'deleted');
}
