import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaration as declarationSchema } from '../../../../contract/records/declaration.ts';
import { DEFAULT_LIMITS } from '../../model.ts';
import { anyDeclaration } from './arbitraries.ts';
import { body, codes, goods, OPTIONS, readAll, readOne } from './fixtures/reading.ts';
import { formatDeclaration } from './format.ts';
import { wcoDeclaration } from './wco.ts';

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
