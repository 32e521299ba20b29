/**
 * Takes envelopes in. In: bytes from anybody. Out: a signed receipt for a partner, the same nothing for everybody else. Sender, order,
 * agreement, budget and minimisation are checked before anything is kept; message, count, receipt and ledger entry are one
 * transaction. Trusts nothing in the bytes.
 */

import type { AgreementBody } from '../../../contract/exchange/agreement.ts';
import type { Envelope, EnvelopeHeader } from '../../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import { excessOfMessage } from '../agreements/minimise-message.ts';
import { checkEnvelope, envelopeHash, openBody, type Refused, readEnvelope } from '../envelope/envelope.ts';
import { formatReceipt } from '../envelope/receipt.ts';
import {
	addReceipt,
	countReceived,
	insertMessage,
	type MessageRow,
	readCounters,
	readMessageRow,
	repeatReceipts,
} from '../store/messages.ts';
import { noteArrival, refuseByContext } from './arrival.ts';
import { expectAttachments } from './attachments.ts';
import { carriesInformation } from './carries-information.ts';
import { rowOf } from './message-row.ts';
import { type Delivery, NO_MESSAGE } from './model.ts';
import { givenReceipt, receiptOf, receiptText } from './receipts.ts';
import { messageEntry, retentionMs } from './send.ts';

/** What a stranger is told. */
const NOTHING = new Uint8Array();

/** An envelope that was checked, and what its agreement says; or why not. */
type Admitted = { readonly body: MessageBody; readonly agreement: AgreementBody | undefined };

export type Arrived = {
	readonly answer: Uint8Array;
	readonly arrived: MessageRow | undefined;
	/** Partner for whom something waits now. */
	readonly owed?: string;
};

/** @param shownBy partner whose certificate was shown; undefined where the connection says nothing. */
export async function takeEnvelope(
	delivery: Delivery,
	bytes: Uint8Array,
	shownBy: string | undefined,
): Promise<Arrived> {
	const hash = envelopeHash(bytes);
	const read = readEnvelope(bytes);
	const refuse = async (to: string, message: string, { code, reason }: Refused): Promise<Arrived> => {
		const received = (await readCounters(delivery.database, to))?.received ?? 0;
		const receipt = receiptOf(delivery, {
			message,
			envelope: hash,
			to,
			state: 'refused',
			code,
			reason,
			received,
		});
		return { answer: formatReceipt(receipt), arrived: undefined };
	};
	if ('code' in read)
		return shownBy === undefined
			? { answer: NOTHING, arrived: undefined }
			: refuse(shownBy, NO_MESSAGE, read);
	const { from } = read.header;
	if (shownBy !== undefined && shownBy !== from)
		return refuse(shownBy, read.header.id, {
			code: 'unknown-sender',
			reason: 'It is not of the node that brought it.',
		});
	const keys = delivery.identity.openingKeys();
	if (!(await keys.isPartner(from))) return { answer: NOTHING, arrived: undefined };
	return delivery.turns.take(`receive ${from}`, async () => {
		const checked = await checkEnvelope(read, keys, delivery.clock.now());
		// These say that the sender itself has signed it, so it counts as one of its messages.
		const isSenders =
			checked === undefined || checked.code === 'expired' || checked.code === 'from-the-future';
		if (!isSenders) return refuse(from, read.header.id, checked);
		return inOrder(delivery, read, hash, checked, refuse);
	});
}

async function inOrder(
	delivery: Delivery,
	envelope: Envelope,
	hash: string,
	checked: Refused | undefined,
	refuse: (to: string, message: string, why: Refused) => Promise<Arrived>,
): Promise<Arrived> {
	const { database } = delivery;
	const { id, from, sequence } = envelope.header;
	const counters = await readCounters(database, from);
	if (counters === undefined) return { answer: NOTHING, arrived: undefined };
	const problem = delivery.problemWith(from);
	if (problem !== undefined)
		return refuse(from, id, { code: 'stopped', reason: `The exchange is stopped: ${problem}` });
	if (sequence > counters.received + 1)
		return refuse(from, id, {
			code: 'out-of-order',
			reason: `This is number ${sequence}; the last one here is ${counters.received}.`,
		});
	if (sequence <= counters.received) return replayed(delivery, envelope.header, hash, counters.received);
	if ((await readMessageRow(database, id)) !== undefined)
		return turnedAway(delivery, envelope.header, hash, {
			code: 'replayed',
			reason: 'A message with this identifier is here already.',
		});
	const admitted = checked ?? (await admit(delivery, envelope));
	return 'code' in admitted
		? turnedAway(delivery, envelope.header, hash, admitted)
		: keep(delivery, envelope.header, hash, admitted);
}

