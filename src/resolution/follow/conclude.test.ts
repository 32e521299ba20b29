import { describe, expect, it } from 'vitest';
import { prepareMention } from '../matching/prepare.ts';
import { bestBetween, candidateOf, withoutRivalled } from './conclude.ts';
import type { Proposal } from './propose.ts';

const mention = (key: string) =>
	prepareMention({
		key,
		purpose: 'travel',
		caption: key,
		content: JSON.stringify({ kind: 'person', names: [{ full: 'Anna Hansen' }], identifiers: [] }),
		firstRecord: key,
	});

const suspicion = (left: string, right: string, probability: number): Proposal => ({
	left: mention(left),
	right: mention(right),
	conclusion: 'candidate',
	match: {
		weight: Math.log2(probability / (1 - probability)),
		evidenceWeight: 3,
		probability,
		isByIdentifier: false,
		evidence: () => [],
	},
});

const itself = (key: string): string => key;
const isSuspicious = (_: Proposal, probability: number): boolean => probability >= 0.2;

describe('suspicions', () => {
	it('are asked once between two entities, by the likeliest pair', () => {
		const home = (key: string): string => (key.startsWith('b') ? 'B' : 'A');
		const best = bestBetween([suspicion('a1', 'b1', 0.5), suspicion('a2', 'b2', 0.7)], home);
		expect(best.map(({ right }) => right.key)).toEqual(['b2']);
		expect(bestBetween([suspicion('a1', 'a2', 0.8)], home)).toEqual([]);
	});

	it('are the less likely the more are alike, and say so', () => {
		const one = withoutRivalled([suspicion('m', 'x', 0.7)], new Map(), itself, isSuspicious);
		expect(one[0]?.match.probability).toBe(0.7);
		const two = withoutRivalled(
			[suspicion('m', 'x', 0.7), suspicion('m', 'y', 0.7)],
			new Map(),
			itself,
			isSuspicious,
		);
		expect(two).toHaveLength(2);
		for (const each of two) expect(each.match.probability).toBeLessThan(0.5);
		const [first] = two;
		expect(first === undefined ? '' : candidateOf(first, 'c', 1).evidence[0]?.sentence).toBe(
			'One other is as likely, and it is one of them at most.',
		);
		const many = Array.from({ length: 9 }, (_, at) => suspicion('m', `x${at}`, 0.7));
		expect(withoutRivalled(many, new Map(), itself, isSuspicious)).toEqual([]);
	});

	it('compete with those that are asked already', () => {
		const known = new Map([['m', new Map(Array.from({ length: 9 }, (_, at) => [`x${at}`, 2]))]]);
		expect(withoutRivalled([suspicion('m', 'z', 0.7)], known, itself, isSuspicious)).toEqual([]);
		// The pair itself is no rival of itself.
		const same = new Map([['m', new Map([['z', 2]])]]);
		expect(withoutRivalled([suspicion('m', 'z', 0.7)], same, itself, isSuspicious)).toHaveLength(1);
	});
});
