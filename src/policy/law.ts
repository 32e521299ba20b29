/**
 * The law of a node: one article for each action. An article names every role, either as permitted or as denied, so
 * that a new role or a new action is a question that somebody must answer; until then it is denied.
 * The order of the articles is the order of the actions in contract/operations.ts.
 */
import { article, CONTROL, everyPurpose, OVERSIGHT, purposes, roles } from './article.ts';
import { lawOfExchange } from './law-of-exchange.ts';
import { lawOfRetention } from './law-of-retention.ts';
import { lawOfSubjects } from './law-of-subjects.ts';
import { lawOfTargeting } from './law-of-targeting.ts';
import type { Law } from './model.ts';

const signedIn = roles(
	'officer',
	'analyst',
	'supervisor',
	'data-protection-officer',
	'exchange-desk',
	'trainer',
	'integrator',
	'administrator',
);

export const law: Law = {
	'session.open': article(
		[...signedIn, 'anonymous'],
		['local-operator'],
		'Anybody may ask to sign in; whoever works on the machine itself has no session.',
	),
	'session.read': article(
		signedIn,
		['local-operator', 'anonymous'],
		'Whoever is signed in may know as whom, and what that permits.',
	),
	'session.close': article(signedIn, ['local-operator', 'anonymous'], 'Whoever is signed in may leave.'),
	'session.purpose': article(
		signedIn,
		['local-operator', 'anonymous'],
		'Whoever is signed in says for what they ask; which purposes there are for whom is asked when they say it.',
	),
	'session.second-factor': article(
		signedIn,
		['local-operator', 'anonymous'],
		'A second factor of one’s own makes the account safer; whoever is signed in may set it up.',
	),
	'overview.read': article(
		[...signedIn, 'local-operator'],
		['anonymous'],
		'Counts carry no personal data; everybody who works here may see how much comes in.',
	),
	'live.read': article(
		[...signedIn, 'local-operator'],
		['anonymous'],
		'Live counts carry no personal data; everybody who works here may see how much comes in.',
	),
	'record.list': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('trainer', 'integrator', 'administrator', 'anonymous'),
		'Records are for those who judge them, watch over them or exchange them.',
	),
	'record.read': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('trainer', 'integrator', 'administrator', 'anonymous'),
		'One record may be read by those who judge it, and by the data-protection officer who answers for it; running the machine is no reason to read it.',
		everyPurpose,
	),
	'record.export': article(
		roles('analyst', 'supervisor', 'exchange-desk', 'local-operator'),
		roles('officer', 'data-protection-officer', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'An export leaves the house; those who answer for what leaves may make one.',
		purposes(...CONTROL, 'investigation', 'mutual-assistance', 'data-protection'),
	),
	'original.read': article(
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
		'An original holds more people than the one record that is looked at.',
		purposes(...CONTROL, 'investigation', ...OVERSIGHT),
	),
	'submission.create': article(
		roles('analyst', 'supervisor', 'exchange-desk', 'integrator', 'local-operator'),
		roles('officer', 'data-protection-officer', 'trainer', 'administrator', 'anonymous'),
		'What comes in is sent by machines, or by those who receive documents by other ways.',
	),
	'submission.read': article(
		roles('officer', 'analyst', 'supervisor', 'exchange-desk', 'integrator', 'local-operator'),
		roles('data-protection-officer', 'trainer', 'administrator', 'anonymous'),
		'Senders, and those who use what was sent, may know what became of it.',
	),
	'quarantine.list': article(
		roles(
			'officer',
			'analyst',
			'supervisor',
			'data-protection-officer',
			'exchange-desk',
			'integrator',
			'administrator',
			'local-operator',
		),
		roles('trainer', 'anonymous'),
		'Reasons and remedies must reach whoever can repair the message or the machine.',
	),
	'quarantine.retry': article(
		roles('analyst', 'supervisor', 'integrator', 'administrator', 'local-operator'),
		roles('officer', 'data-protection-officer', 'exchange-desk', 'trainer', 'anonymous'),
		'Reading again shows nothing to the one who asks for it; those who repair may ask.',
	),
	'quarantine.discard': article(
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
		'Setting a document aside for good is a supervisor’s responsibility.',
	),
	'list.read': article(
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
		'Whoever acts on a hit, or answers for the lists, may see what is on them.',
		everyPurpose,
	),
	'list.change': article(
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
		'A list decides who is stopped: those who answer for it load it and set its thresholds.',
	),
	'list-entry.change': article(
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
		'An alert of one’s own is written by those who investigate, with a reason; running the machine is none.',
		purposes(...CONTROL, 'investigation', 'mutual-assistance'),
	),
	'screening.ask': article(
		roles('officer', 'analyst', 'supervisor', 'exchange-desk', 'integrator', 'local-operator'),
		roles('data-protection-officer', 'trainer', 'administrator', 'anonymous'),
		'Asking whether somebody is listed is the work of those who clear people and goods, and of their systems.',
		purposes(...CONTROL, 'investigation', 'mutual-assistance', 'quality-assurance'),
	),
	'hit.list': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('trainer', 'integrator', 'administrator', 'anonymous'),
		'Hits are for those who act on them and those who watch over them.',
		everyPurpose,
	),
	'hit.read': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('trainer', 'integrator', 'administrator', 'anonymous'),
		'A hit must be understood by whoever acts on it, and by whoever answers for it to the person.',
		everyPurpose,
	),
	'hit.decide': article(
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
		'Whether somebody is the one on the list is decided by those who investigate, never by a machine.',
		purposes(...CONTROL, 'investigation'),
	),
	'entity.list': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('trainer', 'integrator', 'administrator', 'anonymous'),
		'Who stands behind records is for those who judge records, and those who watch over them.',
		everyPurpose,
	),
	'entity.read': article(
		roles('officer', 'analyst', 'supervisor', 'data-protection-officer', 'exchange-desk', 'local-operator'),
		roles('trainer', 'integrator', 'administrator', 'anonymous'),
		'All that is known of one person is read by those who judge records, and by the data-protection officer who answers to the person.',
		everyPurpose,
	),
	'judgement.make': article(
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
		'Whether two are one is said by those who investigate, with a reason, and can be taken back.',
		purposes(...CONTROL, 'investigation', 'quality-assurance'),
	),
	'resolution.run': article(
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
		'Estimating anew shows nobody anything; those who answer for the node start it.',
	),
	...lawOfTargeting,
	...lawOfExchange,
	...lawOfSubjects,
	...lawOfRetention,
	'decision.list': article(
		roles('supervisor', 'data-protection-officer', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'Who saw what, and why, is for those who watch over it; supervisors see their own staff.',
		purposes(...OVERSIGHT),
	),
	'law.read': article(
		[...signedIn, 'local-operator'],
		['anonymous'],
		'Whoever works under the law of a node may read it, ask it, and see what a change of it would do.',
	),
	'law.change': article(
		roles('supervisor', 'data-protection-officer', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'administrator', 'anonymous'),
		'Permitting less protects people: whoever answers for the node or watches over it may do it, with a reason.',
	),
	'user.list': article(
		roles('supervisor', 'data-protection-officer', 'administrator', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'anonymous'),
		'Those who answer for access may see who has it.',
	),
	'user.create': article(
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
		'The administrator gives access and has none to records.',
	),
	'user.change': article(
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
		'The administrator changes access and has none to records.',
	),
	'key.list': article(
		roles('supervisor', 'data-protection-officer', 'administrator', 'local-operator'),
		roles('officer', 'analyst', 'exchange-desk', 'trainer', 'integrator', 'anonymous'),
		'Those who answer for access may see which machines have it.',
	),
	'key.create': article(
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
		'The administrator gives machines access.',
	),
	'key.revoke': article(
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
		'The administrator takes access away from machines.',
	),
};
