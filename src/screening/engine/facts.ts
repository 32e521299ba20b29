/**
 * What is known of a mention or an entry besides its names and numbers, read once and compared many times.
 * In: an entry of a list, or a mention. Out: facts in numbers and codes. Unreadable facts are left out: missing is neutral.
 */
import type { ListEntry } from '../../../contract/lists.ts';
import type { Mention } from '../../mentions/model.ts';
import { givenNames } from '../../names/data/given-names.ts';
import { toLatin } from '../../names/script/to-latin.ts';
import { countriesSince, toCountryCode } from '../../values/country-names.ts';
import { type BirthDate, type ListedBirth, listedBirth, parseBirthDate } from './birth.ts';
import { type Place, readPlace } from './places.ts';

type Sex = 'female' | 'male';

type CommonFacts = {
	readonly sex: Sex | undefined;
	/** Codes; with those of states that followed a former one. */
	readonly nationalities: readonly string[];
	readonly countries: readonly string[];
	readonly birthPlaces: readonly Place[];
	/** City and street in one. */
	readonly addresses: readonly Place[];
};

export type EntryFacts = CommonFacts & {
	readonly births: readonly ListedBirth[];
	/** The dates as the entry writes them, in the order of `births`. */
	readonly birthTexts: readonly string[];
	/** As the given name lets guess, where the entry does not say it. */
	readonly guessedSex: Sex | undefined;
};

export type MentionFacts = CommonFacts & {
	readonly born: BirthDate | undefined;
	readonly bornText: string;
};

const NONE: readonly never[] = [];

export function readEntryFacts(entry: ListEntry): EntryFacts {
	const births: ListedBirth[] = [];
	const birthTexts: string[] = [];
	for (const date of entry.born ?? NONE) {
		const birth = listedBirth(date);
		if (birth === undefined) continue;
		births.push(birth);
		birthTexts.push(
			`${date.about === true ? 'about ' : ''}${date.from}${date.until === undefined ? '' : ` to ${date.until}`}`,
		);
	}
	return {
		births,
		birthTexts,
		sex: entry.sex,
		guessedSex: entry.kind === 'person' && entry.sex === undefined ? guessSex(entry) : undefined,
		nationalities: codesOf(entry.nationalities),
		countries: codesOf([
			...(entry.countries ?? NONE),
			...(entry.addresses ?? NONE).flatMap(({ country }) => (country === undefined ? [] : [country])),
		]),
		birthPlaces: (entry.birthPlaces ?? NONE).map(readPlace),
		addresses: (entry.addresses ?? NONE).flatMap(addressPlace),
	};
}

export function readMentionFacts(mention: Mention): MentionFacts {
	const { addresses } = mention;
	const countries = mention.countries ?? NONE;
	return {
		born: mention.born === undefined ? undefined : parseBirthDate(mention.born),
		bornText: mention.born ?? '',
		sex: mention.sex,
		nationalities: codesOf(mention.nationalities),
		countries:
			addresses === undefined
				? codesOf(countries)
				: codesOf([
						...countries,
						...addresses.flatMap(({ country }) => (country === undefined ? [] : [country])),
					]),
		birthPlaces: mention.birthPlace === undefined ? NONE : [readPlace(mention.birthPlace)],
		addresses: addresses === undefined ? NONE : addresses.flatMap(addressPlace),
	};
}

/** The sex that most bearers of the first given name of the primary name have; undefined where it is a name of both. */
function guessSex({ names }: ListEntry): Sex | undefined {
	const first = names[0];
	if (first === undefined) return undefined;
	const word = toLatin((first.given ?? first.full).trim().split(/[\s,]/, 1)[0] ?? '');
	const sex = givenNames.get(word);
	return sex === 'either' ? undefined : sex;
}

function addressPlace(address: { readonly street?: string; readonly city?: string }): Place[] {
	const text = [address.street, address.city].filter((part) => part !== undefined).join(', ');
	return text === '' ? [] : [readPlace(text)];
}

function codesOf(texts: readonly string[] | undefined): readonly string[] {
	if (texts === undefined || texts.length === 0) return NONE;
	const codes = new Set<string>();
	for (const text of texts) {
		const code = toCountryCode(text);
		if (code === undefined) continue;
		for (const each of countriesSince(code)) codes.add(each);
	}
	return [...codes];
}
