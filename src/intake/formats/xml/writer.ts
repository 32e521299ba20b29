/**
 * XML text from calls, compact or indented. Out: a string of XML 1.0 without document type or comments.
 * The caller keeps names well-formed; all values are escaped here, and characters that XML cannot hold are left out.
 */

const NEEDS_ESCAPE = /[&<>"\r\n\t\u0000-\u001f\ufffe\uffff\ud800-\udfff]/;

/** Character data or attribute value, escaped for both places. */
export function escapeXml(value: string): string {
	if (!NEEDS_ESCAPE.test(value)) return value;
	let escaped = '';
	for (const character of value) {
		const code = character.codePointAt(0) ?? 0;
		if (character === '&') escaped += '&amp;';
		else if (character === '<') escaped += '&lt;';
		else if (character === '>') escaped += '&gt;';
		else if (character === '"') escaped += '&quot;';
		// Line ends and tabs in attributes would be read back as blanks; as numbers they stay what they are.
		else if (code === 9 || code === 10 || code === 13) escaped += `&#${code};`;
		else if (code >= 32 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff) {
			escaped += character;
		}
	}
	return escaped;
}

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** Collects elements in document order. Absent (undefined) values write nothing. */
export class XmlWriter {
	#out = '';
	readonly #indent: string;
	#depth = 0;

	/** @param indent text for one level of depth, such as a tab; '' for compact output on one line. */
	constructor(indent = '', declaration = true) {
		this.#indent = indent;
		if (declaration) this.#out = '<?xml version="1.0" encoding="UTF-8"?>\n';
	}

	/** Begins an element that has children. */
	open(name: string, attributes?: XmlAttributes): this {
		this.#newLine();
		this.#out += `<${name}${formatAttributes(attributes)}>`;
		this.#depth++;
		return this;
	}

	close(name: string): this {
		this.#depth--;
		this.#newLine();
		this.#out += `</${name}>`;
		if (this.#depth === 0 && this.#indent !== '') this.#out += '\n';
		return this;
	}

	/** An element with text; nothing where the text is undefined. */
	leaf(name: string, text: string | number | undefined, attributes?: XmlAttributes): this {
		if (text === undefined) return this;
		this.#newLine();
		const escaped = typeof text === 'number' ? String(text) : escapeXml(text);
		this.#out += `<${name}${formatAttributes(attributes)}>${escaped}</${name}>`;
		return this;
	}

	/** An element around what `write` writes, left out altogether where that is nothing. */
	group(name: string, write: () => void, attributes?: XmlAttributes): this {
		const before = this.#out;
		this.open(name, attributes);
		const opened = this.#out.length;
		write();
		if (this.#out.length === opened) {
			this.#out = before;
			this.#depth--;
			return this;
		}
		return this.close(name);
	}

	toString(): string {
		return this.#out;
	}

	#newLine(): void {
		if (this.#indent === '') return;
		if (this.#out !== '' && !this.#out.endsWith('\n')) this.#out += '\n';
		this.#out += this.#indent.repeat(this.#depth);
	}
}

function formatAttributes(attributes: XmlAttributes | undefined): string {
	if (attributes === undefined) return '';
	let formatted = '';
	for (const name in attributes) {
		const value = attributes[name];
		if (value !== undefined) formatted += ` ${name}="${escapeXml(value)}"`;
	}
	return formatted;
}
