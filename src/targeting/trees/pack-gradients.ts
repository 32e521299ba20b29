/**
 * Gradient and hessian of a row as two whole numbers in one double: one addition sums both, exactly, in any order.
 * So histograms do not depend on how rows or features are shared out among threads, and move half the memory.
 * Rounding is random but seeded, hence right on average (Shi et al., Quantized Training of GBDT, 2022).
 */
import { shareOf } from './draw.ts';

/** How sums are packed: sum = gradient * step + hessian, both whole, 0 <= hessian < step. */
export type Packing = {
	readonly step: number;
	/** Whole numbers for one unit of gradient, of hessian. */
	readonly gradientScale: number;
	readonly hessianScale: number;
};

/** A double holds whole numbers of 53 bits; two are kept free for the sign and for rounding up. */
const BITS = 51;

/** More rows than this would leave too few bits for each. */
export const MOST_ROWS = 4_000_000;

/** @param rows how many will be summed at most. */
export function choosePacking(rows: number, highestGradient: number, highestHessian: number): Packing {
	const rowBits = Math.ceil(Math.log2(rows + 1));
	const bits = BITS - 2 * rowBits;
	const hessianBits = Math.floor(bits / 2);
	return {
		step: 2 ** (rowBits + hessianBits + 1),
		gradientScale: (2 ** (bits - hessianBits) - 1) / Math.max(highestGradient, 1e-30),
		hessianScale: (2 ** hessianBits - 1) / Math.max(highestHessian, 1e-30),
	};
}

/** Packs the rows `from` to `to`. The same seed, tree and row round the same way on every thread. */
export function packGradients(
	packing: Packing,
	gradient: Float64Array,
	hessian: Float64Array,
	packed: Float64Array,
	draw: { readonly seed: number; readonly tree: number },
	from: number,
	to: number,
): void {
	const { step, gradientScale, hessianScale } = packing;
	for (let row = from; row < to; row++) {
		const chance = shareOf(draw.seed, draw.tree, row);
		const first = Math.floor(gradient[row]! * gradientScale + chance);
		const second = Math.floor(hessian[row]! * hessianScale + ((chance * 65_536) % 1));
		packed[row] = first * step + second;
	}
}
