/**
 * Traffic in goods: every consignment from its export next door over cargo report and import declaration to gate and
 * inspection. In: the carriages of a day and what plots put aboard. Out: messages, each when its time has come.
 * Invariant: all documents about a consignment come from the same consignment, but for noise and what a plot altered.
 */
import type { Declaration } from '../../../contract/records/declaration.ts';
import type { Message, Outbox } from '../model.ts';
import { noisyCargoReport, noisyDeclaration } from '../noise.ts';
import { Random, STREAM } from '../random.ts';
import { INSPECTION, NOISE } from '../rates.ts';
import type { Company } from '../world/companies.ts';
import { NEIGHBOUR } from '../world/gateways.ts';
import type { World } from '../world/world.ts';
import { cargoReport, cargoReportSentAt } from './cargo-report.ts';
import { type Carriage, HOUR_MS, MINUTE_MS } from './carriage.ts';
import { type Consignment, consignmentOf, shortCode, sumOf } from './consignment.ts';
import { exportDeclaration, importDeclaration } from './declaration.ts';
import {
	gateEvent,
	plateEvent,
	scanEvent,
	sealEvent,
	type TimedEvent,
	vesselPositions,
} from './movements.ts';
import { type Found, outcomeOf, SMALL_IRREGULARITIES } from './outcomes.ts';

/** A consignment on board, and what is said about it where that is not the truth. */
export type Shipment = {
	consignment: Consignment;
	/** What the carrier was told; what the broker declares; what was declared for export next door. */
	reported?: Consignment;
	declared?: Consignment;
	exported?: Consignment;
	plotIds?: readonly string[];
	/** What an inspection would find. */
	guilt?: Found;
};

/** Who declares for a trader, and how: brokers send WCO messages, those who declare themselves use the portal. */
export function declarantOf(
	world: World,
	consignment: Consignment,
): { company: Company; source: string; format: 'wco-dec' | 'record-json' } {
	const broker =
		consignment.trader.broker === undefined ? undefined : world.companies.brokers[consignment.trader.broker];
	if (broker !== undefined)
		return {
			company: broker,
			source: `broker-${String(broker.number + 1).padStart(2, '0')}`,
			format: 'wco-dec',
		};
	return consignment.trader.number % 3 === 0
		? { company: consignment.trader, source: 'trader-portal', format: 'record-json' }
		: { company: consignment.trader, source: 'trader-gateway', format: 'wco-dec' };
}

/** The declarant's reference of an import; known before it is sent. */
export const importReference = (world: World, consignment: Consignment): string =>
	`${String(declarantOf(world, consignment).company.number).padStart(4, '0')}-${consignment.key}`;

/** Sends movement events to the node on whose side they were seen. Its sensors share one line. */
export function sendEvents(outbox: Outbox, events: readonly TimedEvent[], plotIds?: readonly string[]): void {
	for (const { at, record } of events) {
		const abroad = record.place?.country === NEIGHBOUR;
		outbox.send({
			at,
			node: abroad ? 'neighbour-customs' : 'customs',
			source: abroad ? 'sensors-se' : 'sensors-no',
			format: 'movement-jsonl',
			record,
			...(plotIds === undefined ? {} : { plotIds }),
		});
	}
}

/** One thing changes: a price, a mass or a description. Home numbers declarations by the declarant's own reference. */
function amended(random: Random, original: Declaration): Declaration {
	const [first, ...others] = original.items;
	if (first === undefined) return original;
	const change = random.pick(['mass', 'price', 'description'] as const);
	const item =
		change === 'mass' && first.grossMassKg !== undefined
			? {
					...first,
					grossMassKg: String(Math.round(Number(first.grossMassKg) * random.between(0.9, 1.1) * 10) / 10),
				}
			: change === 'price' && first.price !== undefined
				? {
						...first,
						price: {
							...first.price,
							amount: String(Math.round(Number(first.price.amount) * random.between(1, 1.2))),
						},
					}
				: { ...first, description: `${first.description ?? 'Goods'}, as per invoice` };
	return {
		...original,
		function: 'amendment',
		registrationNumber: original.reference,
		items: [item, ...others],
		change: { reasonCode: '32', reason: 'corrected after the original was sent' },
	};
}

