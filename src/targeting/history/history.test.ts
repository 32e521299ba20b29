import { describe, expect, it } from 'vitest';
import { addressKeyOf, partyKeysOf, reportedPersonKeysOf, travellerKeysOf } from '../facts/keys.ts';
import { openHistory } from './history.ts';
import {
	bookingOf,
	cashOf,
	DAY_MS,
	entity,
	firm,
	HOUR_MS,
	importOf,
	listOf,
	movementOf,
	personOf,
	START_MS,
	seenAt,
	suspicionOf,
	transactionOf,
	traveller,
} from './made-records.fixture.ts';

const STREET = { lines: ['Dock Road 5'], postcode: '0150', city: 'Oslo', country: 'NO' };
const CONTAINER = 'MSCU1234566';

describe('events in windows of days', () => {
	it('counts consignments to an address, however it is written, and their senders', () => {
		const history = openHistory();
		for (let day = 0; day < 6; day++)
			history.see(
				seenAt(
					importOf(`A${day}`, {
						parties: [
							firm('importer', `NO90000000${day}`, {
								address: day % 2 === 0 ? STREET : { ...STREET, lines: ['DOCK  road, 5'], country: 'NOR' },
							}),
							firm('exporter', `SE550000000${day % 3}`),
						],
					}),
					START_MS + day * DAY_MS,
				),
			);
		const key = addressKeyOf(STREET)!;
		history.turnTo(importOf('next'), START_MS + 6 * DAY_MS);
		expect(history.count('consignment-to-address', key, 30)).toBe(6);
		expect(history.count('consignment-to-address', key, 3)).toBe(2);
		expect(history.sum('consignment-to-address', key, 30)).toBe(30_000);
		expect(history.distinct('sender-to-address', key, 30)).toBe(3);
		expect(history.distinct('receiver-at-address', key, 30)).toBe(6);
		expect(history.daysSince('consignment-to-address', key)).toBe(1);
		expect(history.daysSince('consignment-to-address', 'address:NOWHERE')).toBeNaN();
		expect(history.count('no such kind', key, 30)).toBe(0);
	});

	it('counts a declaration once, whatever comes after it', () => {
		const history = openHistory();
		const first = importOf('A');
		history.see(seenAt(first, START_MS));
		history.see(seenAt({ ...first, function: 'amendment' }, START_MS + HOUR_MS, { version: 2 }));
		history.see(seenAt({ ...first, function: 'cancellation' }, START_MS + HOUR_MS, { version: 3 }));
		const importer = partyKeysOf(first.parties[0]!)[0]!;
		expect(history.count('declaration-by-importer', importer, 30)).toBe(1);
		expect(history.count('change-of-party', importer, 30)).toBe(2);
	});

	it('counts by the time that the sender wrote, unless that is after the receipt', () => {
		const history = openHistory();
		const old = importOf('A', { declaredAt: '2025-06-01T10:00:00Z' });
		const slip = importOf('B', { declaredAt: '2062-01-05T10:00:00Z' });
		history.see(seenAt(old, START_MS));
		history.see(seenAt(slip, START_MS));
		const importer = partyKeysOf(old.parties[0]!)[0]!;
		history.turnTo(importOf('C'), START_MS);
		expect(history.count('declaration-by-importer', importer, 30)).toBe(1);
		expect(history.count('declaration-by-importer', importer, 365)).toBe(2);
	});
});

