import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generatePassword, hashPassword, isOutdated, verifyPassword } from './passwords.ts';
import { formatApiKey, formatSessionToken, hashSecret, parseApiKey, parseSessionToken } from './tokens.ts';

const salt = new Uint8Array(16).fill(7);

describe('passwords', () => {
	it('stores Argon2id with the cost that it took, and verifies', async () => {
		const stored = await hashPassword('correct horse battery', salt);
		expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
		expect(await verifyPassword('correct horse battery', stored)).toBe(true);
		expect(await verifyPassword('correct horse batterz', stored)).toBe(false);
		expect(isOutdated(stored)).toBe(false);
		expect(isOutdated(stored.replace('m=19456', 'm=8192'))).toBe(true);
	});

	it('takes composed and decomposed letters as the same', async () => {
		expect(await verifyPassword('Zu\u0308rich Hafen', await hashPassword('Z\u00fcrich Hafen', salt))).toBe(
			true,
		);
	});

	it.each([
		undefined,
		null,
		'',
		'plain text',
		'$argon2id$v=19$m=99999999,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$BwcHBwcHBwcHBwcHBwcHBwcHBwc',
		'$argon2i$v=19$m=19456,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$BwcHBwcHBwcHBwcHBwcHBwcHBwc',
	])('verifies nothing against %j', async (stored) => {
		expect(await verifyPassword('anything', stored)).toBe(false);
	});

	it('does the same work where there is no account', async () => {
		const stored = await hashPassword('correct horse battery', salt);
		const time = async (against: string | undefined) => {
			const started = performance.now();
			for (let index = 0; index < 3; index++) await verifyPassword('wrong', against);
			return performance.now() - started;
		};
		await time(stored);
		const [known, unknown] = [await time(stored), await time(undefined)];
		expect(unknown).toBeGreaterThan(known / 4);
	});

	it('generates passwords that can be read aloud', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 200, maxLength: 200 }), (random) => {
				fc.pre(random.filter((byte) => byte < 248).length >= 20);
				expect(generatePassword(random)).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
			}),
			{ seed: 2, numRuns: 50 },
		);
	});
});

describe('tokens', () => {
	const secret = new Uint8Array(32).map((_, index) => index * 7);

	it('name their node and come back as they went', () => {
		expect(parseSessionToken(formatSessionToken('customs-a', secret))?.node).toBe('customs-a');
		expect(parseApiKey(formatApiKey('customs-a', secret))?.node).toBe('customs-a');
		expect(hashSecret('x')).toMatch(/^[0-9a-f]{64}$/);
	});

	it('are refused whole when anything is off', () => {
		const good = formatApiKey('customs', secret);
		for (const bad of [good.slice(0, -1), `${good}x`, good.replace('tw_', 'tx_'), 'tw_', 'tw_UPPER_x', '']) {
			expect(parseApiKey(bad)).toBeUndefined();
		}
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(parseSessionToken(text)).toBeUndefined();
				expect(parseApiKey(text)).toBeUndefined();
			}),
			{ seed: 3, numRuns: 200 },
		);
	});
});
