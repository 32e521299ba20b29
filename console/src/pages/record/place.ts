/**
 * Where a finding points: a path into the record, or a place in the original. Pure.
 * In the address a path stands as it is, a byte offset as `@1032`, a segment of the message as `#14`,
 * a line as `~7`.
 */

const PATH = /^[a-zA-Z][a-zA-Z0-9]*(?:\.[a-zA-Z0-9_-]+|\[\d+\])*$/;

/** Path into the record, or undefined where the place is in the message. */
export const pathOf = (place: string): string | undefined => (PATH.test(place) ? place : undefined);

/** The address form of a place, or undefined where nothing can be pointed at. */
export function addressOfPlace(place: string): string | undefined {
	if (pathOf(place)) return place;
	const offset = /\boffset (\d+)/.exec(place)?.[1];
	if (offset) return `@${offset}`;
	const segment = /\bsegment (\d+)/.exec(place)?.[1];
	if (segment) return `#${segment}`;
	const line = /\bline (\d+)/.exec(place)?.[1];
	return line ? `~${line}` : undefined;
}

export type OriginalPlace = { offset?: number; segment?: number; line?: number };

/** Reads `@1032`, `#14` or `~7`; undefined for a path. */
export function parseOriginalPlace(at: string | undefined): OriginalPlace | undefined {
	if (!at) return undefined;
	const number = Number(at.slice(1));
	if (!Number.isSafeInteger(number)) return undefined;
	if (at.startsWith('@')) return { offset: number };
	if (at.startsWith('#')) return { segment: number };
	return at.startsWith('~') ? { line: number } : undefined;
}

/** The path and its parents, nearest first: `items[2].hsCode`, `items[2]`, `items`. */
export function withParents(path: string): string[] {
	const paths = [path];
	let rest = path;
	while (true) {
		const cut = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['));
		if (cut <= 0) return paths;
		rest = rest.slice(0, cut);
		paths.push(rest);
	}
}

/** Index of the row that a path leads into: of `items[2].hsCode` in `items` it is 2. */
export function rowIndex(path: string | undefined, base: string): number | undefined {
	if (!path?.startsWith(`${base}[`)) return undefined;
	const index = Number(path.slice(base.length + 1, path.indexOf(']', base.length)));
	return Number.isInteger(index) ? index : undefined;
}

/** Byte offset at which a record starts in its submission, as far as its place says. */
export const offsetOf = (place: string): number => Number(/\boffset (\d+)/.exec(place)?.[1] ?? 0);
