/**
 * docs/exchange-vectors.json is what the program makes; and it is read here as another implementation would read it, with nothing
 * but node:crypto and what the specifications say.
 */
import {
	createDecipheriv,
	createHash,
	createHmac,
	createPrivateKey,
	createPublicKey,
	diffieHellman,
	hkdfSync,
	type KeyObject,
	sign,
	verify,
	X509Certificate,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkEnvelope, readEnvelope } from '../../src/exchange/envelope/envelope.ts';
import { verifyBytes } from '../../src/ledger/note/signed-note.ts';
import { canonicalJson } from '../../src/values/canonical-json.ts';
import { makeVectors } from './exchange-vectors.ts';

const FILE = fileURLToPath(new URL('../../docs/exchange-vectors.json', import.meta.url));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('the vectors of the protocol', () => {
	it('are what is written down; where the protocol changes, `vitest run -u test/conformance/exchange-vectors` writes them anew', async () => {
		await expect(`${JSON.stringify(await makeVectors(), null, '\t')}\n`).toMatchFileSnapshot(FILE);
	});
});

describe.skipIf(!existsSync(FILE))('the vectors, read by the specifications alone', () => {
	let vectors: Awaited<ReturnType<typeof makeVectors>>;
	beforeAll(() => {
		// The file is of this repository, and its form is that of `makeVectors`.
		vectors = JSON.parse(readFileSync(FILE, 'utf8'));
	});
	const publicKeyOf = (prefix: string, key: string): KeyObject =>
		createPublicKey({
			key: Buffer.concat([Buffer.from(prefix, 'hex'), Buffer.from(key, 'base64')]),
			format: 'der',
			type: 'spki',
		});
	const ed25519 = (key: string): KeyObject => publicKeyOf('302a300506032b6570032100', key);
	const isSigned = (key: string, message: string, signature: string): boolean =>
		verify(null, Buffer.from(message, 'utf8'), ed25519(key), Buffer.from(signature, 'base64'));
	const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

	it('JSON has one form', () => {
		for (const { value, text } of vectors.canonicalJson) expect(canonicalJson(value)).toBe(text);
	});

	it('keys follow from seeds', () => {
		for (const node of [...Object.values(vectors.nodes), vectors.changeOfKeys.keys]) {
			const privateKey = (seed: Uint8Array): KeyObject =>
				createPrivateKey({
					key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
					format: 'der',
					type: 'pkcs8',
				});
			const signing = Buffer.from(node.signingSeed, 'hex');
			expect(
				verify(
					null,
					Buffer.from('x'),
					ed25519(node.signingKey),
					sign(null, Buffer.from('x'), privateKey(signing)),
				),
			).toBe(true);
			const cosigning = Buffer.from(hkdfSync('sha256', signing, '', 'tidewaiter-cosigner-1', 32));
			expect(
				verify(
					null,
					Buffer.from('x'),
					ed25519(node.cosigningKey),
					sign(null, Buffer.from('x'), privateKey(cosigning)),
				),
			).toBe(true);
			expect(sha256(Buffer.from(node.signingKey, 'base64'))).toBe(node.signingKeyId);
			expect(sha256(Buffer.from(node.sealingKey, 'base64'))).toBe(node.sealingKeyId);
			expect(sha256(Buffer.from(node.certificate, 'base64'))).toBe(node.certificateHash);
			expect(new X509Certificate(Buffer.from(node.certificate, 'base64')).ca).toBe(false);
			expect(base64(x25519Of(Buffer.from(node.sealingSeed, 'hex')).raw)).toBe(node.sealingKey);
		}
	});

	it('cards are signed, the next one by both keys, and have their fingerprints', () => {
		const { signature, ...first } = JSON.parse(vectors.card.text);
		expect(isSigned(first.signingKey, `tidewaiter-node-1\n${canonicalJson(first)}`, signature)).toBe(true);
		const { signature: nextSignature, formerSignature, ...next } = JSON.parse(vectors.changeOfKeys.text);
		const message = `tidewaiter-node-1\n${canonicalJson(next)}`;
		expect(isSigned(next.signingKey, message, nextSignature)).toBe(true);
		expect(isSigned(first.signingKey, message, formerSignature)).toBe(true);
		for (const { text, fingerprint } of [vectors.card, vectors.changeOfKeys]) {
			const { name, signingKey, sealingKey } = JSON.parse(text);
			const digest = sha256(`tidewaiter-fingerprint-1\n${name}\n${signingKey}\n${sealingKey}\n`);
			expect(BigInt(`0x${digest}`) % 10n ** 60n).toBe(BigInt(fingerprint.replaceAll(' ', '')));
		}
	});

	it('the agreement is signed', () => {
		const { body, signature } = vectors.agreement;
		const node = vectors.nodes['customs.example'];
		expect(signature.key).toBe(node.signingKeyId);
		expect(
			isSigned(
				node.signingKey,
				`tidewaiter-agreement-1\n${signature.signedAt}\n${sha256(body)}`,
				signature.signature,
			),
		).toBe(true);
	});

	it('the envelope is signed by its sender and opened by its receiver', () => {
		const { header, encapsulated, ciphertext, signature } = JSON.parse(vectors.envelope.text);
		const [customs, fiu] = [vectors.nodes['customs.example'], vectors.nodes['fiu.example']];
		const digest = sha256(canonicalJson({ ciphertext, encapsulated, header }));
		expect(isSigned(customs.signingKey, `tidewaiter-envelope-1\n${digest}`, signature)).toBe(true);
		expect(sha256(vectors.envelope.text)).toBe(vectors.envelope.hash);
		expect(encapsulated).toBe(base64(x25519Of(Buffer.from(vectors.envelope.ephemeralSeed, 'hex')).raw));
		const padded = hpkeOpen(
			Buffer.from(fiu.sealingSeed, 'hex'),
			Buffer.from(encapsulated, 'base64'),
			Buffer.from(canonicalJson(header), 'utf8'),
			Buffer.from(ciphertext, 'base64'),
		);
		const length = padded.readUInt32BE(0);
		expect(padded.subarray(4, 4 + length).toString('utf8')).toBe(vectors.envelope.body);
		expect(padded.subarray(4 + length).every((byte) => byte === 0)).toBe(true);
		expect(padded.length).toBe(1_024);
	});

	it('what is to be refused is refused, by its code', async () => {
		const node = vectors.nodes['customs.example'];
		for (const { code, text, why } of vectors.refused) {
			const read = readEnvelope(Buffer.from(text, 'utf8'));
			const refused =
				'code' in read
					? read
					: await checkEnvelope(
							read,
							{
								name: 'fiu.example',
								isPartner: async (name) => name === 'customs.example',
								partnerKey: async (_name, id) =>
									id === node.signingKeyId
										? { key: Buffer.from(node.signingKey, 'base64'), state: 'current' }
										: undefined,
								verify: (publicKey, message, signature) =>
									verifyBytes({ name: 'x', type: 'ed25519', publicKey }, message, signature),
								sealingKey: async () => undefined,
							},
							Date.parse('2026-05-04T10:00:00Z'),
						);
			expect(refused?.code, why).toBe(code);
		}
	});

	it('the receipt is signed, and speaks of the envelope', () => {
		const { signature, ...receipt } = JSON.parse(vectors.receipt.text);
		const message = `tidewaiter-receipt-1\n${sha256(canonicalJson(receipt))}`;
		expect(isSigned(vectors.nodes['fiu.example'].signingKey, message, signature)).toBe(true);
		expect(receipt.envelope).toBe(vectors.envelope.hash);
	});

	it('the chunk opens', () => {
		const { key, sealed, plain } = vectors.chunks;
		const bytes = Buffer.from(sealed, 'base64');
		const nonce = Buffer.from('000000000000000000000001', 'hex');
		expect(openGcm(Buffer.from(key, 'hex'), nonce, Buffer.alloc(0), bytes).toString('utf8')).toBe(plain);
	});

	// RFC 9180 with KEM 0x0020, KDF 0x0001 and AEAD 0x0002, base mode, by node:crypto.
	const KEM = Buffer.from('KEM\u0000\u0020', 'latin1');
	const HPKE = Buffer.from('HPKE\u0000\u0020\u0000\u0001\u0000\u0002', 'latin1');
	const hmac = (key: Uint8Array, ...parts: Uint8Array[]): Buffer =>
		createHmac('sha256', key).update(Buffer.concat(parts)).digest();
	const labeledExtract = (suite: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer =>
		hmac(salt.length === 0 ? Buffer.alloc(32) : salt, Buffer.from('HPKE-v1'), suite, Buffer.from(label), ikm);
	const labeledExpand = (
		suite: Uint8Array,
		prk: Uint8Array,
		label: string,
		info: Uint8Array,
		length: number,
	): Buffer =>
		hmac(
			prk,
			Buffer.from([0, length]),
			Buffer.from('HPKE-v1'),
			suite,
			Buffer.from(label),
			info,
			Buffer.of(1),
		).subarray(0, length);

	/** DeriveKeyPair (7.1.3). */
	function x25519Of(seed: Uint8Array): { privateKey: KeyObject; raw: Buffer } {
		const prk = labeledExtract(KEM, Buffer.alloc(0), 'dkp_prk', seed);
		const privateKey = createPrivateKey({
			key: Buffer.concat([
				Buffer.from('302e020100300506032b656e04220420', 'hex'),
				labeledExpand(KEM, prk, 'sk', Buffer.alloc(0), 32),
			]),
			format: 'der',
			type: 'pkcs8',
		});
		return {
			privateKey,
			raw: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32),
		};
	}

	function hpkeOpen(seed: Uint8Array, encapsulated: Buffer, info: Buffer, ciphertext: Buffer): Buffer {
		const receiver = x25519Of(seed);
		const dh = diffieHellman({
			privateKey: receiver.privateKey,
			publicKey: publicKeyOf('302a300506032b656e032100', encapsulated.toString('base64')),
		});
		const prk = labeledExtract(KEM, Buffer.alloc(0), 'eae_prk', dh);
		const shared = labeledExpand(KEM, prk, 'shared_secret', Buffer.concat([encapsulated, receiver.raw]), 32);
		const context = Buffer.concat([
			Buffer.of(0),
			labeledExtract(HPKE, Buffer.alloc(0), 'psk_id_hash', Buffer.alloc(0)),
			labeledExtract(HPKE, Buffer.alloc(0), 'info_hash', info),
		]);
		const secret = labeledExtract(HPKE, shared, 'secret', Buffer.alloc(0));
		const key = labeledExpand(HPKE, secret, 'key', context, 32);
		const nonce = labeledExpand(HPKE, secret, 'base_nonce', context, 12);
		return openGcm(key, nonce, info, ciphertext);
	}

	function openGcm(key: Uint8Array, nonce: Uint8Array, additional: Uint8Array, sealed: Buffer): Buffer {
		const decipher = createDecipheriv('aes-256-gcm', key, nonce);
		decipher.setAAD(additional);
		decipher.setAuthTag(sealed.subarray(-16));
		return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
	}
});
