import { randomBytes, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signBytes, signerOf } from '../../ledger/note/signed-note.ts';
import { openAtRest } from './at-rest.ts';
import { followsCard, keyIdOf, readCard, signCard, type UnsignedCard } from './card.ts';
import { certificateHash, certificatePem, selfSigned } from './certificate.ts';
import { fingerprintOf, isSameFingerprint } from './fingerprint.ts';

const first = signerOf('customs.example', 'ed25519', new Uint8Array(32).fill(1));
const second = signerOf('customs.example', 'ed25519', new Uint8Array(32).fill(2));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const unsigned: UnsignedCard = {
	format: 'tidewaiter-node',
	formatVersion: 1,
	name: 'customs.example',
	title: 'Customs',
	agency: 'customs',
	country: 'ZZ',
	url: 'https://customs.example:8443',
	signingKey: base64(first.publicKey),
	sealingKey: base64(new Uint8Array(32).fill(7)),
	certificate: 'a'.repeat(64),
	number: 1,
	issuedAt: '2026-05-04T10:00:00.000Z',
	revoked: [],
};
const card = signCard(unsigned, (message) => signBytes(first, message));
const rotated = (by?: typeof first, more: Partial<UnsignedCard> = {}) =>
	signCard(
		{ ...unsigned, number: 2, signingKey: base64(second.publicKey), ...more },
		(message) => signBytes(second, message),
		by && ((message) => signBytes(by, message)),
	);

describe('a certificate', () => {
	const certificate = selfSigned(
		'customs.example',
		first.publicKey,
		first.privateKey,
		new Uint8Array(16).fill(0xff),
		new Date('2026-01-01T00:00:00Z'),
		new Date('2036-01-01T00:00:00Z'),
	);

	it('is read by others, is for its name and both sides of TLS, and signed by its own key', () => {
		const read = new X509Certificate(certificate);
		expect(read.subject).toBe('CN=customs.example');
		expect(read.checkHost('customs.example')).toBe('customs.example');
		expect(read.verify(read.publicKey)).toBe(true);
		expect(read.ca).toBe(false);
		expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
		expect(read.validToDate.toISOString()).toBe('2036-01-01T00:00:00.000Z');
		expect(certificatePem(certificate)).toContain('BEGIN CERTIFICATE');
		expect(certificateHash(certificate)).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('a card', () => {
	it('is read where its own key has signed it, and not with anything changed', () => {
		expect(readCard(JSON.stringify(card))).toEqual(card);
		for (const changed of [
			{ ...card, url: 'https://elsewhere.example' },
			{ ...card, sealingKey: base64(new Uint8Array(32)) },
			{ ...card, number: 2 },
			{ ...card, extra: 1 },
		])
			expect(readCard(JSON.stringify(changed))).toHaveProperty('reason');
		expect(readCard('{')).toHaveProperty('reason');
	});

	it('carries trust on by the former key alone', () => {
		expect(followsCard(card, rotated(first))).toBeUndefined();
		expect(followsCard(card, rotated())).toMatch(/former key/);
		expect(followsCard(card, rotated(second))).toMatch(/former key/);
		expect(followsCard(card, rotated(first, { number: 1 }))).toMatch(/number/);
		expect(followsCard(card, rotated(first, { name: 'other.example' }))).toMatch(/other.example/);
		const revoked = [{ key: keyIdOf(second.publicKey), at: unsigned.issuedAt, reason: 'lost' }];
		const known = signCard({ ...unsigned, revoked }, (message) => signBytes(first, message));
		expect(followsCard(known, rotated(first, { revoked }))).toMatch(/revoked/);
		expect(followsCard(known, rotated(first))).toMatch(/takes back/);
	});

	it('has a fingerprint that people can compare', () => {
		const fingerprint = fingerprintOf(card);
		expect(fingerprint).toMatch(/^\d{5}( \d{5}){11}$/);
		expect(isSameFingerprint(fingerprint.replaceAll(' ', '-'), fingerprint)).toBe(true);
		expect(isSameFingerprint('', '')).toBe(false);
		expect(fingerprintOf(rotated(first))).not.toBe(fingerprint);
	});
});

describe('what is sealed at rest', () => {
	it('opens with its key alone, and whole', () => {
		const atRest = openAtRest(new Uint8Array(32).fill(1), randomBytes);
		const sealed = atRest.seal(Buffer.from('secret'));
		expect(Buffer.from(atRest.open(sealed) ?? []).toString()).toBe('secret');
		expect(openAtRest(new Uint8Array(32).fill(2), randomBytes).open(sealed)).toBeUndefined();
		const changed = Uint8Array.from(sealed);
		changed[15] = (changed[15] ?? 0) ^ 1;
		expect(atRest.open(changed)).toBeUndefined();
		expect(atRest.open(new Uint8Array(5))).toBeUndefined();
		expect(Buffer.from(atRest.seal(Buffer.from('secret'))).equals(sealed)).toBe(false);
	});
});
