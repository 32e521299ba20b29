/**
 * The identity of a node while it runs: its keys, opened once, its card, and whom it trusts. Made at the first start; secret keys
 * never leave this room. Operations on it are in operations.ts.
 */
import type { NodeCard } from '../../../contract/exchange/node-card.ts';
import type { LedgerEntry } from '../../ledger/model.ts';
import { type NoteVerifier, signBytes, verifyBytes } from '../../ledger/note/signed-note.ts';
import type { Session } from '../../platform/database/port.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import type { Identity } from '../model.ts';
import { insertCard, insertNodeKeys, readCards, switchNodeKeys } from '../store/identity.ts';
import type { AtRest } from './at-rest.ts';
import { formatCard, keyIdOf, readCard, signCard, type UnsignedCard } from './card.ts';
import { certificatePem, ed25519FromSeed } from './certificate.ts';
import { type KeySet, keySetOf, makeKeys, openSealingKey } from './keys.ts';
import { type KnownPartners, openKnownPartners, standingOf } from './known-partners.ts';
import { type KeptKey, openSealedKeys, type SealedKeysOptions, sealKey } from './sealed-keys.ts';

/** What stands on the card and does not come from the keys. */
export type NodeFacts = Pick<NodeCard, 'name' | 'title' | 'agency' | 'country' | 'url'>;

/** Enters into the ledger, in the transaction of the caller. */
export type Enter = (session: Session, entry: LedgerEntry) => Promise<unknown>;

export type OwnIdentityOptions = Omit<SealedKeysOptions, 'now' | 'node'> & {
	readonly facts: NodeFacts;
	readonly nowMs: () => number;
	readonly enter: Enter;
};

/** A change of keys that partners are being told of: the keys are stored, and not used before `finish`. */
export type PendingRotation = { readonly card: NodeCard; finish(): Promise<void> };

export type OwnIdentity = {
	readonly partners: KnownPartners;
	card(): NodeCard;
	/** Current ones first, then the others, newest first. */
	keys(): readonly KeptKey[];
	keySet(): KeySet;
	atRest: AtRest;
	/** Stores new keys and the card with them, which both keys sign. One that is pending is given again. */
	beginRotation(reason: string, revoke: boolean): Promise<PendingRotation>;
	/** A rotation that a stop interrupted. */
	pending(): PendingRotation | undefined;
	/** A card with the same keys. */
	issueCard(
		facts: Partial<Pick<NodeFacts, 'title' | 'url'>>,
		entry: Omit<LedgerEntry, 'at' | 'what' | 'hash'>,
	): Promise<NodeCard>;
};

