/**
 * Shapes of the report itself: header, transactions, activity.
 */
import { MAX_TEXT } from '../../../../contract/records/common.ts';
import { GOODS, ROUTING } from './goods-shapes.ts';
import { ADDRESS, FACT } from './particular-shapes.ts';
import { PERSON } from './person-shape.ts';
import {
	code,
	comments,
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
	type Version,
	wrapped,
} from './shape.ts';
import { FROM, hasSubject, NO_PARTIES, PARTY, REPORT_PARTY, TO } from './side-shapes.ts';
import { present, textAt, treeAt, treesAt, without } from './tree.ts';

const SIDE_KEYS = ['fromOwn', 'from', 'toOwn', 'to', 'parties'];

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

const TRANSACTION: Shape = shape(
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

const ACTIVITY: Shape = shape(
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
		text('entity_reference', 'entityReference', 255, { need: 'always', fill: '', missed: 'warning' }),
		text('fiu_ref_number', 'fiuReference', 255),
		text('prev_rejected_ref_number', 'rejectedReference', 255, { writes: '5' }),
		moment('submission_date', 'submittedAt', { need: 'always', fill: NO_DATE, missed: 'warning' }),
		moment('report_date', 'submittedAt', { writes: 'none' }),
		code('currency_code_local', 'localCurrency', { need: 'always', fill: 'XXX', missed: 'warning' }),
		group('reporting_person', 'reportingPerson', () => PERSON, { client: false, version: '4' }),
		text('reporting_user_code', 'reportingUser', 50, { writes: '5', min: 4 }),
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

/**
 * The record of a report. One without a reference of its own goes by its first transaction, whose number stays the same
 * when the report is sent again; one without a transaction by the unit's reference and its date.
 */
function reportFrom(tree: Tree): Tree {
	const { entityReference, localCurrency, firstTransaction, ...rest } = tree;
	const reporterId = textAt(tree, 'reporterId') ?? '-';
	const dated = [tree['fiuReference'], tree['submittedAt']].filter((each) => each !== undefined);
	const own = entityReference ?? firstTransaction ?? (dated.length === 0 ? '-' : dated.join(' '));
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
