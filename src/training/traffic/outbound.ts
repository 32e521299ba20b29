/**
 * Goods that leave home or pass through it: exports, and transit under seal from a port to the land border.
 * In: a day. Out: declarations, gates, seals and positions on the road.
 */
import type { Message, Outbox } from '../model.ts';
import { noisyDeclaration } from '../noise.ts';
import { Random, STREAM } from '../random.ts';
import { VOLUME } from '../rates.ts';
import { companyOf } from '../world/companies.ts';
import { FOREIGN_PORTS, type Gateway, HOME_PORTS, HOME_POSTS, NEIGHBOUR_POSTS } from '../world/gateways.ts';
import { plateNumber } from '../world/identifiers.ts';
import type { World } from '../world/world.ts';
import { type Carriage, DAY_MS, dayFactor, HOUR_MS, MINUTE_MS, workingMinute } from './carriage.ts';
import { type Consignment, consignmentOf, exportGoodsOf } from './consignment.ts';
import { exportDeclaration, transitDeclaration } from './declaration.ts';
import { loneKey, ownIndex, sendEvents } from './goods.ts';
import { gateEvent, plateEvent, sealEvent, trackPositions } from './movements.ts';

/** A lorry or a ship that takes goods out at `from`; not in the list of arrivals of any day. */
export function outboundCarriage(
	random: Random,
	world: World,
	at: number,
	mode: 'sea' | 'road',
	from: Gateway,
	to: Gateway,
): Carriage {
	const vessel = random.pick(world.carriers.vessels);
	const day = Math.floor(at / DAY_MS);
	const base = {
		day,
		index: ownIndex(random.whole(0, 4_998)),
		mode,
		departsAt: at,
		arrivesAt: at + 30 * HOUR_MS,
		from,
		to,
		consignments: 1,
	};
	return mode === 'sea'
		? {
				...base,
				carrier: vessel.line,
				identity: vessel.imo,
				identityType: '10',
				name: vessel.name,
				flag: vessel.flag,
				journey: `${random.whole(100, 999)}S`,
			}
		: {
				...base,
				carrier: { code: 'QSVT', name: 'Svinesund Transport', country: 'NO' },
				identity: plateNumber(random, 'NO'),
				identityType: '30',
				flag: 'NO',
				journey: `T${random.digits(6)}`,
			};
}

export type Transit = {
	consignment: Consignment;
	carriage: Carriage;
	plate: string;
	entry: Gateway;
	exit: Gateway;
	/** When the lorry leaves the port. */
	at: number;
	reference: string;
	source: string;
};

/** A consignment that goes through home under seal. @param salt tells it from the others of the day. */
export function transitOf(world: World, random: Random, day: number, salt: number): Transit {
	const entry = random.weighted(HOME_PORTS.map((each) => [each, each.weight]));
	const exit = random.weighted(HOME_POSTS.map((each) => [each, each.weight]));
	const at = day * DAY_MS + workingMinute(random) * MINUTE_MS;
	const foreign = random.pick(FOREIGN_PORTS);
	const carriage = { ...outboundCarriage(random, world, at - 20 * HOUR_MS, 'sea', foreign, entry), day };
	const consignee = {
		...random.pick(world.companies.traders),
		...companyOf(world.seed, STREAM.transits, day * 1_000 + salt, 'SE'),
	};
	const consignment = {
		...consignmentOf(world, random, carriage, salt, { trader: consignee }),
		key: loneKey(day, 500_000 + salt),
	};
	const broker = random.pickByRank(world.companies.brokers);
	return {
		consignment,
		carriage,
		plate: plateNumber(random, 'NO'),
		entry,
		exit,
		at,
		reference: `T1-${consignment.key}`,
		source: `broker-${String(broker.number + 1).padStart(2, '0')}`,
	};
}

