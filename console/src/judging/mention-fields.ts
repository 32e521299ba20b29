/**
 * What a mention says, field by field, and two mentions held against each other. Pure.
 * In: the content of a mention as the server sends it. It is read with tolerance: what has no field of its own is shown
 * under its own name, so that nothing stays hidden.
 */
import { z } from 'zod';
import { wordsOfScheme } from '../display/screening-words.ts';
import { spell } from '../display/words.ts';

export type MentionField = { label: string; values: readonly string[] };

/** `same`: equal values. `shared`: some in common. `different`: none in common. `left`, `right`: only one side says. */
export type FieldAgreement = 'same' | 'shared' | 'different' | 'left' | 'right';

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
	['born', 'Born'],
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
	const add = (label: string, values: readonly string[]) => {
		if (values.length > 0) fields.push({ label, values: [...new Set(values)] });
	};
	add(
		'Name',
		(names.safeParse(content['names']).data ?? []).map(({ full }) => full),
	);
	for (const [member, label] of plainMembers) add(label, plainValues(content[member]));
	const byScheme = new Map<string, string[]>();
	for (const { scheme, value, issuer } of identifiers.safeParse(content['identifiers']).data ?? []) {
		const values = byScheme.get(scheme) ?? [];
		values.push(issuer ? `${value} (${issuer})` : value);
		byScheme.set(scheme, values);
	}
	for (const [scheme, values] of [...byScheme].sort(([a], [b]) => a.localeCompare(b))) {
		add(wordsOfScheme(scheme), values);
	}
	add(
		'Address',
		(addresses.safeParse(content['addresses']).data ?? []).map(({ street, city, postcode, country }) =>
			[street, [postcode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', '),
		),
	);
	for (const [member, label] of contactMembers) add(label, plainValues(content[member]));
	for (const [member, value] of Object.entries(content)) {
		if (known.has(member) || value === null || value === undefined) continue;
		const values = plainValues(value);
		add(spell(member), values.length > 0 ? values : [JSON.stringify(value)]);
	}
	return fields;
}

/** Case, accents, spaces and punctuation do not make two values different to the eye that compares them. */
const folded = (value: string): string =>
	value
		.normalize('NFKD')
		.replace(/[\p{M}\p{P}\s]/gu, '')
		.toLowerCase();

/** Two mentions field by field, in the order of `mentionFields`; fields that neither has are left out. */
export function compareMentions(left: Content, right: Content): ComparedField[] {
	const leftFields = new Map(mentionFields(left).map((field) => [field.label, field.values]));
	const rightFields = new Map(mentionFields(right).map((field) => [field.label, field.values]));
	return orderOf([...leftFields.keys()], [...rightFields.keys()]).map((label) => {
		const leftValues = leftFields.get(label) ?? [];
		const rightValues = rightFields.get(label) ?? [];
		const leftSeen = new Set(leftValues.map(folded));
		const rightSeen = new Set(rightValues.map(folded));
		return {
			label,
			agreement: agreementOf(leftSeen, rightSeen),
			left: leftValues.map((value) => ({ value, isShared: rightSeen.has(folded(value)) })),
			right: rightValues.map((value) => ({ value, isShared: leftSeen.has(folded(value)) })),
		};
	});
}

/** Labels of both sides: each side's own order is kept. */
function orderOf(left: readonly string[], right: readonly string[]): string[] {
	const order = [...left];
	let after = -1;
	for (const label of right) {
		const at = order.indexOf(label);
		if (at >= 0) after = at;
		else {
			after += 1;
			order.splice(after, 0, label);
		}
	}
	return order;
}

function agreementOf(left: ReadonlySet<string>, right: ReadonlySet<string>): FieldAgreement {
	if (right.size === 0) return 'left';
	if (left.size === 0) return 'right';
	const shared = [...left].filter((value) => right.has(value)).length;
	if (shared === 0) return 'different';
	return shared === left.size && shared === right.size ? 'same' : 'shared';
}
