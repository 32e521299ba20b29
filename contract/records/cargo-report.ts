/**
 * A cargo report: what a carrier says is on board, before it arrives (UN/EDIFACT CUSCAR).
 */
import { z } from 'zod';
import {
	code,
	dateTime,
	decimal,
	documentReference,
	leg,
	packaging,
	party,
	place,
	text,
	transportMeans,
} from './common.ts';

export const equipment = z.strictObject({
	/** Container or trailer number as declared. */
	number: code,
	/** Equipment kind (CN container, TE trailer …) and ISO 6346 size and type. */
	kind: code.optional(),
	sizeType: code.optional(),
	/** 4 empty, 5 full, as in UN/EDIFACT 8169. */
	load: z.enum(['empty', 'full', 'unknown']).optional(),
	seals: z
		.array(z.strictObject({ number: code, issuer: code.optional() }))
		.max(50)
		.optional(),
	grossMassKg: decimal.optional(),
	tareMassKg: decimal.optional(),
});

export const cargoItem = z.strictObject({
	number: z.number().int().positive(),
	packages: z.array(packaging).max(99).optional(),
	description: text.optional(),
	hsCode: z
		.string()
		.regex(/^\d{2,6}$/)
		.optional(),
	commodityCode: code.optional(),
	grossMassKg: decimal.optional(),
	volumeM3: decimal.optional(),
	originCountry: code.optional(),
	dangerousGoods: z
		.array(z.strictObject({ unNumber: code.optional(), class: code.optional() }))
		.max(50)
		.optional(),
	/** How much of the item is in which container. */
	containers: z
		.array(z.strictObject({ number: code, packages: z.number().int().optional() }))
		.max(999)
		.optional(),
	marks: text.optional(),
});

export const consignment = z.strictObject({
	number: z.number().int().positive(),
	/** Bill of lading or air waybill number. */
	transportDocument: text.optional(),
	transportDocumentType: code.optional(),
	masterDocument: text.optional(),
	references: z.array(documentReference).max(99).optional(),
	parties: z.array(party).max(50).optional(),
	loadingPlace: place.optional(),
	dischargePlace: place.optional(),
	deliveryPlace: place.optional(),
	originPlace: place.optional(),
	grossMassKg: decimal.optional(),
	packageCount: z.number().int().nonnegative().optional(),
	items: z.array(cargoItem).max(9_999),
});

export const cargoReport = z.strictObject({
	kind: z.literal('cargo-report'),
	/** Document number of the report (BGM). */
	reference: text,
	function: z.enum(['original', 'amendment', 'cancellation', 'replacement']),
	documentType: code.optional(),
	preparedAt: dateTime.optional(),
	sender: text.optional(),
	receiver: text.optional(),
	parties: z.array(party).max(50).optional(),
	transport: transportMeans.optional(),
	legs: z.array(leg).max(50).optional(),
	arrivesAt: dateTime.optional(),
	departsAt: dateTime.optional(),
	office: code.optional(),
	equipment: z.array(equipment).max(20_000).optional(),
	consignments: z.array(consignment).max(20_000),
	/** Control totals as declared (UN/EDIFACT CNT), by qualifier. */
	controls: z.record(z.string().max(8), decimal).optional(),
});

export type CargoReport = z.infer<typeof cargoReport>;
export type Consignment = z.infer<typeof consignment>;
export type CargoItem = z.infer<typeof cargoItem>;
export type Equipment = z.infer<typeof equipment>;
