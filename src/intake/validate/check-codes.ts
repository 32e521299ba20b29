/**
 * Checks of codes and numbers wherever they stand in a record. In: a value, and where it stands in two parts (`base` + `field`),
 * put together only where there is something to report. Out: findings on the sheet.
 */
import type { Money, Place, TransportMeans } from '../../../contract/records/common.ts';
import { parseAirWaybill } from '../../values/air-waybill.ts';
import { parseContainerNumber } from '../../values/container-number.ts';
import { isFormerCountry, toAlpha2 } from '../../values/country.ts';
import { currencyStanding, withdrawnSince } from '../../values/currency.ts';
import { parseHsCode } from '../../values/hs-code.ts';
import { parseIban } from '../../values/iban.ts';
import { parseImoNumber } from '../../values/imo-number.ts';
import { parseLei } from '../../values/lei.ts';
import { formatMoney, isNegative } from '../../values/money.ts';
import type { Fault, Parsed } from '../../values/parsed.ts';
import { isPlaceholder } from '../../values/placeholder.ts';
import { parseUnLocode } from '../../values/un-locode.ts';
import type { FindingCode } from './finding-codes.ts';
import { type FindingSheet, quote } from './finding-sheet.ts';

export function checkPlaceholder(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
): void {
	if (value !== undefined && isPlaceholder(value))
		sheet.report(
			'value.placeholder',
			base + field,
			`${quote(value)} is a placeholder and says nothing.`,
			value,
		);
}

export function checkCountry(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
): void {
	if (value === undefined) return;
	const alpha2 = toAlpha2(value);
	if (alpha2 === undefined) {
		if (isPlaceholder(value)) checkPlaceholder(sheet, value, base, field);
		else sheet.report('country.unknown', base + field, `No country has the code ${quote(value)}.`, value);
	}
}

/** For voyages and origins, where only a country of today makes sense. */
export function checkCountryOfToday(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
): void {
	checkCountry(sheet, value, base, field);
	if (value !== undefined && isFormerCountry(value))
		sheet.report(
			'country.former',
			base + field,
			`The country with the code ${value} no longer exists.`,
			value,
		);
}

/** @param on the day for which the currency must have been money; without it the day of receipt. */
export function checkCurrency(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
	on: string = sheet.context.receivedOn,
): void {
	if (value === undefined) return;
	const standing = currencyStanding(value);
	if (standing === 'current') return;
	const place = base + field;
	if (standing === undefined)
		sheet.report('currency.unknown', place, `No currency has the code ${quote(value)}.`, value);
	else if (standing === 'special')
		sheet.report(
			'currency.special',
			place,
			`Nobody pays in ${value}: the code is not one of an ordinary currency.`,
			value,
		);
	else {
		const since = withdrawnSince(value) ?? '';
		if (on >= since)
			sheet.report('currency.withdrawn', place, `${value} is no longer money since ${since}.`, value, since);
	}
}

export function checkMoney(
	sheet: FindingSheet,
	money: Money | undefined,
	base: string,
	field: string,
	on?: string,
): void {
	if (money === undefined) return;
	checkCurrency(sheet, money.currency, base, `${field}.currency`, on);
	if (isNegative(money.amount))
		sheet.report(
			'value.negative',
			`${base}${field}.amount`,
			`The amount ${formatMoney(money)} is below zero.`,
			money.amount,
		);
}

/** A mass or quantity: not below zero, and where `positive`, more than zero. */
export function checkQuantity(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
	positive = false,
): void {
	if (value === undefined) return;
	if (isNegative(value))
		sheet.report('value.negative', base + field, `The quantity ${value} is below zero.`, value);
	else if (positive && value === '0')
		sheet.report('value.zero', base + field, 'The quantity is zero.', value);
}

