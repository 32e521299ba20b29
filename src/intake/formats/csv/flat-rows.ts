/**
 * Our own CSV export: one row for a record, one column for each place in it (`items[0].netMassKg`), `kind` first.
 * It is read back without a mapping. An empty list or object that a record has is written `[]` or `{}`, because an
 * empty cell means that the record says nothing there. Parse ∘ format is the identity.
 */
import type { BorderRecord, RecordKind } from '../../../../contract/records/record.ts';
import { recordKinds } from '../../../../contract/records/record.ts';
import { isObject } from '../json/canonical.ts';
import { type Shape, shapeOf } from '../json/record-shape.ts';
import { formatPath, isLeaf, parsePath, resolvePath, type Step } from './record-path.ts';
import { plainCell, safeCell } from './row-splitter.ts';

const KIND_COLUMN = 'kind';
const EMPTY_LIST = '[]';
const EMPTY_OBJECT = '{}';

/** Cells of one record by path. */
function cellsOf(record: BorderRecord): Map<string, string> {
	const cells = new Map<string, string>();
	const visit = (value: unknown, shape: Shape, steps: readonly Step[]): void => {
		if (value === undefined) return;
		const path = formatPath(steps);
		if (Array.isArray(value) && shape.type === 'array') {
			if (value.length === 0) cells.set(path, EMPTY_LIST);
			for (const [index, entry] of value.entries()) visit(entry, shape.element, [...steps, { index }]);
			return;
		}
		if (isObject(value) && (shape.type === 'object' || shape.type === 'map')) {
			if (Object.keys(value).length === 0) cells.set(path, EMPTY_OBJECT);
			const names = shape.type === 'object' ? shape.members.keys() : Object.keys(value);
			for (const name of names) {
				const member = shape.type === 'map' ? shape.value : shape.members.get(name)?.shape;
				if (member !== undefined) visit(value[name], member, [...steps, { name }]);
			}
			return;
		}
		cells.set(path, String(value));
	};
	visit(record, shapeOf(record.kind), []);
	return cells;
}

/** Writes records as one CSV with the union of their columns; CRLF as RFC 4180 has it. */
export function formatFlat(records: readonly BorderRecord[]): string {
	const rows = records.map(cellsOf);
	const columns = new Set([KIND_COLUMN]);
	for (const row of rows) for (const path of row.keys()) columns.add(path);
	const order = [...columns].sort(comparePaths);
	const lines = [order.map((path) => safeCell(path, ',')).join(',')];
	for (const row of rows) {
		lines.push(
			order
				.map((path) => {
					const cell = row.get(path);
					return cell === undefined ? '' : safeCell(cell, ',');
				})
				.join(','),
		);
	}
	return `${lines.join('\r\n')}\r\n`;
}

/** Columns of one list stand together and in the order of their indices; otherwise the order of first appearance. */
function comparePaths(a: string, b: string): number {
	if (a === KIND_COLUMN || b === KIND_COLUMN) return a === b ? 0 : a === KIND_COLUMN ? -1 : 1;
	const [left, right] = [parsePath(a) ?? [], parsePath(b) ?? []];
	for (let at = 0; at < Math.min(left.length, right.length); at++) {
		const [x, y] = [left[at], right[at]];
		if (x === undefined || y === undefined) break;
		if ('index' in x && 'index' in y && x.index !== y.index) return x.index - y.index;
		if ('name' in x && 'name' in y && x.name !== y.name) return 0;
	}
	return left.length - right.length;
}

/** True where a header is one of our own export: `kind` first, and places that some kind of record has. */
export function isFlatHeader(header: readonly string[]): boolean {
	if (header[0]?.trim() !== KIND_COLUMN || header.length < 2) return false;
	const shapes = recordKinds.map((kind) => shapeOf(kind));
	return header
		.slice(1)
		.every((column) => shapes.some((shape) => resolvePath(plainCell(column), shape) !== undefined));
}

type Place = { steps: readonly Step[]; shape: Shape };

