/**
 * Receipts: ours are signed, stored and taken to the partner until it has them; theirs are verified, stored, and move the message on
 * that they speak of. A receipt that does not verify changes nothing and is told.
 */
import type { Receipt, RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { Session } from '../../platform/database/port.ts';
import { formatReceipt, isReceiptOf, readReceipt, signReceipt } from '../envelope/receipt.ts';
import type { Identity } from '../model.ts';
import {
	addReceipt,
	changeMessage,
	type MessageRow,
	readMessageRow,
	readReceipts,
} from '../store/messages.ts';
import type { Delivery } from './model.ts';
import { instantOf } from './send.ts';

export type Said = {
	readonly message: string;
	readonly envelope: string;
	readonly to: string;
	readonly state: Receipt['state'];
	readonly code?: RefusalCode;
	readonly reason?: string;
	readonly received: number;
};

const MOST_REASON = 1_000;

export const receiptOf = (
	{ identity, clock }: Pick<Delivery, 'identity' | 'clock'>,
	{ message, envelope, to, state, code, reason, received }: Said,
): Receipt =>
	signReceipt(
		{
			format: 'tidewaiter-receipt',
			formatVersion: 1,
			message,
			envelope,
			from: identity.card().name,
			to,
			state,
			code: code ?? null,
			reason: reason?.slice(0, MOST_REASON) ?? null,
			received,
			at: instantOf(clock.now()),
		},
		identity.sign,
	);

export const receiptText = (receipt: Receipt): string => Buffer.from(formatReceipt(receipt)).toString('utf8');

/** A later receipt about a message that came in: opened, answered, deleted. */
export async function noteReceipt(
	delivery: Delivery,
	session: Session,
	row: Pick<MessageRow, 'id' | 'partner' | 'sequence'>,
	state: 'opened' | 'answered' | 'deleted',
): Promise<void> {
	const stored = await readReceipts(session, row.id);
	const first = stored.map(({ receipt }) => readReceipt(Buffer.from(receipt, 'utf8')));
	const own = delivery.identity.card().name;
	if (first.some((each) => each?.state === state && each.from === own)) return;
	const envelope = first.find((each) => each?.from === own)?.envelope ?? '0'.repeat(64);
	const receipt = receiptOf(delivery, {
		message: row.id,
		envelope,
		to: row.partner,
		state,
		received: row.sequence,
	});
	await addReceipt(session, {
		message: row.id,
		partner: row.partner,
		receipt: receiptText(receipt),
		delivered: false,
	});
	await delivery.ledger.appendIn(session, [entryOf(receipt, 'given')]);
}

const entryOf = (receipt: Receipt, event: 'given' | 'taken') =>
	({
		at: receipt.at,
		what: 'receipt',
		event,
		subject: receipt.message,
		hash: receipt.envelope,
		facts: {
			state: receipt.state,
			from: receipt.from,
			to: receipt.to,
			...(receipt.code === null ? {} : { code: receipt.code }),
		},
	}) as const;

export const givenReceipt = (receipt: Receipt) => entryOf(receipt, 'given');

/** Signed by this partner, about something sent to it from here? */
export async function isFromPartner(
	identity: Pick<Identity, 'partner' | 'openingKeys' | 'card'>,
	receipt: Receipt,
	partner: string,
): Promise<boolean> {
	if (receipt.from !== partner || receipt.to !== identity.card().name) return false;
	const card = await identity.partner(partner);
	if (card === undefined) return false;
	const { verify } = identity.openingKeys();
	return isReceiptOf(receipt, (message, signature) =>
		verify(Buffer.from(card.signingKey, 'base64'), message, signature),
	);
}

/** Signed by the key of now? After a change of keys, receipts that still wait are signed again. */
export function renewedReceipt(
	identity: Pick<Identity, 'card' | 'openingKeys' | 'sign'>,
	text: string,
): string {
	const receipt = readReceipt(Buffer.from(text, 'utf8'));
	if (receipt === undefined) return text;
	const { verify } = identity.openingKeys();
	const key = Buffer.from(identity.card().signingKey, 'base64');
	if (isReceiptOf(receipt, (message, signature) => verify(key, message, signature))) return text;
	const { signature: _former, ...unsigned } = receipt;
	return receiptText(signReceipt(unsigned, identity.sign));
}

/** What a verified receipt does to the message that it speaks of. In the transaction of the caller. */
export async function applyReceipt(
	delivery: Delivery,
	session: Session,
	row: MessageRow,
	receipt: Receipt,
): Promise<void> {
	const isNew = await addReceipt(session, {
		message: row.id,
		partner: row.partner,
		receipt: receiptText(receipt),
		delivered: true,
	});
	if (isNew) await delivery.ledger.appendIn(session, [entryOf(receipt, 'taken')]);
	const changes = await changesBy(session, row, receipt);
	if (Object.keys(changes).length > 0) await changeMessage(session, row.id, changes);
}

const DONE = { envelope: null, next_try_at: null } as const;

async function changesBy(
	session: Session,
	{ id, state, sequence }: MessageRow,
	receipt: Receipt,
): Promise<Partial<MessageRow>> {
	const isEarly = ['waiting', 'refused', 'expired'].includes(state);
	switch (receipt.state) {
		case 'delivered':
			return isEarly ? { ...DONE, state: 'delivered' } : DONE;
		case 'opened':
			return isEarly || state === 'delivered' ? { ...DONE, state: 'opened' } : {};
		case 'answered':
			return isEarly || state === 'delivered' || state === 'opened' ? { ...DONE, state: 'answered' } : {};
		case 'deleted':
			return {};
		case 'refused': {
			if (receipt.code === 'out-of-order') return {};
			// It was there before: what became of it then is told by the receipt of that time.
			if (receipt.code === 'replayed') return isEarly ? { ...DONE, state: 'delivered' } : {};
			const receipts = await readReceipts(session, id);
			const wasDelivered = receipts.some(
				(each) => readReceipt(Buffer.from(each.receipt, 'utf8'))?.state === 'delivered',
			);
			if (wasDelivered) return {};
			// Refused and counted: nothing more to try. Refused and not counted: tried again, since all that follows waits for it.
			if (receipt.received >= sequence)
				return { ...DONE, state: state === 'expired' ? 'expired' : 'refused' };
			return isEarly ? { state: 'refused' } : {};
		}
	}
}

const TAKEN = Buffer.from('{"taken":true}', 'utf8');
const NOT_TAKEN = Buffer.from('{"taken":false}', 'utf8');

export const isTaken = (answer: Uint8Array): boolean => TAKEN.equals(answer);

/** A receipt that a partner brought. @returns whether it was taken; one that says nothing new is. */
export async function takeReceipt(
	delivery: Delivery,
	bytes: Uint8Array,
	shownBy: string | undefined,
): Promise<Uint8Array> {
	const receipt = readReceipt(bytes);
	if (receipt === undefined) return NOT_TAKEN;
	const { from } = receipt;
	if (shownBy !== undefined && shownBy !== from) return NOT_TAKEN;
	if (!(await isFromPartner(delivery.identity, receipt, from))) {
		delivery.onFailure(`a receipt that says it is of ${from} does not verify`, undefined);
		return NOT_TAKEN;
	}
	await delivery.database.transact(async (session) => {
		const row = await readMessageRow(session, receipt.message);
		if (row === undefined || row.box !== 'out' || row.partner !== from) return;
		await applyReceipt(delivery, session, row, receipt);
	});
	return TAKEN;
}
