/**
 * Validation of a suspicion report by itself. In: the record. Out: findings on the sheet.
 */
import type {
	ReportedAccount,
	ReportedEntity,
	ReportedPerson,
	ReportedSubject,
	ReportedTransaction,
	SuspicionReport,
	TransactionSide,
} from '../../../contract/records/money-reports.ts';
import { isPlaceholderName } from '../../values/placeholder.ts';
import { checkBic, checkCountry, checkCurrency, checkIban, checkQuantity } from './check-codes.ts';
import { checkPast, isBefore } from './check-dates.ts';
import { checkIdentifier, checkPerson } from './check-parties.ts';
import { type FindingSheet, quote } from './finding-sheet.ts';
import { isWithin, plain, type Tolerance } from './totals.ts';

/** Banks report bookings of many years, and accounts older than that. */
const YEARS_BACK = 40;
const EXCHANGE: Tolerance = { share: 0.02, least: 1 };

export function validateSuspicionReport(sheet: FindingSheet, record: SuspicionReport): void {
	checkPast(sheet, record.submittedAt, '', 'submittedAt');
	checkCurrency(sheet, record.localCurrency, '', 'localCurrency');
	if (record.reportingPerson !== undefined)
		checkReportedPerson(sheet, record.reportingPerson, 'reportingPerson.');
	const transactions = record.transactions ?? [];
	if (transactions.length === 0 && record.activity === undefined)
		sheet.report('report.empty', 'transactions', 'The report has neither a transaction nor an activity.');
	const numbers = new Set<string>();
	transactions.forEach((transaction, at) => {
		const base = `transactions[${at}].`;
		if (numbers.has(transaction.number))
			sheet.report(
				'transaction.number-repeated',
				`${base}number`,
				`Two transactions carry the number ${quote(transaction.number)}.`,
				transaction.number,
			);
		numbers.add(transaction.number);
		checkTransaction(sheet, transaction, base, record.submittedAt);
	});
	record.activity?.parties.forEach((party, at) => {
		checkSubject(sheet, party, `activity.parties[${at}].`, undefined);
	});
}

function checkTransaction(
	sheet: FindingSheet,
	transaction: ReportedTransaction,
	base: string,
	submittedAt: string | undefined,
): void {
	checkPast(sheet, transaction.at, base, 'at', YEARS_BACK);
	checkPast(sheet, transaction.postedAt, base, 'postedAt', YEARS_BACK);
	if (isBefore(submittedAt, transaction.at))
		sheet.report(
			'date.order',
			`${base}at`,
			`The transaction is dated ${transaction.at}, after the report was submitted on ${submittedAt}.`,
			transaction.at,
			submittedAt,
		);
	checkQuantity(sheet, transaction.amountLocal, base, 'amountLocal', true);
	const { sides } = transaction;
	const has = (side: TransactionSide['side']): boolean => sides.some((row) => row.side === side);
	if (!has('party') && !(has('from') && has('to')))
		sheet.report(
			'transaction.one-sided',
			`${base}sides`,
			has('from')
				? 'The transaction does not say to whom the money went.'
				: 'The transaction does not say from whom the money came.',
		);
	sides.forEach((side, at) => {
		const here = `${base}sides[${at}].`;
		checkSubject(sheet, side, here, transaction.at);
		checkCountry(sheet, side.country, here, 'country');
		if (side.conductor !== undefined)
			checkReportedPerson(sheet, side.conductor, `${here}conductor.`, transaction.at);
		checkExchange(sheet, side, here, transaction.amountLocal, transaction.at);
	});
}

