import { describe, expect, it } from 'vitest';
import { binTable } from './bin-columns.ts';
import { makeTable } from './made-table.fixture.ts';
import { type Tree, USUAL_OPTIONS } from './model.ts';
import { type FeatureRow, openScorer } from './score.ts';
import { trainHere } from './train.ts';

const table = makeTable(1_001, 31);
const { ensemble } = trainHere(table, { ...USUAL_OPTIONS, trees: 15, leaves: 20, minRows: 3 });
const rows: FeatureRow[] = Array.from({ length: table.rows }, (_, row) =>
	table.columns.map((column) => {
		if (column.kind === 'category') return column.categories[column.codes[row]!] ?? null;
		return Number.isNaN(column.values[row]!) ? null : column.values[row]!;
	}),
);

/** A walk as one would write it down. */
function leafOf(tree: Tree, bins: readonly number[]): number {
	let child = tree.feature.length === 0 ? -1 : 0;
	while (child >= 0) {
		const bin = bins[tree.feature[child]!]!;
		const splitBin = tree.splitBin[child]!;
		const left =
			splitBin < 0
				? tree.leftBins[child]!.includes(bin)
				: bin === 0
					? tree.missingLeft[child]!
					: bin <= splitBin;
		child = left ? tree.left[child]! : tree.right[child]!;
	}
	return ~child;
}

describe('scoring', () => {
	const scorer = openScorer(ensemble);
	const binned = binTable(table, ensemble.features);
	const margins = scorer.scoreBinned(binned);

	it('adds the leaves that a plain walk finds', () => {
		for (let row = 0; row < table.rows; row++) {
			const bins = ensemble.features.map((_, feature) => binned.bins[feature * table.rows + row]!);
			const sum = ensemble.trees.reduce(
				(all, tree) => all + tree.leafValue[leafOf(tree, bins)]!,
				ensemble.base,
			);
			expect(margins[row]).toBeCloseTo(sum, 12);
		}
	});

	it('is the same one by one, many at once, and from a table', () => {
		expect(Array.from(scorer.scoreRows(rows))).toEqual(Array.from(margins));
		expect(rows.slice(0, 50).map((row) => scorer.scoreRow(row))).toEqual(Array.from(margins.subarray(0, 50)));
	});

	it('takes what it has not seen, or what is of another kind, as missing', () => {
		const missing = scorer.scoreRow([null, null, null]);
		expect(scorer.scoreRow([Number.NaN, 'twenty', 'office 99'])).toBe(missing);
		expect(scorer.scoreRow([])).toBe(missing);
		expect(scorer.scoreRow([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 'office 1'])).not.toBeNaN();
	});

	it('wants the columns that training had', () => {
		expect(() => binTable({ ...table, columns: [...table.columns].reverse() }, ensemble.features)).toThrow(
			RangeError,
		);
	});
});
