import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderRecord } from '../../../../contract/records/record.ts';
import { recordsOf } from '../edifact/fixtures/reading.ts';
import { passengerList } from './arbitraries.ts';
import { ADULT, HEAD, interchange, readPaxlst as read } from './fixtures/lists.ts';
import { paxlst } from './paxlst.ts';

describe('writing', () => {
	const options = {
		sender: 'NODE:1',
		receiver: "O'BRIEN",
		preparedAt: '2026-03-04T05:06:00Z',
		controlReference: '42',
	};
	const envelope = { sender: options.sender, receiver: options.receiver, preparedAt: '2026-03-04T05:06' };

	it('reads back what it writes', () => {
		fc.assert(
			fc.property(
				fc.array(passengerList(envelope), { minLength: 1, maxLength: 2 }),
				fc.constantFrom(undefined, 'D:05B'),
				(lists, version) => {
					const text =
						paxlst.format?.(lists, version === undefined ? options : { ...options, version }) ?? '';
					const readings = recordsOf(read(text, 50));
					expect(readings.map(({ record }) => record)).toEqual(lists);
					expect(
						readings.flatMap(({ findings }) => findings.filter(({ code }) => code.startsWith('edifact.'))),
					).toEqual([]);
					for (const { record } of readings) expect(borderRecord.safeParse(record).error).toBeUndefined();
				},
			),
			{ seed: 5, numRuns: 150 },
		);
	});

	it('passes other records over', () => {
		const text = paxlst.format?.(
			[{ kind: 'cargo-report', reference: 'x', function: 'original', consignments: [] }],
			options,
		);
		expect(text).toContain("UNZ+0+42'");
	});
});

describe('hostile input', () => {
	it('gives valid records or refusals for every cut and for scrambled segments', () => {
		const text = interchange(`${HEAD}${ADULT}CNT+42:1'`);
		for (let length = 60; length <= text.length; length += 3) {
			for (const { record } of recordsOf(read(text.slice(0, length)))) {
				expect(borderRecord.safeParse(record).error, String(length)).toBeUndefined();
			}
		}
		const segments = `${HEAD}${ADULT}CNT+42:1'`.split("'").filter((segment) => segment !== '');
		const part = fc.oneof(
			{ weight: 8, arbitrary: fc.constantFrom(...segments) },
			{
				weight: 1,
				arbitrary: fc
					.tuple(
						fc.constantFrom(
							'NAD+FL',
							'PDT',
							'CTA+IC',
							'DTM+329',
							'LOC+180',
							'DOC',
							'MEA+WT',
							'TDT',
							'CNT+42',
							'BGM',
							'COM',
							'FTX+BAG',
						),
						fc.stringMatching(/^[+:A-Z0-9 \x80-\xff]{0,30}$/),
					)
					.map((pair) => pair.join('+')),
			},
		);
		fc.assert(
			fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
				for (const { record, findings } of recordsOf(read(interchange(`${parts.join("'")}'`)))) {
					expect(borderRecord.safeParse(record).error).toBeUndefined();
					expect(findings.length).toBeLessThan(250);
				}
			}),
			{ seed: 9, numRuns: 300 },
		);
	});
});
