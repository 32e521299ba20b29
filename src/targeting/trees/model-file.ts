/**
 * Models as JSON. What is read comes from outside and may be hostile: shape and size are checked first, then that every
 * tree is a tree (each node and leaf has one parent, children come after their parent), so that no walk crashes or loops.
 */
import { z } from 'zod';
import { binCount } from './bin-columns.ts';
import type { Model } from './fit-model.ts';
import {
	type FeatureBins,
	MOST_BINS,
	MOST_DEPTH,
	MOST_FEATURES,
	MOST_LEAVES,
	MOST_SETS,
	type Tree,
} from './model.ts';

export const MODEL_FORMAT = 'tidewaiter-trees';
export const MODEL_VERSION = 1;

/** What a model file may hold at most. */
export const MODEL_LIMITS = {
	characters: 256_000_000,
	trees: 5_000,
	nodes: 2_000_000,
} as const;

const finite = z.number();
const index = z.number().int();
const count = z.number().int().positive();
const name = z.string().min(1).max(200);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const byShare = z.record(z.string().max(10), finite);
const most = MOST_LEAVES;

const feature = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('numeric'), name, upperBounds: z.array(finite).max(MOST_BINS - 2) }),
	z.strictObject({
		kind: z.literal('category'),
		name,
		categories: z.array(z.string().max(500)).max(MOST_BINS - 1),
	}),
]);

const tree = z.strictObject({
	feature: z.array(index).max(most),
	splitBin: z.array(index).max(most),
	missingLeft: z.array(z.boolean()).max(most),
	leftBins: z.array(z.array(index).max(MOST_BINS)).max(most),
	left: z.array(index).max(most),
	right: z.array(index).max(most),
	gain: z.array(finite).max(most),
	nodeRows: z.array(count).max(most),
	leafRows: z.array(count).min(1).max(most),
	leafValue: z.array(finite).min(1).max(most),
});

const loss = z.enum(['logistic', 'squared', 'tweedie']);

const options = z.strictObject({
	loss,
	trees: finite,
	leaves: finite,
	learningRate: finite,
	bins: finite,
	minRows: finite,
	minHessian: finite,
	l1: finite,
	l2: finite,
	maxDepth: finite,
	minGain: finite,
	categorySmoothing: finite,
	categoryL2: finite,
	mostCategories: finite,
	rowShare: finite,
	featureShare: finite,
	positiveWeight: finite,
	tweediePower: finite,
	patience: finite,
	seed: finite,
});

const modelFile = z.strictObject({
	format: z.literal(MODEL_FORMAT),
	version: z.literal(MODEL_VERSION),
	ensemble: z.strictObject({
		loss,
		base: finite,
		features: z.array(feature).min(1).max(MOST_FEATURES),
		trees: z.array(tree).max(MODEL_LIMITS.trees),
	}),
	calibration: z.strictObject({
		margins: z.array(finite).max(100_000),
		probabilities: z.array(finite.min(0).max(1)).max(100_000),
	}),
	summary: z.strictObject({
		firstDay: day,
		lastDay: day,
		rows: count,
		found: z.number().int().nonnegative(),
		options,
		later: z.strictObject({
			firstDay: day,
			rows: count,
			precisionAt: byShare,
			recallAt: byShare,
			areaUnderCurve: finite,
			calibrationError: finite,
		}),
		importance: z.array(z.strictObject({ name, gain: finite, meanEffect: finite })).max(MOST_FEATURES),
		explainedRows: z.number().int().nonnegative(),
	}),
});

export type ReadModel =
	| { readonly ok: true; readonly model: Model }
	/** Half a sentence that can follow "The model file was refused:". */
	| { readonly ok: false; readonly reason: string };

/** @returns JSON text; the same model always gives the same text. */
export const formatModel = (model: Model): string => JSON.stringify(modelValue(model));

/** What a model file holds, before it is text. */
export const modelValue = (model: Model): object => ({
	format: MODEL_FORMAT,
	version: MODEL_VERSION,
	...model,
});

/** Reads a model file. Never throws. */
export function parseModel(text: string): ReadModel {
	if (text.length > MODEL_LIMITS.characters) return { ok: false, reason: 'it is too large' };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { ok: false, reason: 'it is no JSON' };
	}
	return readModelValue(value);
}

