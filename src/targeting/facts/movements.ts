/**
 * Facts about movement events: what a sensor or an officer saw, and what it means for the way, the declared mass and the
 * transit of the container or vehicle. No person: where the event is about one, only that it is.
 */
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import type { HistoryKey, MovementTrace } from '../knowledge.ts';
import { placeCountry } from './cargo-reports.ts';
import { movementKeysOf } from './carriers.ts';
import type { FactContext } from './fact-context.ts';
import { decimal, factKind, flag, number, text } from './fact-table.ts';
import { instantOf } from './times.ts';
import { UnitSource } from './unit-source.ts';

/** A movement event; what history knows is looked up once, when the first fact of it is asked for. */
export class MovementSource extends UnitSource {
	readonly record: MovementEvent;
	readonly context: FactContext;
	#trace: MovementTrace | undefined;
	#keys: readonly HistoryKey[] | undefined;

	constructor(record: MovementEvent, context: FactContext) {
		super();
		this.record = record;
		this.context = context;
	}

	/** undefined where nobody keeps journeys. */
	get trace(): MovementTrace | undefined {
		this.#trace ??= this.context.knowledge.history.movement?.(this.record);
		return this.#trace;
	}

	get container(): string | undefined {
		const { subject, container, seal } = this.record;
		return container ?? seal?.container ?? (subject.type === 'container' ? subject.id : undefined);
	}

	get vehicle(): string | undefined {
		const { subject, plate } = this.record;
		return plate?.text ?? (subject.type === 'vehicle' ? subject.id : undefined);
	}

	/** In words, for a sentence. */
	get thing(): string {
		const { container, vehicle, record } = this;
		if (container !== undefined) return `container ${container}`;
		if (vehicle !== undefined) return `vehicle ${vehicle}`;
		const { type, id } = record.subject;
		return type === 'person' ? 'person' : `${type} ${id}`;
	}

	override carrierKeys(): readonly HistoryKey[] {
		this.#keys ??= movementKeysOf(this.record);
		return this.#keys;
	}
}

export const movementKind = factKind<MovementSource>('Movement', {
	type: text('position, seal, gate, plate or scan', ({ record }) => record.type),
	subject: text('what was seen: container, vehicle, vessel, seal …', ({ record }) => record.subject.type),
	thing: text('its container, else its vehicle, else what was seen, in words', ({ thing }) => thing),
	container: text('number of the container', ({ container }) => container),
	vehicle: text('plate of the vehicle', ({ vehicle }) => vehicle),
	sensor: text('sensor or system that saw it', ({ record }) => record.source),
	place: text(
		'name, UN/LOCODE or facility of the place',
		({ record }) => record.place?.name ?? record.place?.unlocode ?? record.place?.facility,
	),
	country: text('country of the place', ({ record }) => placeCountry(record.place)),
	direction: text('of a gate: in or out', ({ record }) => record.direction),
	speedKmh: number('speed that the sensor told', ({ record }) => record.speedKmh),
	seal: text('number of the seal', ({ record }) => record.seal?.number),
	sealState: text(
		'applied, intact, broken, removed, replaced or tampered',
		({ record }) => record.seal?.state,
	),
	scanResult: text('clear, anomaly or inconclusive', ({ record }) => record.scan?.result),
	scannedMassKg: decimal('mass that the scanner weighed', ({ record }) => record.scan?.grossMassKg),
	plateConfidence: number(
		'how sure the reader of the plate was, 0 to 1',
		({ record }) => record.plate?.confidence,
	),
	hoursOld: number(
		'hours from the event to its receipt',
		({ record, context }) => (context.nowMs - instantOf(record.at)) / 3_600_000,
	),
	hoursSince: number('hours since it was last seen anywhere', ({ trace }) => trace?.hoursSince),
	speedBetweenKmh: number(
		'speed that the way from the last sighting asks for; unknown under 20 km',
		({ trace }) => trace?.speedKmh,
	),
	loops: number('times that it came back to a place, on this journey', ({ trace }) => trace?.loops ?? 0),
	backtrackKm: number(
		'kilometres back towards where it came from, on this journey',
		({ trace }) => trace?.backtrackKm,
	),
	strayMinutes: number(
		'minutes by land, on this journey, where fewer than one in a hundred others were',
		({ trace }) => trace?.strayMinutes,
	),
	strayMinutesBefore: number('the same without this event', ({ trace }) => trace?.strayMinutesBefore),
	dwellHours: number('hours since the stage before', ({ trace }) => trace?.dwell.hours),
	dwellHigh: number(
		'upper fence of what is usual between these stages there',
		({ trace }) => trace?.dwell.usual.high,
	),
	dwellCount: number('journeys that this rests on', ({ trace }) => trace?.dwell.usual.count),
	declarations: number(
		'declarations of its container within 45 days, in any direction',
		({ trace }) => trace?.declarations,
	),
	declaredMassKg: number(
		'gross mass that these declare for the container',
		({ trace }) => trace?.declaredMassKg,
	),
	reportedMassKg: number('gross mass that the carrier reported for it', ({ trace }) => trace?.reportedMassKg),
	inTransit: flag('a transit declaration names the container or vehicle', ({ trace }) => trace?.inTransit),
});
