/**
 * `bench plots`: which plots of the simulated border come into the top of what officers see. Each seed is another border;
 * a model learns from the outcomes of the first weeks, the plots after them are looked for. Rules and model do not know
 * the truth: outcomes are those that the simulated offices send, and most plots are never inspected.
 */
import type { Outcome } from '../contract/records/outcome.ts';
import { scoreOf } from '../src/targeting/lanes/score.ts';
import type { LiveModel } from '../src/targeting/models/live-models.ts';
import { openLiveModel } from '../src/targeting/models/open-live-model.ts';
import { trainHeads } from '../src/targeting/models/train-heads.ts';
import { openTrainingReplay } from '../src/targeting/models/training-replay.ts';
import { weightFrom } from '../src/targeting/rulebook/live-figures.ts';
import { readRulePack, SHIPPED_RULES, yearAfter } from '../src/targeting/rulebook/rule-pack.ts';
import { openRuleSet } from '../src/targeting/rules/open-rule-set.ts';
import type { NodeName, PlotTruth } from '../src/training/model.ts';
import { openSimulation } from '../src/training/simulate.ts';
import { type BenchAssessment, type BenchNode, openBenchNode } from './bench-node.ts';
import { drawOf } from './learning-cases.ts';

export type PlotsBenchOptions = {
	readonly seeds?: readonly number[];
	readonly days?: number;
	/** Of these days, the first so many teach. */
	readonly learnDays?: number;
	readonly scale?: number;
};

type Share = { found: number; of: number; share: number };

export type PlotsBenchResult = {
	seeds: readonly number[];
	days: number;
	learnDays: number;
	scale: number;
	/** Plots with a document in the top 5 % of its kind at its node. */
	byRules: Share;
	byModel: Share;
	byBoth: Share;
	types: { [type: string]: { byRules: Share; byModel: Share; byBoth: Share } };
	/** By rule: documents that it fired on, of all of its kinds, and of those that belong to a plot. */
	rules: { [rule: string]: { fired: number; share: number; plots: number } };
	/** Rules that failed, and how often. */
	failed: { [rule: string]: number };
	/** By seed: why there is no model, or its area under the curve. */
	models: { [seed: string]: string };
	records: number;
	seconds: number;
};

const DAY_MS = 86_400_000;
const START = '2026-01-05';
const TOP = 0.05;

type Judged = {
	readonly node: NodeName;
	readonly kind: string;
	readonly reference: string;
	readonly rules: readonly string[];
	readonly byRules: number;
	readonly byModel: number;
	readonly byBoth: number;
};

type Ways = 'byRules' | 'byModel' | 'byBoth';
const WAYS: readonly Ways[] = ['byRules', 'byModel', 'byBoth'];

export async function run(
	options: PlotsBenchOptions,
	progress: (line: string) => void,
): Promise<PlotsBenchResult> {
	const { seeds = [1, 2, 3], days = 42, learnDays = 28, scale = 0.5 } = options;
	const begun = performance.now();
	const pack = await readRulePack(SHIPPED_RULES);
	for (const problem of pack.problems) progress(problem);
	const rules = pack.rules.map((rule) => ({
		rule: { ...rule, validFrom: START, validUntil: yearAfter(START) },
		version: 1,
	}));
	progress(`${rules.length} rules, ${seeds.length} borders of ${days} days at scale ${scale}`);
	const found: { type: string; ways: ReadonlySet<Ways> }[] = [];
	const models: PlotsBenchResult['models'] = {};
	const fired = new Map<string, { fired: number; plots: number; records: number }>();
	const failed: { [rule: string]: number } = {};
	let records = 0;
	for (const seed of seeds) {
		const border = await judgeBorder({ seed, days, learnDays, scale }, rules);
		models[seed] = border.model;
		records += border.judged.length;
		for (const rule of border.failed) failed[rule] = (failed[rule] ?? 0) + 1;
		const tops = new Map(WAYS.map((way) => [way, topOf(border.judged, way, seed)]));
		for (const { type, documents } of border.plots)
			found.push({
				type,
				ways: new Set(
					WAYS.filter((way) =>
						documents.some((each) => tops.get(way)?.has(nameOf(each.node, each.kind, each.reference))),
					),
				),
			});
		countRules(border, fired);
		const here = found.slice(-border.plots.length);
		progress(
			`seed ${seed}: ${border.judged.length} records, ${border.plots.length} plots, model ${border.model}; found by rules ${here.filter(({ ways }) => ways.has('byRules')).length}, by both ${here.filter(({ ways }) => ways.has('byBoth')).length}`,
		);
	}
	const shareOf = (way: Ways, type?: string): Share => {
		const of = found.filter((each) => type === undefined || each.type === type);
		const hits = of.filter(({ ways }) => ways.has(way)).length;
		return { found: hits, of: of.length, share: rounded(of.length === 0 ? 0 : hits / of.length) };
	};
	const all = (type?: string) => ({
		byRules: shareOf('byRules', type),
		byModel: shareOf('byModel', type),
		byBoth: shareOf('byBoth', type),
	});
	return {
		seeds,
		days,
		learnDays,
		scale,
		...all(),
		types: Object.fromEntries(
			[...new Set(found.map(({ type }) => type))].sort().map((type) => [type, all(type)]),
		),
		rules: Object.fromEntries(
			[...fired].sort().map(([rule, counts]) => [
				rule,
				{
					fired: counts.fired,
					share: rounded(counts.fired / Math.max(1, counts.records)),
					plots: counts.plots,
				},
			]),
		),
		failed,
		models,
		records,
		seconds: Number(((performance.now() - begun) / 1_000).toFixed(1)),
	};
}

