/**
 * Names of one kind, found by the parts that they share with a question. In: prepared names, once; a prepared name.
 * Out: the few names worth comparing in full, best first. Parts weigh by how rare they are on the list and in the world; no
 * name is looked at that shares no telling part. Accumulators are typed arrays stamped with the number of the question.
 */
import { type PreparedName, ROLE } from '../../names/prepared-name.ts';
import type { Word } from '../../names/word.ts';
import { type DictionaryPart, PartDictionary, type SimilarParts, wordKey } from './part-dictionary.ts';

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
const TALLIES = 4;
const FULL = 1;
const RARITY = 2;
const ASKED = 3;
/** How fast a part that is less alike loses weight. */
const SHARPNESS = 1.6;
const MOST_JOINED_LETTERS = 24;
/** A part that says less than this joins others, as abd, al and nur do. */
const JOINS_OTHERS = 0.35;

export class NameIndex {
	readonly names: readonly PreparedName[];
	readonly #dictionary: PartDictionary;
	/** Postings of part p: `#postings[#offsets[p]]` up to `#offsets[p + 1]`. */
	readonly #offsets: Uint32Array;
	readonly #postings: Uint32Array;
	readonly #partWeights: Float32Array;
	/** Weight of all telling parts of a name. */
	readonly #totals: Float32Array;
	readonly #unknownWeight: number;

