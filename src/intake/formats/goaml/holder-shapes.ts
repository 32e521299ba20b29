/**
 * Shapes of entities and accounts, of those who direct, hold or sign for them, and of what they are related to.
 */
import {
	ADDRESS,
	CLIENT_RELATION,
	contactsFrom,
	contactsTo,
	DEVICE,
	ENTITY_IDENTIFIER,
	emailFields,
	FACT,
	PERIOD,
	period,
	phoneFields,
	SANCTION,
	urlFields,
} from './particular-shapes.ts';
import { identifierFrom, identifierTo, PERSON, TAX_REGISTRATION_SPELLINGS } from './person-shape.ts';
import {
	type Conversions,
	code,
	comments,
	country,
	date,
	decimal,
	flag,
	group,
	moment,
	NO_DATE,
	repeated,
	type Shape,
	shape,
	type Tree,
	text,
	wrapped,
} from './shape.ts';
import { isEmpty, present, textAt, treeAt, treesAt, without } from './tree.ts';

/** What version 5 says of a director beside the person. */
const DIRECTOR_FACTS = ['role', 'period', 'sharePercent', 'votingPercent', 'roleComments'];

const DIRECTOR: Shape = shape(
	'entity_related_person',
	[
		group('person', 'subject', () => PERSON, { need: 'always', client: false }),
		code('role', 'role'),
		group('relation_date_range', 'period', () => PERIOD),
		decimal('share_percentage', 'sharePercent', { places: 2, from: 0, to: 100 }),
		decimal('voting_percentage', 'votingPercent', { places: 2, from: 0, to: 100 }),
		text('comments', 'roleComments', 8_000),
	],
	{
		fromElements(tree) {
			const person = treeAt(tree, 'subject');
			return person === undefined ? undefined : { ...person, ...without(tree, 'subject') };
		},
		toElements(tree) {
			const facts = Object.fromEntries(DIRECTOR_FACTS.map((key) => [key, tree[key]]));
			return present({ ...facts, subject: without(tree, ...DIRECTOR_FACTS) });
		},
	},
);

/** A director of version 4: a person with a role as its last element. */
const DIRECTOR_PERSON: Shape = {
	...shape('director_id', [...PERSON.fields.slice(0, -1), code('role', 'role')]),
	fromElements: PERSON.fromElements,
	toElements(tree, version) {
		const person = PERSON.toElements?.(without(tree, ...DIRECTOR_FACTS), version);
		return person === undefined ? undefined : present({ ...person, role: tree['role'] });
	},
};

const entityParts: Conversions = {
	fromElements(tree) {
		if (isEmpty(tree)) return undefined;
		const registration = textAt(tree, 'taxRegistration');
		const identifiers = [
			...(registration === undefined ? [] : [{ scheme: 'tax-registration', value: registration }]),
			...treesAt(tree, 'documents').map(identifierFrom),
		];
		const consumed = ['taxRegistration', 'documents', 'phones', 'emails', 'urls', 'directorPersons'];
		const directors = [...treesAt(tree, 'directors'), ...treesAt(tree, 'directorPersons')];
		const name = tree['name'] ?? tree['commercialName'] ?? '-';
		const contacts = contactsFrom(tree);
		return present({ ...without(tree, ...consumed), name, identifiers, contacts, directors });
	},
	toElements(tree, version) {
		const { parts, leftovers } = contactsTo(tree, ['email', 'url']);
		const directors = treesAt(tree, 'directors');
		// Version 5 demands a role of each; where one has none, all are written the old way.
		const wrapped = version === '5' && directors.every((each) => each['role'] !== undefined);
		const numbers = treesAt(tree, 'identifiers');
		const registration = numbers.find((each) => each['scheme'] === 'tax-registration');
		const documents = numbers.filter((each) => each !== registration);
		return present({
			...without(tree, 'contacts', 'identifiers', 'directors', 'role'),
			...parts,
			[wrapped ? 'directors' : 'directorPersons']: directors,
			taxRegistration: registration?.['value'],
			documents: documents.map(identifierTo),
			leftovers: [
				...leftovers,
				...(version === '4' ? documents.map((each) => `${each['scheme']}: ${each['value']}`) : []),
			],
		});
	},
};

const ENTITY_NAME_CHARS = 255;

