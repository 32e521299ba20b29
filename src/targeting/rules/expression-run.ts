/**
 * Runs expressions. In: a tree whose types the library has checked. Out: a function of the variables, made of closures, some
 * five times as fast as walking the tree. Follows CEL except where NaN is compared with `!=`: an unknown number is never
 * different from anything, so that no comparison with it is true.
 */
import {
	calledName,
	ExpressionFault,
	type ExpressionNode,
	isNode,
	LOOPS,
	partsOf,
} from './expression-tree.ts';
import { LONGEST_TEXT, listOf, METHODS, OPERATORS } from './expression-values.ts';
import { linearPattern } from './linear-pattern.ts';

export type Variables = Readonly<Record<string, object>>;
/** @param each the element in hand, inside of a loop. */
export type Run = (variables: Variables, each: unknown) => unknown;
/** The function of the language that a call means, by its name and the types of its arguments. */
export type FindFunction = (
	name: string,
	types: readonly string[],
) => ((args: readonly unknown[]) => unknown) | undefined;

type Compiled = { readonly run: Run; readonly mayThrow: boolean };
type Context = { readonly find: FindFunction; readonly each: string | undefined };

/** A condition in two parts: both must hold. Rules often begin alike, and then the first is asked for once. */
export type Runner = {
	readonly run: Run;
	/** Text and test of what stands before the first `&&`; undefined where there is none, or where it can fail. */
	readonly first?: { readonly text: string; readonly run: Run };
	/** What stands after it. */
	readonly rest?: Run;
};

/**
 * @param text that the tree was read from.
 * @throws ExpressionFault for what cannot be run.
 */
export function runnerOf(tree: ExpressionNode, text: string, find: FindFunction): Runner {
	const context = { find, each: undefined };
	const conditions = conjunctsOf(tree);
	const [first, ...others] = conditions;
	const { run } = compile(tree, context);
	if (first === undefined || others.length === 0) return { run };
	const begin = compile(first, context);
	const rest = others.map((each) => compile(each, context));
	if (begin.mayThrow || rest.some(({ mayThrow }) => mayThrow)) return { run };
	return {
		run,
		first: { text: text.slice(first.start, first.end), run: begin.run },
		rest: allOf(rest.map((each) => each.run)),
	};
}

const conjunctsOf = (node: ExpressionNode): ExpressionNode[] =>
	node.op === '&&' ? partsOf(node).flatMap(conjunctsOf) : [node];

function allOf(runs: readonly Run[]): Run {
	const [first, second, third] = runs;
	if (first === undefined) return () => true;
	if (second === undefined) return first;
	if (third === undefined)
		return (variables, each) => first(variables, each) === true && second(variables, each) === true;
	return (variables, each) => {
		for (const run of runs) if (run(variables, each) !== true) return false;
		return true;
	};
}

const typeOf = (node: ExpressionNode): string => node.checkedType?.name ?? '';
const calm = (run: Run): Compiled => ({ run, mayThrow: false });

function cannot(node: ExpressionNode, what: string): never {
	throw new ExpressionFault(`${what} is not part of the language`, node.start, 'docs/rules.md has what is.');
}

function compile(node: ExpressionNode, context: Context): Compiled {
	switch (node.op) {
		case 'value': {
			const value = node.args;
			return calm(() => value);
		}
		case 'id': {
			const name = String(node.args);
			return calm(name === context.each ? (_variables, each) => each : (variables) => variables[name]);
		}
		case '.':
			return compileAccess(node, context);
		case '[]':
			return compileIndex(node, context);
		case '&&':
		case '||':
			return compileLogic(node, context);
		case '!_': {
			const { run, mayThrow } = only(node, context);
			return { run: (variables, each) => run(variables, each) !== true, mayThrow };
		}
		case '-_': {
			const { run, mayThrow } = only(node, context);
			return { run: (variables, each) => -Number(run(variables, each)), mayThrow };
		}
		case '?:':
			return compileChoice(node, context);
		case 'list':
			return compileList(node, context);
		case 'call':
			return compileCall(node, context);
		case 'rcall':
			return compileMethod(node, context);
		default:
			return compileBinary(node, context);
	}
}

const only = (node: ExpressionNode, context: Context): Compiled => {
	const [part] = partsOf(node);
	return part === undefined ? cannot(node, node.op) : compile(part, context);
};

