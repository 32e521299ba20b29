import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
	bodyOf,
	contextOf,
	interchange,
	message,
	readTester as read,
	readAll,
	recordsOf,
	type Seen,
} from './fixtures/reading.ts';
import { type MessageFormat, recogniseMessageType } from './message-format.ts';
import { openInterchange } from './reader.ts';
import { occurrences } from './segment.ts';

describe('envelope', () => {
	it('reads who sent what to whom, when, under which references', () => {
		const { seen, codes } = read(
			"UNA:+.? 'UNB+UNOA:4+SENDER:ZZ+RECEIVER+240229:1530+REF1'UNG+TESTER+GS+GR+240229:1531+G1+UN+D:02B'UNH+M1+TESTER:D:05B:UN:IATA+AB/12/34'FTX+A'UNT+3+M1'UNE+1+G1'UNZ+1+REF1'",
		);
		expect(codes).toEqual([]);
		expect(seen[0]?.envelope).toMatchObject({
			messageType: 'TESTER',
			version: 'D:05B',
			association: 'IATA',
			messageReference: 'M1',
			accessReference: 'AB/12/34',
			sender: 'SENDER',
			receiver: 'RECEIVER',
			preparedAt: '2024-02-29T15:30',
			group: { reference: 'G1', version: 'D:02B', preparedAt: '2024-02-29T15:31' },
			interchange: { controlReference: 'REF1', syntax: 'UNOA', syntaxVersion: '4' },
		});
	});

	it('checks counts and references of the trailers', () => {
		const text =
			"UNB+UNOA:4+S+R+240229:1530+A'UNG+TESTER+S+R+240229:1530+G+UN+D:02B'UNH+1+TESTER:D:02B'FTX+A'UNT+9+2'UNE+4+H'UNZ+3+B'";
		expect(read(text).codes).toEqual([
			'edifact.segment-count',
			'edifact.message-reference',
			'edifact.group-count',
			'edifact.group-reference',
			'edifact.interchange-count',
			'edifact.interchange-reference',
		]);
		const [finding] = recordsOf(read(text).readings)[0]?.findings ?? [];
		expect(finding).toMatchObject({
			value: '9',
			against: '3',
			place: expect.stringContaining('segment 3 (UNT), element 1, offset'),
		});
	});

	it('reads several messages, groups and interchanges in one submission', () => {
		const second = 'UNA*+.? $UNB+UNOA*4+S+R+240229*1530+Z$UNH+9+TESTER*D*02B$FTX+x*y$UNT+3+9$UNZ+1+Z$';
		const { seen, codes } = read(
			`${interchange(message("FTX+1'") + message("FTX+2'", '2'), 2)}\r\n${second}`,
		);
		expect(codes).toEqual([]);
		expect(seen.map(bodyOf)).toEqual([['FTX+1'], ['FTX+2'], ['FTX+x:y']]);
		expect(seen.map(({ envelope }) => envelope.interchange?.number)).toEqual([1, 1, 2]);
	});

	it('reads messages that stand outside an interchange', () => {
		expect(read(message("FTX+1'")).codes).toEqual(['edifact.no-interchange-header']);
		expect(read(`UNG+TESTER+S+R+240229:1530+G+UN+D:02B'${message("FTX+1'")}UNE+1+G'`).seen).toHaveLength(1);
	});

	it('refuses types that nobody reads, one by one, and reads the rest', () => {
		const { readings, seen } = read(
			interchange(`UNH+1+ORDERS:D:96A:UN'BGM+220'UNT+3+1'${message("FTX+1'", '2')}`, 2),
		);
		expect(readings.map(({ outcome }) => outcome)).toEqual(['refused', 'record']);
		expect(readings[0]).toMatchObject({
			code: 'edifact.unknown-type',
			format: 'unknown',
			place: { message: 1 },
		});
		expect(bodyOf(seen[0])).toEqual(['FTX+1']);
	});
});

