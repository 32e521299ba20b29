/**
 * Reads tables of import declarations with what was found, by the names in their header (Jeong et al., Customs Import
 * Declaration Datasets, arXiv 2208.02484). Columns that are missing are taken as not declared.
 */
import { builtInMappings } from '../src/intake/formats/csv/built-in-mappings.ts';
import { openRowSplitter } from '../src/intake/formats/csv/row-splitter.ts';
import type { KnownLine } from '../src/targeting/profile/replay.ts';
import { traderKey } from '../src/values/trader-key.ts';

/** Modes of transport by their code in these tables, as the mapping that comes with the project has them. */
const MODES =
	builtInMappings.find(({ id }) => id === 'import-declarations')?.tables?.['transport-mode'] ?? {};
/** Prices are in Korean won; no column says so. */
const CURRENCY = 'KRW';

/** @returns lines ascending by day; `revenue` where the table has a column of amounts recovered. */
export function readLines(texts: readonly string[]): (KnownLine & { readonly revenue?: number })[] {
	return texts
		.flatMap(readTable)
		.map((line, at) => ({ line, at }))
		.sort((a, b) => a.line.line.day - b.line.line.day || a.at - b.at)
		.map(({ line }) => line);
}

function readTable(text: string): (KnownLine & { revenue?: number })[] {
	const rows: string[][] = [];
	const take = (row: { cells: string[] }): void => {
		if (row.cells.length > 1) rows.push(row.cells.map((cell) => cell.trim()));
	};
	const splitter = openRowSplitter({ delimiter: ',', newline: '\n', maxRowChars: 100_000 });
	splitter.push(text, take);
	splitter.end(take);
	const [header = [], ...lines] = rows;
	const column = (wanted: string | RegExp): number =>
		header.findIndex((name) => (typeof wanted === 'string' ? name === wanted : wanted.test(name)));
	const at = {
		date: column('Date'),
		office: column('Office ID'),
		processType: column('Process Type'),
		importType: column('Import Type'),
		importUse: column('Import Use'),
		paymentType: column('Payment Type'),
		transportMode: column('Mode of Transport'),
		declarant: column('Declarant ID'),
		importer: column('Importer ID'),
		seller: column('Seller ID'),
		courier: column('Courier ID'),
		hsCode: column(/^HS\d* Code$/),
		departure: column('Country of Departure'),
		origin: column('Country of Origin'),
		taxRate: column('Tax Rate'),
		taxType: column('Tax Type'),
		originIndicator: column('Country of Origin Indicator'),
		netMass: column('Net Mass'),
		itemPrice: column('Item Price'),
		fraud: column('Fraud'),
		revenue: column(/revenue/i),
	};
	if (at.date < 0 || at.fraud < 0) throw new RangeError(`no Date or Fraud among ${header.join(', ')}`);
	return lines.map((cells) => {
		const code = (index: number): string | undefined => cells[index] || undefined;
		const number = (index: number): number | undefined => {
			const value = Number(cells[index] || Number.NaN);
			return Number.isFinite(value) ? value : undefined;
		};
		const trader = (index: number): string | undefined =>
			traderKey({ identifiers: [{ scheme: 'local', value: cells[index] ?? '' }] });
		const mode = code(at.transportMode);
		const itemPrice = number(at.itemPrice);
		const seller = trader(at.seller);
		const revenue = number(at.revenue);
		return {
			line: {
				direction: 'import',
				day: Math.floor(Date.parse(cells[at.date] ?? '') / 86_400_000),
				office: code(at.office),
				processType: code(at.processType),
				importType: code(at.importType),
				importUse: code(at.importUse),
				paymentType: code(at.paymentType),
				transportMode: mode === undefined ? undefined : (MODES[mode] ?? 'unknown'),
				declarant: trader(at.declarant),
				importer: trader(at.importer),
				seller,
				exporter: seller,
				courier: trader(at.courier),
				hsCode: code(at.hsCode)?.padStart(6, '0'),
				departure: code(at.departure)?.toUpperCase(),
				origin: code(at.origin)?.toUpperCase(),
				taxType: code(at.taxType),
				originIndicator: code(at.originIndicator),
				taxRatePercent: number(at.taxRate),
				netMassKg: number(at.netMass),
				itemPrice,
				currency: itemPrice === undefined ? undefined : CURRENCY,
			},
			offence: Number(cells[at.fraud]) > 0,
			...(revenue === undefined ? {} : { revenue }),
		};
	});
}
