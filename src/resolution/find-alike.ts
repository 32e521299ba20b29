/**
 * Everybody who may be the one that is described: by name in any script, by birth, by any number. In: a mention that stands in
 * no record. Out: stored mentions with how likely both are one, by the models in use, and why. Nothing is judged or kept.
 */
import type { Evidence } from '../../contract/views-screening.ts';
import type { Mention } from '../mentions/model.ts';
import { compareNames } from '../names/compare-names.ts';
import type { NameKind } from '../names/model.ts';
import { prepareName } from '../names/prepare-name.ts';
import { numberKey, searchKeysOf } from './matching/index-keys.ts';
import type { Matcher } from './matching/matcher.ts';
import { prepareMention, prepareNames } from './matching/prepare.ts';
import { mentionsUnderMost, type Reader } from './store/mentions.ts';
import { readValues } from './store/values.ts';

/** A stored mention that may be the one that is looked for. */
export type Alike = {
	readonly key: string;
	readonly entity: string | null;
	readonly caption: string;
	readonly mention: Mention;
	/** Of both being one, 0 to 1. */
	readonly probability: number;
	/** A strong number is the same on both sides. */
	readonly isByIdentifier: boolean;
	readonly evidence: readonly Evidence[];
};

/** Mentions under one key that are looked at, and mentions that are compared. */
const PER_KEY = 2_000;
const MOST_COMPARED = 1_000;
/** Names less alike, with nothing else in common, are somebody else's. */
const LEAST_ALIKE = 0.6;
const LEAST_PROBABILITY = 0.02;
/** What carries the number that was named: a plate, an account. Whose it is, the one who asks says. */
const SAME_NUMBER = 0.9;

const SEARCHED_AS: readonly NameKind[] = ['person', 'organisation'];
const PEOPLE: ReadonlySet<Mention['kind']> = new Set(['person', 'organisation', 'party']);

/** @returns the likeliest first, at most `limit`; `complete` is false where there are more. */
export async function findAlike(
	reader: Reader,
	matcher: Matcher,
	asked: Mention,
	limit: number,
): Promise<{ alike: Alike[]; complete: boolean }> {
	const query = prepareMention({
		key: 'asked',
		purpose: 'travel',
		caption: '',
		content: JSON.stringify(asked),
		firstRecord: '',
	});
	const names = asked.names.flatMap(({ full }) => SEARCHED_AS.map((kind) => prepareName(full, kind)));
	const keys = [
		...new Set([
			...query.keys,
			...names.flatMap(searchKeysOf),
			...asked.identifiers.map(({ value }) => numberKey(value)),
		]),
	];
	const rows = await mentionsUnderMost(reader, keys, PER_KEY, MOST_COMPARED);
	const prepared = rows.map((row) => ({ row, found: prepareMention(row) }));
	const { capped } = await readValues(reader, [
		...new Set(prepared.flatMap(({ found }) => found.values.map(({ hash }) => hash))),
	]);
	const matches = matcher.matchAll(
		prepared.map(({ found }) => [query, found] as const),
		capped,
	);
	const alike = prepared.flatMap(({ row, found }, at): Alike[] => {
		const { mention } = found;
		const base = { key: row.key, entity: row.entity, caption: row.caption, mention };
		const number = sharedNumber(asked, mention);
		if (!PEOPLE.has(mention.kind))
			return number === undefined
				? []
				: [{ ...base, probability: SAME_NUMBER, isByIdentifier: true, evidence: [number] }];
		const match = matches[at];
		if (match === undefined) return [];
		const { asPerson, asOther } = prepareNames(mention);
		const isNamedAlike = [...asPerson, ...asOther].some((name) =>
			names.some((text) => text.kind === name.kind && compareNames(text, name) >= LEAST_ALIKE),
		);
		if (match.probability < LEAST_PROBABILITY && !isNamedAlike && number === undefined) return [];
		return [
			{
				...base,
				probability: match.probability,
				isByIdentifier: match.isByIdentifier || number !== undefined,
				evidence: match.evidence(),
			},
		];
	});
	alike.sort((a, b) => b.probability - a.probability || (a.key < b.key ? -1 : 1));
	return {
		alike: alike.slice(0, limit),
		complete: alike.length <= limit && rows.length < MOST_COMPARED,
	};
}

/** A number of both sides that is the same, whatever its scheme. */
function sharedNumber(asked: Mention, found: Mention): Evidence | undefined {
	for (const { scheme, value } of found.identifiers)
		if (asked.identifiers.some((each) => each.value === value))
			return {
				feature: scheme,
				left: value,
				right: value,
				effect: 1,
				sentence: `The ${scheme} ${value} is the same.`,
			};
	return undefined;
}
