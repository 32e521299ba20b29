/**
 * What lists and bookings (guidelines of WCO, IATA and ICAO on API and PNR), money reports (FATF Recommendations 20 and 32),
 * movement events and outcomes are expected to state.
 */
import type { CashDeclaration, SuspicionReport } from '../../../contract/records/money-reports.ts';
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import type { Outcome } from '../../../contract/records/outcome.ts';
import type { Booking, PassengerList } from '../../../contract/records/travel.ts';
import { named, said, type Tally } from './completeness-tally.ts';

export function ofPassengerList(tally: Tally, record: PassengerList): void {
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

export function ofBooking(tally: Tally, record: Booking): void {
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

export function ofSuspicionReport(tally: Tally, record: SuspicionReport): void {
	const transactions = record.transactions ?? [];
	tally.one('submittedAt', 'date of submission', record.submittedAt !== undefined);
	tally.one('reason', 'reason of suspicion', said(record.reason));
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

export function ofCashDeclaration(tally: Tally, record: CashDeclaration): void {
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

export function ofMovementEvent(tally: Tally, record: MovementEvent): void {
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

export function ofOutcome(tally: Tally, record: Outcome): void {
	tally.one('office', 'office', said(record.office));
	tally.one('inspector', 'inspector', said(record.inspector));
	tally.one('minutes', 'duration', record.minutes !== undefined);
	if (record.result === 'irregularity' || record.result === 'offence')
		tally.one('findings', 'what was found', (record.findings?.length ?? 0) > 0);
}
