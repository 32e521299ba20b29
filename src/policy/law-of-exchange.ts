/** The articles of exchange: identity, partners, agreements, messages, matching, the ledger. Part of the law of a node. */
import type { Action } from '../../contract/operation.ts';
import { article, CONTROL, everyPurpose, purposes, roles } from './article.ts';
import type { Article } from './model.ts';

export const lawOfExchange = {
	'identity.read': article(
		roles(
			'officer',
			'analyst',
			'supervisor',
			'data-protection-officer',
			'exchange-desk',
			'administrator',
			'local-operator',
		),
		roles('trainer', 'integrator', 'anonymous'),
		'The card is made to be given away; whoever works here may read it.',
	),
	'identity.change': article(
		roles('administrator', 'local-operator'),
		roles(
			'officer',
			'analyst',
			'supervisor',
			'data-protection-officer',
			'exchange-desk',
			'trainer',
			'integrator',
			'anonymous',
		),
		'Keys are changed by those who run the node, with a reason that stays.',
	),
	'partner.read': article(
		roles(
			'analyst',
			'supervisor',
			'data-protection-officer',
			'exchange-desk',
			'administrator',
			'local-operator',
		),
		roles('officer', 'trainer', 'integrator', 'anonymous'),
		'Whoever exchanges, oversees or runs the exchange may see with whom.',
	),
	'partner.change': article(
		roles('supervisor', 'administrator', 'local-operator'),
		roles(
			'officer',
			'analyst',
			'data-protection-officer',
			'exchange-desk',
			'trainer',
			'integrator',
			'anonymous',
		),
		'Whom the node trusts is decided by those who answer for it, after comparing the fingerprint.',
	),
	'agreement.read': article(
		roles(
			'officer',
			'analyst',
			'supervisor',
			'data-protection-officer',
			'exchange-desk',
			'administrator',
			'local-operator',
		),
		roles('trainer', 'integrator', 'anonymous'),
		'Whoever shares under an agreement, or oversees it, must be able to read it.',
	),
	'agreement.write': article(
		roles('supervisor', 'exchange-desk', 'local-operator'),
		roles(
			'officer',
			'analyst',
			'data-protection-officer',
			'trainer',
			'integrator',
			'administrator',
			'anonymous',
		),
		'Drafts are written by those who exchange; a draft allows nothing.',
	),
	'agreement.sign': article(
		roles('supervisor', 'local-operator'),
		roles(
			'officer',
			'analyst',
			'data-protection-officer',
			'exchange-desk',
			'trainer',
			'integrator',
			'administrator',
			'anonymous',
		),
		'A signature binds the agency; a supervisor answers for it.',
	),
	'message.list': article(
		roles('analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('officer', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'The list names no person; it is for those who exchange or oversee it.',
	),
	'message.read': article(
		roles('analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('officer', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'A message holds what another agency has shared for a purpose; those who work on it or oversee it may read it.',
		everyPurpose,
	),
	'message.send': article(
		roles('analyst', 'supervisor', 'exchange-desk', 'local-operator'),
		roles('officer', 'data-protection-officer', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'What leaves the house is sent by those who answer for it, and is cut to what the agreement allows.',
		purposes(...CONTROL, 'investigation', 'mutual-assistance', 'data-protection'),
	),
	'matching.read': article(
		roles(
			'analyst',
			'supervisor',
			'data-protection-officer',
			'exchange-desk',
			'administrator',
			'local-operator',
		),
		roles('officer', 'trainer', 'integrator', 'anonymous'),
		'Offers are counts, and of a question is kept that it was put, not what was asked: they name nobody.',
	),
	'matching.offer': article(
		roles('supervisor', 'exchange-desk', 'local-operator'),
		roles(
			'officer',
			'analyst',
			'data-protection-officer',
			'trainer',
			'integrator',
			'administrator',
			'anonymous',
		),
		'What a partner may match against is decided by those who answer for the exchange.',
	),
	'matching.ask': article(
		roles('analyst', 'supervisor', 'exchange-desk', 'local-operator'),
		roles('officer', 'data-protection-officer', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'A question spends a budget and may reveal a hit; it is for those who work a case.',
		purposes(...CONTROL, 'investigation', 'mutual-assistance'),
	),
	'ledger.read': article(
		roles('supervisor', 'data-protection-officer', 'exchange-desk', 'administrator', 'local-operator'),
		roles('officer', 'analyst', 'trainer', 'integrator', 'anonymous'),
		'Entries hold hashes and metadata, no personal data; they are for those who oversee.',
	),
	'ledger.verify': article(
		roles('supervisor', 'data-protection-officer', 'administrator', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'anonymous'),
		'Whoever oversees the node may have its record verified.',
	),
} satisfies { readonly [action in Action]?: Article };
