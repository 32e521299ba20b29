import { describe, expect, it } from 'vitest';
import { createThrottle } from './throttle.ts';

const fail = (
	throttle: ReturnType<typeof createThrottle>,
	times: number,
	account: string,
	address: string,
) => {
	for (let index = 0; index < times; index++) throttle.failed(account, address, 0);
};

describe('back-off after wrong passwords', () => {
	it('leaves a few tries free, then doubles the wait up to a quarter of an hour', () => {
		const throttle = createThrottle();
		const waits: number[] = [];
		for (let tries = 0; tries < 18; tries++) {
			waits.push(throttle.waitMs('amara', '192.0.2.1', 0));
			throttle.failed('amara', '192.0.2.1', 0);
		}
		expect(waits.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 1_000, 2_000, 4_000, 8_000]);
		expect(waits.at(-1)).toBe(900_000);
		expect(throttle.waitMs('amara', '192.0.2.1', 900_000)).toBe(0);
	});

	it('does not let a stranger lock a colleague out for long', () => {
		const throttle = createThrottle();
		fail(throttle, 1_000, 'amara', '198.51.100.7');
		expect(throttle.waitMs('amara', '192.0.2.1', 0)).toBe(30_000);
		expect(throttle.waitMs('amara', '198.51.100.7', 0)).toBe(900_000);
	});

	it('slows one address that tries many accounts', () => {
		const throttle = createThrottle();
		for (let index = 0; index < 25; index++) throttle.failed(`user${index}`, '198.51.100.7', 0);
		expect(throttle.waitMs('somebody-else', '198.51.100.7', 0)).toBe(16_000);
		expect(throttle.waitMs('somebody-else', '192.0.2.1', 0)).toBe(0);
	});

	it('forgets after an hour, and after a right password', () => {
		const throttle = createThrottle();
		fail(throttle, 8, 'amara', '192.0.2.1');
		throttle.succeeded('amara', '192.0.2.1');
		expect(throttle.waitMs('amara', '192.0.2.1', 0)).toBe(0);
		fail(throttle, 8, 'amara', '192.0.2.1');
		expect(throttle.waitMs('amara', '192.0.2.1', 3_600_001)).toBe(0);
	});

	it('never makes an office wait for its right passwords', () => {
		const throttle = createThrottle();
		for (let index = 0; index < 200; index++) {
			throttle.failed(`user${index}`, '192.0.2.1', 0);
			throttle.succeeded(`user${index}`, '192.0.2.1');
		}
		expect(throttle.waitMs('user0', '192.0.2.1', 0)).toBe(0);
	});
});
