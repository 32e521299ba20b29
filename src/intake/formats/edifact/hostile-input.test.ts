import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	bodyOf,
	codesOf,
	contextOf,
	interchange,
	message,
	readTester as read,
	readAll,
	recordsOf,
} from './fixtures/reading.ts';
import { openInterchange } from './reader.ts';

describe('limits', () => {
	it('refuses a message with a segment that is too long, and reads the next', () => {
		for (const chunk of [7, 1_000, 65_536]) {
			const text = interchange(message(`FTX+${'x'.repeat(5_000)}'FTX+1'`) + message("FTX+2'", '2'), 2);
			const { readings, seen } = read(text, { maxTokenChars: 1_000 }, chunk);
			expect(codesOf(readings)).toEqual(['limit.segment']);
			expect(bodyOf(seen[0])).toEqual(['FTX+2']);
		}
	});

	it('refuses a message that is too long or takes too long', () => {
		const long = interchange(message("FTX+1'".repeat(9_000)) + message("FTX+2'", '2'), 2);
		expect(read(long, { maxMessageBytes: 4_000 }).codes).toEqual(['limit.message-bytes']);
		let time = 0;
		const context = { ...contextOf({ maxMessageMs: 10 }), now: () => (time += 6) };
		expect(codesOf(readAll(openInterchange(context, []), long))[0]).toBe('limit.message-time');
	});

	it('stops after the records and bytes that are allowed', () => {
		const three = interchange([1, 2, 3].map((number) => message("FTX+1'", String(number))).join(''), 3);
		expect(read(three, { maxRecords: 2 }).readings.map(({ outcome }) => outcome)).toEqual([
			'record',
			'record',
			'refused',
		]);
		expect(read(three, { maxRecords: 3 }).codes).toEqual([]);
		expect(read(three, { maxBytes: 100 }, 60).codes).toEqual(['limit.bytes']);
	});

	it('takes a hundred thousand messages, deep repetition and a long run of releases', () => {
		const many = Array.from(
			{ length: 100_000 },
			(_, index) => `UNH+${index}+TESTER:D:02B'UNT+2+${index}'`,
		).join('');
		expect(recordsOf(read(interchange(many, 100_000)).readings)).toHaveLength(100_000);
		const deep = `UNA:+.?*'${interchange(message(`FTX+${'*:+'.repeat(100_000)}'FTX+${'?'.repeat(200_000)}'`))}`;
		expect(read(deep).seen[0]?.segments).toHaveLength(4);
	});

	it('does not slow down when bytes come one by one', () => {
		const text = interchange(message(`FTX+${'x'.repeat(100_000)}'`));
		expect(read(text, {}, 1).seen[0]?.segments[1]?.elements[0]?.[0]).toHaveLength(100_000);
	});

	it('gives a bounded number of findings', () => {
		const { readings } = read(interchange(message("?+'".repeat(10_000), '1')));
		const findings = recordsOf(readings)[0]?.findings ?? [];
		expect(findings.length).toBeLessThan(250);
		expect(findings.some(({ code }) => code === 'edifact.more-findings')).toBe(true);
	});
});

describe('hostile input', () => {
	const sample = Buffer.from(
		`UNA:+.?*'${interchange(`${message("NAD+FL+++O?'NEIL:ZO\u00cb*X'\r\nLOC+1\nDTM+2'")}UNG+TESTER+S'${message("FTX+é’\nLOC'", '2')}UNE+1+'`, 2)}junk`,
	);

	it('ends on every cut, and says the same whatever the chunks', () => {
		for (let length = 0; length <= sample.length; length++) {
			const cut = sample.subarray(0, length);
			const whole = read(cut).readings;
			expect(read(cut, {}, 1).readings).toEqual(whole);
			expect(read(cut, {}, 11).readings).toEqual(whole);
		}
	});

	it('never throws on arbitrary bytes', () => {
		const piece = fc.oneof(
			fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
			fc
				.constantFrom(
					"UNA:+.? '",
					'UNA',
					"UNB+UNOA:4+S'",
					'UNB',
					"UNH+1+TESTER:D:02B'",
					"UNT+1+1'",
					"UNZ+1'",
					"'",
					'?',
					"??'",
					'+',
					':',
					'*',
					'\n',
					'’\nLOC+',
					'FTX+',
				)
				.map((text) => Buffer.from(text)),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 25 }), fc.integer({ min: 1, max: 40 }), (pieces, chunk) => {
				const bytes = Buffer.concat(pieces);
				const { readings } = read(bytes, { maxTokenChars: 200 }, chunk);
				expect(readings.length).toBeGreaterThan(0);
				expect(readings).toEqual(read(bytes, { maxTokenChars: 200 }).readings);
			}),
			{ seed: 7, numRuns: 800 },
		);
	});
});
