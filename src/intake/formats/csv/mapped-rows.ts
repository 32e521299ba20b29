/**
 * Rows of somebody's CSV to values of records, by a mapping compiled once for the header at hand.
 * In: cells. Out: plain values for the schema to judge, and findings on cells that are not what their place wants.
 * An object of which only constants were filled is left out, so a row without a courier has no courier party.
 */
import type { Finding } from '../../../../contract/findings.ts';
import type { Mapping, MappingSource, MappingTarget, SourceUnit } from '../../../../contract/mapping.ts';
import { MAX_TEXT } from '../../../../contract/records/common.ts';
import { multiplyDecimals, parseDecimal } from '../../../values/decimal.ts';
import { cleanText } from '../json/canonical.ts';
import { type LeafShape, shapeOf } from '../json/record-shape.ts';
import { cellReader, dateReader, wantedAt } from './cell-values.ts';
import { columnKey, resolveField } from './mapping-check.ts';
import { formatPath, type Step } from './record-path.ts';
import { plainCell } from './row-splitter.ts';

const UNIT_FACTOR: { readonly [unit in SourceUnit]: string } = {
	g: '0.001',
	kg: '1',
	t: '1000',
	lb: '0.45359237',
	oz: '0.028349523125',
	cent: '0.01',
	fraction: '100',
};

/** What goes on while one record is built. */
type Building = {
	rows: readonly (readonly string[])[];
	row: number;
	/** Values that came from the sender and not from the mapping. */
	filled: number;
	findings: Finding[];
};

type Read = (building: Building) => unknown;
type Node =
	| { type: 'leaf'; read: Read; fixed: boolean }
	| { type: 'object'; members: Map<string, Node>; isMap: boolean }
	| { type: 'list'; entries: Map<number, Node>; each: Node | undefined };

export type CompiledTarget = {
	kind: MappingTarget['kind'];
	applies(cells: readonly string[]): boolean;
	/** Equal for consecutive rows that make one record; undefined where every row makes its own. */
	groupKey(cells: readonly string[]): string | undefined;
	build(rows: readonly (readonly string[])[]): { value: Record<string, unknown>; findings: Finding[] };
	/** The columns that a path of the record was read from, for reasons. */
	columnsOf(path: string): string | undefined;
};

/** Compiles the targets of a mapping for a header. Columns that the header lacks read as empty. */
export function compileMapping(mapping: Mapping, header: readonly string[]): CompiledTarget[] {
	const positions = new Map<string, number>();
	for (const [position, name] of header.entries()) {
		const key = columnKey(name);
		if (!positions.has(key)) positions.set(key, position);
	}
	return mapping.targets.map((target) => compileTarget(mapping, target, positions));
}

const cellAt = (cells: readonly string[], position: number | undefined): string =>
	position === undefined ? '' : plainCell(cells[position] ?? '').trim();

function compileTarget(
	mapping: Mapping,
	target: MappingTarget,
	positions: ReadonlyMap<string, number>,
): CompiledTarget {
	const position = (column: string): number | undefined => positions.get(columnKey(column));
	const root: Node = { type: 'object', members: new Map(), isMap: false };
	const columns = new Map<string, string>();
	const fields: [string, MappingSource][] = Object.entries(target.fields);
	for (const name of target.carry ?? []) fields.push([`further[${JSON.stringify(name.slice(0, 64))}]`, name]);
	for (const [path, source] of fields) {
		const field = resolveField(target, path);
		if (field === undefined) continue;
		const leaf = compileSource(mapping, source, field.leaf, field.list, path, position);
		place(root, field.path.steps, leaf);
		const from = columnsInWords(source);
		if (from !== undefined) columns.set(formatPath(field.path.steps), from);
	}
	const required = [...shapeOf(target.kind).members].filter(
		([, member]) => !member.optional && member.shape.type === 'array',
	);
	const condition = target.when;
	const conditionAt = condition && position(condition.column);
	const allowed = condition?.equals && new Set(condition.equals);
	const groupAt = target.groupBy?.map(position);
	return {
		kind: target.kind,
		applies(cells) {
			if (condition === undefined) return true;
			const cell = cellAt(cells, conditionAt);
			return allowed === undefined ? cell !== '' : allowed.has(cell);
		},
		groupKey: (cells) => groupAt && JSON.stringify(groupAt.map((at) => cellAt(cells, at))),
		build(rows) {
			const building: Building = { rows, row: 0, filled: 0, findings: [] };
			const value = buildObject(root, building, true) ?? {};
			value['kind'] = target.kind;
			for (const [name] of required) value[name] ??= [];
			return { value, findings: building.findings };
		},
		columnsOf: (path) => columns.get(path) ?? columns.get(path.replace(/\[\d+\]/, '[]')),
	};
}

