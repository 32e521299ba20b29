import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareName } from '../../names/prepare-name.ts';
import { distanceTo, setPattern } from './bit-distance.ts';
import { HashPostings } from './hash-postings.ts';
import { crowd } from './made-up.ts';
import { NameIndex } from './name-index.ts';
import { hashText, hashWithout } from './text-hash.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function plainDistance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1)
			next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
		row = next;
	}
	return row[b.length]!;
}

describe('distance of many texts to one', () => {
	it('is the edit distance', () => {
		const word = fc.stringMatching(/^[a-d]{0,31}$/);
		fc.assert(
			fc.property(word, word, (a, b) => {
				setPattern(a);
				expect(distanceTo(bytes(b), 0, b.length)).toBe(plainDistance(a, b));
			}),
			{ numRuns: 300, seed: 11 },
		);
	});
});

describe('postings', () => {
	it('give back what was put in, each once', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 6 }), { maxLength: 40 }),
				(keysById) => {
					const hashes: number[] = [];
					const ids: number[] = [];
					keysById.forEach((keys, id) => {
						for (const key of keys) {
							hashes.push(hashText(String(key)));
							ids.push(id);
						}
					});
					const postings = new HashPostings(hashes, ids);
					for (let key = 0; key <= 50; key += 1) {
						const hash = hashText(String(key));
						const run = postings.find(hash);
						const found = [...postings.runs.subarray(run + 1, run + 1 + postings.runs[run]!)];
						expect(found).toEqual(keysById.flatMap((keys, id) => (keys.includes(key) ? [id] : [])));
					}
				},
			),
			{ numRuns: 60, seed: 13 },
		);
	});

	it('hash a text without a letter as the text that is left', () => {
		expect(hashWithout('tikriti', 3, 2)).toBe(hashText('tikiti', 2));
	});
});

describe('retrieval by name', () => {
	const texts = crowd.map(({ entry }) => entry.names[0]!.full);
	const index = new NameIndex(texts.map((text) => prepareName(text, 'person')));
	const found = (text: string): string[] => {
		const { count, names } = index.find(prepareName(text, 'person'));
		return [...names.subarray(0, count)].map((id) => texts[id]!);
	};

	it.each([
		['Kuznetsov, Boris', 'Boris Kuznetsov'],
		['Борис Кузнецов', 'Boris Kuznetsov'],
		['Boris Kouznetsoff', 'Boris Kuznetsov'],
		['Bors Kuznestov', 'Boris Kuznetsov'],
		['Borris Ivanovich Kuznetsov', 'Boris Kuznetsov'],
		['يوسف الزبيدي', 'Yusuf Zubeidi'],
		['Youssef Al-Zubaydi', 'Yusuf Zubeidi'],
		['BorisKuznetsov', 'Boris Kuznetsov'],
		['Hiroshi Mori Moto', 'Hiroshi Morimoto'],
	])('%s brings %s', (asked, expected) => {
		expect(found(asked)).toContain(expected);
	});

	it('brings a name with a slip in any of its words', () => {
		fc.assert(
			fc.property(
				fc.nat(texts.length - 1),
				fc.nat(20),
				fc.nat(3),
				fc.boolean(),
				(which, place, kind, isTurned) => {
					const words = texts[which]!.toLowerCase().split(' ');
					const slipped = words.map((word, at) => (word.length < 5 ? word : slip(word, place + at, kind)));
					expect(found((isTurned ? slipped.reverse() : slipped).join(' '))).toContain(texts[which]!);
				},
			),
			{ numRuns: 150, seed: 17 },
		);
	});

	it('brings nobody for a name that is not there, and nothing for nothing', () => {
		expect(found('Gwendolyn Featherstonehaugh')).toEqual([]);
		expect(found('')).toEqual([]);
		expect(new NameIndex([]).find(prepareName('Boris Kuznetsov', 'person')).count).toBe(0);
	});

	function slip(word: string, place: number, kind: number): string {
		const at = 1 + (place % (word.length - 2));
		if (kind === 0) return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
		if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
		if (kind === 2) return word.slice(0, at) + word[at]! + word.slice(at);
		return `${word.slice(0, at)}x${word.slice(at + 1)}`;
	}
});
