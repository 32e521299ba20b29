/**
 * Under which keys a record is found: what it says, cut so that a mistake in one place leaves other keys whole.
 * In: a table. Out: 32-bit keys of each record. Pure. Keys that many records share are dropped later, by `candidates.ts`.
 * Single values find what is rare; pairs of values find what is common alone (a first name and a year).
 */
import type { SlotPlan, Table } from './table.ts';

/** FNV-1a over the letters, with a salt for the kind of key. */
export function hashText(text: string, salt: number): number {
	let hash = (0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)) | 0;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return mix(hash);
}

export function mix(hash: number): number {
	let z = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
	z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
	return (z ^ (z >>> 15)) >>> 0;
}

const join = (a: number, b: number, salt: number): number =>
	mix(Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35) ^ salt);
/** The same whichever comes first. */
const joinEither = (a: number, b: number, salt: number): number =>
	a < b ? join(a, b, salt) : join(b, a, salt);

const soundClasses: { readonly [letter: string]: string } = {
	b: 'b',
	p: 'b',
	f: 'f',
	v: 'f',
	w: 'f',
	c: 'k',
	g: 'g',
	j: 'g',
	k: 'k',
	q: 'k',
	x: 'k',
	s: 's',
	z: 's',
	d: 'd',
	t: 'd',
	l: 'l',
	m: 'm',
	n: 'm',
	r: 'r',
};

/** Consonants by how they sound, repeated ones once; its first letter as it is where it is a vowel. */
export function soundSkeleton(word: string): string {
	const text = word.replace(/^kn/, 'n').replaceAll('ph', 'f').replaceAll('ck', 'k').replaceAll('gh', 'g');
	let skeleton = '';
	let last = '';
	for (let at = 0; at < text.length; at++) {
		const letter = text[at]!;
		const sound = soundClasses[letter] ?? (at === 0 ? 'a' : '');
		if (sound !== '' && sound !== last) skeleton += sound;
		last = sound;
	}
	return skeleton.length > 1 ? skeleton : text;
}

type ValueKeys = {
	/** Finds by itself where it is rare. */
	readonly alone: readonly number[];
	/** Is joined with keys of other fields. */
	readonly precise: readonly number[];
	readonly rough: readonly number[];
};

function nameKeysOf(value: string): ValueKeys {
	const words = value.split(' ');
	const precise = words.map((word) => hashText(word, 1));
	const rough = words.map((word) => hashText(soundSkeleton(word), 2));
	const alone = [...precise, ...rough];
	if (words.length > 1) {
		const compact = words.join('');
		alone.push(hashText(compact, 1), hashText(soundSkeleton(compact), 2));
	}
	const longest = words.reduce((a, b) => (b.length > a.length ? b : a), '');
	if (longest.length >= 5) for (const part of deletions(longest)) alone.push(hashText(part, 3));
	return { alone, precise, rough };
}

/** The text with each of its letters left out: two texts that differ in one letter share one of them. */
function deletions(text: string): Set<string> {
	const parts = new Set<string>([text]);
	for (let at = 0; at < Math.min(text.length, 12); at++) parts.add(text.slice(0, at) + text.slice(at + 1));
	return parts;
}

function dateKeysOf(date: number): ValueKeys {
	const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
	const key = (text: string): number => hashText(text, 4);
	const alone = [key(`d${date}`)];
	const rough = [key(`y${year}`)];
	if (month > 0 && day > 0) {
		alone.push(key(`ym${year}-${month}`), key(`yd${year}-${day}`));
		alone.push(key(`md${Math.min(month, day)}-${Math.max(month, day)}`));
		rough.push(key(`md${Math.min(month, day)}-${Math.max(month, day)}`));
	}
	return { alone, precise: alone, rough };
}

function textKeysOf(value: string, salt: number): ValueKeys {
	const words = value.split(' ').filter((word) => word.length > 2);
	const compact = value.replaceAll(' ', '');
	const sound = hashText(soundSkeleton(compact), salt + 1);
	const alone = [hashText(compact, salt), sound];
	if (words.length > 1) for (const word of words) alone.push(hashText(word, salt));
	return { alone, precise: [hashText(compact, salt)], rough: [sound] };
}

