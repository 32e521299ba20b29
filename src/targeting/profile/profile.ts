/**
 * A running profile of declared goods. In: lines in order of time, and outcomes as they become known. Out: features of the
 * next line. Invariant: features never depend on that line's outcome, nor on any line or outcome that came after it.
 */
import type { GoodsKnowledge } from '../knowledge.ts';
import { COUNTED, FACETS } from './facets.ts';
import { openGoodsKnowledge } from './goods-knowledge.ts';
import { keysOf, LEVELS, type LineKeys, MEASURES, MEASURES_FROM, unitPriceOf } from './line-keys.ts';
import { type MeasureTable, openMeasureTable } from './measure-table.ts';
import type { FeatureKind, FeatureValues, GoodsLine } from './model.ts';
import { type Bases, DIRECTIONS, priorOf } from './rates.ts';
import { type ByteReader, createByteReader, createByteWriter } from './snapshot-bytes.ts';
import { openTallyTable, type TallyTable } from './tally-table.ts';

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

/** `keys` are those of the line; who has them at hand spares making them again. */
export type Profile = {
	/** Features of a line that comes now. Changes nothing. */
	features(line: GoodsLine, keys?: LineKeys): FeatureValues;
	/** Takes the line into account for those that follow. */
	see(line: GoodsLine, keys?: LineKeys): void;
	/** Takes in what was found in a line that was seen. */
	learn(line: GoodsLine, offence: boolean, keys?: LineKeys): void;
	/** What rules may ask. */
	readonly knowledge: GoodsKnowledge;
	/** All that it keeps, as numbers: keys are hashes. */
	save(): Uint8Array;
	/** How much it keeps. */
	size(): { readonly tallies: number; readonly measures: number; readonly sketches: number };
};

/** Raised whenever what is written, or how keys are made, changes. */
const VERSION = 2;
/** "TWGP", as a machine reads it that has the byte order of the one that wrote it. */
const MARK = 0x50475754;
const MEASURE_LIMIT = 0.75 * 2 ** 18;
/** Currencies that are counted one by one. */
const MOST_CURRENCIES = 400;
/** What the tables are of: other facets or measures make another snapshot. */
const LAYOUT = [
	...COUNTED.map(({ name, parts, limit }) => `${name}=${parts.join('+')}:${limit}`),
	...MEASURES,
].join(' ');

export const openProfile = (): Profile => profileOf(undefined);

/** @returns undefined where the bytes are not what `save` of this version wrote. */
export function restoreProfile(bytes: Uint8Array): Profile | undefined {
	const reader = createByteReader(bytes);
	if (reader.number() !== MARK || reader.number() !== VERSION || reader.text() !== LAYOUT) return undefined;
	const profile = profileOf(reader);
	return reader.atEnd ? profile : undefined;
}

