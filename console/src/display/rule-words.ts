/** The words for rules: what they look at, their states, what follows where they hold. From the glossary. */
import type { RuleEffect, RuleSubject } from '../../../contract/rules.ts';
import type { RuleEvent, RuleState } from '../../../contract/views-rules.ts';
import { laneWords } from './words.ts';

export const subjectWords: { readonly [subject in RuleSubject]: string } = {
	declaration: 'Declaration',
	'goods-item': 'Goods item',
	'cargo-report': 'Cargo report',
	consignment: 'Consignment',
	'passenger-list': 'Passenger list',
	traveller: 'Traveller',
	booking: 'Booking',
	'cash-declaration': 'Cash declaration',
	'suspicion-report': 'Suspicion report',
	'movement-event': 'Movement event',
};

export const ruleStateWords: { readonly [state in RuleState]: { name: string; meaning: string } } = {
	draft: { name: 'Draft', meaning: 'being written; it does nothing' },
	proposed: { name: 'Proposed', meaning: 'waits for a second person' },
	live: { name: 'Live', meaning: 'selects records' },
	expired: { name: 'Expired', meaning: 'its last day has passed; renew it to go on' },
	retired: { name: 'Retired', meaning: 'taken out, or replaced by a newer version' },
};

export const ruleEventWords: { readonly [what in RuleEvent['what']]: string } = {
	drafted: 'drafted',
	changed: 'changed',
	proposed: 'proposed',
	approved: 'approved',
	rejected: 'rejected',
	renewed: 'renewed',
	retired: 'retired',
	expired: 'expired',
	imported: 'imported',
};

export const formatEffect = (effect: RuleEffect): string =>
	effect.kind === 'weight'
		? `weight ${effect.weight.toFixed(2)}`
		: `${laneWords[effect.lane].name.toLowerCase()} lane${effect.mandatory ? ', mandatory' : ''}`;

/** Days before its last one from which on a rule is to be looked at. */
export const SOON_DAYS = 30;
