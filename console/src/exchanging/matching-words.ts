/** The words of matching: kinds of identifiers and how they are asked for, what an offer is made of, purposes. */
import type { Matchable } from '../../../contract/exchange/agreement.ts';
import type { CallInput } from '../client/call.ts';
import { matchableWords } from './agreement-words.ts';

export type OfferSource = CallInput<'makeOffer'>['of'][number];

type AskedFor = {
	one: string;
	/** The field of the identifier itself. */
	value: string;
	example: string;
	/** What belongs to it, where something does. */
	with?: { label: string; example: string; isNeeded?: true };
};

export const askedForWords: { readonly [kind in Matchable]: AskedFor } = {
	person: {
		one: 'Person',
		value: 'Name of the person',
		example: 'Name, in any writing',
		with: { label: 'Date or year of birth', example: 'Born YYYY-MM-DD or YYYY', isNeeded: true },
	},
	document: {
		one: 'Document',
		value: 'Number of the document',
		example: 'Passport, identity card, register number',
		with: { label: 'Issued by (country)', example: 'Issued by, if known' },
	},
	account: {
		one: 'Account',
		value: 'Number of the account',
		example: 'IBAN, or the number at a bank',
		with: { label: 'Bank (BIC or code)', example: 'Bank, where it is no IBAN' },
	},
	container: {
		one: 'Container',
		value: 'Number of the container',
		example: 'CSQU3054383',
	},
	plate: {
		one: 'Number plate',
		value: 'Number plate',
		example: 'EK 90210',
		with: { label: 'Issued by (country)', example: 'Issued by, if known' },
	},
	phone: { one: 'Phone', value: 'Phone number', example: '+47 22 86 03 00' },
	email: { one: 'E-mail', value: 'E-mail address', example: 'name@example.org' },
	vessel: { one: 'Vessel', value: 'Number of the vessel', example: 'IMO or MMSI number' },
	organisation: {
		one: 'Organisation',
		value: 'Name of the organisation',
		example: 'Name, in any writing',
		with: { label: 'Country of the organisation', example: 'Country, if known' },
	},
};

export const kindsText = (kinds: readonly Matchable[]): string =>
	kinds.map((kind) => matchableWords[kind].toLowerCase()).join(', ');

export const offerSourceWords: { readonly [source in OfferSource]: string } = {
	lists: 'lists in force',
	hits: 'open and confirmed hits',
	'suspicion-reports': 'suspicion reports',
	offences: 'offences found',
};

/** `lists, hits` as an offer has it, in words. What is not known is said as it stands. */
export const sourceText = (source: string): string =>
	source
		.split(', ')
		.map((each) => Object.entries(offerSourceWords).find(([known]) => known === each)?.[1] ?? each)
		.join(', ');

/** `money-laundering` as people write it. */
export const purposeText = (purpose: string): string => {
	const words = purpose.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
};
