/**
 * Streaming XML reader. In: chunks of bytes holding one or several XML documents, one after the other.
 * Out: the elements that the caller chose, each as a small tree, in flat memory; or why a document could not be read.
 * Trusts nothing: no DTD, no entity but the five of XML 1.0, every limit enforced while reading, never throws on input.
 * After a broken document, reading goes on at the next XML declaration.
 */
import { Buffer } from 'node:buffer';
import type { Finding } from '../../../../contract/findings.ts';
import type { MessagePlace, ReadingContext } from '../../model.ts';
import {
	type ChunkDecoder,
	detectEncoding,
	ENCODING_HEAD_BYTES,
	type Encoding,
	openDecoder,
} from './decoding.ts';
import type { XmlElement, XmlName } from './element.ts';
import { NotWellFormed, XML_REMEDIES, type XmlFailureCode } from './failures.ts';
import { type ScanHandler, XmlScanner } from './scanner.ts';

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

type Growing = XmlElement & { children: XmlElement[]; text: string };

/** Most elements hold text alone: they share this list, which nobody adds to. */
const NO_CHILDREN: XmlElement[] = [];

const EVENTS_BETWEEN_CHECKS = 256;
/**
 * Bytes that are decoded at once. One character beyond Latin-1 makes the engine keep two bytes for every character of the
 * text and of all that is cut from it, which then costs more to compare, to hash and to write; in small pieces few are so.
 */
const PIECE_BYTES = 8 * 1_024;

class SubmissionReader implements XmlReader, ScanHandler {
	readonly #context: ReadingContext;
	readonly #select: XmlSelect;
	readonly #deliver: (delivery: XmlDelivery) => void;

	/** First bytes, kept until the encoding can be told. */
	#head: Buffer | undefined = Buffer.alloc(0);
	#encoding: Encoding = 'utf-8';
	#decoder: ChunkDecoder | undefined;
	#scanner: XmlScanner | undefined;
	#receivedBytes = 0;
	#stopped = false;

