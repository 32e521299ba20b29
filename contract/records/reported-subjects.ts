/**
 * Who and what a suspicion report or a cash declaration is about: persons, entities, accounts, and their particulars.
 * Follows goAML 5 in what there is to say; relations are kept one step deep.
 */
import { z } from 'zod';
import { address, code, contact, date, dateTime, decimal, identifier, person, text } from './common.ts';

/** Address in a report: with its kind and, from goAML 5, its coordinates. */
export const reportedAddress = z.strictObject({
	...address.shape,
	/** Kind of address as declared: private, business, registered … */
	kind: code.optional(),
	town: text.optional(),
	/** WGS 84 degrees. */
	latitude: z.number().min(-90).max(90).optional(),
	longitude: z.number().min(-180).max(180).optional(),
	plusCode: code.optional(),
	comments: text.optional(),
});

/** A phone number is written `+971 5012345 ext. 12` as far as the report gives prefix and extension. */
export const reportedContact = z.strictObject({
	...contact.shape,
	/** Private, business … as declared. */
	use: code.optional(),
	/** Landline, mobile, satellite … as declared. */
	means: code.optional(),
	comments: text.optional(),
});

export const reportedIdentifier = z.strictObject({ ...identifier.shape, comments: text.optional() });

/** When a relation held. */
export const relationPeriod = z.strictObject({
	from: date.optional(),
	fromApproximate: z.boolean().optional(),
	until: date.optional(),
	untilApproximate: z.boolean().optional(),
});

/** A device that was seen on the network: goAML `network_device`. */
export const reportedDevice = z.strictObject({
	number: text.optional(),
	operatingSystem: text.optional(),
	provider: text.optional(),
	ipv4: code.optional(),
	ipv6: code.optional(),
	/** Port behind carrier-grade translation of addresses. */
	port: z.number().int().optional(),
	nat: text.optional(),
	firstSeenAt: dateTime.optional(),
	lastSeenAt: dateTime.optional(),
	proxy: z.boolean().optional(),
	city: text.optional(),
	country: code.optional(),
	comments: text.optional(),
});

/** A listing that the reporter says was found. */
export const reportedSanction = z.strictObject({
	provider: text.optional(),
	list: text.optional(),
	matchCriteria: text.optional(),
	source: text.optional(),
	attributes: text.optional(),
	period: relationPeriod.optional(),
	comments: text.optional(),
});

/** A fact that the schema has no element for: goAML `additional_info`. */
export const reportedFact = z.strictObject({
	type: code.optional(),
	subject: text,
	text: text.optional(),
	number: decimal.optional(),
	at: dateTime.optional(),
	flag: z.boolean().optional(),
});

export const reportedEmployment = z.strictObject({
	name: text,
	business: text.optional(),
	identifier: text.optional(),
	addresses: z.array(reportedAddress).max(50).optional(),
	contacts: z.array(reportedContact).max(50).optional(),
	period: relationPeriod.optional(),
});

/** A public function that makes a person politically exposed. */
export const reportedExposure = z.strictObject({
	country: code.optional(),
	function: text.optional(),
	description: text.optional(),
	period: relationPeriod.optional(),
	comments: text.optional(),
});

export const socialAccount = z.strictObject({
	platform: text.optional(),
	userName: text,
	comments: text.optional(),
});

/** How long somebody has been a client of the reporter, and under what number. */
export const clientRelation = z.strictObject({
	clientNumber: text.optional(),
	period: relationPeriod.optional(),
	comments: text.optional(),
});

/** A person without the persons related to her: relations are kept one step deep. */
const personWithoutRelations = z.strictObject({
	person,
	mothersName: text.optional(),
	identifiers: z.array(reportedIdentifier).max(50).optional(),
	addresses: z.array(reportedAddress).max(50).optional(),
	contacts: z.array(reportedContact).max(50).optional(),
	residenceSince: date.optional(),
	employer: text.optional(),
	employerAddress: reportedAddress.optional(),
	employerContact: reportedContact.optional(),
	employments: z.array(reportedEmployment).max(50).optional(),
	/** Politically exposed, as the reporter says. */
	exposed: z.boolean().optional(),
	exposures: z.array(reportedExposure).max(50).optional(),
	protected: z.boolean().optional(),
	sanctions: z.array(reportedSanction).max(50).optional(),
	devices: z.array(reportedDevice).max(50).optional(),
	socialAccounts: z.array(socialAccount).max(50).optional(),
	sourceOfWealth: text.optional(),
	taxNumber: text.optional(),
	clientRelation: clientRelation.optional(),
	facts: z.array(reportedFact).max(200).optional(),
	comments: text.optional(),
	role: code.optional(),
	/** What a director or holder has, in per cent. */
	sharePercent: decimal.optional(),
	votingPercent: decimal.optional(),
	period: relationPeriod.optional(),
	roleComments: text.optional(),
});

