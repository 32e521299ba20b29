import { describe, expect, it } from 'vitest';
import { codeOf, emptyDraft, parseAmount, readDraft, usualInspection } from './outcome-draft.ts';

const record = '00000000-0000-4000-8000-000000000000';
const draft = emptyDraft('declaration', 'red', 'NOK');

describe('an amount', () => {
	it.each([
		['12500', 12500],
		['12 500,50', 12500.5],
		['12,500.50', 12500.5],
		['12.500,5', 12500.5],
		['12,500', 12500],
		['1.234.567', 1234567],
		['0.5', 0.5],
		['7,', 7],
	])('%s is %d', (text, amount) => expect(parseAmount(text)).toBe(amount));

	it.each(['', 'much', '-5', ',5', '1e9'])('%j is none', (text) => expect(parseAmount(text)).toBeUndefined());
});

describe('a code of what was found', () => {
	it('is written in small letters and hyphens', () => {
		expect(codeOf('  False origin ')).toBe('false-origin');
		expect(codeOf('Contrefaçon/marque')).toBe('contrefaçon-marque');
		expect(codeOf(' – ')).toBe('');
	});
});

describe('an outcome', () => {
	it('needs a result before anything else', () => {
		expect(readDraft(record, draft, '')).toMatchObject({ ok: false, field: 'result' });
	});

	it('takes what is still being typed for a finding', () => {
		expect(readDraft(record, { ...draft, result: 'offence' }, 'Undervaluation')).toMatchObject({
			ok: true,
			input: { findings: ['undervaluation'], inspection: 'physical' },
		});
		expect(readDraft(record, { ...draft, result: 'offence' }, '')).toMatchObject({ field: 'findings' });
	});

	it('leaves out what nothing found makes meaningless', () => {
		const read = readDraft(
			record,
			{ ...draft, result: 'nothing-found', findings: ['mass'], amount: '500', minutes: '20' },
			'',
		);
		expect(read).toEqual({
			ok: true,
			input: { record, inspection: 'physical', result: 'nothing-found', findings: [], minutes: 20 },
		});
	});

	it('carries amount and currency together', () => {
		const found = { ...draft, result: 'irregularity' as const, amount: '1 200' };
		expect(readDraft(record, found, '')).toMatchObject({ input: { recovered: 1200, currency: 'NOK' } });
		expect(readDraft(record, { ...found, currency: '' }, '')).toMatchObject({ field: 'currency' });
		expect(readDraft(record, { ...found, amount: 'lots' }, '')).toMatchObject({ field: 'amount' });
	});

	it('begins with how such a record is usually checked', () => {
		expect(usualInspection('declaration', 'yellow')).toBe('documents');
		expect(usualInspection('passenger-list', 'red')).toBe('interview');
		expect(usualInspection('declaration', 'blue')).toBe('post-clearance');
	});
});
