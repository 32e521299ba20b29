/**
 * A Latin word → one form for all usual spellings of the same sounds, so that transliterations of one name meet: mohamed and
 * muhammad, jukov and zhukov. An ordered list of rewritings, repeated until nothing changes; the result is no name to show.
 * Total and idempotent on the alphabet of `toLatin`. Words of one syllable keep their vowels and sibilants: Zhang is not Zheng.
 */

type Rule = readonly [from: RegExp, to: string, holds: 'always' | 'long'];

/** None of them makes a word longer; so the repetition ends. */
const rules: readonly Rule[] = [
	[/'/g, '', 'always'],
	[/ee/g, 'i', 'always'],
	[/oo|ou(?![aeiou])/g, 'u', 'always'],
	// ow, ew at the end are Slavic -ov, -ev.
	[/([oe])(?:w|v|ff)$/, '$1f', 'long'],
	[/([a-z])\1+/g, '$1', 'always'],
	[/ph/g, 'f', 'always'],
	[/c[kq]/g, 'k', 'always'],
	[/q/g, 'k', 'always'],
	[/(?:shtch|chtch|schtsch|stsch|szcz|shch|tsch|tch|tsh|cz)/g, 'ch', 'long'],
	[/^hs/, 's', 'always'],
	[/chr/g, 'kr', 'long'],
	// German and Polish: Achmed, Wachtang.
	[/ch(?=[mnt])/g, 'h', 'long'],
	[/(?:sch|sh|sz|ch)/g, 's', 'long'],
	[/([oe]v|z)ic$/, '$1is', 'long'],
	[/t[sz]/g, 'z', 'long'],
	[/c(?=[eiy])/g, 's', 'long'],
	[/c(?!h)/g, 'k', 'always'],
	[/(?:ks)/g, 'x', 'always'],
	[/^x(?!h)/, 's', 'long'],
	[/(?:dzh|dsch|dsh|dj|zh|xh)/g, 'j', 'long'],
	[/kh/g, 'h', 'always'],
	[/gh/g, 'g', 'always'],
	[/([tdb])h/g, '$1', 'always'],
	// French Naguib, Guido: the u only says that g is hard; before it turns to j.
	[/gu(?=[ei])/g, 'gj', 'long'],
	[/g(?=[eiy])/g, 'j', 'long'],
	[/gj/g, 'g', 'long'],
	[/^ye/, 'e', 'long'],
	[/^[iy](?=[aou])/, 'j', 'long'],
	[/([aeiou])j$/, '$1i', 'long'],
	[/([tnlrmsvkpb])j(?=[aeou])/g, '$1i', 'long'],
	[/([a-z])y/g, '$1i', 'always'],
	[/i[jiy]/g, 'i', 'always'],
	[/(?:ei)/g, 'ai', 'long'],
	// w, ou and u before a vowel are one sound: Marwan, Marouan; Edward, Eduard.
	[/(?:ou|w|u)(?=[aei])/g, 'v', 'long'],
	[/a(?:w|ou?|vu)(?![aei])/g, 'au', 'long'],
	[/w/g, 'v', 'long'],
	[/([oe])v$/, '$1f', 'long'],
	[/([aeiou])h$/, '$1', 'always'],
	[/([aeiou][^aeiou ]+[aeiou][^aeiou ]+)e$/, '$1', 'long'],
	[/ie$/, 'i', 'long'],
	[/^e/, 'i', 'long'],
	[/e/g, 'a', 'long'],
	[/o/g, 'u', 'long'],
];

const careful = rules.filter(([, , holds]) => holds === 'always');

/**
 * The class of a Latin word as `toLatin` gives it: equal for spellings of one sound. Linear in the length of the word.
 */
export function spellingClass(latin: string): string {
	const list = syllables(latin) > 1 ? rules : careful;
	let word = latin;
	for (;;) {
		let next = word;
		for (const [from, to] of list) next = next.replace(from, to);
		if (next === word) return word;
		word = next;
	}
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
