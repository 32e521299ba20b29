/**
 * Names of one kind, found by the parts that they share with a question. In: prepared names, once; a prepared name.
 * Out: the few names worth comparing in full, best first. Parts weigh by how rare they are on the list and in the world; no
 * name is looked at that shares no telling part. Accumulators are typed arrays stamped with the number of the question.
 */
import type { PreparedName } from '../../names/prepared-name.ts';
import {
	type CollectedParts,
	collectParts,
	isTelling,
	neighboursOf,
	worldFactor,
} from './part-collection.ts';
import { PartDictionary, type SimilarParts } from './part-dictionary.ts';

/** Names to compare in full. */
export type Candidates = {
	/** How many of the arrays below are filled. */
	count: number;
	readonly names: Uint32Array;
	/** Shared weight by shared and contradicting weight, 0 to 1, descending. */
	readonly coverages: Float32Array;
	/** Rarity of what both share, as a natural logarithm: how much chance would have to do. */
	readonly shared: Float32Array;
};

export const MOST_CANDIDATES = 32;
/** Below this coverage no two writings of one name were seen; see docs/design/screening.md. */
const LEAST_COVERAGE = 0.58;
/** Names that share so much less than the best candidate are not the same person's. */
const BEHIND_BEST = 0.3;
/** What one side alone has counts less than what both say differently. */
const ONE_SIDED = 0.25;
/** Looking at the parts of a name costs as much as this many postings. */
const POSTINGS_PER_NAME = 6;

/**
 * What is kept of a name while a question is answered stands next to each other in one buffer, because the time goes into
 * cache misses: whole numbers and fractions by turns, eight to a name.
 */
const TALLIES = 8;
/** Number of the question that the rest belongs to; words of it that were found in the name, one bit each. */
const QUESTION = 0;
const MASK = 1;
/** Weight shared; weight of the parts that it is shared through; rarity of that; weight of the words asked for. */
const SHARED = 2;
const FULL = 3;
const RARITY = 4;
const ASKED = 5;
/** Weight of all parts of the name, which no question changes. */
const TOTAL = 6;
/** A coverage is worked out where it may reach what is asked, whatever rounding does. */
const ROUNDING = 1e-6;

/** A word of the question, or neighbours written as one. */
type AskedWord = {
	readonly similar: SimilarParts;
	/** The words, one bit each. */
	readonly bits: number;
	readonly weight: number;
	readonly factor: number;
};

export class NameIndex {
	readonly names: readonly PreparedName[];
	readonly #parts: CollectedParts;
	readonly #dictionary: PartDictionary;
	readonly #unknownWeight: number;

