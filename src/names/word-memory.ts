/**
 * What was found out about words, kept for the next name that has them. Bounded: hostile input may send new words without end,
 * so a full memory starts again, and what is longer than any word of a name is not kept.
 */

const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 80;

export class WordMemory<Found> {
	readonly #known = new Map<string, Found>();

	get(word: string): Found | undefined {
		return this.#known.get(word);
	}

	/** Keeps what was found, and gives it back. */
	keep(word: string, found: Found): Found {
		if (word.length > LONGEST_REMEMBERED) return found;
		if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
		this.#known.set(word, found);
		return found;
	}
}

/** The same text, holding nothing else alive: a part of a text may keep the whole of it, which may be a message of megabytes. */
export const detached = (text: string): string => text.split('').join('');
