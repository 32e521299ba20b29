/**
 * Streaming XML reader. In: chunks of bytes holding one or several XML documents, one after the other.
 * Out: the elements that the caller chose, each as a small tree, in flat memory; or why a document could not be read.
 * Trusts nothing: no DTD, no entity but the five of XML 1.0, every limit enforced while reading, never throws on input.
 * After a broken document, reading goes on at the next XML declaration. Follows XML 1.0 and Namespaces in XML 1.0.
 */
import { Buffer } from 'node:buffer';
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import type { Finding } from '../../../../contract/findings.ts';
import type { MessagePlace, ReadingContext } from '../../model.ts';
import {
	bytesOf,
	type ChunkDecoder,
	detectEncoding,
	ENCODING_HEAD_BYTES,
	type Encoding,
	openDecoder,
} from './decoding.ts';
import type { XmlElement, XmlName } from './element.ts';
import { describeSyntaxError, XML_REMEDIES, type XmlFailureCode } from './failures.ts';

/**
 * What to do with an element. `enter`: look at its children. `read`: a message; build its tree and deliver it.
 * `aside`: build and deliver it, but it is no message (a header next to the message).
 * `skip`: deliver it without its content (as a message), for what is recognised in order to be refused.
 */
export type XmlChoice = 'enter' | 'read' | 'aside' | 'skip';

/** Chooses by name and by the elements around it, outermost first (empty for the root of a document). */
export type XmlSelect = (element: XmlName, ancestors: readonly XmlName[]) => XmlChoice;

export type XmlDelivery =
	| {
			type: 'element';
			choice: 'read' | 'aside' | 'skip';
			element: XmlElement;
			/** Elements around it, outermost first. */
			ancestors: readonly XmlName[];
			place: MessagePlace;
			/** Defects of the XML that did not stop the reading, such as an undeclared prefix. */
			findings: Finding[];
	  }
	/** A document ended well; `messages` is how many elements were chosen by `read` or `skip` in it. */
	| { type: 'document'; root: XmlName; messages: number; place: MessagePlace }
	/** A document, or the rest of the submission, could not be read. */
	| { type: 'failure'; code: XmlFailureCode; reason: string; remedy: string; place: MessagePlace };

export type XmlReader = { push(chunk: Uint8Array): void; end(): void };

/**
 * Opens a reader. `deliver` is called in the order of the submission, during `push` and `end`.
 * @param context its limits hold for depth, token, message bytes and time, submission bytes, and number of messages.
 */
export function openXml(
	context: ReadingContext,
	select: XmlSelect,
	deliver: (delivery: XmlDelivery) => void,
): XmlReader {
	return new SubmissionReader(context, select, deliver);
}

/** Thrown through the parser to leave it; never leaves this file. */
class Stop {
	readonly failure: { code: XmlFailureCode; reason: string } | undefined;
	constructor(failure?: { code: XmlFailureCode; reason: string }) {
		this.failure = failure;
	}
}

/** A document has ended, or turned out to begin only here. */
const RESTART = new Stop();

type Growing = XmlElement & { children: XmlElement[]; text: string };

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const EVENTS_BETWEEN_CLOCK_READINGS = 512;
const XMLNS = 'http://www.w3.org/2000/xmlns/';

class SubmissionReader implements XmlReader {
	readonly #context: ReadingContext;
	readonly #select: XmlSelect;
	readonly #deliver: (delivery: XmlDelivery) => void;

	/** First bytes, kept until the encoding can be told. */
	#head: Buffer | undefined = Buffer.alloc(0);
	#encoding: Encoding = 'utf-8';
	#decoder: ChunkDecoder | undefined;
	/** A carriage return that ended a chunk: only the next chunk tells what it means. */
	#heldReturn = '';
	#receivedBytes = 0;
	#stopped = false;

