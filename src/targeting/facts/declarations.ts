/**
 * Facts about declarations and their items. What stands for the whole declaration and is left out in an item is read from
 * the declaration; price and mass of an item are those that profiles of goods read.
 */
import type { Party, PartyRole } from '../../../contract/records/common.ts';
import type { CustomsItem, Declaration } from '../../../contract/records/declaration.ts';
import type { HistoryKey } from '../knowledge.ts';
import { goodsLinesOf, invoicedPriceOf, type Price } from '../profile/goods-lines.ts';
import type { GoodsLine } from '../profile/model.ts';
import { containerKeysOf, vehicleKeyOf } from './carriers.ts';
import type { FactContext } from './fact-context.ts';
import { decimal, factKind, flag, number, numberOf, text, texts } from './fact-table.ts';
import { invoiceKeyOf, partyKeysOf, transportDocumentKeyOf } from './keys.ts';
import { PartySource, type TraderFacet } from './parties.ts';
import { dayOf, daysFrom, instantOf, isLate } from './times.ts';
import { UnitSource } from './unit-source.ts';

const LINE_ROLES: Readonly<Record<TraderFacet, readonly PartyRole[]>> = {
	importer: ['importer', 'consignee', 'buyer'],
	seller: ['seller', 'exporter', 'consignor'],
	exporter: ['exporter', 'consignor', 'seller'],
	declarant: ['declarant', 'agent'],
};

/** A declaration, with what several facts share. */
export class DeclarationSource extends UnitSource {
	readonly record: Declaration;
	readonly context: FactContext;
	#lines: readonly GoodsLine[] | undefined;
	#keys: readonly HistoryKey[] | undefined;
	#carriers: readonly HistoryKey[] | undefined;

	constructor(record: Declaration, context: FactContext) {
		super();
		this.record = record;
		this.context = context;
	}

	/** Empty where it brings no goods, as a cancellation. */
	get lines(): readonly GoodsLine[] {
		this.#lines ??= goodsLinesOf(this.record, this.context.day);
		return this.#lines;
	}

	/** The first party of these parts: in the item, else in the declaration. */
	party(roles: readonly PartyRole[], item?: CustomsItem): Party | undefined {
		for (const role of roles) {
			const found =
				item?.parties?.find((party) => party.role === role) ??
				this.record.parties.find((party) => party.role === role);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	trader(facet: TraderFacet, index?: number): PartySource {
		const item = index === undefined ? undefined : this.record.items[index];
		// Profiles know it by the key that lines of goods have.
		const keyOfLine = (): string | undefined => this.lines[index ?? 0]?.[facet];
		return new PartySource(
			this.party(LINE_ROLES[facet], item),
			this.context,
			facet,
			this.record.direction,
			keyOfLine,
		);
	}

	get transportDocument(): string | undefined {
		return this.record.transportDocuments?.[0]?.number;
	}

	get containers(): readonly string[] {
		const { containers, items } = this.record;
		return containers ?? items.flatMap((item) => item.containers ?? []);
	}

	override partyKeys(): readonly HistoryKey[] {
		this.#keys ??= [
			...new Set(
				[...this.record.parties, ...this.record.items.flatMap((item) => item.parties ?? [])].flatMap(
					partyKeysOf,
				),
			),
		];
		return this.#keys;
	}

	override carrierKeys(): readonly HistoryKey[] {
		if (this.#carriers === undefined) {
			const vehicle = vehicleKeyOf(this.record.borderTransport) ?? vehicleKeyOf(this.record.inlandTransport);
			const containers = containerKeysOf(this.containers);
			this.#carriers = vehicle === undefined ? containers : [...containers, vehicle];
		}
		return this.#carriers;
	}

	override currency(): string {
		return this.lines[0]?.currency ?? this.record.invoiceTotal?.currency ?? '';
	}

	override changedLate(): boolean {
		const { version, nowMs } = this.context;
		if (version < 2 && this.record.function !== 'amendment') return false;
		return isLate(nowMs, undefined, this.record.arrivesOn);
	}
}

/** An item of a declaration. */
export class ItemSource extends UnitSource {
	readonly whole: DeclarationSource;
	readonly item: CustomsItem;
	readonly index: number;

