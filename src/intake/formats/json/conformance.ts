/**
 * The question "does the schema accept this value?" as compiled functions, four times as fast as asking the schema.
 * Made from the shapes that are read off the schemas, which refuse any check that they do not know. It answers yes or no;
 * the reason for a no comes from the schema itself. Property tests hold both against each other.
 */

import { type BorderRecord, type RecordKind, recordKinds } from '../../../../contract/records/record.ts';
import { isObject } from './canonical.ts';
import { isRecordKind, type Shape, shapeOf } from './record-shape.ts';

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
