/**
 * The sounds that a script without short vowels writes → the same with a vowel where the language must have one.
 * Syllables are CV or CVC: a vowel goes where two consonants begin a word, three meet, or two end it.
 */

/** Digits need no vowel either. */
const isVowel = (sound: string | undefined): boolean => sound !== undefined && /^[aeiou0-9]/.test(sound);

/**
 * `sounds` (each a consonant of one or two letters, or a vowel) joined, with `a` where a vowel is missing; `i` between the
 * last two where a long a stands before them, as in Khalid, Tariq and Salih.
 */
export function withUnwrittenVowels(sounds: readonly string[]): string {
	let result = '';
	/** Consonants since the last vowel, written or not. */
	let consonants = 0;
	for (const [at, sound] of sounds.entries()) {
		result += sound;
		if (isVowel(sound)) {
			consonants = 0;
			continue;
		}
		consonants += 1;
		const next = sounds[at + 1];
		if (next === undefined || isVowel(next)) continue;
		const nextIsLast = at + 2 === sounds.length;
		if (at > 0 && consonants < 2 && !nextIsLast) continue;
		result += nextIsLast && at === 2 && sounds[1] === 'a' ? 'i' : 'a';
		consonants = 0;
	}
	return result;
}
