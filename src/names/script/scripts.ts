/**
 * Which writing system a code point belongs to. Ranges of the Unicode block table; only what the converters tell apart.
 */

export type Script =
	| 'latin'
	| 'greek'
	| 'cyrillic'
	| 'hebrew'
	| 'arabic'
	| 'indic'
	| 'thai'
	| 'hangul'
	| 'kana'
	| 'han'
	| 'other';

type Range = readonly [first: number, last: number, script: Script];

/** In ascending order; what is in none is `other`. */
const ranges: readonly Range[] = [
	[0x0000, 0x02ff, 'latin'],
	[0x0370, 0x03ff, 'greek'],
	[0x0400, 0x052f, 'cyrillic'],
	[0x0590, 0x05ff, 'hebrew'],
	[0x0600, 0x06ff, 'arabic'],
	[0x0750, 0x077f, 'arabic'],
	[0x0870, 0x08ff, 'arabic'],
	[0x0900, 0x0d7f, 'indic'],
	[0x0e00, 0x0e7f, 'thai'],
	[0x1c80, 0x1c8f, 'cyrillic'],
	[0x1d00, 0x1d7f, 'latin'],
	[0x1e00, 0x1eff, 'latin'],
	[0x1f00, 0x1fff, 'greek'],
	[0x2c60, 0x2c7f, 'latin'],
	[0x3005, 0x3007, 'han'],
	[0x3041, 0x30ff, 'kana'],
	[0x3400, 0x4dbf, 'han'],
	[0x4e00, 0x9fff, 'han'],
	[0xa640, 0xa69f, 'cyrillic'],
	[0xa720, 0xa7ff, 'latin'],
	[0xac00, 0xd7a3, 'hangul'],
	[0xf900, 0xfaff, 'han'],
	[0xfb50, 0xfdff, 'arabic'],
	[0xfe70, 0xfeff, 'arabic'],
	[0x20000, 0x323af, 'han'],
];

/** The script of a code point. */
export function scriptOf(codePoint: number): Script {
	let low = 0;
	let high = ranges.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const [first, last, script] = ranges[middle]!;
		if (codePoint < first) high = middle - 1;
		else if (codePoint > last) low = middle + 1;
		else return script;
	}
	return 'other';
}

/** True for scripts whose words are not set apart by spaces in names: one run may be a whole name. */
export function isUnspaced(script: Script): boolean {
	return script === 'han' || script === 'kana' || script === 'hangul';
}