/** A natural person in a suspicion report. */
export const reportedPerson = z.strictObject({
	...personWithoutRelations.shape,
	related: z
		.array(
			z.strictObject({
				relation: code.optional(),
				person: personWithoutRelations,
				period: relationPeriod.optional(),
				comments: text.optional(),
			}),
		)
		.max(200)
		.optional(),
});

const entityWithoutRelations = z.strictObject({
	name: text,
	commercialName: text.optional(),
	legalForm: code.optional(),
	registrationNumber: text.optional(),
	identifiers: z.array(reportedIdentifier).max(50).optional(),
	business: text.optional(),
	status: code.optional(),
	statusOn: date.optional(),
	incorporatedOn: date.optional(),
	incorporationCountry: code.optional(),
	incorporationState: text.optional(),
	closed: z.boolean().optional(),
	closedOn: date.optional(),
	addresses: z.array(reportedAddress).max(50).optional(),
	contacts: z.array(reportedContact).max(50).optional(),
	devices: z.array(reportedDevice).max(50).optional(),
	directors: z.array(reportedPerson).max(200).optional(),
	taxNumber: text.optional(),
	sanctions: z.array(reportedSanction).max(50).optional(),
	clientRelation: clientRelation.optional(),
	facts: z.array(reportedFact).max(200).optional(),
	comments: text.optional(),
	role: code.optional(),
});

export const reportedEntity = z.strictObject({
	...entityWithoutRelations.shape,
	related: z
		.array(
			z.strictObject({
				relation: code.optional(),
				entity: entityWithoutRelations,
				period: relationPeriod.optional(),
				sharePercent: decimal.optional(),
				comments: text.optional(),
			}),
		)
		.max(200)
		.optional(),
});

const accountWithoutRelations = z.strictObject({
	institutionName: text.optional(),
	institutionCode: code.optional(),
	institutionCountry: code.optional(),
	nonBank: z.boolean().optional(),
	collection: z.boolean().optional(),
	swift: code.optional(),
	branch: text.optional(),
	category: code.optional(),
	number: text,
	iban: code.optional(),
	name: text.optional(),
	clientNumber: text.optional(),
	currency: code.optional(),
	/** Balances of an account in several currencies. */
	funds: z
		.array(z.strictObject({ currency: code, balance: decimal.optional(), balanceAt: dateTime.optional() }))
		.max(200)
		.optional(),
	type: code.optional(),
	status: code.optional(),
	statusAt: dateTime.optional(),
	openedAt: dateTime.optional(),
	closedAt: dateTime.optional(),
	balance: decimal.optional(),
	balanceAt: dateTime.optional(),
	beneficiary: text.optional(),
	beneficiaryComment: text.optional(),
	holderEntity: reportedEntity.optional(),
	signatories: z
		.array(
			z.strictObject({
				person: reportedPerson,
				primary: z.boolean().optional(),
				role: code.optional(),
				period: relationPeriod.optional(),
				comments: text.optional(),
			}),
		)
		.max(200)
		.optional(),
	devices: z.array(reportedDevice).max(50).optional(),
	sanctions: z.array(reportedSanction).max(50).optional(),
	facts: z.array(reportedFact).max(200).optional(),
	comments: text.optional(),
});

export const reportedAccount = z.strictObject({
	...accountWithoutRelations.shape,
	relatedEntities: z
		.array(
			z.strictObject({
				relation: code.optional(),
				entity: reportedEntity,
				period: relationPeriod.optional(),
				comments: text.optional(),
			}),
		)
		.max(200)
		.optional(),
	relatedAccounts: z
		.array(
			z.strictObject({
				relation: code.optional(),
				account: accountWithoutRelations,
				period: relationPeriod.optional(),
				comments: text.optional(),
			}),
		)
		.max(200)
		.optional(),
});

/** Who or what stands on one side: exactly one of person, entity and account. */
export const reportedSubject = z.strictObject({
	person: reportedPerson.optional(),
	entity: reportedEntity.optional(),
	account: reportedAccount.optional(),
});

export type ReportedAddress = z.infer<typeof reportedAddress>;
export type ReportedContact = z.infer<typeof reportedContact>;
export type ReportedIdentifier = z.infer<typeof reportedIdentifier>;
export type ReportedDevice = z.infer<typeof reportedDevice>;
export type ReportedSanction = z.infer<typeof reportedSanction>;
export type ReportedFact = z.infer<typeof reportedFact>;
export type RelationPeriod = z.infer<typeof relationPeriod>;
export type ClientRelation = z.infer<typeof clientRelation>;
export type ReportedPerson = z.infer<typeof reportedPerson>;
export type ReportedEntity = z.infer<typeof reportedEntity>;
export type ReportedAccount = z.infer<typeof reportedAccount>;
export type ReportedSubject = z.infer<typeof reportedSubject>;
