/**
 * The second factor of a person: codes of an authenticator (TOTP, RFC 6238: SHA-1, six digits, 30 s) and recovery codes.
 * In: what the account keeps, what was typed, the time. Out: what the account keeps from then on, or nothing where it is not proven.
 * A code counts once: the step it was for is kept, and no step before it is taken again. Pure but for what is handed in.
 */
import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';

/** Seals for this node alone, so that whoever copies the database has no codes. */
export type FactorSeal = {
	seal(bytes: Uint8Array): Uint8Array;
	/** @returns undefined where it was not sealed here. */
	open(sealed: Uint8Array): Uint8Array | undefined;
};

const STEP_MS = 30_000;
/** RFC 6238, 5.2 and 6: one step for slow typing and clocks that differ. */
const WINDOW_STEPS = 1;
/** RFC 4226, 4: at least 128 bits, 160 recommended. */
export const FACTOR_SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;
/** Crockford's letters: none looks like another. 32 of them, so five bits of a byte choose one evenly. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

const storedFactor = z.object({
	version: z.literal(1),
	/** Sealed, base64. */
	secret: z.string().max(400),
	/** False until a code has shown that the authenticator has the secret; the account opens without it until then. */
	confirmed: z.boolean(),
	/** Step of the last code that was taken. */
	lastStep: z.number().int(),
	/** SHA-256 of the recovery codes that are left. */
	recovery: z.array(z.string().length(64)).max(RECOVERY_CODES),
});
export type StoredFactor = z.infer<typeof storedFactor>;

/** @returns undefined for an account without one; `unreadable` where nobody here can tell what it says: such an account stays shut. */
export function readFactor(stored: string | null): StoredFactor | 'unreadable' | undefined {
	if (stored === null) return undefined;
	try {
		return storedFactor.safeParse(JSON.parse(stored)).data ?? 'unreadable';
	} catch {
		return 'unreadable';
	}
}

/** @param secret FACTOR_SECRET_BYTES random bytes. */
export const newFactor = (secret: Uint8Array, { seal }: FactorSeal): StoredFactor => ({
	version: 1,
	secret: Buffer.from(seal(secret)).toString('base64'),
	confirmed: false,
	lastStep: -1,
	recovery: [],
});

/** What an authenticator reads, as a picture (otpauth://) or typed in groups of four (Base32). */
export function showFactor(
	secret: Uint8Array,
	issuer: string,
	account: string,
): { uri: string; key: string } {
	const totp = new TOTP({ issuer, label: account, secret: secretOf(secret) });
	return { uri: totp.toString(), key: totp.secret.base32.replace(/.{4}(?=.)/g, '$& ') };
}

/**
 * Holds what was typed against the factor.
 * @param typed six digits, or a recovery code; spaces and hyphens are left out.
 * @returns the factor as it is from now on; undefined where the answer is wrong or was used before.
 */
export function proveFactor(
	factor: StoredFactor,
	typed: string,
	at: Date,
	{ open }: FactorSeal,
): StoredFactor | undefined {
	const answer = typed.replace(/[\s-]/g, '').toLowerCase();
	if (/^\d{6}$/.test(answer)) {
		const secret = open(Buffer.from(factor.secret, 'base64'));
		if (secret === undefined) return undefined;
		const step = stepOf(secret, answer, at);
		return step === undefined || step <= factor.lastStep ? undefined : { ...factor, lastStep: step };
	}
	const hash = hashRecovery(answer);
	return factor.confirmed && factor.recovery.includes(hash)
		? { ...factor, recovery: factor.recovery.filter((each) => each !== hash) }
		: undefined;
}

/** @returns codes to write down, each good once, and their hashes to keep. */
export function newRecoveryCodes(randomBytes: (count: number) => Uint8Array): {
	codes: string[];
	hashes: string[];
} {
	const plain = Array.from({ length: RECOVERY_CODES }, () =>
		Array.from(randomBytes(RECOVERY_BYTES), (byte) => LETTERS[byte % LETTERS.length]).join(''),
	);
	return {
		codes: plain.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`),
		hashes: plain.map(hashRecovery),
	};
}

/** 50 random bits, tried against a wait that grows: no slow hash is needed. */
const hashRecovery = (code: string): string => createHash('sha256').update(`recovery ${code}`).digest('hex');

const secretOf = (bytes: Uint8Array): Secret => new Secret({ buffer: new Uint8Array(bytes).buffer });

function stepOf(secret: Uint8Array, token: string, at: Date): number | undefined {
	const delta = new TOTP({ secret: secretOf(secret) }).validate({
		token,
		timestamp: at.getTime(),
		window: WINDOW_STEPS,
	});
	return delta === null ? undefined : Math.floor(at.getTime() / STEP_MS) + delta;
}
