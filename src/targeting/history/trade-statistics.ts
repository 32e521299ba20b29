/**
 * Statistics of foreign trade, as an administration loads them. In: a CSV file with the columns reporter, partner, hs, year,
 * value_usd, net_mass_kg and flow, or with the names that UN Comtrade gives them. Out: what partners say they sent here for a
 * kilogram, and who exports a heading at all. Trusts the operator, not the rows: those of another form are counted and left.
 */
import { toAlpha2 } from '../../values/country.ts';
import { cellsOf } from '../../values/reference-lists.ts';
import type { TradeStatistics } from '../knowledge.ts';

export type LoadedTradeStatistics = {
	readonly statistics: TradeStatistics;
	readonly rows: number;
	readonly rowsLeftOut: number;
};

export const noTradeStatistics: TradeStatistics = {
	mirrorUnitValue: () => Number.NaN,
	produces: () => true,
};

/** Rows of one file that are read, characters of one row, and prices that are kept. */
const MOST_ROWS = 5_000_000;
const LONGEST_ROW = 2_000;
const MOST_PRICES = 1_000_000;
/** Exporters that must be known of a heading before it is said of a country that it is none of them. */
const LEAST_PRODUCERS = 3;

/** Each column by the names that it may have, in small letters without separators. */
const COLUMNS = {
	reporter: ['reporter', 'reporteriso', 'reportercode'],
	partner: ['partner', 'partneriso', 'partnercode'],
	hs: ['hs', 'hscode', 'cmdcode'],
	year: ['year', 'refyear', 'period'],
	value: ['valueusd', 'primaryvalue', 'fobvalue'],
	mass: ['netmasskg', 'netwgt', 'netweightkg'],
	flow: ['flow', 'flowcode', 'flowdesc'],
} as const;
type Column = keyof typeof COLUMNS;

/** Codes of UN Comtrade that are not those of ISO 3166. */
const COMTRADE_COUNTRIES: ReadonlyMap<string, string> = new Map([
	['842', 'US'],
	['251', 'FR'],
	['757', 'CH'],
	['579', 'NO'],
	['699', 'IN'],
	['490', 'TW'],
	['S19', 'TW'],
	['381', 'IT'],
]);

const countryOf = (code: string): string | undefined => COMTRADE_COUNTRIES.get(code) ?? toAlpha2(code);

/** Lines of a text, without making all of them at once. */
function* linesOf(text: string): Generator<string> {
	let from = text.startsWith('\uFEFF') ? 1 : 0;
	while (from < text.length) {
		const end = text.indexOf('\n', from);
		const until = end < 0 ? text.length : end;
		yield text.slice(from, text[until - 1] === '\r' ? until - 1 : until);
		from = until + 1;
	}
}

/** Place of each column in the header; undefined where one of those that are needed is missing. */
function placesOf(header: string): Readonly<Record<Column, number>> | undefined {
	const names = cellsOf(header.slice(0, LONGEST_ROW)).map((name) =>
		name.toLowerCase().replace(/[^a-z]/g, ''),
	);
	const place = (column: Column): number => {
		const known: readonly string[] = COLUMNS[column];
		return names.findIndex((name) => known.includes(name));
	};
	const places = {
		reporter: place('reporter'),
		partner: place('partner'),
		hs: place('hs'),
		year: place('year'),
		value: place('value'),
		mass: place('mass'),
		flow: place('flow'),
	};
	return Object.values(places).includes(-1) ? undefined : places;
}

type Row = {
	readonly reporter: string;
	/** Two letters; undefined for the world or a group of countries. */
	readonly partner: string | undefined;
	readonly hs: string;
	readonly year: number;
	readonly value: number;
	readonly mass: number;
	readonly exported: boolean;
};