/** Reader of rows under a header of our own export; the value is for the schema to judge. */
export function openFlatRows(
	header: readonly string[],
): (cells: readonly string[]) => Record<string, unknown> {
	const byKind = new Map<string, readonly (Place | undefined)[]>();
	const columns = denseIndices(header.map((column) => plainCell(column)));
	const placesOf = (kind: RecordKind): readonly (Place | undefined)[] => {
		let places = byKind.get(kind);
		if (places === undefined) {
			places = columns.map((column) => resolvePath(column, shapeOf(kind)));
			byKind.set(kind, places);
		}
		return places;
	};
	return (cells) => {
		const kind = recordKinds.find((known) => known === cells[0]?.trim());
		if (kind === undefined) return { kind: cells[0] };
		const record: Record<string, unknown> = {};
		for (const [column, place] of placesOf(kind).entries()) {
			const cell = plainCell(cells[column] ?? '');
			if (cell !== '' && place !== undefined) put(record, place.steps, cellValue(cell, place.shape));
		}
		return closeGaps(record) as Record<string, unknown>;
	};
}

/** Indices of every list counted anew from 0, so that a header cannot ask for a list of a billion places. */
function denseIndices(columns: readonly string[]): string[] {
	const seen = new Map<string, Map<number, number>>();
	const parsed = columns.map((column) => parsePath(column));
	const sorted = parsed.filter((steps) => steps !== undefined).sort((a, b) => indexOrder(a, b));
	for (const steps of sorted) {
		for (const [at, step] of steps.entries()) {
			if (!('index' in step)) continue;
			const list = formatPath(steps.slice(0, at));
			const indices = seen.get(list) ?? new Map<number, number>();
			if (!indices.has(step.index)) indices.set(step.index, indices.size);
			seen.set(list, indices);
		}
	}
	return parsed.map((steps, column) =>
		steps === undefined
			? (columns[column] ?? '')
			: formatPath(
					steps.map((step, at) =>
						'index' in step
							? { index: seen.get(formatPath(steps.slice(0, at)))?.get(step.index) ?? step.index }
							: step,
					),
				),
	);
}

function indexOrder(a: readonly Step[], b: readonly Step[]): number {
	for (let at = 0; at < Math.min(a.length, b.length); at++) {
		const [x, y] = [a[at], b[at]];
		if (x !== undefined && y !== undefined && 'index' in x && 'index' in y && x.index !== y.index) {
			return x.index - y.index;
		}
	}
	return 0;
}

function cellValue(cell: string, shape: Shape): unknown {
	if (shape.type === 'array' && cell === EMPTY_LIST) return [];
	if ((shape.type === 'object' || shape.type === 'map') && cell === EMPTY_OBJECT) return {};
	if (!isLeaf(shape)) return cell;
	if (shape.type === 'number') return /^[-+\d.eE]+$/.test(cell.trim()) ? Number(cell) : cell;
	if (shape.type === 'boolean') {
		const word = cell.trim().toLowerCase();
		return word === 'true' ? true : word === 'false' ? false : cell;
	}
	return cell;
}

/** Sets a value deep inside; every step was checked against the shape of the record. */
function put(record: Record<string, unknown>, steps: readonly Step[], value: unknown): void {
	let at: unknown = record;
	for (const [index, step] of steps.entries()) {
		const next = steps[index + 1];
		const fresh = (): unknown => (next === undefined ? value : 'name' in next ? {} : []);
		if (Array.isArray(at) && 'index' in step) at = at[step.index] ??= fresh();
		else if (isObject(at) && 'name' in step) at = at[step.name] ??= fresh();
		else return;
	}
}

/** Lists without the places that the row left empty. */
function closeGaps(value: unknown): unknown {
	if (Array.isArray(value)) return value.filter((entry) => entry !== undefined).map(closeGaps);
	if (!isObject(value)) return value;
	for (const name of Object.keys(value)) value[name] = closeGaps(value[name]);
	return value;
}
