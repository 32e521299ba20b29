/**
 * SQL of messages: those in and out, their order with each partner, receipts and attempts. Bodies come here sealed.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';
import type { MessageTable } from '../../platform/tables-exchange.ts';

export type Reading = Pick<Session, 'kysely'>;

/** A message as it is stored. */
export type MessageRow = Omit<MessageTable, 'attempts'> & { attempts: number };

export type PartnerCounters = {
	/** Sequence of the last message to it, and the highest from it without a gap. */
	readonly sent: number;
	readonly received: number;
	readonly unreachableSince: Date | null;
};

const MOST_RECEIPTS = 50;
/** The last of so many attempts is written over. */
const MOST_ATTEMPTS = 100;
const MOST_PARTNERS = 1_000;

export async function readCounters(
	{ kysely }: Reading,
	partner: string,
): Promise<PartnerCounters | undefined> {
	const row = await kysely
		.selectFrom('partner')
		.select(['sent', 'received', 'unreachable_since'])
		.where('name', '=', partner)
		.executeTakeFirst();
	return row === undefined
		? undefined
		: {
				sent: row.sent,
				received: row.received,
				unreachableSince: row.unreachable_since,
			};
}

/** @returns false where another one was faster, or the store is not what it was. */
export async function countSent({ kysely }: Reading, partner: string, sequence: number): Promise<boolean> {
	const { numUpdatedRows } = await kysely
		.updateTable('partner')
		.set({ sent: sequence })
		.where('name', '=', partner)
		.where('sent', '=', sequence - 1)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** After this node lost what it had sent: numbers that the partner has seen are not used again. */
export async function skipSent({ kysely }: Reading, partner: string, sequence: number): Promise<void> {
	await kysely
		.updateTable('partner')
		.set({ sent: sequence })
		.where('name', '=', partner)
		.where('sent', '<', sequence)
		.execute();
}

/** @returns false where it is not the next one. */
export async function countReceived(
	{ kysely }: Reading,
	partner: string,
	sequence: number,
): Promise<boolean> {
	const { numUpdatedRows } = await kysely
		.updateTable('partner')
		.set({ received: sequence })
		.where('name', '=', partner)
		.where('received', '=', sequence - 1)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function noteReachable(
	{ kysely }: Reading,
	partner: string,
	unreachableSince: Date | null,
): Promise<void> {
	await kysely
		.updateTable('partner')
		.set(
			unreachableSince === null
				? { unreachable_since: null }
				: { unreachable_since: sql`coalesce(unreachable_since, ${unreachableSince})` },
		)
		.where('name', '=', partner)
		.execute();
}

export async function insertMessage({ kysely }: Reading, message: MessageRow): Promise<void> {
	await kysely.insertInto('message').values(message).execute();
}

/** Notes which documents a message holds: its body is sealed, and corrections must find it. */
export async function noteDocuments(
	{ kysely }: Reading,
	message: string,
	documents: readonly string[],
): Promise<void> {
	if (documents.length === 0) return;
	await kysely
		.insertInto('message_record')
		.values([...new Set(documents)].map((document) => ({ document, message })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function readMessageRow({ kysely }: Reading, id: string): Promise<MessageRow | undefined> {
	return kysely.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function changeMessage(
	{ kysely }: Reading,
	id: string,
	changes: Partial<
		Pick<
			MessageRow,
			| 'state'
			| 'body'
			| 'body_key'
			| 'envelope'
			| 'next_try_at'
			| 'attempts'
			| 'header'
			| 'sequence'
			| 'ledger_position'
			| 'followed'
		>
	>,
): Promise<void> {
	await kysely.updateTable('message').set(changes).where('id', '=', id).execute();
}

/** What waits for a partner, in order. */
export const readWaiting = ({ kysely }: Reading, partner: string, most: number): Promise<MessageRow[]> =>
	kysely
		.selectFrom('message')
		.selectAll()
		.where('partner', '=', partner)
		.where('next_try_at', 'is not', null)
		.orderBy('sequence')
		.limit(most)
		.execute();

/** Sent messages between two numbers, in order: a partner says that it does not have them. */
export const readSentBetween = (
	{ kysely }: Reading,
	partner: string,
	after: number,
	before: number,
	most: number,
): Promise<MessageRow[]> =>
	kysely
		.selectFrom('message')
		.selectAll()
		.where('partner', '=', partner)
		.where('box', '=', 'out')
		.where('sequence', '>', after)
		.where('sequence', '<', before)
		.orderBy('sequence')
		.limit(most)
		.execute();

/** Partners for whom something waits: messages, receipts, parts of attachments. */
export async function readPartnersWithWork({ kysely }: Reading): Promise<string[]> {
	const { rows } = await sql<{ partner: string }>`
		select p.name as partner from partner p where
			exists (select 1 from message m where m.partner = p.name and m.next_try_at is not null)
			or exists (select 1 from message_receipt r where r.partner = p.name and not r.delivered)
			or exists (select 1 from attachment a join message m on m.id = a.message where a.partner = p.name and a.box = 'out'
				and a.passed < a.chunks and m.state in ('delivered', 'opened', 'answered'))
		order by p.name limit ${MOST_PARTNERS}`.execute(kysely);
	return rows.map(({ partner }) => partner);
}

export type ReceiptRow = {
	message: string;
	position: number;
	partner: string;
	receipt: string;
	delivered: boolean;
};

/** @returns false where it is there already, or there are too many. */
export async function addReceipt(
	{ kysely }: Reading,
	{ message, partner, receipt, delivered }: Omit<ReceiptRow, 'position'>,
): Promise<boolean> {
	const known = await kysely
		.selectFrom('message_receipt')
		.select(['position', 'receipt'])
		.where('message', '=', message)
		.orderBy('position')
		.limit(MOST_RECEIPTS)
		.execute();
	if (known.length >= MOST_RECEIPTS || known.some((each) => each.receipt === receipt)) return false;
	const position = (known.at(-1)?.position ?? -1) + 1;
	await kysely
		.insertInto('message_receipt')
		.values({ message, position, partner, receipt, delivered })
		.execute();
	return true;
}

export const readReceipts = ({ kysely }: Reading, message: string): Promise<ReceiptRow[]> =>
	kysely
		.selectFrom('message_receipt')
		.selectAll()
		.where('message', '=', message)
		.orderBy('position')
		.limit(MOST_RECEIPTS)
		.execute();

export const readWaitingReceipts = (
	{ kysely }: Reading,
	partner: string,
	most: number,
): Promise<ReceiptRow[]> =>
	kysely
		.selectFrom('message_receipt')
		.selectAll()
		.where('partner', '=', partner)
		.where('delivered', '=', false)
		.orderBy('message')
		.orderBy('position')
		.limit(most)
		.execute();

export async function changeReceipt(
	{ kysely }: Reading,
	{ message, position }: Pick<ReceiptRow, 'message' | 'position'>,
	changes: Partial<Pick<ReceiptRow, 'receipt' | 'delivered'>>,
): Promise<void> {
	await kysely
		.updateTable('message_receipt')
		.set(changes)
		.where('message', '=', message)
		.where('position', '=', position)
		.execute();
}

/** The receipts of a message go to the partner once more. */
export async function repeatReceipts({ kysely }: Reading, message: string): Promise<void> {
	await kysely
		.updateTable('message_receipt')
		.set({ delivered: false })
		.where('message', '=', message)
		.execute();
}

export async function addAttempt(
	{ kysely }: Reading,
	message: string,
	attempt: number,
	at: Date,
	outcome: string,
): Promise<void> {
	const values = { message, position: Math.min(attempt, MOST_ATTEMPTS - 1), at, outcome };
	await kysely
		.insertInto('message_attempt')
		.values(values)
		.onConflict((conflict) => conflict.columns(['message', 'position']).doUpdateSet({ at, outcome }))
		.execute();
}

export const readAttempts = (
	{ kysely }: Reading,
	message: string,
): Promise<{ at: Date; outcome: string }[]> =>
	kysely
		.selectFrom('message_attempt')
		.select(['at', 'outcome'])
		.where('message', '=', message)
		.orderBy('position')
		.limit(MOST_ATTEMPTS)
		.execute();

export async function addPassed(
	{ kysely }: Reading,
	messages: readonly string[],
	onward: string,
): Promise<void> {
	if (messages.length === 0) return;
	await kysely
		.insertInto('message_passed')
		.values(messages.map((message) => ({ message, onward })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Messages in which something of this one went on, and how their agreement and purpose are called. */
export const readOnward = ({ kysely }: Reading, message: string): Promise<MessageRow[]> =>
	kysely
		.selectFrom('message_passed')
		.innerJoin('message', 'message.id', 'message_passed.onward')
		.selectAll('message')
		.where('message_passed.message', '=', message)
		.orderBy('message.id')
		.limit(MOST_PARTNERS)
		.execute();

/** Those whose end has come, the longest overdue first. */
export const readEnded = ({ kysely }: Reading, at: Date, most: number): Promise<MessageRow[]> =>
	kysely
		.selectFrom('message')
		.selectAll()
		.where('body', 'is not', null)
		.where('keep_until', '<=', at)
		.orderBy('keep_until')
		.limit(most)
		.execute();

/** Those about which something is still to be done: a recall that is to be passed on, feedback that is to be counted. */
export const readToFollow = ({ kysely }: Reading, most: number): Promise<MessageRow[]> =>
	kysely.selectFrom('message').selectAll().where('followed', '=', false).orderBy('id').limit(most).execute();
