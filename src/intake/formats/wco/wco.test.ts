import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Party } from '../../../../contract/records/common.ts';
import {
	type Declaration,
	declaration as declarationSchema,
} from '../../../../contract/records/declaration.ts';
import { DEFAULT_LIMITS, type Limits, type Reading } from '../../model.ts';
import { anyDeclaration } from './arbitraries.ts';
import { formatDeclaration } from './format.ts';
import { wcoDeclaration } from './wco.ts';

const OPTIONS = {
	sender: 'TESTER',
	receiver: 'CUSTOMS',
	preparedAt: '2026-01-01T00:00:00Z',
	controlReference: '1',
};

function readAll(input: string | Uint8Array, chunkBytes = 65_536, limits: Partial<Limits> = {}): Reading[] {
	const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
	const reader = wcoDeclaration.open({ limits: { ...DEFAULT_LIMITS, ...limits }, now: () => 0 });
	const readings: Reading[] = [];
	for (let at = 0; at < bytes.length; at += chunkBytes)
		readings.push(...reader.push(bytes.subarray(at, at + chunkBytes)));
	return [...readings, ...reader.end()];
}

function readOne(input: string): { declaration: Declaration; findings: string[] } {
	const [reading] = readAll(input);
	if (reading?.outcome !== 'record' || reading.record.kind !== 'declaration')
		throw new Error(`no declaration: ${JSON.stringify(reading)}`);
	return { declaration: reading.record, findings: reading.findings.map(({ code }) => code) };
}

const codes = (readings: Reading[]): string[] =>
	readings.map((reading) =>
		reading.outcome === 'record' && reading.record.kind === 'declaration'
			? reading.record.reference
			: reading.outcome === 'refused'
				? reading.code
				: '?',
	);

const body =
	'<FunctionCode>9</FunctionCode><FunctionalReferenceID>R1</FunctionalReferenceID><TypeCode>IMA</TypeCode>';
const goods =
	'<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric></GovernmentAgencyGoodsItem></GoodsShipment>';

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