/** Reports what a parser of values refused. Placeholders have one code wherever they stand. */
function reportFault(
	sheet: FindingSheet,
	refused: Fault,
	value: string,
	place: string,
	words: string,
	codes: { readonly checkDigit: FindingCode; readonly shape: FindingCode },
): void {
	const code =
		refused.fault === 'placeholder'
			? 'value.placeholder'
			: refused.fault === 'check-digit'
				? codes.checkDigit
				: codes.shape;
	sheet.report(code, place, `${words} ${quote(value)} ${refused.reason}.`, value, refused.expected);
}

/** Makes a check out of a parser. */
const checkBy =
	(
		parse: (text: string) => Parsed<unknown>,
		words: string,
		codes: { readonly checkDigit: FindingCode; readonly shape: FindingCode },
	) =>
	(sheet: FindingSheet, value: string | undefined, base: string, field: string): void => {
		if (value === undefined) return;
		const parsed = parse(value);
		if (!parsed.ok) reportFault(sheet, parsed, value, base + field, words, codes);
	};

export const checkContainer = checkBy(parseContainerNumber, 'The container number', {
	checkDigit: 'container.check-digit',
	shape: 'container.format',
});
export const checkImo = checkBy(parseImoNumber, 'The IMO number', {
	checkDigit: 'vessel.imo-check-digit',
	shape: 'vessel.imo-format',
});
export const checkAirWaybill = checkBy(parseAirWaybill, 'The air waybill number', {
	checkDigit: 'transport-document.air-waybill-check-digit',
	shape: 'transport-document.air-waybill-format',
});
export const checkIban = checkBy(parseIban, 'The IBAN', {
	checkDigit: 'account.iban-check-digit',
	shape: 'account.iban-format',
});
export const checkLei = checkBy(parseLei, 'The LEI', {
	checkDigit: 'party.lei-check-digit',
	shape: 'party.lei-format',
});

/** ISO 9362: bank, country, place, and a branch or none. */
export function checkBic(sheet: FindingSheet, value: string | undefined, base: string, field: string): void {
	if (value === undefined) return;
	const bic = value.replace(/\s/g, '').toUpperCase();
	if (isPlaceholder(bic)) checkPlaceholder(sheet, value, base, field);
	else if (
		!/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic) ||
		toAlpha2(bic.slice(4, 6)) === undefined
	)
		sheet.report(
			'account.bic-format',
			base + field,
			`${quote(value)} does not have the form of a BIC (ISO 9362).`,
			value,
		);
}

/** Harmonized System digits by structure, then by the loaded list; and that the national code begins with them. */
export function checkHsCode(
	sheet: FindingSheet,
	hsCode: string | undefined,
	commodityCode: string | undefined,
	base: string,
): void {
	const value = hsCode ?? commodityCode;
	if (value === undefined) return;
	if (hsCode !== undefined && commodityCode !== undefined && !commodityCode.startsWith(hsCode)) {
		const digits = commodityCode.replace(/\D/g, '');
		if (!digits.startsWith(hsCode))
			sheet.report(
				'hs.commodity-code-differs',
				`${base}commodityCode`,
				`The commodity code ${quote(commodityCode)} does not begin with the HS code ${hsCode}.`,
				commodityCode,
				hsCode,
			);
	}
	if (value.length === 6 && sheet.context.lists.hs(value) === true) return;
	const place = base + (hsCode === undefined ? 'commodityCode' : 'hsCode');
	const parsed = parseHsCode(value);
	if (!parsed.ok) {
		const code =
			parsed.fault === 'placeholder'
				? 'value.placeholder'
				: parsed.fault === 'unknown-code'
					? 'hs.chapter'
					: 'hs.format';
		sheet.report(code, place, `The commodity code ${quote(value)} ${parsed.reason}.`, value);
	} else if (parsed.value.chapter < 98 && sheet.context.lists.hs(parsed.value.hs) === false)
		sheet.report(
			'hs.not-listed',
			place,
			`The code ${parsed.value.hs} is not in the loaded edition of the Harmonized System.`,
			value,
		);
}

