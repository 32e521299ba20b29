/**
 * Invented people. In: a number. Out: always the same person: name in her culture's order, birth, passport, address.
 * A person is made when she is needed and not kept, so that a year of travellers costs no memory.
 */
import type { Address, Contact, Identifier, Person } from '../../../contract/records/common.ts';
import { Random, STREAM } from '../random.ts';
import { type Country, countryOf, PASSPORTS } from './countries.ts';
import { travelDocumentNumber } from './identifiers.ts';
import { CULTURES, type Culture, type CultureName, SPELLINGS } from './name-cultures.ts';

export type SimulatedPerson = {
	number: number;
	culture: CultureName;
	/** Parts as their owner writes them, with diacritics. */
	given: string;
	family: string;
	/** Patronymic, father's name or further given name. */
	middle?: string;
	/** In the order of the culture. */
	full: string;
	sex: 'female' | 'male';
	bornOn: string;
	nationality: string;
	residence: string;
	passport: Identifier;
	address: Address;
	contacts: Contact[];
	occupation: string;
};

const FEMALE_POLISH: readonly (readonly [RegExp, string])[] = [
	[/ski$/, 'ska'],
	[/cki$/, 'cka'],
];

/** Patronymic of the east-Slavic cultures from the father's given name. */
function patronymic(father: string, female: boolean, ukrainian: boolean): string {
	const stem = father.replace(/(ii|iy|y|ey|ei|a|o)$/, '');
	if (ukrainian) return stem + (female ? 'ivna' : 'ovych');
	return stem + (female ? 'ovna' : 'ovich');
}

function nameOf(
	random: Random,
	cultureName: CultureName,
	female: boolean,
	family: string | undefined,
): Pick<SimulatedPerson, 'given' | 'family' | 'full'> & { middle?: string } {
	const culture: Culture = CULTURES[cultureName];
	const given = random.pick(female ? culture.women : culture.men);
	const own = family ?? random.pick(culture.families);
	switch (culture.structure) {
		case 'family-first': {
			const spaced = given.replace('-', cultureName === 'korean' ? '-' : ' ');
			return { given: spaced, family: own, full: `${own} ${spaced}` };
		}
		case 'east-slavic': {
			const ukrainian = cultureName === 'ukrainian';
			const middle = patronymic(random.pick(culture.men), female, ukrainian);
			const declined = female && /(ov|ev|in)$/.test(own) ? `${own}a` : own;
			return { given, family: declined, middle, full: `${given} ${middle} ${declined}` };
		}
		case 'two-surnames': {
			const both = own.includes(' ') ? own : `${own} ${random.pick(culture.families)}`;
			const second = random.chance(0.4) ? random.pick(female ? culture.women : culture.men) : undefined;
			const allGiven = second === undefined || second === given ? given : `${given} ${second}`;
			return { given: allGiven, family: both, full: `${allGiven} ${both}` };
		}
		case 'arabic': {
			const middle = random.chance(0.7) ? random.pick(culture.men) : undefined;
			if (middle === undefined) return { given, family: own, full: `${given} ${own}` };
			return { given, family: own, middle, full: `${given} ${middle} ${own}` };
		}
		case 'father-name': {
			const father = random.pick(culture.men);
			return { given, family: father, full: `${given} ${father}` };
		}
		case 'western': {
			const declined = female
				? FEMALE_POLISH.reduce((name, [ending, replacement]) => name.replace(ending, replacement), own)
				: own;
			const middle = random.chance(0.25) ? random.pick(female ? culture.women : culture.men) : undefined;
			return middle === undefined || middle === given
				? { given, family: declined, full: `${given} ${declined}` }
				: { given, family: declined, middle, full: `${given} ${middle} ${declined}` };
		}
	}
}

const OCCUPATIONS = [
	'engineer',
	'nurse',
	'teacher',
	'driver',
	'student',
	'shop assistant',
	'company director',
	'carpenter',
	'cook',
	'consultant',
	'cleaner',
	'accountant',
	'retired',
	'trader',
	'software developer',
	'welder',
];
const STREETS = [
	'Storgata',
	'Kirkeveien',
	'Hauptstraße',
	'High Street',
	'Station Road',
	'Rue de la Gare',
	'Calle Mayor',
	'Main Street',
	'Market Street',
	'Havnegata',
	'Industrivägen',
	'Park Avenue',
	'Nanjing Road',
	'Lindenweg',
	'Via Roma',
];

