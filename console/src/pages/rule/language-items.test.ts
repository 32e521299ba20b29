import { describe, expect, it } from 'vitest';
import type { RuleLanguage } from '../../../../contract/views-rules.ts';
import { languageItems, searchLanguage } from './language-items.ts';

const language: RuleLanguage = {
	facts: [
		{ path: 'item.unitPrice', type: 'double', title: 'Price of a kilogram', subjects: ['goods-item'] },
		{
			path: 'importer.seen',
			type: 'int',
			title: 'How often it imported',
			subjects: ['goods-item', 'declaration'],
		},
		{ path: 'traveller.bags', type: 'int', title: 'Pieces of baggage', subjects: ['traveller'] },
	],
	functions: [{ signature: 'band(measure, hs, origin): Band', title: 'What is usual of a price or a mass' }],
	codeLists: [{ id: 'dual-use', title: 'Dual-use goods', source: 'EU 2021/821', codes: 1_200 }],
};

describe('what a condition may name', () => {
	it('are the facts of its subject, functions and lists, as they are put in', () => {
		expect(
			languageItems(language, 'goods-item').map(({ name, type, insert }) => [name, type, insert]),
		).toEqual([
			['item.unitPrice', 'double', 'item.unitPrice'],
			['importer.seen', 'int', 'importer.seen'],
			['band(measure, hs, origin)', 'Band', 'band(measure, hs, origin)'],
			['dual-use', '1,200 codes', '"dual-use"'],
		]);
	});

	it('is found by name and by meaning', () => {
		const found = (search: string) =>
			searchLanguage(languageItems(language, 'goods-item'), search).map(({ name }) => name);
		expect(found('PRICE')).toEqual(['item.unitPrice', 'band(measure, hs, origin)']);
		expect(found('often import')).toEqual(['importer.seen']);
		expect(found('')).toHaveLength(4);
	});
});
