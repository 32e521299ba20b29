/**
 * Goods: what declarations and cargo reports leave in history, and what is asked about a shipment. A declaration counts once,
 * when it is first seen; an amendment counts as a change, a cancellation takes nothing back.
 */
import type { CargoReport, Consignment } from '../../../contract/records/cargo-report.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import { consignmentKeyOf, containerKeyOf, partyKeysOf, transportDocumentKeyOf } from '../facts/keys.ts';
import type { HistoryKey, ShipmentTrace } from '../knowledge.ts';
import { pairKey } from './chains.ts';
import type { Events } from './events.ts';
import { addressHashOf, massKeyOf, type Shipment, shipmentOf } from './goods-documents.ts';
import type { EventName } from './kinds.ts';
import { hashedKeys, hashOf } from './model.ts';

/** Days in which the documents of one shipment come. */
const SHIPMENT_DAYS = 120;
/** Days in which a container or vehicle carries one shipment. */
export const CARRIAGE_DAYS = 45;
/** Days in which goods that came in go out again under another heading. */
const TURNOVER_DAYS = 60;
export const PAYMENT_DAYS = 90;
/** Items of one declaration whose masses are kept. */
const MOST_ITEMS = 40;
/** Suspicion reports of one party that are looked into. */
const MOST_REPORTS = 10;

/** How often declarations of each mode of transport had been reported by a carrier before. Halved, so that it forgets. */
export type Coverage = Map<string, { declared: number; reported: number }>;
const COVERAGE_HALVES_AT = 2_000;
const COVERAGE_LEAST = 20;

/** What adds nothing to a sum where it is not known. */
const knownOrNone = (amount: number): number => (Number.isNaN(amount) ? 0 : Math.max(0, amount));

const isFirst = ({ function: purpose }: Declaration, version: number): boolean =>
	version <= 1 && (purpose === 'original' || purpose === 'replacement');

/** By which keys of exports and of transits stand apart from those of imports. */
export const EXPORTED = 1;
export const TRANSITED = 2;

/** Goods are exported there and imported here under one document: only within a direction is a second declaration odd. */
function withinDirection({ direction }: Declaration): (key: number) => number {
	if (direction === 'export') return (key) => pairKey(key, EXPORTED);
	return direction === 'transit' ? (key) => pairKey(key, TRANSITED) : (key) => key;
}

export function seeDeclaration(
	events: Events,
	coverage: Coverage,
	declaration: Declaration,
	version: number,
	minute: number,
): void {
	const shipment = shipmentOf(declaration);
	const { buyerKey, sellerKey, declarantKey, reference, value } = shipment;
	const amount = knownOrNone(value.amount);
	const record = (kind: EventName, key: number, sum: number, partner: number): void => {
		if (key !== 0) events.record(kind, key, minute, sum, partner);
	};
	const exporting = declaration.direction === 'export';
	if (!isFirst(declaration, version)) {
		if (declaration.function !== 'request')
			record('change-of-party', exporting ? sellerKey : buyerKey, 0, reference);
		return;
	}
	if (declaration.direction === 'import') countReported(events, coverage, declaration, shipment, minute);
	record('declaration-by-declarant', declarantKey, amount, exporting ? sellerKey : buyerKey);
	if (exporting) record('declaration-by-exporter', sellerKey, amount, buyerKey);
	else if (declaration.direction !== 'transit') {
		const address = addressHashOf(shipment.buyer);
		record('consignment-to-address', address, amount, sellerKey);
		record('receiver-at-address', address, amount, buyerKey);
		record('declaration-by-importer', buyerKey, amount, sellerKey);
		record('declaration-of-sender', sellerKey, amount, buyerKey);
		rememberMasses(events, declaration, shipment, minute);
	}
	recordDocuments(events, declaration, shipment, minute);
	for (const vehicle of shipment.vehicles)
		record('declaration-of-vehicle', vehicle, 0, exporting ? sellerKey : buyerKey);
	if (declaration.direction === 'transit')
		for (const vehicle of shipment.vehicles)
			record('declaration-of-vehicle', pairKey(vehicle, TRANSITED), 0, buyerKey);
	if (buyerKey !== 0 && sellerKey !== 0 && value.currency !== 0)
		record('declared-between', pairKey(buyerKey, sellerKey), amount, value.currency);
}

