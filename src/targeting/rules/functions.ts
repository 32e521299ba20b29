/**
 * The functions of conditions: signature, title, and how each is answered for the unit in hand. The language, its checks and
 * its documentation are made from this table. No function writes, waits or keeps anything.
 */
import type { RecordUnit } from '../facts/fact-context.ts';
import type { FactType } from '../facts/fact-table.ts';
import { dayOf } from '../facts/times.ts';
import type { Band, GoodsDirection, GoodsFacet } from '../knowledge.ts';
import {
	type AnswerType,
	aroundKind,
	bandKind,
	dwellKind,
	routeKind,
	sightingsKind,
	tallyKind,
} from './answer-kinds.ts';
import { highest, isFound, longestDwell, sightingsOf, strangestRoute } from './answers-of-units.ts';
import type { CodeLists, RuleContext } from './engine.ts';

export type ValueType = FactType | AnswerType;

/** The unit that a condition is asked about, and what is known around it. One at a time. */
export type Scope = {
	readonly unit: RecordUnit;
	readonly context: RuleContext;
	readonly codeLists: CodeLists;
};

type Parameters = readonly (readonly [name: string, type: ValueType])[];

type ValueOf<T extends ValueType> = T extends 'double'
	? number
	: T extends 'string'
		? string
		: T extends 'bool'
			? boolean
			: T extends 'list<string>'
				? readonly string[]
				: T extends 'list<double>'
					? readonly number[]
					: T extends 'Band'
						? Band
						: object;

type ArgumentsOf<P extends Parameters> = {
	[K in keyof P]: P[K] extends readonly [string, infer T extends ValueType] ? ValueOf<T> : never;
};

export type LanguageFunction = {
	readonly name: string;
	readonly takes: Parameters;
	readonly gives: ValueType;
	readonly title: string;
	/** Needs nothing but its arguments and the code lists: a test of a rule need not say what it answers. */
	readonly isPlain: boolean;
	readonly call: (scope: Scope, args: readonly unknown[]) => unknown;
};

const asked = <const P extends Parameters>(
	name: string,
	takes: P,
	gives: ValueType,
	title: string,
	call: (scope: Scope, ...args: ArgumentsOf<P>) => unknown,
): LanguageFunction => ({
	name,
	takes,
	gives,
	title,
	isPlain: false,
	// The type checker of the language has compared the arguments with `takes` before anything is called.
	call: (scope, args) => call(scope, ...(args as unknown as ArgumentsOf<P>)),
});

const plain = <const P extends Parameters>(
	name: string,
	takes: P,
	gives: ValueType,
	title: string,
	call: (scope: Scope, ...args: ArgumentsOf<P>) => unknown,
): LanguageFunction => ({ ...asked(name, takes, gives, title, call), isPlain: true });

const directionOf = ({ record }: RecordUnit): GoodsDirection =>
	record.kind === 'declaration' ? record.direction : 'import';

/** What may stand for a measure and a facet in a condition; anything else is a mistake of its author. */
export const measures = ['unit_value', 'mass', 'price'] as const;
export const facets: readonly GoodsFacet[] = [
	'importer',
	'declarant',
	'seller',
	'exporter',
	'office',
	'hs',
	'heading',
	'origin',
	'hs-origin',
	'importer-heading',
	'importer-hs',
	'importer-heading-origin',
	'importer-seller',
	'route',
];
const measureOf = (text: string): (typeof measures)[number] =>
	measures.find((measure) => measure === text) ?? 'unit_value';
const facetOf = (text: string): GoodsFacet => facets.find((facet) => facet === text) ?? 'importer';

/** Median absolute deviations in one standard deviation of a normal distribution (Hampel 1974). */
const DEVIATIONS = 1.4826;

const isListed = (codeLists: CodeLists, list: string, code: string): boolean =>
	code !== '' && (codeLists.get(list)?.codes.some((each) => code.startsWith(each)) ?? false);

const key = ['key', 'string'] as const;
const keys = ['keys', 'list<string>'] as const;
const kind = ['kind', 'string'] as const;
const days = ['days', 'double'] as const;
const facet = ['facet', 'string'] as const;
const hs = ['hs', 'string'] as const;
const origin = ['origin', 'string'] as const;
const value = ['value', 'double'] as const;
const list = ['list', 'string'] as const;

