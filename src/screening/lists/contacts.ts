/**
 * Phones, e-mail addresses, sex and postcodes, as lists write them. In: text. Out: the forms in which mentions have them.
 */

/** Most numbers that one text gives. */
const MOST_PHONES = 10;

/**
 * Phone numbers of a text: "(98)(9121115315)", "850 2 381 8208/4188", "00 961 1 234567".
 * @returns digits, with `+` where the text states the country code.
 */
export function parsePhones(text: string): string[] {
	const phones: string[] = [];
	for (const piece of text.slice(0, 400).split(/[;,]|\/(?=\s?\+|\s?\d{6})|\bor\b|\band\b/)) {
		const written = piece
			.replace(/\((0)\)/, '')
			.replace(/(?:ext|extension|x)\.?\s?\d{1,6}\s*$/i, '')
			.trim();
		const bracketed = /^\(\d{1,4}\)\s?\(?\d/.test(written);
		const digits = (written.split(/[/a-z]/i).find((part) => /\d/.test(part)) ?? '').replace(/\D/g, '');
		if (digits.length < 6 || digits.length > 18) continue;
		const international = /^[^\d]{0,12}\+/.test(written) || (bracketed && !digits.startsWith('0'));
		phones.push(international ? `+${digits}` : digits.startsWith('00') ? `+${digits.slice(2)}` : digits);
		if (phones.length === MOST_PHONES) break;
	}
	return phones;
}

const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu;

/** E-mail addresses of a text, in lower case. */
export const parseEmails = (text: string): string[] =>
	[...text.slice(0, 2_000).matchAll(EMAIL)].map(([address]) => address.toLowerCase());

/** Female or male, from a word in one of several languages or from one letter; undefined where it is neither. */
export function parseSex(text: string | undefined): 'female' | 'male' | undefined {
	const word = text?.trim().toLowerCase();
	if (word === undefined) return undefined;
	if (/^(?:m|male|man|masculine?|masculin|masculino|mann|männlich|homme|hombre|м|муж\S*|ذكر|男)$/.test(word))
		return 'male';
	if (
		/^(?:f|w|female|woman|féminin|feminin|femenino|frau|weiblich|femme|mujer|ж|жен\S*|أنثى|انثى|女)$/.test(
			word,
		)
	)
		return 'female';
	return undefined;
}

/** Parts a city from the postcode behind it: "London EC3N 1DY", "Zurich CH-8022"; a city alone stays as it is. */
export function partPostcode(text: string): { city?: string; postcode?: string } {
	const words = text.trim().split(/\s+/);
	let from = words.length;
	while (from > 0 && words.length - from < 2 && isPostcodeWord(words[from - 1] ?? '')) from--;
	const city = words
		.slice(0, from)
		.join(' ')
		.replace(/[\s,]+$/, '');
	const postcode = words.slice(from).join(' ');
	return { ...(city === '' ? {} : { city }), ...(postcode === '' ? {} : { postcode }) };
}

const isPostcodeWord = (word: string): boolean =>
	word.length >= 3 && word.length <= 10 && /\d/.test(word) && /^[\p{L}\d-]+$/u.test(word);
