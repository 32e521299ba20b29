import { createPublicKey, hash, verify as verifyBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Envelope, EnvelopeHeader } from '../../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import { signBytes, signerOf } from '../../ledger/note/signed-note.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import {
	checkEnvelope,
	formatEnvelope,
	MOST_ENVELOPE_BYTES,
	type OpeningKeys,
	openBody,
	readEnvelope,
	sealEnvelope,
} from './envelope.ts';
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
		const openedWith = async (at: number, flip: number): Promise<boolean> => {
			const changed = Uint8Array.from(bytes);
			changed[at] = (changed[at] ?? 0) ^ flip;
			const read = readEnvelope(changed);
			return !('code' in read) && (await codeOf(read)) === 'opened';
		};
		// Every byte once, then any of them in any way.
		for (let at = 0; at < bytes.length; at++)
			expect(await openedWith(at, 1 << (at % 8)), `byte ${at}`).toBe(false);
		await fc.assert(
			fc.asyncProperty(
				fc.nat({ max: bytes.length - 1 }),
				fc.integer({ min: 1, max: 255 }),
				async (at, flip) => !(await openedWith(at, flip)),
			),
			{ seed: 9180, numRuns: 150 },
		);
	});

	it('is not opened with a seal that was exchanged, whoever signs', async () => {
		const second = await sealEnvelope(
			header,
			{ ...body, text: 'something else' },
			(message) => signBytes(customs, message),
			pair.publicKey,
		);
		const resign = (envelope: Envelope): Envelope => {
			const digest = hash(
				'sha256',
				canonicalJson({
					ciphertext: envelope.ciphertext,
					encapsulated: envelope.encapsulated,
					header: envelope.header,
				}),
				'hex',
			);
			const signature = signBytes(customs, Buffer.from(`tidewaiter-envelope-1\n${digest}`));
			return { ...envelope, signature: Buffer.from(signature).toString('base64') };
		};
		expect(await codeOf(resign(good))).toBe('opened');
		expect(await codeOf(resign({ ...good, ciphertext: second.ciphertext }))).toBe('bad-seal');
		expect(await codeOf(resign({ ...good, encapsulated: second.encapsulated }))).toBe('bad-seal');
		expect(await codeOf(resign({ ...good, encapsulated: 'AAAA' }))).toBe('bad-seal');
		expect(await codeOf(resign({ ...good, ciphertext: '' }))).toBe('bad-seal');
		for (const part of [{ purpose: 'another-purpose' }, { handling: 'H2' }, { sequence: 2 }] as const)
			expect(await codeOf(resign({ ...good, header: { ...header, ...part } }))).toBe('bad-seal');
	});

	it('allows clocks to differ by five minutes, and no more', async () => {
		const sentAt = Date.parse(header.sentAt);
		expect(await codeOf(good, {}, sentAt - 300_000)).toBe('opened');
		expect(await codeOf(good, {}, sentAt - 300_001)).toBe('from-the-future');
		const expiresAt = Date.parse(header.expiresAt);
		expect(await codeOf(good, {}, expiresAt - 1)).toBe('opened');
		expect(await codeOf(good, {}, expiresAt)).toBe('expired');
	});

	it('is refused where its body is not what the header says, too deep, or no message', async () => {
		const sealed = async (value: unknown): Promise<string> =>
			codeOf(
				await sealEnvelope(
					header,
					// What a partner that does not keep to the schema would seal.
					value as MessageBody,
					(message) => signBytes(customs, message),
					pair.publicKey,
				),
			);
		expect(await sealed({ ...body, kind: 'supplementary', grounds: undefined })).toBe('unreadable');
		expect(await sealed({ ...body, extra: 1 })).toBe('unreadable');
		expect(await sealed([])).toBe('unreadable');
		let deep: unknown = 1;
		for (let depth = 0; depth < 1_000; depth++) deep = [deep];
		const shared = { kind: 'declaration', reference: 'x', masked: [], record: { deep } };
		expect(await sealed({ ...body, records: [shared] })).toBe('unreadable');
		const shallow = { ...shared, record: { latitude: 59.9139 } };
		expect(await sealed({ ...body, records: [shallow] })).toBe('opened');
	});

	it('has one form only', () => {
		const spaced = Buffer.from(JSON.stringify(good, null, 1));
		expect(readEnvelope(spaced)).toMatchObject({ code: 'unreadable' });
		expect(readEnvelope(Buffer.from('{"header":'))).toMatchObject({ code: 'unreadable' });
		expect(readEnvelope(Buffer.from('null'))).toMatchObject({ code: 'unreadable' });
		expect(readEnvelope(Uint8Array.of(0xff, 0xfe))).toMatchObject({ code: 'unreadable' });
		expect(readEnvelope(new Uint8Array(MOST_ENVELOPE_BYTES + 1))).toMatchObject({ code: 'too-large' });
		expect(readEnvelope(Buffer.from('['.repeat(1_000_000)))).toMatchObject({ code: 'unreadable' });
	});
});
