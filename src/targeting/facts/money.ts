/**
 * Facts about cash declarations and suspicion reports. Amounts by currency, as declared: nothing is converted.
 */
import type {
	CashDeclaration,
	ReportedTransaction,
	SuspicionReport,
} from '../../../contract/records/money-reports.ts';
import type { HistoryKey } from '../knowledge.ts';
import { placeCountry } from './cargo-reports.ts';
import type { FactContext } from './fact-context.ts';
import { decimal, factKind, flag, number, numberOf, text, texts } from './fact-table.ts';
import { reportedPersonKeysOf } from './keys.ts';
import { cashKeysOf, suspicionKeysOf } from './money-keys.ts';
import { UnitSource } from './unit-source.ts';

/** Instruments that are money or as good as money (FATF Recommendation 32), without gold and prepaid cards. */
const BEARER: ReadonlySet<string> = new Set([
	'currency',
	'cheque',
	'travellers-cheque',
	'promissory-note',
	'money-order',
	'bearer-bond',
	'other-bearer',
]);

/** A cash declaration, with what several facts share. */
export class CashSource extends UnitSource {
	readonly record: CashDeclaration;
	readonly context: FactContext;
	#keys: readonly HistoryKey[] | undefined;

	constructor(record: CashDeclaration, context: FactContext) {
		super();
		this.record = record;
		this.context = context;
	}

	/** Sum of the instruments in the currency in which most of them are. */
	get largest(): { readonly currency: string; readonly amount: number } {
		const sums = new Map<string, number>();
		for (const { value } of this.record.instruments) {
			const currency = value.currency ?? '';
			sums.set(currency, (sums.get(currency) ?? 0) + numberOf(value.amount));
		}
		let largest = { currency: '', amount: Number.NaN };
		for (const [currency, amount] of sums) if (!(largest.amount >= amount)) largest = { currency, amount };
		return largest;
	}

	get ownerIsOther(): boolean {
		const { owner } = this.record;
		if (owner?.entity !== undefined) return true;
		if (owner?.person === undefined) return false;
		const carrier = new Set(reportedPersonKeysOf(this.record.carrier));
		const keys = reportedPersonKeysOf(owner.person);
		return keys.length > 0 && !keys.some((key) => carrier.has(key));
	}

	override partyKeys(): readonly HistoryKey[] {
		this.#keys ??= cashKeysOf(this.record);
		return this.#keys;
	}

	override currency(): string {
		return this.record.total?.currency ?? this.largest.currency;
	}

	override changedLate(): boolean {
		return this.context.version > 1;
	}
}

export const cashKind = factKind<CashSource>('Cash', {
	function: text('original, amendment or cancellation', ({ record }) => record.function),
	version: number('1 for the first version that came', ({ context }) => context.version),
	direction: text('entering or leaving', ({ record }) => record.direction),
	basis: text('declared, disclosed, found or unaccompanied', ({ record }) => record.basis),
	office: text('office', ({ record }) => record.office),
	amount: number('sum in the currency in which most of it is', ({ largest }) => largest.amount),
	currency: text('that currency', ({ largest }) => largest.currency),
	total: decimal('sum in the currency of the office, as declared', ({ record }) => record.total?.amount),
	totalCurrency: text('currency of the office', ({ record }) => record.total?.currency),
	counted: decimal('what officers counted', ({ record }) => record.counted?.amount),
	countedShare: number('counted amount as a share of the declared total', ({ record }) =>
		record.counted?.currency === record.total?.currency
			? numberOf(record.counted?.amount) / numberOf(record.total?.amount)
			: undefined,
	),
	instruments: texts('kinds of instruments', ({ record }) => record.instruments.map(({ type }) => type)),
	hasGold: flag('gold is among it', ({ record }) => record.instruments.some(({ type }) => type === 'gold')),
	hasBearerPaper: flag('bearer instruments other than banknotes are among it', ({ record }) =>
		record.instruments.some(({ type }) => type !== 'currency' && BEARER.has(type)),
	),
	ownerIsOther: flag(
		'belongs to somebody other than the person who carries it',
		(source) => source.ownerIsOther,
	),
	hasRecipient: flag('a recipient is named', ({ record }) => record.recipient !== undefined),
	provenance: text('where it comes from, as declared', ({ record }) => record.provenance),
	intendedUse: text('what it is for, as declared', ({ record }) => record.intendedUse),
	fromCountry: text('country where the journey began', ({ record }) => placeCountry(record.from)),
	toCountry: text('country where it ends', ({ record }) => placeCountry(record.to)),
	keys: texts('keys by which history knows those who carry, own and receive it', (source) =>
		source.partyKeys(),
	),
	carrierKeys: texts('keys of the person who carries it', ({ record }) =>
		reportedPersonKeysOf(record.carrier),
	),
});

