/**
 * Commands of requests of data subjects. The export writes a file and is apart.
 */

import { grounds } from '../../contract/data-protection-law.ts';
import type { OutputOf } from '../../contract/operations.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { counted, formatTable } from './terminal.ts';

const clockText = ({ daysLeft, overdue, dueAt }: OutputOf<'readRequest'>['summary']): string =>
	daysLeft === null
		? 'closed'
		: overdue
			? `overdue since ${dueAt.slice(0, 10)}`
			: `${counted(daysLeft, 'day')} left, until ${dueAt.slice(0, 10)}`;

const showRequest = (request: OutputOf<'readRequest'>): string => {
	const { summary, identity, decision, picks, restrictions, history, answer } = request;
	return [
		`${summary.kind} of ${summary.subject} (${request.article}), received ${summary.receivedAt.slice(0, 10)}: ${clockText(summary)}`,
		`asked by ${request.requester.name} (${request.requester.as}): ${request.wanted}`,
		identity === null
			? 'who asks is not identified yet'
			: `identified: ${identity.how}, by ${identity.by}, ${moment(identity.at)}`,
		...(picks.length === 0
			? []
			: [
					formatTable(
						[
							{ title: 'picked', value: (each) => each.verdict },
							{ title: 'what', value: (each) => each.caption },
							{ title: 'sure', value: (each) => each.sure.toFixed(3), align: 'right' },
							{ title: 'records', value: (each) => each.records ?? 0, align: 'right' },
							{ title: 'by', value: (each) => each.by },
							{ title: 'key', value: (each) => each.object },
						],
						picks,
					),
				]),
		...(decision === null
			? []
			: [
					`decided: ${decision.decision}${decision.ground === null ? '' : `, ${grounds[decision.ground].title} (${decision.article ?? ''})`}: ${decision.reason}`,
				]),
		...restrictions.map(
			(each) =>
				`restricted: ${each.kind} ${each.reference}${each.liftedAt === null ? '' : `, lifted ${moment(each.liftedAt)}`}: ${each.reason}`,
		),
		...(answer === null ? [] : [`answered ${moment(answer.at)}: ${answer.text}`]),
		formatTable(
			[
				{ title: 'at', value: (each) => moment(each.at) },
				{ title: 'what', value: (each) => each.what },
				{ title: 'by', value: (each) => each.by },
				{
					title: 'facts',
					value: (each) =>
						Object.entries(each.facts)
							.map(([name, value]) => `${name} ${value}`)
							.join(', '),
				},
			],
			history,
		),
		`${summary.id}: next is to ${summary.step}`,
		'',
	].join('\n');
};

const showFound = ({ mentions, records, complete, searchedBy }: OutputOf<'findSubject'>): string =>
	[
		`searched by ${searchedBy.join('; ')}`,
		formatTable(
			[
				{ title: 'sure', value: (each) => each.sure.toFixed(3), align: 'right' },
				{ title: '', value: (each) => each.sureness },
				{ title: 'who', value: (each) => each.caption },
				{ title: 'records', value: (each) => each.recordCount, align: 'right' },
				{ title: 'why', value: (each) => each.why.map(({ sentence }) => sentence).join(' ') },
				{ title: 'verdict', value: (each) => each.verdict ?? '' },
				{ title: 'mention', value: (each) => each.mention },
			],
			mentions,
		),
		...records.map(
			({ record, number }) => `${number} stands in ${record.kind} ${record.reference} (${record.id})`,
		),
		complete ? counted(mentions.length, 'mention') : 'There are more: say more of what is known.',
		'',
	].join('\n');

const showRecipients = (rows: OutputOf<'listRecipients'>): string =>
	formatTable(
		[
			{ title: 'sent', value: (row) => moment(row.at) },
			{ title: 'partner', value: (row) => row.partner },
			{ title: 'agreement', value: (row) => row.agreement ?? '' },
			{ title: 'purpose', value: (row) => row.purpose ?? '' },
			{ title: 'corrected', value: (row) => (row.corrected ? 'yes' : 'no') },
			{ title: 'message', value: (row) => row.message },
		],
		rows,
	);

