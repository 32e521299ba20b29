/**
 * Suspicion reports of banks (goAML). In: customers, and what they did with money. Out: reports to the financial
 * intelligence unit, some days after the last transaction. Amounts are in kroner unless a currency is named.
 */
import type {
	ReportedAccount,
	ReportedEntity,
	ReportedGoods,
	ReportedPerson,
	ReportedTransaction,
	SuspicionReport,
	TransactionSide,
} from '../../../contract/records/money-reports.ts';
import type { Message, Outbox } from '../model.ts';
import { noisyPerson, wrongLastDigit } from '../noise.ts';
import { Random, STREAM } from '../random.ts';
import { NOISE, VOLUME } from '../rates.ts';
import { BANK_BICS, BANKS, type Company } from '../world/companies.ts';
import { accountNumber } from '../world/identifiers.ts';
import { asWritten, type SimulatedPerson } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { DAY_MS, dayFactor, HOUR_MS, MINUTE_MS, workingMinute } from './carriage.ts';
import { shortCode } from './consignment.ts';
import { instant } from './declaration.ts';

/** Goods in a report's transaction as the bank wrote them down. */
export type Paid = {
	from: Holder;
	to: Holder;
	kroner: number;
	at: number;
	mode?: string;
	comment?: string;
	goods?: ReportedGoods;
	conductor?: SimulatedPerson;
};

/** Whose money it is: a customer with an account, or cash in somebody's hand. */
export type Holder =
	| { kind: 'company'; company: Company; director?: SimulatedPerson }
	| { kind: 'person'; person: SimulatedPerson; account: { number: string; iban?: string }; bank: number }
	| { kind: 'cash'; person: SimulatedPerson };

export const reportedPersonOf = (person: SimulatedPerson): ReportedPerson => ({
	person: asWritten(person),
	identifiers: [person.passport],
	addresses: [person.address],
	contacts: [...person.contacts],
});

export const reportedEntityOf = (company: Company, director?: SimulatedPerson): ReportedEntity => ({
	name: company.name,
	registrationNumber: company.identifier.value,
	incorporationCountry: company.country,
	addresses: [company.address],
	...(director === undefined ? {} : { directors: [reportedPersonOf(director)] }),
});

/** The account of a person at one of the banks. */
export function personAccount(seed: number, person: SimulatedPerson): Extract<Holder, { kind: 'person' }> {
	const random = new Random(seed, STREAM.banks, person.number);
	return {
		kind: 'person',
		person,
		account: accountNumber(random, 'NO'),
		bank: random.whole(0, BANKS.length - 1),
	};
}

function accountOf(holder: Exclude<Holder, { kind: 'cash' }>): ReportedAccount {
	if (holder.kind === 'person')
		return {
			institutionName: BANKS[holder.bank] ?? BANKS[0],
			swift: BANK_BICS[holder.bank] ?? BANK_BICS[0],
			number: holder.account.number,
			...(holder.account.iban === undefined ? {} : { iban: holder.account.iban }),
			currency: 'NOK',
			signatories: [{ person: reportedPersonOf(holder.person), primary: true }],
		};
	const { company } = holder;
	return {
		institutionName: company.country === 'NO' ? company.bank : `Bank in ${company.country}`,
		number: company.account.number,
		...(company.account.iban === undefined ? {} : { iban: company.account.iban }),
		name: company.name,
		holderEntity: reportedEntityOf(company, holder.director),
	};
}

/** Whether the money leaves the reporting bank's own customer; otherwise it comes in. A transaction has one such side. */
const leavesOwn = ({ from }: Paid): boolean =>
	from.kind === 'person' || (from.kind === 'company' && from.company.country === 'NO');

function sideOf(
	side: 'from' | 'to',
	holder: Holder,
	own: boolean,
	conductor?: SimulatedPerson,
): TransactionSide {
	return {
		side,
		...(own ? { ownClient: true } : {}),
		fundsCode: holder.kind === 'cash' ? 'C' : 'E',
		country: holder.kind === 'company' ? holder.company.country : 'NO',
		...(holder.kind === 'cash'
			? { person: reportedPersonOf(holder.person) }
			: { account: accountOf(holder) }),
		...(conductor === undefined ? {} : { conductor: reportedPersonOf(conductor) }),
	};
}

export type Suspicion = {
	/** Tells the report from all others. */
	salt: number;
	at: number;
	bank: number;
	paid: readonly Paid[];
	reason: string;
	indicators: readonly string[];
	plotIds?: readonly string[];
};

