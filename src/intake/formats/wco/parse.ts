/**
 * Reads a declaration of the WCO data model (DEC). In: the Declaration element, any namespace or prefix.
 * Out: the declaration with findings, or why it is none. Values without a field are kept as further facts by their path.
 * Follows the WCO data model 3 as customized in DEC-DMS 2; elements of other versions are read where names agree.
 */
import type { DocumentReference } from '../../../../contract/records/common.ts';
import type { Declaration } from '../../../../contract/records/declaration.ts';
import { child, childrenOf, textOf, type XmlElement } from '../xml/element.ts';
import { directionOf, functionOf } from './kinds.ts';
import { boundLists, parseItem, parseStatement, takeFurtherFact, withoutAbsent } from './parse-item.ts';
import { parseConsignment, parseShipment } from './parse-shipment.ts';
import { parseDocument, parseDutyTaxFee, parseTransport } from './parts.ts';
import { parseParty } from './party.ts';
import { append, type Reading, set } from './reading.ts';
import { Further, Scalars } from './scalars.ts';
import { AMENDMENT_REASON, isTransportDocument, PARTY_ELEMENTS, UNTYPED } from './vocabulary.ts';

/** Most entries that the lists of a declaration hold; what is beyond is left out with a finding. */
const DECLARATION_LISTS: readonly [keyof Declaration, number][] = [
	['items', 9_999],
	['parties', 200],
	['containers', 9_999],
	['seals', 9_999],
	['transportDocuments', 999],
	['documents', 9_999],
	['previousDocuments', 9_999],
	['guarantees', 99],
	['itinerary', 99],
	['transitOffices', 99],
	['taxes', 99],
	['statements', 999],
	['adjustments', 99],
];

export type ParsedDeclaration =
	| { outcome: 'declaration'; declaration: Declaration; scalars: Scalars }
	| { outcome: 'refused'; reason: string; remedy: string };

/** Reads one Declaration element. Never throws. */
export function parseDeclaration(element: XmlElement): ParsedDeclaration {
	const scalars = new Scalars();
	const further = new Further(scalars);
	const reading: Reading = { scalars, further };
	const declaration: Declaration = {
		kind: 'declaration',
		reference: '',
		function: 'original',
		direction: 'unknown',
		parties: [],
		items: [],
	};
	let ownReference: string | undefined;
	for (const inner of element.children) {
		if (inner.text === '' && inner.children.length === 0) continue;
		if (inner.name === 'FunctionalReferenceID') ownReference = scalars.text(inner);
		else parseMember(inner, declaration, reading);
	}
	const functionCode = textOf(element, 'FunctionCode');
	const kind = functionOf(
		functionCode,
		declaration.declarationType,
		child(element, 'Amendment') !== undefined,
	);
	declaration.function = kind.function;
	if (kind.doubt !== undefined) scalars.note('wco.function', 'warning', element, kind.doubt, functionCode);
	declaration.direction = directionOf(declaration, element);
	const changes = declaration.function === 'amendment' || declaration.function === 'cancellation';
	const reference =
		changes || declaration.function === 'request'
			? (declaration.registrationNumber ?? ownReference)
			: (ownReference ?? declaration.registrationNumber);
	if (reference === undefined) {
		return {
			outcome: 'refused',
			reason:
				'The declaration names neither a reference of its own (FunctionalReferenceID) nor a registration number (ID).',
			remedy:
				'Ask the declarant to give the declaration a reference: without one it cannot be told from others.',
		};
	}
	declaration.reference = reference;
	if (ownReference !== undefined && ownReference !== reference) {
		further.set('FunctionalReferenceID', ownReference, element);
	}
	if (changes && declaration.registrationNumber === undefined) {
		const sentence = `The ${declaration.function} does not name the registration number (ID) of the declaration that it changes.`;
		scalars.note('wco.registration-number', 'error', element, sentence, ownReference);
	}
	joinTransportDocuments(declaration);
	boundLists(declaration, DECLARATION_LISTS, element, scalars);
	checkTotals(declaration, element, scalars);
	const facts = further.facts();
	if (facts !== undefined) declaration.further = facts;
	return { outcome: 'declaration', declaration: withoutAbsent(declaration), scalars };
}