/** Reads what JSON of a model file said. Never throws. */
export function readModelValue(value: unknown): ReadModel {
	const read = modelFile.safeParse(value);
	if (!read.success) {
		const issue = read.error.issues[0];
		return {
			ok: false,
			reason: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'wrong shape'}`,
		};
	}
	const { ensemble, calibration, summary } = read.data;
	const reason =
		featuresFault(ensemble.features) ??
		treesFault(ensemble.trees, ensemble.features) ??
		calibrationFault(calibration);
	return reason === undefined
		? { ok: true, model: { ensemble, calibration, summary } }
		: { ok: false, reason };
}

const ascends = (values: readonly number[]): boolean =>
	values.every((value, at) => at === 0 || values[at - 1]! < value);

function featuresFault(features: readonly FeatureBins[]): string | undefined {
	if (new Set(features.map((each) => each.name)).size < features.length) return 'two features have one name';
	for (const each of features) {
		if (each.kind === 'numeric' && !ascends(each.upperBounds))
			return `the bounds of ${each.name} do not ascend`;
		if (each.kind === 'category' && new Set(each.categories).size < each.categories.length)
			return `a category of ${each.name} is there twice`;
	}
	return undefined;
}

function calibrationFault({ margins, probabilities }: Model['calibration']): string | undefined {
	if (margins.length !== probabilities.length) return 'the calibration has lists of different length';
	return ascends(margins) && probabilities.every((value, at) => at === 0 || probabilities[at - 1]! <= value)
		? undefined
		: 'the calibration does not ascend';
}

function treesFault(trees: readonly Tree[], features: readonly FeatureBins[]): string | undefined {
	const nodes = trees.reduce((sum, each) => sum + each.feature.length, 0);
	if (nodes > MODEL_LIMITS.nodes) return 'it has too many nodes';
	const sets = trees.reduce((sum, each) => sum + each.splitBin.filter((bin) => bin < 0).length, 0);
	if (sets > MOST_SETS) return 'it has too many splits by category';
	const counts = features.map(binCount);
	for (const [number, each] of trees.entries()) {
		const fault = treeFault(each, features, counts);
		if (fault !== undefined) return `tree ${number}: ${fault}`;
	}
	return undefined;
}

function treeFault(
	each: Tree,
	features: readonly FeatureBins[],
	counts: readonly number[],
): string | undefined {
	const nodes = each.feature.length;
	const lists = [
		each.splitBin,
		each.missingLeft,
		each.leftBins,
		each.left,
		each.right,
		each.gain,
		each.nodeRows,
	];
	if (lists.some((list) => list.length !== nodes)) return 'its lists have different lengths';
	if (each.leafValue.length !== nodes + 1 || each.leafRows.length !== nodes + 1)
		return 'it should have one leaf more than nodes';
	const depth = new Int32Array(nodes);
	const hasParent = new Uint8Array(2 * nodes + 1);
	for (let node = 0; node < nodes; node++) {
		const asked = features[each.feature[node]!];
		if (asked === undefined) return `node ${node} asks a feature that is not there`;
		const bins = counts[each.feature[node]!]!;
		const splitBin = each.splitBin[node]!;
		if (asked.kind === 'numeric' ? splitBin < 0 || splitBin >= bins : splitBin !== -1)
			return `node ${node} divides at a bin that is not there`;
		if (each.leftBins[node]!.some((bin) => bin < 0 || bin >= bins))
			return `node ${node} sends a bin left that is not there`;
		if (depth[node]! >= MOST_DEPTH) return 'it is too deep';
		let rows = 0;
		for (const child of [each.left[node]!, each.right[node]!]) {
			const isNode = child >= 0;
			if (isNode ? child <= node || child >= nodes : ~child > nodes)
				return `node ${node} has a child that cannot be`;
			const place = isNode ? child : nodes + ~child;
			if (hasParent[place] === 1) return `node ${node} shares a child with another`;
			hasParent[place] = 1;
			if (isNode) depth[child] = depth[node]! + 1;
			rows += isNode ? each.nodeRows[child]! : each.leafRows[~child]!;
		}
		if (rows !== each.nodeRows[node]) return `the rows of node ${node} are not those of its children`;
	}
	return undefined;
}
