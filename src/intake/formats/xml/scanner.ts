/**
 * Scans XML text, in chunks of any size, into elements and character data. Well-formedness and namespaces are checked;
 * document types are refused where they begin. Several documents may follow one another. Why not a library: saxes read
 * 7 MB/s of small documents here and tells an end tag before it compares its name; this reads 75 MB/s. A test holds both
 * against each other. After `NotWellFormed`, `skip` goes to the next XML declaration.
 */
import type { Encoding } from './decoding.ts';
import { NotWellFormed } from './failures.ts';
import {
	checkDeclaration,
	decodeText,
	FORBIDDEN_CHARACTER,
	isBetweenDocuments,
	isBlank,
	isWhiteSpace,
	parseAttributes,
	type QName,
	qName,
	ROOT_SCOPE,
	resolveAttributes,
	type Scope,
	scopeOf,
} from './names.ts';
import { Positions } from './positions.ts';

export type ScanHandler = {
	open(name: string, namespace: string, attributes: ReadonlyMap<string, string>): void;
	/** Character data with something else than white space. */
	text(value: string): void;
	/** Also the end of an empty element. */
	close(): void;
	documentEnd(): void;
	undeclaredPrefix(prefix: string): void;
};

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const NEEDS_DECODING = /[&\r]|\]\]>/;
const NEXT_DOCUMENT = '<?xml ';

export class XmlScanner {
	readonly #handler: ScanHandler;
	readonly #maxTokenChars: number;
	readonly #positions: Positions;

	#buffer = '';
	/** Text that came while a token lacks its end, and the character that every such end has ('' while none is lacking). */
	readonly #waiting: string[] = [];
	#waitingChars = 0;
	#awaited: '' | '<' | '>' = '';
	/** Where the token that is being read begins. */
	#position = 0;
	/** How far the unfinished token at the position has been searched for its end, and the quote it is in. */
	#searched = 0;
	#quote = 0;
	/** Index of a character that no document may hold; infinity where there is none. */
	#forbiddenAt = Number.POSITIVE_INFINITY;
	#skipping = false;

	#depth = 0;
	readonly #openNames: QName[] = [];
	readonly #scopes: Scope[] = [];
	#scope = ROOT_SCOPE;
	/** Whether an XML declaration may stand here: before anything else of a document but comments. */
	#declarationAllowed = true;

	/** @param firstByte offset of the first character in the submission. */
	constructor(handler: ScanHandler, maxTokenChars: number, encoding: Encoding, firstByte: number) {
		this.#handler = handler;
		this.#maxTokenChars = maxTokenChars;
		this.#positions = new Positions(encoding, firstByte);
	}

	/** Offset in the submission of the token that is being told. */
	offset(): number {
		return this.#positions.bytesBefore(this.#position);
	}

	/** Line of the token that is being told. */
	line(): number {
		return this.#positions.lineAt(this.#position);
	}

	where(): string {
		return `line ${this.line()}, column ${this.#positions.columnAt(this.#position)}`;
	}

	/** Whether the rest of a broken document is being passed over. */
	get skipping(): boolean {
		return this.#skipping;
	}

	/** Whether the end of the submission comes inside a document. */
	get inDocument(): boolean {
		return this.#depth > 0 || (!this.#skipping && this.#position < this.#buffer.length);
	}