/** One child of Declaration. */
function parseMember(inner: XmlElement, declaration: Declaration, reading: Reading): void {
	const { scalars, further } = reading;
	switch (inner.name) {
		case 'FunctionCode':
			break;
		case 'ID':
			set(declaration, 'registrationNumber', scalars.text(inner));
			break;
		case 'TypeCode':
			set(declaration, 'declarationType', scalars.code(inner));
			break;
		case 'ProcedureCategory':
			set(declaration, 'procedureCategory', scalars.code(inner));
			break;
		case 'AcceptanceDateTime': {
			const moment = scalars.moment(inner);
			if (moment?.dateTime !== undefined) declaration.acceptedAt = moment.dateTime;
			else if (moment !== undefined) further.set('AcceptanceDate', moment.date, inner);
			break;
		}
		case 'IssueDateTime': {
			const moment = scalars.moment(inner);
			if (moment?.dateTime !== undefined) declaration.declaredAt = moment.dateTime;
			else if (moment !== undefined) declaration.declaredOn = moment.date;
			break;
		}
		case 'GoodsItemQuantity':
			set(declaration, 'itemCount', scalars.count(inner));
			break;
		case 'TotalPackageQuantity':
			set(declaration, 'packageCount', scalars.count(inner));
			break;
		case 'TotalGrossMassMeasure':
			set(declaration, 'grossMassKg', scalars.mass(inner));
			break;
		case 'TotalNetWeightMeasure':
			set(declaration, 'netMassKg', scalars.mass(inner));
			break;
		case 'InvoiceAmount':
			set(declaration, 'invoiceTotal', scalars.money(inner));
			break;
		case 'DeclarationOfficeID':
			set(declaration, 'office', scalars.code(inner));
			break;
		case 'ExitOffice':
		case 'EntryOffice':
			parseOffice(inner, 'borderOffice', declaration, reading);
			break;
		case 'PresentationOffice':
			parseOffice(inner, 'presentationOffice', declaration, reading);
			break;
		case 'SupervisingOffice':
			parseOffice(inner, 'supervisingOffice', declaration, reading);
			break;
		case 'DestinationOffice':
		case 'TransitDestinationOffice':
			parseOffice(inner, 'destinationOffice', declaration, reading);
			break;
		case 'TransitOffice':
			for (const member of inner.children) {
				if (member.name === 'ID') {
					declaration.transitOffices = append(declaration.transitOffices, scalars.code(member));
				} else further.keep(inner.name, member);
			}
			break;
		case 'AdditionalDocument':
			declaration.documents = append(declaration.documents, parseDocument(inner, '', reading));
			break;
		case 'PreviousDocument':
			declaration.previousDocuments = append(
				declaration.previousDocuments,
				parseDocument(inner, '', reading),
			);
			break;
		case 'AdditionalInformation':
			parseInformation(inner, declaration, reading);
			break;
		case 'Amendment':
			parseAmendment(inner, declaration, reading);
			break;
		case 'Authentication':
			for (const member of inner.children) {
				if (member.name !== 'Authenticator') further.keep('Authentication', member);
				else
					declaration.parties =
						append(declaration.parties, parseParty(member, 'signatory', '', reading)) ?? [];
			}
			break;
		case 'BorderTransportMeans': {
			set(declaration, 'borderTransport', parseTransport(inner, '', reading));
			const arrival = child(inner, 'ArrivalDateTime');
			const moment = arrival && scalars.moment(arrival);
			if (moment !== undefined) declaration.arrivesOn = moment.date;
			break;
		}
		case 'CurrencyExchange':
			for (const member of inner.children) {
				if (member.name === 'RateNumeric' && declaration.exchangeRate === undefined) {
					set(declaration, 'exchangeRate', scalars.decimal(member));
				} else further.keep('CurrencyExchange', member);
			}
			break;
		case 'DutyTaxFee':
			declaration.taxes = append(declaration.taxes, parseDutyTaxFee(inner, '', reading).tax);
			break;
		case 'ObligationGuarantee':
			declaration.guarantees = append(declaration.guarantees, parseGuarantee(inner, reading));
			break;
		case 'Consignment':
			parseConsignment(inner, '', declaration, reading);
			break;
		case 'GoodsShipment':
			parseShipment(inner, declaration, reading, (item) => {
				declaration.items.push(parseItem(item, declaration.items.length + 1, scalars));
			});
			break;
		default: {
			const role = PARTY_ELEMENTS.get(inner.name);
			if (role === undefined) further.keep('', inner);
			else append(declaration.parties, parseParty(inner, role, '', reading));
		}
	}
}

function parseOffice(
	element: XmlElement,
	field: 'borderOffice' | 'presentationOffice' | 'supervisingOffice' | 'destinationOffice',
	declaration: Declaration,
	{ scalars, further }: Reading,
): void {
	for (const inner of element.children) {
		if (inner.name === 'ID' && declaration[field] === undefined) set(declaration, field, scalars.code(inner));
		else further.keep(element.name, inner);
	}
}

