/** Shapes in which declarations come, and what is not read as one. */
import { describe, expect, it } from 'vitest';
import { body, codes, readAll } from './fixtures/reading.ts';
import { wcoDeclaration } from './wco.ts';

describe('shapes of submissions', () => {
	const shapes: [string, string][] = [
		['bare and without namespace', `<Declaration>${body}</Declaration>`],
		[
			'bare, in a namespace of another version',
			`<Declaration xmlns="urn:wco:datamodel:WCO:DEC:1">${body}</Declaration>`,
		],
		[
			'within MetaData',
			`<MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><WCOTypeName>DEC</WCOTypeName><Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">${body}</Declaration></MetaData>`,
		],
		[
			'with prefixes',
			`<m:MetaData xmlns:m="urn:m"><m:WCOTypeName>DEC-DMS</m:WCOTypeName><q:Declaration xmlns:q="urn:wco:datamodel:WCO:DEC-DMS:2">${body.replaceAll(/<(\/?)/g, '<$1q:')}</q:Declaration></m:MetaData>`,
		],
		[
			'within a request with a header',
			`<v:submitDeclarationRequest xmlns:v="urn:v"><v:requestCommon><v:regime>CDS</v:regime></v:requestCommon><v:requestDetail><MetaData><Declaration>${body}</Declaration></MetaData></v:requestDetail></v:submitDeclarationRequest>`,
		],
		[
			'within an unknown wrapper',
			`<DeclarationFile xmlns:w="urn:wco:datamodel:WCO:DEC:3"><Batch><Declaration>${body}</Declaration></Batch></DeclarationFile>`,
		],
		[
			'after a mark, comments and white space',
			`\ufeff<?xml version="1.0"?><!-- <Response> -->\n<MetaData><WCOTypeName> DEC </WCOTypeName><Declaration>${body}</Declaration></MetaData>\n`,
		],
	];
	it.each(shapes)('reads a declaration %s', (_name, xml) => {
		expect(codes(readAll(xml, 13))).toEqual(['R1']);
		expect(wcoDeclaration.recognise(xml.replace('\ufeff', ''))).toBe('certain');
	});

	it('reads several declarations of a wrapper and of a dump, each in its place', () => {
		const one = (reference: string) => `<Declaration>${body.replace('R1', reference)}</Declaration>`;
		const dump = `<Batch xmlns="urn:wco:datamodel:WCO:DEC:2"><MetaData>${one('A')}</MetaData><MetaData>${one('B')}</MetaData></Batch>\n<?xml version="1.0"?>${one('C')}`;
		const readings = readAll(dump);
		expect(codes(readings)).toEqual(['A', 'B', 'C']);
		expect(readings.map(({ place }) => [place.message, place.offset])).toEqual([
			[1, dump.indexOf('<Declaration>')],
			[2, dump.indexOf('<Declaration>', dump.indexOf('A</'))],
			[3, dump.lastIndexOf('<Declaration>')],
		]);
	});

	const lookAlikes: [string, string, string][] = [
		[
			'wco.response',
			'DMSTAX',
			'<MetaData><WCOTypeName>RES</WCOTypeName><Response><FunctionCode>13</FunctionCode><Declaration><ID>26GB</ID></Declaration></Response></MetaData>',
		],
		[
			'wco.response',
			'RES',
			`<MetaData><WCOTypeName>RES</WCOTypeName><Declaration>${body}</Declaration></MetaData>`,
		],
		[
			'wco.retrieval',
			'not a submission',
			`<p:DeclarationFullResponse xmlns:p="urn:p" xmlns:w="urn:wco:datamodel:WCO:DEC-DMS:2"><p:FullDeclarationObject><p:Declaration>${body}</p:Declaration></p:FullDeclarationObject></p:DeclarationFullResponse>`,
		],
		[
			'wco.status',
			'status',
			`<n:DeclarationStatusResponse xmlns:n="urn:wco:datamodel:x"><n:Declaration>${body}</n:Declaration></n:DeclarationStatusResponse>`,
		],
		[
			'wco.inventory',
			'movement',
			'<inventoryLinkingMovementRequest xmlns="http://gov.uk/customs/inventoryLinking/v1"><messageCode>EAL</messageCode></inventoryLinkingMovementRequest>',
		],
		[
			'wco.other-message',
			'cargo report',
			`<MetaData xmlns="urn:wco:datamodel:WCO:X"><WCOTypeName>CRI</WCOTypeName><Declaration>${body}</Declaration></MetaData>`,
		],
		[
			'wco.not-a-declaration',
			'MetaData',
			'<MetaData xmlns="urn:wco:datamodel:WCO:X"><WCOTypeName>DEC</WCOTypeName></MetaData>',
		],
	];
	it.each(lookAlikes)('refuses with %s, saying %s', (code, words, xml) => {
		const [reading, ...more] = readAll(xml);
		expect(more).toEqual([]);
		expect(reading).toMatchObject({ outcome: 'refused', code, reason: expect.stringContaining(words) });
		if (code !== 'wco.not-a-declaration') expect(wcoDeclaration.recognise(xml)).toBe('look-alike');
	});

	it('recognises what shows little of itself', () => {
		const bare =
			'<Declaration><FunctionCode>13</FunctionCode><ID>26GB1</ID><TypeCode>INV</TypeCode></Declaration>';
		expect(wcoDeclaration.recognise(bare)).toBe('likely');
		expect(codes(readAll(bare))).toEqual(['26GB1']);
		const commented = `<MetaData xmlns="urn:wco:datamodel:WCO:X"><!--${' '.repeat(65_000)}`;
		expect(wcoDeclaration.recognise(commented)).toBe('likely');
		const enveloped = `<s:Envelope xmlns:s="urn:s"><s:Body><Declaration>${body}</Declaration></s:Body></s:Envelope>`;
		expect([wcoDeclaration.recognise(enveloped), ...codes(readAll(enveloped))]).toEqual(['certain', 'R1']);
	});

	it('leaves other XML and other text alone', () => {
		for (const head of [
			'<report><rentity_id>1</rentity_id></report>',
			'UNB+UNOA:1',
			'{"a":1}',
			'',
			'<html><body/></html>',
			'<Declaration><Name>x</Name></Declaration>',
		])
			expect(wcoDeclaration.recognise(head)).toBe('no');
	});
});
