import { describe, expect, it } from 'vitest';
import { lowestIdentifier, momentOf, newIdentifier } from './identifiers.ts';

describe('identifiers', () => {
	it('are UUIDs of version 7 that carry their moment', () => {
		const moment = 4_000_000_000_000;
		const identifier = newIdentifier(moment);
		expect(identifier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(momentOf(identifier)).toBe(moment);
	});

	it('increase strictly, also while the clock stands still or steps back', () => {
		const moment = 4_000_000_100_000;
		const made = Array.from({ length: 20_000 }, (_, index) =>
			newIdentifier(index === 10_000 ? moment - 5_000 : moment),
		);
		expect(made).toEqual([...made].sort());
		expect(new Set(made).size).toBe(made.length);
	});

	it('of a moment are not below its lowest', () => {
		const moment = 4_000_000_200_000;
		expect(newIdentifier(moment) >= lowestIdentifier(moment)).toBe(true);
		expect(newIdentifier(moment) < lowestIdentifier(moment + 1)).toBe(true);
	});
});
