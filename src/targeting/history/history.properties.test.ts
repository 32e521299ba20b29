import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BorderRecord } from '../../../contract/records/record.ts';
import { partyKeysOf, reportedPersonKeysOf } from '../facts/keys.ts';
import { Chains, MOST_ENTRIES } from './chains.ts';
import { openHistory } from './history.ts';
import { EVENT_KINDS } from './kinds.ts';
import {
	bill,
	bookingOf,
	cashOf,
	entity,
	firm,
	HOUR_MS,
	importOf,
	listOf,
	movementOf,
	personOf,
	reportOf,
	START_MS,
	seenAt,
	suspicionOf,
	transactionOf,
	traveller,
} from './made-records.fixture.ts';
import type { History, SeenRecord } from './model.ts';

const few = fc.integer({ min: 0, max: 4 });
const NAMES = ['ANA SILVA', 'RUI COSTA', 'EVA LOPES', 'IVAN PETROV', 'LI WEI'];
const PORTS = ['NOOSL', 'NOBGO', 'SEGOT', 'DEHAM', 'NLRTM'];
const container = (number: number): string => `TWQU10000${number}`;
const importer = (number: number) =>
	firm('importer', `NO90000000${number}`, {
		address: { lines: [`Street ${number % 2}`], postcode: '0150', country: 'NO' },
		contacts: [{ kind: 'phone', value: `+4722334${number % 3}55` }],
	});

const records: fc.Arbitrary<BorderRecord> = fc.oneof(
	fc
		.record({ a: few, b: few, c: few, way: fc.constantFrom('import', 'export', 'transit') })
		.map(({ a, b, c, way }) =>
			importOf(`D${a}${b}${c}`, {
				...bill(`BILL${a}${b}`),
				direction: way as 'import',
				parties: [importer(a), firm('exporter', `SE550000000${b}`)],
				documents: [{ type: '380', number: `INV${c}` }],
				containers: [container(c)],
				borderTransport: { mode: 'sea' },
			}),
		),
	fc
		.tuple(few, few)
		.map(([a, b]) =>
			reportOf(`R${a}`, [
				{ transportDocument: `BILL${a}${b}`, grossMassKg: '100', items: [{ number: 1, hsCode: '610910' }] },
			]),
		),
	fc
		.tuple(few, few)
		.map(([a, b]) =>
			listOf(`QX${b}`, [
				traveller(NAMES[a]!, `199${a}-01-01`, `AB12345${b}0`, { bookingReference: `LOCX0${b}` }),
			]),
		),
	few.map((a) => bookingOf(`LOCX0${a}`, { contacts: [{ kind: 'phone', value: `+4790011${a % 2}00` }] })),
	fc.tuple(few, few).map(([a, b]) => cashOf(`C${b}`, personOf(NAMES[a]!, `199${a}-01-01`), 1_000 * b)),
	fc
		.tuple(few, few)
		.map(([a, b]) =>
			suspicionOf(`1200/${a}${b}`, [
				transactionOf(100 * a, entity('from', `90000000${a}`, 'NO'), entity('to', `550000000${b}`, 'SE')),
			]),
		),
	fc.tuple(few, few, fc.constantFrom('in', 'out')).map(([a, b, direction]) =>
		movementOf(container(a), START_MS + b * HOUR_MS, PORTS[b]!, {
			direction: direction as 'in',
			place: { unlocode: PORTS[b]!, latitude: 50 + b, longitude: 5 + a },
		}),
	),
);

const seen: fc.Arbitrary<SeenRecord[]> = fc
	.array(fc.tuple(records, fc.integer({ min: 0, max: 30 })), { maxLength: 60 })
	.map((all) => {
		let atMs = START_MS;
		return all.map(([record, hours]) => {
			atMs += hours * HOUR_MS;
			return seenAt(record, atMs);
		});
	});

