/**
 * Shape of a natural person, and how her elements become name, identifiers and contacts of the record.
 */
import { MAX_TEXT } from '../../../../contract/records/common.ts';
import { dateOf } from '../../../values/calendar.ts';
import { isLatin } from './latin.ts';
import {
	ADDRESS,
	CLIENT_RELATION,
	contactsFrom,
	contactsTo,
	DEVICE,
	EMPLOYMENT,
	EXPOSURE,
	emailFields,
	FACT,
	IDENTIFICATION,
	PHONE,
	PREVIOUS_NAME,
	period,
	phoneFields,
	SANCTION,
	SOCIAL_ACCOUNT,
} from './particular-shapes.ts';
import {
	code,
	comments,
	country,
	date,
	flag,
	group,
	repeated,
	type Shape,
	shape,
	type Tree,
	text,
	type Version,
	wrapped,
} from './shape.ts';
import { isEmpty, present, textAt, textsAt, treeAt, treesAt, without } from './tree.ts';

/** Kinds of document as the record names them, and the code of goAML that means them. Other codes stay as declared. */
const DOCUMENT_KINDS: readonly (readonly [code: string, scheme: string])[] = [
	['PASSP', 'passport'],
	['EID', 'identity-card'],
	['DRIVL', 'driving-licence'],
	['TRADL', 'trade-licence'],
	['COINC', 'company-register'],
	['PASSPORT', 'passport'],
];

const schemeOf = (declared: string | undefined): string =>
	declared === undefined ? 'local' : (DOCUMENT_KINDS.find(([kind]) => kind === declared)?.[1] ?? declared);

const documentCodeOf = (scheme: string): string | undefined =>
	DOCUMENT_KINDS.find(([, known]) => known === scheme)?.[0] ??
	(/^[A-Z0-9_]+$/.test(scheme) ? scheme : undefined);

export const identifierFrom = (document: Tree): Tree => {
	const { type: _, ...rest } = document;
	return { scheme: schemeOf(textAt(document, 'type')), value: '-', ...rest };
};

export const identifierTo = (identifier: Tree): Tree => {
	const { scheme: _, ...rest } = identifier;
	return present({ type: documentCodeOf(textAt(identifier, 'scheme') ?? ''), ...rest });
};

/** Numbers that have an element of their own. */
const OWN_NUMBERS: readonly (readonly [element: string, scheme: string])[] = [
	['ssn', 'social-security'],
	['passport', 'passport'],
	['idNumber', 'identity-number'],
	['taxRegistration', 'tax-registration'],
];

function identifiersFrom(tree: Tree): Tree[] {
	const own = OWN_NUMBERS.flatMap(([element, scheme]) => {
		const value = textAt(tree, element);
		if (value === undefined) return [];
		const issuer = element === 'passport' ? tree['passportCountry'] : undefined;
		return [present({ scheme, value, issuer })];
	});
	return [...own, ...treesAt(tree, 'documents').map(identifierFrom)];
}

function identifiersTo(tree: Tree): Tree {
	const own: { [element: string]: Tree[string] } = {};
	const documents: Tree[] = [];
	for (const identifier of treesAt(tree, 'identifiers')) {
		const element = OWN_NUMBERS.find(([, scheme]) => scheme === identifier['scheme'])?.[0];
		const bare = Object.keys(identifier).length === (element === 'passport' ? 3 : 2);
		const issued = element !== 'passport' || identifier['issuer'] !== undefined;
		if (element === undefined || own[element] !== undefined || !bare || !issued) {
			documents.push(identifierTo(identifier));
			continue;
		}
		own[element] = identifier['value'];
		if (element === 'passport') own['passportCountry'] = identifier['issuer'];
	}
	return { ...own, documents };
}

const NATIONALITIES = ['nationality1', 'nationality2', 'nationality3'];

const SEXES: ReadonlyMap<string, string> = new Map([
	['F', 'female'],
	['FEMALE', 'female'],
	['M', 'male'],
	['MALE', 'male'],
]);

function nameFrom(tree: Tree): Tree {
	const [given, middle, prefix, family] = ['given', 'middle', 'prefix', 'family'].map((part) =>
		textAt(tree, part),
	);
	const parts = [given, middle, prefix, family].filter((part) => part !== undefined);
	const alias = textAt(tree, 'alias')?.split(';') ?? [];
	const previous = treesAt(tree, 'previousNames').map((each) =>
		[textAt(each, 'given'), textAt(each, 'family')].filter((part) => part !== undefined).join(' '),
	);
	const foreign = textAt(tree, 'foreignName');
	const aliases = [...alias, ...(foreign === undefined ? [] : [foreign]), ...previous]
		.map((each) => each.trim())
		.filter((each) => each !== '');
	const full = parts.length === 0 ? (foreign ?? '-') : parts.join(' ').slice(0, MAX_TEXT);
	return present({
		full,
		family,
		given,
		middle,
		title: tree['title'],
		prefix,
		aliases: aliases.slice(0, 50),
	});
}

