/** Messages as people see them: rows of the store with their bodies opened. */
import { envelopeHeader } from '../../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { type MessageDetail, type MessageSummary, messageState } from '../../../contract/views-exchange.ts';
import { foreignPageMark } from '../../platform/page-mark.ts';
import { readReceipt } from '../envelope/receipt.ts';
import {
	countAttachments,
	countMessages,
	listMessageRows,
	MOST_COUNTED,
	placeInList,
	readThread,
} from '../store/message-lists.ts';
import { type MessageRow, readAttempts, readReceipts } from '../store/messages.ts';
import { attachmentsOf, withoutKey } from './attachments.ts';
import type { Delivery } from './model.ts';
import { openBodyAtRest } from './sealed-body.ts';

const SETTLED = ['answered', 'recalled', 'deleted', 'refused', 'expired'];

function summaryOf(row: MessageRow, nowMs: number, attachments: number): MessageSummary {
	return {
		id: row.id,
		// Written from these two words only.
		box: row.box as MessageSummary['box'],
		partner: row.partner,
		kind: row.kind as MessageSummary['kind'],
		caption: row.caption,
		agreement: row.agreement,
		purpose: row.purpose,
		handling: row.handling,
		state: messageState.parse(row.state),
		at: row.at.toISOString(),
		dueAt: row.due_at?.toISOString() ?? null,
		overdue: row.due_at !== null && row.due_at.getTime() < nowMs && !SETTLED.includes(row.state),
		attachments,
		correlation: row.correlation,
	};
}

async function summariesOf(
	{ database, clock }: Pick<Delivery, 'database' | 'clock'>,
	rows: readonly MessageRow[],
): Promise<MessageSummary[]> {
	const attachments = await countAttachments(
		database,
		rows.map(({ id }) => id),
	);
	return rows.map((row) => summaryOf(row, clock.now(), attachments.get(row.id) ?? 0));
}

const MARK = /^(\d{1,15})\.([0-9a-f-]{36})$/;

export async function listMessages(
	delivery: Pick<Delivery, 'database' | 'clock'>,
	{ after, limit, ...filter }: InputOf<'listMessages'>,
): Promise<OutputOf<'listMessages'>> {
	const { database, clock } = delivery;
	const mark = after === undefined ? undefined : MARK.exec(after);
	if (mark === null) throw foreignPageMark();
	const wanted = { ...filter, now: new Date(clock.now()) };
	const from = mark === undefined ? undefined : { atMs: Number(mark[1]), id: mark[2] ?? '' };
	const [rows, total] = await Promise.all([
		listMessageRows(database, wanted, from, limit + 1),
		countMessages(database, wanted),
	]);
	const shown = rows.slice(0, limit);
	const last = rows.length > limit ? shown.at(-1) : undefined;
	const next = last === undefined ? undefined : placeInList(last, filter.sort);
	return {
		items: await summariesOf(delivery, shown),
		next: next === undefined ? null : `${next.atMs}.${next.id}`,
		total,
		totalIsLowerBound: total >= MOST_COUNTED,
	};
}

export async function detailOf(delivery: Delivery, row: MessageRow): Promise<MessageDetail> {
	const { database, identity } = delivery;
	const body = openBodyAtRest(row, identity);
	const [receipts, attempts, thread, attachments, [summary]] = await Promise.all([
		readReceipts(database, row.id),
		readAttempts(database, row.id),
		readThread(database, row.thread),
		attachmentsOf(delivery, row.id),
		summariesOf(delivery, [row]),
	]);
	if (summary === undefined) throw new Error('a message has a summary');
	return {
		summary,
		header: envelopeHeader.parse(JSON.parse(row.header)),
		body: body === undefined ? null : shown(body),
		attachments,
		receipts: receipts.flatMap(({ receipt }) => readReceipt(Buffer.from(receipt, 'utf8')) ?? []),
		attempts: attempts.map(({ at, outcome }) => ({ at: at.toISOString(), outcome })),
		thread: await summariesOf(delivery, thread),
		ledger: row.ledger_position === null ? [] : [row.ledger_position],
		keepUntil: row.keep_until.toISOString(),
	};
}

/** Without the keys of attachments. */
export const shown = (body: MessageBody): MessageBody =>
	body.kind === 'control' ? body : { ...body, attachments: body.attachments.map(withoutKey) };
