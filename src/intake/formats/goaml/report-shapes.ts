/**
 * Shapes of the report itself: header, transactions with their sides or parties, activity, goods and carriage.
 */
import { MAX_TEXT } from '../../../../contract/records/common.ts';
import { ACCOUNT, ENTITY } from './holder-shapes.ts';
import { ADDRESS, DEVICE, FACT } from './particular-shapes.ts';
import { PERSON } from './person-shape.ts';
import {
	code,
	comments,
	country,
	date,
	decimal,
	type Field,
	flag,
	group,
	moment,
	NO_DATE,
	repeated,
	type Shape,
	shape,
	type Tree,
	text,
	type Version,
	whole,
	wrapped,
} from './shape.ts';
import { isEmpty, present, textAt, treeAt, treesAt, without } from './tree.ts';

const FOREIGN_CURRENCY: Shape = shape(
	'foreign_currency',
	[
		code('foreign_currency_code', 'currency', { need: 'always', fill: 'XXX', missed: 'warning' }),
		decimal('foreign_amount', 'amount', { need: 'always', fill: '0', missed: 'warning' }),
		decimal('foreign_exchange_rate', 'exchangeRate'),
	],
	{ fromElements: (tree) => (isEmpty(tree) ? undefined : { currency: 'XXX', amount: '0', ...tree }) },
);

const TECHNICAL: Shape = shape('transaction_additional_info', [
	group('network_device', 'device', () => DEVICE),
	decimal('block_number', 'blockNumber', { places: 0 }),
	text('virtual_address', 'virtualAddress', 255),
]);

const TECHNICAL_KEYS = ['device', 'blockNumber', 'virtualAddress'];

/** The schema demands a device wherever a block or a virtual address is told. */
function technicalTo(tree: Tree): { technical?: Tree; leftovers: string[] } {
	const technical = present(Object.fromEntries(TECHNICAL_KEYS.map((key) => [key, tree[key]])));
	if (technical['device'] !== undefined) return { technical, leftovers: [] };
	return { leftovers: Object.entries(technical).map(([key, value]) => `${key}: ${value}`) };
}

const SUBJECTS = ['account', 'person', 'entity'] as const;

/** Elements of one side of a transaction between two, with the prefix that goAML gives them. */
function sideShape(name: string, prefix: 'from' | 'to'): Shape {
	const conductors: Field[] =
		prefix === 'to'
			? []
			: [
					flag('conductor_is_suspected', 'conductorSuspected', { writes: '5' }),
					group('t_conductor', 'conductor', () => PERSON),
				];
	return shape(
		name,
		[
			code(`${prefix}_funds_code`, 'fundsCode', { need: 'always', fill: '-', missed: 'warning' }),
			text(`${prefix}_funds_comment`, 'fundsComment', 255),
			group(`${prefix}_transaction_additional_info`, 'technical', () => TECHNICAL, { writes: '5' }),
			group(`${prefix}_foreign_currency`, 'foreignCurrency', () => FOREIGN_CURRENCY),
			...conductors,
			flag(`${prefix}_is_suspected`, 'suspected', { writes: '5' }),
			group(`${prefix}_account`, 'account', () => ACCOUNT),
			group(`${prefix}_person`, 'person', () => PERSON),
			group(`${prefix}_entity`, 'entity', () => ENTITY),
			country(`${prefix}_country`, 'country', { need: 'always', fill: '-', missed: 'warning' }),
		],
		{
			fromElements: (tree) =>
				isEmpty(tree)
					? undefined
					: { ...without(tree, 'technical'), ...treeAt(tree, 'technical'), side: prefix },
			toElements(tree) {
				const { technical } = technicalTo(tree);
				return present({ ...without(tree, ...TECHNICAL_KEYS), technical });
			},
		},
	);
}