describe('content', () => {
	it('joins a change to its declaration by the registration number', () => {
		const { declaration, findings } = readOne(
			`<Declaration><FunctionCode>13</FunctionCode><FunctionalReferenceID>LRN2</FunctionalReferenceID><ID>26GB1</ID><TypeCode>COR</TypeCode>
			<AdditionalInformation><StatementDescription>Mass was wrong</StatementDescription><StatementTypeCode>AES</StatementTypeCode></AdditionalInformation>
			<Amendment><ChangeReasonCode>28</ChangeReasonCode><Pointer><DocumentSectionCode>42A</DocumentSectionCode></Pointer><Pointer><SequenceNumeric>1</SequenceNumeric><DocumentSectionCode>65A</DocumentSectionCode><TagID>128</TagID></Pointer></Amendment>
			<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Commodity><GoodsMeasure><NetNetWeightMeasure unitCode="TNE">2.1</NetNetWeightMeasure></GoodsMeasure></Commodity></GovernmentAgencyGoodsItem></GoodsShipment></Declaration>`,
		);
		expect(findings).toEqual([]);
		expect(declaration).toMatchObject({
			reference: '26GB1',
			registrationNumber: '26GB1',
			function: 'amendment',
			further: { FunctionalReferenceID: 'LRN2' },
			change: {
				reasonCode: '28',
				reason: 'Mass was wrong',
				pointers: [[{ section: '42A' }, { section: '65A', sequence: 1, tag: '128' }]],
			},
			items: [{ number: 1, netMassKg: '2100' }],
		});
		for (const type of ['INV', 'CAN']) {
			const cancelled = readOne(
				`<Declaration><FunctionCode>13</FunctionCode><ID>26GB1</ID><TypeCode>${type}</TypeCode></Declaration>`,
			);
			expect(cancelled.declaration).toMatchObject({ reference: '26GB1', function: 'cancellation' });
		}
		expect(
			readOne(
				'<Declaration><FunctionCode>1</FunctionCode><FunctionalReferenceID>L</FunctionalReferenceID></Declaration>',
			).findings,
		).toEqual(['wco.registration-number']);
	});

	it('reads dates in the forms of UN/EDIFACT 2379 and ISO 8601, and tells what is none', () => {
		const at = (text: string, format = '') => {
			const { declaration, findings } = readOne(
				`<Declaration>${body}<IssueDateTime><DateTimeString${format}>${text}</DateTimeString></IssueDateTime>${goods}</Declaration>`,
			);
			return [declaration.declaredAt ?? declaration.declaredOn, ...findings];
		};
		expect(at('20221121095500+01', ' formatCode="304"')).toEqual(['2022-11-21T09:55:00+01:00']);
		expect(at('20221121', ' formatCode="102"')).toEqual(['2022-11-21']);
		expect(at('202211210955', ' formatCode="203"')).toEqual(['2022-11-21T09:55']);
		expect(at('2022-11-21T09:55:00.123Z')).toEqual(['2022-11-21T09:55:00Z']);
		expect(at('20221121', ' formatCode="304"')).toEqual(['2022-11-21', 'wco.date-format']);
		expect(at('20221321', ' formatCode="102"')).toEqual([undefined, 'wco.date']);
		expect(at('yesterday')).toEqual([undefined, 'wco.date']);
	});

	it('tells numbers, masses, texts and totals that cannot be', () => {
		const { declaration, findings } = readOne(
			`<Declaration>${body}<GoodsItemQuantity>2</GoodsItemQuantity><TotalGrossMassMeasure unitCode="MTR">3</TotalGrossMassMeasure><InvoiceAmount currencyID="EUR">1,000.00</InvoiceAmount><TotalPackageQuantity>-1</TotalPackageQuantity><Declarant><Name>${'n'.repeat(5_000)}</Name></Declarant>${goods}</Declaration>`,
		);
		expect(findings).toEqual(['wco.mass-unit', 'wco.number', 'wco.number', 'wco.text-cut', 'wco.item-count']);
		expect(declaration.parties[0]?.name).toHaveLength(4_000);
		expect(codes(readAll('<Declaration><FunctionCode>9</FunctionCode></Declaration>'))).toEqual([
			'wco.no-reference',
		]);
	});

	it('keeps every value that has no field, by its path', () => {
		const { declaration } = readOne(
			`<Declaration>${body}<LoadingListQuantity>3</LoadingListQuantity><New><Deep unitCode="KGM">5</Deep><Deep>6</Deep></New><GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Odd>x</Odd></GovernmentAgencyGoodsItem></GoodsShipment></Declaration>`,
		);
		expect(declaration.further).toEqual({
			LoadingListQuantity: '3',
			'New/Deep': '5 KGM',
			'New/Deep[2]': '6',
		});
		expect(declaration.items[0]?.further).toEqual({ Odd: 'x' });
	});

	it('lists transport documents wherever they stand, and takes the consignment reference from its document', () => {
		const { declaration } = readOne(
			`<Declaration>${body}<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><AdditionalDocument><CategoryCode>N</CategoryCode><ID>BL1</ID><TypeCode>705</TypeCode></AdditionalDocument></GovernmentAgencyGoodsItem><PreviousDocument><ID>U1</ID><TypeCode>DCR</TypeCode></PreviousDocument><PreviousDocument><ID>BL1</ID><TypeCode>705</TypeCode></PreviousDocument></GoodsShipment></Declaration>`,
		);
		expect(declaration).toMatchObject({
			transportDocuments: [{ type: '705', number: 'BL1' }],
			consignmentReference: 'U1',
		});
	});
});

/** Parties stand by role in the message, so their order within a role is what a message can keep. */
const byRole = (declaration: Declaration): Declaration => {
	const order = (parties: readonly Party[]): Party[] =>
		parties
			.map((party, index) => ({ party, index }))
			.toSorted((a, b) => a.party.role.localeCompare(b.party.role) || a.index - b.index)
			.map(({ party }) => party);
	return {
		...declaration,
		parties: order(declaration.parties),
		items: declaration.items.map((item) =>
			item.parties === undefined ? item : { ...item, parties: order(item.parties) },
		),
	};
};

