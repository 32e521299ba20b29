/**
 * What tells a person or thing apart, in one form: names, numbers, addresses, contacts. In: parts of records as declared.
 * Out: parts of a mention; placeholders and what says nothing are left out.
 */
import type { Address, Contact, Identifier, Person, PersonName } from '../../contract/records/common.ts';
import { toAlpha2 } from '../values/country.ts';
import { tidyIban } from '../values/iban.ts';
import { bare, normaliseEmail, normalisePhone, schemeOf } from '../values/identifier-text.ts';
import { isPlaceholder, isPlaceholderName } from '../values/placeholder.ts';
import type { MentionAddress, MentionIdentifier, MentionName } from './model.ts';

/** Numbers that say something only to the one who gave them out. */
const PRIVATE_SCHEMES: ReadonlySet<string> = new Set(['local', 'visa', 'ticket', 'other']);

const LONGEST_NAME = 300;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);

/** A name in one piece; undefined for a placeholder. */
export function nameOf(text: string | undefined): MentionName | undefined {
	if (text === undefined) return undefined;
	const full = tidy(text);
	return full === '' || isPlaceholderName(full) ? undefined : { full };
}

/** The names of a person: as declared, with its parts, then aliases. */
export function personNames(name: PersonName): MentionName[] {
	const whole = nameOf(name.full);
	const family =
		name.family === undefined ? undefined : tidy([name.prefix, name.family].filter(Boolean).join(' '));
	const names: MentionName[] =
		whole === undefined
			? []
			: [
					{
						...whole,
						...(family === undefined || family === '' ? {} : { family }),
						...(name.given === undefined ? {} : { given: tidy(name.given) }),
						...(name.middle === undefined ? {} : { middle: tidy(name.middle) }),
					},
				];
	for (const alias of name.aliases ?? []) {
		const other = nameOf(alias);
		if (other !== undefined && !names.some((each) => each.full === other.full)) names.push(other);
	}
	return names;
}

/** Country by its letters where they are known, otherwise as declared. */
const countryOf = (code: string): string => toAlpha2(code) ?? code.toUpperCase();

export const countries = (...codes: readonly (string | undefined)[]): string[] => [
	...new Set(codes.filter((code) => code !== undefined).map(countryOf)),
];

/** What a person is by birth: date, sex, nationalities, place. */
export const personFacts = (
	person: Person,
): { born?: string; sex?: 'female' | 'male'; nationalities?: string[]; birthPlace?: string } => {
	const born = person.bornOn ?? person.bornAbout;
	const nationalities = countries(...(person.nationalities ?? []));
	const birthPlace =
		person.birthPlace === undefined || isPlaceholder(person.birthPlace) ? undefined : tidy(person.birthPlace);
	return {
		...(born === undefined ? {} : { born }),
		...(person.sex === 'female' || person.sex === 'male' ? { sex: person.sex } : {}),
		...(nationalities.length === 0 ? {} : { nationalities }),
		...(birthPlace === undefined ? {} : { birthPlace }),
	};
};

/** Numbers in one form, each once, in the order given. */
export function identifiersOf(identifiers: readonly Identifier[] | undefined): MentionIdentifier[] {
	const found: MentionIdentifier[] = [];
	for (const { scheme, value, issuer } of identifiers ?? []) {
		const given = scheme.toLowerCase();
		if (PRIVATE_SCHEMES.has(given)) continue;
		addIdentifier(found, schemeOf(given), value, issuer);
	}
	return found;
}

/** Adds a number where it is one and not there yet. */
export function addIdentifier(
	found: MentionIdentifier[],
	scheme: string,
	text: string | undefined,
	issuer?: string,
): void {
	const value = scheme === 'iban' && text !== undefined ? tidyIban(text) : bare(text);
	if (value === undefined || found.some((each) => each.scheme === scheme && each.value === value)) return;
	found.push({ scheme, value, ...(issuer === undefined ? {} : { issuer: countryOf(issuer) }) });
}

/** Addresses with a street, a city or a postcode; a country alone is one of `countries`. */
export function addressesOf(addresses: readonly (Address | undefined)[]): MentionAddress[] {
	const found: MentionAddress[] = [];
	for (const address of addresses) {
		if (address === undefined) continue;
		const street = tidy((address.lines ?? []).filter((line) => !isPlaceholder(line)).join(', '));
		const city = address.city === undefined || isPlaceholder(address.city) ? '' : tidy(address.city);
		const postcode = address.postcode === undefined ? '' : address.postcode.trim().toUpperCase();
		if (street === '' && city === '' && postcode === '') continue;
		found.push({
			...(street === '' ? {} : { street }),
			...(city === '' ? {} : { city }),
			...(postcode === '' ? {} : { postcode }),
			...(address.country === undefined ? {} : { country: countryOf(address.country) }),
		});
	}
	return found;
}

/** Telephone numbers and e-mail addresses, each once. */
export function contactsOf(contacts: readonly Contact[] | undefined): {
	phones?: string[];
	emails?: string[];
} {
	const phones = new Set<string>();
	const emails = new Set<string>();
	for (const { kind, value } of contacts ?? []) {
		const email = kind === 'email' || value.includes('@') ? normaliseEmail(value) : undefined;
		if (email !== undefined) emails.add(email);
		else if (kind === 'phone' || kind === 'fax') {
			const phone = normalisePhone(value);
			if (phone !== undefined) phones.add(phone);
		}
	}
	return {
		...(phones.size === 0 ? {} : { phones: [...phones] }),
		...(emails.size === 0 ? {} : { emails: [...emails] }),
	};
}
