/**
 * Our own JSON: a record, an array of records, an envelope {"records": […]}, or JSON lines. Bytes in, records out.
 * Each value stands for itself: one that is broken is refused with line and path, and the rest is read.
 * Depth and size are bounded before anything is parsed. Specification: RFC 8259, and the schemas of the contract.
 */
import { Buffer, isUtf8 } from 'node:buffer';
import { type BorderRecord, type RecordKind, recordKinds } from '../../../../contract/records/record.ts';
import type {
	Format,
	FormatId,
	MessagePlace,
	Reader,
	Reading,
	ReadingContext,
	Recognition,
	Refusal,
} from '../../model.ts';
import { isObject, orderMembers } from './canonical.ts';
import { shapeOf } from './record-shape.ts';
import { openValidation } from './record-validation.ts';
import { openValueScanner, type ScannedValue } from './value-scanner.ts';

const REMEDY_SYNTAX = 'Have the sender write the file with a JSON library, and send it again.';

/** Objects and lists in one record; a cargo report of 20,000 consignments has fewer. */
const MAX_CONTAINERS = 1_000_000;

const FAULTS: { readonly [fault in NonNullable<ScannedValue['fault']>]: { code: string; remedy: string } } = {
	'too-large': {
		code: 'limit.message-bytes',
		remedy: 'Send smaller records, or raise the limit of a message.',
	},
	'too-many': { code: 'limit.members', remedy: 'No record has so many parts; check what the sender wrote.' },
	'too-deep': { code: 'limit.depth', remedy: 'No record is nested this deep; check what the sender wrote.' },
	broken: { code: 'json.syntax', remedy: REMEDY_SYNTAX },
	truncated: { code: 'json.truncated', remedy: 'Send the whole file again.' },
};

/**
 * Opens a reader of records in JSON.
 * @param maxValueBytes longest text of one record.
 */
function openRecordReader(context: ReadingContext, format: FormatId, maxValueBytes: number): Reader {
	const { limits } = context;
	const scanner = openValueScanner({
		maxDepth: limits.maxDepth,
		maxValueBytes,
		maxContainers: MAX_CONTAINERS,
	});
	const validate = openValidation();
	/** What a value did that was not even parsed. */
	const bounds: { readonly [fault in NonNullable<ScannedValue['fault']>]?: string } = {
		'too-large': `the record is longer than ${maxValueBytes} bytes`,
		'too-deep': `the record is nested deeper than ${limits.maxDepth} levels`,
		'too-many': `the record has more than ${MAX_CONTAINERS} objects and lists in it`,
	};
	let message = 0;
	let records = 0;
	let closed = false;

	function refuse(place: MessagePlace, code: string, reason: string, remedy: string): Refusal {
		return { outcome: 'refused', format, code, reason: `${place.words}: ${reason}.`, remedy, place };
	}

	function read(value: ScannedValue): Reading {
		message++;
		const place: MessagePlace = {
			message,
			offset: value.offset,
			words: `record ${message} (line ${value.line})`,
		};
		const bound = value.fault === undefined ? undefined : bounds[value.fault];
		if (value.fault !== undefined && bound !== undefined) {
			const { code, remedy } = FAULTS[value.fault];
			return refuse(place, code, bound, remedy);
		}
		const bytes = Buffer.from(value.bytes.buffer, value.bytes.byteOffset, value.bytes.length);
		const asUtf8 = isUtf8(bytes);
		const text = asUtf8 ? bytes.toString('utf8') : bytes.toString('latin1');
		let parsed: unknown;
		try {
			parsed = JSON.parse(text);
		} catch (error) {
			const { code, remedy } = FAULTS[value.fault ?? 'broken'];
			if (value.fault === 'truncated') {
				return refuse(place, code, 'the file ends in the middle of a record or a list of records', remedy);
			}
			return refuse(place, code, `not valid JSON${syntaxPosition(error)}`, remedy);
		}
		if (mayHoldPrototype(text) && holdsPrototype(parsed)) {
			return refuse(
				place,
				'json.forbidden-member',
				'the record has a member named "__proto__"',
				'Take the member out; no record has it, and it is used to attack programs.',
			);
		}
		const validated = validate(parsed, mayHoldBadText(text));
		if (!validated.valid) return refuse(place, validated.code, validated.reason, validated.remedy);
		if (!asUtf8) {
			validated.findings.push({
				code: 'json.encoding',
				severity: 'warning',
				place: place.words,
				sentence: `${place.words} is not UTF-8 as JSON must be; it was read as ISO 8859-1, so letters with accents may be wrong.`,
			});
		}
		return { outcome: 'record', format, record: validated.record, findings: validated.findings, place };
	}

	function collect(run: (take: (value: ScannedValue) => void) => void): Reading[] {
		const readings: Reading[] = [];
		if (closed) return readings;
		run((value) => {
			if (closed) return;
			const reading = read(value);
			if (reading.outcome === 'record' && ++records > limits.maxRecords) {
				closed = true;
				readings.push(
					refuse(
						reading.place,
						'limit.records',
						`more than ${limits.maxRecords} records in one submission; the rest was not read`,
						'Split the submission into smaller ones.',
					),
				);
			} else readings.push(reading);
		});
		return readings;
	}

	return {
		push: (chunk) => collect((take) => scanner.push(chunk, take)),
		end() {
			const readings = collect((take) => scanner.end(take));
			if (message === 0) {
				message = 1;
				const place = { message, offset: 0, words: 'submission' };
				readings.push(
					refuse(place, 'json.no-record', 'there is no record in it', 'Send at least one record.'),
				);
			}
			closed = true;
			return readings;
		},
	};
}

