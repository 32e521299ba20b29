/**
 * The parts of all names of one kind, with who has them and what they weigh. In: prepared names. Out: parts, postings both
 * ways (names of a part, parts of a name) and weights: rarity on the list, lowered where the part is common in the world.
 */
import { type PreparedName, ROLE } from '../../names/prepared-name.ts';
import type { Word } from '../../names/word.ts';
import { type DictionaryPart, wordKey } from './part-dictionary.ts';

export type CollectedParts = {
	readonly parts: readonly DictionaryPart[];
	/** Names that have part p: `names[nameStarts[p]]` up to `nameStarts[p + 1]`. */
	readonly names: Uint32Array;
	readonly nameStarts: Uint32Array;
	/** Parts of name n, also those made by joining: `partsOf[partStarts[n]]` up to `partStarts[n + 1]`. */
	readonly partsOf: Uint32Array;
	readonly partStarts: Uint32Array;
	/** How many names have a part. */
	readonly frequencies: Uint32Array;
	readonly weights: Float32Array;
	/** Weight of all telling parts of a name as it is written. */
	readonly totals: Float32Array;
};

/** Particles and initials are in too many names to find one by. */
export const isTelling = (role: number): boolean => role !== ROLE.particle && role !== ROLE.initial;

/** What is left of a rarity for a part that everybody has, anywhere. */
export const worldFactor = (weight: number): number => 0.4 + 0.6 * Math.min(1, weight);

const MOST_JOINED_LETTERS = 24;
/** A part that says less than this joins others, as abd, al and nur do. */
const JOINS_OTHERS = 0.35;

/** Neighbours that could be written as one: pairs, and three where the one in the middle only joins (abd al rahman). */
export function neighboursOf({ words, roles, weights }: PreparedName): { from: number; until: number }[] {
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

/** Collects the parts of names; the position of a name is its number. */
export function collectParts(names: readonly PreparedName[]): CollectedParts {
	const ids = new Map<string, number>();
	const parts: DictionaryPart[] = [];
	const worldFactors: number[] = [];
	/** Who has a part, in the order met, without repetition one after the other. */
	const used: number[] = [];
	const users: number[] = [];
	const lastUser: number[] = [];
	const use = (id: number, name: number): void => {
		if (lastUser[id] === name) return;
		lastUser[id] = name;
		used.push(id);
		users.push(name);
	};
	const add = (key: string, latin: string, word: Word | undefined, factor: number): number => {
		const known = ids.get(key);
		if (known !== undefined) return known;
		const id = parts.length;
		ids.set(key, id);
		parts.push({ latin, word });
		worldFactors.push(factor);
		lastUser.push(-1);
		return id;
	};
	// Words first: what is a word of some name is a part with all that is known of a word, also where others write it apart.
	const written = names.map(({ words, roles, weights }, name) => {
		const own: number[] = [];
		for (let at = 0; at < words.length; at += 1) {
			if (!isTelling(roles[at]!)) continue;
			const word = words[at]!;
			const id = add(wordKey(word), word.latin, word, worldFactor(weights[at]!));
			use(id, name);
			own.push(id);
		}
		return own;
	});
	const partsOf: number[] = [];
	const partStarts = new Uint32Array(names.length + 1);
	names.forEach((prepared, name) => {
		const start = partsOf.length;
		const keep = (id: number): void => {
			if (partsOf.indexOf(id, start) < 0) partsOf.push(id);
		};
		for (const id of written[name]!) keep(id);
		for (const { from, until } of neighboursOf(prepared)) {
			let latin = '';
			for (let at = from; at < until; at += 1) latin += prepared.latins[at]!;
			const id = add(latin, latin, undefined, 1);
			use(id, name);
			keep(id);
		}
		partStarts[name + 1] = partsOf.length;
	});
	const byPart = inRuns(used, users, parts.length);
	const frequencies = new Uint32Array(parts.length);
	for (let id = 0; id < parts.length; id += 1) frequencies[id] = byPart.starts[id + 1]! - byPart.starts[id]!;
	const weights = weighParts(parts, frequencies, worldFactors, names.length);
	return {
		parts,
		names: byPart.values,
		nameStarts: byPart.starts,
		partsOf: Uint32Array.from(partsOf),
		partStarts,
		frequencies,
		weights,
		totals: Float32Array.from(written, (own) => own.reduce((sum, part) => sum + weights[part]!, 0)),
	};
}

/** Values by the group that stands at the same place, in the order given. */
function inRuns(
	groups: readonly number[],
	values: readonly number[],
	count: number,
): { values: Uint32Array; starts: Uint32Array } {
	const starts = new Uint32Array(count + 1);
	for (const group of groups) starts[group + 1]! += 1;
	for (let group = 0; group < count; group += 1) starts[group + 1]! += starts[group]!;
	const ends = starts.slice();
	const sorted = new Uint32Array(values.length);
	for (let at = 0; at < values.length; at += 1) {
		const group = groups[at]!;
		sorted[ends[group]!] = values[at]!;
		ends[group]! += 1;
	}
	return { values: sorted, starts };
}

/** A part that nearly every name has still says a little. */
const LEAST_RARITY = 0.2;

/** Rarity over all spellings of one sound, so that an odd spelling of a common name is not rare. */
function weighParts(
	parts: readonly DictionaryPart[],
	frequencies: Uint32Array,
	worldFactors: readonly number[],
	nameCount: number,
): Float32Array {
	const frequencyOf = new Map<string, number>();
	parts.forEach(({ word }, id) => {
		if (word !== undefined)
			frequencyOf.set(word.sound, (frequencyOf.get(word.sound) ?? 0) + frequencies[id]!);
	});
	const weights = new Float32Array(parts.length);
	for (let id = 0; id < parts.length; id += 1) {
		const { word } = parts[id]!;
		const frequency = word === undefined ? frequencies[id]! : (frequencyOf.get(word.sound) ?? 1);
		const rarity = Math.log((nameCount + 1) / frequency);
		weights[id] = Math.max(LEAST_RARITY, rarity) * worldFactors[id]!;
	}
	return weights;
}
