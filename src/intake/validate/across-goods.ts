/**
 * Goods across documents: a declaration against cargo reports, and against other declarations of the same goods.
 * A declaration may cover several consignments, and a consignment may be declared in parts: only what cannot be explained by
 * either is told.
 */
import type { CargoReport, Consignment } from '../../../contract/records/cargo-report.ts';
import type { Party, PartyRole } from '../../../contract/records/common.ts';
import type { Declaration } from '../../../contract/records/declaration.ts';
import { companyTokens, tokenOverlap } from '../../values/name-key.ts';
import { isMasterDocumentType, isTransportDocumentType } from './document-types.ts';
import { type FindingSheet, quote } from './finding-sheet.ts';
import { normaliseContainer, normaliseSeal, normaliseTransportDocument } from './key-values.ts';
import { isWithin, plain, sumOf, type Tolerance } from './totals.ts';

/** Weights are estimated, rounded and taken with or without pallets. */
const MASS: Tolerance = { share: 0.05, least: 10 };
/** Share of name tokens that two names of one party have in common. */
const SAME_NAME = 0.5;

type Report = { readonly id: string; readonly record: CargoReport };
type OtherDeclaration = { readonly id: string; readonly record: Declaration };

/** Normalised numbers of the transport documents of a declaration with the place of each. Master documents only where wanted. */
export function transportDocumentsOf(record: Declaration, withMasters: boolean): Map<string, string> {
	const numbers = new Map<string, string>();
	const add = (documents: Declaration['documents'], path: string, all: boolean): void => {
		documents?.forEach((document, at) => {
			if (!(all || isTransportDocumentType(document.type))) return;
			if (!withMasters && isMasterDocumentType(document.type)) return;
			const number = normaliseTransportDocument(document.number);
			if (number !== undefined && !numbers.has(number)) numbers.set(number, `${path}[${at}].number`);
		});
	};
	add(record.transportDocuments, 'transportDocuments', true);
	add(record.documents, 'documents', false);
	add(record.previousDocuments, 'previousDocuments', false);
	record.items.forEach((item, at) => {
		add(item.documents, `items[${at}].documents`, false);
		add(item.previousDocuments, `items[${at}].previousDocuments`, false);
	});
	return numbers;
}

function containersOf(record: Declaration): Map<string, string> {
	const containers = new Map<string, string>();
	const add = (numbers: readonly string[] | undefined, path: string): void => {
		numbers?.forEach((text, at) => {
			const number = normaliseContainer(text);
			if (number !== undefined && !containers.has(number)) containers.set(number, `${path}[${at}]`);
		});
	};
	add(record.containers, 'containers');
	record.items.forEach((item, at) => {
		add(item.containers, `items[${at}].containers`);
	});
	return containers;
}

const grossOf = (record: Declaration): number | undefined =>
	record.grossMassKg === undefined
		? sumOf(record.items, (item) => item.grossMassKg)
		: Number(record.grossMassKg);

function packagesOfDeclaration(record: Declaration): number | undefined {
	return (
		record.packageCount ??
		sumOf(record.items, (item) => {
			const count = item.packages?.[0]?.count;
			return count === undefined || item.packages?.length !== 1 ? undefined : String(count);
		})
	);
}

const grossOfConsignment = (row: Consignment): string | undefined => {
	if (row.grossMassKg !== undefined) return row.grossMassKg;
	const sum = sumOf(row.items, (item) => item.grossMassKg);
	return sum === undefined ? undefined : String(sum);
};

const packagesOfConsignment = (row: Consignment): string | undefined => {
	if (row.packageCount !== undefined) return String(row.packageCount);
	const sum = sumOf(row.items, (item) => {
		const count = item.packages?.[0]?.count;
		return count === undefined ? undefined : String(count);
	});
	return sum === undefined ? undefined : String(sum);
};

