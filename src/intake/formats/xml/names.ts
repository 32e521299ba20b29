/**
 * Names, namespaces, characters and references of XML 1.0 (fifth edition) and Namespaces in XML 1.0.
 * In: raw text of a tag or of character data. Out: names resolved and text decoded, or a `NotWellFormed`.
 */
import { Buffer } from 'node:buffer';
import { NotWellFormed } from './failures.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** NCName: a name without a colon. */
const NC_NAME =
	/^[A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}][-.0-9A-Z_a-z\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\u{10000}-\u{effff}]*$/u;

export type QName = { raw: string; prefix: string; local: string };

/**
 * Names seen before, by their raw text: messages have thousands of elements and a few dozen names. What is kept follows
 * from the text alone, so all readers share it. Emptied when full, as senders choose the names.
 */
const knownNames = new Map<string, QName>();
const MOST_KNOWN_NAMES = 4_000;

/** Splits and checks a name. */
export function qName(raw: string): QName {
	const known = knownNames.get(raw);
	if (known !== undefined) return known;
	const colon = raw.indexOf(':');
	const prefix = colon < 0 ? '' : raw.slice(0, colon);
	const local = raw.slice(colon + 1);
	if (!NC_NAME.test(local) || (colon >= 0 && !NC_NAME.test(prefix))) {
		throw new NotWellFormed(`"${raw.slice(0, 60)}" is no name`);
	}
	if (raw.length > 100) return { raw, prefix, local };
	if (knownNames.size >= MOST_KNOWN_NAMES) knownNames.clear();
	// Copies, so that what is kept does not hold the whole text that the name was cut from.
	const copy = Buffer.from(raw).toString();
	const name = { raw: copy, prefix: copy.slice(0, Math.max(0, colon)), local: copy.slice(colon + 1) };
	knownNames.set(copy, name);
	return name;
}

/** Namespace declarations in force. Elements without declarations share the scope of their parent. */
export type Scope = { readonly defaultNamespace: string; readonly prefixes: ReadonlyMap<string, string> };

export const ROOT_SCOPE: Scope = { defaultNamespace: '', prefixes: new Map([['xml', XML]]) };

export type RawAttribute = { name: QName; value: string };

/** The scope inside of an element with these attributes. */
export function scopeOf(outer: Scope, attributes: readonly RawAttribute[]): Scope {
	let defaultNamespace = outer.defaultNamespace;
	let prefixes: Map<string, string> | undefined;
	for (const { name, value } of attributes) {
		if (name.raw === 'xmlns') {
			if (value === XML || value === XMLNS)
				throw new NotWellFormed(`the default namespace may not be ${value}`);
			defaultNamespace = value;
		} else if (name.prefix === 'xmlns') {
			const isXml = name.local === 'xml';
			if (name.local === 'xmlns' || value === '' || value === XMLNS || isXml !== (value === XML)) {
				throw new NotWellFormed(`the prefix ${name.local.slice(0, 60)} may not be declared so`);
			}
			prefixes ??= new Map(outer.prefixes);
			prefixes.set(name.local, value);
		}
	}
	if (prefixes === undefined && defaultNamespace === outer.defaultNamespace) return outer;
	return { defaultNamespace, prefixes: prefixes ?? outer.prefixes };
}

/**
 * Attributes by local name, or by `{namespace}local` where they have a prefix; namespace declarations left out.
 * @param undeclared is told of a prefix without declaration; such a prefix stands for its own namespace.
 */
export function resolveAttributes(
	attributes: readonly RawAttribute[],
	scope: Scope,
	undeclared: (prefix: string) => void,
): ReadonlyMap<string, string> {
	const resolved = new Map<string, string>();
	for (const { name, value } of attributes) {
		if (name.raw === 'xmlns' || name.prefix === 'xmlns') continue;
		let key = name.local;
		if (name.prefix !== '') {
			const namespace = scope.prefixes.get(name.prefix);
			if (namespace === undefined) undeclared(name.prefix);
			key = `{${namespace ?? name.prefix}}${name.local}`;
		}
		if (resolved.has(key)) throw new NotWellFormed(`the attribute ${name.raw.slice(0, 60)} stands twice`);
		resolved.set(key, value);
	}
	return resolved;
}

