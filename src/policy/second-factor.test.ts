import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { HOTP, Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import {
	newFactor,
	newRecoveryCodes,
	proveFactor,
	readFactor,
	type StoredFactor,
	showFactor,
} from './second-factor.ts';
import { standInSeal as seal } from './stand-in-seal.ts';

/** The key of RFC 6238, appendix B. */
const rfcSecret = Buffer.from('12345678901234567890', 'ascii');
const codeAt = (secret: Uint8Array, seconds: number): string =>
	HOTP.generate({
		secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
		counter: Math.floor(seconds / 30),
		digits: 6,
	});
const at = (seconds: number): Date => new Date(seconds * 1_000);

describe('the second factor', () => {
	it('takes the codes of RFC 6238, appendix B, cut to six digits', () => {
		for (const [seconds, code] of [
			[59, '287082'],
			[1111111109, '081804'],
			[1111111111, '050471'],
			[1234567890, '005924'],
			[2000000000, '279037'],
			[20000000000, '353130'],
		] as const) {
			expect(proveFactor(newFactor(rfcSecret, seal), code, at(seconds), seal)).toBeDefined();
			expect(proveFactor(newFactor(rfcSecret, seal), code, at(seconds + 90), seal)).toBeUndefined();
		}
	});

	it('takes a code once, and none of an earlier step after it', () => {
		const secret = randomBytes(20);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: -30, max: 30 }), (now, late) => {
				const factor = newFactor(secret, seal);
				const code = codeAt(secret, now);
				const after = proveFactor(factor, code, at(now + late), seal);
				expect(after).toBeDefined();
				expect(proveFactor(after as StoredFactor, code, at(now + late), seal)).toBeUndefined();
				expect(proveFactor(after as StoredFactor, codeAt(secret, now - 30), at(now), seal)).toBeUndefined();
				expect(
					proveFactor(after as StoredFactor, codeAt(secret, now + 30), at(now + 30), seal),
				).toBeDefined();
			}),
			{ seed: 6238, numRuns: 50 },
		);
	});

	it('takes each recovery code once, however it is typed, and only of a factor that was confirmed', () => {
		const { codes, hashes } = newRecoveryCodes((count) => randomBytes(count));
		expect(new Set(codes).size).toBe(10);
		const confirmed = { ...newFactor(rfcSecret, seal), confirmed: true, recovery: hashes };
		const [first = ''] = codes;
		const after = proveFactor(confirmed, ` ${first.toUpperCase()} `, at(0), seal);
		expect(after?.recovery).toHaveLength(9);
		expect(proveFactor(after as StoredFactor, first, at(0), seal)).toBeUndefined();
		expect(proveFactor({ ...confirmed, confirmed: false }, first, at(0), seal)).toBeUndefined();
		expect(JSON.stringify(confirmed)).not.toContain(first.replace('-', ''));
	});

	it('keeps no secret in the open, and shows it to an authenticator', () => {
		const factor = newFactor(rfcSecret, seal);
		const { uri, key } = showFactor(rfcSecret, 'Tidewaiter customs', 'amara');
		expect(key.replaceAll(' ', '')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
		expect(uri).toMatch(
			/^otpauth:\/\/totp\/Tidewaiter%20customs:amara\?issuer=Tidewaiter%20customs&secret=GEZD/,
		);
		expect(JSON.stringify(factor)).not.toContain(rfcSecret.toString('base64'));
		expect(proveFactor({ ...factor, secret: 'AAAA' }, codeAt(rfcSecret, 59), at(59), seal)).toBeUndefined();
	});

	it('is none of what is not understood, and then says so', () => {
		expect(readFactor(null)).toBeUndefined();
		expect(readFactor(JSON.stringify(newFactor(rfcSecret, seal)))).toMatchObject({ confirmed: false });
		for (const stored of ['', '{}', '[]', '{"version":2}']) expect(readFactor(stored)).toBe('unreadable');
		fc.assert(
			fc.property(fc.string(), (typed) => {
				const proven = proveFactor(newFactor(rfcSecret, seal), typed, at(59), seal);
				expect(proven === undefined || /287082|755224|359152/.test(typed.replace(/[\s-]/g, ''))).toBe(true);
			}),
			{ seed: 4226, numRuns: 200 },
		);
	});
});
