import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderRecord } from '../../contract/records/record.ts';
import { ownPartsOf, standingsIn } from './own-parts.ts';
import { parsePath, partOf, putPart } from './record-path.ts';

const letters = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIKLMNOPRSTUVW'), minLength: 6, maxLength: 12 });
const number = fc.string({ unit: fc.constantFrom(...'23456789BCDFGHJK'), minLength: 8, maxLength: 9 });

/** People of whom no two share a text, so that what is found of one is not another's. */
const people = fc
	.uniqueArray(fc.tuple(letters, letters, number), {
		minLength: 2,
		maxLength: 6,
		selector: ([family]) => family,
	})
	.map((all) =>
		all.map(([family, given, passport], at) => ({
			full: `${family}${at}X ${given}${at}Y`,
			passport: `${passport}${at}Q`,
			born: `19${60 + at}-0${at + 1}-1${at}`,
			phone: `+35699${100000 + at}`,
			street: `${at + 1} ${given}${at}Y LANE`,
		})),
	);

const travellerOf = (
	{
		full,
		passport,
		born,
		phone,
		street,
	}: { full: string; passport: string; born: string; phone: string; street: string },
	at: number,
) => ({
	number: at + 1,
	person: { name: { full }, bornOn: born },
	documents: [{ scheme: 'passport', value: passport }],
	contacts: [{ kind: 'phone', value: phone }],
	addresses: [{ lines: [street] }],
});

describe('own parts of a record', () => {
	it('hold all of the person and nothing of others', () => {
		fc.assert(
			fc.property(people, fc.nat(), (all, chosen) => {
				const mine = chosen % all.length;
				const record = borderRecord.parse({
					kind: 'booking',
					reference: 'PNR1',
					locators: [{ locator: 'ABC123' }],
					function: 'original',
					legs: [],
					travellers: all.map(travellerOf),
					contacts: all.map(({ phone }) => ({ kind: 'phone', value: phone })),
					remarks: all.map(({ full }) => ({ text: `asked for by ${full}` })),
					history: all.map(({ passport }) => `added ${passport}`),
					payments: all.map(({ full }) => ({ form: 'CC', holder: full })),
				});
				const own = new Set(
					standingsIn(record, new Set())
						.filter(({ place }) => place === `travellers[${mine}]`)
						.map(({ mention }) => mention),
				);
				const { content, others, places } = ownPartsOf(record, own);
				const text = JSON.stringify(content);
				expect(places).toEqual([{ place: `travellers[${mine}]`, role: 'traveller' }]);
				expect(others).toBeGreaterThanOrEqual(all.length - 1);
				for (const [at, person] of all.entries())
					for (const value of [person.full, person.passport, person.born, person.phone, person.street])
						expect(text.includes(value)).toBe(at === mine);
			}),
			{ seed: 7, numRuns: 40 },
		);
	});

	it('hold contacts and remarks of a booking where the person travels alone', () => {
		const alone = {
			full: 'LUND Ida',
			passport: 'QX8841207',
			born: '1980-02-02',
			phone: '+4670123456',
			street: '1 QUAY',
		};
		const record = borderRecord.parse({
			kind: 'booking',
			reference: 'PNR2',
			locators: [{ locator: 'ABC124' }],
			function: 'original',
			legs: [],
			travellers: [travellerOf(alone, 0)],
			remarks: [{ text: 'late arrival' }],
		});
		const [standing] = standingsIn(record, new Set());
		const { content } = ownPartsOf(record, new Set([standing?.mention ?? '']));
		expect(JSON.stringify(content)).toContain('late arrival');
	});

	it('leave out who is related, within the person’s own place', () => {
		const record = borderRecord.parse({
			kind: 'cash-declaration',
			reference: 'CASH-1',
			function: 'original',
			direction: 'entering',
			basis: 'declared',
			declaredAt: '2026-03-01T07:00:00Z',
			carrier: {
				person: { name: { full: 'LUND Ida' } },
				related: [{ relation: 'spouse', person: { person: { name: { full: 'BERG Olof' } } } }],
			},
			instruments: [{ type: 'currency', value: { amount: '12000', currency: 'EUR' } }],
		});
		const own = new Set(
			standingsIn(record, new Set())
				.filter(({ place }) => place === 'carrier')
				.map(({ mention }) => mention),
		);
		const text = JSON.stringify(ownPartsOf(record, own).content);
		expect(text).toContain('LUND Ida');
		expect(text).not.toContain('BERG');
	});
});

describe('places in records', () => {
	const name = fc
		.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/)
		.filter((each) => each !== 'constructor' && each !== 'prototype');

	it('put what they took, and change nothing else', () => {
		fc.assert(
			fc.property(
				fc.dictionary(name, fc.array(fc.integer(), { minLength: 1, maxLength: 4 }), { minKeys: 1 }),
				fc.nat(),
				fc.nat(),
				(value, key, at) => {
					const names = Object.keys(value);
					const member = names[key % names.length] ?? '';
					const path = parsePath(`${member}[${at % (value[member]?.length ?? 1)}]`) ?? [];
					const put = putPart(value, path, 'x');
					expect(partOf(put, path)).toBe('x');
					expect(putPart(put, path, partOf(value, path))).toEqual(value);
				},
			),
			{ seed: 3, numRuns: 60 },
		);
	});

	it.each([
		'',
		'.',
		'[0]',
		'a.',
		'a..b',
		'a[',
		'a[x]',
		'a.[0]',
		'__proto__',
		'constructor',
		'a b',
		'a['.repeat(40),
	])('are not %j', (text) => {
		expect(parsePath(text)).toBeUndefined();
	});

	it('never lead into what every object has', () => {
		expect(partOf({}, ['toString'])).toBeUndefined();
		expect(putPart({ a: 1 }, ['b', 'c'], 1)).toEqual({ a: 1 });
	});
});