describe('who is near somebody of interest', () => {
	const importer = partyKeysOf(firm('importer', 'NO900000001'));

	it('finds a party of a report, and one step further through the same telephone', () => {
		const history = openHistory();
		const contacts = [{ kind: 'phone' as const, value: '+47 22 33 44 55' }];
		history.see(
			seenAt(
				suspicionOf('1200/R1', [
					transactionOf(1000, entity('from', '900000001', 'NO'), entity('to', '123456789', 'HK')),
				]),
				START_MS,
			),
		);
		expect(history.hops(importer, 2)).toBe(0);
		expect(history.suspected(importer)).toBe('1200/R1');
		history.see(
			seenAt(importOf('A', { parties: [firm('importer', 'NO900000001', { contacts })] }), START_MS),
		);
		const other = firm('importer', 'NO900000002', {
			contacts: [{ kind: 'phone', value: '0047 22334455' }],
		});
		expect(history.hops(partyKeysOf(other), 2)).toBe(1);
		expect(history.suspected(partyKeysOf(other))).toBeUndefined();
		expect(history.hops(partyKeysOf(firm('importer', 'NO900000003')), 2)).toBe(Number.POSITIVE_INFINITY);
	});

	it('counts a step for each record between two parties, and none beyond the limit', () => {
		const history = openHistory();
		const chain = ['NO900000001', 'SE5500000009', 'NO900000002', 'SE5500000008'];
		for (let at = 1; at < chain.length; at++)
			history.see(
				seenAt(
					importOf(`A${at}`, {
						parties: [firm('importer', chain[at - 1]!), firm('exporter', chain[at]!)],
					}),
					START_MS,
				),
			);
		history.learn(seenAt(importOf('X', { parties: [firm('importer', 'NO900000001')] }), START_MS), true);
		const hops = chain.map((number) => history.hops(partyKeysOf(firm('importer', number)), 3));
		expect(hops).toEqual([0, 1, 2, 3]);
		expect(history.hops(partyKeysOf(firm('importer', chain[3]!)), 2)).toBe(Number.POSITIVE_INFINITY);
		history.turnTo(importOf('Z'), START_MS + 400 * DAY_MS);
		expect(history.hops(importer, 2)).toBe(Number.POSITIVE_INFINITY);
	});

	it('does not take a trader of many declarations for one of interest because of one report', () => {
		const history = openHistory();
		const report = suspicionOf('1200/R1', [
			transactionOf(1000, entity('from', '900000001', 'NO'), entity('to', '583920174', 'HK')),
		]);
		history.see(seenAt(report, START_MS));
		for (let at = 0; at < 5; at++) history.see(seenAt(importOf(`A${at}`), START_MS + HOUR_MS));
		expect(history.hops(importer, 1)).toBe(0);
		for (let at = 0; at < 20; at++) history.see(seenAt(importOf(`B${at}`), START_MS + HOUR_MS));
		expect(history.hops(importer, 1)).toBe(Number.POSITIVE_INFINITY);
		expect(history.suspected(importer)).toBe('1200/R1');
		history.see(seenAt(importOf('A7'), START_MS + HOUR_MS, { hits: ['UN'], hitPlaces: ['parties[0]'] }));
		expect(history.hops(importer, 1)).toBe(0);
	});

	it('lets a telephone that hundreds share link nobody', () => {
		const history = openHistory();
		const contacts = [{ kind: 'phone' as const, value: '+4722334455' }];
		for (let at = 0; at < 300; at++)
			history.see(
				seenAt(
					importOf(`A${at}`, { parties: [firm('importer', `NO9000${10_000 + at}`, { contacts })] }),
					START_MS,
				),
			);
		history.learn(seenAt(importOf('X', { parties: [firm('importer', 'NO900010000')] }), START_MS), true);
		expect(history.hops(partyKeysOf(firm('importer', 'NO900010001', { contacts })), 2)).toBe(
			Number.POSITIVE_INFINITY,
		);
		expect(history.hops(partyKeysOf(firm('importer', 'NO900010000')), 2)).toBe(0);
	});

	it('knows on whom hits are by their places, and does not take an agent for its clients', () => {
		const history = openHistory();
		const parties = [
			firm('declarant', 'NO911111111'),
			firm('importer', 'NO900000001'),
			firm('exporter', 'SE5500000009'),
		];
		history.see(seenAt(importOf('A', { parties }), START_MS, { hits: ['UN'], hitPlaces: ['parties[2]'] }));
		expect(parties.map((party) => history.hops(partyKeysOf(party), 2))).toEqual([
			Number.POSITIVE_INFINITY,
			1,
			0,
		]);
	});
});

