/**
 * Writes a tree by its shape, in the schema's order. What the schema demands and the record does not say is filled with
 * goAML's placeholders; what the schema has no room for goes into the comments of the element around it.
 */
import type { XmlWriter } from '../xml/writer.ts';
import { writeScalar } from './scalar.ts';
import {
	COMMENT_CHARS,
	type Field,
	type ListField,
	type ScalarForm,
	type Shape,
	type Tree,
	type Value,
	type Version,
} from './shape.ts';
import { isList, isTree, textsAt } from './tree.ts';

export type Manner = { version: Version; client: boolean; bare: boolean };

const OWN_CLIENT = '_my_client';
const COMMENTS = 'comments';

/** Writes the children of an element. */
export function writeShape(xml: XmlWriter, shape: Shape, tree: Tree, manner: Manner): void {
	const converted = shape.toElements === undefined ? tree : shape.toElements(tree, manner.version);
	if (converted !== undefined) writeFields(xml, shape.fields, converted, manner);
}

/** @returns what found no place: the element has no comments. */
function writeFields(xml: XmlWriter, fields: readonly Field[], tree: Tree, manner: Manner): string[] {
	let leftovers = [...textsAt(tree, 'leftovers')];
	const done = new Set<string>();
	for (const field of fields) {
		const value = tree[field.key];
		if (!isWritten(field, manner)) {
			if (field.kind === 'scalar' && value !== undefined && !isWrittenElsewhere(fields, field, manner)) {
				leftovers.push(`${field.element}: ${value}`);
			}
			continue;
		}
		if (field.element === COMMENTS) {
			xml.leaf(COMMENTS, commentsOf(value, leftovers));
			leftovers = [];
			continue;
		}
		const there = value !== undefined && (field.onlyWith === undefined || done.has(field.onlyWith));
		const written = there && writeField(xml, field, value, manner, leftovers);
		if (written) done.add(field.key);
		else if (isDemanded(field, tree, manner)) fillIn(xml, field, manner);
	}
	return leftovers;
}

function commentsOf(value: Value | undefined, leftovers: readonly string[]): string | undefined {
	const parts = value === undefined ? leftovers : [String(value), ...leftovers];
	return parts.length === 0 ? undefined : parts.join('; ').slice(0, COMMENT_CHARS);
}

const isWritten = (field: Field, manner: Manner): boolean =>
	(field.writes === 'both' || field.writes === manner.version) && !(field.relation === true && manner.bare);

const isWrittenElsewhere = (fields: readonly Field[], field: Field, manner: Manner): boolean =>
	fields.some((other) => other !== field && other.key === field.key && isWritten(other, manner));

function isDemanded(field: Field, tree: Tree, manner: Manner): boolean {
	if (field.needUnless !== undefined && tree[field.needUnless] !== undefined) return false;
	if (field.needWith !== undefined && tree[field.needWith] === undefined) return false;
	return field.need === 'always' || (field.need === 'client' && manner.client);
}

function fillIn(xml: XmlWriter, field: Field, manner: Manner): void {
	if (field.fill !== undefined) xml.leaf(field.element, field.fill);
	else if (field.kind === 'group') {
		xml.open(field.element);
		writeShape(xml, field.of(), {}, { ...manner, bare: field.bare ?? false });
		xml.close(field.element);
	} else if (field.kind === 'list' && field.item !== undefined && typeof field.of !== 'function') {
		xml.open(field.element).leaf(field.item, '-').close(field.element);
	}
}

