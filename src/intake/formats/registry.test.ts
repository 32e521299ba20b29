import { gzipSync as nodeGzip } from 'node:zlib';
import fc from 'fast-check';
import { gzipSync, strToU8, Zip, ZipDeflate, ZipPassThrough, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { DEFAULT_LIMITS, type FormatId, type Limits, type Reading } from '../model.ts';
import { formatById, formats, openSubmission } from './registry.ts';

function read(
	input: Uint8Array | string,
	more: { limits?: Partial<Limits>; step?: number; mapping?: unknown } = {},
): { readings: Reading[]; format: FormatId } {
	const bytes = typeof input === 'string' ? Buffer.from(input) : input;
	const reader = openSubmission({
		limits: { ...DEFAULT_LIMITS, ...more.limits },
		now: () => 0,
		mapping: more.mapping,
	});
	const readings: Reading[] = [];
	const step = more.step ?? Math.max(1, bytes.length);
	for (let at = 0; at < bytes.length; at += step)
		readings.push(...reader.push(bytes.subarray(at, at + step)));
	readings.push(...reader.end());
	return { readings, format: reader.format };
}

const referencesOf = (readings: Reading[]): string[] =>
	readings.flatMap((reading) => (reading.outcome === 'record' ? [reading.record.reference] : []));
const refusalsOf = (readings: Reading[]): [string, string][] =>
	readings.flatMap((reading): [string, string][] =>
		reading.outcome === 'refused' ? [[reading.code, reading.place.words]] : [],
	);

const outcome = (reference: string): BorderRecord => ({
	kind: 'outcome',
	reference,
	subject: { kind: 'declaration', reference: 'D' },
	inspectedAt: '2026-03-01T10:00Z',
	inspection: 'physical',
	result: 'nothing-found',
});
const line = (reference: string): string => `${JSON.stringify(outcome(reference))}\n`;
const csv =
	'Inspection Number,Subject Kind,Subject Reference,Inspected At,Inspection,Result\nI1,declaration,D,2026-03-01,physical,offence\n';

/** A zip written as a stream: sizes unknown in the header, descriptor after the data. */
function streamedZip(members: { [name: string]: string }, packed: boolean): Uint8Array {
	const chunks: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error === null) chunks.push(chunk);
	});
	for (const [name, text] of Object.entries(members)) {
		const member = packed ? new ZipDeflate(name) : new ZipPassThrough(name);
		zip.add(member);
		member.push(strToU8(text), true);
	}
	zip.end();
	return Buffer.concat(chunks);
}

