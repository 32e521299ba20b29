/** Reports as their senders make them: whole, odd and incomplete, and what is no report at all. */
import { describe, expect, it } from 'vitest';
import { HEAD, read, readOne, report, TAIL, TRANSACTION } from './fixtures/reading.ts';
import { goaml } from './goaml.ts';

describe('what senders do', () => {
	it('keeps the reference when a report is sent again', () => {
		const corrected = report(TRANSACTION.replace('100.50', '101'), HEAD.replace('10:00:00', '18:00:00'));
		expect(readOne(corrected).record.reference).toBe(readOne(report(TRANSACTION)).record.reference);
	});

	it('reads several reports: one after the other, or in a wrapper', () => {
		const two = `${report(TRANSACTION)}\n<?xml version="1.0"?>\n${report('<activity/>')}`;
		expect(read(two)).toMatchObject([
			{ outcome: 'record', place: { message: 1 } },
			{ outcome: 'record', place: { message: 2 } },
		]);
		expect(read(`<reports>${report(TRANSACTION)}${report(TRANSACTION)}</reports>`)).toMatchObject([
			{ outcome: 'record', place: { message: 1, words: 'message 1 (report A-1), line 1' } },
			{ outcome: 'record', place: { message: 2 } },
		]);
	});

	it('reads a wrapper with something beside the reports, and items without their element', () => {
		const flat = TRANSACTION.replace(
			'</last_name>',
			'</last_name><deceased_date>2020-01-02T00:00:00</deceased_date><addresses><address>Quay 1</address><city>Kiel</city></addresses>',
		);
		const xml = report(flat).replace('<indicator>X1</indicator>', 'X1');
		const { record, codes } = readOne(`<goAMLReport xmlns="urn:x"><header/>${xml}</goAMLReport>`);
		expect(record.indicators).toEqual(['X1']);
		expect(record.transactions?.[0]?.sides[0]?.person).toMatchObject({
			person: { diedOn: '2020-01-02' },
			addresses: [{ lines: ['Quay 1'], city: 'Kiel' }],
		});
		expect(codes).toContain('info goaml.no-item');
	});

	it('names a report without a reference by its first transaction', () => {
		const anonymous = HEAD.replace(/<entity_reference>.*?<\/entity_reference>/, '');
		expect(readOne(report(TRANSACTION, anonymous)).record.reference).toBe('12/1');
		expect(readOne(report('<activity/>', anonymous)).record.reference).toBe('12/2026-01-31T10:00:00');
	});

	it('reads namespaces, prefixes and elements out of order', () => {
		const xml = `<g:report xmlns:g="urn:example">${TRANSACTION}${HEAD}${TAIL}</g:report>`;
		const { record, codes } = readOne(xml.replaceAll(/<(\/?)(\w)/g, '<$1g:$2').replaceAll('g:g:', 'g:'));
		expect(record.transactions).toHaveLength(1);
		expect(codes).toEqual([
			'info goaml.order',
			'info goaml.order',
			'info goaml.order',
			'info goaml.order',
			'info goaml.order',
			'info goaml.order',
		]);
	});

	it('tells an element that is not read once, however often it comes', () => {
		const unknown = TRANSACTION.replace('</transaction>', '<fraud_score><a/></fraud_score></transaction>');
		const { record, codes, sentences } = readOne(
			report(unknown.repeat(3).replaceAll('>1<', () => `>${++count}<`)),
		);
		expect(record.transactions).toHaveLength(3);
		expect(codes).toEqual(['info goaml.not-read']);
		expect(sentences[0]).toContain('It is so in 3 places.');
	});
	let count = 0;

	it.each([
		['a date', 'date_transaction', '30.01.2026', 'error goaml.date'],
		['a day that is none', 'date_transaction', '2026-02-30T00:00:00', 'error goaml.date'],
		['an amount', 'amount_local', '1,234.50', 'error goaml.decimal'],
		['a placeholder date', 'date_transaction', '1900-01-01T00:00:00', 'info goaml.placeholder-date'],
	])('tells %s that cannot be read, and keeps the rest', (_, element, value, code) => {
		const broken = TRANSACTION.replace(new RegExp(`<${element}>[^<]*`), `<${element}>${value}`);
		const { record, codes } = readOne(report(broken));
		expect(codes).toContain(code);
		expect(record.transactions?.[0]?.sides).toHaveLength(2);
	});

	it('tells what is missing', () => {
		const { record, sentences } = readOne(
			report('<transaction/>', HEAD.replace(/<entity_reference>.*?<\/entity_reference>/, '')),
		);
		expect(record.reference).toBe('12/2026-01-31T10:00:00');
		expect(record.transactions).toEqual([{ number: '-', amountLocal: '0', sides: [] }]);
		const told = sentences.join('\n');
		for (const name of [
			'entity_reference',
			'transactionnumber',
			'date_transaction',
			'amount_local',
			'transmode_code',
		]) {
			expect(told).toContain(name);
		}
	});

	it('holds amounts against exchange rates, either way round', () => {
		const foreign = (rate: string): string =>
			`<from_foreign_currency><foreign_currency_code>USD</foreign_currency_code><foreign_amount>50</foreign_amount><foreign_exchange_rate>${rate}</foreign_exchange_rate></from_foreign_currency>`;
		const codes = (rate: string): string[] =>
			readOne(report(TRANSACTION.replace('<from_person>', `${foreign(rate)}<from_person>`))).codes;
		expect(codes('2.01')).toEqual([]);
		expect(codes('0.4975')).toEqual([]);
		expect(codes('3')).toEqual(['warning goaml.exchange-sum']);
	});

	it('tells a transaction after the report, a number twice, and nobody on a side', () => {
		const late = TRANSACTION.replace('2026-01-30', '2026-02-02');
		const nobody = TRANSACTION.replace(/<from_person>.*<\/from_person>/, '');
		const { codes } = readOne(report(late + nobody));
		expect(codes).toEqual([
			'warning goaml.date-order',
			'warning goaml.no-subject',
			'warning goaml.duplicate-transaction',
		]);
	});
});

describe('what is no report', () => {
	it.each([
		['<report><title>Yearly figures</title></report>', 'report'],
		['<report/>', 'report'],
		['<goAMLLookups xmlns="http://www.unodc.org/goaml"><item/></goAMLLookups>', 'goAMLLookups'],
		['<reports/>', 'reports'],
	])('%s is refused with what to do', (xml, name) => {
		const [refusal, ...more] = read(xml);
		expect(more).toEqual([]);
		expect(refusal).toMatchObject({ outcome: 'refused', code: 'goaml.not-a-report' });
		expect(refusal?.outcome === 'refused' && refusal.reason).toContain(name);
	});

	it('refuses document types', () => {
		expect(read(`<!DOCTYPE report [<!ENTITY a "b">]>${report(TRANSACTION)}`)).toMatchObject([
			{ outcome: 'refused', code: 'xml.doctype' },
		]);
	});

	it.each([
		[`<?xml version="1.0"?><!-- x > y --><report>${HEAD}`, 'certain'],
		[`<ns:report xmlns:ns="a"><ns:rentity_id>1`, 'certain'],
		[`<reports><report>${HEAD}`, 'certain'],
		['<report><title/></report>', 'look-alike'],
		['<lookups xmlns="http://www.unodc.org/goaml">', 'look-alike'],
		['<Declaration/>', 'no'],
		['rentity_id;report_code', 'no'],
		['<?xml', 'no'],
		['', 'no'],
	] as const)('recognises %s as %s', (head, recognition) => {
		expect(goaml.recognise(head)).toBe(recognition);
	});
});
