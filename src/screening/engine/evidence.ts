/**
 * Facts of a mention held against those of an entry. In: both sides' facts and how telling the name is. Out: points, and for
 * whoever wants to read them the pieces of evidence. One walk serves the fast path (no sink) and the explanation (a sink).
 */
import { countryName } from '../../values/country.ts';
import { type BirthAgreement, bestBirth, birthAgreements } from './birth.ts';
import * as points from './evidence-points.ts';
import type { EntryFacts, MentionFacts } from './facts.ts';
import type { Evidence, EvidenceFeature } from './model.ts';
import { type Place, sharedPlaceWord } from './places.ts';

const BIRTH_WORDS: { readonly [agreement in BirthAgreement]: string } = {
	'same-day': 'agrees',
	swapped: 'agrees with day and month the other way round',
	'same-month': 'agrees as far as it is known',
	'same-year': 'agrees as far as it is known',
	slip: 'differs by one slip',
	'near-year': 'is one year off',
	'other-day': 'agrees in the year only',
	'few-years': 'is a few years off',
	'many-years': 'is many years off',
	generation: 'is of another age',
};

/**
 * Points for everything but names and numbers.
 * @param force 0 to 1: how much contradictions count; a rare name survives more of them than a common one.
 * @param sink where each piece goes; left out on the fast path.
 */
export function weighFacts(mention: MentionFacts, entry: EntryFacts, force: number, sink?: Evidence[]): number {
	return (
		weighBirth(mention, entry, force, sink) +
		weighSex(mention, entry, sink) +
		weighCountries(mention, entry, force, sink) +
		weighBirthPlace(mention, entry, force, sink) +
		weighAddresses(mention, entry, sink)
	);
}

function add(
	sink: Evidence[] | undefined,
	feature: EvidenceFeature,
	left: string,
	right: string,
	effect: number,
	sentence: string,
): number {
	sink?.push({ feature, left, right, effect, sentence });
	return effect;
}

function weighBirth(mention: MentionFacts, entry: EntryFacts, force: number, sink?: Evidence[]): number {
	if (mention.born === undefined || entry.births.length === 0) return 0;
	const { level, at } = bestBirth(mention.born, entry.births);
	const full = points.birthPoints[level]!;
	const effect = full < 0 ? full * force : full;
	if (sink === undefined) return effect;
	const right = entry.birthTexts[at]!;
	const words = BIRTH_WORDS[birthAgreements[level]!];
	const other = right === mention.bornText ? '' : ` (listed ${right})`;
	return add(sink, 'born', mention.bornText, right, effect, `born ${mention.bornText} ${words}${other}`);
}

function weighSex(mention: MentionFacts, entry: EntryFacts, sink?: Evidence[]): number {
	if (mention.sex === undefined || entry.sex === undefined) return 0;
	const isSame = mention.sex === entry.sex;
	return add(
		sink,
		'sex',
		mention.sex,
		entry.sex,
		isSame ? points.SAME_SEX : points.OTHER_SEX,
		isSame ? `sex ${mention.sex} agrees` : `sex ${mention.sex} contradicts ${entry.sex}`,
	);
}