describe('persons, documents and cash', () => {
	it('counts persons on one document, documents of one person, and versions of one list once', () => {
		const history = openHistory();
		const own = traveller('ANA SILVA', '1990-01-01', 'AB1234567');
		history.see(seenAt(listOf('QX100 a', [own]), START_MS));
		history.see(seenAt(listOf('QX100 a', [own]), START_MS + HOUR_MS, { version: 2 }));
		history.see(
			seenAt(listOf('QX100 b', [traveller('RUI COSTA', '1985-05-05', 'AB1234567')]), START_MS + DAY_MS),
		);
		history.see(
			seenAt(listOf('QX100 c', [traveller('SILVA ANA', '1990-01-01', 'CD7654321')]), START_MS + 9 * DAY_MS),
		);
		const [person, document] = travellerKeysOf(own);
		expect(history.distinct('person-of-document', document!, 400)).toBe(2);
		expect(history.distinct('document-of-person', person!, 400)).toBe(2);
		expect(history.count('journey-of-person', person!, 400)).toBe(2);
	});

	it('finds somebody of the same birthday under another name on the same telephone', () => {
		const history = openHistory();
		const contacts = [{ kind: 'phone' as const, value: '+47 900 11 222' }];
		const first = traveller('IVAN PETROV', '1981-03-04', 'FB123456', { bookingReference: 'ABC123' });
		const second = traveller('JOAO SANTOS', '1981-03-04', 'CC998877', { bookingReference: 'XYZ789' });
		history.see(seenAt(bookingOf('ABC123', { contacts }), START_MS));
		history.see(seenAt(listOf('QX100 a', [first]), START_MS + DAY_MS));
		history.see(seenAt(bookingOf('XYZ789', { contacts }), START_MS + 5 * DAY_MS));
		expect(history.otherIdentities(second)).toBe(1);
		expect(history.otherIdentities(first)).toBe(0);
		expect(history.otherIdentities({ ...second, person: { ...second.person, bornOn: '1981-03-05' } })).toBe(
			0,
		);
		const named = { number: 1, person: { name: { full: 'SANTOS JOAO' } } };
		history.see(seenAt(bookingOf('QQQ111', { contacts, travellers: [named] }), START_MS + 6 * DAY_MS));
		expect(history.otherIdentities(traveller('JOAO SANTOS', '1981-03-04', 'CC998877'))).toBe(1);
		const renewed = traveller('PETROV IVAN', '1981-03-04', 'FB999999', { bookingReference: 'XYZ789' });
		expect(history.otherIdentities(renewed)).toBe(0);
	});

	it('adds up cash of those who booked with one card', () => {
		const history = openHistory();
		const names = ['ANA SILVA', 'RUI COSTA', 'EVA LOPES'];
		names.forEach((name, at) => {
			const locator = `LOC00${at}`;
			history.see(
				seenAt(
					bookingOf(locator, {
						payments: [{ form: 'CC', cardLastFour: '4242', cardType: 'VI', cardExpires: '1227' }],
					}),
					START_MS,
				),
			);
			history.see(
				seenAt(
					listOf(`QX100 ${at}`, [
						traveller(name, `199${at}-01-01`, `AB123456${at}`, { bookingReference: locator }),
					]),
					START_MS + at * DAY_MS,
				),
			);
			history.see(seenAt(cashOf(`C${at}`, personOf(name, `199${at}-01-01`), 9_000), START_MS + at * DAY_MS));
		});
		const keys = reportedPersonKeysOf(personOf('ANA SILVA', '1990-01-01'));
		expect(history.around('cash-by-person', keys, 30)).toEqual({ count: 3, sum: 27_000, parties: 3 });
		expect(history.sum('cash-by-person', keys[0]!, 30)).toBe(9_000);
	});
});

