import { describe, expect, it } from 'vitest';
import { changePlace, groupChanges } from './changes.ts';

describe('what a version changes', () => {
	it('is one line for each place', () => {
		expect(
			groupChanges([
				{ path: 'purposes: cash-control', before: 'cash-control', after: null },
				{ path: 'purposes: customs-control', before: null, after: 'customs-control' },
				{ path: 'retentionDays', before: '365', after: '730' },
			]),
		).toEqual([
			{ what: 'purposes', removed: ['cash-control'], added: ['customs-control'] },
			{ what: 'retentionDays', removed: ['365'], added: ['730'] },
		]);
	});

	it.each([
		['retentionDays', 'Retention days'],
		['handling.least', 'Handling: Least'],
		['grants fiu to customs', 'fiu to customs'],
		['grants fiu to customs.messages', 'fiu to customs, messages'],
		['grants fiu to customs (2).cash-declaration.masked', 'fiu to customs (2), Cash declarations, masked'],
		[
			'grants fiu.example to customs.example.declaration.allowed',
			'fiu.example to customs.example, Declarations, allowed',
		],
	])('%s is said as %s', (place, words) => expect(changePlace(place)).toBe(words));
});