describe('writing', () => {
	it('reads back what it wrote', () => {
		fc.assert(
			fc.property(anyDeclaration, (declaration) => {
				expect(declarationSchema.safeParse(declaration).error).toBeUndefined();
				const read = readOne(formatDeclaration(declaration, OPTIONS));
				expect(byRole(read.declaration)).toEqual(byRole(declaration));
				expect(declarationSchema.safeParse(read.declaration).error).toBeUndefined();
			}),
			{ numRuns: 200, seed: 4 },
		);
	});

	it('writes several as one submission', () => {
		const declarations = fc.sample(anyDeclaration, { numRuns: 5, seed: 5 });
		const xml = wcoDeclaration.format?.(declarations, OPTIONS) ?? '';
		expect(wcoDeclaration.recognise(xml)).toBe('certain');
		expect(codes(readAll(xml))).toEqual(declarations.map(({ reference }) => reference));
	});
});

describe('hostile input', () => {
	it('refuses what XML allows and a declaration never needs', () => {
		expect(
			codes(readAll(`<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><Declaration>${body}</Declaration>`)),
		).toEqual(['xml.doctype']);
		expect(codes(readAll(`<Declaration>${body}${'<a>'.repeat(1_000)}`))).toEqual(['limit.depth']);
		expect(
			codes(readAll(`<Declaration>${body}${'<a/>'.repeat(1_000)}`, 65_536, { maxMessageBytes: 1_000 })),
		).toEqual(['limit.message-bytes']);
		expect(
			codes(
				readAll(`<Declarations>${`<Declaration>${body}</Declaration>`.repeat(3)}</Declarations>`, 65_536, {
					maxRecords: 2,
				}),
			),
		).toEqual(['R1', 'R1', 'limit.records']);
	});

	it('never throws, wherever a message is cut or damaged, and keeps to the schema', () => {
		const messages = fc
			.sample(anyDeclaration, { numRuns: 20, seed: 6 })
			.map((each) => Buffer.from(formatDeclaration(each, OPTIONS)));
		fc.assert(
			fc.property(
				fc.constantFrom(...messages),
				fc.nat(),
				fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
				(message, cut, damages) => {
					const bytes = Uint8Array.from(message.subarray(0, cut % (message.length + 1)));
					for (const [at, byte] of damages) if (bytes.length > 0) bytes[at % bytes.length] = byte;
					for (const reading of readAll(bytes, 997)) {
						if (reading.outcome === 'record')
							expect(declarationSchema.safeParse(reading.record).error).toBeUndefined();
					}
				},
			),
			{ numRuns: 200, seed: 7 },
		);
	});

	it('keeps to the schema with absurd values', () => {
		const long = 'x'.repeat(10_000);
		const { declaration } = readOne(
			`<Declaration><FunctionCode>${long}</FunctionCode><FunctionalReferenceID>${long}</FunctionalReferenceID><TypeCode>${long}</TypeCode><${long}>${long}</${long}><__proto__>1</__proto__><constructor>2</constructor>${'<Declarant><ID schemeID="'}${long}">${long}</ID><Address><PostcodeID>${long}</PostcodeID></Address></Declarant>${'<AdditionalInformation><StatementCode>a</StatementCode></AdditionalInformation>'.repeat(2_000)}${'<Odd>1</Odd>'.repeat(2_000)}<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>0</SequenceNumeric><GovernmentProcedure><CurrentCode>${long}</CurrentCode><PreviousCode>${long}</PreviousCode></GovernmentProcedure></GovernmentAgencyGoodsItem></GoodsShipment></Declaration>`,
		);
		expect(declarationSchema.safeParse(declaration).error).toBeUndefined();
	});

	it('reads ten thousand declarations of one wrapper without keeping them', () => {
		const reader = wcoDeclaration.open({
			limits: { ...DEFAULT_LIMITS, maxMessageBytes: 100_000 },
			now: () => 0,
		});
		const piece = Buffer.from(`<MetaData><Declaration>${body}${goods}</Declaration></MetaData>`.repeat(100));
		let records = 0;
		reader.push(Buffer.from('<Batch>'));
		for (let n = 0; n < 100; n++) records += reader.push(piece).length;
		records += reader.push(Buffer.from('</Batch>')).length;
		expect(reader.end()).toEqual([]);
		expect(records).toBe(10_000);
	});
});