type Border = {
	readonly judged: readonly Judged[];
	/** Plots whose documents all came after the learning. */
	readonly plots: readonly PlotTruth[];
	readonly failed: readonly string[];
	readonly model: string;
};

async function judgeBorder(
	{ seed, days, learnDays, scale }: Required<Omit<PlotsBenchOptions, 'seeds'>> & { seed: number },
	rules: Parameters<typeof openRuleSet>[0],
): Promise<Border> {
	const simulation = openSimulation({ seed, days, scale, startDate: START });
	const learnUntil = Date.parse(`${START}T00:00:00Z`) + learnDays * DAY_MS;
	const nodes = new Map<NodeName, BenchNode>();
	const learning: BenchAssessment[] = [];
	const outcomes = new Map<string, { outcome: Outcome; atMs: number }>();
	const firedOn = new Map<string, ReadonlySet<string>>();
	const failed: string[] = [];
	const judged: Judged[] = [];
	let model: LiveModel | undefined;
	let told: string | undefined;
	const nodeOf = (name: NodeName): BenchNode => {
		const known = nodes.get(name);
		if (known !== undefined) return known;
		// What inspections found changes what a rule stands for, as in a node.
		const sums = new Map<string, { fired: number; inspected: number; found: number; errored: number }>();
		const set = openRuleSet(rules, (rule) => weightFrom(rule, sums.get(rule.id)));
		const node = openBenchNode(set, (outcome, atMs) => {
			const subject = nameOf(name, outcome.subject.kind, outcome.subject.reference);
			if (name === 'customs' && atMs < learnUntil) outcomes.set(subject, { outcome, atMs });
			if (outcome.result === 'not-carried-out') return;
			for (const rule of firedOn.get(subject) ?? []) {
				const sum = sums.get(rule) ?? { fired: 0, inspected: 0, found: 0, errored: 0 };
				sum.inspected++;
				if (outcome.result !== 'nothing-found') sum.found++;
				sums.set(rule, sum);
			}
		});
		nodes.set(name, node);
		return node;
	};
	for (const { node, at, records } of simulation.documents) {
		const atMs = Date.parse(at);
		if (told === undefined && atMs >= learnUntil)
			({ model, told } = await learnFrom(learning, outcomes, seed));
		for (const record of records) {
			const assessed = nodeOf(node).take(record, atMs);
			if (assessed === undefined) continue;
			failed.push(...assessed.failed);
			if (assessed.firings.length > 0)
				firedOn.set(
					nameOf(node, record.kind, record.reference),
					new Set(assessed.firings.map(({ rule }) => rule)),
				);
			if (atMs >= learnUntil) judged.push(judgement(node, assessed, model));
			else if (node === 'customs' && record.kind === 'declaration') learning.push(assessed);
		}
	}
	const learnt = new Date(learnUntil).toISOString();
	return {
		judged,
		plots: simulation.truth().filter(({ documents }) => documents.every((each) => each.at >= learnt)),
		failed,
		model: told ?? 'the border ended before the learning',
	};
}

