/**
 * What a backtest counts. Pure: records with what a rule said of them and what is known of them in, one by one; counts,
 * rates with intervals, groups, errors and examples out. Nationality is counted here and is never given to the rule.
 */
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { Rule } from '../../../contract/rules.ts';
import type { RecordSummary } from '../../../contract/views.ts';
import type { Backtest } from '../../../contract/views-rules.ts';
import { ratioOfShares, wilson } from '../../values/proportion.ts';
import type { Firing, RuleFailure } from '../model.ts';
import type { KnownOfRecord } from '../store/backtest.ts';

const MOST_EXAMPLES = 20;
const MOST_ERRORS = 20;
const MOST_GROUPS = 40;
const MOST_DAYS = 1_000;
/** Errors of conditions quote values; distinct ones are kept up to here, and the rest counted with the last. */
const MOST_MESSAGES = 200;

export type TriedRecord = {
	readonly summary: RecordSummary;
	readonly record: BorderRecord;
	/** Places of the units that the rule looked at. */
	readonly places: readonly string[];
	readonly firings: readonly Firing[];
	readonly failures: readonly RuleFailure[];
	readonly known: KnownOfRecord | undefined;
};

export type BacktestTally = {
	add(tried: TriedRecord): void;
	/** @param titles of the rules that are live, by identifier. */
	result(
		titles: ReadonlyMap<string, string>,
	): Omit<Backtest, 'from' | 'until' | 'complete' | 'seconds' | 'microsPerUnit'>;
};

type Group = { assessed: number; fired: number };

export function openBacktestTally(rule: Rule): BacktestTally {
	let records = 0;
	let units = 0;
	let fired = 0;
	let firedUnits = 0;
	let errored = 0;
	const outcomes = { inspected: 0, found: 0, allFound: 0, randomInspected: 0, randomFound: 0 };
	const byDay = new Map<string, { day: string; office: string; fired: number }>();
	const overlap = new Map<string, number>();
	const errors = new Map<string, { count: number; reference: string }>();
	const countries = new Map<string, Group>();
	const nationalities = new Map<string, Group>();
	const examples: Backtest['examples'] = [];

	const countGroup = (groups: Map<string, Group>, member: string, isFired: boolean): void => {
		const group = groups.get(member) ?? { assessed: 0, fired: 0 };
		group.assessed += 1;
		if (isFired) group.fired += 1;
		groups.set(member, group);
	};

	const countNationalities = ({ record, firings }: TriedRecord): void => {
		if (rule.subject !== 'traveller' || record.kind !== 'passenger-list') {
			for (const code of nationalitiesIn(record)) countGroup(nationalities, code, firings.length > 0);
			return;
		}
		const chosen = new Set(firings.map(({ place }) => place));
		for (const [index, traveller] of record.travellers.entries())
			for (const code of nationalitiesIn(traveller))
				countGroup(nationalities, code, chosen.has(`travellers[${index}]`));
	};

	const countFired = ({ summary, firings, known }: TriedRecord): void => {
		fired += 1;
		firedUnits += new Set(firings.map(({ place }) => place)).size;
		const day = summary.receivedAt.slice(0, 10);
		const office = summary.office ?? '';
		const row = byDay.get(`${day} ${office}`) ?? { day, office, fired: 0 };
		row.fired += 1;
		byDay.set(`${day} ${office}`, row);
		for (const other of known?.rules ?? []) overlap.set(other, (overlap.get(other) ?? 0) + 1);
		const [first] = firings;
		if (first !== undefined) examples.push({ record: summary, place: first.place, sentence: first.sentence });
		if (examples.length > MOST_EXAMPLES) examples.shift();
		if (known?.found === undefined) return;
		outcomes.inspected += 1;
		if (known.found) outcomes.found += 1;
		if (!known.random) return;
		outcomes.randomInspected += 1;
		if (known.found) outcomes.randomFound += 1;
	};

	return {
		add: (tried) => {
			const { summary, places, firings, failures, known } = tried;
			records += 1;
			units += places.length;
			if (known?.found === true) outcomes.allFound += 1;
			if (firings.length > 0) countFired(tried);
			errored += failures.length;
			for (const { message } of failures) {
				const key = errors.has(message) || errors.size < MOST_MESSAGES ? message : 'other errors';
				const error = errors.get(key) ?? { count: 0, reference: summary.reference };
				error.count += 1;
				errors.set(key, error);
			}
			if (summary.originCountry !== null) countGroup(countries, summary.originCountry, firings.length > 0);
			countNationalities(tried);
		},
		result: (titles) => ({
			records,
			units,
			fired,
			firedUnits,
			errored,
			errors: [...errors]
				.map(([message, error]) => ({ message, ...error }))
				.sort((a, b) => b.count - a.count)
				.slice(0, MOST_ERRORS),
			byDay: [...byDay.values()]
				.sort((a, b) => b.fired - a.fired)
				.slice(0, MOST_DAYS)
				.sort(byDay.size > MOST_DAYS ? () => 0 : (a, b) => compareText(a.day + a.office, b.day + b.office)),
			precision: wilson(outcomes.found, outcomes.inspected),
			recall: wilson(outcomes.found, outcomes.allFound),
			unbiasedPrecision: wilson(outcomes.randomFound, outcomes.randomInspected),
			overlap: [...overlap]
				.flatMap(([id, both]) => {
					const title = titles.get(id);
					return title === undefined ? [] : [{ rule: id, title, both, share: both / fired }];
				})
				.sort((a, b) => b.both - a.both || compareText(a.rule, b.rule)),
			groups: [...groupRows('country', countries), ...groupRows('nationality', nationalities)],
			examples: examples.toReversed(),
		}),
	};
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The largest groups, each with its rate against that of all others together. */
function groupRows(
	dimension: 'country' | 'nationality',
	groups: ReadonlyMap<string, Group>,
): Backtest['groups'] {
	let assessed = 0;
	let fired = 0;
	for (const group of groups.values()) {
		assessed += group.assessed;
		fired += group.fired;
	}
	return [...groups]
		.sort(([a, left], [b, right]) => right.assessed - left.assessed || compareText(a, b))
		.slice(0, MOST_GROUPS)
		.map(([group, count]) => ({
			dimension,
			group,
			...count,
			ratio:
				ratioOfShares(count.fired, count.assessed, fired - count.fired, assessed - count.assessed)?.ratio ??
				null,
		}));
}

/** Nationalities of all persons in a record or a part of it, each once. */
function nationalitiesIn(part: unknown): Set<string> {
	const found = new Set<string>();
	const waiting: unknown[] = [part];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (Array.isArray(next)) {
			for (const member of next) if (typeof member === 'object') waiting.push(member);
		} else if (typeof next === 'object' && next !== null) {
			for (const [name, member] of Object.entries(next)) {
				if (name === 'nationalities' && Array.isArray(member)) {
					for (const code of member) if (typeof code === 'string') found.add(code);
				} else if (typeof member === 'object' && member !== null) waiting.push(member);
			}
		}
	}
	return found;
}
