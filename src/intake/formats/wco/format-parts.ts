/**
 * Writes the parts that a WCO declaration and its items share. Each function writes nothing for what is absent.
 */
import type {
	DocumentReference,
	Money,
	Party,
	PartyRole,
	Place,
	TransportMeans,
} from '../../../../contract/records/common.ts';
import type { DutyTaxFee } from '../../../../contract/records/declaration.ts';
import type { XmlWriter } from '../xml/writer.ts';
import type { Adjustment } from './parts.ts';
import { schemeOf } from './party.ts';
import { splitLocation, unlocodeOf } from './places.ts';
import {
	CODE_BY_MODE,
	CONTACT_KINDS,
	ELEMENT_SCHEMES,
	FREIGHT_CHARGE,
	FURTHER_FACT,
	MANUFACTURER,
	PARTY_ELEMENTS,
} from './vocabulary.ts';

export function money(writer: XmlWriter, name: string, value: Money | undefined): void {
	if (value === undefined) return;
	writer.leaf(name, value.amount, value.currency === undefined ? undefined : { currencyID: value.currency });
}

/** An element with one member. */
export function formatPlain(
	writer: XmlWriter,
	name: string,
	member: string,
	value: string | undefined,
): void {
	if (value !== undefined) writer.open(name).leaf(member, value).close(name);
}

export function formatOffice(writer: XmlWriter, name: string, office: string | undefined): void {
	formatPlain(writer, name, 'ID', office);
}

export function formatDocument(writer: XmlWriter, name: string, document: DocumentReference): void {
	writer.open(name);
	writer.leaf('CategoryCode', document.category).leaf('ID', document.number);
	if (document.issuedOn !== undefined) {
		writer.open('IssueDateTime');
		writer.leaf('DateTimeString', document.issuedOn.replaceAll('-', ''), { formatCode: '102' });
		writer.close('IssueDateTime');
	}
	writer
		.leaf('Name', document.name)
		.leaf('TypeCode', document.type)
		.leaf('LPCOExemptionCode', document.status);
	writer.leaf('LineNumeric', document.line);
	formatPlain(writer, 'Submitter', 'Name', document.issuer);
	writer.close(name);
}

export function formatStatement(
	writer: XmlWriter,
	statement: { code?: string | undefined; text?: string | undefined },
): void {
	writer.open('AdditionalInformation').leaf('StatementCode', statement.code);
	writer.leaf('StatementDescription', statement.text).close('AdditionalInformation');
}

/** Facts without a field, as statements of a type of our own; `except` is written as an element. */
export function formatFacts(
	writer: XmlWriter,
	facts: Readonly<Record<string, string>> | undefined,
	except?: string,
): void {
	for (const name in facts) {
		const value = facts[name];
		if (value === undefined || name === except) continue;
		writer.open('AdditionalInformation').leaf('StatementCode', name).leaf('StatementDescription', value);
		writer.leaf('StatementTypeCode', FURTHER_FACT).close('AdditionalInformation');
	}
}

export function formatTransport(
	writer: XmlWriter,
	name: string,
	transport: TransportMeans | undefined,
	arrivesOn?: string,
): void {
	if (transport === undefined && arrivesOn === undefined) return;
	writer.open(name);
	if (arrivesOn !== undefined) {
		writer.open('ArrivalDateTime');
		writer.leaf('DateTimeString', arrivesOn.replaceAll('-', ''), { formatCode: '102' });
		writer.close('ArrivalDateTime');
	}
	writer.leaf('Name', transport?.name).leaf('ID', transport?.identity);
	writer.leaf('IdentificationTypeCode', transport?.identityType);
	writer.leaf('RegistrationNationalityCode', transport?.nationality).leaf('JourneyID', transport?.journey);
	writer.leaf('ModeCode', transport?.mode === undefined ? undefined : CODE_BY_MODE.get(transport.mode));
	writer.close(name);
}

export function formatTax(writer: XmlWriter, tax: DutyTaxFee): void {
	writer.open('DutyTaxFee');
	money(writer, 'AdValoremTaxBaseAmount', tax.base);
	writer.leaf('DutyRegimeCode', tax.regime);
	const { quantityBase } = tax;
	writer.leaf('SpecificTaxBaseQuantity', quantityBase?.value, { unitCode: quantityBase?.unit });
	writer.leaf('TaxRateNumeric', tax.rate).leaf('TypeCode', tax.type).leaf('QuotaOrderID', tax.quotaOrder);
	if (tax.paymentMethod !== undefined || tax.amount !== undefined) {
		writer.open('Payment').leaf('MethodCode', tax.paymentMethod);
		money(writer, 'TaxAssessedAmount', tax.amount);
		writer.close('Payment');
	}
	writer.close('DutyTaxFee');
}

