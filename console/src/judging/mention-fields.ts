/**
 * Two mentions held against each other, field by field. Pure. In: the content of mentions as the server sends it.
 * Values are compared as they are written; whether two names are alike is the name engine's to say, through the evidence.
 */
import type { Evidence } from '../../../contract/views-screening.ts';
import { wordsOfScheme } from '../display/screening-words.ts';
import {
	comparedFacts,
	describeMention,
	type FactValue,
	factWords,
	isShared,
	sharedValues,
} from '../screening/describe.ts';

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

type Content = Readonly<Record<string, unknown>>;
type ComparedFact = (typeof comparedFacts)[number];
/** Fields of one fact stand together, in the order of their labels: numbers have one field for each kind of number. */
type Field = { fact: ComparedFact; label: string; values: readonly FactValue[] };

function mentionFields(content: Content): Field[] {
	const description = describeMention(content);
	return comparedFacts.flatMap((fact): Field[] => {
		const values = description[fact] ?? [];
		if (values.length === 0) return [];
		if (fact !== 'identifiers') return [{ fact, label: factWords[fact], values }];
		const schemes = [...new Set(values.flatMap(({ identifier }) => identifier?.scheme ?? []))];
		return schemes.map((scheme) => ({
			fact,
			label: wordsOfScheme(scheme),
			values: values.filter(({ identifier }) => identifier?.scheme === scheme),
		}));
	});
}

const inOrder = (a: Field, b: Field): number =>
	comparedFacts.indexOf(a.fact) - comparedFacts.indexOf(b.fact) || a.label.localeCompare(b.label);

/** Whether the evidence says that the names are alike. Names are compared by one engine, and not again here. */
export function areNamesAlike(evidence: readonly Evidence[]): boolean {
	const ofNames = evidence.filter(({ feature }) => /\bname/.test(feature));
	return ofNames.reduce((sum, { effect }) => sum + effect, 0) > 0;
}

/** Two mentions field by field; fields that neither has are left out. */
export function compareMentions(
	left: Content,
	right: Content,
	evidence: readonly Evidence[] = [],
): ComparedField[] {
	const leftFields = new Map(mentionFields(left).map((field) => [field.label, field]));
	const rightFields = new Map(mentionFields(right).map((field) => [field.label, field]));
	const fields = [...new Map([...leftFields, ...rightFields]).values()].sort(inOrder);
	return fields.map(({ fact, label }) => {
		const leftValues = leftFields.get(label)?.values ?? [];
		const rightValues = rightFields.get(label)?.values ?? [];
		const shared = sharedValues(leftValues, rightValues);
		const compared = (value: FactValue): ComparedValue => ({
			value: value.identifier?.number ?? value.text,
			isShared: isShared(shared, value),
		});
		const sides = { left: leftValues.map(compared), right: rightValues.map(compared) };
		const written = agreementOf(fact, sides.left, sides.right);
		const isAlike =
			fact === 'names' && (written === 'different' || written === 'script') && areNamesAlike(evidence);
		return { label, agreement: isAlike ? 'alike' : written, ...sides };
	});
}

/** Facts in which a word in common says something. */
const inWords: ReadonlySet<ComparedFact> = new Set(['names', 'birthPlaces', 'addresses']);

function agreementOf(
	fact: ComparedFact,
	left: readonly ComparedValue[],
	right: readonly ComparedValue[],
): FieldAgreement {
	if (right.length === 0) return 'left';
	if (left.length === 0) return 'right';
	const both = [...left, ...right];
	if (both.some((value) => value.isShared)) return both.every((value) => value.isShared) ? 'same' : 'shared';
	const [leftTexts, rightTexts] = [left.map(({ value }) => value), right.map(({ value }) => value)];
	if (inWords.has(fact) && haveWordInCommon(leftTexts, rightTexts)) return 'shared';
	if (leftTexts.some((text) => rightTexts.some((other) => isPart(text, other)))) return 'shared';
	return isLatin(leftTexts) === isLatin(rightTexts) ? 'different' : 'script';
}

/** Words of three letters and more, without case and accents: initials and house numbers agree by chance. */
const wordsOf = (values: readonly string[]): ReadonlySet<string> =>
	new Set(
		values
			.flatMap((value) =>
				value
					.normalize('NFKD')
					.replace(/\p{M}/gu, '')
					.toLowerCase()
					.split(/[^\p{L}]+/u),
			)
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
