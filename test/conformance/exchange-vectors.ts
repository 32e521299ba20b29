/**
 * The test vectors of the protocol between nodes, made with fixed keys that protect nothing. In: nothing. Out: the same value always.
 */
import { createHash } from 'node:crypto';
import type { AgreementBody } from '../../contract/exchange/agreement.ts';
import type { EnvelopeHeader } from '../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../contract/exchange/message.ts';
import { signAgreement } from '../../src/exchange/agreements/document.ts';
import { sealChunk } from '../../src/exchange/envelope/chunks.ts';
import { envelopeHash, formatEnvelope, sealEnvelope } from '../../src/exchange/envelope/envelope.ts';
import { paddedLength } from '../../src/exchange/envelope/padding.ts';
import { formatReceipt, signReceipt } from '../../src/exchange/envelope/receipt.ts';
import { formatCard, signCard } from '../../src/exchange/identity/card.ts';
import { fingerprintOf } from '../../src/exchange/identity/fingerprint.ts';
import { type KeySeed, keySetOf, makeKeys, openSealingKey } from '../../src/exchange/identity/keys.ts';
import { signBytes } from '../../src/ledger/note/signed-note.ts';
import { canonicalJson } from '../../src/values/canonical-json.ts';

const at = Date.parse('2026-05-04T10:00:00Z');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Bytes that look random and are always the same. */
const seedOf = (name: string): Uint8Array =>
	createHash('sha256').update(`tidewaiter vector ${name}`).digest();

async function nodeOf(name: string, generation: number) {
	let drawn = 0;
	const seeds = await makeKeys(
		name,
		(count) => seedOf(`${name} ${generation} ${drawn++}`).subarray(0, count),
		at,
	);
	return { name, seeds, keys: keySetOf(name, seeds) };
}
type VectorNode = Awaited<ReturnType<typeof nodeOf>>;

const describeKeys = ({ seeds, keys }: VectorNode) => {
	const of = (use: KeySeed['use']) => seeds.find((seed) => seed.use === use);
	const [signing, sealing, certificate] = [of('signing'), of('sealing'), of('certificate')];
	if (signing === undefined || sealing === undefined || certificate === undefined)
		throw new Error('no seeds');
	return {
		signingSeed: hex(signing.seed),
		signingKey: base64(signing.publicKey),
		signingKeyId: signing.id,
		cosigningKey: base64(keys.cosigner.publicKey),
		sealingSeed: hex(sealing.seed),
		sealingKey: base64(sealing.publicKey),
		sealingKeyId: sealing.id,
		certificate: base64(certificate.publicKey),
		certificateHash: certificate.id,
	};
};

const signerOf =
	({ keys }: VectorNode) =>
	(message: Uint8Array): Uint8Array =>
		signBytes(keys.signing.signer, message);

const cardOf = ({ name, keys }: VectorNode, number: number, former?: VectorNode) =>
	signCard(
		{
			format: 'tidewaiter-node',
			formatVersion: 1,
			name,
			title: 'Customs – Zollverwaltung',
			agency: 'customs',
			country: 'ZZ',
			url: 'https://customs.example:8443',
			signingKey: base64(keys.signing.signer.publicKey),
			cosigningKey: base64(keys.cosigner.publicKey),
			sealingKey: base64(keys.sealing.publicKey),
			certificate: keys.certificate.hash,
			number,
			issuedAt: new Date(at).toISOString(),
			revoked:
				former === undefined
					? []
					: [{ key: former.keys.signing.id, at: new Date(at).toISOString(), reason: 'lost' }],
		},
		signerOf({ name, keys, seeds: [] }),
		former && signerOf(former),
	);