const samples = new URL('../../../../../shared/data/messages/cds/', import.meta.url);

/** Paths that have no field: they are kept as further facts, and docs/formats/wco.md names them. */
const WITHOUT_FIELD = [
	'AdditionalDocument/WriteOff/QuantityQuantity',
	'FunctionalReferenceID',
	'GoodsShipment/Warehouse/ID',
	'GoodsShipment/Warehouse/TypeCode',
];

describe.skipIf(!existsSync(samples))('real messages (skipped without ../shared/data)', () => {
	const files = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.xml')) : [];
	const read = files.map((name) => ({
		name,
		bytes: readFileSync(new URL(encodeURIComponent(name), samples)),
	}));

	it('reads every declaration and refuses every look-alike, as recognised', () => {
		for (const { name, bytes } of read) {
			const recognition = wcoDeclaration.recognise(
				bytes.subarray(0, 65_536).toString().replace('\ufeff', ''),
			);
			const readings = readAll(bytes, 1_000);
			expect(readings, name).toHaveLength(1);
			expect(readings[0]?.outcome, name).toBe(recognition === 'certain' ? 'record' : 'refused');
			if (readings[0]?.outcome === 'record') {
				expect(readings[0].findings, name).toEqual([]);
				expect(declarationSchema.safeParse(readings[0].record).error, name).toBeUndefined();
			} else expect(readings[0]?.code, name).toMatch(/^wco\.(response|retrieval)$/);
		}
	});

	it('has a field for every element, but for those that are listed', () => {
		const without = new Set<string>();
		for (const { bytes } of read) {
			for (const reading of readAll(bytes)) {
				if (reading.outcome !== 'record' || reading.record.kind !== 'declaration') continue;
				const { record } = reading;
				const facts = [record.further, ...record.items.map(({ further }) => further)];
				for (const path of facts.flatMap((some) => Object.keys(some ?? {})))
					without.add(path.replace(/\[\d+\]$/, ''));
			}
		}
		expect([...without].toSorted()).toEqual(WITHOUT_FIELD);
	});

	it('loses no value on the way to a record, but for sequence numbers and pointers of statements', () => {
		const values = /<(?:\w+:)?(\w+)(?:\s[^<>]*)?>([^<>]+)<\/(?:\w+:)?\1>/g;
		const left =
			/^(SequenceNumeric|FunctionCode|DocumentSectionCode|StatementTypeCode|WCO\w+|Responsible\w+|Agency\w+|regime|receiptDate|clientID|conversationID|\w+PartyID|badgeIdentifier|acceptanceDateTime|DateTimeString|TypeCode|ModeCode|ContainerCode)$/;
		for (const { name, bytes } of read) {
			const [reading] = readAll(bytes);
			if (reading?.outcome !== 'record') continue;
			const kept = JSON.stringify(reading.record).toUpperCase();
			for (const [, element = '', value = ''] of bytes
				.toString()
				.replace(/<!--[\s\S]*?-->/g, '')
				.matchAll(values)) {
				if (left.test(element) || /^(|TSP|TRC)$/.test(value.trim())) continue;
				const text = /^\d+\.\d*0$/.test(value.trim()) ? value.trim().replace(/\.?0+$/, '') : value.trim();
				const escaped = JSON.stringify(text.replaceAll('&apos;', "'").replaceAll('&amp;', '&'))
					.slice(1, -1)
					.toUpperCase();
				expect(kept.includes(escaped), `${name}: ${element} ${value}`).toBe(true);
			}
		}
	});

	it('writes real declarations so that they read the same', () => {
		for (const { name, bytes } of read) {
			const [reading] = readAll(bytes);
			if (reading?.outcome !== 'record' || reading.record.kind !== 'declaration') continue;
			const again = readOne(formatDeclaration(reading.record, OPTIONS)).declaration;
			expect(byRole(again), name).toEqual(byRole(reading.record));
		}
	});
});