function weighCountries(mention: MentionFacts, entry: EntryFacts, force: number, sink?: Evidence[]): number {
	let total = 0;
	if (mention.nationalities.length > 0) {
		const listed = entry.nationalities;
		const shared = sharedCode(mention.nationalities, listed);
		const related = shared ?? sharedCode(mention.nationalities, entry.countries) ?? bornIn(mention, entry);
		if (shared !== undefined) {
			total += add(
				sink,
				'nationality',
				named(mention.nationalities),
				named(listed),
				points.SAME_NATIONALITY,
				`nationality ${named([shared])} agrees`,
			);
		} else if (related !== undefined) {
			total += add(
				sink,
				'country',
				named(mention.nationalities),
				named([related]),
				points.SAME_COUNTRY,
				`nationality ${named([related])} is a country of the entry`,
			);
		} else if (listed.length > 0 || entry.countries.length > 0) {
			const isKnown = listed.length > 0;
			total += add(
				sink,
				isKnown ? 'nationality' : 'country',
				named(mention.nationalities),
				named(isKnown ? listed : entry.countries),
				(isKnown ? points.OTHER_NATIONALITY : points.OTHER_COUNTRY) * force,
				`nationality ${named(mention.nationalities)} is not ${named(isKnown ? listed : entry.countries)}`,
			);
		}
	} else if (mention.countries.length > 0 && entry.countries.length + entry.nationalities.length > 0) {
		const listed = [...entry.countries, ...entry.nationalities];
		const shared = sharedCode(mention.countries, listed);
		total += add(
			sink,
			'country',
			named(mention.countries),
			named(listed),
			shared === undefined ? points.OTHER_COUNTRY * force : points.SAME_COUNTRY,
			shared === undefined
				? `country ${named(mention.countries)} is not ${named(listed)}`
				: `country ${named([shared])} agrees`,
		);
	}
	return total;
}

function bornIn(mention: MentionFacts, entry: EntryFacts): string | undefined {
	for (const place of entry.birthPlaces) {
		const shared = sharedCode(mention.nationalities, place.countries);
		if (shared !== undefined) return shared;
	}
	return undefined;
}

function sharedCode(left: readonly string[], right: readonly string[]): string | undefined {
	for (const code of left) if (right.includes(code)) return code;
	return undefined;
}

const MOST_NAMED = 3;
const named = (codes: readonly string[]): string => {
	const some = codes.slice(0, MOST_NAMED).map((code) => countryName(code) ?? code);
	return codes.length > MOST_NAMED ? `${some.join(', ')} …` : some.join(', ');
};

function weighBirthPlace(mention: MentionFacts, entry: EntryFacts, force: number, sink?: Evidence[]): number {
	const place = mention.birthPlaces[0];
	if (place === undefined || entry.birthPlaces.length === 0) return 0;
	const shared = sharedPlace(place, entry.birthPlaces);
	if (shared !== undefined) {
		return add(
			sink,
			'birth-place',
			place.written,
			shared.place.written,
			points.SAME_PLACE_OF_BIRTH,
			`place of birth agrees (${shared.words[0]})`,
		);
	}
	const listed = entry.birthPlaces.flatMap(({ countries }) => countries);
	const right = entry.birthPlaces.map(({ written }) => written).join('; ');
	if (place.countries.length > 0 && listed.length > 0) {
		if (sharedCode(place.countries, listed) !== undefined) return 0;
		return add(
			sink,
			'birth-place',
			place.written,
			right,
			points.OTHER_COUNTRY_OF_BIRTH * force,
			`place of birth ${place.written} is in another country than ${right}`,
		);
	}
	if (place.words.length === 0 || entry.birthPlaces.every(({ words }) => words.length === 0)) return 0;
	return add(
		sink,
		'birth-place',
		place.written,
		right,
		points.OTHER_PLACE_OF_BIRTH * force,
		`place of birth ${place.written} is not ${right}`,
	);
}

function weighAddresses(mention: MentionFacts, entry: EntryFacts, sink?: Evidence[]): number {
	for (const place of mention.addresses) {
		const shared = sharedPlace(place, entry.addresses);
		if (shared === undefined) continue;
		return add(
			sink,
			'address',
			place.written,
			shared.place.written,
			points.SAME_CITY,
			`address has ${shared.words[0]} too`,
		);
	}
	return 0;
}

function sharedPlace(
	place: Place,
	others: readonly Place[],
): { place: Place; words: readonly [string, string] } | undefined {
	for (const other of others) {
		const words = sharedPlaceWord(place, other);
		if (words !== undefined) return { place: other, words };
	}
	return undefined;
}
