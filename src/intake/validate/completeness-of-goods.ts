/**
 * What declarations (WCO data model) and cargo reports (SAFE framework, advance cargo data) are expected to state.
 */
import type { CargoReport } from '../../../contract/records/cargo-report.ts';
import type { Party, PartyRole } from '../../../contract/records/common.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import { named, said, type Tally } from './completeness-tally.ts';
import { isTransportDocumentType } from './document-types.ts';

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

export function ofDeclaration(tally: Tally, record: Declaration): void {
	// Amendments and cancellations state only what they change.
	if (
		record.function === 'amendment' ||
		record.function === 'cancellation' ||
		record.function === 'request'
	) {
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

export function ofCargoReport(tally: Tally, record: CargoReport): void {
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
