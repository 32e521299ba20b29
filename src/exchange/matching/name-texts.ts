/**
 * Texts under which persons and organisations meet without their names being told: keys of the name in any spelling, with the
 * date of birth or the country. In: a name as written. Out: a handful of texts. The holder offers more forms than the asker asks,
 * so that whoever knows less finds who is known better; no text is a name alone, which many share.
 */
import { nameKeys } from '../../names/name-keys.ts';
import { partSkeleton } from '../../names/part-skeleton.ts';
import { prepareName } from '../../names/prepare-name.ts';
import { isMinor, ROLE } from '../../names/prepared-name.ts';

export type Side = 'offered' | 'asked';

const MOST_OFFERED_PAIRS = 9;
const MOST_ASKED_PAIRS = 5;
const MOST_FIRM_PAIRS = 3;
const MOST_COUNTRIES = 3;
/** Weight from which on a word of a firm tells it from others. */
const TELLING = 0.5;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for what is no such date. */
export function readBirth(
	text: string,
): { readonly year: string; readonly day: string | undefined } | undefined {
	const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
	const [, year, month, day] = found ?? [];
	if (year === undefined || year < '1850' || year > '2150') return undefined;
	return { year, day: month === undefined || day === undefined ? undefined : `${year}-${month}-${day}` };
}

/** Day and month exchanged, as clerks do; undefined where that is no other date. */
function exchanged(day: string): string | undefined {
	const [year, month, date] = day.split('-');
	return date === undefined || date > '12' || date === month ? undefined : `${year}-${date}-${month}`;
}

/**
 * A person: every two words of the name with the day of birth; all words with the year only where one side knows no more.
 * None without a year of birth, and none for a single word without a day.
 */
export function personTexts(name: string, born: string, side: Side): string[] {
	const birth = readBirth(born);
	if (birth === undefined) return [];
	const keys = nameKeys(prepareName(name, 'person'));
	const pairs = keys.filter((key) => key.startsWith('2:')).map((key) => key.slice(2));
	const whole = keys.find((key) => key.startsWith('*:'));
	const all = [...new Set(pairs.flatMap((pair) => pair.split(' ')))].sort().join(' ');
	const { year, day } = birth;
	const texts: string[] = [];
	if (day === undefined) {
		// `~` marks who is known by the day: found by the year, it must not be taken for somebody known by the year alone.
		if (all !== '') texts.push(`${all}|${year}`, ...(side === 'asked' ? [`${all}|~${year}`] : []));
	} else {
		const most = side === 'offered' ? MOST_OFFERED_PAIRS : MOST_ASKED_PAIRS;
		texts.push(...pairs.slice(0, most).map((pair) => `${pair}|${day}`));
		if (whole !== undefined) texts.push(`${whole}|${day}`);
		if (all !== '') {
			if (side === 'offered') texts.push(`${all}|${day}`, `${all}|~${year}`);
			else {
				const other = exchanged(day);
				texts.push(`${all}|${year}`, ...(other === undefined ? [] : [`${all}|${other}`]));
			}
		}
	}
	return [...new Set(texts)];
}

/**
 * An organisation: a telling word of its name with another, all words, and all written as one, each with a country. `-` where the
 * holder knows none, `*` for an asker who knows none.
 */
export function organisationTexts(name: string, countries: readonly string[], side: Side): string[] {
	const prepared = prepareName(name, 'organisation');
	const words = new Map<string, boolean>();
	for (const [at, word] of prepared.words.entries()) {
		const role = prepared.roles[at] ?? ROLE.name;
		if (isMinor(role) || role === ROLE.initial) continue;
		const isTelling = role !== ROLE.generic && role !== ROLE.number && (prepared.weights[at] ?? 0) >= TELLING;
		const skeleton = role === ROLE.number ? word.latin : partSkeleton(word.latin);
		words.set(skeleton, isTelling || words.get(skeleton) === true);
	}
	// Nothing but words that every other firm has.
	if (![...words.values()].includes(true)) return [];
	const sorted = [...words.keys()].sort();
	const pairs = sorted
		.flatMap((one, at) => sorted.slice(at + 1).map((other) => [one, other] as const))
		.filter(([one, other]) => words.get(one) === true || words.get(other) === true)
		.slice(0, MOST_FIRM_PAIRS)
		.map((pair) => pair.join(' '));
	const whole = nameKeys(prepared).find((key) => key.startsWith('*:'));
	const entire = [sorted.join(' '), ...(whole === undefined ? [] : [whole])];
	const at = (forms: readonly string[], country: string): string[] =>
		forms.map((form) => `${form}|${country}`);
	const known = countries.slice(0, side === 'offered' ? MOST_COUNTRIES : 1);
	const texts = known.flatMap((country) => at([...entire, ...pairs], country));
	if (side === 'offered') {
		if (known.length === 0) texts.push(...at(entire, '-'));
		texts.push(...at(entire, '*'));
	} else texts.push(...at(entire, known.length === 0 ? '*' : '-'));
	return [...new Set(texts)];
}