/** Elements of subjects, each also as the reporter's own client; the key with `Own` leaves the record again at once. */
const subjectFields = (): Field[] => [
	group('person', 'person', () => PERSON, { client: false }),
	group('person_my_client', 'personOwn', () => PERSON, { client: true }),
	group('account', 'account', () => ACCOUNT, { client: false }),
	group('account_my_client', 'accountOwn', () => ACCOUNT, { client: true }),
	group('entity', 'entity', () => ENTITY, { client: false }),
	group('entity_my_client', 'entityOwn', () => ENTITY, { client: true }),
];

function ownFrom(tree: Tree): Tree {
	for (const subject of SUBJECTS) {
		const own = tree[`${subject}Own`];
		if (own === undefined) continue;
		return {
			...without(tree, ...SUBJECTS.flatMap((key) => [key, `${key}Own`])),
			[subject]: own,
			ownClient: true,
		};
	}
	return tree;
}

function ownTo(tree: Tree): Tree {
	const { ownClient, ...rest } = tree;
	const subject = SUBJECTS.find((key) => rest[key] !== undefined);
	if (subject === undefined) return { ...rest, entity: { name: '-' } };
	return ownClient === true ? { ...without(rest, subject), [`${subject}Own`]: rest[subject] } : rest;
}

export const PARTY: Shape = shape(
	'party',
	[
		code('role', 'role', { need: 'always', fill: '-' }),
		...subjectFields(),
		code('funds_code', 'fundsCode'),
		text('funds_comment', 'fundsComment', 255, { onlyWith: 'fundsCode' }),
		group('transaction_additional_info', 'technical', () => TECHNICAL, { writes: '5' }),
		group('foreign_currency', 'foreignCurrency', () => FOREIGN_CURRENCY),
		country('country', 'country', { need: 'always', fill: '-' }),
		flag('is_suspected', 'suspected', { writes: '5' }),
		whole('significance', 'significance', 0, 10),
		text('reason', 'reason', 8_000, { writes: '5' }),
		comments(),
	],
	{
		fromElements: (tree) =>
			isEmpty(tree)
				? undefined
				: { ...without(ownFrom(tree), 'technical'), ...treeAt(tree, 'technical'), side: 'party' },
		toElements(tree) {
			const { technical, leftovers } = technicalTo(tree);
			return present({ ...ownTo(without(tree, ...TECHNICAL_KEYS, 'side')), technical, leftovers });
		},
	},
);

const REPORT_PARTY: Shape = shape(
	'report_party',
	[
		code('role', 'role', { writes: '5' }),
		...subjectFields().map((field): Field => (field.key.endsWith('Own') ? { ...field, writes: '5' } : field)),
		country('country', 'country', { writes: '5' }),
		flag('is_suspected', 'suspected', { writes: '5' }),
		whole('significance', 'significance', 0, 10),
		text('reason', 'reason', 8_000, { need: 'always', fill: '' }),
		comments(),
	],
	{
		fromElements: (tree) => (isEmpty(tree) ? undefined : ownFrom(tree)),
		toElements: (tree, version) => ownTo(version === '4' ? without(tree, 'ownClient') : tree),
	},
);

