/**
 * Writes declarations as XML of the WCO data model (DEC-DMS 2). In: declarations. Out: one MetaData for each; several
 * stand within one submission element. What the model has no element for travels as statements of type FURTHER.
 * Reading what was written gives the same declaration, within what docs/formats/wco.md lists as carried.
 */

import type { Declaration } from '../../../../contract/records/declaration.ts';
import type { BorderRecord } from '../../../../contract/records/record.ts';
import type { FormatOptions } from '../../model.ts';
import { XmlWriter } from '../xml/writer.ts';
import { formatItem } from './format-item.ts';
import {
	formatAdjustments,
	formatDocument,
	formatFacts,
	formatGoodsLocation,
	formatNamedPlace,
	formatOffice,
	formatParties,
	formatPlain,
	formatStatement,
	formatTax,
	formatTransport,
	money,
} from './format-parts.ts';
import { functionCodeOf } from './kinds.ts';
import { AMENDMENT_REASON, NAMESPACE_DECLARATION, NAMESPACE_METADATA } from './vocabulary.ts';

/** Records that are no declarations are left out. */
export function formatDeclarations(records: readonly BorderRecord[], options: FormatOptions): string {
	const declarations = records.filter((record) => record.kind === 'declaration');
	const writer = new XmlWriter('');
	const only = declarations.length === 1;
	if (!only) writer.open('Declarations');
	for (const declaration of declarations) writeMetaData(writer, declaration, options);
	if (!only) writer.close('Declarations');
	return writer.toString();
}

/** One declaration as a document of its own; the fast way for senders of many. */
export function formatDeclaration(declaration: Declaration, options: FormatOptions): string {
	const writer = new XmlWriter('');
	writeMetaData(writer, declaration, options);
	return writer.toString();
}

function writeMetaData(writer: XmlWriter, declaration: Declaration, options: FormatOptions): void {
	writer.open('md:MetaData', { 'xmlns:md': NAMESPACE_METADATA, xmlns: NAMESPACE_DECLARATION });
	writer.leaf('md:WCODataModelVersionCode', '3.6');
	writer.leaf('md:WCOTypeName', 'DEC');
	writer.leaf('md:ResponsibleAgencyName', options.receiver);
	writer.open('Declaration');
	writeDeclaration(writer, declaration);
	writer.close('Declaration');
	writer.close('md:MetaData');
}

function writeMoment(writer: XmlWriter, name: string, moment: string | undefined): void {
	if (moment === undefined) return;
	writer.open(name);
	// The model's own code 102 for a date; an instant keeps its zone and precision as ISO 8601.
	if (moment.length === 10) writer.leaf('DateTimeString', moment.replaceAll('-', ''), { formatCode: '102' });
	else writer.leaf('DateTime', moment);
	writer.close(name);
}

function writeDeclaration(writer: XmlWriter, declaration: Declaration): void {
	const { change, further } = declaration;
	const ownReference = further?.['FunctionalReferenceID'];
	const named = declaration.registrationNumber === declaration.reference;
	writeMoment(writer, 'AcceptanceDateTime', declaration.acceptedAt);
	writer.leaf('FunctionCode', functionCodeOf(declaration));
	writer.leaf('FunctionalReferenceID', ownReference ?? (named ? undefined : declaration.reference));
	writer.leaf('ID', declaration.registrationNumber);
	writeMoment(writer, 'IssueDateTime', declaration.declaredAt ?? declaration.declaredOn);
	writer.leaf('TypeCode', declaration.declarationType);
	writer.leaf('ProcedureCategory', declaration.procedureCategory);
	writer.leaf('GoodsItemQuantity', declaration.itemCount);
	writer.leaf('DeclarationOfficeID', declaration.office);
	money(writer, 'InvoiceAmount', declaration.invoiceTotal);
	writer.leaf('TotalGrossMassMeasure', declaration.grossMassKg, KILOGRAM);
	writer.leaf('TotalNetWeightMeasure', declaration.netMassKg, KILOGRAM);
	writer.leaf('TotalPackageQuantity', declaration.packageCount);
	for (const document of declaration.documents ?? []) formatDocument(writer, 'AdditionalDocument', document);
	for (const statement of declaration.statements ?? []) formatStatement(writer, statement);
	if (change?.reason !== undefined) {
		writer.open('AdditionalInformation');
		writer.leaf('StatementDescription', change.reason).leaf('StatementTypeCode', AMENDMENT_REASON);
		writer.close('AdditionalInformation');
	}
	formatFacts(writer, further, 'FunctionalReferenceID');
	formatParties(writer, declaration.parties, 'declaration');
	if (change !== undefined) writeChange(writer, change);
	formatTransport(writer, 'BorderTransportMeans', declaration.borderTransport, declaration.arrivesOn);
	if (declaration.exchangeRate !== undefined) {
		writer.open('CurrencyExchange').leaf('RateNumeric', declaration.exchangeRate).close('CurrencyExchange');
	}
	formatOffice(writer, 'DestinationOffice', declaration.destinationOffice);
	for (const tax of declaration.taxes ?? []) formatTax(writer, tax);
	formatOffice(
		writer,
		declaration.direction === 'export' ? 'ExitOffice' : 'EntryOffice',
		declaration.borderOffice,
	);
	writeShipment(writer, declaration);
	for (const { type, number } of declaration.guarantees ?? []) {
		writer.open('ObligationGuarantee').leaf('ID', number).leaf('SecurityDetailsCode', type);
		writer.close('ObligationGuarantee');
	}
	formatOffice(writer, 'PresentationOffice', declaration.presentationOffice);
	formatOffice(writer, 'SupervisingOffice', declaration.supervisingOffice);
	for (const office of declaration.transitOffices ?? []) formatOffice(writer, 'TransitOffice', office);
}

