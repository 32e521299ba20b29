/**
 * The tree of a parsed expression, as the library gives it, and what is changed in it before its types are checked: all
 * numbers are of one kind (double), and `size` and `matches` are ours. What the language leaves out is refused here.
 */

export type ExpressionNode = {
	readonly op: string;
	args: unknown;
	readonly start: number;
	readonly end: number;
	readonly checkedType?: { readonly name: string };
};

/** A place in an expression that cannot be used, and why. */
export class ExpressionFault extends Error {
	readonly at: number;
	readonly remedy: string;

	constructor(message: string, at: number, remedy: string) {
		super(message);
		this.at = at;
		this.remedy = remedy;
	}
}

export const isNode = (part: unknown): part is ExpressionNode =>
	typeof part === 'object' && part !== null && 'op' in part && 'args' in part && 'start' in part;

/** Nodes directly below. */
export function partsOf({ args }: ExpressionNode): ExpressionNode[] {
	const found: ExpressionNode[] = [];
	const walk = (part: unknown): void => {
		if (isNode(part)) found.push(part);
		else if (Array.isArray(part)) for (const each of part) walk(each);
	};
	walk(args);
	return found;
}

/** Functions of the library that are replaced: their numbers are doubles, their patterns run in linear time. */
export const REPLACED: Readonly<Record<string, string>> = { size: 'size_', matches: 'matches_' };

/** Macros that go over a list. */
export const LOOPS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);
/** Methods whose numbers are places in a text: they take whole numbers. */
const BY_PLACE: ReadonlySet<string> = new Set(['substring']);

const LEFT_OUT: Readonly<Record<string, string>> = {
	map: 'maps ({key: value})',
	'.?': 'optional access',
	'[?]': 'optional access',
};

/** The name of the function or method that a node calls. */
export const calledName = ({ op, args }: ExpressionNode): string | undefined =>
	(op === 'call' || op === 'rcall') && Array.isArray(args) && typeof args[0] === 'string'
		? args[0]
		: undefined;

/**
 * Changes the tree in place.
 * @throws ExpressionFault for what the language leaves out.
 */
export function prepareTree(node: ExpressionNode, loops = 0): void {
	const leftOut = LEFT_OUT[node.op];
	if (leftOut !== undefined)
		throw new ExpressionFault(
			`${leftOut} are not part of the language`,
			node.start,
			'Write it without them.',
		);
	if (node.op === 'value') {
		if (typeof node.args === 'bigint') node.args = Number(node.args);
		else if (!['number', 'string', 'boolean'].includes(typeof node.args))
			throw new ExpressionFault(
				'this value is not part of the language',
				node.start,
				'Use texts, numbers, true and false.',
			);
		return;
	}
	const name = calledName(node);
	if (name === 'bind' || name === 'has')
		throw new ExpressionFault(
			`${name}() is not part of the language`,
			node.start,
			name === 'has'
				? 'Every fact is there; an unknown text is "", known(x) tells whether a number is known.'
				: 'Write the expression out.',
		);
	const isLoop = node.op === 'rcall' && name !== undefined && LOOPS.has(name);
	if (isLoop && loops > 0)
		throw new ExpressionFault(
			'a loop inside a loop takes too long on a large document',
			node.start,
			'Ask for each of the two lists by itself, or use listed(list, codes).',
		);
	const keepsWholeNumbers = node.op === '[]' || (name !== undefined && BY_PLACE.has(name));
	for (const part of partsOf(node))
		if (!(keepsWholeNumbers && typeof part.args === 'bigint')) prepareTree(part, isLoop ? loops + 1 : loops);
	if (Array.isArray(node.args) && name !== undefined) node.args[0] = REPLACED[name] ?? name;
}