/** Foreign amount times rate against the local amount; senders state the rate in either direction. */
function checkExchange(
	sheet: FindingSheet,
	side: TransactionSide,
	base: string,
	local: string,
	at: string | undefined,
): void {
	const foreign = side.foreignCurrency;
	if (foreign === undefined) return;
	checkCurrency(sheet, foreign.currency, base, 'foreignCurrency.currency', at?.slice(0, 10));
	checkQuantity(sheet, foreign.amount, base, 'foreignCurrency.amount');
	const rate = Number(foreign.exchangeRate ?? Number.NaN);
	if (!(rate > 0) || side.side === 'party') return;
	const amount = Number(foreign.amount);
	if (isWithin(amount * rate, Number(local), EXCHANGE) || isWithin(amount / rate, Number(local), EXCHANGE))
		return;
	sheet.report(
		'transaction.exchange',
		`${base}foreignCurrency.exchangeRate`,
		`${foreign.amount} ${foreign.currency} at the rate ${foreign.exchangeRate} comes to ${plain(amount * rate)}; the transaction states ${local}.`,
		plain(amount * rate),
		local,
	);
}

function checkSubject(
	sheet: FindingSheet,
	subject: ReportedSubject,
	base: string,
	on: string | undefined,
): void {
	const { person, entity, account } = subject;
	const count = Number(person !== undefined) + Number(entity !== undefined) + Number(account !== undefined);
	if (count !== 1)
		sheet.report(
			'transaction.subject',
			base.slice(0, -1),
			`The side names ${count} of person, entity and account; it must be exactly one.`,
			String(count),
			'1',
		);
	if (person !== undefined) checkReportedPerson(sheet, person, `${base}person.`, on);
	if (entity !== undefined) checkReportedEntity(sheet, entity, `${base}entity.`, on);
	if (account !== undefined) checkAccount(sheet, account, `${base}account.`, on);
}

/** A person as money reports name one: identity, and identifiers that can be verified. */
export function checkReportedPerson(
	sheet: FindingSheet,
	reported: ReportedPerson,
	base: string,
	on?: string,
): void {
	checkPerson(sheet, reported.person, `${base}person.`, on);
	reported.identifiers?.forEach((identifier, at) => {
		checkIdentifier(sheet, identifier, `${base}identifiers[${at}].`);
	});
}

export function checkReportedEntity(
	sheet: FindingSheet,
	entity: ReportedEntity,
	base: string,
	on?: string,
): void {
	if (isPlaceholderName(entity.name))
		sheet.report(
			'value.placeholder',
			`${base}name`,
			`The name ${quote(entity.name)} is a placeholder and says nothing.`,
			entity.name,
		);
	checkCountry(sheet, entity.incorporationCountry, base, 'incorporationCountry');
	checkPast(sheet, entity.incorporatedOn, base, 'incorporatedOn', 400);
	if (isBefore(on, entity.incorporatedOn))
		sheet.report(
			'date.order',
			`${base}incorporatedOn`,
			`The company was founded on ${entity.incorporatedOn}, after the transaction on ${on}.`,
			entity.incorporatedOn,
			on,
		);
	entity.identifiers?.forEach((identifier, at) => {
		checkIdentifier(sheet, identifier, `${base}identifiers[${at}].`);
	});
	entity.directors?.forEach((director, at) => {
		checkReportedPerson(sheet, director, `${base}directors[${at}].`, on);
	});
}

function checkAccount(
	sheet: FindingSheet,
	account: ReportedAccount,
	base: string,
	on: string | undefined,
): void {
	checkIban(sheet, account.iban, base, 'iban');
	checkBic(sheet, account.swift, base, 'swift');
	checkCurrency(sheet, account.currency, base, 'currency');
	checkPast(sheet, account.openedAt, base, 'openedAt', 100);
	if (isBefore(on, account.openedAt) || isBefore(account.closedAt, on)) {
		const opened = isBefore(on, account.openedAt);
		const bound = opened ? account.openedAt : account.closedAt;
		sheet.report(
			'transaction.outside-account',
			`${base}${opened ? 'openedAt' : 'closedAt'}`,
			`The transaction is dated ${on}; the account was ${opened ? 'opened' : 'closed'} on ${bound}.`,
			on,
			bound,
		);
	}
	if (account.holderEntity !== undefined)
		checkReportedEntity(sheet, account.holderEntity, `${base}holderEntity.`, on);
	account.signatories?.forEach((signatory, at) => {
		checkReportedPerson(sheet, signatory.person, `${base}signatories[${at}].person.`, on);
	});
}