export const GOODS: Shape = shape(
	'item',
	[
		code('item_type', 'type', { need: 'always', fill: '-', missed: 'warning' }),
		text('item_make', 'make', 255),
		text('description', 'description', 8_000),
		text('previously_registered_to', 'seller', 500),
		text('presently_registered_to', 'buyer', 500),
		decimal('estimated_value', 'estimated', { places: 4 }),
		code('status_code', 'status'),
		text('status_comments', 'statusComment', 500),
		decimal('disposed_value', 'disposed', { places: 4 }),
		code('currency_code', 'currency'),
		decimal('size', 'sizeValue', { places: 0 }),
		text('size_uom', 'sizeUnit', 250),
		group('address', 'address', () => ADDRESS),
		date('registration_date', 'registrationDate'),
		text('registration_number', 'registrationNumber', 500),
		text('identification_number', 'identificationNumber', 255),
		comments(),
	],
	{
		fromElements(tree) {
			if (isEmpty(tree)) return undefined;
			const { estimated, disposed, currency, sizeValue, sizeUnit, ...rest } = tree;
			const money = (amount: Tree[string]) =>
				amount === undefined ? undefined : present({ amount, currency });
			const unit = typeof sizeUnit === 'string' ? sizeUnit.toUpperCase().slice(0, 64) : undefined;
			const size = sizeValue === undefined ? undefined : present({ value: sizeValue, unit });
			const estimatedValue = money(estimated);
			return { type: '-', ...present({ ...rest, estimatedValue, disposedValue: money(disposed), size }) };
		},
		toElements(tree) {
			const { estimatedValue, disposedValue, size, ...rest } = tree;
			const money = treeAt({ estimatedValue }, 'estimatedValue') ?? {};
			const disposed = treeAt({ disposedValue }, 'disposedValue') ?? {};
			const measure = treeAt({ size }, 'size') ?? {};
			const currency = money['currency'] ?? disposed['currency'];
			const other = disposed['currency'] !== undefined && disposed['currency'] !== currency;
			const sizeWhole = !textAt(measure, 'value')?.includes('.');
			return present({
				...rest,
				estimated: money['amount'],
				disposed: other ? undefined : disposed['amount'],
				currency,
				sizeValue: sizeWhole ? measure['value'] : undefined,
				sizeUnit: sizeWhole ? measure['unit'] : undefined,
				leftovers: [
					...(other ? [`disposed_value: ${disposed['amount']} ${disposed['currency']}`] : []),
					...(sizeWhole ? [] : [`size: ${measure['value']} ${measure['unit'] ?? ''}`.trim()]),
				],
			});
		},
	},
);

const ROUTING: Shape = shape('routing', [
	flag('reporting_point', 'reportingPoint'),
	code('transport_mode', 'mode', { need: 'always', fill: '-' }),
	code('transport_type', 'type', { need: 'always', fill: '-' }),
	text('carrier_name', 'carrier', 500),
	text('carrier_number', 'carrierNumber', 255),
	whole('step_number', 'step', -2_147_483_648, 2_147_483_647),
	code('step_code', 'stepCode'),
	moment('step_date', 'at'),
	code('step_status', 'status'),
	text('place', 'place', 255),
	country('country_code', 'country', { need: 'always', fill: '-' }),
	comments(),
]);

const FROM = sideShape('t_from', 'from');
const TO = sideShape('t_to', 'to');

const SIDE_KEYS = ['fromOwn', 'from', 'toOwn', 'to', 'parties'];

/** What stands where the schema demands a party and the record has none. */
const NO_PARTIES: readonly Tree[] = [{ entity: { name: '-' } }];

/** What the schema calls the two sides where they have to be written as parties. */
const PARTY_ROLES: ReadonlyMap<Tree[string], string> = new Map([
	['from', 'RMITR'],
	['to', 'BNFCR'],
]);

/** Role of somebody who acts for another. */
const CONDUCTOR_ROLE = 'REP';

function sidesFrom(tree: Tree): Tree[] {
	const own = (key: string): Tree[] => {
		const side = treeAt(tree, key);
		return side === undefined ? [] : [{ ...side, ownClient: true }];
	};
	const other = (key: string): Tree[] => {
		const side = treeAt(tree, key);
		return side === undefined ? [] : [side];
	};
	return [...own('fromOwn'), ...other('from'), ...own('toOwn'), ...other('to'), ...treesAt(tree, 'parties')];
}