describe('journeys', () => {
	it('says how long a container stayed, against what is usual at that place', () => {
		const history = openHistory();
		const stay = (container: string, startMs: number, hours: number): void => {
			history.see(seenAt(movementOf(container, startMs, 'NOOSL', { direction: 'in' }), startMs));
			const endMs = startMs + hours * HOUR_MS;
			history.see(seenAt(movementOf(container, endMs, 'NOOSL', { direction: 'out' }), endMs));
		};
		for (let at = 0; at < 20; at++) stay(`TWQU10000${10 + at}`, START_MS + at * HOUR_MS, 20 + (at % 5));
		stay(CONTAINER, START_MS + DAY_MS, 90);
		const { hours, usual } = history.dwell(`container:${CONTAINER}`);
		expect(hours).toBe(90);
		expect(usual.median).toBeCloseTo(22, 0);
		expect(usual.high).toBeLessThan(40);
		expect(history.dwell('container:TWQU0000000').hours).toBeNaN();
	});

	it('sees loops and kilometres back, and keeps a month of positions small', () => {
		const history = openHistory();
		const key = 'container:TWQU1000012';
		const position = (hours: number, latitude: number, longitude: number): void => {
			const ms = START_MS + hours * HOUR_MS;
			history.see(
				seenAt(
					movementOf('TWQU1000012', ms, '', {
						type: 'position',
						place: { latitude, longitude },
						reference: `P${hours}`,
					}),
					ms,
				),
			);
		};
		// A degree of latitude is 111 km: up three, down two; a day in one yard between.
		for (let step = 0; step <= 12; step++) position(step, 59 + step / 4, 10);
		for (let quarter = 0; quarter < 96; quarter++) position(13 + quarter / 4, 62 + (quarter % 2) / 100, 10);
		for (let step = 0; step <= 8; step++) position(40 + step, 62 - step / 4, 10);
		const { backtrackKm, loops, places } = history.route(key);
		expect(backtrackKm).toBeGreaterThan(200);
		expect(backtrackKm).toBeLessThan(240);
		expect(loops).toBeGreaterThan(0);
		expect(places.length).toBeLessThanOrEqual(12);
		expect(places[0]).toBe('59.0,10.0');
		expect(history.sightings(key, 60)).toMatchObject({ seen: 0, sealsBroken: 0 });
		expect(history.sightings(key, 60).fastestKmh).toBeLessThan(40);
	});

	it('sees seals broken, scans that were not clear, and a container at two ports at once', () => {
		const history = openHistory();
		const place = (unlocode: string, latitude: number, longitude: number) => ({
			unlocode,
			latitude,
			longitude,
		});
		const events = [
			movementOf(CONTAINER, START_MS, 'NOOSL', { direction: 'out', place: place('NOOSL', 59.9, 10.7) }),
			movementOf(CONTAINER, START_MS + HOUR_MS / 2, 'NOBGO', {
				direction: 'in',
				place: place('NOBGO', 60.4, 5.3),
			}),
			movementOf(CONTAINER, START_MS + HOUR_MS, 'NOBGO', {
				type: 'seal',
				subject: { type: 'seal', id: 'AB1' },
				seal: { number: 'AB1', state: 'replaced', container: CONTAINER },
			}),
			movementOf(CONTAINER, START_MS + 2 * HOUR_MS, 'NOBGO', {
				type: 'scan',
				scan: { result: 'anomaly', grossMassKg: '4000' },
			}),
		];
		for (const event of events) history.see(seenAt(event, START_MS + DAY_MS));
		history.turnTo(importOf('A'), START_MS + DAY_MS);
		const sightings = history.sightings(`container:${CONTAINER}`, 30);
		expect(sightings).toMatchObject({ seen: 4, sealsBroken: 1, anomalies: 1, scannedMassKg: 4_000 });
		expect(sightings.fastestKmh).toBeGreaterThan(500);
		expect(history.sightings(`container:${CONTAINER}`, 0.5).seen).toBe(0);
	});
});
