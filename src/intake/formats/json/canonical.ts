/**
 * Brings a parsed value into the canonical form of a record where only its spelling differs: numbers where the schema
 * wants exact decimals, null and "" where it wants nothing, members that no record has, text that is too long.
 * Whatever it changes beyond spelling becomes a finding. It never invents a value, and never throws.
 */
import type { Finding } from '../../../../contract/findings.ts';
import { parseDecimal } from '../../../values/decimal.ts';
import type { ObjectShape, Shape } from './record-shape.ts';

/** Findings of one record; a hostile document cannot make more. */
const MAX_FINDINGS = 50;
/** Significant digits that a JSON number keeps through IEEE 754 (RFC 8259, section 6). */
const SAFE_DIGITS = 15;

/** Path of a member, as findings write it: `items[2].netMassKg`. */
export function memberPath(path: string, name: string): string {
	if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return `${path}[${JSON.stringify(name.slice(0, 64))}]`;
	return path === '' ? name : `${path}.${name}`;
}

/** Canonical decimal text of a JSON number, or undefined where it has too many digits to be a quantity. */
export function decimalOfNumber(value: number): string | undefined {
	const text = String(value);
	if (!text.includes('e')) return parseDecimal(text, '.');
	return parseDecimal(
		Math.abs(value) < 1 ? value.toFixed(28) : Number.isFinite(value) ? BigInt(value).toString() : '',
		'.',
	);
}

/** Text without NUL and without halves of surrogate pairs, which no database keeps. */
export function cleanText(text: string): string {
	return (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed();
}

/**
 * Canonical form of `value` for a record of this shape; arrays and objects are changed in place.
 * @param findings what was changed is added here.
 */
export function canonicalise(value: unknown, shape: ObjectShape, findings: Finding[]): unknown {
	return visit(value, shape, { steps: [], findings });
}

/** Where the visit stands; the path becomes text only for a finding. */
type Visit = { steps: (string | number)[]; findings: Finding[] };

const pathText = (steps: readonly (string | number)[]): string =>
	steps.reduce<string>(
		(path, step) => (typeof step === 'number' ? `${path}[${step}]` : memberPath(path, step)),
		'',
	);

function add(visit: Visit, make: (place: string) => Omit<Finding, 'place' | 'severity'>): void {
	if (visit.findings.length >= MAX_FINDINGS) return;
	const place = pathText(visit.steps).slice(0, 300);
	visit.findings.push({ ...make(place), severity: 'warning', place });
}

function visit(value: unknown, shape: Shape, at: Visit): unknown {
	switch (shape.type) {
		case 'text':
			return visitText(value, shape, at);
		case 'array':
			return Array.isArray(value) ? visitArray(value, shape.element, at) : value;
		case 'object':
		case 'map':
			return isObject(value) ? visitObject(value, shape, at) : value;
		default:
			return value;
	}
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function visitArray(list: unknown[], element: Shape, at: Visit): unknown[] {
	for (let index = 0; index < list.length; index++) {
		at.steps.push(index);
		list[index] = visit(list[index], element, at);
		at.steps.pop();
	}
	return list;
}

function visitObject(
	value: Record<string, unknown>,
	shape: Extract<Shape, { type: 'object' | 'map' }>,
	at: Visit,
): Record<string, unknown> {
	for (const name of Object.keys(value)) {
		const member = shape.type === 'map' ? undefined : shape.members.get(name);
		const inner = shape.type === 'map' ? shape.value : member?.shape;
		const found = value[name];
		at.steps.push(name);
		if (inner === undefined) {
			delete value[name];
			if (found !== null && found !== '') {
				add(at, (place) => ({
					code: 'record.unknown-member',
					value: describe(found),
					sentence: `The sender's member ${place} is none that this kind of record has; it was left out.`,
				}));
			}
		} else if ((found === null || found === '') && member?.optional !== false) delete value[name];
		else value[name] = visit(found, inner, at);
		at.steps.pop();
	}
	return value;
}

function visitText(value: unknown, shape: Extract<Shape, { type: 'text' }>, at: Visit): unknown {
	if (shape.use === 'decimal') {
		if (typeof value === 'string') return parseDecimal(value, '.') ?? value;
		return typeof value === 'number' ? visitNumber(value, at) : value;
	}
	if (typeof value !== 'string') return value;
	const clean = cleanText(value);
	if (clean !== value) {
		add(at, (place) => ({
			code: 'record.control-character',
			sentence: `${place} held characters that are no text (NUL or half a surrogate pair); they were taken out.`,
		}));
	}
	if (shape.use !== 'text' || clean.length <= shape.max) return clean;
	add(at, (place) => ({
		code: 'record.text-cut',
		value: `${clean.length} characters`,
		against: `${shape.max} characters`,
		sentence: `${place} has ${clean.length} characters and was cut to the ${shape.max} that a record keeps.`,
	}));
	return clean.slice(0, shape.max).toWellFormed();
}

function visitNumber(value: number, at: Visit): unknown {
	const canonical = decimalOfNumber(value);
	if (canonical === undefined) return value;
	// Most numbers are short; their digits need not be counted.
	if (canonical.length > SAFE_DIGITS && canonical.replace(/\D/g, '').length > SAFE_DIGITS) {
		add(at, (place) => ({
			code: 'record.number-precision',
			value: canonical,
			sentence: `${place} was sent as a JSON number of more than ${SAFE_DIGITS} digits and read as ${canonical}; its last digits may differ from what the sender meant.`,
		}));
	}
	return canonical;
}

/** A found value in few words, for reasons and findings. */
export function describe(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (value === null) return 'null';
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === 'object') return 'an object';
	if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
	return `${typeof value === 'number' ? 'the number' : 'the value'} ${String(value).slice(0, 60)}`;
}

/** The same record with its members in the order of the schema, and nothing that is undefined. */
export function orderMembers(value: unknown, shape: Shape): unknown {
	if (shape.type === 'array') {
		return Array.isArray(value) ? value.map((element) => orderMembers(element, shape.element)) : value;
	}
	if (shape.type !== 'object' || !isObject(value)) return value;
	const ordered: Record<string, unknown> = {};
	for (const [name, member] of shape.members) {
		if (value[name] !== undefined) ordered[name] = orderMembers(value[name], member.shape);
	}
	return ordered;
}
