/**
 * Takes what waits for a partner to it: messages in order, then receipts, then parts of attachments. The first failure ends the round,
 * so that the order is kept; what a partner says it does not have is sent again from there.
 */

import type { Receipt } from '../../../contract/exchange/envelope.ts';
import type { NodeCard } from '../../../contract/exchange/node-card.ts';
import { envelopeHash } from '../envelope/envelope.ts';
import { readReceipt } from '../envelope/receipt.ts';
import { notePassed, readChunk, readUnpassed } from '../store/attachments.ts';
import {
	addAttempt,
	changeMessage,
	changeReceipt,
	type MessageRow,
	noteReachable,
	readCounters,
	readMessageRow,
	readSentBetween,
	readWaiting,
	readWaitingReceipts,
	skipSent,
} from '../store/messages.ts';
import { chunkAnswer, formatChunk } from './attachments.ts';
import { backOffMs } from './back-off.ts';
import { type Delivery, NO_MESSAGE } from './model.ts';
import { applyReceipt, isFromPartner, isTaken, renewedReceipt } from './receipts.ts';
import { envelopeOf, instantOf } from './send.ts';

/** Rows in one go. */
const BATCH = 50;

/** Whether the round may go on with the next. */
type Step = 'next' | 'stop';

/** How a partner is at the moment, as far as this process knows. */
export type Standing = { failures: number; nextTryMs: number };

/** One round. @returns true where something is left that should be tried later. */
export async function carryTo(delivery: Delivery, partner: string, standing: Standing): Promise<boolean> {
	const { database, identity, clock } = delivery;
	const [card, counters] = await Promise.all([identity.partner(partner), readCounters(database, partner)]);
	if (card === undefined || counters === undefined || delivery.problemWith(partner) !== undefined)
		return false;
	try {
		const step = await carryMessages(delivery, card);
		await carryReceipts(delivery, card);
		if (step === 'next') await carryChunks(delivery, card);
		if (counters.unreachableSince !== null) await noteReachable(database, partner, null);
		if (step === 'next') {
			standing.failures = 0;
			standing.nextTryMs = 0;
			return false;
		}
	} catch (error) {
		if (!(error instanceof Unreachable)) throw error;
		await noteReachable(database, partner, new Date(clock.now()));
	}
	standing.failures += 1;
	standing.nextTryMs = clock.now() + backOffMs(standing.failures, delivery.random());
	return true;
}

/** The partner did not answer. */
class Unreachable extends Error {}

async function deliver(
	delivery: Delivery,
	card: NodeCard,
	path: 'envelopes' | 'receipts' | 'chunks',
	bytes: Uint8Array,
): Promise<Uint8Array> {
	try {
		return await delivery.transport.deliver(card, path, bytes);
	} catch (cause) {
		throw new Unreachable('the partner did not answer', { cause });
	}
}

async function carryMessages(delivery: Delivery, card: NodeCard): Promise<Step> {
	/** Where the partner wanted to begin again: once for each message, or it goes in circles. */
	const rewound = new Set<string>();
	for (;;) {
		const rows = await readWaiting(delivery.database, card.name, BATCH);
		if (rows.length === 0) return 'next';
		for (const row of rows) {
			const outcome = await carryMessage(delivery, card, row);
			if (outcome === 'stop') return 'stop';
			if (outcome === 'next') continue;
			if (rewound.has(row.id) || !(await rewind(delivery, row, outcome.received))) return 'stop';
			rewound.add(row.id);
			break;
		}
	}
}

async function carryMessage(
	delivery: Delivery,
	card: NodeCard,
	row: MessageRow,
): Promise<Step | { received: number }> {
	const { database, clock, identity } = delivery;
	if (row.expires_at.getTime() <= clock.now() && row.state === 'waiting') {
		await expire(delivery, row);
		return 'next';
	}
	const renewed = await envelopeOf(delivery, row);
	if (renewed === undefined) return 'stop';
	if (renewed.header !== row.header || renewed.envelope !== row.envelope)
		await changeMessage(database, row.id, renewed);
	const bytes = Buffer.from(renewed.envelope, 'utf8');
	let answer: Uint8Array;
	try {
		answer = await deliver(delivery, card, 'envelopes', bytes);
	} catch (error) {
		await attempted(delivery, row, 'unreachable', true);
		throw error;
	}
	const receipt = readReceipt(answer);
	const verified = receipt !== undefined && (await isFromPartner(identity, receipt, row.partner));
	const problem = verified ? mismatch(receipt, row, envelopeHash(bytes)) : 'the receipt does not verify';
	if (problem !== undefined || receipt === undefined) {
		await attempted(delivery, row, problem ?? 'the receipt does not verify', true);
		delivery.onFailure(`message ${row.id} to ${row.partner}: ${problem}`, undefined);
		return 'stop';
	}
	return judge(delivery, row, receipt);
}

/** Does the receipt speak of this message, as it was sent? */
function mismatch(receipt: Receipt, { id }: MessageRow, hash: string): string | undefined {
	if (receipt.envelope !== hash)
		return receipt.state === 'refused'
			? `changed on its way: ${receipt.code}`
			: 'the receipt is of other bytes';
	return receipt.message === id || (receipt.message === NO_MESSAGE && receipt.state === 'refused')
		? undefined
		: 'the receipt is of another message';
}

