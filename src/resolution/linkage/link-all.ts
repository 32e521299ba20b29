/**
 * Links all records of a table: which of them are about one person, organisation or thing.
 * In: fields and records. Out: clusters, links, candidates, and the model that was learned or given.
 * The result depends neither on the order of the records nor on the number of threads.
 */
import { type Pairs, pairsOf } from './candidates.ts';
import type { Link, LinkageField, LinkageModel, LinkageRecord, LinkageResult } from './model.ts';
import { canonicalOrder } from './order.ts';
import { countSharedNames } from './shared-names.ts';
import type { Breadth, Learned } from './stages.ts';
import { buildTable } from './table.ts';
import { openTeam, rangesOf, type Team } from './team.ts';
import { trainFromGroups, trainFromPairs } from './train.ts';
import { probabilityOf, rarityByModel } from './weigh.ts';

export type LinkOptions = {
	/** Used as it is; without it, one is learned from the records. */
	readonly model?: LinkageModel;
	/** 1 by default. */
	readonly threads?: number;
	/** Candidates of each record; by default 40, and 8 for more than 150,000 records. */
	readonly candidatesPerRecord?: number;
	readonly breadth?: Breadth;
	/** A line for people after each stage. */
	readonly progress?: (line: string) => void;
};

const LARGE = 150_000;
const LEAST_SHARED = 1;
/** log2 odds below which a pair is forgotten. */
const FORGOTTEN = -8;

/** Links records. The model of the result can be kept and used for single pairs. */
export async function linkAll(
	fields: readonly LinkageField[],
	records: readonly LinkageRecord[],
	options: LinkOptions = {},
): Promise<LinkageResult> {
	const tell = options.progress ?? ((): void => {});
	const large = records.length > LARGE;
	const order = canonicalOrder(records);
	const table = buildTable(fields, records, order);
	tell(`${table.size} records as columns`);
	const team = openTeam(
		fields,
		table,
		Math.max(1, Math.min(options.threads ?? 1, Math.ceil(records.length / 2_000))),
	);
	try {
		const pairs = await proposePairs(team, table.size, {
			breadth: options.breadth ?? (large ? 'lean' : 'thorough'),
			perRecord: options.candidatesPerRecord ?? (large ? 8 : 40),
			largest: large ? 40 : 200,
			// What two records share must outweigh that most pairs of a large table are not one.
			least: large ? LEAST_SHARED * Math.log2(table.size) : 0,
		});
		tell(`${pairs.left.length} pairs to compare`);
		const { comparer } = team.stages;
		const shared = countSharedNames(comparer, table, large ? 12 : 0);
		let learned: Learned = options.model
			? { model: options.model, rarity: rarityByModel(options.model, comparer, table), shared }
			: { ...trainFromPairs(fields, table, comparer, pairs), shared };
		tell('first model');
		let linked = await linkPairs(team, table.size, pairs, learned);
		if (!options.model && !large) {
			learned = { ...trainFromGroups(fields, table, comparer, linked.groups, learned.model), shared };
			tell('second model');
			linked = await linkPairs(team, table.size, pairs, learned);
		}
		tell('clusters');
		return resultOf(order, pairs, linked, learned.model);
	} finally {
		await team.close();
	}
}

async function proposePairs(
	team: Team,
	size: number,
	options: { breadth: Breadth; perRecord: number; largest: number; least: number },
): Promise<Pairs> {
	const { breadth, perRecord, largest, least } = options;
	const ranges = rangesOf(size, team.size);
	const keyed = await team.run(
		'keys',
		ranges.map((range) => [range, breadth]),
	);
	const indexes = await team.run(
		'index',
		ranges.map((_, part) => [keyed, part, team.size, largest]),
	);
	const best = new Int32Array(new SharedArrayBuffer(4 * size * perRecord));
	await team.run(
		'candidates',
		ranges.map((range) => [indexes, range, perRecord, least, best]),
	);
	return pairsOf(best, perRecord);
}

type Linked = {
	readonly groups: Int32Array;
	readonly weights: Float32Array;
	/** Pairs that were compared while clustering. */
	readonly further: readonly Pairs[];
};

async function linkPairs(team: Team, size: number, pairs: Pairs, learned: Learned): Promise<Linked> {
	const weights = new Float32Array(new SharedArrayBuffer(4 * pairs.left.length));
	await team.run(
		'weights',
		rangesOf(pairs.left.length, team.size).map((range) => [learned, pairs, range, weights]),
	);
	const kept = weights.reduce((count, weight) => count + (weight >= FORGOTTEN ? 1 : 0), 0);
	const near = {
		left: new Int32Array(new SharedArrayBuffer(4 * kept)),
		right: new Int32Array(new SharedArrayBuffer(4 * kept)),
		probability: new Float64Array(new SharedArrayBuffer(8 * kept)),
	};
	let length = 0;
	for (let at = 0; at < weights.length; at++) {
		const weight = weights[at]!;
		if (weight < FORGOTTEN) continue;
		near.left[length] = pairs.left[at]!;
		near.right[length] = pairs.right[at]!;
		near.probability[length++] = probabilityOf(weight);
	}
	const groups = new Int32Array(new SharedArrayBuffer(4 * size));
	for (let record = 0; record < size; record++) groups[record] = record;
	const parts = Array.from({ length: team.size }, (_, part) => part);
	const further = await team.run(
		'clusters',
		parts.map((part) => [learned, near, part, team.size, groups]),
	);
	return { groups, weights, further };
}

function resultOf(order: Uint32Array, pairs: Pairs, linked: Linked, model: LinkageModel): LinkageResult {
	const { groups, weights } = linked;
	const clusters = new Int32Array(order.length);
	const place = new Int32Array(order.length);
	order.forEach((original, at) => {
		place[original] = at;
	});
	const numbers = new Map<number, number>();
	for (let original = 0; original < order.length; original++) {
		const group = groups[place[original]!]!;
		let number = numbers.get(group);
		if (number === undefined) {
			number = numbers.size;
			numbers.set(group, number);
		}
		clusters[original] = number;
	}
	const [links, candidates]: [Link[], Link[]] = [[], []];
	for (let at = 0; at < weights.length; at++) {
		const weight = weights[at]!;
		const probability = probabilityOf(weight);
		if (probability < model.candidateThreshold) continue;
		const [a, b] = [order[pairs.left[at]!]!, order[pairs.right[at]!]!];
		const link = { left: Math.min(a, b), right: Math.max(a, b), weight, probability };
		if (groups[pairs.left[at]!] !== groups[pairs.right[at]!]) candidates.push(link);
		else if (probability >= model.threshold) links.push(link);
	}
	const all = [pairs, ...linked.further];
	const compared = all.reduce((sum, { left }) => sum + left.length, 0);
	const [left, right] = [new Int32Array(compared), new Int32Array(compared)];
	let length = 0;
	for (const part of all) {
		for (let at = 0; at < part.left.length; at++) {
			const [a, b] = [order[part.left[at]!]!, order[part.right[at]!]!];
			left[length] = Math.min(a, b);
			right[length++] = Math.max(a, b);
		}
	}
	return { clusters, links, candidates, compared: { left, right }, model };
}
