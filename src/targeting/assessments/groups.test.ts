import { describe, expect, it } from 'vitest';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { GoodsKnowledge, Tally } from '../knowledge.ts';
import type { Firing } from '../model.ts';
import { answerableNumbers, traderNumber } from './answerable.ts';
import { groupsOf } from './groups.ts';

const goods = (seen: number): GoodsKnowledge => ({
	tally: (): Tally => ({ seen, inspected: 0, found: 0, firstDay: 0, lastDay: 0 }),
	rate: () => 0,
	band: () => {
		throw new Error('not asked');
	},
});

const at = (rule: string, place: string): Firing => ({
	rule,
	version: 1,
	title: rule,
	place,
	sentence: rule,
	effect: { kind: 'weight', weight: 0.5 },
	weight: 0.5,
});

const list = (...nationalities: (string | undefined)[]): BorderRecord => ({
	kind: 'passenger-list',
	reference: 'KM101',
	function: 'original',
	listType: 'passengers',
	legs: [],
	travellers: nationalities.map((nationality, index) => ({
		number: index + 1,
		type: 'passenger',
		person: {
			name: { full: `T ${index}` },
			...(nationality === undefined ? {} : { nationalities: [nationality] }),
		},
	})),
});

const declaration = (more: object): Extract<BorderRecord, { kind: 'declaration' }> => ({
	kind: 'declaration',
	reference: 'A-1',
	function: 'original',
	direction: 'import',
	parties: [
		{ role: 'declarant', identifiers: [{ scheme: 'eori', value: 'MT 1111' }] },
		{ role: 'importer', identifiers: [{ scheme: 'EORI', value: 'mt-2222' }] },
		{ role: 'exporter', identifiers: [{ scheme: 'eori', value: 'CN3333' }] },
	],
	items: [
		{ number: 1, originCountry: 'CN' },
		{ number: 2, originCountry: 'CHN' },
		{ number: 3, originCountry: 'VN' },
	],
	...more,
});

describe('groups', () => {
	it('of a declaration are its origins and the size of its importer', () => {
		expect(groupsOf(declaration({}), [], goods(0))).toEqual({ o: ['CN', 'VN'], s: 'new' });
		expect(groupsOf(declaration({ parties: [] }), [], goods(60))).toEqual({ o: ['CN', 'VN'] });
		expect(groupsOf(declaration({}), [], goods(60))).toMatchObject({ s: 'medium' });
	});

	it('of a passenger list are nationalities, and those that a rule points at', () => {
		expect(groupsOf(list('MT', 'IT', 'MT', undefined), [], goods(0))).toEqual({
			n: { MT: [2, 2], IT: [1, 1] },
		});
		expect(groupsOf(list('MT', 'IT', 'MLT'), [at('a', 'travellers[1]'), at('b', '')], goods(0))).toEqual({
			n: { MT: [2, 0], IT: [1, 1] },
			r: { a: { IT: 1 }, b: { MT: 2, IT: 1 } },
		});
	});

	it('of other records are none', () => {
		const event: BorderRecord = {
			kind: 'movement-event',
			reference: 'E-1',
			source: 'port',
			type: 'gate',
			at: '2026-03-01T00:00:00Z',
			subject: { type: 'container', id: 'CSQU3054383' },
		};
		expect(groupsOf(event, [], goods(0))).toEqual({});
	});
});

describe('who answers for a record', () => {
	it('is the importer, the exporter or the holder, and a declarant only where nobody else is named', () => {
		expect(answerableNumbers(declaration({}))).toEqual(['eori:MT2222']);
		expect(answerableNumbers(declaration({ direction: 'export' }))).toEqual(['eori:CN3333']);
		expect(answerableNumbers(declaration({ direction: 'transit' }))).toEqual(['eori:MT1111']);
		const alone = [{ role: 'declarant', identifiers: [{ scheme: 'eori', value: 'MT 1111' }] }];
		expect(answerableNumbers(declaration({ parties: alone }))).toEqual(['eori:MT1111']);
		expect(answerableNumbers(list('MT'))).toEqual([]);
		expect(traderNumber({ scheme: 'VAT', value: 'mt 12.34' })).toBe('tax:MT1234');
	});
});
