/**
 * Hebrew → Latin as Israeli names are usually written: the table of usual names first, else the rules of the Academy
 * (2006, simple form) with the vowels that are written; an a between consonants where none is. Points are dropped.
 */
import { hebrewNames } from './hebrew-names.ts';
import { withUnwrittenVowels } from './unwritten-vowels.ts';

const letters: ReadonlyMap<string, string> = new Map(
	`ג=g ד=d ה=h ז=z ח=h ט=t ך=kh ל=l מ=m ם=m נ=n ן=n ס=s ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t`
		.split(' ')
		.map((pair): [string, string] => [pair[0]!, pair.slice(2)]),
);

/** One run of Hebrew letters → Latin. */
export function hebrewToLatin(run: string): string {
	const word = run.replace(/[\u0591-\u05c7]/g, '');
	const known = hebrewNames.get(word);
	if (known !== undefined) return known;
	const sounds: string[] = [];
	for (let at = 0; at < word.length; at += 1) {
		const letter = word[at]!;
		const isFirst = at === 0;
		const isLast = at === word.length - 1;
		const next = word[at + 1] ?? '';
		if (letter === 'א' || letter === 'ע') {
			if (isFirst ? !'וי'.includes(next) || next === '' : isLast || !'וי'.includes(next)) sounds.push('a');
		} else if (letter === 'ב') sounds.push(isFirst ? 'b' : 'v');
		else if (letter === 'כ') sounds.push(isFirst ? 'k' : 'kh');
		else if (letter === 'פ') sounds.push(isFirst ? 'p' : 'f');
		else if (letter === 'ו') {
			if (next === 'ו') {
				sounds.push('v');
				at += 1;
			} else sounds.push(isFirst || 'אה'.includes(next || '-') ? 'v' : 'o');
		} else if (letter === 'י') {
			if (next === 'י') {
				sounds.push('a', 'i');
				at += 1;
			} else sounds.push(isFirst || 'אהו'.includes(next || '-') ? 'y' : 'i');
		} else if (letter === 'ה' && isLast) sounds.push('a');
		else sounds.push(letters.get(letter) ?? '');
	}
	return withUnwrittenVowels(sounds.filter((sound) => sound !== ''));
}