const both = (node: ExpressionNode): readonly [ExpressionNode, ExpressionNode] => {
	const [left, right] = partsOf(node);
	return left === undefined || right === undefined ? cannot(node, node.op) : [left, right];
};

function compileAccess(node: ExpressionNode, context: Context): Compiled {
	const { run, mayThrow } = only(node, context);
	const name = Array.isArray(node.args) ? String(node.args[1]) : '';
	const left = partsOf(node)[0];
	if (left?.op === 'id' && left.args !== context.each) {
		const variable = String(left.args);
		return calm((variables) => propertyOf(variables[variable], name));
	}
	return {
		run: (variables, each) => {
			return propertyOf(run(variables, each), name);
		},
		mayThrow,
	};
}

/** Much faster than Reflect.get where the property is a getter. The type checker knows that it is there. */
const propertyOf = (object: unknown, name: string): unknown =>
	typeof object === 'object' && object !== null ? (object as Record<string, unknown>)[name] : undefined;

function compileIndex(node: ExpressionNode, context: Context): Compiled {
	const [list, index] = both(node).map((part) => compile(part, context));
	if (list === undefined || index === undefined) return cannot(node, node.op);
	return {
		run: (variables, each) => {
			const elements = listOf(list.run(variables, each));
			const at = Number(index.run(variables, each));
			const found = elements[at];
			if (found === undefined) throw new RangeError(`the list has no element ${at}`);
			return found;
		},
		mayThrow: true,
	};
}

/** An error on one side does not matter where the other side decides alone. */
function compileLogic(node: ExpressionNode, context: Context): Compiled {
	const [left, right] = both(node).map((part) => compile(part, context));
	if (left === undefined || right === undefined) return cannot(node, node.op);
	const decides = node.op === '||';
	const { run: first } = left;
	const { run: second } = right;
	const mayThrow = left.mayThrow || right.mayThrow;
	if (!left.mayThrow)
		return {
			run: decides
				? (variables, each) => first(variables, each) === true || second(variables, each) === true
				: (variables, each) => first(variables, each) === true && second(variables, each) === true,
			mayThrow,
		};
	return {
		run: (variables, each) => {
			let failure: unknown;
			try {
				if (first(variables, each) === decides) return decides;
			} catch (cause) {
				failure = cause ?? new Error('failed');
			}
			if (second(variables, each) === decides) return decides;
			if (failure !== undefined) throw failure;
			return !decides;
		},
		mayThrow,
	};
}

function compileChoice(node: ExpressionNode, context: Context): Compiled {
	const [condition, yes, no] = partsOf(node).map((part) => compile(part, context));
	if (condition === undefined || yes === undefined || no === undefined) return cannot(node, node.op);
	return {
		run: (variables, each) =>
			condition.run(variables, each) === true ? yes.run(variables, each) : no.run(variables, each),
		mayThrow: condition.mayThrow || yes.mayThrow || no.mayThrow,
	};
}

function compileList(node: ExpressionNode, context: Context): Compiled {
	const parts = partsOf(node);
	if (parts.every(({ op }) => op === 'value')) {
		const values = Object.freeze(parts.map(({ args }) => args));
		return calm(() => values);
	}
	const elements = parts.map((part) => compile(part, context));
	return {
		run: (variables, each) => elements.map(({ run }) => run(variables, each)),
		mayThrow: elements.some(({ mayThrow }) => mayThrow),
	};
}

function compileBinary(node: ExpressionNode, context: Context): Compiled {
	const [left, right] = both(node);
	const { run: first, mayThrow: firstThrows } = compile(left, context);
	const { run: second, mayThrow: secondThrows } = compile(right, context);
	const mayThrow = firstThrows || secondThrows;
	if (node.op === 'in') {
		if (right.op === 'list' && partsOf(right).every(({ op }) => op === 'value')) {
			const members = new Set(partsOf(right).map(({ args }) => args));
			return { run: (variables, each) => members.has(first(variables, each)), mayThrow };
		}
		return {
			run: (variables, each) => listOf(second(variables, each)).includes(first(variables, each)),
			mayThrow,
		};
	}
	const operate = OPERATORS.get(`${typeOf(left)} ${node.op} ${typeOf(right)}`);
	if (operate === undefined) return cannot(node, `${typeOf(left)} ${node.op} ${typeOf(right)}`);
	// The types of both sides were checked: the table has the operator of exactly these two.
	const apply = operate as (left: unknown, right: unknown) => unknown;
	return { run: (variables, each) => apply(first(variables, each), second(variables, each)), mayThrow };
}

