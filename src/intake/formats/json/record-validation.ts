/**
 * A parsed value to a valid record, or the reason why it is none.
 * In: any value. Out: a record that the schema accepts, with findings on what was put into canonical form.
 * The schema of the contract is the only judge; a value that is already canonical passes it once and nothing else.
 */
import type { z } from 'zod';
import type { Finding } from '../../../../contract/findings.ts';
import { type BorderRecord, borderRecord, recordKinds } from '../../../../contract/records/record.ts';
import { canonicalise, describe, isObject, memberPath } from './canonical.ts';
import { isRecord } from './conformance.ts';
import { isRecordKind, shapeOf } from './record-shape.ts';

export type Validated =
	| { valid: true; record: BorderRecord; findings: Finding[] }
	| { valid: false; code: string; reason: string; remedy: string };

/** Members that make a bare JSON line without `kind` a movement event. */
const MOVEMENT_MEMBERS = ['type', 'at', 'subject', 'source'] as const;

export const isBareMovement = (value: Record<string, unknown>): boolean =>
	MOVEMENT_MEMBERS.every((name) => Object.hasOwn(value, name));

/**
 * Makes a validator. One that had to put a record into canonical form expects the same of the next one,
 * so a sender of numbers costs one pass of the schema and not two.
 */
export function openValidation(): (value: unknown, mustClean: boolean) => Validated {
	let expectLoose = false;
	return (value, mustClean) => {
		if (!isObject(value)) {
			return {
				valid: false,
				code: 'record.not-an-object',
				reason: `expected a record (a JSON object), found ${describe(value)}`,
				remedy: 'Send one JSON object for each record; docs/formats/json-csv.md has examples.',
			};
		}
		if (value['kind'] === undefined && isBareMovement(value)) value['kind'] = 'movement-event';
		const { kind } = value;
		const shape = typeof kind === 'string' ? shapeOf(kind) : undefined;
		if (shape === undefined || !isRecordKind(kind)) {
			return {
				valid: false,
				code: 'record.unknown-kind',
				reason: `kind: expected one of ${recordKinds.join(', ')}, found ${describe(kind)}`,
				remedy: 'Name the kind of record in the member "kind".',
			};
		}
		if (!mustClean && !expectLoose) {
			if (isRecord(value)) return { valid: true, record: value, findings: [] };
		}
		const findings: Finding[] = [];
		const canonical = canonicalise(value, shape, findings);
		const judged = judgeRecord(canonical);
		expectLoose = 'record' in judged && !mustClean;
		if ('record' in judged) return { valid: true, record: judged.record, findings };
		return {
			valid: false,
			code: 'record.invalid',
			reason: `${kind}${referenceOf(value)}: ${reasonOf(judged.issues, value)}`,
			remedy: 'Correct the members named here at the source, and send the record again.',
		};
	};
}

/** The record, or what the schema says against it. */
export function judgeRecord(value: unknown): { record: BorderRecord } | { issues: z.core.$ZodIssue[] } {
	if (isRecord(value)) return { record: value };
	const judged = borderRecord.safeParse(value);
	return judged.success ? { record: judged.data } : { issues: judged.error.issues };
}

const referenceOf = (value: Record<string, unknown>): string =>
	typeof value['reference'] === 'string' ? ` ${value['reference'].slice(0, 60)}` : '';

/** The first issues as sentences: place, what was expected, what was found. */
export function reasonOf(issues: readonly z.core.$ZodIssue[], value: unknown): string {
	const told = issues.slice(0, 3).map((issue) => `${pathOf(issue.path)}: ${expectation(issue, value)}`);
	const more = issues.length - told.length;
	return told.join('; ') + (more > 0 ? `; and ${more} more` : '');
}

function pathOf(path: readonly PropertyKey[]): string {
	let text = '';
	for (const step of path)
		text = typeof step === 'number' ? `${text}[${step}]` : memberPath(text, String(step));
	return text === '' ? 'record' : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
	let at = value;
	for (const step of path) {
		if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
		// Own members of a value that JSON.parse made.
		at = (at as Record<PropertyKey, unknown>)[step];
	}
	return at;
}

function expectation(issue: z.core.$ZodIssue, value: unknown): string {
	const found = describe(valueAt(value, issue.path));
	switch (issue.code) {
		case 'invalid_type':
			return `expected ${EXPECTED[issue.expected] ?? issue.expected}, found ${found}`;
		case 'invalid_format':
			return issue.message.startsWith('use ')
				? `expected ${issue.message.slice(4)}, found ${found}`
				: `expected text of the form ${String(issue.pattern ?? issue.format)}, found ${found}`;
		case 'invalid_value':
			return `expected ${issue.values.map(String).join(' or ')}, found ${found}`;
		case 'too_big':
			return `expected ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unitOf(issue.origin)}, found ${found}`;
		case 'too_small':
			return `expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}, found ${found}`;
		default:
			return `${issue.message}, found ${found}`;
	}
}

const EXPECTED: { readonly [type: string]: string } = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
	record: 'an object',
};

const unitOf = (origin: string): string =>
	origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