describe('recognising', () => {
	it('knows every format by content, in any encoding of text', () => {
		const text = line('A') + line('B');
		for (const bytes of [
			Buffer.from(text),
			Buffer.from(`\ufeff${text}`),
			Buffer.from(`\ufeff${text}`, 'utf16le'),
			Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
			Buffer.from(text, 'utf16le'),
		]) {
			const { readings, format } = read(bytes, { step: 13 });
			expect(format).toBe('record-json');
			expect(referencesOf(readings)).toEqual(['A', 'B']);
		}
		expect(read(csv).format).toBe('csv');
		expect(referencesOf(read(Buffer.from(`\ufeff${csv}`, 'utf16le')).readings)).toEqual(['I1']);
		const event = {
			reference: 'E',
			type: 'gate',
			at: '2026-01-01T00:00Z',
			subject: { type: 'vehicle', id: 'B 1' },
			source: 'G1',
		};
		expect(read(JSON.stringify(event)).format).toBe('movement-jsonl');
		expect(new Set(formats.map((format) => format.id)).size).toBe(formats.length);
		expect(formatById('csv')?.id).toBe('csv');
	});

	it.each([
		['', 'an empty file'],
		[' \r\n\t', 'white space'],
		['%PDF-1.7\n…', 'a PDF document'],
		['\u00ff\u00d8\u00ff\u00e0\0\x10JFIF', 'a JPEG picture'],
		['\u0089PNG\r\n\x1a\n', 'a PNG picture'],
		['<!DOCTYPE html><html><body>1</body></html>', 'a web page (HTML)'],
		['<?xml version="1.0"?><ns:Order xmlns:ns="x"/>', 'the root element "Order"'],
		['Dear colleague,\nsee attached.', 'a text that none of the formats knows'],
		['From: a@example.org\r\nTo: b@example.org\r\n\r\nhello', 'an e-mail message'],
		['ISA*00*          *00*          *ZZ*A*ZZ*B~', 'an ANSI X12 interchange'],
		['\x01\x02\x03\0\0\0binary', 'a binary file'],
		['\u00d0\u00cf\x11\u00e0\u00a1\u00b1\x1a\u00e1', 'an old Word, Excel or Outlook file'],
		['Rar!\x1a\x07', 'a RAR archive'],
		['MZ\x90\0\x03\0\0\0\x04\0\0\0', 'a Windows program'],
		['MZ Maputo\nno table', 'a text that none'],
	])('says what %j looks like', (text, looksLike) => {
		const { readings, format } = read(Buffer.from(text, 'latin1'));
		expect(format).toBe('unknown');
		expect(readings).toHaveLength(1);
		const [refusal] = readings;
		expect(refusal?.outcome === 'refused' && refusal.code).toBe('format.unknown');
		expect(refusal?.outcome === 'refused' && refusal.reason).toContain(looksLike);
	});

	it('is not stopped by a few bytes that are no text', () => {
		expect(referencesOf(read(`${line('A')}${line('B')}\0\0\x1a`).readings)).toEqual(['A', 'B']);
		expect(read('MZN,Amount\n1,2\n').format).toBe('csv');
	});

	it('tells an Excel workbook from an archive', () => {
		const workbook = zipSync({
			'[Content_Types].xml': strToU8('<Types/>'),
			'xl/workbook.xml': strToU8('<workbook/>'),
		});
		const [refusal] = read(workbook).readings;
		expect(refusal?.outcome === 'refused' && refusal.reason).toContain('an Excel workbook');
		expect(refusal?.outcome === 'refused' && refusal.remedy).toContain('CSV');
	});

	it('bounds bytes and records of the whole submission', () => {
		expect(
			refusalsOf(read(line('A').repeat(900), { limits: { maxBytes: 1_000 }, step: 100 }).readings),
		).toEqual([['limit.bytes', 'submission']]);
		expect(read(line('A').repeat(5), { limits: { maxRecords: 3 } }).readings).toHaveLength(4);
	});

	it('never throws, whatever the bytes and chunks', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.uint8Array({ maxLength: 200 }),
					fc
						.tuple(
							fc.constantFrom('PK\x03\x04', '\x1f\x8b\x08', '{', '[', "UNB+UNOA:1+A'", '<a>', 'a,b\n1,2\n'),
							fc.uint8Array({ maxLength: 120 }),
						)
						.map(([magic, rest]) => Buffer.concat([Buffer.from(magic, 'latin1'), rest])),
				),
				fc.integer({ min: 1, max: 50 }),
				(bytes, step) => {
					const { readings } = read(bytes, { step });
					expect(readings.length).toBeGreaterThan(0);
					expect(
						readings.every((reading) => reading.outcome !== 'refused' || reading.code !== 'reader.failed'),
					).toBe(true);
				},
			),
			{ numRuns: 300, seed: 11 },
		);
	});
});