/** Street, town and postcode somewhere in the country. */
export function addressIn(random: Random, country: Country): Address {
	return {
		lines: [`${random.pick(STREETS)} ${random.whole(1, 180)}`],
		city: random.pick(country.cities),
		postcode: random.digits(country.code === 'NO' ? 4 : 5),
		country: country.code,
	};
}

/** `YYYY-MM-DD` of a day so many days after the epoch of Unix. */
export const dateOfDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export type PersonWishes = {
	nationality?: string;
	/** Shared by a family. */
	family?: string;
	female?: boolean;
	/** Years of age about the year 2025. */
	age?: readonly [number, number];
};

/** The person with this number in the world of this seed; wishes narrow her down and are part of who she is. */
export function personOf(seed: number, number: number, wishes: PersonWishes = {}): SimulatedPerson {
	const random = new Random(seed, STREAM.people, number);
	const country =
		wishes.nationality === undefined ? random.weighted(PASSPORTS) : countryOf(wishes.nationality);
	const culture = random.weighted(country.cultures);
	const female = wishes.female ?? random.chance(0.48);
	const name = nameOf(random, culture, female, wishes.family);
	const [youngest, oldest] = wishes.age ?? [18, 76];
	// Day 20,089 is the first of 2025; a fixed point, so that nobody's age depends on when the simulation runs.
	const bornDay = 20_089 - Math.floor(random.between(youngest, oldest + 1) * 365.25);
	const residence = random.chance(0.9)
		? country
		: random.pick([countryOf('NO'), countryOf('DE'), countryOf('GB')]);
	const issuedDay = Math.max(bornDay + 40, 20_089 - random.whole(100, 2_400));
	return {
		number,
		culture,
		...name,
		sex: female ? 'female' : 'male',
		bornOn: dateOfDay(bornDay),
		nationality: country.code,
		residence: residence.code,
		passport: {
			scheme: 'passport',
			value: travelDocumentNumber(random, country.code),
			issuer: country.code,
			issuedOn: dateOfDay(issuedDay),
			expiresOn: dateOfDay(issuedDay + 3_652),
		},
		address: addressIn(random, residence),
		contacts: [
			{ kind: 'phone', value: `+${residence.phone}${random.digits(8)}` },
			{
				kind: 'email',
				value: `${plain(name.given)
					.toLowerCase()
					.replace(/[^a-z]/g, '')}.${random.digits(4)}@mail.example`,
			},
		],
		occupation: random.pick(OCCUPATIONS),
	};
}

const LIGATURES: Readonly<Record<string, string>> = {
	ß: 'SS',
	Ø: 'OE',
	Æ: 'AE',
	Å: 'AA',
	Ä: 'AE',
	Ö: 'OE',
	Ü: 'UE',
	Ł: 'L',
	Đ: 'D',
	İ: 'I',
	I: 'I',
};

/** Capitals A to Z as a travel document writes a name (ICAO 9303-3, section 6): ligatures spelt out, accents dropped. */
export function plain(name: string): string {
	let text = '';
	for (const letter of name.normalize('NFC').replace(/ı/g, 'I').toUpperCase())
		text += LIGATURES[letter] ?? letter;
	return text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[^A-Z0-9 '-]/g, '');
}

const VARIANTS = new Map<string, readonly string[]>(
	SPELLINGS.flatMap((row) => row.map((spelling) => [spelling, row] as const)),
);

/** Another accepted spelling of a name in capitals, where there is one; of several words, the first that has one. */
export function otherSpelling(random: Random, name: string): string {
	const words = name.split(' ');
	const at = words.findIndex((word) => VARIANTS.has(word));
	const word = words[at];
	const row = word === undefined ? undefined : VARIANTS.get(word);
	if (row === undefined) return name;
	words[at] = random.pick(row.filter((spelling) => spelling !== word));
	return words.join(' ');
}

/** The person as passenger messages have her: capitals, no accents. */
export function asTravelDocument(person: SimulatedPerson): Person {
	const family = plain(person.family);
	const given = plain(person.middle === undefined ? person.given : `${person.given} ${person.middle}`);
	return {
		name: { full: `${given} ${family}`, family, given },
		sex: person.sex,
		bornOn: person.bornOn,
		nationalities: [person.nationality],
	};
}

/** The person as a bank or an office writes her: her own order and letters. */
export function asWritten(person: SimulatedPerson): Person {
	return {
		name: {
			full: person.full,
			family: person.family,
			given: person.given,
			...(person.middle === undefined ? {} : { middle: person.middle }),
		},
		sex: person.sex,
		bornOn: person.bornOn,
		nationalities: [person.nationality],
		residence: person.residence,
	};
}
