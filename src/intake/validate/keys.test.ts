import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { borderRecords } from '../formats/json/arbitraries.ts';
import {
	soundBooking,
	soundCargoReport,
	soundCashDeclaration,
	soundDeclaration,
	soundMovementEvent,
	soundOutcome,
	soundPassengerList,
	soundSuspicionReport,
} from './fixtures/records.ts';
import { keysOf, recordKeyKinds } from './keys.ts';
import { lookupsOf } from './lookups.ts';

const textsOf = (record: BorderRecord): string[] =>
	keysOf(record).map(({ kind, value }) => `${kind} ${value}`);
const shared = (a: BorderRecord, b: BorderRecord): string[] =>
	textsOf(a).filter((key) => textsOf(b).includes(key));

describe('keys', () => {
	it('join the documents about one thing, however it is written', () => {
		expect(shared(soundDeclaration, soundCargoReport)).toEqual([
			'transport-document HLCUSHA26031177',
			'container CSQU3054383',
			'seal SL884422',
			'vessel 9074729',
		]);
		expect(shared(soundPassengerList, soundBooking)).toEqual([
			'flight KL1234/2026-03-02',
			'person AYSE DEMIR|1984-05-17',
			'travel-document U10427755',
			'booking-locator QX7PLM',
		]);
		expect(shared(soundCashDeclaration, soundPassengerList)).toEqual([
			'person AYSE DEMIR|1984-05-17',
			'travel-document U10427755',
			'flight KL1234/2026-03-02',
		]);
		expect(shared(soundMovementEvent, soundDeclaration)).toEqual(['container CSQU3054383']);
		expect(shared(soundOutcome, soundDeclaration)).toEqual(['reference declaration/LRN-2026-000417']);
		expect(textsOf(soundSuspicionReport)).toContain('account DE89370400440532013000');
	});

	it('say where they stand', () => {
		expect(keysOf(soundDeclaration)).toContainEqual({
			kind: 'transport-document',
			value: 'HLCUSHA26031177',
			place: 'transportDocuments[0].number',
		});
	});

	it('complete a container number and pass over placeholders', () => {
		const containers = (...numbers: string[]) =>
			keysOf({ ...soundMovementEvent, subject: { type: 'container', id: numbers[0] ?? '' } })
				.filter(({ kind }) => kind === 'container')
				.map(({ value }) => value);
		expect(containers('csqu 305438')).toEqual(['CSQU3054383']);
		expect(containers('AAAA0000000')).toEqual([]);
		expect(containers('N/A')).toEqual([]);
	});

	it('are the same when letters change case and spaces are added', () => {
		const loud = (text: string): string => ` ${text.toLowerCase()}  `;
		fc.assert(
			fc.property(
				fc.stringMatching(/^[A-Z]{4}[0-9]{6,7}$/),
				fc.stringMatching(/^[A-Z0-9]{6,12}$/),
				fc.stringMatching(/^[A-Z]{2,8} [A-Z]{2,8}$/),
				(container, document, name) => {
					const record = (change: (text: string) => string): BorderRecord => ({
						...soundDeclaration,
						reference: change(soundDeclaration.reference),
						containers: [change(container)],
						transportDocuments: [{ type: '705', number: change(document) }],
						parties: [
							{
								role: 'importer',
								person: { name: { full: change(name) }, bornOn: '1980-01-01' },
								identifiers: [{ scheme: 'tax', value: change(document) }],
							},
						],
					});
					const values = (from: BorderRecord) => keysOf(from).map(({ kind, value }) => `${kind} ${value}`);
					expect(values(record(loud))).toEqual(values(record((text) => text)));
				},
			),
			{ seed: 30, numRuns: 100 },
		);
	});

	it('never throw, are each there once, and are bounded', () => {
		fc.assert(
			fc.property(borderRecords, (record) => {
				const keys = keysOf(record);
				expect(new Set(keys.map(({ kind, value }) => `${kind} ${value}`)).size).toBe(keys.length);
				for (const key of keys) {
					expect(recordKeyKinds).toContain(key.kind);
					expect(key.value.length).toBeLessThanOrEqual(200);
				}
				expect(lookupsOf(record, keys).length).toBeLessThanOrEqual(60);
			}),
			{ seed: 31, numRuns: 150 },
		);
		const containers = Array.from({ length: 9_999 }, (_, at) => `ABCU${String(at + 100_000)}0`);
		expect(keysOf({ ...soundDeclaration, containers })).toHaveLength(5_000);
	});
});

describe('lookups', () => {
	it('ask for the records that a record is held against', () => {
		const asked = (record: BorderRecord) =>
			lookupsOf(record).map(({ key, kinds }) => `${key.kind} ${key.value}: ${kinds.join(' ')}`);
		expect(asked(soundDeclaration)).toEqual([
			'transport-document HLCUSHA26031177: cargo-report declaration',
			'container CSQU3054383: cargo-report movement-event',
		]);
		expect(asked(soundBooking)).toEqual(['flight KL1234/2026-03-02: passenger-list']);
		expect(lookupsOf(soundOutcome).map(({ key }) => key.value)).toEqual(['declaration/LRN-2026-000417']);
		expect(lookupsOf(soundSuspicionReport)).toEqual([]);
	});
});
