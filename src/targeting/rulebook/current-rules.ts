/**
 * The rules that apply now, ready to be asked on the line, and what each stands for. Read anew when a rule changes here or
 * in another process, and when the day does; counts of inspections are read at most once a minute.
 */
import type { Rule } from '../../../contract/rules.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import type { CodeLists, RuleSet } from '../rules/engine.ts';
import { openRuleSet } from '../rules/open-rule-set.ts';
import { type RuleSums, readRuleSums } from '../store/rule-figures.ts';
import {
	addRuleEvents,
	holdBook,
	readGeneration,
	readLiveVersions,
	withoutExpiredEvent,
} from '../store/rules.ts';
import { dayOf, daysBefore, LIFE_DAYS, weightFrom } from './live-figures.ts';
import { storedRule } from './rule-text.ts';

const FIGURES_MS = 60_000;
/** How often a process asks whether another one changed the rules. */
const OTHERS_MS = 2_000;
/** Who lets a rule expire, in its events. */
const CALENDAR = 'calendar';

export type CurrentRules = {
	/** Never waits: what was read last. */
	current(): RuleSet;
	/** Reads the rules again; resolves when `current` has them. */
	reload(): Promise<void>;
	/** Begins to follow what other processes change, where there can be any. */
	follow(): void;
	/** Mean microseconds of a rule for one unit, in this process; undefined where it was never timed. */
	costOf(rule: string): number | undefined;
	/** Waits for what it reads and writes beside the line. */
	close(): Promise<void>;
};

export type CurrentRulesOptions = {
	database: Database;
	clock: Clock;
	onFailure: (message: string, cause: unknown) => void;
	codeLists?: CodeLists | undefined;
};

type LiveRule = { readonly rule: Rule; readonly version: number };

export function createCurrentRules(options: CurrentRulesOptions): CurrentRules {
	const { database, clock, onFailure } = options;
	let live: readonly LiveRule[] = [];
	let sums: ReadonlyMap<string, RuleSums> = new Map();
	let costs = new Map<string, number>();
	let day = '';
	let generation = -1;
	let set: RuleSet | undefined;
	let figuresAt = clock.monotonic();
	let reading: Promise<void> = Promise.resolve();
	let timer: NodeJS.Timeout | undefined;
	let closed = false;

	const build = (): RuleSet => {
		// Costs of the set that goes are what is known until the new one was timed.
		if (set !== undefined) costs = new Map([...costs, ...set.costs()]);
		const today = dayOf(clock.now());
		set = openRuleSet(
			live.filter(({ rule }) => rule.validUntil >= today),
			(rule) => weightFrom(rule, sums.get(rule.id)),
			{ monotonicMs: () => clock.monotonic(), codeLists: options.codeLists },
		);
		return set;
	};

	const readFigures = async (): Promise<void> => {
		figuresAt = clock.monotonic();
		sums = await readRuleSums(database, daysBefore(dayOf(clock.now()), LIFE_DAYS));
	};

	/** Says once of every rule whose last day has passed that it expired. */
	const tellExpired = async (): Promise<void> => {
		const today = dayOf(clock.now());
		const expired = live.filter(({ rule }) => rule.validUntil < today);
		const untold = await withoutExpiredEvent(
			database,
			expired.map(({ rule }) => rule.id),
		);
		if (untold.size === 0) return;
		await database.transact(async (session) => {
			await holdBook(session);
			const still = await withoutExpiredEvent(session, [...untold]);
			await addRuleEvents(
				session,
				expired
					.filter(({ rule }) => still.has(rule.id))
					.map(({ rule, version }) => ({
						rule: rule.id,
						version,
						what: 'expired',
						actor: CALENDAR,
						reason: `its last day was ${rule.validUntil}`,
					})),
				new Date(clock.now()),
			);
		});
	};

	const read = async (): Promise<void> => {
		generation = await readGeneration(database);
		const versions = await readLiveVersions(database);
		live = versions.map(({ body, version }) => ({ rule: storedRule(body), version }));
		await readFigures();
		build();
		await tellExpired();
	};

	/** One reading after the other, so that the last one wins. */
	const reload = (): Promise<void> => {
		const done = reading.then(read);
		reading = done.catch(() => {});
		return done;
	};

	const beside = new Set<Promise<void>>();
	const inBackground = (work: () => Promise<void>, what: string): void => {
		const done = work()
			.catch((error: unknown) => {
				if (!closed) onFailure(what, error);
			})
			.finally(() => beside.delete(done));
		beside.add(done);
	};

	let failing = false;
	const look = async (): Promise<void> => {
		try {
			if ((await readGeneration(database)) !== generation) await reload();
			failing = false;
		} catch (error) {
			// Said once, not every two seconds of an outage.
			if (failing) return;
			failing = true;
			throw error;
		}
	};

	return {
		current: () => {
			const today = dayOf(clock.now());
			if (today !== day) {
				day = today;
				// The set knows its days; it is made anew only where a rule left it for good.
				if (set?.rules.some(({ rule }) => rule.validUntil < today) === true) {
					build();
					inBackground(tellExpired, 'rules that expired could not be noted; they do not apply any more');
				}
			}
			if (clock.monotonic() - figuresAt >= FIGURES_MS)
				inBackground(readFigures, 'counts of rules could not be read; weights stay as they were');
			return set ?? build();
		},
		reload,
		follow: () => {
			// The embedded database belongs to one process: nobody else can change its rules.
			if (database.engine === 'pglite') return;
			timer = setInterval(() => {
				if (beside.size === 0)
					inBackground(look, 'changes of rules could not be read; the last known rules apply');
			}, OTHERS_MS).unref();
		},
		costOf: (rule) => set?.costs().get(rule) ?? costs.get(rule),
		close: async () => {
			closed = true;
			clearInterval(timer);
			await Promise.all(beside);
		},
	};
}
