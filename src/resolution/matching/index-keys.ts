/**
 * Under which keys the index keeps a mention: what may be one meets under one of them at least, and whoever searches by a
 * name or a number finds it there. Pure; 53-bit hashes, a dozen for a person.
 * Keys of names are those of the name engine; common ones are joined with the year of birth or the town, so that Mohamed
 * finds those who may be he and not everyone of that name.
 */
import type { Mention } from '../../mentions/model.ts';
import { nameKeys } from '../../names/name-keys.ts';
import { partSkeleton } from '../../names/part-skeleton.ts';
import { prepareName } from '../../names/prepare-name.ts';
import { type PreparedName, ROLE } from '../../names/prepared-name.ts';
import { lookupKey } from '../../values/content-key.ts';

/** Words of a name that are joined with other facts. */
const MOST_JOINED = 4;
const MOST_KEYS = 60;

/** Key of a number, whatever its scheme. */
export const numberKey = (value: string): number => lookupKey(`number ${value}`);

/** Keys by which a search for a name finds it. */
export const searchKeysOf = (name: PreparedName): number[] =>
	nameKeys(name).map((key) => lookupKey(`name ${key}`));

/** Telling words of a name, as they are indexed. */
function skeletonsOf(name: PreparedName): string[] {
	const skeletons = new Set<string>();
	for (const [at, latin] of name.latins.entries()) {
		const role = name.roles[at];
		if (role === ROLE.particle || role === ROLE.initial || role === ROLE.number) continue;
		skeletons.add(partSkeleton(latin));
	}
	return [...skeletons].slice(0, MOST_JOINED);
}

export function indexKeys(
	mention: Mention,
	personNames: readonly PreparedName[],
	otherNames: readonly PreparedName[],
): number[] {
	const keys = new Set<number>();
	const add = (text: string): void => {
		keys.add(lookupKey(text));
	};
	for (const { value } of mention.identifiers) keys.add(numberKey(value));
	for (const phone of mention.phones ?? []) keys.add(numberKey(phone.replace(/\D/g, '').slice(-9)));
	for (const email of mention.emails ?? []) keys.add(numberKey(email));
	if (mention.kind === 'address') {
		for (const key of addressKeys(mention)) add(key);
		return [...keys];
	}
	const year = mention.born?.slice(0, 4);
	const towns = [
		...new Set((mention.addresses ?? []).map(({ city, postcode }) => partSkeletonOf(city ?? postcode ?? ''))),
	];
	for (const name of [...personNames, ...otherNames]) {
		for (const key of nameKeys(name)) add(`name ${key}`);
		const skeletons = skeletonsOf(name);
		if (year !== undefined) for (const skeleton of skeletons) add(`born ${skeleton} ${year}`);
		const whole = [...skeletons].sort().join(' ');
		for (const town of towns.slice(0, 3)) if (town !== '') add(`town ${whole} ${town}`);
	}
	return [...keys].slice(0, MOST_KEYS);
}

const partSkeletonOf = (text: string): string =>
	prepareName(text, 'object')
		.latins.map((latin) => partSkeleton(latin))
		.join('');

/** House number with the postcode, with the town and the street in one piece, and with each word of the street. */
function addressKeys(mention: Mention): string[] {
	const keys: string[] = [];
	for (const { street, city, postcode } of mention.addresses ?? []) {
		if (street === undefined) continue;
		const { latins } = prepareName(street, 'object');
		const number = latins.find((latin) => /\d/.test(latin)) ?? '';
		const words = latins.filter((latin) => !/\d/.test(latin));
		const code = postcode?.replace(/[^0-9A-Za-z]/g, '').toLowerCase() ?? '';
		if (code !== '') keys.push(`at ${number} ${code}`);
		if (city !== undefined)
			keys.push(`town ${number} ${partSkeletonOf(city)} ${partSkeleton(words.join('')).slice(0, 4)}`);
		for (const word of words) if (word.length > 3) keys.push(`street ${number} ${partSkeleton(word)}`);
	}
	return keys;
}
