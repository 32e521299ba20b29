/**
 * Names reduced to what stays the same however a clerk writes them: tokens in capitals, without accents, in a fixed order.
 * In: names of persons and organisations. Out: tokens and keys for finding records that meet. Two different people can share
 * a key and one person can have two: deciding whether two names are one is the work of screening, not of this module.
 */

/** Letters that Unicode does not take apart into a base letter and an accent. */
const LETTERS: { readonly [letter: string]: string } = {
	ß: 'SS',
	ẞ: 'SS',
	Æ: 'AE',
	æ: 'AE',
	Œ: 'OE',
	œ: 'OE',
	Ø: 'O',
	ø: 'O',
	Ł: 'L',
	ł: 'L',
	Đ: 'D',
	đ: 'D',
	ð: 'D',
	Ð: 'D',
	Þ: 'TH',
	þ: 'TH',
	ı: 'I',
	ħ: 'H',
	Ħ: 'H',
};

const TITLES: ReadonlySet<string> = new Set(
	'MR MRS MS MISS MSTR MASTER DR PROF SIR HERR FRAU MME MLLE SR SRA'.split(' '),
);
const LEGAL_FORMS: ReadonlySet<string> = new Set(
	(
		'LTD LIMITED LLC INC INCORPORATED CORP CORPORATION CO COMPANY GMBH AG KG SA SAS SARL SRL SPA BV NV PLC OY AB AS APS ' +
		'PTE PTY LLP LP SL SP ZOO KFT DOO EOOD OOO PJSC JSC FZE FZCO BHD SDN THE AND'
	).split(' '),
);

/** Longest text that is read: a name of more characters is not one. */
const LONGEST = 300;

/** Tokens of a name, in capitals without accents, in the order given. Digits stay: companies have them. */
export function nameTokens(text: string): string[] {
	const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
	const isAscii = /^[\x00-\x7f]*$/.test(short);
	const plain = isAscii
		? short
		: short
				.normalize('NFD')
				.replace(/\p{M}/gu, '')
				.replace(/[ßẞÆæŒœØøŁłĐđðÐÞþıħĦ]/g, (letter) => LETTERS[letter] ?? letter);
	// Classes of Unicode cost several times as much.
	const between = isAscii ? /[^A-Z0-9]+/ : /[^\p{L}\p{N}]+/u;
	return plain
		.toUpperCase()
		.replace(/['’`.]/g, '')
		.split(between)
		.filter((token) => token !== '');
}

/** Tokens of the name of a person, without titles, sorted. */
export const personTokens = (name: string): string[] =>
	nameTokens(name)
		.filter((token) => !TITLES.has(token))
		.sort();

/** Tokens of the name of a company, without legal forms, sorted; all tokens where nothing else is left. */
export function companyTokens(name: string): string[] {
	const tokens = nameTokens(name);
	const telling = tokens.filter((token) => !LEGAL_FORMS.has(token));
	return (telling.length === 0 ? tokens : telling).sort();
}

/** Key of a person: sorted tokens and the date of birth. Undefined where either is missing. */
export function personKey(name: string, bornOn: string | undefined): string | undefined {
	if (bornOn === undefined) return undefined;
	const tokens = personTokens(name);
	return tokens.length === 0 ? undefined : `${tokens.join(' ')}|${bornOn}`;
}

/** Umlauts are written with and without the E that stands for their dots; Å is AA or A. */
const fold = (token: string): string => token.replace(/([AOU])E/g, '$1').replace(/AA/g, 'A');

/** True where one letter is put in, left out or replaced, and nothing else. */
function isOneEdit(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (long.length - short.length > 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at += 1;
	return short.length === long.length
		? short.slice(at + 1) === long.slice(at + 1)
		: short.slice(at) === long.slice(at + 1);
}

/** Short tokens are too alike to allow a slip in them. */
const LEAST_FOR_SLIP = 5;

/** True where two tokens can be one: equal, one the beginning of the other, transliterated otherwise, or one slip apart. */
export function isSameToken(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length >= 3 && long.startsWith(short)) return true;
	if (Math.abs(a.length - b.length) > 2) return false;
	return (short.length >= LEAST_FOR_SLIP && isOneEdit(a, b)) || fold(a) === fold(b);
}

/**
 * How much two token lists share, 0 to 1: the shared tokens by the shorter list, so that a name written in part still meets
 * the whole. Equal tokens are paired first, then those that can be one.
 */
export function tokenOverlap(a: readonly string[], b: readonly string[]): number {
	const [few, many] = a.length <= b.length ? [a, b] : [b, a];
	if (few.length === 0) return 0;
	const left = [...many];
	const unpaired: string[] = [];
	for (const token of few) {
		const at = left.indexOf(token);
		if (at >= 0) left.splice(at, 1);
		else unpaired.push(token);
	}
	let shared = few.length - unpaired.length;
	for (const token of unpaired) {
		const at = left.findIndex((other) => isSameToken(token, other));
		if (at < 0) continue;
		shared += 1;
		left.splice(at, 1);
	}
	return shared / few.length;
}
