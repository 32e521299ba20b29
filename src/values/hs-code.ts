/**
 * Codes of the Harmonized System (World Customs Organization). In: a code as written ("8471.30", "8471 30 00 00").
 * Out: its digits and chapter, or why it is none. Grammar: code = chapter [heading [subheading [national]]], two digits
 * each and up to four national ones; "." and white space do not matter.
 * Structure only; whether a subheading exists is answered by a list that is loaded at run time (reference-lists.ts).
 */
import { fault, type Parsed } from './parsed.ts';

export type HsCode = {
	/** Two, four or six digits of the Harmonized System. */
	readonly hs: string;
	/** Everything that was given, national digits included. */
	readonly digits: string;
	readonly chapter: number;
	/** Roman number of the section, or undefined for the national chapters 98 and 99. */
	readonly section: string | undefined;
};

/** First chapter of each section, I to XXI. */
const SECTION_STARTS = [1, 6, 15, 16, 25, 28, 39, 41, 44, 47, 50, 64, 68, 71, 72, 84, 86, 90, 93, 94, 97];
const ROMAN = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI'.split(' ');
const RESERVED_CHAPTER = 77;

/** Section (I to XXI) of a chapter (1 to 97, without 77, which is reserved); undefined for any other number. */
export function sectionOfChapter(chapter: number): string | undefined {
	if (!(chapter >= 1 && chapter <= 97) || chapter === RESERVED_CHAPTER) return undefined;
	let index = SECTION_STARTS.length - 1;
	while ((SECTION_STARTS[index] ?? 1) > chapter) index -= 1;
	return ROMAN[index];
}

/** True for a chapter that international goods have (1 to 97 without 77) or that nations use for their own (98, 99). */
export const isChapter = (chapter: number): boolean =>
	Number.isInteger(chapter) && chapter >= 1 && chapter <= 99 && chapter !== RESERVED_CHAPTER;

/** Reads a code of two to ten digits. */
export function parseHsCode(text: string): Parsed<HsCode> {
	const digits = text.replace(/[\s.]/g, '');
	if (!/^\d{2,10}$/.test(digits)) return fault('shape', 'is not two to ten digits');
	const chapter = Number(digits.slice(0, 2));
	if (/^0+$/.test(digits) || /^9+$/.test(digits) || chapter === 0)
		return fault('placeholder', 'is a placeholder and not a commodity code');
	if (chapter === RESERVED_CHAPTER) return fault('unknown-code', 'is in chapter 77, which is reserved');
	if (digits.length === 3 || digits.length === 5)
		return fault(
			'shape',
			`has ${digits.length} digits: chapters have two, headings four and subheadings six`,
		);
	if (digits.length >= 4 && chapter < 98 && digits.slice(2, 4) === '00')
		return fault('unknown-code', `has heading 00, which chapter ${digits.slice(0, 2)} does not have`);
	return { ok: true, value: { hs: digits.slice(0, 6), digits, chapter, section: sectionOfChapter(chapter) } };
}

/**
 * True where the structure is right and, if a list is loaded, the first six digits are on it.
 * @param listed answers for a list: true, false, or undefined where none is loaded.
 */
export function isHsCode(
	text: string,
	listed: (code: string) => boolean | undefined = () => undefined,
): boolean {
	const parsed = parseHsCode(text);
	return parsed.ok && (parsed.value.chapter >= 98 || listed(parsed.value.hs) !== false);
}
