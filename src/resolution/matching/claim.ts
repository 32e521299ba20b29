/**
 * What a mention may be: the document says it, or its content does. Pure.
 * A party of which nobody says whether it is a person or an organisation may be linked to both, until what it is linked to
 * is one of them.
 */
import type { EntityKind } from '../../../contract/views-resolution.ts';
import type { Mention } from '../../mentions/model.ts';
import type { PreparedName } from '../../names/prepared-name.ts';

export type Claim = {
	readonly kind: EntityKind;
	/** False where it is only the likelier of two. */
	readonly isFirm: boolean;
	/** One bit for each kind that it may be. */
	readonly mask: number;
};

const MASKS: { readonly [kind in EntityKind]: number } = {
	person: 1,
	organisation: 2,
	vessel: 4,
	aircraft: 8,
	vehicle: 16,
	equipment: 32,
	account: 64,
	address: 128,
};

/** Bits of an entity of this kind; without one, of a party that may be a person or an organisation. */
export const maskOfKind = (kind?: EntityKind): number =>
	kind === undefined ? MASKS.person | MASKS.organisation : MASKS[kind];

const firm = (kind: EntityKind): Claim => ({ kind, isFirm: true, mask: MASKS[kind] });
const likely = (kind: 'person' | 'organisation'): Claim => ({
	kind,
	isFirm: false,
	mask: MASKS.person | MASKS.organisation,
});

/** Numbers that only natural persons have. */
const PERSONAL: ReadonlySet<string> = new Set([
	'passport',
	'identity-card',
	'driving-licence',
	'residence-permit',
	'crew-member-certificate',
	'loyalty',
	'ssn',
]);

/** Most words that the name of a person has where nothing else tells that it is one. */
const MOST_PERSON_WORDS = 4;

/**
 * @param asOrganisation the first name, taken apart as an organisation's; absent where the mention has none.
 */
export function claimOf(mention: Mention, asOrganisation: PreparedName | undefined): Claim {
	if (mention.kind !== 'party') return firm(mention.kind);
	const isPersonal =
		mention.born !== undefined ||
		mention.sex !== undefined ||
		mention.birthPlace !== undefined ||
		(mention.nationalities ?? []).length > 0 ||
		mention.identifiers.some(({ scheme }) => PERSONAL.has(scheme));
	if (isPersonal) return firm('person');
	if (asOrganisation === undefined) return likely('organisation');
	if (asOrganisation.legalForms.length > 0) return firm('organisation');
	const telling = asOrganisation.parts.filter(({ role }) => role !== 'particle' && role !== 'legal-form');
	const hasGeneric = telling.some(({ role }) => role === 'generic' || role === 'number');
	const isLikeAPerson = !hasGeneric && telling.length >= 2 && telling.length <= MOST_PERSON_WORDS;
	return likely(isLikeAPerson ? 'person' : 'organisation');
}
