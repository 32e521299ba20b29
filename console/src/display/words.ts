/**
 * The words in which the console names kinds, formats, lanes, severities, roles and codes. From the glossary.
 */
import type { Severity } from '../../../contract/findings.ts';
import type { RecordKind } from '../../../contract/records/record.ts';
import type { Lane, RecordSummary, Role } from '../../../contract/views.ts';

export const kindWords: { readonly [kind in RecordKind]: { one: string; many: string } } = {
	declaration: { one: 'Declaration', many: 'Declarations' },
	'cargo-report': { one: 'Cargo report', many: 'Cargo reports' },
	'passenger-list': { one: 'Passenger list', many: 'Passenger lists' },
	booking: { one: 'Booking', many: 'Bookings' },
	'suspicion-report': { one: 'Suspicion report', many: 'Suspicion reports' },
	'cash-declaration': { one: 'Cash declaration', many: 'Cash declarations' },
	'movement-event': { one: 'Movement event', many: 'Movement events' },
	outcome: { one: 'Outcome', many: 'Outcomes' },
};

export const formatWords: { readonly [format in RecordSummary['format']]: string } = {
	'wco-dec': 'WCO XML',
	cuscar: 'CUSCAR',
	paxlst: 'PAXLST',
	pnrgov: 'PNRGOV',
	goaml: 'goAML',
	'record-json': 'JSON',
	csv: 'CSV',
	'movement-jsonl': 'JSON lines',
	unknown: 'Unknown',
};

export const laneWords: { readonly [lane in Lane]: { name: string; meaning: string } } = {
	red: { name: 'Red', meaning: 'physical check' },
	yellow: { name: 'Yellow', meaning: 'documents' },
	blue: { name: 'Blue', meaning: 'after release' },
	green: { name: 'Green', meaning: 'release' },
};

export const severityWords: { readonly [severity in Severity]: { one: string; many: string } } = {
	error: { one: 'Error', many: 'Errors' },
	warning: { one: 'Warning', many: 'Warnings' },
	info: { one: 'Note', many: 'Notes' },
};

export const roleWords: { readonly [role in Role]: string } = {
	officer: 'Officer',
	analyst: 'Analyst',
	supervisor: 'Supervisor',
	'data-protection-officer': 'Data-protection officer',
	'exchange-desk': 'Exchange desk',
	trainer: 'Trainer',
	integrator: 'Integrator',
	administrator: 'Administrator',
};

export const agencyWords = {
	customs: 'Customs',
	fiu: 'FIU',
	immigration: 'Immigration',
} as const;

/** Words that keep their capitals when a name is spelt out. */
const capitals: Readonly<Record<string, string>> = {
	hs: 'HS',
	imo: 'IMO',
	iban: 'IBAN',
	iata: 'IATA',
	icao: 'ICAO',
	unlocode: 'UN/LOCODE',
	swift: 'SWIFT',
	fiu: 'FIU',
	kg: '(kg)',
	eori: 'EORI',
	lei: 'LEI',
	id: 'ID',
	un: 'UN',
};

/** Spells a member name or a code out for people: `grossMassKg` → "Gross mass (kg)", `bearer-bond` → "Bearer bond". */
export function spell(name: string): string {
	const words = name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.split(/[\s_-]+/)
		.map((word) => capitals[word.toLowerCase()] ?? word.toLowerCase());
	const text = words.join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