/** It has been here: said so, and the receipts of then go to the sender once more, in case it has lost them. */
async function replayed(
	delivery: Delivery,
	{ id, from, sequence }: EnvelopeHeader,
	hash: string,
	received: number,
): Promise<Arrived> {
	const receipt = receiptOf(delivery, {
		message: id,
		envelope: hash,
		to: from,
		state: 'refused',
		code: 'replayed',
		reason: `Number ${sequence} has been here before.`,
		received,
	});
	await delivery.database.transact(async (session) => {
		await repeatReceipts(session, id);
		await addReceipt(session, {
			message: id,
			partner: from,
			receipt: receiptText(receipt),
			delivered: false,
		});
		await delivery.ledger.appendIn(session, [givenReceipt(receipt)]);
	});
	return { answer: formatReceipt(receipt), arrived: undefined, owed: from };
}

/** Refused for good: it counts as received, and the sender has it in writing. */
async function turnedAway(
	delivery: Delivery,
	{ id, from, sequence }: EnvelopeHeader,
	hash: string,
	{ code, reason }: Refused,
): Promise<Arrived> {
	const receipt = receiptOf(delivery, {
		message: id,
		envelope: hash,
		to: from,
		state: 'refused',
		code,
		reason,
		received: sequence,
	});
	await delivery.database.transact(async (session) => {
		if (!(await countReceived(session, from, sequence))) throw new Error('messages are taken in turn');
		await addReceipt(session, {
			message: id,
			partner: from,
			receipt: receiptText(receipt),
			delivered: true,
		});
		await delivery.ledger.appendIn(session, [givenReceipt(receipt)]);
	});
	return { answer: formatReceipt(receipt), arrived: undefined };
}

/** Opens it and asks everything that an agreement asks. */
async function admit(delivery: Delivery, envelope: Envelope): Promise<Admitted | Refused> {
	const { identity, agreements, clock } = delivery;
	const { header } = envelope;
	const body = await openBody(envelope, identity);
	if ('code' in body) return body;
	if (body.kind === 'control') {
		const code = await delivery.takeControl(header.from, body.what, body.document, clock.now());
		return code === undefined
			? { body, agreement: undefined }
			: { code, reason: `The ${body.what} was not taken.` };
	}
	if (header.agreement === null || header.purpose === null)
		return { code: 'no-agreement', reason: 'It names no agreement, or no purpose.' };
	const coverage = await agreements.covers({
		agreement: header.agreement,
		from: header.from,
		to: header.to,
		kind: body.kind,
		purpose: header.purpose,
		handling: header.handling,
		atMs: clock.now(),
		records: body.records.map(({ kind }) => kind),
	});
	if (!coverage.covered) return coverage;
	const { agreement } = coverage;
	const refused = contentRefused(body, agreement, header) ?? (await refuseByContext(delivery, header, body));
	if (refused !== undefined) return refused;
	const spent = await agreements.spend(agreement.id, 'theirs', 'messages', clock.now());
	return spent
		? { body, agreement }
		: { code: 'budget-exceeded', reason: `${agreement.id} allows no more messages today.` };
}

function contentRefused(
	body: Exclude<MessageBody, { kind: 'control' }>,
	agreement: AgreementBody,
	header: EnvelopeHeader,
): Refused | undefined {
	const excess = excessOfMessage(body, agreement, header);
	if (excess.length > 0)
		return {
			code: 'not-minimised',
			reason: `The agreement does not let out: ${excess.slice(0, 10).join(', ')}.`.slice(0, 1_000),
		};
	if (agreement.evaluation && body.evaluation === undefined && carriesInformation(body))
		return {
			code: 'not-covered',
			reason: 'The agreement wants source and information to be graded (4×4).',
		};
	return undefined;
}

/** In one transaction: message, count, receipt, ledger, and what it does to the messages before it. */
async function keep(
	delivery: Delivery,
	header: EnvelopeHeader,
	hash: string,
	{ body, agreement }: Admitted,
): Promise<Arrived> {
	const { clock } = delivery;
	const nowMs = clock.now();
	const receipt = receiptOf(delivery, {
		message: header.id,
		envelope: hash,
		to: header.from,
		state: 'delivered',
		received: header.sequence,
	});
	const row: MessageRow = {
		...rowOf(delivery, header, body, retentionMs(agreement?.retentionDays), nowMs),
		box: 'in',
		partner: header.from,
		state: 'received',
		thread: header.correlation ?? header.id,
		envelope: null,
		case_reference: null,
		actor: null,
		next_try_at: null,
		followed: !['recall', 'correction', 'feedback'].includes(body.kind),
	};
	await delivery.database.transact(async (session) => {
		if (!(await countReceived(session, header.from, header.sequence)))
			throw new Error('messages are taken in turn');
		row.ledger_position = await delivery.ledger.appendIn(session, [
			{ ...messageEntry(header, body, 'received', undefined), at: receipt.at },
			givenReceipt(receipt),
		]);
		row.thread = await noteArrival(delivery, session, row, body);
		await insertMessage(session, row);
		await expectAttachments(delivery, session, row, body);
		await addReceipt(session, {
			message: header.id,
			partner: header.from,
			receipt: receiptText(receipt),
			delivered: true,
		});
	});
	return { answer: formatReceipt(receipt), arrived: row, owed: header.from };
}