function numberKeysOf(value: string, salt: number): ValueKeys {
	const whole = hashText(value, salt);
	const alone = [whole];
	if (value.length >= 6) for (const part of deletions(value)) alone.push(hashText(part, salt + 1));
	return { alone, precise: [whole], rough: [] };
}

function emailKeysOf(value: string): ValueKeys {
	const [local = '', domain = ''] = value.split('@');
	const letters = local.replace(/[^a-z]/g, '');
	const whole = hashText(value, 20);
	const alone = [whole, hashText(local, 21), hashText(domain, 22), hashText(soundSkeleton(letters), 23)];
	alone.push(hashText(soundSkeleton(domain), 24));
	if (local.length >= 4) for (const part of deletions(local)) alone.push(hashText(part, 25));
	return { alone, precise: [hashText(domain, 22)], rough: [hashText(value.slice(0, 3), 26)] };
}

function keysOf(plan: SlotPlan, value: string, breadth: Breadth): ValueKeys {
	if (breadth === 'lean') return leanKeysOf(plan, value);
	switch (plan.kind) {
		case 'name':
			return nameKeysOf(value);
		case 'date':
			return dateKeysOf(Number(value));
		case 'email':
			return emailKeysOf(value);
		case 'identifier':
		case 'strong-identifier':
		case 'phone':
			return numberKeysOf(value, 30 + plan.vocabulary * 2);
		case 'postcode': {
			const keys = numberKeysOf(value, 30 + plan.vocabulary * 2);
			return { ...keys, rough: [hashText(value.slice(0, Math.max(2, value.length - 3)), 28)] };
		}
		case 'category':
		case 'house-number':
			return {
				alone: [hashText(value, 70 + plan.vocabulary)],
				precise: [],
				rough: [hashText(value, 70 + plan.vocabulary)],
			};
		default:
			return textKeysOf(value, 100 + plan.vocabulary * 2);
	}
}

/** The few keys of a value that a large table can afford. */
function leanKeysOf(plan: SlotPlan, value: string): ValueKeys {
	const none: readonly number[] = [];
	switch (plan.kind) {
		case 'name': {
			const compact = value.replaceAll(' ', '');
			return { alone: none, precise: [hashText(compact, 1)], rough: [hashText(soundSkeleton(compact), 2)] };
		}
		case 'date': {
			const { rough } = dateKeysOf(Number(value));
			return { alone: [hashText(value, 4)], precise: none, rough };
		}
		case 'email': {
			const local = value.slice(0, Math.max(value.indexOf('@'), 0));
			return { alone: [hashText(value, 20), hashText(local, 21)], precise: none, rough: none };
		}
		case 'identifier':
		case 'strong-identifier':
		case 'phone':
			return { alone: [hashText(value, 30 + plan.vocabulary * 2)], precise: none, rough: none };
		case 'postcode':
			return { alone: none, precise: none, rough: [hashText(value, 30 + plan.vocabulary * 2)] };
		case 'category':
		case 'house-number':
			return { alone: none, precise: none, rough: none };
		case 'place':
			return { alone: none, precise: none, rough: [hashText(value, 100 + plan.vocabulary * 2)] };
		default:
			return {
				alone: [hashText(value.replaceAll(' ', ''), 100 + plan.vocabulary * 2)],
				precise: none,
				rough: none,
			};
	}
}

export type RecordKeys = {
	/** Keys of record i of the range stand from `starts[i]` to `starts[i + 1]`. */
	readonly starts: Uint32Array;
	readonly keys: Uint32Array;
};

/**
 * How many keys a record gets. `thorough`: about a hundred, every pair of what it says. `lean`: about twenty, for tables so
 * large that two records with one value in common have more than one.
 */
export type Breadth = 'thorough' | 'lean';

