/**
 * What the screening engine takes and gives. In: entries of lists, and a mention. Out: hits that explain themselves.
 * Pure: no store, no clock. A score is made of points: those of the better of name and identifier, plus the effect of every
 * other piece of evidence. Supporting evidence raises, contradicting evidence lowers, missing evidence does neither.
 */
import type { ListEntry } from '../../../contract/lists.ts';
import type { NameComparison } from '../../names/model.ts';

/** From this score on, a mention and an entry are worth an officer's look. Lists and purposes may ask for more or less. */
export const SCREENING_THRESHOLD = 0.7;

/** An entry and the list that it stands on. */
export type ListedEntry = { readonly list: string; readonly entry: ListEntry };

export const evidenceFeatures = [
	'name',
	'identifier',
	'born',
	'sex',
	'nationality',
	'country',
	'birth-place',
	'address',
	'phone',
	'email',
] as const;
export type EvidenceFeature = (typeof evidenceFeatures)[number];

/** One thing that speaks for or against. */
export type Evidence = {
	readonly feature: EvidenceFeature;
	/** What the mention says. */
	readonly left: string;
	/** What the entry says. */
	readonly right: string;
	/** Points by which it changes the score: above 0 supports, below 0 contradicts. */
	readonly effect: number;
	/** Half a sentence for an officer: "born 1956 agrees". */
	readonly sentence: string;
};

/** Names of the best pair, with how they compare. */
export type ComparedNames = {
	readonly left: string;
	readonly right: string;
	/** Low-quality alias: the source itself doubts it. */
	readonly weak: boolean;
	readonly comparison: NameComparison;
};

export type EngineHit = {
	readonly list: string;
	/** Of the entry, in its list. */
	readonly key: string;
	/** 0 to 1. */
	readonly score: number;
	/** Absent where nothing but identifiers met. */
	readonly names?: ComparedNames;
	readonly evidence: readonly Evidence[];
	/** For an officer, one or a few sentences. */
	readonly sentence: string;
};

/** A hit without its explanation. */
export type ScoredEntry = { readonly list: string; readonly key: string; readonly score: number };

export type ScreeningOptions = {
	/** Least score of a hit, by list; `SCREENING_THRESHOLD` where absent. */
	readonly threshold?: (list: string) => number;
	/** Most hits to give, best first. */
	readonly limit?: number;
};

export const DEFAULT_HIT_LIMIT = 50;
