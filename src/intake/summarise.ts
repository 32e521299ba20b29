/**
 * Record in, the line that lists show out: who, where, how much, and a caption. Never a name of a person: lists are
 * read without opening a record, so they hold what tells records apart and nothing more.
 */
import type { CargoReport } from '../../contract/records/cargo-report.ts';
import type { Leg, Money, Place } from '../../contract/records/common.ts';
import type { Declaration } from '../../contract/records/declaration.ts';
import type { CashDeclaration, SuspicionReport } from '../../contract/records/money-reports.ts';
import type { MovementEvent } from '../../contract/records/movement-event.ts';
import type { BorderRecord } from '../../contract/records/record.ts';
import type { Booking, PassengerList } from '../../contract/records/travel.ts';
import { addDecimals } from '../values/decimal.ts';

export type Summary = {
	office: string | null;
	carrier: string | null;
	caption: string;
	/** `YYYY-MM-DD`: when the business event happens, by the document's own word. */
	documentDate: string | null;
	originCountry: string | null;
	destinationCountry: string | null;
	hsCode: string | null;
	grossMassKg: number | null;
	value: number | null;
	currency: string | null;
};

const EMPTY: Omit<Summary, 'caption'> = {
	office: null,
	carrier: null,
	documentDate: null,
	originCountry: null,
	destinationCountry: null,
	hsCode: null,
	grossMassKg: null,
	value: null,
	currency: null,
};

const MAX_CAPTION = 200;

/** Sums up any record. Pure; never throws. */
export function summarise(record: BorderRecord): Summary {
	const summary = summaryOf(record);
	return summary.caption.length > MAX_CAPTION
		? { ...summary, caption: `${summary.caption.slice(0, MAX_CAPTION - 1)}…` }
		: summary;
}

function summaryOf(record: BorderRecord): Summary {
	switch (record.kind) {
		case 'declaration':
			return ofDeclaration(record);
		case 'cargo-report':
			return ofCargoReport(record);
		case 'passenger-list':
			return ofPassengerList(record);
		case 'booking':
			return ofBooking(record);
		case 'suspicion-report':
			return ofSuspicionReport(record);
		case 'cash-declaration':
			return ofCashDeclaration(record);
		case 'movement-event':
			return ofMovementEvent(record);
		case 'outcome':
			return {
				...EMPTY,
				office: record.office ?? null,
				documentDate: day(record.inspectedAt),
				...amountOf(record.recovered),
				caption: line(
					record.inspection,
					record.result.replaceAll('-', ' '),
					record.findings?.map((each) => each.type).join(', '),
				),
			};
	}
}

function ofDeclaration(record: Declaration): Summary {
	const first = record.items[0];
	const origin = first?.originCountry ?? record.dispatchCountry ?? first?.dispatchCountry;
	const destination = record.destinationCountry ?? first?.destinationCountry;
	const mass = record.grossMassKg ?? sum(record.items.map((item) => item.grossMassKg ?? item.netMassKg));
	const value =
		record.invoiceTotal ??
		sumMoney(record.items.map((item) => item.price ?? item.customsValue ?? item.statisticalValue));
	return {
		...EMPTY,
		office:
			record.office ??
			record.presentationOffice ??
			record.borderOffice ??
			record.goodsLocation?.facility ??
			null,
		carrier: record.borderTransport?.carrier ?? null,
		documentDate: day(record.acceptedAt ?? record.declaredAt ?? record.declaredOn ?? record.arrivesOn),
		originCountry: origin ?? null,
		destinationCountry: destination ?? null,
		hsCode: first?.hsCode ?? null,
		grossMassKg: mass === undefined ? null : Number(mass),
		...amountOf(value),
		caption: line(
			record.declarationType ?? record.direction,
			record.function === 'original' ? undefined : record.function,
			count(record.items.length, 'item'),
			origin === undefined && destination === undefined
				? undefined
				: `${origin ?? '?'} → ${destination ?? '?'}`,
			first?.hsCode === undefined ? undefined : `HS ${first.hsCode}`,
			first?.description?.slice(0, 60),
		),
	};
}

function ofCargoReport(record: CargoReport): Summary {
	const loading = record.consignments[0]?.loadingPlace;
	const discharge = record.consignments[0]?.dischargePlace;
	const mass = sum(record.consignments.map((each) => each.grossMassKg));
	return {
		...EMPTY,
		office: record.office ?? null,
		carrier: record.transport?.carrier ?? record.legs?.[0]?.carrier ?? null,
		documentDate: day(record.arrivesAt ?? record.departsAt ?? record.preparedAt),
		originCountry: countryOf(loading) ?? null,
		destinationCountry: countryOf(discharge) ?? null,
		grossMassKg: mass === undefined ? null : Number(mass),
		caption: line(
			record.transport?.name ?? record.transport?.identity ?? record.transport?.mode,
			record.transport?.journey,
			count(record.consignments.length, 'consignment'),
			count(record.equipment?.length ?? 0, 'container'),
			route(loading, discharge),
		),
	};
}

