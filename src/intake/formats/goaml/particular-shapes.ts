/**
 * Shapes of the particulars of persons, entities and accounts: addresses, phones, documents, devices, listings, facts.
 */
import { MAX_TEXT } from '../../../../contract/records/common.ts';
import {
	type Conversions,
	code,
	comments,
	country,
	date,
	decimal,
	degrees,
	flag,
	group,
	moment,
	NO_DATE,
	repeated,
	type Shape,
	shape,
	type Tree,
	text,
	textForm,
	whole,
	wrapped,
} from './shape.ts';
import { isEmpty, present, textAt, textsAt, treeAt, treesAt, without } from './tree.ts';

const ADDRESS_PARTS = [
	'address',
	'house_number',
	'apartment_number',
	'additional_address_line1',
	'additional_address_line2',
];

const addressLines: Conversions = {
	fromElements(tree) {
		if (isEmpty(tree)) return undefined;
		const { geo, ...rest } = tree;
		const lines = ADDRESS_PARTS.map((part) => textAt(tree, part)).filter((line) => line !== undefined);
		const position = treeAt({ geo }, 'geo') ?? {};
		return present({ ...without(rest, ...ADDRESS_PARTS), ...position, lines });
	},
	toElements(tree, version) {
		const { lines: _, latitude, longitude, plusCode, ...rest } = tree;
		const [first, ...more] = textsAt(tree, 'lines');
		// Coordinates come in pairs, or as a plus code; never both.
		const position =
			latitude === undefined || longitude === undefined ? { plusCode } : { latitude, longitude };
		const lines =
			version === '4'
				? { address: first === undefined ? undefined : [first, ...more].join(', ') }
				: {
						address: first,
						additional_address_line1: more[0],
						additional_address_line2: more.length < 2 ? undefined : more.slice(1).join(', '),
					};
		return present({ ...rest, ...lines, geo: present(position) });
	},
};

const LOCATION = shape('geo_location', [
	degrees('latitude', 'latitude', 90),
	degrees('longitude', 'longitude', 180),
	text('plus_code', 'plusCode', 25, { min: 6 }),
]);

export const ADDRESS: Shape = shape(
	'address',
	[
		code('address_type', 'kind', { need: 'always', fill: '-' }),
		text('address', 'address', 100, { need: 'always', fill: '-' }),
		text('house_number', 'house_number', 25, { writes: '5' }),
		text('apartment_number', 'apartment_number', 25, { writes: '5' }),
		text('additional_address_line1', 'additional_address_line1', 100, { writes: '5' }),
		text('additional_address_line2', 'additional_address_line2', 100, { writes: '5' }),
		text('town', 'town', 255),
		text('city', 'city', 255, { need: 'always', fill: '-' }),
		text('zip', 'postcode', 10),
		country('country_code', 'country', { need: 'always', fill: '-' }),
		text('state', 'subdivision', 255, { need: 'always', fill: '-' }),
		group('geo_location', 'geo', () => LOCATION, { writes: '5' }),
		comments(),
	],
	addressLines,
);

/** A fax is told from a phone by goAML's communication type. */
const FAX = 'F';
const PHONE_TEXT = /^(?:\+(\d{1,4}) )?(.*?)(?: ext\. (\S{1,10}))?$/;

const phoneNumber: Conversions = {
	fromElements(tree) {
		const number = textAt(tree, 'number');
		if (number === undefined) return undefined;
		const prefix = textAt(tree, 'prefix')?.replace(/^(\+|00)/, '');
		const extension = textAt(tree, 'extension');
		const value = `${prefix ? `+${prefix} ` : ''}${number}${extension ? ` ext. ${extension}` : ''}`;
		const fax = tree['means'] === FAX;
		const { use, comments } = tree;
		return present({
			kind: fax ? 'fax' : 'phone',
			value: value.slice(0, MAX_TEXT),
			use,
			means: fax ? undefined : tree['means'],
			comments,
		});
	},
	toElements(tree) {
		const [, prefix, number, extension] = PHONE_TEXT.exec(textAt(tree, 'value') ?? '') ?? [];
		if (!number) return undefined;
		const means = tree['kind'] === 'fax' ? FAX : tree['means'];
		return present({ use: tree['use'], means, prefix, number, extension, comments: tree['comments'] });
	},
};

