/**
 * Consignments: goods that somebody at home bought abroad, with invoice, packing, bill and container.
 * In: a carriage and a stream. Out: what really travels. Declarations and cargo reports are written from it; a plot
 * writes them from an altered copy. Money is in units of the currency, masses in kilograms.
 */
import type { Random } from '../random.ts';
import { type Company, EXPORT_GOODS, type Trader } from '../world/companies.ts';
import { countryOf, KRONER } from '../world/countries.ts';
import { GOODS, type Goods } from '../world/goods.ts';
import { airWaybill, containerNumber } from '../world/identifiers.ts';
import { dateOfDay } from '../world/people.ts';
import type { World } from '../world/world.ts';
import type { Carriage } from './carriage.ts';

export type Line = {
	goods: Goods;
	/** As a document says it; the goods' own unless somebody lies. */
	hsCode: string;
	description: string;
	origin: string;
	netKg: number;
	grossKg: number;
	packages: number;
	packageKind: string;
	pieces?: number;
	/** In the invoice's currency. */
	price: number;
};

export type Container = { number: string; sizeType: string; seal: string };

export type Consignment = {
	/** Unique in the simulation. */
	key: string;
	trader: Trader;
	supplier: Company;
	lines: readonly Line[];
	currency: string;
	/** Kroner for one unit of the currency on that day. */
	rate: number;
	invoice: { number: string; on: string };
	terms: { code: string; place: string };
	/** Unique consignment reference, the same on export and import. */
	reference: string;
	bill: { type: string; number: string };
	container?: Container;
	dispatch: string;
	freight: number;
};

const round2 = (value: number): number => Math.round(value * 100) / 100;

/** One line of goods at a usual price. */
export function lineOf(random: Random, goods: Goods, rate: number, from: string, massFactor = 1): Line {
	// A shipment is worth sending at some price and not at another: what is dear comes in small lots.
	const netKg = Math.max(0.5, Math.round(random.logNormal(goods.lineKg, 0.7) * massFactor * 10) / 10);
	const dollars = netKg * random.logNormal(goods.dollarsPerKg, goods.spread * 0.6);
	const packages = Math.max(1, Math.round(netKg / goods.packageKg));
	const origin =
		goods.origins.includes(from) || random.chance(0.45) ? from : random.pickByRank(goods.origins);
	return {
		goods,
		hsCode: goods.hsCode,
		description: random.pick(goods.descriptions),
		origin,
		netKg,
		grossKg: Math.round(netKg * random.between(1.02, 1.12) * 10) / 10,
		packages,
		packageKind: goods.packageKind,
		...(goods.pieceKg === undefined ? {} : { pieces: Math.max(1, Math.round(netKg / goods.pieceKg)) }),
		price: Math.max(1, round2((dollars * (KRONER['USD'] ?? 10)) / rate)),
	};
}

/** Kroner for one unit on that day: the quiet rate with a slow swing that all documents of the day share. */
function rateOn(currency: string, day: number): number {
	if (currency === 'NOK') return 1;
	const swing =
		Math.sin(day / 17 + currency.charCodeAt(0)) * 0.015 +
		Math.sin(day / 5.3 + currency.charCodeAt(2)) * 0.004;
	const rate = (KRONER[currency] ?? 10) * (1 + swing);
	return Number(rate.toPrecision(5));
}

const TERMS = ['FOB', 'CIF', 'CFR', 'FCA', 'EXW', 'DAP', 'CPT'];
const MASS_BY_MODE = { sea: 1, air: 0.06, road: 0.5 } as const;
const letters = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Short unique text of a whole number, in digits and capitals. */
export function shortCode(value: number, width: number): string {
	let text = '';
	for (let rest = value; text.length < width; rest = Math.floor(rest / 34))
		text = (letters[rest % 34] ?? '0') + text;
	return text;
}

export type ConsignmentWishes = {
	trader?: Trader;
	supplier?: Company;
	goods?: readonly Goods[];
	massFactor?: number;
};

const BY_ROAD = new Set(['SE', 'DE', 'NL', 'DK', 'FR', 'PL', 'LT', 'IT', 'ES', 'UA']);

