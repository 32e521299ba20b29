/**
 * The scripts of India that Unicode lays out alike (Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada,
 * Malayalam) → Latin as names are usually spelt: Hunterian without accents; v for v and w, sh for both sibilants.
 * In the north an inherent a is not spoken at the end and between two syllables (Ohala's rule) and not written here.
 */

/** Consonants by their place in the block, from 0x15 on; `-` is not assigned. */
const consonants =
	`k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h`.split(' ');
const independentVowels: ReadonlyMap<number, string> = new Map(
	`5a 6a 7i 8i 9u 10u 11ri 12l 13e 14e 15e 16ai 17o 18o 19o 20au 96ri`
		.split(' ')
		.map((one): [number, string] => [Number.parseInt(one, 10), one.replace(/\d+/, '')]),
);
const vowelSigns: ReadonlyMap<number, string> = new Map(
	`62a 63i 64i 65u 66u 67ri 68ri 69e 70e 71e 72ai 73o 74o 75o 76au 86ai 87au`
		.split(' ')
		.map((one): [number, string] => [Number.parseInt(one, 10), one.replace(/\d+/, '')]),
);
const dotted: { readonly [consonant: string]: string } = {
	k: 'q',
	g: 'gh',
	j: 'z',
	d: 'r',
	dh: 'rh',
	ph: 'f',
	y: 'y',
};
/** Tamil writes one letter for the voiced and the unvoiced sound. */
const voicedBetweenVowels: { readonly [consonant: string]: string } = { k: 'g', t: 'd', p: 'b', ch: 's' };

type Unit = { consonant: string; vowel: string; isInherent: boolean; isNasal: boolean };

/** One run of Indic letters → Latin. */
export function indicToLatin(run: string): string {
	const units = readUnits(run);
	const block = (run.codePointAt(0)! - 0x900) >> 7;
	// Devanagari, Bengali, Gurmukhi, Gujarati drop the inherent vowel; Odia and the south speak it.
	if (block <= 3) dropInherent(units, block === 2);
	if (block === 5) voiceTamil(units);
	let result = '';
	for (const [at, unit] of units.entries()) {
		result += unit.consonant + unit.vowel;
		if (unit.isNasal) result += nasalBefore(units[at + 1]?.consonant ?? '');
	}
	return result;
}

/** Singh, Sampath, Anand: the nasal takes the place of the sound that follows. */
function nasalBefore(consonant: string): string {
	if (consonant === 'h') return 'ng';
	return /^[pbm]/.test(consonant) ? 'm' : 'n';
}

function readUnits(run: string): Unit[] {
	const units: Unit[] = [];
	for (const character of run) {
		const place = character.codePointAt(0)! & 0x7f;
		const last = units.at(-1);
		if (place >= 0x15 && place <= 0x39)
			units.push({ consonant: consonants[place - 0x15]!, vowel: 'a', isInherent: true, isNasal: false });
		else if (place === 0x4d && last) {
			last.vowel = '';
			last.isInherent = false;
		} else if (place === 0x3c && last) last.consonant = dotted[last.consonant] ?? last.consonant;
		else if ((place === 0x01 || place === 0x02 || place === 0x70) && last) last.isNasal = true;
		else if (vowelSigns.has(place) && last) {
			last.vowel = vowelSigns.get(place)!;
			last.isInherent = false;
		} else if (independentVowels.has(place))
			units.push({ consonant: '', vowel: independentVowels.get(place)!, isInherent: false, isNasal: false });
		else if (place === 0x03 && last) continue;
		else if (place >= 0x66 && place <= 0x6f)
			units.push({ consonant: String(place - 0x66), vowel: '', isInherent: false, isNasal: false });
		else if (place === 0x7b || place === 0x7a) units.push(bare('n'));
		else if (place === 0x7c) units.push(bare('r'));
		else if (place === 0x7d || place === 0x7e) units.push(bare('l'));
	}
	return units;
}

function bare(consonant: string): Unit {
	return { consonant, vowel: '', isInherent: false, isNasal: false };
}

/** From the end: a final inherent a goes unless it carries a cluster; a medial one goes in VC_CV, in Gurmukhi in VC_CCV too. */
function dropInherent(units: Unit[], beforeClusters: boolean): void {
	for (let at = units.length - 1; at > 0; at -= 1) {
		const unit = units[at]!;
		if (!unit.isInherent || unit.isNasal) continue;
		const before = units[at - 1]!;
		const after = units[at + 1];
		const hasVowelBefore = before.vowel !== '' && (!before.isNasal || after === undefined);
		if (!hasVowelBefore) continue;
		if (after === undefined) unit.vowel = '';
		else if (after.consonant !== '' && (after.vowel !== '' || beforeClusters)) unit.vowel = '';
	}
}

function voiceTamil(units: Unit[]): void {
	for (const [at, unit] of units.entries()) {
		const before = units[at - 1];
		if (unit.vowel === '' && unit.consonant !== '') continue;
		if (before === undefined) {
			if (unit.consonant === 'ch') unit.consonant = 's';
			continue;
		}
		const voiced = voicedBetweenVowels[unit.consonant];
		if (voiced === undefined) continue;
		if (before.vowel !== '') unit.consonant = voiced;
		else if (before.consonant === 'n' || before.consonant === 'm')
			unit.consonant = unit.consonant === 'ch' ? 'j' : voiced;
	}
}
