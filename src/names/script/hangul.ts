/**
 * Korean syllables → Revised Romanization (2000), syllable by syllable without assimilation between them, as passports
 * write given names. One word in, one word out.
 */

const initials = 'g kk n d tt r m b pp s ss - j jj ch k t p h'
	.split(' ')
	.map((one) => (one === '-' ? '' : one));
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = '- k k k n n n t l l l l l l l l m p p t t ng t t k t p t'
	.split(' ')
	.map((one) => (one === '-' ? '' : one));

/** The Latin form of one Korean syllable (U+AC00 to U+D7A3), or an empty string for anything else. */
export function syllableToLatin(codePoint: number): string {
	const index = codePoint - 0xac00;
	if (index < 0 || index > 11_171) return '';
	return initials[Math.floor(index / 588)]! + vowels[Math.floor((index % 588) / 28)]! + finals[index % 28]!;
}

/** One run of Korean syllables → Latin, joined. */
export function hangulToLatin(run: string): string {
	let result = '';
	for (const syllable of run) result += syllableToLatin(syllable.codePointAt(0)!);
	return result;
}
