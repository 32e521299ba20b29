/**
 * The one form in which both nodes write an identifier before it is hashed; nothing matches that is written in another.
 * In: an identifier as typed, of a kind that an agreement names. Out: texts, each with its kind before it, so that a plate is
 * never taken for a document. Specified in docs/design/matching.md.
 */
import type { Matchable } from '../../../contract/exchange/agreement.ts';
import { toAlpha2 } from '../../values/country.ts';
import {
	bare,
	normaliseAccount,
	normaliseContainer,
	normaliseEmail,
	normalisePhone,
	normaliseVessel,
} from '../../values/identifier-text.ts';
import { isPlate, normalisePlate } from '../../values/plate.ts';
import { organisationTexts, personTexts, type Side } from './name-texts.ts';

/** Elements of every question, whatever is asked: fewer texts are filled up, so that their number tells nothing. */
export const QUESTION_ELEMENTS = 8;

/** An identifier: the value, and what belongs to it (`with` in the contract): date of birth, country, bank. */
export type Identifier = {
	readonly kind: Matchable;
	readonly value: string;
	/** Several only where a firm has several countries. */
	readonly with: readonly string[];
};

/**
 * @returns at most `QUESTION_ELEMENTS` texts to ask, or all forms to offer; none where it identifies nobody: a placeholder, too
 * short, no check of its form passed, a person without a year of birth.
 */
export function identifierTexts(identifier: Identifier, side: Side): string[] {
	const texts = textsOf(identifier, side).map((text) => `${identifier.kind}:${text}`);
	return side === 'asked' ? texts.slice(0, QUESTION_ELEMENTS) : texts;
}

/**
 * One text for one identifier, for counting how many are on both sides: of a person all words of the name and the date of birth, of
 * a number with or without its issuer the number, since often one side only knows the issuer.
 */
export function strictText(identifier: Identifier): string | undefined {
	const texts = identifierTexts(identifier, 'offered');
	switch (identifier.kind) {
		case 'person':
			// All words are the longest text; written as one, their order would matter.
			return (
				texts
					.filter((text) => !text.includes('|~') && !text.startsWith('person:*:'))
					.sort((a, b) => b.length - a.length)[0] ?? texts[0]
			);
		case 'document':
		case 'plate':
			return texts.at(-1);
		default:
			return texts[0];
	}
}

function textsOf({ kind, value, with: more }: Identifier, side: Side): string[] {
	const one = (text: string | undefined): string[] => (text === undefined ? [] : [text]);
	const [first] = more;
	switch (kind) {
		case 'document':
			return issued(bare(value), first, side);
		case 'plate':
			return issued(isPlate(value) ? normalisePlate(value) : undefined, first, side);
		case 'container':
			return one(normaliseContainer(value));
		case 'vessel':
			return one(vesselText(value));
		case 'account':
			return one(accountText(value, first));
		case 'phone':
			return one(normalisePhone(value));
		case 'email':
			return one(normaliseEmail(value));
		case 'person':
			return first === undefined ? [] : personTexts(value, first, side);
		case 'organisation':
			return organisationTexts(value, [...new Set(more.map(countryText))], side);
	}
}

const countryText = (code: string): string => toAlpha2(code) ?? code.trim().toUpperCase().slice(0, 64);

/**
 * A number that means something with its issuer: two countries give out the same. Whoever knows no issuer offers `-` and asks
 * `*`; whoever knows one asks for it and for `-`.
 */
function issued(number: string | undefined, issuer: string | undefined, side: Side): string[] {
	if (number === undefined) return [];
	const country = issuer === undefined || issuer.trim() === '' ? undefined : countryText(issuer);
	if (side === 'offered') return [`${number}|${country ?? '-'}`, `${number}|*`];
	return country === undefined ? [`${number}|*`] : [`${number}|${country}`, `${number}|-`];
}

/** IMO number, or the nine digits of an MMSI. */
function vesselText(value: string): string | undefined {
	const imo = normaliseVessel(value);
	if (imo !== undefined) return imo;
	const digits = bare(value);
	return digits !== undefined && /^\d{9}$/.test(digits) ? `mmsi ${digits}` : undefined;
}

/** @param bank BIC, or the code of the institution. */
function accountText(number: string, bank: string | undefined): string | undefined {
	const code = bank === undefined ? undefined : bare(bank);
	const isBic = code !== undefined && /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(code);
	return normaliseAccount({ number, ...(isBic ? { swift: code } : { institutionCode: code }) })?.value;
}
