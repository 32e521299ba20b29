/**
 * Money: suspicion reports (goAML, FATF Recommendation 20) and cash declarations (FATF Recommendation 32).
 */
import { z } from 'zod';
import { code, date, dateTime, decimal, leg, money, party, place, quantity, text } from './common.ts';
import {
	reportedAddress,
	reportedDevice,
	reportedEntity,
	reportedFact,
	reportedPerson,
	reportedSubject,
} from './reported-subjects.ts';

export * from './reported-subjects.ts';

export const transactionSide = z.strictObject({
	...reportedSubject.shape,
	/** `from`, `to`, or `party` with its role in a multi-party transaction. */
	side: z.enum(['from', 'to', 'party']),
	/** The reporter's own client (`_my_client` in goAML). */
	ownClient: z.boolean().optional(),
	role: code.optional(),
	fundsCode: code.optional(),
	fundsComment: text.optional(),
	foreignCurrency: z
		.strictObject({ currency: code, amount: decimal, exchangeRate: decimal.optional() })
		.optional(),
	/** Person who carried out the transaction. */
	conductor: reportedPerson.optional(),
	/** Suspected, as the reporter says: the subject, and the person who carried it out. */
	suspected: z.boolean().optional(),
	conductorSuspected: z.boolean().optional(),
	/** Device and ledger address that the transaction was made from, or went to. */
	device: reportedDevice.optional(),
	blockNumber: decimal.optional(),
	virtualAddress: text.optional(),
	country: code.optional(),
	significance: z.number().int().optional(),
	reason: text.optional(),
	comments: text.optional(),
});

/** Goods or services that the money was for: vehicle, property, jewellery, consignment. */
export const reportedGoods = z.strictObject({
	type: code,
	make: text.optional(),
	description: text.optional(),
	seller: text.optional(),
	buyer: text.optional(),
	estimatedValue: money.optional(),
	disposedValue: money.optional(),
	status: code.optional(),
	statusComment: text.optional(),
	size: quantity.optional(),
	address: reportedAddress.optional(),
	registrationDate: date.optional(),
	registrationNumber: text.optional(),
	identificationNumber: text.optional(),
	comments: text.optional(),
});

/** One step of a carriage of goods that a transaction was for: goAML `means_of_transport/routing`. */
export const reportedRouting = z.strictObject({
	reportingPoint: z.boolean().optional(),
	mode: code.optional(),
	type: code.optional(),
	carrier: text.optional(),
	carrierNumber: text.optional(),
	step: z.number().int().optional(),
	stepCode: code.optional(),
	at: dateTime.optional(),
	status: code.optional(),
	place: text.optional(),
	country: code.optional(),
	comments: text.optional(),
});

export const reportedTransaction = z.strictObject({
	/** `-` where the report gives none. */
	number: text,
	internalReference: text.optional(),
	/** As the reporter says: not every transaction of a report is itself suspicious. */
	suspicious: z.boolean().optional(),
	agentName: text.optional(),
	/** Place of the transaction as text. */
	location: text.optional(),
	address: reportedAddress.optional(),
	description: text.optional(),
	at: dateTime.optional(),
	postedAt: dateTime.optional(),
	valueOn: date.optional(),
	teller: text.optional(),
	authorised: text.optional(),
	lateDeposit: z.boolean().optional(),
	type: code.optional(),
	/** How it was carried out (goAML transmode). */
	mode: code.optional(),
	modeComment: text.optional(),
	/** Amount in the report's local currency; 0, with a finding, where the report gives none. */
	amountLocal: decimal,
	status: code.optional(),
	sides: z.array(transactionSide).max(200),
	goods: z.array(reportedGoods).max(200).optional(),
	routing: z.array(reportedRouting).max(200).optional(),
	comments: text.optional(),
});

export const reportedActivity = z.strictObject({
	parties: z
		.array(
			z.strictObject({
				...reportedSubject.shape,
				ownClient: z.boolean().optional(),
				role: code.optional(),
				country: code.optional(),
				suspected: z.boolean().optional(),
				significance: z.number().int().optional(),
				reason: text.optional(),
				comments: text.optional(),
			}),
		)
		.max(500),
	goods: z.array(reportedGoods).max(200).optional(),
});

export const suspicionReport = z.strictObject({
	kind: z.literal('suspicion-report'),
	/** The reporter's reference (entity_reference), with the reporter's number before it. */
	reference: text,
	reporterId: code,
	reporterBranch: text.optional(),
	/** STR, SAR, CTR, … as in the goAML report code. */
	reportCode: code,
	submissionCode: code.optional(),
	schemaVersion: code.optional(),
	fiuReference: text.optional(),
	/** Reference of the report that the intelligence unit rejected and that this one replaces. */
	rejectedReference: text.optional(),
	submittedAt: dateTime.optional(),
	localCurrency: code.optional(),
	reportingPerson: reportedPerson.optional(),
	/** The reporting user's code at the intelligence unit, where the person is not named. */
	reportingUser: text.optional(),
	location: reportedAddress.optional(),
	reason: text.optional(),
	action: text.optional(),
	indicators: z.array(code).max(500).optional(),
	transactions: z.array(reportedTransaction).max(100_000).optional(),
	activity: reportedActivity.optional(),
	facts: z.array(reportedFact).max(200).optional(),
});

export const cashInstrument = z.strictObject({
	type: z.enum([
		'currency',
		'cheque',
		'travellers-cheque',
		'promissory-note',
		'money-order',
		'bearer-bond',
		'prepaid-card',
		'gold',
		'other-bearer',
	]),
	value: money,
	/** Number, weight or denomination, where declared. */
	description: text.optional(),
	count: z.number().int().nonnegative().optional(),
});

/** Cash that a traveller or a shipper declared, or that officers counted. */
export const cashDeclaration = z.strictObject({
	kind: z.literal('cash-declaration'),
	reference: text,
	function: z.enum(['original', 'amendment', 'cancellation']),
	/** Entering or leaving the country. */
	direction: z.enum(['entering', 'leaving']),
	/** Declared by the carrier, disclosed on request, found by officers, or sent unaccompanied. */
	basis: z.enum(['declared', 'disclosed', 'found', 'unaccompanied']),
	declaredAt: dateTime,
	office: code.optional(),
	/** The person who carries the cash. */
	carrier: reportedPerson,
	owner: z.strictObject({ person: reportedPerson.optional(), entity: reportedEntity.optional() }).optional(),
	recipient: z
		.strictObject({ person: reportedPerson.optional(), entity: reportedEntity.optional() })
		.optional(),
	instruments: z.array(cashInstrument).min(1).max(200),
	/** Sum in the currency of the office, as declared. */
	total: money.optional(),
	/** What officers counted, where they did. */
	counted: money.optional(),
	provenance: text.optional(),
	intendedUse: text.optional(),
	journey: leg.optional(),
	transportMeans: text.optional(),
	from: place.optional(),
	to: place.optional(),
	representative: party.optional(),
});

export type SuspicionReport = z.infer<typeof suspicionReport>;
export type TransactionSide = z.infer<typeof transactionSide>;
export type ReportedGoods = z.infer<typeof reportedGoods>;
export type ReportedTransaction = z.infer<typeof reportedTransaction>;
export type ReportedActivity = z.infer<typeof reportedActivity>;
export type ReportedRouting = z.infer<typeof reportedRouting>;
export type CashDeclaration = z.infer<typeof cashDeclaration>;
export type CashInstrument = z.infer<typeof cashInstrument>;
