/**
 * Node cards: signed by the key that they carry, and, after a change of keys, by the one before. A card that somebody has compared
 * by its fingerprint carries trust on to the next one; nothing else does.
 */
import { createHash, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import { type NodeCard, nodeCard } from '../../../contract/exchange/node-card.ts';
import { verifyBytes } from '../../ledger/note/signed-note.ts';
import { canonicalJson } from '../../values/canonical-json.ts';

export type UnsignedCard = Omit<NodeCard, 'signature' | 'formerSignature'>;

/** Why a card is not believed. */
export type CardRefused = { readonly code: RefusalCode; readonly reason: string };

/** A card with a hundred revoked keys has 50,000. */
export const MOST_CARD_CHARACTERS = 256 * 1024;

const signedBytes = (card: UnsignedCard): Uint8Array =>
	Buffer.from(`tidewaiter-node-1\n${canonicalJson(card)}`, 'utf8');

/** @param former signs too where keys changed. */
export function signCard(
	card: UnsignedCard,
	sign: (message: Uint8Array) => Uint8Array,
	former?: (message: Uint8Array) => Uint8Array,
): NodeCard {
	const message = signedBytes(card);
	return {
		...card,
		signature: Buffer.from(sign(message)).toString('base64'),
		...(former === undefined ? {} : { formerSignature: Buffer.from(former(message)).toString('base64') }),
	};
}

/** As a card is written to a file and sent to partners. */
export const formatCard = (card: NodeCard): string => canonicalJson(card);

/** SHA-256 of a raw public key: how keys are named. */
export const keyIdOf = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex');

/** The same of a key as it stands on a card. */
export const keyIdOf64 = (key: string): string => keyIdOf(Buffer.from(key, 'base64'));

const verifies = (key: string, message: Uint8Array, signature: string): boolean =>
	verifyBytes(
		{ name: 'node', type: 'ed25519', publicKey: Buffer.from(key, 'base64') },
		message,
		Buffer.from(signature, 'base64'),
	);

/** @returns the card, or why it is none. */
export function readCard(text: string): NodeCard | CardRefused {
	if (text.length > MOST_CARD_CHARACTERS)
		return { code: 'too-large', reason: `A card has at most ${MOST_CARD_CHARACTERS} characters.` };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { code: 'unreadable', reason: 'It is not JSON.' };
	}
	const read = nodeCard.safeParse(value);
	if (!read.success) {
		const [issue] = read.error.issues;
		return {
			code: 'unreadable',
			reason: `It is not a node card: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
		};
	}
	return refuseCard(read.data) ?? read.data;
}

/** What is wrong with a card by itself: keys that are no keys, a signature that is not its own. */
export function refuseCard({
	signature,
	formerSignature: _former,
	...card
}: NodeCard): CardRefused | undefined {
	const raw = Buffer.from(card.signingKey, 'base64');
	if (isSmallOrder(raw) || isSmallOrder(Buffer.from(card.cosigningKey, 'base64')))
		return { code: 'wrong-key', reason: 'Its signing key is one with which a signature fits any message.' };
	if (!isSealingKey(Buffer.from(card.sealingKey, 'base64')))
		return { code: 'wrong-key', reason: 'Its sealing key is one for which everybody knows the secret.' };
	if (card.cosigningKey === card.signingKey)
		return { code: 'wrong-key', reason: 'It signs and cosigns with one key.' };
	// JSON can hold halves of surrogate pairs, which have no bytes that could be signed.
	if (
		![card.title, card.url, ...card.revoked.map(({ reason }) => reason)].every((each) => each.isWellFormed())
	)
		return { code: 'unreadable', reason: 'It holds half of a surrogate pair.' };
	if (!verifies(card.signingKey, signedBytes(card), signature))
		return { code: 'bad-signature', reason: 'Its own key has not signed it as it stands.' };
	return undefined;
}

/**
 * May `next` take the place of `known` without anybody comparing it? Otherwise: why not. Both have been read by `readCard`.
 * A card with the same number is not a next one.
 */
export function refuseNextCard(known: NodeCard, next: NodeCard): CardRefused | undefined {
	const { signature: _signature, formerSignature, ...card } = next;
	const refused = refuseCard(next);
	if (refused !== undefined) return refused;
	if (next.name !== known.name)
		return { code: 'wrong-key', reason: `The card is of ${next.name}, not of ${known.name}.` };
	if (next.number <= known.number)
		return {
			code: 'replayed',
			reason: `The card has the number ${next.number}; number ${known.number} is known.`,
		};
	const lost = known.revoked.find(({ key }) => !next.revoked.some((each) => each.key === key));
	if (lost !== undefined)
		return { code: 'revoked-key', reason: 'The new card takes back that a key was revoked.' };
	const revoked = revokedKeyOf(next, next.revoked);
	if (revoked !== undefined) return revoked;
	if (next.signingKey === known.signingKey) return undefined;
	if (formerSignature === undefined || !verifies(known.signingKey, signedBytes(card), formerSignature))
		return {
			code: 'bad-signature',
			reason:
				'The keys changed, and the former key has not signed that. Compare the new fingerprint and trust it anew.',
		};
	return undefined;
}

/** Does a card use a key that was revoked? */
export function revokedKeyOf(
	card: NodeCard,
	revoked: readonly { readonly key: string }[],
): CardRefused | undefined {
	const used = [keyIdOf64(card.signingKey), keyIdOf64(card.sealingKey), card.certificate];
	return revoked.some(({ key }) => used.includes(key))
		? { code: 'revoked-key', reason: 'The card uses a key that was revoked.' }
		: undefined;
}

/** Points of small order on edwards25519, little endian, without the sign bit; the last two are written above the prime. */
const SMALL_ORDER: readonly string[] = [
	`01${'00'.repeat(31)}`,
	'00'.repeat(32),
	`ec${'ff'.repeat(30)}7f`,
	'26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
	'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
	`ed${'ff'.repeat(30)}7f`,
	`ee${'ff'.repeat(30)}7f`,
];

function isSmallOrder(key: Uint8Array): boolean {
	const unsigned = Buffer.from(key);
	unsigned[31] = (unsigned[31] ?? 0) & 0x7f;
	return SMALL_ORDER.includes(unsigned.toString('hex'));
}

/** Any X25519 key pair: to see whether an exchange with a public key gives zeros, as it does for points of small order. */
const probe = createPrivateKey({
	key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), Buffer.alloc(32, 1)]),
	format: 'der',
	type: 'pkcs8',
});

function isSealingKey(raw: Uint8Array): boolean {
	try {
		const publicKey = createPublicKey({
			key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), raw]),
			format: 'der',
			type: 'spki',
		});
		return diffieHellman({ privateKey: probe, publicKey }).some((byte) => byte !== 0);
	} catch {
		return false;
	}
}
