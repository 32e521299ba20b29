import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPassportMrz, mrzCheckDigit, mrzDate, parseMrz } from './mrz.ts';

const specimen = [
	'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
	'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];

describe('machine-readable zones', () => {
	it('computes the check digits of Doc 9303-3, appendix A', () => {
		expect(mrzCheckDigit('520727')).toBe('3');
		expect(mrzCheckDigit('AB2134<<<')).toBe('5');
		expect(mrzCheckDigit('a')).toBeUndefined();
	});

	it('reads the passport specimen', () => {
		expect(parseMrz(specimen)).toEqual({
			ok: true,
			value: {
				format: 'TD3',
				documentCode: 'P',
				issuer: 'UTO',
				nationality: 'UTO',
				documentNumber: 'L898902C3',
				family: 'ERIKSSON',
				given: 'ANNA MARIA',
				birthDate: '740812',
				expiryDate: '120415',
				sex: 'female',
				optional: ['ZE184226B'],
				wrongChecks: [],
			},
		});
		expect(parseMrz(specimen.join('\n'))).toEqual(parseMrz(specimen.join('')));
	});

	it('reads the number of an identity card that goes on in the optional data', () => {
		const parsed = parseMrz([
			'I<UTOD23145890<7349<<<<<<<<<<<',
			'3407127M9507122UTO<<<<<<<<<<<2',
			'STEVENSON<<PETER<JOHN<<<<<<<<<',
		]);
		expect(parsed).toMatchObject({
			ok: true,
			value: { documentNumber: 'D23145890734', optional: [], wrongChecks: [] },
		});
	});

	it('keeps what it read where a check digit is wrong, and names the right one', () => {
		const parsed = parseMrz([specimen[0] ?? '', 'L898902C37UTO7408122F1204159ZE184226B<<<<<10']);
		expect(parsed).toMatchObject({
			ok: true,
			value: {
				documentNumber: 'L898902C3',
				wrongChecks: [
					{ field: 'document-number', given: '7', expected: '6' },
					{ field: 'composite', given: '0' },
				],
			},
		});
	});

	it('finds the century', () => {
		expect(mrzDate('740812', 'birth', 2026)).toBe('1974-08-12');
		expect(mrzDate('260812', 'nearest', 2026)).toBe('2026-08-12');
		expect(mrzDate('74<<<<', 'birth', 2026)).toBeUndefined();
		expect(mrzDate('740231', 'birth', 2026)).toBeUndefined();
	});

	it('parse ∘ format gives back a passport', () => {
		const word = fc.string({
			unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
			minLength: 1,
			maxLength: 12,
		});
		const number = fc.string({
			unit: fc.constantFrom(...'ABCDEFGHIJ0123456789'),
			minLength: 1,
			maxLength: 9,
		});
		const day = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 });
		fc.assert(
			fc.property(
				fc.record({
					issuer: fc.constantFrom('UTO', 'D', 'FRA', 'XXA'),
					nationality: fc.constantFrom('UTO', 'D', 'FRA', 'XXA'),
					documentNumber: number,
					family: word,
					given: fc.array(word, { minLength: 0, maxLength: 2 }).map((words) => words.join(' ')),
					birthDate: day,
					expiryDate: day,
					sex: fc.constantFrom('female', 'male', 'unspecified'),
				}),
				(fields) => {
					const parsed = parseMrz(formatPassportMrz(fields));
					expect(parsed).toMatchObject({ ok: true, value: { ...fields, wrongChecks: [] } });
				},
			),
			{ seed: 9, numRuns: 200 },
		);
	});
});
