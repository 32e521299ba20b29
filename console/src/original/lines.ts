/**
 * The original as lines: EDIFACT by its segments (ISO 9735, any separators), everything else by its line breaks. Pure.
 * In: bytes of a range. Out: lines with their byte offset, so that a finding's place can be shown.
 */

export type OriginalLine = {
	text: string;
	/** Byte at which the line starts in the submission. */
	offset: number;
	/** Number of the segment in its message (UNH is 1), or of the line in the range; undefined outside a message. */
	number: number | undefined;
};

export type Original = {
	syntax: 'edifact' | 'xml' | 'text';
	lines: OriginalLine[];
	encoding: 'UTF-8' | 'Windows-1252';
};

/** Separators of an interchange: the terminator of segments and the character that takes its meaning away. */
export type Separators = { terminator: string; release: string };

const DEFAULT_SEPARATORS: Separators = { terminator: "'", release: '?' };

/** Reads the service string advice (UNA) at the head of a submission; the standard's separators where there is none. */
export function readSeparators(head: string): Separators {
	const advice = /^\s*UNA(.{6})/s.exec(head.replace(/^\uFEFF/, ''))?.[1];
	if (!advice) return DEFAULT_SEPARATORS;
	return { release: advice.charAt(3), terminator: advice.charAt(5) };
}

export function recogniseSyntax(head: string): Original['syntax'] {
	const start = head.replace(/^\uFEFF/, '').trimStart();
	if (/^(UNA|UNB|UNG|UNH)/.test(start)) return 'edifact';
	return start.startsWith('<') ? 'xml' : 'text';
}

/** Text of bytes: UTF-8, or Windows-1252 where that is not it. A character cut at an end of the range does not count. */
export function decodeBytes(bytes: Uint8Array): { text: string; encoding: Original['encoding'] } {
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	if (!text.slice(4, -4).includes('\uFFFD')) return { text, encoding: 'UTF-8' };
	return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
}

function splitSegments(text: string, { terminator, release }: Separators): string[] {
	const segments: string[] = [];
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === release && release !== ' ') at++;
		else if (character === terminator) {
			let end = at + 1;
			// Line breaks after a terminator belong to no segment.
			while (text[end] === '\r' || text[end] === '\n') end++;
			segments.push(text.slice(start, end));
			start = end;
			at = end - 1;
		}
	}
	if (start < text.length) segments.push(text.slice(start));
	return segments;
}

const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** `head` is the start of the submission: it tells the syntax of every later range. */
export function layOutOriginal(bytes: Uint8Array, start: number, head: string): Original {
	const { text, encoding } = decodeBytes(bytes);
	const syntax = recogniseSyntax(head);
	const encoder = new TextEncoder();
	const lengthOf = (part: string) => (encoding === 'UTF-8' ? encoder.encode(part).length : part.length);
	let offset = start;
	let number: number | undefined = syntax === 'edifact' || start > 0 ? undefined : 0;
	const parts = syntax === 'edifact' ? splitSegments(text, readSeparators(head)) : splitLines(text);
	const lines = parts.map((part): OriginalLine => {
		if (syntax === 'edifact') {
			const tag = part.trimStart().slice(0, 3);
			if (tag === 'UNH') number = 1;
			else if (number !== undefined) number = /^(UNE|UNZ|UNG|UNB|UNA)$/.test(tag) ? undefined : number + 1;
		} else if (number !== undefined) number += 1;
		const line = { text: part.replace(/[\r\n]+$/, ''), offset, number };
		offset += lengthOf(part);
		return line;
	});
	return { syntax, lines, encoding };
}

export type Token = { kind: 'tag' | 'name' | 'value' | 'comment' | 'text'; text: string };

const XML_TOKEN = /(<!--.*?(?:-->|$))|(<[/?!]?)([\w:.-]+)|("[^"]*"|'[^']*')|([/?]?>)|([^<>"']+|[<"'])/g;

/** A line of XML in tokens to colour; lightly, without claiming to parse it. The texts add up to the line. */
export function tokeniseXml(line: string): Token[] {
	const tokens: Token[] = [];
	let inTag = false;
	for (const [whole, comment, open, name, quoted, close] of line.matchAll(XML_TOKEN)) {
		if (comment !== undefined) tokens.push({ kind: 'comment', text: comment });
		else if (open !== undefined && name !== undefined) {
			inTag = true;
			tokens.push({ kind: 'tag', text: open }, { kind: 'name', text: name });
		} else if (close !== undefined) {
			inTag = false;
			tokens.push({ kind: 'tag', text: close });
		} else if (quoted !== undefined) tokens.push({ kind: inTag ? 'value' : 'text', text: quoted });
		else tokens.push({ kind: inTag ? 'tag' : 'text', text: whole });
	}
	return tokens;
}
