/**
 * What a declaration says of the shipment it is for: who with whom, which documents, containers and vehicles, what value and
 * mass. In: a declaration. Out: hashes of keys, and numbers. Bounded, whatever the declaration has.
 */
import type {
	DocumentReference,
	Party,
	PartyRole,
	TransportMeans,
} from '../../../contract/records/common.ts';
import type { CustomsItem, Declaration } from '../../../contract/records/declaration.ts';
import {
	addressKeyOf,
	consignmentKeyOf,
	containerKeyOf,
	invoiceKeyOf,
	partyKeysOf,
	plateKeyOf,
	transportDocumentKeyOf,
} from '../facts/keys.ts';
import type { HistoryKey } from '../knowledge.ts';
import { hashOf } from './model.ts';

/** Documents and containers of one declaration that are followed. */
const MOST_DOCUMENTS = 50;
const MOST_CONTAINERS = 100;

/** UN/EDIFACT 1001: invoices, and documents of transport; a master document covers goods of many. */
const INVOICES: ReadonlySet<string> = new Set(['380', '325', '388', '935']);
const TRANSPORT: ReadonlySet<string> = new Set([
	'703',
	'704',
	'705',
	'710',
	'714',
	'720',
	'722',
	'730',
	'740',
	'741',
	'750',
	'760',
	'787',
]);
const MASTERS: ReadonlySet<string> = new Set(['704', '741']);

const BUYERS: readonly PartyRole[] = ['importer', 'consignee', 'buyer'];
const SELLERS: readonly PartyRole[] = ['seller', 'exporter', 'consignor'];
const DECLARANTS: readonly PartyRole[] = ['declarant', 'agent'];

export type Shipment = {
	/** Hash of the declaration's own reference. */
	readonly reference: number;
	readonly buyer: Party | undefined;
	readonly seller: Party | undefined;
	/** Hashes of their first keys, 0 where unknown. */
	readonly buyerKey: number;
	readonly sellerKey: number;
	readonly declarantKey: number;
	readonly transportDocuments: readonly number[];
	readonly invoices: readonly number[];
	readonly consignment: number;
	readonly containers: readonly number[];
	readonly vehicles: readonly number[];
	readonly grossMassKg: number;
	/** Of customs where it is declared, and what the invoice says. */
	readonly value: Value;
	readonly invoiced: Value;
};

/** An amount with the hash of its currency, 0 where that is not stated; NaN where it is not known. */
export type Value = { readonly amount: number; readonly currency: number };

/** Code of a kind of document, without the letter of its category. */
const typeOf = ({ type }: DocumentReference): string => type.replace(/^[A-Z]/, '');

function partyIn(declaration: Declaration, roles: readonly PartyRole[]): Party | undefined {
	for (const role of roles) {
		const found = declaration.parties.find((party) => party.role === role);
		if (found !== undefined) return found;
		for (const { parties } of declaration.items) {
			const own = parties?.find((party) => party.role === role);
			if (own !== undefined) return own;
		}
	}
	return undefined;
}

const firstKey = (party: Party | undefined): HistoryKey | undefined =>
	party === undefined ? undefined : partyKeysOf(party)[0];

const hashOrNone = (key: HistoryKey | undefined): number => (key === undefined ? 0 : hashOf(key));

function hashes(keys: Iterable<HistoryKey | undefined>, most: number): number[] {
	const different = new Set<number>();
	for (const key of keys) {
		if (different.size >= most) break;
		if (key !== undefined) different.add(hashOf(key));
	}
	return [...different];
}

function* documentsOf({ documents, items }: Declaration): Generator<DocumentReference> {
	yield* documents ?? [];
	for (const item of items) yield* item.documents ?? [];
}

/** House documents where there are any: many consignments travel under one master. */
function transportDocumentsOf(declaration: Declaration): number[] {
	const all = [...(declaration.transportDocuments ?? [])];
	for (const document of documentsOf(declaration))
		if (TRANSPORT.has(typeOf(document)) && all.length < MOST_DOCUMENTS) all.push(document);
	const own = all.filter((document) => !MASTERS.has(typeOf(document)));
	return hashes(
		(own.length > 0 ? own : all).map(({ number }) => transportDocumentKeyOf(number)),
		MOST_DOCUMENTS,
	);
}

const numberOf = (text: string | undefined): number => (text === undefined ? Number.NaN : Number(text));

/** Sum of a measure of all items; NaN where one has none. */
const sumOf = (items: readonly CustomsItem[], measure: (item: CustomsItem) => string | undefined): number => {
	let sum = 0;
	for (const item of items) sum += numberOf(measure(item));
	return items.length === 0 ? Number.NaN : sum;
};

const UNKNOWN_VALUE: Value = { amount: Number.NaN, currency: 0 };

