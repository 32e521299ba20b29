/**
 * Facts about bookings: when and how a journey was booked and paid, and whether its legs join. Nothing of who the travellers
 * are by birth, no names, no special services.
 */
import type { Leg, Place } from '../../../contract/records/common.ts';
import type { Booking, Payment } from '../../../contract/records/travel.ts';
import type { HistoryKey } from '../knowledge.ts';
import type { FactContext } from './fact-context.ts';
import { factKind, flag, number, text, texts } from './fact-table.ts';
import { bookedTravellerKeysOf, bookingKeysOf, cardKeyOf } from './keys.ts';
import { daysFrom, hoursFrom, instantOf, isLate } from './times.ts';
import { UnitSource } from './unit-source.ts';

/** Longest change of planes that is one journey; longer ones are a stay. */
const LONGEST_CHANGE_HOURS = 24;

const placeCode = (place: Place | undefined): string | undefined =>
	place?.iata ?? place?.unlocode ?? place?.icao ?? place?.name;

/** Letters of a name that a holder of a card and a traveller must share; a title is no part of it. */
const nameParts = (name: string): string[] =>
	name
		.toUpperCase()
		.split(/[^\p{L}]+/u)
		.filter((part) => part.length > 1 && !/^(MR|MRS|MS|DR|MISS)$/.test(part));

/** A booking, with what several facts share. */
export class BookingSource extends UnitSource {
	readonly record: Booking;
	readonly context: FactContext;
	#keys: readonly HistoryKey[] | undefined;

	constructor(record: Booking, context: FactContext) {
		super();
		this.record = record;
		this.context = context;
	}

	/** Legs that are flown: cancelled ones (status HX, XX, UN …) are left out. */
	get legs(): readonly Leg[] {
		return this.record.legs.filter(({ status }) => !/^(HX|XX|UN|UC|NO|XL)$/.test(status ?? ''));
	}

	get departsAt(): string | undefined {
		return this.record.flight?.departsAt ?? this.record.legs[0]?.departsAt;
	}

	get bookedAt(): string | undefined {
		return this.record.bookedAt ?? this.record.locators[0]?.createdAt;
	}

	get payments(): readonly Payment[] {
		return [
			...(this.record.payments ?? []),
			...this.record.travellers.flatMap((traveller) => traveller.payments ?? []),
		];
	}

	/** Bags of all; NaN where nothing is said of them. */
	get bags(): number {
		const { bagsTotal, travellers } = this.record;
		if (bagsTotal?.count !== undefined) return bagsTotal.count;
		const stated = travellers.filter(({ bags }) => bags?.count !== undefined);
		return stated.length === 0 ? Number.NaN : stated.reduce((sum, { bags }) => sum + (bags?.count ?? 0), 0);
	}

	/** False where no holder is named, or one of the travellers has a part of the holder's name. */
	get paidByThirdParty(): boolean {
		const holders = this.payments.flatMap(({ holder }) => (holder === undefined ? [] : [nameParts(holder)]));
		if (holders.length === 0) return false;
		const travellers = new Set(this.record.travellers.flatMap(({ person }) => nameParts(person.name.full)));
		return !holders.some((parts) => parts.length === 0 || parts.some((part) => travellers.has(part)));
	}

	/** The journey ends where it began. */
	get isReturn(): boolean {
		const { legs } = this;
		const from = placeCode(legs[0]?.from);
		return legs.length > 1 && from !== undefined && from === placeCode(legs.at(-1)?.to);
	}

	/** A leg begins where none before it ended. */
	get isBroken(): boolean {
		const { legs } = this;
		for (let at = 1; at < legs.length; at++) {
			const before = placeCode(legs[at - 1]?.to);
			const next = placeCode(legs[at]?.from);
			if (before !== undefined && next !== undefined && before !== next) return true;
		}
		return false;
	}