function columnsInWords(source: MappingSource): string | undefined {
	if (typeof source === 'string') return `column "${source}"`;
	if ('column' in source) return `column "${source.column}"`;
	return 'columns' in source ? `columns "${source.columns.join('", "')}"` : undefined;
}

/** Hangs a leaf into the tree of nodes. */
function place(root: Node, steps: readonly Step[], leaf: Node): void {
	let at = root;
	for (const [index, step] of steps.entries()) {
		const next = steps[index + 1];
		const fresh = (): Node =>
			next === undefined
				? leaf
				: 'name' in next
					? { type: 'object', members: new Map(), isMap: false }
					: { type: 'list', entries: new Map(), each: undefined };
		let child: Node | undefined;
		if (at.type === 'object' && 'name' in step) {
			child = at.members.get(step.name) ?? fresh();
			at.members.set(step.name, child);
		} else if (at.type === 'list' && 'index' in step) {
			child = at.entries.get(step.index) ?? fresh();
			at.entries.set(step.index, child);
		} else if (at.type === 'list') {
			child = at.each ?? fresh();
			at.each = child;
		}
		if (child === undefined) return;
		at = child;
	}
}

function build(node: Node, building: Building): unknown {
	if (node.type === 'leaf') {
		const value = node.read(building);
		if (value !== undefined && !node.fixed) building.filled++;
		return value;
	}
	return node.type === 'list' ? buildList(node, building) : buildObject(node, building, false);
}

function buildList(node: Extract<Node, { type: 'list' }>, building: Building): unknown[] | undefined {
	const list: unknown[] = [];
	for (const entry of node.entries.values()) {
		const value = build(entry, building);
		if (value !== undefined) list.push(value);
	}
	if (node.each !== undefined) {
		const outer = building.row;
		for (let row = 0; row < building.rows.length; row++) {
			building.row = row;
			const value = build(node.each, building);
			if (value !== undefined) list.push(value);
		}
		building.row = outer;
	}
	return list.length === 0 ? undefined : list;
}

function buildObject(
	node: Extract<Node, { type: 'object' }>,
	building: Building,
	whole: boolean,
): Record<string, unknown> | undefined {
	const before = building.filled;
	const value: Record<string, unknown> = {};
	for (const [name, member] of node.members) {
		const inner = build(member, building);
		if (inner !== undefined) value[name] = inner;
	}
	return whole || building.filled > before ? value : undefined;
}

