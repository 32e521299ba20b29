import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaration as declarationSchema } from '../../../../contract/records/declaration.ts';
import { anyDeclaration } from './arbitraries.ts';
import { body, byRole, codes, goods, OPTIONS, readAll, readOne } from './fixtures/reading.ts';
import { formatDeclaration } from './format.ts';
import { wcoDeclaration } from './wco.ts';

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
