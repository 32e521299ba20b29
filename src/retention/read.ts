/**
 * What retention says of itself: the schedule with what is due, the last passes, what ended.
 */
import {
	type Deletion,
	type RetentionKind,
	type RetentionRule,
	type RetentionRun,
	retentionKinds,
} from '../../contract/operations-retention.ts';
import { recordKind } from '../../contract/records/record.ts';
import { countMatching } from '../exchange/store/end.ts';
import { countEnding, countOldQuarantine, countOldSubmissions } from '../intake/store/end.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import { LOWEST_IDENTIFIER, lowestIdentifier } from '../platform/identifiers.ts';
import { readIdentifierMark } from '../platform/page-mark.ts';
import type {
	RetentionBatchTable,
	RetentionRuleTable,
	RetentionRunTable,
} from '../platform/tables-retention.ts';
import { countOldDecisions } from '../policy/store/end.ts';
import { countListEntries } from '../screening/store/end.ts';
import type { Retention } from './model.ts';
import type { RulesInForce } from './pass.ts';
import { daysBefore, ELSEWHERE, PROPOSED } from './schedule.ts';
import { countBatches, countDestructions, readBatches, readRuns } from './store/ended.ts';
import { countHolds } from './store/holds.ts';
import { countLeft, readPositions, readRules } from './store/schedule.ts';

/** What is counted is counted up to here. */
const COUNT_LIMIT = 100_000;
const AHEAD_DAYS = 30;
const RUNS_SHOWN = 10;

type Words = ReadonlyMap<string, readonly RetentionRuleTable[]>;

export const rulesIn =
	(words: Words): RulesInForce =>
	(kind) => {
		const said = words.get(kind)?.[0];
		const { maskAfterDays, deleteAfterDays } = PROPOSED[kind];
		return said === undefined
			? { maskAfterDays, deleteAfterDays, version: 0 }
			: {
					maskAfterDays: said.mask_after_days,
					deleteAfterDays: said.delete_after_days,
					version: said.version,
				};
	};

export function createReadings(
	database: Database,
	clock: Clock,
	isRunning: () => boolean,
): Pick<Retention, 'readRetention' | 'listDeletions'> & {
	readonly ruleOf: (kind: RetentionKind) => Promise<RetentionRule>;
} {
	/** How much of a kind ends within 30 days, by how many days it is kept. */
	const countDue = async (kind: RetentionKind, days: number, after: string | undefined): Promise<number> => {
		const beforeMs = daysBefore(clock.now(), days - AHEAD_DAYS);
		const before = lowestIdentifier(beforeMs);
		const isRecord = recordKind.safeParse(kind).success;
		if (isRecord) return countEnding(database, kind, after ?? LOWEST_IDENTIFIER, before, COUNT_LIMIT);
		switch (kind) {
			case 'quarantine':
				return countOldQuarantine(database, before, COUNT_LIMIT);
			case 'original':
				return countOldSubmissions(
					database,
					new Date(after?.split(' ')[0] ?? 0),
					new Date(beforeMs),
					COUNT_LIMIT,
				);
			case 'decision':
				return countOldDecisions(database, before, COUNT_LIMIT);
			case 'matching':
				return countMatching(database, new Date(beforeMs), COUNT_LIMIT);
			case 'list-entry':
				return countListEntries(database, new Date(beforeMs), COUNT_LIMIT);
			default:
				return 0;
		}
	};

	const describe = async (
		kind: RetentionKind,
		words: Words,
		positions: ReadonlyMap<string, string>,
	): Promise<RetentionRule> => {
		const { maximumDays, canBeMasked, sentence, source } = PROPOSED[kind];
		const { maskAfterDays, deleteAfterDays, version } = rulesIn(words)(kind);
		const said = words.get(kind) ?? [];
		return {
			kind,
			maskAfterDays,
			deleteAfterDays,
			maximumDays,
			canBeMasked,
			sentence,
			source,
			basis: said[0]?.basis ?? null,
			version,
			changedAt: said[0]?.changed_at.toISOString() ?? null,
			changedBy: said[0]?.changed_by ?? null,
			reason: said[0]?.reason ?? null,
			due: {
				masked:
					maskAfterDays === null ? 0 : await countDue(kind, maskAfterDays, positions.get(`${kind} masked`)),
				deleted: await countDue(kind, deleteAfterDays, positions.get(`${kind} deleted`)),
			},
			history: said.map((each) => ({
				version: each.version,
				maskAfterDays: each.mask_after_days,
				deleteAfterDays: each.delete_after_days,
				reason: each.reason,
				basis: each.basis,
				at: each.changed_at.toISOString(),
				actor: each.changed_by,
			})),
		};
	};

	return {
		ruleOf: async (kind) => describe(kind, await readRules(database), await readPositions(database)),
		readRetention: async () => {
			const [words, positions] = [await readRules(database), await readPositions(database)];
			const schedule: RetentionRule[] = [];
			for (const kind of retentionKinds) schedule.push(await describe(kind, words, positions));
			const today = new Date(clock.now()).toISOString().slice(0, 10);
			return {
				at: new Date(clock.now()).toISOString(),
				schedule,
				runs: (await readRuns(database, RUNS_SHOWN)).map(toRun),
				running: isRunning(),
				originalsToDestroy: await countDestructions(database, COUNT_LIMIT),
				left: await countLeft(database, COUNT_LIMIT),
				holds: {
					open: await countHolds(database, 'open', today, COUNT_LIMIT),
					overdue: await countHolds(database, 'overdue', today, COUNT_LIMIT),
				},
				elsewhere: [...ELSEWHERE],
			};
		},
		listDeletions: async ({ act, after, limit }) => {
			const from = readIdentifierMark(after);
			const rows = await readBatches(database, act, from, limit + 1);
			const items = rows.slice(0, limit).map(toDeletion);
			const total = after === undefined ? await countBatches(database, act, COUNT_LIMIT) : null;
			return {
				items,
				next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
				total,
				totalIsLowerBound: total === COUNT_LIMIT,
			};
		},
	};
}

export const toRun = (row: RetentionRunTable): RetentionRun => ({
	id: row.id,
	startedAt: row.started_at.toISOString(),
	endedAt: row.ended_at?.toISOString() ?? null,
	masked: row.masked,
	deleted: row.deleted,
	destroyed: row.destroyed,
	held: row.held,
	error: row.error,
});

const toDeletion = (row: RetentionBatchTable): Deletion => ({
	id: row.id,
	at: row.at.toISOString(),
	// Written from the same list.
	act: row.act as Deletion['act'],
	kind: row.kind,
	count: row.amount,
	subjects: JSON.parse(row.subjects) as string[],
	because: row.because,
	actor: row.actor,
	ledgerPosition: row.ledger_position,
});
