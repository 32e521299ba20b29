/**
 * What a rule would have chosen: stored records in the order of their receipt through a memory of their own, the rule asked
 * of each of them before the memory sees it. Outcomes are told to it when they came in. Nothing is written here.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { Rule } from '../../../contract/rules.ts';
import type { Backtest } from '../../../contract/views-rules.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import { lowestIdentifier, momentOf } from '../../platform/identifiers.ts';
import { unitsOf } from '../facts/units.ts';
import type { Memory, Seen } from '../memory.ts';
import type { OpenRuleSet, RuleSet } from '../rules/engine.ts';
import {
	findWindow,
	readKnown,
	readStream,
	readToldOutcomes,
	type StreamedRecord,
	stepBack,
	type ToldOutcome,
} from '../store/backtest.ts';
import { openBacktestTally } from './backtest-tally.ts';
import { kindOf } from './live-figures.ts';

const DAY_MS = 86_400_000;
const PAGE = 500;
/** The line is not kept waiting for longer than this. */
const MAX_BREATH_MS = 10;
/** Records before the window that the memory is told of, so that it does not begin empty. */
const WARMING = 50_000;
/** Records of all kinds that are read at most; where there are more, the window ends early. */
const MOST_READ = 1_000_000;

export type BacktestOptions = {
	readonly database: Database;
	readonly clock: Clock;
	readonly openRuleSet: OpenRuleSet;
	readonly openMemory: () => Memory;
	/** Titles of the rules that are live, by identifier, to tell overlap with. */
	readonly titles: ReadonlyMap<string, string>;
	readonly isStopping: () => boolean;
};

export type BacktestWindow = { readonly days: number; readonly limit: number };

/** @throws TidewaiterError stopping */
export async function runBacktest(
	options: BacktestOptions,
	rule: Rule,
	{ days, limit }: BacktestWindow,
): Promise<Backtest> {
	const { database, clock, titles } = options;
	const kind = kindOf(rule.subject);
	const started = clock.monotonic();
	const untilMs = clock.now();
	const fromMs = untilMs - days * DAY_MS;
	const window = await findWindow(database, kind, lowestIdentifier(fromMs), limit);
	// It is tried on days on which it will not apply, too.
	const set = options.openRuleSet(
		[{ rule: { ...rule, validFrom: '0001-01-01', validUntil: '9999-12-31' }, version: 1 }],
		() => null,
		{ monotonicMs: () => clock.monotonic() },
	);
	const memory = options.openMemory();
	const tally = openBacktestTally(rule);
	let after = await stepBack(database, window.after, WARMING);
	let read = 0;
	let breathedAt = clock.monotonic();
	/** Outcomes that came before what they speak of. */
	const early = new Map<string, boolean>();
	for (;;) {
		const page = await readStream(database, after, PAGE);
		const last = page.at(-1);
		if (last === undefined) break;
		const tried = page.filter(
			({ summary, latest }) => latest && summary.kind === kind && summary.id > window.after,
		);
		const [known, told] = await Promise.all([
			readKnown(
				database,
				tried.map(({ summary }) => summary),
			),
			readToldOutcomes(
				database,
				page.filter(({ summary }) => summary.kind === 'outcome').map(({ summary }) => summary.id),
			),
		]);
		const toldBy = new Map(told.map((outcome) => [outcome.outcome, outcome]));
		const isTried = new Set(tried);
		for (const each of page) {
			if (clock.monotonic() - breathedAt >= MAX_BREATH_MS) {
				await new Promise((resolve) => setImmediate(resolve));
				if (options.isStopping())
					throw new TidewaiterError('stopping', 'The node stops; the backtest was given up.');
				breathedAt = clock.monotonic();
			}
			const seen = seenOf(each.body, each.summary.version, each.summary.id, each.hits);
			if (isTried.has(each)) {
				const ofRecord = known.get(each.summary.id);
				tally.add({
					summary: each.summary,
					record: seen.record,
					known: ofRecord,
					...ask(set, rule, each, seen, ofRecord?.findings ?? [], memory),
				});
			}
			memory.see(seen);
			const outcome = toldBy.get(each.summary.id);
			if (outcome !== undefined) learn(memory, outcome, each.summary.id, early);
			const found = early.get(each.summary.id);
			if (found !== undefined) {
				memory.learn(seen, found);
				early.delete(each.summary.id);
			}
		}
		read += page.length;
		after = last.summary.id;
		if (page.length < PAGE || read >= MOST_READ) break;
	}
	const throughAll = read < MOST_READ;
	return {
		...tally.result(titles),
		from: new Date(window.complete ? fromMs : momentOf(window.after)).toISOString(),
		until: new Date(throughAll ? untilMs : momentOf(after)).toISOString(),
		complete: window.complete && throughAll,
		seconds: (clock.monotonic() - started) / 1_000,
		microsPerUnit: set.costs().get(rule.id) ?? 0,
	};
}

const seenOf = (body: string, version: number, id: string, hits: readonly string[]): Seen => ({
	// Written by intake from a record that it had checked.
	record: JSON.parse(body) as BorderRecord,
	version,
	atMs: momentOf(id),
	hits,
});

/** Asks the rule of every unit of a record, with what was known when it came. */
function ask(
	set: RuleSet,
	rule: Rule,
	{ summary, hits }: StreamedRecord,
	{ record, version, atMs }: Seen,
	findings: Parameters<RuleSet['evaluate']>[1]['findings'],
	knowledge: Memory,
) {
	const context = {
		record,
		version,
		day: Math.floor(atMs / DAY_MS),
		nowMs: atMs,
		office: summary.office,
		findings,
		hits,
		knowledge,
	};
	const units = unitsOf(record, context).filter(({ subject }) => subject === rule.subject);
	return { places: units.map(({ place }) => place), ...set.evaluate(units, context) };
}

/** Tells the memory what was found, or notes it for when the record itself comes. */
function learn(memory: Memory, outcome: ToldOutcome, now: string, early: Map<string, boolean>): void {
	if (outcome.record > now) early.set(outcome.record, outcome.found);
	else memory.learn(seenOf(outcome.body, outcome.version, outcome.record, []), outcome.found);
}
