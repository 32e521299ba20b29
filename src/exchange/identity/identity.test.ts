import { randomBytes, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { NodeCard } from '../../../contract/exchange/node-card.ts';
import { signBytes, signerOf } from '../../ledger/note/signed-note.ts';
import { openAtRest } from './at-rest.ts';
import { formatCard, keyIdOf, readCard, refuseNextCard, signCard, type UnsignedCard } from './card.ts';
import { certificateHash, certificatePem, selfSigned } from './certificate.ts';
import { fingerprintOf, parseFingerprint } from './fingerprint.ts';

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
	cosigningKey: base64(signerOf('customs.example', 'cosignature', new Uint8Array(32).fill(3)).publicKey),
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
	const certificate = selfSigned('customs.example', first.privateKey, {
		serial: new Uint8Array(16).fill(0xff),
		notBefore: new Date('2026-01-01T00:00:00Z'),
		notAfter: new Date('2052-01-01T00:00:00Z'),
	});

	it('is read by others, is for its name and both sides of TLS, and signed by its own key', () => {
		const read = new X509Certificate(certificate);
		expect(read.subject).toBe('CN=customs.example');
		expect(read.checkHost('customs.example')).toBe('customs.example');
		expect(read.verify(read.publicKey)).toBe(true);
		expect(read.ca).toBe(false);
		expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
		expect(read.checkPrivateKey(first.privateKey)).toBe(true);
		expect(read.serialNumber).toBe(`7F${'FF'.repeat(15)}`);
		expect(read.validFromDate.toISOString()).toBe('2026-01-01T00:00:00.000Z');
		expect(read.validToDate.toISOString()).toBe('2052-01-01T00:00:00.000Z');
		expect(certificatePem(certificate)).toContain('BEGIN CERTIFICATE');
		expect(certificateHash(certificate)).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('a card', () => {
	const codeOf = (text: string): string => {
		const read = readCard(text);
		return 'code' in read ? read.code : 'read';
	};
	const resigned = (part: Partial<UnsignedCard>) =>
		formatCard(signCard({ ...unsigned, ...part }, (message) => signBytes(first, message)));

	it('is read where its own key has signed it, and not with anything changed', () => {
		expect(readCard(formatCard(card))).toEqual(card);
		for (const changed of [
			{ ...card, url: 'https://elsewhere.example' },
			{ ...card, sealingKey: base64(new Uint8Array(32).fill(9)) },
			{ ...card, number: 2 },
		])
			expect(codeOf(JSON.stringify(changed))).toBe('bad-signature');
		expect(codeOf(JSON.stringify({ ...card, extra: 1 }))).toBe('unreadable');
		expect(codeOf(JSON.stringify({ ...card, title: '\ud800' }))).toBe('unreadable');
		expect(codeOf('{')).toBe('unreadable');
		expect(codeOf(' '.repeat(300_000))).toBe('too-large');
	});

	it('is refused with keys that protect nothing', () => {
		expect(codeOf(resigned({ sealingKey: base64(new Uint8Array(32)) }))).toBe('wrong-key');
		expect(codeOf(resigned({ cosigningKey: base64(new Uint8Array(32)) }))).toBe('wrong-key');
		expect(codeOf(resigned({ cosigningKey: unsigned.signingKey }))).toBe('wrong-key');
		const weak = Buffer.from('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa', 'hex');
		expect(codeOf(resigned({ signingKey: base64(weak) }))).toBe('wrong-key');
	});

	it('has one form of each key and signature: no bits that belong to no byte', () => {
		const other = (text: string): string => text.replace(/(.)=$/, (_, last: string) => `${next(last)}=`);
		const next = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 1);
		expect(Buffer.from(other(card.signingKey), 'base64')).toEqual(Buffer.from(card.signingKey, 'base64'));
		expect(codeOf(JSON.stringify({ ...card, signingKey: other(card.signingKey) }))).toBe('unreadable');
		const signature = card.signature.replace(/.==$/, 'B==');
		expect(codeOf(JSON.stringify({ ...card, signature }))).toBe('unreadable');
	});

	it('carries trust on by the former key alone', () => {
		const code = (known: NodeCard, next: NodeCard) => refuseNextCard(known, next)?.code;
		expect(code(card, rotated(first))).toBeUndefined();
		expect(code(card, rotated())).toBe('bad-signature');
		expect(code(card, rotated(second))).toBe('bad-signature');
		expect(code(card, rotated(first, { number: 1 }))).toBe('replayed');
		expect(code(card, rotated(first, { name: 'other.example' }))).toBe('wrong-key');
		const revokedBy = (key: string) => [{ key, at: unsigned.issuedAt, reason: 'lost' }];
		const revoked = revokedBy(keyIdOf(second.publicKey));
		const known = signCard({ ...unsigned, revoked }, (message) => signBytes(first, message));
		expect(code(known, rotated(first, { revoked }))).toBe('revoked-key');
		expect(refuseNextCard(known, rotated(first))?.reason).toMatch(/takes back/);
		// The former key may be revoked by the very card that it signs: that is how a lost key ends.
		expect(code(card, rotated(first, { revoked: revokedBy(keyIdOf(first.publicKey)) }))).toBeUndefined();
		const sameKeys = signCard({ ...unsigned, number: 2, url: 'https://moved.example' }, (message) =>
			signBytes(first, message),
		);
		expect(code(card, sameKeys)).toBeUndefined();
	});

	it('has a fingerprint that people can compare', () => {
		const fingerprint = fingerprintOf(card);
		expect(fingerprint).toMatch(/^\d{5}( \d{5}){11}$/);
		expect(parseFingerprint(` ${fingerprint.replaceAll(' ', '-')}\n`)).toBe(fingerprint);
		expect(parseFingerprint(fingerprint.slice(1))).toBeUndefined();
		expect(parseFingerprint('')).toBeUndefined();
		expect(fingerprintOf(rotated(first))).not.toBe(fingerprint);
		expect(fingerprintOf({ ...card, sealingKey: base64(new Uint8Array(32).fill(8)) })).not.toBe(fingerprint);
		expect(fingerprintOf({ ...card, name: 'customs.examples' })).not.toBe(fingerprint);
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
