/**
 * Validation of a declaration by itself. In: the record. Out: findings on the sheet.
 * Amendments and cancellations state only what they change, so totals and completeness are not held against them.
 */
import type { Packaging } from '../../../contract/records/common.ts';
import type { CustomsItem, Declaration, DutyTaxFee } from '../../../contract/records/declaration.ts';
import {
	checkAirWaybill,
	checkContainer,
	checkCountry,
	checkCountryOfToday,
	checkDescription,
	checkHsCode,
	checkMoney,
	checkPlace,
	checkPlaceholder,
	checkQuantity,
	checkTransport,
} from './check-codes.ts';
import { checkNear, checkOrder, checkPast } from './check-dates.ts';
import { checkDocuments, checkParties } from './check-parties.ts';
import type { FindingSheet } from './finding-sheet.ts';
import { checkTotal, isWithin, plain, sumOf, type Tolerance } from './totals.ts';

/** Items are rounded to the gram or the kilogram; totals too. */
const MASS: Tolerance = { share: 0.001, least: 1 };
const INVOICE: Tolerance = { share: 0.005, least: 1 };
/** Taxes are rounded in many ways, and rates are printed short. */
const TAX: Tolerance = { share: 0.01, least: 1 };

/** Master air waybills: the one kind of transport document with a check digit. House waybills (703) follow no form. */
const AIR_WAYBILL_TYPES: ReadonlySet<string> = new Set(['741', 'N741', 'MAWB']);

export function validateDeclaration(sheet: FindingSheet, record: Declaration): void {
	checkPlaceholder(sheet, record.reference, '', 'reference');
	checkDeclarationDates(sheet, record);
	checkCountryOfToday(sheet, record.dispatchCountry, '', 'dispatchCountry');
	checkCountryOfToday(sheet, record.destinationCountry, '', 'destinationCountry');
	if (record.itinerary !== undefined)
		for (let at = 0; at < record.itinerary.length; at += 1)
			checkCountryOfToday(sheet, record.itinerary[at], 'itinerary', `[${at}]`);
	checkParties(sheet, record.parties, 'parties');
	checkTransport(sheet, record.borderTransport, '', 'borderTransport');
	checkTransport(sheet, record.inlandTransport, '', 'inlandTransport');
	checkPlace(sheet, record.loadingPlace, '', 'loadingPlace');
	checkPlace(sheet, record.unloadingPlace, '', 'unloadingPlace');
	if (record.containers !== undefined) checkContainers(sheet, record.containers, 'containers');
	if (record.seals !== undefined)
		for (let at = 0; at < record.seals.length; at += 1)
			checkPlaceholder(sheet, record.seals[at], 'seals', `[${at}]`);
	if (record.transportDocuments !== undefined)
		for (let at = 0; at < record.transportDocuments.length; at += 1) {
			const document = record.transportDocuments[at];
			if (document === undefined) continue;
			const here = `transportDocuments[${at}].`;
			if (AIR_WAYBILL_TYPES.has(document.type)) checkAirWaybill(sheet, document.number, here, 'number');
			else checkPlaceholder(sheet, document.number, here, 'number');
		}
	checkDocuments(sheet, record.transportDocuments, 'transportDocuments');
	checkDocuments(sheet, record.documents, 'documents');
	checkDocuments(sheet, record.previousDocuments, 'previousDocuments');
	checkMoney(sheet, record.invoiceTotal, '', 'invoiceTotal');
	checkQuantity(sheet, record.grossMassKg, '', 'grossMassKg', true);
	checkQuantity(sheet, record.netMassKg, '', 'netMassKg');
	checkQuantity(sheet, record.exchangeRate, '', 'exchangeRate', true);
	checkNetAgainstGross(sheet, record.netMassKg, record.grossMassKg, '');
	checkTaxes(sheet, record.taxes, 'taxes');
	for (let at = 0; at < record.items.length; at += 1) {
		const item = record.items[at];
		if (item !== undefined) checkItem(sheet, item, `items[${at}].`);
	}
	if (record.function === 'original' || record.function === 'replacement')
		checkDeclarationTotals(sheet, record);
}

