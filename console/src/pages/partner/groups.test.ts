import { describe, expect, it } from 'vitest';
import { compareGroups, emptyGroups, formatGroups, typeInto } from './groups.ts';

const fingerprint = Array.from({ length: 12 }, (_, at) => String(10_000 + at)).join(' ');

describe('a fingerprint that is typed', () => {
	it('moves on after five digits, and leaves out what is no digit', () => {
		expect(typeInto(emptyGroups, 0, '1a2')).toMatchObject({ next: 0 });
		const typed = typeInto(emptyGroups, 3, '12345');
		expect(typed.next).toBe(4);
		expect(typed.groups[3]).toBe('12345');
		expect(typeInto(emptyGroups, 11, '12345').next).toBe(11);
	});

	it('takes all groups at once, however they are written', () => {
		for (const text of [fingerprint, fingerprint.replaceAll(' ', ''), fingerprint.replaceAll(' ', '-')])
			expect(formatGroups(typeInto(emptyGroups, 0, text).groups)).toBe(fingerprint);
		expect(typeInto(emptyGroups, 0, `${fingerprint} 99999`).groups).toHaveLength(12);
	});

	it('is compared group by group', () => {
		const { groups } = typeInto(emptyGroups, 0, '10000 10009 1000');
		expect(compareGroups(groups, fingerprint).slice(0, 3)).toEqual(['same', 'different', 'empty']);
		expect(new Set(compareGroups(typeInto(emptyGroups, 0, fingerprint).groups, fingerprint))).toEqual(
			new Set(['same']),
		);
	});
});
