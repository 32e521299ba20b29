/**
 * Which paths a kind of record has: agreements are checked against them before anybody signs, because a path with a slip of the
 * pen would forbid nothing. Made from the schemas of the contract. Pure.
 */
import { z } from 'zod';
import { borderRecord, type RecordKind } from '../records/record.ts';
import type { AgreementBody } from './agreement.ts';
import type { AgreementProblem } from './agreement-problems.ts';

/** A value, members by name, or members that each document names anew. */
type Shape = 'value' | 'open' | { readonly [name: string]: z.core.$ZodType };

function shapeOf(schema: z.core.$ZodType): Shape {
	if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
	if (schema instanceof z.ZodArray) return shapeOf(schema.element);
	if (schema instanceof z.ZodRecord) return 'open';
	return schema instanceof z.ZodObject ? schema.shape : 'value';
}

const shapes = new Map<string, Shape>(
	borderRecord.options.map((schema) => [schema.shape.kind.value, schemaWithoutHead(schema.shape)]),
);

/** Kind and reference go along with every record, so that both sides can speak of it: they are no matter of an agreement. */
function schemaWithoutHead({ kind: _, reference: __, ...rest }: { [name: string]: z.core.$ZodType }): Shape {
	return rest;
}

const memberOf = (shape: Shape, name: string): Shape | undefined => {
	if (shape === 'open') return 'value';
	if (shape === 'value' || !Object.hasOwn(shape, name)) return undefined;
	const schema = shape[name];
	return schema === undefined ? undefined : shapeOf(schema);
};

/** Is there a value at this place in records of this kind? Numbers of lists are left out. */
export function isValuePath(kind: string, names: readonly string[]): boolean {
	let shape: Shape | undefined = shapes.get(kind);
	for (const name of names) shape = shape === undefined ? undefined : memberOf(shape, name);
	return shape === 'value' && names.length > 0;
}

/** Paths of all values of a kind of record, to a depth; deeper ones, and members that documents name, end in `*`. */
export function valuePaths(kind: RecordKind, depth = 10): string[] {
	const below = (shape: Shape, path: readonly string[]): string[] => {
		if (shape === 'value') return [path.join('.')];
		if (shape === 'open' || path.length >= depth) return [[...path, '*'].join('.')];
		return Object.entries(shape).flatMap(([name, schema]) => below(shapeOf(schema), [...path, name]));
	};
	const shape = shapes.get(kind);
	return shape === undefined ? [] : below(shape, []);
}

/** What an agreement may name directly below a place: values by name, and `name.*` for all of what has members. */
export function patternsBelow(kind: RecordKind, names: readonly string[]): string[] {
	let shape: Shape | undefined = shapes.get(kind);
	for (const name of names) shape = shape === undefined ? undefined : memberOf(shape, name);
	return shape === undefined || typeof shape === 'string'
		? []
		: Object.entries(shape).map(([name, schema]) =>
				[...names, name, ...(shapeOf(schema) === 'value' ? [] : ['*'])].join('.'),
			);
}

/** What is wrong with a path of an agreement, in a sentence; undefined where nothing is. */
export function problemOfPath(kind: RecordKind, pattern: string): string | undefined {
	const names = pattern.split('.');
	const isAll = names.at(-1) === '*';
	if (isAll) names.pop();
	if (names.some((name) => name.includes('*')))
		return `${pattern}: “*” stands for everything below and is the whole of the last part, as in “${names.find((name) => !name.includes('*')) ?? 'items'}.*”.`;
	let shape: Shape = shapes.get(kind) ?? 'value';
	for (const [at, name] of names.entries()) {
		if (at === 0 && (name === 'kind' || name === 'reference'))
			return `${pattern}: kind and reference go along with every record and are not named in an agreement.`;
		const member = memberOf(shape, name);
		if (member === undefined) {
			const known =
				typeof shape === 'string' ? '' : ` There are ${Object.keys(shape).slice(0, 40).join(', ')}.`;
			const place = names.slice(0, at).join('.');
			return `${pattern}: ${place === '' ? `a ${kind}` : place} has no “${name}”.${known}`;
		}
		shape = member;
	}
	if (isAll && shape === 'value')
		return `${pattern}: ${names.join('.')} is a value and has nothing below it.`;
	if (!isAll && shape !== 'value')
		return `${pattern}: ${names.join('.')} has members; write “${pattern}.*” for all of them, or name them.`;
	return undefined;
}

/** What is wrong with the paths of an agreement: where in its body, and a sentence. */
export function problemsOfPaths(body: AgreementBody): AgreementProblem[] {
	return body.grants.flatMap((grant, grantAt) =>
		grant.records.flatMap((rules, at) =>
			(['allowed', 'masked', 'forbidden'] as const).flatMap((list) =>
				rules[list].flatMap((pattern, patternAt) => {
					const sentence = problemOfPath(rules.kind, pattern);
					return sentence === undefined
						? []
						: [{ place: `grants.${grantAt}.records.${at}.${list}.${patternAt}`, sentence }];
				}),
			),
		),
	);
}
