/**
 * The shape of each kind of record as plain data, taken from the schemas of the contract.
 * JSON canonicalisation, CSV columns, mapping files and generated test records all follow this one tree,
 * so that a new member of a schema is read and written everywhere without another line.
 */
import type { z } from 'zod';
import { code, date, dateTime, decimal } from '../../../../contract/records/common.ts';
import { borderRecord, type RecordKind, recordKinds } from '../../../../contract/records/record.ts';

export type TextUse = 'text' | 'code' | 'decimal' | 'date' | 'date-time';

export type ObjectShape = { type: 'object'; members: ReadonlyMap<string, Member> };
export type ArrayShape = { type: 'array'; element: Shape; min: number; max: number };
export type MapShape = { type: 'map'; value: Shape; maxKeyChars: number };
export type LeafShape =
	| { type: 'text'; use: TextUse; min: number; max: number; pattern: RegExp | undefined }
	| { type: 'number'; integer: boolean; min: number; max: number; below: boolean }
	| { type: 'boolean' }
	| { type: 'choice'; options: readonly string[] };
export type Shape = ObjectShape | ArrayShape | MapShape | LeafShape;
export type Member = { shape: Shape; optional: boolean };

type AnySchema = z.core.$ZodType;

/** What a check of a schema may say; only these members are read. */
type CheckDefinition = {
	check?: string;
	minimum?: number;
	maximum?: number;
	value?: unknown;
	inclusive?: boolean;
	format?: string;
	pattern?: RegExp;
};

/** Checks that a shape knows; a schema with any other must not be judged by its shape. */
const KNOWN_CHECKS: ReadonlySet<string> = new Set([
	'min_length',
	'max_length',
	'string_format',
	'number_format',
	'greater_than',
	'less_than',
]);

function checksOf(schema: {
	_zod: { def: { type: string; checks?: readonly z.core.$ZodCheck[] | undefined } };
}): CheckDefinition[] {
	return (schema._zod.def.checks ?? []).map((check) => {
		// zod types the definitions of its checks one by one; these are the members that any of them has.
		const definition = check._zod.def as CheckDefinition;
		const known = KNOWN_CHECKS.has(definition.check ?? '');
		if (!known)
			throw new TypeError(`no shape for a ${schema._zod.def.type} with the check ${definition.check}`);
		return definition;
	});
}

/** Reads one schema. Throws on a construct that no record uses yet: that is a mistake of ours, not of a sender. */
function shapeOfSchema(schema: AnySchema): Shape {
	// zod's own introspection type: the union of all its schema classes, told apart by `def.type`.
	const known = schema as z.core.$ZodTypes;
	const definition = known._zod.def;
	switch (definition.type) {
		case 'object':
			checksOf(known);
			return {
				type: 'object',
				members: new Map(Object.entries(definition.shape).map(([name, inner]) => [name, memberOf(inner)])),
			};
		case 'array': {
			const checks = checksOf(known);
			return {
				type: 'array',
				element: shapeOfSchema(definition.element),
				min: checks.find((check) => check.minimum !== undefined)?.minimum ?? 0,
				max: checks.find((check) => check.maximum !== undefined)?.maximum ?? Number.MAX_SAFE_INTEGER,
			};
		}
		case 'record': {
			const key = shapeOfSchema(definition.keyType);
			return {
				type: 'map',
				value: shapeOfSchema(definition.valueType),
				maxKeyChars: key.type === 'text' ? key.max : Number.MAX_SAFE_INTEGER,
			};
		}
		case 'string':
			return textShape(known);
		case 'number':
			return numberShape(known);
		case 'boolean':
			return { type: 'boolean' };
		case 'enum':
			return { type: 'choice', options: Object.values(definition.entries).map(String) };
		case 'literal':
			return { type: 'choice', options: definition.values.map(String) };
		default:
			throw new TypeError(`no shape for a schema of type ${definition.type}`);
	}
}

function memberOf(schema: AnySchema): Member {
	const definition = (schema as z.core.$ZodTypes)._zod.def;
	return definition.type === 'optional'
		? { shape: shapeOfSchema(definition.innerType), optional: true }
		: { shape: shapeOfSchema(schema), optional: false };
}

function textShape(schema: z.core.$ZodTypes): LeafShape {
	const checks = checksOf(schema);
	const patterns = checks.flatMap((check) => check.pattern ?? []);
	// A second pattern, or a format of zod's own (email, uuid), would be left out of the shape.
	if (patterns.length > 1 || 'format' in schema._zod.def)
		throw new TypeError('no shape for a text with such a format');
	const [pattern] = patterns;
	const use: TextUse =
		// The contract's own building blocks are recognised by identity.
		schema === (decimal as unknown)
			? 'decimal'
			: schema === (date as unknown)
				? 'date'
				: schema === (dateTime as unknown)
					? 'date-time'
					: schema === (code as unknown) || pattern !== undefined
						? 'code'
						: 'text';
	return {
		type: 'text',
		use,
		min: checks.find((check) => check.check === 'min_length')?.minimum ?? 0,
		max: checks.find((check) => check.check === 'max_length')?.maximum ?? Number.MAX_SAFE_INTEGER,
		pattern,
	};
}

function numberShape(schema: z.core.$ZodTypes): LeafShape {
	if ('format' in schema._zod.def)
		throw new TypeError('write z.number().int(), so that its shape can be read');
	const checks = checksOf(schema);
	const bound = (check: CheckDefinition | undefined): number | undefined =>
		typeof check?.value === 'number' ? check.value : undefined;
	const least = checks.find((check) => check.check === 'greater_than');
	const most = checks.find((check) => check.check === 'less_than');
	const integer = checks.some((check) => check.check === 'number_format');
	const minimum = bound(least) ?? -Number.MAX_SAFE_INTEGER;
	return {
		type: 'number',
		integer,
		min: integer && least?.inclusive === false ? minimum + 1 : minimum,
		max: bound(most) ?? Number.MAX_SAFE_INTEGER,
		below: most?.inclusive === false,
	};
}

function shapesByKind(): ReadonlyMap<string, ObjectShape> {
	const shapes = new Map<string, ObjectShape>();
	for (const option of borderRecord.options) {
		const shape = shapeOfSchema(option);
		if (shape.type === 'object') shapes.set(option.shape.kind.value, shape);
	}
	return shapes;
}

const shapes = shapesByKind();

/** The shape of a kind of record, or undefined where there is no such kind. */
export function shapeOf(kind: RecordKind): ObjectShape;
export function shapeOf(kind: string): ObjectShape | undefined;
export function shapeOf(kind: string): ObjectShape | undefined {
	return shapes.get(kind);
}

/** True where the text names a kind of record. */
export function isRecordKind(kind: unknown): kind is RecordKind {
	return typeof kind === 'string' && (recordKinds as readonly string[]).includes(kind);
}
