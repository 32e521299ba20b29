import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../bench/targeting-lines.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import { builtInMappings } from '../../intake/formats/csv/built-in-mappings.ts';
import { createCsvFormat } from '../../intake/formats/csv/csv.ts';
import { DEFAULT_LIMITS } from '../../intake/model.ts';
import { goodsLinesOf } from './goods-lines.ts';

const declaration = (more: Partial<Declaration> = {}): Declaration => ({
	kind: 'declaration',
	reference: 'D1',
	function: 'original',
	direction: 'import',
	declaredOn: '2026-03-05',
	parties: [
		{ role: 'importer', name: 'Alder Imports Ltd', identifiers: [{ scheme: 'eori', value: 'GB 123456789' }] },
		{ role: 'exporter', name: 'Birch Exports GmbH', address: { country: 'DE' } },
	],
	dispatchCountry: 'DE',
	items: [{ number: 1, hsCode: '640399', originCountry: 'VN', netMassKg: '10' }],
	...more,
});

const march5 = Date.parse('2026-03-05') / 86_400_000;

describe('lines of goods', () => {
	it('take traders by their numbers, or by name and country', () => {
		expect(goodsLinesOf(declaration())[0]).toMatchObject({
			day: march5,
			direction: 'import',
			importer: 'eori:GB123456789',
			seller: 'name:BIRCH EXPORTS/DE',
			exporter: 'name:BIRCH EXPORTS/DE',
			departure: 'DE',
			origin: 'VN',
			hsCode: '640399',
		});
	});

	it("take the item's own traders and country before those of the declaration", () => {
		const [line] = goodsLinesOf(
			declaration({
				items: [
					{
						number: 1,
						commodityCode: '6403991000',
						dispatchCountry: 'VN',
						parties: [{ role: 'seller', identifiers: [{ scheme: 'local', value: 'S-100' }] }],
					},
				],
			}),
		);
		expect(line).toMatchObject({ hsCode: '640399', departure: 'VN', seller: 'local:S100' });
		expect(line?.exporter).toBe('name:BIRCH EXPORTS/DE');
	});

	it('take the value of the item, else its price, else the share of the invoice by mass', () => {
		const priced = (item: object, more: Partial<Declaration> = {}) =>
			goodsLinesOf(declaration({ items: [{ number: 1, netMassKg: '10', ...item }], ...more }))[0];
		expect(priced({ price: { amount: '5', currency: 'EUR' } })).toMatchObject({
			itemPrice: 5,
			currency: 'EUR',
		});
		expect(
			priced({ price: { amount: '5', currency: 'EUR' }, customsValue: { amount: '58', currency: 'NOK' } }),
		).toMatchObject({ itemPrice: 58, currency: 'NOK' });
		expect(priced({ statisticalValue: { amount: '7', currency: 'USD' } })).toMatchObject({ itemPrice: 7 });
		expect(priced({}, { invoiceTotal: { amount: '90', currency: 'EUR' } })).toMatchObject({
			itemPrice: 90,
			currency: 'EUR',
		});
		const shared = goodsLinesOf(
			declaration({
				invoiceTotal: { amount: '90', currency: 'EUR' },
				items: [
					{ number: 1, netMassKg: '10' },
					{ number: 2, grossMassKg: '20' },
				],
			}),
		);
		expect(shared.map(({ itemPrice }) => itemPrice)).toEqual([30, 60]);
	});

	it('take the day of receipt where none is declared, or one that cannot be', () => {
		const receipt = Date.parse('2026-03-06') / 86_400_000;
		const dayOf = (declaredOn: string | undefined): number | undefined =>
			goodsLinesOf(declaration({ declaredOn }), receipt)[0]?.day;
		expect(dayOf(undefined)).toBe(receipt);
		expect(dayOf('9999-12-31')).toBe(receipt);
		expect(dayOf('0001-01-01')).toBe(receipt);
		expect(dayOf('2026-02-30')).not.toBeNaN();
		expect(dayOf('2025-12-24')).toBe(receipt - 72);
	});

	it('are none for a cancellation', () => {
		expect(goodsLinesOf(declaration({ function: 'cancellation' }))).toEqual([]);
	});

	const train = new URL('../../../../shared/data/targeting/train.csv', import.meta.url);
	// Skipped where the shared data set is not there.
	it.skipIf(!existsSync(train))('of a table are the same by its mapping as read for the bench', () => {
		const whole = readFileSync(train, 'utf8');
		const text = whole.slice(0, whole.lastIndexOf('\n', 300_000) + 1);
		const reader = createCsvFormat(builtInMappings).open({ limits: DEFAULT_LIMITS, now: () => 0 });
		const readings = [...reader.push(Buffer.from(text)), ...reader.end()];
		const mapped = readings.flatMap((reading) =>
			reading.outcome === 'record' && reading.record.kind === 'declaration'
				? goodsLinesOf(reading.record)
				: [],
		);
		const direct = readLines([text]).map(({ line }) => line);
		expect(mapped.length).toBeGreaterThan(1_000);
		const byDay = mapped
			.map((line, at) => ({ line, at }))
			.sort((a, b) => a.line.day - b.line.day || a.at - b.at)
			.map(({ line }) => line);
		expect(byDay).toEqual(direct);
	});
});
