/**
 * Sums and comparisons of money over exact decimals. In: amounts with their currency. Out: the same.
 * Amounts in different currencies, or without one, never meet silently: the answer is then undefined.
 */
import { minorUnits } from './currency.ts';
import { addDecimals, compareDecimals, decimalOf, multiplyDecimals } from './decimal.ts';

/** As records have it: an exact decimal in units of the currency, and ISO 4217 letters. */
export type Money = { amount: string; currency?: string | undefined };

/** Sum of amounts of one currency; undefined for none, or where currencies differ or one has none. */
export function addMoney(amounts: readonly Money[]): Money | undefined {
	const currency = amounts[0]?.currency;
	if (currency === undefined || amounts.some((money) => money.currency !== currency)) return undefined;
	return { amount: addDecimals(...amounts.map((money) => money.amount)), currency };
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`; undefined where currencies differ. */
export function compareMoney(a: Money, b: Money): number | undefined {
	return a.currency === undefined || a.currency !== b.currency
		? undefined
		: compareDecimals(a.amount, b.amount);
}

/** Amount times a plain decimal, unrounded. */
export const multiplyMoney = (money: Money, factor: string): Money => ({
	...money,
	amount: multiplyDecimals(money.amount, factor),
});

/** Amount in another currency, rounded to its minor units. @param rate units of `currency` for one unit of the money's own. */
export const convertMoney = (money: Money, rate: string, currency: string): Money =>
	roundMoney({ amount: multiplyDecimals(money.amount, rate), currency });

/** Rounds half away from zero to the decimal places of the currency. Exact below 2^53 minor units. */
export const roundMoney = (money: Money): Money => ({
	...money,
	amount: decimalOf(Number(money.amount), minorUnits(money.currency ?? '')),
});

export const isNegative = (decimal: string): boolean => decimal.startsWith('-') && decimal !== '-0';

/** For sentences: "1234.50 EUR", with the decimal places of the currency at least. */
export function formatMoney(money: Money): string {
	const places = minorUnits(money.currency ?? '');
	const [whole = '0', fraction = ''] = money.amount.split('.');
	const padded = fraction.padEnd(places, '0');
	const amount = padded === '' ? whole : `${whole}.${padded}`;
	return money.currency === undefined ? amount : `${amount} ${money.currency}`;
}
