/**
 * What operators and methods of the language do with values. Types were checked before anything comes here.
 */
import { linearPattern } from './linear-pattern.ts';

/** Longest text that a pattern goes through. */
export const LONGEST_TEXT = 4_000;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

type Operator = (left: never, right: never) => unknown;
const numeric = (operate: (left: number, right: number) => unknown): Operator => operate as Operator;
const textual = (operate: (left: string, right: string) => unknown): Operator => operate as Operator;

/** By operator and type of both sides. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
	['double + double', numeric((a, b) => a + b)],
	['double - double', numeric((a, b) => a - b)],
	['double * double', numeric((a, b) => a * b)],
	['double / double', numeric((a, b) => a / b)],
	['double % double', numeric((a, b) => a % b)],
	['double < double', numeric((a, b) => a < b)],
	['double <= double', numeric((a, b) => a <= b)],
	['double > double', numeric((a, b) => a > b)],
	['double >= double', numeric((a, b) => a >= b)],
	['double == double', numeric((a, b) => a === b)],
	['double != double', numeric((a, b) => a < b || a > b)],
	['string + string', textual((a, b) => a + b)],
	['string < string', textual((a, b) => a < b)],
	['string <= string', textual((a, b) => a <= b)],
	['string > string', textual((a, b) => a > b)],
	['string >= string', textual((a, b) => a >= b)],
	['string == string', textual((a, b) => a === b)],
	['string != string', textual((a, b) => a !== b)],
	['bool == bool', (a: unknown, b: unknown) => a === b],
	['bool != bool', (a: unknown, b: unknown) => a !== b],
]);

type Method = (on: unknown, args: readonly unknown[]) => unknown;

export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
	['startsWith', (on, [part]) => String(on).startsWith(String(part))],
	['endsWith', (on, [part]) => String(on).endsWith(String(part))],
	['contains', (on, [part]) => String(on).includes(String(part))],
	['lowerAscii', (on) => String(on).toLowerCase()],
	['upperAscii', (on) => String(on).toUpperCase()],
	['trim', (on) => String(on).trim()],
	['size_', sizeOf],
	['matches_', (on, [pattern]) => linearPattern(String(pattern))(String(on).slice(0, LONGEST_TEXT))],
	['join', (on, [between]) => listOf(on).join(between === undefined ? '' : String(between))],
	[
		'substring',
		(on, [from, until]) => {
			const text = String(on);
			const start = Number(from);
			const end = until === undefined ? text.length : Number(until);
			if (start < 0 || end > text.length || end < start)
				throw new RangeError(`the text has no characters ${start} to ${end}`);
			return text.slice(start, end);
		},
	],
]);

/** Characters of a text, elements of a list. */
export function sizeOf(value: unknown): number {
	if (typeof value !== 'string') return listOf(value).length;
	let size = 0;
	for (const _character of value) size++;
	return size;
}
