/**
 * A mapping file from unknown data to one that can be used: checked against its schema, and every path against the
 * kind of record it leads into. What is wrong is told in sentences; nothing throws.
 */
import type { z } from 'zod';
import { type Mapping, type MappingTarget, mapping } from '../../../../contract/mapping.ts';
import { type LeafShape, shapeOf } from '../json/record-shape.ts';
import { isLeaf, type ResolvedPath, resolvePath } from './record-path.ts';

export type MappingChecked = { mapping: Mapping } | { problem: string };

/** One field of a target: where it leads, and whether it takes a list from one cell. */
export type ResolvedField = { path: ResolvedPath; leaf: LeafShape; list: boolean };

/** Follows the path of a field; a path to a list of plain values takes them all from one cell. */
export function resolveField(target: MappingTarget, path: string): ResolvedField | undefined {
	const resolved = resolvePath(path, shapeOf(target.kind));
	if (resolved === undefined) return undefined;
	if (isLeaf(resolved.shape)) return { path: resolved, leaf: resolved.shape, list: false };
	return resolved.shape.type === 'array' && isLeaf(resolved.shape.element)
		? { path: resolved, leaf: resolved.shape.element, list: true }
		: undefined;
}

/** Checks a mapping file. */
export function parseMapping(value: unknown): MappingChecked {
	const parsed = mapping.safeParse(value);
	if (!parsed.success) return { problem: reasonOf(parsed.error.issues) };
	for (const [number, target] of parsed.data.targets.entries()) {
		const problem = problemOfTarget(parsed.data, target);
		if (problem !== undefined) return { problem: `targets[${number}]: ${problem}` };
	}
	return { mapping: parsed.data };
}

function problemOfTarget(whole: Mapping, target: MappingTarget): string | undefined {
	for (const [path, source] of Object.entries(target.fields)) {
		const field = resolveField(target, path);
		if (field === undefined) return `"${path}" is no place for a value in a ${target.kind}`;
		const rows = field.path.steps.filter((step) => 'row' in step).length;
		if (rows > 1) return `"${path}" has more than one []`;
		if (typeof source === 'string' || !('lookup' in source)) continue;
		if (typeof source.lookup === 'string' && whole.tables?.[source.lookup] === undefined) {
			return `"${path}" looks up a table "${source.lookup}" that is not under "tables"`;
		}
	}
	if (target.carry !== undefined && !shapeOf(target.kind).members.has('further')) {
		return `a ${target.kind} has no "further" to carry columns in`;
	}
	return undefined;
}

/** A column's name as it is compared. */
export const columnKey = (name: string): string =>
	name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** True where a header has every column of the mapping's signature. */
export function signatureMatches(whole: Mapping, header: readonly string[]): boolean {
	const columns = new Set(header.map(columnKey));
	return whole.signature.every((name) => columns.has(columnKey(name)));
}

/** The first three things that the schema of mapping files says. */
function reasonOf(issues: readonly z.core.$ZodIssue[]): string {
	const told = issues
		.slice(0, 3)
		.map((issue) => `${issue.path.map(String).join('.') || 'mapping'}: ${issue.message}`);
	return told.join('; ') + (issues.length > 3 ? `; and ${issues.length - 3} more` : '');
}
