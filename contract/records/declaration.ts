/**
 * A goods declaration: import, export or transit (WCO data model, DEC).
 * One record is one message about one declaration; `reference` stays the same over its amendments.
 */
import { z } from 'zod';
import {
	code,
	date,
	dateTime,
	decimal,
	documentReference,
	money,
	packaging,
	party,
	place,
	quantity,
	text,
	transportMeans,
} from './common.ts';

export const dutyTaxFee = z.strictObject({
	/** Type code as declared (A00 customs duty, B00 VAT …). */
	type: code.optional(),
	/** Per cent, or per unit where `unit` is given. */
	rate: decimal.optional(),
	base: money.optional(),
	quantityBase: quantity.optional(),
	amount: money.optional(),
	paymentMethod: code.optional(),
	/** Preference or duty regime code. */
	regime: code.optional(),
	quotaOrder: code.optional(),
});

export const customsItem = z.strictObject({
	number: z.number().int().positive(),
	/** Six digits of the Harmonized System, or fewer where only a heading is declared. */
	hsCode: z
		.string()
		.regex(/^\d{2,6}$/)
		.optional(),
	/** Whole commodity code as declared: HS, CN, TARIC or national digits in order. */
	commodityCode: code.optional(),
	/** Further classifications as declared (national additional codes, CUS number, UN dangerous-goods number). */
	additionalCodes: z
		.array(z.strictObject({ type: code, value: code }))
		.max(99)
		.optional(),
	description: text.optional(),
	originCountry: code.optional(),
	preferentialOriginCountry: code.optional(),
	dispatchCountry: code.optional(),
	destinationCountry: code.optional(),
	/** Requested and previous procedure (four digits), then additional procedure codes. */
	procedures: z.array(code).max(99).optional(),
	netMassKg: decimal.optional(),
	grossMassKg: decimal.optional(),
	supplementary: quantity.optional(),
	packages: z.array(packaging).max(999).optional(),
	/** Price of the item on the invoice. */
	price: money.optional(),
	customsValue: money.optional(),
	statisticalValue: money.optional(),
	valuationMethod: code.optional(),
	valuationIndicators: code.optional(),
	preference: code.optional(),
	taxes: z.array(dutyTaxFee).max(99).optional(),
	/** Additions and deductions to the value. */
	adjustments: z
		.array(z.strictObject({ type: code, amount: money.optional() }))
		.max(99)
		.optional(),
	parties: z.array(party).max(50).optional(),
	containers: z.array(code).max(999).optional(),
	documents: z.array(documentReference).max(999).optional(),
	previousDocuments: z.array(documentReference).max(999).optional(),
	statements: z
		.array(z.strictObject({ code: code.optional(), text: text.optional() }))
		.max(99)
		.optional(),
	transactionNature: code.optional(),
	/** Facts of the item that have no field of their own: path in the message and value as received. */
	further: z.record(z.string().max(64), text).optional(),
});

/** One step into the document that an amendment points at (WCO section code, tag, sequence). */
export const amendmentPointer = z.strictObject({
	section: code,
	sequence: z.number().int().optional(),
	tag: code.optional(),
});

export const declaration = z.strictObject({
	kind: z.literal('declaration'),
	/** The declarant's own reference (LRN); unique for the declarant. */
	reference: text,
	/** Number given by customs (MRN), where it is known. */
	registrationNumber: text.optional(),
	/** Unique consignment reference (UCR, DUCR). */
	consignmentReference: text.optional(),
	function: z.enum(['original', 'amendment', 'cancellation', 'request', 'replacement']),
	direction: z.enum(['import', 'export', 'transit', 'unknown']),
	/** Type code as declared: IMA, EXD, T1 … */
	declarationType: code.optional(),
	procedureCategory: code.optional(),
	declaredOn: date.optional(),
	declaredAt: dateTime.optional(),
	acceptedAt: dateTime.optional(),
	/** Customs office of declaration, then of entry or exit, presentation, supervision, where declared. */
	office: code.optional(),
	borderOffice: code.optional(),
	presentationOffice: code.optional(),
	supervisingOffice: code.optional(),
	transitOffices: z.array(code).max(99).optional(),
	destinationOffice: code.optional(),
	parties: z.array(party).max(200),
	borderTransport: transportMeans.optional(),
	inlandTransport: transportMeans.optional(),
	containers: z.array(code).max(9_999).optional(),
	containerised: z.boolean().optional(),
	seals: z.array(code).max(9_999).optional(),
	/** Bills of lading, air waybills, CMR notes; their numbers join a declaration to its cargo report. */
	transportDocuments: z.array(documentReference).max(999).optional(),
	documents: z.array(documentReference).max(9_999).optional(),
	previousDocuments: z.array(documentReference).max(9_999).optional(),
	authorisations: z.array(documentReference).max(999).optional(),
	guarantees: z.array(documentReference).max(99).optional(),
	dispatchCountry: code.optional(),
	destinationCountry: code.optional(),
	itinerary: z.array(code).max(99).optional(),
	goodsLocation: place.optional(),
	loadingPlace: place.optional(),
	unloadingPlace: place.optional(),
	arrivesOn: date.optional(),
	itemCount: z.number().int().nonnegative().optional(),
	packageCount: z.number().int().nonnegative().optional(),
	grossMassKg: decimal.optional(),
	netMassKg: decimal.optional(),
	invoiceTotal: money.optional(),
	exchangeRate: decimal.optional(),
	deliveryTerms: z.strictObject({ code: code.optional(), place: text.optional() }).optional(),
	transactionNature: code.optional(),
	paymentMethod: code.optional(),
	taxes: z.array(dutyTaxFee).max(99).optional(),
	statements: z
		.array(z.strictObject({ code: code.optional(), text: text.optional() }))
		.max(999)
		.optional(),
	adjustments: z
		.array(z.strictObject({ type: code, amount: money.optional() }))
		.max(99)
		.optional(),
	items: z.array(customsItem).max(9_999),
	/** For an amendment or cancellation: why, and what it points at. */
	change: z
		.strictObject({
			reasonCode: code.optional(),
			reason: text.optional(),
			pointers: z.array(z.array(amendmentPointer).max(20)).max(999).optional(),
		})
		.optional(),
	/** Facts that a mapping file carried over and that have no field of their own: name and value as received. */
	further: z.record(z.string().max(64), text).optional(),
});

export type Declaration = z.infer<typeof declaration>;
export type CustomsItem = z.infer<typeof customsItem>;
export type DutyTaxFee = z.infer<typeof dutyTaxFee>;
export type AmendmentPointer = z.infer<typeof amendmentPointer>;