/** A transaction between two has exactly two sides, each with its funds; any other is one of several parties. */
function sidesTo(tree: Tree): Tree {
	const sides = treesAt(tree, 'sides');
	const [first, second] = sides;
	const bare = (side: Tree): Tree =>
		without(side, 'side', 'ownClient', 'role', 'significance', 'reason', 'comments');
	const ofSide = (side: Tree) =>
		['role', 'significance', 'reason', 'comments'].flatMap((key) =>
			side[key] === undefined ? [] : [`${side['side']} ${key}: ${side[key]}`],
		);
	const paired = sides.length === 2 && first?.['side'] === 'from' && second?.['side'] === 'to';
	if (paired && sides.every((side) => side['fundsCode'] !== undefined && hasSubject(side))) {
		return {
			[first['ownClient'] === true ? 'fromOwn' : 'from']: bare(first),
			[second['ownClient'] === true ? 'toOwn' : 'to']: bare(second),
			leftovers: [...ofSide(first), ...ofSide(second)],
		};
	}
	const parties = sides.flatMap((side) => {
		const role = side['role'] ?? PARTY_ROLES.get(side['side']);
		const party = without(side, 'conductor', 'conductorSuspected', 'side');
		const conductor: Tree[] =
			side['conductor'] === undefined
				? []
				: [
						present({
							role: CONDUCTOR_ROLE,
							person: side['conductor'],
							suspected: side['conductorSuspected'],
						}),
					];
		return [present({ ...party, role }), ...conductor];
	});
	return { parties: parties.length === 0 ? NO_PARTIES : parties };
}

const hasSubject = (side: Tree): boolean => SUBJECTS.some((key) => side[key] !== undefined);

export const TRANSACTION: Shape = shape(
	'transaction',
	[
		text('transactionnumber', 'number', 100, { need: 'always', fill: '-', missed: 'warning' }),
		flag('transaction_is_suspicious', 'suspicious', { writes: '5' }),
		text('internal_ref_number', 'internalReference', 100),
		text('agent_name', 'agentName', 255, { writes: '5' }),
		text('transaction_location', 'location', 255, { need: 'always', fill: '' }),
		group('transaction_address', 'address', () => ADDRESS, { writes: '5' }),
		text('transaction_description', 'description', 8_000, { need: 'always', fill: '' }),
		moment('date_transaction', 'at', { need: 'always', fill: NO_DATE, missed: 'error' }),
		text('teller', 'teller', 50),
		text('authorized', 'authorised', 50),
		flag('late_deposit', 'lateDeposit', { need: 'always', needWith: 'postedAt', fill: '0' }),
		moment('date_posting', 'postedAt'),
		date('value_date', 'valueOn'),
		code('transaction_type_code', 'type', { writes: '5' }),
		code('transmode_code', 'mode', { need: 'always', fill: '-', missed: 'warning' }),
		text('transmode_comment', 'modeComment', 1, { need: 'always', fill: '-' }),
		decimal('amount_local', 'amountLocal', { need: 'always', fill: '0', missed: 'error' }),
		code('transaction_status', 'status', { writes: '5' }),
		wrapped('involved_parties', 'party', 'parties', () => PARTY, { max: 200 }),
		group('t_from_my_client', 'fromOwn', () => FROM, { client: true }),
		group('t_from', 'from', () => FROM, { client: false }),
		group('t_to_my_client', 'toOwn', () => TO, { client: true }),
		group('t_to', 'to', () => TO, { client: false }),
		wrapped('goods_services', 'item', 'goods', () => GOODS, { max: 200 }),
		wrapped('means_of_transport', 'routing', 'routing', () => ROUTING, { writes: '5', max: 200 }),
		comments(),
	],
	{
		fromElements: (tree) => ({
			number: '-',
			amountLocal: '0',
			...without(tree, ...SIDE_KEYS),
			sides: sidesFrom(tree),
		}),
		toElements: (tree) => present({ ...without(tree, 'sides'), ...sidesTo(tree) }),
	},
);

