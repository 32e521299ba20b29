import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerCheckDigit, parseContainerNumber } from './container-number.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const first10 = fc
	.tuple(
		fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 3 }),
		fc.constantFrom('U', 'J', 'Z'),
		fc.integer({ min: 1, max: 999_998 }).map((serial) => String(serial).padStart(6, '0')),
	)
	.map((parts) => parts.join(''))
	.filter((text) => !/(\d)\1{5}|123456/.test(text));

describe('container numbers', () => {
	it('computes the check digit of the example of ISO 6346', () => {
		expect(containerCheckDigit('CSQU305438')).toBe('3');
		expect(parseContainerNumber('csqu 305438-3')).toEqual({
			ok: true,
			value: { number: 'CSQU3054383', owner: 'CSQ', category: 'U', serial: '305438', remainderTen: false },
		});
	});

	it('gives 0 where the remainder is 10, and says so', () => {
		for (let serial = 100_000; serial < 100_100; serial += 1) {
			const parsed = parseContainerNumber(`ABCU${serial}0`);
			if (parsed.ok && parsed.value.remainderTen) return;
		}
		expect.unreachable('one in eleven serials leaves the remainder 10');
	});

	it('says what would be right', () => {
		expect(parseContainerNumber('CSQU3054384')).toMatchObject({
			fault: 'check-digit',
			expected: 'CSQU3054383',
		});
		expect(parseContainerNumber('CSQU305438')).toMatchObject({ fault: 'shape', expected: 'CSQU3054383' });
		expect(parseContainerNumber('CSQA3054383')).toMatchObject({ fault: 'shape' });
		expect(parseContainerNumber('AAAA0000000')).toMatchObject({ fault: 'placeholder' });
	});

	it('accepts every number that it completes, and no other check digit', () => {
		fc.assert(
			fc.property(first10, (text) => {
				const right = containerCheckDigit(text);
				for (let digit = 0; digit < 10; digit += 1)
					expect(parseContainerNumber(`${text}${digit}`).ok).toBe(String(digit) === right);
			}),
			{ seed: 2, numRuns: 100 },
		);
	});
});