function compileCall(node: ExpressionNode, context: Context): Compiled {
	const name = calledName(node) ?? '';
	const parts = partsOf(node);
	const compiled = parts.map((part) => compile(part, context));
	const call = context.find(name, parts.map(typeOf));
	if (call === undefined) return cannot(node, `${name}(${parts.map(typeOf).join(', ')})`);
	const runs = compiled.map(({ run }) => run);
	// Functions of the language do not throw; what goes wrong inside of one is an error of the whole condition.
	const mayThrow = compiled.some((each) => each.mayThrow);
	const [first, second] = runs;
	if (runs.every((run, index) => parts[index]?.op === 'value' && run !== undefined)) {
		const args = Object.freeze(parts.map(({ args: value }) => value));
		return { run: () => call(args), mayThrow };
	}
	if (runs.length === 1 && first !== undefined)
		return { run: (variables, each) => call([first(variables, each)]), mayThrow };
	if (runs.length === 2 && first !== undefined && second !== undefined)
		return { run: (variables, each) => call([first(variables, each), second(variables, each)]), mayThrow };
	return { run: (variables, each) => call(runs.map((run) => run(variables, each))), mayThrow };
}

function compileMethod(node: ExpressionNode, context: Context): Compiled {
	const name = calledName(node) ?? '';
	const [receiver, ...rest] = partsOf(node);
	if (receiver === undefined) return cannot(node, name);
	if (LOOPS.has(name)) return compileLoop(node, name, receiver, rest, context);
	const { run: on, mayThrow } = compile(receiver, context);
	const args = rest.map((part) => compile(part, context));
	const method = METHODS.get(name);
	if (method === undefined) return cannot(node, `${name}()`);
	const [first] = rest;
	if (name === 'matches_' && first?.op === 'value' && typeof first.args === 'string') {
		const test = linearPattern(first.args);
		return { run: (variables, each) => test(String(on(variables, each)).slice(0, LONGEST_TEXT)), mayThrow };
	}
	return {
		run: (variables, each) =>
			method(
				on(variables, each),
				args.map(({ run }) => run(variables, each)),
			),
		mayThrow: true,
	};
}

function compileLoop(
	node: ExpressionNode,
	name: string,
	receiver: ExpressionNode,
	rest: readonly ExpressionNode[],
	outer: Context,
): Compiled {
	const [variable, ...bodies] = rest;
	if (variable === undefined || variable.op !== 'id' || bodies.some((body) => !isNode(body)))
		return cannot(node, name);
	const { run: on, mayThrow } = compile(receiver, outer);
	const context = { ...outer, each: String(variable.args) };
	const [first, second] = bodies.map((body) => compile(body, context));
	if (first === undefined) return cannot(node, name);
	const holds = (variables: Variables) => (each: unknown) => first.run(variables, each) === true;
	const throws = mayThrow || first.mayThrow;
	switch (name) {
		case 'all':
			return {
				run: (variables, each) => listOf(on(variables, each)).every(holds(variables)),
				mayThrow: throws,
			};
		case 'exists':
			return {
				run: (variables, each) => listOf(on(variables, each)).some(holds(variables)),
				mayThrow: throws,
			};
		case 'exists_one':
			return {
				run: (variables, each) => listOf(on(variables, each)).filter(holds(variables)).length === 1,
				mayThrow: throws,
			};
		case 'filter':
			return {
				run: (variables, each) => listOf(on(variables, each)).filter(holds(variables)),
				mayThrow: throws,
			};
		default: {
			if (second === undefined)
				return {
					run: (variables, each) => listOf(on(variables, each)).map((one) => first.run(variables, one)),
					mayThrow: throws,
				};
			return {
				run: (variables, each) =>
					listOf(on(variables, each))
						.filter(holds(variables))
						.map((one) => second.run(variables, one)),
				mayThrow: throws || second.mayThrow,
			};
		}
	}
}
