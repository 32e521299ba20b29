/**
 * Language-neutral vectors: `vectors/NAME_valid.txt` and `vectors/NAME_invalid.txt`, one case a line, "#" starts a comment.
 */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAirWaybill } from './air-waybill.ts';
import { isContainerNumber } from './container-number.ts';
import { isCurrency } from './currency.ts';
import { isFlight } from './flight.ts';
import { isHsCode } from './hs-code.ts';
import { isIban } from './iban.ts';
import { isImoNumber } from './imo-number.ts';
import { isLei } from './lei.ts';
import { isMrz } from './mrz.ts';
import { isPlaceholder } from './placeholder.ts';
import { isPlate } from './plate.ts';
import { isUnLocode } from './un-locode.ts';

const guards: { readonly [name: string]: (text: string) => boolean } = {
	'air-waybill': isAirWaybill,
	'container-number': isContainerNumber,
	currency: isCurrency,
	flight: isFlight,
	'hs-code': (text) => isHsCode(text),
	iban: isIban,
	'imo-number': isImoNumber,
	lei: isLei,
	mrz: isMrz,
	placeholder: isPlaceholder,
	plate: isPlate,
	'un-locode': isUnLocode,
};

function casesOf(name: string, standing: 'valid' | 'invalid'): string[] {
	const file = new URL(`./vectors/${name}_${standing}.txt`, import.meta.url);
	if (!existsSync(file)) return [];
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'));
}

describe.each(Object.entries(guards))('%s', (name, guard) => {
	it('accepts every valid case', () => {
		const cases = casesOf(name, 'valid');
		expect(cases.length).toBeGreaterThan(0);
		expect(cases.filter((text) => !guard(text))).toEqual([]);
	});

	it('refuses every invalid case', () => {
		const cases = casesOf(name, 'invalid');
		expect(cases.length).toBeGreaterThan(0);
		expect(cases.filter(guard)).toEqual([]);
	});

	it('answers for any text without throwing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				expect(typeof guard(text)).toBe('boolean');
			}),
			{ seed: 7, numRuns: 80 },
		);
	});
});
