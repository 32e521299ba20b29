/**
 * Reads the goods shipment and the consignments of a WCO declaration into the declaration that is being built.
 */
import type { TransportMeans } from '../../../../contract/records/common.ts';
import type { Declaration } from '../../../../contract/records/declaration.ts';
import { child, textOf, type XmlElement } from '../xml/element.ts';
import { parseStatement } from './parse-item.ts';
import { parseDocument, parseTransport, parseValuation } from './parts.ts';
import { parseParty } from './party.ts';
import { parseGoodsLocation, parseNamedPlace } from './places.ts';
import { append, type Reading, set, within } from './reading.ts';
import { PARTY_ELEMENTS } from './vocabulary.ts';

const SHIPMENT = 'GoodsShipment';

export function parseShipment(
	element: XmlElement,
	declaration: Declaration,
	reading: Reading,
	readItem: (item: XmlElement) => void,
): void {
	const { scalars, further } = reading;
	for (const inner of element.children) {
		if (inner.text === '' && inner.children.length === 0) continue;
		switch (inner.name) {
			case 'GovernmentAgencyGoodsItem':
				readItem(inner);
				break;
			case 'TransactionNatureCode':
				set(declaration, 'transactionNature', scalars.code(inner));
				break;
			case 'Consignment':
				parseConsignment(inner, SHIPMENT, declaration, reading);
				break;
			case 'CustomsValuation':
				for (const adjustment of parseValuation(inner, SHIPMENT, reading, () => false)) {
					declaration.adjustments = append(declaration.adjustments, adjustment);
				}
				break;
			case 'Destination':
			case 'ExportCountry':
				for (const member of inner.children) {
					const field = inner.name === 'Destination' ? 'destinationCountry' : 'dispatchCountry';
					if (member.name === 'CountryCode' || member.name === 'ID')
						set(declaration, field, scalars.country(member));
					else further.keep(`${SHIPMENT}/${inner.name}`, member);
				}
				break;
			case 'AdditionalDocument':
				declaration.documents = append(declaration.documents, parseDocument(inner, SHIPMENT, reading));
				break;
			case 'Invoice':
				declaration.documents = append(declaration.documents, parseInvoice(inner, reading));
				break;
			case 'PreviousDocument':
				declaration.previousDocuments = append(
					declaration.previousDocuments,
					parseDocument(inner, SHIPMENT, reading),
				);
				break;
			case 'AdditionalInformation':
				declaration.statements = append(declaration.statements, parseStatement(inner, SHIPMENT, reading));
				break;
			case 'TradeTerms':
				parseTradeTerms(inner, declaration, reading);
				break;
			case 'UCR':
				for (const member of inner.children) {
					if (member.name === 'TraderAssignedReferenceID') {
						set(declaration, 'consignmentReference', scalars.text(member));
					} else further.keep(`${SHIPMENT}/UCR`, member);
				}
				break;
			default: {
				const role = PARTY_ELEMENTS.get(inner.name);
				if (role === undefined) further.keep(SHIPMENT, inner);
				else append(declaration.parties, parseParty(inner, role, SHIPMENT, reading));
			}
		}
	}
}

/** Commercial invoice (UN/EDIFACT 1001: 380) of the shipment. */
function parseInvoice(element: XmlElement, reading: Reading) {
	const document = parseDocument(element, SHIPMENT, reading);
	if (document !== undefined && textOf(element, 'TypeCode') === undefined) document.type = '380';
	return document;
}

function parseTradeTerms(element: XmlElement, declaration: Declaration, { scalars, further }: Reading): void {
	const terms: { code?: string; place?: string } = {};
	const location = child(element, 'LocationID') ?? child(element, 'LocationName');
	for (const inner of element.children) {
		if (inner.name === 'ConditionCode') set(terms, 'code', scalars.code(inner));
		else if (inner === location) set(terms, 'place', scalars.text(inner));
		else further.keep(`${SHIPMENT}/TradeTerms`, inner);
	}
	if (terms.code !== undefined || terms.place !== undefined) declaration.deliveryTerms = terms;
}

/**
 * A consignment: of the shipment (transport, containers, places) or of the declaration (carrier, consignor, route).
 * @param path of the element around it.
 */
export function parseConsignment(
	element: XmlElement,
	path: string,
	declaration: Declaration,
	reading: Reading,
): void {
	const { scalars, further } = reading;
	const own = path === '' ? 'Consignment' : `${path}/Consignment`;
	for (const inner of element.children) {
		if (inner.text === '' && inner.children.length === 0) continue;
		switch (inner.name) {
			case 'ContainerCode': {
				const code = textOf(inner);
				if (code === '0' || code === '1') declaration.containerised = code === '1';
				else further.keep(own, inner);
				break;
			}
			case 'ArrivalTransportMeans':
			case 'DepartureTransportMeans':
				if (declaration.inlandTransport === undefined) {
					set(declaration, 'inlandTransport', parseTransport(inner, own, reading));
				} else further.keep(own, inner);
				break;
			case 'BorderTransportMeans':
				mergeBorderTransport(parseTransport(inner, own, reading), declaration);
				break;
			case 'Freight':
				for (const member of inner.children) {
					if (member.name === 'PaymentMethodCode') set(declaration, 'paymentMethod', scalars.code(member));
					else further.keep(`${own}/Freight`, member);
				}
				break;
			case 'GoodsLocation':
				set(declaration, 'goodsLocation', parseGoodsLocation(inner, own, reading));
				break;
			case 'LoadingLocation':
				set(declaration, 'loadingPlace', parseNamedPlace(inner, own, reading));
				break;
			case 'UnloadingLocation':
				set(declaration, 'unloadingPlace', parseNamedPlace(inner, own, reading));
				break;
			case 'Itinerary':
				for (const member of inner.children) {
					if (member.name === 'RoutingCountryCode') {
						declaration.itinerary = append(declaration.itinerary, scalars.country(member));
					} else if (member.name !== 'SequenceNumeric') further.keep(`${own}/Itinerary`, member);
				}
				break;
			case 'TransportContractDocument':
				declaration.transportDocuments = append(
					declaration.transportDocuments,
					parseDocument(inner, own, reading),
				);
				break;
			case 'TransportEquipment':
				parseEquipment(inner, own, declaration, reading);
				break;
			default: {
				const role = PARTY_ELEMENTS.get(inner.name);
				if (role === undefined) further.keep(own, inner);
				else append(declaration.parties, parseParty(inner, role, own, reading));
			}
		}
	}
}

/** Some versions give the means of transport at the border with the consignment; the declaration's own wins. */
function mergeBorderTransport(transport: TransportMeans | undefined, declaration: Declaration): void {
	if (transport !== undefined) declaration.borderTransport = { ...transport, ...declaration.borderTransport };
}

function parseEquipment(
	element: XmlElement,
	path: string,
	declaration: Declaration,
	{ scalars, further }: Reading,
): void {
	for (const inner of element.children) {
		if (inner.name === 'ID') declaration.containers = append(declaration.containers, scalars.code(inner));
		else if (inner.name === 'Seal') {
			for (const member of inner.children) {
				if (member.name === 'ID') declaration.seals = append(declaration.seals, scalars.code(member));
				else if (member.name !== 'SequenceNumeric') further.keep(`${path}/TransportEquipment/Seal`, member);
			}
		} else if (inner.name !== 'SequenceNumeric') further.keep(within(path, 'TransportEquipment'), inner);
	}
}
