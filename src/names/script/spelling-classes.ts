/**
 * A Latin word → one form for all usual spellings of the same sounds, so that transliterations of one name meet: mohamed and
 * muhammad, jukov and zhukov. An ordered list of rewritings, repeated until nothing changes; the result is no name to show.
 * Total and idempotent on the alphabet of `toLatin`. Words of one syllable keep their vowels and sibilants: Zhang is not Zheng.
 */

type Rule = readonly [from: RegExp, to: string, holds: 'always' | 'long', all: string, any?: string];

/**
 * None of them makes a word longer, so the repetition ends. The last strings name letters that a match has: all of the
 * first, one of the second; a rule is not tried on a word without them. `=` stands for two equal letters side by side.
 */
const rules: readonly Rule[] = [
	[/'/g, '', 'always', "'"],
	[/ee/g, 'i', 'always', 'e='],
	[/oo|ou(?![aeiou])/g, 'u', 'always', 'o'],
	// ow, ew at the end are Slavic -ov, -ev.
	[/([oe])(?:w|v|ff)$/, '$1f', 'long', '', 'wvf'],
	[/([a-z])\1+/g, '$1', 'always', '='],
	[/ph/g, 'f', 'always', 'ph'],
	[/c[kq]/g, 'k', 'always', 'c', 'kq'],
	[/q/g, 'k', 'always', 'q'],
	[/(?:shtch|chtch|schtsch|stsch|szcz|shch|tsch|tch|tsh|cz)/g, 'ch', 'long', '', 'cth'],
	[/^hs/, 's', 'always', 'hs'],
	[/sch/g, 'sh', 'always', 'sch'],
	[/chr/g, 'kr', 'long', 'chr'],
	// German and Polish: Achmed, Wachtang.
	[/ch(?=[mnt])/g, 'h', 'long', 'ch'],
	[/(?:sch|sh|sz|ch)/g, 's', 'long', '', 'hz'],
	[/([oe]v|z)ic$/, '$1is', 'long', 'ic'],
	[/t[sz]/g, 'z', 'long', 't', 'sz'],
	[/c(?=[eiy])/g, 's', 'long', 'c'],
	[/c(?!h)/g, 'k', 'always', 'c'],
	[/ks/g, 'x', 'always', 'ks'],
	[/^x(?!h)/, 's', 'long', 'x'],
	[/(?:dzh|dsch|dsh|dj|zh|xh)/g, 'j', 'long', '', 'dzx'],
	[/kh/g, 'h', 'always', 'kh'],
	[/gh/g, 'g', 'always', 'gh'],
	[/([tdb])h/g, '$1', 'always', 'h', 'tdb'],
	// French Naguib, Guido: the u only says that g is hard; before it turns to j.
	[/gu(?=[ei])/g, 'gj', 'long', 'gu'],
	[/g(?=[eiy])/g, 'j', 'long', 'g'],
	[/gj/g, 'g', 'long', 'gj'],
	[/^ye/, 'e', 'long', 'ye'],
	[/^[iy](?=[aou])/, 'j', 'long', '', 'iy'],
	[/([aeiou])j$/, '$1i', 'long', 'j'],
	[/([tnlrmsvkpb])j(?=[aeou])/g, '$1i', 'long', 'j'],
	[/([a-z])y/g, '$1i', 'always', 'y'],
	[/i[jiy]/g, 'i', 'always', 'i', 'jy='],
	[/ei/g, 'ai', 'long', 'ei'],
	// w, ou and u before a vowel are one sound: Marwan, Marouan; Edward, Eduard.
	[/(?:ou|w|u)(?=[aei])/g, 'v', 'long', '', 'wu'],
	[/a(?:w|ou?|vu)(?![aei])/g, 'au', 'long', 'a', 'wov'],
	[/w/g, 'v', 'long', 'w'],
	[/([oe])v$/, '$1f', 'long', 'v'],
	[/([aeiou])h$/, '$1', 'always', 'h'],
	[/([aeiou][^aeiou ]+[aeiou][^aeiou ]+)e$/, '$1', 'long', 'e'],
	[/ie$/, 'i', 'long', 'ie'],
	[/^e/, 'i', 'long', 'e'],
	[/e/g, 'a', 'long', 'e'],
	[/o/g, 'u', 'long', 'o'],
];

/** One bit a letter, one for the apostrophe, one for two equal letters side by side. */
const APOSTROPHE = 1 << 26;
const DOUBLE = 1 << 27;

function lettersOf(word: string): number {
	let letters = 0;
	let before = 0;
	for (let at = 0; at < word.length; at += 1) {
		const code = word.charCodeAt(at);
		if (code >= 97) letters |= 1 << (code - 97);
		else if (code === 39) letters |= APOSTROPHE;
		if (code === before) letters |= DOUBLE;
		before = code;
	}
	return letters;
}

const maskOf = (letters: string): number =>
	lettersOf(letters.replace('=', '')) | (letters.includes('=') ? DOUBLE : 0);

type PreparedRule = {
	readonly from: RegExp;
	readonly to: string;
	readonly all: number;
	readonly any: number;
};

const prepared = (list: readonly Rule[]): readonly PreparedRule[] =>
	list.map(([from, to, , all, any]) => ({ from, to, all: maskOf(all), any: maskOf(any ?? '') }));

const everyRule = prepared(rules);
const careful = prepared(rules.filter(([, , holds]) => holds === 'always'));

/**
 * The class of a Latin word as `toLatin` gives it: equal for spellings of one sound. Linear in the length of the word.
 */
export function spellingClass(latin: string): string {
	const list = syllables(latin) > 1 ? everyRule : careful;
	let word = latin;
	for (;;) {
		const next = rewritten(word, list);
		if (next === word) return word;
		word = next;
	}
}

function rewritten(word: string, list: readonly PreparedRule[]): string {
	let result = word;
	let letters = lettersOf(word);
	for (const { from, to, all, any } of list) {
		if ((letters & all) !== all || (any !== 0 && (letters & any) === 0)) continue;
		const next = result.replace(from, to);
		if (next === result) continue;
		result = next;
		letters = lettersOf(next);
	}
	return result;
}

/** Groups of vowels. */
function syllables(word: string): number {
	let count = 0;
	let inVowel = false;
	for (let at = 0; at < word.length; at += 1) {
		const isVowel = 'aeiouy'.includes(word[at]!);
		if (isVowel && !inVowel) count += 1;
		inVowel = isVowel;
	}
	return count;
}