export function checkLocode(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
): void {
	if (value === undefined) return;
	const entry = sheet.context.lists.locode(value);
	if (entry !== undefined && entry !== 'not-listed') return;
	const parsed = parseUnLocode(value);
	if (!parsed.ok)
		reportFault(sheet, parsed, value, base + field, 'The place code', {
			checkDigit: 'locode.format',
			shape: 'locode.format',
		});
	else if (parsed.value.place !== 'XXX' && sheet.context.lists.locode(parsed.value.locode) === 'not-listed')
		sheet.report(
			'locode.not-listed',
			base + field,
			`The place ${parsed.value.locode} is not in the loaded list.`,
			value,
		);
}

export function checkPlace(sheet: FindingSheet, place: Place | undefined, base: string, field: string): void {
	if (place === undefined) return;
	if (place.unlocode !== undefined) checkLocode(sheet, place.unlocode, base, `${field}.unlocode`);
	if (place.country !== undefined) checkCountryOfToday(sheet, place.country, base, `${field}.country`);
}

/** Code of an identity that is an IMO number (WCO and UN/EDIFACT lists of identification types). */
const IMO_IDENTITY = '10';

export function checkTransport(
	sheet: FindingSheet,
	transport: TransportMeans | undefined,
	base: string,
	field: string,
): void {
	if (transport === undefined) return;
	checkImo(sheet, transport.imo, base, `${field}.imo`);
	if (transport.identityType === IMO_IDENTITY) checkImo(sheet, transport.identity, base, `${field}.identity`);
	else checkPlaceholder(sheet, transport.identity, base, `${field}.identity`);
	checkCountryOfToday(sheet, transport.nationality, base, `${field}.nationality`);
}

/** Words that name no goods. What is left after them must say something. */
const VAGUE = new Set(
	(
		'GOODS CARGO GENERAL FREIGHT MERCHANDISE PRODUCTS PRODUCT PARTS ITEMS ITEM ARTICLES VARIOUS MIXED MISCELLANEOUS MISC ' +
		'CONSOLIDATED CONSOLIDATION CONSOL SAID TO CONTAIN STC FAK ALL KINDS OF KIND FREIGHT AS PER ATTACHED LIST INVOICE ' +
		'PERSONAL EFFECTS COMMERCIAL SAMPLE SAMPLES STUFF MATERIAL MATERIALS EQUIPMENT SPARE ACCESSORIES GIFT GIFTS HOUSEHOLD ' +
		'SEE DESCRIPTION BELOW ABOVE AND THE OTHER OTHERS NOT SPECIFIED PACKAGE PACKAGES CARTONS CARTON PALLETS PALLET BOXES ' +
		'PARCEL PARCELS DAILY NECESSITIES GROUPAGE LCL FCL LOAD COUNT SHIPPERS SHIPPER'
	).split(' '),
);

/** Reports descriptions that tell an officer nothing. Reads at most the first 80 characters: longer ones say something. */
export function checkDescription(
	sheet: FindingSheet,
	value: string | undefined,
	base: string,
	field: string,
): void {
	if (value === undefined || value.length > 80) return;
	if (isPlaceholder(value)) {
		checkPlaceholder(sheet, value, base, field);
		return;
	}
	let start = -1;
	let words = 0;
	for (let at = 0; at <= value.length; at += 1) {
		const unit = at < value.length ? value.charCodeAt(at) : 32;
		if (unit > 127) return;
		const isLetter = (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
		if (isLetter && start < 0) start = at;
		else if (!isLetter && start >= 0) {
			if (!VAGUE.has(value.slice(start, at).toUpperCase())) return;
			words += 1;
			start = -1;
		}
		if (unit >= 48 && unit <= 57 && words === 0) return;
	}
	if (words > 0)
		sheet.report(
			'goods.vague-description',
			base + field,
			`The description ${quote(value)} does not tell what the goods are.`,
			value,
		);
}
