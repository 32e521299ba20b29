/**
 * Small records for tests of history: each with what the test is about, and nothing else.
 */
import type { CargoReport } from '../../../contract/records/cargo-report.ts';
import type { Party, PartyRole } from '../../../contract/records/common.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import type {
	CashDeclaration,
	ReportedPerson,
	ReportedTransaction,
	SuspicionReport,
} from '../../../contract/records/money-reports.ts';
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { Booking, PassengerList, Traveller } from '../../../contract/records/travel.ts';
import type { SeenRecord } from './model.ts';

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
/** Monday, 5 January 2026. */
export const START_MS = Date.UTC(2026, 0, 5);

export const instantOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export const seenAt = (record: BorderRecord, atMs: number, more: Partial<SeenRecord> = {}): SeenRecord => ({
	record,
	version: 1,
	atMs,
	hits: [],
	...more,
});

export const firm = (role: PartyRole, number: string, more: Partial<Party> = {}): Party => ({
	role,
	kind: 'organisation',
	name: `Firm ${number}`,
	identifiers: [{ scheme: 'eori', value: number }],
	...more,
});

export const importOf = (reference: string, more: Partial<Declaration> = {}): Declaration => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	parties: [firm('importer', 'NO900000001'), firm('exporter', 'SE5500000001')],
	items: [
		{
			number: 1,
			hsCode: '610910',
			netMassKg: '100',
			grossMassKg: '110',
			customsValue: { amount: '5000', currency: 'NOK' },
		},
	],
	...more,
});

export const bill = (number: string): Pick<Declaration, 'transportDocuments'> => ({
	transportDocuments: [{ type: '705', number }],
});

export const reportOf = (
	reference: string,
	consignments: readonly (Partial<CargoReport['consignments'][number]> & { transportDocument: string })[],
): CargoReport => ({
	kind: 'cargo-report',
	reference,
	function: 'original',
	consignments: consignments.map((each, at) => ({ number: at + 1, items: [], ...each })),
});

export const traveller = (
	full: string,
	bornOn: string,
	passport: string | undefined,
	more: Partial<Traveller> = {},
): Traveller => ({
	number: 1,
	type: 'passenger',
	person: { name: { full }, bornOn },
	...(passport === undefined ? {} : { documents: [{ scheme: 'passport', value: passport, issuer: 'PT' }] }),
	...more,
});

export const listOf = (reference: string, travellers: readonly Traveller[]): PassengerList => ({
	kind: 'passenger-list',
	reference,
	function: 'original',
	listType: 'passengers',
	carrier: 'QX',
	legs: [{ carrier: 'QX', number: '100' }],
	travellers: [...travellers],
});

export const bookingOf = (locator: string, more: Partial<Booking> = {}): Booking => ({
	kind: 'booking',
	reference: `QX/${locator}`,
	locators: [{ carrier: 'QX', locator }],
	function: 'original',
	legs: [],
	travellers: [],
	...more,
});

export const personOf = (
	full: string,
	bornOn: string,
	more: Partial<ReportedPerson> = {},
): ReportedPerson => ({
	person: { name: { full }, bornOn },
	...more,
});

export const cashOf = (
	reference: string,
	carrier: ReportedPerson,
	amount: number,
	more: Partial<CashDeclaration> = {},
): CashDeclaration => ({
	kind: 'cash-declaration',
	reference,
	function: 'original',
	direction: 'entering',
	basis: 'declared',
	declaredAt: instantOf(START_MS),
	carrier,
	instruments: [{ type: 'currency', value: { amount: String(amount), currency: 'EUR' } }],
	...more,
});

export const transactionOf = (
	amount: number,
	from: ReportedTransaction['sides'][number],
	to: ReportedTransaction['sides'][number],
): ReportedTransaction => ({ number: '-', amountLocal: String(amount), sides: [from, to] });

export const suspicionOf = (
	reference: string,
	transactions: readonly ReportedTransaction[],
): SuspicionReport => ({
	kind: 'suspicion-report',
	reference,
	reporterId: '1200',
	reportCode: 'STR',
	localCurrency: 'NOK',
	transactions: [...transactions],
});

export const entity = (
	side: 'from' | 'to',
	number: string,
	country: string,
): ReportedTransaction['sides'][number] => ({
	side,
	entity: { name: `Firm ${number}`, registrationNumber: number, incorporationCountry: country },
});

export const movementOf = (
	container: string,
	atMs: number,
	unlocode: string,
	more: Partial<MovementEvent> = {},
): MovementEvent => ({
	kind: 'movement-event',
	reference: `${unlocode}-${atMs}`,
	type: 'gate',
	at: instantOf(atMs),
	subject: { type: 'container', id: container },
	source: 'gate',
	place: { unlocode },
	...more,
});