	#parser: SaxesParser<{ xmlns: true }> | undefined;
	/** Set while the rest of a broken document is passed over; holds the end of what was seen of it. */
	#skippedTail: string | undefined;
	#line = 1;
	/** The text being parsed, where it begins in the parser's count of characters, and its first byte's offset. */
	#text = '';
	#textStart = 0;
	/** Bytes of the submission before `#text[#markedChars]`. */
	#markedBytes = 0;
	#markedChars = 0;

	#documents = 0;
	#documentMessages = 0;
	#declarationSeen = false;
	#ancestors: XmlName[] = [];
	#root: XmlName | undefined;
	/** Elements being built, outermost first; empty outside of chosen elements. */
	#building: Growing[] = [];
	#choice: 'read' | 'aside' | 'skip' = 'read';
	/** Depth inside a skipped element. */
	#skipDepth = 0;
	#findings: Finding[] = [];
	/**
	 * What the last end tag completed. The parser tells an end tag before it compares its name, so nothing is delivered
	 * before the next event has shown that the name was right.
	 */
	#completed: XmlDelivery[] = [];
	/** Where parsing begins anew: the end of the root element, or of a comment before it, in the parser's count. */
	#rootEnd: number | undefined;
	#messages = 0;
	#tokenStart = 0;
	#tokenLine = 1;
	#messageOffset = 0;
	#messageWords = '';
	#messageMs = 0;
	#clockFrom = 0;
	#eventsUntilClock = EVENTS_BETWEEN_CLOCK_READINGS;

	constructor(context: ReadingContext, select: XmlSelect, deliver: (delivery: XmlDelivery) => void) {
		this.#context = context;
		this.#select = select;
		this.#deliver = deliver;
	}