function checkDeclarationDates(sheet: FindingSheet, record: Declaration): void {
	checkPast(sheet, record.declaredOn, '', 'declaredOn');
	checkPast(sheet, record.declaredAt, '', 'declaredAt');
	checkPast(sheet, record.acceptedAt, '', 'acceptedAt');
	checkNear(sheet, record.arrivesOn, '', 'arrivesOn');
	checkOrder(sheet, record.acceptedAt, record.declaredAt ?? record.declaredOn, '', 'acceptedAt', [
		'accepted',
		'declared',
	]);
}

function checkContainers(sheet: FindingSheet, containers: readonly string[], base: string): void {
	const seen = containers.length > 1 ? new Set<string>() : undefined;
	for (let at = 0; at < containers.length; at += 1) {
		const container = containers[at];
		if (container === undefined) continue;
		checkContainer(sheet, container, base, `[${at}]`);
		if (seen?.has(container))
			sheet.report(
				'container.repeated',
				`${base}[${at}]`,
				`The container ${container} is listed twice.`,
				container,
			);
		seen?.add(container);
	}
}

function checkItem(sheet: FindingSheet, item: CustomsItem, base: string): void {
	checkHsCode(sheet, item.hsCode, item.commodityCode, base);
	checkDescription(sheet, item.description, base, 'description');
	checkCountryOfToday(sheet, item.originCountry, base, 'originCountry');
	// Preferences name groups of countries too, by codes of their own (EU and four digits).
	if (item.preferentialOriginCountry !== undefined && item.preferentialOriginCountry.length <= 3)
		checkCountry(sheet, item.preferentialOriginCountry, base, 'preferentialOriginCountry');
	checkCountryOfToday(sheet, item.dispatchCountry, base, 'dispatchCountry');
	checkCountryOfToday(sheet, item.destinationCountry, base, 'destinationCountry');
	checkQuantity(sheet, item.netMassKg, base, 'netMassKg', true);
	checkQuantity(sheet, item.grossMassKg, base, 'grossMassKg', true);
	if (item.supplementary !== undefined)
		checkQuantity(sheet, item.supplementary.value, base, 'supplementary.value');
	checkNetAgainstGross(sheet, item.netMassKg, item.grossMassKg, base);
	checkMoney(sheet, item.price, base, 'price');
	if (item.price?.amount === '0')
		sheet.report('value.zero', `${base}price.amount`, 'The price of the item is zero.', '0');
	checkMoney(sheet, item.customsValue, base, 'customsValue');
	checkMoney(sheet, item.statisticalValue, base, 'statisticalValue');
	checkTaxes(sheet, item.taxes, `${base}taxes`);
	checkParties(sheet, item.parties, `${base}parties`);
	if (item.containers !== undefined) checkContainers(sheet, item.containers, `${base}containers`);
	checkDocuments(sheet, item.documents, `${base}documents`);
	checkDocuments(sheet, item.previousDocuments, `${base}previousDocuments`);
}

function checkNetAgainstGross(
	sheet: FindingSheet,
	net: string | undefined,
	gross: string | undefined,
	base: string,
): void {
	if (net !== undefined && gross !== undefined && Number(net) > Number(gross))
		sheet.report(
			'mass.net-above-gross',
			`${base}netMassKg`,
			`The net mass of ${net} kg is more than the gross mass of ${gross} kg.`,
			net,
			gross,
		);
}

