/**
 * Reads an element by its shape. In: an XML element; out: the tree that the record holds, and notes of what was odd.
 * Nothing stops it: what is unknown, repeated, misplaced or unreadable is noted and the rest is read.
 */
import type { XmlElement } from '../xml/element.ts';
import type { Notes } from './notes.ts';
import { type Defect, readScalar } from './scalar.ts';
import type { Field, GroupField, ListField, ScalarForm, Shape, Tree, Value } from './shape.ts';
import { isEmpty } from './tree.ts';

/** A tree being filled. */
export type Draft = { [key: string]: Value | undefined };

export type Place = {
	path: string;
	/** Inside of an own client's element. */
	client: boolean;
	/** The target's own relations are left out. */
	bare: boolean;
	notes: Notes;
};

/** @returns undefined where the element says nothing. */
export function readShape(element: XmlElement, shape: Shape, place: Place): Tree | undefined {
	const draft: Draft = {};
	readChildren(element.children, shape, place, draft);
	noteMissing(element, shape, place, draft);
	if (shape.fromElements !== undefined) return shape.fromElements(draft);
	return isEmpty(draft) ? undefined : draft;
}

function readChildren(children: readonly XmlElement[], shape: Shape, place: Place, draft: Draft): void {
	let reached = 0;
	for (const child of children) reached = readChild(child, shape, place, draft, reached);
}

/**
 * Reads one element into a draft that may hold earlier ones already, as when a report comes piece by piece.
 * @param reached how far in the shape's order the elements before it were.
 * @returns how far it is now.
 */
export function readChild(
	child: XmlElement,
	shape: Shape,
	place: Place,
	draft: Draft,
	reached: number,
): number {
	const known = shape.byElement.get(child.name);
	if (known === undefined || (known.field.relation === true && place.bare)) {
		noteUnread(child, place);
		return reached;
	}
	if (known.order < reached) noteOrder(child, place);
	readField(child, known.field, place, draft);
	return Math.max(reached, known.order);
}

function readField(child: XmlElement, field: Field, place: Place, draft: Draft): void {
	const { key } = field;
	if (field.kind === 'list') {
		const elements = field.item === undefined ? [child] : itemsOf(child, field, field.item, place);
		const before = draft[key];
		const values = Array.isArray(before) ? before : [];
		for (const element of elements) {
			if (values.length >= field.max) {
				noteTooMany(element, field, place);
				break;
			}
			const path = element === child ? place.path : `${place.path}/${child.name}`;
			const value = readItem(element, field, { ...place, path });
			if (value !== undefined) values.push(value);
		}
		if (values.length > 0) draft[key] = values;
		return;
	}
	const value =
		field.kind === 'scalar'
			? readText(child, field.of, place)
			: readShape(child, field.of(), inside(child, field, place));
	if (value === undefined) return;
	if (draft[key] === undefined) draft[key] = value;
	else noteRepeated(child, place);
}

/** The items in a wrapper. Some senders leave the item out and put its content right into the wrapper. */
function itemsOf(wrapper: XmlElement, field: ListField, item: string, place: Place): readonly XmlElement[] {
	const named = wrapper.children.filter((child) => child.name === item);
	if (isItemItself(wrapper, field, item)) {
		place.notes.once({
			code: 'no-item',
			severity: 'info',
			path: `${place.path}/${wrapper.name}`,
			line: wrapper.line,
			sentence: `${wrapper.name} has its content without the element ${item} around it; it was read.`,
		});
		return [wrapper];
	}
	for (const child of wrapper.children) {
		if (child.name !== item) noteUnread(child, { ...place, path: `${place.path}/${wrapper.name}` });
	}
	return named;
}

function isItemItself(wrapper: XmlElement, field: ListField, item: string): boolean {
	if (typeof field.of !== 'function') return wrapper.children.length === 0 && wrapper.text.trim() !== '';
	const { byElement } = field.of();
	// An address in addresses may be the item, or the line of that name in an item left out.
	return wrapper.children.some((child) => child.name !== item && byElement.has(child.name));
}

