/**
 * Replays lines in order of time through a profile, to make the table that training reads: each row has the features that
 * the line would have had on its day. Outcomes become known some days later, and none after `knownUntil`.
 */

import type { Column } from '../trees/model.ts';
import type { LabelledTable } from '../trees/train.ts';
import { keysOf, type LineKeys } from './line-keys.ts';
import type { FeatureValues, GoodsLine } from './model.ts';
import { FEATURES, openProfile, type Profile } from './profile.ts';

export type KnownLine = { readonly line: GoodsLine; readonly offence: boolean };

export type ReplayOptions = {
	/** Days from a line to its outcome, 1 at least: nothing is known on the day itself. */
	readonly outcomeDelayDays: number;
	/** Outcomes of lines from this day on are never told to the profile. */
	readonly knownUntilDay: number;
};

/** @param lines ascending by day; features come back in the same order. */
export function replay(
	lines: readonly KnownLine[],
	options: ReplayOptions,
	profile: Profile = openProfile(),
): FeatureValues[] {
	const delay = Math.max(1, options.outcomeDelayDays);
	const rows: FeatureValues[] = [];
	/** Keys of lines whose outcome is still to come. */
	const waiting = new Map<number, LineKeys>();
	let learnt = 0;
	for (const { line } of lines) {
		for (; learnt < rows.length && lines[learnt]!.line.day <= line.day - delay; learnt++) {
			const earlier = lines[learnt]!;
			if (earlier.line.day < options.knownUntilDay)
				profile.learn(earlier.line, earlier.offence, waiting.get(learnt));
			waiting.delete(learnt);
		}
		const keys = keysOf(line);
		waiting.set(rows.length, keys);
		rows.push(profile.features(line, keys));
		profile.see(line, keys);
	}
	return rows;
}

/** Rows of features as columns, some of the features only if `keep` says so. */
export function tableOf(
	rows: readonly FeatureValues[],
	target: Float64Array,
	keep: (feature: (typeof FEATURES)[number]) => boolean = () => true,
): LabelledTable {
	const columns = FEATURES.flatMap((feature, at): Column[] => {
		if (!keep(feature)) return [];
		if (feature.kind === 'numeric') {
			const values = Float64Array.from(rows, (row) => {
				const value = row[at];
				return typeof value === 'number' ? value : Number.NaN;
			});
			return [{ kind: 'numeric', name: feature.name, values }];
		}
		const known = new Map<string, number>();
		const codes = Int32Array.from(rows, (row) => {
			const value = row[at];
			if (typeof value !== 'string') return -1;
			const code = known.get(value) ?? known.size;
			known.set(value, code);
			return code;
		});
		return [{ kind: 'category', name: feature.name, codes, categories: [...known.keys()] }];
	});
	return { rows: rows.length, columns, target };
}
