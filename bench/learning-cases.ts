/**
 * What `bench learning` replays: declarations in weeks, with what an inspection would find. Some kinds of offence appear
 * later: until their week the declarations that hide them are taken out, as if nobody had thought of it yet.
 */
import type { Declaration } from '../contract/records/declaration.ts';
import { goodsLinesOf } from '../src/targeting/profile/goods-lines.ts';
import type { GoodsLine } from '../src/targeting/profile/model.ts';
import { openSimulation } from '../src/training/simulate.ts';
import { readLines } from './targeting-lines.ts';

/** One declaration: an inspection opens all of it. */
export type LearningCase = {
	readonly day: number;
	/** Weeks since the first day. */
	readonly week: number;
	readonly lines: readonly GoodsLine[];
	/** Kind of the offence; undefined where there is none. */
	readonly kind: string | undefined;
	/** What finding the offence brings. */
	readonly worth: number;
};

export type LearningCases = {
	readonly cases: readonly LearningCase[];
	readonly weeks: number;
	/** Week from which each kind exists that is new; kinds of the beginning are not in it. */
	readonly newFrom: ReadonlyMap<string, number>;
	/** What `worth` is. */
	readonly worthOf: string;
};

const DAY_MS = 86_400_000;

/** A number from 0 to 1 that is the same for the same seed, purpose and place. */
export function drawOf(seed: number, purpose: number, at: number): number {
	let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(purpose + 1, 0xc2b2ae35);
	state = Math.imul(state ^ (state >>> 16) ^ at, 0x7feb352d);
	state = Math.imul(state ^ (state >>> 15), 0x846ca68b);
	return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
}

/** New kinds come one after another between a third and two thirds of the time. */
function spreadOverTime(kinds: readonly string[], weeks: number): Map<string, number> {
	return new Map(
		kinds.map((kind, at): [string, number] => [
			kind,
			Math.round(weeks * (1 / 3 + at / (3 * Math.max(1, kinds.length)))),
		]),
	);
}

const withoutEarly = (cases: readonly LearningCase[], newFrom: ReadonlyMap<string, number>): LearningCase[] =>
	cases.filter(({ kind, week }) => kind === undefined || week >= (newFrom.get(kind) ?? 0));

/**
 * Declarations of a table with what was found; every line is a declaration of its own. A kind of offence is an HS
 * section's worth of chapters: chapters that draw alike are one kind, and two of the five kinds are new.
 */
export function casesOfTable(text: string, seed: number): LearningCases {
	const known = readLines([text]);
	const first = known[0]?.line.day ?? 0;
	const kindOf = (hsCode: string | undefined): string =>
		`chapters ${Math.floor(5 * drawOf(seed, 11, Number(hsCode?.slice(0, 2) ?? 0)))}`;
	const hasRevenue = known.some(({ revenue }) => revenue !== undefined);
	const all = known.map(({ line, offence, revenue }): LearningCase => {
		return {
			day: line.day,
			week: Math.floor((line.day - first) / 7),
			lines: [line],
			kind: offence ? kindOf(line.hsCode) : undefined,
			worth: hasRevenue ? (revenue ?? 0) : (line.itemPrice ?? 0),
		};
	});
	const weeks = (all.at(-1)?.week ?? 0) + 1;
	const newFrom = spreadOverTime(['chapters 3', 'chapters 4'], weeks);
	return {
		cases: withoutEarly(all, newFrom),
		weeks,
		newFrom,
		worthOf: hasRevenue ? 'amount recovered' : 'price of the goods: the table has no amounts',
	};
}

/** Import declarations of the simulated border; those that belong to a plot hide an offence. Half of the kinds are new. */
export function casesOfBorder(seed: number, days: number, scale: number): LearningCases {
	const simulation = openSimulation({ seed, days, scale, startDate: '2026-01-05' });
	const drafts: { record: Declaration; day: number }[] = [];
	const seen = new Set<string>();
	for (const { node, at, records } of simulation.documents) {
		if (node !== 'customs') continue;
		for (const record of records) {
			if (record.kind !== 'declaration' || record.direction !== 'import') continue;
			if (record.function !== 'original' || seen.has(record.reference)) continue;
			seen.add(record.reference);
			drafts.push({ record, day: Math.floor(Date.parse(at) / DAY_MS) });
		}
	}
	const kinds = new Map<string, string>();
	for (const { type, documents } of simulation.truth())
		for (const document of documents)
			if (document.node === 'customs' && document.kind === 'declaration') kinds.set(document.reference, type);
	const first = drafts[0]?.day ?? 0;
	const all = drafts.map(({ record, day }): LearningCase => {
		return {
			day,
			week: Math.floor((day - first) / 7),
			lines: goodsLinesOf(record, day),
			kind: kinds.get(record.reference),
			worth: record.items.reduce((sum, item) => sum + Number(item.customsValue?.amount ?? 0), 0),
		};
	});
	const weeks = (all.at(-1)?.week ?? 0) + 1;
	const types = [...new Set(kinds.values())].sort();
	const late = types.filter((_, at) => at % 2 === 1);
	const newFrom = spreadOverTime(late, weeks);
	return { cases: withoutEarly(all, newFrom), weeks, newFrom, worthOf: 'customs value of the goods' };
}
