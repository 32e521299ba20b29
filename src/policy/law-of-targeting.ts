/** The articles of targeting: assessments, outcomes, rules, models, lanes, fairness. Part of the law of a node. */
import type { Action } from '../../contract/operation.ts';
import { article, CONTROL, everyPurpose, OVERSIGHT, purposes, roles } from './article.ts';
import type { Article } from './model.ts';

export const lawOfTargeting = {
	'assessment.list': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('trainer', 'integrator', 'administrator', 'anonymous'),
		'The queue is the list of records with why they wait; whoever may list records may see it.',
	),
	'assessment.read': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'local-operator'),
		roles('exchange-desk', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'Whoever acts on an assessment, or must explain it to the person whom it concerns, reads all that went into it.',
		everyPurpose,
	),
	'assessment.override': article(
		roles('officer', 'analyst', 'supervisor', 'local-operator'),
		roles('data-protection-officer', 'exchange-desk', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'An officer who sees the goods knows more than a score, and answers for the lane with a reason.',
	),
	'outcome.record': article(
		roles('officer', 'analyst', 'supervisor', 'local-operator'),
		roles('data-protection-officer', 'exchange-desk', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'Whoever inspects says what was found; machines send outcomes as submissions.',
	),
	'rule.read': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'administrator', 'local-operator'),
		roles('exchange-desk', 'trainer', 'integrator', 'anonymous'),
		'Whoever acts on a rule, writes one or oversees them may read them; outside the house they would be evaded.',
	),
	'rule.write': article(
		roles('analyst', 'supervisor', 'local-operator'),
		roles(
			'officer',
			'data-protection-officer',
			'exchange-desk',
			'trainer',
			'integrator',
			'administrator',
			'anonymous',
		),
		'Rules are written by those who analyse; a draft does nothing.',
	),
	'rule.backtest': article(
		roles('analyst', 'supervisor', 'data-protection-officer', 'local-operator'),
		roles('officer', 'exchange-desk', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'A backtest goes through stored records; it is for those who write rules, approve them or oversee their effect.',
		purposes(...CONTROL, ...OVERSIGHT),
	),
	'rule.approve': article(
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
		'A rule changes whom the agency stops; a supervisor who did not write it answers for that.',
	),
	'model.read': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'administrator', 'local-operator'),
		roles('exchange-desk', 'trainer', 'integrator', 'anonymous'),
		'A model card holds figures, no persons; whoever acts on a model or oversees it may read it.',
	),
	'model.train': article(
		roles('analyst', 'supervisor', 'local-operator'),
		roles(
			'officer',
			'data-protection-officer',
			'exchange-desk',
			'trainer',
			'integrator',
			'administrator',
			'anonymous',
		),
		'Training makes a model that decides nothing yet; those who analyse may ask for it.',
	),
	'model.decide': article(
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
		'A model goes live only by the decision of a person who answers for it.',
	),
	'lane.read': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'administrator', 'local-operator'),
		roles('exchange-desk', 'trainer', 'integrator', 'anonymous'),
		'Thresholds and capacities explain why a record waits; outside the house they would be evaded.',
	),
	'lane.change': article(
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
		'How much is checked, and whose goods less, is decided by those who answer for the office.',
	),
	'fairness.read': article(
		roles('supervisor', 'data-protection-officer', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'Rates by group are for those who oversee selection; they hold no person.',
	),
} satisfies { readonly [action in Action]?: Article };
