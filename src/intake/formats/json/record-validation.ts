/**
 * A parsed value to a valid record, or the reason why it is none.
 * In: any value. Out: a record that the schema accepts, with findings on what was put into canonical form.
 * The schema of the contract is the judge; a value that is already canonical is checked once and nothing else.
 */
import type { Finding } from '../../../../contract/findings.ts';
import { type BorderRecord, type RecordKind, recordKinds } from '../../../../contract/records/record.ts';
import { canonicalise, describe, isObject } from './canonical.ts';
import { isRecord, type Problem, problemsOf } from './conformance.ts';
import { isRecordKind, shapeOf } from './record-shape.ts';

export type Validated =
	| { valid: true; record: BorderRecord; findings: Finding[] }
	| { valid: false; code: string; reason: string; remedy: string };

/** Problems of one record that are told. */
const TOLD_PROBLEMS = 3;

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
		const judged = judgeRecord(canonical, kind);
		expectLoose = 'record' in judged && !mustClean;
		if ('record' in judged) return { valid: true, record: judged.record, findings };
		return {
			valid: false,
			code: 'record.invalid',
			reason: `${kind}${referenceOf(value)}: ${reasonOfProblems(judged.problems)}`,
			remedy: 'Correct the members named here at the source, and send the record again.',
		};
	};
}

/** The record, or the first of what its schema does not accept. */
export function judgeRecord(
	value: unknown,
	kind: RecordKind,
): { record: BorderRecord } | { problems: Problem[] } {
	return isRecord(value) ? { record: value } : { problems: problemsOf(value, kind) };
}

/** Problems as one sentence without its full stop. */
export function reasonOfProblems(problems: readonly Problem[]): string {
	const told = problems
		.slice(0, TOLD_PROBLEMS)
		.map(({ path, expected, found }) => `${path}: expected ${expected}, found ${found}`);
	return told.join('; ') + (problems.length > TOLD_PROBLEMS ? '; and more' : '');
}

const referenceOf = (value: Record<string, unknown>): string =>
	typeof value['reference'] === 'string' ? ` ${value['reference'].slice(0, 60)}` : '';
