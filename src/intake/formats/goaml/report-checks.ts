/**
 * What a report says twice, or in an order that cannot be: sums in foreign currency, dates, sides without a subject.
 * Code lists, countries, currencies and account numbers are validation's questions.
 */
import type { ReportedTransaction } from '../../../../contract/records/money-reports.ts';
import { compareDecimals, multiplyDecimals } from '../../../values/decimal.ts';
import type { Notes } from './notes.ts';

/** Exchange rates are rounded: by this much may the product differ. */
const ROUNDING = '1.01';

/** @param submittedAt when the report was made, as far as it is known by then. */
export function checkTransaction(
	transaction: ReportedTransaction,
	submittedAt: string | undefined,
	line: number,
	notes: Notes,
): void {
	const path = 'report/transaction';
	const { number, sides, amountLocal, at } = transaction;
	if (at !== undefined && submittedAt !== undefined && at.slice(0, 10) > submittedAt.slice(0, 10)) {
		notes.add({
			code: 'date-order',
			severity: 'warning',
			path: `${path}/date_transaction`,
			line,
			value: at,
			against: submittedAt,
			sentence: `The transaction ${number.slice(0, 100)} is dated ${at}, after the report of ${submittedAt}.`,
		});
	}
	if (sides.length === 0) {
		notes.add({
			code: 'no-sides',
			severity: 'error',
			path,
			line,
			value: number,
			sentence: `The transaction ${number.slice(0, 100)} says neither where the money came from nor where it went.`,
		});
	}
	for (const side of sides) {
		if (side.person === undefined && side.entity === undefined && side.account === undefined) {
			notes.add({
				code: 'no-subject',
				severity: 'warning',
				path: `${path}/${side.side}`,
				line,
				value: number,
				sentence: `The transaction ${number.slice(0, 100)} names no person, entity or account on the side "${side.side}".`,
			});
		}
		const { amount, exchangeRate } = side.foreignCurrency ?? {};
		if (amount === undefined || exchangeRate === undefined || !isPositive(amount) || !isPositive(amountLocal))
			continue;
		if (isNear(amountLocal, amount, exchangeRate)) continue;
		const product = multiplyDecimals(amount, exchangeRate);
		notes.add({
			code: 'exchange-sum',
			severity: 'warning',
			path: `${path}/${side.side}`,
			line,
			value: amountLocal,
			against: product,
			sentence: `The transaction ${number.slice(0, 100)} is of ${amountLocal} in local currency, but ${amount} at the rate ${exchangeRate} is ${product}.`,
		});
	}
}

const isPositive = (decimal: string): boolean => decimal !== '0' && !decimal.startsWith('-');

/** Reporters give the rate in either direction: local for one unit of foreign currency, or foreign for one of local. */
function isNear(local: string, foreign: string, rate: string): boolean {
	return isClose(local, multiplyDecimals(foreign, rate)) || isClose(foreign, multiplyDecimals(local, rate));
}

function isClose(a: string, b: string): boolean {
	const [low, high] = compareDecimals(a, b) < 0 ? [a, b] : [b, a];
	return compareDecimals(high, multiplyDecimals(low, ROUNDING)) <= 0;
}
