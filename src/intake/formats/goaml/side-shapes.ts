/**
 * Shapes of those who stand on the sides of a transaction, take part in it, or in an activity.
 * An own client of the reporter has elements of her own (`_my_client`); the record says `ownClient`.
 */
import { ACCOUNT, ENTITY } from './holder-shapes.ts';
import { DEVICE } from './particular-shapes.ts';
import { PERSON } from './person-shape.ts';
import {
	code,
	comments,
	country,
	decimal,
	type Field,
	flag,
	group,
	type Shape,
	shape,
	type Tree,
	text,
	whole,
} from './shape.ts';
import { isEmpty, present, treeAt, without } from './tree.ts';

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
	decimal('block_number', 'blockNumber', { places: 0, from: 1, to: 790_000_000_000_000 }),
	text('virtual_address', 'virtualAddress', 255),
]);

const TECHNICAL_KEYS = ['device', 'blockNumber', 'virtualAddress'];

/** The schema demands a device wherever a block or a virtual address is told. */
function technicalTo(tree: Tree): { technical?: Tree; leftovers: string[] } {
	const technical = present(Object.fromEntries(TECHNICAL_KEYS.map((key) => [key, tree[key]])));
	const device = treeAt(technical, 'device');
	if (device !== undefined && DEVICE.toElements?.(device, '5') !== undefined)
		return { technical, leftovers: [] };
	const { device: _, ...rest } = technical;
	const numbers = Object.entries(device ?? {}).concat(Object.entries(rest));
	return { leftovers: numbers.map(([key, value]) => `${key}: ${value}`) };
}

/** What stands where the schema demands a subject and the record has none. */
const NO_SUBJECT: Tree = { entity: { name: '-' } };

export const NO_PARTIES: readonly Tree[] = [NO_SUBJECT];

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
				const { technical, leftovers } = technicalTo(tree);
				const subject = SUBJECTS.find((key) => tree[key] !== undefined) ?? 'entity';
				return present({
					...without(tree, ...TECHNICAL_KEYS, ...SUBJECTS),
					technical,
					leftovers,
					[subject]: tree[subject],
				});
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
	if (subject === undefined) return { ...rest, ...NO_SUBJECT };
	const key = ownClient === true ? `${subject}Own` : subject;
	return { ...without(rest, ...SUBJECTS), [key]: rest[subject] };
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

export const REPORT_PARTY: Shape = shape(
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

export const FROM = sideShape('t_from', 'from');
export const TO = sideShape('t_to', 'to');

export const hasSubject = (side: Tree): boolean => SUBJECTS.some((key) => side[key] !== undefined);