	constructor(whole: DeclarationSource, item: CustomsItem, index: number) {
		super();
		this.whole = whole;
		this.item = item;
		this.index = index;
	}

	get invoiced(): Price | undefined {
		return invoicedPriceOf(this.item, this.whole.record);
	}

	get line(): GoodsLine | undefined {
		return this.whole.lines[this.index];
	}

	override partyKeys(): readonly HistoryKey[] {
		return this.whole.partyKeys();
	}

	override carrierKeys(): readonly HistoryKey[] {
		const { containers } = this.item;
		return containers === undefined ? this.whole.carrierKeys() : containerKeysOf(containers);
	}

	override unitValue(): number {
		const { line } = this;
		if (line?.itemPrice === undefined || line.netMassKg === undefined || !(line.netMassKg > 0))
			return Number.NaN;
		return line.itemPrice / line.netMassKg;
	}

	override currency(): string {
		return this.line?.currency ?? this.whole.currency();
	}

	override changedLate(): boolean {
		return this.whole.changedLate();
	}
}

const invoicesOf = (source: DeclarationSource): string[] => {
	const documents = [
		...(source.record.documents ?? []),
		...source.record.items.flatMap((item) => item.documents ?? []),
	];
	return [
		...new Set(
			documents
				.filter(({ type, number }) => INVOICE_TYPES.has(type) && number !== undefined)
				.map(({ number }) => number ?? ''),
		),
	];
};

/** Commercial and pro-forma invoices, UN/EDIFACT 1001; N380 and N325 as the Union writes them. */
const INVOICE_TYPES: ReadonlySet<string> = new Set(['380', '325', 'N380', 'N325', '393', '935', 'N935']);

export const declarationKind = factKind<DeclarationSource>('Declaration', {
	direction: text('import, export, transit or unknown', ({ record }) => record.direction),
	function: text(
		'original, amendment, cancellation, request or replacement',
		({ record }) => record.function,
	),
	type: text('type code as declared (IMA, T1 …)', ({ record }) => record.declarationType),
	version: number('1 for the first version that came', ({ context }) => context.version),
	office: text('customs office of declaration', ({ record }) => record.office),
	mode: text(
		'mode of transport at the border (sea, air, road …)',
		({ record }) => record.borderTransport?.mode,
	),
	dispatchCountry: text('country of dispatch', ({ record }) => record.dispatchCountry),
	destinationCountry: text('country of destination', ({ record }) => record.destinationCountry),
	loadingCountry: text(
		'country of the place of loading',
		({ record }) => record.loadingPlace?.country ?? record.loadingPlace?.unlocode?.slice(0, 2),
	),
	itinerary: texts('countries of the way as declared', ({ record }) => record.itinerary),
	deliveryTerms: text('Incoterms code', ({ record }) => record.deliveryTerms?.code),
	itemCount: number('items in the document', ({ record }) => record.items.length),
	packages: number('packages declared', ({ record }) => record.packageCount),
	grossMassKg: decimal('gross mass declared, in kilograms', ({ record }) => record.grossMassKg),
	netMassKg: decimal('net mass declared, in kilograms', ({ record }) => record.netMassKg),
	invoiceAmount: decimal('invoice total, in its currency', ({ record }) => record.invoiceTotal?.amount),
	invoiceCurrency: text('currency of the invoice', ({ record }) => record.invoiceTotal?.currency),
	invoices: texts('numbers of the invoices named', invoicesOf),
	transportDocument: text(
		'number of the first bill of lading, air waybill or CMR note',
		(source) => source.transportDocument,
	),
	transportDocumentKey: text('its key, for functions of history', ({ transportDocument }) =>
		transportDocumentKeyOf(transportDocument),
	),
	invoiceKeys: texts('keys of the invoices, for functions of history', (source) =>
		invoicesOf(source)
			.map((invoice) => invoiceKeyOf(invoice, source.trader('seller').key))
			.filter((key) => key !== undefined),
	),
	containers: texts('container numbers', (source) => source.containers),
	containerised: flag(
		'goods are in containers',
		({ record, containers }) => record.containerised ?? containers.length > 0,
	),
	seals: texts('seal numbers', ({ record }) => record.seals),
	hsCodes: texts('HS codes of the items', ({ lines }) => lines.map((line) => line.hsCode ?? '')),
	origins: texts('countries of origin of the items', ({ lines }) => lines.map((line) => line.origin ?? '')),
	daysToArrival: number(
		'days from the assessment to the arrival; negative after it',
		({ record, context }) => dayOf(record.arrivesOn) - context.day,
	),
	daysAfterArrival: number('days from the arrival to the day of declaration', ({ record }) =>
		daysFrom(record.arrivesOn, record.declaredOn ?? record.declaredAt ?? record.acceptedAt),
	),
	hoursOld: number(
		'hours from the declaration to its receipt',
		({ record, context }) => (context.nowMs - instantOf(record.declaredAt ?? record.declaredOn)) / 3_600_000,
	),
});

export const itemKind = factKind<ItemSource>('Item', {
	number: number('number of the item', ({ item }) => item.number),
	hs: text('HS code, up to six digits', ({ line }) => line?.hsCode),
	heading: text('its first four digits', ({ line }) => line?.hsCode?.slice(0, 4)),
	chapter: text('its first two digits', ({ line }) => line?.hsCode?.slice(0, 2)),
	commodityCode: text('whole commodity code', ({ item }) => item.commodityCode),
	description: text('description of the goods', ({ item }) => item.description),
	origin: text('country of origin', ({ line }) => line?.origin),
	dispatchCountry: text('country of dispatch', ({ line }) => line?.departure),
	destinationCountry: text(
		'country of destination',
		({ item, whole }) => item.destinationCountry ?? whole.record.destinationCountry,
	),
	procedure: text('requested and previous procedure', ({ item }) => item.procedures?.[0]),
	preference: text('preference code', ({ item }) => item.preference),
	hasPreference: flag('a preference is claimed: preference code 200 or higher', ({ item }) =>
		/^[2-9]\d\d$/.test(item.preference ?? ''),
	),
	valuationMethod: text('method of valuation', ({ item }) => item.valuationMethod),
	netMassKg: number('net mass, else gross mass, in kilograms', ({ line }) => line?.netMassKg),
	grossMassKg: decimal('gross mass, in kilograms', ({ item }) => item.grossMassKg),
	packages: number('packages', ({ item }) =>
		item.packages === undefined ? undefined : item.packages.reduce((sum, each) => sum + (each.count ?? 0), 0),
	),
	quantity: decimal('supplementary quantity', ({ item }) => item.supplementary?.value),
	quantityUnit: text('its unit', ({ item }) => item.supplementary?.unit),
	value: number(
		'customs value, else statistical value, else price: what is held against what is usual',
		({ line }) => line?.itemPrice,
	),
	valueCurrency: text('currency of the value', ({ line }) => line?.currency),
	price: number('price of the item by the invoice, in its currency', ({ invoiced }) => invoiced?.amount),
	currency: text('currency of the price', ({ invoiced }) => invoiced?.currency),
	unitPrice: number(
		'price of a kilogram, in the currency of the price',
		({ invoiced, line }) => (invoiced?.amount ?? Number.NaN) / (line?.netMassKg || Number.NaN),
	),
	quantityPrice: number(
		'price of one supplementary unit',
		({ invoiced, item }) => (invoiced?.amount ?? Number.NaN) / numberOf(item.supplementary?.value),
	),
	dutyRate: number('rate of the main duty or tax, in per cent', ({ line }) => line?.taxRatePercent),
	containers: texts('containers of this item', ({ item }) => item.containers),
	documentTypes: texts('type codes of the documents named', ({ item }) =>
		item.documents?.map(({ type }) => type),
	),
});