const IN_CASH = /cash/i;

const isCash = ({ mode, sides }: ReportedTransaction): boolean =>
	IN_CASH.test(mode ?? '') || sides.some(({ fundsCode }) => IN_CASH.test(fundsCode ?? ''));

/** Paid in by somebody who is neither the holder of the account nor acts for a firm that is. */
function isForOther({ sides }: ReportedTransaction): boolean {
	const payers = sides.flatMap(({ side, person }) =>
		side === 'from' && person !== undefined ? reportedPersonKeysOf(person) : [],
	);
	const account = sides.find(({ side }) => side === 'to')?.account;
	const persons = [
		...(account?.signatories ?? []).map(({ person }) => person),
		...(account?.holderEntity?.directors ?? []),
	];
	const holders = persons.flatMap(reportedPersonKeysOf);
	return payers.length > 0 && holders.length > 0 && !payers.some((key) => holders.includes(key));
}

/** A suspicion report, with what several facts share. */
export class SuspicionSource extends UnitSource {
	readonly record: SuspicionReport;
	readonly context: FactContext;
	#keys: readonly HistoryKey[] | undefined;

	constructor(record: SuspicionReport, context: FactContext) {
		super();
		this.record = record;
		this.context = context;
	}

	get transactions(): readonly ReportedTransaction[] {
		return this.record.transactions ?? [];
	}

	override partyKeys(): readonly HistoryKey[] {
		this.#keys ??= suspicionKeysOf(this.record);
		return this.#keys;
	}

	override currency(): string {
		return this.record.localCurrency ?? '';
	}
}

const sum = (transactions: readonly ReportedTransaction[]): number =>
	transactions.reduce((total, { amountLocal }) => total + numberOf(amountLocal), 0);

export const suspicionKind = factKind<SuspicionSource>('Suspicion', {
	version: number('1 for the first version that came', ({ context }) => context.version),
	code: text('STR, SAR, CTR … as in the report', ({ record }) => record.reportCode),
	indicators: texts('indicators that the reporter chose', ({ record }) => record.indicators),
	transactionCount: number('transactions', ({ transactions }) => transactions.length),
	amount: number('sum of the transactions, in the local currency', ({ transactions }) => sum(transactions)),
	currency: text('the local currency', ({ record }) => record.localCurrency),
	cashAmount: number('sum of those in cash', ({ transactions }) => sum(transactions.filter(isCash))),
	cashForOthers: number(
		'sum of cash paid in by persons who neither hold the account nor act for the firm that does',
		({ transactions }) => sum(transactions.filter((each) => isCash(each) && isForOther(each))),
	),
	countries: texts('countries of the sides', ({ transactions }) => [
		...new Set(transactions.flatMap(({ sides }) => sides.flatMap(({ country }) => country ?? []))),
	]),
	namesGoods: flag(
		'says what goods the money was for',
		({ transactions, record }) =>
			transactions.some(({ goods }) => (goods?.length ?? 0) > 0) || (record.activity?.goods?.length ?? 0) > 0,
	),
	reason: text('reason, as the reporter wrote it', ({ record }) => record.reason),
	keys: texts('keys by which history knows those that it names', (source) => source.partyKeys()),
});
