/**
 * What the functions share that read a WCO declaration: where values and findings go, and how members stay absent.
 */
import type { Further, Scalars } from './scalars.ts';

/** What every reading function needs: values, the place for further facts, and the path of the element's parent. */
export type Reading = { scalars: Scalars; further: Further };

/** Adds to a list that may not be there yet. */
export function append<T>(list: T[] | undefined, value: T | undefined): T[] | undefined {
	if (value === undefined) return list;
	if (list === undefined) return [value];
	list.push(value);
	return list;
}

/** A value with only the members that are there; undefined where none is. */
export function unlessEmpty<T extends object>(value: T): T | undefined {
	return Object.keys(value).length === 0 ? undefined : value;
}

/** Sets a member only where there is a value: absent members are left out of records. */
export function set<T extends object, K extends keyof T>(target: T, name: K, value: T[K] | undefined): void {
	if (value !== undefined) target[name] = value;
}

/** Path of an element inside of another; '' stands for the declaration or the item itself. */
export const within = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);
