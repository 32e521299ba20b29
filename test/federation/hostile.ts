/**
 * A partner that does what it likes: it has keys and a card as any node, people have trusted it, and it writes its own bytes. It
 * shares with the program only the pure rooms that make envelopes; what it says and to whom is for the test. For tests.
 */
import { hash } from 'node:crypto';
import type { AgreementBody } from '../../contract/exchange/agreement.ts';
import type { EnvelopeHeader, Receipt } from '../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../contract/exchange/message.ts';
import type { NodeCard } from '../../contract/exchange/node-card.ts';
import { formatDocument, signAgreement } from '../../src/exchange/agreements/document.ts';
import { formatEnvelope, sealEnvelope } from '../../src/exchange/envelope/envelope.ts';
import { readReceipt } from '../../src/exchange/envelope/receipt.ts';
import { sealingPublicKey } from '../../src/exchange/envelope/seal.ts';
import { keyIdOf64, signCard, type UnsignedCard } from '../../src/exchange/identity/card.ts';
import { fingerprintOf } from '../../src/exchange/identity/fingerprint.ts';
import { keySetOf, makeKeys } from '../../src/exchange/identity/keys.ts';
import { signBytes } from '../../src/ledger/note/signed-note.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import { canonicalJson } from '../../src/values/canonical-json.ts';

const HOUR_MS = 3_600_000;

export type Hostile = Awaited<ReturnType<typeof hostileNode>>;

/** @param nowMs clock of the test. @param seed another one has other keys under the same name. */
export async function hostileNode(name: string, nowMs: () => number, seed: number) {
	let drawn = seed * 1_000;
	const keys = keySetOf(
		name,
		await makeKeys(name, (count) => Buffer.alloc(count).fill(`${drawn++} `), nowMs()),
	);
	const sign = (message: Uint8Array): Uint8Array => signBytes(keys.signing.signer, message);
	const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
	const unsigned: UnsignedCard = {
		format: 'tidewaiter-node',
		formatVersion: 1,
		name,
		title: `${name} (does what it likes)`,
		agency: 'customs',
		country: 'NO',
		url: `https://${name}:8443`,
		signingKey: base64(keys.signing.signer.publicKey),
		cosigningKey: base64(keys.cosigner.publicKey),
		sealingKey: base64(keys.sealing.publicKey),
		certificate: keys.certificate.hash,
		number: 1,
		issuedAt: new Date(nowMs()).toISOString(),
		revoked: [],
	};
	const card = signCard(unsigned, sign);
	let sequence = 0;
	const identifier = (): string => {
		drawn += 1;
		return `0198f3a2-7e00-7000-8${seed.toString().padStart(3, '0')}-${drawn.toString(16).padStart(12, '0')}`;
	};

	const headerTo = (to: NodeCard, kind: MessageBody['kind']): EnvelopeHeader => ({
		format: 'tidewaiter-envelope',
		formatVersion: 1,
		id: identifier(),
		correlation: null,
		kind,
		from: name,
		to: to.name,
		signingKey: keys.signing.id,
		sealingKey: keyIdOf64(to.sealingKey),
		agreement: null,
		agreementVersion: null,
		purpose: null,
		handling: 'H0',
		sequence: sequence + 1,
		sentAt: new Date(nowMs()).toISOString(),
		expiresAt: new Date(nowMs() + 24 * HOUR_MS).toISOString(),
		dueAt: null,
	});

	return {
		name,
		keys,
		card,
		sign,
		fingerprint: fingerprintOf(card),
		/** A card of its own making: whatever it claims, signed with its key. */
		cardWith: (changes: Partial<UnsignedCard>, former?: typeof sign): NodeCard =>
			signCard({ ...unsigned, ...changes }, sign, former),
		/** An envelope, with whatever header it likes. */
		envelope: async (
			to: NodeCard,
			body: MessageBody,
			changes: Partial<EnvelopeHeader> = {},
		): Promise<Uint8Array> =>
			formatEnvelope(
				await sealEnvelope(
					{ ...headerTo(to, body.kind), ...changes },
					body,
					sign,
					await sealingPublicKey(Buffer.from(to.sealingKey, 'base64')),
				),
			),
		/** An envelope that it has signed as it stands, and sealed for another header. */
		misbound: async (
			to: NodeCard,
			body: MessageBody,
			changes: Partial<EnvelopeHeader> = {},
		): Promise<Uint8Array> => {
			const header = { ...headerTo(to, body.kind), ...changes };
			const receiver = await sealingPublicKey(Buffer.from(to.sealingKey, 'base64'));
			const other = await sealEnvelope({ ...header, id: identifier() }, body, sign, receiver);
			const { encapsulated, ciphertext } = other;
			const digest = hash('sha256', canonicalJson({ header, encapsulated, ciphertext }), 'hex');
			const signature = base64(sign(Buffer.from(`tidewaiter-envelope-1\n${digest}`)));
			return formatEnvelope({ header, encapsulated, ciphertext, signature });
		},
		sequence: () => sequence,
		/** An agreement with its signature alone. */
		offered: (body: AgreementBody): string =>
			formatDocument({
				body,
				signatures: [signAgreement(body, name, keys.signing.id, new Date(nowMs()).toISOString(), sign)],
			}),
		/** Delivers bytes to a node, as whoever has its certificate. The sequence goes on from what the receiver says it has. */
		deliver: async (
			to: OpenNode,
			bytes: Uint8Array,
			certificate: string = keys.certificate.hash,
		): Promise<Receipt | undefined> => {
			const receipt = readReceipt(await to.exchange.answerNode('envelopes', bytes, certificate));
			if (receipt !== undefined) sequence = receipt.received;
			return receipt;
		},
	};
}