/** Rate times base, per cent of money or money per unit of quantity; only where both and the amount are stated. */
function checkTaxes(sheet: FindingSheet, taxes: readonly DutyTaxFee[] | undefined, base: string): void {
	if (taxes === undefined) return;
	for (let at = 0; at < taxes.length; at += 1) {
		const tax = taxes[at];
		if (tax === undefined) continue;
		const here = `${base}[${at}].`;
		checkMoney(sheet, tax.amount, here, 'amount');
		checkMoney(sheet, tax.base, here, 'base');
		if (tax.rate === undefined || tax.amount === undefined) continue;
		// Deductions and reliefs stand in the same place and are worked out otherwise; an amount of nothing is a relief.
		if (tax.amount.amount === '0' || (tax.quantityBase !== undefined && tax.base !== undefined)) continue;
		const sameCurrency = tax.base === undefined || tax.base.currency === tax.amount.currency;
		const expected =
			tax.quantityBase !== undefined
				? Number(tax.rate) * Number(tax.quantityBase.value)
				: tax.base !== undefined && sameCurrency
					? (Number(tax.rate) * Number(tax.base.amount)) / 100
					: undefined;
		if (expected !== undefined && !isWithin(Number(tax.amount.amount), expected, TAX))
			sheet.report(
				'tax.amount',
				`${here}amount`,
				`The tax is ${tax.amount.amount}; the rate of ${tax.rate} on ${tax.quantityBase?.value ?? tax.base?.amount ?? ''} comes to ${plain(expected)}.`,
				tax.amount.amount,
				plain(expected),
			);
	}
}

/** Packages of an item; undefined where one line has no count. Lines without a count are unpacked goods or unknown. */
function packagesOf(packages: readonly Packaging[] | undefined): number | undefined {
	if (packages === undefined || packages.length === 0) return undefined;
	let sum = 0;
	for (const packaging of packages) {
		if (packaging.count === undefined) return undefined;
		sum += packaging.count;
	}
	return sum;
}

function checkDeclarationTotals(sheet: FindingSheet, record: Declaration): void {
	const { items } = record;
	if (record.itemCount !== undefined && record.itemCount !== items.length)
		sheet.report(
			'total.items',
			'itemCount',
			`The declaration states ${record.itemCount} items and has ${items.length}.`,
			String(record.itemCount),
			String(items.length),
		);
	if (items.length === 0) return;
	checkTotal(
		sheet,
		'total.gross-mass',
		record.grossMassKg,
		sumOf(items, (item) => item.grossMassKg),
		'grossMassKg',
		'gross mass of the items in kg',
		MASS,
	);
	checkTotal(
		sheet,
		'total.net-mass',
		record.netMassKg,
		sumOf(items, (item) => item.netMassKg),
		'netMassKg',
		'net mass of the items in kg',
		MASS,
	);
	if (record.netMassKg === undefined && record.grossMassKg !== undefined) {
		const net = sumOf(items, (item) => item.netMassKg);
		if (net !== undefined && net > Number(record.grossMassKg) + MASS.least)
			sheet.report(
				'mass.net-above-gross',
				'grossMassKg',
				`The items have a net mass of ${plain(net)} kg, more than the gross mass of ${record.grossMassKg} kg.`,
				plain(net),
				record.grossMassKg,
			);
	}
	if (record.packageCount !== undefined) checkPackages(sheet, record, record.packageCount);
	const currency = record.invoiceTotal?.currency;
	if (record.invoiceTotal !== undefined)
		checkTotal(
			sheet,
			'total.invoice',
			record.invoiceTotal.amount,
			sumOf(items, (item) => (item.price?.currency === currency ? item.price?.amount : undefined)),
			'invoiceTotal.amount',
			`price of the items in ${currency ?? 'the same currency'}`,
			INVOICE,
		);
	const numbers = new Set<number>();
	for (let at = 0; at < items.length; at += 1) {
		const number = items[at]?.number ?? 0;
		if (numbers.has(number))
			sheet.report(
				'item.number-repeated',
				`items[${at}].number`,
				`Two items carry the number ${number}.`,
				String(number),
			);
		numbers.add(number);
	}
}

function checkPackages(sheet: FindingSheet, record: Declaration, stated: number): void {
	let sum = 0;
	let sharesPackage = false;
	for (const item of record.items) {
		const packages = packagesOf(item.packages);
		if (packages === undefined) return;
		if (packages === 0) sharesPackage = true;
		sum += packages;
	}
	// Items packed together: one counts the package, the others state zero. More than stated is wrong all the same.
	if (sum === stated || (sharesPackage && sum < stated)) return;
	sheet.report(
		'total.packages',
		'packageCount',
		`The declaration states ${stated} packages; those of the items come to ${sum}.`,
		String(stated),
		String(sum),
	);
}
