/**
 * A running profile of declared goods. In: lines in order of time, and outcomes as they become known. Out: features of the
 * next line. Invariant: features never depend on that line's outcome, nor on any line or outcome that came after it.
 */
import { FACETS, keysOf, type LineKeys, unitPriceOf } from './facets.ts';
import type { FeatureKind, FeatureValues, GoodsLine } from './model.ts';
import { openSpread } from './spread.ts';

type Tally = { seen: number; known: number; offences: number; lastDay: number };

const CODES: readonly (readonly [string, string, (line: GoodsLine) => string | undefined])[] = [
	['office', 'the customs office', (line) => line.office],
	['processType', 'the process type', (line) => line.processType],
	['importType', 'the import type', (line) => line.importType],
	['importUse', 'the use of the goods', (line) => line.importUse],
	['paymentType', 'the payment type', (line) => line.paymentType],
	['transportMode', 'the mode of transport', (line) => line.transportMode],
	['departure', 'the country of departure', (line) => line.departure],
	['origin', 'the country of origin', (line) => line.origin],
	['taxType', 'the tax type', (line) => line.taxType],
	['originIndicator', 'the marking of origin', (line) => line.originIndicator],
	['chapter', 'the HS chapter', (line) => line.hsCode?.slice(0, 2)],
];

const numeric = (name: string, title: string, ...sources: FeatureKind['sources'][number][]): FeatureKind => ({
	name,
	kind: 'numeric',
	sources,
	title,
});

/** What `features` gives, in this order. No month: one or two years cannot tell a season from a trend. */
export const FEATURES: readonly FeatureKind[] = [
	...CODES.map(([name, title]): FeatureKind => ({ name, kind: 'category', sources: ['declared'], title })),
	{ name: 'courier', kind: 'category', sources: ['identity'], title: 'the courier' },
	numeric('taxRatePercent', 'the tax rate', 'declared'),
	numeric('weekday', 'the day of the week', 'declared'),
	numeric('netMassKg', 'the net mass', 'price'),
	numeric('itemPrice', 'the price', 'price'),
	numeric('unitPrice', 'the price of a kilogram', 'price'),
	numeric('unitPriceAgainstHs', 'the price of a kilogram against what is usual for the HS code', 'price'),
	numeric(
		'unitPriceAgainstHsOrigin',
		'the price of a kilogram against what is usual for HS code and origin',
		'price',
	),
	numeric('unitPriceStandard', 'how far the price of a kilogram is outside the usual spread', 'price'),
	numeric('massAgainstHs', 'the mass against what is usual for the HS code', 'price'),
	...FACETS.flatMap(({ name, title, sources, dated }): FeatureKind[] => [
		{ name: `${name}.offenceRate`, kind: 'numeric', sources, title: `offences found with ${title}` },
		{ name: `${name}.known`, kind: 'numeric', sources, title: `inspections known of ${title}` },
		...(dated
			? [
					{
						name: `${name}.daysSince`,
						kind: 'numeric',
						sources,
						title: `days since ${title} was last declared`,
					} as const,
				]
			: []),
	]),
];

/** Lines that the rate of all lines is held to before any is known. */
const FIRST_GUESS = { lines: 20, rate: 0.1 };

/** `keys` are those of the line; who has them at hand spares making them again. */
export type Profile = {
	/** Features of a line that comes now. Changes nothing. */
	features(line: GoodsLine, keys?: LineKeys): FeatureValues;
	/** Takes the line into account for those that follow. */
	see(line: GoodsLine, keys?: LineKeys): void;
	/** Takes in what was found in a line that was seen. */
	learn(line: GoodsLine, offence: boolean, keys?: LineKeys): void;
};

export function openProfile(): Profile {
	const tallies = FACETS.map(() => new Map<string, Tally>());
	const unitPrices = openSpread();
	const originPrices = openSpread();
	const masses = openSpread();
	let known = 0;
	let offences = 0;

	const tallyOf = (facet: number, key: string): Tally => {
		const map = tallies[facet]!;
		let tally = map.get(key);
		if (tally === undefined) {
			tally = { seen: 0, known: 0, offences: 0, lastDay: Number.NaN };
			map.set(key, tally);
		}
		return tally;
	};

	return {
		features(line, keys = keysOf(line)) {
			const values: FeatureValues = CODES.map(([, , read]) => read(line) ?? null);
			const hs = line.hsCode ?? '';
			const unitPrice = unitPriceOf(line);
			const priced =
				unitPrice === undefined || !(unitPrice > 0)
					? null
					: unitPrices.against(hs, hs.slice(0, 4), Math.log(unitPrice));
			const atOrigin =
				unitPrice === undefined || !(unitPrice > 0)
					? null
					: originPrices.against(`${hs}|${line.origin ?? ''}`, hs, Math.log(unitPrice));
			const massed =
				line.netMassKg === undefined || !(line.netMassKg > 0)
					? null
					: masses.against(hs, hs.slice(0, 4), Math.log(line.netMassKg));
			values.push(
				line.courier ?? null,
				line.taxRatePercent ?? null,
				(((line.day + 4) % 7) + 7) % 7,
				line.netMassKg ?? null,
				line.itemPrice ?? null,
				unitPrice ?? null,
				priced?.deviation ?? null,
				atOrigin?.deviation ?? null,
				priced?.standard ?? null,
				massed?.deviation ?? null,
			);
			const prior = (offences + FIRST_GUESS.lines * FIRST_GUESS.rate) / (known + FIRST_GUESS.lines);
			FACETS.forEach((facet, at) => {
				const key = keys[at];
				const tally = key === undefined ? undefined : tallies[at]!.get(key);
				const count = tally?.known ?? 0;
				values.push(
					count === 0 ? null : (tally!.offences + facet.priorLines * prior) / (count + facet.priorLines),
					key === undefined ? null : count,
				);
				if (facet.dated)
					values.push(tally === undefined || tally.seen === 0 ? null : line.day - tally.lastDay);
			});
			return values;
		},
		see(line, keys = keysOf(line)) {
			const hs = line.hsCode ?? '';
			const unitPrice = unitPriceOf(line);
			if (unitPrice !== undefined && unitPrice > 0) {
				unitPrices.add(hs, hs.slice(0, 4), Math.log(unitPrice));
				originPrices.add(`${hs}|${line.origin ?? ''}`, hs, Math.log(unitPrice));
			}
			if (line.netMassKg !== undefined && line.netMassKg > 0)
				masses.add(hs, hs.slice(0, 4), Math.log(line.netMassKg));
			FACETS.forEach((_, at) => {
				const key = keys[at];
				if (key === undefined) return;
				const tally = tallyOf(at, key);
				tally.seen++;
				tally.lastDay = line.day;
			});
		},
		learn(line, offence, keys = keysOf(line)) {
			known++;
			if (offence) offences++;
			FACETS.forEach((_, at) => {
				const key = keys[at];
				if (key === undefined) return;
				const tally = tallyOf(at, key);
				tally.known++;
				if (offence) tally.offences++;
			});
		},
	};
}
