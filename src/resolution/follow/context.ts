/**
 * What the steps of resolution share: the clock, the models in use, mentions that were taken apart a moment ago.
 */
import type { Clock } from '../../platform/clock.ts';
import { newIdentifier } from '../../platform/identifiers.ts';
import type { Matcher } from '../matching/matcher.ts';
import { type MentionRow, type PreparedMention, prepareMention } from '../matching/prepare.ts';
import { type Reader, readMentions } from '../store/mentions.ts';

export type Context = {
	readonly clock: Clock;
	/** The models in use; read anew where another process may have changed them. */
	matcher(reader: Reader): Promise<Matcher>;
	readonly prepared: PreparedMemory;
	readonly newId: () => string;
};

export const contextOf = (clock: Clock, matcher: Context['matcher']): Context => ({
	clock,
	matcher,
	prepared: new PreparedMemory(),
	newId: () => newIdentifier(clock.now()),
});

/** Mentions kept in memory: about 3 kB each. */
const MOST_PREPARED = 20_000;

/** Mentions by key. Their content never changes, so that what is remembered is always right. */
export class PreparedMemory {
	private readonly known = new Map<string, PreparedMention>();

	of(row: MentionRow): PreparedMention {
		const known = this.known.get(row.key);
		if (known !== undefined) return known;
		const prepared = prepareMention(row);
		if (this.known.size >= MOST_PREPARED) this.forget(MOST_PREPARED / 4);
		this.known.set(row.key, prepared);
		return prepared;
	}

	/** Those of the keys that the store has. */
	async read(reader: Reader, keys: Iterable<string>): Promise<Map<string, PreparedMention>> {
		const found = new Map<string, PreparedMention>();
		const missing: string[] = [];
		for (const key of keys) {
			const known = this.known.get(key);
			if (known === undefined) missing.push(key);
			else found.set(key, known);
		}
		for (const row of await readMentions(reader, missing)) found.set(row.key, this.of(row));
		return found;
	}

	/** Drops those that came first. */
	private forget(count: number): void {
		let left = count;
		for (const key of this.known.keys()) {
			if (left-- <= 0) return;
			this.known.delete(key);
		}
	}
}