function recordDocuments(events: Events, declaration: Declaration, shipment: Shipment, minute: number): void {
	const { reference, declarantKey, invoiced, consignment } = shipment;
	const within = withinDirection(declaration);
	const record = (kind: EventName, key: number, sum: number, partner: number): void =>
		events.record(kind, within(key), minute, sum, partner);
	const mass = knownOrNone(shipment.grossMassKg);
	for (const document of shipment.transportDocuments) {
		if (declaration.direction === 'export' && invoiced.amount > 0)
			events.record('export-of-transport-document', document, minute, invoiced.amount, invoiced.currency);
		record('declaration-of-transport-document', document, mass, reference);
		record('declarant-of-transport-document', document, 0, declarantKey);
		for (const invoice of shipment.invoices) record('invoice-of-transport-document', document, 0, invoice);
	}
	const amount = knownOrNone(shipment.value.amount);
	for (const invoice of shipment.invoices) record('declaration-of-invoice', invoice, amount, reference);
	for (const container of shipment.containers)
		record('declaration-of-container', container, mass / shipment.containers.length, reference);
	if (consignment !== 0) record('declaration-of-consignment', consignment, mass, reference);
}

function rememberMasses(
	events: Events,
	declaration: Declaration,
	{ buyerKey }: Shipment,
	minute: number,
): void {
	for (let at = 0; at < declaration.items.length && at < MOST_ITEMS; at++) {
		const item = declaration.items[at]!;
		const key = massKeyOf(buyerKey, item);
		const heading = headingOf(item.hsCode);
		if (key !== 0 && heading !== 0) events.record('import-of-mass', key, minute, 0, heading);
	}
}

const headingOf = (hsCode: string | undefined): number =>
	hsCode === undefined || hsCode.length < 4 ? 0 : Number(hsCode.slice(0, 4)) + 1;

function countReported(
	events: Events,
	coverage: Coverage,
	{ borderTransport }: Declaration,
	shipment: Shipment,
	minute: number,
): void {
	if (shipment.transportDocuments.length === 0) return;
	const mode = borderTransport?.mode ?? 'unknown';
	const counts = coverage.get(mode) ?? { declared: 0, reported: 0 };
	coverage.set(mode, counts);
	counts.declared++;
	if (isReported(events, shipment, minute)) counts.reported++;
	if (counts.declared >= COVERAGE_HALVES_AT) {
		counts.declared /= 2;
		counts.reported /= 2;
	}
}

const isReported = (events: Events, shipment: Shipment, now: number): boolean =>
	shipment.transportDocuments.some((key) =>
		events.has('report-of-transport-document', key, now, SHIPMENT_DAYS),
	) ||
	(shipment.consignment !== 0 &&
		events.has('report-of-consignment', shipment.consignment, now, SHIPMENT_DAYS)) ||
	shipment.containers.some((key) => events.has('report-of-container', key, now, CARRIAGE_DAYS));

export function seeCargoReport(events: Events, report: CargoReport, minute: number): void {
	if (report.function === 'cancellation') return;
	const reference = hashOf(`${report.reference}|${report.sender ?? ''}`);
	const record = (kind: EventName, key: HistoryKey | undefined, mass: string | undefined): void => {
		if (key !== undefined) events.record(kind, hashOf(key), minute, knownOrNone(Number(mass)), reference);
	};
	for (const { number, grossMassKg } of report.equipment ?? [])
		record('report-of-container', containerKeyOf(number), grossMassKg);
	const listed = new Set(report.equipment?.map(({ number }) => containerKeyOf(number)));
	for (const consignment of report.consignments) {
		const { transportDocument, references, grossMassKg } = consignment;
		const document = transportDocumentKeyOf(transportDocument);
		record('report-of-transport-document', document, grossMassKg);
		if (document !== undefined) rememberGoods(events, hashOf(document), consignment, minute);
		for (const { type, number } of references ?? [])
			if (type === 'UCN') record('report-of-consignment', consignmentKeyOf(number), grossMassKg);
		for (const key of containersOf(consignment)) {
			if (key === undefined || listed.has(key)) continue;
			listed.add(key);
			record('report-of-container', key, undefined);
		}
	}
}

