import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareName } from './prepare-name.ts';
import { detached, WordMemory } from './word-memory.ts';

describe('a memory of words', () => {
	it('gives back what it keeps', () => {
		const memory = new WordMemory<number>();
		expect(memory.get('ouedraogo')).toBeUndefined();
		expect(memory.keep('ouedraogo', 3)).toBe(3);
		expect(memory.get('ouedraogo')).toBe(3);
	});

	it('does not grow without end', () => {
		const memory = new WordMemory<number>();
		const most = 50_000;
		for (let at = 0; at <= most; at += 1) memory.keep(`word ${at}`, at);
		expect(memory.get('word 0')).toBeUndefined();
		expect(memory.get(`word ${most}`)).toBe(most);
	});

	it('does not keep what is too long for a word of a name', () => {
		const memory = new WordMemory<number>();
		const long = 'x'.repeat(1_000);
		expect(memory.keep(long, 1)).toBe(1);
		expect(memory.get(long)).toBeUndefined();
	});

	it('keeps texts that are equal to those given', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(detached(text)).toBe(text);
			}),
			{ numRuns: 100, seed: 5 },
		);
	});

	it('changes nothing: a name is the same the second time, whatever came between', () => {
		const piece = fc.constantFrom(
			'Abdul',
			'O’Brien',
			'J.',
			'GmbH',
			'Ким',
			'محمد',
			'习近平',
			'von',
			'Dr.',
			'&',
			',',
			'II',
		);
		const name = fc
			.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 6 })
			.map((all) => all.join(' '));
		const kind = fc.constantFrom('person' as const, 'organisation' as const, 'vessel' as const);
		fc.assert(
			fc.property(name, kind, fc.array(fc.tuple(name, kind), { maxLength: 4 }), (text, which, between) => {
				const first = prepareName(text, which);
				for (const [other, ofKind] of between) prepareName(other, ofKind);
				expect(prepareName(text, which)).toEqual(first);
			}),
			{ numRuns: 200, seed: 7 },
		);
	});
});
