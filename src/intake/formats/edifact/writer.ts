/**
 * Writes an interchange: escaping, segment counts, message counts and references come out right by construction.
 * In: messages as lists of segments, each a tag and elements (a text, or a list of components). Out: text, one segment a
 * line. Empty components and elements at the end are left out, as ISO 9735 asks. The caller chooses the character set.
 */
import type { FormatOptions } from '../../model.ts';
import { DEFAULT_SEPARATORS, type Separators } from './segment.ts';

/** A data element to be written: one value, or components; undefined and "" are left empty. */
export type ElementToWrite = string | undefined | readonly (string | undefined)[];

export type SegmentToWrite = readonly [tag: string, ...elements: ElementToWrite[]];

export type MessageToWrite = {
	type: string;
	/** `D:02B`. */
	version: string;
	agency: string;
	association?: string;
	/** Reference of UNH and UNT. */
	reference: string;
	/** Between UNH and UNT. */
	segments: readonly SegmentToWrite[];
};

/** Separators of exports: the usual ones, declared by UNA. No repetition: receivers of older syntax do not know it. */
const SEPARATORS: Separators = DEFAULT_SEPARATORS;

/**
 * Writes one interchange in syntax UNOY (UTF-8) where a text needs it, UNOC where ISO 8859-1 is enough, else UNOA.
 * @param options sender, receiver, time and control reference of UNB.
 */
export function formatInterchange(messages: readonly MessageToWrite[], options: FormatOptions): string {
	const body = messages.map(formatMessage).join('');
	const stamp = options.preparedAt;
	const header = formatSegment([
		'UNB',
		[/^[\x00-\x7f]*$/.test(body + options.sender + options.receiver) ? 'UNOA' : 'UNOY', '4'],
		options.sender,
		options.receiver,
		[stamp.slice(2, 10).replaceAll('-', ''), stamp.slice(11, 16).replace(':', '')],
		options.controlReference,
	]);
	const trailer = formatSegment(['UNZ', String(messages.length), options.controlReference]);
	const { component, element, decimalMark, release, terminator } = SEPARATORS;
	return `UNA${component}${element}${decimalMark}${release} ${terminator}\n${header}${body}${trailer}`;
}

function formatMessage(message: MessageToWrite): string {
	const [version, release] = message.version.split(':');
	const header: SegmentToWrite = [
		'UNH',
		message.reference,
		[message.type, version, release, message.agency, message.association],
	];
	const trailer: SegmentToWrite = ['UNT', String(message.segments.length + 2), message.reference];
	return [header, ...message.segments, trailer].map(formatSegment).join('');
}

/** One segment with its terminator and a line break. */
export function formatSegment([tag, ...elements]: SegmentToWrite): string {
	const written = elements.map(formatElement);
	while (written.length > 0 && written.at(-1) === '') written.pop();
	return `${[tag, ...written].join(SEPARATORS.element)}${SEPARATORS.terminator}\n`;
}

function formatElement(element: ElementToWrite): string {
	if (element === undefined) return '';
	if (typeof element === 'string') return escapeText(element);
	const components = element.map((value) => escapeText(value ?? ''));
	while (components.length > 0 && components.at(-1) === '') components.pop();
	return components.join(SEPARATORS.component);
}

/** Releases separators. Line breaks cannot be carried and become blanks. */
const escapeText = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[:+?']/g, '?$&');
