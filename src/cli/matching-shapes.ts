/** Commands of matching: `match`, `offers list|make|withdraw`, `questions`, `budgets`, `intersect`, `intersections list|show|consent`. */
import type { OutputOf } from '../../contract/operations.ts';
import { moment, type Shapes, showPage } from './operation-shape.ts';
import { counted, formatCount, formatTable } from './terminal.ts';

type Intersection = OutputOf<'intersect'>;

const showOffers = (offers: OutputOf<'listOffers'>): string =>
	[
		formatTable(
			[
				{ title: 'agreement', value: (offer) => offer.agreement },
				{ title: 'purpose', value: (offer) => offer.purpose },
				{ title: 'direction', value: (offer) => offer.direction },
				{ title: 'partner', value: (offer) => offer.partner },
				{ title: 'kinds', value: (offer) => offer.kinds.join(', ') },
				{ title: 'tags', value: (offer) => offer.identifiers, align: 'right' },
				{ title: 'of', value: (offer) => (offer.source === '' ? null : offer.source) },
				{ title: 'valid until', value: (offer) => moment(offer.validUntil) },
				{ title: 'questions', value: (offer) => offer.questions ?? null, align: 'right' },
				{ title: 'id', value: (offer) => offer.id },
			],
			offers,
		),
		...offers.flatMap(({ alarm, partner, agreement }) =>
			alarm === null || alarm === undefined
				? []
				: [`${partner} under ${agreement} may be going through all identifiers: ${alarm}\n`],
		),
	].join('');

const showAnswer = ({ hit, partner, spent, left }: OutputOf<'match'>): string =>
	[
		hit
			? `hit: ${partner} offers it. It does not say what it knows; a request asks for that ("tidewaiter messages send").`
			: `no hit: ${partner} does not offer it under this agreement for this purpose.`,
		`${counted(spent, 'question')} spent today, ${formatCount(left)} left`,
		'',
	].join('\n');

const CONSENT: { readonly [consent in Intersection['consent']]: string } = {
	none: 'nobody has consented yet to say which ones',
	ours: 'this node has consented to say which ones; the partner has not',
	theirs: 'the partner has consented to say which ones; this node has not',
	both: 'both have consented to say which ones',
};

const showIntersection = (one: Intersection): string =>
	[
		`${one.id}: ${formatCount(one.both)} on both sides, of ${formatCount(one.ours)} here and ${formatCount(one.theirs)} at ${one.partner}`,
		CONSENT[one.consent],
		...(one.members ?? []).map((member) => `  ${member}`),
		'',
	].join('\n');

const showOutcome = ({ side, hit, refused }: OutputOf<'listQuestions'>['items'][number]): string => {
	if (refused !== null) return `refused: ${refused}`;
	if (side === 'theirs') return 'answered';
	return hit === null ? 'not answered' : hit ? 'hit' : 'no hit';
};

export const matchingShapes: Shapes = {
	listOffers: { words: ['offers', 'list'], show: showOffers, example: 'offers list --agreement fiu-customs' },
	makeOffer: {
		words: ['offers', 'make'],
		show: (offer) => showOffers([offer]),
		example:
			'offers make --agreement fiu-customs --purpose money-laundering --kinds person,account --of lists,suspicion-reports',
	},
	withdrawOffer: {
		words: ['offers', 'withdraw'],
		positional: ['id'],
		show: ({ partner, agreement, purpose }) =>
			`${partner} can ask no more under ${agreement} for ${purpose}: the key is destroyed.\n`,
		example: 'offers withdraw 0198a1c2-… --reason "the list was loaded by mistake"',
	},
	listQuestions: {
		words: ['questions', 'list'],
		show: showPage(
			[
				{ title: 'at', value: ({ at }) => moment(at) },
				{ title: 'by', value: ({ side, by, partner }) => (side === 'ours' ? by : partner) },
				{ title: 'of', value: ({ side, partner }) => (side === 'ours' ? partner : 'this node') },
				{ title: 'agreement', value: ({ agreement }) => agreement },
				{ title: 'case', value: (question) => question.case },
				{ title: 'answer', value: showOutcome },
			],
			'question',
		),
		example: 'questions list --agreement fiu-customs --side theirs',
	},
	listMatchingBudgets: {
		words: ['budgets', 'list'],
		show: (budgets) =>
			formatTable(
				[
					{ title: 'agreement', value: ({ agreement }) => agreement },
					{ title: 'partner', value: ({ partner }) => partner },
					{ title: 'asked today', value: ({ questions }) => questions.ours, align: 'right' },
					{ title: 'by partner', value: ({ questions }) => questions.theirs, align: 'right' },
					{ title: 'of', value: ({ questions }) => questions.of, align: 'right' },
					{ title: 'intersections', value: ({ intersections }) => intersections.ours, align: 'right' },
					{ title: 'by partner', value: ({ intersections }) => intersections.theirs, align: 'right' },
					{ title: 'of a month', value: ({ intersections }) => intersections.of, align: 'right' },
				],
				budgets,
			),
		example: 'budgets list',
	},
	match: {
		words: ['match'],
		positional: ['kind', 'value'],
		show: showAnswer,
		example:
			'match person "Mohammed Basri" --with 1971-04-03 --agreement fiu-customs --purpose money-laundering --case C-12',
	},
	intersect: {
		words: ['intersect'],
		show: showIntersection,
		example: 'intersect --agreement fiu-customs --purpose money-laundering --kinds person,document',
	},
	listIntersections: {
		words: ['intersections', 'list'],
		show: (all) =>
			formatTable(
				[
					{ title: 'at', value: (each) => moment(each.at) },
					{ title: 'agreement', value: (each) => each.agreement },
					{ title: 'partner', value: (each) => each.partner },
					{ title: 'here', value: (each) => each.ours, align: 'right' },
					{ title: 'there', value: (each) => each.theirs, align: 'right' },
					{ title: 'both', value: (each) => each.both, align: 'right' },
					{ title: 'consent', value: (each) => each.consent },
					{ title: 'id', value: (each) => each.id },
				],
				all,
			),
		example: 'intersections list --agreement fiu-customs',
	},
	readIntersection: {
		words: ['intersections', 'show'],
		positional: ['id'],
		show: showIntersection,
		example: 'intersections show 0198a1c2-…',
	},
	consentIntersection: {
		words: ['intersections', 'consent'],
		positional: ['id'],
		show: showIntersection,
		example: 'intersections consent 0198a1c2-… --reason "asked for by both prosecutors"',
	},
};
