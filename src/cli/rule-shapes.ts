/**
 * Commands of rules. Those that read or write files (check, backtest, save, export, import) are in rule-commands.ts.
 */
import type { OutputOf } from '../../contract/operations.ts';
import type { RuleEffect } from '../../contract/rules.ts';
import type { Backtest, RuleCheck, RuleProblem, RuleSummary } from '../../contract/views-rules.ts';
import type { Rate } from '../../contract/views-targeting.ts';
import { WARNED_DAYS } from '../targeting/rulebook/life.ts';
import { moment, type Shapes } from './operation-shape.ts';
import { type Column, counted, formatCount, formatTable } from './terminal.ts';

const MOST_DAYS = 30;
const MOST_EXAMPLES = 10;

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;

/** "31 % (12 of 39; 19 to 46 %)" */
export const formatRate = ({ count, of, rate, low, high }: Rate): string =>
	rate === null
		? 'nothing known'
		: `${percent(rate)} (${formatCount(count)} of ${formatCount(of)}; ${percent(low)} to ${percent(high)})`;

const formatEffect = (effect: RuleEffect): string =>
	effect.kind === 'weight'
		? `weight ${effect.weight}`
		: `${effect.lane}${effect.mandatory ? ', mandatory' : ''}`;

const formatLeft = ({ state, daysLeft }: RuleSummary): string =>
	state === 'expired'
		? `expired ${counted(-daysLeft, 'day')} ago`
		: state === 'live' && daysLeft <= WARNED_DAYS
			? `ends in ${counted(daysLeft, 'day')}`
			: '';

const listColumns: Column<RuleSummary>[] = [
	{ title: 'rule', value: (rule) => rule.id },
	{ title: 'state', value: (rule) => rule.state },
	{ title: 'version', value: (rule) => rule.version, align: 'right' },
	{ title: 'waiting', value: (rule) => rule.pending, align: 'right' },
	{ title: 'looks at', value: (rule) => rule.subject },
	{ title: 'asks for', value: (rule) => formatEffect(rule.effect) },
	{ title: 'fired', value: (rule) => rule.fired, align: 'right' },
	{
		title: 'precision',
		value: ({ precision }) => (precision.rate === null ? null : percent(precision.rate)),
		align: 'right',
	},
	{ title: 'errors', value: (rule) => rule.errored, align: 'right' },
	{ title: 'until', value: (rule) => rule.validUntil },
	{ title: 'note', value: formatLeft },
	{ title: 'title', value: (rule) => rule.title },
];

const showList = (rules: readonly RuleSummary[]): string => {
	if (rules.length === 0) return 'No rule; "tidewaiter rules save FILE" writes a draft.\n';
	const ending = rules.filter((rule) => formatLeft(rule) !== '').length;
	const warned = ending === 0 ? '' : `; ${counted(ending, 'rule')} expired or about to: "rules renew"`;
	return `${formatTable(listColumns, rules)}${counted(rules.length, 'rule')}${warned}\n`;
};

/** "when, line 2, column 7: there is no fact … Did you mean …?" */
export const formatProblem = ({ field, line, column, message, remedy }: RuleProblem): string =>
	`${field}${line === null ? '' : `, line ${line}`}${column === null ? '' : `, column ${column}`}: ${message}${/[.?!]$/.test(message) ? '' : '.'} ${remedy}`;

/** Problems at their places, and what each test case said. */
export function showCheck({ problems, tests, proposable }: RuleCheck): string {
	return [
		...problems.map(formatProblem),
		...tests.map(
			({ name, passed, expected, message }) =>
				`${passed ? 'ok  ' : 'FAIL'}  ${name}: ${expected ? 'fires' : 'does not fire'}${passed ? '' : ` was expected${message === null ? '' : `; ${message}`}`}`,
		),
		proposable
			? 'It may be proposed, once it was backtested.'
			: 'It cannot be proposed: it needs no problems, and test cases that pass, one that fires and one that does not.',
		'',
	].join('\n');
}

