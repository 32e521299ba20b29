/**
 * Placeholders: what senders type when a field must not be empty and they have no answer (TBA, UNKNOWN, 0000000, XXXX).
 * In: a text. Out: whether it says nothing. A placeholder counts as missing, and is reported as such.
 */

const WORDS: ReadonlySet<string> = new Set(
	(
		'TBA TBC TBD TBN TBDL TOBEADVISED TOBECONFIRMED TOBEDECLARED UNKNOWN UNKN UNK UNSPECIFIED UNDEFINED NOTKNOWN ' +
		'NOTAPPLICABLE NOTAVAILABLE NOTPROVIDED NOTDECLARED NA NAN NIL NONE NULL NO NOTGIVEN EMPTY BLANK MISSING PENDING ' +
		'TEST TESTING DUMMY SAMPLE EXAMPLE ANONYMOUS NONAME NOCONTAINER NOSEAL WITHOUT VARIOUS DIVERSE INCONNU UNBEKANNT ' +
		'DESCONOCIDO SCONOSCIUTO ONBEKEND AAAA0000000 ABCD1234567 ABCU1234567 123456 1234567 12345678 123456789 1234567890'
	).split(' '),
);

/** Names that say nothing. Short words that are somebody's name (Na, No, An) are not among them. */
const NAMES: ReadonlySet<string> = new Set(
	(
		'TBA TBC TBD UNKNOWN UNKN NOTKNOWN NOTAPPLICABLE NOTAVAILABLE NOTPROVIDED NONE NULL NIL TEST DUMMY SAMPLE ANONYMOUS ' +
		'NONAME FNU LNU FNULNU LNUFNU FIRSTNAME LASTNAME SURNAME FIRSTNAMELASTNAME INCONNU UNBEKANNT DESCONOCIDO'
	).split(' '),
);

const LONGEST = 24;

/** True where a code, number or free text is a placeholder: a known filler word, or one character repeated. */
export function isPlaceholder(text: string): boolean {
	return text.length <= LONGEST && isFiller(text, WORDS, 1);
}

/** True where the name of a person or an organisation is a placeholder. "N/A" is one; "Na" is a family name. */
export function isPlaceholderName(text: string): boolean {
	return text.length <= LONGEST && (/^n\s?\/\s?a\.?$/i.test(text) || isFiller(text, NAMES, 3));
}

/**
 * @param repeats from how many letters or digits on one repeated character says nothing. The zero that is a number, and the
 *   single letter that is a code, are not fillers; a text without any letter or digit always is.
 */
function isFiller(text: string, words: ReadonlySet<string>, repeats: number): boolean {
	let bare = '';
	let same = true;
	for (let at = 0; at < text.length; at += 1) {
		let unit = text.charCodeAt(at);
		if (unit > 127) return false;
		if (unit >= 97 && unit <= 122) unit -= 32;
		const isLetterOrDigit = (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90);
		if (!isLetterOrDigit) continue;
		bare += String.fromCharCode(unit);
		if (bare.charCodeAt(0) !== unit) same = false;
	}
	if (bare === '') return true;
	return (same && bare.length >= Math.max(repeats, 3)) || words.has(bare);
}