	#question = 0;
	readonly #questionOf: Uint32Array;
	/** Words of the question that were found in a name, one bit each. */
	readonly #masks: Uint32Array;
	/** Per name, next to each other: shared weight, weight of the parts it is shared through, rarity, weight asked for. */
	readonly #tallies: Float32Array;
	/** Weight of each word of the question. */
	readonly #asked = new Float32Array(32);
	readonly #touched: Uint32Array;
	readonly #found: Candidates = {
		count: 0,
		names: new Uint32Array(MOST_CANDIDATES),
		coverages: new Float32Array(MOST_CANDIDATES),
		shared: new Float32Array(MOST_CANDIDATES),
	};

	constructor(names: readonly PreparedName[]) {
		this.names = names;
		const parts = collectParts(names);
		this.#dictionary = new PartDictionary(parts.parts, frequenciesOf(parts.offsets), names.length);
		this.#offsets = parts.offsets;
		this.#postings = parts.postings;
		this.#partWeights = weighParts(parts, names.length);
		this.#unknownWeight = Math.log(names.length + 1);
		this.#totals = new Float32Array(names.length);
		parts.ownParts.forEach((own, name) => {
			for (const part of own) this.#totals[name]! += this.#partWeights[part]!;
		});
		this.#questionOf = new Uint32Array(names.length);
		this.#masks = new Uint32Array(names.length);
		this.#tallies = new Float32Array(names.length * TALLIES);
		this.#touched = new Uint32Array(names.length);
	}

	/** Candidates for a name; the answer is overwritten by the next question. */
	find(name: PreparedName): Candidates {
		let least = LEAST_COVERAGE;
		const found = this.#found;
		found.count = 0;
		const touched = this.#accumulate(name);
		const total = this.#questionTotal;
		for (let at = 0; at < touched; at += 1) {
			const id = this.#touched[at]!;
			const listed = this.#totals[id]!;
			const tally = id * TALLIES;
			const shared = Math.min(this.#tallies[tally]!, listed);
			const unlike = Math.max(0, this.#tallies[tally + FULL]! - shared);
			const left = Math.max(0, total - this.#tallies[tally + ASKED]!) + unlike;
			const right = listed - shared;
			const contradicting = Math.min(left, right);
			const coverage = shared / (shared + contradicting + ONE_SIDED * (left + right - 2 * contradicting));
			if (coverage < least) continue;
			this.#keep(id, coverage, Math.min(this.#tallies[tally + RARITY]!, shared));
			least = Math.max(least, found.coverages[0]! - BEHIND_BEST);
		}
		while (found.count > 0 && found.coverages[found.count - 1]! < least) found.count -= 1;
		return found;
	}

	#questionTotal = 0;

	#accumulate(name: PreparedName): number {
		this.#question += 1;
		this.#questionTotal = 0;
		let touched = 0;
		const { words, roles } = name;
		for (let at = 0; at < words.length; at += 1) {
			if (!isTelling(roles[at]!)) continue;
			const similar = this.#dictionary.find(words[at]!);
			const asked = this.#weightOf(similar, name.weights[at]!);
			this.#asked[at] = asked;
			this.#questionTotal += asked;
			touched = this.#spread(similar, worldFactor(name.weights[at]!), 1 << at, asked, touched);
		}
		for (const { from, until } of neighboursOf(name)) {
			let bits = 0;
			let asked = 0;
			for (let at = from; at < until; at += 1) {
				if (!isTelling(roles[at]!)) continue;
				bits |= 1 << at;
				asked += this.#asked[at]!;
			}
			const similar = this.#dictionary.findJoined(words.slice(from, until));
			touched = this.#spread(similar, 1, bits, asked, touched);
		}
		return touched;
	}

	#weightOf(similar: SimilarParts, worldWeight: number): number {
		return similar.ids.length > 0 && similar.similarities[0]! >= 0.9
			? this.#partWeights[similar.ids[0]!]!
			: worldFactor(worldWeight) * this.#unknownWeight;
	}

	/**
	 * Adds the weight of the alike parts to the names that have them, each name once for these words of the question.
	 * @param bits the words; neighbours count only where not all of them were found alone.
	 * @param asked weight of these words in the question.
	 */
	#spread(similar: SimilarParts, factor: number, bits: number, asked: number, touchedBefore: number): number {
		let touched = touchedBefore;
		const question = this.#question;
		for (let which = 0; which < similar.ids.length; which += 1) {
			const part = similar.ids[which]!;
			const full = this.#partWeights[part]!;
			const gain = full * similar.similarities[which]! ** SHARPNESS;
			const rarity = similar.rarities[which]! * factor;
			const end = this.#offsets[part + 1]!;
			for (let at = this.#offsets[part]!; at < end; at += 1) {
				const id = this.#postings[at]!;
				const tally = id * TALLIES;
				if (this.#questionOf[id] !== question) {
					this.#questionOf[id] = question;
					this.#masks[id] = bits;
					this.#tallies[tally] = gain;
					this.#tallies[tally + FULL] = full;
					this.#tallies[tally + RARITY] = rarity;
					this.#tallies[tally + ASKED] = asked;
					this.#touched[touched] = id;
					touched += 1;
				} else if ((this.#masks[id]! & bits) !== bits) {
					this.#masks[id]! |= bits;
					this.#tallies[tally]! += gain;
					this.#tallies[tally + FULL]! += full;
					this.#tallies[tally + RARITY]! += rarity;
					this.#tallies[tally + ASKED]! += asked;
				}
			}
		}
		return touched;
	}

	/** Inserts into the candidates, which stay sorted; the worst falls out when there are too many. */
	#keep(id: number, coverage: number, shared: number): void {
		const { names, coverages, shared: weights } = this.#found;
		let at = this.#found.count;
		if (at === MOST_CANDIDATES) {
			if (coverage <= coverages[at - 1]!) return;
			at -= 1;
		} else this.#found.count += 1;
		while (at > 0 && coverages[at - 1]! < coverage) {
			names[at] = names[at - 1]!;
			coverages[at] = coverages[at - 1]!;
			weights[at] = weights[at - 1]!;
			at -= 1;
		}
		names[at] = id;
		coverages[at] = coverage;
		weights[at] = shared;
	}
}

const isTelling = (role: number): boolean => role !== ROLE.particle && role !== ROLE.initial;

const worldFactor = (weight: number): number => 0.4 + 0.6 * Math.min(1, weight);

