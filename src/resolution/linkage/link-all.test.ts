import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MODELS } from './default-models.ts';
import { linkAll } from './link-all.ts';
import { linkageRecordOf, mentionFields } from './mention-records.ts';
import type { LinkageRecord } from './model.ts';
import { fields, invent } from './people.fixture.ts';
import { scorePair } from './score-pair.ts';

/** Keys of each cluster, in one order. */
const groupsOf = (records: readonly LinkageRecord[], clusters: Int32Array): string[] => {
	const groups = new Map<number, string[]>();
	records.forEach(({ key }, at) => {
		groups.set(clusters[at]!, [...(groups.get(clusters[at]!) ?? []), key]);
	});
	return [...groups.values()].map((keys) => keys.sort().join(' ')).sort();
};

describe('linking a table', () => {
	it('finds who is who without being told', async () => {
		const { records, truth } = invent(400);
		const { clusters } = await linkAll(fields, records);
		let [both, inTruth, inClusters] = [0, 0, 0];
		for (let i = 0; i < records.length; i++) {
			for (let j = 0; j < i; j++) {
				const same = truth[i] === truth[j];
				const joined = clusters[i] === clusters[j];
				if (same) inTruth++;
				if (joined) inClusters++;
				if (same && joined) both++;
			}
		}
		expect((2 * both) / (inTruth + inClusters)).toBeGreaterThan(0.97);
	});

	it('gives the same clusters in whatever order the records come', async () => {
		const { records } = invent(60);
		const expected = groupsOf(records, (await linkAll(fields, records)).clusters);
		await fc.assert(
			fc.asyncProperty(fc.shuffledSubarray(records, { minLength: records.length }), async (shuffled) => {
				expect(groupsOf(shuffled, (await linkAll(fields, shuffled)).clusters)).toEqual(expected);
			}),
			{ numRuns: 5, seed: 3 },
		);
	});

	it('gives the same result whatever the number of threads', async () => {
		const { records } = invent(1_000);
		const [one, two] = [await linkAll(fields, records), await linkAll(fields, records, { threads: 2 })];
		expect(two.clusters).toEqual(one.clusters);
		expect(two.links).toEqual(one.links);
		expect(two.candidates).toEqual(one.candidates);
		expect(two.model).toEqual(one.model);
	});

	it('numbers clusters from 0 on, in the order of their first records', async () => {
		const { records } = invent(50);
		const { clusters } = await linkAll(fields, records);
		let next = 0;
		for (const cluster of clusters) {
			expect(cluster).toBeLessThanOrEqual(next);
			if (cluster === next) next++;
		}
	});

	it('takes nothing, one record, and records that say nothing', async () => {
		expect((await linkAll(fields, [])).clusters).toHaveLength(0);
		expect([
			...(await linkAll(fields, [{ key: 'a', values: ['anna', 'cor', '', '', ''] }])).clusters,
		]).toEqual([0]);
		const empty = ['a', 'b', 'c'].map((key) => ({ key, values: ['', '', '', '', ''] }));
		expect([...(await linkAll(fields, empty)).clusters]).toEqual([0, 1, 2]);
	});

	it('takes any text', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 5, maxLength: 5 }), {
					maxLength: 12,
				}),
				async (rows) => {
					const records = rows.map((values, at) => ({ key: String(at), values }));
					expect((await linkAll(fields, records)).clusters).toHaveLength(records.length);
				},
			),
			{ numRuns: 30, seed: 4 },
		);
	});

	it('learns a model that is plain JSON and scores single pairs the same way', async () => {
		const { records, truth } = invent(400);
		const { model } = await linkAll(fields, records);
		const kept: typeof model = JSON.parse(JSON.stringify(model));
		expect(kept).toEqual(model);
		const second = truth.findIndex((person, at) => at > 0 && person === truth[at - 1]);
		const [a, b] = [records[second - 1]!, records[second]!];
		expect(scorePair(kept, a, b)).toEqual(scorePair(model, a, b));
		expect(scorePair(kept, a, a).probability).toBeGreaterThan(0.9);
	});

	it('takes the model of the first day', async () => {
		const firms = ['Acme Trading Ltd', 'ACME Trading Limited', 'Beta Shipping SA'].map((full, at) =>
			linkageRecordOf(String(at), {
				kind: 'organisation',
				names: [{ full }],
				identifiers: [],
				countries: ['DE'],
				addresses: [{ street: `Hafenstr. ${at < 2 ? 1 : 99}`, city: 'Hamburg' }],
			}),
		);
		const { clusters } = await linkAll(mentionFields.organisation, firms, {
			model: DEFAULT_MODELS.organisation,
		});
		expect([...clusters]).toEqual([0, 0, 1]);
	});

	it('lets an e-mail that many names share link nobody', async () => {
		const { records } = invent(300, 11);
		const givens = 'Agnes Boris Chidi Daria Elke Franco Gil Haruki Indira Jurgen Kasia Lotta'.split(' ');
		const names =
			'Abbott Brzezina Chukwu Dimitrov Eklund Ferrari Goulart Hashimoto Iyer Jansen Kowalski Lindqvist'.split(
				' ',
			);
		const shared = names.map((family, at) => ({
			key: `broker-${at}`,
			values: [givens[at] ?? '', family, '', '', 'desk@broker.example'],
		}));
		const all = [...records, ...shared];
		const { clusters } = await linkAll(fields, all);
		expect(new Set(clusters.slice(records.length)).size).toBe(shared.length);
	});
});
