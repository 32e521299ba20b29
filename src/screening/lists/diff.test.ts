import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEntry, anyList } from './arbitraries.ts';
import { changedMembers, describeChange, diffEntries } from './diff.ts';
import { canonicalEntry, entryContent } from './entry.ts';
import { readList } from './read-list.ts';

const data = new URL('../../../../shared/data/screening/un/', import.meta.url);

describe('diffEntries', () => {
	it('finds nothing between a list and itself, in any order', () => {
		fc.assert(
			fc.property(anyList, (list) => {
				const { added, changed, removed } = diffEntries(list, [...list].reverse());
				expect([...added, ...changed, ...removed]).toEqual([]);
			}),
			{ seed: 2, numRuns: 50 },
		);
	});

	it('leads from one version to the other', () => {
		fc.assert(
			fc.property(anyList, anyList, (before, after) => {
				const { added, changed, removed } = diffEntries(before, after);
				const list = new Map(before.map((entry) => [entry.key, entry]));
				for (const entry of removed) list.delete(entry.key);
				for (const entry of added) list.set(entry.key, entry);
				for (const change of changed) list.set(change.after.key, change.after);
				expect([...list.values()].map(entryContent).sort()).toEqual(after.map(entryContent).sort());
			}),
			{ seed: 2, numRuns: 50 },
		);
	});

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

	it.skipIf(!existsSync(data))('compares two real versions by their stable keys', () => {
		const [before, after] = ['2020', '2026'].map(
			(year) =>
				readList(undefined, [
					{ name: 'un.xml', bytes: readFileSync(new URL(`consolidated-${year}.xml`, data)) },
				]).entries,
		);
		const difference = diffEntries(before ?? [], after ?? []);
		expect(difference.added.length).toBeGreaterThan(50);
		expect(difference.removed.length).toBeGreaterThan(50);
		expect(difference.added.length + (before?.length ?? 0) - difference.removed.length).toBe(after?.length);
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
