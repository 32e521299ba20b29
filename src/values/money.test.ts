import { describe, expect, it } from 'vitest';
import { currencyStanding, isCurrency, minorUnits, withdrawnSince } from './currency.ts';
import {
	addMoney,
	compareMoney,
	convertMoney,
	formatMoney,
	isNegative,
	multiplyMoney,
	roundMoney,
} from './money.ts';

describe('currencies', () => {
	it('tells current, withdrawn and special codes apart', () => {
		expect(['EUR', 'DEM', 'XAU', 'ABC'].map(currencyStanding)).toEqual([
			'current',
			'withdrawn',
			'special',
			undefined,
		]);
		expect(withdrawnSince('HRK')).toBe('2023-01-15');
		expect(withdrawnSince('EUR')).toBeUndefined();
		expect(isCurrency('SLE')).toBe(true);
	});

	it('knows minor units', () => {
		expect(['EUR', 'JPY', 'KWD', 'CLF', 'IQD', 'XOF'].map(minorUnits)).toEqual([2, 0, 3, 4, 3, 0]);
	});
});

describe('money', () => {
	it('adds and compares within one currency only', () => {
		const euro = (amount: string) => ({ amount, currency: 'EUR' });
		expect(addMoney([euro('0.1'), euro('0.2')])).toEqual(euro('0.3'));
		expect(addMoney([euro('1'), { amount: '1', currency: 'USD' }])).toBeUndefined();
		expect(addMoney([{ amount: '1' }])).toBeUndefined();
		expect(addMoney([])).toBeUndefined();
		expect(compareMoney(euro('2'), euro('10'))).toBeLessThan(0);
		expect(compareMoney(euro('2'), { amount: '2' })).toBeUndefined();
		expect(multiplyMoney(euro('2.5'), '4')).toEqual(euro('10'));
	});

	it('rounds to minor units and formats for sentences', () => {
		expect(roundMoney({ amount: '2.345', currency: 'JPY' }).amount).toBe('2');
		expect(convertMoney({ amount: '100', currency: 'USD' }, '0.91234', 'EUR')).toEqual({
			amount: '91.23',
			currency: 'EUR',
		});
		expect(formatMoney({ amount: '1234.5', currency: 'EUR' })).toBe('1234.50 EUR');
		expect(formatMoney({ amount: '7', currency: 'JPY' })).toBe('7 JPY');
		expect(formatMoney({ amount: '-0.5' })).toBe('-0.50');
		expect(isNegative('-1')).toBe(true);
	});
});
