/**
 * What a submission is, by its first bytes. For what is no document of ours it says what it looks like instead,
 * so that a person who sent the wrong file is told so in her own words. Names of files are not asked.
 */
import { Buffer } from 'node:buffer';
import { detectTextEncoding, type TextEncoding } from './csv/text-encoding.ts';

/** How a submission is wrapped or written. */
export type Wrapping = 'gzip' | 'zip' | 'text' | 'other';

export type FirstLook = {
	wrapping: Wrapping;
	/** For `other`: what it is, with an article. */
	looksLike?: string;
	encoding: TextEncoding;
	markBytes: number;
	/** The first bytes as text, without the mark. */
	head: string;
};

type Magic = { at?: number; bytes: string; is: string };

/** First bytes of files that are sent by mistake, in Latin-1. */
const MAGIC: readonly Magic[] = [
	{ bytes: '%PDF-', is: 'a PDF document' },
	{ bytes: '\xff\xd8\xff', is: 'a JPEG picture' },
	{ bytes: '\x89PNG\r\n', is: 'a PNG picture' },
	{ bytes: 'GIF8', is: 'a GIF picture' },
	{ bytes: 'II*\0', is: 'a TIFF picture' },
	{ bytes: 'MM\0*', is: 'a TIFF picture' },
	{ bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', is: 'an old Word, Excel or Outlook file' },
	{ bytes: '{\\rtf', is: 'a rich text (RTF) document' },
	{ bytes: '7z\xbc\xaf\x27\x1c', is: 'a 7-Zip archive' },
	{ bytes: 'Rar!\x1a', is: 'a RAR archive' },
	{ at: 4, bytes: '1AY&SY', is: 'a bzip2 archive' },
	{ bytes: '\xfd7zXZ', is: 'an xz archive' },
	{ bytes: '\x28\xb5\x2f\xfd', is: 'a Zstandard archive' },
	{ at: 257, bytes: 'ustar', is: 'a tar archive' },
	{ bytes: '\x7fELF', is: 'a Linux program' },
	{ bytes: 'SQLite format 3\0', is: 'a SQLite database' },
	{ bytes: '-----BEGIN PGP', is: 'a message encrypted with PGP' },
	{ bytes: '-----BEGIN ', is: 'a certificate or a key' },
];

/** The same for what could be the beginning of a text; asked only where the bytes are none. */
const BINARY_MAGIC: readonly Magic[] = [
	{ bytes: 'MZ', is: 'a Windows program' },
	{ bytes: 'PAR1', is: 'a Parquet file' },
	{ at: 8, bytes: 'WEBP', is: 'a WebP picture' },
	{ at: 4, bytes: 'ftyp', is: 'a film or a HEIC picture' },
];

/** Members that a spreadsheet, a document or a presentation has first; they are zip files too. */
const OFFICE_MEMBERS: readonly [RegExp, string][] = [
	[/\bxl\//, 'an Excel workbook'],
	[/\bword\//, 'a Word document'],
	[/\bppt\//, 'a PowerPoint presentation'],
	[/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, 'an OpenDocument spreadsheet'],
	[/mimetypeapplication\/vnd\.oasis/, 'an OpenDocument file'],
	[/mimetypeapplication\/epub/, 'an electronic book'],
	[/META-INF\/MANIFEST\.MF/, 'a Java program'],
];

/** Looks at the first bytes of a submission (up to 64 KiB). */
export function lookAt(head: Uint8Array): FirstLook {
	const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
	const { encoding, markBytes } = detectTextEncoding(bytes);
	const other = (looksLike: string): FirstLook => ({
		wrapping: 'other',
		looksLike,
		encoding,
		markBytes,
		head: '',
	});
	if (bytes.length === 0) return other('an empty file');
	if (startsWith(bytes, '\x1f\x8b\x08')) return { ...other(''), wrapping: 'gzip' };
	if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK00PK\x03\x04')) {
		const office = officeFile(bytes);
		return office === undefined ? { ...other(''), wrapping: 'zip' } : other(office);
	}
	if (startsWith(bytes, 'PK\x05\x06')) return other('an empty zip archive');
	const known = (list: readonly Magic[]): string | undefined =>
		list.find((magic) => startsWith(bytes, magic.bytes, magic.at))?.is;
	const mistake = known(MAGIC);
	if (mistake !== undefined) return other(mistake);
	if (!encoding.startsWith('utf-16') && isBinary(bytes)) return other(known(BINARY_MAGIC) ?? 'a binary file');
	const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(markBytes), {
		stream: true,
	});
	if (text.trim() === '') return other('a file of nothing but white space');
	return { wrapping: 'text', encoding, markBytes, head: text };
}

function startsWith(bytes: Buffer, magic: string, at = 0): boolean {
	return bytes.length >= at + magic.length && bytes.toString('latin1', at, at + magic.length) === magic;
}

/** True where more than one byte in a hundred is a control character that no text and no EDIFACT separator is. */
function isBinary(bytes: Buffer): boolean {
	let controls = 0;
	// By index: the iterator of a Buffer makes an object for every byte.
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at]!;
		if (byte < 0x09 || (byte > 0x0d && byte < 0x1c && byte !== 0x1a)) controls++;
	}
	return controls * 100 > bytes.length;
}