/** Everything that can be asked of the small world of these records. */
function answersOf(history: History): unknown {
	const keys = [
		...[0, 1, 2, 3, 4].flatMap((at) => partyKeysOf(importer(at))),
		...NAMES.flatMap((name, at) => reportedPersonKeysOf(personOf(name, `199${at}-01-01`))),
		...[0, 1, 2, 3, 4].flatMap((at) => [
			`container:${container(at)}`,
			`transport-document:BILL${at}1`,
			`booking:LOCX0${at}`,
			`document:AB12345${at}0/PT`,
		]),
	];
	return [
		keys.map((key) =>
			EVENT_KINDS.map(({ name }) => [
				history.count(name, key, 7),
				history.sum(name, key, 20),
				history.distinct(name, key, 20),
				history.daysSince(name, key),
			]),
		),
		keys.map((key) => [
			history.hops([key], 2),
			history.suspected([key]),
			history.around('cash-by-person', [key], 20),
			history.dwell(key),
			history.route(key),
			history.sightings(key, 20),
		]),
		[0, 1, 2].map((at) =>
			history.shipment(importOf('Z', { ...bill(`BILL${at}1`), parties: [importer(at)] })),
		),
	];
}

describe('history', () => {
	it('answers after a snapshot as it did before, and goes on alike', () => {
		fc.assert(
			fc.property(seen, seen, (before, after) => {
				const history = openHistory();
				for (const each of before) history.see(each);
				const again = openHistory(history.save());
				expect(again).toBeDefined();
				expect(answersOf(again!)).toEqual(answersOf(history));
				for (const each of after) {
					history.see(each);
					again!.see(each);
				}
				expect(answersOf(again!)).toEqual(answersOf(history));
			}),
			{ numRuns: 15, seed: 4 },
		);
	}, 20_000);

	it('is not changed by being asked, and does not know what it has not seen', () => {
		fc.assert(
			fc.property(seen, (all) => {
				const asked = openHistory();
				const silent = openHistory();
				for (const each of all) {
					asked.turnTo(each.record, each.atMs);
					answersOf(asked);
					asked.see(each);
					silent.see(each);
				}
				expect(answersOf(asked)).toEqual(answersOf(silent));
			}),
			{ numRuns: 8, seed: 4 },
		);
	}, 20_000);

	it('takes whatever stands in a text', () => {
		const odd = fc.oneof(
			fc.string({ maxLength: 30 }),
			fc.constantFrom('', '-', '1e999', '2026-99-99T99:99', '__proto__'),
		);
		const spoil = (value: unknown, text: string): unknown => {
			if (typeof value === 'string') return value.length % 3 === text.length % 3 ? text : value;
			if (Array.isArray(value)) return value.map((each: unknown) => spoil(each, text));
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(
				Object.entries(value).map(([key, each]) => [key, key === 'kind' ? each : spoil(each, text)]),
			);
		};
		fc.assert(
			fc.property(seen, odd, (all, text) => {
				const history = openHistory();
				for (const each of all) {
					// Not of the schema any more: that is the point.
					const record = spoil(each.record, text) as BorderRecord;
					history.turnTo(record, each.atMs);
					history.see({ ...each, record, hits: ['UN'] });
					history.learn({ ...each, record }, true);
					if (record.kind === 'declaration') history.shipment(record);
				}
				expect(openHistory(history.save())).toBeDefined();
			}),
			{ numRuns: 25, seed: 4 },
		);
	});

	it('forgets the oldest first, and stays within its limits', () => {
		const history = openHistory(undefined, { events: 256, links: 64, journeys: 4, interest: 4, reported: 4 });
		for (let at = 0; at < 400; at++) {
			history.see(seenAt(cashOf(`C${at}`, personOf(`PERSON ${at}`, '1990-01-01'), 10), START_MS));
			history.see(seenAt(movementOf(`TWQU${100_000 + at}0`, START_MS, 'NOOSL'), START_MS));
			history.see(
				seenAt(
					suspicionOf(`1200/${at}`, [
						transactionOf(1, entity('from', `9000${10_000 + at}`, 'NO'), entity('to', '5500000001', 'SE')),
					]),
					START_MS,
				),
			);
		}
		const cashOfPerson = (at: number): number =>
			history.count(
				'cash-by-person',
				reportedPersonKeysOf(personOf(`PERSON ${at}`, '1990-01-01'))[0]!,
				9_999,
			);
		expect(history.size().events).toBeLessThanOrEqual(256);
		expect(history.size().links).toBeLessThanOrEqual(64);
		expect(cashOfPerson(399)).toBe(1);
		expect(cashOfPerson(390)).toBe(1);
		expect(cashOfPerson(0)).toBe(0);
		expect(history.suspected(['firm:NO900010399'])).toBe('1200/399');
		expect(history.suspected(['firm:NO900010000'])).toBeUndefined();
	});

	it('takes no bytes for a snapshot that are none', () => {
		const history = openHistory();
		history.see(seenAt(importOf('A'), START_MS));
		const whole = history.save();
		expect(openHistory(new Uint8Array())).toBeUndefined();
		expect(openHistory(whole.slice(0, whole.length - 1))).toBeUndefined();
		expect(openHistory(Uint8Array.of(...whole, 0))).toBeUndefined();
		fc.assert(
			fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
				const damaged = whole.slice();
				damaged[at] = value;
				// Not refused it must still answer: whoever keeps the bytes has their checksum.
				const opened = openHistory(damaged);
				if (opened !== undefined) answersOf(opened);
			}),
			{ numRuns: 60, seed: 4 },
		);
	});

	it('keeps no name', () => {
		const history = openHistory();
		history.see(seenAt(listOf('QX1', [traveller('ANA SILVA', '1990-01-01', 'AB1234567')]), START_MS));
		history.see(seenAt(cashOf('C', personOf('ANA SILVA', '1990-01-01'), 9_000), START_MS));
		history.see(
			seenAt(
				suspicionOf('1200/R', [
					transactionOf(
						1,
						{ side: 'from', person: personOf('ANA SILVA', '1990-01-01') },
						entity('to', '5', 'SE'),
					),
				]),
				START_MS,
			),
		);
		const bytes = new TextDecoder('latin1').decode(history.save());
		expect(bytes).not.toMatch(/SILVA|AB1234567|1990/);
		expect(bytes).toContain('1200/R');
	});
});

