/**
 * One consignment of a CUSCAR (CNI and what follows it): its documents, parties, places, totals and goods items.
 * In: segments in order. Out: a consignment of the contract. Which group a segment belongs to is decided by the last
 * segment that opened one, because senders of all versions keep that order.
 */
import type { CargoItem, Consignment } from '../../../../contract/records/cargo-report.ts';
import type { Packaging } from '../../../../contract/records/common.ts';
import { figureOf, massKg, unitOf, volumeM3 } from '../edifact/measure.ts';
import { component, elementOf, type Segment } from '../edifact/segment.ts';
import {
	addBounded,
	asCode,
	asCount,
	asCountry,
	asDecimal,
	asText,
	placeOfLocation,
} from '../edifact/values.ts';
import { transportDocumentOf } from './codes.ts';

const MAX_ITEMS = 9_999;

type TransportDocument = { number: string; code: string | undefined; rank: number };

/** A consignment under construction. */
export type OpenConsignment = {
	consignment: Consignment;
	documents: TransportDocument[];
	/** Number in CNI: the transport document where no RFF names it. */
	headNumber: string | undefined;
	item: CargoItem | undefined;
	itemsLeftOut: number;
};

export const openConsignment = (number: number, headNumber: string | undefined): OpenConsignment => ({
	consignment: { number, items: [] },
	documents: [],
	headNumber,
	item: undefined,
	itemsLeftOut: 0,
});

/** Whether RFF begins the next bill of the same CNI: another document of like rank after goods were listed. */
export function startsNextBill({ consignment, documents }: OpenConsignment, rff: Segment): boolean {
	if (consignment.items.length === 0) return false;
	const document = transportDocumentOf(component(rff, 0));
	if (document === undefined || document.rank === 2) return false;
	return !documents.some(({ number }) => number === component(rff, 0, 1));
}

/** Reads one segment of the consignment, its items excepted. False where this reader has no use for it. */
export function readConsignmentSegment(open: OpenConsignment, segment: Segment): boolean {
	switch (segment.tag) {
		case 'RFF':
			readReference(open, segment);
			return true;
		case 'LOC':
			return readPlace(open.consignment, segment);
		case 'CNT':
			return readTotals(open.consignment, segment);
		case 'MEA': {
			const mass = grossMassOf(segment);
			if (mass !== undefined) open.consignment.grossMassKg ??= mass;
			return mass !== undefined;
		}
		default:
			return false;
	}
}

function readReference({ consignment, documents }: OpenConsignment, rff: Segment): void {
	const qualifier = asCode(component(rff, 0));
	const number = asText(component(rff, 0, 1));
	if (qualifier === undefined || number === undefined) return;
	const document = transportDocumentOf(qualifier);
	if (document !== undefined) {
		addBounded(documents, { number, ...document }, 99);
		return;
	}
	consignment.references ??= [];
	addBounded(consignment.references, { type: qualifier, number }, 99);
}

/** Places by their function (data element 3227). */
function readPlace(consignment: Consignment, loc: Segment): boolean {
	const place = placeOfLocation(loc);
	if (place === undefined) return true;
	switch (component(loc, 0)) {
		case '9':
		case '125':
			consignment.loadingPlace ??= place;
			return true;
		case '11':
		case '87':
			consignment.dischargePlace ??= place;
			return true;
		case '7':
		case '8':
		case '20':
		case '83':
			consignment.deliveryPlace ??= place;
			return true;
		case '5':
		case '10':
		case '76':
		case '88':
			consignment.originPlace ??= place;
			return true;
		default:
			return false;
	}
}

/** CNT of a consignment: 7 gross mass, 8 pieces, 11 packages. */
export function readTotals(consignment: Consignment, cnt: Segment): boolean {
	const value = component(cnt, 0, 1);
	switch (component(cnt, 0)) {
		case '7': {
			const mass = massKg(value, component(cnt, 0, 2));
			if (mass === undefined || consignment.grossMassKg !== undefined) return false;
			consignment.grossMassKg = mass;
			return true;
		}
		case '8':
		case '11': {
			const count = asCount(asDecimal(value) ?? '');
			if (count === undefined || consignment.packageCount !== undefined) return false;
			consignment.packageCount = count;
			return true;
		}
		default:
			return false;
	}
}

/** Gross mass by MEA: WT or AAE with a qualifier of gross weight, or with none. */
export function grossMassOf(mea: Segment): string | undefined {
	const dimension = component(mea, 1);
	if (component(mea, 0) === 'VOL' || component(mea, 0) === 'CT') return undefined;
	if (dimension !== '' && !/^(?:G|AAB|AAD|WT|AAL?|AFF|AAF|AET)$/.test(dimension)) return undefined;
	return massKg(figureOf(mea), unitOf(mea));
}

/** Tare of equipment: MEA with T. */
export const tareMassOf = (mea: Segment): string | undefined =>
	component(mea, 1) === 'T' ? massKg(figureOf(mea), unitOf(mea)) : undefined;

/** GID: number of the item and up to five levels of packages, the outer ones first. */
export function openItem(open: OpenConsignment, gid: Segment): void {
	const items = open.consignment.items;
	if (items.length >= MAX_ITEMS) {
		open.item = undefined;
		open.itemsLeftOut++;
		return;
	}
	const number = asCount(component(gid, 0)) ?? 0;
	const item: CargoItem = { number: number > 0 ? number : items.length + 1 };
	for (let index = 1; index < gid.elements.length && index <= 5; index++) {
		const packages: Packaging = {};
		const count = asCount(component(gid, index));
		if (count !== undefined) packages.count = count;
		const kind = asCode(component(gid, index, 1)) ?? asCode(component(gid, index, 4));
		if (kind !== undefined) packages.kind = kind;
		addPackages(item, packages);
	}
	items.push(item);
	open.item = item;
}

