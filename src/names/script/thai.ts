/**
 * Thai → Latin after the Royal Thai General System (1999), syllable by syllable, without a dictionary: unwritten vowels are
 * o inside a closed syllable and a elsewhere, as the rules have it. Tones and vowel length are not written by the system.
 * Where a family name is spelt by its Indic origin (สวัสดิ์ → Sawat), a silenced letter is left out.
 */

const initials = table(
	`กk ขkh ฃkh คkh ฅkh ฆkh งng จch ฉch ชch ซs ฌch ญy ฎd ฏt ฐth ฑth ฒth ณn ดd ตt ถth ทth ธth นn บb ปp ผph ฝf พph ฟf ภph มm
	ยy รr ลl วw ศs ษs สs หh ฬl อ ฮh`,
);
const finals = table(
	`กk ขk คk ฆk งng จt ชt ซt ญn ฎt ฏt ฐt ฑt ฒt ณn ดt ตt ถt ทt ธt นn บp ปp พp ฟp ภp มm ยi รn ลn วo ศt ษt สt ฬn`,
);
const beforeVowels: { readonly [sign: string]: string } = { เ: 'e', แ: 'ae', โ: 'o', ใ: 'ai', ไ: 'ai' };
const afterVowels: { readonly [sign: string]: string } = {
	ะ: 'a',
	'\u0e31': 'a',
	า: 'a',
	'\u0e34': 'i',
	'\u0e35': 'i',
	'\u0e36': 'ue',
	'\u0e37': 'ue',
	'\u0e38': 'u',
	'\u0e39': 'u',
};
const longSigns = 'า\u0e35\u0e37\u0e39';
/** Pairs of consonants that begin a syllable together. */
const clusters = new Set(
	'กร กล กว ขร ขล ขว คร คล คว ตร ปร ปล พร พล ผล บร บล ดร ฟร ฟล ทร ศร สร หน หม หล หร หว หย หง อย'.split(' '),
);

function table(rows: string): ReadonlyMap<string, string> {
	return new Map(rows.split(/\s+/).map((one): [string, string] => [one[0]!, one.slice(1)]));
}

type Reader = { readonly signs: readonly string[]; at: number };

/** One run of Thai letters → Latin. */
export function thaiToLatin(run: string): string {
	// Tone marks go; a letter with the silencing mark goes with its vowel; NFKC has split sara am in two.
	const plain = run
		.replace(/[\u0e48-\u0e4b\u0e47\u0e4e\u0e3a]/g, '')
		.replace(/[ทตด]?ร\u0e4c|[ก-ฮ][\u0e31-\u0e39]?\u0e4c/g, '')
		.replace(/\u0e4d\u0e32/g, '\u0e33')
		.replace(/ฤ/g, 'ริ')
		.replace(/ฦ/g, 'ลิ');
	const reader: Reader = { signs: [...plain], at: 0 };
	let result = '';
	while (reader.at < reader.signs.length) result += syllable(reader);
	return result;
}

function syllable(reader: Reader): string {
	const first = reader.signs[reader.at]!;
	const before = beforeVowels[first];
	if (before !== undefined) {
		reader.at += 1;
		const start = onset(reader, first);
		return start + vowelAround(reader, first, before);
	}
	if (!isConsonant(first)) {
		reader.at += 1;
		return afterVowels[first] ?? digit(first);
	}
	const start = onset(reader, '');
	return start + vowelAfter(reader);
}

/** One consonant, or two that begin a syllable together; a leading h only gives the tone. */
function onset(reader: Reader, vowelBefore: string): string {
	const one = reader.signs[reader.at];
	if (one === undefined || !isConsonant(one)) return '';
	const two = reader.signs[reader.at + 1] ?? '';
	const three = reader.signs[reader.at + 2] ?? '';
	const isPair = clusters.has(one + two);
	const isTogether =
		isPair && (isVowelSign(three) || (vowelBefore !== '' && (three !== '' || vowelBefore !== 'เ')));
	if (!isTogether) {
		reader.at += 1;
		// เฉลิม, เสมอ: the vowel is spoken after the second consonant, a short a after the first.
		const isSplit = vowelBefore === 'เ' && 'ฉขสถผจต'.includes(one) && 'ลรนมงวย'.includes(two || '-');
		if (!isSplit || (three !== '\u0e34' && three !== 'อ')) return initials.get(one)!;
		reader.at += 1;
		return `${initials.get(one)!}a${initials.get(two)!}`;
	}
	reader.at += 2;
	if (one === 'ห' || one === 'อ') return initials.get(two)!;
	if (one + two === 'ทร') return 's';
	if (one + two === 'สร' || one + two === 'ศร') return 's';
	return initials.get(one)! + initials.get(two)!;
}

