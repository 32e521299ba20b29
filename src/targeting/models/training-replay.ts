/**
 * From stored declarations in the order of time to the rows that training reads. Each row has the features that the
 * line had when it came: from lines before it, and from outcomes that the node knew by then. Every line is seen; only
 * lines with an outcome become rows. Bodies are what intake stored, so they are not checked again.
 */
import type { Declaration } from '../../../contract/records/declaration.ts';
import { goodsLinesOf } from '../profile/goods-lines.ts';
import type { FeatureValues, GoodsLine } from '../profile/model.ts';
import { openProfile } from '../profile/profile.ts';
import { type Label, meantLines } from './labels.ts';

/** A declaration as the store gives it. */
export type TrainingDeclaration = {
	/** Milliseconds since 1970 of the moment by which it is replayed; see training-order.ts. */
	readonly atMs: number;
	readonly version: number;
	/** JSON text. */
	readonly body: string;
	readonly office: string | null;
	readonly label: Label | undefined;
};

export type TrainingRow = {
	readonly features: FeatureValues;
	/** Day of that moment, days since 1970-01-01. */
	readonly day: number;
	/** Number of its declaration; rows of one declaration follow each other. */
	readonly caseNumber: number;
	readonly found: boolean;
	readonly offence: boolean;
	/** The line's part of what was recovered, in the node's currency; NaN where it is not known. */
	readonly amount: number;
	readonly random: boolean;
	readonly office: string | null;
	readonly hsCode: string | undefined;
	readonly origin: string | undefined;
};

export type TrainingSet = {
	readonly rows: readonly TrainingRow[];
	readonly firstDay: number;
	readonly lastDay: number;
	/** Lines that were replayed, with an outcome or without. */
	readonly lines: number;
	/** Declarations whose body could not be read. */
	readonly unreadable: number;
	/** Lines with an outcome that were left out: a finding cannot mean them, or there were too many. */
	readonly leftOut: number;
	/** Features of some of all lines, evenly spaced over the newer half, with an outcome or without. */
	readonly sample: readonly FeatureValues[];
};

/** Rows of one declaration at most: one of a thousand items is one inspection and not a thousand. */
const MOST_OF_DECLARATION = 50;
/** The newest so many rows train. */
const MOST_ROWS = 300_000;
const MOST_SAMPLED = 8_000;
const DAY_MS = 86_400_000;

export type TrainingReplay = {
	/** Declarations in the order of their moments. */
	take(declaration: TrainingDeclaration): void;
	/** Ends the replay. */
	finish(): TrainingSet;
};

export function openTrainingReplay(): TrainingReplay {
	const profile = openProfile();
	let rows: TrainingRow[] = [];
	/** Outcomes that the profile does not know yet, the latest first. */
	const untold: { readonly lines: readonly GoodsLine[]; readonly label: Label }[] = [];
	const sampling = openSample(MOST_SAMPLED);
	let lines = 0;
	let unreadable = 0;
	let leftOut = 0;
	let cases = 0;
	let firstDay = Number.NaN;
	let lastDay = Number.NaN;

	function tell(untilMs: number): void {
		for (let next = untold.at(-1); next !== undefined && next.label.knownAtMs <= untilMs; ) {
			for (const line of next.lines) profile.learn(line, next.label.found);
			untold.pop();
			next = untold.at(-1);
		}
	}

	function putUntold(each: (typeof untold)[number]): void {
		let low = 0;
		let high = untold.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (untold[middle]!.label.knownAtMs > each.label.knownAtMs) low = middle + 1;
			else high = middle;
		}
		untold.splice(low, 0, each);
	}

	return {
		take({ atMs, version, body, office, label }) {
			const declaration = readDeclaration(body);
			if (declaration === undefined) {
				unreadable++;
				return;
			}
			tell(atMs);
			const day = Math.floor(atMs / DAY_MS);
			const goods = goodsLinesOf(declaration, day);
			if (goods.length === 0) return;
			firstDay = Number.isNaN(firstDay) ? day : firstDay;
			lastDay = day;
			lines += goods.length;
			const features = goods.map((line) => profile.features(line));
			for (const each of features) sampling.offer(each);
			if (label !== undefined) {
				const chosen = chosenLines(goods, label);
				leftOut += goods.length - chosen.length;
				for (const at of chosen)
					rows.push({
						features: features[at]!,
						day,
						caseNumber: cases,
						found: label.found,
						offence: label.offence,
						amount: label.found ? label.amount / chosen.length : 0,
						random: label.random,
						office,
						hsCode: goods[at]!.hsCode,
						origin: goods[at]!.origin,
					});
				cases++;
				if (rows.length > 2 * MOST_ROWS) rows = rows.slice(-MOST_ROWS);
				putUntold({ lines: goods, label });
			}
			// An amendment speaks of goods that were counted when they first came.
			if (version === 1) for (const line of goods) profile.see(line);
		},
		finish: () => ({
			rows: rows.slice(-MOST_ROWS),
			firstDay,
			lastDay,
			lines,
			unreadable,
			leftOut,
			sample: sampling.newerHalf(),
		}),
	};
}

function readDeclaration(body: string): Declaration | undefined {
	try {
		const value: unknown = JSON.parse(body);
		// Intake stores a declaration only after its schema has read it.
		return typeof value === 'object' && value !== null ? (value as Declaration) : undefined;
	} catch {
		return undefined;
	}
}

/** Lines that become rows: those that the findings can mean, of many evenly spaced ones. */
function chosenLines(goods: readonly GoodsLine[], label: Label): number[] {
	const meant = label.found ? meantLines(goods, label.findings) : goods.map(() => true);
	const all = [...goods.keys()].filter((at) => meant[at]);
	if (all.length <= MOST_OF_DECLARATION) return all;
	return Array.from(
		{ length: MOST_OF_DECLARATION },
		(_, at) => all[Math.floor((at * all.length) / MOST_OF_DECLARATION)]!,
	);
}

/** Keeps every second, then every fourth … of what it is offered, so that what is kept is evenly spaced. */
function openSample(most: number) {
	let kept: FeatureValues[] = [];
	let every = 1;
	let offered = 0;
	return {
		offer(each: FeatureValues): void {
			if (offered++ % every !== 0) return;
			kept.push(each);
			if (kept.length < most) return;
			kept = kept.filter((_, at) => at % 2 === 0);
			every *= 2;
		},
		newerHalf: (): FeatureValues[] => kept.slice(Math.floor(kept.length / 2)),
	};
}