describe('chains', () => {
	it('give the newest entries of each key, as a list of all entries would', () => {
		const entry = fc.record({ key: fc.integer({ min: 1, max: 12 }), minute: fc.nat(1_000) });
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 400 }), (entries) => {
				const chains = new Chains(64);
				entries.forEach(({ key, minute }, at) => {
					chains.add(key, minute, at, key * 2);
				});
				const kept = entries.map(({ key }, at) => ({ key, at })).slice(-64);
				for (let key = 1; key <= 12; key++) {
					const count = chains.find(key);
					const found = [...chains.found.slice(0, count)].map((slot) => chains.amounts[slot]);
					const expected = kept.filter((each) => each.key === key).map(({ at }) => at);
					expect(found).toEqual(expected.reverse().slice(0, MOST_ENTRIES));
					const newest = chains.newest(key);
					expect(newest < 0 ? undefined : chains.amounts[newest]).toBe(expected[0]);
				}
			}),
			{ numRuns: 60, seed: 4 },
		);
	});

	it('keep what they had when they grow', () => {
		const chains = new Chains(1 << 14);
		for (let at = 0; at < 10_000; at++) chains.add(1 + (at % 3_000), at, at, 0);
		expect(chains.size).toBe(10_000);
		expect([1, 1_000, 3_000].map((key) => chains.find(key))).toEqual([4, 4, 3]);
	});
});
