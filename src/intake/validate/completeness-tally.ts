/**
 * Counting what a document states of what is expected of it.
 */
import { isPlaceholder, isPlaceholderName } from '../../values/placeholder.ts';

export type Missing = {
	/** Path pattern of what is missing: `items[].originCountry`. */
	readonly place: string;
	/** For people: "country of origin". */
	readonly words: string;
	/** How many times it is missing, of how many. */
	readonly count: number;
	readonly of: number;
};

/** Counts what is given and what is expected. */
export class Tally {
	given = 0;
	expected = 0;
	readonly missing: Missing[] = [];

	one(place: string, words: string, given: boolean): void {
		this.expected += 1;
		if (given) this.given += 1;
		else this.missing.push({ place, words, count: 1, of: 1 });
	}

	/** One element over all rows of a list. */
	each<Row>(rows: readonly Row[], place: string, words: string, given: (row: Row) => boolean): void {
		let count = 0;
		for (const row of rows) if (!given(row)) count += 1;
		this.expected += rows.length;
		this.given += rows.length - count;
		if (count > 0) this.missing.push({ place, words, count, of: rows.length });
	}
}

export const said = (text: string | undefined): boolean => text !== undefined && !isPlaceholder(text);
export const named = (text: string | undefined): boolean => text !== undefined && !isPlaceholderName(text);
