import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes, layOutOriginal, readSeparators, tokeniseXml } from './lines.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('layOutOriginal', () => {
	it('splits EDIFACT by its terminator and counts segments from UNH', () => {
		const text = "UNB+UNOA:4'\r\nUNH+1'\nNAD+MS+++O?'NEIL'UNT+3+1'UNZ+1'";
		const { syntax, lines } = layOutOriginal(bytes(text), 0, text);
		expect(syntax).toBe('edifact');
		expect(lines.map((line) => [line.number, line.text])).toEqual([
			[undefined, "UNB+UNOA:4'"],
			[1, "UNH+1'"],
			[2, "NAD+MS+++O?'NEIL'"],
			[3, "UNT+3+1'"],
			[undefined, "UNZ+1'"],
		]);
		expect(lines[1]?.offset).toBe(13);
	});

	it('takes the separators that the interchange states', () => {
		expect(readSeparators('UNA:*.? $UNB')).toEqual({ release: '?', terminator: '$' });
		const text = 'UNA:*.? $UNH*1$BGM*745$';
		expect(layOutOriginal(bytes(text), 0, text).lines.map((line) => line.text)).toEqual([
			'UNA:*.? $',
			'UNH*1$',
			'BGM*745$',
		]);
	});

	it('counts offsets in bytes, whatever the encoding', () => {
		const utf8 = bytes('é\nb\n');
		expect(layOutOriginal(utf8, 100, '<a>').lines[1]?.offset).toBe(103);
		const latin = new Uint8Array([
			0x41, 0x41, 0x41, 0x41, 0x41, 0xe9, 0x41, 0x41, 0x41, 0x41, 0x41, 0x0a, 0x62,
		]);
		expect(decodeBytes(latin).encoding).toBe('Windows-1252');
		expect(layOutOriginal(latin, 0, 'text').lines[1]?.offset).toBe(12);
	});

	it('loses no character but line breaks', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom("'", '?', 'A', '\n', '+', 'é') }), (body) => {
				const text = `UNB+1'${body}`;
				const joined = layOutOriginal(bytes(text), 0, text)
					.lines.map((line) => line.text)
					.join('');
				expect(joined.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
			}),
			{ seed: 1, numRuns: 200 },
		);
	});
});

describe('tokeniseXml', () => {
	it('colours names, values and comments', () => {
		expect(tokeniseXml('<a b="c">d</a><!-- e -->').map((token) => `${token.kind}:${token.text}`)).toEqual([
			'tag:<',
			'name:a',
			'tag: b=',
			'value:"c"',
			'tag:>',
			'text:d',
			'tag:</',
			'name:a',
			'tag:>',
			'comment:<!-- e -->',
		]);
	});

	it('loses no character', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('<', '>', '"', "'", 'a', '!', '-', '/', '&', ' ') }),
				(line) => {
					expect(
						tokeniseXml(line)
							.map((token) => token.text)
							.join(''),
					).toBe(line);
				},
			),
			{ seed: 1, numRuns: 300 },
		);
	});
});
