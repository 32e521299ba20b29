/**
 * What the line asks of targeting for one batch. In: records about to be written. Out: lanes, and the rows to write beside
 * them. Reads the store, writes nothing. Three passes: what rules, profiles and outcomes say, in the order of the records;
 * one call of each model for all lines of goods; lanes, in order, since each may take a place.
 */
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import { momentOf } from '../../platform/identifiers.ts';
import { type Decided, decideLane, type LaneQuestion } from '../lanes/decide-lane.ts';
import { scoreOf } from '../lanes/score.ts';
import type { Memory } from '../memory.ts';
import type { AssessInput, BatchAssessment, LaneDecision } from '../model.ts';
import type { LiveModels } from '../models/live-models.ts';
import type { RuleSet } from '../rules/engine.ts';
import { dayOfRecord, type NewResult, type StandingDocument } from '../store/assessments.ts';
import { readRecent } from '../store/lane-days.ts';
import { type Counted, openTallies, type Tallies } from '../store/tallies.ts';
import { openBatchDays } from './batch-days.ts';
import { isChanged, newResult } from './batch-outcomes.ts';
import { type Assessed, type BatchRows, rowOf } from './batch-rows.ts';
import { type Company, readCompany } from './company.ts';
import {
	type Heard,
	hearBatch,
	type InHand,
	isAlwaysAssessed,
	isAssessed,
	versionKey,
} from './hear-batch.ts';
import type { LaneBook } from './lane-book.ts';
import { askModels } from './model-scores.ts';
import { openRecentOffices, type Ranked, READ_AT_START, type RecentOffices } from './recent-offices.ts';

export type AssessBatchOptions = {
	database: Database;
	clock: Clock;
	memory: () => Promise<Memory>;
	rules: () => RuleSet;
	models: () => LiveModels;
	laneBook: LaneBook;
	onFailure: (message: string, cause: unknown) => void;
};

export type BatchAssessor = {
	assess(
		inputs: readonly AssessInput[],
		nowMs: number,
	): Promise<{ lanes: BatchAssessment['lanes']; rows: BatchRows }>;
	/** Told after the commit: what the batch had in hand is settled, and bars know its ranks. */
	committed(rows: BatchRows): void;
};

export function createBatchAssessor(options: AssessBatchOptions): BatchAssessor {
	const { database, clock, onFailure } = options;
	const inHand: InHand = { evaluated: new Map(), learnt: new Set() };
	let recent: RecentOffices | undefined;

	const assess: BatchAssessor['assess'] = async (inputs, nowMs) => {
		const memory = await options.memory();
		// Identifiers go on where the clock steps back, and counts are by their day; so are places.
		const atMs = inputs[0] === undefined ? nowMs : momentOf(inputs[0].id);
		const day = new Date(atMs).toISOString().slice(0, 10);
		const terms = await options.laneBook.current(day);
		const { settings } = terms;
		recent ??= openRecentOffices(await readRecent(database, READ_AT_START), settings);
		const company = await readCompany(database, inputs, terms.outcomesWait);
		const { champion, challenger } = options.models();
		const heard = await hearBatch(inputs, {
			clock,
			memory,
			rules: options.rules(),
			company,
			inHand,
			wantFeatures: champion !== undefined || challenger !== undefined,
			currency: settings.currency,
			nowMs,
			onFailure,
		});
		const toAssess = inputs.filter((input) => isAssessed(input, heard.said.get(input.id)));
		const days = await openBatchDays(database, toAssess, settings, recent, atMs, day);
		const scores = askModels(
			toAssess.map(({ id }) => heard.said.get(id)?.rows ?? []),
			champion,
			challenger,
			onFailure,
		);

		const tallies = openTallies();
		const lanes = new Map<string, LaneDecision>();
		const decidedBefore = new Map<string, Decided>();
		const ranked: Ranked[] = [];
		const assessments: BatchRows['assessments'][number][] = [];
		for (const [index, input] of toAssess.entries()) {
			const own = heard.said.get(input.id);
			const model = scores[index];
			if (own === undefined || model === undefined) throw new Error('a record that was not heard');
			const office = input.office ?? '';
			const score = scoreOf(own.firings, model.probability, model.expectedRevenue);
			const draw = isAlwaysAssessed(input)
				? terms.draw(input.identity)
				: { ...terms.draw(input.identity), ...NOT_DRAWN };
			const trusted = terms.trustedOf(input.record);
			const decided = decideLane(
				{
					asked: input.asked,
					firings: own.firings,
					...countFindings(input),
					score,
					draw,
					trusted,
					earlier: earlierOf(
						decidedBefore.get(input.identity),
						company.documents.get(input.identity),
						input.office,
						day,
					),
				},
				settings,
				days.of(office),
				recent.trust,
				recent.usualRevenue(),
			);
			decidedBefore.set(input.identity, decided);
			lanes.set(input.id, { lane: decided.lane, basis: decided.basis, reason: decided.reason });
			ranked.push({
				office,
				...decided.ranks,
				trusted: decided.trust?.rank,
				probability: score.probability,
				expectedRevenue: score.expectedRevenue,
			});
			const inspectee = input.latest ? heard.inspectees.get(input.identity) : undefined;
			const result = inspectee?.result ?? null;
			const assessed: Assessed = {
				input,
				own,
				decided,
				score,
				draw,
				model,
				champion,
				challenger,
				trusted,
				settings,
				result,
			};
			const counted = countedOf(assessed);
			if (input.latest) tallies.addAssessed(counted);
			if (inspectee !== undefined && isChanged(inspectee)) tallies.addInspected(counted, inspectee.change);
			for (const { rule, version, message } of own.failures)
				if (version > 0) tallies.addFailure(rule, counted.day, message);
			assessments.push({ row: rowOf(assessed), firings: own.firings });
		}
		const results = countResults(heard, company, toAssess, tallies);
		return {
			lanes,
			rows: {
				assessments,
				inspections: heard.inspections,
				joins: heard.joins,
				results,
				supersededOutcomes: company.supersededOutcomes,
				tallies,
				places: days.taken(),
				ranked,
				settings,
				inHand: [...inputs.map(versionKey), ...heard.joins.map(({ outcomeRecord }) => outcomeRecord)],
			},
		};
	};

	return {
		assess,
		committed(rows) {
			for (const key of rows.inHand) {
				inHand.evaluated.delete(key);
				inHand.learnt.delete(key);
			}
			recent?.remember(rows.ranked, rows.settings);
		},
	};
}

