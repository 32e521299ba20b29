/** Agreements for the tests of a federation: small ones, of which a test knows every word. */
import type { AgreementBody, Grant } from '../../contract/exchange/agreement.ts';
import type { MessageBody, MessageKind } from '../../contract/exchange/message.ts';

/** What the tests send; `alert` is left out, to have something that no agreement covers. */
const MESSAGES: readonly MessageKind[] = [
	'query',
	'request',
	'reply',
	'spontaneous',
	'hit-notice',
	'supplementary',
	'referral',
	'feedback',
	'consent-request',
	'consent',
	'correction',
	'recall',
];

const grantOf = (from: string, to: string): Grant => ({
	from,
	to,
	messages: [...MESSAGES],
	subjects: ['name', 'role'],
	records: [
		{
			kind: 'declaration',
			allowed: ['office', 'direction', 'items.hsCode', 'items.description', 'parties.*'],
			masked: ['invoiceTotal.*', 'items.price.*'],
			forbidden: ['parties.address.*', 'parties.contacts.*'],
		},
	],
	matching: ['container', 'account', 'document', 'person'],
});

/** Both ways the same. The clock of tests begins on 1 March 2026. */
export const agreementBetween = (
	one: string,
	other: string,
	more: Partial<AgreementBody> = {},
): AgreementBody => ({
	format: 'tidewaiter-agreement',
	formatVersion: 1,
	id: `${one}-${other}`,
	version: 1,
	title: `What ${one} and ${other} share in this test`,
	parties: [one, other],
	legalBasis: 'Invented for the test',
	purposes: ['money-laundering', 'smuggling'],
	grants: [grantOf(one, other), grantOf(other, one)],
	handling: { least: 'H0', allowed: ['H0', 'H1', 'H2'] },
	evaluation: false,
	retentionDays: 90,
	onward: 'with-consent',
	responseHours: { urgent: 8, direct: 72, normal: 168 },
	budget: { questionsPerDay: 20, messagesPerDay: 60, intersectionsPerMonth: 2 },
	startsOn: '2026-02-01',
	reviewOn: '2026-12-01',
	endsOn: '2027-01-31',
	...more,
});

const NOTHING = { subjects: [], records: [], attachments: [] };

export const spontaneous = (grounds: string): MessageBody => ({ kind: 'spontaneous', ...NOTHING, grounds });

export const control = (
	what: Extract<MessageBody, { kind: 'control' }>['what'],
	document: string,
): MessageBody => ({ kind: 'control', what, document });

export const request = (grounds: string): Extract<MessageBody, { kind: 'request' }> => ({
	kind: 'request',
	...NOTHING,
	wanted: ['suspicion-report'],
	grounds,
	urgency: 'urgent',
});
