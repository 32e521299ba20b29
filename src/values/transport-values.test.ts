/** Flights and plates: what senders write differently meets in one form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flightsOfLeg, parseFlight } from './flight.ts';
import { isPlaceholder, isPlaceholderName } from './placeholder.ts';
import { confusablePlate, normalisePlate } from './plate.ts';

describe('flights', () => {
	it.each([
		['0989', 'UA', 'UA989'],
		['UA0989', 'UA', 'UA989'],
		['UA0989', undefined, 'UA989'],
		['U21234', undefined, 'U21234'],
		['1234', 'U2', 'U21234'],
		['BAW12', undefined, 'BAW12'],
		['0012a', 'ba', 'BA12A'],
		['0000', 'BA', 'BA0'],
	])('%s of %s is %s', (number, carrier, designator) => {
		expect(parseFlight(number, carrier)?.designator).toBe(designator);
	});

	it('gives both designators of a code share, and one where they agree', () => {
		const leg = { carrier: 'UA', number: '8840', operatingCarrier: 'LH', operatingNumber: '0400' };
		expect(flightsOfLeg(leg).map((flight) => flight.designator)).toEqual(['UA8840', 'LH400']);
		expect(flightsOfLeg({ ...leg, operatingCarrier: 'UA', operatingNumber: '8840' })).toHaveLength(1);
		expect(flightsOfLeg({})).toEqual([]);
	});

	it('does not care for leading zeros', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
				expect(parseFlight(String(number).padStart(4, '0'), 'LH')).toEqual(parseFlight(`LH${number}`));
			}),
			{ seed: 10, numRuns: 100 },
		);
	});
});

describe('plates', () => {
	it('brings typing and cameras to one form', () => {
		expect(normalisePlate('w-äb 123')).toBe('WAB123');
		expect(normalisePlate('А123ВС 77')).toBe('A123BC77');
		expect(confusablePlate('BO 1S')).toBe(confusablePlate('80 I5'));
	});

	it('normalising twice changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 20 }), (text) => {
				expect(normalisePlate(normalisePlate(text))).toBe(normalisePlate(text));
			}),
			{ seed: 11, numRuns: 300 },
		);
	});
});

describe('placeholder names', () => {
	it('knows fillers and leaves short names alone', () => {
		expect(['UNKNOWN', 'FNU', 'N/A', 'n.a', 'XXX', 'T.B.A.'].map(isPlaceholderName)).toEqual([
			true,
			true,
			true,
			true,
			true,
			true,
		]);
		expect(['Na', 'No', 'An', 'Nil Patel', 'O', 'Ng'].map(isPlaceholderName)).toEqual(Array(6).fill(false));
		// Norway and Namibia.
		expect(['n/a', 'NO', 'NA'].map(isPlaceholder)).toEqual([true, false, false]);
	});
});
