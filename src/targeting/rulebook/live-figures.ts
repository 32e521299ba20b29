/**
 * How a live rule does, from its counts by day. Pure: days in, figures with intervals and a sentence on drift out.
 * Days are `YYYY-MM-DD`, UTC.
 */

import type { RecordKind } from '../../../contract/records/record.ts';
import type { Rule, RuleSubject } from '../../../contract/rules.ts';
import type { RuleLife } from '../../../contract/views-rules.ts';
import { compareShares, posteriorShare, wilson } from '../../values/proportion.ts';
import type { RuleDay, RuleSums } from '../store/rule-figures.ts';

export const LIFE_DAYS = 90;
export const RECENT_DAYS = 30;
const DRIFT_RECENT_DAYS = 7;
const DRIFT_BEFORE_DAYS = 28;
/** Below so many records in either period, or firings in both, a drift is chance. */
const DRIFT_LEAST_RECORDS = 50;
const DRIFT_LEAST_FIRINGS = 5;
/** A difference that chance makes more often than this is called chance. */
const DRIFT_CHANCE = 0.01;
/** Inspections that the author's word is worth. */
const AUTHOR_WORTH = 10;

/** Days since 1970-01-01 as text, and so many days before a day. */
export const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
export const daysBefore = (day: string, days: number): string =>
	dayOf(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000);

const kinds: { readonly [subject in RuleSubject]: RecordKind } = {
	declaration: 'declaration',
	'goods-item': 'declaration',
	'cargo-report': 'cargo-report',
	consignment: 'cargo-report',
	'passenger-list': 'passenger-list',
	traveller: 'passenger-list',
	booking: 'booking',
	'cash-declaration': 'cash-declaration',
	'suspicion-report': 'suspicion-report',
	'movement-event': 'movement-event',
};

/** The kind of record in which a subject is found. */
export const kindOf = (subject: RuleSubject): RecordKind => kinds[subject];

/**
 * What a rule stands for today: mean of the Beta distribution after what inspections found, begun at the author's word
 * as if that were ten inspections. Null for a rule that asks for a lane.
 */
export const weightFrom = (rule: Rule, sums: RuleSums | undefined): number | null =>
	rule.effect.kind === 'weight'
		? posteriorShare(sums?.found ?? 0, sums?.inspected ?? 0, rule.effect.weight, AUTHOR_WORTH)
		: null;

export type LifeInput = {
	/** Days of this condition, oldest first, of the last 90. */
	readonly days: readonly RuleDay[];
	/** Records that it could have fired on, by day. */
	readonly records: ReadonlyMap<string, number>;
	readonly kind: RecordKind;
	readonly today: string;
	/** First day whose counts speak of this condition. */
	readonly countedFrom: string;
	readonly lastFiredAt: string | null;
	readonly microsPerUnit: number | null;
};

export function lifeOf(input: LifeInput): RuleLife {
	const { days, today } = input;
	const sum = (
		key: 'fired' | 'inspected' | 'found' | 'errored' | 'minutes' | 'recovered',
		since = '',
	): number => days.reduce((total, each) => total + (each.day > since ? each[key] : 0), 0);
	const recent = daysBefore(today, RECENT_DAYS);
	return {
		fired: sum('fired'),
		precision: wilson(sum('found'), sum('inspected')),
		recentPrecision: wilson(sum('found', recent), sum('inspected', recent)),
		drift: driftOf(input),
		lastFiredAt: input.lastFiredAt,
		errored: sum('errored'),
		lastError: days.findLast(({ lastError }) => lastError !== null)?.lastError ?? null,
		microsPerUnit: input.microsPerUnit,
		minutes: sum('minutes'),
		recovered: sum('recovered'),
	};
}

/** The last 7 whole days before today against the 28 before them: today is not over, and would look quiet. */
function driftOf({ days, records, kind, today, countedFrom }: LifeInput): RuleLife['drift'] {
	// Of movements only those are counted that some rule points at: a share of them would not be one of all.
	if (kind === 'movement-event') return null;
	const until = daysBefore(today, 1);
	const middle = daysBefore(until, DRIFT_RECENT_DAYS);
	const from = daysBefore(middle, DRIFT_BEFORE_DAYS);
	const within = (day: string, after: string, last: string): boolean =>
		day > after && day <= last && day >= countedFrom;
	const fired = (after: string, last: string): number =>
		days.reduce((total, each) => total + (within(each.day, after, last) ? each.fired : 0), 0);
	const seen = (after: string, last: string): number =>
		[...records].reduce((total, [day, count]) => total + (within(day, after, last) ? count : 0), 0);
	const recentFired = fired(middle, until);
	const recentOf = Math.max(recentFired, seen(middle, until));
	const beforeFired = fired(from, middle);
	const beforeOf = Math.max(beforeFired, seen(from, middle));
	const compared = compareShares(recentFired, recentOf, beforeFired, beforeOf);
	if (
		compared === null ||
		Math.min(recentOf, beforeOf) < DRIFT_LEAST_RECORDS ||
		recentFired + beforeFired < DRIFT_LEAST_FIRINGS
	)
		return null;
	const recent = recentFired / recentOf;
	const before = beforeFired / beforeOf;
	// Half a firing stands for none, so that the ratio stays a number.
	const ratio = recent / (beforeFired === 0 ? 0.5 / beforeOf : before);
	const rates = `${percent(recent)} of ${plural[kind]} in the last ${DRIFT_RECENT_DAYS} days, ${percent(before)} in the ${DRIFT_BEFORE_DAYS} days before`;
	if (compared.p >= DRIFT_CHANCE)
		return { recent, before, ratio, sentence: `Fires about as often as before: ${rates}.` };
	const times =
		ratio >= 1
			? `${factor(ratio)} times as often`
			: recentFired === 0
				? 'not at all any more'
				: `${factor(1 / ratio)} times less often`;
	return {
		recent,
		before,
		ratio,
		sentence: `Fires ${times}: ${rates}; chance alone does this less than once in ${odds(compared.p)} times.`,
	};
}

const plural: { readonly [kind in RecordKind]: string } = {
	declaration: 'declarations',
	'cargo-report': 'cargo reports',
	'passenger-list': 'passenger lists',
	booking: 'bookings',
	'suspicion-report': 'suspicion reports',
	'cash-declaration': 'cash declarations',
	'movement-event': 'movement events',
	outcome: 'outcomes',
};

const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`;
const factor = (ratio: number): string => String(Number(ratio.toPrecision(2)));
/** A round number of times: 100, 1,000 … */
const odds = (p: number): string =>
	p < 1e-6 ? '1,000,000' : (10 ** Math.floor(-Math.log10(p))).toLocaleString('en');
