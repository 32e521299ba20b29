/**
 * Cyrillic → Latin as names are usually written in English: BGN/PCGN for Russian without apostrophes, the Ukrainian table
 * of 2010, the Bulgarian law of 2009, Gaj's letters without accents for Serbian, passports elsewhere.
 * The language is told from letters that only it has; without one of them the Russian rules hold.
 */

export type CyrillicLanguage =
	| 'russian'
	| 'ukrainian'
	| 'belarusian'
	| 'bulgarian'
	| 'serbian'
	| 'macedonian'
	| 'turkic'
	| 'none';

const table = (rows: string): ReadonlyMap<string, string> =>
	new Map(
		rows
			.trim()
			.split(/\s+/)
			.map((pair): [string, string] => [pair[0]!, pair.slice(2)]),
	);

const general =
	table(`а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f
	х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=yi є=ye ґ=g ў=u ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz ѓ=gj ќ=kj ѕ=dz
	ѣ=e ѳ=f ѵ=i ѫ=u ѝ=i ѐ=e ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h ҳ=h ҷ=j ӣ=i ӯ=u ҙ=z ҫ=s ҡ=k ӏ= ҿ=ch ҽ=ch ӡ=dz ҩ=o ҭ=t
	ԥ=p ԝ=w ԛ=q ӑ=a ӗ=e ӱ=u ӧ=o ӓ=a ӝ=zh ӟ=z ӥ=i ӵ=ch җ=j`);

const special: { readonly [language in CyrillicLanguage]: ReadonlyMap<string, string> } = {
	russian: new Map(),
	none: new Map(),
	ukrainian: table('г=h и=y'),
	belarusian: table('г=h'),
	bulgarian: table('щ=sht ъ=a х=h'),
	serbian: table('ж=z х=h ц=c ч=c ш=s'),
	macedonian: table('х=h ц=c'),
	turkic: table('ў=o х=kh ж=zh'),
};

/** The language whose rules hold for a text in lower case, told from its letters. */
export function cyrillicLanguage(text: string): CyrillicLanguage {
	if (!/[\u0400-\u052f]/.test(text)) return 'none';
	if (/[ѓќѕ]/.test(text)) return 'macedonian';
	if (/[ђћјљњџ]/.test(text)) return 'serbian';
	if (/[әғқңөұүһҳҷӣӯ]/.test(text)) return 'turkic';
	if (/[їєґ]|[сцз]ьк|йо[^мп]|ьо/.test(text) && !/[ыэё]/.test(text)) return 'ukrainian';
	if (/ў/.test(text)) return 'belarusian';
	if (/і/.test(text)) return /[ыэ]/.test(text) ? 'belarusian' : 'ukrainian';
	if (/[бвгджзклмнпрстфхцчшщ]ъ[бвгджзйклмнпрстфхцчшщ]/.test(text) && !/[ыэё]/.test(text)) return 'bulgarian';
	return 'russian';
}

/** One run of Cyrillic letters in lower case → Latin. Letters it does not know are left as they are. */
export function cyrillicToLatin(run: string, language: CyrillicLanguage): string {
	const own = special[language];
	let word = run;
	let ending = '';
	if (/[иы]й$/.test(word)) {
		word = word.slice(0, -2);
		ending = 'y';
	} else if (language === 'ukrainian' && /ій$/.test(word)) {
		word = word.slice(0, -2);
		ending = 'iy';
	}
	let result = '';
	let before = '';
	for (const letter of word) {
		// A sign before е is the sound ye: Юрьевич → Yuryevich.
		if (letter === 'е' && (before === 'ь' || before === 'ъ') && language !== 'bulgarian') result += 'ye';
		else if (letter === 'о' && before === 'ь') result += language === 'bulgarian' ? 'yo' : 'o';
		else if (letter === 'є' && before !== '') result += 'ie';
		else if (letter === 'ї' && before !== '') result += 'i';
		else result += own.get(letter) ?? general.get(letter) ?? letter;
		before = letter;
	}
	return result + ending;
}

const lookalikes =
	table(`а=a в=b е=e к=k м=m н=h о=o р=p с=c т=t у=y х=x ѕ=s і=i ј=j һ=h ԁ=d ԛ=q ԝ=w ё=e ї=i з=3
	α=a β=b ε=e ι=i κ=k μ=m ν=v ο=o ρ=p τ=t υ=u χ=x η=n γ=y`);

/**
 * Cyrillic or Greek letters that stand in a word of Latin letters because they look like them; undefined when one of
 * them looks like no Latin letter, so that the word really mixes scripts.
 */
export function cyrillicLookalikes(run: string): string | undefined {
	let result = '';
	for (const letter of run) {
		const like = lookalikes.get(letter);
		if (like === undefined) return undefined;
		result += like;
	}
	return result;
}