function officeFile(bytes: Buffer): string | undefined {
	if (bytes.length < 30) return undefined;
	const names = bytes.toString('latin1', 0, 8 * 1024);
	const first = bytes.toString('latin1', 30, 30 + bytes.readUInt16LE(26));
	const packaged = [
		'[Content_Types].xml',
		'_rels/.rels',
		'mimetype',
		'META-INF/',
		'META-INF/MANIFEST.MF',
	].includes(first);
	if (!packaged && !/^(xl|word|ppt|docProps)\//.test(first)) return undefined;
	return OFFICE_MEMBERS.find(([pattern]) => pattern.test(names))?.[1] ?? 'an office document';
}

/** What a text looks like that none of our formats knows. */
export function describeText(head: string): string {
	const start = head.trimStart();
	if (/^<!doctype html|^<html/i.test(start)) return 'a web page (HTML)';
	if (start.startsWith('<')) return describeXml(start);
	const message = /(?:^|['\n~*])\s*UNH.[^'\n]{0,40}?[+:]([A-Z]{6})[:+]/.exec(head)?.[1];
	if (message !== undefined) return `a UN/EDIFACT message of type ${message}`;
	if (/^UN[AB]/.test(start)) return 'a UN/EDIFACT interchange without a message that is read';
	if (/^ISA[^A-Za-z0-9]/.test(start)) return 'an ANSI X12 interchange';
	if (/^[[{]/.test(start)) return 'JSON, but not of our records';
	if (/^(From|Received|Return-Path|MIME-Version|Subject|Delivered-To): ?/im.test(start.slice(0, 400))) {
		return 'an e-mail message';
	}
	if (/^%!PS/.test(start)) return 'a PostScript document';
	return 'a text that none of the formats knows';
}

function describeXml(start: string): string {
	const root = /<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])/.exec(start);
	return root?.[2] === undefined
		? 'XML without an element'
		: `an XML document with the root element "${root[2]}"`;
}

/** What somebody can do who sent it. */
export function remedyFor(looksLike: string): string {
	if (/Excel|spreadsheet/.test(looksLike))
		return 'Save the sheet as CSV (UTF-8), and send that with a mapping file.';
	if (/archive/.test(looksLike)) return 'Send the documents as a zip or gzip archive, or one by one.';
	if (/empty|white space/.test(looksLike)) return 'Send the document again; nothing arrived.';
	if (/e-mail/.test(looksLike)) return 'Send the document that was attached, and not the e-mail.';
	if (/encrypted/.test(looksLike)) return 'Send it without encryption of its own; the channel is encrypted.';
	return 'Send one of the formats that docs/formats.md names.';
}
