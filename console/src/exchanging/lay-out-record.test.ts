import { describe, expect, it } from 'vitest';
import { layOutRecord } from './lay-out-record.ts';

describe('a record as far as it was shared', () => {
	it('has facts in groups, and a table where a list has several rows', () => {
		const { groups, tables } = layOutRecord(
			{
				office: '2026-03-01T10:28:16Z',
				containers: ['A', 'B'],
				invoiceTotal: { currency: 'NOK' },
				parties: [{ role: 'importer', person: { name: { full: 'Jonas Vik' } } }],
				items: [
					{ hsCode: '640399', codes: [{ code: '1' }, { code: '2' }] },
					{ hsCode: '620342', dutiable: true },
				],
			},
			[],
		);
		expect(groups.map(({ title, facts }) => [title, facts.map(({ label, text }) => [label, text])])).toEqual([
			[
				'General',
				[
					['Office', '2026-03-01 10:28:16 UTC'],
					['Containers', 'A; B'],
				],
			],
			['Invoice total', [['Currency', 'NOK']]],
			[
				'Parties',
				[
					['Role', 'importer'],
					['Person · name · full', 'Jonas Vik'],
				],
			],
		]);
		expect(tables).toEqual([
			{
				path: 'items',
				title: 'Items',
				columns: [
					{ path: 'hsCode', label: 'HS code', isMasked: false },
					{ path: 'codes.code', label: 'Codes · code', isMasked: false },
					{ path: 'dutiable', label: 'Dutiable', isMasked: false },
				],
				rows: [
					['640399', '1; 2', undefined],
					['620342', undefined, 'yes'],
				],
			},
		]);
	});

	it('says of each masked path once that there is a value', () => {
		const { groups, tables } = layOutRecord(
			{ invoiceTotal: { currency: 'NOK' }, items: [{ hsCode: '1' }, { hsCode: '2' }] },
			['invoiceTotal.amount', 'items.price.amount', 'parties.name'],
		);
		expect(
			groups.flatMap(({ facts }) => facts.filter(({ text }) => text === null).map(({ path }) => path)),
		).toEqual(['parties.name', 'invoiceTotal.amount']);
		expect(tables[0]?.columns.filter(({ isMasked }) => isMasked).map(({ path }) => path)).toEqual([
			'price.amount',
		]);
	});

	it('takes whatever it is given', () => {
		expect(layOutRecord({}, [])).toEqual({ groups: [], tables: [] });
		const odd = layOutRecord({ a: null, b: [[], null], c: [1, { d: 2 }] }, ['x']);
		expect(odd.groups[0]?.facts.map(({ path }) => path)).toContain('x');
	});
});
