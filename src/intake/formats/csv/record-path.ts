/**
 * Paths into a record, as CSV columns and mapping files write them: `items[0].netMassKg`, `further["Tax office"]`,
 * and `items[].netMassKg` for one entry from each row. A path is checked against the shape of its kind of record,
 * so a column can never name a member that no record has.
 */
import { memberPath } from '../json/canonical.ts';
import type { LeafShape, ObjectShape, Shape } from '../json/record-shape.ts';

/** A member's name, a 0-based index, or `row`: one entry from each row. */
export type Step = { name: string } | { index: number } | { row: true };

export type ResolvedPath = {
	steps: readonly Step[];
	/** The shape at the end of the path; an array, object or map where the path stops short of a leaf. */
	shape: Shape;
};

/** Highest index that a path may have; more entries than that do not go into columns. */
const MAX_INDEX = 99_999;

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const INDEX = /\[(\d{0,6})\]/y;
const QUOTED = /\[("(?:[^"\\]|\\.)*")\]/y;

/** Steps of a path, or undefined where the text is none. */
export function parsePath(text: string): Step[] | undefined {
	const steps: Step[] = [];
	let at = 0;
	const take = (pattern: RegExp): RegExpExecArray | null => {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match !== null) at = pattern.lastIndex;
		return match;
	};
	while (at < text.length) {
		if (text[at] === '[') {
			const index = take(INDEX);
			if (index !== null) {
				if (index[1] !== '' && Number(index[1]) > MAX_INDEX) return undefined;
				steps.push(index[1] === '' ? { row: true } : { index: Number(index[1]) });
				continue;
			}
			const name = unquote(take(QUOTED)?.[1]);
			if (name === undefined) return undefined;
			steps.push({ name });
			continue;
		}
		if (steps.length > 0) {
			if (text[at] !== '.') return undefined;
			at++;
		}
		const name = take(NAME);
		if (name === null) return undefined;
		steps.push({ name: name[0] });
	}
	return steps.length === 0 ? undefined : steps;
}

function unquote(quoted: string | undefined): string | undefined {
	if (quoted === undefined) return undefined;
	try {
		const name: unknown = JSON.parse(quoted);
		return typeof name === 'string' && name !== '__proto__' ? name : undefined;
	} catch {
		return undefined;
	}
}

/** Text of a path; `parsePath` reads it back. */
export function formatPath(steps: readonly Step[]): string {
	let text = '';
	for (const step of steps) {
		if ('name' in step) text = memberPath(text, step.name);
		else text += 'index' in step ? `[${step.index}]` : '[]';
	}
	return text;
}

/** Follows a path through the shape of a record; undefined where it leads nowhere. */
export function resolvePath(text: string, shape: ObjectShape): ResolvedPath | undefined {
	const steps = parsePath(text);
	if (steps === undefined) return undefined;
	let at: Shape | undefined = shape;
	for (const step of steps) {
		at = stepInto(at, step);
		if (at === undefined) return undefined;
	}
	return { steps, shape: at };
}

function stepInto(shape: Shape, step: Step): Shape | undefined {
	if (!('name' in step)) return shape.type === 'array' ? shape.element : undefined;
	if (shape.type === 'object') return shape.members.get(step.name)?.shape;
	return shape.type === 'map' && step.name.length <= shape.maxKeyChars ? shape.value : undefined;
}

/** True where a shape holds one value. */
export const isLeaf = (shape: Shape): shape is LeafShape =>
	shape.type !== 'object' && shape.type !== 'array' && shape.type !== 'map';