	/**
	 * Adds text and tells what became complete. Throws `NotWellFormed`, or what the handler throws.
	 * @param last whether nothing follows.
	 */
	feed(text: string, last = false): void {
		if (!last && this.#awaited !== '' && !text.includes(this.#awaited)) {
			// The token cannot end here: joining its pieces now would copy it for each of them.
			this.#waiting.push(text);
			this.#waitingChars += text.length;
			if (this.#waitingChars <= this.#maxTokenChars) return;
			this.#append('');
		} else this.#append(text);
		this.resume();
	}

	#append(text: string): void {
		const fresh = this.#waiting.length === 0 ? text : this.#waiting.join('') + text;
		this.#waiting.length = 0;
		this.#waitingChars = 0;
		this.#awaited = '';
		this.#compact();
		const before = this.#buffer.length;
		this.#buffer = before === 0 ? fresh : this.#buffer + fresh;
		this.#positions.extend(this.#buffer);
		if (!Number.isFinite(this.#forbiddenAt)) {
			const found = fresh.search(FORBIDDEN_CHARACTER);
			if (found >= 0) this.#forbiddenAt = before + found;
		}
	}

	/** Goes on after a failure that `skip` has answered. */
	resume(): void {
		for (;;) {
			const buffer = this.#buffer;
			const start = this.#position;
			if (start >= buffer.length) return;
			if (this.#skipping) {
				if (!this.#findNextDocument()) return;
				continue;
			}
			const isMarkup = buffer.charCodeAt(start) === LESS;
			const end = isMarkup ? this.#markup(start) : this.#characters(start);
			if (end < 0) {
				this.#awaited = isMarkup ? '>' : '<';
				this.#check(start, buffer.length);
				return;
			}
			this.#position = end;
			this.#searched = end;
		}
	}

	/** Leaves the broken document: what comes next is the document that begins with the next XML declaration. */
	skip(): void {
		this.#skipping = true;
		this.#depth = 0;
		this.#openNames.length = 0;
		this.#scopes.length = 0;
		this.#scope = ROOT_SCOPE;
		this.#declarationAllowed = true;
		this.#quote = 0;
		this.#position = Math.min(this.#position + 1, this.#buffer.length);
		this.#searched = this.#position;
	}

	/** Drops what has been read, but for the one character that tells whether a document begins after it. */
	#compact(): void {
		const drop = this.#position - 1;
		if (drop <= 0) return;
		this.#buffer = this.#buffer.slice(drop);
		this.#positions.drop(drop, this.#buffer);
		this.#position -= drop;
		this.#searched -= drop;
		this.#forbiddenAt -= drop;
	}

	/** A token must end before a forbidden character and within the limit. */
	#check(start: number, end: number): void {
		if (end > this.#forbiddenAt) {
			this.#forbiddenAt = Number.POSITIVE_INFINITY;
			throw new NotWellFormed('it holds a character that XML does not allow');
		}
		if (end - start > this.#maxTokenChars) throw new NotWellFormed('', 'limit.token');
	}

	/** Character data up to the next tag; -1 where its end has not come. */
	#characters(start: number): number {
		const buffer = this.#buffer;
		const found = buffer.indexOf('<', this.#searched);
		if (this.#depth === 0) {
			const until = found < 0 ? buffer.length : found;
			for (let at = start; at < until; at++) {
				if (!isBetweenDocuments(buffer.charCodeAt(at))) {
					throw new NotWellFormed('there is text outside of the root element');
				}
			}
			return until;
		}
		if (found < 0) {
			this.#searched = buffer.length;
			return -1;
		}
		this.#check(start, found);
		if (isBlank(buffer, start, found)) return found;
		const raw = buffer.slice(start, found);
		this.#handler.text(NEEDS_DECODING.test(raw) ? decodeText(raw) : raw);
		return found;
	}

	#markup(start: number): number {
		switch (this.#buffer.charCodeAt(start + 1)) {
			case SLASH:
				return this.#closeTag(start);
			case BANG:
				return this.#declaration(start);
			case QUESTION:
				return this.#instruction(start);
			default:
				return this.#openTag(start);
		}
	}

