/**
 * Names in the letters that the schema takes: A–Z, a–z, digits, space, full stop, apostrophe, hyphen.
 * In: a name in any script. Out: what can be written of it; '' where that is nothing. The original is the caller's to keep.
 * Latin letters by Unicode decomposition; Cyrillic and Greek after ICAO 9303 part 3 and ISO 843, simplified.
 */

const SPECIAL: ReadonlyMap<string, string> = new Map(
	Object.entries({
		ß: 'ss',
		æ: 'ae',
		œ: 'oe',
		ø: 'o',
		đ: 'd',
		ð: 'd',
		þ: 'th',
		ł: 'l',
		ħ: 'h',
		ı: 'i',
		ŋ: 'n',
		ŧ: 't',
		ə: 'a',
		'’': "'",
		'‘': "'",
		ʼ: "'",
		ʻ: "'",
		'`': "'",
		'´': "'",
		'–': '-',
		'—': '-',
		'‐': '-',
		'/': '-',
		_: '-',
		'&': ' and ',
		'+': ' and ',
		'@': ' at ',
		...letters('абвгдезиклмнопрстуфыэії', 'a b v g d e z i k l m n o p r s t u f y e i i'),
		...letters('ёжйхцчшщъьюяєґўјљњћђџѓќѕ', 'e zh i kh ts ch sh shch ie * iu ia ie g u j lj nj c d dz g k dz'),
		...letters('αβγδεζηθικλμνξοπρστυφχψως', 'a v g d e z i th i k l m n x o p r s t y f ch ps o s'),
	}),
);

function letters(from: string, to: string): Record<string, string> {
	const parts = to.split(' ');
	const pairs: [string, string][] = [...from].map((letter, at) => [
		letter,
		(parts[at] ?? '').replace('*', ''),
	]);
	return Object.fromEntries(pairs);
}

const ALLOWED = /^[a-zA-Z0-9 .'-]*$/;

export const isLatin = (name: string): boolean => ALLOWED.test(name);

export function toLatin(name: string): string {
	if (isLatin(name)) return name;
	let written = '';
	for (const character of name.normalize('NFC')) written += ofCharacter(character);
	return written.replace(/ {2,}/g, ' ').trim();
}

function ofCharacter(character: string): string {
	if (isLatin(character)) return character;
	const lower = character.toLowerCase();
	const whole = SPECIAL.get(lower);
	if (whole !== undefined) return lower === character ? whole : capital(whole);
	let written = '';
	for (const part of character.normalize('NFD')) {
		const lowerPart = part.toLowerCase();
		const known = isLatin(part) ? part : SPECIAL.get(lowerPart);
		if (known !== undefined) written += lowerPart === part ? known : capital(known);
		else if (/\s/.test(part)) written += ' ';
	}
	return written;
}

const capital = (letters: string): string => letters.charAt(0).toUpperCase() + letters.slice(1);