function addPackages(item: CargoItem, packages: Packaging): void {
	if (packages.count === undefined && packages.kind === undefined) return;
	item.packages ??= [];
	addBounded(item.packages, packages, 99);
}

/** Reads one segment of an item. False where this reader has no use for it. */
export function readItemSegment(item: CargoItem, segment: Segment): boolean {
	switch (segment.tag) {
		case 'PAC': {
			// Packages in GID are said again in PAC by some senders; the first say holds.
			if (item.packages !== undefined) return true;
			const packages: Packaging = {};
			const count = asCount(component(segment, 0));
			if (count !== undefined) packages.count = count;
			const kind = asCode(component(segment, 2));
			if (kind !== undefined) packages.kind = kind;
			addPackages(item, packages);
			return true;
		}
		case 'FTX':
			return readFreeText(item, segment);
		case 'PCI': {
			const marks = joined(item.marks, elementOf(segment, 1));
			if (marks !== undefined) item.marks = marks;
			return true;
		}
		case 'MEA':
			return readMeasure(item, segment);
		case 'LOC': {
			if (component(segment, 0) !== '27') return false;
			const country = asCountry(component(segment, 1));
			if (country !== undefined) item.originCountry = country;
			return true;
		}
		case 'SGP': {
			const number = asCode(component(segment, 0));
			if (number === undefined) return true;
			const packages = asCount(component(segment, 1));
			item.containers ??= [];
			addBounded(item.containers, packages === undefined ? { number } : { number, packages }, 999);
			return true;
		}
		case 'DGS':
			readDangerousGoods(item, segment);
			return true;
		case 'CST':
			readCommodity(item, component(segment, 1));
			return true;
		case 'PIA':
			return readProductCodes(item, segment);
		default:
			return false;
	}
}

/** FTX+AAA: description of the goods. Lines are joined; several segments too. */
function readFreeText(item: CargoItem, ftx: Segment): boolean {
	const subject = component(ftx, 0);
	if (subject !== 'AAA' && subject !== 'ABB' && subject !== '') return false;
	const description = joined(item.description, elementOf(ftx, 3));
	if (description !== undefined) item.description = description;
	return true;
}

function joined(before: string | undefined, parts: readonly string[]): string | undefined {
	const words: string[] = before === undefined ? [] : [before];
	for (const part of parts) {
		const text = part.trim();
		if (text !== '') words.push(text);
	}
	return asText(words.join(' '));
}

function readMeasure(item: CargoItem, mea: Segment): boolean {
	const volume = volumeM3(figureOf(mea), unitOf(mea));
	if (volume !== undefined) {
		item.volumeM3 ??= volume;
		return true;
	}
	const mass = grossMassOf(mea);
	if (mass === undefined) return false;
	item.grossMassKg ??= mass;
	return true;
}

function readDangerousGoods(item: CargoItem, dgs: Segment): void {
	const hazardClass = asCode(component(dgs, 1));
	const unNumber = asCode(component(dgs, 2));
	if (hazardClass === undefined && unNumber === undefined) return;
	item.dangerousGoods ??= [];
	const goods: { unNumber?: string; class?: string } = {};
	if (unNumber !== undefined) goods.unNumber = unNumber;
	if (hazardClass !== undefined) goods.class = hazardClass;
	addBounded(item.dangerousGoods, goods, 50);
}

/** Commodity code: two to six digits are of the Harmonized System; more are kept whole beside their first six. */
function readCommodity(item: CargoItem, code: string): void {
	const tidy = asCode(code.replace(/[.\s]/g, ''));
	if (tidy === undefined || item.hsCode !== undefined || item.commodityCode !== undefined) return;
	if (/^\d{2,6}$/.test(tidy)) {
		item.hsCode = tidy;
		return;
	}
	item.commodityCode = tidy;
	if (/^\d{7,}$/.test(tidy)) item.hsCode = tidy.slice(0, 6);
}

/** PIA: product codes with their kind; HS is the one that is kept. */
function readProductCodes(item: CargoItem, pia: Segment): boolean {
	for (let index = 1; index < pia.elements.length && index <= 5; index++) {
		const kind = component(pia, index, 1);
		if (kind === 'HS' || kind === 'CC' || kind === 'TSR') {
			readCommodity(item, component(pia, index));
			return true;
		}
	}
	return false;
}

/** Decides which document is the consignment's own and which its master, and gives the rest to the references. */
export function closeConsignment({ consignment, documents, headNumber }: OpenConsignment): Consignment {
	const ranked = [...documents].sort((a, b) => a.rank - b.rank);
	if (headNumber !== undefined && !ranked.some(({ number }) => number === headNumber)) {
		// The number in CNI is the document itself where RFF names none or only its master, else the master.
		const own = ranked[0] === undefined || ranked[0].rank === 2;
		ranked.splice(own ? 0 : 1, 0, { number: headNumber, code: undefined, rank: own ? 1 : 2 });
		ranked.sort((a, b) => a.rank - b.rank);
	}
	const [own, ...others] = ranked;
	if (own === undefined) return consignment;
	consignment.transportDocument = own.number;
	if (own.code !== undefined) consignment.transportDocumentType = own.code;
	for (const { number, code, rank } of others) {
		if (consignment.masterDocument === undefined && (rank === 2 || rank > own.rank))
			consignment.masterDocument = number;
		else if (code !== undefined) {
			consignment.references ??= [];
			addBounded(consignment.references, { type: code, number }, 99);
		}
	}
	return consignment;
}
