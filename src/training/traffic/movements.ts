/**
 * What sensors see: positions of ships and sealed lorries, gates of terminals, seals, plates at the border, scans.
 * In: who moves, where and when. Out: movement events, numbered by their source.
 */
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import type { Random } from '../random.ts';
import type { Gateway } from '../world/gateways.ts';
import { type Carriage, HOUR_MS, MINUTE_MS } from './carriage.ts';
import { type Container, shortCode } from './consignment.ts';
import { instant } from './declaration.ts';

type Position = { latitude: number; longitude: number };
const degrees = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Numbers events of one source: no two get the same reference, whatever their order. */
function eventReference(source: string, at: number, salt: number): string {
	return `${source}-${shortCode(Math.floor(at / 1_000), 7)}${shortCode(salt % 1_500_000, 4)}`;
}

type Sighting = Omit<MovementEvent, 'kind' | 'reference' | 'at' | 'source'>;

export const movement = (source: string, at: number, salt: number, sighting: Sighting): MovementEvent => ({
	kind: 'movement-event',
	reference: eventReference(source, at, salt),
	at: instant(at),
	source,
	...sighting,
});

export type TimedEvent = { at: number; record: MovementEvent };

const placeOf = (gateway: Gateway) => ({
	unlocode: gateway.unlocode,
	country: gateway.country,
	latitude: gateway.latitude,
	longitude: gateway.longitude,
});

/** The ship on its way in: a few positions of the last day. */
export function vesselPositions(random: Random, carriage: Carriage): TimedEvent[] {
	const south = 55.5;
	return [20, 12, 5, 1].map((hours, index) => {
		const at = carriage.arrivesAt - hours * HOUR_MS;
		const share = 1 - hours / 22;
		return {
			at,
			record: movement('AIS-NO', at, carriage.index * 40 + index, {
				type: 'position',
				subject: { type: 'vessel', id: carriage.identity },
				place: {
					latitude: degrees(south + (carriage.to.latitude - south) * share + random.between(-0.05, 0.05)),
					longitude: degrees(7 + (carriage.to.longitude - 7) * share + random.between(-0.05, 0.05)),
				},
				speedKmh: Math.round(random.between(18, 34)),
				headingDegrees: random.whole(0, 359),
			}),
		};
	});
}

/** A container through the gate of its terminal. */
export function gateEvent(
	random: Random,
	container: Container,
	at: number,
	where: Gateway,
	direction: 'in' | 'out',
): TimedEvent {
	return {
		at,
		record: movement(`GATE-${where.unlocode}`, at, random.whole(0, 1_400_000), {
			type: 'gate',
			subject: { type: 'container', id: container.number },
			place: placeOf(where),
			direction,
			container: container.number,
		}),
	};
}

/** Somebody looks at a seal. */
export function sealEvent(
	random: Random,
	container: Container,
	at: number,
	where: Gateway,
	state: 'applied' | 'intact' | 'broken' | 'replaced' | 'tampered',
	number: string = container.seal,
): TimedEvent {
	return {
		at,
		record: movement(`SEAL-${where.unlocode}`, at, random.whole(0, 1_400_000), {
			type: 'seal',
			subject: { type: 'seal', id: number },
			place: placeOf(where),
			seal: { number, state, container: container.number },
			container: container.number,
		}),
	};
}

/** A camera reads the plate of a lorry or a car. */
export function plateEvent(
	random: Random,
	plate: string,
	country: string,
	at: number,
	where: Gateway,
	direction: 'in' | 'out',
): TimedEvent {
	return {
		at,
		record: movement(`ANPR-${where.unlocode}`, at, random.whole(0, 1_400_000), {
			type: 'plate',
			subject: { type: 'vehicle', id: plate, country },
			place: placeOf(where),
			direction,
			plate: { text: plate, country, confidence: Math.round(random.between(0.86, 0.995) * 1_000) / 1_000 },
		}),
	};
}

/** A scanner looks into a container or a lorry. */
export function scanEvent(
	random: Random,
	subject: MovementEvent['subject'],
	at: number,
	where: Gateway,
	result: 'clear' | 'anomaly' | 'inconclusive',
	remark: string | undefined,
	grossKg: number,
): TimedEvent {
	return {
		at,
		record: movement(`SCAN-${where.unlocode}`, at, random.whole(0, 1_400_000), {
			type: 'scan',
			subject,
			place: placeOf(where),
			scan: { result, ...(remark === undefined ? {} : { remark }), grossMassKg: String(Math.round(grossKg)) },
		}),
	};
}

/** A sealed lorry on the road, a position every quarter of an hour at some 70 km/h, `via` the places given. */
export function trackPositions(
	random: Random,
	subject: MovementEvent['subject'],
	startsAt: number,
	via: readonly Position[],
	container: string | undefined,
	hoursForLeg = 2,
): TimedEvent[] {
	const events: TimedEvent[] = [];
	const steps = Math.round(hoursForLeg * 4);
	let at = startsAt;
	via.slice(1).forEach((to, index) => {
		const from = via[index] ?? to;
		for (let step = 0; step < steps; step++) {
			const share = step / steps;
			events.push({
				at,
				record: movement('TRACK', at, random.whole(0, 1_400_000), {
					type: 'position',
					subject,
					place: {
						latitude: degrees(
							from.latitude + (to.latitude - from.latitude) * share + random.between(-0.01, 0.01),
						),
						longitude: degrees(
							from.longitude + (to.longitude - from.longitude) * share + random.between(-0.01, 0.01),
						),
					},
					speedKmh: Math.round(random.between(55, 85)),
					...(container === undefined ? {} : { container }),
				}),
			});
			at += 15 * MINUTE_MS;
		}
	});
	return events;
}