const goodsFunctions: readonly LanguageFunction[] = [
	asked(
		'unitValue',
		[],
		'double',
		'value of a kilogram of this item: customs value, else statistical value, else price',
		({ unit }) => unit.about.unitValue(),
	),
	asked(
		'band',
		[['measure', 'string'], hs, origin],
		'Band',
		'what is usual of a measure (unit_value, mass, price) for an HS code and origin, in the currency of this unit',
		({ unit, context }, measure, hsCode, country) =>
			bandKind.of(
				context.knowledge.goods.band(
					measureOf(measure),
					hsCode,
					country,
					unit.about.currency() || undefined,
					directionOf(unit),
				),
			),
	),
	plain(
		'score',
		[value, ['band', 'Band']],
		'double',
		'robust score: how many standard deviations the logarithm of a value is from the median of the band, by median absolute deviations',
		(_scope, number, { logMedian, logSpread }) => (Math.log(number) - logMedian) / (DEVIATIONS * logSpread),
	),
	asked(
		'mirror',
		[hs, origin],
		'double',
		"price of a kilogram by the partner's export statistics, in US dollars; needs the reference file trade.csv",
		({ context }, hsCode, country) => context.knowledge.statistics.mirrorUnitValue(hsCode, country),
	),
	asked(
		'produces',
		[['country', 'string'], hs],
		'bool',
		'false only where trade statistics know the heading and do not know the country among those that export it',
		({ context }, country, hsCode) => context.knowledge.statistics.produces(country, hsCode),
	),
	asked(
		'tally',
		[facet, key],
		'Tally',
		'how often the same came before, and what inspections found; parts of a key are joined with "|"',
		({ unit, context }, of, what) =>
			tallyKind.of({
				tally: context.knowledge.goods.tally(facetOf(of), what, directionOf(unit)),
				day: context.day,
			}),
	),
	asked(
		'rate',
		[facet, key],
		'double',
		'rate of offences of the same, drawn to that of all lines',
		({ unit, context }, of, what) => context.knowledge.goods.rate(facetOf(of), what, directionOf(unit)),
	),
];

const eventFunctions = (
	[
		['count', 'events of a kind with this key in so many days'],
		['sum', 'sum of the amounts of such events'],
		['distinct', 'different partners of this key in so many days'],
	] as const
).flatMap(([name, title]): LanguageFunction[] => [
	asked(name, [kind, key, days], 'double', title, ({ context }, of, one, within) =>
		one === '' ? 0 : context.knowledge.history[name](of, one, within),
	),
	asked(
		name,
		[kind, keys, days],
		'double',
		`${title}; of several keys the highest`,
		({ context }, of, all, within) => highest(all, (one) => context.knowledge.history[name](of, one, within)),
	),
]);

const UNKNOWN_BAND: Band = {
	count: 0,
	mean: Number.NaN,
	median: Number.NaN,
	q1: Number.NaN,
	q3: Number.NaN,
	low: Number.NaN,
	high: Number.NaN,
	logMedian: Number.NaN,
	logSpread: Number.NaN,
};
const NO_DWELL = { hours: Number.NaN, usual: UNKNOWN_BAND };
const NO_ROUTE = { places: [], loops: 0, backtrackKm: 0 };
const UNKNOWN_AROUND = { count: Number.NaN, sum: Number.NaN, parties: Number.NaN };

