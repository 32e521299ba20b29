/**
 * What a rule would have chosen: stored records in the order of their receipt through a memory of their own, the rule asked
 * of each of them before the memory sees it. Outcomes are told to it when they came in. Nothing is written here.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { Finding } from '../../../contract/findings.ts';
import type { BorderRecord, RecordKind } from '../../../contract/records/record.ts';
import type { Rule } from '../../../contract/rules.ts';
import type { Backtest } from '../../../contract/views-rules.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import { lowestIdentifier, momentOf } from '../../platform/identifiers.ts';
import { unitsOf } from '../facts/units.ts';
import type { Memory, Seen } from '../memory.ts';
import type { CodeLists, RuleSet } from '../rules/engine.ts';
import { openRuleSet } from '../rules/open-rule-set.ts';
import {
	findWindow,
	type KnownOfRecord,
	readKnown,
	readStream,
	type StreamedRecord,
	stepBack,
} from '../store/backtest.ts';
import {
	readFindings,
	readHitsOf,
	readRecords,
	type StoredHit,
	type StoredRecord,
} from '../store/memory-replay.ts';
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
	readonly openMemory: () => Memory;
	/** Those that the line has. */
	readonly codeLists?: CodeLists | undefined;
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
	const set = openRuleSet(
		[{ rule: { ...rule, validFrom: '0001-01-01', validUntil: '9999-12-31' }, version: 1 }],
		() => null,
		{ monotonicMs: () => clock.monotonic(), codeLists: options.codeLists },
	);
	const memory = options.openMemory();
	const tally = openBacktestTally(rule);
	let after = await stepBack(database, window.after, WARMING);
	let read = 0;
	let breathedAt = clock.monotonic();
	for (;;) {
		const page = await readPage(database, after, (each) => isTried(each, kind, window.after));
		const last = page.at(-1);
		if (last === undefined) break;
		for (const { streamed, seen, known, told } of page) {
			if (clock.monotonic() - breathedAt >= MAX_BREATH_MS) {
				await new Promise((resolve) => setImmediate(resolve));
				if (options.isStopping())
					throw new TidewaiterError('stopping', 'The node stops; the backtest was given up.');
				breathedAt = clock.monotonic();
			}
			if (known !== undefined)
				tally.add({
					summary: streamed.summary,
					record: seen.record,
					known,
					...ask(set, rule, streamed.summary.office, seen, known.findings, memory),
				});
			memory.see(seen);
			for (const { about, found } of told) memory.learn(about, found);
		}
		read += page.length;
		after = last.streamed.summary.id;
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

const isTried = ({ summary, latest }: StreamedRecord, kind: RecordKind, after: string): boolean =>
	latest && summary.kind === kind && summary.id > after;

type Turn = {
	readonly streamed: StreamedRecord;
	readonly seen: Seen;
	/** Undefined for a record that the rule is not tried on. */
	readonly known: KnownOfRecord | undefined;
	/** What became known with this record: it is an outcome, or one had come before it. */
	readonly told: readonly { readonly about: Seen; readonly found: boolean }[];
};

/** The next records, in order, with all that is told of them. */
async function readPage(
	database: Database,
	after: string,
	tried: (each: StreamedRecord) => boolean,
): Promise<Turn[]> {
	const page = await readStream(database, after, PAGE);
	const ids = page.map(({ summary }) => summary.id);
	const outcomes = page.filter(({ summary }) => summary.kind === 'outcome').map(({ summary }) => summary.id);
	const [known, hits, findings] = await Promise.all([
		readKnown(
			database,
			page.filter(tried).map(({ summary }) => summary),
		),
		readHitsOf(database.kysely, ids),
		readFindings(database.kysely, outcomes, ids),
	]);
	const subjects = new Map(
		(await readRecords(database.kysely, [...new Set(findings.map(({ recordId }) => recordId))])).map(
			(record) => [record.id, seenOf(record, [])],
		),
	);
	const hitsOf = Map.groupBy(hits, ({ recordId }) => recordId);
	const findingsOf = Map.groupBy(findings, ({ knownWith }) => knownWith);
	return page.map((streamed) => {
		const { id, version } = streamed.summary;
		return {
			streamed,
			seen: seenOf({ id, version, body: streamed.body }, hitsOf.get(id) ?? []),
			known: known.get(id),
			told: (findingsOf.get(id) ?? []).flatMap(({ recordId, found }) => {
				const about = subjects.get(recordId);
				return about === undefined ? [] : [{ about, found }];
			}),
		};
	});
}

const seenOf = ({ id, version, body }: StoredRecord, hits: readonly StoredHit[]): Seen => ({
	// Written by intake from a record that it had checked.
	record: JSON.parse(body) as BorderRecord,
	version,
	atMs: momentOf(id),
	hits: [...new Set(hits.map(({ list }) => list))],
	hitPlaces: [...new Set(hits.map(({ place }) => place))],
});

/** Asks the rule of every unit of a record, with what was known when it came. */
function ask(
	set: RuleSet,
	rule: Rule,
	office: string | null,
	{ record, version, atMs, hits }: Seen,
	findings: readonly Finding[],
	knowledge: Memory,
) {
	const context = {
		record,
		version,
		day: Math.floor(atMs / DAY_MS),
		nowMs: atMs,
		office,
		findings,
		hits,
		knowledge,
	};
	const units = unitsOf(record, context).filter(({ subject }) => subject === rule.subject);
	return { places: units.map(({ place }) => place), ...set.evaluate(units, context) };
}
