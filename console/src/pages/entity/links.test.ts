import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityDetail, Judgement } from '../../../../contract/views-resolution.ts';
import { linksOf, numbersOf, sayWithout, splitWithout } from './links.ts';

const at = '2026-01-05T08:00:00Z';
const key = (mention: number) => `00000000-0000-4000-8000-${String(mention).padStart(12, '0')}`;

const judgement = (id: string, left: number, right: number, change: Partial<Judgement> = {}): Judgement => ({
	id,
	left: { key: key(left), caption: `M${left}` },
	right: { key: key(right), caption: `M${right}` },
	verdict: 'same',
	by: 'model',
	judge: null,
	at,
	probability: 0.99,
	evidence: [],
	reason: '',
	undoneAt: null,
	undoneBy: null,
	undoneReason: null,
	...change,
});

const entity = (
	mentions: number,
	judgements: Judgement[],
): Pick<EntityDetail, 'mentions' | 'judgements'> => ({
	mentions: Array.from({ length: mentions }, (_, index) => ({
		key: key(index),
		caption: `M${index}`,
		content: {},
		records: 1,
		firstSeenAt: at,
	})),
	judgements,
});

describe('what holds an entity together', () => {
	const detail = entity(4, [
		judgement('a', 0, 1),
		judgement('b', 1, 2),
		judgement('c', 0, 2),
		judgement('d', 2, 3),
		judgement('e', 0, 3, { undoneAt: at, undoneBy: 'anna', undoneReason: 'two people' }),
		judgement('f', 1, 3, { verdict: 'unsure' }),
		judgement('g', 0, 9),
	]);

	it('knows the links that stand, and which of them hold alone', () => {
		expect(linksOf(detail).map((link) => [link.judgement.id, link.holdsAlone])).toEqual([
			['a', false],
			['b', false],
			['c', false],
			['d', true],
		]);
	});

	it('says what splits before a judgement is taken back', () => {
		expect(sayWithout(detail, 'd')).toBe(
			'The entity splits: mentions 1, 2 and 3 on one side, mention 4 on the other.',
		);
		expect(sayWithout(detail, 'a')).toMatch(/^Nothing splits: other judgements/);
		expect(sayWithout(detail, 'f')).toMatch(/^Nothing splits: it joins no two/);
	});

	it('lets a person’s word go before the model’s', () => {
		const overruled = entity(3, [
			judgement('a', 0, 1),
			judgement('b', 1, 2),
			judgement('c', 2, 1, { by: 'person', verdict: 'unsure' }),
			judgement('d', 0, 2, { by: 'person' }),
		]);
		expect(linksOf(overruled).map((link) => [link.judgement.id, link.holdsAlone])).toEqual([
			['a', true],
			['d', true],
		]);
	});

	it('writes numbers as people read them', () => {
		expect([numbersOf([]), numbersOf([0]), numbersOf([0, 4]), numbersOf([0, 1, 2])]).toEqual([
			'',
			'1',
			'1 and 5',
			'1, 2 and 3',
		]);
	});

	it('splits into two sides that share nothing, or not at all', () => {
		const link = fc.record({ left: fc.nat(7), right: fc.nat(7) }).filter(({ left, right }) => left !== right);
		fc.assert(
			fc.property(fc.array(link, { minLength: 1, maxLength: 14 }), (links) => {
				const [first] = links;
				if (!first) return;
				const sides = splitWithout(first, links);
				if (!sides) return;
				expect(sides.left).toContain(first.left);
				expect(sides.right).toContain(first.right);
				expect(sides.left.filter((mention) => sides.right.includes(mention))).toEqual([]);
			}),
			{ seed: 7, numRuns: 200 },
		);
	});
});
