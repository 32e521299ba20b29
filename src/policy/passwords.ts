/**
 * Passwords: Argon2id (RFC 9106) in PHC string format. In: a password and random salt; out: text to store, or true and
 * false. Verifying costs the same whether or not there is an account, so that time does not tell who has one.
 * Trusts nothing that is stored: what it cannot parse verifies as false, after the same work.
 */
import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: the least that it recommends is m = 19 MiB, t = 2, p = 1. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
export const SALT_BYTES = 16;

/** Bounds for stored parameters, so that a damaged row cannot take the machine's memory. */
const MOST = { memory: 1_048_576, passes: 10, parallelism: 8 } as const;

type Stored = { memory: number; passes: number; parallelism: number; salt: Buffer; tag: Buffer };

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Passwords are compared as Unicode NFC (RFC 8265, OpaqueString), because keyboards differ in how they compose. */
const messageOf = (password: string): Buffer => Buffer.from(password.normalize('NFC'), 'utf8');

/** @param salt `SALT_BYTES` random bytes, never used twice. */
export async function hashPassword(password: string, salt: Uint8Array): Promise<string> {
	const tag = await derive('argon2id', {
		message: messageOf(password),
		nonce: salt,
		tagLength: TAG_BYTES,
		...COST,
	});
	const cost = `m=${COST.memory},t=${COST.passes},p=${COST.parallelism}`;
	return `$argon2id$v=19$${cost}$${base64(salt)}$${base64(tag)}`;
}

/** @param stored what `hashPassword` returned; null or undefined where there is no account or no password. */
export async function verifyPassword(password: string, stored: string | null | undefined): Promise<boolean> {
	const parsed = stored == null ? undefined : parseStored(stored);
	const { memory, passes, parallelism, salt, tag } = parsed ?? NOBODY;
	const computed = await derive('argon2id', {
		message: messageOf(password),
		nonce: salt,
		tagLength: tag.length,
		memory,
		passes,
		parallelism,
	});
	return timingSafeEqual(computed, tag) && parsed !== undefined;
}

/** True where the stored form is cheaper than what `hashPassword` makes today, so that a sign-in should renew it. */
export function isOutdated(stored: string): boolean {
	const parsed = parseStored(stored);
	return parsed === undefined || parsed.memory < COST.memory || parsed.passes < COST.passes;
}

const NOBODY: Stored = { ...COST, salt: Buffer.alloc(SALT_BYTES), tag: Buffer.alloc(TAG_BYTES) };

function parseStored(stored: string): Stored | undefined {
	const match =
		/^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/.exec(
			stored,
		);
	if (match === null) return undefined;
	const [memory, passes, parallelism] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const [salt, tag] = [Buffer.from(match[4] ?? '', 'base64'), Buffer.from(match[5] ?? '', 'base64')];
	const bounded =
		memory >= 8 * parallelism &&
		memory <= MOST.memory &&
		passes >= 1 &&
		passes <= MOST.passes &&
		parallelism >= 1 &&
		parallelism <= MOST.parallelism;
	return bounded ? { memory, passes, parallelism, salt, tag } : undefined;
}

/** Letters and digits that cannot be taken for one another when read from a screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Bytes that `generatePassword` wants. */
export const PASSWORD_BYTES = 32;

/**
 * A password of four groups of five, about 99 bits: `k7m2p-…`.
 * @param random at least `PASSWORD_BYTES` random bytes. Bytes that would favour some letters are passed over.
 */
export function generatePassword(random: Uint8Array): string {
	const fair = 256 - (256 % ALPHABET.length);
	const letters = [...random].filter((byte) => byte < fair).map((byte) => ALPHABET[byte % ALPHABET.length]);
	if (letters.length < 20) throw new RangeError('generatePassword wants more random bytes');
	return [0, 5, 10, 15].map((start) => letters.slice(start, start + 5).join('')).join('-');
}
