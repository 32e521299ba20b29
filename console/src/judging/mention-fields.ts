/**
 * What a mention says, field by field, and two mentions held against each other. Pure.
 * In: the content of a mention as the server sends it. It is read with tolerance: what has no field of its own is shown
 * under its own name, so that nothing stays hidden.
 */
import { z } from 'zod';
import type { Evidence } from '../../../contract/views-screening.ts';
import { wordsOfScheme } from '../display/screening-words.ts';
import { spell } from '../display/words.ts';

/** `order` is the same for one field of all mentions; fields of one order are ordered by their labels. */
export type MentionField = { label: string; order: number; values: readonly string[] };

/**
 * `same`: equal values. `shared`: a value, a word or the beginning of a date in common. `script`: one side writes Latin and
 * the other does not, so that the eye cannot tell. `alike`: differently written, and found to be alike by the engine.
 * `different`: nothing in common. `left`, `right`: only one side says.
 */
export type FieldAgreement = 'same' | 'shared' | 'script' | 'alike' | 'different' | 'left' | 'right';

export type ComparedField = {
	label: string;
	agreement: FieldAgreement;
	left: readonly ComparedValue[];
	right: readonly ComparedValue[];
};
export type ComparedValue = { value: string; isShared: boolean };

const texts = z.array(z.string());
const names = z.array(z.object({ full: z.string() }));
const identifiers = z.array(
	z.object({ scheme: z.string(), value: z.string(), issuer: z.string().optional() }),
);
const addresses = z.array(
	z.object({
		street: z.string().optional(),
		city: z.string().optional(),
		postcode: z.string().optional(),
		country: z.string().optional(),
	}),
);

/** Members of a mention that are one text or several, in the order in which they are read. */
const plainMembers: readonly (readonly [member: string, label: string])[] = [
	['born', 'Date of birth'],
	['sex', 'Sex'],
	['nationalities', 'Nationality'],
	['countries', 'Country'],
	['birthPlace', 'Place of birth'],
];
const contactMembers: readonly (readonly [member: string, label: string])[] = [
	['phones', 'Phone'],
	['emails', 'E-mail'],
];
const known = new Set([
	'kind',
	'names',
	'identifiers',
	'addresses',
	...plainMembers.map(([member]) => member),
	...contactMembers.map(([member]) => member),
]);

type Content = Readonly<Record<string, unknown>>;

const plainValues = (value: unknown): readonly string[] => {
	if (typeof value === 'string') return value === '' ? [] : [value];
	return texts.safeParse(value).data ?? [];
};

/** Fields of a mention, in one order for all mentions. Fields that it does not have are left out. */
export function mentionFields(content: Content): MentionField[] {
	const fields: MentionField[] = [];
	let order = 0;
	const add = (label: string, values: readonly string[]) => {
		if (values.length > 0) fields.push({ label, order, values: [...new Set(values)] });
	};
	add(
		NAME,
		(names.safeParse(content['names']).data ?? []).map(({ full }) => full),
	);
	for (const [member, label] of plainMembers) {
		order += 1;
		add(label, plainValues(content[member]));
	}
	order += 1;
	const byScheme = new Map<string, string[]>();
	for (const { scheme, value, issuer } of identifiers.safeParse(content['identifiers']).data ?? []) {
		const values = byScheme.get(scheme) ?? [];
		values.push(issuer ? `${value} (${issuer})` : value);
		byScheme.set(scheme, values);
	}
	for (const [scheme, values] of byScheme) add(wordsOfScheme(scheme), values);
	order += 1;
	add(
		'Address',
		(addresses.safeParse(content['addresses']).data ?? []).map(({ street, city, postcode, country }) =>
			[street, [postcode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', '),
		),
	);
	for (const [member, label] of contactMembers) {
		order += 1;
		add(label, plainValues(content[member]));
	}
	order += 1;
	for (const [member, value] of Object.entries(content)) {
		if (known.has(member) || value === null || value === undefined) continue;
		const values = plainValues(value);
		add(spell(member), values.length > 0 ? values : [JSON.stringify(value)]);
	}
	return fields.sort(inOrder);
}

/** Case, accents, spaces and punctuation do not make two values different to the eye that compares them. */
const folded = (value: string): string =>
	value
		.normalize('NFKD')
		.replace(/[\p{M}\p{P}\s]/gu, '')
		.toLowerCase();

const NAME = 'Name';

/** Whether the evidence says that the names are alike. Names are compared by one engine, and not again here. */
export function areNamesAlike(evidence: readonly Evidence[]): boolean {
	const ofNames = evidence.filter(({ feature }) => /\bname/.test(feature));
	return ofNames.reduce((sum, { effect }) => sum + effect, 0) > 0;
}

/** Two mentions field by field, in the order of `mentionFields`; fields that neither has are left out. */
export function compareMentions(
	left: Content,
	right: Content,
	evidence: readonly Evidence[] = [],
): ComparedField[] {
	const leftFields = new Map(mentionFields(left).map((field) => [field.label, field]));
	const rightFields = new Map(mentionFields(right).map((field) => [field.label, field]));
	const fields = [...new Map([...leftFields, ...rightFields]).values()].sort(inOrder);
	return fields.map(({ label }) => {
		const leftValues = leftFields.get(label)?.values ?? [];
		const rightValues = rightFields.get(label)?.values ?? [];
		const leftSeen = new Set(leftValues.map(folded));
		const rightSeen = new Set(rightValues.map(folded));
		const written = agreementOf(leftValues, rightValues);
		const isAlike =
			label === NAME && (written === 'different' || written === 'script') && areNamesAlike(evidence);
		return {
			label,
			agreement: isAlike ? 'alike' : written,
			left: leftValues.map((value) => ({ value, isShared: rightSeen.has(folded(value)) })),
			right: rightValues.map((value) => ({ value, isShared: leftSeen.has(folded(value)) })),
		};
	});
}

const inOrder = (a: MentionField, b: MentionField): number =>
	a.order - b.order || a.label.localeCompare(b.label);

function agreementOf(left: readonly string[], right: readonly string[]): FieldAgreement {
	if (right.length === 0) return 'left';
	if (left.length === 0) return 'right';
	const [leftSeen, rightSeen] = [new Set(left.map(folded)), new Set(right.map(folded))];
	const shared = [...leftSeen].filter((value) => rightSeen.has(value)).length;
	if (shared > 0) return shared === leftSeen.size && shared === rightSeen.size ? 'same' : 'shared';
	if (haveWordInCommon(left, right) || left.some((value) => right.some((other) => isPart(value, other))))
		return 'shared';
	return isLatin(left) === isLatin(right) ? 'different' : 'script';
}

/** Words of three letters and more: initials and house numbers agree by chance. */
const wordsOf = (values: readonly string[]): ReadonlySet<string> =>
	new Set(
		values
			.flatMap((value) => value.split(/[^\p{L}\p{M}]+/u))
			.map(folded)
			.filter((word) => word.length > 2),
	);

function haveWordInCommon(left: readonly string[], right: readonly string[]): boolean {
	const words = wordsOf(right);
	return [...wordsOf(left)].some((word) => words.has(word));
}

const DATE = /^\d{4}(?:-\d{2}){0,2}$/;
/** A year is the beginning of a day in it. */
const isPart = (a: string, b: string): boolean =>
	DATE.test(a) && DATE.test(b) && (a.startsWith(b) || b.startsWith(a));

/** Whether any letter is Latin, or there is none at all. */
const isLatin = (values: readonly string[]): boolean => {
	const text = values.join(' ');
	return /\p{Script=Latin}/u.test(text) || !/\p{L}/u.test(text);
};