/** A model of the first weeks, as a node trains it. */
async function learnFrom(
	learning: readonly BenchAssessment[],
	outcomes: ReadonlyMap<string, { outcome: Outcome; atMs: number }>,
	seed: number,
): Promise<{ model: LiveModel | undefined; told: string }> {
	const replay = openTrainingReplay();
	for (const { record, version, atMs, body } of learning) {
		const known = outcomes.get(nameOf('customs', 'declaration', record.reference));
		const { outcome } = known ?? {};
		replay.take({
			atMs,
			version,
			body,
			office: null,
			label:
				known === undefined || outcome === undefined
					? undefined
					: {
							found: outcome.result !== 'nothing-found',
							offence: outcome.result === 'offence',
							findings: outcome.findings?.map(({ type }) => type) ?? [],
							amount: Number(outcome.recovered?.amount ?? Number.NaN),
							knownAtMs: known.atMs,
							random: false,
						},
		});
	}
	const answer = await trainHeads(replay.finish(), {
		seed,
		threads: 1,
		currency: 'NOK',
		champion: undefined,
		onStep: () => undefined,
	});
	if (!answer.ok) return { model: undefined, told: answer.reason };
	const { card, stored } = answer.trained;
	const opened = openLiveModel(1, stored);
	return {
		model: opened.ok ? opened.model : undefined,
		told: `of ${card.data.offences} found in ${card.data.labelled} lines, area under the curve ${card.auc.toFixed(2)}`,
	};
}

function judgement(node: NodeName, assessed: BenchAssessment, model: LiveModel | undefined): Judged {
	const { record, firings, features } = assessed;
	const probability =
		model === undefined || features.length === 0 ? null : Math.max(...model.probabilities(features));
	const score = scoreOf(firings, probability, null);
	// A lane that a rule asks for is above every weight, in the order of the lanes.
	const lanes = new Set(firings.flatMap(({ effect }) => (effect.kind === 'lane' ? [effect.lane] : [])));
	const asked = lanes.has('red') ? 2 : lanes.has('yellow') ? 1 : 0;
	return {
		node,
		kind: record.kind,
		reference: record.reference,
		rules: [...new Set(firings.map(({ rule }) => rule))],
		byRules: asked + score.byRules,
		byModel: probability ?? 0,
		byBoth: asked + score.score,
	};
}

const nameOf = (node: string, kind: string, reference: string): string => `${node} ${kind} ${reference}`;

/** Names of the highest 5 % of each kind at each node; records that nothing speaks against are never among them. */
function topOf(judged: readonly Judged[], way: Ways, seed: number): Set<string> {
	const groups = Map.groupBy(judged, ({ node, kind }) => `${node} ${kind}`);
	const top = new Set<string>();
	for (const group of groups.values()) {
		// Ties are in random order, so that a constant score gets no luck.
		const ranked = group
			.map((each, at) => ({ each, lot: drawOf(seed, 17, at) }))
			.sort((a, b) => b.each[way] - a.each[way] || a.lot - b.lot)
			.slice(0, Math.max(1, Math.floor(TOP * group.length)));
		for (const { each } of ranked) if (each[way] > 0) top.add(nameOf(each.node, each.kind, each.reference));
	}
	return top;
}

function countRules(
	{ judged, plots }: Border,
	counts: Map<string, { fired: number; plots: number; records: number }>,
): void {
	const ofPlots = new Set(
		plots.flatMap(({ documents }) => documents.map((each) => nameOf(each.node, each.kind, each.reference))),
	);
	const kinds = new Map<string, Set<string>>();
	for (const { kind, rules } of judged)
		for (const rule of rules) kinds.set(rule, (kinds.get(rule) ?? new Set()).add(kind));
	for (const [rule, on] of kinds) {
		const count = counts.get(rule) ?? { fired: 0, plots: 0, records: 0 };
		for (const each of judged) {
			if (!on.has(each.kind)) continue;
			count.records++;
			if (!each.rules.includes(rule)) continue;
			count.fired++;
			if (ofPlots.has(nameOf(each.node, each.kind, each.reference))) count.plots++;
		}
		counts.set(rule, count);
	}
}

const rounded = (value: number): number => Number(value.toFixed(4));