export const PHONE: Shape = shape(
	'phone',
	[
		code('tph_contact_type', 'use', { need: 'always', fill: '-' }),
		code('tph_communication_type', 'means', { need: 'always', fill: '-' }),
		text('tph_country_prefix', 'prefix', 4),
		text('tph_number', 'number', 50, { need: 'always', fill: '-' }),
		text('tph_extension', 'extension', 10),
		comments(),
	],
	phoneNumber,
);

/** `issue_date` and `expiry_date` are demanded of a person's documents, not of an entity's. */
const documentFields = (dates: { need?: 'always'; fill?: string }) => [
	code('type', 'type', { need: 'always', fill: '-' }),
	text('number', 'value', 255, { need: 'always', fill: '-' }),
	date('issue_date', 'issuedOn', dates),
	date('expiry_date', 'expiresOn', dates),
	text('issued_by', 'issuedAt', 255),
	country('issue_country', 'issuer', { need: 'always', fill: '-' }),
	comments(),
];

export const IDENTIFICATION: Shape = shape(
	'identification',
	documentFields({ need: 'always', fill: NO_DATE }),
);
export const ENTITY_IDENTIFIER: Shape = shape('entity_identifier', documentFields({}));

export const PERIOD: Shape = shape('relation_date_range', [
	date('valid_from', 'from', { need: 'always', fill: NO_DATE }),
	flag('is_approx_from_date', 'fromApproximate', { fixed: true }),
	date('valid_to', 'until'),
	flag('is_approx_to_date', 'untilApproximate', { fixed: true, onlyWith: 'until' }),
]);

export const period = (element: string, options?: { need?: 'always' }) =>
	group(element, 'period', () => PERIOD, options);

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const IPV6 = /^(?:[A-Fa-f0-9]{1,4}:){7}[A-Fa-f0-9]{1,4}$/;

const ADDRESS_ON_NETWORK: Shape = shape('ip_address', [
	text('ipv6', 'ipv6', 45),
	text('ipv4', 'ipv4', 15),
	whole('cgn_port', 'port', 0, 65_535),
	text('ipv6', 'ipv6After', 45),
	text('nat', 'nat', 15),
	moment('first_seen_date', 'firstSeenAt'),
	moment('last_seen_date', 'lastSeenAt'),
	flag('using_proxy', 'proxy', { fixed: true }),
	text('city', 'city', 255),
	country('country', 'country'),
	comments(),
]);

const DEVICE_OWN = ['number', 'operatingSystem', 'provider'];

/** Writes an IPv6 address with all of its eight groups, as the schema wants it. */
function expandIpv6(address: string): string {
	const [before = '', after, ...more] = address.split('::');
	if (after === undefined || more.length > 0) return address;
	const left = before === '' ? [] : before.split(':');
	const right = after === '' ? [] : after.split(':');
	const missing = 8 - left.length - right.length;
	return missing < 1 ? address : [...left, ...Array<string>(missing).fill('0'), ...right].join(':');
}

const deviceAddress: Conversions = {
	fromElements: (tree) => present({ ...without(tree, 'address'), ...treeAt(tree, 'address') }),
	toElements(tree) {
		const version4 = textAt(tree, 'ipv4');
		const version6 = expandIpv6(textAt(tree, 'ipv6') ?? '');
		const ipv4 = version4 !== undefined && IPV4.test(version4) ? version4 : undefined;
		const ipv6 = IPV6.test(version6) ? version6 : undefined;
		if (ipv4 === undefined && ipv6 === undefined) return undefined;
		const [number, operatingSystem, provider] = DEVICE_OWN.map((key) => tree[key]);
		const address =
			ipv4 === undefined
				? { ...without(tree, ...DEVICE_OWN, 'port'), ipv4, ipv6 }
				: { ...without(tree, ...DEVICE_OWN, 'ipv6'), ipv4, ipv6After: ipv6 };
		return present({ number, operatingSystem, provider, address });
	},
};

export const DEVICE: Shape = shape(
	'network_device',
	[
		text('device_number', 'number', 50),
		text('operating_system', 'operatingSystem', 50),
		text('service_provider', 'provider', 255),
		group('ip_address', 'address', () => ADDRESS_ON_NETWORK, { need: 'always' }),
	],
	deviceAddress,
);

export const SANCTION: Shape = shape('sanction_list', [
	text('provider', 'provider', 255, { need: 'always', fill: '-' }),
	text('sanction_list_name', 'list', 255, { need: 'always', fill: '-' }),
	text('match_criteria', 'matchCriteria', 8_000),
	text('link_to_source', 'source', 255),
	text('sanction_list_attributes', 'attributes', 8_000),
	period('sanction_list_date_range'),
	comments(),
]);

