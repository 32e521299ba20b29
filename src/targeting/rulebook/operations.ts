/**
 * The rule book: rules from a draft to their last day, and the rules that are live now. Orchestrates: every change is one
 * transaction, and is in force in this process when it is answered.
 */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import type { TradeStatistics } from '../knowledge.ts';
import { openMemory } from '../memory.ts';
import type { Actor, RuleOperations } from '../model.ts';
import { checkRule } from '../rules/check-rule.ts';
import { describeLanguage } from '../rules/describe-language.ts';
import type { CheckRule, CodeLists, RuleSet } from '../rules/engine.ts';
import {
	addRuleEvents,
	holdBook,
	insertVersions,
	keepBacktest,
	readKnownRules,
	readSpeakingVersions,
	updateVersion,
} from '../store/rules.ts';
import { runBacktest } from './backtest.ts';
import {
	type Change,
	decideRule,
	importRules,
	proposeRule,
	renewRule,
	retireRule,
	saveRule,
} from './change-rules.ts';
import { createCurrentRules } from './current-rules.ts';
import { dayOf } from './live-figures.ts';
import { exportRules, listRules, readRule } from './read-rules.ts';
import { PACK, planPack, readRulePack, SHIPPED_RULES } from './rule-pack.ts';
import { storedRule, triedOf } from './rule-text.ts';

export type RuleBookOptions = {
	database: Database;
	clock: Clock;
	onFailure: (message: string, cause: unknown) => void;
	/** Folder of the rules that come with the program. */
	packFolder?: string;
	/** Lists of codes that conditions name; those of the program unless given. */
	codeLists?: CodeLists | undefined;
	/** Of partner countries, for backtests: the same that the line has. */
	statistics?: TradeStatistics | undefined;
};

export type RuleBook = RuleOperations & {
	/** Rules that apply now; read anew when a rule changes or the day does. */
	current(): RuleSet;
	/** Writes the pack that comes with the program where this node has no rule yet, and reads what is live. */
	open(): Promise<void>;
	/** Gives up a backtest that runs, and waits for what is written beside the line. */
	close(): Promise<void>;
};

export function createRuleBook(options: RuleBookOptions): RuleBook {
	const { database, clock, onFailure, packFolder = SHIPPED_RULES, statistics, codeLists } = options;
	const check: CheckRule = (rule) => checkRule(rule, { codeLists });
	const rules = createCurrentRules({ database, clock, onFailure, codeLists });
	let backtesting: Promise<unknown> | undefined;
	let stopping = false;

	const changeBy = (actor: Actor): Change => ({ database, nowMs: clock.now(), actor });
	const detail = (input: InputOf<'readRule'>): Promise<OutputOf<'readRule'>> =>
		readRule(database, clock.now(), rules.costOf, input);
	/** What a change of one version answers with, once it is in force here. */
	const afterwards = async (input: InputOf<'readRule'>): Promise<OutputOf<'readRule'>> => {
		await rules.reload();
		return detail(input);
	};

	const installPack = async (): Promise<void> => {
		const pack = await readRulePack(packFolder);
		for (const problem of pack.problems) onFailure(`rules that come with the program: ${problem}`, undefined);
		const plan = (known: Awaited<ReturnType<typeof readKnownRules>>) =>
			planPack(
				pack.rules,
				known,
				(rule) => check(rule).proposable,
				dayOf(clock.now()),
				new Date(clock.now()),
			);
		const before = plan(await readKnownRules(database));
		if (before.insert.length + before.update.length === 0) return;
		await database.transact(async (session) => {
			await holdBook(session);
			// Read again: another process may have been first.
			const { insert, update } = plan(await readKnownRules(session));
			await insertVersions(session, insert);
			for (const version of update) await updateVersion(session, version);
			await addRuleEvents(
				session,
				[...insert, ...update].map(({ id, version, state }) => ({
					rule: id,
					version,
					what: state === 'live' ? 'approved' : 'imported',
					actor: PACK,
					reason: state === 'live' ? 'came with the program, for a year' : 'came with the program',
				})),
				new Date(clock.now()),
			);
		});
	};

	const backtestRule: RuleOperations['backtestRule'] = async ({ rule, days, limit }, actor) => {
		if (backtesting !== undefined)
			throw new TidewaiterError('busy', 'Another backtest is running.', {
				remedy: 'Try again when it is done; one runs at a time, so that the line goes on.',
			});
		const work = async (): Promise<OutputOf<'backtestRule'>> => {
			const [problem] = check(rule).problems.filter(({ field }) => field === 'when' || field === 'reason');
			if (problem !== undefined)
				throw new TidewaiterError('invalid-input', problem.message, {
					place: `rule.${problem.field}`,
					remedy: problem.remedy,
				});
			const live = (await readSpeakingVersions(database)).filter(({ state }) => state === 'live');
			const result = await runBacktest(
				{
					database,
					clock,
					codeLists,
					openMemory: () => openMemory({ statistics }),
					titles: new Map(live.map(({ id, body }) => [id, storedRule(body).title])),
					isStopping: () => stopping,
				},
				rule,
				{ days, limit },
			);
			await database.transact((session) =>
				keepBacktest(session, rule.id, triedOf(rule), {
					at: new Date(clock.now()),
					actor: actor.name,
					result: JSON.stringify(result),
				}),
			);
			return result;
		};
		const running = work().finally(() => {
			backtesting = undefined;
		});
		backtesting = running;
		return running;
	};

	return {
		current: rules.current,
		open: async () => {
			await installPack();
			await rules.reload();
			rules.follow();
		},
		close: async () => {
			stopping = true;
			await backtesting?.catch(() => {});
			await rules.close();
		},
		listRules: (input) => listRules(database, clock.now(), input),
		readRuleLanguage: async () => describeLanguage({ codeLists }),
		readRule: detail,
		checkRule: async ({ rule }) => check(rule),
		backtestRule,
		saveRule: async (input, actor) =>
			afterwards({ id: input.rule.id, version: await saveRule(changeBy(actor), input) }),
		proposeRule: async (input, actor) => {
			await proposeRule(changeBy(actor), check, input);
			return afterwards(input);
		},
		decideRule: async (input, actor) => {
			await decideRule(changeBy(actor), input);
			return afterwards(input);
		},
		renewRule: async (input, actor) => {
			await renewRule(changeBy(actor), input);
			return afterwards({ id: input.id });
		},
		retireRule: async (input, actor) => {
			await retireRule(changeBy(actor), input);
			return afterwards({ id: input.id });
		},
		exportRules: (input) => exportRules(database, clock.now(), input),
		importRules: async (input, actor) => {
			const imported = await importRules(changeBy(actor), checkRule, input);
			await rules.reload();
			return imported;
		},
	};
}
