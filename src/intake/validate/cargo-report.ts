/**
 * Validation of a cargo report by itself. In: the record. Out: findings on the sheet.
 */
import type {
	CargoItem,
	CargoReport,
	Consignment,
	Equipment,
} from '../../../contract/records/cargo-report.ts';
import {
	checkContainer,
	checkCountryOfToday,
	checkDescription,
	checkHsCode,
	checkPlace,
	checkPlaceholder,
	checkQuantity,
	checkTransport,
} from './check-codes.ts';
import { checkLegs, checkNear, checkPast, hoursBetween } from './check-dates.ts';
import { checkParties } from './check-parties.ts';
import type { FindingCode } from './finding-codes.ts';
import type { FindingSheet } from './finding-sheet.ts';
import { normaliseContainer, normaliseTransportDocument } from './key-values.ts';
import { checkTotal, sumOf, type Tolerance } from './totals.ts';

/** Items are weighed or estimated one by one, the consignment as a whole. */
const MASS: Tolerance = { share: 0.02, least: 5 };

export function validateCargoReport(sheet: FindingSheet, record: CargoReport): void {
	checkPlaceholder(sheet, record.reference, '', 'reference');
	checkPast(sheet, record.preparedAt, '', 'preparedAt');
	checkNear(sheet, record.departsAt, '', 'departsAt');
	checkNear(sheet, record.arrivesAt, '', 'arrivesAt');
	if (record.departsAt !== undefined && record.arrivesAt !== undefined) {
		const { hours, uncertain } = hoursBetween(record.departsAt, record.arrivesAt);
		if (hours < -uncertain)
			sheet.report(
				'leg.arrival-before-departure',
				'arrivesAt',
				`The transport arrives at ${record.arrivesAt}, before it departs at ${record.departsAt}.`,
				record.arrivesAt,
				record.departsAt,
			);
	}
	checkTransport(sheet, record.transport, '', 'transport');
	if (record.legs !== undefined) checkLegs(sheet, record.legs, 'legs', record.transport?.mode === 'air');
	checkParties(sheet, record.parties, 'parties');
	const equipment = new Set<string>();
	record.equipment?.forEach((row, at) => {
		checkEquipment(sheet, row, `equipment[${at}].`, equipment);
	});
	const documents = new Map<string, number>();
	record.consignments.forEach((consignment, at) => {
		const here = `consignments[${at}].`;
		checkConsignment(sheet, consignment, here, equipment);
		const number = normaliseTransportDocument(consignment.transportDocument);
		if (number === undefined) return;
		const before = documents.get(number);
		if (before !== undefined)
			sheet.report(
				'transport-document.repeated',
				`${here}transportDocument`,
				`The transport document ${consignment.transportDocument ?? number} already stands for consignment ${before}.`,
				consignment.transportDocument,
				String(before),
			);
		documents.set(number, consignment.number);
	});
	checkControls(sheet, record);
}

function checkEquipment(sheet: FindingSheet, row: Equipment, base: string, seen: Set<string>): void {
	// Kinds other than containers (trailers, pallets, unit load devices) carry numbers of other standards.
	if (row.kind === undefined || row.kind === 'CN') checkContainer(sheet, row.number, base, 'number');
	checkQuantity(sheet, row.grossMassKg, base, 'grossMassKg');
	checkQuantity(sheet, row.tareMassKg, base, 'tareMassKg');
	if (
		row.grossMassKg !== undefined &&
		row.tareMassKg !== undefined &&
		Number(row.tareMassKg) > Number(row.grossMassKg) &&
		row.load !== 'empty'
	)
		sheet.report(
			'mass.tare-above-gross',
			`${base}tareMassKg`,
			`The tare of ${row.tareMassKg} kg is more than the gross mass of ${row.grossMassKg} kg.`,
			row.tareMassKg,
			row.grossMassKg,
		);
	row.seals?.forEach((seal, at) => {
		checkPlaceholder(sheet, seal.number, base, `seals[${at}].number`);
	});
	const number = normaliseContainer(row.number);
	if (number === undefined) return;
	if (seen.has(number))
		sheet.report(
			'container.repeated',
			`${base}number`,
			`The container ${row.number} is listed twice.`,
			row.number,
		);
	seen.add(number);
}

