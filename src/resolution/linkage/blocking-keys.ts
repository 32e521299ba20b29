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

export const join = (a: number, b: number, salt: number): number =>
	mix(Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35) ^ salt);
/** The same whichever comes first. */
export const joinEither = (a: number, b: number, salt: number): number =>
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

function keysOf(plan: SlotPlan, value: string): ValueKeys {
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

export type RecordKeys = {
	/** Keys of record i of the range stand from `starts[i]` to `starts[i + 1]`. */
	readonly starts: Uint32Array;
	readonly keys: Uint32Array;
};

/** About a hundred keys of each record of a range: every pair of what it says. In shared memory. */
export function thoroughKeys(
	plans: readonly SlotPlan[],
	table: Table,
	range: readonly [from: number, to: number],
): RecordKeys {
	const known: (ValueKeys | undefined)[][] = table.vocabularies.map(() => []);
	const keysOfValue = (plan: SlotPlan, id: number): ValueKeys => {
		const cache = known[plan.vocabulary]!;
		let keys = cache[id];
		if (keys === undefined) {
			keys = keysOf(plan, table.vocabularies[plan.vocabulary]!.values[id]!);
			cache[id] = keys;
		}
		return keys;
	};
	const starts = new Uint32Array(new SharedArrayBuffer(4 * (range[1] - range[0] + 1)));
	const found = new GrowingNumbers((range[1] - range[0]) * 100);
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
		addKeys(names, rest, found);
		found.dropRepeated(first);
		starts[row - range[0] + 1] = found.length;
	}
	return { starts, keys: found.numbers.subarray(0, found.length) };
}

function addKeys(names: readonly ValueKeys[], rest: readonly ValueKeys[], found: GrowingNumbers): void {
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
