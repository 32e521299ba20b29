/**
 * What a node knew before a record came: history of traders, goods, routes, persons, and what is usual. Types only.
 * Invariant of all who fill it: an answer speaks of records that came earlier, and of outcomes that were known by then.
 * Keys are text here and hashes inside; unknown numbers are NaN, so that no comparison with them is true.
 */

import type { Declaration } from '../../contract/records/declaration.ts';
import type { MovementEvent } from '../../contract/records/movement-event.ts';
import type { BorderRecord } from '../../contract/records/record.ts';
import type { Traveller } from '../../contract/records/travel.ts';

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
	/** Rate of offences, drawn towards that of all lines of the direction; never NaN. */
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
	/**
	 * Steps from any of the keys to a person or firm of interest (hit, offence, suspicion report); Infinity beyond `most`.
	 * An offence or report makes nobody of interest who declares so much that it says little of one shipment.
	 */
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
	/**
	 * Told before questions about a record: windows of days end at its own time, or at its receipt where it states none or
	 * a later one. Without it they end at the record that was seen last.
	 */
	turnTo?(record: BorderRecord, receivedMs: number): void;
	/** Events of a kind with the keys and with whoever is one step from them, and how many of these parties had any. */
	around?(
		kind: string,
		keys: readonly HistoryKey[],
		days: number,
	): { readonly count: number; readonly sum: number; readonly parties: number };
	/** What sensors and officers saw of a container or vehicle within so many days. */
	sightings?(key: HistoryKey, days: number): Sightings;
	/** What other documents, carriers, sensors and banks say of the shipment that is declared. */
	shipment?(declaration: Declaration): ShipmentTrace;
	/** What is known of the containers and vehicles that an event sees, which was not itself seen yet. */
	movement?(event: MovementEvent): MovementTrace;
	/** Documents under another name, shown by travellers born on the same day and booked through the same contact or card. */
	otherIdentities?(traveller: Traveller): number;
};

/** Masses are NaN where nobody weighed. */
export type Sightings = {
	/** Gates, plates, scans, seals: not positions. */
	readonly seen: number;
	readonly daysSince: number;
	/** Seals found broken, removed, replaced or tampered with. */
	readonly sealsBroken: number;
	/** Scans that were not clear. */
	readonly anomalies: number;
	readonly scannedMassKg: number;
	/** Speed that two sightings in a row at different places ask for; NaN with fewer than two. */
	readonly fastestKmh: number;
};

/** Shares are NaN under twenty declarations; masses, money and ratios are NaN where unknown. */
export type ShipmentTrace = {
	/** A carrier reported one of its transport documents, containers or consignment references. */
	readonly reported: boolean;
	/** Share of declarations by this mode of transport, with a transport document, that were reported before. */
	readonly usuallyReported: number;
	/** A gate, a scanner, a seal check or a plate reader saw a container or vehicle of it. */
	readonly moved: boolean;
	/** Mass that carriers reported under the same documents. */
	readonly reportedMassKg: number;
	readonly scannedMassKg: number;
	readonly declaredMassKg: number;
	/** Other declarations of one of its transport documents, and their declared mass. */
	readonly declaredBefore: number;
	readonly declaredBeforeMassKg: number;
	/** Different invoices that these and this one name for the shipment. */
	readonly invoices: number;
	/** Other declarations that name one of its invoices of the same seller. */
	readonly invoicedBefore: number;
	/** Headings under which the importer brought in what an export declares under another, of the very same mass. */
	readonly sameMassOtherHeading: number;
	/** Paid between the declared parties, and declared between them, in one currency, within 90 days. */
	readonly paid: number;
	readonly declared: number;
	/** Payers of a declared party who are not declared, in reports that name the declared trader at home. */
	readonly paidByOthers: number;
	/** Declared headings, and chapters, that are not among those of the cargo report; 0 where that says nothing. */
	readonly otherHeadings?: number;
	readonly otherChapters?: number;
	/** Invoiced value of an import against that of the export of the same document, in one currency. */
	readonly valueAgainstExport?: number;
};

/** Of several containers and vehicles the strangest way; unknown numbers are NaN, as on a first sighting. */
export type MovementTrace = {
	/** Hours since it was last seen anywhere. */
	readonly hoursSince: number;
	/** Speed that the way from the last sighting asks for; NaN under twenty kilometres. */
	readonly speedKmh: number;
	/** Of the journey, with this event. */
	readonly loops: number;
	readonly backtrackKm: number;
	/** Minutes of the journey by land in places where fewer than one in a hundred others were. */
	readonly strayMinutes: number;
	/** The same without this event. */
	readonly strayMinutesBefore: number;
	/** Hours since the stage before, and what is usual between these two there. */
	readonly dwell: { readonly hours: number; readonly usual: Band };
	/** Declarations of its containers within 45 days, in any direction, and their gross mass. */
	readonly declarations: number;
	readonly declaredMassKg: number;
	readonly reportedMassKg: number;
	/** A transit declaration names the container or the vehicle. */
	readonly inTransit: boolean;
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
