import { createPublicKey, verify as verifyBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Envelope, EnvelopeHeader } from '../../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import { signBytes, signerOf } from '../../ledger/note/signed-note.ts';
import { CHUNK_BYTES, chunksOf, openChunk, sealChunk } from './chunks.ts';
import {
	checkEnvelope,
	formatEnvelope,
	type OpeningKeys,
	openBody,
	readEnvelope,
	sealEnvelope,
} from './envelope.ts';
import { pad, paddedLength, unpad } from './padding.ts';
import { isReceiptOf, readReceipt, signReceipt } from './receipt.ts';
import { sealingKeyPair } from './seal.ts';

const now = Date.parse('2026-05-04T10:00:00Z');
const customs = signerOf('customs.example', 'ed25519', new Uint8Array(32).fill(1));
const stranger = signerOf('customs.example', 'ed25519', new Uint8Array(32).fill(9));
const signingKey = 'a'.repeat(64);
const sealingKey = 'b'.repeat(64);

const header: EnvelopeHeader = {
	format: 'tidewaiter-envelope',
	formatVersion: 1,
	id: '0198f3a2-7e00-7000-8000-000000000001',
	correlation: null,
	kind: 'spontaneous',
	from: 'customs.example',
	to: 'fiu.example',
	signingKey,
	sealingKey,
	agreement: 'fiu-customs',
	agreementVersion: 1,
	purpose: 'money-laundering',
	handling: 'H0',
	sequence: 1,
	sentAt: '2026-05-04T09:59:00Z',
	expiresAt: '2026-05-18T10:00:00Z',
	dueAt: null,
};
const body: MessageBody = {
	kind: 'spontaneous',
	subjects: [],
	records: [],
	attachments: [],
	grounds: 'Cash seen at the border',
};

const verify = (key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
	signature.length === 64 &&
	verifyBytes(
		null,
		message,
		createPublicKey({
			key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]),
			format: 'der',
			type: 'spki',
		}),
		signature,
	);

describe('an envelope', () => {
	let keys: OpeningKeys;
	let good: Envelope;
	let pair: Awaited<ReturnType<typeof sealingKeyPair>>;
	let other: Awaited<ReturnType<typeof sealingKeyPair>>;
	beforeAll(async () => {
		pair = await sealingKeyPair(new Uint8Array(32).fill(2));
		other = await sealingKeyPair(new Uint8Array(32).fill(3));
		keys = {
			name: 'fiu.example',
			isPartner: async (name) => name === 'customs.example',
			partnerKey: async (_name, id) =>
				id === signingKey ? { key: customs.publicKey, state: 'current' } : undefined,
			verify,
			sealingKey: async (id) => (id === sealingKey ? pair : undefined),
		};
		good = await sealEnvelope(header, body, (message) => signBytes(customs, message), pair.publicKey);
	});

	const codeOf = async (envelope: Envelope, with_: Partial<OpeningKeys> = {}, at = now) => {
		const using = { ...keys, ...with_ };
		const refused = await checkEnvelope(envelope, using, at);
		if (refused !== undefined) return refused.code;
		const opened = await openBody(envelope, using);
		return 'code' in opened ? opened.code : 'opened';
	};

	it('is opened by its receiver, whole', async () => {
		const read = readEnvelope(formatEnvelope(good));
		if ('code' in read) throw new Error(read.reason);
		expect(await codeOf(read)).toBe('opened');
		expect(await openBody(read, keys)).toEqual(body);
	});

	it('is refused where anything in it is another, each thing by its own code', async () => {
		const changed = (part: Partial<EnvelopeHeader>) => ({ ...good, header: { ...header, ...part } });
		for (const part of [
			{ purpose: 'another-purpose' },
			{ handling: 'H2' },
			{ sequence: 2 },
			{ expiresAt: '2027-01-01T00:00:00Z' },
			{ correlation: header.id },
		] as const)
			expect(await codeOf(changed(part))).toBe('bad-signature');
		expect(await codeOf(changed({ from: 'other.example' }))).toBe('unknown-sender');
		expect(await codeOf(changed({ signingKey: 'c'.repeat(64) }))).toBe('wrong-key');
		const forged = await sealEnvelope(
			header,
			body,
			(message) => signBytes(stranger, message),
			pair.publicKey,
		);
		expect(await codeOf(forged)).toBe('bad-signature');
		expect(
			await codeOf(good, { partnerKey: async () => ({ key: customs.publicKey, state: 'revoked' }) }),
		).toBe('revoked-key');
		expect(await codeOf(good, { name: 'immigration.example' })).toBe('wrong-receiver');
		expect(await codeOf(good, {}, Date.parse('2026-06-01T00:00:00Z'))).toBe('expired');
		expect(await codeOf(good, {}, Date.parse('2026-05-04T09:50:00Z'))).toBe('from-the-future');
		expect(await codeOf(good, { sealingKey: async () => other })).toBe('bad-seal');
		expect(await codeOf(good, { sealingKey: async () => undefined })).toBe('wrong-key');
	});

	it('binds the header into the seal: the sender itself cannot put another one on it', async () => {
		const again = { ...header, purpose: 'customs-control' };
		const moved = await sealEnvelope(again, body, (message) => signBytes(customs, message), pair.publicKey);
		const resigned = {
			...(await sealEnvelope(again, body, (message) => signBytes(customs, message), pair.publicKey)),
			encapsulated: good.encapsulated,
		};
		expect(await codeOf(moved)).toBe('opened');
		expect(await codeOf(resigned)).toBe('bad-signature');
	});

	it('is refused with any byte changed, and never throws', async () => {
		const bytes = formatEnvelope(good);
		await fc.assert(
			fc.asyncProperty(
				fc.nat({ max: bytes.length - 1 }),
				fc.integer({ min: 1, max: 255 }),
				async (at, flip) => {
					const changed = Uint8Array.from(bytes);
					changed[at] = (changed[at] ?? 0) ^ flip;
					const read = readEnvelope(changed);
					if ('code' in read) return;
					expect(await codeOf(read)).not.toBe('opened');
				},
			),
			{ seed: 9180, numRuns: 150 },
		);
	});

	it('has one form only', () => {
		const spaced = Buffer.from(JSON.stringify(good, null, 1));
		expect(readEnvelope(spaced)).toMatchObject({ code: 'unreadable' });
		expect(readEnvelope(Buffer.from('{"header":'))).toMatchObject({ code: 'unreadable' });
		expect(readEnvelope(Buffer.from('null'))).toMatchObject({ code: 'unreadable' });
	});
});

