/**
 * Reads a goods item of a WCO declaration (GovernmentAgencyGoodsItem). In: the element. Out: the item; values without a
 * field go to its further facts.
 */
import type { CustomsItem } from '../../../../contract/records/declaration.ts';
import { child, textOf, type XmlElement } from '../xml/element.ts';
import { parseDocument, parseDutyTaxFee, parsePackaging, parseValuation } from './parts.ts';
import { parseParty } from './party.ts';
import { append, type Reading, set, within } from './reading.ts';
import { Further, type Scalars } from './scalars.ts';
import { DANGEROUS_GOODS, FURTHER_FACT, PARTY_ELEMENTS } from './vocabulary.ts';

/** Most entries that the lists of an item hold; what is beyond is left out with a finding. */
const ITEM_LISTS: readonly [keyof CustomsItem, number][] = [
	['additionalCodes', 99],
	['procedures', 99],
	['packages', 999],
	['taxes', 99],
	['adjustments', 99],
	['parties', 50],
	['containers', 999],
	['documents', 999],
	['previousDocuments', 999],
	['statements', 99],
];

/**
 * @param position 1-based place among the items, used where the item has no number of its own.
 */
export function parseItem(element: XmlElement, position: number, scalars: Scalars): CustomsItem {
	const further = new Further(scalars);
	const reading: Reading = { scalars, further };
	const item: CustomsItem = { number: position };
	let numbered = false;
	for (const inner of element.children) {
		if (inner.text === '' && inner.children.length === 0) continue;
		switch (inner.name) {
			case 'SequenceNumeric': {
				const number = scalars.count(inner, 99_999);
				numbered = number !== undefined && number > 0;
				if (number !== undefined && number > 0) item.number = number;
				break;
			}
			case 'CustomsValueAmount':
				set(item, 'customsValue', scalars.money(inner));
				break;
			case 'StatisticalValueAmount':
				set(item, 'statisticalValue', scalars.money(inner));
				break;
			case 'TransactionNatureCode':
				set(item, 'transactionNature', scalars.code(inner));
				break;
			case 'AdditionalDocument':
				item.documents = append(item.documents, parseDocument(inner, '', reading));
				break;
			case 'PreviousDocument':
				item.previousDocuments = append(item.previousDocuments, parseDocument(inner, '', reading));
				break;
			case 'AdditionalInformation':
				parseItemStatement(inner, item, reading);
				break;
			case 'Commodity':
				parseCommodity(inner, item, reading);
				break;
			case 'CustomsValuation': {
				const adjustments = parseValuation(inner, '', reading, (other) => {
					if (other.name !== 'MethodCode') return false;
					set(item, 'valuationMethod', scalars.code(other));
					return true;
				});
				for (const adjustment of adjustments) item.adjustments = append(item.adjustments, adjustment);
				break;
			}
			case 'ValuationAdjustment':
				parseValuationAdjustment(inner, item, reading);
				break;
			case 'GovernmentProcedure':
				parseProcedure(inner, item, reading);
				break;
			case 'Origin':
				parseOrigin(inner, item, reading);
				break;
			case 'ExportCountry':
				parseCountry(inner, 'dispatchCountry', item, reading);
				break;
			case 'Destination':
				parseCountry(inner, 'destinationCountry', item, reading);
				break;
			case 'Packaging':
				item.packages = append(item.packages, parsePackaging(inner, '', reading));
				break;
			default: {
				const role = PARTY_ELEMENTS.get(inner.name);
				if (role === undefined) further.keep('', inner);
				else item.parties = append(item.parties, parseParty(inner, role, '', reading));
			}
		}
	}
	if (!numbered) {
		const sentence = `Item ${position} has no number of its own; its place in the declaration was taken.`;
		scalars.note('wco.item-number', 'warning', element, sentence, textOf(element, 'SequenceNumeric'));
	}
	boundLists(item, ITEM_LISTS, element, scalars);
	const facts = further.facts();
	if (facts !== undefined) item.further = facts;
	return withoutAbsent(item);
}

/** Lists that grew beyond what a record holds are cut, with a finding; lists that stayed away are left out. */
export function boundLists<T extends object>(
	record: T,
	lists: readonly (readonly [keyof T, number])[],
	element: XmlElement,
	scalars: Scalars,
): void {
	for (const [name, max] of lists) {
		const list = record[name];
		if (!Array.isArray(list) || list.length <= max) continue;
		const sentence = `There are ${list.length} ${String(name)}; the first ${max} are kept.`;
		scalars.note('wco.too-many', 'error', element, sentence, String(list.length), String(max));
		list.length = max;
	}
}

