/**
 * The question "does the schema accept this value?" as compiled functions, four times as fast as asking the schema,
 * and for a no the first few reasons. The schema itself would list every one of a million faults in a hostile record.
 * Made from the shapes that are read off the schemas, which refuse any check that they do not know.
 * Property tests hold the answer against the schema's.
 */

import { type BorderRecord, type RecordKind, recordKinds } from '../../../../contract/records/record.ts';
import { describe, isObject, memberPath } from './canonical.ts';
import { isRecordKind, type LeafShape, type Shape, shapeOf, type TextUse } from './record-shape.ts';

type Check = (value: unknown) => boolean;

function compile(shape: Shape): Check {
	switch (shape.type) {
		case 'text': {
			const { min, max, pattern } = shape;
			return pattern === undefined
				? (value) => typeof value === 'string' && value.length >= min && value.length <= max
				: (value) =>
						typeof value === 'string' && value.length >= min && value.length <= max && pattern.test(value);
		}
		case 'boolean':
			return (value) => typeof value === 'boolean';
		case 'choice': {
			const options = new Set<unknown>(shape.options);
			return (value) => options.has(value);
		}
		case 'number': {
			const { min, max, below, integer } = shape;
			return (value) =>
				typeof value === 'number' &&
				value >= min &&
				(below ? value < max : value <= max) &&
				(integer ? Number.isSafeInteger(value) : Number.isFinite(value));
		}
		case 'array': {
			const { min, max } = shape;
			const element = compile(shape.element);
			return (value) =>
				Array.isArray(value) && value.length >= min && value.length <= max && value.every(element);
		}
		case 'map': {
			const { maxKeyChars } = shape;
			const inner = compile(shape.value);
			return (value) => {
				if (!isObject(value)) return false;
				for (const name of Object.keys(value)) {
					if (name.length > maxKeyChars || name === '__proto__' || !inner(value[name])) return false;
				}
				return true;
			};
		}
		case 'object': {
			const members = new Map<string, { check: Check; optional: boolean }>();
			let required = 0;
			for (const [name, member] of shape.members) {
				members.set(name, { check: compile(member.shape), optional: member.optional });
				if (!member.optional) required++;
			}
			return (value) => {
				if (!isObject(value)) return false;
				let found = 0;
				for (const name in value) {
					const member = members.get(name);
					if (member === undefined) return false;
					const inner = value[name];
					if (!member.check(inner) && !(inner === undefined && member.optional)) return false;
					if (!member.optional) found++;
				}
				return found === required;
			};
		}
	}
}

const checks = new Map<RecordKind, Check>(recordKinds.map((kind) => [kind, compile(shapeOf(kind))]));

/** True where the value is a record as its schema accepts it. Never true where the schema says no. */
export function isRecord(value: unknown): value is BorderRecord {
	if (!isObject(value)) return false;
	const { kind } = value;
	return isRecordKind(kind) && checks.get(kind)?.(value) === true;
}

/** One fault of a value: where, what was expected, what was found. */
export type Problem = { path: string; expected: string; found: string };

/** Faults that are told; one more is looked for, to say that there are more. */
const MAX_PROBLEMS = 4;

/** The first faults of a value that is no record of its kind; at most four. */
export function problemsOf(value: unknown, kind: RecordKind): Problem[] {
	const problems: Problem[] = [];
	find(value, shapeOf(kind), '', problems);
	return problems;
}

function find(value: unknown, shape: Shape, path: string, problems: Problem[]): void {
	const fault = (expected: string, at = path, found: unknown = value): void => {
		problems.push({ path: at === '' ? 'record' : at, expected, found: describe(found) });
	};
	if (shape.type === 'array') {
		if (!Array.isArray(value)) fault('a list');
		else if (value.length > shape.max) fault(`at most ${shape.max} entries`);
		else if (value.length < shape.min) fault(`at least ${shape.min} entries`);
		else {
			for (let index = 0; index < value.length && problems.length < MAX_PROBLEMS; index++) {
				find(value[index], shape.element, `${path}[${index}]`, problems);
			}
		}
		return;
	}
	if (shape.type !== 'object' && shape.type !== 'map') {
		if (!compile(shape)(value)) fault(wanted(shape, value));
		return;
	}
	if (!isObject(value)) {
		fault('an object');
		return;
	}
	if (shape.type === 'object') {
		for (const [name, member] of shape.members) {
			if (problems.length >= MAX_PROBLEMS) return;
			const inner = value[name];
			if (inner === undefined && member.optional) continue;
			find(inner, member.shape, memberPath(path, name), problems);
		}
	}
	for (const name in value) {
		if (problems.length >= MAX_PROBLEMS) return;
		if (shape.type === 'map') {
			if (name.length > shape.maxKeyChars || name === '__proto__') {
				fault(`names of at most ${shape.maxKeyChars} characters`, path, name);
			} else find(value[name], shape.value, memberPath(path, name), problems);
		} else if (!shape.members.has(name)) fault('no such member', memberPath(path, name), value[name]);
	}
}

const FORMS: { readonly [use in TextUse]?: string } = {
	decimal: 'a plain decimal number such as 1234.5',
	date: 'YYYY-MM-DD',
	'date-time': 'YYYY-MM-DDTHH:MM[:SS][Z|±HH:MM]',
};

/** What a place wants, as far as this value falls short of it. */
function wanted(shape: LeafShape, value: unknown): string {
	switch (shape.type) {
		case 'boolean':
			return 'true or false';
		case 'choice':
			return shape.options.join(' or ');
		case 'number':
			if (typeof value !== 'number') return shape.integer ? 'a whole number' : 'a number';
			if (value < shape.min) return `at least ${shape.min}`;
			if (value > shape.max) return `at most ${shape.max}`;
			if (shape.below && value === shape.max) return `less than ${shape.max}`;
			return 'a whole number';
		case 'text': {
			const form = FORMS[shape.use];
			if (typeof value !== 'string') return form ?? 'text';
			if (value.length < shape.min) return `at least ${shape.min} characters`;
			if (value.length > shape.max) return `at most ${shape.max} characters`;
			return form ?? `text of the form ${shape.pattern?.source ?? ''}`;
		}
	}
}