	#documents = 0;
	#documentMessages = 0;
	#root: XmlName | undefined;
	#ancestors: XmlName[] = [];
	/** Elements being built, outermost first; empty outside of chosen elements. */
	#building: Growing[] = [];
	#choice: 'read' | 'aside' | 'skip' = 'read';
	/** Depth inside a skipped element. */
	#skipDepth = 0;
	#findings: Finding[] = [];
	#messages = 0;
	#messageOffset = 0;
	#messageWords = '';
	/** Processor time of the message in earlier pushes, and when the clock was started in this one. */
	#messageMs = 0;
	#clockFrom = 0;
	#eventsUntilCheck = EVENTS_BETWEEN_CHECKS;

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
			this.#fail(
				'limit.bytes',
				`The submission is longer than ${this.#context.limits.maxBytes} bytes.`,
				false,
			);
		}
	}

	end(): void {
		if (this.#stopped) return;
		this.#clockFrom = this.#context.now();
		if (this.#head !== undefined) this.#begin(this.#head);
		const rest = this.#stopped ? undefined : this.#decoder?.end();
		if (rest !== undefined) this.#scan(rest.text, true);
		if (rest?.badByteAt !== undefined && !this.#stopped) this.#failBadByte();
		if (this.#stopped) return;
		if (this.#scanner?.inDocument === true) {
			this.#fail('xml.truncated', `The submission ends inside a document, ${this.#where()}.`, false);
		} else if (this.#documents === 0) this.#fail('xml.empty', 'The submission holds no XML element.', false);
		this.#stopped = true;
	}

	#decode(chunk: Uint8Array): void {
		if (this.#head !== undefined) {
			const head = Buffer.concat([this.#head, chunk]);
			this.#head = head;
			if (head.length >= ENCODING_HEAD_BYTES) this.#begin(head);
			return;
		}
		for (let at = 0; at < chunk.length && !this.#stopped; at += PIECE_BYTES) {
			const decoded = this.#decoder?.decode(chunk.subarray(at, at + PIECE_BYTES));
			if (decoded === undefined) return;
			this.#scan(decoded.text);
			if (decoded.badByteAt !== undefined && !this.#stopped) this.#failBadByte();
		}
	}

	#begin(head: Buffer): void {
		this.#head = undefined;
		const found = detectEncoding(head);
		if ('unsupported' in found) {
			this.#fail('xml.encoding', `The encoding ${found.unsupported.slice(0, 40)} is not read.`, false);
			return;
		}
		this.#encoding = found.encoding;
		this.#decoder = openDecoder(found.encoding);
		const { maxTokenChars } = this.#context.limits;
		this.#scanner = new XmlScanner(this, maxTokenChars, found.encoding, found.markBytes);
		this.#decode(head.subarray(found.markBytes));
	}

	#scan(text: string, last = false): void {
		const scanner = this.#scanner;
		if (scanner === undefined) return;
		let step = (): void => {
			scanner.feed(text, last);
			if (!scanner.skipping) this.#checkMessage();
		};
		while (!this.#stopped) {
			try {
				step();
				return;
			} catch (failure) {
				if (!(failure instanceof NotWellFormed)) throw failure;
				this.#fail(failure.code, this.#describe(failure), true);
				scanner.skip();
				step = () => scanner.resume();
			}
		}
	}

	open(name: string, namespace: string, attributes: ReadonlyMap<string, string>): void {
		const { limits } = this.#context;
		const building = this.#building;
		const parent = building[building.length - 1];
		if (this.#ancestors.length + building.length + this.#skipDepth >= limits.maxDepth) {
			throw new NotWellFormed('', 'limit.depth');
		}
		if (--this.#eventsUntilCheck <= 0) this.#checkMessage();
		if (this.#skipDepth > 0) {
			this.#skipDepth++;
			return;
		}
		const line = this.#scanner?.line() ?? 1;
		if (parent !== undefined) {
			const element: Growing = { name, namespace, attributes, children: NO_CHILDREN, text: '', line };
			if (parent.children === NO_CHILDREN) parent.children = [element];
			else parent.children.push(element);
			building.push(element);
			return;
		}
		const own: XmlName = { name, namespace };
		this.#root ??= own;
		const choice = this.#select(own, this.#ancestors);
		if (choice === 'enter') {
			this.#ancestors.push(own);
			return;
		}
		this.#choice = choice;
		this.#messageOffset = this.#scanner?.offset() ?? 0;
		if (choice !== 'aside') {
			this.#documentMessages++;
			this.#messages++;
			if (this.#messages > limits.maxRecords) throw new NotWellFormed('', 'limit.records');
		}
		this.#messageWords = `message ${Math.max(1, this.#messages)} (${name.slice(0, 60)}), line ${line}`;
		building.push({ name, namespace, attributes, children: NO_CHILDREN, text: '', line });
		if (choice === 'skip') this.#skipDepth = 1;
	}

	text(value: string): void {
		const element = this.#building[this.#building.length - 1];
		if (element === undefined || this.#skipDepth > 0) return;
		element.text = element.text === '' ? value : element.text + value;
		if (element.text.length > this.#context.limits.maxTokenChars) throw new NotWellFormed('', 'limit.token');
		if (--this.#eventsUntilCheck <= 0) this.#checkMessage();
	}

	close(): void {
		const building = this.#building;
		if (this.#skipDepth > 1) {
			this.#skipDepth--;
			return;
		}
		const element = building.pop();
		if (element === undefined) {
			this.#ancestors.pop();
			return;
		}
		if (building.length > 0) return;
		this.#skipDepth = 0;
		this.#checkMessage();
		this.#deliver({
			type: 'element',
			choice: this.#choice,
			element,
			ancestors: this.#ancestors.slice(),
			place: this.#place(),
			findings: this.#findings.slice(),
		});
		this.#nextMessage();
	}

	documentEnd(): void {
		this.#documents++;
		const root = this.#root ?? { name: '', namespace: '' };
		const words = `document ${this.#documents} (${root.name.slice(0, 60)})`;
		const messages = this.#documentMessages;
		this.#deliver({ type: 'document', root, messages, place: { ...this.#place(), words } });
		this.#nextDocument();
	}

	undeclaredPrefix(prefix: string): void {
		if (this.#findings.length > 0) return;
		this.#findings.push({
			code: 'xml.undeclared-prefix',
			severity: 'warning',
			place: this.#where(),
			value: prefix.slice(0, 100),
			sentence:
				'The document uses a namespace prefix that it does not declare; its elements were read by name.',
		});
	}

	/** Bounds bytes and processor time since the message, or what stands before it, began. */
	#checkMessage(): void {
		this.#eventsUntilCheck = EVENTS_BETWEEN_CHECKS;
		const { limits, now } = this.#context;
		const bytes = (this.#scanner?.offset() ?? 0) - this.#messageOffset;
		if (bytes > limits.maxMessageBytes) throw new NotWellFormed('', 'limit.message-bytes');
		if (this.#messageMs + now() - this.#clockFrom > limits.maxMessageMs) {
			throw new NotWellFormed('', 'limit.message-time');
		}
	}

	#nextMessage(): void {
		this.#messageOffset = this.#scanner?.offset() ?? 0;
		this.#messageWords = '';
		this.#messageMs = 0;
		this.#clockFrom = this.#context.now();
	}

	#nextDocument(): void {
		this.#root = undefined;
		this.#ancestors = [];
		this.#building = [];
		this.#skipDepth = 0;
		this.#documentMessages = 0;
		this.#findings = [];
		this.#nextMessage();
	}

	#where(): string {
		return this.#scanner?.where() ?? 'line 1, column 1';
	}

	#place(): MessagePlace {
		const message = Math.max(1, this.#messages);
		const words = this.#messageWords || `message ${message}, ${this.#where()}`;
		return { message, offset: this.#messageOffset, words };
	}

	/** What stopped the reading of a document, in a sentence with its place. */
	#describe({ code, message }: NotWellFormed): string {
		const { limits } = this.#context;
		const where = this.#where();
		switch (code) {
			case 'xml.doctype':
				return `The document has a document type declaration (DOCTYPE), ${where}.`;
			case 'xml.entity':
				return `The document names an entity that XML does not define, ${where}.`;
			case 'limit.depth':
				return `Elements are nested more than ${limits.maxDepth} deep, ${where}.`;
			case 'limit.token':
				return `A text, tag or comment is longer than ${limits.maxTokenChars} characters, ${where}.`;
			case 'limit.message-bytes':
				return `A message is longer than ${limits.maxMessageBytes} bytes, ${where}.`;
			case 'limit.message-time':
				return `A message took longer than ${limits.maxMessageMs} ms to read, ${where}.`;
			case 'limit.records':
				return `The submission holds more than ${limits.maxRecords} messages.`;
			default:
				return `The XML is not well-formed: ${message}, ${where}.`;
		}
	}

	#failBadByte(): void {
		const reason = `The submission has bytes that are no text in ${this.#encoding}, ${this.#where()} or after it.`;
		this.#fail('xml.encoding', reason, false);
	}

	/** Tells a failure; goes on with the next document, or not at all. */
	#fail(code: XmlFailureCode, reason: string, readOn: boolean): void {
		if (this.#building.length === 0 && code !== 'limit.records') this.#messages++;
		const place = this.#place();
		if (this.#messageWords === '') place.offset = this.#scanner?.offset() ?? 0;
		this.#documents++;
		this.#deliver({ type: 'failure', code, reason, remedy: XML_REMEDIES[code], place });
		if (readOn && code !== 'limit.records') this.#nextDocument();
		else this.#stopped = true;
	}
}
