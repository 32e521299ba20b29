/**
 * Fingerprints that people compare by phone: twelve groups of five digits of a hash over the name and both public keys, as in the
 * safety numbers of Signal. 60 digits are just under 200 bits; nobody finds another key with the same.
 */
import { createHash } from 'node:crypto';
import type { NodeCard } from '../../../contract/exchange/node-card.ts';

const GROUPS = 12;

export function fingerprintOf({
	name,
	signingKey,
	sealingKey,
}: Pick<NodeCard, 'name' | 'signingKey' | 'sealingKey'>): string {
	const digest = createHash('sha512')
		.update(`tidewaiter-fingerprint-1\n${name}\n${signingKey}\n${sealingKey}\n`)
		.digest();
	return Array.from({ length: GROUPS }, (_, at) =>
		String(digest.readUIntBE(at * 5, 5) % 100_000).padStart(5, '0'),
	).join(' ');
}

/** Read as it was typed: with or without spaces and hyphens. */
export const isSameFingerprint = (one: string, other: string): boolean =>
	one.replaceAll(/[\s-]/g, '') === other.replaceAll(/[\s-]/g, '') && /^[\d\s-]+$/.test(one);