function profileOf(from: ByteReader | undefined): Profile {
	const bases = readBases(from);
	const currencies = readCurrencies(from);
	const tallies: readonly TallyTable[] = COUNTED.map(({ limit }) => openTallyTable(limit, from));
	const measures: readonly MeasureTable[] = MEASURES.map(() => openMeasureTable(MEASURE_LIMIT, from));
	const [unitPrices, masses, prices] = measures as readonly [MeasureTable, MeasureTable, MeasureTable];
	/** Raised with every change, so that answers can be kept until the next one. */
	let changes = 0;

	const features = (line: GoodsLine, keys: LineKeys): FeatureValues => {
		const values: FeatureValues = new Array(FEATURES.length);
		let at = 0;
		for (let code = 0; code < CODES.length; code++) values[at++] = CODES[code]![2](line) ?? null;
		const unitPrice = unitPriceOf(line);
		const logarithm = unitPrice === undefined ? Number.NaN : Math.log(unitPrice);
		const priced = Number.isFinite(logarithm)
			? unitPrices.against(keys[AT_UNIT + 1]!, keys[AT_UNIT]!, logarithm)
			: null;
		const atOrigin = Number.isFinite(logarithm)
			? unitPrices.against(keys[AT_UNIT + 2]!, keys[AT_UNIT + 1]!, logarithm)
			: null;
		const mass = line.netMassKg !== undefined && line.netMassKg > 0 ? Math.log(line.netMassKg) : Number.NaN;
		const massed = Number.isFinite(mass) ? masses.against(keys[AT_MASS + 1]!, keys[AT_MASS]!, mass) : null;
		values[at++] = line.courier ?? null;
		values[at++] = line.taxRatePercent ?? null;
		values[at++] = (((line.day + 4) % 7) + 7) % 7;
		values[at++] = line.netMassKg ?? null;
		values[at++] = line.itemPrice ?? null;
		values[at++] = unitPrice ?? null;
		values[at++] = priced === null ? null : priced.deviation;
		values[at++] = atOrigin === null ? null : atOrigin.deviation;
		values[at++] = priced === null ? null : priced.standard;
		values[at++] = massed === null ? null : massed.deviation;
		const prior = priorOf(bases[line.direction ?? 'import']);
		for (let facet = 0; facet < FACETS.length; facet++) {
			const { priorLines, dated } = FACETS[facet]!;
			const key = keys[facet]!;
			const table = tallies[facet]!;
			const place = key > 0 ? table.find(key) : -1;
			const count = place < 0 ? 0 : table.inspectedAt(place);
			values[at++] = count === 0 ? null : (table.foundAt(place) + priorLines * prior) / (count + priorLines);
			values[at++] = key > 0 ? count : null;
			if (dated) {
				const days = place < 0 || table.seenAt(place) === 0 ? Number.NaN : line.day - table.lastDayAt(place);
				values[at++] = Number.isNaN(days) ? null : days;
			}
		}
		return values;
	};

	return {
		features: (line, keys = keysOf(line)) => features(line, keys),
		see(line, keys = keysOf(line)) {
			changes++;
			const { day, itemPrice, netMassKg } = line;
			if (itemPrice !== undefined) count(currencies, line.currency ?? '');
			addTo(unitPrices, keys, AT_UNIT, unitPriceOf(line), day);
			addTo(masses, keys, AT_MASS, netMassKg, day);
			addTo(prices, keys, AT_PRICE, itemPrice, day);
			for (let facet = 0; facet < COUNTED.length; facet++) {
				const key = keys[facet]!;
				if (key > 0) tallies[facet]!.see(key, day);
			}
		},
		learn(line, offence, keys = keysOf(line)) {
			changes++;
			const base = bases[line.direction ?? 'import'];
			base.known++;
			if (offence) base.offences++;
			for (let facet = 0; facet < COUNTED.length; facet++) {
				const key = keys[facet]!;
				if (key > 0) tallies[facet]!.learn(key, offence, line.day);
			}
		},
		knowledge: openGoodsKnowledge(tallies, measures, bases, currencies, () => changes),
		save() {
			const out = createByteWriter();
			out.number(MARK);
			out.number(VERSION);
			out.text(LAYOUT);
			for (const direction of DIRECTIONS) {
				out.number(bases[direction].known);
				out.number(bases[direction].offences);
			}
			out.text(JSON.stringify([...currencies]));
			for (const table of tallies) table.save(out);
			for (const table of measures) table.save(out);
			return out.bytes();
		},
		size: () => ({
			tallies: tallies.reduce((sum, { size }) => sum + size, 0),
			measures: measures.reduce((sum, { size }) => sum + size, 0),
			sketches: measures.reduce((sum, { sketches }) => sum + sketches, 0),
		}),
	};
}

const AT_UNIT = MEASURES_FROM + MEASURES.indexOf('unit_value') * LEVELS.length;
const AT_MASS = MEASURES_FROM + MEASURES.indexOf('mass') * LEVELS.length;
const AT_PRICE = MEASURES_FROM + MEASURES.indexOf('price') * LEVELS.length;

/** Counts a quantity at every level; one that is not above nothing is not usual for anything. */
function addTo(
	table: MeasureTable,
	keys: LineKeys,
	from: number,
	quantity: number | undefined,
	day: number,
): void {
	if (quantity === undefined) return;
	const logarithm = Math.log(quantity);
	if (!Number.isFinite(logarithm)) return;
	for (let level = 0; level < LEVELS.length; level++) table.add(keys[from + level]!, logarithm, day);
}

function count(currencies: Map<string, number>, currency: string): void {
	const before = currencies.get(currency);
	if (before !== undefined || currencies.size < MOST_CURRENCIES) currencies.set(currency, (before ?? 0) + 1);
}

function readBases(from: ByteReader | undefined): Bases {
	const bases: Bases = {
		import: { known: 0, offences: 0 },
		export: { known: 0, offences: 0 },
		transit: { known: 0, offences: 0 },
		unknown: { known: 0, offences: 0 },
	};
	if (from === undefined) return bases;
	for (const direction of DIRECTIONS) {
		const base = bases[direction];
		base.known = from.whole(Number.MAX_SAFE_INTEGER);
		base.offences = from.whole(base.known);
	}
	return bases;
}

function readCurrencies(from: ByteReader | undefined): Map<string, number> {
	const currencies = new Map<string, number>();
	if (from === undefined) return currencies;
	const text = from.text();
	if (from.failed) return currencies;
	try {
		const entries: unknown = JSON.parse(text);
		if (Array.isArray(entries) && entries.length <= MOST_CURRENCIES)
			for (const entry of entries)
				if (Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number')
					currencies.set(entry[0], entry[1]);
	} catch {
		from.fail();
	}
	return currencies;
}
