import { describe, expect, it } from 'vitest';
import { formatById } from '../intake/formats/registry.ts';
import { DEFAULT_LIMITS, type Reading } from '../intake/model.ts';
import type { SimulatedDocument } from './model.ts';
import { simulateBorder } from './simulate.ts';

const read = (document: SimulatedDocument): Reading[] => {
	const reader = formatById(document.format)?.open({
		limits: DEFAULT_LIMITS,
		now: () => 0,
		name: document.name,
	});
	return reader === undefined
		? []
		: [...reader.push(new TextEncoder().encode(document.text)), ...reader.end()];
};

describe('submissions of the simulated border', () => {
	const documents = [...simulateBorder({ seed: 11, days: 2, scale: 0.15, startDate: '2026-05-04' })];

	it('are recognised as what they are', () => {
		for (const document of documents)
			if (document.damage === undefined)
				expect(formatById(document.format)?.recognise(document.text.slice(0, 65_536)), document.name).toBe(
					'certain',
				);
	});

	it('read back as the records that were sent, without a refusal, unless they were spoilt on the way', () => {
		for (const document of documents) {
			if (document.damage !== undefined) continue;
			const readings = read(document);
			const references = readings.map((reading) =>
				reading.outcome === 'record'
					? `${reading.record.kind} ${reading.record.reference}`
					: `${reading.code}: ${reading.reason}`,
			);
			expect(references, document.name).toEqual(
				document.records.map((record) => `${record.kind} ${record.reference}`),
			);
		}
	});

	it('keep declarations, movements and outcomes whole', () => {
		const kinds = new Set(['wco-dec', 'record-json', 'movement-jsonl', 'csv']);
		for (const document of documents.filter((each) => kinds.has(each.format) && each.damage === undefined))
			expect(
				read(document).map((reading) => (reading.outcome === 'record' ? reading.record : reading)),
			).toEqual(document.records);
	});

	it('have text that is the same however often it is asked for', () => {
		const document = documents.find((each) => each.format === 'paxlst');
		expect(document?.text).toBe(document?.text);
	});

	it('are sometimes sent twice, byte for byte', () => {
		const busy = [...simulateBorder({ seed: 1, days: 2, scale: 1, startDate: '2026-05-04' })];
		const again = busy.filter((document) => document.duplicate === true);
		expect(again.length).toBeGreaterThan(0);
		for (const document of again.slice(0, 3)) {
			const alike = busy.filter(
				(each) => each.source === document.source && each.records.length === document.records.length,
			);
			expect(alike.filter((each) => each.text === document.text).length).toBe(2);
		}
		expect(busy.some((document) => document.damage !== undefined)).toBe(true);
	});
});
