import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntry } from './arbitraries.ts';
import { changedMembers, describeChange } from './diff.ts';
import { canonicalEntry, entryContent } from './entry.ts';

describe('a change', () => {
	it('tells members with what they lost and gained', () => {
		const before = canonicalEntry({
			key: '1',
			kind: 'person',
			names: [
				{ full: 'A B', quality: 'primary' },
				{ full: 'C D', quality: 'weak' },
			],
			born: [{ from: '1970', about: true }],
		});
		const after = canonicalEntry({
			key: '1',
			kind: 'person',
			names: [
				{ full: 'E F', quality: 'strong' },
				{ full: 'A B', quality: 'primary' },
			],
			nationalities: ['FR'],
		});
		expect(changedMembers(before, after)).toEqual([
			{ member: 'names', before: 'C D weak', after: 'E F strong' },
			{ member: 'born', before: '1970 about', after: null },
			{ member: 'nationalities', before: null, after: 'FR' },
		]);
		expect(describeChange(undefined, after)).toMatchObject({ change: 'added', caption: 'A B', members: [] });
		expect(describeChange(before, undefined)).toMatchObject({ change: 'removed' });
	});
});

describe('entryContent', () => {
	it('does not depend on the order of what an entry lists', () => {
		fc.assert(
			fc.property(anyEntry, (entry) => {
				const turned = {
					...entry,
					names: [...entry.names].reverse(),
					countries: [...(entry.countries ?? [])].reverse(),
				};
				expect(entryContent(turned)).toBe(entryContent(entry));
				expect(canonicalEntry(canonicalEntry(entry))).toEqual(canonicalEntry(entry));
			}),
			{ seed: 4, numRuns: 60 },
		);
	});
});