/** Removes members that were set to undefined. */
export function withoutAbsent<T extends object>(record: T): T {
	for (const name in record) if (record[name] === undefined) delete record[name];
	return record;
}

function parseItemStatement(element: XmlElement, item: CustomsItem, reading: Reading): void {
	if (takeFurtherFact(element, reading)) return;
	const statement = parseStatement(element, '', reading);
	if (statement !== undefined) item.statements = append(item.statements, statement);
}

/** Takes a fact without a field that an export of ours carried as a statement; false where the statement is none. */
export function takeFurtherFact(element: XmlElement, { scalars, further }: Reading): boolean {
	if (textOf(element, 'StatementTypeCode')?.toUpperCase() !== FURTHER_FACT) return false;
	const name = textOf(element, 'StatementCode');
	const description = child(element, 'StatementDescription');
	const value = description && scalars.text(description);
	if (name !== undefined && value !== undefined) further.set(name, value, element);
	return true;
}

/** Code and text of an additional information; its other members go to the further facts. */
export function parseStatement(
	element: XmlElement,
	path: string,
	{ scalars, further }: Reading,
): { code?: string; text?: string } | undefined {
	const statement: { code?: string; text?: string } = {};
	for (const inner of element.children) {
		if (inner.name === 'StatementCode') set(statement, 'code', scalars.code(inner));
		else if (inner.name === 'StatementDescription') set(statement, 'text', scalars.text(inner));
		// Pointers of a statement say what it is about, which its text says too.
		else if (inner.name !== 'Pointer') further.keep(within(path, 'AdditionalInformation'), inner);
	}
	return statement.code === undefined && statement.text === undefined ? undefined : statement;
}

function parseCommodity(element: XmlElement, item: CustomsItem, reading: Reading): void {
	const { scalars, further } = reading;
	const classifications: { type: string; value: string; element: XmlElement }[] = [];
	let preference: string | undefined;
	for (const inner of element.children) {
		if (inner.text === '' && inner.children.length === 0) continue;
		switch (inner.name) {
			case 'Description':
			case 'CargoDescription':
				if (item.description === undefined) set(item, 'description', scalars.text(inner));
				else further.keep('Commodity', inner);
				break;
			case 'Classification': {
				const id = child(inner, 'ID');
				const type = child(inner, 'IdentificationTypeCode');
				const value = id && scalars.code(id);
				if (value !== undefined) {
					classifications.push({ type: (type && scalars.code(type)) ?? '', value, element: inner });
				}
				for (const rest of inner.children) {
					if (rest !== id && rest !== type) further.keep('Commodity/Classification', rest);
				}
				break;
			}
			case 'DangerousGoods': {
				const number = child(inner, 'UNDGID');
				const value = number && scalars.code(number);
				if (value !== undefined) {
					item.additionalCodes = append(item.additionalCodes, { type: DANGEROUS_GOODS, value });
				}
				for (const rest of inner.children)
					if (rest !== number) further.keep('Commodity/DangerousGoods', rest);
				break;
			}
			case 'DutyTaxFee': {
				const read = parseDutyTaxFee(inner, 'Commodity', reading);
				preference ??= read.preference ?? read.tax?.regime;
				item.taxes = append(item.taxes, read.tax);
				break;
			}
			case 'GoodsMeasure':
				parseMeasures(inner, item, reading);
				break;
			case 'InvoiceLine':
				for (const member of inner.children) {
					if (member.name === 'ItemChargeAmount') set(item, 'price', scalars.money(member));
					else further.keep('Commodity/InvoiceLine', member);
				}
				break;
			case 'TransportEquipment':
				for (const member of inner.children) {
					if (member.name === 'ID') item.containers = append(item.containers, scalars.code(member));
					else if (member.name !== 'SequenceNumeric') further.keep('Commodity/TransportEquipment', member);
				}
				break;
			default:
				further.keep('Commodity', inner);
		}
	}
	set(item, 'preference', preference);
	classify(item, classifications, scalars);
}

/** Classifications that hold the commodity code itself, best first: tariff, Combined Nomenclature, HS, or no type. */
const COMMODITY_TYPES = ['TSP', 'CN', 'HS', ''];