function readItem(element: XmlElement, field: ListField, place: Place): Value | undefined {
	if (typeof field.of !== 'function') return readText(element, field.of, place);
	return readShape(element, field.of(), inside(element, field, place));
}

const inside = (element: XmlElement, field: GroupField | ListField, place: Place): Place => ({
	path: `${place.path}/${element.name}`,
	client: field.client ?? place.client,
	bare: field.bare ?? false,
	notes: place.notes,
});

const SENTENCES: { readonly [defect in Defect]: (name: string, value: string) => string } = {
	date: (name, value) =>
		`${name} is "${value}", which is no date as XML writes it (YYYY-MM-DDTHH:MM:SS); it was left out.`,
	decimal: (name, value) => `${name} is "${value}", which is no decimal number; it was left out.`,
	number: (name, value) => `${name} is "${value}", which is no number that it can have; it was left out.`,
	flag: (name, value) => `${name} is "${value}", which is neither true nor false; it was left out.`,
	'too-long': (name) => `${name} is longer than records keep; it was cut.`,
	'placeholder-date': (name, value) =>
		`${name} is "${value}", which stands for an unknown date; it was left out.`,
};

function readText(element: XmlElement, form: ScalarForm, place: Place): Value | undefined {
	const text = element.text.trim();
	if (text === '') return undefined;
	const { value, defect } = readScalar(text, form);
	if (defect !== undefined) {
		const mild = defect === 'placeholder-date' || defect === 'too-long';
		place.notes.add(
			{
				code: defect,
				severity: mild ? 'info' : 'error',
				path: `${place.path}/${element.name}`,
				line: element.line,
				value: text,
				sentence: SENTENCES[defect](element.name, text.slice(0, 100)),
			},
			mild ? 1 : undefined,
		);
	}
	return value;
}

function noteMissing(element: XmlElement, shape: Shape, place: Place, draft: Draft): void {
	for (const field of shape.fields) {
		if (field.missed === undefined || draft[field.key] !== undefined) continue;
		// Said with "-", the element is there: the sender has nothing to say, and the schema allows it.
		if (element.children.some((child) => child.name === field.element && child.text.trim() === '-')) continue;
		noteAbsent(field, field.missed, element.line, place);
	}
}

/** Notes what a report that came piece by piece does not have. */
export function noteMissingOf(shape: Shape, line: number, place: Place, draft: Draft): void {
	noteMissing(
		{ name: shape.name, namespace: '', attributes: new Map(), children: [], text: '', line },
		shape,
		place,
		draft,
	);
}

function noteAbsent(field: Field, severity: 'warning' | 'error', line: number, place: Place): void {
	place.notes.add({
		code: 'missing',
		severity,
		path: `${place.path}/${field.element}`,
		line,
		sentence: `${place.path.slice(-100)} has no ${field.element}, or none that can be read; the schema demands it.`,
	});
}

const noteUnread = (element: XmlElement, place: Place): void =>
	place.notes.once({
		code: 'not-read',
		severity: 'info',
		path: `${place.path}/${element.name.slice(0, 100)}`,
		line: element.line,
		sentence: `The element ${element.name.slice(0, 100)} is not read here; it stays in the original.`,
	});

const noteOrder = (element: XmlElement, place: Place): void =>
	place.notes.once({
		code: 'order',
		severity: 'info',
		path: `${place.path}/${element.name}`,
		line: element.line,
		sentence: `${element.name} stands later than the schema wants it; it was read.`,
	});

const noteRepeated = (element: XmlElement, place: Place): void =>
	place.notes.add({
		code: 'repeated',
		severity: 'warning',
		path: `${place.path}/${element.name}`,
		line: element.line,
		value: element.text.trim(),
		sentence: `${element.name} is there more than once; the first was kept.`,
	});

const noteTooMany = (element: XmlElement, field: ListField, place: Place): void =>
	place.notes.add({
		code: 'too-many',
		severity: 'error',
		path: `${place.path}/${element.name}`,
		line: element.line,
		sentence: `There are more than ${field.max} of ${element.name}; those after them stay in the original only.`,
	});
