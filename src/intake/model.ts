/**
 * Types of intake. In: bytes from a source. Out: readings, each a record with findings or a refusal with a reason.
 * Readers are push parsers so that a message of any size passes through a fixed amount of memory.
 * A reader trusts nothing that it is given and never throws on input: what it cannot read becomes a refusal.
 */
import type { Finding } from '../../contract/findings.ts';
import type { BorderRecord, RecordKind } from '../../contract/records/record.ts';

/** Names of formats, as shown to people and kept in the store. */
export type FormatId =
	| 'wco-dec'
	| 'cuscar'
	| 'paxlst'
	| 'pnrgov'
	| 'goaml'
	| 'record-json'
	| 'csv'
	| 'movement-jsonl'
	| 'unknown';

/** Bounds that hold for one submission. All are enforced while reading, none after. */
export type Limits = {
	/** Bytes of the submission as received, and after decompression. */
	maxBytes: number;
	/** Depth of nesting of XML or JSON. */
	maxDepth: number;
	/** Records taken from one submission. */
	maxRecords: number;
	/** Characters of one EDIFACT segment, one CSV row, one JSON line, one XML text node. */
	maxTokenChars: number;
	/** Bytes of one message (one XML document, one UNH…UNT). */
	maxMessageBytes: number;
	/** Milliseconds of processor time for one message. */
	maxMessageMs: number;
	/** Bytes out per byte in of an archive member; and members in an archive. */
	maxArchiveRatio: number;
	maxArchiveMembers: number;
};

export const DEFAULT_LIMITS: Limits = {
	maxBytes: 2 * 1024 ** 3,
	maxDepth: 64,
	maxRecords: 5_000_000,
	maxTokenChars: 1024 ** 2,
	maxMessageBytes: 64 * 1024 ** 2,
	maxMessageMs: 10_000,
	maxArchiveRatio: 200,
	maxArchiveMembers: 10_000,
};

/** What a reader is given besides the bytes. */
export type ReadingContext = {
	limits: Limits;
	/** File name or HTTP hint; only ever a hint. */
	name?: string;
	/** Milliseconds, monotonic. Injected so that time limits can be tested. */
	now: () => number;
	/** The mapping for CSV, chosen by the caller. */
	mapping?: unknown;
};

/** Where in the submission a message stands. Offsets are bytes from its first byte. */
export type MessagePlace = {
	/** 1-based number of the message in the submission. */
	message: number;
	offset: number;
	/** In words, for people: `message 2 (UNH 1402010600), segment 3`. */
	words: string;
};

/** A message that was read: the record and what was wrong with the message. */
export type ReadRecord = {
	outcome: 'record';
	format: FormatId;
	record: BorderRecord;
	findings: Finding[];
	place: MessagePlace;
};

/** A message that could not be read, and what to do about it. The original is kept; it can be read again. */
export type Refusal = {
	outcome: 'refused';
	format: FormatId;
	/** Stable code: `xml.doctype`, `wco.not-a-declaration`, `edifact.no-unh`, `limit.depth` … */
	code: string;
	/** One sentence that says what is wrong, with the place. */
	reason: string;
	/** One sentence that says what the sender or the operator can do. */
	remedy: string;
	place: MessagePlace;
};

export type Reading = ReadRecord | Refusal;

/**
 * Reads one submission in order. `push` returns what became complete with this chunk; `end` returns the rest.
 * Neither throws on input. After a refusal of the whole submission (`fatal`), further pushes return nothing.
 */
export type Reader = {
	push(chunk: Uint8Array): Reading[];
	end(): Reading[];
};

/** How sure a format is that a submission is its own. `look-alike` is recognised in order to be refused with a reason. */
export type Recognition = 'certain' | 'likely' | 'look-alike' | 'no';

/** One format: how to recognise, read and write it. */
export type Format = {
	id: FormatId;
	/** For people: "UN/EDIFACT PAXLST". */
	title: string;
	/** Kinds of record that it carries. */
	kinds: readonly RecordKind[];
	/** Looks at up to the first 64 KiB, decoded as UTF-8 (Latin-1 where that fails), without a byte order mark. */
	recognise(head: string, name?: string): Recognition;
	open(context: ReadingContext): Reader;
	/** Writes records as one submission of this format; absent where export makes no sense. */
	format?(records: readonly BorderRecord[], options: FormatOptions): string;
};

/** What the outer envelope of an export says. Time and control numbers come from the caller: formats are pure. */
export type FormatOptions = {
	sender: string;
	receiver: string;
	/** ISO 8601 instant with `Z`. */
	preparedAt: string;
	/** Interchange control reference or message identifier. */
	controlReference: string;
	/** Version of the format where it has several (`D:02B`, `13:1`, `4`, `5`). */
	version?: string;
};