function classify(
	item: CustomsItem,
	classifications: { type: string; value: string; element: XmlElement }[],
	scalars: Scalars,
): void {
	const taken = new Set<XmlElement>();
	for (const type of COMMODITY_TYPES) {
		const found = classifications.find((candidate) => candidate.type === type);
		if (found === undefined) continue;
		const digits = found.value.replace(/[. ]/g, '');
		taken.add(found.element);
		if (type === 'HS' && item.commodityCode !== undefined) {
			if (/^\d{2,6}$/.test(digits)) item.hsCode = digits;
			else taken.delete(found.element);
			continue;
		}
		if (item.commodityCode !== undefined) {
			taken.delete(found.element);
			continue;
		}
		if (type === 'HS' && /^\d{2,6}$/.test(digits)) item.hsCode = digits;
		else item.commodityCode = digits;
		const hs = /^\d{2,6}/.exec(digits)?.[0];
		if (hs === undefined) {
			const sentence = `The commodity code "${found.value}" does not begin with digits of the Harmonized System.`;
			scalars.note('wco.commodity-code', 'error', found.element, sentence, found.value);
		} else item.hsCode ??= hs;
	}
	for (const { type, value, element } of classifications) {
		if (taken.has(element)) continue;
		// The two digits of TARIC follow the eight of the Combined Nomenclature.
		if (type === 'TRC' && /^\d{2}$/.test(value) && item.commodityCode?.length === 8) {
			item.commodityCode += value;
		} else item.additionalCodes = append(item.additionalCodes, { type: type || 'ZZZ', value });
	}
}

function parseMeasures(element: XmlElement, item: CustomsItem, { scalars, further }: Reading): void {
	for (const inner of element.children) {
		if (inner.name === 'GrossMassMeasure') set(item, 'grossMassKg', scalars.mass(inner));
		else if (inner.name === 'NetNetWeightMeasure' || inner.name === 'NetWeightMeasure') {
			if (item.netMassKg === undefined) set(item, 'netMassKg', scalars.mass(inner));
			else further.keep('Commodity/GoodsMeasure', inner);
		} else if (inner.name === 'TariffQuantity') {
			if (item.supplementary === undefined) set(item, 'supplementary', scalars.quantity(inner));
			else further.keep('Commodity/GoodsMeasure', inner);
		} else further.keep('Commodity/GoodsMeasure', inner);
	}
}

function parseValuationAdjustment(
	element: XmlElement,
	item: CustomsItem,
	{ scalars, further }: Reading,
): void {
	for (const inner of element.children) {
		if (inner.name === 'AdditionCode' && item.valuationIndicators === undefined) {
			set(item, 'valuationIndicators', scalars.code(inner));
		} else further.keep('ValuationAdjustment', inner);
	}
}

/** Requested and previous procedure make four characters; a code without a previous one stands alone. */
function parseProcedure(element: XmlElement, item: CustomsItem, { scalars, further }: Reading): void {
	const current = child(element, 'CurrentCode');
	const previous = child(element, 'PreviousCode');
	const codes = [current && scalars.code(current), previous && scalars.code(previous)];
	const procedure = codes.filter((code) => code !== undefined).join('');
	if (procedure !== '') item.procedures = append(item.procedures, procedure.slice(0, 64));
	for (const inner of element.children) {
		if (inner !== current && inner !== previous) further.keep('GovernmentProcedure', inner);
	}
}

/** Type 1 or none: country of origin; type 2: country of preferential origin (data elements 5/15 and 5/16). */
function parseOrigin(element: XmlElement, item: CustomsItem, { scalars, further }: Reading): void {
	const countryElement = child(element, 'CountryCode') ?? child(element, 'OriginCountryCode');
	const type = textOf(element, 'TypeCode') ?? '1';
	const field = type === '1' ? 'originCountry' : type === '2' ? 'preferentialOriginCountry' : undefined;
	const used = field !== undefined && item[field] === undefined;
	if (used && countryElement !== undefined) set(item, field, scalars.country(countryElement));
	for (const inner of element.children) {
		if (!used || (inner !== countryElement && inner.name !== 'TypeCode')) further.keep('Origin', inner);
	}
}

function parseCountry(
	element: XmlElement,
	field: 'dispatchCountry' | 'destinationCountry',
	item: CustomsItem,
	{ scalars, further }: Reading,
): void {
	for (const inner of element.children) {
		if (inner.name === 'ID' || inner.name === 'CountryCode') set(item, field, scalars.country(inner));
		else further.keep(element.name, inner);
	}
}
