/**
 * Facts about passenger lists and the travellers on them. Nothing of who a person is by birth: no nationality, sex, date or
 * place of birth, no name, and not the state that issued a document.
 */
import type { Identifier, Leg } from '../../../contract/records/common.ts';
import type { PassengerList, Traveller } from '../../../contract/records/travel.ts';
import type { HistoryKey, HistoryKnowledge } from '../knowledge.ts';
import { vehicleKeyOf } from './carriers.ts';
import type { FactContext } from './fact-context.ts';
import { decimal, factKind, flag, number, text, texts } from './fact-table.ts';
import { documentKeyOf, travellerKeysOf } from './keys.ts';
import { daysFrom, instantOf, isLate } from './times.ts';
import { UnitSource } from './unit-source.ts';

/** The document to travel with: a visa or a permit goes with one. */
const travelDocumentOf = (documents: readonly Identifier[] | undefined): Identifier | undefined =>
	documents?.find((document) => documentKeyOf(document) !== undefined) ?? documents?.[0];

const placeName = (place: Leg['from']): string | undefined => place?.iata ?? place?.unlocode ?? place?.name;

/** A passenger list, with what several facts share. */
export class ListSource extends UnitSource {
	readonly record: PassengerList;
	readonly context: FactContext;

	constructor(record: PassengerList, context: FactContext) {
		super();
		this.record = record;
		this.context = context;
	}

	get departsAt(): string | undefined {
		return this.record.legs[0]?.departsAt;
	}

	get arrivesAt(): string | undefined {
		return this.record.legs.at(-1)?.arrivesAt;
	}

	override carrierKeys(): readonly HistoryKey[] {
		const key = vehicleKeyOf(this.record.transport);
		return key === undefined ? [] : [key];
	}

	override changedLate(): boolean {
		return this.context.version > 1 && isLate(this.context.nowMs, this.departsAt, this.arrivesAt);
	}
}

/** A traveller of a passenger list. */
export class TravellerSource extends UnitSource {
	readonly whole: ListSource;
	readonly traveller: Traveller;
	#keys: readonly HistoryKey[] | undefined;

	constructor(whole: ListSource, traveller: Traveller) {
		super();
		this.whole = whole;
		this.traveller = traveller;
	}

	get document(): Identifier | undefined {
		return travelDocumentOf(this.traveller.documents);
	}

	override partyKeys(): readonly HistoryKey[] {
		this.#keys ??= travellerKeysOf(this.traveller);
		return this.#keys;
	}

	override carrierKeys(): readonly HistoryKey[] {
		return this.whole.carrierKeys();
	}

	override otherIdentities(history: HistoryKnowledge): number {
		return history.otherIdentities?.(this.traveller) ?? 0;
	}

	override changedLate(): boolean {
		return this.whole.changedLate();
	}
}

export const listKind = factKind<ListSource>('PassengerList', {
	function: text('original, amendment, cancellation …', ({ record }) => record.function),
	type: text('passengers, crew, gate-pass, close-out or other', ({ record }) => record.listType),
	version: number('1 for the first version that came', ({ context }) => context.version),
	mode: text('air, sea, rail or road', ({ record }) => record.mode),
	carrier: text('code of the carrier', ({ record }) => record.carrier ?? record.legs[0]?.carrier),
	from: text('place of the first departure', ({ record }) => placeName(record.legs[0]?.from)),
	to: text('place of the last arrival', ({ record }) => placeName(record.legs.at(-1)?.to)),
	legCount: number('legs of the journey', ({ record }) => record.legs.length),
	travellerCount: number('travellers on the list', ({ record }) => record.travellers.length),
	declaredCount: number('travellers as the list counts them', ({ record }) => record.declaredCount),
	hoursBeforeArrival: number(
		'hours from the assessment to the arrival; negative after it',
		({ context, arrivesAt }) => (instantOf(arrivesAt) - context.nowMs) / 3_600_000,
	),
	hoursBeforeDeparture: number(
		'hours from the assessment to the departure; negative after it',
		({ context, departsAt }) => (instantOf(departsAt) - context.nowMs) / 3_600_000,
	),
});

export const travellerKind = factKind<TravellerSource>('Traveller', {
	number: number('number on the list', ({ traveller }) => traveller.number),
	type: text('passenger, crew, in-transit-passenger …', ({ traveller }) => traveller.type),
	documentType: text('passport, identity-card, visa …', ({ document }) => document?.scheme),
	documentKey: text('key of the document, for functions of history', ({ document }) =>
		document === undefined ? undefined : documentKeyOf(document),
	),
	documentCount: number('documents shown', ({ traveller }) => traveller.documents?.length ?? 0),
	documentDaysLeft: number(
		'days from the journey to the expiry of the document; negative where it has expired',
		({ document, whole }) => daysFrom(whole.arrivesAt ?? whole.departsAt, document?.expiresOn),
	),
	documentAgeDays: number('days from the issue of the document to the journey', ({ document, whole }) =>
		daysFrom(document?.issuedOn, whole.departsAt ?? whole.arrivesAt),
	),
	hasVisa: flag('shows a visa', ({ traveller }) =>
		traveller.documents?.some(({ scheme }) => scheme === 'visa'),
	),
	bookingReference: text('booking reference (record locator)', ({ traveller }) => traveller.bookingReference),
	seat: text('seat', ({ traveller }) => traveller.seat),
	bags: number('bags', ({ traveller }) => traveller.bags?.count),
	bagsMassKg: decimal('mass of the bags, in kilograms', ({ traveller }) => traveller.bags?.massKg),
	embarks: text('place where the traveller embarks', ({ traveller }) => placeName(traveller.embarks)),
	disembarks: text('place where the traveller disembarks', ({ traveller }) =>
		placeName(traveller.disembarks),
	),
	hasContact: flag(
		'a phone number or e-mail address is stated',
		({ traveller }) => (traveller.contacts?.length ?? 0) > 0,
	),
	keys: texts('keys by which history knows the traveller', (source) => source.partyKeys()),
});
