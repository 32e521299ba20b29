/**
 * Hiragana and katakana → Latin after modified Hepburn without macrons, as Japanese passports write names: long o and u
 * are written short (さとう → sato), ん is n, っ doubles.
 */

const rows = `あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo
	たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo
	ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐi ゑe をo んn ゔvu ぁa ぃi ぅu ぇe ぉo
	ゎwa ゕka ゖke`;
const syllables: ReadonlyMap<string, string> = new Map(
	rows
		.trim()
		.split(/\s+/)
		.map((one): [string, string] => [one[0]!, one.slice(1)]),
);
const small = 'ゃゅょぁぃぅぇぉ';
const smallVowel: { readonly [small: string]: string } = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

/** One run of kana → Latin. */
export function kanaToLatin(run: string): string {
	let result = '';
	let double = false;
	const hiragana = [...run].map(toHiragana);
	for (let at = 0; at < hiragana.length; at += 1) {
		const kana = hiragana[at]!;
		if (kana === 'っ') {
			double = true;
			continue;
		}
		if (kana === 'ー') continue;
		let sound = syllables.get(kana) ?? kana;
		const next = hiragana[at + 1] ?? '';
		if (next !== '' && small.includes(next) && !small.includes(kana) && sound.length > 1) {
			sound = contracted(sound, next);
			at += 1;
		}
		if (double) result += sound.startsWith('ch') ? 't' : (sound[0] ?? '');
		double = false;
		result += sound;
	}
	return result.replace(/o[ou]+/g, 'o').replace(/uu+/g, 'u');
}

/** き + ゃ → kya, し + ょ → sho, ふ + ぁ → fa, て + ぃ → ti. */
function contracted(sound: string, small: string): string {
	const vowel = smallVowel[small];
	const consonant = sound.slice(0, -1);
	if (vowel === undefined) return consonant + (syllables.get(small) ?? '');
	if (consonant === 'sh' || consonant === 'ch' || consonant === 'j') return consonant + vowel;
	return `${consonant}y${vowel}`;
}

function toHiragana(character: string): string {
	const code = character.codePointAt(0)!;
	return code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : character;
}