const historyFunctions: readonly LanguageFunction[] = [
	...eventFunctions,
	asked(
		'around',
		[kind, days],
		'Around',
		'events of a kind with the parties of this unit and with whoever is one step from them',
		({ unit, context }, of, within) =>
			aroundKind.of(context.knowledge.history.around?.(of, unit.about.partyKeys(), within) ?? UNKNOWN_AROUND),
	),
	asked(
		'daysSince',
		[kind, key],
		'double',
		'days since an event of a kind last had this key',
		({ context }, of, one) => context.knowledge.history.daysSince(of, one),
	),
	asked(
		'hops',
		[],
		'double',
		'steps from its parties to a person or firm of interest, three at most; infinite if there is none',
		({ unit, context }) => context.knowledge.history.hops(unit.about.partyKeys(), 3),
	),
	asked('hops', [['most', 'double']], 'double', 'the same with another limit', ({ unit, context }, most) =>
		context.knowledge.history.hops(unit.about.partyKeys(), most),
	),
	asked(
		'suspected',
		[],
		'string',
		'reference of a suspicion report that names one of its parties; "" if none does',
		({ unit, context }) => context.knowledge.history.suspected(unit.about.partyKeys()) ?? '',
	),
	asked(
		'otherIdentities',
		[],
		'double',
		'documents under another name, of travellers born on the same day and booked through the same contact or card',
		({ unit, context }) => unit.about.otherIdentities(context.knowledge.history),
	),
	asked(
		'dwell',
		[],
		'Dwell',
		'how long its container or vehicle stood between two stages; the longest of several',
		({ unit, context }) => dwellKind.of(longestDwell(unit, context.knowledge.history) ?? NO_DWELL),
	),
	asked(
		'route',
		[],
		'Route',
		'the way of its container or vehicle as far as it was seen; the one of several that turned most',
		({ unit, context }) => routeKind.of(strangestRoute(unit, context.knowledge.history) ?? NO_ROUTE),
	),
	asked(
		'sightings',
		[days],
		'Sightings',
		'what gates, scanners, seal checks and plate readers saw of its containers and vehicles',
		({ unit, context }, within) => sightingsKind.of(sightingsOf(unit, context.knowledge.history, within)),
	),
];

const recordFunctions: readonly LanguageFunction[] = [
	asked(
		'screened',
		[],
		'bool',
		'a list has an open hit on somebody of whom the document speaks',
		({ context }) => context.hits.length > 0,
	),
	asked('screened', [list], 'bool', 'the same for one list', ({ context }, id) => context.hits.includes(id)),
	asked(
		'finding',
		[['code', 'string']],
		'bool',
		'validation made this finding about the unit (docs/findings.md)',
		({ unit, context }, code) => isFound(unit, context, code),
	),
	asked(
		'changedLate',
		[],
		'bool',
		'was changed after departure, after arrival, or in the last day before arrival',
		({ unit }) => unit.about.changedLate(),
	),
	asked(
		'daysSince',
		[['date', 'string']],
		'double',
		'days from a date (YYYY-MM-DD) to the assessment',
		({ context }, date) => context.day - dayOf(date),
	),
	plain(
		'listed',
		[list, ['code', 'string']],
		'bool',
		'the code begins with one of a code list',
		({ codeLists }, id, code) => isListed(codeLists, id, code),
	),
	plain(
		'listed',
		[list, ['codes', 'list<string>']],
		'bool',
		'one of the codes begins with one of a code list',
		({ codeLists }, id, codes) => codes.some((code) => isListed(codeLists, id, code)),
	),
	plain('known', [value], 'bool', 'the number is known', (_scope, number) => !Number.isNaN(number)),
	plain('abs', [value], 'double', 'the number without its sign', (_scope, number) => Math.abs(number)),
	plain('ln', [value], 'double', 'natural logarithm', (_scope, number) => Math.log(number)),
	plain(
		'min',
		[
			['a', 'double'],
			['b', 'double'],
		],
		'double',
		'the smaller number',
		(_scope, a, b) => Math.min(a, b),
	),
	plain(
		'max',
		[
			['a', 'double'],
			['b', 'double'],
		],
		'double',
		'the larger number',
		(_scope, a, b) => Math.max(a, b),
	),
];

/** Every function; several of one name differ in what they take. */
export const languageFunctions: readonly LanguageFunction[] = [
	...goodsFunctions,
	...historyFunctions,
	...recordFunctions,
];

/** As documentation and messages show it: `band(measure, hs, origin): Band`. */
export const signatureOf = ({ name, takes, gives }: LanguageFunction): string =>
	`${name}(${takes.map(([parameter, type]) => `${parameter}: ${type}`).join(', ')}): ${gives}`;
