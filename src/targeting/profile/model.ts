/**
 * What a profile reads of one declared line of goods, and what it says of it. A profile is what a node has seen so far;
 * features of a line speak of earlier lines only, and of outcomes that were known by then.
 */
import type { Declaration } from '../../../contract/records/declaration.ts';

/** One line of goods. Codes are texts as declared; undefined is missing. */
export type GoodsLine = {
	/** Days since 1970-01-01; NaN where neither the declaration nor its receipt tells. */
	readonly day: number;
	/** Imports, exports and transit are kept apart; import where it is not given. */
	readonly direction?: Declaration['direction'] | undefined;
	readonly office?: string | undefined;
	readonly processType?: string | undefined;
	readonly importType?: string | undefined;
	readonly importUse?: string | undefined;
	readonly paymentType?: string | undefined;
	readonly transportMode?: string | undefined;
	/** Traders by `traderKey` of src/values. */
	readonly declarant?: string | undefined;
	readonly importer?: string | undefined;
	readonly seller?: string | undefined;
	readonly exporter?: string | undefined;
	readonly courier?: string | undefined;
	/** Digits of the Harmonized System, six or more. */
	readonly hsCode?: string | undefined;
	readonly departure?: string | undefined;
	readonly origin?: string | undefined;
	readonly taxType?: string | undefined;
	readonly originIndicator?: string | undefined;
	readonly taxRatePercent?: number | undefined;
	readonly netMassKg?: number | undefined;
	/** Value or price of the whole line, in units of `currency`. */
	readonly itemPrice?: number | undefined;
	/** ISO 4217 letters: prices in different currencies are never compared. */
	readonly currency?: string | undefined;
};

/** What a feature rests on. An ablation leaves out all features of one kind. */
export type FeatureSource =
	/** Codes of the line itself. */
	| 'declared'
	/** Who declares, imports, sells, carries. */
	| 'identity'
	/** Price and mass. */
	| 'price'
	/** The very same goods at the same price or mass, declared before. */
	| 'repeat';

export type FeatureKind = {
	readonly name: string;
	readonly kind: 'numeric' | 'category';
	readonly sources: readonly FeatureSource[];
	/** Completes "because of …" for an officer. */
	readonly title: string;
};

/** A value for each feature, in the order of `FEATURES`. */
export type FeatureValues = (number | string | null)[];