	/** Comes to a place again within the longest change of planes. */
	get isLoop(): boolean {
		const { legs } = this;
		for (let at = 1; at < legs.length; at++) {
			const hours = hoursFrom(legs[at - 1]?.arrivesAt, legs[at]?.departsAt);
			const from = placeCode(legs[at - 1]?.from);
			if (from !== undefined && from === placeCode(legs[at]?.to) && hours < LONGEST_CHANGE_HOURS) return true;
		}
		return false;
	}

	override partyKeys(): readonly HistoryKey[] {
		this.#keys ??= [
			...new Set([...bookingKeysOf(this.record), ...this.record.travellers.flatMap(bookedTravellerKeysOf)]),
		];
		return this.#keys;
	}

	override currency(): string {
		return this.record.payments?.[0]?.amount?.currency ?? '';
	}

	override changedLate(): boolean {
		return (
			this.context.version > 1 && isLate(this.context.nowMs, this.departsAt, this.record.flight?.arrivesAt)
		);
	}
}

export const bookingKind = factKind<BookingSource>('Booking', {
	function: text('original, update or cancellation', ({ record }) => record.function),
	version: number('1 for the first version that came', ({ context }) => context.version),
	carrier: text('code of the carrier', ({ record }) => record.flight?.carrier ?? record.legs[0]?.carrier),
	from: text('place where the journey begins', ({ legs }) => placeCode(legs[0]?.from)),
	to: text('place where it ends', ({ legs }) => placeCode(legs.at(-1)?.to)),
	legCount: number('legs that are flown', ({ legs }) => legs.length),
	isOneWay: flag(
		'does not come back to where it begins',
		({ isReturn, legs }) => legs.length > 0 && !isReturn,
	),
	isReturn: flag('comes back to where it begins', ({ isReturn }) => isReturn),
	isBroken: flag('a leg begins where none before it ended', ({ isBroken }) => isBroken),
	isLoop: flag('turns back within a day', ({ isLoop }) => isLoop),
	travellerCount: number('travellers', ({ record }) => record.travellers.length),
	bookedDaysAhead: number('days from the booking to the departure', ({ bookedAt, departsAt }) =>
		daysFrom(bookedAt, departsAt),
	),
	bookedHoursAhead: number('hours from the booking to the departure', ({ bookedAt, departsAt }) =>
		hoursFrom(bookedAt, departsAt),
	),
	hoursBeforeDeparture: number(
		'hours from the assessment to the departure; negative after it',
		({ context, departsAt }) => (instantOf(departsAt) - context.nowMs) / 3_600_000,
	),
	paymentForms: texts('forms of payment: CA cash, CC card, CK cheque …', ({ payments }) =>
		payments.map(({ form }) => form),
	),
	paidInCash: flag('was paid in cash', ({ payments }) => payments.some(({ form }) => form === 'CA')),
	paidByThirdParty: flag(
		'a holder of the card is named, and is none of the travellers',
		(source) => source.paidByThirdParty,
	),
	bags: number('bags of all travellers', ({ bags }) => bags),
	agency: text(
		'IATA number or code of the agency',
		({ record }) => record.agency?.iataNumber ?? record.agency?.carrier,
	),
	agencyCountry: text('country of the agency', ({ record }) => record.agency?.country),
	isSplit: flag('was split from another booking', ({ record }) => (record.splitFrom?.length ?? 0) > 0),
	changeCount: number('lines of its history', ({ record }) => record.history?.length ?? 0),
	hasContact: flag(
		'a phone number or e-mail address is stated',
		({ record }) =>
			(record.contacts?.length ?? 0) > 0 ||
			record.travellers.some(({ contacts }) => (contacts?.length ?? 0) > 0),
	),
	hasLoyalty: flag('a traveller has a number of a frequent-flyer programme', ({ record }) =>
		record.travellers.some(({ loyalty }) => (loyalty?.length ?? 0) > 0),
	),
	keys: texts('keys by which history knows travellers, contacts and payers', (source) => source.partyKeys()),
	payerKeys: texts('keys of the cards that paid', ({ record, payments }) =>
		payments.map((payment) => cardKeyOf(payment, record)).filter((key) => key !== undefined),
	),
});