/** What docs/exchange-vectors.json holds. */
export async function makeVectors() {
	const customs = await nodeOf('customs.example', 1);
	const renewed = await nodeOf('customs.example', 2);
	const fiu = await nodeOf('fiu.example', 1);
	const card = cardOf(customs, 1);

	const header: EnvelopeHeader = {
		format: 'tidewaiter-envelope',
		formatVersion: 1,
		id: '0198f3a2-7e00-7000-8000-000000000001',
		correlation: null,
		kind: 'spontaneous',
		from: customs.name,
		to: fiu.name,
		signingKey: customs.keys.signing.id,
		sealingKey: fiu.keys.sealing.id,
		agreement: 'fiu-customs',
		agreementVersion: 1,
		purpose: 'money-laundering',
		handling: 'H1',
		sequence: 1,
		sentAt: '2026-05-04T10:00:00Z',
		expiresAt: '2026-05-18T10:00:00Z',
		dueAt: null,
	};
	const body: MessageBody = {
		kind: 'spontaneous',
		subjects: [{ kind: 'person', name: 'Zoë Exempel', role: 'payer' }],
		records: [
			{
				kind: 'declaration',
				reference: '26ZZ000000000001',
				record: { latitude: 59.9139, items: [{ hsCode: '7108' }] },
				masked: ['parties.name'],
			},
		],
		attachments: [],
		grounds: 'Cash seen at the border',
	};
	const ephemeralSeed = seedOf('ephemeral');
	const receiver = await openSealingKey(
		fiu.seeds.find(({ use }) => use === 'sealing')?.seed ?? new Uint8Array(),
	);
	const envelope = await sealEnvelope(header, body, signerOf(customs), receiver.publicKey, ephemeralSeed);
	const bytes = formatEnvelope(envelope);

	const receipt = signReceipt(
		{
			format: 'tidewaiter-receipt',
			formatVersion: 1,
			message: header.id,
			envelope: envelopeHash(bytes),
			from: fiu.name,
			to: customs.name,
			state: 'delivered',
			code: null,
			reason: null,
			received: 1,
			at: '2026-05-04T10:00:01Z',
		},
		signerOf(fiu),
	);

	const agreement: AgreementBody = {
		format: 'tidewaiter-agreement',
		formatVersion: 1,
		id: 'fiu-customs',
		version: 1,
		title: 'FIU and customs',
		parties: [customs.name, fiu.name],
		legalBasis: 'FATF Recommendation 40',
		purposes: ['money-laundering'],
		grants: [
			{
				from: customs.name,
				to: fiu.name,
				messages: ['spontaneous'],
				records: [
					{ kind: 'declaration', allowed: ['items.hsCode'], masked: ['parties.name'], forbidden: [] },
				],
				matching: ['account'],
			},
		],
		handling: { least: 'H1', allowed: ['H1', 'H2'] },
		evaluation: false,
		retentionDays: 365,
		onward: 'with-consent',
		responseHours: { urgent: 8, direct: 72, normal: 168 },
		budget: { questionsPerDay: 100, messagesPerDay: 100, intersectionsPerMonth: 1 },
		startsOn: '2026-01-01',
		reviewOn: '2027-01-01',
		endsOn: '2028-01-01',
	};

	const chunkKey = seedOf('chunk key');
	const changed = canonicalJson({ ...envelope, header: { ...header, handling: 'H2' } });
	return {
		format: 'tidewaiter-exchange-vectors',
		formatVersion: 1,
		about:
			'Made with fixed seeds; the keys protect nothing. Seeds are hexadecimal, keys and signatures base64. See exchange.md.',
		canonicalJson: [
			{ value: { b: 1, a: [true, null, 'é'] }, text: '{"a":[true,null,"é"],"b":1}' },
			{
				value: { 10: 1, 9: 2, '€': 3, '😀': 4, '\ufb33': 5 },
				text: '{"10":1,"9":2,"€":3,"😀":4,"\ufb33":5}',
			},
			{ value: [59.9139, 1e-7, 0, -1], text: '[59.9139,1e-7,0,-1]' },
		],
		nodes: { 'customs.example': describeKeys(customs), 'fiu.example': describeKeys(fiu) },
		card: { text: formatCard(card), fingerprint: fingerprintOf(card) },
		changeOfKeys: {
			about: 'The next card of customs.example: new keys, signed by both, the former one revoked.',
			keys: describeKeys(renewed),
			text: formatCard(cardOf(renewed, 2, customs)),
			fingerprint: fingerprintOf(cardOf(renewed, 2, customs)),
		},
		agreement: {
			body: canonicalJson(agreement),
			signature: signAgreement(
				agreement,
				customs.name,
				customs.keys.signing.id,
				'2026-05-04T09:00:00Z',
				signerOf(customs),
			),
		},
		padding: [0, 1, 1_020, 1_021, 5_000, 100_000, 10_000_000].map((length) => ({
			bytes: length,
			padded: paddedLength(length),
		})),
		envelope: {
			ephemeralSeed: hex(ephemeralSeed),
			body: canonicalJson(body),
			text: bytes.toString('utf8'),
			hash: envelopeHash(bytes),
		},
		refused: [
			{ code: 'bad-signature', why: 'the handling code was changed', text: changed },
			{
				code: 'unreadable',
				why: 'it is not in canonical form',
				text: `${bytes.toString('utf8').replace('{"ciphertext"', '{ "ciphertext"')}`,
			},
			{
				code: 'unreadable',
				why: 'a bit of the signature that belongs to no byte is 1',
				text: bytes.toString('utf8').replace(/.=="}$/, (end) => `${nextOf(end.charAt(0))}=="}`),
			},
		],
		receipt: { text: formatReceipt(receipt).toString('utf8') },
		chunks: {
			key: hex(chunkKey),
			number: 0,
			isLast: true,
			plain: 'an attachment of one chunk',
			sealed: base64(sealChunk(chunkKey, 0, true, Buffer.from('an attachment of one chunk'))),
		},
	};
}

const nextOf = (character: string): string => String.fromCharCode(character.charCodeAt(0) + 1);