/** Containers of consignments, by their items; where no item says, those of the whole report. */
function containersOfConsignments(report: CargoReport, rows: readonly Consignment[]): Set<string> {
	const containers = new Set<string>();
	for (const row of rows)
		for (const item of row.items)
			for (const container of item.containers ?? []) {
				const number = normaliseContainer(container.number);
				if (number !== undefined) containers.add(number);
			}
	if (containers.size === 0)
		for (const equipment of report.equipment ?? []) {
			const number = normaliseContainer(equipment.number);
			if (number !== undefined) containers.add(number);
		}
	return containers;
}

/** Consignments by their transport document and their master, worked out once for each report: many declarations meet it. */
const directories = new WeakMap<CargoReport, ReadonlyMap<string, readonly Consignment[]>>();

function consignmentsOf(report: CargoReport): ReadonlyMap<string, readonly Consignment[]> {
	const known = directories.get(report);
	if (known !== undefined) return known;
	const directory = new Map<string, Consignment[]>();
	for (const row of report.consignments)
		for (const text of new Set([row.transportDocument, row.masterDocument])) {
			const number = normaliseTransportDocument(text);
			if (number === undefined) continue;
			const rows = directory.get(number);
			if (rows === undefined) directory.set(number, [row]);
			else rows.push(row);
		}
	directories.set(report, directory);
	return directory;
}

/**
 * Mass, packages, containers, seals and parties of a declaration against those consignments of a report that carry its
 * transport documents. Places are paths into the declaration.
 */
export function crossDeclarationWithReport(
	sheet: FindingSheet,
	declaration: Declaration,
	reports: readonly Report[],
): void {
	if (declaration.function !== 'original' && declaration.function !== 'replacement') return;
	const documents = transportDocumentsOf(declaration, true);
	for (const { id, record: report } of reports) {
		const rows = new Set<Consignment>();
		let met = 0;
		for (const number of documents.keys()) {
			const carried = consignmentsOf(report).get(number);
			if (carried === undefined) continue;
			met += 1;
			for (const row of carried) rows.add(row);
		}
		crossSeals(sheet, declaration, report, id);
		if (rows.size === 0) continue;
		// A report with only some of the declared documents cannot be held against the totals of all of them.
		if (met === documents.size) crossQuantities(sheet, declaration, [...rows], id);
		crossContainers(sheet, declaration, report, [...rows], id);
		crossNames(sheet, declaration, [...rows], id);
	}
}

function crossQuantities(
	sheet: FindingSheet,
	declaration: Declaration,
	rows: readonly Consignment[],
	id: string,
): void {
	const reported = rows.map((row) => row.transportDocument ?? '').join(', ');
	const declaredMass = grossOf(declaration);
	const reportedMass = sumOf(rows, grossOfConsignment);
	if (declaredMass !== undefined && reportedMass !== undefined && !isWithin(declaredMass, reportedMass, MASS))
		sheet.report(
			'cross.gross-mass',
			'grossMassKg',
			`The declaration states ${plain(declaredMass)} kg gross; the cargo report states ${plain(reportedMass)} kg for ${reported}.`,
			plain(declaredMass),
			plain(reportedMass),
			id,
		);
	const declaredPackages = packagesOfDeclaration(declaration);
	const reportedPackages = sumOf(rows, packagesOfConsignment);
	if (
		declaredPackages !== undefined &&
		reportedPackages !== undefined &&
		declaredPackages !== reportedPackages
	)
		sheet.report(
			'cross.packages',
			'packageCount',
			`The declaration states ${declaredPackages} packages; the cargo report states ${reportedPackages} for ${reported}.`,
			String(declaredPackages),
			String(reportedPackages),
			id,
		);
}

function crossContainers(
	sheet: FindingSheet,
	declaration: Declaration,
	report: CargoReport,
	rows: readonly Consignment[],
	id: string,
): void {
	const reported = containersOfConsignments(report, rows);
	if (reported.size === 0) return;
	const list = [...reported].slice(0, 5).join(', ');
	for (const [number, place] of containersOf(declaration))
		if (!reported.has(number))
			sheet.report(
				'cross.container',
				place,
				`The declared container ${number} is not on the cargo report, which has ${list} for these goods.`,
				number,
				list,
				id,
			);
}

