import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchable } from '../../../contract/exchange/agreement.ts';
import { type Identifier, identifierTexts, QUESTION_ELEMENTS, strictText } from './identifier-texts.ts';
import { createPace, enumerationAlarm, questionsPerMinute } from './pace.ts';

const of = (kind: Identifier['kind'], value: string, ...more: string[]): Identifier => ({
	kind,
	value,
	with: more,
});
/** Does who asks for the second find the first among what is offered? */
const meet = (offered: Identifier, asked: Identifier): boolean => {
	const texts = new Set(identifierTexts(offered, 'offered'));
	return identifierTexts(asked, 'asked').some((text) => texts.has(text));
};

describe('identifiers meet', () => {
	const same: readonly (readonly [Identifier, Identifier])[] = [
		[of('document', 'X 123-4567', 'NO'), of('document', 'x1234567', 'NOR')],
		[of('document', 'X1234567', 'NO'), of('document', 'X1234567')],
		[of('document', 'X1234567'), of('document', 'X1234567', 'NO')],
		[of('plate', 'AB-12 345', 'NO'), of('plate', 'ab12345')],
		[of('container', 'MSKU 123456-5'), of('container', 'MSKU1234565')],
		[of('vessel', 'IMO 9074729'), of('vessel', '9074729')],
		[of('account', 'NO93 8601 1117 947'), of('account', 'no9386011117947')],
		[of('account', '40218837', 'DEUTDEFF500'), of('account', '4021-8837', 'DEUTDEFF')],
		[of('phone', '+47 22 00 00 01'), of('phone', '0047 22000001')],
		[of('email', 'A.Person@Example.org'), of('email', 'a.person@example.org')],
		[of('person', 'Mohammed Basri', '1971-04-03'), of('person', 'BASRI, Muhammad', '1971-04-03')],
		[of('person', 'Mohammed Basri', '1971-04-03'), of('person', 'Muhammad Basri', '1971-03-04')],
		[
			of('person', 'Gabriela Monteiro da Silva', '1980'),
			of('person', 'Silva Gabriela Monteiro', '1980-05-06'),
		],
		[of('person', 'Gabriela Monteiro', '1980-05-06'), of('person', 'Gabriela Monteiro', '1980')],
		[of('person', 'Наталья Кузнецова', '1985-02-11'), of('person', 'Natalya Kuznetsova', '1985-02-11')],
		[of('organisation', 'Nordvik Handel AS', 'NO'), of('organisation', 'NORDVIK HANDEL', 'NOR')],
		[of('organisation', 'Nordvik Handel AS', 'NO'), of('organisation', 'Nordvik Handel A/S')],
	];
	for (const [offered, asked] of same)
		it(`${offered.kind}: ${offered.value} ${offered.with} | ${asked.value} ${asked.with}`, () =>
			expect(meet(offered, asked)).toBe(true));

	const apart: readonly (readonly [Identifier, Identifier])[] = [
		[of('document', 'X1234567', 'NO'), of('document', 'X1234567', 'SE')],
		[of('document', 'AB12345'), of('plate', 'AB12345')],
		[of('account', '40218837', 'DEUTDEFF'), of('account', '40218837')],
		[of('person', 'Mohammed Basri', '1971-04-03'), of('person', 'Mohammed Basri', '1971-04-04')],
		[of('person', 'Mohammed Basri', '1971-04-03'), of('person', 'Ivan Basri', '1971-04-03')],
		[of('person', 'Mohammed Basri', '1971-04-03'), of('person', 'Mohammed Basri', '1971-11-23')],
		[of('organisation', 'Nordvik Handel AS', 'NO'), of('organisation', 'Nordvik Handel AB', 'SE')],
	];
	for (const [offered, asked] of apart)
		it(`not, ${offered.kind}: ${offered.value} ${offered.with} | ${asked.value} ${asked.with}`, () =>
			expect(meet(offered, asked)).toBe(false));

	it('never by a placeholder, nor by a name alone', () => {
		for (const [kind, value] of [
			['document', 'UNKNOWN'],
			['phone', '000000000'],
			['person', 'Mohammed Basri'],
			['email', 'none'],
		] as const)
			expect(identifierTexts(of(kind, value), 'asked')).toEqual([]);
	});

	it('in a bounded number of texts of their kind, whatever is written', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...matchable.options),
				fc.string({ unit: 'grapheme', maxLength: 60 }),
				fc.constantFrom('', '1971-04-03', '1971', 'NO', 'DEUTDEFF'),
				(kind, value, more) => {
					const asked = identifierTexts(of(kind, value, more), 'asked');
					const offered = identifierTexts(of(kind, value, more), 'offered');
					expect(asked.length).toBeLessThanOrEqual(QUESTION_ELEMENTS);
					expect(offered.length).toBeLessThanOrEqual(24);
					for (const text of [...asked, ...offered]) expect(text.startsWith(`${kind}:`)).toBe(true);
					if (offered.length > 0) expect(strictText(of(kind, value, more))).toBeDefined();
				},
			),
			{ seed: 9497, numRuns: 150 },
		);
	});
});

describe('pace', () => {
	it('lets a day’s budget be spent in an hour, and not faster', () => {
		expect([0, 600, 6_000, 10_000_000].map(questionsPerMinute)).toEqual([10, 10, 100, 1_000]);
		const pace = createPace();
		expect([0, 1, 2].map((at) => pace.take('one', 2, at))).toEqual([true, true, false]);
		expect(pace.take('other', 2, 2)).toBe(true);
		expect(pace.take('one', 2, 60_002)).toBe(true);
	});

	it('raises an alarm when much is asked, much more than usual, or much refused', () => {
		const day = (at: string, answered: number, refused = 0) => ({ day: at, answered, refused });
		const today = '2026-03-02';
		expect(enumerationAlarm([day(today, 5)], today, 1_000)).toBeUndefined();
		expect(enumerationAlarm([day(today, 900)], today, 1_000)).toContain('of a budget of 1000');
		expect(enumerationAlarm([day(today, 200), day('2026-03-01', 10)], today, 1_000)).toContain(
			'10 are usual',
		);
		expect(enumerationAlarm([day(today, 20, 15)], today, 1_000)).toContain('15 of 35');
		expect(enumerationAlarm([day('2026-03-01', 900)], today, 1_000)).toBeUndefined();
	});
});
