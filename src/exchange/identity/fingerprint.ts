/**
 * Fingerprints that people compare by phone: twelve groups of five digits of a hash over the name and both public keys, in the form
 * of Signal's safety numbers. 60 digits are 199 bits: nobody finds other keys with the same.
 */
import { createHash } from 'node:crypto';
import type { NodeCard } from '../../../contract/exchange/node-card.ts';

const DIGITS = 60;
const GROUP = /\d{5}/g;

/** SHA-256, read as one number, its last 60 digits. Name and keys cannot run into each other: they have a line each. */
export function fingerprintOf({
	name,
	signingKey,
	sealingKey,
}: Pick<NodeCard, 'name' | 'signingKey' | 'sealingKey'>): string {
	const digest = createHash('sha256')
		.update(`tidewaiter-fingerprint-1\n${name}\n${signingKey}\n${sealingKey}\n`)
		.digest('hex');
	const digits = (BigInt(`0x${digest}`) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0');
	return (digits.match(GROUP) ?? []).join(' ');
}

/** As the contract has it, from what somebody typed: with or without spaces and hyphens. Undefined: not 60 digits. */
export function parseFingerprint(typed: string): string | undefined {
	const digits = typed.replaceAll(/[\s-]/g, '');
	return /^\d{60}$/.test(digits) ? (digits.match(GROUP) ?? []).join(' ') : undefined;
}