describe('padding', () => {
	it('gives back what was padded, and hides short lengths', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
				const padded = pad(bytes);
				expect(Buffer.from(unpad(padded) ?? []).equals(bytes)).toBe(true);
				expect(padded.length).toBeLessThanOrEqual(Math.max(1_024, (bytes.length + 4) * 1.12));
			}),
			{ seed: 2019, numRuns: 100 },
		);
		expect(paddedLength(0)).toBe(paddedLength(1_000));
		const padded = pad(Uint8Array.of(1, 2));
		padded[500] = 1;
		expect(unpad(padded)).toBeUndefined();
	});
});

describe('a receipt', () => {
	it('is believed from its signer alone', () => {
		const receipt = signReceipt(
			{
				format: 'tidewaiter-receipt',
				formatVersion: 1,
				message: header.id,
				envelope: 'd'.repeat(64),
				from: 'fiu.example',
				to: 'customs.example',
				state: 'refused',
				code: 'replayed',
				reason: 'It came before.',
				received: 4,
				at: '2026-05-04T10:00:00Z',
			},
			(message) => signBytes(customs, message),
		);
		const read = readReceipt(Buffer.from(JSON.stringify(receipt)));
		if (read === undefined) throw new Error('no receipt');
		expect(isReceiptOf(read, (message, signature) => verify(customs.publicKey, message, signature))).toBe(
			true,
		);
		expect(isReceiptOf(read, (message, signature) => verify(stranger.publicKey, message, signature))).toBe(
			false,
		);
		expect(
			isReceiptOf({ ...read, received: 5 }, (message, signature) =>
				verify(customs.publicKey, message, signature),
			),
		).toBe(false);
		expect(readReceipt(Buffer.from('[]'))).toBeUndefined();
	});
});

describe('chunks of an attachment', () => {
	it('cannot be cut off, exchanged or changed', () => {
		const key = new Uint8Array(32).fill(5);
		const first = sealChunk(key, 0, false, Buffer.from('first'));
		const last = sealChunk(key, 1, true, Buffer.from('last'));
		expect(openChunk(key, 0, false, first)?.toString()).toBe('first');
		expect(openChunk(key, 1, true, last)?.toString()).toBe('last');
		expect(openChunk(key, 0, true, first)).toBeUndefined();
		expect(openChunk(key, 1, false, last)).toBeUndefined();
		expect(openChunk(key, 1, true, first)).toBeUndefined();
		expect(openChunk(new Uint8Array(32), 0, false, first)).toBeUndefined();
		first[0] = (first[0] ?? 0) ^ 1;
		expect(openChunk(key, 0, false, first)).toBeUndefined();
		expect(chunksOf(0)).toBe(1);
		expect(chunksOf(CHUNK_BYTES + 1)).toBe(2);
	});
});