const ATTRIBUTE = /[ \t\r\n]+([^ \t\r\n=/>"'<]+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;

/** Attributes of a tag. `text` is what stands between the name and the end of the tag. */
export function parseAttributes(text: string): RawAttribute[] {
	const attributes: RawAttribute[] = [];
	// Most tags have one attribute or none.
	let seen: Set<string> | undefined;
	let at = 0;
	for (;;) {
		ATTRIBUTE.lastIndex = at;
		const match = ATTRIBUTE.exec(text);
		if (match === null) break;
		const name = qName(match[1] ?? '');
		const [first] = attributes;
		if (first !== undefined) {
			seen ??= new Set([first.name.raw]);
			if (seen.has(name.raw)) throw new NotWellFormed(`the attribute ${name.raw.slice(0, 60)} stands twice`);
			seen.add(name.raw);
		}
		const raw = match[2] ?? match[3] ?? '';
		attributes.push({ name, value: decodeReferences(raw.replace(/\r\n|[\t\r\n]/g, ' ')) });
		at = ATTRIBUTE.lastIndex;
	}
	if (text.slice(at).trim() !== '') throw new NotWellFormed('the attributes of a tag cannot be read');
	return attributes;
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
	['lt', '<'],
	['gt', '>'],
	['amp', '&'],
	['quot', '"'],
	['apos', "'"],
]);

/** Replaces the five predefined entities and numeric character references; any other entity is refused. */
export function decodeReferences(text: string): string {
	let at = text.indexOf('&');
	if (at < 0) return text;
	let decoded = '';
	let from = 0;
	while (at >= 0) {
		const end = text.indexOf(';', at);
		const name = end < 0 || end - at > 100 ? undefined : text.slice(at + 1, end);
		if (name === undefined) throw new NotWellFormed('an "&" begins no reference');
		decoded += text.slice(from, at) + reference(name);
		from = end + 1;
		at = text.indexOf('&', from);
	}
	return decoded + text.slice(from);
}

function reference(name: string): string {
	const predefined = PREDEFINED.get(name);
	if (predefined !== undefined) return predefined;
	const number = /^#(?:x([0-9a-fA-F]{1,8})|(\d{1,10}))$/.exec(name);
	if (number !== null) {
		const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
		if (isCharacter(code)) return String.fromCodePoint(code);
	} else if (NC_NAME.test(name)) throw new NotWellFormed('', 'xml.entity');
	throw new NotWellFormed(`"&${name.slice(0, 20)};" is no character`);
}

/** The characters that XML 1.0 allows. */
const isCharacter = (code: number): boolean =>
	code === 9 ||
	code === 10 ||
	code === 13 ||
	(code >= 0x20 && code <= 0xd7ff) ||
	(code >= 0xe000 && code <= 0xfffd) ||
	(code >= 0x10000 && code <= 0x10ffff);

/** A character that no XML 1.0 document may hold (surrogates cannot come out of the decoder). */
export const FORBIDDEN_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const DECLARATION =
	/^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>$/;

/** Checks an XML declaration from `<?xml` to `?>`. */
export function checkDeclaration(text: string): void {
	if (!DECLARATION.test(text)) throw new NotWellFormed('the XML declaration cannot be read');
}

/** Character data as it is meant: references decoded, line ends normalised. */
export function decodeText(raw: string): string {
	if (raw.includes(']]>')) throw new NotWellFormed('text holds "]]>"');
	return decodeReferences(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
}

/** White space of XML. */
export const isWhiteSpace = (code: number): boolean =>
	code === 32 || code === 10 || code === 9 || code === 13;

/** White space, or a byte order mark that a concatenation left. */
export const isBetweenDocuments = (code: number): boolean => isWhiteSpace(code) || code === 0xfeff;

/** Whether a stretch of text is nothing but white space. */
export function isBlank(text: string, from: number, until: number): boolean {
	for (let at = from; at < until; at++) if (!isWhiteSpace(text.charCodeAt(at))) return false;
	return true;
}