function rowOf(line: string, places: Readonly<Record<Column, number>>): Row | undefined {
	if (line.length > LONGEST_ROW) return undefined;
	const cells = cellsOf(line);
	const cell = (column: Column): string => cells[places[column]]?.trim() ?? '';
	const reporter = countryOf(cell('reporter'));
	const hs = cell('hs').replace(/[\s.]/g, '');
	const flow = cell('flow').toLowerCase();
	const year = Number(cell('year').slice(0, 4));
	const value = cell('value') === '' ? Number.NaN : Number(cell('value'));
	const mass = cell('mass') === '' ? Number.NaN : Number(cell('mass'));
	// Goods that only pass through are made elsewhere: re-exports say nothing.
	const exported = /^(?:x|dx|e)/.test(flow);
	const imported = /^[mi]/.test(flow);
	if (reporter === undefined || !/^\d{4}(?:\d{2})?$/.test(hs) || !(exported || imported)) return undefined;
	if (!(year >= 1960 && year <= 2200) || !(value >= 0)) return undefined;
	return { reporter, partner: countryOf(cell('partner')), hs, year, value, mass, exported };
}

type Price = { year: number; value: number; mass: number };

/**
 * @param country two letters of the country in which the node stands: what partners say they sent there.
 * @returns no rows where a column is missing.
 */
export function parseTradeStatistics(csv: string, country: string): LoadedTradeStatistics {
	const prices = new Map<string, Price>();
	const producers = new Map<string, Set<string>>();
	/** Countries of which the file says anything, as reporter or partner. */
	const spokenOf = new Set<string>();
	let rows = 0;
	let rowsLeftOut = 0;
	let places: Readonly<Record<Column, number>> | undefined;
	for (const line of linesOf(csv)) {
		if (places === undefined) {
			places = placesOf(line);
			if (places === undefined) break;
			continue;
		}
		if (line === '') continue;
		const row = rows + rowsLeftOut < MOST_ROWS ? rowOf(line, places) : undefined;
		if (row === undefined) {
			rowsLeftOut++;
			continue;
		}
		rows++;
		const { reporter, partner, hs, exported } = row;
		const from = exported ? reporter : partner;
		spokenOf.add(reporter);
		if (partner !== undefined) spokenOf.add(partner);
		if (from !== undefined && row.value > 0) {
			const heading = hs.slice(0, 4);
			const known = producers.get(heading) ?? new Set();
			producers.set(heading, known.add(from));
		}
		if (exported && partner === country && row.mass > 0 && row.value > 0) {
			addPrice(prices, `${hs}|${reporter}`, row);
			if (hs.length === 6) addPrice(prices, `${hs.slice(0, 4)}|${reporter}`, row);
		}
	}
	return {
		rows,
		rowsLeftOut,
		statistics: rows === 0 ? noTradeStatistics : statisticsOf(prices, producers, spokenOf),
	};
}

/** The newest year counts; rows of one year are added up. */
function addPrice(prices: Map<string, Price>, key: string, { year, value, mass }: Row): void {
	const held = prices.get(key);
	if (held === undefined || held.year < year) {
		if (held !== undefined || prices.size < MOST_PRICES) prices.set(key, { year, value, mass });
	} else if (held.year === year) {
		held.value += value;
		held.mass += mass;
	}
}

function statisticsOf(
	prices: ReadonlyMap<string, Price>,
	producers: ReadonlyMap<string, ReadonlySet<string>>,
	spokenOf: ReadonlySet<string>,
): TradeStatistics {
	return {
		mirrorUnitValue(hs, origin) {
			const price = prices.get(`${hs.slice(0, 6)}|${origin}`) ?? prices.get(`${hs.slice(0, 4)}|${origin}`);
			return price === undefined ? Number.NaN : price.value / price.mass;
		},
		produces(country, hs) {
			const known = producers.get(hs.slice(0, 4));
			return (
				known === undefined || known.size < LEAST_PRODUCERS || !spokenOf.has(country) || known.has(country)
			);
		},
	};
}
