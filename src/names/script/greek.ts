/**
 * Modern Greek → Latin after ELOT 743 (ISO 843 type 2), as in Greek passports: μπ at the start b, ντ at the start d,
 * αυ and ευ by what follows, ου as ou. Ancient accents and breathings are dropped.
 */

const letters: ReadonlyMap<string, string> = new Map(
	`α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o`
		.split(' ')
		.map((pair): [string, string] => [pair[0]!, pair.slice(2)]),
);

const voiceless = 'θκξπσςτφχψ';

/** One run of Greek letters in lower case → Latin. */
export function greekToLatin(run: string): string {
	// A diaeresis keeps two vowels apart: it is kept as a mark until pairs are read, the stress is not.
	const marked = run.normalize('NFD').replace(/[\u0300-\u0307\u0309-\u036f]/g, '');
	let result = '';
	for (let at = 0; at < marked.length; at += 1) {
		const letter = marked[at]!;
		if (letter === '\u0308') continue;
		const next = marked[at + 1] ?? '';
		const pair = letter + next;
		const apart = marked[at + 2] === '\u0308';
		if (pair === 'ου' && !apart) {
			result += 'ou';
			at += 1;
		} else if ((pair === 'αυ' || pair === 'ευ' || pair === 'ηυ') && !apart) {
			const after = marked[at + 2] ?? '';
			const first = letter === 'α' ? 'a' : letter === 'ε' ? 'e' : 'i';
			result += first + (after === '' || voiceless.includes(after) ? 'f' : 'v');
			at += 1;
		} else if (pair === 'μπ') {
			result += at === 0 ? 'b' : 'mp';
			at += 1;
		} else if (pair === 'ντ') {
			result += at === 0 ? 'd' : 'nt';
			at += 1;
		} else if (pair === 'γκ') {
			result += at === 0 ? 'g' : 'gk';
			at += 1;
		} else if (letter === 'γ' && (next === 'γ' || next === 'ξ' || next === 'χ')) result += 'n';
		else result += letters.get(letter) ?? letter;
	}
	return result;
}
