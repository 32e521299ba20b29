import { describe, expect, it } from 'vitest';
import { addressOfPlace, offsetOf, parseOriginalPlace, pathOf, rowIndex, withParents } from './place.ts';

describe('places of findings', () => {
	it('tells a path from a place in the message', () => {
		expect(pathOf('items[2].hsCode')).toBe('items[2].hsCode');
		expect(pathOf('further.tax-code')).toBe('further.tax-code');
		expect(pathOf('segment 14 (NAD), element 4')).toBeUndefined();
	});

	it('gives each place its form in the address', () => {
		expect(addressOfPlace('grossMassKg')).toBe('grossMassKg');
		expect(addressOfPlace('segment 14 (NAD), element 4, offset 1032')).toBe('@1032');
		expect(addressOfPlace('segment 14 (NAD)')).toBe('#14');
		expect(addressOfPlace('record 4 (line 7)')).toBe('~7');
		expect(addressOfPlace('the whole message')).toBeUndefined();
	});

	it('reads the form back', () => {
		expect(parseOriginalPlace('@1032')).toEqual({ offset: 1032 });
		expect(parseOriginalPlace('#14')).toEqual({ segment: 14 });
		expect(parseOriginalPlace('~7')).toEqual({ line: 7 });
		expect(parseOriginalPlace('items[2]')).toBeUndefined();
	});

	it('goes from a path to its parents', () => {
		expect(withParents('items[2].taxes[0].rate')).toEqual([
			'items[2].taxes[0].rate',
			'items[2].taxes[0]',
			'items[2].taxes',
			'items[2]',
			'items',
		]);
	});

	it('finds the row that a path leads into', () => {
		expect(rowIndex('items[12].hsCode', 'items')).toBe(12);
		expect(rowIndex('itemsOther[1]', 'items')).toBeUndefined();
		expect(rowIndex(undefined, 'items')).toBeUndefined();
	});

	it('knows where the record starts', () => {
		expect(offsetOf('message 2 (UNH 1), offset 4096')).toBe(4096);
		expect(offsetOf('message 1')).toBe(0);
	});
});