/** The transit declaration, made out by the broker whose name its source bears. */
export function transitMessage(world: World, transit: Transit, plotIds?: readonly string[]): Message {
	const broker =
		world.companies.brokers.find((each) =>
			transit.source.endsWith(String(each.number + 1).padStart(2, '0')),
		) ?? transit.consignment.supplier;
	const at = transit.at - 3 * HOUR_MS;
	const record = transitDeclaration(
		transit.consignment,
		transit.carriage,
		broker,
		transit.exit,
		transit.reference,
		at,
	);
	return {
		at,
		node: 'customs',
		source: transit.source,
		format: 'wco-dec',
		record,
		...(plotIds === undefined ? {} : { plotIds }),
	};
}

function planTransit(world: World, outbox: Outbox, day: number, salt: number): void {
	const random = new Random(world.seed, STREAM.transits, day, salt);
	const transit = transitOf(world, random, day, salt);
	outbox.later(transit.at - 3 * HOUR_MS, () => {
		const message = transitMessage(world, transit);
		outbox.send(
			message.record.kind === 'declaration'
				? { ...message, record: noisyDeclaration(random, message.record) }
				: message,
		);
		const { container } = transit.consignment;
		if (container === undefined) return;
		const track = trackPositions(
			random,
			{ type: 'vehicle', id: transit.plate, country: 'NO' },
			transit.at,
			[transit.entry, transit.exit],
			container.number,
		);
		const arrived = (track.at(-1)?.at ?? transit.at) + 20 * MINUTE_MS;
		sendEvents(outbox, [
			sealEvent(random, container, transit.at - 30 * MINUTE_MS, transit.entry, 'applied'),
			gateEvent(random, container, transit.at, transit.entry, 'out'),
			...track,
			sealEvent(random, container, arrived, transit.exit, 'intact'),
			plateEvent(random, transit.plate, 'NO', arrived, transit.exit, 'out'),
			plateEvent(
				random,
				transit.plate,
				'NO',
				arrived + 4 * MINUTE_MS,
				NEIGHBOUR_POSTS[0] ?? transit.exit,
				'in',
			),
		]);
	});
}

function planExport(world: World, outbox: Outbox, day: number, salt: number): void {
	const random = new Random(world.seed, STREAM.exports, day, salt);
	const exporter = random.pickByRank(world.companies.exporters);
	const at = day * DAY_MS + workingMinute(random) * MINUTE_MS;
	const bySea = random.chance(0.6);
	const from = random.weighted((bySea ? HOME_PORTS : HOME_POSTS).map((each) => [each, each.weight]));
	const consignee = random.pick(exporter.partners);
	outbox.later(at, () => {
		const to = bySea ? random.pick(FOREIGN_PORTS) : (NEIGHBOUR_POSTS[0] ?? from);
		const carriage = outboundCarriage(random, world, at + 20 * HOUR_MS, bySea ? 'sea' : 'road', from, to);
		const goods = consignmentOf(world, random, carriage, salt % 1_000, {
			trader: exporter,
			supplier: exporter,
			goods: exportGoodsOf(random, exporter),
		});
		const consignment = { ...goods, key: loneKey(day, salt) };
		const broker = exporter.broker === undefined ? undefined : world.companies.brokers[exporter.broker];
		outbox.send({
			at,
			node: 'customs',
			source:
				broker === undefined ? 'trader-gateway' : `broker-${String(broker.number + 1).padStart(2, '0')}`,
			format: 'wco-dec',
			record: noisyDeclaration(
				random,
				exportDeclaration(consignment, carriage, exporter, consignee, from, `X-${consignment.key}`, at),
			),
		});
		if (consignment.container !== undefined)
			sendEvents(outbox, [gateEvent(random, consignment.container, at + 6 * HOUR_MS, from, 'in')]);
		if (!bySea)
			sendEvents(outbox, [plateEvent(random, carriage.identity, 'NO', at + 5 * HOUR_MS, from, 'out')]);
	});
}

/** Exports and transits of one day. */
export function planOutbound(world: World, outbox: Outbox, day: number): void {
	const factor = dayFactor(day) * world.scale;
	const random = new Random(world.seed, STREAM.exports, day);
	const exports = random.poisson(VOLUME.exports * factor);
	for (let salt = 0; salt < exports; salt++) planExport(world, outbox, day, salt);
	const transits = random.poisson(VOLUME.transits * factor);
	for (let salt = 0; salt < transits; salt++) planTransit(world, outbox, day, salt);
}
