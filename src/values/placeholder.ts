/**
 * Placeholders: what senders type when a field must not be empty and they have no answer (TBA, UNKNOWN, 0000000, XXXX).
 * In: a text. Out: whether it says nothing. A placeholder counts as missing, and is reported as such.
 */

/** NO and NA are not among them: they are Norway and Namibia. */
const WORDS: ReadonlySet<string> = new Set(
	(
		'TBA TBC TBD TBN TBDL TOBEADVISED TOBECONFIRMED TOBEDECLARED UNKNOWN UNKN UNK UNSPECIFIED UNDEFINED NOTKNOWN ' +
		'NOTAPPLICABLE NOTAVAILABLE NOTPROVIDED NOTDECLARED NAN NIL NONE NULL NOTGIVEN EMPTY BLANK MISSING PENDING ' +
		'MASKED TEST TESTING DUMMY SAMPLE EXAMPLE ANONYMOUS NONAME NOCONTAINER NOSEAL WITHOUT VARIOUS DIVERSE INCONNU UNBEKANNT ' +
		'DESCONOCIDO SCONOSCIUTO ONBEKEND AAAA0000000 ABCD1234567 ABCU1234567 123456 1234567 12345678 123456789 1234567890'
	).split(' '),
);

/** Names that say nothing. Short words that are somebody's name (Na, No, An) are not among them. */
const NAMES: ReadonlySet<string> = new Set(
	(
		'TBA TBC TBD UNKNOWN UNKN NOTKNOWN NOTAPPLICABLE NOTAVAILABLE NOTPROVIDED NONE NULL NIL MASKED TEST DUMMY SAMPLE ANONYMOUS ' +
		'NONAME FNU LNU FNULNU LNUFNU FIRSTNAME LASTNAME SURNAME FIRSTNAMELASTNAME INCONNU UNBEKANNT DESCONOCIDO'
	).split(' '),
);

const LONGEST = 24;

/** "N/A", "n.a."; without any mark it is a country or a name. */
const NOT_APPLICABLE = /^n\s?(?:\/\s?a\.?|\.\s?a\.?)$/i;

/** True where a code, number or free text is a placeholder: a known filler word, or one character repeated. */
export function isPlaceholder(text: string): boolean {
	return text.length <= LONGEST && (NOT_APPLICABLE.test(text) || isFiller(text, WORDS, 1));
}

/** True where the name of a person or an organisation is a placeholder. "N/A" is one; "Na" is a family name. */
export function isPlaceholderName(text: string): boolean {
	return text.length <= LONGEST && (NOT_APPLICABLE.test(text) || isFiller(text, NAMES, 3));
}

/** First character and length of each word, so that nearly every other text is passed over without being copied. */
const shapesOf = (words: ReadonlySet<string>): ReadonlySet<number> =>
	new Set([...words].map((word) => word.charCodeAt(0) * 32 + word.length));
const shapes = new Map([
	[WORDS, shapesOf(WORDS)],
	[NAMES, shapesOf(NAMES)],
]);

/**
 * @param repeats from how many letters or digits on one repeated character says nothing. The zero that is a number, and the
 *   single letter that is a code, are not fillers; a text without any letter or digit always is.
 */
function isFiller(text: string, words: ReadonlySet<string>, repeats: number): boolean {
	let first = -1;
	let same = true;
	let count = 0;
	for (let at = 0; at < text.length; at += 1) {
		let unit = text.charCodeAt(at);
		if (unit > 127) return false;
		if (unit >= 97 && unit <= 122) unit -= 32;
		if (!((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90))) continue;
		count += 1;
		if (first < 0) first = unit;
		else if (unit !== first) same = false;
	}
	if (count === 0) return true;
	// Three equal digits can be a number that somebody gave out; 000, 999 and XXX are not.
	const telltale = first === 48 || first === 57 || first === 88;
	if (same && count >= Math.max(repeats, telltale ? 3 : 4)) return true;
	if (!(shapes.get(words)?.has(first * 32 + count) ?? false)) return false;
	return words.has(text.replace(/[^A-Za-z0-9]/g, '').toUpperCase());
}
