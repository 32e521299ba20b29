/**
 * A question in words, as a mention that can be screened: countries by any name, a number of which nobody said what it is,
 * dates in the layouts that people type.
 */
import type { InputOf } from '../../contract/operations.ts';
import type { Mention, MentionIdentifier, MentionKind, MentionName } from '../mentions/model.ts';
import { tidyContainerNumber } from '../values/container-number.ts';
import { toCountryCode } from '../values/country-names.ts';
import { isIban, tidyIban } from '../values/iban.ts';
import { bare, normaliseEmail, normalisePhone } from '../values/identifier-text.ts';
import { parseListDates } from './lists/dates.ts';
import type { RowQuestion } from './lists/question-rows.ts';

export type Question = Pick<
	InputOf<'screen'>,
	'name' | 'kind' | 'born' | 'nationality' | 'country' | 'sex' | 'birthPlace' | 'identifier' | 'address'
>;

/** A number of which nobody said what it is can be any of these. */
const ANY_DOCUMENT = [
	'passport',
	'identity-card',
	'tax',
	'company-register',
	'plate',
	'account',
	'aircraft',
] as const;

export function mentionOfQuestion(question: Question): Mention {
	return build({
		kind: question.kind === 'any' ? 'party' : question.kind,
		names: question.name === undefined ? [] : [{ full: question.name }],
		born: question.born,
		sex: question.sex,
		nationality: question.nationality,
		country: question.country,
		birthPlace: question.birthPlace,
		address: question.address,
		identifiers: question.identifier === undefined ? [] : [schemed(question.identifier)],
	});
}

/** @returns undefined for a row that asks nothing. */
export function mentionOfRow(row: RowQuestion): Mention | undefined {
	const parts = [row.given, row.middle, row.family].filter((part) => part !== undefined);
	const full = row.name ?? (parts.length === 0 ? undefined : parts.join(' '));
	const names: MentionName[] =
		full === undefined
			? []
			: [
					{
						full,
						...(row.family === undefined ? {} : { family: row.family }),
						...(row.given === undefined ? {} : { given: row.given }),
						...(row.middle === undefined ? {} : { middle: row.middle }),
					},
				];
	if (names.length === 0 && row.identifiers.length === 0 && row.address === undefined) return undefined;
	const [born] = row.born === undefined ? [] : parseListDates(row.born);
	const sex = /^f|^w/i.test(row.sex ?? '') ? 'female' : /^m/i.test(row.sex ?? '') ? 'male' : undefined;
	return build({
		kind: kindOf(row.kind),
		names,
		born: born?.until === undefined ? born?.from : undefined,
		sex,
		nationality: row.nationality,
		country: row.country,
		birthPlace: row.birthPlace,
		address: row.address,
		identifiers: row.identifiers,
	});
}

const KINDS: Readonly<Record<string, MentionKind>> = {
	person: 'person',
	individual: 'person',
	organisation: 'organisation',
	organization: 'organisation',
	company: 'organisation',
	legalentity: 'organisation',
	entity: 'organisation',
	vessel: 'vessel',
	ship: 'vessel',
	aircraft: 'aircraft',
	airplane: 'aircraft',
	vehicle: 'vehicle',
	container: 'equipment',
	equipment: 'equipment',
};
const kindOf = (text: string | undefined): MentionKind =>
	KINDS[(text ?? '').toLowerCase().replace(/[^a-z]/g, '')] ?? 'party';

function build(parts: {
	kind: MentionKind;
	names: readonly MentionName[];
	born: string | undefined;
	sex: 'female' | 'male' | undefined;
	nationality: string | undefined;
	country: string | undefined;
	birthPlace: string | undefined;
	address: string | undefined;
	identifiers: readonly { scheme: string | undefined; value: string }[];
}): Mention {
	const nationalities = countriesOf(parts.nationality);
	const countries = countriesOf(parts.country);
	const read = parts.identifiers.map(({ scheme, value }) => readNumber(scheme, value));
	const phones = read.flatMap(({ phone }) => phone ?? []);
	const emails = read.flatMap(({ email }) => email ?? []);
	return {
		kind: parts.kind,
		names: parts.names,
		...(parts.born === undefined ? {} : { born: parts.born }),
		...(parts.sex === undefined ? {} : { sex: parts.sex }),
		...(nationalities.length === 0 ? {} : { nationalities }),
		...(countries.length === 0 ? {} : { countries }),
		...(parts.birthPlace === undefined ? {} : { birthPlace: parts.birthPlace }),
		identifiers: read.flatMap(({ identifiers }) => identifiers),
		...(parts.address === undefined ? {} : { addresses: [{ street: parts.address }] }),
		...(phones.length === 0 ? {} : { phones }),
		...(emails.length === 0 ? {} : { emails }),
	};
}

const countriesOf = (text: string | undefined): string[] =>
	text === undefined ? [] : [...new Set(text.split(/[,;|/]/).flatMap((each) => toCountryCode(each) ?? []))];

/** `imo:9187629` says what it is. */
function schemed(text: string): { scheme: string | undefined; value: string } {
	const said = /^([a-z][a-z-]{1,40}):(.+)$/i.exec(text.trim());
	return said?.[1] === undefined || said[2] === undefined
		? { scheme: undefined, value: text }
		: { scheme: said[1].toLowerCase(), value: said[2] };
}

function readNumber(
	scheme: string | undefined,
	value: string,
): { identifiers: MentionIdentifier[]; phone?: string; email?: string } {
	const email = scheme === undefined || scheme === 'email' ? normaliseEmail(value) : undefined;
	if (email !== undefined) return { identifiers: [], email };
	const phone =
		scheme === 'phone' || (scheme === undefined && /^\s*(\+|00)[\d\s()./-]{7,}$/.test(value))
			? normalisePhone(value)
			: undefined;
	if (phone !== undefined) return { identifiers: [], phone };
	if (scheme === 'iban' || (scheme === undefined && isIban(value)))
		return { identifiers: [{ scheme: 'iban', value: tidyIban(value) }] };
	const number = bare(value, 3);
	if (number === undefined) return { identifiers: [] };
	if (scheme !== undefined) return { identifiers: [{ scheme, value: number }] };
	const imo = /^(?:IMO)?(\d{7})$/.exec(number)?.[1];
	const container = tidyContainerNumber(value);
	return {
		identifiers: [
			...(imo === undefined ? [] : [{ scheme: 'imo', value: imo }]),
			...(/^[A-Z]{4}\d{6,7}$/.test(container) ? [{ scheme: 'container', value: container }] : []),
			...(/^\d{9}$/.test(number) ? [{ scheme: 'mmsi', value: number }] : []),
			...ANY_DOCUMENT.map((each) => ({ scheme: each, value: number })),
		],
	};
}
