/**
 * Completeness: how much of what a document of its kind must or should state it does state. In: a record. Out: given, expected,
 * and what is missing, by name. For lists each element counts once for every traveller or consignment.
 * What is expected follows the WCO data model (declarations), the WCO/IATA/ICAO guidelines (API, PNR), the SAFE framework
 * (advance cargo data) and FATF Recommendations 20 and 32. A placeholder counts as missing.
 */
import type { CargoReport } from '../../../contract/records/cargo-report.ts';
import type { Party, PartyRole } from '../../../contract/records/common.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import type { CashDeclaration, SuspicionReport } from '../../../contract/records/money-reports.ts';
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import type { Outcome } from '../../../contract/records/outcome.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { Booking, PassengerList } from '../../../contract/records/travel.ts';
import { isPlaceholder, isPlaceholderName } from '../../values/placeholder.ts';
import { isTransportDocumentType } from './keys.ts';

export type Missing = {
	/** Path pattern of what is missing: `items[].originCountry`. */
	readonly place: string;
	/** For people: "country of origin". */
	readonly words: string;
	/** How many times it is missing, of how many. */
	readonly count: number;
	readonly of: number;
};

export type Completeness = { readonly given: number; readonly expected: number; readonly missing: Missing[] };

/** Counts what is given and what is expected. */
class Tally {
	given = 0;
	expected = 0;
	readonly missing: Missing[] = [];

	one(place: string, words: string, given: boolean): void {
		this.expected += 1;
		if (given) this.given += 1;
		else this.missing.push({ place, words, count: 1, of: 1 });
	}

	/** One element over all rows of a list. */
	each<Row>(rows: readonly Row[], place: string, words: string, given: (row: Row) => boolean): void {
		let count = 0;
		for (const row of rows) if (!given(row)) count += 1;
		this.expected += rows.length;
		this.given += rows.length - count;
		if (count > 0) this.missing.push({ place, words, count, of: rows.length });
	}
}

const said = (text: string | undefined): boolean => text !== undefined && !isPlaceholder(text);
const named = (text: string | undefined): boolean => text !== undefined && !isPlaceholderName(text);

function hasParty(parties: readonly Party[] | undefined, ...roles: PartyRole[]): boolean {
	if (parties === undefined) return false;
	for (const party of parties)
		if (
			roles.includes(party.role) &&
			(named(party.name) || party.person !== undefined || (party.identifiers?.length ?? 0) > 0)
		)
			return true;
	return false;
}

/** Amendments and cancellations state only what they change. */
const isPartial = (change: string): boolean =>
	change === 'amendment' || change === 'cancellation' || change === 'request' || change === 'update';

