/**
 * Simulated records of persons for the linkage bench: invented names, dates, places and contacts, written down several
 * times with the mistakes that people and machines make. The same seed gives the same records.
 * In: how many records and how careless the clerks. Out: a table with a header, and for each row the person it is about.
 */
import { Random } from '../src/training/random.ts';

export type SimulatedRecords = {
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Number of the person of each row. */
	readonly persons: Int32Array;
};

const HEADER = [
	'given_name',
	'surname',
	'date_of_birth',
	'street',
	'city',
	'postcode',
	'phone',
	'email',
] as const;

const onsets = 'b c d f g h j k l m n p r s t v w z br ch cl cr dr fl gr kh kr pr sh sl st th tr'.split(' ');
const middles = 'a e i o u a e i o ai ea ie oo ou'.split(' ');
const codas = ['', '', '', 'l', 'n', 'r', 's', 't', 'm', 'nd', 'rt', 'ck', 'ng', 'ss'];

function inventWords(random: Random, count: number, syllables: readonly [number, number]): string[] {
	const words = new Set<string>();
	while (words.size < count) {
		let word = '';
		for (let left = random.whole(...syllables); left > 0; left--) {
			word += random.pick(onsets) + random.pick(middles) + (left === 1 ? random.pick(codas) : '');
		}
		words.add(word);
	}
	return [...words];
}

/** One slip: a letter left out, doubled, changed, or exchanged with the next. */
function slip(random: Random, text: string): string {
	if (text.length < 2) return text;
	const at = random.whole(0, text.length - 2);
	switch (random.whole(0, 3)) {
		case 0:
			return text.slice(0, at) + text.slice(at + 1);
		case 1:
			return text.slice(0, at) + text[at] + text.slice(at);
		case 2: {
			const letter = /\d/.test(text[at] ?? '')
				? random.whole(0, 9)
				: 'abcdefghijklmnoprstuvwy'[random.whole(0, 22)];
			return `${text.slice(0, at)}${letter}${text.slice(at + 1)}`;
		}
		default:
			return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
	}
}

const pad = (value: number): string => String(value).padStart(2, '0');

function dateIn(random: Random): string {
	return `${random.whole(1935, 2007)}-${pad(random.whole(1, 12))}-${pad(random.whole(1, 28))}`;
}

/**
 * Invents records.
 * @param count how many rows.
 * @param carelessness 1 for the usual rates of mistakes; 0 for none.
 */
export function simulateRecords(count: number, seed = 1, carelessness = 1): SimulatedRecords {
	const words = new Random(seed, 1);
	const givenNames = inventWords(words, 3_000, [1, 3]);
	const familyNames = inventWords(words, 60_000, [2, 3]);
	const streets = inventWords(words, 20_000, [2, 3]);
	const cities = inventWords(words, 2_500, [2, 3]);
	const domains = inventWords(words, 400, [2, 2]).map((word) => `${word}.example`);
	const rows: string[][] = [];
	const persons = new Int32Array(count);
	for (let person = 0; rows.length < count; person++) {
		const random = new Random(seed, 2, person);
		const given = random.pickByRank(givenNames);
		const family = random.pickByRank(familyNames);
		const city = random.whole(0, cities.length - 1);
		const truth = [
			given,
			family,
			dateIn(random),
			`${random.whole(1, 240)} ${random.pick(streets)} ${random.pick(['street', 'road', 'avenue', 'lane'])}`,
			cities[city] ?? '',
			`${10_000 + city * 30 + random.whole(0, 29)}`,
			`0${random.whole(100_000_000, 999_999_999)}`,
			`${random.chance(0.5) ? given : given.slice(0, 1)}.${family}${random.whole(1, 99)}@${random.pickByRank(domains)}`,
		];
		const times = random.weighted([
			[1, 40],
			[2, 25],
			[3, 15],
			[4, 10],
			[6, 7],
			[10, 3],
		]);
		for (let time = 0; time < times && rows.length < count; time++) {
			persons[rows.length] = person;
			rows.push(careless(random, truth, carelessness, streets, cities));
		}
	}
	return { header: HEADER, rows, persons };
}

function careless(
	random: Random,
	truth: readonly string[],
	rate: number,
	streets: readonly string[],
	cities: readonly string[],
): string[] {
	const row = [...truth];
	const missing = [0.03, 0.01, 0.06, 0.12, 0.08, 0.12, 0.35, 0.4];
	const wrong = [0.08, 0.08, 0.05, 0.1, 0.06, 0.04, 0.03, 0.04];
	if (random.chance(0.02 * rate)) [row[0], row[1]] = [row[1] ?? '', row[0] ?? ''];
	if (random.chance(0.06 * rate)) row[0] = (row[0] ?? '').slice(0, random.chance(0.5) ? 1 : 3);
	if (random.chance(0.02 * rate)) row[1] = random.pick(streets);
	if (random.chance(0.12 * rate)) {
		row[3] = `${random.whole(1, 240)} ${random.pick(streets)} street`;
		const city = random.whole(0, cities.length - 1);
		row[4] = cities[city] ?? '';
		row[5] = `${10_000 + city * 30 + random.whole(0, 29)}`;
	}
	const date = row[2] ?? '';
	if (random.chance(0.02 * rate)) row[2] = `${date.slice(0, 5)}${date.slice(8)}-${date.slice(5, 7)}`;
	return row.map((value, at) => {
		if (random.chance((missing[at] ?? 0) * rate)) return '';
		return random.chance((wrong[at] ?? 0) * rate) ? slip(random, value) : value;
	});
}