const showRestriction = ({ kind, reference, liftedAt }: OutputOf<'restrictRecord'>): string =>
	`${kind} ${reference} is ${liftedAt === null ? 'restricted: only the data-protection officer sees it' : 'restricted no more'}\n`;

const EXAMPLE = '019b1c3e-7a40-7000-8000-5c1d2e3f4a5b';

export const subjectShapes: Shapes = {
	openRequest: {
		words: ['requests', 'open'],
		show: showRequest,
		example: `requests open --kind access --requester '{"name":"Anna Eriksson","as":"self"}' --subject '{"names":["Anna Maria Eriksson"],"born":"1974-08-12"}' --wanted "all that you hold of me"`,
	},
	listRequests: {
		words: ['requests', 'list'],
		show: showPage(
			[
				{ title: 'received', value: (row) => row.receivedAt.slice(0, 10) },
				{ title: 'kind', value: (row) => row.kind },
				{ title: 'of', value: (row) => row.subject },
				{ title: 'next', value: (row) => row.step },
				{ title: 'clock', value: clockText },
				{ title: 'id', value: (row) => row.id },
			],
			'request',
		),
		example: 'requests list --overdue true',
	},
	readRequest: {
		words: ['requests', 'show'],
		positional: ['id'],
		show: showRequest,
		example: `requests show ${EXAMPLE}`,
	},
	identifyRequester: {
		words: ['requests', 'identify'],
		positional: ['id', 'how'],
		show: showRequest,
		example: `requests identify ${EXAMPLE} document-in-person`,
	},
	extendRequest: {
		words: ['requests', 'extend'],
		positional: ['id'],
		show: showRequest,
		example: `requests extend ${EXAMPLE} --reason "several hundred documents to look through"`,
	},
	findSubject: {
		words: ['requests', 'find'],
		positional: ['id'],
		show: showFound,
		example: `requests find ${EXAMPLE}`,
	},
	pickSubject: {
		words: ['requests', 'pick'],
		positional: ['id', 'verdict'],
		show: showRequest,
		example: `requests pick ${EXAMPLE} this-person --mentions 5f1c…,77ab…`,
	},
	decideRequest: {
		words: ['requests', 'decide'],
		positional: ['id', 'decision'],
		show: showRequest,
		example: `requests decide ${EXAMPLE} refuse --ground identity-not-shown --reason "no document was shown"`,
	},
	closeRequest: {
		words: ['requests', 'close'],
		positional: ['id'],
		show: showRequest,
		example: `requests close ${EXAMPLE} --answer "The page was sent by registered post."`,
	},
	listRecipients: {
		words: ['requests', 'recipients'],
		positional: ['id', 'record'],
		show: showRecipients,
		example: `requests recipients ${EXAMPLE} 0198a1c2-…`,
	},
	tellRecipients: {
		words: ['requests', 'tell'],
		positional: ['id', 'record'],
		show: (rows) =>
			rows
				.map(
					({ partner, sent, problem }) =>
						`${partner}: ${sent === null ? `not told, ${problem ?? ''}` : `told by message ${sent}`}\n`,
				)
				.join(''),
		example: `requests tell ${EXAMPLE} 0198a1c2-… --messages 0198a1c3-…`,
	},
	restrictRecord: {
		words: ['requests', 'restrict'],
		positional: ['id', 'record'],
		show: showRestriction,
		example: `requests restrict ${EXAMPLE} 0198a1c2-… --reason "its accuracy is contested"`,
	},
	liftRestriction: {
		words: ['requests', 'lift'],
		positional: ['id', 'record'],
		show: showRestriction,
		example: `requests lift ${EXAMPLE} 0198a1c2-… --reason "found to be accurate; the person was told"`,
	},
	eraseSubject: {
		words: ['requests', 'erase'],
		positional: ['id'],
		show: ({ erased, recipients }) =>
			`${counted(erased, 'record')} erased; sent before to ${counted(recipients.length, 'recipient')}\n`,
		example: `requests erase ${EXAMPLE} --records 0198a1c2-… --reason "not held lawfully"`,
	},
};