/** Seals of a container that both documents have: told where they share none. */
function crossSeals(sheet: FindingSheet, declaration: Declaration, report: CargoReport, id: string): void {
	const containers = containersOf(declaration);
	const declared = new Set((declaration.seals ?? []).map(normaliseSeal).filter((seal) => seal !== undefined));
	// With several containers a declaration does not say which seal is on which.
	if (containers.size !== 1 || declared.size === 0) return;
	for (const equipment of report.equipment ?? []) {
		const number = normaliseContainer(equipment.number);
		if (number === undefined || !containers.has(number)) continue;
		const reported = (equipment.seals ?? [])
			.map((seal) => normaliseSeal(seal.number))
			.filter((seal) => seal !== undefined);
		if (reported.length > 0 && !reported.some((seal) => declared.has(seal)))
			sheet.report(
				'cross.seal',
				'seals',
				`The declaration names the seal ${[...declared].join(', ')}; the cargo report has ${reported.join(', ')} on ${number}.`,
				[...declared].join(', '),
				reported.join(', '),
				id,
			);
	}
}

const namesOf = (parties: readonly Party[] | undefined, roles: readonly PartyRole[]): string[] =>
	(parties ?? [])
		.filter((party) => roles.includes(party.role))
		.map((party) => party.name ?? party.person?.name.full)
		.filter((name) => name !== undefined);

const RECEIVERS: readonly PartyRole[] = ['importer', 'consignee', 'buyer'];
const SENDERS: readonly PartyRole[] = ['exporter', 'consignor', 'seller'];
/** A bank or a forwarder may stand as consignee; the party to notify is then the one who receives the goods. */
const REPORTED_RECEIVERS: readonly PartyRole[] = ['consignee', 'importer', 'buyer', 'notify'];

function crossNames(
	sheet: FindingSheet,
	declaration: Declaration,
	rows: readonly Consignment[],
	id: string,
): void {
	const pairs = [
		[RECEIVERS, REPORTED_RECEIVERS, 'importer', 'consignee'],
		[SENDERS, SENDERS, 'exporter', 'consignor'],
	] as const;
	for (const [declaredRoles, reportedRoles, declaredWord, reportedWord] of pairs) {
		// For an export the sender is declared in full and the receiver is foreign; both are compared in either direction.
		const declared = [
			...namesOf(declaration.parties, declaredRoles),
			...declaration.items.flatMap((item) => namesOf(item.parties, declaredRoles)),
		];
		const reported = rows
			.flatMap((row) => namesOf(row.parties, reportedRoles))
			.filter((name) => !/^(to (the )?order|order)\b/i.test(name));
		if (declared.length === 0 || reported.length === 0) continue;
		const tokens = reported.map(companyTokens);
		if (
			declared.some((name) => tokens.some((other) => tokenOverlap(companyTokens(name), other) >= SAME_NAME))
		)
			continue;
		sheet.report(
			'cross.party-name',
			'parties',
			`The declaration names ${quote(declared[0] ?? '')} as ${declaredWord}; the cargo report names ${quote(reported[0] ?? '')} as ${reportedWord}.`,
			declared[0],
			reported[0],
			id,
		);
	}
}

/** The same transport document in two declarations of the same direction. Master documents are shared by right. */
export function crossDeclarations(
	sheet: FindingSheet,
	record: Declaration,
	others: readonly OtherDeclaration[],
): void {
	if (record.function !== 'original' && record.function !== 'replacement') return;
	const documents = transportDocumentsOf(record, false);
	for (const { id, record: other } of others) {
		if (other.function !== 'original' && other.function !== 'replacement') continue;
		// Goods that are exported, carried in transit and imported are declared each time, with one transport document.
		if (other.direction !== record.direction) continue;
		if (other.registrationNumber !== undefined && other.registrationNumber === record.registrationNumber)
			continue;
		const theirs = transportDocumentsOf(other, false);
		for (const [number, place] of documents)
			if (theirs.has(number))
				sheet.report(
					'cross.declared-twice',
					place,
					`The transport document ${number} is also named by the declaration ${other.reference}; this one is ${record.reference}.`,
					number,
					other.reference,
					id,
				);
	}
}