async function judge(
	delivery: Delivery,
	row: MessageRow,
	receipt: Receipt,
): Promise<Step | { received: number }> {
	const { database } = delivery;
	const outcome = receipt.code === null ? receipt.state : `refused: ${receipt.code}`;
	const counters = await readCounters(database, row.partner);
	if (receipt.received > (counters?.sent ?? 0)) {
		delivery.onFailure(
			`${row.partner} has ${receipt.received} messages of this node, which knows of ${counters?.sent}: it was set back`,
			undefined,
		);
		await skipSent(database, row.partner, receipt.received);
	}
	const counted = receipt.received >= row.sequence;
	await database.transact(async (session) => {
		const now = await readMessageRow(session, row.id);
		if (now !== undefined) await applyReceipt(delivery, session, now, receipt);
		await addAttempt(session, row.id, row.attempts, new Date(delivery.clock.now()), outcome);
		await changeMessage(session, row.id, { attempts: row.attempts + 1 });
	});
	if (receipt.state !== 'refused' || receipt.code === 'replayed' || counted) return 'next';
	// Next time with the keys of now.
	if (receipt.code === 'revoked-key' || receipt.code === 'wrong-key')
		await changeMessage(database, row.id, { envelope: null });
	if (receipt.code === 'out-of-order') return { received: receipt.received };
	return 'stop';
}

/** Everything that the partner says it does not have is sent again. @returns false where there is nothing to send. */
async function rewind(delivery: Delivery, row: MessageRow, received: number): Promise<boolean> {
	const missing = await readSentBetween(delivery.database, row.partner, received, row.sequence, 1_000);
	if (missing.some(({ envelope, state }) => envelope === null && state !== 'expired'))
		delivery.onFailure(
			`${row.partner} has lost messages from number ${received + 1} on, and is sent them again`,
			undefined,
		);
	const at = new Date(delivery.clock.now());
	for (const { id } of missing) await changeMessage(delivery.database, id, { next_try_at: at });
	return missing.length > 0;
}

async function attempted(
	{ database, clock, random }: Delivery,
	row: MessageRow,
	outcome: string,
	again: boolean,
): Promise<void> {
	const nowMs = clock.now();
	await database.transact(async (session) => {
		await addAttempt(session, row.id, row.attempts, new Date(nowMs), outcome);
		await changeMessage(session, row.id, {
			attempts: row.attempts + 1,
			next_try_at: again ? new Date(nowMs + backOffMs(row.attempts + 1, random())) : null,
		});
	});
}

/** It keeps its number: when the partner is back, it is told by this envelope that there was one, and refuses it as expired. */
async function expire(delivery: Delivery, row: MessageRow): Promise<void> {
	const { database, clock, ledger } = delivery;
	await database.transact(async (session) => {
		await changeMessage(session, row.id, { state: 'expired', next_try_at: null });
		await addAttempt(session, row.id, row.attempts, new Date(clock.now()), 'expired');
		await ledger.appendIn(session, [
			{
				at: instantOf(clock.now()),
				what: 'message',
				event: 'expired',
				subject: row.id,
				facts: { to: row.partner, sequence: row.sequence },
			},
		]);
	});
}

async function carryReceipts(delivery: Delivery, card: NodeCard): Promise<void> {
	const { database, identity } = delivery;
	for (;;) {
		const rows = await readWaitingReceipts(database, card.name, BATCH);
		let carried = 0;
		for (const row of rows) {
			const text = renewedReceipt(identity, row.receipt);
			if (text !== row.receipt) await changeReceipt(database, row, { receipt: text });
			if (!isTaken(await deliver(delivery, card, 'receipts', Buffer.from(text, 'utf8')))) continue;
			await changeReceipt(database, row, { delivered: true });
			carried += 1;
		}
		if (rows.length < BATCH || carried === 0) return;
	}
}

async function carryChunks(delivery: Delivery, card: NodeCard): Promise<void> {
	const { database, identity } = delivery;
	for (const row of await readUnpassed(database, card.name, BATCH)) {
		let { passed } = row;
		while (passed < row.chunks) {
			const sealed = await readChunk(database, row.id, passed);
			if (sealed === undefined || row.message === null) break;
			const header = {
				from: identity.card().name,
				message: row.message,
				attachment: row.id,
				number: passed,
			};
			const stored = storedBy(await deliver(delivery, card, 'chunks', formatChunk(header, sealed)));
			// It wants none of it, or says that it has what it had before.
			if (stored === null || stored === passed) {
				delivery.onFailure(`${card.name} does not take part ${passed} of attachment ${row.id}`, undefined);
				break;
			}
			passed = Math.min(stored, row.chunks);
			await notePassed(database, row.id, passed);
		}
	}
}

function storedBy(answer: Uint8Array): number | null {
	try {
		const read = chunkAnswer.safeParse(JSON.parse(Buffer.from(answer).toString('utf8')));
		return read.success ? read.data.stored : null;
	} catch {
		return null;
	}
}
