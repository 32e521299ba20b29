import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../mentions/model.ts';
import { DEFAULT_MODELS } from './default-models.ts';
import { linkageRecordOf, linkedKindOf } from './mention-records.ts';
import type { LinkageModel, PairScore } from './model.ts';
import { scorePair, scorePairs } from './score-pair.ts';
import { priorWeight } from './weigh.ts';

const person = (said: Partial<Mention>) =>
	linkageRecordOf('key', { kind: 'person', names: [], identifiers: [], ...said });
const named = (given: string, family: string) => ({ names: [{ full: `${given} ${family}`, given, family }] });
const model: LinkageModel = DEFAULT_MODELS.person;
const weightOf = (score: PairScore, field: string): number =>
	score.evidence.find((each) => each.field === field)?.weight ?? 0;

const ivanov = {
	...named('Sergey', 'Ivanov'),
	born: '1980-02-03',
	nationalities: ['RU'],
	identifiers: [{ scheme: 'passport', value: 'AB123456', issuer: 'RU' }],
	emails: ['desk@broker.example'],
};

describe('a pair', () => {
	it('of a passport and the name that goes with it is one person', () => {
		const score = scorePair(
			model,
			person(ivanov),
			person({ ...named('Sergei', 'Ivanov'), identifiers: ivanov.identifiers }),
		);
		expect(score.probability).toBeGreaterThan(0.999);
		expect(score.evidence[0]).toMatchObject({ field: 'identifier', level: 'same' });
	});

	it('that has only a rare name in common is for a person to look at', () => {
		const { probability } = scorePair(
			model,
			person(named('Odalys', 'Quintanilha')),
			person(named('Odalys', 'Quintanilha')),
		);
		expect(probability).toBeGreaterThan(model.candidateThreshold);
		expect(probability).toBeLessThan(model.threshold);
	});

	it('that has a common name in common is nothing', () => {
		const { probability } = scorePair(
			model,
			person(named('Mohamed', 'Ali')),
			person(named('Mohamed', 'Ali')),
		);
		expect(probability).toBeLessThan(model.candidateThreshold);
	});

	it('in two scripts is the same person', () => {
		const cyrillic = person({ names: [{ full: 'Сергей Иванов' }], born: '1980-02-03' });
		expect(scorePair(model, person(ivanov), cyrillic).probability).toBeGreaterThan(model.threshold);
	});

	it('of passports of two countries is no contradiction, of one country it is', () => {
		const other = (issuer: string) =>
			person({
				...named('Sergey', 'Ivanov'),
				identifiers: [{ scheme: 'passport', value: 'XY999111', issuer }],
			});
		expect(weightOf(scorePair(model, person(ivanov), other('UA')), 'identifier')).toBe(0);
		expect(weightOf(scorePair(model, person(ivanov), other('RU')), 'identifier')).toBeLessThan(0);
	});

	it('of organisations is compared without what says nothing', () => {
		const firm = (full: string, street: string) =>
			linkageRecordOf('key', {
				kind: 'organisation',
				names: [{ full }],
				identifiers: [],
				addresses: [{ street, city: 'Hamburg' }],
				countries: ['DE'],
			});
		const { probability } = scorePair(
			DEFAULT_MODELS.organisation,
			firm('Nordic Timber Trading GmbH', 'Hafenstr. 12'),
			firm('NORDIC TIMBER TRADING G.M.B.H.', 'Hafenstrasse 12'),
		);
		expect(probability).toBeGreaterThan(0.9);
	});
});

describe('evidence', () => {
	it('adds up to the weight', () => {
		const { weight, evidence } = scorePair(
			model,
			person(ivanov),
			person({ ...ivanov, born: '1980-03-02', emails: [] }),
		);
		const sum = evidence.reduce((total, each) => total + each.weight, priorWeight(model.prior));
		expect(sum).toBeCloseTo(weight);
	});

	it('is worth more the more two values agree', () => {
		const against = (born: string): number =>
			weightOf(scorePair(model, person(ivanov), person({ ...ivanov, born })), 'date of birth');
		const weights = ['1980-02-03', '1980-02-08', '1980-02-28', '1991-07-19'].map(against);
		expect(weights).toEqual([...weights].sort((a, b) => b - a));
		for (const comparisons of Object.values(DEFAULT_MODELS).map((each) => each.comparisons)) {
			for (const { levels } of comparisons) {
				const ratios = levels.map(({ matchShare, otherShare }) => matchShare / otherShare);
				expect(Math.max(...ratios)).toBeGreaterThan(1);
				expect(ratios.at(-1)).toBeLessThan(1);
			}
		}
	});

	it('is neutral where one side says nothing', () => {
		const full = scorePair(model, person(ivanov), person(ivanov));
		const without = scorePair(model, person(ivanov), person({ ...ivanov, emails: [] }));
		expect(without.evidence.some(({ field }) => field === 'e-mail')).toBe(false);
		expect(without.weight).toBeCloseTo(full.weight - weightOf(full, 'e-mail'));
	});

	it('of a value that many names share is capped, and says so', () => {
		const other = person({ emails: ['desk@broker.example'] });
		const options = { shared: [{ value: 'desk@broker.example', names: 12 }] };
		expect(scorePair(model, person(ivanov), other, options).probability).toBeLessThan(
			model.candidateThreshold,
		);
		const [email] = scorePair(model, person(ivanov), other, options).evidence;
		expect(email?.uncappedWeight).toBeGreaterThan(email?.weight ?? 0);
		expect(email?.sentence).toContain('12 different names share it');
	});

	it('is the same from both sides, and for many at once', () => {
		const text = fc.constantFrom('', 'Sergey', 'Ivanov', 'Ivanova', 'Anna', 'Li', 'S', 'Mohamed');
		const mention = fc.record({
			given: text,
			family: text,
			born: fc.constantFrom('1980-02-03', '1980', '1980-03-02'),
		});
		fc.assert(
			fc.property(mention, mention, (a, b) => {
				const [left, right] = [a, b].map(({ given, family, born }) =>
					person({ ...named(given, family), born }),
				);
				const score = scorePair(model, left!, right!);
				expect(scorePair(model, right!, left!).weight).toBeCloseTo(score.weight);
				expect(scorePairs(model, left!, [left!, right!])[1]).toEqual(score);
			}),
			{ numRuns: 60, seed: 5 },
		);
	});
});

describe('mentions', () => {
	it('are linked among their own kind', () => {
		expect(linkedKindOf('party')).toBe('organisation');
		expect(linkedKindOf('vessel')).toBe('object');
		for (const kind of ['person', 'organisation', 'vessel'] as const) {
			const record = linkageRecordOf('key', { kind, names: [{ full: 'Aurora' }], identifiers: [] });
			expect(record.values).toHaveLength(DEFAULT_MODELS[linkedKindOf(kind)].fields.length);
		}
	});
});
