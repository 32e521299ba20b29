import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { borderRecord } from '../../contract/records/record.ts';
import { domainOf, plotTypes, type SimulatedDocument, type SimulationOptions } from './model.ts';
import { openSimulation, plots, simulateBorder } from './simulate.ts';

const small: SimulationOptions = { seed: 7, days: 2, scale: 0.1, startDate: '2026-03-02' };

const EXPECTED = [
	'customs cargo-report',
	'customs movement-event',
	'customs cash-declaration',
	'customs outcome',
	'fiu suspicion-report',
	'immigration passenger-list',
	'immigration booking',
	'neighbour-customs declaration',
	'neighbour-customs movement-event',
];

const digestOf = (documents: Iterable<SimulatedDocument>): string => {
	const hash = createHash('sha256');
	for (const document of documents)
		hash.update(`${document.node} ${document.at} ${document.name}\n${document.text}`);
	return hash.digest('hex');
};

describe('the simulated border', () => {
	it('is the same byte for byte for the same seed, and another for another seed', () => {
		const first = digestOf(simulateBorder(small));
		expect(digestOf(simulateBorder(small))).toBe(first);
		expect(digestOf(simulateBorder({ ...small, seed: 8 }))).not.toBe(first);
	});

	it('sends documents in order of time, all within the period', () => {
		let last = '2026-03-02';
		for (const document of simulateBorder(small)) {
			expect(document.at >= last).toBe(true);
			last = document.at;
		}
		expect(last < '2026-03-04').toBe(true);
	});

	it('starts with the same documents however long it runs, but for plots', () => {
		const honest = (days: number): string[] =>
			[...simulateBorder({ ...small, days })]
				.filter((document) => document.at < '2026-03-03' && document.format === 'paxlst')
				.map((document) => document.name);
		expect(honest(3).length).toBe(honest(2).length);
	});

	it('stops after the declarations that were asked for', () => {
		let declarations = 0;
		for (const document of simulateBorder({ ...small, days: 3_650, scale: 0.3, declarations: 300 }))
			if (document.node === 'customs')
				declarations += document.records.filter((record) => record.kind === 'declaration').length;
		expect(declarations).toBeGreaterThanOrEqual(300);
		expect(declarations).toBeLessThan(700);
	});

	it('makes records that the contract accepts, each reference once but for amendments', () => {
		const originals = new Set<string>();
		for (const document of simulateBorder({ ...small, days: 4 })) {
			if (document.duplicate === true || document.damage !== undefined) continue;
			for (const record of document.records) {
				const parsed = borderRecord.safeParse(record);
				expect(parsed.success, JSON.stringify(parsed.error?.issues)).toBe(true);
				const key = `${document.node} ${record.kind} ${record.reference}`;
				const version = 'function' in record ? record.function : 'original';
				expect(version === 'original' && originals.has(key) ? key : 'unique').toBe('unique');
				if (version === 'original') originals.add(key);
			}
		}
	});

	it('makes goods consistent: import, export next door and cargo report speak of one consignment', () => {
		const bills = new Map<string, string[]>();
		let together = 0;
		for (const document of simulateBorder({ ...small, days: 3, scale: 0.2 }))
			for (const record of document.records) {
				if (record.kind === 'cargo-report')
					for (const each of record.consignments)
						if (each.transportDocument !== undefined)
							bills.set(
								each.transportDocument,
								(each.items ?? []).map((item) => item.hsCode ?? ''),
							);
				if (record.kind === 'declaration' && record.direction === 'import') {
					const codes = bills.get(record.transportDocuments?.[0]?.number ?? '');
					if (
						codes !== undefined &&
						record.items.every((item, index) => codes[index] === '' || codes[index] === item.hsCode)
					)
						together++;
				}
			}
		expect(together).toBeGreaterThan(150);
	});

	it('refuses a date that is none and a period of no days', () => {
		expect(() => openSimulation({ ...small, startDate: 'soon' })).toThrow(/not a date/);
		expect(() => openSimulation({ ...small, days: 0 })).toThrow(/at least one day/);
	});
});

describe('plots', () => {
	const week: SimulationOptions = { seed: 3, days: 7, scale: 1, startDate: '2026-03-02' };

	it('come at least once each in seven days at scale 1, among a thousand declarations a day and what belongs to them', () => {
		const counts = new Map<string, number>();
		const simulation = openSimulation(week);
		for (const document of simulation.documents)
			for (const record of document.records) {
				const key = `${document.node} ${record.kind}`;
				counts.set(key, (counts.get(key) ?? 0) + 1);
			}
		const aDay = (key: string): number => (counts.get(key) ?? 0) / 7;
		expect(aDay('customs declaration')).toBeGreaterThan(850);
		expect(aDay('customs declaration')).toBeLessThan(1_150);
		for (const key of EXPECTED) expect(aDay(key), key).toBeGreaterThan(3);

		const truth = simulation.truth();
		for (const type of plotTypes)
			expect(truth.filter((plot) => plot.type === type).length, type).toBeGreaterThanOrEqual(1);
		for (const plot of truth) {
			const domains = new Set(plot.documents.map((document) => domainOf[document.kind]));
			domains.delete(undefined);
			expect(domains.size, `${plot.plotId}: ${[...domains]}`).toBeGreaterThanOrEqual(2);
			expect(plot.parties.length).toBeGreaterThanOrEqual(2);
			expect(plot.note).not.toBe('');
		}
	});

	it('point only at documents that were sent', () => {
		const sent = new Set<string>();
		const simulation = openSimulation({ ...week, scale: 0.2 });
		for (const document of simulation.documents)
			if (document.damage === undefined)
				for (const record of document.records)
					sent.add(`${document.node} ${record.kind} ${record.reference}`);
		const missing = simulation
			.truth()
			.flatMap((plot) => plot.documents)
			.filter((document) => !sent.has(`${document.node} ${document.kind} ${document.reference}`));
		expect(missing).toEqual([]);
	});

	it.each([1, 2, 4, 15])('fit into %i days', (days) => {
		const truth = plots({ ...week, days, scale: 0.1 });
		expect(new Set(truth.map((plot) => plot.type)).size).toBeGreaterThanOrEqual(days >= 4 ? 12 : 8);
	});
});