	#closeTag(start: number): number {
		const buffer = this.#buffer;
		const open = this.#openNames[this.#depth - 1];
		let end: number;
		if (open !== undefined && buffer.startsWith(open.raw, start + 2)) {
			end = Math.max(start + 2 + open.raw.length, this.#searched);
			while (isWhiteSpace(buffer.charCodeAt(end))) end++;
			if (end >= buffer.length) {
				this.#searched = end;
				return -1;
			}
		} else {
			end = buffer.indexOf('>', this.#searched);
			if (end < 0) {
				this.#searched = buffer.length;
				return -1;
			}
			this.#check(start, end);
			const name = buffer
				.slice(start + 2, end)
				.trim()
				.slice(0, 60);
			throw new NotWellFormed(
				open === undefined
					? `nothing is open that </${name}> could end`
					: `</${name}> ends <${open.raw.slice(0, 60)}>`,
			);
		}
		if (buffer.charCodeAt(end) !== GREATER) throw new NotWellFormed('an end tag has more than a name');
		this.#check(start, end + 1);
		this.#closeElement(end + 1);
		return end + 1;
	}

	#closeElement(end: number): void {
		this.#depth--;
		this.#openNames.length = this.#depth;
		const outer = this.#scopes.pop();
		this.#scope = outer ?? ROOT_SCOPE;
		this.#handler.close();
		if (this.#depth > 0) return;
		this.#declarationAllowed = true;
		this.#position = end;
		this.#searched = end;
		this.#handler.documentEnd();
	}

	#openTag(start: number): number {
		const buffer = this.#buffer;
		const end = this.#tagEnd(start);
		if (end < 0) return -1;
		this.#check(start, end + 1);
		const empty = buffer.charCodeAt(end - 1) === SLASH;
		const last = empty ? end - 1 : end;
		let nameEnd = start + 1;
		while (nameEnd < last && !isWhiteSpace(buffer.charCodeAt(nameEnd))) nameEnd++;
		const name = qName(buffer.slice(start + 1, nameEnd));
		const outer = this.#scope;
		let attributes = NO_ATTRIBUTES;
		if (nameEnd < last) {
			const raw = parseAttributes(buffer.slice(nameEnd, last));
			this.#scope = scopeOf(outer, raw);
			if (raw.length > 0) {
				attributes = resolveAttributes(raw, this.#scope, (prefix) => this.#handler.undeclaredPrefix(prefix));
			}
		}
		let namespace = this.#scope.defaultNamespace;
		if (name.prefix !== '') {
			if (name.prefix === 'xmlns') throw new NotWellFormed('an element may not have the prefix xmlns');
			const declared = this.#scope.prefixes.get(name.prefix);
			if (declared === undefined) this.#handler.undeclaredPrefix(name.prefix);
			namespace = declared ?? name.prefix;
		}
		this.#declarationAllowed = false;
		this.#handler.open(name.local, namespace, attributes);
		this.#openNames.push(name);
		this.#scopes.push(outer);
		this.#depth++;
		if (empty) this.#closeElement(end + 1);
		return end + 1;
	}

	/** The ">" that ends a tag: one outside of quotes. Remembers where it was, so that no text is searched twice. */
	#tagEnd(start: number): number {
		const buffer = this.#buffer;
		let at = Math.max(this.#searched, start + 1);
		for (; at < buffer.length; at++) {
			const code = buffer.charCodeAt(at);
			if (this.#quote !== 0) {
				if (code === this.#quote) this.#quote = 0;
			} else if (code === GREATER) return at;
			else if (code === 34 || code === 39) this.#quote = code;
			else if (code === LESS) throw new NotWellFormed('a tag begins inside of a tag');
		}
		this.#searched = at;
		return -1;
	}

	/** Comment, CDATA section or document type. */
	#declaration(start: number): number {
		const buffer = this.#buffer;
		if (buffer.startsWith('<!--', start)) {
			const end = this.#find('-->', start + 4);
			if (end < 0) return -1;
			this.#check(start, end + 3);
			const dashes = buffer.indexOf('--', start + 4);
			if (dashes < end) throw new NotWellFormed('a comment holds "--"');
			return end + 3;
		}
		if (buffer.startsWith('<![CDATA[', start)) {
			if (this.#depth === 0) throw new NotWellFormed('there is text outside of the root element');
			const end = this.#find(']]>', start + 9);
			if (end < 0) return -1;
			this.#check(start, end + 3);
			const text = buffer.slice(start + 9, end);
			if (text !== '') this.#handler.text(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
			return end + 3;
		}
		const begun = buffer.slice(start, start + 9);
		if (begun === '<!DOCTYPE') throw new NotWellFormed('', 'xml.doctype');
		if (begun.length < 9 && ['<!DOCTYPE', '<![CDATA[', '<!--'].some((known) => known.startsWith(begun)))
			return -1;
		throw new NotWellFormed('a declaration stands where none may stand');
	}

	/** Processing instruction or XML declaration. */
	#instruction(start: number): number {
		const end = this.#find('?>', start + 2);
		if (end < 0) return -1;
		this.#check(start, end + 2);
		const text = this.#buffer.slice(start, end + 2);
		const target = /^<\?([^ \t\r\n?]*)/.exec(text)?.[1] ?? '';
		if (target === 'xml') {
			if (!this.#declarationAllowed)
				throw new NotWellFormed('an XML declaration stands inside of a document');
			checkDeclaration(text);
			this.#declarationAllowed = false;
		} else if (/^xml$/i.test(target) || target.includes(':')) {
			throw new NotWellFormed('a processing instruction has a name that it may not have');
		} else qName(target);
		return end + 2;
	}

	#find(mark: string, from: number): number {
		const end = this.#buffer.indexOf(mark, Math.max(from, this.#searched));
		if (end < 0) this.#searched = Math.max(from, this.#buffer.length - mark.length + 1);
		return end;
	}

	/**
	 * Goes to the next XML declaration. It counts only after a line break, a tag or a byte order mark: quoted inside of an
	 * element of a broken document it is no new document.
	 */
	#findNextDocument(): boolean {
		const buffer = this.#buffer;
		for (
			let at = buffer.indexOf(NEXT_DOCUMENT, this.#position);
			at >= 0;
			at = buffer.indexOf(NEXT_DOCUMENT, at + 1)
		) {
			if (at > 0 && !'\n>\ufeff'.includes(buffer.charAt(at - 1))) continue;
			this.#skipping = false;
			this.#position = at;
			this.#searched = at;
			if (this.#forbiddenAt < at) {
				const found = buffer.slice(at).search(FORBIDDEN_CHARACTER);
				this.#forbiddenAt = found < 0 ? Number.POSITIVE_INFINITY : at + found;
			}
			return true;
		}
		this.#position = Math.max(this.#position, buffer.length - NEXT_DOCUMENT.length + 1);
		this.#searched = this.#position;
		return false;
	}
}
