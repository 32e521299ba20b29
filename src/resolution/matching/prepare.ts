/**
 * A stored mention in, what linking needs of it out: names taken apart, keys for the index, values that many may share.
 * Pure; made once and compared many times. What is stored is not trusted to be whole: text that is no mention is refused.
 */
import type { Mention, MentionAddress } from '../../mentions/model.ts';
import type { NameKind } from '../../names/model.ts';
import { partSkeleton } from '../../names/part-skeleton.ts';
import { prepareName } from '../../names/prepare-name.ts';
import { type PreparedName, ROLE } from '../../names/prepared-name.ts';
import { lookupKey } from '../../values/content-key.ts';
import { type Claim, claimOf, maskOfKind } from './claim.ts';
import { indexKeys } from './index-keys.ts';

/** A row of the table of mentions. */
export type MentionRow = {
	readonly key: string;
	readonly purpose: string;
	readonly caption: string;
	readonly content: string;
	readonly firstRecord: string;
};

/** A value that links nobody once too many different names have it. */
export type SharableValue = {
	readonly kind: 'phone' | 'email' | 'address' | 'identifier';
	/** In the form in which equal ones are equal. */
	readonly text: string;
	/** As the mention has it; of an address the street. */
	readonly written: string;
	readonly hash: number;
};

/**
 * A mention ready to be compared. What only a newcomer needs (keys, values, the hash of its name) is made when it is asked
 * for: most mentions are only what newcomers are held against.
 */
export type PreparedMention = {
	readonly key: string;
	readonly purpose: string;
	readonly caption: string;
	readonly firstRecord: string;
	readonly mention: Mention;
	readonly claim: Claim;
	/** Of things that are told by their names as well; names of persons and organisations are the linkage model's. */
	readonly name: PreparedName | undefined;
	readonly keys: readonly number[];
	readonly values: readonly SharableValue[];
	/** Hash of what stays of the first name: how values are counted by name. */
	readonly nameHash: number;
};

/** Aliases beyond are not looked at: a person of real records has a few. */
const MOST_NAMES = 8;

const KINDS: { readonly [kind in Mention['kind']]: NameKind } = {
	person: 'person',
	organisation: 'organisation',
	party: 'organisation',
	vessel: 'vessel',
	aircraft: 'object',
	vehicle: 'object',
	equipment: 'object',
	account: 'object',
	address: 'object',
};

/** Content that this program wrote; undefined where somebody else did and it is not a mention. */
export function parseContent(content: string): Mention | undefined {
	try {
		const mention: unknown = JSON.parse(content);
		if (typeof mention !== 'object' || mention === null) return undefined;
		if (!('kind' in mention) || !('names' in mention) || !('identifiers' in mention)) return undefined;
		// The store has it from `toStored`, whose input is typed; the three members that everything reads are there.
		return Array.isArray(mention.names) && Array.isArray(mention.identifiers)
			? (mention as Mention)
			: undefined;
	} catch {
		return undefined;
	}
}

const NOTHING: Mention = { kind: 'party', names: [], identifiers: [] };

/** Names taken apart: as a person's, and as what else it may be; one of them empty where it can only be the other. */
export type MentionNames = {
	readonly asPerson: readonly PreparedName[];
	readonly asOther: readonly PreparedName[];
	readonly claim: Claim;
};

export function prepareNames(mention: Mention): MentionNames {
	const names = mention.names.slice(0, MOST_NAMES);
	const mayBePerson = mention.kind === 'person' || mention.kind === 'party';
	const asOther =
		mention.kind === 'person' ? [] : names.map((name) => prepareName(name.full, KINDS[mention.kind]));
	const claim = claimOf(mention, asOther[0]);
	const asPerson =
		mayBePerson && (claim.mask & maskOfKind('person')) !== 0
			? names.map((name) => prepareName(name.full, 'person', name))
			: [];
	return { asPerson, asOther, claim };
}

/** Makes a mention ready. One whose content cannot be read is one that says nothing: it links to nobody. */
export function prepareMention(row: MentionRow): PreparedMention {
	const mention = parseContent(row.content) ?? NOTHING;
	// Only the claim of a party and the comparing of things need a name taken apart at once.
	const isTold = mention.kind === 'person' || mention.kind === 'organisation';
	const names = isTold ? undefined : prepareNames(mention);
	const claim = names?.claim ?? claimOf(mention, undefined);
	let indexed: { keys: readonly number[]; nameHash: number } | undefined;
	const index = (): NonNullable<typeof indexed> => {
		if (indexed === undefined) {
			const { asPerson, asOther } = names ?? prepareNames(mention);
			indexed = {
				keys: indexKeys(mention, asPerson, asOther),
				nameHash: nameHashOf(asPerson[0] ?? asOther[0]),
			};
		}
		return indexed;
	};
	let values: readonly SharableValue[] | undefined;
	return {
		key: row.key,
		purpose: row.purpose,
		caption: row.caption,
		firstRecord: row.firstRecord,
		mention,
		claim,
		name: (claim.mask & maskOfKind()) === 0 ? names?.asOther[0] : undefined,
		get keys() {
			return index().keys;
		},
		get nameHash() {
			return index().nameHash;
		},
		get values() {
			values ??= sharableValues(mention);
			return values;
		},
	};
}

/** Skeletons of the words that tell, sorted: writings of one name are one. */
function nameHashOf(name: PreparedName | undefined): number {
	if (name === undefined) return 0;
	const skeletons: string[] = [];
	for (const [at, latin] of name.latins.entries()) {
		const role = name.roles[at];
		if (role === ROLE.particle || role === ROLE.initial || role === ROLE.generic) continue;
		skeletons.push(partSkeleton(latin));
	}
	return lookupKey(`name ${(skeletons.length > 0 ? skeletons : [...name.latins]).sort().join(' ')}`);
}

/** Phone numbers meet by their last digits: with and without the code of the country. */
export const phoneText = (phone: string): string => phone.replace(/\D/g, '').slice(-9);

/** An address in one form; undefined where it does not say a street. */
export function addressText(address: MentionAddress): string | undefined {
	if (address.street === undefined) return undefined;
	const { latins } = prepareName(address.street, 'object');
	if (latins.length === 0) return undefined;
	const where = address.postcode?.replace(/[^0-9A-Z]/g, '') ?? address.city?.toLowerCase() ?? '';
	return `${[...latins].sort().join(' ')}|${where}|${address.country ?? ''}`;
}

function sharableValues(mention: Mention): SharableValue[] {
	const found: SharableValue[] = [];
	const add = (kind: SharableValue['kind'], text: string | undefined, written = text ?? ''): void => {
		if (text === undefined || text === '') return;
		const hash = lookupKey(`${kind} ${text}`);
		if (!found.some((each) => each.hash === hash)) found.push({ kind, text, written, hash });
	};
	if (mention.kind !== 'person' && mention.kind !== 'organisation' && mention.kind !== 'party') return found;
	for (const { value } of mention.identifiers) add('identifier', value);
	for (const phone of mention.phones ?? []) add('phone', phoneText(phone), phone);
	for (const email of mention.emails ?? []) add('email', email);
	for (const address of mention.addresses ?? []) add('address', addressText(address), address.street);
	return found;
}
