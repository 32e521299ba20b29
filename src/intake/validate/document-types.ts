/**
 * Which documents are which: those that a traveller shows, and those that go with goods.
 */

/** Schemes of identifiers that are travel or identity documents. */
export const travelDocumentSchemes: ReadonlySet<string> = new Set([
	'passport',
	'passport-card',
	'identity-card',
	'military-identity-card',
	'visa',
	'residence-permit',
	'crew-member-certificate',
	'seafarer-identity-document',
	'pilot-licence',
	'facilitation-document',
	're-entry-permit',
	'naturalisation-certificate',
	'travel-document',
	'refugee-travel-document',
]);

/** Types of documents that go with the goods (UN/EDIFACT 1001): bills of lading, air waybills, CMR, CIM, TIR. */
const TRANSPORT_DOCUMENT_TYPES: ReadonlySet<string> = new Set(
	'703 704 705 706 707 708 709 710 711 712 713 714 720 722 730 740 741 743 750 760 785 787 952 955'.split(
		' ',
	),
);

/** Codes as declared have a letter before the number of UN/EDIFACT (N705). */
export const isTransportDocumentType = (type: string): boolean =>
	TRANSPORT_DOCUMENT_TYPES.has(type.length === 4 ? type.slice(1) : type);

/** Master documents stand for many consignments, so that several declarations name them by right. */
const MASTER_DOCUMENT_TYPES: ReadonlySet<string> = new Set(['704', '741']);

export const isMasterDocumentType = (type: string): boolean =>
	MASTER_DOCUMENT_TYPES.has(type.length === 4 ? type.slice(1) : type);
