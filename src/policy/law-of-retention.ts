/** The articles of retention: how long data are kept, and what is held back from its end. Part of the law of a node. */
import type { Action } from '../../contract/operation.ts';
import { article, roles } from './article.ts';
import type { Article } from './model.ts';

export const lawOfRetention = {
	'retention.read': article(
		roles('supervisor', 'data-protection-officer', 'administrator', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'anonymous'),
		'Whoever answers for the data, oversees them or runs the node may see how long they are kept.',
	),
	'retention.change': article(
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
		'Those who answer for the data say how long they are kept; who oversees that does not decide it.',
	),
	'retention.run': article(
		roles('supervisor', 'data-protection-officer', 'administrator', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'anonymous'),
		'What has come to its end may be ended at once by whoever sees that it waits.',
	),
	'retention.hold': article(
		roles('supervisor', 'data-protection-officer', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'A hold keeps data beyond their end; it is laid and lifted by those who answer for it, with a reason that stays.',
	),
} satisfies { readonly [action in Action]?: Article };