export function showBacktest(result: Backtest): string {
	const { from, until, records, units, complete, fired, firedUnits, errored, seconds, microsPerUnit } =
		result;
	const days = result.byDay.slice(-MOST_DAYS);
	const uneven = result.groups.filter(({ ratio, fired: chosen }) => ratio !== null && chosen > 0);
	return [
		`${formatCount(records)} records (${formatCount(units)} units) from ${moment(from)} to ${moment(until)}${complete ? '' : '; there are more, these are the newest'}`,
		`fires on ${formatCount(fired)} (${percent(records === 0 ? 0 : fired / records)}), ${counted(firedUnits, 'unit')}; ${counted(errored, 'error')}; ${seconds.toFixed(1)} s, ${microsPerUnit.toFixed(2)} µs for a unit`,
		`precision                 ${formatRate(result.precision)}`,
		`the same by chance alone  ${formatRate(result.unbiasedPrecision)}`,
		`recall of known offences  ${formatRate(result.recall)}`,
		'',
		...section(
			'Chosen by day and office',
			[
				{ title: 'day', value: (row) => row.day },
				{ title: 'office', value: (row) => row.office || null },
				{ title: 'chosen', value: (row) => row.fired, align: 'right' },
			],
			days,
		),
		...section(
			'Chosen by live rules too',
			[
				{ title: 'rule', value: (row) => row.rule },
				{ title: 'both', value: (row) => row.both, align: 'right' },
				{ title: 'share', value: (row) => percent(row.share), align: 'right' },
				{ title: 'title', value: (row) => row.title },
			],
			result.overlap,
		),
		...section(
			'Effect by country and nationality, against all others',
			[
				{ title: 'what', value: (row) => row.dimension },
				{ title: 'group', value: (row) => row.group },
				{ title: 'looked at', value: (row) => row.assessed, align: 'right' },
				{ title: 'chosen', value: (row) => row.fired, align: 'right' },
				{
					title: 'times',
					value: ({ ratio }) => (ratio === null ? null : ratio.toPrecision(2)),
					align: 'right',
				},
			],
			uneven,
		),
		...section(
			'Errors',
			[
				{ title: 'count', value: (row) => row.count, align: 'right' },
				{ title: 'message', value: (row) => row.message },
				{ title: 'first at', value: (row) => row.reference },
			],
			result.errors,
		),
		...section(
			'Newest examples',
			[
				{ title: 'received', value: ({ record }) => moment(record.receivedAt) },
				{ title: 'reference', value: ({ record }) => record.reference },
				{ title: 'place', value: ({ place }) => place || null },
				{ title: 'why', value: ({ sentence }) => sentence },
			],
			result.examples.slice(0, MOST_EXAMPLES),
		),
	].join('\n');
}

const section = <Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): string[] =>
	rows.length === 0 ? [] : [title, formatTable(columns, rows)];

