/**
 * Every format, and the one door to all of them: a submission's bytes in, its readings out, whatever it is.
 * The format is recognised by content; archives are opened and their members go the same way.
 * What nobody knows is refused once, with what it looks like. Nothing here throws on input.
 */
import { Buffer } from 'node:buffer';
import type {
	Format,
	FormatId,
	MessagePlace,
	Reader,
	Reading,
	ReadingContext,
	Recognition,
	Refusal,
} from '../model.ts';
import { openGzip } from './archive/gzip.ts';
import { openZip } from './archive/zip.ts';
import { builtInMappings } from './csv/built-in-mappings.ts';
import { createCsvFormat } from './csv/csv.ts';
import { cuscar } from './cuscar/cuscar.ts';
import { goaml } from './goaml/goaml.ts';
import { movementJsonl, recordJson } from './json/record-json.ts';
import { paxlst } from './paxlst/paxlst.ts';
import { pnrgov } from './pnrgov/pnrgov.ts';
import { describeText, type FirstLook, lookAt, remedyFor } from './recognise.ts';
import { wcoDeclaration } from './wco/wco.ts';

/** In the order in which they are asked; the surest answer wins, and the first of equals. */
export const formats: readonly Format[] = [
	wcoDeclaration,
	goaml,
	paxlst,
	pnrgov,
	cuscar,
	movementJsonl,
	recordJson,
	createCsvFormat(builtInMappings),
];

/** A reader that also tells which format it found; `unknown` until enough bytes were seen. */
export type SubmissionReader = Reader & { readonly format: FormatId };

/** Bytes that are looked at before a format is chosen. */
const HEAD_BYTES = 64 * 1024;
/** Small chunks are put together to this size: a sender of single bytes must not cost a call for each. */
const CHUNK_BYTES = 16 * 1024;
/** These read any encoding of XML or CSV on their own; the others are given UTF-8. */
const DECODES_ITSELF: ReadonlySet<FormatId> = new Set(['wco-dec', 'goaml', 'csv']);

const SURENESS: { readonly [recognition in Recognition]: number } = {
	certain: 3,
	likely: 2,
	'look-alike': 1,
	no: 0,
};

/** The format of that name, or undefined. */
export function formatById(id: FormatId): Format | undefined {
	return formats.find((format) => format.id === id);
}

/**
 * The format that a text is in, by its first 64 KiB without a byte order mark.
 * @returns undefined where none knows it; a look-alike's format, whose reader will say what is wrong with it.
 */
export function recogniseFormat(
	head: string,
	name?: string,
): { format: Format; recognition: Exclude<Recognition, 'no'> } | undefined {
	let best: { format: Format; recognition: Exclude<Recognition, 'no'> } | undefined;
	for (const format of formats) {
		const recognition = format.recognise(head, name);
		if (recognition === 'no') continue;
		if (best === undefined || SURENESS[recognition] > SURENESS[best.recognition])
			best = { format, recognition };
		// Nothing can be surer, and asking the rest costs time.
		if (recognition === 'certain') break;
	}
	return best;
}

/** Opens a reader of a submission in any format, packed or not. */
export function openSubmission(context: ReadingContext): SubmissionReader {
	return openGuarded(context, openDocument(context, 0));
}

/** The limits that hold for the submission as a whole, and the last net under its reader. */
function openGuarded(context: ReadingContext, inner: SubmissionReader): SubmissionReader {
	const { limits } = context;
	let waiting: Buffer[] = [];
	let waitingBytes = 0;
	let received = 0;
	let records = 0;
	let closed = false;

	function stop(code: string, reason: string, remedy: string): Refusal {
		closed = true;
		const place: MessagePlace = { message: 1, offset: received, words: 'submission' };
		return {
			outcome: 'refused',
			format: inner.format,
			code,
			reason: `${sentence(reason)}.`,
			remedy,
			place,
		};
	}

	function collect(read: () => Reading[]): Reading[] {
		let readings: Reading[];
		try {
			readings = read();
		} catch (error) {
			// A reader that throws is a mistake in it; the submission is kept and can be read after a fix.
			const name = error instanceof Error ? error.name : 'error';
			return [
				stop('reader.failed', `the reader failed on it (${name})`, 'Report it; read it again after a fix.'),
			];
		}
		const taken: Reading[] = [];
		for (const reading of readings) {
			if (reading.outcome === 'record' && ++records > limits.maxRecords) {
				const reason = `more than ${limits.maxRecords} records in one submission; the rest was not read`;
				taken.push(stop('limit.records', reason, 'Split the submission into smaller ones.'));
				break;
			}
			taken.push(reading);
		}
		return taken;
	}

	function takeWaiting(): Buffer {
		const [first] = waiting;
		const bytes = waiting.length === 1 && first !== undefined ? first : Buffer.concat(waiting);
		waiting = [];
		waitingBytes = 0;
		return bytes;
	}

	return {
		get format() {
			return inner.format;
		},
		push(chunk) {
			if (closed) return [];
			received += chunk.length;
			if (received > limits.maxBytes) {
				const reason = `it is longer than ${limits.maxBytes} bytes; the rest was not read`;
				return [stop('limit.bytes', reason, 'Split the submission into smaller ones.')];
			}
			if (waitingBytes === 0 && chunk.length >= CHUNK_BYTES) return collect(() => inner.push(chunk));
			// Copied, because the caller may reuse its chunk.
			waiting.push(Buffer.from(chunk));
			waitingBytes += chunk.length;
			if (waiting.length > 1_024) waiting = [Buffer.concat(waiting)];
			return waitingBytes < CHUNK_BYTES ? [] : collect(() => inner.push(takeWaiting()));
		},
		end() {
			if (closed) return [];
			const rest = waitingBytes === 0 ? [] : collect(() => inner.push(takeWaiting()));
			const last = closed ? [] : collect(() => inner.end());
			closed = true;
			return [...rest, ...last];
		},
	};
}

