/**
 * Opens the rules that are live. In: rules, approved elsewhere. Out: what evaluates them on units, by subject, day and
 * office. A rule that throws is a failure of that rule on that unit; a rule that cannot be compiled fails wherever it applies.
 */
import type { Rule, RuleSubject } from '../../../contract/rules.ts';
import type { RecordUnit } from '../facts/fact-context.ts';
import { dayOf } from '../facts/times.ts';
import type { Firing, RuleFailure, Unit } from '../model.ts';
import { builtInCodeLists } from './code-lists.ts';
import type { CompiledRule, OpenRuleSet } from './engine.ts';
import type { Run } from './expression-run.ts';
import type { Scope } from './functions.ts';
import { languageFor } from './language.ts';
import { compileReason, type Reason } from './reason.ts';
import { UnitAnswers } from './unit-answers.ts';

/** One unit in so many is timed: asking the clock costs as much as a condition. */
const TIMED_EVERY = 64;
/** Offices that are kept apart; of more, senders make them up. */
const MOST_OFFICES = 1_000;
/** Failures of one record that are kept. */
const MOST_FAILURES = 100;

type Ready = CompiledRule & {
	readonly firstDay: number;
	readonly lastDay: number;
	/** Empty means all. */
	readonly offices: ReadonlySet<string>;
	/** Number of what the condition begins with, among those of its subject; -1 where it is asked as a whole. */
	readonly begins: number;
	readonly run: Run;
	readonly sentence: Reason;
};

/** What conditions on one subject begin with; each is asked for once for a unit. */
type Beginnings = {
	readonly numbers: Map<string, number>;
	readonly runs: Run[];
	readonly held: (boolean | undefined)[];
};

type SubjectRules = { readonly ready: Ready[]; readonly beginnings: Beginnings };

type CurrentScope = { current: Scope | undefined; readonly answers: UnitAnswers };

/** Milliseconds and units of one rule. */
type Timing = { ms: number; units: number };

const isRecordUnit = (unit: Unit): unit is RecordUnit => 'about' in unit && 'record' in unit;

export const openRuleSet: OpenRuleSet = (rules, weightOf, options = {}) => {
	const scope: CurrentScope = { current: undefined, answers: new UnitAnswers() };
	const bySubject = new Map<RuleSubject, SubjectRules>();
	for (const { rule, version } of rules) {
		const of: SubjectRules = bySubject.get(rule.subject) ?? {
			ready: [],
			beginnings: { numbers: new Map(), runs: [], held: [] },
		};
		bySubject.set(rule.subject, of);
		of.ready.push(readyRule(rule, version, scope, of.beginnings));
	}
	const timings = new Map<string, Timing>();
	let turn = 0;
	// Records of a day come from a few offices: what applies is worked out once for each.
	let applying = new Map<string | null, ReadonlyMap<RuleSubject, readonly Ready[]>>();
	let appliesOn = Number.NaN;

	const applyingTo = (day: number, office: string | null): ReadonlyMap<RuleSubject, readonly Ready[]> => {
		if (appliesOn !== day || applying.size > MOST_OFFICES) {
			appliesOn = day;
			applying = new Map();
		}
		let chosen = applying.get(office);
		if (chosen === undefined) {
			chosen = new Map(
				[...bySubject].map(([subject, { ready }]) => [
					subject,
					ready.filter((each) => applies(each, day, office)),
				]),
			);
			applying.set(office, chosen);
		}
		return chosen;
	};

	return {
		rules: rules.map(({ rule, version }) => ({ rule, version })),
		evaluate(units, context) {
			const firings: Firing[] = [];
			const failures: RuleFailure[] = [];
			const chosen = applyingTo(context.day, context.office);
			context.knowledge.history.turnTo?.(context.record, context.nowMs);
			for (const unit of units) {
				const ready = chosen.get(unit.subject);
				if (ready === undefined || ready.length === 0 || !isRecordUnit(unit)) continue;
				scope.answers.forget();
				scope.current = { unit, context, codeLists: options.codeLists ?? builtInCodeLists };
				const beginnings = bySubject.get(unit.subject)?.beginnings;
				if (beginnings === undefined) continue;
				beginnings.held.fill(undefined);
				const clock = turn++ % TIMED_EVERY === 0 ? options.monotonicMs : undefined;
				for (const each of ready) {
					if (clock === undefined) ask(each, beginnings, unit, weightOf, firings, failures);
					else
						timed(timings, clock, each.rule.id, () =>
							ask(each, beginnings, unit, weightOf, firings, failures),
						);
				}
			}
			scope.current = undefined;
			scope.answers.forget();
			return { firings, failures };
		},
		costs: () => new Map([...timings].map(([id, { ms, units }]) => [id, (ms * 1_000) / units])),
	};
};

