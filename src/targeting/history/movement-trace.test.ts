import { describe, expect, it } from 'vitest';
import type { MovementEvent } from '../../../contract/records/movement-event.ts';
import { openHistory } from './history.ts';
import { HOUR_MS, importOf, movementOf, START_MS, seenAt } from './made-records.fixture.ts';

const CONTAINER = 'MSCU1234566';
const MINUTE_MS = 60_000;

const at = (unlocode: string, latitude: number, longitude: number): Partial<MovementEvent> => ({
	place: { unlocode, latitude, longitude },
});
const OSLO = at('NOOSL', 59.91, 10.75);
const BERGEN = at('NOBGO', 60.39, 5.32);

const positionOf = (plate: string, atMs: number, latitude: number, longitude: number): MovementEvent =>
	movementOf('', atMs, '', {
		type: 'position',
		reference: `${plate}-${atMs}`,
		subject: { type: 'vehicle', id: plate },
		place: { latitude, longitude },
	});

describe('what is known when something is seen', () => {
	it('is the way from the last sighting, and asking changes nothing', () => {
		const history = openHistory();
		history.see(seenAt(movementOf(CONTAINER, START_MS, 'NOOSL', OSLO), START_MS));
		const later = START_MS + 30 * MINUTE_MS;
		const event = movementOf(CONTAINER, later, 'NOBGO', BERGEN);
		history.turnTo(event, later);
		const trace = history.movement(event);
		expect(trace.hoursSince).toBe(0.5);
		expect(trace.speedKmh).toBeGreaterThan(500);
		expect(trace.declarations).toBe(0);
		expect(trace.declaredMassKg).toBeNaN();
		expect(trace.inTransit).toBe(false);
		expect(history.movement(event)).toEqual(trace);
		expect(history.route(`container:${CONTAINER}`).places).toEqual(['NOOSL']);
	});

	it('says nothing of what was never seen', () => {
		const event = movementOf(CONTAINER, START_MS, 'NOOSL', OSLO);
		expect(openHistory().movement(event)).toMatchObject({
			hoursSince: Number.NaN,
			speedKmh: Number.NaN,
			strayMinutes: Number.NaN,
			inTransit: false,
		});
	});

	it('knows the declared mass, shared among the containers of a declaration, and transits', () => {
		const history = openHistory();
		history.see(
			seenAt(importOf('A', { containers: [CONTAINER, 'MSCU1234571'], grossMassKg: '20000' }), START_MS),
		);
		const event = movementOf(CONTAINER, START_MS + HOUR_MS, 'NOOSL', OSLO);
		history.turnTo(event, START_MS + HOUR_MS);
		expect(history.movement(event)).toMatchObject({
			declarations: 1,
			declaredMassKg: 10_000,
			inTransit: false,
		});
		history.see(
			seenAt(importOf('T', { direction: 'transit', containers: [CONTAINER], grossMassKg: '500' }), START_MS),
		);
		expect(history.movement(event)).toMatchObject({
			declarations: 2,
			declaredMassKg: 10_500,
			inTransit: true,
		});
	});

	it('counts minutes where nobody else goes, once the usual ways are known', () => {
		const history = openHistory();
		let minute = 0;
		for (let lorry = 0; lorry < 120; lorry++)
			for (let step = 0; step < 4; step++) {
				const atMs = START_MS + minute++ * MINUTE_MS;
				history.see(seenAt(positionOf(`AB${10_000 + lorry}`, atMs, 59.9 - step * 0.1, 10.75), atMs));
			}
		const from = START_MS + minute * MINUTE_MS;
		const strayed = (north: number): number => {
			const plate = north > 0 ? 'CD12345' : 'EF12345';
			for (let step = 0; step < 4; step++) {
				const atMs = from + step * 15 * MINUTE_MS;
				history.see(seenAt(positionOf(plate, atMs, 59.9 + step * north, 10.75), atMs));
			}
			const last = positionOf(plate, from + HOUR_MS, 59.9 + 4 * north, 10.75);
			history.turnTo(last, from + HOUR_MS);
			return history.movement(last).strayMinutes;
		};
		expect(strayed(-0.1)).toBe(0);
		expect(strayed(0.3)).toBe(60);
		const kept = openHistory(history.save());
		const last = positionOf('CD12345', from + HOUR_MS, 61.1, 10.75);
		kept?.turnTo(last, from + HOUR_MS);
		expect(kept?.movement(last)).toEqual(history.movement(last));
		expect(kept?.movement(last)).toMatchObject({ strayMinutes: 60, strayMinutesBefore: 45 });
	});
});