export function showRule(detail: OutputOf<'readRule'>): string {
	const { summary, rule, life, events, versions, backtest, firings } = detail;
	return [
		`${rule.id}  version ${summary.version}, ${summary.state}: ${rule.title}`,
		`when      ${rule.when.replaceAll('\n', '\n          ')}`,
		`looks at  ${rule.subject}${rule.offices.length === 0 ? '' : ` at ${rule.offices.join(', ')}`}`,
		`asks for  ${formatEffect(rule.effect)}`,
		`reason    ${rule.reason}`,
		`basis     ${rule.legalBasis}`,
		`source    ${rule.source}`,
		`owner     ${rule.owner}`,
		`applies   ${rule.validFrom} to ${rule.validUntil}${formatLeft(summary) === '' ? '' : `: ${formatLeft(summary)}`}`,
		`waiting   ${summary.pending === null ? 'nothing' : `version ${summary.pending}`}`,
		'',
		`in 90 days: fired on ${counted(life.fired, 'record')}, last ${life.lastFiredAt === null ? 'never' : moment(life.lastFiredAt)}; ${counted(life.errored, 'error')}${life.lastError === null ? '' : ` (${life.lastError})`}`,
		`precision ${formatRate(life.precision)}; last 30 days ${formatRate(life.recentPrecision)}`,
		`brought   ${formatCount(Math.round(life.recovered))} recovered in ${formatCount(life.minutes)} minutes of inspection`,
		`cost      ${life.microsPerUnit === null ? 'not timed yet' : `${life.microsPerUnit.toFixed(2)} µs for a unit`}`,
		`drift     ${life.drift?.sentence ?? 'too little to tell'}`,
		'',
		...section(
			'Versions',
			[
				{ title: 'version', value: (row) => row.version, align: 'right' },
				{ title: 'state', value: (row) => row.state },
				{ title: 'changed', value: (row) => moment(row.changedAt) },
				{ title: 'by', value: (row) => row.changedBy },
				{ title: 'approved by', value: (row) => row.approvedBy },
			],
			versions,
		),
		...section(
			'Events',
			[
				{ title: 'at', value: (row) => moment(row.at) },
				{ title: 'what', value: (row) => row.what },
				{ title: 'version', value: (row) => row.version, align: 'right' },
				{ title: 'by', value: (row) => row.by },
				{ title: 'reason', value: (row) => row.reason },
			],
			events,
		),
		...section(
			'Last firings',
			[
				{ title: 'received', value: ({ record }) => moment(record.receivedAt) },
				{ title: 'reference', value: ({ record }) => record.reference },
				{ title: 'place', value: ({ place }) => place || null },
				{ title: 'why', value: ({ sentence }) => sentence },
			],
			firings,
		),
		...(backtest === null ? [] : ['Backtest of this condition', showBacktest(backtest)]),
	].join('\n');
}

const showChanged = ({ summary }: OutputOf<'readRule'>): string =>
	`${summary.id} version ${summary.version}: ${summary.state}, ${summary.validFrom} to ${summary.validUntil}\n`;

const showLanguage = ({ facts, functions, codeLists }: OutputOf<'readRuleLanguage'>): string =>
	[
		formatTable(
			[
				{ title: 'fact', value: (row) => row.path },
				{ title: 'type', value: (row) => row.type },
				{ title: 'of', value: (row) => row.subjects.join(', ') },
				{ title: 'what it is', value: (row) => row.title },
			],
			facts,
		),
		formatTable(
			[
				{ title: 'function', value: (row) => row.signature },
				{ title: 'what it answers', value: (row) => row.title },
			],
			functions,
		),
		...section(
			'Code lists',
			[
				{ title: 'list', value: (row) => row.id },
				{ title: 'codes', value: (row) => row.codes, align: 'right' },
				{ title: 'title', value: (row) => row.title },
				{ title: 'source', value: (row) => row.source },
			],
			codeLists,
		),
	].join('\n');

export const ruleShapes: Shapes = {
	listRules: { words: ['rules', 'list'], show: showList, example: 'rules list --state live' },
	readRule: {
		words: ['rules', 'show'],
		positional: ['id'],
		show: showRule,
		example: 'rules show low-price --version 2',
	},
	readRuleLanguage: { words: ['rules', 'language'], show: showLanguage, example: 'rules language' },
	proposeRule: {
		words: ['rules', 'propose'],
		positional: ['id', 'version'],
		show: showChanged,
		example: 'rules propose low-price 2 --reason "half of the average was too strict"',
	},
	renewRule: {
		words: ['rules', 'renew'],
		positional: ['id', 'validUntil'],
		show: showChanged,
		example: 'rules renew low-price 2027-06-30 --reason "precision 31 % over the year"',
	},
	retireRule: {
		words: ['rules', 'retire'],
		positional: ['id'],
		show: showChanged,
		example: 'rules retire low-price --reason "nothing was found in 400 inspections"',
	},
};

/** Answer of `rules approve` and `rules reject`, which are one operation. */
export const showDecided = showChanged;