/** Opens the identity of a node; makes it where there is none. @throws TidewaiterError where the keys cannot be opened. */
export async function openOwnIdentity(options: OwnIdentityOptions): Promise<OwnIdentity> {
	const { database, facts, randomBytes, nowMs, enter } = options;
	const { atRest, keys: kept } = await openSealedKeys({
		...options,
		node: facts.name,
		now: new Date(nowMs()),
	});
	const partners = await openKnownPartners(database, atRest);
	let keys: readonly KeptKey[] = kept;
	let cards = (await readCards(database, 2)).map(ownCard);

	const inState = (state: KeptKey['state']): KeptKey[] => keys.filter((key) => key.state === state);
	const storeKeys = async (
		session: Session,
		state: 'next' | 'current',
		reason: string | null,
	): Promise<KeptKey[]> => {
		const madeAt = new Date(nowMs());
		const made = await makeKeys(facts.name, randomBytes, nowMs());
		await insertNodeKeys(
			session,
			made.map((key) => sealKey(key, state, atRest, madeAt, reason)),
		);
		return made.map((key) => ({ ...key, state, madeAt, endedAt: null, reason }));
	};

	if (inState('current').length === 0) {
		const [madeKeys, card] = await database.transact(async (session) => {
			const made = await storeKeys(session, 'current', null);
			const set = keySetOf(facts.name, made);
			const first = signCard(unsignedCard(facts, set, 1, new Date(nowMs()), []), (message) =>
				signBytes(set.signing.signer, message),
			);
			await insertCard(session, 1, formatCard(first), new Date(nowMs()));
			await enter(session, entryOf(new Date(nowMs()), first, { event: 'made', subject: facts.name }));
			return [made, first] as const;
		});
		keys = [...keys, ...madeKeys];
		cards = [card];
	}

	let current = keySetOf(facts.name, inState('current'));
	// While partners are told of new keys, the newest card is the one to come.
	const [newest, before] = cards;
	let card = inState('next').length > 0 && before !== undefined ? before : newest;
	let coming = inState('next').length > 0 && before !== undefined ? newest : undefined;
	if (card === undefined) throw new Error('the node has keys and no card');

	const ownedCard = (): NodeCard => {
		if (card === undefined) throw new Error('the node has no card');
		return card;
	};
	const pendingOf = (next: NodeCard): PendingRotation => ({
		card: next,
		finish: async () => {
			if (coming !== next) return;
			const at = new Date(nowMs());
			const ended = next.revoked.some(({ key }) => key === current.signing.id) ? 'revoked' : 'former';
			await database.transact(async (session) => {
				await switchNodeKeys(session, ended, at);
				await enter(
					session,
					entryOf(at, next, {
						event: 'rotated',
						subject: facts.name,
						facts: { number: next.number, former: ended },
					}),
				);
			});
			const reason = inState('next')[0]?.reason ?? null;
			keys = keys.map((key) => {
				if (key.state === 'current') return { ...key, state: ended, endedAt: at, reason };
				return key.state === 'next' ? { ...key, state: 'current', reason: null } : key;
			});
			current = keySetOf(facts.name, inState('current'));
			card = next;
			coming = undefined;
		},
	});
	const signWithCurrent = (message: Uint8Array): Uint8Array => signBytes(current.signing.signer, message);

	return {
		partners,
		atRest,
		card: ownedCard,
		keys: () =>
			keys.filter(({ state }) => state !== 'next').sort((one, other) => rankOf(one) - rankOf(other)),
		keySet: () => current,
		pending: () => (coming === undefined ? undefined : pendingOf(coming)),
		beginRotation: async (reason, revoke) => {
			if (coming !== undefined) return pendingOf(coming);
			const known = ownedCard();
			const at = new Date(nowMs());
			const [stored, next] = await database.transact(async (session) => {
				const made = await storeKeys(session, 'next', reason);
				const set = keySetOf(facts.name, made);
				const ended = [current.signing.id, current.sealing.id, current.certificate.hash];
				const revoked = [
					...known.revoked,
					...(revoke
						? ended.map((key) => ({ key, at: at.toISOString(), reason: reason.slice(0, 400) }))
						: []),
				];
				const signed = signCard(
					unsignedCard(known, set, known.number + 1, at, revoked),
					(message) => signBytes(set.signing.signer, message),
					signWithCurrent,
				);
				await insertCard(session, signed.number, formatCard(signed), at);
				return [made, signed] as const;
			});
			keys = [...keys, ...stored];
			coming = next;
			return pendingOf(next);
		},
		issueCard: async (changed, entry) => {
			const known = ownedCard();
			const at = new Date(nowMs());
			const next = signCard(
				unsignedCard({ ...known, ...changed }, current, known.number + 1, at, known.revoked),
				signWithCurrent,
			);
			await database.transact(async (session) => {
				await insertCard(session, next.number, formatCard(next), at);
				await enter(session, entryOf(at, next, entry));
			});
			card = next;
			return next;
		},
	};
}

/** A partner that missed more changes of keys than these is to trust the card of today anew. */
const MOST_FORMER_CERTIFICATES = 4;

const uses: readonly KeptKey['use'][] = ['signing', 'sealing', 'certificate'];

const rankOf = ({ state, madeAt, use }: KeptKey): number =>
	state === 'current' ? uses.indexOf(use) - 1e15 : uses.indexOf(use) / 10 - madeAt.getTime();

const entryOf = (
	at: Date,
	card: NodeCard,
	entry: Omit<LedgerEntry, 'at' | 'what' | 'hash'>,
): LedgerEntry => ({
	at: at.toISOString(),
	what: 'key',
	...entry,
	hash: keyIdOf(Buffer.from(canonicalJson(card), 'utf8')),
});

