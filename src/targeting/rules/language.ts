/**
 * The language of conditions on one subject: CEL with the facts and functions of the catalogue, every type known. In: an
 * expression. Out: a function of a unit's variables, or where it is wrong and what to write instead. Expressions are bounded
 * in size, have no loops inside loops, and their patterns run in linear time.
 */
import { Environment } from '@marcbachmann/cel-js';
import type { RuleSubject } from '../../../contract/rules.ts';
import { catalogue } from '../facts/catalogue.ts';
import { answerKinds } from './answer-kinds.ts';
import { remedyOf } from './expression-remedies.ts';
import { type Runner, runnerOf } from './expression-run.ts';
import {
	calledName,
	ExpressionFault,
	type ExpressionNode,
	isNode,
	partsOf,
	prepareTree,
} from './expression-tree.ts';
import { sizeOf } from './expression-values.ts';
import { type LanguageFunction, languageFunctions } from './functions.ts';
import { PatternFault } from './linear-pattern.ts';

/** Where an expression is wrong: 0-based place in its text. */
export type ExpressionProblem = { readonly at: number; readonly message: string; readonly remedy: string };
export type CompiledExpression =
	| (Runner & { readonly ok: true; readonly type: string; readonly names: readonly NamedThing[] })
	| { readonly ok: false; readonly problem: ExpressionProblem };

/** What a function is asked for by name: the code list of `listed("weapons", …)`, the kind of event of `count`. */
export type NamedThing = { readonly of: string; readonly name: string; readonly at: number };

export type Language = {
	/** @param wanted type that it must have; anything that can be shown in a sentence unless given. */
	compile(expression: string, wanted?: 'bool'): CompiledExpression;
};

const LIMITS = {
	maxAstNodes: 500,
	maxDepth: 40,
	maxListElements: 200,
	maxMapEntries: 1,
	maxCallArguments: 4,
};

/** Types that a sentence can show. */
const SHOWN: ReadonlySet<string> = new Set(['double', 'string', 'bool', 'list<string>', 'list<double>']);

/** How a function is called: the language is the same for units and for tests, which give the answers themselves. */
export type Answer = (called: LanguageFunction, args: readonly unknown[]) => unknown;

const never = (): never => {
	throw new Error('the library checks types only');
};

function environmentOf(subject: RuleSubject): Environment {
	const environment = new Environment({ limits: LIMITS, homogeneousAggregateLiterals: true });
	const kinds = new Map(
		[...answerKinds, ...Object.values(catalogue[subject])].map((kind) => [kind.name, kind]),
	);
	for (const { name, view, facts } of kinds.values())
		environment.registerType(name, {
			ctor: view,
			fields: Object.fromEntries(Object.entries(facts).map(([field, { type }]) => [field, type])),
		});
	for (const [variable, { name }] of Object.entries(catalogue[subject]))
		environment.registerVariable(variable, name);
	for (const { name, takes, gives } of languageFunctions)
		environment.registerFunction(`${name}(${takes.map(([, type]) => type).join(', ')}): ${gives}`, never, {
			async: false,
		});
	for (const name of ['string', 'list'])
		environment
			.registerFunction(`size_(${name}): double`, never, { async: false })
			.registerFunction(`${name}.size_(): double`, never, { async: false });
	return environment
		.registerFunction('string.matches_(string): bool', never, { async: false })
		.registerOperator('double % double: double', never);
}

const environments = new Map<RuleSubject, Environment>();

/** Environments take a while to set up and are never changed afterwards. */
function environmentFor(subject: RuleSubject): Environment {
	let environment = environments.get(subject);
	if (environment === undefined) {
		environment = environmentOf(subject);
		environments.set(subject, environment);
	}
	return environment;
}

/** Functions that CEL itself has and that stay. */
const OWN_FUNCTIONS: ReadonlyMap<string, (args: readonly unknown[]) => unknown> = new Map([
	['size_(string)', ([value]: readonly unknown[]) => sizeOf(value)],
	['size_(list<string>)', ([value]: readonly unknown[]) => sizeOf(value)],
	['size_(list<double>)', ([value]: readonly unknown[]) => sizeOf(value)],
	['string(double)', ([value]: readonly unknown[]) => String(value)],
	['string(string)', ([value]: readonly unknown[]) => value],
	['string(bool)', ([value]: readonly unknown[]) => String(value)],
	['double(double)', ([value]: readonly unknown[]) => value],
	['double(string)', ([value]: readonly unknown[]) => toNumber(String(value))],
]);

/** NaN for what is no number, as everywhere. */
const toNumber = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** First arguments that are written out as texts. */
function namedThings(node: ExpressionNode): NamedThing[] {
	const name = node.op === 'call' ? calledName(node) : undefined;
	const [first] = partsOf(node);
	const own =
		name !== undefined && first?.op === 'value' && typeof first.args === 'string'
			? [{ of: name, name: first.args, at: first.start }]
			: [];
	return [...own, ...partsOf(node).flatMap(namedThings)];
}

/** @param answer called for each function of the language, with arguments of the types that it takes. */
export function languageFor(subject: RuleSubject, answer: Answer): Language {
	const environment = environmentFor(subject);
	const find = (name: string, types: readonly string[]) => {
		const called = languageFunctions.find(
			(each) =>
				each.name === name &&
				each.takes.length === types.length &&
				each.takes.every(([, type], index) => type === types[index]),
		);
		return called === undefined
			? OWN_FUNCTIONS.get(`${name}(${types.join(', ')})`)
			: (args: readonly unknown[]) => answer(called, args);
	};
	return {
		compile(expression, wanted) {
			const wrong = (at: number, message: string, remedy: string): CompiledExpression => ({
				ok: false,
				problem: { at: Math.min(at, expression.length), message, remedy },
			});
			try {
				const parsed = environment.parse(expression);
				const tree: unknown = parsed.ast;
				if (!isNode(tree)) return wrong(0, 'cannot be read', 'Write it anew.');
				prepareTree(tree);
				const { valid, type = '', error } = parsed.check();
				if (!valid) throw error;
				if (wanted !== undefined && type !== wanted)
					return wrong(
						0,
						`is a ${type}, not a condition`,
						'Compare it with something: a condition is true or false.',
					);
				if (!SHOWN.has(type) && type !== 'list')
					return wrong(0, `a ${type} cannot be shown`, 'Name one of its facts, such as ".count".');
				return { ok: true, type, ...runnerOf(tree, expression, find), names: namedThings(tree) };
			} catch (cause) {
				if (cause instanceof ExpressionFault) return wrong(cause.at, cause.message, cause.remedy);
				if (cause instanceof PatternFault)
					return wrong(
						Math.max(0, expression.indexOf('matches')),
						`the pattern cannot be used: ${cause.message}`,
						'Patterns have the syntax of RE2, without looking ahead or behind and without references to groups.',
					);
				const { at, message, remedy } = remedyOf(cause, subject);
				return wrong(at, message, remedy);
			}
		},
	};
}
