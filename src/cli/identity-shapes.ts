/** How commands show who a node is and whom it trusts: `node show|partners|distrust|rotate`. */
import type { OutputOf } from '../../contract/operations.ts';
import { moment, type Shapes } from './operation-shape.ts';
import { counted, formatTable, plain } from './terminal.ts';

type Partner = OutputOf<'listPartners'>[number];

/** Twelve groups in three lines, as people read them to each other. */
const fingerprintLines = (fingerprint: string): string[] => {
	const groups = fingerprint.split(' ');
	return [0, 4, 8].map((from) => `  ${groups.slice(from, from + 4).join(' ')}`);
};

export const showIdentity = ({ card, fingerprint, keys }: OutputOf<'readIdentity'>): string =>
	[
		`${card.name}: ${plain(card.title)} (${card.agency}, ${card.country})`,
		`reached at ${plain(card.url)}; card ${card.number} of ${moment(card.issuedAt)}`,
		'fingerprint, to be compared by phone or in person:',
		...fingerprintLines(fingerprint),
		'',
		formatTable(
			[
				{ title: 'key', value: (key) => key.use },
				{ title: 'state', value: (key) => key.state },
				{ title: 'made', value: (key) => moment(key.madeAt) },
				{ title: 'ended', value: (key) => (key.endedAt === null ? null : moment(key.endedAt)) },
				{ title: 'id', value: (key) => key.id.slice(0, 16) },
				{ title: 'reason', value: (key) => key.reason },
			],
			keys,
		),
	].join('\n');

/** What keeps somebody from exchanging with a partner now, in a few words. */
const problemOf = ({ ledger, unreachableSince }: Partner): string | null => {
	if (ledger.problem !== null) return `ledger: ${ledger.problem}`;
	return unreachableSince === null ? null : `no answer since ${moment(unreachableSince)}`;
};

export const showPartner = (partner: Partner): string =>
	[
		`${partner.name}: ${plain(partner.title)} (${partner.agency}, ${partner.country}) is ${partner.state}, by ${plain(partner.trustedBy)}`,
		...fingerprintLines(partner.fingerprint),
		'',
	].join('\n');

const showPartners = (partners: readonly Partner[]): string =>
	`${formatTable(
		[
			{ title: 'node', value: (partner) => partner.name },
			{ title: 'title', value: (partner) => partner.title },
			{ title: 'state', value: (partner) => partner.state },
			{ title: 'agreements', value: (partner) => partner.agreements, align: 'right' },
			{ title: 'waiting', value: (partner) => partner.waiting, align: 'right' },
			{ title: 'trusted by', value: (partner) => partner.trustedBy },
			{ title: 'since', value: (partner) => moment(partner.trustedAt) },
			{ title: 'problem', value: problemOf },
		],
		partners,
	)}${counted(partners.length, 'partner')}\n`;

export const identityShapes: Shapes = {
	readIdentity: { words: ['node', 'show'], show: showIdentity, example: 'node show' },
	rotateKeys: {
		words: ['node', 'rotate'],
		show: showIdentity,
		example: 'node rotate --reason "keys of the year" (or, where they were lost: --revoke true)',
	},
	listPartners: { words: ['node', 'partners'], show: showPartners, example: 'node partners' },
	distrustPartner: {
		words: ['node', 'distrust'],
		positional: ['name'],
		show: showPartner,
		example: 'node distrust fiu --reason "its keys were stolen on 3 March"',
	},
};
