/**
 * What every bus promises, as one suite that runs on each adapter (`bus.test.ts`).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bus, BusMessage, SubscribeOptions } from '../../src/platform/bus/bus.ts';

export type OpenBus = (options: { maxWaiting?: number }) => Promise<Bus>;

const text = (message: { payload: Uint8Array }): string => new TextDecoder().decode(message.payload);

/** Waits until something holds; fails the test where it does not within five seconds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	const end = performance.now() + 5_000;
	while (!(await holds())) {
		if (performance.now() > end) throw new Error('it did not happen in time');
		await pause(5);
	}
}

/** Runs the suite. `open` gives a bus with nothing on it. */
export function busConformance(name: string, open: OpenBus): void {
	describe(`bus: ${name}`, () => {
		const opened: Bus[] = [];
		const openBus: OpenBus = async (options) => {
			const bus = await open(options);
			opened.push(bus);
			return bus;
		};
		afterEach(async () => {
			for (const bus of opened.splice(0)) await bus.close();
		});
		const options = (more: Partial<SubscribeOptions> = {}): SubscribeOptions => ({
			durable: 'worker',
			concurrency: 4,
			maxAttempts: 3,
			backoffMs: [20],
			...more,
		});

		it('delivers what was published before and after the subscription, as bytes and as JSON', async () => {
			const bus = await openBus({});
			const got: BusMessage[] = [];
			await bus.publish('records.new', new Uint8Array([0, 1, 255]), { id: 'first' });
			await bus.subscribe('records.new', options(), async (message) => {
				got.push(message);
			});
			await bus.publish('records.new', { submission: 'ä', numbers: [1, null] });
			await until(() => got.length === 2);
			const first = got.find((message) => message.id === 'first');
			expect(first).toMatchObject({ subject: 'records.new', attempt: 1 });
			expect([...(first?.payload ?? [])]).toEqual([0, 1, 255]);
			const second = got.find((message) => message.id !== 'first');
			expect(JSON.parse(text(second ?? { payload: new Uint8Array() }))).toEqual({
				submission: 'ä',
				numbers: [1, null],
			});
		});

		it('delivers again after a failure, not before the back-off is over', async () => {
			const bus = await openBus({});
			const at: number[] = [];
			const attempts: number[] = [];
			await bus.subscribe('work', options({ backoffMs: [120, 10] }), async (message) => {
				at.push(performance.now());
				attempts.push(message.attempt);
				if (message.attempt < 3) throw new Error('not yet');
			});
			await bus.publish('work', 'x');
			await until(() => attempts.length === 3);
			expect(attempts).toEqual([1, 2, 3]);
			expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(100);
			expect(await bus.deadLetters()).toEqual([]);
		});

		it('handles every message or sets it aside, whatever fails how often', async () => {
			const bus = await openBus({});
			const handled = new Map<string, number>();
			await bus.subscribe('work', options(), async (message) => {
				const failures = Number(text(message));
				if (message.attempt <= failures) throw new Error(`failure ${message.attempt} of ${failures}`);
				handled.set(message.id, message.attempt);
			});
			const wanted = Array.from({ length: 40 }, (_, index) => index % 5);
			for (const [index, failures] of wanted.entries())
				await bus.publish('work', failures, { id: `m${index}` });
			const good = wanted.filter((failures) => failures < 3).length;
			await until(
				async () => handled.size === good && (await bus.deadLetters()).length === wanted.length - good,
			);
			for (const [id, attempt] of handled) expect(attempt).toBe((wanted[Number(id.slice(1))] ?? 0) + 1);
			for (const letter of await bus.deadLetters()) {
				expect(wanted[Number(letter.id.slice(1))]).toBeGreaterThanOrEqual(3);
				expect(letter).toMatchObject({
					subject: 'work',
					attempts: 3,
					reason: expect.stringContaining('Error: failure 3'),
				});
			}
			expect(await bus.deadLetters(1)).toHaveLength(1);
		});

		it('keeps a message once that is published twice', async () => {
			const bus = await openBus({});
			const got: string[] = [];
			for (const body of ['a', 'b', 'a', 'a']) await bus.publish('work', body, { id: body });
			await bus.subscribe('work', options(), async (message) => {
				got.push(message.id);
			});
			await bus.publish('work', 'b', { id: 'b' });
			await bus.publish('work', 'c', { id: 'c' });
			await until(() => got.includes('c'));
			await pause(50);
			expect(got.sort()).toEqual(['a', 'b', 'c']);
		});

		it('handles as many at a time as it was told, and no more', async () => {
			const bus = await openBus({});
			let now = 0;
			let most = 0;
			let done = 0;
			for (let index = 0; index < 12; index++) await bus.publish('work', index);
			await bus.subscribe('work', options({ concurrency: 3 }), async () => {
				now++;
				most = Math.max(most, now);
				await pause(30);
				now--;
				done++;
			});
			await until(() => done === 12);
			expect(most).toBe(3);
		});

		it('shares the work among those of one durable name', async () => {
			const bus = await openBus({});
			const counts = [0, 0];
			const got = new Set<string>();
			for (const worker of [0, 1]) {
				await bus.subscribe('work', options({ concurrency: 1 }), async (message) => {
					counts[worker] = (counts[worker] ?? 0) + 1;
					got.add(message.id);
					await pause(5);
				});
			}
			for (let index = 0; index < 30; index++) await bus.publish('work', index, { id: `m${index}` });
			await until(() => got.size === 30);
			expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(30);
			expect(Math.min(...counts)).toBeGreaterThan(0);
			await expect(
				bus.subscribe('work', options({ durable: 'other' }), async () => {}),
			).rejects.toMatchObject({
				code: 'conflict',
			});
		});

		it('does not deliver again what is still being handled', async () => {
			const bus = await openBus({});
			let deliveries = 0;
			let done = false;
			await bus.subscribe('work', options({ acknowledgeWithinMs: 300 }), async () => {
				deliveries++;
				await pause(1_000);
				done = true;
			});
			await bus.publish('work', 'slow');
			await until(() => done);
			await pause(50);
			expect(deliveries).toBe(1);
		});

		it('gives the work of a closed subscription to the next, and finishes what is in hand', async () => {
			const bus = await openBus({});
			const finished: string[] = [];
			let started = 0;
			const slow = await bus.subscribe('work', options({ concurrency: 1 }), async (message) => {
				started++;
				await pause(80);
				finished.push(message.id);
			});
			for (let index = 0; index < 4; index++) await bus.publish('work', index, { id: `m${index}` });
			await until(() => started === 1);
			await slow.close();
			const before = finished.length;
			expect(before).toBe(started);
			await pause(100);
			expect(finished).toHaveLength(before);
			await bus.subscribe('work', options(), async (message) => {
				finished.push(message.id);
			});
			await until(() => finished.length === 4);
			expect(finished.sort()).toEqual(['m0', 'm1', 'm2', 'm3']);
		});

		it('drains when it closes, and takes nothing afterwards', async () => {
			const bus = await openBus({});
			let started = 0;
			let finished = 0;
			await bus.subscribe('work', options({ concurrency: 2 }), async () => {
				started++;
				await pause(60);
				finished++;
			});
			await bus.publish('work', 1);
			await bus.publish('work', 2);
			await until(() => started === 2);
			await bus.close();
			expect(finished).toBe(2);
			await expect(bus.publish('work', 3)).rejects.toMatchObject({ code: 'stopping' });
			await expect(bus.subscribe('work', options(), async () => {})).rejects.toMatchObject({
				code: 'stopping',
			});
		});

		it('keeps subjects apart and refuses what is none', async () => {
			const bus = await openBus({});
			const got: string[] = [];
			for (const subject of ['a.b', 'a.c']) {
				await bus.subscribe(subject, options(), async (message) => {
					got.push(`${subject} ${message.subject}`);
				});
			}
			await bus.publish('a.c', 1);
			await bus.publish('a.b', 1);
			await until(() => got.length === 2);
			expect(got.sort()).toEqual(['a.b a.b', 'a.c a.c']);
			for (const subject of ['', 'a b', 'a.*', '>', 'a..b', 'a\n']) {
				await expect(bus.publish(subject, 1)).rejects.toMatchObject({ code: 'usage' });
			}
			await expect(bus.subscribe('x', options({ concurrency: 0 }), async () => {})).rejects.toMatchObject({
				code: 'usage',
			});
		});

		it('says that it is busy rather than hold more than it may', async () => {
			const bus = await openBus({ maxWaiting: 3 });
			for (let index = 0; index < 3; index++) await bus.publish('work', index);
			await expect(bus.publish('work', 4)).rejects.toMatchObject({ code: 'busy' });
			let done = 0;
			await bus.subscribe('work', options(), async () => {
				done++;
			});
			await until(() => done === 3);
			await until(async () =>
				bus.publish('work', 5).then(
					() => true,
					() => false,
				),
			);
			await until(() => done === 4);
		});
	});
}
