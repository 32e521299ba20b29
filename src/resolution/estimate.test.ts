import { describe, expect, it } from 'vitest';
import type { Mention } from '../mentions/model.ts';
import { estimateModel } from './estimate.ts';
import { DEFAULT_MODELS } from './linkage/default-models.ts';

const GIVEN = ['Anna', 'Boris', 'Carla', 'David', 'Elena', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas'];
const FAMILY = ['Berg', 'Costa', 'Duval', 'Engel', 'Farkas', 'Grech', 'Hansen', 'Ivanov', 'Jansen', 'Kowal'];

const person = (at: number, more: Partial<Mention> = {}): { key: string; mention: Mention } => {
	const [given, family] = [GIVEN[at % 10] ?? '', FAMILY[Math.floor(at / 10) % 10] ?? ''];
	return {
		key: `k${at}`,
		mention: {
			kind: 'person',
			names: [{ full: `${given} ${family}`, given, family }],
			born: `19${50 + (at % 50)}-0${1 + (at % 9)}-1${at % 10}`,
			sex: at % 20 === 0 ? 'male' : 'female',
			identifiers: [],
			...more,
		},
	};
};

describe('an estimated model', () => {
	const strangers = Array.from({ length: 400 }, (_, at) => person(at));
	const same = strangers
		.slice(0, 300)
		.map((each, at) => [each, person(at, at % 3 === 0 ? { sex: 'male' } : {})] as const);

	it('learns how often strangers agree and how frequent values are, and leaves numbers as they were', async () => {
		const start = DEFAULT_MODELS.person;
		const model = await estimateModel('person', start, { strangers, same, prior: 0.0001 });
		const of = (kind: string) => model.comparisons.find((each) => each.kind === kind);
		expect(of('family-name')?.frequencies['berg']).toBeCloseTo(0.1, 1);
		expect(of('strong-identifier')).toEqual(
			start.comparisons.find((each) => each.kind === 'strong-identifier'),
		);
		const sex = model.comparisons.find((each) => each.name === 'sex');
		expect(sex?.levels[0]?.otherShare).toBeGreaterThan(0.8);
		expect(sex?.levels.at(-1)?.matchShare).toBeGreaterThan(0.15);
		expect(model).toMatchObject({ prior: 0.0001, threshold: start.threshold, trainedOn: 400 });
		for (const { levels } of model.comparisons)
			for (const side of ['matchShare', 'otherShare'] as const) {
				expect(levels.reduce((sum, level) => sum + level[side], 0)).toBeCloseTo(1, 1);
				for (const level of levels) expect(level[side]).toBeGreaterThan(0);
			}
	});

	it('is the model that it starts from where nothing was seen', async () => {
		const start = DEFAULT_MODELS.organisation;
		const model = await estimateModel('organisation', start, { strangers: [], same: [], prior: 0 });
		for (const [at, { levels }] of model.comparisons.entries())
			for (const [place, level] of levels.entries()) {
				expect(level.matchShare).toBeCloseTo(start.comparisons[at]?.levels[place]?.matchShare ?? 0, 9);
				expect(level.otherShare).toBeCloseTo(start.comparisons[at]?.levels[place]?.otherShare ?? 0, 9);
			}
	});
});