function ofPassengerList(record: PassengerList): Summary {
	const first = record.legs[0];
	const last = record.legs.at(-1);
	return {
		...EMPTY,
		carrier: record.carrier ?? first?.carrier ?? null,
		documentDate: day(first?.departsAt ?? last?.arrivesAt ?? record.preparedAt),
		originCountry: countryOf(first?.from) ?? null,
		destinationCountry: countryOf(last?.to) ?? null,
		office: last?.to?.iata ?? last?.to?.unlocode ?? null,
		caption: line(
			flight(first),
			route(first?.from, last?.to),
			record.listType,
			count(record.travellers.length, 'traveller'),
		),
	};
}

function ofBooking(record: Booking): Summary {
	const border = record.flight ?? record.legs[0];
	return {
		...EMPTY,
		carrier: border?.carrier ?? record.locators[0]?.carrier ?? null,
		documentDate: day(border?.departsAt ?? record.bookedAt ?? record.preparedAt),
		originCountry: countryOf(border?.from) ?? null,
		destinationCountry: countryOf(border?.to) ?? null,
		office: border?.to?.iata ?? null,
		caption: line(
			record.locators[0]?.locator,
			flight(border),
			route(border?.from, border?.to),
			count(record.travellers.length, 'traveller'),
		),
	};
}

function ofSuspicionReport(record: SuspicionReport): Summary {
	const amount = sum(record.transactions?.map((each) => each.amountLocal) ?? []);
	return {
		...EMPTY,
		documentDate: day(record.submittedAt ?? record.transactions?.[0]?.at),
		value: amount === undefined ? null : Number(amount),
		currency: record.localCurrency ?? null,
		office: record.reporterId,
		caption: line(
			record.reportCode,
			record.transactions === undefined ? undefined : count(record.transactions.length, 'transaction'),
			record.activity === undefined
				? undefined
				: `activity with ${count(record.activity.parties.length, 'party', 'parties')}`,
			record.indicators?.slice(0, 4).join(', '),
		),
	};
}

function ofCashDeclaration(record: CashDeclaration): Summary {
	const value = record.counted ?? record.total ?? record.instruments[0]?.value;
	return {
		...EMPTY,
		office: record.office ?? null,
		documentDate: day(record.declaredAt),
		originCountry: countryOf(record.from ?? record.journey?.from) ?? null,
		destinationCountry: countryOf(record.to ?? record.journey?.to) ?? null,
		...amountOf(value),
		caption: line(
			record.direction,
			record.basis,
			record.instruments.map((each) => each.type).join(', '),
			flight(record.journey),
		),
	};
}

function ofMovementEvent(record: MovementEvent): Summary {
	return {
		...EMPTY,
		office: record.place?.facility ?? record.place?.unlocode ?? null,
		documentDate: day(record.at),
		originCountry: record.place?.country ?? null,
		caption: line(
			record.type,
			`${record.subject.type} ${record.subject.id}`,
			record.direction,
			record.seal?.state ?? record.scan?.result,
			record.place?.name ?? record.place?.unlocode ?? record.place?.facility,
		),
	};
}

const line = (...parts: readonly (string | undefined)[]): string =>
	parts.filter((part) => part !== undefined && part !== '').join(' · ') || 'no details';

const count = (amount: number, one: string, many = `${one}s`): string =>
	`${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;

const day = (text: string | undefined): string | null => text?.slice(0, 10) ?? null;

const countryOf = (place: Place | undefined): string | undefined =>
	place?.country ?? place?.unlocode?.slice(0, 2);

const nameOf = (place: Place | undefined): string =>
	place?.iata ?? place?.unlocode ?? place?.icao ?? place?.name ?? place?.country ?? '?';

const route = (from: Place | undefined, to: Place | undefined): string | undefined =>
	from === undefined && to === undefined ? undefined : `${nameOf(from)} → ${nameOf(to)}`;

const flight = (leg: Leg | undefined): string | undefined =>
	leg?.number === undefined ? undefined : `${leg.carrier ?? ''}${leg.number}`;

function sum(terms: readonly (string | undefined)[]): string | undefined {
	const given = terms.filter((term) => term !== undefined);
	return given.length === 0 ? undefined : addDecimals(...given);
}

/** Sum where all amounts are in one currency; otherwise the question has no answer. */
function sumMoney(terms: readonly (Money | undefined)[]): Money | undefined {
	const given = terms.filter((term) => term !== undefined);
	const currency = given[0]?.currency;
	if (given.length === 0 || given.some((term) => term.currency !== currency)) return undefined;
	const amount = addDecimals(...given.map((term) => term.amount));
	return currency === undefined ? { amount } : { amount, currency };
}

const amountOf = (money: Money | undefined): { value: number | null; currency: string | null } =>
	money === undefined
		? { value: null, currency: null }
		: { value: Number(money.amount), currency: money.currency ?? null };
