/**
 * Checks a rule before anybody approves it. In: a rule in its form. Out: every problem with its place and remedy, and what
 * its test cases gave. Cases say what facts and functions answer; what they do not say is unknown.
 */
import type { Rule, RuleTest } from '../../../contract/rules.ts';
import type { RuleCheck } from '../../../contract/views-rules.ts';
import { catalogue } from '../facts/catalogue.ts';
import { type FactKind, type FactType, type FactValue, unknownOf } from '../facts/fact-table.ts';
import { dayOf } from '../facts/times.ts';
import { EVENT_KINDS } from '../history/kinds.ts';
import { answerKinds } from './answer-kinds.ts';
import { builtInCodeLists } from './code-lists.ts';
import type { CheckRule, CodeLists } from './engine.ts';
import { nearest } from './expression-remedies.ts';
import type { Run, Variables } from './expression-run.ts';
import {
	facets,
	type LanguageFunction,
	languageFunctions,
	measures,
	type Scope,
	type ValueType,
} from './functions.ts';
import { type Answer, type ExpressionProblem, languageFor, type NamedThing } from './language.ts';
import { compileReason } from './reason.ts';

type Problem = RuleCheck['problems'][number];
type TestResult = RuleCheck['tests'][number];
type Answers = RuleTest['answers'];

/** A rule must be renewed after so many days at the latest. */
const MOST_DAYS = 731;

export const checkRule: CheckRule = (rule, options = {}) => {
	const codeLists = options.codeLists ?? builtInCodeLists;
	const problems: Problem[] = [];
	const answers: { current: Answers } = { current: {} };
	const language = languageFor(rule.subject, answerFrom(answers, codeLists));
	const condition = language.compile(rule.when, 'bool');
	if (condition.ok) problems.push(...nameProblems('when', rule.when, condition.names, codeLists));
	else problems.push(placed('when', rule.when, condition.problem));
	const reason = compileReason(rule.reason, language);
	if (reason.ok) problems.push(...nameProblems('reason', rule.reason, reason.names, codeLists));
	else problems.push(placed('reason', rule.reason, reason.problem));
	problems.push(...dayProblems(rule));
	const tests: TestResult[] = [];
	for (const [index, test] of rule.tests.entries()) {
		const wrong = testProblems(rule, test, index);
		problems.push(...wrong);
		tests.push(
			condition.ok && wrong.length === 0
				? runTest(rule, test, condition.run, answers, reason.ok ? reason.sentence : undefined)
				: result(test, null, wrong[0]?.message ?? 'the condition cannot be read'),
		);
	}
	const has = (fires: boolean): boolean => tests.some(({ expected }) => expected === fires);
	return {
		problems,
		tests,
		proposable: problems.length === 0 && tests.every(({ passed }) => passed) && has(true) && has(false),
	};
};

function placed(field: Problem['field'], text: string, { at, message, remedy }: ExpressionProblem): Problem {
	const before = text.slice(0, at).split('\n');
	return { field, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message, remedy };
}

const unplaced = (field: Problem['field'], message: string, remedy: string): Problem => ({
	field,
	line: null,
	column: null,
	message,
	remedy,
});

function dayProblems({ validFrom, validUntil }: Rule): Problem[] {
	const days = dayOf(validUntil) - dayOf(validFrom);
	if (Number.isNaN(days))
		return [unplaced('validUntil', 'a day that does not exist', 'Write days as YYYY-MM-DD.')];
	if (days < 0)
		return [unplaced('validUntil', 'the last day is before the first', 'Set the last day to a later one.')];
	return days > MOST_DAYS
		? [
				unplaced(
					'validUntil',
					'a rule applies for two years at most',
					'Set an earlier last day; it can be renewed.',
				),
			]
		: [];
}

/** What may be named, by the function that looks it up. */
const namesFor = (of: string, codeLists: CodeLists): readonly string[] | undefined => {
	switch (of) {
		case 'listed':
			return [...codeLists.keys()];
		case 'band':
			return measures;
		case 'tally':
		case 'rate':
			return facets;
		case 'count':
		case 'sum':
		case 'distinct':
		case 'around':
			return EVENT_KINDS.map(({ name }) => name);
		default:
			return undefined;
	}
};

/** A name that nothing has would never match, and nobody would notice. */
function nameProblems(
	field: 'when' | 'reason',
	text: string,
	named: readonly NamedThing[],
	codeLists: CodeLists,
): Problem[] {
	return named.flatMap(({ of, name, at }) => {
		const names = namesFor(of, codeLists);
		if (names === undefined || names.includes(name)) return [];
		const near = nearest(name, names);
		const remedy = `${near === undefined ? '' : `Did you mean "${near}"? `}There are ${names.join(', ')}.`;
		return [placed(field, text, { at, message: `${of}() knows no "${name}"`, remedy })];
	});
}

function result({ name, fires }: RuleTest, fired: boolean | null, message: string | null): TestResult {
	return { name, expected: fires, fired, passed: fired === fires, message };
}

