import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openExplainer } from './explain.ts';
import { fitModel, type Model } from './fit-model.ts';
import { makeTable } from './made-table.fixture.ts';
import { USUAL_OPTIONS } from './model.ts';
import { formatModel, parseModel } from './model-file.ts';
import { openScorer } from './score.ts';

const table = makeTable(1_500, 21);
const days = Float64Array.from({ length: table.rows }, (_, row) => 18_262 + Math.floor(row / 25));
let model: Model;

beforeAll(async () => {
	const train = { ...USUAL_OPTIONS, trees: 20, leaves: 7, minRows: 10, learningRate: 0.3 };
	model = await fitModel(table, days, { train, threads: 1 });
});

describe('a model', () => {
	it('comes with a summary that was made from later rows', () => {
		const { summary } = model;
		expect(summary).toMatchObject({ firstDay: '2020-01-01', lastDay: '2020-02-29', rows: 1_500 });
		expect(summary.later.firstDay > summary.firstDay).toBe(true);
		expect(summary.later.areaUnderCurve).toBeGreaterThan(0.7);
		expect(summary.later.calibrationError).toBeLessThan(0.2);
		expect(summary.importance.map(({ name }) => name).sort()).toEqual(['mass', 'office', 'price']);
	});

	it('wants rows of several days', async () => {
		const oneDay = new Float64Array(table.rows);
		await expect(fitModel(table, oneDay, { train: USUAL_OPTIONS })).rejects.toThrow(RangeError);
	});
});

describe('a model file', () => {
	it('is read as it was written', () => {
		const text = formatModel(model);
		const read = parseModel(text);
		expect(read).toEqual({ ok: true, model });
		if (read.ok) expect(formatModel(read.model)).toBe(text);
	});

	it.each([
		['no JSON', () => '{', 'no JSON'],
		['another format', () => '{"format":"other"}', 'format'],
		['a version to come', () => formatModel(model).replace('"version":1', '"version":2'), 'version'],
		['an unknown field', () => formatModel(model).replace('"version":1', '"version":1,"code":"x"'), 'code'],
	])('is refused: %s', (_, make, reason) => {
		const read = parseModel(make());
		expect(read.ok ? '' : read.reason).toContain(reason);
	});

	it('that would loop is refused', () => {
		const first = model.ensemble.trees[0]!;
		const looping = { ...first, left: first.left.map(() => 0) };
		const trees = [looping, ...model.ensemble.trees.slice(1)];
		const read = parseModel(formatModel({ ...model, ensemble: { ...model.ensemble, trees } }));
		expect(read).toEqual({ ok: false, reason: 'tree 0: node 0 has a child that cannot be' });
	});

	it('never crashes or hangs, whatever number in it is changed', () => {
		const text = formatModel(model);
		const numbers = Array.from(text.matchAll(/(?<=[[,:])-?\d+(?:\.\d+)?(?:e-?\d+)?(?=[\],}])/g));
		fc.assert(
			fc.property(
				fc.nat({ max: numbers.length - 1 }),
				fc.oneof(fc.integer(), fc.constantFrom('1e999', 'null', '-1', '"a"', '[]', '2.5', '1e15')),
				(which, value) => {
					const match = numbers[which]!;
					const changed = `${text.slice(0, match.index)}${value}${text.slice(match.index + match[0].length)}`;
					const read = parseModel(changed);
					if (!read.ok) return;
					const row = [500, 3, 'office 4'];
					expect(openScorer(read.model.ensemble).scoreRow(row)).not.toBeUndefined();
					expect(openExplainer(read.model.ensemble).exact(Uint8Array.of(1, 2, 3)).contributions.length).toBe(
						3,
					);
				},
			),
			{ numRuns: 300, seed: 7 },
		);
	});
});