const MAX_ALIAS = 100;

function nameTo(name: Tree, version: Version): Tree {
	const full = textAt(name, 'full') ?? '-';
	const given = textAt(name, 'given');
	const family = textAt(name, 'family');
	const space = full.lastIndexOf(' ');
	const split =
		given === undefined && family === undefined
			? { given: space < 0 ? undefined : full.slice(0, space), family: full.slice(space + 1) }
			: { given, family };
	const { middle, prefix, title } = name;
	// A name in letters that the schema refuses is kept whole beside its Latin form.
	const written = [split.given, middle, prefix, split.family].filter((part) => typeof part === 'string');
	const original = written.every(isLatin) ? undefined : full;
	const aliases = [...textsAt(name, 'aliases'), ...(version === '4' && original ? [original] : [])];
	const fitting: string[] = [];
	while (aliases[0] !== undefined && [...fitting, aliases[0]].join('; ').length <= MAX_ALIAS) {
		fitting.push(aliases.shift() ?? '');
	}
	const previousNames = aliases.map((alias) => {
		const at = alias.lastIndexOf(' ');
		return present({ given: at < 0 ? undefined : alias.slice(0, at), family: alias.slice(at + 1) });
	});
	return {
		...split,
		middle,
		prefix,
		title,
		alias: fitting.length === 0 ? undefined : fitting.join('; '),
		foreignName: original,
		...(version === '5' ? { previousNames } : { leftovers: aliases.map((alias) => `alias: ${alias}`) }),
	};
}

/** Keys of the element tree that `person` of the record takes, under the same name. */
const PERSON_FACTS = [
	'bornOn',
	'birthPlace',
	'birthCountry',
	'residence',
	'occupation',
	'deceased',
	'diedOn',
];

const CONSUMED = [
	...PERSON_FACTS,
	...NATIONALITIES,
	...OWN_NUMBERS.map(([element]) => element),
	...['gender', 'given', 'middle', 'prefix', 'family', 'title', 'alias', 'foreignName', 'previousNames'],
	...['passportCountry', 'documents', 'phones', 'emails'],
];

function fromElements(tree: Tree): Tree | undefined {
	if (isEmpty(tree)) return undefined;
	const sex = textAt(tree, 'gender');
	const facts = Object.fromEntries(PERSON_FACTS.map((key) => [key, tree[key]]));
	const nationalities = NATIONALITIES.map((key) => textAt(tree, key)).filter((each) => each !== undefined);
	const exposures = treesAt(tree, 'exposures');
	return present({
		...without(tree, ...CONSUMED),
		person: present({
			name: nameFrom(tree),
			sex: sex === undefined ? undefined : (SEXES.get(sex) ?? 'unspecified'),
			...facts,
			nationalities: [...new Set(nationalities)],
		}),
		identifiers: identifiersFrom(tree),
		contacts: contactsFrom(tree),
		exposed: exposures.length > 0 ? true : undefined,
	});
}

function toElements(tree: Tree, version: Version): Tree {
	const person = treeAt(tree, 'person') ?? {};
	const nationalities = textsAt(person, 'nationalities');
	const { parts, leftovers } = contactsTo(tree, ['email']);
	const { leftovers: unfitNames, ...name } = nameTo(treeAt(person, 'name') ?? {}, version);
	const sex = person['sex'];
	const facts = Object.fromEntries(PERSON_FACTS.map((key) => [key, person[key]]));
	const about = textAt(person, 'bornAbout');
	const rest = without(tree, 'person', 'identifiers', 'contacts', 'exposed');
	const employed = version === '5' && treesAt(tree, 'employments').length > 0;
	const kept = employed ? without(rest, 'employer', 'employerAddress', 'employerContact') : rest;
	return present({
		...kept,
		...name,
		...facts,
		...parts,
		...identifiersTo(tree),
		gender: sex === 'female' ? 'F' : sex === 'male' ? 'M' : undefined,
		...Object.fromEntries(NATIONALITIES.map((key, at) => [key, nationalities[at]])),
		leftovers: [
			...leftovers,
			...textsAt({ unfitNames }, 'unfitNames'),
			...nationalities.slice(NATIONALITIES.length).map((each) => `nationality: ${each}`),
			...(about === undefined || dateOf(Number(about.slice(0, 4)), 1, 1) === undefined
				? []
				: [`born about: ${about}`]),
			...(employed && tree['employer'] !== undefined ? [`employer: ${tree['employer']}`] : []),
			...(tree['exposed'] === true && treesAt(tree, 'exposures').length === 0 ? ['politically exposed'] : []),
		],
	});
}