/** After a vowel that is written before its consonant: เ-า ao, เ-ีย ia, เ-ือ uea, เ-อ oe, เ-ิ oe, then a final. */
function vowelAround(reader: Reader, sign: string, vowel: string): string {
	const next = reader.signs[reader.at] ?? '';
	const pair = next + (reader.signs[reader.at + 1] ?? '');
	const take = (count: number, sound: string) => {
		reader.at += count;
		return sound + final(reader);
	};
	if (sign === 'เ') {
		if (next === 'า') {
			reader.at += reader.signs[reader.at + 1] === 'ะ' ? 2 : 1;
			return pair === 'าะ' ? 'o' : 'ao';
		}
		if (pair === '\u0e35ย') return take(2, 'ia');
		if (pair === '\u0e37อ') return take(2, 'uea');
		if (next === 'อ' || next === '\u0e34') return take(1, 'oe');
		if (next === 'ย' && !isVowelSign(reader.signs[reader.at + 1])) {
			reader.at += 1;
			return 'oei';
		}
	}
	if (next === 'ะ') {
		reader.at += 1;
		return vowel;
	}
	if (sign === 'ไ' || sign === 'ใ') {
		if (next === 'ย' && !isVowelSign(reader.signs[reader.at + 1])) reader.at += 1;
		return vowel;
	}
	return vowel + final(reader, true);
}

/** After the consonant: a vowel sign with a final, รร, ว or อ as a vowel, or no vowel written. */
function vowelAfter(reader: Reader): string {
	const next = reader.signs[reader.at];
	if (next === undefined) return '';
	const after = reader.signs[reader.at + 1];
	if (next === '\u0e33') {
		reader.at += 1;
		return 'am';
	}
	if (next === 'ร' && after === 'ร') {
		reader.at += 2;
		const end = final(reader);
		return end === '' ? 'an' : `a${end}`;
	}
	if (next === '\u0e31' && after === 'ว') {
		reader.at += reader.signs[reader.at + 2] === 'ะ' ? 3 : 2;
		return 'ua';
	}
	const written = afterVowels[next];
	if (written !== undefined) {
		reader.at += 1;
		// ือ without a final is written with a silent อ.
		if (next === '\u0e37' && after === 'อ') reader.at += 1;
		return next === 'ะ' ? written : written + final(reader, longSigns.includes(next));
	}
	if (next === 'อ' && !isVowelSign(after)) {
		reader.at += 1;
		return `o${final(reader)}`;
	}
	if (
		next === 'ว' &&
		after !== undefined &&
		isConsonant(after) &&
		!isVowelSign(reader.signs[reader.at + 2])
	) {
		reader.at += 1;
		return `ua${final(reader)}`;
	}
	if (!isConsonant(next)) return 'a';
	// Two consonants: a closed syllable with o where nothing of the second is a beginning, else an open one with a.
	if (startsSyllable(reader, reader.at)) return 'a';
	const end = final(reader);
	return end === '' ? 'a' : `o${end}`;
}

/** A final consonant, if the next one does not begin a syllable. A second silent one (จักร, บุตร, ชาติ) goes with it. */
function final(reader: Reader, isLong = false): string {
	const sign = reader.signs[reader.at];
	const end = sign === undefined ? undefined : finals.get(sign);
	if (sign === undefined || end === undefined || startsSyllable(reader, reader.at)) return '';
	const next = reader.signs[reader.at + 1];
	const isLast = reader.at + 2 === reader.signs.length;
	// Two consonants that end a word are a syllable of their own behind a long vowel: ธนากร.
	if (isLong && isLast && isConsonant(next ?? '')) return '';
	reader.at += 1;
	if (next === 'ษ' && sign === 'ก' && isLast) reader.at += 1;
	if (isLast && (next === 'ร' || next === '\u0e34' || next === '\u0e38')) reader.at += 1;
	return end;
}

/** A consonant begins a syllable when a vowel sign follows, or when it begins a pair that a vowel sign follows. */
function startsSyllable(reader: Reader, at: number): boolean {
	const sign = reader.signs[at]!;
	const next = reader.signs[at + 1];
	if (next === undefined) return false;
	const isShortEnd =
		at + 2 === reader.signs.length && (next === '\u0e34' || next === '\u0e38') && sign === 'ต';
	if (isVowelSign(next)) return !isShortEnd;
	if (next === 'อ' && !isVowelSign(reader.signs[at + 2])) return true;
	if (next === 'ร' && reader.signs[at + 2] === 'ร') return true;
	return clusters.has(sign + next) && isVowelSign(reader.signs[at + 2]);
}

function isConsonant(sign: string): boolean {
	return initials.has(sign);
}

function isVowelSign(sign: string | undefined): boolean {
	return sign !== undefined && (afterVowels[sign] !== undefined || sign === '\u0e33');
}

function digit(sign: string): string {
	const value = sign.charCodeAt(0) - 0xe50;
	return value >= 0 && value <= 9 ? String(value) : '';
}
