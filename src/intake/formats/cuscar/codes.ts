/**
 * Code lists of CUSCAR: functions of the report, roles of parties, kinds of transport documents, equipment.
 * Every table is read one way; what is written is derived from it, so that both directions agree.
 */
import type { CargoReport } from '../../../../contract/records/cargo-report.ts';
import type { Party, PartyRole } from '../../../../contract/records/common.ts';

/** Function of the message (BGM, data element 1225). */
export const FUNCTIONS: { readonly [code: string]: CargoReport['function'] } = {
	'9': 'original',
	'1': 'cancellation',
	'2': 'amendment',
	'3': 'amendment',
	'4': 'amendment',
	'5': 'replacement',
	'20': 'replacement',
	'36': 'amendment',
};

export const FUNCTION_CODES: { readonly [name in CargoReport['function']]: string } = {
	original: '9',
	cancellation: '1',
	amendment: '4',
	replacement: '5',
};

/** Role of a party (NAD, data element 3035). The first code of a role is the one that is written. */
const ROLES: readonly (readonly [code: string, role: PartyRole])[] = [
	['CZ', 'consignor'],
	['CN', 'consignee'],
	['NI', 'notify'],
	['CA', 'carrier'],
	['AG', 'agent'],
	['FW', 'freight-forwarder'],
	['EX', 'exporter'],
	['IM', 'importer'],
	['SE', 'seller'],
	['BY', 'buyer'],
	['DT', 'declarant'],
	['OW', 'owner'],
	['WH', 'warehouse-keeper'],
	['MS', 'sender'],
	['MR', 'receiver'],
	['PR', 'payer'],
	['PE', 'payee'],
	['RP', 'reporter'],
	['SU', 'surety'],
	// Other codes for the same parts.
	['OS', 'consignor'],
	['SF', 'consignor'],
	['UC', 'consignee'],
	['ST', 'consignee'],
	['N1', 'notify'],
	['N2', 'notify'],
	['NP', 'notify'],
	['CG', 'carrier'],
	['CF', 'agent'],
	['CB', 'agent'],
	['TR', 'warehouse-keeper'],
];

const roleByCode = new Map(ROLES);

const codeByRole = new Map<PartyRole, string>();
for (const [code, role] of ROLES) if (!codeByRole.has(role)) codeByRole.set(role, code);

/** Roles that are written and read back as themselves. */
export const roles: readonly PartyRole[] = [...codeByRole.keys()];

export const roleOf = (code: string): PartyRole => roleByCode.get(code) ?? 'other';

/** The code that a role is written with when the party does not bring its own. */
export const codeOfRole = (role: PartyRole): string => codeByRole.get(role) ?? 'ZZZ';

export const codeOfParty = (party: Party): string => party.roleCode ?? codeOfRole(party.role);

/**
 * Transport documents: RFF qualifier (1153), document code (1001), and rank. A house document (0) is carried under an
 * ordinary one (1), and either under a master (2).
 */
const TRANSPORT_DOCUMENTS: readonly (readonly [qualifier: string, code: string, rank: number])[] = [
	['BH', '714', 0],
	['HWB', '703', 0],
	['BM', '705', 1],
	['AWB', '740', 1],
	['MB', '704', 2],
	['MWB', '741', 2],
];

const byQualifier = new Map(
	TRANSPORT_DOCUMENTS.map(([qualifier, code, rank]) => [qualifier, { code, rank }]),
);
const byCode = new Map(TRANSPORT_DOCUMENTS.map(([qualifier, code, rank]) => [code, { qualifier, rank }]));

/** Document code and rank of a transport document by what RFF calls it; undefined for other references. */
export function transportDocumentOf(qualifier: string): { code: string; rank: number } | undefined {
	const known = byQualifier.get(qualifier);
	if (known !== undefined) return known;
	// Document codes in the place of the qualifier: 705, 720 rail, 730 road, 760 multimodal and their neighbours.
	return /^7[0-6]\d$/.test(qualifier)
		? { code: qualifier, rank: byCode.get(qualifier)?.rank ?? 1 }
		: undefined;
}

/** RFF qualifier for a document code; a code without one stands for itself. */
export const qualifierOfDocument = (code: string): string => byCode.get(code)?.qualifier ?? code;

/** RFF qualifier of the master of a document with this code: a waybill's or a bill's. */
export const masterQualifier = (code: string | undefined): string =>
	code === '703' || code === '740' || code === '741' ? 'MWB' : 'MB';