/** What only rules can choose is no part of the sample, so that the sample stays one of whole kinds. */
const NOT_DRAWN = { chance: 1 };

function countFindings({ findings }: AssessInput): Pick<LaneQuestion, 'errors' | 'warnings' | 'finding'> {
	let errors = 0;
	let warnings = 0;
	for (const { severity } of findings)
		if (severity === 'error') errors += 1;
		else if (severity === 'warning') warnings += 1;
	const worst = errors > 0 ? 'error' : 'warning';
	const finding =
		errors + warnings === 0 ? undefined : findings.find(({ severity }) => severity === worst)?.sentence;
	return { errors, warnings, finding };
}

/** The version before: of the same batch, or of the store where it waits. */
function earlierOf(
	inBatch: Decided | undefined,
	document: StandingDocument | undefined,
	office: string | null,
	day: string,
): LaneQuestion['earlier'] {
	if (inBatch !== undefined) return { lane: inBatch.lane, basis: inBatch.basis, hasPlace: true };
	const assessment = document?.assessment;
	if (assessment === undefined || !assessment.waiting) return undefined;
	const { counted } = assessment;
	return {
		lane: counted.lane,
		basis: counted.basis,
		hasPlace: counted.office === office && counted.day === day,
	};
}

const countedOf = ({ input, own, decided }: Assessed): Counted => ({
	day: dayOfRecord(input.id),
	kind: input.record.kind,
	office: input.office,
	lane: decided.lane,
	basis: decided.basis,
	random: decided.random,
	rules: [...new Set(own.firings.map(({ rule }) => rule))],
	groups: own.groups,
});

/** What was found in records that the store has. */
function countResults(
	heard: Heard,
	company: Company,
	toAssess: readonly AssessInput[],
	tallies: Tallies,
): NewResult[] {
	const inBatch = new Set(toAssess.map(({ identity }) => identity));
	const results: NewResult[] = [];
	for (const [key, inspectee] of heard.inspectees) {
		const document = company.documents.get(key);
		if (inBatch.has(key) || document?.assessment === undefined) continue;
		if (isChanged(inspectee)) tallies.addInspected(document.assessment.counted, inspectee.change);
		const result = newResult(document, inspectee);
		if (result !== undefined) results.push(result);
	}
	return results;
}