describe('separators', () => {
	const body = (text: string): string[] => bodyOf(read(text).seen[0]);

	it.each([
		[
			'all of them changed',
			'UNA:*.? $UNB*UNOA:4*S*R*240229:1530*1$UNH*1*TESTER:D:02B$FTX*a?*b:c+d$UNT*3*1$UNZ*1*1$',
			['FTX+a*b:c+d'],
		],
		[
			'backslash releases',
			"UNA:+.\\*'UNB+UNOA:4+S+R+240229:1530+1'UNH+1+TESTER:D:02B'FTX+a\\'b\\+c?d'UNT+3+1'UNZ+1+1'",
			["FTX+a'b+c?d"],
		],
		[
			'no release character',
			"UNA:+.  'UNB+UNOA:4+S+R+240229:1530+1'UNH+1+TESTER:D:02B'FTX+a?'UNT+3+1'UNZ+1+1'",
			['FTX+a?'],
		],
		['no UNA', "UNB+UNOA:4+S*T+R+240229:1530+1'UNH+1+TESTER:D:02B'FTX+a*b?''UNT+3+1'UNZ+1+1'", ["FTX+a*b'"]],
		[
			'no UNA, other element separator',
			"UNB*UNOA:4*S*R*240229:1530*1'UNH*1*TESTER:D:02B'FTX*a+b'UNT*3*1'UNZ*1*1'",
			['FTX+a+b'],
		],
		[
			'control characters of level B',
			'UNB\x1dUNOB\x1f1\x1dS\x1dR\x1d240229\x1f1530\x1d1\x1cUNH\x1d1\x1dTESTER\x1fD\x1f02B\x1cFTX\x1da\x1c\x1c\nUNT\x1d3\x1d1\x1cUNZ\x1d1\x1d1\x1c',
			['FTX+a'],
		],
		[
			'line feed terminates',
			"UNA:+.? \nUNB+UNOA:4+S+R+240229:1530+1\nUNH+1+TESTER:D:02B\n\nFTX+it's\nUNT+3+1\nUNZ+1+1\n",
			["FTX+it's"],
		],
		[
			'escaped release before the terminator',
			"UNB+UNOA:4+S+R+240229:1530+1'UNH+1+TESTER:D:02B'FTX+a??'FTX+b???''UNT+4+1'UNZ+1+1'",
			['FTX+a?', "FTX+b?'"],
		],
	])('%s', (_, text, expected) => {
		const { codes } = read(text);
		expect(body(text)).toEqual(expected);
		expect(codes).toEqual([]);
	});

	it('gives every occurrence of an element that repeats', () => {
		const { seen } = read(
			"UNA:+.?*'UNB+UNOA:4+S+R+240229:1530+1'UNH+1+TESTER:D:02B'FTX+a:1*b:2*c?*d+e'UNT+3+1'UNZ+1+1'",
		);
		const ftx = seen[0]?.segments[1];
		expect(ftx === undefined ? [] : occurrences(ftx, 0)).toEqual([['a', '1'], ['b', '2'], ['c*d']]);
		expect(ftx?.elements[1]).toEqual(['e']);
	});

	it('takes a UNA that lost its blank, and one that names letters', () => {
		expect(read(`UNA:+.?'\r\n${interchange(message("FTX+1'"))}`).codes).toEqual(['edifact.service-string']);
		expect(read(`UNAABCDEF${interchange(message("FTX+1'"))}`).seen).toHaveLength(1);
	});
});

describe('what carriers really send', () => {
	it('goes over white space before, between and after segments', () => {
		const text = ` \r\n\tUNA:+.? ' \nUNB+UNOA:4+S+R+240229:1530+1' UNH+1+TESTER:D:02B'\r\n\r\n  FTX+1' \n UNT+3+1'\nUNZ+1+1' \r\n\x1a`;
		expect(read(text)).toMatchObject({ codes: [] });
		expect(bodyOf(read(`\ufeff${text}`).seen[0])).toEqual(['FTX+1']);
	});

	it('joins segments that are wrapped over lines', () => {
		const { seen, codes } = read(interchange(message("FTX+ABCDEFG\r\nHIJ:K\nL+M'")));
		expect(bodyOf(seen[0])).toEqual(['FTX+ABCDEFGHIJ:KL+M']);
		expect(codes).toEqual([]);
	});

	it('finds terminators that were lost at line breaks or became quotation marks', () => {
		const { seen, codes } = read(
			interchange(message("FTX+PARK/O’BRIEN’\nLOC+1+A\r\nDTM+2'\nTDT+3’ \nNAD+4'", '1', 7)),
		);
		expect(bodyOf(seen[0])).toEqual(['FTX+PARK/O’BRIEN', 'LOC+1+A', 'DTM+2', 'TDT+3', 'NAD+4']);
		expect(codes).toEqual(Array.from({ length: 3 }, () => 'edifact.lost-terminator'));
	});

	it('reads what stands before a cut', () => {
		const { seen, codes } = read("UNB+UNOA:4+S+R+240229:1530+1'UNH+1+TESTER:D:02B'FTX+1'FTX+2+AB");
		expect(bodyOf(seen[0])).toEqual(['FTX+1', 'FTX+2+AB']);
		expect(codes).toEqual(['edifact.unterminated', 'edifact.truncated', 'edifact.no-interchange-trailer']);
	});

	it('goes on after a message without UNT and after segments that are none', () => {
		const { seen, codes } = read(
			interchange(`UNH+1+TESTER:D:02B'FTX+1'${message("FTX+2'what is this'+'FTX+3'", '2', 6)}`, 2),
		);
		expect(seen.map(bodyOf)).toEqual([['FTX+1'], ['FTX+2', 'FTX+3']]);
		expect(codes).toEqual(['edifact.truncated', 'edifact.bad-segment', 'edifact.bad-segment']);
		expect(
			recordsOf(read(interchange(message("FTX+2'what'", '2', 4))).readings)[0]?.findings[0]?.place,
		).toMatch(/^segment 3 \(what\), offset \d+$/);
	});

	it('says that text follows the interchange, or precedes it', () => {
		const whole = interchange(message("FTX+1'"));
		expect(read(`${whole}\n\nkind regards, 13Nov09`).codes).toEqual(['edifact.text-outside']);
		expect(read(`${whole.slice(0, -1)}\n\nkind regards`).codes).toEqual([
			'edifact.lost-terminator',
			'edifact.text-outside',
		]);
		const header = read(`QU ANRPNXS\r\n.DCAXXAA 291530\r\n${whole}`);
		expect(header.codes).toEqual(['edifact.leading-text']);
		expect(header.seen).toHaveLength(1);
	});

	it('refuses what holds no message', () => {
		for (const text of [
			'',
			' \n',
			'Dear colleague, see attached.',
			"UNB+UNOA:4+S+R+240229:1530+1'UNZ+0+1'",
		]) {
			expect(read(text).codes.at(-1)).toBe('edifact.no-message');
		}
	});
});