/** A statement, the reason of an amendment, or a fact of our own export. */
function parseInformation(element: XmlElement, declaration: Declaration, reading: Reading): void {
	const type = textOf(element, 'StatementTypeCode')?.toUpperCase();
	const description = child(element, 'StatementDescription');
	if (takeFurtherFact(element, reading)) return;
	if (type === AMENDMENT_REASON) {
		const reason = description && reading.scalars.text(description);
		if (reason === undefined) return;
		declaration.change ??= {};
		const before = declaration.change.reason;
		declaration.change.reason = (before === undefined ? reason : `${before}\n${reason}`).slice(0, 4_000);
		return;
	}
	const statement = parseStatement(element, '', reading);
	if (statement !== undefined) declaration.statements = append(declaration.statements, statement);
}

/** Why a declaration changes, and the path to what changes: one list of steps for each Amendment. */
function parseAmendment(element: XmlElement, declaration: Declaration, { scalars, further }: Reading): void {
	declaration.change ??= {};
	const change = declaration.change;
	const steps = [];
	for (const pointer of childrenOf(element, 'Pointer')) {
		const section = child(pointer, 'DocumentSectionCode');
		const sequence = child(pointer, 'SequenceNumeric');
		const tag = child(pointer, 'TagID');
		const step: { section: string; sequence?: number; tag?: string } = {
			section: (section && scalars.code(section)) ?? UNTYPED,
		};
		set(step, 'sequence', sequence && scalars.count(sequence));
		set(step, 'tag', tag && scalars.code(tag));
		steps.push(step);
	}
	if (steps.length > 20) {
		const sentence = `A pointer has ${steps.length} steps; the first 20 are kept.`;
		scalars.note('wco.too-many', 'warning', element, sentence, String(steps.length), '20');
	}
	if (steps.length > 0 && (change.pointers?.length ?? 0) < 999) {
		change.pointers = append(change.pointers, steps.slice(0, 20));
	}
	for (const inner of element.children) {
		if (inner.name === 'Pointer') continue;
		if (inner.name !== 'ChangeReasonCode') further.keep('Amendment', inner);
		else if (change.reasonCode === undefined) set(change, 'reasonCode', scalars.code(inner));
		else if (change.reasonCode !== scalars.code(inner)) further.keep('Amendment', inner);
	}
}

function parseGuarantee(element: XmlElement, { scalars, further }: Reading): DocumentReference | undefined {
	const guarantee: DocumentReference = { type: UNTYPED };
	let members = 0;
	for (const inner of element.children) {
		if (inner.text === '' && inner.children.length === 0) continue;
		members++;
		if (inner.name === 'SecurityDetailsCode') guarantee.type = scalars.code(inner) ?? UNTYPED;
		else if ((inner.name === 'ID' || inner.name === 'ReferenceID') && guarantee.number === undefined) {
			set(guarantee, 'number', scalars.text(inner));
		} else further.keep('ObligationGuarantee', inner);
	}
	return members === 0 ? undefined : guarantee;
}

/** Lists every transport document that stands anywhere, so that a declaration can be joined to its cargo report. */
function joinTransportDocuments(declaration: Declaration): void {
	const known = new Set((declaration.transportDocuments ?? []).map(keyOf));
	const join = (documents: readonly DocumentReference[] | undefined): void => {
		for (const document of documents ?? []) {
			if (!isTransportDocument(document) || known.has(keyOf(document))) continue;
			known.add(keyOf(document));
			const { type, number } = document;
			declaration.transportDocuments = append(
				declaration.transportDocuments,
				number === undefined ? { type } : { type, number },
			);
		}
	};
	join(declaration.previousDocuments);
	join(declaration.documents);
	for (const item of declaration.items) {
		join(item.previousDocuments);
		join(item.documents);
	}
	declaration.consignmentReference ??= declaration.previousDocuments?.find(
		({ type }) => type === 'DCR',
	)?.number;
}

const keyOf = ({ type, number }: DocumentReference): string => `${type} ${number ?? ''}`;

function checkTotals(declaration: Declaration, element: XmlElement, scalars: Scalars): void {
	const { itemCount, items } = declaration;
	if (declaration.function === 'original' && items.length === 0) {
		scalars.note('wco.no-items', 'error', element, 'The declaration has no goods item.');
	} else if (declaration.function === 'original' && itemCount !== undefined && itemCount !== items.length) {
		const sentence = `The declaration states ${itemCount} items and has ${items.length}.`;
		scalars.note('wco.item-count', 'error', element, sentence, String(itemCount), String(items.length));
	}
	const numbers = new Set(items.map(({ number }) => number));
	if (numbers.size < items.length) {
		scalars.note('wco.item-number', 'error', element, 'Two items of the declaration have the same number.');
	}
}
