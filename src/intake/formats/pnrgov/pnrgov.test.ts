import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderRecord } from '../../../../contract/records/record.ts';
import type { Booking } from '../../../../contract/records/travel.ts';
import { DEFAULT_LIMITS, type Reading } from '../../model.ts';
import { splitTitle } from './codes.ts';
import { pnrgov } from './pnrgov.ts';

const realMessages = new URL('../../../../../shared/data/messages/pnrgov/', import.meta.url);

function read(text: string | Uint8Array): Reading[] {
	const reader = pnrgov.open({ limits: DEFAULT_LIMITS, now: () => 0 });
	return [...reader.push(typeof text === 'string' ? Buffer.from(text) : text), ...reader.end()];
}

function bookings(readings: readonly Reading[]): Booking[] {
	return readings.flatMap((reading) =>
		reading.outcome === 'record' && reading.record.kind === 'booking' ? [reading.record] : [],
	);
}

const message = (...segments: string[]): string =>
	[
		"UNB+IATA:1+QQ++260301:0900+1'",
		"UNH+1+PNRGOV:13:1:IA'",
		"MSG+:22'",
		"ORG+QQ'",
		"TVL+010326:1220:010326:1505+FRA+MLA+QQ+0988'",
		"EQN+1'",
		...segments.map((segment) => `${segment}'`),
		"UNT+9+1'",
		"UNZ+1+1'",
	].join('\n');

