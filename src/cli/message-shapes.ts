/** How commands show messages between nodes: `messages list|show`, and what `send`, `preview` and `attach` answer. */
import type { OutputOf } from '../../contract/operations.ts';
import type { MessageSummary } from '../../contract/views-exchange.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { type Column, counted, formatTable, plain } from './terminal.ts';

const columns: Column<MessageSummary>[] = [
	{ title: 'at', value: (row) => moment(row.at) },
	{ title: 'box', value: (row) => row.box },
	{ title: 'partner', value: (row) => row.partner },
	{ title: 'state', value: (row) => row.state },
	{
		title: 'due',
		value: (row) => (row.dueAt === null ? null : `${moment(row.dueAt)}${row.overdue ? ' OVERDUE' : ''}`),
	},
	{ title: 'what', value: (row) => plain(row.caption) },
	{ title: 'id', value: (row) => row.id },
];

export function showMessage(detail: OutputOf<'readMessage'>): string {
	const { summary, header, body, receipts, attempts, thread, attachments, ledger, keepUntil } = detail;
	return [
		`${summary.id}  ${summary.box === 'out' ? 'to' : 'from'} ${summary.partner}, number ${header.sequence}: ${summary.state}`,
		plain(summary.caption),
		`agreement ${summary.agreement ?? 'none'}, purpose ${summary.purpose ?? 'none'}, handling ${summary.handling}`,
		`sent      ${moment(header.sentAt)}, to be delivered until ${moment(header.expiresAt)}`,
		...(summary.dueAt === null
			? []
			: [`answer    until ${moment(summary.dueAt)}${summary.overdue ? ': OVERDUE' : ''}`]),
		`kept      until ${moment(keepUntil)}; in the ledger at ${ledger.join(', ') || 'no position'}`,
		'',
		body === null ? 'What it said was deleted.' : JSON.stringify(body, null, 2),
		'',
		...section(
			'Attachments',
			[
				{ title: 'id', value: (row) => row.attachment.id },
				{ title: 'bytes', value: (row) => row.attachment.bytes, align: 'right' },
				{ title: 'here', value: (row) => (row.complete ? 'all of it' : 'not yet') },
				{ title: 'name', value: (row) => plain(row.attachment.name) },
			],
			attachments,
		),
		...section(
			'Receipts',
			[
				{ title: 'at', value: (row) => moment(row.at) },
				{ title: 'by', value: (row) => row.from },
				{ title: 'state', value: (row) => row.state },
				{ title: 'code', value: (row) => row.code },
				{ title: 'reason', value: (row) => (row.reason === null ? null : plain(row.reason)) },
			],
			receipts,
		),
		...section(
			'Attempts',
			[
				{ title: 'at', value: (row) => moment(row.at) },
				{ title: 'outcome', value: (row) => plain(row.outcome) },
			],
			attempts,
		),
		...section('Correspondence', columns, thread),
	].join('\n');
}

const section = <Row>(title: string, shown: readonly Column<Row>[], rows: readonly Row[]): string[] =>
	rows.length === 0 ? [] : [title, formatTable(shown, rows)];

export const showSent = ({ summary }: OutputOf<'sendMessage'>): string =>
	`${summary.id}: ${summary.state}, ${plain(summary.caption)}\n`;

export const showPreview = ({ body, removed, masked, problems, dueAt }: OutputOf<'previewMessage'>): string =>
	[
		JSON.stringify(body, null, 2),
		'',
		...section(
			'Left out',
			[
				{ title: 'of', value: (row) => plain(row.record) },
				{ title: 'what', value: (row) => row.path },
				{ title: 'because', value: (row) => row.because },
			],
			removed,
		),
		...section(
			'Said to be there, and not what it is',
			[
				{ title: 'of', value: (row) => plain(row.record) },
				{ title: 'what', value: (row) => row.path },
			],
			masked,
		),
		...problems.map(({ path, sentence }) => `${path}: ${sentence}`),
		problems.length === 0
			? `It can be sent${dueAt === null ? '' : `; an answer is due until ${moment(dueAt)}`}.`
			: `It cannot be sent: ${counted(problems.length, 'problem')}.`,
		'',
	].join('\n');

export const messageShapes: Shapes = {
	listMessages: {
		words: ['messages', 'list'],
		show: showPage(columns, 'message'),
		example: 'messages list --box in --state overdue',
	},
	readMessage: {
		words: ['messages', 'show'],
		positional: ['id'],
		show: showMessage,
		example: 'messages show 019b1c3e-7a40-7000-8000-5c1d2e3f4a5b',
	},
};