	#question = 0;
	#questionTotal = 0;
	readonly #tallies: Float32Array;
	/** The same buffer, for what is counted in whole numbers. */
	readonly #marks: Uint32Array;
	readonly #touched: Uint32Array;
	#touchedCount = 0;
	/** For a look at the names touched: which step a part was marked in, and its place among the alike ones. */
	readonly #markedIn: Uint32Array;
	readonly #markedAt: Uint8Array;
	#step = 0;
	readonly #found: Candidates = {
		count: 0,
		names: new Uint32Array(MOST_CANDIDATES),
		coverages: new Float32Array(MOST_CANDIDATES),
		shared: new Float32Array(MOST_CANDIDATES),
	};

	constructor(names: readonly PreparedName[]) {
		this.names = names;
		const collected = collectParts(names);
		const { parts, frequencies, weights } = collected;
		this.#parts = collected;
		this.#dictionary = new PartDictionary(parts, { frequencies, weights, nameCount: names.length });
		this.#unknownWeight = Math.log(names.length + 1);
		this.#tallies = new Float32Array(names.length * TALLIES);
		this.#marks = new Uint32Array(this.#tallies.buffer);
		for (let id = 0; id < names.length; id += 1) this.#tallies[id * TALLIES + TOTAL] = collected.totals[id]!;
		this.#touched = new Uint32Array(names.length);
		this.#markedIn = new Uint32Array(parts.length);
		this.#markedAt = new Uint8Array(parts.length);
	}

	/** Candidates for a name; the answer is overwritten by the next question. */
	find(name: PreparedName): Candidates {
		this.#accumulate(name);
		const found = this.#found;
		const touched = this.#touched;
		const touchedCount = this.#touchedCount;
		const tallies = this.#tallies;
		const questionTotal = this.#questionTotal;
		found.count = 0;
		let least = LEAST_COVERAGE;
		for (let at = 0; at < touchedCount; at += 1) {
			const id = touched[at]!;
			const tally = id * TALLIES;
			const listed = tallies[tally + TOTAL]!;
			const shared = Math.min(tallies[tally + SHARED]!, listed);
			// What speaks against: what is unlike, and what only one side has.
			const unlike = Math.max(0, tallies[tally + FULL]! - shared);
			const left = Math.max(0, questionTotal - tallies[tally + ASKED]!) + unlike;
			const right = listed - shared;
			const contradicting = Math.min(left, right);
			const all = shared + contradicting + ONE_SIDED * (left + right - 2 * contradicting);
			if (shared < (least - ROUNDING) * all) continue;
			const coverage = shared / all;
			if (coverage < least) continue;
			this.#keep(id, coverage);
			least = Math.max(least, found.coverages[0]! - BEHIND_BEST);
		}
		while (found.count > 0 && found.coverages[found.count - 1]! < least) found.count -= 1;
		return found;
	}

	#accumulate(name: PreparedName): void {
		this.#question += 1;
		this.#touchedCount = 0;
		const { words, roles } = name;
		const weights: number[] = [];
		const asked: AskedWord[] = [];
		const joined: AskedWord[] = [];
		let total = 0;
		for (let at = 0; at < words.length; at += 1) {
			weights.push(0);
			if (!isTelling(roles[at]!)) continue;
			const similar = this.#dictionary.find(words[at]!);
			const factor = worldFactor(name.weights[at]!);
			const weight = similar.knownWeight ?? factor * this.#unknownWeight;
			weights[at] = weight;
			total += weight;
			asked.push({ similar, bits: 1 << at, weight, factor });
		}
		this.#questionTotal = total;
		for (const { from, until } of neighboursOf(name)) {
			const similar = this.#dictionary.findJoined(words.slice(from, until));
			if (similar.ids.length === 0) continue;
			let bits = 0;
			let weight = 0;
			for (let at = from; at < until; at += 1) {
				if (weights[at] === 0) continue;
				bits |= 1 << at;
				weight += weights[at]!;
			}
			if (bits !== 0) joined.push({ similar, bits, weight, factor: 1 });
		}
		// Their names are opened first, so that every word is added to them, and counted last, for words that were not found alone.
		for (const word of joined) this.#openAll(word.similar);
		this.#spreadRarestFirst(asked);
		for (const word of joined) this.#spread(word);
	}

	/**
	 * The rarest words open names; once what is left to come could not carry a name alone, the common ones only add to those
	 * that are open. Names that are thousands cost little then.
	 */
	#spreadRarestFirst(asked: AskedWord[]): void {
		asked.sort((a, b) => b.weight - a.weight);
		let toCome = asked.reduce((sum, { similar }) => sum + similar.bestGain, 0);
		let passed = 0;
		for (const word of asked) {
			const canOpen = toCome >= LEAST_COVERAGE * (toCome + ONE_SIDED * passed);
			if (canOpen) this.#spread(word);
			else if (word.similar.occurrences > this.#touchedCount * POSTINGS_PER_NAME) this.#addToTouched(word);
			else this.#spread(word, false);
			toCome -= word.similar.bestGain;
			passed += word.weight;
		}
	}

	/** Adds to all names that have one of the alike parts; to those that are open already where `opens` is false. */
	#spread({ similar, bits, weight, factor }: AskedWord, opens = true): void {
		const { names, nameStarts, weights } = this.#parts;
		const { ids, gains, rarities } = similar;
		const tallies = this.#tallies;
		const marks = this.#marks;
		const touched = this.#touched;
		const question = this.#question;
		let touchedCount = this.#touchedCount;
		for (let which = 0; which < ids.length; which += 1) {
			const part = ids[which]!;
			const gain = gains[which]!;
			const full = weights[part]!;
			const rarity = rarities[which]! * factor;
			const end = nameStarts[part + 1]!;
			for (let at = nameStarts[part]!; at < end; at += 1) {
				const id = names[at]!;
				const tally = id * TALLIES;
				if (marks[tally + QUESTION] !== question) {
					if (!opens) continue;
					marks[tally + QUESTION] = question;
					marks[tally + MASK] = bits;
					tallies[tally + SHARED] = gain;
					tallies[tally + FULL] = full;
					tallies[tally + RARITY] = rarity;
					tallies[tally + ASKED] = weight;
					touched[touchedCount] = id;
					touchedCount += 1;
					continue;
				}
				// A word counts once for a name; neighbours written as one only where not each of them was found alone.
				const mask = marks[tally + MASK]!;
				if ((mask & bits) === bits) continue;
				marks[tally + MASK] = mask | bits;
				tallies[tally + SHARED]! += gain;
				tallies[tally + FULL]! += full;
				tallies[tally + RARITY]! += rarity;
				tallies[tally + ASKED]! += weight;
			}
		}
		this.#touchedCount = touchedCount;
	}

	/** The same for the names that are open, by their parts. */
	#addToTouched(word: AskedWord): void {
		const { partsOf, partStarts } = this.#parts;
		const { ids } = word.similar;
		this.#step += 1;
		for (let which = 0; which < ids.length; which += 1) {
			this.#markedIn[ids[which]!] = this.#step;
			this.#markedAt[ids[which]!] = which;
		}
		for (let at = 0; at < this.#touchedCount; at += 1) {
			const id = this.#touched[at]!;
			let best = ids.length;
			for (let of = partStarts[id]!; of < partStarts[id + 1]!; of += 1) {
				const part = partsOf[of]!;
				if (this.#markedIn[part] === this.#step && this.#markedAt[part]! < best) best = this.#markedAt[part]!;
			}
			if (best < ids.length) this.#add(id, ids[best]!, best, word);
		}
	}

	#openAll({ ids }: SimilarParts): void {
		const { names, nameStarts } = this.#parts;
		for (const part of ids) {
			for (let at = nameStarts[part]!; at < nameStarts[part + 1]!; at += 1) {
				if (this.#marks[names[at]! * TALLIES + QUESTION] !== this.#question) this.#open(names[at]!);
			}
		}
	}

	#open(id: number): void {
		const tally = id * TALLIES;
		this.#marks[tally + QUESTION] = this.#question;
		this.#marks[tally + MASK] = 0;
		this.#tallies.fill(0, tally + SHARED, tally + TOTAL);
		this.#touched[this.#touchedCount] = id;
		this.#touchedCount += 1;
	}

	/** As `#spread`, for one name that is open. */
	#add(id: number, part: number, which: number, { similar, bits, weight, factor }: AskedWord): void {
		const tally = id * TALLIES;
		if ((this.#marks[tally + MASK]! & bits) === bits) return;
		this.#marks[tally + MASK]! |= bits;
		this.#tallies[tally + SHARED]! += similar.gains[which]!;
		this.#tallies[tally + FULL]! += this.#parts.weights[part]!;
		this.#tallies[tally + RARITY]! += similar.rarities[which]! * factor;
		this.#tallies[tally + ASKED]! += weight;
	}

	/** Inserts into the candidates, which stay sorted; the worst falls out when there are too many. */
	#keep(id: number, coverage: number): void {
		const { names, coverages, shared } = this.#found;
		let at = this.#found.count;
		if (at === MOST_CANDIDATES) {
			if (coverage <= coverages[at - 1]!) return;
			at -= 1;
		} else this.#found.count += 1;
		while (at > 0 && coverages[at - 1]! < coverage) {
			names[at] = names[at - 1]!;
			coverages[at] = coverages[at - 1]!;
			shared[at] = shared[at - 1]!;
			at -= 1;
		}
		names[at] = id;
		coverages[at] = coverage;
		const tally = id * TALLIES;
		shared[at] = Math.min(
			this.#tallies[tally + RARITY]!,
			this.#tallies[tally + SHARED]!,
			this.#tallies[tally + TOTAL]!,
		);
	}
}