/** Import declaration with what may come after it: amendment, cancellation, inspection. */
function declareImport(
	world: World,
	outbox: Outbox,
	carriage: Carriage,
	shipment: Shipment,
	random: Random,
): void {
	const declared = shipment.declared ?? shipment.consignment;
	const declarant = declarantOf(world, declared);
	const late = shipment.plotIds === undefined && random.chance(NOISE.late);
	const at =
		carriage.arrivesAt +
		Math.round((random.between(-2, 14) + (late ? random.between(48, 150) : 0)) * HOUR_MS);
	const reference = importReference(world, declared);
	const office = carriage.to.office ?? 'NO010100';
	outbox.later(at, () => {
		const original = noisyDeclaration(
			random,
			importDeclaration(declared, carriage, declarant.company, reference, at),
		);
		const send = (
			sentAt: number,
			record: Message['record'],
			source: string,
			format: Message['format'],
		): void =>
			outbox.send({
				at: sentAt,
				node: 'customs',
				source,
				format,
				record,
				...(shipment.plotIds === undefined ? {} : { plotIds: shipment.plotIds }),
			});
		send(at, original, declarant.source, declarant.format);
		if (shipment.plotIds === undefined && random.chance(NOISE.amended)) {
			const amendedAt = at + random.whole(20, 3_000) * MINUTE_MS;
			send(amendedAt, amended(random, original), declarant.source, declarant.format);
		} else if (shipment.plotIds === undefined && random.chance(NOISE.cancelled)) {
			const cancelledAt = at + random.whole(20, 600) * MINUTE_MS;
			send(
				cancelledAt,
				{
					...original,
					function: 'cancellation',
					registrationNumber: original.reference,
					change: { reasonCode: '1', reason: 'declared in error' },
				},
				declarant.source,
				declarant.format,
			);
		}
		inspect(outbox, random, carriage, shipment, reference, office, at);
	});
}

function inspect(
	outbox: Outbox,
	random: Random,
	carriage: Carriage,
	shipment: Shipment,
	reference: string,
	office: string,
	at: number,
): void {
	const guilty = shipment.guilt !== undefined;
	if (!random.chance(guilty ? INSPECTION.plot : INSPECTION.random)) return;
	const inspectedAt = at + random.whole(40, 2_400) * MINUTE_MS;
	const found = guilty
		? random.chance(INSPECTION.found)
			? shipment.guilt
			: undefined
		: random.chance(INSPECTION.irregularity)
			? random.pick(SMALL_IRREGULARITIES)
			: undefined;
	const inspection = random.pick(['physical', 'physical', 'documents', 'scan'] as const);
	outbox.send({
		at: inspectedAt + random.whole(30, 400) * MINUTE_MS,
		node: 'customs',
		source: `office-${office}`,
		// Offices at the land border keep their inspections in a spreadsheet.
		format: carriage.mode === 'road' ? 'csv' : 'record-json',
		record: outcomeOf(random, { kind: 'declaration', reference }, inspectedAt, office, inspection, found),
		...(shipment.plotIds === undefined ? {} : { plotIds: shipment.plotIds }),
	});
	if (inspection === 'scan') {
		const subject =
			shipment.consignment.container === undefined
				? { type: 'vehicle' as const, id: carriage.identity }
				: { type: 'container' as const, id: shipment.consignment.container.number };
		const grossKg = sumOf(shipment.consignment.lines, (line) => line.grossKg);
		sendEvents(
			outbox,
			[
				scanEvent(
					random,
					subject,
					inspectedAt,
					carriage.to,
					found === undefined ? 'clear' : 'anomaly',
					found?.description,
					grossKg,
				),
			],
			shipment.plotIds,
		);
	}
}