export const FACT: Shape = shape(
	'additional_info',
	[
		code('info_type', 'type'),
		text('info_subject', 'subject', 255, { need: 'always', fill: '-' }),
		text('info_text', 'text', 8_000),
		decimal('info_numeric', 'number'),
		moment('info_date', 'at'),
		flag('info_boolean', 'flag'),
	],
	{ fromElements: (tree) => ({ subject: '-', ...tree }) },
);

export const PREVIOUS_NAME: Shape = shape('previous_name', [
	text('first_name', 'given', 100, { need: 'always', fill: '-' }),
	text('last_name', 'family', 100, { need: 'always', fill: '-' }),
	comments(),
]);

export const SOCIAL_ACCOUNT: Shape = shape(
	'social_account',
	[
		text('platform', 'platform', 255, { need: 'always', fill: '-' }),
		text('user_name', 'userName', 255, { need: 'always', fill: '-' }),
		comments(),
	],
	{ fromElements: (tree) => ({ userName: '-', ...tree }) },
);

export const EXPOSURE: Shape = shape('pep', [
	country('pep_country', 'country', { need: 'always', fill: '-' }),
	text('function_name', 'function', 255),
	text('function_description', 'description', 8_000),
	period('pep_date_range'),
	comments(),
]);

export const EMPLOYMENT: Shape = shape(
	'employment',
	[
		text('employer_name', 'name', 255, { need: 'always', fill: '-' }),
		text('employer_business', 'business', 255),
		text('employer_identifier', 'identifier', 255),
		wrapped('employer_addresses', 'address', 'addresses', () => ADDRESS),
		wrapped('employer_phones', 'phone', 'contacts', () => PHONE),
		period('employment_period'),
	],
	{
		fromElements: (tree) => ({ name: '-', ...tree }),
		toElements: (tree) => ({ ...tree, contacts: phonesOf(tree) }),
	},
);

export const CLIENT_RELATION: Shape = shape('re_relationship', [
	text('client_number', 'clientNumber', 255),
	period('relationship_date_range', { need: 'always' }),
	comments(),
]);

const EMAIL = /^[_a-zA-Z0-9+-]+(?:\.[_a-zA-Z0-9+-]+)*@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,15}$/;

const EMAIL_FORM = textForm(255, EMAIL);

/** Contacts as goAML has them, one element for each kind; several e-mails have a wrapper from version 5 on. */
export const phoneFields = (need?: 'client') => [
	wrapped('phones', 'phone', 'phones', () => PHONE, { need, fill: '' }),
	repeated('phone', 'phones', () => PHONE, { writes: 'none' }),
];
export const emailFields = () => [
	repeated('email', 'emails', EMAIL_FORM, { writes: '4', max: 5 }),
	wrapped('emails', 'email', 'emails', EMAIL_FORM, { writes: '5' }),
];
export const urlFields = () => [
	repeated('url', 'urls', textForm(255), { writes: '4', max: 1 }),
	wrapped('urls', 'url', 'urls', textForm(255), { writes: '5' }),
];

export function contactsFrom(tree: Tree): Tree[] {
	return [
		...treesAt(tree, 'phones'),
		...textsAt(tree, 'emails').map((value) => ({ kind: 'email', value })),
		...textsAt(tree, 'urls').map((value) => ({ kind: 'url', value })),
	];
}

const isPhone = (contact: Tree): boolean => contact['kind'] === 'phone' || contact['kind'] === 'fax';

export const phonesOf = (tree: Tree): Tree[] => treesAt(tree, 'contacts').filter(isPhone);

/** @param kinds what the target has elements for besides phones; other contacts become leftovers. */
export function contactsTo(
	tree: Tree,
	kinds: readonly ('email' | 'url')[],
): { parts: Tree; leftovers: string[] } {
	const values: Record<'email' | 'url', string[]> = { email: [], url: [] };
	const leftovers: string[] = [];
	for (const contact of treesAt(tree, 'contacts')) {
		if (isPhone(contact)) continue;
		const kind = kinds.find((each) => each === contact['kind']);
		if (kind === undefined) leftovers.push(`${contact['kind']}: ${contact['value']}`);
		else values[kind].push(String(contact['value']));
	}
	return { parts: { phones: phonesOf(tree), emails: values.email, urls: values.url }, leftovers };
}
