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
export function weighFacts(
	mention: MentionFacts,
	entry: EntryFacts,
	force: number,
	sink?: Evidence[],
): number {
	return (
		weighBirth(mention, entry, force, sink) +
		weighSex(mention, entry, sink) +
		weighCountries(mention, entry, force, sink) +
		weighBirthPlace(mention, entry, force, sink) +
		weighAddresses(mention, entry, sink)
	);
}

/** Texts are made only where somebody reads them: this runs for every candidate. */
function add(
	sink: Evidence[] | undefined,
	feature: EvidenceFeature,
	effect: number,
	say: () => { left: string; right: string; sentence: string },
): number {
	sink?.push({ feature, effect, ...say() });
	return effect;
}

function weighBirth(mention: MentionFacts, entry: EntryFacts, force: number, sink?: Evidence[]): number {
	if (mention.born === undefined || entry.births.length === 0) return 0;
	const { level, at } = bestBirth(mention.born, entry.births);
	const full = points.birthPoints[level]!;
	const effect = full < 0 ? full * force : full;
	return add(sink, 'born', effect, () => {
		const left = mention.bornText;
		const right = entry.birthTexts[at]!;
		const other = right === left ? '' : ` (listed ${right})`;
		return { left, right, sentence: `born ${left} ${BIRTH_WORDS[birthAgreements[level]!]}${other}` };
	});
}

function weighSex(mention: MentionFacts, entry: EntryFacts, sink?: Evidence[]): number {
	const left = mention.sex;
	const right = entry.sex;
	if (left === undefined) return 0;
	if (right === undefined) {
		const guessed = entry.guessedSex;
		if (guessed === undefined || guessed === left) return 0;
		return add(sink, 'sex', points.OTHER_SEX_BY_NAME, () => ({
			left,
			right: guessed,
			sentence: `sex ${left}, while the listed given name is usually ${guessed}`,
		}));
	}
	return left === right
		? add(sink, 'sex', points.SAME_SEX, () => ({ left, right, sentence: `sex ${left} agrees` }))
		: add(sink, 'sex', points.OTHER_SEX, () => ({
				left,
				right,
				sentence: `sex ${left} contradicts ${right}`,
			}));
}

function weighCountries(mention: MentionFacts, entry: EntryFacts, force: number, sink?: Evidence[]): number {
	if (mention.nationalities.length > 0) return weighNationality(mention, entry, force, sink);
	if (mention.countries.length === 0 || entry.countries.length + entry.nationalities.length === 0) return 0;
	const shared =
		sharedCode(mention.countries, entry.countries) ?? sharedCode(mention.countries, entry.nationalities);
	const effect = shared === undefined ? points.OTHER_COUNTRY * force : points.SAME_COUNTRY;
	return add(sink, 'country', effect, () => {
		const left = named(mention.countries);
		const right = named([...entry.countries, ...entry.nationalities]);
		const sentence =
			shared === undefined ? `country ${left} is not ${right}` : `country ${named([shared])} agrees`;
		return { left, right, sentence };
	});
}

function weighNationality(
	mention: MentionFacts,
	entry: EntryFacts,
	force: number,
	sink?: Evidence[],
): number {
	const listed = entry.nationalities;
	const shared = sharedCode(mention.nationalities, listed);
	if (shared !== undefined) {
		return add(sink, 'nationality', points.SAME_NATIONALITY, () => ({
			left: named(mention.nationalities),
			right: named(listed),
			sentence: `nationality ${named([shared])} agrees`,
		}));
	}
	const related = sharedCode(mention.nationalities, entry.countries) ?? bornIn(mention, entry);
	if (related !== undefined) {
		return add(sink, 'country', points.SAME_COUNTRY, () => ({
			left: named(mention.nationalities),
			right: named([related]),
			sentence: `nationality ${named([related])} is a country of the entry`,
		}));
	}
	const isKnown = listed.length > 0;
	if (!isKnown && entry.countries.length === 0) return 0;
	const effect = (isKnown ? points.OTHER_NATIONALITY : points.OTHER_COUNTRY) * force;
	return add(sink, isKnown ? 'nationality' : 'country', effect, () => {
		const left = named(mention.nationalities);
		const right = named(isKnown ? listed : entry.countries);
		return { left, right, sentence: `nationality ${left} is not ${right}` };
	});
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

const allWritten = (places: readonly Place[]): string => places.map(({ written }) => written).join('; ');

function weighBirthPlace(mention: MentionFacts, entry: EntryFacts, force: number, sink?: Evidence[]): number {
	const place = mention.birthPlaces[0];
	const listed = entry.birthPlaces;
	if (place === undefined || listed.length === 0) return 0;
	const shared = sharedPlace(place, listed);
	if (shared !== undefined) {
		return add(sink, 'birth-place', points.SAME_PLACE_OF_BIRTH, () => ({
			left: place.written,
			right: shared.place.written,
			sentence: `place of birth agrees (${shared.words[0]})`,
		}));
	}
	if (place.countries.length > 0 && listed.some(({ countries }) => countries.length > 0)) {
		if (listed.some(({ countries }) => sharedCode(place.countries, countries) !== undefined)) return 0;
		return add(sink, 'birth-place', points.OTHER_COUNTRY_OF_BIRTH * force, () => ({
			left: place.written,
			right: allWritten(listed),
			sentence: `place of birth ${place.written} is in another country than ${allWritten(listed)}`,
		}));
	}
	if (place.words.length === 0 || listed.every(({ words }) => words.length === 0)) return 0;
	return add(sink, 'birth-place', points.OTHER_PLACE_OF_BIRTH * force, () => ({
		left: place.written,
		right: allWritten(listed),
		sentence: `place of birth ${place.written} is not ${allWritten(listed)}`,
	}));
}

function weighAddresses(mention: MentionFacts, entry: EntryFacts, sink?: Evidence[]): number {
	for (const place of mention.addresses) {
		const shared = sharedPlace(place, entry.addresses);
		if (shared === undefined) continue;
		return add(sink, 'address', points.SAME_CITY, () => ({
			left: place.written,
			right: shared.place.written,
			sentence: `address has ${shared.words[0]} too`,
		}));
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
