/**
 * Assessments: what the line asks for a batch, and what people ask and decide about records, lanes and outcomes.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import { newIdentifier } from '../../platform/identifiers.ts';
import { wilson } from '../../values/proportion.ts';
import { checkSettings, defaultSettings } from '../lanes/settings.ts';
import type { Memory } from '../memory.ts';
import type { AssessmentOperations, BatchAssessment, Targeting, TargetingOnLine } from '../model.ts';
import type { LiveModel, LiveModels } from '../models/live-models.ts';
import type { RuleSet } from '../rules/engine.ts';
import { readLaneDays, readOverrides, readSelection } from '../store/lane-days.ts';
import { listTraders, readSettings, saveSettings, saveTrader } from '../store/lanes.ts';
import { readQueue, readStoredAssessment } from '../store/queue.ts';
import { createBatchAssessor } from './assess-batch.ts';
import type { BatchRows } from './batch-rows.ts';
import { createLaneBook } from './lane-book.ts';
import { overrideLaneOf } from './override-lane.ts';
import { notAssessed, readAssessmentOf } from './read-assessment.ts';
import { outcomeOf } from './record-outcome.ts';
import { saveBatchRows } from './save-batch.ts';
import { readTraderMark, writeTraderMark } from './trader-mark.ts';
import { summaryOf } from './views.ts';

export type AssessmentOptions = {
	database: Database;
	clock: Clock;
	/** Resolves when it knows what is stored; the line waits for it. */
	memory: () => Promise<Memory>;
	rules: () => RuleSet;
	models: () => LiveModels;
	/** A model that is not live any more, for the reasons of what it scored. */
	modelOf: (version: number) => Promise<LiveModel | undefined>;
	/** Puts an outcome that was entered here on the line, as a submission of its own. */
	submit: (text: string, name: string, source: string) => Promise<void>;
	/** Two letters; decides the currency of a node that nobody has set up. */
	country: string;
	onFailure: (message: string, cause: unknown) => void;
};

const DAY_MS = 86_400_000;

export type Assessments = TargetingOnLine & AssessmentOperations & Pick<Targeting, 'onChange'>;

export function createAssessments(options: AssessmentOptions): Assessments {
	const { database, clock } = options;
	const assessor = createBatchAssessor({
		...options,
		laneBook: createLaneBook(database, options.country),
	});
	const settingsNow = () => readSettings(database, defaultSettings(options.country));
	const modelOf = async (version: number): Promise<LiveModel | undefined> => {
		const { champion, challenger } = options.models();
		const live = [champion, challenger].find((each) => each?.version === version);
		return live ?? options.modelOf(version);
	};
	const read = (record: string) => readAssessmentOf(database, record, modelOf);
	const listeners = new Set<(changed: number) => void>();
	const tell = (changed: number): void => {
		for (const listener of listeners) listener(changed);
	};
	/** Rows of a batch that this module made; opaque to everybody between. */
	const rowsOf = ({ rows }: BatchAssessment): BatchRows => rows as BatchRows;

	return {
		assessBatch: (inputs, nowMs) => assessor.assess(inputs, nowMs),
		saveAssessments: (session, assessed, superseded, nowMs) =>
			saveBatchRows(session, rowsOf(assessed), superseded, nowMs),
		committed: (assessed) => {
			const rows = rowsOf(assessed);
			assessor.committed(rows);
			if (rows.inspections.length > 0) tell(rows.inspections.length);
		},
		onChange: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		listQueue: async (input) => {
			const { items, ...page } = await readQueue(database, input);
			return { ...page, items: items.map(summaryOf) };
		},
		readAssessment: ({ record }) => read(record),
		overrideLane: async (input, actor) => {
			await overrideLaneOf(database, input, actor, new Date(clock.now()));
			tell(1);
			return read(input.record);
		},
		recordOutcome: async (input, actor) => {
			const stored = await readStoredAssessment(database, input.record);
			if (stored === undefined) throw notAssessed(input.record);
			const nowMs = clock.now();
			const { settings } = await settingsNow();
			const outcome = outcomeOf(
				input,
				stored.record,
				actor,
				`console-${newIdentifier(nowMs)}`,
				settings.currency,
				new Date(nowMs),
			);
			await options.submit(`${JSON.stringify(outcome)}\n`, `${outcome.reference}.jsonl`, actor.name);
			return read(input.record);
		},
		readLanes: async ({ days }) => {
			const { settings, changedAt, changedBy } = await settingsNow();
			const today = Math.floor(clock.now() / DAY_MS) * DAY_MS;
			const fromMs = today - (days - 1) * DAY_MS;
			const from = new Date(fromMs).toISOString().slice(0, 10);
			const [laneDays, selection, overrides] = await Promise.all([
				readLaneDays(database, from),
				readSelection(database, from),
				readOverrides(database, fromMs),
			]);
			return {
				settings,
				changedBy,
				changedAt: changedAt?.toISOString() ?? null,
				days: laneDays,
				selection: selection.map(({ inspected, found, ...row }) => ({
					...row,
					// Written from the contract's kinds.
					kind: row.kind as OutputOf<'readLanes'>['selection'][number]['kind'],
					finding: wilson(found, inspected),
				})),
				overrides: overrides.map(({ inspected, found, ...row }) => ({
					...row,
					finding: wilson(found, inspected),
				})),
			};
		},
		changeLanes: async ({ settings, reason }, actor) => {
			const wrong = checkSettings(settings);
			if (wrong !== undefined)
				throw new TidewaiterError('invalid-input', wrong.message, { place: wrong.place });
			await settingsNow();
			await saveSettings(
				database,
				settings,
				{ at: new Date(clock.now()), actor: actor.name, reason },
				actor.enter,
			);
			return { settings };
		},
		listTrustedTraders: async ({ search, after, limit }) => {
			const mark = after === undefined ? undefined : readTraderMark(after);
			const { traders, total } = await listTraders(database, search, mark, limit + 1);
			const items = traders.slice(0, limit);
			const last = items.at(-1);
			return {
				items,
				next: traders.length > limit && last !== undefined ? writeTraderMark(last) : null,
				total,
				totalIsLowerBound: false,
			};
		},
		changeTrustedTrader: async ({ ended, ...given }, actor) => {
			const at = new Date(clock.now());
			const trader = { ...given, addedBy: actor.name, addedAt: at.toISOString() };
			await saveTrader(database, trader, ended, { at, actor: actor.name, reason: null }, actor.enter);
			return trader;
		},
	};
}
