/**
 * Arabic, Persian and Urdu → Latin as names are usually written: a table of usual names first, else DIN 31635 without marks
 * with the vowels that are written and the likeliest where none is (a; i in the pattern of Khalid and Tariq).
 * The article al- becomes a word of its own, before sun letters too.
 */
import { arabicNames, easternNames } from './arabic-names.ts';
import { withUnwrittenVowels } from './unwritten-vowels.ts';

const consonants: ReadonlyMap<string, string> = new Map(
	`ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h پ=p چ=ch ژ=zh گ=g ٹ=t ڈ=d
	ڑ=r ں=n ھ=h ڤ=v ڭ=g ڨ=g ټ=t ډ=d ړ=r ږ=zh ښ=sh ڼ=n څ=ts ځ=dz ګ=g ۆ=o ێ=e ڵ=l ڕ=r ے=e ې=e ۍ=i ئ=i ؤ=u`
		.split(/\s+/)
		.map((pair): [string, string] => [pair[0]!, pair.slice(2)]),
);

/** One spelling of what Arabic writers do not keep apart: hamza on alif, the yeh and kaf of Persian, marks of vowels. */
export function arabicKey(word: string): string {
	return word
		.replace(/[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g, '')
		.replace(/[أإآٱ]/g, 'ا')
		.replace(/[ىیي]/g, 'ي')
		.replace(/ک/g, 'ك')
		.replace(/[ۀہەة]/g, 'ه');
}

/** Usual Latin spellings of a known word, the main one first. */
export function knownArabic(word: string): readonly string[] | undefined {
	return (easternLetters.test(word) ? easternFirst : arabicFirst).get(arabicKey(word));
}

/** Letters and forms of letters that Arabic keyboards do not have. */
const easternLetters = /[کیگپچژہےٹڈڑںھڼښې]/;
const arabicFirst = byKey([...arabicNames, ...easternNames]);
const easternFirst = byKey([...easternNames, ...arabicNames]);

function byKey(
	entries: readonly (readonly [string, readonly string[]])[],
): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, readonly string[]>();
	for (const [native, latin] of entries) {
		const key = arabicKey(native);
		found.set(key, [...new Set([...(found.get(key) ?? []), ...latin])]);
	}
	return found;
}

/** One run of Arabic letters → Latin; a leading article is set apart by a space. */
export function arabicToLatin(run: string): string {
	const word = arabicKey(run);
	const known = knownArabic(run)?.[0];
	// A table entry with the article is spelt without it; إلياس and الله begin alike and have none.
	if (known !== undefined) return run.startsWith('ال') && !/^[aie]l/.test(known) ? `al ${known}` : known;
	if (word.startsWith('عبدال') && word.length > 6) return `abdul${wordToLatin(word.slice(5), run.slice(5))}`;
	if (word.startsWith('ال') && word.length > 4) return `al ${wordToLatin(word.slice(2), run.slice(2))}`;
	return wordToLatin(word, run);
}

function wordToLatin(word: string, run: string): string {
	const known = knownArabic(run)?.[0];
	if (known !== undefined) return known;
	const endsInTaMarbuta = run.endsWith('ة');
	const sounds: string[] = [];
	for (let at = 0; at < word.length; at += 1) {
		const letter = word[at]!;
		const before = word[at - 1];
		const next = word[at + 1];
		const isLast = next === undefined;
		if (letter === 'ا') sounds.push(at === 0 && next === 'ي' ? '' : 'a');
		else if (letter === 'ع')
			sounds.push(next === 'ا' || (next === 'و' && at > 0) ? '' : next === 'ي' && at === 0 ? '' : 'a');
		else if (letter === 'ء') sounds.push('');
		else if (letter === 'و')
			sounds.push(at === 0 || next === 'ا' || next === 'ي' || before === 'ا' ? 'w' : 'u');
		else if (letter === 'ي')
			sounds.push((at === 0 && next !== undefined) || next === 'ا' || next === 'و' ? 'y' : 'i');
		else if (letter === 'ه' && isLast && endsInTaMarbuta) sounds.push('a');
		else sounds.push(consonants.get(letter) ?? (/\d/.test(letter) ? letter : digit(letter)));
	}
	return withUnwrittenVowels(sounds.filter((sound) => sound !== ''));
}

function digit(letter: string): string {
	const code = letter.charCodeAt(0);
	if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
	if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
	return letter;
}
