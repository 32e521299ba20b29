/**
 * Money: what cash declarations and suspicion reports leave in history. A report speaks of those whom it calls suspected, or
 * where it calls nobody so, of all on its sides; a payment is kept between the parties and those who stand behind accounts.
 */
import type {
	CashDeclaration,
	SuspicionReport,
	TransactionSide,
} from '../../../contract/records/money-reports.ts';
import type { ReportedSubject } from '../../../contract/records/reported-subjects.ts';
import { reportedEntityKeysOf, reportedPersonKeysOf } from '../facts/keys.ts';
import { pairKey } from './chains.ts';
import type { Events } from './events.ts';
import { hashedKeys, hashOf } from './model.ts';
import { addSubject, MOST_TRANSACTIONS, type Part } from './parts.ts';

/** Sides of one direction in a transaction that are joined with the other direction. */
const MOST_SIDES = 6;

export function seeCash(events: Events, cash: CashDeclaration, version: number, minute: number): void {
	if (cash.function === 'cancellation' || version > 1) return;
	const carrier = hashedKeys(reportedPersonKeysOf(cash.carrier)).identities[0];
	if (carrier === undefined) return;
	const office = hashOf(`office:${cash.office ?? ''}`);
	const amount = amountOf(cash);
	events.record('cash-by-person', carrier, minute, amount, office);
	if (cash.basis === 'found') events.record('cash-found-on-person', carrier, minute, amount, office);
	const others = new Set<number>();
	for (const party of [cash.owner, cash.recipient]) {
		const person = party?.person;
		const entity = party?.entity;
		const key =
			entity === undefined
				? person === undefined
					? undefined
					: hashedKeys(reportedPersonKeysOf(person)).identities[0]
				: hashedKeys(reportedEntityKeysOf(entity)).identities[0];
		if (key !== undefined && key !== carrier) others.add(key);
	}
	for (const other of others) events.record('cash-to-party', other, minute, amount, carrier);
}

/** What officers counted, else the declared sum, else the instruments of the currency of the first. */
function amountOf({ counted, total, instruments }: CashDeclaration): number {
	const whole = counted ?? total;
	if (whole !== undefined) return Math.max(0, Number(whole.amount));
	const currency = instruments[0]?.value.currency;
	let sum = 0;
	for (const { value } of instruments) if (value.currency === currency) sum += Number(value.amount);
	return Math.max(0, sum);
}

/** Whom a report names, as keys that tell them apart. */
export function namedIn(report: SuspicionReport): readonly number[] {
	const suspected: Part[] = [];
	const all: Part[] = [];
	const name = (subject: ReportedSubject & { readonly suspected?: boolean | undefined }): void => {
		addSubject(all, subject, '', 0);
		if (subject.suspected === true) addSubject(suspected, subject, '', 0);
	};
	for (const transaction of (report.transactions ?? []).slice(0, MOST_TRANSACTIONS))
		for (const side of transaction.sides) {
			name(side);
			if (side.conductor !== undefined) name({ person: side.conductor, suspected: side.conductorSuspected });
		}
	for (const party of report.activity?.parties ?? []) name(party);
	const keys = new Set<number>();
	for (const part of suspected.length > 0 ? suspected : all)
		for (const key of hashedKeys(part.keys).identities) keys.add(key);
	return [...keys];
}

/** Keys of whom a side of a transaction is, best known first: a firm before its directors, a holder before the account. */
function ownersOf(side: TransactionSide): readonly number[] {
	const { person, entity, account } = side;
	const first = account?.signatories?.[0]?.person;
	const keys =
		entity !== undefined
			? reportedEntityKeysOf(entity)
			: account?.holderEntity !== undefined
				? reportedEntityKeysOf(account.holderEntity)
				: person !== undefined
					? reportedPersonKeysOf(person)
					: first !== undefined
						? reportedPersonKeysOf(first)
						: undefined;
	return keys === undefined ? [] : hashedKeys(keys).identities;
}

/** First and last: the number and the name of a firm, the name and the document of a person. */
const ends = (keys: readonly number[]): readonly number[] =>
	keys.length > 1 ? [keys[0]!, keys.at(-1)!] : keys;

export function seeReport(events: Events, report: SuspicionReport, minute: number): void {
	const reference = hashOf(`report:${report.reference}`);
	const currency = hashOf(report.localCurrency ?? '');
	for (const key of namedIn(report)) events.record('report-of-party', key, minute, 0, reference);
	for (const { sides, amountLocal } of (report.transactions ?? []).slice(0, MOST_TRANSACTIONS)) {
		const amount = Math.max(0, Number(amountLocal));
		const payers = sides
			.filter(({ side }) => side === 'from')
			.slice(0, MOST_SIDES)
			.map(ownersOf);
		const payees = sides
			.filter(({ side }) => side === 'to')
			.slice(0, MOST_SIDES)
			.map(ownersOf);
		for (const from of payers)
			for (const to of payees) {
				const payer = from[0];
				const payee = to[0];
				if (payer === undefined || payee === undefined || from.includes(payee)) continue;
				events.record('payment-by-party', payer, minute, amount, payee);
				events.record('payment-to-party', payee, minute, amount, payer);
				for (const one of ends(from))
					for (const other of ends(to))
						events.record('payment-between', pairKey(one, other), minute, amount, currency);
				for (const other of ends(to))
					events.record('payer-in-report', pairKey(other, reference), minute, amount, payer);
			}
	}
}
