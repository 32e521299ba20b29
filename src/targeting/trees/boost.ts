/**
 * Boosting: trees one after another, each on the gradients that those before left. Every thread of a crew runs the same
 * loop; what they share is in `BoostMemory`. Deterministic by seed, whatever the size of the crew.
 */
import type { Crew } from './crew.ts';
import { shareOut } from './crew.ts';
import { drawSome, shareOf } from './draw.ts';
import { boardSize, openGrower } from './grow-tree.ts';
import { baseMargin, meanLoss, writeGradients } from './losses.ts';
import type { BinnedTable, TrainOptions, Tree } from './model.ts';
import { choosePacking, packGradients } from './pack-gradients.ts';
import { openBinScorer } from './score.ts';

/** Rows in bins with the target of each. */
export type Labelled = BinnedTable & { readonly target: Float64Array };

/** What threads share while they train. All of it lies in shared memory when there is more than one. */
export type BoostMemory = {
	readonly gradient: Float64Array;
	readonly hessian: Float64Array;
	readonly packed: Float64Array;
	readonly laterMargin: Float64Array;
	/** Highest gradient and hessian that each thread saw. */
	readonly highest: Float64Array;
	readonly board: Float64Array;
};

export type Boosted = {
	readonly base: number;
	readonly trees: Tree[];
	/** Mean loss on the later slice after each tree; empty without one. */
	readonly laterLoss: number[];
};

/** @param allocate gives so many doubles, all zero. */
export function openMemory(
	rows: number,
	laterRows: number,
	crewSize: number,
	allocate: (length: number) => Float64Array,
): BoostMemory {
	return {
		gradient: allocate(rows),
		hessian: allocate(rows),
		packed: allocate(rows),
		laterMargin: allocate(laterRows),
		highest: allocate(2 * crewSize),
		board: allocate(boardSize(crewSize)),
	};
}

/** What draws are for, so that rows and features are drawn apart. */
const DRAW = { rounding: 1, rows: 2, features: 3 } as const;

/**
 * @param later a slice of rows from after the others, to stop when the loss on it no longer falls; the trees up to the lowest
 * loss are kept.
 * @param onTree called after each tree with its number, from 1.
 */
export function boost(
	data: Labelled,
	later: Labelled | undefined,
	options: TrainOptions,
	crew: Crew,
	memory: BoostMemory,
	onTree: (tree: number) => void = () => undefined,
): Boosted {
	const { rows, target } = data;
	const { gradient, hessian, packed, laterMargin, highest, board } = memory;
	const base = baseMargin(options, target);
	const margin = new Float64Array(rows).fill(base);
	const grow = openGrower(data, options, crew, board);
	const all = Int32Array.from({ length: rows }, (_, row) => row);
	const allFeatures = Int32Array.from(data.features.keys());
	const sampled = Math.max(1, Math.round(options.featureShare * allFeatures.length));
	const share = shareOut(rows, crew);
	const laterShare = later === undefined ? { from: 0, to: 0 } : shareOut(later.rows, crew);
	laterMargin.fill(base, laterShare.from, laterShare.to);
	const trees: Tree[] = [];
	const laterLoss: number[] = [];
	let best = 0;

	for (let number = 0; number < options.trees; number++) {
		// Others may still be reading the gradients of the tree before.
		crew.meet();
		writeGradients(options, target, margin, gradient, hessian, share.from, share.to);
		let highestGradient = 0;
		let highestHessian = 0;
		for (let row = share.from; row < share.to; row++) {
			highestGradient = Math.max(highestGradient, Math.abs(gradient[row]!));
			highestHessian = Math.max(highestHessian, hessian[row]!);
		}
		highest[2 * crew.index] = highestGradient;
		highest[2 * crew.index + 1] = highestHessian;
		crew.meet();
		for (let mate = 0; mate < crew.size; mate++) {
			highestGradient = Math.max(highestGradient, highest[2 * mate]!);
			highestHessian = Math.max(highestHessian, highest[2 * mate + 1]!);
		}
		const packing = choosePacking(rows, highestGradient, highestHessian);
		const draw = { seed: options.seed ^ DRAW.rounding, tree: number };
		packGradients(packing, gradient, hessian, packed, draw, share.from, share.to);
		crew.meet();
		const treeRows =
			options.rowShare >= 1
				? all
				: all.filter((row) => shareOf(options.seed ^ (DRAW.rows << 8), number, row) < options.rowShare);
		const {
			rows: ordered,
			leafStart,
			...tree
		} = grow({
			rows: treeRows,
			features:
				sampled === allFeatures.length
					? allFeatures
					: drawSome(options.seed ^ (DRAW.features << 16), number, allFeatures.length, sampled),
			packing,
			packed,
			gradient,
			hessian,
		});
		trees.push(tree);
		if (treeRows === all) {
			tree.leafValue.forEach((value, leaf) => {
				const end = leafStart[leaf]! + tree.leafRows[leaf]!;
				for (let place = leafStart[leaf]!; place < end; place++) margin[ordered[place]!]! += value;
			});
		} else openBinScorer(data.features, [tree]).addColumns(data, margin, 0, rows);
		if (later !== undefined) {
			openBinScorer(data.features, [tree]).addColumns(later, laterMargin, laterShare.from, laterShare.to);
			crew.meet();
			const loss = meanLoss(options, later.target, laterMargin);
			laterLoss.push(loss);
			if (loss < laterLoss[best]!) best = number;
			if (options.patience > 0 && number - best >= options.patience) break;
		}
		onTree(number + 1);
	}
	if (later !== undefined && options.patience > 0) trees.length = Math.min(trees.length, best + 1);
	return { base, trees, laterLoss };
}
