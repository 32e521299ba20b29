import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suspicionReport } from '../../../../contract/records/money-reports.ts';
import { example, read, readOne, report, TRANSACTION } from './fixtures/reading.ts';

describe('hostile input', () => {
	const bytes = new TextEncoder().encode(
		example('parties-version-5.xml') + example('transfer-version-4.xml'),
	);

	it('never throws on a truncated report, and never gives half of one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
				const readings = read(bytes.subarray(0, length));
				expect(readings.length).toBeGreaterThan(0);
				for (const reading of readings) {
					if (reading.outcome === 'record')
						expect(reading.record).toMatchObject({ kind: 'suspicion-report' });
				}
			}),
			{ numRuns: 60, seed: 7 },
		);
	});

	it('gives the same whatever the chunks', () => {
		const whole = read(bytes);
		expect(whole).toMatchObject([{ outcome: 'record' }, { outcome: 'record' }]);
		for (const chunk of [1_024, 97]) expect(read(bytes, {}, chunk)).toEqual(whole);
	});

	it('never throws on bytes changed at random', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
				const changed = bytes.slice();
				for (const [at, byte] of changes) changed[at] = byte;
				for (const reading of read(changed)) {
					if (reading.outcome === 'record')
						expect(suspicionReport.safeParse(reading.record).error).toBeUndefined();
				}
			}),
			{ numRuns: 60, seed: 8 },
		);
	});

	it('cuts a huge text, and refuses one beyond the limits', () => {
		const { record, codes } = readOne(
			report(TRANSACTION).replace('<transaction>', `<reason>${'x'.repeat(9_000)}</reason><transaction>`),
		);
		expect(record.reason).toHaveLength(4_000);
		expect(codes).toEqual(['info goaml.too-long']);
		const huge = report(`<reason>${'x'.repeat(5_000)}</reason>`);
		expect(read(huge, { maxTokenChars: 1_000 })).toMatchObject([{ outcome: 'refused', code: 'limit.token' }]);
	});

	it('bounds the whole report although it is read in pieces', () => {
		expect(read(report(TRANSACTION.repeat(50)), { maxMessageBytes: 5_000 })).toMatchObject([
			{ outcome: 'refused', code: 'limit.message-bytes' },
		]);
		const many = `<reports>${report(TRANSACTION).repeat(5)}</reports>`;
		expect(read(many, { maxRecords: 2 })).toMatchObject([
			{ outcome: 'record' },
			{ outcome: 'record' },
			{ outcome: 'refused', code: 'limit.records' },
		]);
	});
});