type MoneyOf = (item: CustomsItem) => CustomsItem['price'];

const valueIn = (amount: number, currency: string | undefined): Value =>
	amount >= 0 ? { amount, currency: currency === undefined ? 0 : hashOf(currency) } : UNKNOWN_VALUE;

/** Sum over the items, where all have an amount in one currency. */
function sumOfItems(items: readonly CustomsItem[], money: MoneyOf): Value {
	const first = items[0];
	const currency = first === undefined ? undefined : money(first)?.currency;
	return items.some((item) => money(item)?.currency !== currency)
		? UNKNOWN_VALUE
		: valueIn(
				sumOf(items, (item) => money(item)?.amount),
				currency,
			);
}

function invoicedValue({ items, invoiceTotal }: Declaration): Value {
	const total = valueIn(numberOf(invoiceTotal?.amount), invoiceTotal?.currency);
	return Number.isNaN(total.amount) ? sumOfItems(items, ({ price }) => price) : total;
}

/** Value in one currency: of customs where it is declared, else what the invoice says. */
function declaredValue(declaration: Declaration): Value {
	for (const money of [
		({ customsValue }: CustomsItem) => customsValue,
		({ statisticalValue }: CustomsItem) => statisticalValue,
	]) {
		const value = sumOfItems(declaration.items, money);
		if (!Number.isNaN(value.amount)) return value;
	}
	return invoicedValue(declaration);
}

const grossMassOf = ({ grossMassKg, netMassKg, items }: Declaration): number => {
	for (const mass of [
		numberOf(grossMassKg),
		sumOf(items, (item) => item.grossMassKg),
		numberOf(netMassKg),
		sumOf(items, (item) => item.netMassKg),
	])
		if (mass > 0) return mass;
	return Number.NaN;
};

function plateOf(means: TransportMeans | undefined): HistoryKey | undefined {
	if (means === undefined) return undefined;
	const { mode, identity, identityType } = means;
	return identityType === '30' || identityType === '31' || (identityType === undefined && mode === 'road')
		? plateKeyOf(identity)
		: undefined;
}

function* containersOf({ containers, items }: Declaration): Generator<HistoryKey | undefined> {
	for (const number of containers ?? []) yield containerKeyOf(number);
	for (const item of items) for (const number of item.containers ?? []) yield containerKeyOf(number);
}

function* invoicesOf(
	declaration: Declaration,
	seller: HistoryKey | undefined,
): Generator<HistoryKey | undefined> {
	for (const document of documentsOf(declaration))
		if (INVOICES.has(typeOf(document))) yield invoiceKeyOf(document.number, seller);
}

/** Shipments of declarations that were read before: a declaration is asked about and then seen. */
const known = new WeakMap<Declaration, Shipment>();

export function shipmentOf(declaration: Declaration): Shipment {
	let shipment = known.get(declaration);
	if (shipment === undefined) {
		shipment = readShipment(declaration);
		known.set(declaration, shipment);
	}
	return shipment;
}

function readShipment(declaration: Declaration): Shipment {
	const buyer = partyIn(declaration, BUYERS);
	const seller = partyIn(declaration, SELLERS);
	const declarant = firstKey(partyIn(declaration, DECLARANTS));
	const sellerKey = firstKey(seller);
	return {
		reference: hashOf(`${declaration.reference}|${declarant ?? ''}`),
		buyer,
		seller,
		buyerKey: hashOrNone(firstKey(buyer)),
		sellerKey: hashOrNone(sellerKey),
		declarantKey: hashOrNone(declarant),
		transportDocuments: transportDocumentsOf(declaration),
		invoices: hashes(invoicesOf(declaration, sellerKey ?? declarant), MOST_DOCUMENTS),
		consignment: hashOrNone(consignmentKeyOf(declaration.consignmentReference)),
		containers: hashes(containersOf(declaration), MOST_CONTAINERS),
		vehicles: hashes([plateOf(declaration.borderTransport), plateOf(declaration.inlandTransport)], 2),
		grossMassKg: grossMassOf(declaration),
		value: declaredValue(declaration),
		invoiced: invoicedValue(declaration),
	};
}

/** Hash of the address to which goods go, 0 where none is stated. */
export const addressHashOf = (party: Party | undefined): number =>
	party?.address === undefined ? 0 : hashOrNone(addressKeyOf(party.address));

/** Hash of a trader with the very mass of an item; 0 where the item has none. */
export const massKeyOf = (trader: HistoryKey | undefined, item: CustomsItem): number => {
	const mass = numberOf(item.netMassKg ?? item.grossMassKg);
	return trader !== undefined && mass > 0 ? hashOf(`mass:${mass}/${trader}`) : 0;
};