function ofDeclaration(tally: Tally, record: Declaration): void {
	if (isPartial(record.function)) {
		tally.one('change', 'reason of the change', record.function === 'request' || record.change !== undefined);
		return;
	}
	const { items, parties } = record;
	const everyItem = (has: (item: Declaration['items'][number]) => boolean): boolean =>
		items.length > 0 && items.every(has);
	tally.one('declarationType', 'declaration type', record.declarationType !== undefined);
	tally.one(
		'office',
		'customs office',
		said(record.office ?? record.presentationOffice ?? record.borderOffice),
	);
	tally.one('parties', 'declarant or agent', hasParty(parties, 'declarant', 'agent'));
	if (record.direction !== 'export')
		tally.one(
			'parties',
			'importer or consignee',
			hasParty(parties, 'importer', 'consignee', 'buyer') ||
				everyItem((item) => hasParty(item.parties, 'importer', 'consignee', 'buyer')),
		);
	if (record.direction !== 'transit')
		tally.one(
			'parties',
			'exporter or consignor',
			hasParty(parties, 'exporter', 'consignor', 'seller') ||
				everyItem((item) => hasParty(item.parties, 'exporter', 'consignor', 'seller')),
		);
	tally.one(
		'dispatchCountry',
		'country of dispatch',
		said(record.dispatchCountry) || everyItem((item) => said(item.dispatchCountry)),
	);
	tally.one(
		'destinationCountry',
		'country of destination',
		said(record.destinationCountry) || everyItem((item) => said(item.destinationCountry)),
	);
	tally.one(
		'borderTransport',
		'means of transport',
		record.borderTransport !== undefined || record.inlandTransport !== undefined,
	);
	tally.one('transportDocuments', 'transport document or previous document', hasTransportDocument(record));
	tally.one('goodsLocation', 'location of the goods', record.goodsLocation !== undefined);
	tally.one(
		'grossMassKg',
		'gross mass',
		record.grossMassKg !== undefined || everyItem((item) => item.grossMassKg !== undefined),
	);
	tally.one(
		'packageCount',
		'number of packages',
		record.packageCount !== undefined ||
			everyItem((item) => item.packages?.some((packaging) => packaging.count !== undefined) ?? false),
	);
	tally.one('items', 'goods items', items.length > 0);
	tally.each(items, 'items[].hsCode', 'commodity code', (item) => said(item.hsCode ?? item.commodityCode));
	tally.each(items, 'items[].description', 'description of the goods', (item) => said(item.description));
	tally.each(items, 'items[].procedures', 'customs procedure', (item) => (item.procedures?.length ?? 0) > 0);
	tally.each(items, 'items[].netMassKg', 'net mass', (item) => item.netMassKg !== undefined);
	if (record.direction !== 'transit') {
		tally.each(items, 'items[].originCountry', 'country of origin', (item) =>
			said(item.originCountry ?? item.preferentialOriginCountry),
		);
		tally.each(
			items,
			'items[].price',
			'price or value',
			(item) => (item.price ?? item.customsValue ?? item.statisticalValue) !== undefined,
		);
	}
}

function hasTransportDocument(record: Declaration): boolean {
	if ((record.transportDocuments?.length ?? 0) > 0 || (record.previousDocuments?.length ?? 0) > 0)
		return true;
	if (record.documents?.some((document) => isTransportDocumentType(document.type)) ?? false) return true;
	return record.items.some((item) => (item.previousDocuments?.length ?? 0) > 0);
}

function ofCargoReport(tally: Tally, record: CargoReport): void {
	if (record.function === 'cancellation') return;
	const { consignments } = record;
	tally.one(
		'transport',
		'vessel, flight or vehicle',
		said(
			record.transport?.identity ??
				record.transport?.name ??
				record.transport?.journey ??
				record.transport?.imo,
		),
	);
	tally.one(
		'arrivesAt',
		'time of arrival',
		(record.arrivesAt ?? record.legs?.at(-1)?.arrivesAt) !== undefined,
	);
	tally.one(
		'parties',
		'carrier',
		hasParty(record.parties, 'carrier', 'agent', 'reporter', 'sender') || said(record.transport?.carrier),
	);
	tally.one('consignments', 'consignments', consignments.length > 0);
	tally.each(consignments, 'consignments[].transportDocument', 'transport document', (row) =>
		said(row.transportDocument),
	);
	tally.each(consignments, 'consignments[].parties', 'consignor', (row) =>
		hasParty(row.parties, 'consignor', 'exporter', 'seller'),
	);
	tally.each(consignments, 'consignments[].parties', 'consignee', (row) =>
		hasParty(row.parties, 'consignee', 'importer', 'buyer', 'notify'),
	);
	tally.each(
		consignments,
		'consignments[].loadingPlace',
		'place of loading',
		(row) => (row.loadingPlace ?? row.originPlace) !== undefined,
	);
	tally.each(
		consignments,
		'consignments[].dischargePlace',
		'place of discharge',
		(row) => (row.dischargePlace ?? row.deliveryPlace) !== undefined,
	);
	tally.each(
		consignments,
		'consignments[].grossMassKg',
		'gross mass',
		(row) =>
			row.grossMassKg !== undefined ||
			(row.items.length > 0 && row.items.every((item) => item.grossMassKg !== undefined)),
	);
	tally.each(
		consignments,
		'consignments[].items[].description',
		'description of the goods',
		(row) =>
			row.items.length > 0 && row.items.every((item) => said(item.description) || item.hsCode !== undefined),
	);
	tally.each(
		consignments,
		'consignments[].packageCount',
		'number of packages',
		(row) =>
			row.packageCount !== undefined ||
			row.items.some((item) => item.packages?.some((packaging) => packaging.count !== undefined) ?? false),
	);
}