/** Waits for the head, chooses, and passes everything on. `depth` counts the archives around it. */
function openDocument(context: ReadingContext, depth: number): SubmissionReader {
	let head: Buffer[] | undefined = [];
	let headBytes = 0;
	let chosen: SubmissionReader | undefined;

	function choose(): Reading[] {
		const bytes = Buffer.concat(head ?? []);
		head = undefined;
		chosen = openChosen(context, lookAt(bytes.subarray(0, HEAD_BYTES)), depth);
		return chosen.push(bytes);
	}

	return {
		get format() {
			return chosen?.format ?? 'unknown';
		},
		push(chunk) {
			if (chosen !== undefined) return chosen.push(chunk);
			head?.push(Buffer.from(chunk));
			headBytes += chunk.length;
			return headBytes < HEAD_BYTES ? [] : choose();
		},
		end() {
			const rest = chosen === undefined ? choose() : [];
			return [...rest, ...(chosen?.end() ?? [])];
		},
	};
}

function openChosen(context: ReadingContext, look: FirstLook, depth: number): SubmissionReader {
	if (look.wrapping === 'gzip' || look.wrapping === 'zip') {
		if (depth > 0) {
			return openRefusal(
				'archive.nested',
				`it is an archive (${look.wrapping}) inside an archive`,
				'Pack the documents themselves, in one archive.',
			);
		}
		const openMember = (name: string): SubmissionReader => openDocument({ ...context, name }, depth + 1);
		return look.wrapping === 'gzip' ? openGzip(context, openMember) : openZip(context, openMember);
	}
	const found = look.wrapping === 'text' ? recogniseFormat(look.head, context.name) : undefined;
	if (found === undefined) {
		// A caller who names a mapping says that it is CSV, even where one column hides that.
		if (look.wrapping === 'text' && namesMapping(context.mapping))
			return openText(csvFormat(), context, look);
		const looksLike = look.looksLike ?? describeText(look.head);
		return openRefusal('format.unknown', `it looks like ${looksLike}`, remedyFor(looksLike));
	}
	const own = found.recognition === 'certain' || !namesMapping(context.mapping);
	return openText(own ? found.format : csvFormat(), context, look);
}

/** True where the caller chose one mapping; a list of mappings is only there to be tried. */
const namesMapping = (mapping: unknown): boolean => mapping !== undefined && !Array.isArray(mapping);

const csvFormat = (): Format => formats.find((format) => format.id === 'csv') ?? recordJson;

/** Opens a format on a text, which is turned to UTF-8 where the format expects that. */
function openText(format: Format, context: ReadingContext, look: FirstLook): SubmissionReader {
	const reader = format.open(context);
	const { id } = format;
	const { encoding, markBytes } = look;
	if (DECODES_ITSELF.has(id) || (markBytes === 0 && !encoding.startsWith('utf-16'))) {
		return { format: id, push: (chunk) => reader.push(chunk), end: () => reader.end() };
	}
	let skip = markBytes;
	const decoder = encoding.startsWith('utf-16') ? new TextDecoder(encoding, { ignoreBOM: true }) : undefined;
	const shift = (readings: Reading[]): Reading[] => {
		if (decoder === undefined) for (const reading of readings) reading.place.offset += markBytes;
		return readings;
	};
	return {
		format: id,
		push(chunk) {
			const rest = chunk.subarray(skip);
			skip -= chunk.length - rest.length;
			return shift(
				reader.push(decoder === undefined ? rest : Buffer.from(decoder.decode(rest, { stream: true }))),
			);
		},
		end: () => shift(reader.end()),
	};
}

/** A reader that refuses all it is given, once. */
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function openRefusal(code: string, reason: string, remedy: string): SubmissionReader {
	const place: MessagePlace = { message: 1, offset: 0, words: 'submission' };
	return {
		format: 'unknown',
		push: () => [],
		end: () => [
			{ outcome: 'refused', format: 'unknown', code, reason: `${sentence(reason)}.`, remedy, place },
		],
	};
}
