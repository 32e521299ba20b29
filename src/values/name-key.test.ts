import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyTokens, isSameToken, nameTokens, personKey, personTokens, tokenOverlap } from './name-key.ts';

describe('tokens of names', () => {
	it('take away accents, titles, legal forms and the order', () => {
		expect(personTokens('Mrs Ayşe Gül DEMİR-Şahin')).toEqual(['AYSE', 'DEMIR', 'GUL', 'SAHIN']);
		expect(personTokens("O'Brien, Seán")).toEqual(['OBRIEN', 'SEAN']);
		expect(nameTokens('Łódź Großhandel Ø')).toEqual(['LODZ', 'GROSSHANDEL', 'O']);
		expect(companyTokens('Noordzee Elektronica B.V.')).toEqual(['ELEKTRONICA', 'NOORDZEE']);
		expect(companyTokens('The Company Ltd')).toEqual(['COMPANY', 'LTD', 'THE']);
		expect(personTokens('李小龍')).toEqual(['李小龍']);
	});

	it('make one key of one name in any order', () => {
		expect(personKey('Jonas LINDQVIST', '1990-11-02')).toBe('JONAS LINDQVIST|1990-11-02');
		expect(personKey('Lindqvist / Jonas Mr', '1990-11-02')).toBe('JONAS LINDQVIST|1990-11-02');
		expect(personKey('Jonas', undefined)).toBeUndefined();
		expect(personKey('...', '1990-11-02')).toBeUndefined();
	});

	it('meet in spite of transliteration and slips, and not by chance', () => {
		expect(isSameToken('SOERENSEN', 'SORENSEN')).toBe(true);
		expect(isSameToken('AASE', 'ASE')).toBe(true);
		expect(isSameToken('CHAUDHRY', 'CHAIDHRY')).toBe(true);
		expect(isSameToken('KATH', 'KATHERINE')).toBe(true);
		expect(isSameToken('LI', 'LIN')).toBe(false);
		expect(isSameToken('JOHN', 'JOAN')).toBe(false);
		expect(tokenOverlap(['ANNA', 'MARIA', 'ROSSI'], ['ANNA', 'ROSSI'])).toBe(1);
		expect(tokenOverlap(['ANNA', 'ROSSI'], ['ANNA', 'BIANCHI'])).toBe(0.5);
		expect(tokenOverlap([], ['ANNA'])).toBe(0);
	});

	it('overlap within 0 and 1, and wholly with themselves', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
				const [first, second] = [personTokens(a), personTokens(b)];
				const overlap = tokenOverlap(first, second);
				expect(overlap).toBeGreaterThanOrEqual(0);
				expect(overlap).toBeLessThanOrEqual(1);
				if (first.length > 0) expect(tokenOverlap(first, first)).toBe(1);
			}),
			{ seed: 12, numRuns: 200 },
		);
	});
});