const KILOGRAM = { unitCode: 'KGM' };

/** One Amendment for each pointer; the reason code stands in every one, as senders write it. */
function writeChange(writer: XmlWriter, change: NonNullable<Declaration['change']>): void {
	const pointers = change.pointers ?? [];
	if (pointers.length === 0 && change.reasonCode === undefined) return;
	for (const steps of pointers.length === 0 ? [[]] : pointers) {
		writer.open('Amendment').leaf('ChangeReasonCode', change.reasonCode);
		for (const { section, sequence, tag } of steps) {
			writer.open('Pointer').leaf('SequenceNumeric', sequence);
			writer.leaf('DocumentSectionCode', section).leaf('TagID', tag).close('Pointer');
		}
		writer.close('Amendment');
	}
}

function writeShipment(writer: XmlWriter, declaration: Declaration): void {
	writer.group('GoodsShipment', () => {
		writer.leaf('TransactionNatureCode', declaration.transactionNature);
		formatParties(writer, declaration.parties, 'shipment');
		writer.group('Consignment', () => writeConsignment(writer, declaration));
		formatAdjustments(writer, declaration.adjustments, undefined);
		formatPlain(writer, 'Destination', 'CountryCode', declaration.destinationCountry);
		formatPlain(writer, 'ExportCountry', 'ID', declaration.dispatchCountry);
		for (const item of declaration.items) formatItem(writer, item);
		for (const document of declaration.previousDocuments ?? []) {
			formatDocument(writer, 'PreviousDocument', document);
		}
		const terms = declaration.deliveryTerms;
		if (terms !== undefined) {
			writer.open('TradeTerms').leaf('ConditionCode', terms.code).leaf('LocationID', terms.place);
			writer.close('TradeTerms');
		}
		formatPlain(writer, 'UCR', 'TraderAssignedReferenceID', declaration.consignmentReference);
	});
}

function writeConsignment(writer: XmlWriter, declaration: Declaration): void {
	if (declaration.containerised !== undefined) {
		writer.leaf('ContainerCode', declaration.containerised ? '1' : '0');
	}
	const inland = declaration.direction === 'export' ? 'DepartureTransportMeans' : 'ArrivalTransportMeans';
	formatTransport(writer, inland, declaration.inlandTransport);
	formatParties(writer, declaration.parties, 'consignment');
	formatPlain(writer, 'Freight', 'PaymentMethodCode', declaration.paymentMethod);
	formatGoodsLocation(writer, declaration.goodsLocation);
	for (const [index, country] of (declaration.itinerary ?? []).entries()) {
		writer
			.open('Itinerary')
			.leaf('SequenceNumeric', index + 1)
			.leaf('RoutingCountryCode', country);
		writer.close('Itinerary');
	}
	formatNamedPlace(writer, 'LoadingLocation', declaration.loadingPlace);
	formatNamedPlace(writer, 'UnloadingLocation', declaration.unloadingPlace);
	for (const document of declaration.transportDocuments ?? []) {
		formatDocument(writer, 'TransportContractDocument', document);
	}
	writeEquipment(writer, declaration.containers ?? [], declaration.seals ?? []);
}

/** One TransportEquipment for each container. Which seal is on which is not known; all stand in the first. */
function writeEquipment(writer: XmlWriter, containers: readonly string[], seals: readonly string[]): void {
	const equipment: readonly (string | undefined)[] =
		containers.length === 0 && seals.length > 0 ? [undefined] : containers;
	for (const [index, container] of equipment.entries()) {
		writer
			.open('TransportEquipment')
			.leaf('SequenceNumeric', index + 1)
			.leaf('ID', container);
		for (const [sealIndex, seal] of (index === 0 ? seals : []).entries()) {
			writer
				.open('Seal')
				.leaf('SequenceNumeric', sealIndex + 1)
				.leaf('ID', seal)
				.close('Seal');
		}
		writer.close('TransportEquipment');
	}
}
