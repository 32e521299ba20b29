/**
 * Words of the WCO data model and what they are called in a record, for reading and writing alike.
 */
import type { DocumentReference, PartyRole, TransportMode } from '../../../../contract/records/common.ts';

export const NAMESPACE_METADATA = 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2';
export const NAMESPACE_DECLARATION = 'urn:wco:datamodel:WCO:DEC-DMS:2';

/** Elements that are parties, wherever they stand. */
export const PARTY_ELEMENTS: ReadonlyMap<string, PartyRole> = new Map([
	['Declarant', 'declarant'],
	['Agent', 'agent'],
	['Exporter', 'exporter'],
	['AuthorisationHolder', 'authorisation-holder'],
	['Submitter', 'sender'],
	['Importer', 'importer'],
	['Buyer', 'buyer'],
	['Seller', 'seller'],
	['Consignee', 'consignee'],
	['Consignor', 'consignor'],
	['Payer', 'payer'],
	['Surety', 'surety'],
	['RefundRecipientParty', 'payee'],
	['NotifyParty', 'notify'],
	['Carrier', 'carrier'],
	['FreightForwarder', 'freight-forwarder'],
	['WarehouseKeeper', 'warehouse-keeper'],
	['GoodsOwner', 'owner'],
	['Authenticator', 'signatory'],
	['DomesticDutyTaxParty', 'other'],
	['AEOMutualRecognitionParty', 'other'],
	['Manufacturer', 'other'],
	['RoleParty', 'other'],
]);

/** Scheme of a party's number where the element says what it is. */
export const ELEMENT_SCHEMES: ReadonlyMap<string, string> = new Map([
	['DomesticDutyTaxParty', 'tax'],
	['AEOMutualRecognitionParty', 'aeo'],
]);

/** Role code of a party whose element says more than its role. */
export const MANUFACTURER = 'MF';

/** Elements of roles that the WCO model has no element for; written as `RoleParty` with the role in `TypeCode`. */
export const ROLES_WITHOUT_ELEMENT: ReadonlySet<PartyRole> = new Set([
	'receiver',
	'reporter',
	'director',
	'beneficial-owner',
]);

/** UN/ECE Recommendation 19. */
export const TRANSPORT_MODES: readonly (readonly [string, TransportMode])[] = [
	['0', 'unknown'],
	['1', 'sea'],
	['2', 'rail'],
	['3', 'road'],
	['4', 'air'],
	['5', 'mail'],
	['6', 'multimodal'],
	['7', 'fixed'],
	['8', 'inland-water'],
	['9', 'own-propulsion'],
];
export const MODE_BY_CODE: ReadonlyMap<string, TransportMode> = new Map(TRANSPORT_MODES);
export const CODE_BY_MODE: ReadonlyMap<TransportMode, string> = new Map(
	TRANSPORT_MODES.map(([code, mode]) => [mode, code]),
);

/** UN/EDIFACT 3155. */
export const CONTACT_KINDS = [
	['TE', 'phone'],
	['EM', 'email'],
	['FX', 'fax'],
	['TL', 'telex'],
	['AH', 'url'],
] as const;

/** Type of a document whose type was not declared: "mutually defined" in UN/EDIFACT 1001. */
export const UNTYPED = 'ZZZ';

/** UN/EDIFACT 1001 codes of transport documents, with or without the "N" of the European code list. */
const TRANSPORT_DOCUMENTS: ReadonlySet<string> = new Set([
	...[
		'701',
		'702',
		'703',
		'704',
		'705',
		'706',
		'707',
		'708',
		'709',
		'710',
		'711',
		'712',
		'713',
		'714',
		'715',
	],
	...[
		'716',
		'720',
		'722',
		'723',
		'724',
		'730',
		'740',
		'741',
		'743',
		'744',
		'750',
		'760',
		'761',
		'763',
		'765',
	],
	...['766', '770', '785', '787', '820', '821', '822', '825', '950', '951', '952', '955'],
]);

export function isTransportDocument(document: DocumentReference): boolean {
	const type =
		document.type.length === 4 && document.type.startsWith('N') ? document.type.slice(1) : document.type;
	return TRANSPORT_DOCUMENTS.has(type) && document.number !== undefined;
}

/** Type code of a charge that the model has an element of its own for. */
export const FREIGHT_CHARGE = 'FREIGHT';

/** Type code of the classification that stands for a dangerous-goods number. */
export const DANGEROUS_GOODS = 'UNDG';

/** Statement type under which further facts travel in an export of ours. */
export const FURTHER_FACT = 'FURTHER';

/** Statement type of the sentence that explains an amendment or cancellation. */
export const AMENDMENT_REASON = 'AES';
