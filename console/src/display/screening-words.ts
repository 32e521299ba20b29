/**
 * The words of screening: purposes, actions, handling codes, kinds of entries, states of hits, how parts of names match.
 */
import type { AlertAction, AlertInstruction, ListEntryKind, ListFormat } from '../../../contract/lists.ts';
import type { HitState, ListVersion, Purpose } from '../../../contract/views-screening.ts';
import { spell } from './words.ts';

export const purposeWords: { readonly [purpose in Purpose]: { name: string; meaning: string } } = {
	goods: { name: 'Goods', meaning: 'declarations and cargo reports' },
	travel: { name: 'Travel', meaning: 'passenger lists and bookings' },
	money: { name: 'Money', meaning: 'suspicion reports and cash declarations' },
	movement: { name: 'Movement', meaning: 'gates, plates and seals' },
	enquiry: { name: 'Enquiry', meaning: 'questions of officers and their systems' },
};

/** What the owner of a list asks for, as an instruction to whoever stands before the person or the thing. */
export const actionWords: { readonly [action in AlertAction]: { name: string; meaning: string } } = {
	refuse: { name: 'Refuse', meaning: 'refuse entry, exit or release' },
	seize: { name: 'Seize', meaning: 'seize the thing' },
	inquiry: { name: 'Inquiry', meaning: 'stop, ask and check' },
	contact: { name: 'Contact', meaning: 'call the owner of the list' },
	'discreet-check': { name: 'Discreet check', meaning: 'note what is seen; nobody may notice' },
};

export const handlingWords: { readonly [handling in AlertInstruction['handling']]: string } = {
	H0: 'no restriction',
	H1: 'not as evidence without the owner’s leave',
	H2: 'not passed on without the owner’s leave',
	H3: 'call the owner first',
};

export const listFormatWords: { readonly [format in ListFormat]: string } = {
	'ofac-sdn': 'OFAC SDN',
	'un-consolidated': 'UN consolidated',
	'follow-the-money': 'FollowTheMoney',
	csv: 'CSV',
	own: 'Own list',
};

/** When a list says it was published: a day, or an instant of which the day is enough. */
export const formatPublished = (published: string): string =>
	/^\d{4}-\d{2}-\d{2}T/.test(published) ? published.slice(0, 10) : published;

export const entryKindWords: { readonly [kind in ListEntryKind]: { one: string; many: string } } = {
	person: { one: 'Person', many: 'Persons' },
	organisation: { one: 'Organisation', many: 'Organisations' },
	vessel: { one: 'Vessel', many: 'Vessels' },
	aircraft: { one: 'Aircraft', many: 'Aircraft' },
	vehicle: { one: 'Vehicle', many: 'Vehicles' },
	equipment: { one: 'Equipment', many: 'Equipment' },
	document: { one: 'Document', many: 'Documents' },
	account: { one: 'Account', many: 'Accounts' },
	address: { one: 'Address', many: 'Addresses' },
	phone: { one: 'Phone', many: 'Phones' },
	email: { one: 'E-mail', many: 'E-mails' },
};

export const hitStateWords: { readonly [state in HitState]: { name: string; meaning: string } } = {
	open: { name: 'Open', meaning: 'waits for a decision' },
	confirmed: { name: 'Confirmed', meaning: 'it is the one on the list' },
	dismissed: { name: 'Dismissed', meaning: 'it is another' },
	withdrawn: { name: 'Withdrawn', meaning: 'the list no longer says so' },
};

export const versionStateWords: { readonly [state in ListVersion['state']]: string } = {
	staged: 'Staged',
	active: 'Active',
	retired: 'Retired',
	discarded: 'Discarded',
};

/** How parts of two names match, in the words of the name engine and of an officer. */
const matchWords: Readonly<Record<string, string>> = {
	same: 'same',
	'same-in-script': 'same in script',
	transliteration: 'transliteration',
	spelling: 'spelling',
	sound: 'sounds alike',
	nickname: 'nickname',
	initial: 'initial',
	joined: 'run together',
	abbreviation: 'abbreviation',
	equivalent: 'same meaning',
	missing: 'not there',
	different: 'different',
};
export const wordsOfMatch = (how: string): string => matchWords[how] ?? spell(how).toLowerCase();

const featureWords: Readonly<Record<string, string>> = {
	born: 'Date of birth',
	'birth-place': 'Place of birth',
	email: 'E-mail',
	phone: 'Phone',
};
/** What a piece of evidence is about. */
export const wordsOfFeature = (feature: string): string => featureWords[feature] ?? spell(feature);

const schemeWords: Readonly<Record<string, string>> = {
	imo: 'IMO number',
	mmsi: 'MMSI',
	iban: 'IBAN',
	swift: 'SWIFT/BIC',
	plate: 'Number plate',
	aircraft: 'Tail number',
	passport: 'Passport',
};
/** Kind of a number. */
export const wordsOfScheme = (scheme: string): string => schemeWords[scheme] ?? spell(scheme);
