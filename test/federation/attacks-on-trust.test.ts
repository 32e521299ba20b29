/** Who is trusted, and what a forger of cards can do about it: nothing that a person has not compared. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCard, keyIdOf64, signCard } from '../../src/exchange/identity/card.ts';
import { type Hostile, hostileNode } from './hostile.ts';
import { openFederation, type Stage, SUPERVISOR } from './stage.ts';

const ZERO_KEY = Buffer.alloc(32).toString('base64');

let stage: Stage;
let harbour: Hostile;
/** Another one, which says that it is the first. */
let impostor: Hostile;
beforeAll(async () => {
	stage = await openFederation(['customs'], { trust: false });
	const now = (): number => stage.clock('customs').now();
	harbour = await hostileNode('harbour', now, 1);
	impostor = await hostileNode('harbour', now, 2);
}, 60_000);
afterAll(() => stage?.dispose());

const trust = (card: Hostile['card'], fingerprint: string) =>
	stage.exchange('customs').trustPartner({ card, fingerprint }, SUPERVISOR);
const known = async () =>
	(await stage.exchange('customs').listPartners({})).find(({ name }) => name === 'harbour');

describe('a card', () => {
	it('is not trusted because it came first, nor with the fingerprint of another', async () => {
		await expect(trust(harbour.card, impostor.fingerprint)).rejects.toMatchObject({
			code: 'invalid-input',
			place: 'fingerprint',
		});
		await expect(trust(harbour.card, harbour.fingerprint.replace(/\d$/, 'x'))).rejects.toMatchObject({
			code: 'invalid-input',
		});
		expect(await known()).toBeUndefined();
	});

	it('is refused where a letter of it was changed after it was signed', async () => {
		for (const change of [
			{ url: 'https://elsewhere:8443' },
			{ title: 'Customs of elsewhere' },
			{ certificate: 'f'.repeat(64) },
			{ cosigningKey: impostor.card.cosigningKey },
			{ number: 9 },
		])
			await expect(trust({ ...harbour.card, ...change }, harbour.fingerprint)).rejects.toMatchObject({
				code: 'invalid-input',
			});
		expect(await known()).toBeUndefined();
	});

	it('is refused with keys for which everybody knows the secret, or which serve two ends', async () => {
		for (const change of [
			{ sealingKey: ZERO_KEY },
			{ cosigningKey: ZERO_KEY },
			{ cosigningKey: harbour.card.signingKey },
		])
			await expect(trust(harbour.cardWith(change), harbour.fingerprint)).rejects.toMatchObject({
				code: 'invalid-input',
			});
		const weak = signCard({ ...harbour.card, signingKey: ZERO_KEY }, () => new Uint8Array(64));
		await expect(trust(weak, harbour.fingerprint)).rejects.toMatchObject({ code: 'invalid-input' });
	});

	it('of this very node, and of one with the keys of another partner, is refused', async () => {
		const { card, fingerprint } = await stage.exchange('customs').readIdentity({});
		await expect(trust(card, fingerprint)).rejects.toMatchObject({ code: 'conflict' });
	});

	it('is trusted once a person has compared it, and that is in the ledger', async () => {
		expect(await trust(harbour.card, harbour.fingerprint)).toMatchObject({
			name: 'harbour',
			state: 'trusted',
			trustedBy: SUPERVISOR.name,
			fingerprint: harbour.fingerprint,
		});
	});
});

describe('a card that claims to follow a trusted one', () => {
	it('by other keys, without the signature of the former, is refused to a person without a new comparison', async () => {
		const forged = impostor.cardWith({ number: 2 });
		await expect(trust(forged, harbour.fingerprint)).rejects.toMatchObject({ code: 'invalid-input' });
		expect((await known())?.fingerprint).toBe(harbour.fingerprint);
	});

	it('with a lower number is refused, so that nobody brings back keys that were given up', async () => {
		await trust(harbour.cardWith({ number: 3, title: 'Harbour, newly named' }), harbour.fingerprint);
		await expect(trust(harbour.card, harbour.fingerprint)).rejects.toMatchObject({ code: 'conflict' });
		expect((await known())?.title).toBe('Harbour, newly named');
	});

	it('with a key that was revoked is refused, also by a person', async () => {
		const revoked = [
			{ key: keyIdOf64(harbour.card.sealingKey), at: harbour.card.issuedAt, reason: 'lost with a laptop' },
		];
		const next = impostor.cardWith({ number: 4, revoked }, harbour.sign);
		await trust(next, impostor.fingerprint);
		const back = impostor.cardWith(
			{ number: 5, revoked, sealingKey: harbour.card.sealingKey },
			impostor.sign,
		);
		await expect(trust(back, impostor.fingerprint)).rejects.toMatchObject({
			code: expect.stringMatching(/conflict|invalid-input/),
		});
	});

	it('takes nothing from what was trusted: a refused card leaves the former in force', async () => {
		expect(await known()).toMatchObject({ state: 'trusted', fingerprint: impostor.fingerprint });
		expect(formatCard(await stage.card('customs'))).toContain('"name":"customs"');
		expect(stage.failures).toEqual([]);
	});
});
