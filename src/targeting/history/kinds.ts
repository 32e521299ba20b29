/**
 * The kinds of events that history counts: what their key is, whom they count as partner, what they sum. A table for rules,
 * the store of events and the documentation. To add a kind, add a row and record it where its kind of record is read.
 */

export type EventKind = {
	readonly name: string;
	/** Completes "how often there was …". */
	readonly title: string;
	/** Whose key it has. */
	readonly key: string;
	/** Whom `distinct` counts; undefined where nobody. */
	readonly partner?: string;
	/** What `sum` adds; undefined where nothing. */
	readonly amount?: string;
};

const kind = <const Name extends string>(
	name: Name,
	title: string,
	key: string,
	partner?: string,
	amount?: string,
): EventKind & { readonly name: Name } => ({
	name,
	title,
	key,
	...(partner === undefined ? {} : { partner }),
	...(amount === undefined ? {} : { amount }),
});

export const EVENT_KINDS = [
	// Goods. Amendments and cancellations are not counted again. What a declaration says of documents, invoices, containers
	// and references is counted for imports; exports and transit are counted apart, for questions about themselves.
	kind('consignment-to-address', 'a declared import to an address', 'address', 'sender', 'declared value'),
	kind('receiver-at-address', 'an importer at an address', 'address', 'importer', 'declared value'),
	kind('declaration-by-importer', 'a declared import', 'importer', 'sender', 'declared value'),
	kind('declaration-by-exporter', 'a declared export', 'exporter', 'receiver', 'declared value'),
	kind(
		'declaration-by-declarant',
		'a declaration made',
		'declarant',
		'importer or exporter',
		'declared value',
	),
	kind('declaration-of-sender', 'a declared import from a sender', 'sender', 'importer', 'declared value'),
	kind(
		'declaration-of-transport-document',
		'a declaration of a transport document',
		'transport document',
		'declaration',
		'gross mass',
	),
	kind(
		'declarant-of-transport-document',
		'a declarant of a transport document',
		'transport document',
		'declarant',
	),
	kind(
		'invoice-of-transport-document',
		'an invoice for a transport document',
		'transport document',
		'invoice',
	),
	kind('declaration-of-invoice', 'a declaration of an invoice', 'invoice', 'declaration', 'declared value'),
	kind(
		'declaration-of-container',
		'a declaration of a container',
		'container',
		'declaration',
		'gross mass, shared equally among its containers',
	),
	kind(
		'declaration-of-consignment',
		'a declaration of a consignment reference',
		'consignment',
		'declaration',
		'gross mass',
	),
	kind('declaration-of-vehicle', 'a declaration of goods on a vehicle', 'vehicle', 'importer or exporter'),
	kind('import-of-mass', 'an import of the very same mass', 'importer and net mass', 'HS heading'),
	kind(
		'declared-between',
		'a declaration between two parties',
		'buyer and seller',
		'currency',
		'declared value',
	),
	kind(
		'report-of-transport-document',
		'a cargo report of a transport document',
		'transport document',
		'cargo report',
		'gross mass',
	),
	kind('report-of-container', 'a cargo report of a container', 'container', 'cargo report', 'gross mass'),
	kind(
		'report-of-consignment',
		'a cargo report of a consignment reference',
		'consignment',
		'cargo report',
		'gross mass',
	),
	kind('goods-of-transport-document', 'goods of a cargo report', 'transport document', 'HS heading'),
	kind(
		'export-of-transport-document',
		'an export of a transport document',
		'transport document',
		'currency',
		'invoiced value',
	),
	kind('change-of-party', 'an amendment or cancellation', 'importer or exporter'),
	// Movements.
	kind('sighting', 'a sighting at a gate, scanner or camera, or of a seal', 'container or vehicle', 'place'),
	kind('seal-broken', 'a seal found broken, removed, replaced or tampered with', 'container', 'seal'),
	kind('scan-anomaly', 'a scan that was not clear', 'container or vehicle'),
	kind('scan', 'a scan', 'container or vehicle', undefined, 'gross mass'),
	// Travel.
	kind('journey-of-person', 'a journey', 'person', 'flight or voyage'),
	kind('person-of-document', 'a person on a travel document', 'document', 'day of birth'),
	kind('document-of-person', 'a travel document of a person', 'person', 'document'),
	kind('booking-by-contact', 'a booking with a telephone, e-mail or address', 'contact', 'booking'),
	kind('booking-by-payer', 'a booking paid with a card', 'card', 'booking'),
	kind('booking-by-agency', 'a booking made at an agency', 'agency', 'booking'),
	kind('contact-of-booking', 'a contact or card of a booking', 'booking', 'contact'),
	kind(
		'document-of-contact-and-birth',
		'a document of somebody born on a day and booked with a contact',
		'contact and day of birth',
		'document',
		'name',
	),
	// Money.
	kind('cash-by-person', 'a cash declaration', 'person', 'office', 'amount'),
	kind('cash-found-on-person', 'cash found and not declared', 'person', 'office', 'amount'),
	kind('cash-to-party', 'cash for a recipient or owner', 'recipient or owner', 'carrier', 'amount'),
	kind('report-of-party', 'a suspicion report', 'person, firm or account', 'report'),
	kind('payment-by-party', 'a reported payment by a party', 'payer', 'payee', 'amount'),
	kind('payment-to-party', 'a reported payment to a party', 'payee', 'payer', 'amount'),
	kind('payment-between', 'a reported payment between two parties', 'payer and payee', 'currency', 'amount'),
	kind('payer-in-report', 'a payer of a party in one report', 'payee and report', 'payer', 'amount'),
	// Outcomes.
	kind('inspection-of-party', 'an inspection', 'importer, exporter or person'),
	kind('offence-of-party', 'an inspection that found something', 'importer, exporter or person'),
] as const;

/** Other names of the same events. */
const ALIASES: readonly (readonly [string, string])[] = [
	['sender-to-address', 'consignment-to-address'],
	['cash-declaration', 'cash-by-person'],
];

const numbers: ReadonlyMap<string, number> = new Map([
	...EVENT_KINDS.map(({ name }, at): [string, number] => [name, at]),
	...ALIASES.map(([alias, name]): [string, number] => [
		alias,
		EVENT_KINDS.findIndex((each) => each.name === name),
	]),
]);

export type EventName = (typeof EVENT_KINDS)[number]['name'];

/** Number of a kind by its name; -1 where there is no such kind. */
export const kindNumber = (name: string): number => numbers.get(name) ?? -1;
