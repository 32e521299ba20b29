/**
 * Writes a goods item as GovernmentAgencyGoodsItem of the WCO data model.
 */
import type { CustomsItem } from '../../../../contract/records/declaration.ts';
import type { XmlWriter } from '../xml/writer.ts';
import {
	formatAdjustments,
	formatDocument,
	formatFacts,
	formatParties,
	formatPlain,
	formatStatement,
	formatTax,
	money,
} from './format-parts.ts';
import { DANGEROUS_GOODS } from './vocabulary.ts';

export function formatItem(writer: XmlWriter, item: CustomsItem): void {
	writer.open('GovernmentAgencyGoodsItem');
	money(writer, 'CustomsValueAmount', item.customsValue);
	writer.leaf('SequenceNumeric', item.number);
	money(writer, 'StatisticalValueAmount', item.statisticalValue);
	writer.leaf('TransactionNatureCode', item.transactionNature);
	for (const document of item.documents ?? []) formatDocument(writer, 'AdditionalDocument', document);
	for (const statement of item.statements ?? []) formatStatement(writer, statement);
	formatFacts(writer, item.further);
	writer.group('Commodity', () => writeCommodity(writer, item));
	formatAdjustments(writer, item.adjustments, item.valuationMethod);
	formatPlain(writer, 'Destination', 'CountryCode', item.destinationCountry);
	formatPlain(writer, 'ExportCountry', 'ID', item.dispatchCountry);
	for (const procedure of item.procedures ?? []) {
		const split = procedure.length === 4;
		writer.open('GovernmentProcedure');
		writer.leaf('CurrentCode', split ? procedure.slice(0, 2) : procedure);
		writer.leaf('PreviousCode', split ? procedure.slice(2) : undefined);
		writer.close('GovernmentProcedure');
	}
	writeOrigin(writer, item.originCountry, '1');
	writeOrigin(writer, item.preferentialOriginCountry, '2');
	for (const [index, packaging] of (item.packages ?? []).entries()) {
		writer
			.open('Packaging')
			.leaf('SequenceNumeric', index + 1)
			.leaf('MarksNumbersID', packaging.marks);
		writer.leaf('QuantityQuantity', packaging.count).leaf('TypeCode', packaging.kind).close('Packaging');
	}
	for (const document of item.previousDocuments ?? []) formatDocument(writer, 'PreviousDocument', document);
	formatParties(writer, item.parties ?? [], 'item');
	formatPlain(writer, 'ValuationAdjustment', 'AdditionCode', item.valuationIndicators);
	writer.close('GovernmentAgencyGoodsItem');
}

function writeOrigin(writer: XmlWriter, country: string | undefined, type: string): void {
	if (country === undefined) return;
	writer.open('Origin').leaf('CountryCode', country).leaf('TypeCode', type).close('Origin');
}

function writeCommodity(writer: XmlWriter, item: CustomsItem): void {
	writer.leaf('Description', item.description);
	writeClassifications(writer, item);
	for (const { type, value } of item.additionalCodes ?? []) {
		if (type === DANGEROUS_GOODS) formatPlain(writer, 'DangerousGoods', 'UNDGID', value);
	}
	const taxes = item.taxes ?? [];
	if (
		item.preference !== undefined &&
		taxes.find(({ regime }) => regime !== undefined)?.regime !== item.preference
	) {
		formatPlain(writer, 'DutyTaxFee', 'DutyRegimeCode', item.preference);
	}
	for (const tax of taxes) formatTax(writer, tax);
	writer.group('GoodsMeasure', () => {
		writer.leaf('GrossMassMeasure', item.grossMassKg);
		writer.leaf('NetNetWeightMeasure', item.netMassKg);
		const { supplementary } = item;
		writer.leaf('TariffQuantity', supplementary?.value, { unitCode: supplementary?.unit });
	});
	if (item.price !== undefined) {
		writer.open('InvoiceLine');
		money(writer, 'ItemChargeAmount', item.price);
		writer.close('InvoiceLine');
	}
	for (const [index, container] of (item.containers ?? []).entries()) {
		writer
			.open('TransportEquipment')
			.leaf('SequenceNumeric', index + 1)
			.leaf('ID', container);
		writer.close('TransportEquipment');
	}
}

/** Ten digits stand as eight of the Combined Nomenclature and two of TARIC; an HS code only where it adds something. */
function writeClassifications(writer: XmlWriter, item: CustomsItem): void {
	const { commodityCode, hsCode } = item;
	if (commodityCode !== undefined) {
		const isTaric = /^\d{10}$/.test(commodityCode);
		writeClassification(writer, isTaric ? commodityCode.slice(0, 8) : commodityCode, 'TSP');
		if (isTaric) writeClassification(writer, commodityCode.slice(8), 'TRC');
	}
	if (hsCode !== undefined && /^\d{2,6}/.exec(commodityCode ?? '')?.[0] !== hsCode) {
		writeClassification(writer, hsCode, 'HS');
	}
	for (const { type, value } of item.additionalCodes ?? []) {
		if (type !== DANGEROUS_GOODS) writeClassification(writer, value, type);
	}
}

function writeClassification(writer: XmlWriter, id: string, type: string): void {
	writer.open('Classification').leaf('ID', id).leaf('IdentificationTypeCode', type).close('Classification');
}
