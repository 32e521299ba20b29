/** The articles of requests of data subjects: who handles them, and who may see that they are handled. Part of the law of a node. */
import type { Action } from '../../contract/operation.ts';
import { article, purposes, roles } from './article.ts';
import type { Article } from './model.ts';

const handlers = roles('data-protection-officer', 'local-operator');
const others = roles(
	'officer',
	'analyst',
	'supervisor',
	'exchange-desk',
	'trainer',
	'integrator',
	'administrator',
	'anonymous',
);
const readers = roles('supervisor', 'data-protection-officer', 'local-operator');
const strangers = roles(
	'officer',
	'analyst',
	'exchange-desk',
	'trainer',
	'integrator',
	'administrator',
	'anonymous',
);

/** Whoever asks for their data is asked about for no other purpose. */
const forProtection = purposes('data-protection');

export const lawOfSubjects = {
	'request.list': article(
		readers,
		strangers,
		'That somebody asks for their data is known to the data-protection officer who answers, and to the supervisor who answers for the clock.',
		forProtection,
	),
	'request.read': article(
		readers,
		strangers,
		'A request names the person who asks; those who exchange or investigate have no business with it.',
		forProtection,
	),
	'request.handle': article(
		handlers,
		others,
		'Requests are handled by the data-protection officer, who owes nobody a result.',
		forProtection,
	),
	'request.export': article(
		handlers,
		others,
		'What leaves for the person is put together by the data-protection officer, who knows what may not be told.',
		forProtection,
	),
	'record.correct': article(
		handlers,
		others,
		'A correction changes what all others see; the data-protection officer answers for it to the person.',
		forProtection,
	),
	'record.restrict': article(
		handlers,
		others,
		'A restriction takes a record away from those who use it, so none of them decides it.',
		forProtection,
	),
	'record.erase': article(
		handlers,
		others,
		'Erasing before the end is the answer to a person’s right, and the data-protection officer gives it.',
		forProtection,
	),
} satisfies { readonly [action in Action]?: Article };
