import { expect, it } from 'vitest';
import { filterOf } from './filter-of.ts';

it('days are whole ones in the zone of the reader', () => {
	const { from, until, ...rest } = filterOf({ what: 'view', from: '2026-03-28', until: '2026-03-28' });
	expect(rest).toEqual({ what: 'view' });
	expect(new Date(from ?? '').getHours()).toBe(0);
	expect(new Date(until ?? '').getHours()).toBe(0);
	expect(new Date(until ?? '').getDate()).toBe(29);
	expect(filterOf({})).toEqual({});
});
