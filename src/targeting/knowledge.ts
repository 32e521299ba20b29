/**
 * What a node knew before a record came: history of traders, goods, routes, persons, and what is usual. Types only.
 * Invariant of all who fill it: an answer speaks of records that came earlier, and of outcomes that were known by then.
 * Keys are text here and hashes inside; unknown numbers are NaN, so that no comparison with them is true.
 */

/** How often something came, and what inspections of it found. Days are days since 1970-01-01. */
export type Tally = {
	readonly seen: number;
	readonly inspected: number;
	readonly found: number;
	/** NaN where it never came. */
	readonly firstDay: number;
	readonly lastDay: number;
};

/** What is usual of a measure; NaN where fewer than five values are known. */
export type Band = {
	readonly count: number;
	/** Mean of what lies within the quartile fences. */
	readonly mean: number;
	readonly median: number;
	readonly q1: number;
	readonly q3: number;
	/** Fences of Tukey (1977): a quartile and a half beyond the quartiles. */
	readonly low: number;
	readonly high: number;
	/** Median and median absolute deviation of logarithms, for a robust score of a value. */
	readonly logMedian: number;
	readonly logSpread: number;
};

/**
 * Kinds of things whose history goods profiles keep; the key of several parts is joined with `|`. Traders are named by
 * `traderKey` (src/values/trader-key.ts), HS codes by six digits, a route by origin and departure; `profile/goods-lines.ts`
 * says which party and country is taken.
 */
export type GoodsFacet =
	| 'importer'
	| 'declarant'
	| 'seller'
	| 'exporter'
	| 'office'
	| 'hs'
	| 'heading'
	| 'origin'
	| 'hs-origin'
	| 'importer-heading'
	| 'importer-hs'
	| 'importer-heading-origin'
	| 'importer-seller'
	| 'route';

/** Imports, exports and transit are remembered apart. */
export type GoodsDirection = 'import' | 'export' | 'transit' | 'unknown';

/** `direction` is import where it is not given. */
export type GoodsKnowledge = {
	tally(facet: GoodsFacet, key: string, direction?: GoodsDirection): Tally;
	/** Rate of offences, drawn towards that of all lines; never NaN. */
	rate(facet: GoodsFacet, key: string, direction?: GoodsDirection): number;
	/**
	 * Measures: `unit_value` (price of a kilogram), `mass`, `price`. Falls back from HS and origin to HS to heading.
	 * Prices of different currencies are never mixed: without a currency it is the one that was declared most.
	 */
	band(
		measure: 'unit_value' | 'mass' | 'price',
		hs: string,
		origin: string,
		currency?: string,
		direction?: GoodsDirection,
	): Band;
};

/** A key of a party, person, document, address, container, account: `scheme:value`, normalised by `keysOf…` of facts. */
export type HistoryKey = string;

export type HistoryKnowledge = {
	/** Events of a kind with a key within so many days before now: `consignment-to-address`, `cash-by-person` … */
	count(kind: string, key: HistoryKey, days: number): number;
	/** Sum of amounts of such events. */
	sum(kind: string, key: HistoryKey, days: number): number;
	/** Different partners of a key: `person-of-document`, `document-of-person`, `sender-to-address` … */
	distinct(kind: string, key: HistoryKey, days: number): number;
	/** Days since a kind of event last had this key; NaN if never. */
	daysSince(kind: string, key: HistoryKey): number;
	/** Steps from any of the keys to a person or firm of interest (hit, offence, suspicion report); Infinity beyond `most`. */
	hops(keys: readonly HistoryKey[], most: number): number;
	/** A suspicion report that names one of the keys: its reference; undefined if none. */
	suspected(keys: readonly HistoryKey[]): string | undefined;
	/** Hours between two stages of a journey of a container or vehicle, and what is usual there. */
	dwell(key: HistoryKey): { readonly hours: number; readonly usual: Band };
	/** Route of a container or vehicle as far as it was seen: loops, and kilometres back towards where it came from. */
	route(key: HistoryKey): {
		readonly places: readonly string[];
		readonly loops: number;
		readonly backtrackKm: number;
	};
};

/** Statistics of partner countries, and who produces what; from reference files, where they were loaded. */
export type TradeStatistics = {
	/** Price of a kilogram that the partner's export statistics give; NaN where unknown. */
	mirrorUnitValue(hs: string, origin: string): number;
	/** False only where statistics know the heading and do not know the country among its producers. */
	produces(country: string, hs: string): boolean;
};

export type Knowledge = {
	readonly goods: GoodsKnowledge;
	readonly history: HistoryKnowledge;
	readonly statistics: TradeStatistics;
};
