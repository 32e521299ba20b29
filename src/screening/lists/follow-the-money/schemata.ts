/**
 * What FollowTheMoney calls things, and what they are here. Source: the followthemoney ontology, versions 3 and 4.
 * A schema that is not named here is reported and left out.
 */
import type { ListEntryKind } from '../../../../contract/lists.ts';

/** Schemata that become entries. */
export const ENTRY_KINDS: ReadonlyMap<string, ListEntryKind> = new Map([
	['Person', 'person'],
	['LegalEntity', 'organisation'],
	['Organization', 'organisation'],
	['Company', 'organisation'],
	['PublicBody', 'organisation'],
	['Vessel', 'vessel'],
	['Airplane', 'aircraft'],
	['Vehicle', 'vehicle'],
	['BankAccount', 'account'],
	['CryptoWallet', 'account'],
]);

/** Schemata whose facts belong to another entity, and the property that names it. */
export const FACT_HOLDERS: ReadonlyMap<string, string> = new Map([
	['Passport', 'holder'],
	['Identification', 'holder'],
	['Sanction', 'entity'],
]);

/** Schemata that say nothing about whom to find: links, positions, documents, securities. */
export const PASSED_OVER: ReadonlySet<string> = new Set([
	'Ownership',
	'Directorship',
	'Employment',
	'Membership',
	'Representation',
	'Family',
	'Associate',
	'Succession',
	'UnknownLink',
	'Occupancy',
	'Position',
	'Debt',
	'Payment',
	'Security',
	'Asset',
	'RealEstate',
	'Thing',
	'Interval',
	'Interest',
	'Documentation',
	'Document',
	'Article',
	'Mention',
	'Note',
	'Event',
	'Project',
	'ProjectParticipant',
	'CourtCase',
	'CourtCaseParty',
	'Contract',
	'ContractAward',
	'EconomicActivity',
	'License',
	'TaxRoll',
	'Trip',
	'Similar',
	'Value',
	'Analyzable',
	'Relationship',
	'Customs',
	'Call',
	'Message',
]);

/** Properties that are numbers of somebody or something, and their schemes. */
export const IDENTIFIER_PROPERTIES: ReadonlyMap<string, string> = new Map([
	['passportNumber', 'passport'],
	['idNumber', 'identity-card'],
	['socialSecurityNumber', 'social-security'],
	['taxNumber', 'tax'],
	['vatCode', 'tax'],
	['innCode', 'tax'],
	['kppCode', 'company-register'],
	['registrationNumber', 'company-register'],
	['ogrnCode', 'company-register'],
	['okpoCode', 'company-register'],
	['uscCode', 'company-register'],
	['cikCode', 'company-register'],
	['jibCode', 'company-register'],
	['mbsCode', 'company-register'],
	['pibCode', 'tax'],
	['npiCode', 'local'],
	['bikCode', 'bank-code'],
	['bic', 'swift'],
	['bicCode', 'swift'],
	['swiftBic', 'swift'],
	['leiCode', 'lei'],
	['dunsCode', 'duns'],
	['uniqueEntityId', 'company-register'],
	['imoNumber', 'imo'],
	['mmsi', 'mmsi'],
	['callSign', 'call-sign'],
	['serialNumber', 'serial-number'],
	['registrationPlate', 'plate'],
	['vin', 'vin'],
	['iban', 'iban'],
	['accountNumber', 'account'],
	['publicKey', 'wallet'],
	['dun', 'duns'],
]);