/** Whether what the condition begins with holds; asked for once for a unit. */
function holds(begins: number, { runs, held }: Beginnings, unit: RecordUnit): boolean {
	let known = held[begins];
	if (known === undefined) {
		known = runs[begins]?.(unit.variables, undefined) === true;
		held[begins] = known;
	}
	return known;
}

const applies = ({ firstDay, lastDay, offices }: Ready, day: number, office: string | null): boolean =>
	day >= firstDay && day <= lastDay && (offices.size === 0 || (office !== null && offices.has(office)));

function ask(
	{ rule, version, begins, run, sentence }: Ready,
	beginnings: Beginnings,
	unit: RecordUnit,
	weightOf: (rule: Rule) => number | null,
	firings: Firing[],
	failures: RuleFailure[],
): void {
	try {
		if (begins >= 0 && !holds(begins, beginnings, unit)) return;
		if (run(unit.variables, undefined) !== true) return;
		firings.push({
			rule: rule.id,
			version,
			title: rule.title,
			place: unit.place,
			sentence: sentence(unit.variables),
			effect: rule.effect,
			weight: weightOf(rule),
		});
	} catch (cause) {
		if (failures.length >= MOST_FAILURES) return;
		const message = cause instanceof Error ? cause.message : String(cause);
		failures.push({ rule: rule.id, version, place: unit.place, message: message.slice(0, 500) });
	}
}

function timed(timings: Map<string, Timing>, clock: () => number, id: string, work: () => void): void {
	const from = clock();
	work();
	const timing = timings.get(id) ?? { ms: 0, units: 0 };
	timing.ms += clock() - from;
	timing.units += 1;
	timings.set(id, timing);
}

function readyRule(rule: Rule, version: number, scope: CurrentScope, beginnings: Beginnings): Ready {
	const language = languageFor(rule.subject, (called, args) => {
		if (scope.current === undefined) throw new Error('asked outside of an evaluation');
		return scope.answers.answer(called, args, scope.current);
	});
	const condition = language.compile(rule.when, 'bool');
	const reason = compileReason(rule.reason, language);
	return {
		rule,
		version,
		firstDay: dayOf(rule.validFrom),
		lastDay: dayOf(rule.validUntil),
		offices: new Set(rule.offices),
		begins: condition.ok && condition.first !== undefined ? numberOf(condition.first, beginnings) : -1,
		run: condition.ok
			? (condition.rest ?? condition.run)
			: failing(`condition: ${condition.problem.message}`),
		sentence: reason.ok ? reason.sentence : () => rule.title,
	};
}

function numberOf(
	{ text, run }: { readonly text: string; readonly run: Run },
	beginnings: Beginnings,
): number {
	const { numbers, runs, held } = beginnings;
	let number = numbers.get(text);
	if (number === undefined) {
		number = runs.length;
		numbers.set(text, number);
		runs.push(run);
		held.push(undefined);
	}
	return number;
}

const failing =
	(message: string): Run =>
	() => {
		throw new Error(message);
	};