/** Headings of a consignment, each once. One item without a heading, and nothing can be said of what is not among them. */
function rememberGoods(events: Events, document: number, { items }: Consignment, minute: number): void {
	const headings = new Set(items.slice(0, MOST_ITEMS).map(({ hsCode }) => headingOf(hsCode)));
	if (items.length > MOST_ITEMS || headings.has(0)) return;
	for (const heading of headings) events.record('goods-of-transport-document', document, minute, 0, heading);
}

function* containersOf({ items }: Consignment): Generator<HistoryKey | undefined> {
	for (const { containers } of items) for (const { number } of containers ?? []) yield containerKeyOf(number);
}

/** Sum of what is known, NaN where nothing is. */
function sumOfKnown(values: Iterable<number>): number {
	let sum = Number.NaN;
	for (const value of values) if (value > 0) sum = (Number.isNaN(sum) ? 0 : sum) + value;
	return sum;
}

export function traceShipment(
	events: Events,
	coverage: Coverage,
	declaration: Declaration,
	now: number,
): ShipmentTrace {
	const shipment = shipmentOf(declaration);
	const { transportDocuments, invoices, containers, vehicles, reference } = shipment;
	const things = [...containers, ...vehicles];
	const counts =
		declaration.direction === 'import'
			? coverage.get(declaration.borderTransport?.mode ?? 'unknown')
			: undefined;
	const within = withinDirection(declaration);
	let declaredBefore = 0;
	let declaredBeforeMassKg = 0;
	const invoiced = new Set(invoices);
	for (const document of transportDocuments) {
		const before = events.sumByPartner(
			'declaration-of-transport-document',
			within(document),
			now,
			SHIPMENT_DAYS,
			reference,
		);
		declaredBefore = Math.max(declaredBefore, before.count);
		declaredBeforeMassKg += before.sum;
		if (before.count > 0)
			for (const invoice of events.partners(
				'invoice-of-transport-document',
				within(document),
				now,
				SHIPMENT_DAYS,
			))
				invoiced.add(invoice);
	}
	return {
		reported: isReported(events, shipment, now),
		usuallyReported:
			counts === undefined || counts.declared < COVERAGE_LEAST
				? Number.NaN
				: counts.reported / counts.declared,
		moved: things.some((key) => events.has('sighting', key, now, CARRIAGE_DAYS)),
		reportedMassKg: sumOfKnown(
			transportDocuments.map((key) =>
				events.newestAmount('report-of-transport-document', key, now, SHIPMENT_DAYS),
			),
		),
		scannedMassKg: sumOfKnown(things.map((key) => events.newestAmount('scan', key, now, CARRIAGE_DAYS))),
		declaredMassKg: shipment.grossMassKg,
		declaredBefore,
		declaredBeforeMassKg,
		invoices: invoiced.size,
		invoicedBefore: Math.max(
			0,
			...invoices.map(
				(key) => events.partners('declaration-of-invoice', within(key), now, SHIPMENT_DAYS, reference).length,
			),
		),
		sameMassOtherHeading: sameMassOtherHeading(events, declaration, shipment, now),
		...paidFor(events, declaration, shipment, now),
		...otherGoods(events, declaration, shipment, now),
		valueAgainstExport: valueAgainstExport(events, declaration, shipment, now),
	};
}

