/**
 * A declaration in, its lines of goods out: what profiles and models read of it, whatever format it came in.
 * Traders by their keys; the item's own facts before those of the declaration. No names, nothing sensitive.
 */
import type { Party, PartyRole } from '../../../contract/records/common.ts';
import type { CustomsItem, Declaration, DutyTaxFee } from '../../../contract/records/declaration.ts';
import { traderKey } from '../../values/trader-key.ts';
import type { GoodsLine } from './model.ts';

/** Declared days before 1990 are slips of the pen. */
const FIRST_DAY = 7_305;
/** Days after receipt that a declaration may be dated: pre-arrival declarations are early, not years early. */
const MOST_DAYS_AHEAD = 60;

/**
 * One line for each item. A cancellation or a request brings no goods and has none.
 * @param receiptDay days since 1970-01-01 UTC; stands in where no plausible day is declared.
 */
export function goodsLinesOf(declaration: Declaration, receiptDay = Number.NaN): GoodsLine[] {
	if (declaration.function === 'cancellation' || declaration.function === 'request') return [];
	const day = declaredDay(declaration, receiptDay);
	const trader = tradersOf(declaration.parties);
	const single = declaration.items.length === 1;
	const invoice = single ? undefined : invoiceShare(declaration);
	const { further = {}, direction } = declaration;
	const departure =
		declaration.dispatchCountry ??
		declaration.loadingPlace?.country ??
		declaration.loadingPlace?.unlocode?.slice(0, 2);
	const office = declaration.office ?? declaration.presentationOffice ?? declaration.borderOffice;
	const processType = declaration.declarationType ?? declaration.procedureCategory;
	return declaration.items.map((item): GoodsLine => {
		const own = item.parties === undefined ? undefined : tradersOf(item.parties);
		const of = (...roles: readonly PartyRole[]): string | undefined => {
			for (const role of roles) {
				const key = own?.get(role) ?? trader.get(role);
				if (key !== undefined) return key;
			}
			return undefined;
		};
		const carried = (name: string): string | undefined => item.further?.[name] ?? further[name];
		const tax = mainTax(item.taxes) ?? mainTax(declaration.taxes);
		const price = priceOf(item, declaration, single, invoice);
		return {
			day,
			direction,
			office,
			processType: carried('Process Type') ?? processType,
			importType: carried('Import Type') ?? item.procedures?.[0],
			importUse: carried('Import Use') ?? item.procedures?.[1],
			paymentType: carried('Payment Type') ?? declaration.paymentMethod ?? tax?.paymentMethod,
			transportMode: declaration.borderTransport?.mode,
			declarant: of('declarant', 'agent'),
			importer: of('importer', 'consignee', 'buyer'),
			seller: of('seller', 'exporter', 'consignor'),
			exporter: of('exporter', 'consignor', 'seller'),
			courier: of('carrier', 'freight-forwarder'),
			hsCode: hsOf(item),
			departure: item.dispatchCountry ?? departure,
			origin: item.originCountry ?? item.preferentialOriginCountry,
			taxType: tax?.type,
			originIndicator: carried('Country of Origin Indicator') ?? item.preference,
			taxRatePercent: tax?.quantityBase === undefined ? numberOf(tax?.rate) : undefined,
			netMassKg: massOf(item, declaration, single),
			itemPrice: price?.amount,
			currency: price?.currency,
		};
	});
}

/** The day that the sender wrote, where it can be right; else that of receipt. */
function declaredDay(declaration: Declaration, receiptDay: number): number {
	const text = declaration.declaredOn ?? declaration.declaredAt ?? declaration.acceptedAt;
	if (text === undefined) return receiptDay;
	const day = Math.floor(Date.parse(text.slice(0, 10)) / 86_400_000);
	return day >= FIRST_DAY && !(day > receiptDay + MOST_DAYS_AHEAD) ? day : receiptDay;
}

/** The first party that can be told apart, for each role. */
function tradersOf(parties: readonly Party[]): Map<PartyRole, string> {
	const traders = new Map<PartyRole, string>();
	for (const party of parties) {
		if (traders.has(party.role)) continue;
		const key = traderKey(party);
		if (key !== undefined) traders.set(party.role, key);
	}
	return traders;
}

/** Six digits; fewer where only a heading was declared. */
function hsOf(item: CustomsItem): string | undefined {
	if (item.hsCode !== undefined) return item.hsCode;
	const digits = /^\d{4,}/.exec(item.commodityCode ?? '')?.[0];
	return digits?.slice(0, 6);
}

/** The duty that says most: the first one with a rate, else the first. */
const mainTax = (taxes: readonly DutyTaxFee[] | undefined): DutyTaxFee | undefined =>
	taxes?.find(({ rate }) => rate !== undefined) ?? taxes?.[0];

const numberOf = (text: string | undefined): number | undefined => {
	if (text === undefined) return undefined;
	const value = Number(text);
	return Number.isFinite(value) ? value : undefined;
};

/** Net mass; gross mass where nothing else is declared, as low-value declarations do. */
const massOf = (item: CustomsItem, declaration: Declaration, single: boolean): number | undefined =>
	numberOf(item.netMassKg) ??
	(single ? numberOf(declaration.netMassKg) : undefined) ??
	numberOf(item.grossMassKg) ??
	(single ? numberOf(declaration.grossMassKg) : undefined);

export type Price = { readonly amount: number; readonly currency: string | undefined };

/** What the invoice says of the item by itself: its price, or the total where it is the only one. */
export function invoicedPriceOf(item: CustomsItem, { items, invoiceTotal }: Declaration): Price | undefined {
	const money = item.price ?? (items.length === 1 ? invoiceTotal : undefined);
	const amount = numberOf(money?.amount);
	return amount === undefined ? undefined : { amount, currency: money?.currency ?? invoiceTotal?.currency };
}

/**
 * Customs value, else statistical value, else price of the item, else its share of the invoice by mass. Values are in the
 * currency of the country, so that goods are compared whatever currency they were invoiced in.
 */
function priceOf(
	item: CustomsItem,
	declaration: Declaration,
	single: boolean,
	invoice: InvoiceShare | undefined,
): Price | undefined {
	for (const money of [item.customsValue, item.statisticalValue, item.price]) {
		const amount = numberOf(money?.amount);
		if (amount !== undefined)
			return { amount, currency: money?.currency ?? declaration.invoiceTotal?.currency };
	}
	if (single) {
		const amount = numberOf(declaration.invoiceTotal?.amount);
		return amount === undefined ? undefined : { amount, currency: declaration.invoiceTotal?.currency };
	}
	const mass = invoice === undefined ? undefined : massOf(item, declaration, false);
	return mass === undefined || invoice === undefined
		? undefined
		: { amount: invoice.perKilogram * mass, currency: invoice.currency };
}

type InvoiceShare = { readonly perKilogram: number; readonly currency: string | undefined };

/** What a kilogram cost by the invoice as a whole; unknown where an item has a price of its own or none has a mass. */
function invoiceShare(declaration: Declaration): InvoiceShare | undefined {
	const total = numberOf(declaration.invoiceTotal?.amount);
	if (total === undefined) return undefined;
	let mass = 0;
	for (const item of declaration.items) {
		const each = massOf(item, declaration, false);
		if (each === undefined || item.price !== undefined) return undefined;
		mass += each;
	}
	return mass > 0 ? { perKilogram: total / mass, currency: declaration.invoiceTotal?.currency } : undefined;
}