export const ACTIVITY: Shape = shape(
	'activity',
	[
		wrapped('report_parties', 'report_party', 'parties', () => REPORT_PARTY, { max: 500 }),
		wrapped('goods_services', 'item', 'goods', () => GOODS, { max: 200 }),
	],
	{
		fromElements: (tree) => ({ parties: [], ...tree }),
		toElements: (tree) => {
			const parties = treesAt(tree, 'parties');
			return { ...tree, parties: parties.length === 0 ? NO_PARTIES : parties };
		},
	},
);

export const MAX_TRANSACTIONS = 100_000;

/** The report. Its parts are read one by one as they come, so that a long report needs little memory beside its record. */
export const REPORT: Shape = shape(
	'report',
	[
		text('schema_version', 'schemaVersion', 25, { writes: '5' }),
		code('rentity_id', 'reporterId', { need: 'always', fill: '-', missed: 'error' }),
		text('rentity_branch', 'reporterBranch', 255),
		code('submission_code', 'submissionCode', { need: 'always', fill: 'E', missed: 'warning' }),
		code('report_code', 'reportCode', { need: 'always', fill: '-', missed: 'error' }),
		text('entity_reference', 'entityReference', 255, { need: 'always', fill: '', missed: 'error' }),
		text('fiu_ref_number', 'fiuReference', 255),
		text('prev_rejected_ref_number', 'rejectedReference', 255, { writes: '5' }),
		moment('submission_date', 'submittedAt', { need: 'always', fill: NO_DATE, missed: 'warning' }),
		moment('report_date', 'submittedAt', { writes: 'none' }),
		code('currency_code_local', 'localCurrency', { need: 'always', fill: 'XXX', missed: 'warning' }),
		group('reporting_person', 'reportingPerson', () => PERSON, { client: false, version: '4' }),
		text('reporting_user_code', 'reportingUser', 50, { writes: '5' }),
		group('location', 'location', () => ADDRESS),
		text('reason', 'reason', 8_000),
		text('action', 'action', 8_000),
		repeated('transaction', 'transactions', () => TRANSACTION, { max: MAX_TRANSACTIONS }),
		group('activity', 'activity', () => ACTIVITY),
		wrapped(
			'report_indicators',
			'indicator',
			'indicators',
			{ form: 'code' },
			{
				need: 'always',
				max: 500,
				missed: 'warning',
			},
		),
		wrapped('additional_information', 'additional_info', 'facts', () => FACT, { writes: '5', max: 200 }),
	],
	{ fromElements: reportFrom, toElements: reportTo },
);

/** Reference of a report that has none of its own: what else tells it from the reporter's others, and stays the same. */
function reportFrom(tree: Tree): Tree {
	const { entityReference, localCurrency, ...rest } = tree;
	const reporterId = textAt(tree, 'reporterId') ?? '-';
	const own = entityReference ?? tree['fiuReference'] ?? tree['submittedAt'] ?? '-';
	return {
		reportCode: '-',
		...rest,
		kind: 'suspicion-report',
		reporterId,
		reference: `${reporterId}/${own}`.slice(0, MAX_TEXT),
		// XXX says that no currency is meant.
		...(localCurrency === undefined || localCurrency === 'XXX' ? {} : { localCurrency }),
	};
}

function reportTo(tree: Tree, version: Version): Tree {
	const { kind: _, reference, ...rest } = tree;
	const text = typeof reference === 'string' ? reference : '';
	const prefix = `${tree['reporterId']}/`;
	const named = rest['reportingPerson'] !== undefined;
	const idle = treesAt(tree, 'transactions').length === 0 && rest['activity'] === undefined;
	return present({
		...(named ? without(rest, 'reportingUser') : rest),
		// A report has a transaction or an activity.
		...(idle ? { activity: { parties: NO_PARTIES } } : {}),
		schemaVersion: version === '5' ? rest['schemaVersion'] : undefined,
		entityReference: text.startsWith(prefix) ? text.slice(prefix.length) : text,
	});
}
