/**
 * Money: suspicion reports (goAML, FATF Recommendation 20) and cash declarations (FATF Recommendation 32).
 */
import { z } from 'zod';
import {
	address,
	code,
	contact,
	date,
	dateTime,
	decimal,
	identifier,
	leg,
	money,
	party,
	person,
	place,
	quantity,
	text,
} from './common.ts';

/** A natural person in a suspicion report. */
export const reportedPerson = z.strictObject({
	person,
	identifiers: z.array(identifier).max(50).optional(),
	addresses: z.array(address).max(50).optional(),
	contacts: z.array(contact).max(50).optional(),
	employer: text.optional(),
	/** Politically exposed, as the reporter says. */
	exposed: z.boolean().optional(),
	sourceOfWealth: text.optional(),
	taxNumber: text.optional(),
	comments: text.optional(),
	role: code.optional(),
});

export const reportedEntity = z.strictObject({
	name: text,
	commercialName: text.optional(),
	legalForm: code.optional(),
	registrationNumber: text.optional(),
	identifiers: z.array(identifier).max(50).optional(),
	business: text.optional(),
	incorporatedOn: date.optional(),
	incorporationCountry: code.optional(),
	addresses: z.array(address).max(50).optional(),
	contacts: z.array(contact).max(50).optional(),
	directors: z.array(reportedPerson).max(200).optional(),
	taxNumber: text.optional(),
	comments: text.optional(),
	role: code.optional(),
});

export const reportedAccount = z.strictObject({
	institutionName: text.optional(),
	institutionCode: code.optional(),
	swift: code.optional(),
	branch: text.optional(),
	number: text,
	iban: code.optional(),
	name: text.optional(),
	currency: code.optional(),
	type: code.optional(),
	status: code.optional(),
	openedAt: dateTime.optional(),
	closedAt: dateTime.optional(),
	balance: decimal.optional(),
	balanceAt: dateTime.optional(),
	beneficiary: text.optional(),
	holderEntity: reportedEntity.optional(),
	signatories: z
		.array(z.strictObject({ person: reportedPerson, primary: z.boolean().optional(), role: code.optional() }))
		.max(200)
		.optional(),
	comments: text.optional(),
});

/** Who or what stands on one side: exactly one of person, entity and account. */
export const reportedSubject = z.strictObject({
	person: reportedPerson.optional(),
	entity: reportedEntity.optional(),
	account: reportedAccount.optional(),
});

export const transactionSide = z.strictObject({
	...reportedSubject.shape,
	/** `from`, `to`, or `party` with its role in a multi-party transaction. */
	side: z.enum(['from', 'to', 'party']),
	/** The reporter's own client (`_my_client` in goAML). */
	ownClient: z.boolean().optional(),
	role: code.optional(),
	fundsCode: code.optional(),
	foreignCurrency: z
		.strictObject({ currency: code, amount: decimal, exchangeRate: decimal.optional() })
		.optional(),
	/** Person who carried out the transaction. */
	conductor: reportedPerson.optional(),
	country: code.optional(),
	significance: z.number().int().optional(),
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
	size: quantity.optional(),
	address: address.optional(),
	registrationDate: date.optional(),
	registrationNumber: text.optional(),
	identificationNumber: text.optional(),
	comments: text.optional(),
});

export const reportedTransaction = z.strictObject({
	number: text,
	internalReference: text.optional(),
	/** Place of the transaction as text. */
	location: text.optional(),
	description: text.optional(),
	at: dateTime.optional(),
	postedAt: dateTime.optional(),
	valueOn: date.optional(),
	teller: text.optional(),
	authorised: text.optional(),
	lateDeposit: z.boolean().optional(),
	/** How it was carried out (goAML transmode). */
	mode: code.optional(),
	modeComment: text.optional(),
	/** Amount in the report's local currency. */
	amountLocal: decimal,
	sides: z.array(transactionSide).max(200),
	goods: z.array(reportedGoods).max(200).optional(),
	comments: text.optional(),
});

export const reportedActivity = z.strictObject({
	parties: z
		.array(
			z.strictObject({
				...reportedSubject.shape,
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
	submittedAt: dateTime.optional(),
	localCurrency: code.optional(),
	reportingPerson: reportedPerson.optional(),
	location: address.optional(),
	reason: text.optional(),
	action: text.optional(),
	indicators: z.array(code).max(200).optional(),
	transactions: z.array(reportedTransaction).max(20_000).optional(),
	activity: reportedActivity.optional(),
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
export type ReportedPerson = z.infer<typeof reportedPerson>;
export type ReportedEntity = z.infer<typeof reportedEntity>;
export type ReportedAccount = z.infer<typeof reportedAccount>;
export type ReportedSubject = z.infer<typeof reportedSubject>;
export type TransactionSide = z.infer<typeof transactionSide>;
export type ReportedGoods = z.infer<typeof reportedGoods>;
export type ReportedTransaction = z.infer<typeof reportedTransaction>;
export type ReportedActivity = z.infer<typeof reportedActivity>;
export type CashDeclaration = z.infer<typeof cashDeclaration>;
export type CashInstrument = z.infer<typeof cashInstrument>;