export function formatAdjustments(
	writer: XmlWriter,
	adjustments: readonly Adjustment[] | undefined,
	methodCode: string | undefined,
): void {
	if (methodCode === undefined && (adjustments === undefined || adjustments.length === 0)) return;
	writer.open('CustomsValuation').leaf('MethodCode', methodCode);
	for (const { type, amount } of adjustments ?? []) {
		if (type === FREIGHT_CHARGE && amount !== undefined) {
			money(writer, 'FreightChargeAmount', amount);
			continue;
		}
		writer.open('ChargeDeduction').leaf('ChargesTypeCode', type);
		money(writer, 'OtherChargeDeductionAmount', amount);
		writer.close('ChargeDeduction');
	}
	writer.close('CustomsValuation');
}

export function formatNamedPlace(writer: XmlWriter, name: string, place: Place | undefined): void {
	if (place === undefined) return;
	writer
		.open(name)
		.leaf('Name', place.name)
		.leaf('ID', place.unlocode ?? place.facility);
	writer.leaf('CountryCode', place.country).close(name);
}

export function formatGoodsLocation(writer: XmlWriter, place: Place | undefined): void {
	if (place === undefined) return;
	const parts = place.facility === undefined ? undefined : splitLocation(place.facility);
	const whole = parts?.country === place.country ? parts : undefined;
	const derived = whole === undefined ? undefined : unlocodeOf(place.facility ?? '');
	writer.open('GoodsLocation').leaf('Name', whole?.identification ?? place.facility);
	if (place.unlocode !== derived) writer.leaf('ID', place.unlocode);
	writer.leaf('TypeCode', whole?.type);
	if (whole !== undefined || place.country !== undefined || place.name !== undefined) {
		writer.open('Address').leaf('TypeCode', whole?.qualifier).leaf('CityName', place.name);
		writer.leaf('CountryCode', whole?.country ?? place.country).close('Address');
	}
	writer.close('GoodsLocation');
}

/** Where in a declaration a party stands. An item holds every role itself. */
type Level = 'declaration' | 'shipment' | 'consignment' | 'item';

const LEVELS: ReadonlyMap<PartyRole, Level> = new Map([
	['declarant', 'declaration'],
	['agent', 'declaration'],
	['exporter', 'declaration'],
	['authorisation-holder', 'declaration'],
	['sender', 'declaration'],
	['signatory', 'declaration'],
	['notify', 'consignment'],
	['carrier', 'consignment'],
	['freight-forwarder', 'consignment'],
]);

const ELEMENT_BY_ROLE: ReadonlyMap<PartyRole, string> = new Map(
	[...PARTY_ELEMENTS].filter(([, role]) => role !== 'other').map(([element, role]) => [role, element]),
);

export function formatParties(writer: XmlWriter, parties: readonly Party[], level: Level): void {
	for (const party of parties) {
		if (level === 'item' || (LEVELS.get(party.role) ?? 'shipment') === level)
			formatParty(writer, party, level);
	}
}

/** The element of a party: by its role, or by what its role code or the kind of its number says. */
function elementOf(party: Party): string {
	const named = ELEMENT_BY_ROLE.get(party.role);
	if (named !== undefined) return named;
	if (party.role === 'other') {
		const scheme = party.identifiers?.[0]?.scheme;
		if (party.roleCode === MANUFACTURER) return 'Manufacturer';
		for (const [element, known] of ELEMENT_SCHEMES) if (scheme === known) return element;
	}
	return 'RoleParty';
}

const ROLE_CODE_ELEMENTS: ReadonlyMap<string, string> = new Map([
	['Agent', 'FunctionCode'],
	['AuthorisationHolder', 'CategoryCode'],
]);

function formatParty(writer: XmlWriter, party: Party, level: Level): void {
	const element = elementOf(party);
	const authenticator = element === 'Authenticator' && level === 'declaration';
	if (authenticator) writer.open('Authentication');
	writer.open(element);
	writer.leaf('Name', party.name ?? party.person?.name.full);
	for (const [index, { scheme, value, issuer }] of (party.identifiers ?? []).entries()) {
		const usual = ELEMENT_SCHEMES.get(element) ?? schemeOf(value);
		const attributes = { schemeID: scheme === usual ? undefined : scheme, schemeAgencyID: issuer };
		if (index === 0) writer.leaf('ID', value, attributes);
		else writer.open('AdditionalIdentifier').leaf('ID', value, attributes).close('AdditionalIdentifier');
	}
	writer.leaf(ROLE_CODE_ELEMENTS.get(element) ?? 'RoleCode', party.roleCode);
	if (element === 'RoleParty' && party.role !== 'other') writer.leaf('TypeCode', party.role);
	formatAddress(writer, party);
	for (const { kind, value } of party.contacts ?? []) {
		writer.open('Communication').leaf('ID', value);
		writer.leaf('TypeCode', CONTACT_KINDS.find(([, known]) => known === kind)?.[0]).close('Communication');
	}
	writer.close(element);
	if (authenticator) writer.close('Authentication');
}

function formatAddress(writer: XmlWriter, { address }: Party): void {
	if (address === undefined) return;
	writer.open('Address').leaf('CityName', address.city).leaf('CountryCode', address.country);
	writer.leaf('CountrySubDivisionName', address.subdivision);
	for (const line of address.lines ?? []) writer.leaf('Line', line);
	writer.leaf('PostcodeID', address.postcode).close('Address');
}
