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
	consignmentKeyOf,
	containerKeyOf,
	invoiceKeyOf,
	partyKeysOf,
	plateKeyOf,
	transportDocumentKeyOf,
} from '../facts/keys.ts';
import type { HistoryKey } from '../knowledge.ts';
import { pairKey } from './chains.ts';
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

const none: readonly never[] = [];

/** Adds the hash of a key, once, up to a bound. */
function addHash(hashes: number[], key: HistoryKey | undefined, most: number): void {
	if (key === undefined || hashes.length >= most) return;
	const hash = hashOf(key);
	if (!hashes.includes(hash)) hashes.push(hash);
}

/** House documents where there are any: many consignments travel under one master. */
function transportDocumentsOf({ transportDocuments, documents, items }: Declaration): readonly number[] {
	const own: number[] = [];
	const masters: number[] = [];
	const add = (document: DocumentReference): void =>
		addHash(
			MASTERS.has(typeOf(document)) ? masters : own,
			transportDocumentKeyOf(document.number),
			MOST_DOCUMENTS,
		);
	const addAll = (list: readonly DocumentReference[] | undefined): void => {
		for (const document of list ?? none) if (TRANSPORT.has(typeOf(document))) add(document);
	};
	for (const document of transportDocuments ?? none) add(document);
	addAll(documents);
	for (const item of items) addAll(item.documents);
	return own.length > 0 ? own : masters;
}

function invoicesOf({ documents, items }: Declaration, seller: HistoryKey | undefined): readonly number[] {
	const invoices: number[] = [];
	const addAll = (list: readonly DocumentReference[] | undefined): void => {
		for (const document of list ?? none)
			if (INVOICES.has(typeOf(document)))
				addHash(invoices, invoiceKeyOf(document.number, seller), MOST_DOCUMENTS);
	};
	addAll(documents);
	for (const item of items) addAll(item.documents);
	return invoices;
}

function containersOf({ containers, items }: Declaration): readonly number[] {
	const hashes: number[] = [];
	for (const number of containers ?? none) addHash(hashes, containerKeyOf(number), MOST_CONTAINERS);
	for (const item of items)
		for (const number of item.containers ?? none) addHash(hashes, containerKeyOf(number), MOST_CONTAINERS);
	return hashes;
}

function vehiclesOf({ borderTransport, inlandTransport }: Declaration): readonly number[] {
	const hashes: number[] = [];
	addHash(hashes, plateOf(borderTransport), 2);
	addHash(hashes, plateOf(inlandTransport), 2);
	return hashes;
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

/** Shipments that were read lately: a declaration is asked about and then seen. Emptied when full. */
const inHand = new Map<Declaration, Shipment>();
const MOST_IN_HAND = 256;

export function shipmentOf(declaration: Declaration): Shipment {
	let shipment = inHand.get(declaration);
	if (shipment === undefined) {
		shipment = readShipment(declaration);
		if (inHand.size >= MOST_IN_HAND) inHand.clear();
		inHand.set(declaration, shipment);
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
		invoices: invoicesOf(declaration, sellerKey ?? declarant),
		consignment: hashOrNone(consignmentKeyOf(declaration.consignmentReference)),
		containers: containersOf(declaration),
		vehicles: vehiclesOf(declaration),
		grossMassKg: grossMassOf(declaration),
		value: declaredValue(declaration),
		invoiced: invoicedValue(declaration),
	};
}

/** Hash of the address to which goods go, 0 where none is stated. */
export const addressHashOf = (party: Party | undefined): number =>
	party?.address === undefined ? 0 : hashOrNone(partyKeysOf(party).find((key) => key.startsWith('address:')));

/** Key of a trader with the very mass of an item, to the gram; 0 where the item has none. */
export function massKeyOf(trader: number, item: CustomsItem): number {
	const grams = Math.round(numberOf(item.netMassKg ?? item.grossMassKg) * 1_000);
	return trader !== 0 && grams > 0 ? pairKey(trader, grams) : 0;
}