describe('PNRGOV', () => {
	it('reads a booking with its traveller, document, ticket, payment, legs, seat and bags', () => {
		const [booking] = bookings(
			read(
				message(
					'SRC',
					'RCI+QQ:AB12CD::200226:1015',
					'DAT+700:250226:1111',
					'ORG+1A:MUC+12345678:F31+LON++T+GB:GBP+A78987',
					'ADD++702:4 QUAY ROAD:HARWICH:ESSEX::GB:CO12:0044123456789',
					'TIF+OKAFOR+ADAEZE MRS:A:1',
					'FTI+QQ:998877:::GOLD',
					'IFT+4:28::QQ+CTCE ADA..O//EXAMPLE.ORG',
					'SSR+DOCS:HK:1:QQ:::::/P/NGA/A00123456/NGA/09AUG81/F/23AUG31/OKAFOR/ADAEZE/NGOZI+::1',
					'TKT+2201234567890:T:1',
					'MON+B:94.34:GBP+T:100.00:GBP',
					'DAT+710:210226',
					'FOP+CC::100.00:VI:4111111111118048:0929',
					'TVL+010326:1220:010326:1505+FRA+MLA+QQ:ZZ+0988:Y',
					'RPI+1+HK',
					'SSR+SEAT:HK:1:QQ:::FRA:MLA+22C::1',
					'TRI++253:::1',
					'TIF+OKAFOR+ADAEZE MRS:A:1',
					'SSD+22C++++Y',
					'TBD++2:46:700+++QQ:0618123:2:MLA',
					'ABI+1+:LHRRR+LON++QQ',
					'SAC+:A',
				),
			),
		);
		expect(booking).toMatchObject({
			reference: 'QQ/AB12CD/2026-02-20',
			function: 'original',
			bookedAt: '2026-02-20T10:15',
			changedAt: '2026-02-25T11:11',
			flight: { carrier: 'QQ', number: '0988', departsAt: '2026-03-01T12:20', border: true },
			agency: { carrier: '1A', iataNumber: '12345678', country: 'GB', currency: 'GBP', agent: 'A78987' },
			addresses: [{ lines: ['4 QUAY ROAD'], city: 'HARWICH', postcode: 'CO12', country: 'GB' }],
			contacts: [{ kind: 'phone', value: '0044123456789' }],
			legs: [{ operatingCarrier: 'ZZ', bookingClass: 'Y', status: 'HK' }],
			history: ['ABI+1+:LHRRR+LON++QQ', 'SAC+:A'],
		});
		expect(booking?.travellers).toMatchObject([
			{
				tattoo: '1',
				type: 'adult',
				person: {
					name: { full: 'ADAEZE OKAFOR', title: 'MRS', middle: 'NGOZI' },
					sex: 'female',
					bornOn: '1981-08-09',
					nationalities: ['NG'],
				},
				documents: [{ scheme: 'passport', value: 'A00123456', issuer: 'NG', expiresOn: '2031-08-23' }],
				contacts: [{ kind: 'email', value: 'ada_o@example.org' }],
				tickets: [
					{ number: '2201234567890', total: { amount: '100', currency: 'GBP' }, issuedOn: '2026-02-21' },
				],
				payments: [{ form: 'CC', cardLastFour: '8048' }],
				seats: [{ seat: '22C', from: 'FRA', to: 'MLA' }],
				bags: { count: 2, massKg: '46', tags: ['QQ0618123'] },
				boarded: true,
			},
		]);
		expect(JSON.stringify(booking)).not.toContain('411111111111');
	});

	it('reads every booking of a message', () => {
		const found = bookings(
			read(
				message(
					'SRC',
					'RCI+QQ:AAAAAA',
					'TIF+ONE+A:A:1',
					'SRC',
					'RCI+QQ:BBBBBB',
					'TIF+TWO+B:A:1',
					'SRC',
					'RCI+QQ:CCCCCC',
					'TIF+THREE+C:A:1',
				),
			),
		);
		expect(found.map((each) => each.locators[0]?.locator)).toEqual(['AAAAAA', 'BBBBBB', 'CCCCCC']);
	});

	it('leaves meals, health and texts that reveal them out, and says how many', () => {
		const readings = read(
			message(
				'SRC',
				'RCI+QQ:AB12CD',
				'SSR+MOML:HK:1:QQ',
				'SSR+WCHR:HK:1:QQ',
				'IFT+4:28+PASSENGER ASKS FOR KOSHER MEAL',
				'SSR+BIKE:HK:1:QQ',
				'TIF+DOE+JO:A:1',
			),
		);
		const text = JSON.stringify(bookings(readings));
		expect(text).not.toMatch(/MOML|WCHR|KOSHER/);
		expect(text).toContain('BIKE');
		expect(readings[0]).toMatchObject({
			findings: expect.arrayContaining([
				expect.objectContaining({ code: 'pnrgov.sensitive-left-out', value: '3' }),
			]),
		});
	});

	it("joins an infant's document to the infant, not to the adult who carries it", () => {
		const [booking] = bookings(
			read(
				message(
					'SRC',
					'RCI+QQ:AB12CD',
					'TIF+SOLER+EVA:A:1.1:1',
					'TIF+SOLER+PAU:IN:2.1',
					'SSR+DOCS:HK:1:QQ:::::/P/ESP/BB1/ESP/10AUG25/FI/21DEC30/SOLER/PAU+::1.1',
				),
			),
		);
		expect(booking?.travellers[0]?.documents).toBeUndefined();
		expect(booking?.travellers[1]).toMatchObject({
			type: 'infant',
			person: { bornOn: '2025-08-10' },
			documents: [{ value: 'BB1' }],
		});
	});

	it('tells a title from the end of a name', () => {
		expect(splitTitle('JOHNMR', undefined)).toEqual({ given: 'JOHN', title: 'MR' });
		expect(splitTitle('NINA MS', undefined)).toEqual({ given: 'NINA', title: 'MS' });
		expect(splitTitle('WILLIAMS', 'male')).toEqual({ given: 'WILLIAMS' });
	});

	it('refuses a message without a booking and says why', () => {
		expect(read(message('TIF+DOE+JO:A:1'))).toMatchObject([
			{ outcome: 'refused', code: 'pnrgov.no-booking', remedy: expect.stringContaining('SRC') },
		]);
	});

	it('writes what it reads back the same', () => {
		const word = fc.stringMatching(/^[A-Z]{2,8}$/);
		const booking = fc
			.record({
				locator: fc.stringMatching(/^[A-Z0-9]{6}$/),
				family: word,
				given: fc.stringMatching(/^[A-KP-Q]{2,8}$/),
				number: fc.stringMatching(/^[A-Z]\d{7}$/),
				seat: fc.stringMatching(/^[1-9][A-F]$/),
				bags: fc.integer({ min: 0, max: 5 }),
				day: fc.integer({ min: 10, max: 28 }),
			})
			.map(({ locator, family, given, number, seat, bags, day }): Booking => {
				const flight = {
					carrier: 'QQ',
					number: '12',
					from: { iata: 'FRA' },
					to: { iata: 'MLA' },
					departsAt: `2026-03-${day}T08:00`,
					arrivesAt: `2026-03-${day}T11:00`,
				};
				return {
					kind: 'booking',
					reference: `QQ/${locator}/2026-02-01`,
					function: 'original',
					messageReference: '1',
					sender: 'QQ',
					receiver: 'PIU',
					preparedAt: '2026-03-01T09:00',
					locators: [{ carrier: 'QQ', locator, createdAt: '2026-02-01T10:00' }],
					bookedAt: '2026-02-01T10:00',
					flight: { ...flight, border: true },
					legs: [flight],
					travellers: [
						{
							number: 1,
							tattoo: '1',
							type: 'adult',
							person: {
								name: { full: `${given} ${family}`, family, given },
								sex: 'female',
								bornOn: '1990-05-17',
								nationalities: ['PT'],
							},
							documents: [{ scheme: 'passport', value: number, issuer: 'PT', expiresOn: '2030-01-02' }],
							contacts: [{ kind: 'email', value: 'a.b@example.org' }],
							tickets: [{ number: '123', total: { amount: '99.5', currency: 'EUR' } }],
							payments: [{ form: 'CA', amount: { amount: '99.5' } }],
							seats: [{ seat, from: 'FRA', to: 'MLA' }],
							bags: { count: bags },
							boarded: true,
						},
					],
				};
			});
		fc.assert(
			fc.property(booking, (each) => {
				const text =
					pnrgov.format?.([each], {
						sender: 'QQ',
						receiver: 'PIU',
						preparedAt: '2026-03-01T09:00:00Z',
						controlReference: '7',
					}) ?? '';
				expect(bookings(read(text))).toEqual([each]);
			}),
			{ numRuns: 50, seed: 11 },
		);
	});

	it('never throws, wherever a message is cut', () => {
		const text = message(
			'SRC',
			'RCI+QQ:AB12CD::200226:1015',
			'TIF+OKAFOR+ADAEZE MRS:A:1',
			'SSR+DOCS:HK:1:QQ:::::/P/NGA/A1/NGA/09AUG81/F/23AUG31/OKAFOR/ADAEZE+::1',
			'TVL+010326:1220+FRA+MLA+QQ+0988:Y',
			'TBD++2:46:701',
		);
		for (let end = 0; end <= text.length; end++)
			for (const reading of read(text.slice(0, end)))
				if (reading.outcome === 'record') expect(borderRecord.safeParse(reading.record).success).toBe(true);
	});

	it.skipIf(!existsSync(realMessages))(
		'reads or refuses real messages, each record within the contract',
		() => {
			for (const name of readdirSync(realMessages)) {
				const readings = read(readFileSync(new URL(name, realMessages)));
				expect(readings.length, name).toBeGreaterThan(0);
				for (const reading of readings)
					if (reading.outcome === 'record')
						expect(borderRecord.safeParse(reading.record).error?.issues, name).toBeUndefined();
			}
		},
	);
});