const NAME_CHARS = 100;

/** Version 4 had it misspelt. */
export const TAX_REGISTRATION_SPELLINGS = ['tax_reg_numebr', 'tax_registration_number'];

export const PERSON: Shape = shape(
	'person',
	[
		code('gender', 'gender', { need: 'client', fill: '-' }),
		text('title', 'title', 30),
		text('first_name', 'given', NAME_CHARS, { need: 'always', fill: '-', latin: 'name', missed: 'warning' }),
		text('middle_name', 'middle', NAME_CHARS, { latin: 'name' }),
		text('prefix', 'prefix', 10, { latin: 'name' }),
		text('last_name', 'family', NAME_CHARS, { need: 'always', fill: '-', latin: 'name', missed: 'warning' }),
		date('birthdate', 'bornOn', { need: 'client' }),
		text('birth_place', 'birthPlace', 255),
		country('country_of_birth', 'birthCountry', { writes: '5' }),
		text('mothers_name', 'mothersName', 100),
		text('alias', 'alias', MAX_ALIAS),
		text('full_name_frn', 'foreignName', 255, { writes: '5' }),
		wrapped('previous_names', 'previous_name', 'previousNames', () => PREVIOUS_NAME, { writes: '5' }),
		text('ssn', 'ssn', 25),
		text('passport_number', 'passport', 255),
		country('passport_country', 'passportCountry', { need: 'always', needWith: 'passport', fill: '-' }),
		text('id_number', 'idNumber', 255, { need: 'client', fill: '-' }),
		country('nationality1', 'nationality1', { need: 'client', fill: '-' }),
		country('nationality2', 'nationality2'),
		country('nationality3', 'nationality3'),
		country('residence', 'residence', { need: 'client', fill: '-' }),
		date('residence_since', 'residenceSince', { writes: '5' }),
		...phoneFields('client'),
		wrapped('addresses', 'address', 'addresses', () => ADDRESS),
		repeated('address', 'addresses', () => ADDRESS, { writes: 'none' }),
		wrapped('network_devices', 'network_device', 'devices', () => DEVICE, { writes: '5' }),
		...emailFields(),
		wrapped('social_media', 'social_account', 'socialAccounts', () => SOCIAL_ACCOUNT, { writes: '5' }),
		text('occupation', 'occupation', 255),
		text('employer_name', 'employer', 255),
		group('employer_address_id', 'employerAddress', () => ADDRESS, { onlyWith: 'employer' }),
		group('employer_phone_id', 'employerContact', () => PHONE, { onlyWith: 'employer' }),
		wrapped('employment_history', 'employment', 'employments', () => EMPLOYMENT, { writes: '5' }),
		repeated('identification', 'documents', () => IDENTIFICATION, { writes: '4', need: 'client' }),
		wrapped('identifications', 'identification', 'documents', () => IDENTIFICATION, {
			writes: '5',
			need: 'client',
		}),
		flag('deceased', 'deceased', { fixed: true }),
		date('date_deceased', 'diedOn', { also: ['deceased_date'] }),
		text('tax_number', 'taxNumber', 100),
		text('tax_reg_number', 'taxRegistration', 100, {
			clientMax: 1,
			need: 'client',
			fill: '-',
			also: TAX_REGISTRATION_SPELLINGS,
		}),
		text('source_of_wealth', 'sourceOfWealth', 255),
		wrapped('peps', 'pep', 'exposures', () => EXPOSURE, { writes: '5' }),
		flag('is_protected', 'protected', { writes: '5' }),
		wrapped('sanctions', 'sanction_list', 'sanctions', () => SANCTION, { writes: '5' }),
		wrapped('related_persons', 'person_related_person', 'related', () => RELATED_PERSON, {
			writes: '5',
			max: 200,
			relation: true,
		}),
		group('re_relationship', 'clientRelation', () => CLIENT_RELATION, { writes: '5' }),
		wrapped('additional_information', 'additional_info', 'facts', () => FACT, { writes: '5', max: 200 }),
		comments(),
		// Version 4 puts a director's role inside of the person.
		code('role', 'role', { writes: 'none' }),
	],
	{ fromElements, toElements },
);

const RELATED_PERSON: Shape = shape(
	'person_related_person',
	[
		code('person_person_relation', 'relation'),
		group('person', 'person', () => PERSON, { need: 'always', client: false, bare: true }),
		period('relation_date_range'),
		comments(),
	],
	{ fromElements: (tree) => (tree['person'] === undefined ? undefined : tree) },
);
