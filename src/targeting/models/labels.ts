/**
 * What an outcome says of the lines of a declaration. In: the result, types of findings, the lines. Out: the lines that the
 * findings can mean. An inspection is of a declaration and findings name no item, so a finding marks every line that it
 * can be about; lines that it cannot be about are left out of training: nobody said that they were in order.
 */
import type { GoodsLine } from '../profile/model.ts';

/** What an outcome that was carried out says. */
export type Label = {
	/** An irregularity or an offence: what profiles count. */
	readonly found: boolean;
	/** An offence: what a model looks for, where enough are known. */
	readonly offence: boolean;
	readonly findings: readonly string[];
	/** In the node's currency; NaN where it is not known. */
	readonly amount: number;
	/** Milliseconds since 1970 at which the node learnt of it. */
	readonly knownAtMs: number;
	/** Chance chose the record. */
	readonly random: boolean;
};

type CanMean = (line: GoodsLine) => boolean;

const priced: CanMean = (line) => line.itemPrice !== undefined;
const classified: CanMean = (line) => line.hsCode !== undefined;
const originating: CanMean = (line) => line.origin !== undefined;
const weighed: CanMean = (line) => line.netMassKg !== undefined;

/** Types of findings that are about something that a line declares; any other can be about every line. */
const MEANING: ReadonlyMap<string, CanMean> = new Map([
	['undervaluation', priced],
	['overvaluation', priced],
	['valuation', priced],
	['value', priced],
	['price', priced],
	['misclassification', classified],
	['classification', classified],
	['tariff', classified],
	['false-origin', originating],
	['origin', originating],
	['origin-marking', originating],
	['mass', weighed],
	['weight', weighed],
	['quantity', weighed],
]);

/** @returns for each line whether the findings can mean it; all of them where nothing narrows it down. */
export function meantLines(lines: readonly GoodsLine[], findings: readonly string[]): boolean[] {
	const tests = findings.map((type) => MEANING.get(type.toLowerCase()));
	if (tests.length === 0 || tests.includes(undefined)) return lines.map(() => true);
	const meant = lines.map((line) => tests.some((test) => test?.(line) === true));
	return meant.includes(true) ? meant : lines.map(() => true);
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Types of findings as the store keeps them: a JSON list; anything else is none. */
export function readFindings(text: string): string[] {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? value.filter(isText) : [];
	} catch {
		return [];
	}
}