	push(chunk: Uint8Array): void {
		if (this.#stopped) return;
		const room = this.#context.limits.maxBytes - this.#receivedBytes;
		this.#receivedBytes += chunk.length;
		this.#clockFrom = this.#context.now();
		this.#decode(chunk.length > room ? chunk.subarray(0, room) : chunk);
		this.#messageMs += this.#context.now() - this.#clockFrom;
		if (chunk.length > room && !this.#stopped) {
			const words = `The submission is longer than ${this.#context.limits.maxBytes} bytes.`;
			this.#fail('limit.bytes', words, false);
		}
	}

	end(): void {
		if (this.#stopped) return;
		this.#clockFrom = this.#context.now();
		if (this.#head !== undefined) this.#begin(this.#head);
		const rest = this.#stopped ? undefined : this.#decoder?.end();
		if (rest !== undefined) {
			this.#feed(this.#heldReturn === '' ? rest.text : `\n${rest.text}`);
			if (rest.badByteAt !== undefined) this.#failBadByte();
		}
		if (this.#stopped) return;
		const inDocument = this.#parser !== undefined && (this.#root !== undefined || this.#documents === 0);
		if (inDocument || (this.#documents === 0 && this.#skippedTail === undefined)) {
			if (this.#root === undefined && !this.#pendingMarkup()) {
				this.#fail('xml.empty', 'The submission holds no XML element.', false);
			} else {
				this.#fail('xml.truncated', `The submission ends inside a document, ${this.#where()}.`, false);
			}
		} else if (this.#parser !== undefined && this.#pendingMarkup()) {
			this.#fail('xml.truncated', `The submission ends inside a tag, ${this.#where()}.`, false);
		}
		this.#stopped = true;
	}

	#decode(chunk: Uint8Array): void {
		if (this.#head !== undefined) {
			const head = Buffer.concat([this.#head, chunk]);
			this.#head = head;
			if (head.length >= ENCODING_HEAD_BYTES) this.#begin(head);
			return;
		}
		const decoded = this.#decoder?.decode(chunk);
		if (decoded === undefined) return;
		let text = this.#heldReturn + decoded.text;
		this.#heldReturn = '';
		if (text.endsWith('\r') && decoded.badByteAt === undefined) {
			this.#heldReturn = '\r';
			text = text.slice(0, -1);
		}
		this.#feed(text);
		if (decoded.badByteAt !== undefined && !this.#stopped) this.#failBadByte();
	}

	#begin(head: Buffer): void {
		this.#head = undefined;
		const found = detectEncoding(head);
		if ('unsupported' in found) {
			this.#fail('xml.encoding', `The encoding ${found.unsupported.slice(0, 40)} is not read.`, false);
			return;
		}
		this.#encoding = found.encoding;
		this.#markedBytes = found.markBytes;
		this.#decoder = openDecoder(found.encoding);
		this.#decode(head.subarray(found.markBytes));
	}

	/** Parses decoded text: documents, what stands between them, and what is passed over after a failure. */
	#feed(fresh: string): void {
		let text = fresh;
		while (text !== '' && !this.#stopped) {
			const parsed = this.#parser === undefined ? this.#between(text) : text;
			if (parsed === undefined) return;
			this.#text = parsed;
			this.#markedChars = 0;
			const parser = this.#parser ?? this.#openParser();
			this.#parser = parser;
			try {
				parser.write(parsed);
				if (this.#rootEnd === undefined || this.#rootEnd <= this.#textEnd()) this.#settle();
				this.#checkToken();
				this.#checkMessage(this.#textEnd());
				this.#mark(parsed.length);
				this.#textStart = this.#textEnd();
				this.#text = '';
				this.#markedChars = 0;
				return;
			} catch (signal) {
				if (!(signal instanceof Stop)) throw signal;
				const reached = signal === RESTART ? (this.#rootEnd ?? parser.position) : parser.position;
				const used = Math.min(reached - this.#textStart, parsed.length);
				this.#mark(used);
				this.#line = signal === RESTART ? this.#tokenLine : parser.line;
				if (signal.failure !== undefined) {
					this.#fail(signal.failure.code, signal.failure.reason, true);
					if (this.#skippedTail !== undefined) this.#skippedTail = parsed.slice(Math.max(0, used - 1), used);
				}
				this.#parser = undefined;
				text = parsed.slice(used);
			}
		}
	}

	/** Drops white space between documents, or what is left of a broken one; undefined where nothing remains. */
	#between(text: string): string | undefined {
		const tail = this.#skippedTail;
		let from = 0;
		if (tail === undefined) {
			while (from < text.length && isBetweenDocuments(text.charCodeAt(from))) from++;
		} else {
			const seen = tail + text;
			const at = findDeclaration(seen);
			if (at < 0) {
				// A declaration may be cut by the end of the chunk, so what could be its beginning is looked at again.
				this.#skippedTail = seen.slice(-DECLARATION_CHARS);
				from = text.length;
			} else {
				this.#skippedTail = undefined;
				// Where the declaration began in the chunk before, its first characters are put back.
				const back = Math.max(0, tail.length - at);
				from = Math.max(0, at - tail.length);
				this.#advance(text, from);
				return back === 0 ? text.slice(from) : this.#putBack(tail.slice(-back), text);
			}
		}
		this.#advance(text, from);
		return from === text.length ? undefined : text.slice(from);
	}

	#putBack(start: string, text: string): string {
		this.#markedBytes -= bytesOf(start, this.#encoding);
		return start + text;
	}

	#advance(text: string, chars: number): void {
		const passed = text.slice(0, chars);
		this.#markedBytes += bytesOf(passed, this.#encoding);
		for (let at = passed.indexOf('\n'); at >= 0; at = passed.indexOf('\n', at + 1)) this.#line++;
	}

	#openParser(): SaxesParser<{ xmlns: true }> {
		const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
		parser.line = this.#line;
		parser.on('error', (error) => this.#syntaxError(error.message));
		parser.on('doctype', () => {
			this.#settle();
			throw new Stop({
				code: 'xml.doctype',
				reason: `The document has a document type declaration (DOCTYPE), ${this.#where()}.`,
			});
		});
		parser.on('xmldecl', () => {
			this.#declarationSeen = true;
			this.#tokenDone();
		});
		// The parser tells a comment one character before its end.
		parser.on('comment', () => this.#remark(1));
		parser.on('processinginstruction', () => this.#remark(0));
		parser.on('text', (text) => this.#characters(text, 1));
		parser.on('cdata', (text) => this.#characters(text, 0));
		parser.on('opentag', (tag) => this.#open(tag));
		parser.on('closetag', () => this.#close());
		this.#ancestors = [];
		this.#root = undefined;
		this.#building = [];
		this.#skipDepth = 0;
		this.#documentMessages = 0;
		this.#declarationSeen = false;
		this.#findings = [];
		this.#rootEnd = undefined;
		this.#textStart = 0;
		this.#tokenStart = 0;
		this.#tokenLine = this.#line;
		this.#nextMessage();
		return parser;
	}

	#syntaxError(message: string): void {
		const words = message.replace(/^\d+:\d+: /, '');
		if (words === 'unexpected close tag.') this.#completed = [];
		else this.#settle();
		if (words.startsWith('unbound namespace prefix')) {
			if (this.#findings.length === 0) {
				this.#findings.push({
					code: 'xml.undeclared-prefix',
					severity: 'warning',
					place: this.#where(),
					value: words.replace(/^[^"]*"|"\.$/g, '').slice(0, 100),
					sentence:
						'The document uses a namespace prefix that it does not declare; its elements were read by name.',
				});
			}
			return;
		}
		throw new Stop(describeSyntaxError(words, this.#where()));
	}

	/** A comment or processing instruction. Before a root element, an XML declaration may still follow it. */
	#remark(charsToCome: number): void {
		this.#settle();
		this.#tokenDone(-charsToCome);
		if (this.#root === undefined && !this.#declarationSeen) this.#rootEnd = this.#tokenStart;
	}

	#characters(text: string, markupChars: number): void {
		const parser = this.#parser;
		if (parser === undefined) return;
		this.#settle();
		this.#tokenDone(markupChars);
		const element = this.#building.at(-1);
		if (element === undefined || this.#skipDepth > 0) return;
		const kept = isBlank(text) ? '' : text;
		if (kept === '') return;
		element.text = element.text === '' ? kept : element.text + kept;
		if (element.text.length > this.#context.limits.maxTokenChars) this.#tokenTooLong();
	}

	/** Delivers what is complete; after the root element, begins anew. */
	#settle(): void {
		if (this.#completed.length === 0 && this.#rootEnd === undefined) return;
		const completed = this.#completed;
		this.#completed = [];
		for (const delivery of completed) this.#deliver(delivery);
		if (this.#rootEnd !== undefined) throw RESTART;
	}

	#open(tag: SaxesTagNS): void {
		this.#settle();
		const line = this.#tokenLine;
		const start = this.#tokenStart;
		const building = this.#building;
		const depth = this.#ancestors.length + building.length + this.#skipDepth;
		if (depth >= this.#context.limits.maxDepth) {
			throw new Stop({
				code: 'limit.depth',
				reason: `Elements are nested more than ${this.#context.limits.maxDepth} deep, ${this.#where()}.`,
			});
		}
		if (this.#skipDepth > 0) {
			this.#skipDepth++;
			this.#tokenDone();
			return;
		}
		const parent = building.at(-1);
		if (parent !== undefined) {
			const element = elementOf(tag, line);
			parent.children.push(element);
			building.push(element);
			this.#tokenDone();
			return;
		}
		const name: XmlName = { name: tag.local, namespace: tag.uri };
		this.#root ??= name;
		const choice = this.#select(name, this.#ancestors);
		if (choice === 'enter') {
			this.#ancestors.push(name);
		} else {
			// Outside of a tree every event marks its byte, so the tag's start lies in the current text or just before.
			this.#mark(Math.max(0, start - this.#textStart));
			this.#messageOffset = this.#markedBytes;
			this.#choice = choice;
			if (choice !== 'aside') {
				this.#documentMessages++;
				this.#messages++;
				if (this.#messages > this.#context.limits.maxRecords) this.#tooManyMessages();
			}
			this.#messageWords = `message ${Math.max(1, this.#messages)} (${tag.local.slice(0, 60)}), line ${line}`;
			building.push(elementOf(tag, line));
			if (choice === 'skip') this.#skipDepth = 1;
		}
		this.#tokenDone();
	}

	#close(): void {
		this.#settle();
		this.#tokenDone();
		const building = this.#building;
		if (this.#skipDepth > 1) {
			this.#skipDepth--;
			return;
		}
		if (building.length > 1) {
			building.pop();
			return;
		}
		const element = building.pop();
		if (element === undefined) this.#ancestors.pop();
		else {
			this.#skipDepth = 0;
			this.#checkMessage();
			this.#completed.push({
				type: 'element',
				choice: this.#choice,
				element,
				ancestors: this.#ancestors.slice(),
				place: this.#place(),
				findings: this.#findings.slice(),
			});
			this.#nextMessage();
		}
		if (this.#ancestors.length > 0) return;
		const root = this.#root ?? { name: '', namespace: '' };
		this.#documents++;
		const place = { ...this.#place(), words: `document ${this.#documents} (${root.name.slice(0, 60)})` };
		this.#completed.push({ type: 'document', root, messages: this.#documentMessages, place });
		this.#rootEnd = this.#tokenStart;
	}

	/** Called at each event: bounds the token that ended, and the time now and then. */
	#tokenDone(markupChars = 0): void {
		const parser = this.#parser;
		if (parser === undefined) return;
		const position = parser.position - markupChars;
		if (position - this.#tokenStart > this.#context.limits.maxTokenChars) this.#tokenTooLong();
		this.#tokenStart = position;
		this.#tokenLine = parser.line;
		if (this.#building.length === 0) this.#mark(position - this.#textStart);
		if (--this.#eventsUntilClock <= 0) {
			this.#eventsUntilClock = EVENTS_BETWEEN_CLOCK_READINGS;
			this.#checkMessage();
		}
	}

	/** Bounds a token whose end has not come yet. */
	#checkToken(): void {
		if (this.#textEnd() - this.#tokenStart > this.#context.limits.maxTokenChars) this.#tokenTooLong();
	}

	/** End of the current text in the parser's count of characters (whose own position is right only inside of events). */
	#textEnd(): number {
		return this.#textStart + this.#text.length;
	}

	#tokenTooLong(): never {
		throw new Stop({
			code: 'limit.token',
			reason: `A text, tag or comment is longer than ${this.#context.limits.maxTokenChars} characters, ${this.#where()}.`,
		});
	}

	#tooManyMessages(): never {
		throw new Stop({
			code: 'limit.records',
			reason: `The submission holds more than ${this.#context.limits.maxRecords} messages.`,
		});
	}

	/** Bounds bytes and processor time since the message, or what stands before it, began. */
	#checkMessage(position = this.#tokenStart): void {
		const { limits, now } = this.#context;
		const chars = Math.max(0, position - this.#textStart - this.#markedChars);
		const bytes = this.#markedBytes + chars - this.#messageOffset;
		if (bytes > limits.maxMessageBytes) {
			const reason = `A message is longer than ${limits.maxMessageBytes} bytes, ${this.#where()}.`;
			throw new Stop({ code: 'limit.message-bytes', reason });
		}
		if (this.#messageMs + now() - this.#clockFrom > limits.maxMessageMs) {
			const reason = `A message took longer than ${limits.maxMessageMs} ms to read, ${this.#where()}.`;
			throw new Stop({ code: 'limit.message-time', reason });
		}
	}

	#nextMessage(): void {
		this.#messageOffset = this.#markedBytes;
		this.#messageWords = '';
		this.#messageMs = 0;
		this.#clockFrom = this.#context.now();
	}

	/** Moves the known byte offset forward to a character of the current text. */
	#mark(chars: number): void {
		if (chars <= this.#markedChars) return;
		this.#markedBytes += bytesOf(this.#text.slice(this.#markedChars, chars), this.#encoding);
		this.#markedChars = chars;
	}

	#pendingMarkup(): boolean {
		// The event of an XML declaration comes one character before its end.
		return this.#parser !== undefined && this.#textEnd() > this.#tokenStart + 1;
	}

	#where(): string {
		const parser = this.#parser;
		return parser === undefined ? `line ${this.#line}` : `line ${parser.line}, column ${parser.column + 1}`;
	}

	#place(): MessagePlace {
		const message = Math.max(1, this.#messages);
		const words = this.#messageWords || `message ${message}, ${this.#where()}`;
		return { message, offset: this.#messageOffset, words };
	}

	#failBadByte(): void {
		const reason = `Byte ${this.#markedBytes} is no text in ${this.#encoding}, ${this.#where()}.`;
		this.#fail('xml.encoding', reason, false);
	}

	/** Tells a failure and passes over the rest of the document, or of the submission. */
	#fail(code: XmlFailureCode, reason: string, readOn: boolean): void {
		if (this.#building.length === 0) this.#messages++;
		const inMessage = this.#messageWords !== '';
		const words = inMessage ? this.#messageWords : `message ${this.#messages}, ${this.#where()}`;
		const offset = inMessage ? this.#messageOffset : this.#markedBytes;
		const place = { message: Math.max(1, this.#messages), offset, words };
		this.#documents++;
		this.#building = [];
		this.#deliver({ type: 'failure', code, reason, remedy: XML_REMEDIES[code], place });
		this.#nextMessage();
		if (readOn && code !== 'limit.records') this.#skippedTail = '';
		else this.#stopped = true;
	}
}

function elementOf(tag: SaxesTagNS, line: number): Growing {
	return {
		name: tag.local,
		namespace: tag.uri,
		attributes: attributesOf(tag.attributes),
		children: [],
		text: '',
		line,
	};
}

function attributesOf(given: Record<string, SaxesAttributeNS>): ReadonlyMap<string, string> {
	let attributes: Map<string, string> | undefined;
	for (const name in given) {
		const attribute = given[name];
		if (attribute === undefined || attribute.uri === XMLNS) continue;
		attributes ??= new Map();
		const key = attribute.prefix === '' ? attribute.local : `{${attribute.uri}}${attribute.local}`;
		attributes.set(key, attribute.value);
	}
	return attributes ?? NO_ATTRIBUTES;
}

const isWhiteSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** White space, or a byte order mark that a concatenation left. */
const isBetweenDocuments = (code: number): boolean => isWhiteSpace(code) || code === 0xfeff;

function isBlank(text: string): boolean {
	for (let at = 0; at < text.length; at++) if (!isWhiteSpace(text.charCodeAt(at))) return false;
	return true;
}

const DECLARATION = '<?xml ';
/** Characters that may belong to the beginning of a declaration cut by the end of a chunk, and the one before it. */
const DECLARATION_CHARS = DECLARATION.length;

/**
 * Where the next XML declaration begins. It counts only after a line break, a tag or a byte order mark:
 * quoted inside of an element of a broken document (CDATA) it is no new document.
 */
function findDeclaration(text: string): number {
	for (let at = text.indexOf(DECLARATION); at >= 0; at = text.indexOf(DECLARATION, at + 1)) {
		if (at > 0 && '\n>\ufeff'.includes(text.charAt(at - 1))) return at;
	}
	return -1;
}