function ofPassengerList(tally: Tally, record: PassengerList): void {
	if (
		record.function === 'cancellation' ||
		record.function === 'close-out' ||
		record.listType === 'close-out'
	)
		return;
	const { travellers } = record;
	const [first] = record.legs;
	tally.one('legs', 'flight or voyage number', said(first?.number));
	tally.one('legs', 'departure', first?.from !== undefined && first.departsAt !== undefined);
	tally.one(
		'legs',
		'arrival',
		record.legs.at(-1)?.to !== undefined && record.legs.at(-1)?.arrivesAt !== undefined,
	);
	tally.one('carrier', 'carrier', said(record.carrier ?? first?.carrier));
	tally.one('travellers', 'travellers', travellers.length > 0);
	tally.each(travellers, 'travellers[].person.name.family', 'family name', (row) =>
		named(row.person.name.family ?? row.person.name.full),
	);
	tally.each(travellers, 'travellers[].person.name.given', 'given name', (row) =>
		named(row.person.name.given),
	);
	tally.each(
		travellers,
		'travellers[].person.bornOn',
		'date of birth',
		(row) => (row.person.bornOn ?? row.person.bornAbout) !== undefined,
	);
	tally.each(travellers, 'travellers[].person.sex', 'sex', (row) => row.person.sex !== undefined);
	tally.each(
		travellers,
		'travellers[].person.nationalities',
		'nationality',
		(row) => (row.person.nationalities?.length ?? 0) > 0,
	);
	tally.each(
		travellers,
		'travellers[].documents',
		'travel document',
		(row) => row.documents?.some((document) => said(document.value)) ?? false,
	);
	tally.each(
		travellers,
		'travellers[].documents[].issuer',
		'issuing country',
		(row) => row.documents?.some((document) => document.issuer !== undefined) ?? false,
	);
	tally.each(
		travellers,
		'travellers[].documents[].expiresOn',
		'expiry of the document',
		(row) => row.documents?.some((document) => document.expiresOn !== undefined) ?? false,
	);
}

function ofBooking(tally: Tally, record: Booking): void {
	if (record.function === 'cancellation') return;
	const { travellers } = record;
	tally.one('locators', 'record locator', record.locators.length > 0);
	tally.one('legs', 'itinerary', record.legs.length > 0 || record.flight !== undefined);
	tally.one('bookedAt', 'date of booking', (record.bookedAt ?? record.locators[0]?.createdAt) !== undefined);
	tally.one('agency', 'travel agency', record.agency !== undefined);
	tally.one(
		'payments',
		'form of payment',
		(record.payments?.length ?? 0) > 0 || travellers.some((row) => (row.payments?.length ?? 0) > 0),
	);
	tally.one(
		'contacts',
		'address or contact',
		(record.contacts?.length ?? 0) > 0 ||
			(record.addresses?.length ?? 0) > 0 ||
			travellers.some((row) => (row.contacts?.length ?? 0) > 0 || (row.addresses?.length ?? 0) > 0),
	);
	tally.one('travellers', 'travellers', travellers.length > 0);
	tally.each(travellers, 'travellers[].person.name', 'name', (row) => named(row.person.name.full));
	tally.each(travellers, 'travellers[].tickets', 'ticket', (row) => (row.tickets?.length ?? 0) > 0);
}

function ofSuspicionReport(tally: Tally, record: SuspicionReport): void {
	const transactions = record.transactions ?? [];
	tally.one('submittedAt', 'date of submission', record.submittedAt !== undefined);
	tally.one('reason', 'reason of suspicion', said(record.reason));
	tally.one('action', 'action taken', said(record.action));
	tally.one('indicators', 'indicators', (record.indicators?.length ?? 0) > 0);
	tally.one('localCurrency', 'local currency', record.localCurrency !== undefined);
	tally.one(
		'reportingPerson',
		'reporting person',
		record.reportingPerson !== undefined || said(record.reporterId),
	);
	tally.one(
		'transactions',
		'transactions or activity',
		transactions.length > 0 || record.activity !== undefined,
	);
	tally.each(transactions, 'transactions[].at', 'date of the transaction', (row) => row.at !== undefined);
	tally.each(transactions, 'transactions[].mode', 'mode of the transaction', (row) => row.mode !== undefined);
	tally.each(
		transactions,
		'transactions[].sides',
		'both sides',
		(row) =>
			row.sides.some((side) => side.side === 'party') ||
			(row.sides.some((side) => side.side === 'from') && row.sides.some((side) => side.side === 'to')),
	);
	tally.each(transactions, 'transactions[].sides[].country', 'country of each side', (row) =>
		row.sides.every((side) => side.country !== undefined),
	);
}