/** Gate and seal of a container, out of the terminal some time after it was discharged. */
function moveContainer(outbox: Outbox, carriage: Carriage, shipment: Shipment, random: Random): void {
	const container = shipment.consignment.container;
	if (container === undefined) return;
	const landed = carriage.arrivesAt + random.whole(60, 600) * MINUTE_MS;
	const out = landed + random.whole(5, 60) * HOUR_MS;
	outbox.later(landed, () => {
		sendEvents(
			outbox,
			[
				gateEvent(random, container, landed, carriage.to, 'in'),
				gateEvent(random, container, out, carriage.to, 'out'),
				...(random.chance(0.3)
					? [sealEvent(random, container, out - 10 * MINUTE_MS, carriage.to, 'intact')]
					: []),
			],
			shipment.plotIds,
		);
	});
}

/** Declaration at the neighbour's customs of what leaves for home. */
function declareExport(outbox: Outbox, carriage: Carriage, shipment: Shipment, random: Random): void {
	const exported = shipment.exported ?? shipment.consignment;
	if (exported.dispatch !== NEIGHBOUR || carriage.from.country !== NEIGHBOUR) return;
	const at = carriage.departsAt - random.whole(15, 150) * MINUTE_MS;
	const reference = `${exported.supplier.identifier.value.slice(-6)}-${exported.key}`;
	const record = exportDeclaration(
		exported,
		carriage,
		exported.supplier,
		exported.trader,
		carriage.from,
		reference,
		at,
	);
	outbox.send({
		at,
		node: 'neighbour-customs',
		source: `exporter-gateway-${exported.supplier.number % 5}`,
		format: 'wco-dec',
		record: noisyDeclaration(random, record),
		...(shipment.plotIds === undefined ? {} : { plotIds: shipment.plotIds }),
	});
}

/** Everything about one carriage. @param aboard what plots have put on it. */
export function planCarriage(
	world: World,
	outbox: Outbox,
	carriage: Carriage,
	aboard: readonly Shipment[],
): void {
	const sentAt = cargoReportSentAt(carriage);
	const startsAt = carriage.mode === 'sea' ? sentAt : Math.min(sentAt, carriage.departsAt - 3 * HOUR_MS);
	outbox.later(startsAt, () => {
		const random = new Random(world.seed, STREAM.movements, carriage.day, carriage.index);
		const honest = Array.from({ length: carriage.consignments }, (_, number): Shipment => {
			const stream = new Random(world.seed, STREAM.consignments, carriage.day, carriage.index, number);
			return { consignment: consignmentOf(world, stream, carriage, number) };
		});
		const shipments = [...honest, ...aboard];
		outbox.later(sentAt, () => {
			const report = cargoReport(
				carriage,
				shipments.map((each) => each.reported ?? each.consignment),
			);
			const stream = new Random(world.seed, STREAM.cargoReports, carriage.day, carriage.index);
			const plotIds = aboard.flatMap((each) => each.plotIds ?? []);
			outbox.send({
				at: sentAt,
				node: 'customs',
				source: `carrier-${carriage.carrier.code}`,
				format: 'cuscar',
				record: noisyCargoReport(stream, report),
				...(plotIds.length === 0 ? {} : { plotIds }),
			});
			if (carriage.mode === 'sea') sendEvents(outbox, vesselPositions(random, carriage));
			if (carriage.mode === 'road')
				sendEvents(outbox, [
					plateEvent(random, carriage.identity, carriage.flag, carriage.arrivesAt, carriage.to, 'in'),
				]);
		});
		shipments.forEach((shipment, number) => {
			const stream = new Random(world.seed, STREAM.declarations, carriage.day, carriage.index, number);
			declareExport(outbox, carriage, shipment, stream);
			declareImport(world, outbox, carriage, shipment, stream);
			moveContainer(outbox, carriage, shipment, stream);
		});
	});
}

/** The carriage of a plot that is its own: not in any day's list. Its index is above all others. */
export const ownIndex = (salt: number): number => 90_000 + (salt % 9_999);

/** A key for goods that travel outside the lists of carriages. */
export const loneKey = (day: number, salt: number): string =>
	shortCode((day % 10_000) * 100_000_000 + 80_000_000 + (salt % 9_999_999), 8);