export const ENTITY: Shape = shape(
	'entity',
	[
		text('name', 'name', ENTITY_NAME_CHARS, {
			need: 'always',
			fill: '-',
			latin: 'told',
			missed: 'warning',
		}),
		text('commercial_name', 'commercialName', ENTITY_NAME_CHARS, { latin: 'told' }),
		code('incorporation_legal_form', 'legalForm', { need: 'client' }),
		text('incorporation_number', 'registrationNumber', 50, { need: 'client', fill: '-' }),
		text('business', 'business', 255, { need: 'client', fill: '-' }),
		code('entity_status', 'status', { need: 'always', needWith: 'statusOn', fill: '-' }),
		date('entity_status_date', 'statusOn'),
		...phoneFields(),
		wrapped('addresses', 'address', 'addresses', () => ADDRESS, { need: 'client', fill: '' }),
		repeated('address', 'addresses', () => ADDRESS, { writes: 'none' }),
		wrapped('network_devices', 'network_device', 'devices', () => DEVICE, { writes: '5' }),
		...emailFields(),
		...urlFields(),
		text('incorporation_state', 'incorporationState', 255, { need: 'client', fill: '-' }),
		country('incorporation_country_code', 'incorporationCountry', { need: 'client', fill: '-' }),
		repeated('director_id', 'directorPersons', () => DIRECTOR_PERSON, {
			client: false,
			need: 'client',
			needUnless: 'directors',
			max: 200,
		}),
		wrapped('related_persons', 'entity_related_person', 'directors', () => DIRECTOR, {
			writes: '5',
			max: 200,
		}),
		wrapped('related_entities', 'entity_related_entity', 'related', () => RELATED_ENTITY, {
			writes: '5',
			max: 200,
			relation: true,
		}),
		date('incorporation_date', 'incorporatedOn', { need: 'client' }),
		flag('business_closed', 'closed', { fixed: true, need: 'always', needWith: 'closedOn', fill: '1' }),
		date('date_business_closed', 'closedOn'),
		text('tax_number', 'taxNumber', 100),
		text('tax_reg_number', 'taxRegistration', 1, {
			need: 'client',
			fill: '-',
			also: TAX_REGISTRATION_SPELLINGS,
		}),
		wrapped('entity_identifications', 'entity_identifier', 'documents', () => ENTITY_IDENTIFIER, {
			writes: '5',
		}),
		group('re_relationship', 'clientRelation', () => CLIENT_RELATION, { writes: '5' }),
		wrapped('sanctions', 'sanction_list', 'sanctions', () => SANCTION, { writes: '5' }),
		wrapped('additional_information', 'additional_info', 'facts', () => FACT, { writes: '5', max: 200 }),
		comments(),
	],
	entityParts,
);

const RELATED_ENTITY: Shape = shape(
	'entity_related_entity',
	[
		code('entity_entity_relation', 'relation', { need: 'always', fill: '-' }),
		group('entity', 'entity', () => ENTITY, { need: 'always', client: false, bare: true }),
		period('relation_date_range'),
		decimal('share_percentage', 'sharePercent', { places: 2, from: 0, to: 100 }),
		comments(),
	],
	{ fromElements: (tree) => (tree['entity'] === undefined ? undefined : tree) },
);

const SIGNATORY: Shape = shape(
	'signatory',
	[
		flag('is_primary', 'primary', { fixed: true }),
		group('t_person', 'person', () => PERSON, { need: 'always', missed: 'warning' }),
		code('role', 'role', { need: 'client', fill: '-' }),
		group('relation_date_range', 'period', () => PERIOD, { writes: '5' }),
		text('comments', 'comments', 8_000, { writes: '5' }),
	],
	{ fromElements: (tree) => (tree['person'] === undefined ? undefined : tree) },
);

const FUND: Shape = shape(
	'account_fund',
	[
		code('currency_code', 'currency', { need: 'always', fill: 'XXX' }),
		decimal('currency_balance', 'balance'),
		moment('currency_balance_date', 'balanceAt'),
	],
	{ fromElements: (tree) => ({ currency: 'XXX', ...tree }) },
);

const RELATED_TO_ACCOUNT_ENTITY: Shape = shape(
	'account_related_entity',
	[
		code('account_entity_relation', 'relation', { need: 'always', fill: '-' }),
		group('entity', 'entity', () => ENTITY, { need: 'always', client: false }),
		period('relation_date_range'),
		comments(),
	],
	{ fromElements: (tree) => (tree['entity'] === undefined ? undefined : tree) },
);