function ofCashDeclaration(tally: Tally, record: CashDeclaration): void {
	if (record.function === 'cancellation') return;
	const { carrier } = record;
	tally.one('office', 'customs office', said(record.office));
	tally.one('carrier.person.name', 'name of the carrier', named(carrier.person.name.full));
	tally.one(
		'carrier.person.bornOn',
		'date of birth of the carrier',
		(carrier.person.bornOn ?? carrier.person.bornAbout) !== undefined,
	);
	tally.one(
		'carrier.person.nationalities',
		'nationality of the carrier',
		(carrier.person.nationalities?.length ?? 0) > 0,
	);
	tally.one(
		'carrier.identifiers',
		'travel document of the carrier',
		carrier.identifiers?.some((document) => said(document.value)) ?? false,
	);
	tally.one('carrier.addresses', 'address of the carrier', (carrier.addresses?.length ?? 0) > 0);
	tally.one('owner', 'owner of the cash', record.owner !== undefined);
	tally.one('recipient', 'recipient of the cash', record.recipient !== undefined);
	tally.one('provenance', 'provenance', said(record.provenance));
	tally.one('intendedUse', 'intended use', said(record.intendedUse));
	tally.one(
		'from',
		'route',
		(record.from ?? record.journey?.from) !== undefined && (record.to ?? record.journey?.to) !== undefined,
	);
	tally.one('transportMeans', 'means of transport', said(record.transportMeans ?? record.journey?.number));
	tally.each(
		record.instruments,
		'instruments[].value.currency',
		'currency',
		(row) => row.value.currency !== undefined,
	);
}

function ofMovementEvent(tally: Tally, record: MovementEvent): void {
	tally.one('place', 'place', record.place !== undefined);
	if (record.type === 'position')
		tally.one(
			'place.latitude',
			'coordinates',
			record.place?.latitude !== undefined && record.place.longitude !== undefined,
		);
	if (record.type === 'gate') tally.one('direction', 'direction', record.direction !== undefined);
	if (record.type === 'seal') tally.one('seal', 'state of the seal', record.seal !== undefined);
	if (record.type === 'plate') tally.one('plate', 'reading of the plate', record.plate !== undefined);
	if (record.type === 'scan') tally.one('scan', 'result of the scan', record.scan !== undefined);
}

function ofOutcome(tally: Tally, record: Outcome): void {
	tally.one('office', 'office', said(record.office));
	tally.one('inspector', 'inspector', said(record.inspector));
	tally.one('minutes', 'duration', record.minutes !== undefined);
	if (record.result === 'irregularity' || record.result === 'offence')
		tally.one('findings', 'what was found', (record.findings?.length ?? 0) > 0);
}

/** Completeness of a record. `given / expected` is its share; records that state nothing of their own expect nothing. */
export function completeness(record: BorderRecord): Completeness {
	const tally = new Tally();
	switch (record.kind) {
		case 'declaration':
			ofDeclaration(tally, record);
			break;
		case 'cargo-report':
			ofCargoReport(tally, record);
			break;
		case 'passenger-list':
			ofPassengerList(tally, record);
			break;
		case 'booking':
			ofBooking(tally, record);
			break;
		case 'suspicion-report':
			ofSuspicionReport(tally, record);
			break;
		case 'cash-declaration':
			ofCashDeclaration(tally, record);
			break;
		case 'movement-event':
			ofMovementEvent(tally, record);
			break;
		case 'outcome':
			ofOutcome(tally, record);
	}
	return { given: tally.given, expected: tally.expected, missing: tally.missing };
}
