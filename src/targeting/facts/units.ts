/**
 * A record in, its units out: what rules look at, one by one, with the variables of their conditions. Nothing is looked up
 * before a condition asks for it. Outcomes have no units.
 */
import type { PartyRole } from '../../../contract/records/common.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { RuleSubject } from '../../../contract/rules.ts';
import { BookingSource, bookingKind } from './bookings.ts';
import { CargoReportSource, ConsignmentSource, cargoReportKind, consignmentKind } from './cargo-reports.ts';
import { DeclarationSource, declarationKind, ItemSource, itemKind } from './declarations.ts';
import type { FactContext, RecordUnit, Subject } from './fact-context.ts';
import { CashSource, cashKind, SuspicionSource, suspicionKind } from './money.ts';
import { MovementSource, movementKind } from './movements.ts';
import { PartySource, partyKind, traderKind } from './parties.ts';
import { ListSource, listKind, TravellerSource, travellerKind } from './passenger-lists.ts';
import { ShipmentSource, shipmentKind } from './shipments.ts';

type Variables = RecordUnit['variables'];

const unit = (
	subject: RuleSubject,
	place: string,
	record: BorderRecord,
	about: Subject,
	variables: Variables,
): RecordUnit => ({ subject, place, record, about, variables });

/** Everything in a record that rules look at: the record as a whole first, then its parts in their order. */
export function unitsOf(record: BorderRecord, context: FactContext): RecordUnit[] {
	switch (record.kind) {
		case 'declaration':
			return declarationUnits(new DeclarationSource(record, context));
		case 'cargo-report':
			return reportUnits(new CargoReportSource(record, context));
		case 'passenger-list':
			return listUnits(new ListSource(record, context));
		case 'booking': {
			const source = new BookingSource(record, context);
			return [unit('booking', '', record, source, { booking: bookingKind.of(source) })];
		}
		case 'cash-declaration': {
			const source = new CashSource(record, context);
			return [unit('cash-declaration', '', record, source, { cash: cashKind.of(source) })];
		}
		case 'suspicion-report': {
			const source = new SuspicionSource(record, context);
			return [unit('suspicion-report', '', record, source, { suspicion: suspicionKind.of(source) })];
		}
		case 'movement-event': {
			const source = new MovementSource(record, context);
			return [unit('movement-event', '', record, source, { movement: movementKind.of(source) })];
		}
		default:
			return [];
	}
}

function declarationUnits(source: DeclarationSource): RecordUnit[] {
	const { record, context } = source;
	const party = (...roles: readonly PartyRole[]): object =>
		partyKind.of(new PartySource(source.party(roles), context));
	const shared = {
		declaration: declarationKind.of(source),
		shipment: shipmentKind.of(new ShipmentSource(source)),
		importer: traderKind.of(source.trader('importer')),
		exporter: traderKind.of(source.trader('exporter')),
		declarant: traderKind.of(source.trader('declarant')),
		seller: traderKind.of(source.trader('seller')),
		carrier: party('carrier', 'freight-forwarder'),
		payer: party('payer', 'buyer'),
		consignee: party('consignee'),
	};
	const units = [unit('declaration', '', record, source, shared)];
	for (const [index, item] of record.items.entries()) {
		const about = new ItemSource(source, item, index);
		const own =
			item.parties === undefined
				? shared
				: {
						...shared,
						importer: traderKind.of(source.trader('importer', index)),
						exporter: traderKind.of(source.trader('exporter', index)),
						seller: traderKind.of(source.trader('seller', index)),
					};
		units.push(unit('goods-item', `items[${index}]`, record, about, { ...own, item: itemKind.of(about) }));
	}
	return units;
}

function reportUnits(source: CargoReportSource): RecordUnit[] {
	const { record, context } = source;
	const carrier = record.parties?.find(({ role }) => role === 'carrier');
	const shared = {
		report: cargoReportKind.of(source),
		carrier: partyKind.of(new PartySource(carrier, context)),
	};
	const units = [unit('cargo-report', '', record, source, shared)];
	for (const [index, consignment] of record.consignments.entries()) {
		const about = new ConsignmentSource(source, consignment);
		const party = (...roles: readonly PartyRole[]): object =>
			partyKind.of(new PartySource(about.party(...roles), context));
		units.push(
			unit('consignment', `consignments[${index}]`, record, about, {
				...shared,
				consignment: consignmentKind.of(about),
				consignee: party('consignee', 'importer', 'buyer'),
				consignor: party('consignor', 'exporter', 'seller'),
				notify: party('notify'),
			}),
		);
	}
	return units;
}

function listUnits(source: ListSource): RecordUnit[] {
	const { record } = source;
	const passengerList = listKind.of(source);
	const units = [unit('passenger-list', '', record, source, { passengerList })];
	for (const [index, each] of record.travellers.entries()) {
		const about = new TravellerSource(source, each);
		units.push(
			unit('traveller', `travellers[${index}]`, record, about, {
				passengerList,
				traveller: travellerKind.of(about),
			}),
		);
	}
	return units;
}
