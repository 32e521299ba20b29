/**
 * Node cards: signed by the key that they carry, and, after a change of keys, by the one before. A card that somebody has compared
 * by its fingerprint carries trust on to the next one; nothing else does.
 */
import { createHash } from 'node:crypto';
import { type NodeCard, nodeCard } from '../../../contract/exchange/node-card.ts';
import { verifyBytes } from '../../ledger/note/signed-note.ts';
import { canonicalJson } from '../../values/canonical-json.ts';

export type UnsignedCard = Omit<NodeCard, 'signature' | 'formerSignature'>;

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

/** SHA-256 of a raw public key: how keys are named. */
export const keyIdOf = (raw: Uint8Array): string => createHash('sha256').update(raw).digest('hex');

const verifies = (key: string, message: Uint8Array, signature: string): boolean =>
	verifyBytes(
		{ name: 'node', type: 'ed25519', publicKey: Buffer.from(key, 'base64') },
		message,
		Buffer.from(signature, 'base64'),
	);

/** @returns the card, or why it is none. */
export function readCard(text: string): NodeCard | { readonly reason: string } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { reason: 'It is not JSON.' };
	}
	const read = nodeCard.safeParse(value);
	if (!read.success) {
		const [issue] = read.error.issues;
		return { reason: `It is not a node card: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() };
	}
	return isSignedCard(read.data) ? read.data : { reason: 'Its own key has not signed it as it stands.' };
}

export function isSignedCard({ signature, formerSignature: _former, ...card }: NodeCard): boolean {
	return verifies(card.signingKey, signedBytes(card), signature);
}

/** May `next` take the place of `known` without anybody comparing it? Otherwise: why not. */
export function followsCard(known: NodeCard, next: NodeCard): string | undefined {
	const { signature: _signature, formerSignature, ...card } = next;
	if (!isSignedCard(next)) return 'The new card is not signed by its own key.';
	if (next.name !== known.name) return `The card is of ${next.name}, not of ${known.name}.`;
	if (next.number <= known.number)
		return `The card has the number ${next.number}; number ${known.number} is known.`;
	const lost = known.revoked.find(({ key }) => !next.revoked.some((each) => each.key === key));
	if (lost !== undefined) return 'The new card takes back that a key was revoked.';
	if (next.signingKey === known.signingKey) return undefined;
	if (known.revoked.some(({ key }) => key === keyIdOf(Buffer.from(next.signingKey, 'base64'))))
		return 'The key of the new card was revoked.';
	if (formerSignature === undefined || !verifies(known.signingKey, signedBytes(card), formerSignature))
		return 'The keys changed, and the former key has not signed that. Compare the new fingerprint and trust it anew.';
	return undefined;
}