/** Neighbours that could be written as one: pairs, and three where the one in the middle only joins (abd al rahman). */
function neighboursOf({ words, roles, weights }: PreparedName): { from: number; until: number }[] {
	const neighbours: { from: number; until: number }[] = [];
	for (let from = 0; from + 1 < words.length; from += 1) {
		const letters = words[from]!.latin.length + words[from + 1]!.latin.length;
		if (letters <= MOST_JOINED_LETTERS) neighbours.push({ from, until: from + 2 });
		const third = words[from + 2];
		if (third === undefined || letters + third.latin.length > MOST_JOINED_LETTERS) continue;
		if (roles[from + 1] === ROLE.particle || weights[from + 1]! < JOINS_OTHERS)
			neighbours.push({ from, until: from + 3 });
	}
	return neighbours;
}

type CollectedParts = {
	readonly parts: readonly DictionaryPart[];
	/** Names that have part p: `postings[offsets[p]]` up to `offsets[p + 1]`. */
	readonly offsets: Uint32Array;
	readonly postings: Uint32Array;
	/** Parts of each name as it is written, without those made by joining. */
	readonly ownParts: readonly (readonly number[])[];
	/** How much a part says in the world, as the comparison of names weighs it. */
	readonly worldWeights: readonly number[];
};

function collectParts(names: readonly PreparedName[]): CollectedParts {
	const ids = new Map<string, number>();
	const parts: DictionaryPart[] = [];
	const worldWeights: number[] = [];
	const users: number[][] = [];
	const add = (key: string, make: () => DictionaryPart, weight: number, name: number): number => {
		let id = ids.get(key);
		if (id === undefined) {
			id = parts.length;
			ids.set(key, id);
			parts.push(make());
			worldWeights.push(weight);
			users.push([]);
		}
		const list = users[id]!;
		if (list.at(-1) !== name) list.push(name);
		return id;
	};
	const partOf = (word: Word): DictionaryPart => ({
		latin: word.latin,
		word,
	});
	const ownParts = names.map(({ words, roles, weights }, name) => {
		const own: number[] = [];
		for (let at = 0; at < words.length; at += 1) {
			const word = words[at]!;
			if (isTelling(roles[at]!)) own.push(add(wordKey(word), () => partOf(word), weights[at]!, name));
		}
		return own;
	});
	names.forEach((name, at) => {
		for (const { from, until } of neighboursOf(name)) {
			const latin = name.latins.slice(from, until).join('');
			add(latin, () => ({ latin, word: undefined }), 1, at);
		}
	});
	const offsets = new Uint32Array(users.length + 1);
	users.forEach((list, id) => {
		offsets[id + 1] = offsets[id]! + list.length;
	});
	const postings = new Uint32Array(offsets[users.length]!);
	users.forEach((list, id) => {
		postings.set(list, offsets[id]!);
	});
	return { parts, offsets, postings, ownParts, worldWeights };
}

const frequenciesOf = (offsets: Uint32Array): Uint32Array =>
	Uint32Array.from({ length: offsets.length - 1 }, (_, part) => offsets[part + 1]! - offsets[part]!);

/** Rarity on the list, over all spellings of one sound, lowered where the part is common in the world. */
function weighParts(collected: CollectedParts, nameCount: number): Float32Array {
	const { parts, offsets, worldWeights } = collected;
	const sounds = parts.map(({ latin, word }) => word?.sound ?? `~${latin}`);
	const frequency = new Map<string, number>();
	sounds.forEach((sound, id) => {
		frequency.set(sound, (frequency.get(sound) ?? 0) + offsets[id + 1]! - offsets[id]!);
	});
	return Float32Array.from(sounds, (sound, id) => {
		const rarity = Math.log((nameCount + 1) / (frequency.get(sound) ?? 1));
		return Math.max(LEAST_RARITY, rarity) * worldFactor(worldWeights[id]!);
	});
}

/** A part that nearly every name has still says a little. */
const LEAST_RARITY = 0.2;
