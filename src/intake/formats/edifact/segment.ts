/**
 * One UN/EDIFACT segment (ISO 9735): its shape, access to its parts, and how bytes become it.
 * In: Latin-1 text of which every character is one byte. Out: decoded components, unescaped, line breaks removed.
 * Indexes count from 0 (the first data element after the tag is 0); words for people count from 1.
 */
import { decodeText } from './charset.ts';

/** A data element: its components. An empty element has none or one empty component. */
export type Element = readonly string[];

export type Segment = {
	/** Three capital letters or digits. */
	tag: string;
	/** Data elements after the tag. Of an element that repeats, the first occurrence. */
	elements: readonly Element[];
	/** Further occurrences of elements that repeat (syntax version 4), by index of the element. */
	repeats?: ReadonlyMap<number, readonly Element[]>;
	/** 1-based in its message; UNH is 1. 0 for a service segment outside of messages. */
	number: number;
	/** Bytes from the start of the submission. */
	offset: number;
};

/** The service characters of an interchange (UNA). Each is one character; absent ones are "". */
export type Separators = {
	component: string;
	element: string;
	decimalMark: string;
	release: string;
	repetition: string;
	terminator: string;
};

export const DEFAULT_SEPARATORS: Separators = {
	component: ':',
	element: '+',
	decimalMark: '.',
	release: '?',
	repetition: '',
	terminator: "'",
};

const NO_ELEMENT: Element = [];

/** Component of an element, without white space around it; "" where it is not there. Both indexes from 0. */
export function component(segment: Segment, element: number, index = 0): string {
	const value = segment.elements[element]?.[index];
	return value === undefined || value === '' ? '' : trimmed(value);
}

/** All components of an element as written; empty where it is not there. */
export const elementOf = (segment: Segment, element: number): Element =>
	segment.elements[element] ?? NO_ELEMENT;

/** Every occurrence of an element, the first included. */
export function occurrences(segment: Segment, element: number): readonly Element[] {
	const first = segment.elements[element];
	if (first === undefined) return [];
	const more = segment.repeats?.get(element);
	return more === undefined ? [first] : [first, ...more];
}

/** Place in words: `segment 14 (NAD), element 4, component 1, offset 1032`. Indexes from 0, words from 1. */
export function placeOf(segment: Segment, element?: number, index?: number): string {
	const inSegment =
		element === undefined
			? ''
			: `, element ${element + 1}${index === undefined ? '' : `, component ${index + 1}`}`;
	// Service segments outside of messages have no number.
	const name = segment.number === 0 ? segment.tag : `segment ${segment.number} (${segment.tag})`;
	return `${name}${inSegment}, offset ${segment.offset}`;
}

function trimmed(value: string): string {
	return value.charCodeAt(0) <= 32 || value.charCodeAt(value.length - 1) <= 32 ? value.trim() : value;
}

/** Character codes of the separators and the character set: what splitting needs, computed once per interchange. */
export type Splitting = {
	element: number;
	component: number;
	release: number;
	repetition: number;
	syntax: string;
};

export const splittingOf = (separators: Separators, syntax: string): Splitting => ({
	element: codeOf(separators.element),
	component: codeOf(separators.component),
	release: codeOf(separators.release),
	repetition: codeOf(separators.repetition),
	syntax,
});

const codeOf = (character: string): number => (character === '' ? -1 : character.charCodeAt(0));

/**
 * Splits `text` from `start` up to `end` (its terminator is not included) into tag and elements.
 * Linear. Plain segments take the first loop alone; the first escape, repetition, line break or byte above 127 moves to
 * `splitWithCare`.
 */
