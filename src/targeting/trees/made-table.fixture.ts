/** Tables for tests: numbers with gaps, categories with gaps, and a target that depends on both. */
import { shareOf } from './draw.ts';
import type { LabelledTable } from './train.ts';

/** @param rows how many; the same seed gives the same table. */
export function makeTable(rows: number, seed: number): LabelledTable {
	const share = (name: number, row: number): number => shareOf(seed, name, row);
	const mass = Float64Array.from({ length: rows }, (_, row) =>
		share(1, row) < 0.1 ? Number.NaN : Math.round(share(2, row) * 1_000),
	);
	const price = Float64Array.from({ length: rows }, (_, row) => share(3, row) ** 2 * 50);
	const codes = Int32Array.from({ length: rows }, (_, row) => Math.floor(share(4, row) * 13) - 1);
	const target = Float64Array.from({ length: rows }, (_, row) => {
		const odds =
			(Number.isNaN(mass[row]!) ? 1 : mass[row]! < 300 ? 1.5 : -1) +
			(price[row]! > 20 ? 1 : -0.5) +
			(codes[row]! % 3 === 0 ? 1.5 : -1);
		return share(5, row) < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
	});
	return {
		rows,
		columns: [
			{ kind: 'numeric', name: 'mass', values: mass },
			{ kind: 'numeric', name: 'price', values: price },
			{
				kind: 'category',
				name: 'office',
				codes,
				categories: Array.from({ length: 12 }, (_, code) => `office ${code}`),
			},
		],
		target,
	};
}