/** @returns whether anything was written. */
function writeField(
	xml: XmlWriter,
	field: Field,
	value: Value,
	manner: Manner,
	leftovers: string[],
): boolean {
	if (field.kind === 'scalar') return writeText(xml, field.element, field.of, value, manner, leftovers);
	if (field.kind === 'list') return isList(value) && writeList(xml, field, value, manner, leftovers);
	if (!isTree(value)) return false;
	const version = field.version ?? manner.version;
	const target = field.of();
	const wanted = { version, client: field.client ?? manner.client, bare: field.bare ?? false };
	// The form for own clients demands more; a subject that lacks what has no placeholder is written in the plain form.
	const plain = field.element.endsWith(OWN_CLIENT) && lacks(target, value, wanted);
	const inside = plain ? { ...wanted, client: false } : wanted;
	const converted = target.toElements === undefined ? value : target.toElements(value, version);
	if (converted === undefined) return false;
	const element = plain ? field.element.slice(0, -OWN_CLIENT.length) : field.element;
	const before = xml.toString().length;
	xml.group(element, () => leftovers.push(...writeFields(xml, target.fields, converted, inside)));
	return xml.toString().length > before;
}

function writeList(
	xml: XmlWriter,
	field: ListField,
	values: readonly Value[],
	manner: Manner,
	leftovers: string[],
): boolean {
	const element = field.item ?? field.element;
	const inside = {
		version: field.version ?? manner.version,
		client: field.client ?? manner.client,
		bare: field.bare ?? false,
	};
	let written = 0;
	const begin = (): void => {
		if (written++ === 0 && field.item !== undefined) xml.open(field.element);
	};
	for (const value of values) {
		if (typeof field.of !== 'function') {
			const { text, lost } = writeScalar(value, field.of, inside.client);
			if (text === undefined || text === '' || (written >= field.max && field.item === undefined)) {
				leftovers.push(`${element}: ${lost ?? value}`);
				continue;
			}
			begin();
			xml.leaf(element, text);
			continue;
		}
		if (!isTree(value)) continue;
		const target = field.of();
		const converted = target.toElements === undefined ? value : target.toElements(value, inside.version);
		if (converted === undefined) continue;
		begin();
		xml.open(element);
		leftovers.push(...writeFields(xml, target.fields, converted, inside));
		xml.close(element);
	}
	if (written > 0 && field.item !== undefined) xml.close(field.element);
	return written > 0;
}

function writeText(
	xml: XmlWriter,
	element: string,
	form: ScalarForm,
	value: Value,
	manner: Manner,
	leftovers: string[],
): boolean {
	const { text, lost } = writeScalar(value, form, manner.client);
	if (lost !== undefined) leftovers.push(`${element}: ${lost}`);
	if (text === undefined || text === '') return false;
	xml.leaf(element, text);
	return true;
}

/** Whether something is missing that own clients must have and that no placeholder stands for. */
function lacks(shape: Shape, value: Tree, manner: Manner): boolean {
	const tree = shape.toElements === undefined ? value : shape.toElements(value, manner.version);
	if (tree === undefined) return true;
	return shape.fields.some((field) => {
		if (!isWritten(field, manner)) return false;
		const there = tree[field.key];
		if (there === undefined) {
			return field.need === 'client' && field.fill === undefined && isDemanded(field, tree, manner);
		}
		if (field.kind === 'scalar' || typeof field.of !== 'function') return false;
		const inside = { ...manner, client: field.client ?? manner.client, bare: field.bare ?? false };
		if (!inside.client) return false;
		const target = field.of;
		if (isTree(there)) return lacks(target(), there, inside);
		return isList(there) && there.some((each) => isTree(each) && lacks(target(), each, inside));
	});
}

/** The record as a tree: records are plain JSON values. */
export function treeOf(record: object): Tree {
	const tree: { [key: string]: Value | undefined } = {};
	for (const [key, value] of Object.entries(record)) {
		const converted = asValue(value);
		if (converted !== undefined) tree[key] = converted;
	}
	return tree;
}

function asValue(value: unknown): Value | undefined {
	if (typeof value === 'string') return value === '' ? undefined : value;
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	if (Array.isArray(value)) return value.map(asValue).filter((each) => each !== undefined);
	return typeof value === 'object' && value !== null ? treeOf(value) : undefined;
}