/** Keys of the records of a range; in shared memory. */
export function recordKeys(
	plans: readonly SlotPlan[],
	table: Table,
	range: readonly [from: number, to: number],
	breadth: Breadth,
): RecordKeys {
	const known: (ValueKeys | undefined)[][] = table.vocabularies.map(() => []);
	const keysOfValue = (plan: SlotPlan, id: number): ValueKeys => {
		const cache = known[plan.vocabulary]!;
		let keys = cache[id];
		if (keys === undefined) {
			keys = keysOf(plan, table.vocabularies[plan.vocabulary]!.values[id]!, breadth);
			cache[id] = keys;
		}
		return keys;
	};
	const starts = new Uint32Array(new SharedArrayBuffer(4 * (range[1] - range[0] + 1)));
	const found = new GrowingNumbers((range[1] - range[0]) * (breadth === 'lean' ? 24 : 100));
	const names: ValueKeys[] = [];
	const rest: ValueKeys[] = [];
	for (let row = range[0]; row < range[1]; row++) {
		names.length = 0;
		rest.length = 0;
		for (let slot = 0; slot < plans.length; slot++) {
			const plan = plans[slot]!;
			const { starts: from, ids } = table.slots[slot]!;
			for (let at = from[row]!; at < from[row + 1]!; at++) {
				const own = keysOfValue(plan, ids[at]!);
				if (plan.kind === 'name') names.push(own);
				else rest.push(own);
			}
		}
		const first = found.length;
		if (breadth === 'lean') addLeanKeys(names, rest, found);
		else addThoroughKeys(names, rest, found);
		if (breadth === 'thorough') found.dropRepeated(first);
		starts[row - range[0] + 1] = found.length;
	}
	return { starts, keys: found.numbers.subarray(0, found.length) };
}

function addThoroughKeys(
	names: readonly ValueKeys[],
	rest: readonly ValueKeys[],
	found: GrowingNumbers,
): void {
	for (const { alone } of names) for (const key of alone) found.push(key);
	for (const { alone } of rest) for (const key of alone) found.push(key);
	names.forEach((name, at) => {
		for (const other of names.slice(at + 1)) {
			for (const a of name.precise) for (const b of other.precise) found.push(joinEither(a, b, 1));
			for (const a of name.rough) for (const b of other.rough) found.push(joinEither(a, b, 2));
		}
		for (const other of rest) {
			for (const a of name.precise) for (const b of other.rough) found.push(join(a, b, 3));
			for (const a of name.rough) for (const b of other.rough) found.push(join(a, b, 4));
		}
	});
	rest.forEach((one, at) => {
		for (const other of rest.slice(at + 1)) {
			for (const a of one.rough) for (const b of other.rough) found.push(join(a, b, 5));
			for (const a of one.precise) for (const b of other.precise) found.push(join(a, b, 6));
		}
	});
}

function addLeanKeys(names: readonly ValueKeys[], rest: readonly ValueKeys[], found: GrowingNumbers): void {
	for (const { alone } of rest) for (const key of alone) found.push(key);
	for (let at = 0; at < names.length; at++) {
		const name = names[at]!;
		for (let next = at + 1; next < names.length; next++) {
			const other = names[next]!;
			found.push(joinEither(name.precise[0]!, other.precise[0]!, 1));
			found.push(joinEither(name.rough[0]!, other.rough[0]!, 2));
		}
		for (let next = 0; next < rest.length; next++) {
			const { rough } = rest[next]!;
			for (let key = 0; key < rough.length; key++) found.push(join(name.rough[0]!, rough[key]!, 4));
		}
	}
}

class GrowingNumbers {
	numbers: Uint32Array;
	length = 0;
	constructor(expected: number) {
		this.numbers = new Uint32Array(new SharedArrayBuffer(4 * Math.max(expected, 1024)));
	}
	push(number: number): void {
		if (this.length === this.numbers.length) {
			const grown = new Uint32Array(new SharedArrayBuffer(4 * this.numbers.length * 2));
			grown.set(this.numbers);
			this.numbers = grown;
		}
		this.numbers[this.length++] = number;
	}
	/** Sorts what was pushed from `first` on, and leaves each number once. */
	dropRepeated(first: number): void {
		const own = this.numbers.subarray(first, this.length);
		own.sort();
		let kept = first;
		for (let at = 0; at < own.length; at++)
			if (at === 0 || own[at] !== own[at - 1]) this.numbers[kept++] = own[at]!;
		this.length = kept;
	}
}
