/** The published lists, read in place: what is on them is found as it stands, and people of no list are not. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readList } from '../lists/read-list.ts';
import { mention } from './made-up.ts';
import { scoreMention } from './screen.ts';
import { buildIndex } from './screening-index.ts';

const un = new URL('../../../../shared/data/screening/un/consolidated-2026.xml', import.meta.url);

// Skipped where the folder with the lists is not beside the repository.
describe.skipIf(!existsSync(un))('the consolidated list of the United Nations', () => {
	const read = () => readList('un-consolidated', [{ name: 'un.xml', bytes: readFileSync(un) }]).entries;

	it('finds every person and organisation by each good name, in any script', () => {
		const entries = read();
		const index = buildIndex(entries.map((entry) => ({ list: 'un', entry })));
		const missed: string[] = [];
		let asked = 0;
		for (const { key, kind, names } of entries) {
			if (kind !== 'person' && kind !== 'organisation') continue;
			for (const { full, quality } of names.slice(0, 2)) {
				// One word is not enough to be taken for somebody.
				if (quality === 'weak' || !/\S\s+\S/.test(full)) continue;
				asked += 1;
				const hits = scoreMention(index, mention(full, { kind }), { limit: 1_000 });
				if (!hits.some((hit) => hit.key === key)) missed.push(`${key}: ${full}`);
			}
		}
		expect(asked).toBeGreaterThan(1_000);
		expect(missed.slice(0, 20)).toEqual([]);
	});

	it('leaves people alone who are on no list', () => {
		const index = buildIndex(read().map((entry) => ({ list: 'un', entry })));
		for (const full of [
			'Ingrid Halvorsen',
			'Mateusz Wojciechowski',
			'Priya Chandrasekaran',
			'Tomás Echeverría',
		])
			expect(scoreMention(index, mention(full, { born: '1988-03-09' }))).toEqual([]);
	});
});
