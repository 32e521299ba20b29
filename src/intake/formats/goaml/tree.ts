/**
 * Asking and making trees. Absent keys are left out, never undefined, null or empty.
 */
import type { Tree, Value } from './shape.ts';

type Draft = { [key: string]: Value | undefined };

/** The tree without absent members, empty lists and empty objects. */
export function present(members: Tree): Tree {
	const kept: Draft = {};
	for (const key in members) {
		const value = members[key];
		if (value === undefined) continue;
		if (typeof value === 'object' && (isList(value) ? value.length === 0 : isEmpty(value))) continue;
		kept[key] = value;
	}
	return kept;
}

/** The tree without the named members. */
export function without(tree: Tree, ...keys: readonly string[]): Tree {
	const kept: Draft = {};
	for (const key in tree) if (!keys.includes(key)) kept[key] = tree[key];
	return kept;
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

export const isTree = (value: Value | undefined): value is Tree =>
	typeof value === 'object' && !isList(value);

export function isEmpty(tree: Tree): boolean {
	for (const _ in tree) return false;
	return true;
}

export function textAt(tree: Tree, key: string): string | undefined {
	const value = tree[key];
	return typeof value === 'string' ? value : undefined;
}

export function treeAt(tree: Tree, key: string): Tree | undefined {
	const value = tree[key];
	return isTree(value) ? value : undefined;
}

/** The trees of a list; none where it is absent. */
export function treesAt(tree: Tree, key: string): readonly Tree[] {
	const value = tree[key];
	return value !== undefined && typeof value === 'object' && isList(value) ? value.filter(isTree) : [];
}

/** The texts of a list; none where it is absent. */
export function textsAt(tree: Tree, key: string): readonly string[] {
	const value = tree[key];
	if (value === undefined || typeof value !== 'object' || !isList(value)) return [];
	return value.filter((each) => typeof each === 'string');
}