/** One report. Noise is in the names of persons and, rarely, in an IBAN. */
export function suspicionMessage(world: World, suspicion: Suspicion): Message {
	const { at, bank, salt } = suspicion;
	const random = new Random(world.seed, STREAM.suspicion, Math.floor(at / 1_000), salt);
	const transactions = suspicion.paid.map(
		(paid, index): ReportedTransaction => ({
			number: `${shortCode(Math.floor(paid.at / 60_000), 6)}-${shortCode(salt, 5)}-${index + 1}`,
			location: 'Norway',
			at: instant(paid.at),
			mode: paid.mode ?? (paid.from.kind === 'cash' ? 'CASHDEP' : 'WIRE'),
			amountLocal: String(Math.round(paid.kroner)),
			sides: [
				sideOf('from', paid.from, leavesOwn(paid), paid.conductor),
				sideOf('to', paid.to, !leavesOwn(paid)),
			],
			...(paid.goods === undefined ? {} : { goods: [paid.goods] }),
			...(paid.comment === undefined ? {} : { comments: paid.comment }),
		}),
	);
	const name = BANKS[bank % BANKS.length] ?? BANKS[0];
	const record: SuspicionReport = {
		kind: 'suspicion-report',
		reference: `${1_200 + (bank % BANKS.length)}/${shortCode(Math.floor(at / 60_000), 6)}${shortCode(salt, 5)}`,
		reporterId: String(1_200 + (bank % BANKS.length)),
		reporterBranch: name,
		reportCode: 'STR',
		submissionCode: 'E',
		submittedAt: instant(at),
		localCurrency: 'NOK',
		reason: suspicion.reason,
		indicators: [...suspicion.indicators],
		transactions: transactions.map((transaction) => ({
			...transaction,
			sides: transaction.sides.map((side) => noisySide(random, side)),
		})),
	};
	return {
		at,
		node: 'fiu',
		source: `bank-${name.toLowerCase().replaceAll(' ', '-')}`,
		format: 'goaml',
		group: record.reference,
		record,
		...(suspicion.plotIds === undefined ? {} : { plotIds: suspicion.plotIds }),
	};
}

function noisySide(random: Random, side: TransactionSide): TransactionSide {
	if (side.person !== undefined)
		return { ...side, person: { ...side.person, person: noisyPerson(random, side.person.person) } };
	const iban = side.account?.iban;
	return side.account !== undefined && iban !== undefined && random.chance(NOISE.wrongCheckDigit)
		? { ...side, account: { ...side.account, iban: wrongLastDigit(iban) } }
		: side;
}

type Pattern = {
	reason: string;
	indicators: readonly string[];
	pay(random: Random, world: World, at: number): Paid[];
};

const anyPerson = (random: Random, world: World): SimulatedPerson => world.regular(random.whole(0, 2_999));
const anyTrader = (random: Random, world: World): Holder => ({
	kind: 'company',
	company: world.companies.drawTrader(random),
});

/** What customers do that looks odd, and mostly is nothing. */
const PATTERNS: readonly Pattern[] = [
	{
		reason: 'Several cash deposits below the reporting limit within a week.',
		indicators: ['CASH-STRUCTURED'],
		pay(random, world, at) {
			const person = anyPerson(random, world);
			const account = personAccount(world.seed, person);
			return Array.from({ length: random.whole(2, 6) }, (_, index) => ({
				from: { kind: 'cash', person } as const,
				to: account,
				kroner: random.whole(12, 98) * 1_000,
				at: at - (index + 1) * random.whole(6, 30) * HOUR_MS,
			}));
		},
	},
	{
		reason: 'Transfer to a country with which the customer has had no business.',
		indicators: ['NEW-COUNTRY'],
		pay(random, world, at) {
			const to = random.pick(random.pick(world.companies.traders).partners);
			return [
				{
					from: anyTrader(random, world),
					to: { kind: 'company', company: to },
					kroner: random.logNormal(420_000, 0.9),
					at: at - random.whole(20, 90) * HOUR_MS,
				},
			];
		},
	},
	{
		reason: 'Account shows turnover that does not fit what the customer told about himself.',
		indicators: ['TURNOVER'],
		pay(random, world, at) {
			const account = personAccount(world.seed, anyPerson(random, world));
			return Array.from({ length: random.whole(3, 9) }, (_, index) => ({
				from: random.chance(0.5)
					? personAccount(world.seed, anyPerson(random, world))
					: anyTrader(random, world),
				to: account,
				kroner: random.logNormal(38_000, 0.8),
				at: at - (index + 1) * random.whole(5, 50) * HOUR_MS,
			}));
		},
	},
	{
		reason: 'Payment for goods where the invoice could not be produced.',
		indicators: ['TRADE-DOCUMENTS'],
		pay(random, world, at) {
			const trader = world.companies.drawTrader(random);
			const partner = random.pick(trader.partners);
			const goods = random.pick(trader.goods);
			const kroner = Math.round(random.logNormal(260_000, 0.8));
			return [
				{
					from: { kind: 'company', company: trader },
					to: { kind: 'company', company: partner },
					kroner,
					at: at - random.whole(30, 160) * HOUR_MS,
					goods: {
						type: 'GOODS',
						description: random.pick(goods.descriptions),
						seller: partner.name,
						buyer: trader.name,
						estimatedValue: { amount: String(kroner), currency: 'NOK' },
					},
				},
			];
		},
	},
];

/** Reports of one day, about customers who have done nothing. */
export function planSuspicion(world: World, outbox: Outbox, day: number): void {
	const random = new Random(world.seed, STREAM.suspicion, day);
	const count = random.poisson(VOLUME.suspicionReports * dayFactor(day) * world.scale);
	for (let salt = 0; salt < count; salt++) {
		const at = day * DAY_MS + workingMinute(random) * MINUTE_MS;
		outbox.later(at, () => {
			const stream = new Random(world.seed, STREAM.suspicion, day, salt, 1);
			const pattern = stream.pick(PATTERNS);
			const { reason, indicators } = pattern;
			outbox.send(
				suspicionMessage(world, {
					salt,
					at,
					bank: stream.whole(0, 4),
					paid: pattern.pay(stream, world, at),
					reason,
					indicators,
				}),
			);
		});
	}
}
