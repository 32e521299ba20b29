import { expect, it } from 'vitest';
import { readMember } from './member.ts';

it.each([
	['person:bsr mhmd|1971-04-03', 'Person', 'bsr mhmd', '1971-04-03'],
	['document:X1234567|*', 'Document', 'X1234567', null],
	['container:CSQU3054383', 'Container', 'CSQU3054383', null],
	['nothing that is known', '', 'nothing that is known', null],
])('%s', (text, kind, value, more) => {
	expect(readMember(text)).toEqual({ kind, value, with: more });
});
