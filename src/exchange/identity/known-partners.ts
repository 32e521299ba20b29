/**
 * Partners as they are trusted now, in memory: their cards and every signing key that they were known by. One process owns a node,
 * so the store changes by this one alone; what is here is what was committed.
 */
import type { NodeCard } from '../../../contract/exchange/node-card.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import {
	readPartnerKeys,
	readPartners,
	type StoredPartner,
	type StoredPartnerKey,
	savePartner,
	savePartnerKeys,
} from '../store/identity.ts';
import type { AtRest } from './at-rest.ts';
import { formatCard, keyIdOf64, readCard } from './card.ts';

export type KnownPartner = Omit<StoredPartner, 'card' | 'seal'> & {
	readonly card: NodeCard;
	readonly keys: ReadonlyMap<string, StoredPartnerKey>;
};

export type KeyStanding = { key: Uint8Array; state: 'current' | 'former' | 'revoked' };

export type KnownPartners = {
	get(name: string): KnownPartner | undefined;
	all(): readonly KnownPartner[];
	/** Writes in a transaction of the caller. @returns what to put in memory once it is committed. */
	save(session: Session, partner: Omit<KnownPartner, 'keys'>, change: KeyChange): Promise<KnownPartner>;
	remember(partner: KnownPartner): void;
};

/** What a new card does to the keys that were known. `carriedOn` is false where no former key has signed the change. */
export type KeyChange = { readonly at: Date; readonly carriedOn: boolean };

/** @param atRest seals what was decided, so that nobody who can only write to the database makes the node trust anyone. */
export async function openKnownPartners(database: Database, atRest: AtRest): Promise<KnownPartners> {
	const [stored, storedKeys] = await Promise.all([readPartners(database), readPartnerKeys(database)]);
	const known = new Map<string, KnownPartner>();
	for (const partner of stored) {
		const card = readCard(partner.card);
		if ('code' in card) continue;
		const decided = atRest.open(partner.seal);
		const isWhole = decided !== undefined && Buffer.from(decided).toString('utf8') === decisionOf(partner);
		const keys = storedKeys.filter((key) => key.partner === partner.name);
		known.set(partner.name, {
			...partner,
			...(isWhole
				? {}
				: {
						state: 'distrusted',
						reason: 'The store was changed from outside; compare the fingerprint anew.',
					}),
			card,
			keys: new Map(keys.map((key) => [key.id, key])),
		});
	}
	return {
		get: (name) => known.get(name),
		all: () => [...known.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
		save: async (session, partner, change) => {
			const keys = keysAfter(partner, known.get(partner.name)?.keys ?? new Map(), change);
			const row = { ...partner, card: formatCard(partner.card) };
			await savePartner(session, { ...row, seal: atRest.seal(Buffer.from(decisionOf(row), 'utf8')) });
			await savePartnerKeys(session, [...keys.values()]);
			return { ...partner, keys };
		},
		remember: (partner) => {
			known.set(partner.name, partner);
		},
	};
}

const decisionOf = ({ name, card, state }: Pick<StoredPartner, 'name' | 'card' | 'state'>): string =>
	canonicalJson({ card, name, state });

function keysAfter(
	{ name, card }: Omit<KnownPartner, 'keys'>,
	before: ReadonlyMap<string, StoredPartnerKey>,
	{ at, carriedOn }: KeyChange,
): Map<string, StoredPartnerKey> {
	const current = keyIdOf64(card.signingKey);
	const keys = new Map(before);
	if (!keys.has(current))
		keys.set(current, {
			partner: name,
			id: current,
			publicKey: Buffer.from(card.signingKey, 'base64'),
			knownAt: at,
			revokedAt: null,
			reason: null,
		});
	for (const [id, key] of keys) {
		const revoked = card.revoked.find((each) => each.key === id);
		const reason =
			revoked?.reason ?? (carriedOn || id === current ? undefined : 'It has not signed the change of keys.');
		if (key.revokedAt === null && reason !== undefined) keys.set(id, { ...key, revokedAt: at, reason });
	}
	return keys;
}

/** May a key be believed? */
export function standingOf(partner: KnownPartner, keyId: string): KeyStanding | undefined {
	const found = partner.keys.get(keyId);
	if (found === undefined) return undefined;
	const state =
		found.revokedAt !== null
			? 'revoked'
			: found.id === keyIdOf64(partner.card.signingKey)
				? 'current'
				: 'former';
	return { key: found.publicKey, state };
}