function checkConsignment(
	sheet: FindingSheet,
	consignment: Consignment,
	base: string,
	equipment: ReadonlySet<string>,
): void {
	checkPlaceholder(sheet, consignment.transportDocument, base, 'transportDocument');
	checkParties(sheet, consignment.parties, `${base}parties`);
	checkPlace(sheet, consignment.loadingPlace, base, 'loadingPlace');
	checkPlace(sheet, consignment.dischargePlace, base, 'dischargePlace');
	checkPlace(sheet, consignment.deliveryPlace, base, 'deliveryPlace');
	checkPlace(sheet, consignment.originPlace, base, 'originPlace');
	checkQuantity(sheet, consignment.grossMassKg, base, 'grossMassKg', true);
	consignment.items.forEach((item, at) => {
		checkItem(sheet, item, `${base}items[${at}].`, equipment);
	});
	checkTotal(
		sheet,
		'total.gross-mass',
		consignment.grossMassKg,
		sumOf(consignment.items, (item) => item.grossMassKg),
		`${base}grossMassKg`,
		'gross mass of the items in kg',
		MASS,
	);
	checkTotal(
		sheet,
		'total.packages',
		consignment.packageCount,
		sumOf(consignment.items, packagesOf),
		`${base}packageCount`,
		'packages of the items',
	);
}

/** Inner packages are listed after the outer ones: the first line is what is counted. */
const packagesOf = (item: CargoItem): string | undefined => {
	const count = item.packages?.[0]?.count;
	return count === undefined ? undefined : String(count);
};

function checkItem(sheet: FindingSheet, item: CargoItem, base: string, equipment: ReadonlySet<string>): void {
	checkDescription(sheet, item.description, base, 'description');
	checkHsCode(sheet, item.hsCode, item.commodityCode, base);
	checkQuantity(sheet, item.grossMassKg, base, 'grossMassKg');
	checkQuantity(sheet, item.volumeM3, base, 'volumeM3');
	checkCountryOfToday(sheet, item.originCountry, base, 'originCountry');
	if (equipment.size > 0)
		item.containers?.forEach((container, at) => {
			const number = normaliseContainer(container.number);
			if (number !== undefined && !equipment.has(number))
				sheet.report(
					'container.not-in-equipment',
					`${base}containers[${at}].number`,
					`The goods are in ${container.number}, which is not among the ${equipment.size} containers of the report.`,
					container.number,
				);
		});
}

/** UN/EDIFACT 6069: what a control total counts. */
function checkControls(sheet: FindingSheet, record: CargoReport): void {
	const { controls } = record;
	if (controls === undefined) return;
	const control = (
		qualifier: string,
		code: FindingCode,
		sum: number | undefined,
		words: string,
		tolerance?: Tolerance,
	): void => checkTotal(sheet, code, controls[qualifier], sum, `controls.${qualifier}`, words, tolerance);
	control('10', 'total.consignments', record.consignments.length, 'number of consignments');
	if (record.equipment !== undefined)
		control('16', 'total.equipment', record.equipment.length, 'number of equipment');
	control(
		'7',
		'total.gross-mass',
		sumOf(record.consignments, massOf),
		'gross mass of the consignments in kg',
		MASS,
	);
	control('11', 'total.packages', sumOf(record.consignments, packageCountOf), 'packages of the consignments');
}

function massOf(consignment: Consignment): string | undefined {
	if (consignment.grossMassKg !== undefined) return consignment.grossMassKg;
	const sum = sumOf(consignment.items, (item) => item.grossMassKg);
	return sum === undefined ? undefined : String(sum);
}

function packageCountOf(consignment: Consignment): string | undefined {
	const sum = consignment.packageCount ?? sumOf(consignment.items, packagesOf);
	return sum === undefined ? undefined : String(sum);
}