function compileSource(
	mapping: Mapping,
	source: MappingSource,
	shape: LeafShape,
	list: boolean,
	path: string,
	position: (column: string) => number | undefined,
): Node {
	if (typeof source === 'object' && 'constant' in source) {
		const { constant } = source;
		return { type: 'leaf', fixed: true, read: () => (list ? [constant] : constant) };
	}
	if (typeof source === 'object' && 'sequence' in source) {
		return { type: 'leaf', fixed: true, read: (building) => building.row + 1 };
	}
	const options = typeof source === 'string' ? undefined : source;
	const text = compileText(source, position);
	const convert = compileConversion(mapping, options, shape);
	const from = columnsInWords(source) ?? '';
	const convertOne = (cell: string, building: Building): unknown => {
		const value = convert(cell);
		if (value !== undefined) return value ?? undefined;
		building.findings.push({
			code: 'csv.value',
			severity: 'error',
			place: path.replace('[]', `[${building.row}]`).slice(0, 300),
			value: cell.slice(0, 500),
			against: wantedAt(shape).slice(0, 500),
			sentence: `${from.slice(0, 300)} holds ${JSON.stringify(cell.slice(0, 100))}, which is not ${options?.lookup === undefined ? wantedAt(shape).slice(0, 300) : 'in the table of the mapping'}; it was left out.`,
		});
		return undefined;
	};
	const split = list ? (options?.split ?? ';') : undefined;
	const empty = options?.default;
	return {
		type: 'leaf',
		fixed: false,
		read(building) {
			const cell = text(building.rows[building.row] ?? []);
			if (cell === '')
				return empty === undefined ? undefined : list ? [empty] : (convert(empty) ?? undefined);
			if (split === undefined) return convertOne(cell, building);
			const values = cell
				.split(split)
				.map((part) => part.trim())
				.filter((part) => part !== '')
				.map((part) => convertOne(part, building))
				.filter((value) => value !== undefined);
			return values.length === 0 ? undefined : values;
		},
	};
}

function compileText(
	source: Exclude<MappingSource, { constant: unknown } | { sequence: true }>,
	position: (column: string) => number | undefined,
): (cells: readonly string[]) => string {
	if (typeof source === 'object' && 'columns' in source) {
		const { separator } = source;
		const all = source.columns.map(position);
		return (cells) =>
			all
				.map((at) => cellAt(cells, at))
				.filter((cell) => cell !== '')
				.join(separator);
	}
	const at = position(typeof source === 'string' ? source : source.column);
	return (cells) => cellAt(cells, at);
}

type Conversion = Exclude<Extract<MappingSource, { column: string }>, string>;

/** Undefined where the text is no such value; null where the mapping says that it means nothing. */
function compileConversion(
	mapping: Mapping,
	options: Omit<Conversion, 'column'> | undefined,
	shape: LeafShape,
): (text: string) => unknown {
	const decimalMark = options?.decimalMark ?? mapping.decimalMark;
	const formats = [options?.dateFormat ?? mapping.dateFormat].flat();
	const read = cellReader(shape, { decimalMark, dates: formats.map(dateReader) });
	const isText = shape.type === 'text' && (shape.use === 'text' || shape.use === 'code');
	const steps: ((text: string) => string | undefined)[] = [];
	if (options?.remove !== undefined) {
		const removed = options.remove;
		steps.push((text) => removed.reduce((left, part) => left.replaceAll(part, ''), text).trim());
	}
	if (options?.case === 'upper') steps.push((text) => text.toUpperCase());
	if (options?.case === 'lower') steps.push((text) => text.toLowerCase());
	if (options?.padTo !== undefined) {
		const digits = options.padTo;
		steps.push((text) => (/^\d+$/.test(text) ? text.padStart(digits, '0') : text));
	}
	if (options?.lookup !== undefined) {
		const entries = typeof options.lookup === 'string' ? mapping.tables?.[options.lookup] : options.lookup;
		const table = new Map(Object.entries(entries ?? {}));
		const { otherwise } = options;
		steps.push((text) => table.get(text) ?? otherwise);
	}
	if (options?.unit !== undefined && options.unit !== 'kg') {
		const factor = UNIT_FACTOR[options.unit];
		steps.push((text) => {
			const decimal = parseDecimal(text, decimalMark);
			return decimal && multiplyDecimals(decimal, factor).replace('.', decimalMark);
		});
	}
	if (isText) steps.push((text) => cleanText(text).slice(0, MAX_TEXT));
	if (steps.length === 0) return read;
	return (text) => {
		let at: string | undefined = text;
		for (const step of steps) {
			at = step(at);
			if (at === undefined) return undefined;
			if (at === '') return null;
		}
		return read(at);
	};
}
