/**
 * What rules may ask a goods profile: tallies, rates and bands by the text of a key. Reads, changes nothing.
 */
import type { Band, GoodsKnowledge, Tally } from '../knowledge.ts';
import { NO_BAND } from './band.ts';
import { facetAt, facetOf, keyOfText, MEASURES, measureKey } from './line-keys.ts';
import type { MeasureTable } from './measure-table.ts';
import { type Bases, priorOf } from './rates.ts';
import type { TallyTable } from './tally-table.ts';

const NEVER: Tally = { seen: 0, inspected: 0, found: 0, firstDay: Number.NaN, lastDay: Number.NaN };
/** Bands that are kept until the profile changes: several rules ask for the same one of a line. */
const MOST_KEPT = 64;

/** @param changes is raised with every change of the tables. */
export function openGoodsKnowledge(
	tallies: readonly TallyTable[],
	measures: readonly MeasureTable[],
	bases: Bases,
	currencies: ReadonlyMap<string, number>,
	changes: () => number,
): GoodsKnowledge {
	const kept = new Map<number, Band>();
	let keptAt = -1;

	const usualCurrency = (): string => {
		let usual = '';
		let most = 0;
		for (const [currency, count] of currencies)
			if (count > most) {
				usual = currency;
				most = count;
			}
		return usual;
	};

	return {
		tally(facet, key, direction = 'import') {
			const at = facetAt(facet);
			const table = tallies[at]!;
			const place = table.find(keyOfText(at, key, direction));
			if (place < 0) return NEVER;
			return {
				seen: table.seenAt(place),
				inspected: table.inspectedAt(place),
				found: table.foundAt(place),
				firstDay: table.firstDayAt(place),
				lastDay: table.lastDayAt(place),
			};
		},
		rate(facet, key, direction = 'import') {
			const at = facetAt(facet);
			const table = tallies[at]!;
			const prior = priorOf(bases[direction]);
			const place = table.find(keyOfText(at, key, direction));
			if (place < 0) return prior;
			const { priorLines } = facetOf(at);
			return (table.foundAt(place) + priorLines * prior) / (table.inspectedAt(place) + priorLines);
		},
		band(measure, hs, origin, currency, direction = 'import') {
			if (hs === '') return NO_BAND;
			const at = MEASURES.indexOf(measure);
			const table = measures[at]!;
			const inCurrency = currency === undefined || currency === '' ? usualCurrency() : currency;
			if (keptAt !== changes() || kept.size >= MOST_KEPT) {
				kept.clear();
				keptAt = changes();
			}
			const narrowest = measureKey(at, 2, hs, origin, inCurrency, direction);
			const known = kept.get(narrowest);
			if (known !== undefined) return known;
			const band =
				table.band(narrowest) ??
				table.band(measureKey(at, 1, hs, '', inCurrency, direction)) ??
				table.band(measureKey(at, 0, hs, '', inCurrency, direction)) ??
				NO_BAND;
			kept.set(narrowest, band);
			return band;
		},
	};
}