const RELATED_ACCOUNT: Shape = shape(
	'account_related_account',
	[
		code('account_account_relation', 'relation', { need: 'always', fill: '-' }),
		group('account', 'account', () => ACCOUNT, { need: 'always', client: false, bare: true }),
		period('relation_date_range'),
		comments(),
	],
	{ fromElements: (tree) => (tree['account'] === undefined ? undefined : tree) },
);

const SWIFT = /^[A-Za-z0-9]{1,11}$/;

/** The schema takes the institution's code or its SWIFT code, never both. */
function accountToElements(tree: Tree): Tree {
	const swift = textAt(tree, 'swift');
	const usable = swift !== undefined && SWIFT.test(swift);
	const { institutionCode } = tree;
	return present({
		...without(tree, 'swift', 'institutionCode'),
		...(usable ? { swift } : { institutionCode }),
		number: tree['number'] === '-' ? undefined : tree['number'],
		leftovers: [
			...(usable && institutionCode !== undefined ? [`institution_code: ${institutionCode}`] : []),
			...(swift !== undefined && !usable ? [`swift: ${swift}`] : []),
		],
	});
}

export const ACCOUNT: Shape = shape(
	'account',
	[
		text('institution_name', 'institutionName', 255, { need: 'client', fill: '-' }),
		code('institution_code', 'institutionCode', { need: 'always', needUnless: 'swift', fill: '-', max: 50 }),
		code('swift', 'swift', { max: 11 }),
		country('institution_country', 'institutionCountry', { writes: '5' }),
		flag('non_bank_institution', 'nonBank', { need: 'client', fill: '0' }),
		flag('collection_account', 'collection', { writes: '5', fixed: true }),
		text('branch', 'branch', 255, { need: 'client', fill: '-' }),
		code('account_category', 'category', { writes: '5' }),
		text('account', 'number', 255, { need: 'always', fill: '-', missed: 'warning' }),
		code('currency_code', 'currency', { need: 'client' }),
		wrapped('account_funds', 'account_fund', 'funds', () => FUND, { writes: '5', max: 200 }),
		text('account_name', 'name', 255, { need: 'always', fill: '-', latin: 'told' }),
		text('iban', 'iban', 34),
		text('client_number', 'clientNumber', 30),
		code('personal_account_type', 'type', { writes: '4', need: 'client', fill: '-' }),
		code('account_type', 'type', { writes: '5', need: 'client', fill: '-' }),
		group('t_entity', 'holderEntity', () => ENTITY),
		wrapped(
			'related_entities',
			'account_related_entity',
			'relatedEntities',
			() => RELATED_TO_ACCOUNT_ENTITY,
			{
				writes: '5',
				max: 200,
				relation: true,
			},
		),
		repeated('signatory', 'signatories', () => SIGNATORY, { writes: '4', need: 'client', max: 200 }),
		wrapped('related_persons', 'account_related_person', 'signatories', () => SIGNATORY, {
			writes: '5',
			need: 'client',
			max: 200,
		}),
		wrapped('related_accounts', 'account_related_account', 'relatedAccounts', () => RELATED_ACCOUNT, {
			writes: '5',
			max: 200,
			relation: true,
		}),
		moment('opened', 'openedAt', { need: 'client' }),
		moment('closed', 'closedAt'),
		decimal('balance', 'balance'),
		moment('date_balance', 'balanceAt', {
			onlyWith: 'balance',
			need: 'client',
			needWith: 'balance',
			fill: NO_DATE,
		}),
		code('status_code', 'status', { need: 'client', fill: '-' }),
		moment('status_date', 'statusAt', { writes: '5', onlyWith: 'status' }),
		text('beneficiary', 'beneficiary', 50, { need: 'client', fill: '-' }),
		text('beneficiary_comment', 'beneficiaryComment', 255),
		wrapped('network_devices', 'network_device', 'devices', () => DEVICE, { writes: '5' }),
		wrapped('sanctions', 'sanction_list', 'sanctions', () => SANCTION, { writes: '5' }),
		wrapped('additional_information', 'additional_info', 'facts', () => FACT, { writes: '5', max: 200 }),
		comments(),
	],
	{
		fromElements: (tree) =>
			isEmpty(tree) ? undefined : { ...tree, number: tree['number'] ?? tree['iban'] ?? '-' },
		toElements: accountToElements,
	},
);
