/**
 * The bytes that give JSON its structure (RFC 8259, section 2): all ASCII, never part of a longer UTF-8 sequence.
 */
export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const RETURN = 0x0d;
/** Record separator of JSON text sequences (RFC 7464); stands before a value there. */
export const SEPARATOR = 0x1e;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

/** White space, and the separator of JSON text sequences. */
export const isSpace = (byte: number): boolean =>
	byte === SPACE || byte === NEWLINE || byte === RETURN || byte === TAB || byte === SEPARATOR;

/** Deepest nesting of braces and brackets outside strings, and their number. */
export function measure(bytes: Uint8Array): { depth: number; containers: number } {
	let containers = 0;
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i] as number;
		if (inString) {
			if (byte === BACKSLASH) i++;
			else if (byte === QUOTE) inString = false;
		} else if (byte === QUOTE) inString = true;
		else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
			depth++;
			containers++;
			if (depth > deepest) deepest = depth;
		} else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth--;
	}
	return { depth: deepest, containers };
}