export function splitSegment(
	text: string,
	start: number,
	end: number,
	splitting: Splitting,
	number: number,
	offset: number,
): Segment {
	const { element: elementMark, component: componentMark, release, repetition } = splitting;
	const elements: Element[] = [];
	let tag = '';
	let tagSeen = false;
	let components: string[] | undefined;
	let from = start;
	for (let at = start; at < end; at++) {
		const character = text.charCodeAt(at);
		if (character === elementMark) {
			if (!tagSeen) {
				tag = tagAt(text, from, at);
				tagSeen = true;
			} else if (components === undefined) {
				elements.push(at === from ? NO_ELEMENT : [text.substring(from, at)]);
			} else {
				components.push(text.substring(from, at));
				elements.push(components);
				components = undefined;
			}
			from = at + 1;
		} else if (character === componentMark) {
			if (components === undefined) {
				// A tag with nesting indices ("NAD:1:2"): only the tag is of use.
				if (!tagSeen) return splitWithCare(text, start, end, splitting, number, offset);
				components = [text.substring(from, at)];
			} else components.push(text.substring(from, at));
			from = at + 1;
		} else if (character > 126 || character < 32 || character === release || character === repetition) {
			return splitWithCare(text, start, end, splitting, number, offset);
		}
	}
	if (!tagSeen) tag = tagAt(text, from, end);
	else if (components === undefined) elements.push(end === from ? NO_ELEMENT : [text.substring(from, end)]);
	else {
		components.push(text.substring(from, end));
		elements.push(components);
	}
	return { tag, elements, number, offset };
}

function splitWithCare(
	text: string,
	start: number,
	end: number,
	splitting: Splitting,
	number: number,
	offset: number,
): Segment {
	const elements: Element[] = [];
	let repeats: Map<number, Element[]> | undefined;
	let tag = '';
	let index = -1;
	let repeating = false;
	let components: string[] = [];
	let part = '';
	let from = start;
	const closeComponent = (at: number): void => {
		components.push(decodeText(part + text.substring(from, at), splitting.syntax));
		part = '';
		from = at + 1;
	};
	const closeElement = (): void => {
		const element = components.length === 1 && components[0] === '' ? NO_ELEMENT : components;
		components = [];
		if (index < 0) tag = (element[0] ?? '').trim();
		else if (repeating) {
			repeats ??= new Map();
			const seen = repeats.get(index);
			if (seen === undefined) repeats.set(index, [element]);
			else seen.push(element);
		} else elements.push(element);
	};
	for (let at = start; at < end; at++) {
		const character = text.charCodeAt(at);
		if (character === splitting.release) {
			part += text.substring(from, at);
			from = at + 1;
			at++;
		} else if (character === splitting.element) {
			closeComponent(at);
			closeElement();
			index++;
			repeating = false;
		} else if (character === splitting.component) closeComponent(at);
		else if (character === splitting.repetition && index >= 0) {
			closeComponent(at);
			closeElement();
			repeating = true;
		} else if (character === 10 || character === 13) {
			part += text.substring(from, at);
			from = at + 1;
		}
	}
	closeComponent(end);
	closeElement();
	const segment: Segment = { tag, elements, number, offset };
	if (repeats !== undefined) segment.repeats = repeats;
	return segment;
}

/** Segment tags of the service segments, of PAXLST, CUSCAR and PNRGOV, and of the directories around them. */
const KNOWN_TAGS =
	'UNA UNB UNG UNH UNS UNT UNE UNZ UGH UGT BGM DTM RFF NAD COM CTA TDT TPL LOC ATT MEA GEI FTX NAT DOC EMP CNT CNI GIS GID PAC PCI HAN SGP DGS PIA CST MOA TSR TMD EQD SEL EQN DIM TMP RNG NON TOD CUX QVR MSG ORG TVL SRC RCI SSR DAT IFT EBD TIF FTI FAR TKT MON PTK TXD FOP ADD REF RPI APD SAC TRA TRI SSD TBD ABI LTS MIX CON SPR AUT ERC ERP VEI STX ICI ITI DRD DNA ACT AGR ALI CPI PRI TAX LIN IMD QTY GOR PDT';

const packTag = (a: number, b: number, c: number): number => (a << 16) | (b << 8) | c;

/** Tags by their three packed characters, so that reading a tag allocates nothing. */
const tagByPack = new Map(
	KNOWN_TAGS.split(' ').map((tag) => [packTag(tag.charCodeAt(0), tag.charCodeAt(1), tag.charCodeAt(2)), tag]),
);

function tagAt(text: string, from: number, to: number): string {
	return knownTagAt(text, from, to) ?? text.substring(from, to).trim();
}

/** The known tag that stands exactly between two positions. */
export function knownTagAt(text: string, from: number, to: number): string | undefined {
	if (to - from !== 3) return undefined;
	return tagByPack.get(packTag(text.charCodeAt(from), text.charCodeAt(from + 1), text.charCodeAt(from + 2)));
}

/** Whether a tag has the form that ISO 9735 gives it. */
export const isTag = (tag: string): boolean => tag.length === 3 && /^[A-Z][A-Z0-9]{2}$/.test(tag);