/** What the other rooms see of it. @param takeCard what a partner's new card does. */
export function identityOf(own: OwnIdentity, takeCard: Identity['takeCard']): Identity {
	const name = own.card().name;
	const pairs = new Map<string, ReturnType<typeof openSealingKey>>();
	const trusted = (partner: string) => {
		const known = own.partners.get(partner);
		return known === undefined || known.state === 'distrusted' ? undefined : known;
	};
	const verifierOf = (partner: string, type: NoteVerifier['type'], key: string): NoteVerifier => ({
		name: partner,
		type,
		publicKey: Buffer.from(key, 'base64'),
	});
	const ownKey = (keyId: string) => {
		const key = own.keys().find(({ use, id }) => use === 'signing' && id === keyId);
		if (key === undefined || key.state === 'next') return undefined;
		return { key: key.publicKey, state: key.state };
	};
	const sealingKey: Identity['sealingKey'] = async (id) => {
		const kept = own.keys().find((key) => key.use === 'sealing' && key.id === id);
		if (kept === undefined) return undefined;
		const pair = pairs.get(id) ?? openSealingKey(kept.seed);
		pairs.set(id, pair);
		return pair;
	};
	const partnerKey: Identity['partnerKey'] = async (partner, keyId) => {
		if (partner === name) return ownKey(keyId);
		const known = trusted(partner);
		return known === undefined ? undefined : standingOf(known, keyId);
	};
	return {
		card: own.card,
		sign: (message) => signBytes(own.keySet().signing.signer, message),
		signingKeyId: () => own.keySet().signing.id,
		sealingKey,
		partner: async (partner) => trusted(partner)?.card,
		partners: () =>
			own.partners
				.all()
				.filter(({ state }) => state !== 'distrusted')
				.map(({ card }) => card),
		partnerKey,
		sealAtRest: (bytes) => own.atRest.seal(bytes),
		openAtRest: (sealed) => own.atRest.open(sealed),
		ledgerSigner: () => own.keySet().signing.signer,
		cosigner: () => own.keySet().cosigner,
		formerLedgerVerifiers: () =>
			own
				.keys()
				.filter(({ use, state }) => use === 'signing' && state !== 'current')
				.map(({ publicKey }) => ({ name, type: 'ed25519', publicKey })),
		verifiersOf: async (partner) => {
			const known = trusted(partner);
			return known === undefined
				? undefined
				: {
						ledger: verifierOf(partner, 'ed25519', known.card.signingKey),
						cosigner: verifierOf(partner, 'cosignature', known.card.cosigningKey),
					};
		},
		openingKeys: () => ({
			name,
			isPartner: async (partner) => partner !== name && trusted(partner) !== undefined,
			partnerKey: async (partner, keyId) => (partner === name ? undefined : partnerKey(partner, keyId)),
			verify: (key, message, signature) =>
				verifyBytes({ name: 'partner', type: 'ed25519', publicKey: key }, message, signature),
			sealingKey,
		}),
		tls: () => ({ cert: own.keySet().certificate.pem, key: own.keySet().certificate.key }),
		formerTls: () =>
			own
				.keys()
				.filter(({ use, state }) => use === 'certificate' && state !== 'current')
				.slice(0, MOST_FORMER_CERTIFICATES)
				.map(({ id, publicKey, seed }) => ({
					hash: id,
					cert: certificatePem(publicKey),
					key: ed25519FromSeed(seed),
				})),
		takeCard,
	};
}

function unsignedCard(
	{ name, title, agency, country, url }: NodeFacts,
	keys: KeySet,
	number: number,
	issuedAt: Date,
	revoked: NodeCard['revoked'],
): UnsignedCard {
	const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
	return {
		format: 'tidewaiter-node',
		formatVersion: 1,
		name,
		title,
		agency,
		country,
		url,
		signingKey: base64(keys.signing.signer.publicKey),
		cosigningKey: base64(keys.cosigner.publicKey),
		sealingKey: base64(keys.sealing.publicKey),
		certificate: keys.certificate.hash,
		number,
		issuedAt: issuedAt.toISOString(),
		revoked,
	};
}

function ownCard(text: string): NodeCard {
	const card = readCard(text);
	if ('code' in card) throw new Error(`the node's own card is damaged: ${card.reason}`);
	return card;
}
