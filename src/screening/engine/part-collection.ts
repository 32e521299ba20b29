/**
 * The parts of all names of one kind, with who has them and what they weigh. In: prepared names. Out: parts, postings both
 * ways (names of a part, parts of a name) and weights: rarity on the list, lowered where the part is common in the world.
 */
import { type PreparedName, ROLE } from '../../names/prepared-name.ts';
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
	const users: number[][] = [];
	const add = (key: string, make: () => DictionaryPart, factor: number, name: number): number => {
		let id = ids.get(key);
		if (id === undefined) {
			id = parts.length;
			ids.set(key, id);
			parts.push(make());
			worldFactors.push(factor);
			users.push([]);
		}
		const list = users[id]!;
		if (list.at(-1) !== name) list.push(name);
		return id;
	};
	// Words first: what is a word of some name is a part with all that is known of a word, also where others write it apart.
	const written = names.map((name, at) =>
		name.words.flatMap((word, which) => {
			if (!isTelling(name.roles[which]!)) return [];
			const make = (): DictionaryPart => ({ latin: word.latin, word });
			return [add(wordKey(word), make, worldFactor(name.weights[which]!), at)];
		}),
	);
	const all = names.map((name, at) => {
		const joined = neighboursOf(name).map(({ from, until }) => {
			const latin = name.latins.slice(from, until).join('');
			return add(latin, () => ({ latin, word: undefined }), 1, at);
		});
		return [...new Set([...written[at]!, ...joined])];
	});
	const byPart = inRuns(users);
	const byName = inRuns(all);
	const frequencies = Uint32Array.from(users, (list) => list.length);
	const weights = weighParts(parts, frequencies, worldFactors, names.length);
	return {
		parts,
		names: byPart.values,
		nameStarts: byPart.starts,
		partsOf: byName.values,
		partStarts: byName.starts,
		frequencies,
		weights,
		totals: Float32Array.from(written, (own) => own.reduce((sum, part) => sum + weights[part]!, 0)),
	};
}

function inRuns(lists: readonly (readonly number[])[]): { values: Uint32Array; starts: Uint32Array } {
	const starts = new Uint32Array(lists.length + 1);
	lists.forEach((list, at) => {
		starts[at + 1] = starts[at]! + list.length;
	});
	const values = new Uint32Array(starts[lists.length]!);
	lists.forEach((list, at) => {
		values.set(list, starts[at]!);
	});
	return { values, starts };
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
	const sounds = parts.map(({ latin, word }) => word?.sound ?? `~${latin}`);
	const frequencyOf = new Map<string, number>();
	sounds.forEach((sound, id) => {
		frequencyOf.set(sound, (frequencyOf.get(sound) ?? 0) + frequencies[id]!);
	});
	return Float32Array.from(sounds, (sound, id) => {
		const rarity = Math.log((nameCount + 1) / (frequencyOf.get(sound) ?? 1));
		return Math.max(LEAST_RARITY, rarity) * worldFactors[id]!;
	});
}