function runTest(
	rule: Rule,
	test: RuleTest,
	run: Run,
	answers: { current: Answers },
	sentence: ((variables: Variables) => string) | undefined,
): TestResult {
	answers.current = test.answers;
	try {
		const variables = variablesOf(rule, test);
		const fired = run(variables, undefined) === true;
		const said = fired && sentence !== undefined ? sentence(variables) : null;
		return result(test, fired, said);
	} catch (cause) {
		return result(test, null, cause instanceof Error ? cause.message : String(cause));
	} finally {
		answers.current = {};
	}
}

/** Variables in which only what the case says is known. */
function variablesOf({ subject }: Rule, { facts }: RuleTest): Variables {
	const variables: Record<string, object> = {};
	for (const [variable, kind] of Object.entries(catalogue[subject])) {
		const values = new Map<string, FactValue>();
		for (const [path, value] of Object.entries(facts))
			if (path.startsWith(`${variable}.`)) values.set(path.slice(variable.length + 1), value);
		variables[variable] = kind.made(values);
	}
	return variables;
}

function testProblems(rule: Rule, test: RuleTest, index: number): Problem[] {
	const problems: Problem[] = [];
	const where = `case ${index + 1} ("${test.name}")`;
	const kinds: Readonly<Record<string, FactKind>> = catalogue[rule.subject];
	const paths = Object.entries(kinds).flatMap(([variable, { facts }]) =>
		Object.keys(facts).map((fact) => `${variable}.${fact}`),
	);
	for (const [path, value] of Object.entries(test.facts)) {
		const [variable = '', name = ''] = path.split('.');
		const type = kinds[variable]?.facts[name]?.type;
		if (type === undefined) {
			const near = nearest(path, paths);
			problems.push(
				unplaced(
					'tests',
					`${where}: there is no fact "${path}"`,
					near === undefined ? 'The list of facts has what there is.' : `Did you mean "${near}"?`,
				),
			);
		} else if (!fits(type, value))
			problems.push(unplaced('tests', `${where}: "${path}" is a ${type}`, 'Give a value of this kind.'));
	}
	for (const [given, value] of Object.entries(test.answers)) {
		const { name } = answerName(given);
		const functions = languageFunctions.filter((each) => each.name === name);
		if (functions.length === 0) {
			const near = nearest(
				name,
				languageFunctions.map((each) => each.name),
			);
			problems.push(
				unplaced(
					'tests',
					`${where}: there is no function "${name}"`,
					near === undefined ? 'The list of functions has what there is.' : `Did you mean "${near}"?`,
				),
			);
		} else if (!functions.some(({ gives }) => answerFits(gives, value)))
			problems.push(
				unplaced(
					'tests',
					`${where}: ${name}() answers with a ${functions[0]?.gives}`,
					'Give an answer of this kind.',
				),
			);
	}
	return problems;
}

function fits(type: FactType, value: unknown): boolean {
	switch (type) {
		case 'double':
			return typeof value === 'number';
		case 'string':
			return typeof value === 'string';
		case 'bool':
			return typeof value === 'boolean';
		case 'list<string>':
			return Array.isArray(value) && value.every((each) => typeof each === 'string');
		default:
			return Array.isArray(value) && value.every((each) => typeof each === 'number');
	}
}

const kindOf = (type: ValueType): FactKind | undefined => answerKinds.find(({ name }) => name === type);

function answerFits(type: ValueType, value: unknown): boolean {
	const kind = kindOf(type);
	if (kind === undefined) return fits(type as FactType, value);
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		Object.keys(value).every((name) => name in kind.facts)
	);
}

/** `count` answers every call, `count(sighting)` those with this first argument, `count(sighting, key, 7)` that one. */
function answerName(given: string): { name: string; first: string | undefined } {
	const match = /^(\w+)(?:\((.*)\))?$/.exec(given);
	return { name: match?.[1] ?? given, first: match?.[2] };
}

/** Answers functions by what the case in hand says; what needs nothing but its arguments is worked out. */
function answerFrom(answers: { readonly current: Answers }, codeLists: CodeLists): Answer {
	return (called, args) => {
		const given =
			answers.current[`${called.name}(${args.join(', ')})`] ??
			answers.current[`${called.name}(${String(args[0])})`] ??
			answers.current[called.name];
		const kind = kindOf(called.gives);
		if (kind !== undefined)
			return kind.made(
				new Map(
					typeof given === 'object' && !Array.isArray(given)
						? Object.entries(given).map(([name, value]) => [name, asFact(kind, name, value)])
						: [],
				),
			);
		if (given !== undefined) return given;
		// Functions that need nothing of a unit do not look at the scope beyond the code lists.
		return called.isPlain ? plainAnswer(called, args, codeLists) : unknownOf(called.gives as FactType);
	};
}

/** An answer's flags are given as 1 and 0, since answers of several parts hold numbers. */
const asFact = (kind: FactKind, name: string, value: number): FactValue =>
	kind.facts[name]?.type === 'bool' ? value !== 0 : value;

function plainAnswer(called: LanguageFunction, args: readonly unknown[], codeLists: CodeLists): unknown {
	const scope: Pick<Scope, 'codeLists'> = { codeLists };
	return called.call(scope as Scope, args);
}
