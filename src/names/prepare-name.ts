/**
 * A name as text → a name ready to be compared: words with roles and weights. Pure; total on any text; bounded by
 * `LONGEST_NAME` characters and `MOST_WORDS` words. What each kind of name is made of is in person-words.ts and
 * organisation-words.ts.
 */
import type { MeantWord } from './meant-name.ts';
import type { NameKind, NamePart, NameStructure, PartRole } from './model.ts';
import { organisationWords } from './organisation-words.ts';
import { personWords } from './person-words.ts';
import { type PreparedName, ROLE } from './prepared-name.ts';
import { type Word, wordOf } from './word.ts';

const NUMBERS: { readonly [role in PartRole]: number } = {
	name: ROLE.name,
	given: ROLE.given,
	family: ROLE.family,
	initial: ROLE.initial,
	particle: ROLE.particle,
	honorific: ROLE.honorific,
	generic: ROLE.generic,
	number: ROLE.number,
	'legal-form': -1,
	'vessel-prefix': -1,
};

/**
 * Makes a name ready. `structure` says which part of it is the family name, where the source tells.
 * A person written as `FAMILY, Given` tells it by the comma.
 */
export function prepareName(text: string, kind: NameKind, structure?: NameStructure): PreparedName {
	const meant = kind === 'person' ? personWords(text, structure) : organisationWords(text, kind);
	const parts: NamePart[] = [];
	const words: Word[] = [];
	const latins: string[] = [];
	const compared: MeantWord[] = [];
	let child = -1;
	let parent = -1;
	let formInitials = '';
	for (let at = 0; at < meant.words.length; at += 1) {
		const each = meant.words[at]!;
		const { written, latin, role, weight } = each;
		parts.push({ written, latin, role, weight });
		if (role === 'legal-form') formInitials += latin.charAt(0);
		if (NUMBERS[role] < 0) continue;
		formInitials = '';
		if (at === meant.child) child = words.length;
		if (at === meant.parent) parent = words.length;
		const word = each.word ?? wordOf(latin, written);
		words.push(word);
		latins.push(word.latin);
		compared.push(each);
	}
	const roles = new Uint8Array(words.length);
	const weights = new Float64Array(words.length);
	const shorts = new Uint8Array(words.length);
	for (let at = 0; at < compared.length; at += 1) {
		const { role, weight, isShort } = compared[at]!;
		roles[at] = NUMBERS[role];
		weights[at] = weight;
		if (isShort) shorts[at] = 1;
	}
	return {
		text,
		kind,
		parts,
		words,
		latins,
		roles,
		weights,
		shorts,
		legalForms: meant.legalForms,
		formInitials,
		child,
		parent,
		isGivenPair: meant.isGivenPair,
		isSyllabic: meant.isSyllabic,
	};
}