/** Headings and chapters of the declaration that carriers did not report under any of its documents. */
function otherGoods(
	events: Events,
	{ items }: Declaration,
	{ transportDocuments }: Shipment,
	now: number,
): { otherHeadings: number; otherChapters: number } {
	const headings = new Set<number>();
	for (const document of transportDocuments) {
		const reported = events.partners('goods-of-transport-document', document, now, SHIPMENT_DAYS);
		if (reported.length === 0) return { otherHeadings: 0, otherChapters: 0 };
		for (const heading of reported) headings.add(heading);
	}
	if (headings.size === 0) return { otherHeadings: 0, otherChapters: 0 };
	const chapters = new Set([...headings].map(chapterOf));
	const declared = new Set(items.slice(0, MOST_ITEMS).map(({ hsCode }) => headingOf(hsCode)));
	declared.delete(0);
	const other = [...declared].filter((heading) => !headings.has(heading));
	return {
		otherHeadings: other.length,
		otherChapters: new Set(other.map(chapterOf).filter((chapter) => !chapters.has(chapter))).size,
	};
}

const chapterOf = (heading: number): number => Math.floor((heading - 1) / 100);

function valueAgainstExport(
	events: Events,
	{ direction }: Declaration,
	{ transportDocuments, invoiced }: Shipment,
	now: number,
): number {
	const [document, ...others] = transportDocuments;
	if (direction !== 'import' || document === undefined || others.length > 0) return Number.NaN;
	const exported = events.sumWith(
		'export-of-transport-document',
		document,
		now,
		SHIPMENT_DAYS,
		invoiced.currency,
	);
	return exported.count === 0 ? Number.NaN : invoiced.amount / exported.sum;
}

function sameMassOtherHeading(
	events: Events,
	declaration: Declaration,
	{ sellerKey }: Shipment,
	now: number,
): number {
	if (declaration.direction !== 'export' || sellerKey === 0) return 0;
	let items = 0;
	for (let at = 0; at < declaration.items.length && at < MOST_ITEMS; at++) {
		const item = declaration.items[at]!;
		const key = massKeyOf(sellerKey, item);
		const heading = headingOf(item.hsCode);
		if (key === 0 || heading === 0) continue;
		const headings = events.partners('import-of-mass', key, now, TURNOVER_DAYS);
		if (headings.length > 0 && !headings.includes(heading)) items++;
	}
	return items;
}

/** What suspicion reports say was paid between the declared parties, and who else paid one of them. */
function paidFor(
	events: Events,
	declaration: Declaration,
	{ buyer, seller, buyerKey, sellerKey, value }: Shipment,
	now: number,
): Pick<ShipmentTrace, 'paid' | 'declared' | 'paidByOthers'> {
	const buyers = buyer === undefined ? [] : hashedKeys(partyKeysOf(buyer)).identities;
	const sellers = seller === undefined ? [] : hashedKeys(partyKeysOf(seller)).identities;
	const named = [...buyers, ...sellers].some((key) => events.has('report-of-party', key, now, PAYMENT_DAYS));
	let paid = Number.NaN;
	for (const from of named ? buyers : [])
		for (const to of sellers) {
			const between = events.sumWith('payment-between', pairKey(from, to), now, PAYMENT_DAYS, value.currency);
			// A payment is kept under each name of the two; the fullest account of them counts.
			if (between.count > 0 && !(between.sum <= paid)) paid = between.sum;
		}
	const before = events.sumWith(
		'declared-between',
		pairKey(buyerKey, sellerKey),
		now,
		PAYMENT_DAYS,
		value.currency,
	);
	const home = declaration.direction === 'export' ? sellers : buyers;
	return {
		paid,
		declared: before.sum + value.amount,
		paidByOthers: named ? othersWhoPaid(events, home, [...buyers, ...sellers], now) : 0,
	};
}

function othersWhoPaid(
	events: Events,
	home: readonly number[],
	parties: readonly number[],
	now: number,
): number {
	const others = new Set<number>();
	for (const key of home)
		for (const report of events.partners('report-of-party', key, now, PAYMENT_DAYS).slice(0, MOST_REPORTS))
			for (const party of parties)
				for (const payer of events.partners('payer-in-report', pairKey(party, report), now, PAYMENT_DAYS))
					if (!parties.includes(payer)) others.add(payer);
	return others.size;
}