/** Where the parser stopped, in words; its message may quote the content and is not passed on. */
function syntaxPosition(error: unknown): string {
	const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
	return position === undefined ? '' : `, at character ${Number(position) + 1} of the record`;
}

/** `__proto__` as it stands, or possibly with some of its letters escaped. */
const mayHoldPrototype = (text: string): boolean => text.includes('__proto__') || text.includes('\\u00');

function holdsPrototype(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(holdsPrototype);
	return isObject(value) && (Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsPrototype));
}

/** NUL and lone surrogates can stand in JSON only as escapes. */
const mayHoldBadText = (text: string): boolean =>
	text.includes('\\u0000') || text.includes('\\ud') || text.includes('\\uD');

/** First characters of JSON, after white space and the separator of RFC 7464. */
const beginsAsJson = (head: string): boolean => /^[\s\x1e]*[[{]\s*(["[{\]}]|$)/.test(head);

const kindMember = new RegExp(`"kind"\\s*:\\s*"(${recordKinds.join('|')})"`);

function recogniseRecords(head: string): Recognition {
	if (!beginsAsJson(head)) return 'no';
	if (kindMember.test(head)) return 'certain';
	return /^[\s\x1e]*\{[^{}[\]]*"records"\s*:\s*\[/.test(head) ? 'likely' : 'look-alike';
}

function recogniseMovements(head: string): Recognition {
	if (!beginsAsJson(head)) return 'no';
	const firstLine = head.trimStart().split('\n', 1)[0] ?? '';
	let first: unknown;
	try {
		first = JSON.parse(firstLine);
	} catch {
		return 'no';
	}
	if (!isObject(first)) return 'no';
	if (first['kind'] === 'movement-event') return 'certain';
	const looksBare = ['type', 'at', 'subject'].every((name) => Object.hasOwn(first, name));
	return first['kind'] === undefined && looksBare ? 'certain' : 'no';
}

/** Canonical text of one record: members in the order of the schema, no white space, no line break. */
export function formatRecord(record: BorderRecord): string {
	return JSON.stringify(orderMembers(record, shapeOf(record.kind)));
}

const formatLines = (records: readonly BorderRecord[]): string =>
	records.map((record) => `${formatRecord(record)}\n`).join('');

/** Our own JSON for every kind of record. */
export const recordJson: Format = {
	id: 'record-json',
	title: 'Tidewaiter JSON',
	kinds: recordKinds as readonly RecordKind[],
	recognise: recogniseRecords,
	open: (context) => openRecordReader(context, 'record-json', context.limits.maxMessageBytes),
	format: formatLines,
};

/** Movement events as JSON lines; a line without `kind` is one where it has the members of one. */
export const movementJsonl: Format = {
	id: 'movement-jsonl',
	title: 'Movement events (JSON lines)',
	kinds: ['movement-event'],
	recognise: recogniseMovements,
	open: (context) => openRecordReader(context, 'movement-jsonl', context.limits.maxTokenChars),
	format: (records) => formatLines(records.filter((record) => record.kind === 'movement-event')),
};
