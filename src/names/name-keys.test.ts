import { describe, expect, it } from 'vitest';
import type { NameKind } from './model.ts';
import { nameKeys } from './name-keys.ts';
import { partSimilarity } from './part-similarity.ts';
import { partSkeleton } from './part-skeleton.ts';
import { prepareName } from './prepare-name.ts';

const share = (kind: NameKind, left: string, right: string): boolean => {
	const keys = new Set(nameKeys(prepareName(left, kind)));
	return nameKeys(prepareName(right, kind)).some((key) => keys.has(key));
};

describe('keys', () => {
	it('are shared by writings of one name', () => {
		for (const [left, right] of [
			['Mohamed Basri', 'BASRI, Muhammad'],
			['Gabriela Monteiro', 'Gabriela Montero'],
			['Gabriela Monteiro', 'Sofia Monteiro'],
			['Наталья Кузнецова', 'Natalya Kuznetsova'],
			['GabrielaMonteiro', 'Gabriela Monteiro'],
			['Abd al-Karim', 'Abdulkarim'],
		] as const)
			expect(share('person', left, right), `${left} | ${right}`).toBe(true);
	});
	it('are not shared by names that have nothing in common', () =>
		expect(share('person', 'Gabriela Monteiro', 'Ivan Petrov')).toBe(false));
	it('are few', () =>
		expect(
			nameKeys(prepareName('a b c d e f g h i j k l m n o p q r s t', 'organisation')).length,
		).toBeLessThan(50));
	it('are none where there is no name', () => expect(nameKeys(prepareName('--- ???', 'person'))).toEqual([]));
});

describe('skeleton', () => {
	it('is one for transliterations of one word', () => {
		expect(partSkeleton('mohammed')).toBe(partSkeleton('muhamad'));
		expect(partSkeleton('yusuf')).toBe(partSkeleton('yousef'));
	});
	it('is never empty for a word', () => expect(partSkeleton('ai')).not.toBe(''));
});

describe('similarity of parts', () => {
	it('is 1 for equal parts, high for a slip, 0 for parts with nothing in common', () => {
		expect(partSimilarity('monteiro', 'monteiro')).toBe(1);
		expect(partSimilarity('monteiro', 'monteyro')).toBeGreaterThan(0.8);
		expect(partSimilarity('monteiro', 'smith')).toBe(0);
		expect(partSimilarity('', 'smith')).toBe(0);
	});
	it('is symmetric', () => expect(partSimilarity('jorge', 'george')).toBe(partSimilarity('george', 'jorge')));
});