/** Who buys from whom: lorries bring what Europe sells, and mostly the neighbour; ships bring the rest. */
function dealOf(
	world: World,
	random: Random,
	carriage: Carriage,
	wishes: ConsignmentWishes,
): { trader: Trader; supplier: Company } {
	const fits = (supplier: Company): boolean =>
		carriage.mode === 'road'
			? carriage.index % 5 < 3
				? supplier.country === 'SE'
				: BY_ROAD.has(supplier.country)
			: carriage.mode === 'air' || (supplier.country !== 'SE' && supplier.country !== 'DK');
	let trader = wishes.trader ?? world.companies.drawTrader(random);
	for (let tries = 0; tries < 12; tries++) {
		const supplier = wishes.supplier ?? random.pickByRank(trader.partners);
		if (wishes.supplier !== undefined || fits(supplier)) return { trader, supplier };
		trader = wishes.trader ?? world.companies.drawTrader(random);
	}
	return { trader, supplier: random.pickByRank(trader.partners) };
}

/** The consignment with this number on a carriage. */
export function consignmentOf(
	world: World,
	random: Random,
	carriage: Carriage,
	number: number,
	wishes: ConsignmentWishes = {},
): Consignment {
	const { trader, supplier } = dealOf(world, random, carriage, wishes);
	const currency = random.chance(0.12) ? 'EUR' : countryOf(supplier.country).currency;
	const rate = rateOn(currency, carriage.day);
	const deals =
		carriage.mode === 'air' ? trader.goods.filter((goods) => goods.dollarsPerKg > 4) : trader.goods;
	const choice = deals.length > 0 ? deals : [random.pick(GOODS)];
	const count = wishes.goods?.length ?? 1 + Math.min(5, random.poisson(0.7));
	const massFactor = (wishes.massFactor ?? 1) * MASS_BY_MODE[carriage.mode];
	const lines = Array.from({ length: count }, (_, index) =>
		lineOf(
			random,
			wishes.goods?.[index] ?? random.pickByRank(choice),
			rate,
			supplier.country,
			massFactor / count,
		),
	);
	const key = shortCode(
		(carriage.day % 10_000) * 100_000_000 + (carriage.index % 100_000) * 1_000 + number,
		8,
	);
	const grossKg = lines.reduce((sum, line) => sum + line.grossKg, 0);
	const bill =
		carriage.mode === 'air'
			? { type: 'N741', number: airWaybill(random, carriage.waybillPrefix ?? '999') }
			: carriage.mode === 'road'
				? { type: 'N730', number: `CMR${key}` }
				: { type: 'N705', number: `${carriage.carrier.code}${key}` };
	return {
		key,
		trader,
		supplier,
		lines,
		currency,
		rate,
		invoice: {
			number: `${random.letters(2)}-${random.whole(10_000, 99_999)}`,
			on: dateOfDay(Math.floor(carriage.departsAt / 86_400_000) - random.whole(0, 9)),
		},
		terms: {
			code: random.pick(TERMS),
			place: random.pick(supplier.address.city === undefined ? ['Oslo'] : [supplier.address.city, 'Oslo']),
		},
		reference: `${carriage.day % 10}${supplier.country}${supplier.identifier.value.replace(/^[A-Z]+/, '').slice(0, 9)}-${key}`,
		bill,
		...(carriage.mode === 'sea' ? { container: containerOf(random) } : {}),
		dispatch: supplier.country,
		freight: round2((80 + grossKg * (carriage.mode === 'air' ? 3.2 : 0.12)) / rate),
	};
}

/** A container with a seal. */
const containerOf = (random: Random): Container => ({
	number: containerNumber(random),
	sizeType: random.pick(['22G1', '42G1', '45G1', '45R1']),
	seal: `${random.letters(2)}${random.digits(6)}`,
});

/** Goods that a trader sends out, to one of its partners or to somebody new. */
export function exportGoodsOf(random: Random, trader: Trader): readonly Goods[] {
	const goods = trader.exports.length > 0 ? trader.exports : EXPORT_GOODS;
	return [random.pick(goods)];
}

export const sumOf = (lines: readonly Line[], of: (line: Line) => number): number =>
	lines.reduce((sum, line) => sum + of(line), 0);
