import { describe, expect, it } from 'vitest';
import { borderRecord, type RecordKind } from '../../../contract/records/record.ts';
import { ruleSubjects } from '../../../contract/rules.ts';
import { simulateBorder } from '../../training/simulate.ts';
import { openMemory } from '../memory.ts';
import { catalogue, factList } from './catalogue.ts';
import type { FactType } from './fact-table.ts';
import { unitsOf } from './units.ts';

const isOfType = (type: FactType, value: unknown): boolean => {
	switch (type) {
		case 'double':
			return typeof value === 'number';
		case 'string':
			return typeof value === 'string';
		case 'bool':
			return typeof value === 'boolean';
		case 'list<string>':
			return Array.isArray(value) && value.every((each) => typeof each === 'string');
		default:
			return Array.isArray(value) && value.every((each) => typeof each === 'number');
	}
};

const knowledge = openMemory();
const contextAt = (nowMs: number) => ({
	version: 1,
	day: Math.floor(nowMs / 86_400_000),
	nowMs,
	findings: [],
	hits: [],
	knowledge,
});

describe('units of records', () => {
	it('have every fact of the catalogue, of its type, on the documents of a day', () => {
		const stated = new Map<string, number>();
		const seen = new Set<string>();
		const wrong: string[] = [];
		for (const { at, records } of simulateBorder({ seed: 5, days: 1, scale: 0.1, startDate: '2026-01-05' }))
			for (const record of records) {
				const nowMs = Date.parse(at);
				for (const { subject, place, variables } of unitsOf(record, contextAt(nowMs))) {
					seen.add(subject);
					for (const [variable, { facts, view }] of Object.entries(catalogue[subject])) {
						const object = variables[variable] ?? {};
						expect(object).toBeInstanceOf(view);
						for (const [name, { type }] of Object.entries(facts)) {
							const value: unknown = Reflect.get(object, name);
							if (!isOfType(type, value)) wrong.push(`${subject} ${place} ${variable}.${name}`);
							const says = !(Number.isNaN(value) || value === '' || value === false || `${value}` === '');
							if (says) stated.set(`${variable}.${name}`, (stated.get(`${variable}.${name}`) ?? 0) + 1);
						}
					}
				}
				knowledge.see({ record, version: 1, atMs: nowMs, hits: [] });
			}
		expect(wrong).toEqual([]);
		expect([...seen].sort()).toEqual([...ruleSubjects].sort());
		for (const path of [
			'item.unitPrice',
			'importer.seen',
			'consignee.country',
			'traveller.documentDaysLeft',
			'booking.bookedDaysAhead',
			'cash.amount',
			'suspicion.keys',
			'shipment.declaredMassKg',
		])
			expect(stated.get(path) ?? 0, path).toBeGreaterThan(0);
		expect(stated.size / factList().length).toBeGreaterThan(0.6);
	});

	it('have every fact on records that say next to nothing', () => {
		const bare: Partial<Record<RecordKind, object>> = {
			declaration: { function: 'original', direction: 'unknown', parties: [], items: [{ number: 1 }] },
			'cargo-report': { function: 'original', consignments: [{ number: 1, items: [] }] },
			'passenger-list': {
				function: 'original',
				listType: 'passengers',
				legs: [],
				travellers: [{ number: 1, type: 'passenger', person: { name: { full: '?' } } }],
			},
			booking: { function: 'original', locators: [], legs: [], travellers: [] },
			'cash-declaration': {
				function: 'original',
				direction: 'entering',
				basis: 'found',
				declaredAt: '2026-01-01T00:00Z',
				carrier: { person: { name: { full: '?' } } },
				instruments: [{ type: 'gold', value: { amount: '0' } }],
			},
			'suspicion-report': { reporterId: '1', reportCode: 'SAR' },
			'movement-event': {
				type: 'gate',
				at: '2026-01-01T00:00Z',
				subject: { type: 'container', id: 'X' },
				source: 'g',
			},
		};
		for (const [kind, rest] of Object.entries(bare)) {
			const record = borderRecord.parse({ kind, reference: 'X', ...rest });
			const units = unitsOf(record, contextAt(0));
			expect(units.length).toBeGreaterThan(0);
			for (const { subject, variables, about } of units) {
				for (const [variable, { facts }] of Object.entries(catalogue[subject]))
					for (const [name, { type }] of Object.entries(facts))
						expect(isOfType(type, Reflect.get(variables[variable] ?? {}, name)), `${variable}.${name}`).toBe(
							true,
						);
				expect([about.unitValue(), about.currency(), about.changedLate()]).toEqual([Number.NaN, '', false]);
			}
		}
	});

	it('keep to what is said of goods', () => {
		const record = borderRecord.parse({
			kind: 'declaration',
			reference: 'X',
			function: 'amendment',
			direction: 'import',
			arrivesOn: '2026-01-06',
			parties: [
				{ role: 'importer', kind: 'person', name: 'Ola Nordmann', address: { country: 'NO' } },
				{ role: 'exporter', name: 'Acme', identifiers: [{ scheme: 'eori', value: 'SE 123456' }] },
			],
			items: [{ number: 1, hsCode: '640411', netMassKg: '4', price: { amount: '10', currency: 'EUR' } }],
		});
		const [whole, item] = unitsOf(record, { ...contextAt(Date.parse('2026-01-05T12:00:00Z')), version: 2 });
		expect(item).toMatchObject({ subject: 'goods-item', place: 'items[0]' });
		expect(item?.about.unitValue()).toBe(2.5);
		expect(whole?.about.changedLate()).toBe(true);
		expect(item?.variables['importer']).toMatchObject({ id: '', country: 'NO', isPerson: true });
		expect(item?.variables['exporter']).toMatchObject({ id: 'eori:SE123456', isNew: true });
	});
});