describe('character sets', () => {
	const named = (syntax: string, name: Uint8Array): string | undefined => {
		const head = Buffer.from(`UNB+${syntax}:3+S+R+240229:1530+1'UNH+1+TESTER:D:02B'FTX+`);
		const bytes = Buffer.concat([head, name, Buffer.from("'UNT+3+1'UNZ+1+1'")]);
		return read(bytes, {}, 3).seen[0]?.segments[1]?.elements[0]?.[0];
	};

	it.each([
		['UNOC', [0x4d, 0xfc, 0x6c], 'Mül'],
		['UNOD', [0xa3, 0xf3, 0x64, 0xbc], 'Łódź'],
		['UNOE', [0xb8, 0xd2, 0xd0], 'ИвР'.replace('Р', 'а')],
		['UNOF', [0xc1, 0xe8], 'Αθ'],
		['UNOK', [0xde, 0xfd], 'Şı'],
		['UNOA', [0x4d, 0xfc, 0x6c], 'Mül'],
		['IATA', [0x4d, 0xc3, 0xbc, 0x6c], 'Mül'],
		['UNOY', [0xe5, 0xbc, 0xa0], '张'],
		['UNOX', [0xd0, 0x98], 'И'],
		['', [0xc3, 0xbc], 'ü'],
	])('%s', (syntax, bytes, expected) => {
		expect(named(syntax, Uint8Array.from(bytes))).toBe(expected);
	});
});

describe('recognition', () => {
	it('tells a message type by the first message, the group, or a later message', () => {
		const of = (text: string): string => recogniseMessageType(text, 'PAXLST');
		expect(of("\r\nUNA:+.? ' UNB+UNOA:4+A+B+080708:0545+1' UNH+1+PAXLST:D:05B:UN:IATA'")).toBe('certain');
		expect(of('UNB*IATA:1*A*B*080708:0545*1$\nUNH*1*PAXLST:D:05B$')).toBe('certain');
		expect(of("UNB+UNOA:4+A+B+080708:0545+1'UNG+PAXLST+A+B'")).toBe('likely');
		expect(of("UNB+UNOA:4+A+B+0+1'UNH+1+CUSCAR:D:96A'UNT+2+1'UNH+2+PAXLST:D:96A'")).toBe('likely');
		expect(of("UNB+UNOA:4+A+B+080708:0545+1'")).toBe('look-alike');
		expect(of("UNB+UNOA:4+A+B+080708:0545+1'UNH+1+ORDERS:D:96A'")).toBe('no');
		expect(of('the PAXLST of Monday')).toBe('no');
	});
});

const folder = fileURLToPath(new URL('../../../../../shared/data/messages/', import.meta.url));

describe('real messages', () => {
	it.skipIf(!existsSync(folder))('every segment of every message has a tag', () => {
		for (const kind of ['paxlst', 'pnrgov']) {
			for (const name of readdirSync(join(folder, kind))) {
				const seen: Seen[] = [];
				const formats = ['PAXLST', 'PNRGOV'].map(
					(type): MessageFormat => ({
						type,
						format: 'unknown',
						parseMessage(segments, envelope) {
							seen.push({ segments, envelope });
							return { outcome: 'refused', code: 'seen', reason: 'seen', remedy: 'none' };
						},
					}),
				);
				readAll(openInterchange(contextOf(), formats), readFileSync(join(folder, kind, name)), 100);
				expect(seen, name).toHaveLength(1);
				expect(seen[0]?.segments.at(-1)?.tag, name).toBe('UNT');
				expect(seen[0]?.segments.length, name).toBeGreaterThan(10);
			}
		}
	});
});
