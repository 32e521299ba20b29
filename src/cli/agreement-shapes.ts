/**
 * Commands of agreements. Those that read files or move an agreement are in agreement-commands.ts.
 */
import type { AgreementBody } from '../../contract/exchange/agreement.ts';
import type { AgreementDetail, AgreementTemplate } from '../../contract/views-exchange.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { formatCount, formatTable } from './terminal.ts';

const MOST_EVENTS = 10;

const WAITING = { us: 'waits for you', them: 'waits for them' } as const;

/** "declaration: 40 allowed, 2 masked, 7 forbidden" */
const showGrant = ({
	from,
	to,
	messages,
	records,
	matching,
	subjects,
}: AgreementBody['grants'][number]): string =>
	[
		`${from} to ${to}: ${messages.join(', ') || 'no message'}`,
		...records.map(
			({ kind, allowed, masked, forbidden }) =>
				`  ${kind}: ${allowed.length} paths allowed, ${masked.length} masked, ${forbidden.length} forbidden`,
		),
		`  of subjects: ${(subjects ?? []).join(', ') || 'nothing but their kind'}`,
		`  matching: ${matching.join(', ') || 'none'}`,
	].join('\n');

export const showAgreement = ({
	summary,
	body,
	signatures,
	versions,
	events,
	changes,
	policy,
}: AgreementDetail): string =>
	[
		`${summary.id}, version ${summary.version}: ${summary.state}${summary.waitsFor === null ? '' : `, ${WAITING[summary.waitsFor]}`}`,
		body.title,
		`with ${summary.partner ?? 'nobody'}; from ${summary.startsOn} to ${summary.endsOn}, review on ${summary.reviewOn}`,
		`legal basis: ${body.legalBasis}`,
		`purposes: ${body.purposes.join(', ') || 'none'}`,
		`handling: ${body.handling.allowed.join(', ')}, ${body.handling.least} unless told otherwise; kept ${formatCount(body.retentionDays)} days; passed on: ${body.onward}`,
		`a day: ${formatCount(summary.questionsSpent)} of ${formatCount(summary.questionsOf)} questions spent, ${formatCount(body.budget.messagesPerDay)} messages`,
		...body.grants.map(showGrant),
		...signatures.map(
			({ node, signedAt, key }) => `signed by ${node} at ${moment(signedAt)} with key ${key.slice(0, 16)}`,
		),
		'',
		...(changes.length === 0
			? []
			: [
					formatTable(
						[
							{ title: 'changed', value: ({ path }) => path },
							{ title: 'before', value: ({ before }) => before },
							{ title: 'after', value: ({ after }) => after },
						],
						changes,
					),
				]),
		...(versions.length < 2
			? []
			: [`versions: ${versions.map(({ version, state }) => `${version} ${state}`).join(', ')}`]),
		...events
			.slice(0, MOST_EVENTS)
			.map(
				({ at, what, by, reason }) => `${moment(at)} ${what} by ${by}${reason === null ? '' : `: ${reason}`}`,
			),
		...(policy === '' ? ['It permits nothing.'] : ['--json has its Cedar policies.']),
		'',
	].join('\n');

const showTemplates = (templates: readonly AgreementTemplate[]): string =>
	`${templates.map(({ id, title, description }) => `${id}: ${title}\n  ${description}\n`).join('')}"agreements draft" makes a file of one, with the names, days and legal basis put in.\n`;

export const agreementShapes: Shapes = {
	listAgreements: {
		words: ['agreements', 'list'],
		show: showPage(
			[
				{ title: 'agreement', value: (each) => each.id },
				{ title: 'version', value: (each) => each.version, align: 'right' },
				{ title: 'state', value: (each) => each.state },
				{ title: 'partner', value: (each) => each.partner },
				{ title: 'title', value: (each) => each.title },
				{ title: 'until', value: (each) => each.endsOn },
				{
					title: 'questions',
					value: (each) => `${each.questionsSpent} of ${each.questionsOf}`,
					align: 'right',
				},
				{ title: 'note', value: (each) => (each.waitsFor === null ? null : WAITING[each.waitsFor]) },
			],
			'agreement',
		),
		example: 'agreements list --state signed',
	},
	listAgreementTemplates: {
		words: ['agreements', 'templates'],
		show: showTemplates,
		example: 'agreements templates',
	},
	readAgreement: {
		words: ['agreements', 'show'],
		positional: ['id'],
		show: showAgreement,
		example: 'agreements show fiu-customs',
	},
};
