/**
 * Fairness: rates by group from the counts that the line keeps, and what is out of proportion.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import {
	type Fairness,
	type FairnessDimension,
	fairnessDimension,
} from '../../../contract/views-targeting.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import { isDate } from '../../values/calendar.ts';
import type { FairnessOperations } from '../model.ts';
import { type GroupSum, readGroupSums } from '../store/fairness.ts';
import { FAIRNESS_HEAD, formatFairnessRows } from './format-rows.ts';
import { rateGroups } from './rate-groups.ts';

export type FairnessOptions = { database: Database; clock: Clock };

const DAY_MS = 86_400_000;
/** A quarter: long enough for inspections to speak of most groups. */
const USUAL_DAYS = 90;
const MOST_DAYS = 731;

type Asked = { from?: string | undefined; until?: string | undefined };

export function createFairness({ database, clock }: FairnessOptions): FairnessOperations {
	return {
		async readFairness({ dimension, by, ...asked }) {
			const period = periodOf(asked, clock.now());
			const sums = await readGroupSums(database, period.from, period.until);
			const rated = rateAll(sums);
			return {
				...period,
				dimension,
				by,
				groups:
					rated.find((each) => each.by === by && each.dimension === dimension)?.groups ??
					unselected(sums, dimension, by),
				flags: rated.flatMap(({ groups, ...named }) =>
					groups.flatMap(({ group, flag }) => (flag === null ? [] : [{ ...named, group, sentence: flag }])),
				),
			};
		},
		async *exportFairness(asked) {
			const period = periodOf(asked, clock.now());
			const rated = rateAll(await readGroupSums(database, period.from, period.until));
			yield FAIRNESS_HEAD;
			for (const each of rated) yield formatFairnessRows({ ...period, ...each });
		},
	};
}

type Rated = Pick<Fairness, 'by' | 'dimension' | 'groups'>;

/** Every way of selecting in every dimension: all, model, chance, then rules by name. */
function rateAll(sums: readonly GroupSum[]): Rated[] {
	const places = ['all', 'model', 'chance'];
	const placeOf = (source: string): number =>
		places.includes(source) ? places.indexOf(source) : places.length;
	return [...Map.groupBy(sums, ({ source }) => source)]
		.sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1))
		.flatMap(([by, own]) =>
			fairnessDimension.options.map((dimension) => ({
				by,
				dimension,
				groups: rateGroups(
					own.filter((each) => each.dimension === dimension),
					{ by, dimension },
				),
			})),
		)
		.filter(({ groups }) => groups.length > 0);
}

/** A way that selected nothing has no counts of its own; the groups are there all the same. */
const unselected = (sums: readonly GroupSum[], dimension: FairnessDimension, by: string) =>
	rateGroups(
		sums
			.filter((each) => each.source === 'all' && each.dimension === dimension)
			.map(({ group, assessed }) => ({ group, assessed, selected: 0, inspected: 0, found: 0 })),
		{ by, dimension },
	);

const dayText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * First and last day, both included.
 * @throws TidewaiterError invalid-input
 */
function periodOf(asked: Asked, nowMs: number): { from: string; until: string } {
	for (const place of ['from', 'until'] as const) {
		const day = asked[place];
		if (day !== undefined && !isDate(day))
			throw new TidewaiterError('invalid-input', `There is no day ${day}.`, { place });
	}
	const until = asked.until ?? dayText(nowMs);
	const from = asked.from ?? dayText(Date.parse(until) - (USUAL_DAYS - 1) * DAY_MS);
	if (from > until)
		throw new TidewaiterError('invalid-input', 'The first day is after the last one.', { place: 'from' });
	if (Date.parse(until) - Date.parse(from) >= MOST_DAYS * DAY_MS)
		throw new TidewaiterError('invalid-input', 'More than two years at once cannot be counted.', {
			place: 'from',
			remedy: 'Ask for a shorter time.',
		});
	return { from, until };
}
