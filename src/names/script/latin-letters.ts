/**
 * Latin letters with accents, ligatures and letters of single languages → a–z. Accents are dropped; letters that are no
 * accented letter follow the usual practice of their country (ICAO 9303 part 3, without doubling: ø → o, ß → ss).
 */
import anyAscii from 'any-ascii';

const singleLetters: ReadonlyMap<string, string> = new Map(
	Object.entries({
		ß: 'ss',
		ø: 'o',
		ł: 'l',
		ı: 'i',
		þ: 'th',
		ð: 'd',
		đ: 'd',
		ħ: 'h',
		ŧ: 't',
		ŋ: 'ng',
		æ: 'ae',
		œ: 'oe',
		ə: 'a',
		ɛ: 'e',
		ɔ: 'o',
		ɓ: 'b',
		ɗ: 'd',
		ƙ: 'k',
		ƴ: 'y',
		ʉ: 'u',
		ɨ: 'i',
		ĸ: 'k',
		ƒ: 'f',
		ŀ: 'l',
		ơ: 'o',
		ư: 'u',
		ª: 'a',
		º: 'o',
	}),
);

/** A run of Latin letters and digits in lower case → a–z and 0–9. */
export function latinLetters(run: string): string {
	if (/^[a-z0-9]*$/.test(run)) return run;
	let result = '';
	for (const character of run.normalize('NFD')) {
		if (character < '\u0080') result += character;
		else if (!/\p{M}/u.test(character))
			result +=
				singleLetters.get(character) ??
				anyAscii(character)
					.toLowerCase()
					.replace(/[^a-z0-9]/g, '');
	}
	return result;
}