describe('archives', () => {
	const members = {
		'a.json': line('A') + line('B'),
		'folder/': '',
		'folder/b.csv': csv,
		'__MACOSX/._a.json': 'x',
		'c.jsonl': line('C'),
	};
	const expected = ['A', 'B', 'I1', 'C'];

	it('reads every member of a zip, packed, stored or streamed, in any chunks', () => {
		const plain: Zippable = {};
		for (const [name, text] of Object.entries(members)) plain[name] = strToU8(text);
		for (const bytes of [
			zipSync(plain),
			zipSync(plain, { level: 0 }),
			streamedZip(members, true),
			streamedZip(members, false),
		]) {
			for (const step of [1, 17, 1_000_000]) {
				const { readings, format } = read(bytes, { step });
				expect(refusalsOf(readings)).toEqual([]);
				expect(referencesOf(readings)).toEqual(expected);
				expect(format).toBe('record-json');
				expect(readings[2]?.place).toMatchObject({ message: 3, words: 'folder/b.csv: row 1 (line 2)' });
			}
		}
	});

	it('reads gzip, of one and of several members', () => {
		const two = Buffer.concat([gzipSync(strToU8(line('A'))), nodeGzip(line('B'))]);
		for (const step of [1, 19, 1_000]) {
			expect(referencesOf(read(gzipSync(strToU8(line('A') + line('B'))), { step }).readings)).toEqual([
				'A',
				'B',
			]);
			expect(referencesOf(read(two, { step }).readings)).toEqual(['A', 'B']);
			expect(refusalsOf(read(two, { step }).readings)).toEqual([]);
		}
	});

	it('stops what expands without end', () => {
		const bomb = zipSync({ 'zeros.json': new Uint8Array(3 * 1024 ** 2) });
		expect(refusalsOf(read(bomb).readings)).toEqual([['archive.ratio', 'zeros.json']]);
		expect(refusalsOf(read(nodeGzip(Buffer.alloc(3 * 1024 ** 2))).readings)).toEqual([
			['archive.ratio', 'archive'],
		]);
		const large = zipSync({ 'a.json': strToU8(line('A').repeat(1_000)) });
		expect(refusalsOf(read(large, { limits: { maxBytes: 100_000 } }).readings)).toEqual([
			['limit.bytes', 'a.json'],
		]);
		const many: Zippable = {};
		for (let index = 0; index < 6; index++) many[`${index}.json`] = strToU8(line(String(index)));
		const few = read(zipSync(many), { limits: { maxArchiveMembers: 4 } }).readings;
		expect(referencesOf(few)).toEqual(['0', '1', '2', '3']);
		expect(refusalsOf(few)).toEqual([['limit.archive-members', '4.json']]);
	});

	it('refuses members one by one: nested, encrypted, of another kind, damaged', () => {
		const bytes = Buffer.from(
			zipSync(
				{
					'inner.zip': zipSync({ 'x.json': strToU8(line('X')) }),
					'secret.json': strToU8(line('S')),
					'picture.jpg': Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
					'broken.json': strToU8(line('K')),
					'good.json': strToU8(line('G')),
				},
				{ level: 0 },
			),
		);
		const secret = bytes.indexOf('secret.json') - 30;
		bytes.writeUInt16LE(bytes.readUInt16LE(secret + 6) | 1, secret + 6);
		const broken = bytes.indexOf('"reference":"K"');
		bytes.write('Z', broken + 13);
		const { readings } = read(bytes);
		expect(refusalsOf(readings)).toEqual([
			['archive.nested', 'inner.zip: submission'],
			['archive.encrypted', 'secret.json'],
			['format.unknown', 'picture.jpg: submission'],
			['archive.damaged', 'broken.json'],
		]);
		expect(referencesOf(readings)).toEqual(['Z', 'G']);
	});

	it('reads what is whole of an archive that was cut off, and says so', () => {
		const zip = zipSync({ 'a.json': strToU8(line('A')), 'b.json': strToU8(line('B')) }, { level: 0 });
		const cut = read(zip.subarray(0, 300)).readings;
		expect(referencesOf(cut)).toEqual(['A']);
		expect(refusalsOf(cut).at(-1)).toEqual(['archive.truncated', 'b.json']);
		const gzip = gzipSync(strToU8(line('A').repeat(3)));
		expect(refusalsOf(read(gzip.subarray(0, gzip.length - 12)).readings).at(-1)?.[0]).toBe(
			'archive.truncated',
		);
		expect(refusalsOf(read(gzip.subarray(0, gzip.length - 3)).readings)).toEqual([
			['archive.damaged', 'archive'],
		]);
	});

	it('never throws on damaged archives', () => {
		const zip = streamedZip(members, true);
		const gzip = gzipSync(strToU8(line('A').repeat(20)));
		fc.assert(
			fc.property(
				fc.constantFrom(zip, gzip),
				fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }),
				fc.nat(),
				(archive, changes, cut) => {
					const bytes = Buffer.from(archive);
					for (const [at, value] of changes) bytes[at % bytes.length] = value;
					const { readings } = read(bytes.subarray(0, bytes.length - (cut % 40)), { step: 29 });
					expect(
						readings.every((reading) => reading.outcome !== 'refused' || reading.code !== 'reader.failed'),
					).toBe(true);
				},
			),
			{ numRuns: 100, seed: 12 },
		);
	});
});
