/**
 * Exchange put together: identity, agreements, delivery and matching of one node.
 */
import { randomBytes } from 'node:crypto';
import type { BorderRecord } from '../../contract/records/record.ts';
import { type Cosigning, openCosigning } from '../ledger/cosigning.ts';
import { createLedgerOperations, type LedgerOperations } from '../ledger/node-ledger.ts';
import type { NoteSigner } from '../ledger/note/signed-note.ts';
import { createLedger, type Ledger } from '../ledger/operations.ts';
import { createPublished } from '../ledger/published.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import { createAgreements } from './agreements/operations.ts';
import { createAnswerNode } from './delivery/answer-node.ts';
import { createHttpsTransport } from './delivery/https-transport.ts';
import { type Messages, openMessages } from './delivery/operations.ts';
import { type OpenedIdentity, openIdentity } from './identity/operations.ts';
import { openMatching } from './matching/operations.ts';
import type { Control, Exchange, Identity, Transport } from './model.ts';

export type ExchangeOptions = {
	database: Database;
	clock: Clock;
	/** Folder of the node: the key that seals what is kept here lies in it, unless one is given. */
	folder: string;
	node: {
		readonly id: string;
		readonly name: string;
		readonly agency: 'customs' | 'fiu' | 'immigration';
		readonly country: string;
	};
	/** HTTP with mutual TLS unless told otherwise. */
	transport?: Transport | undefined;
	/** Records of this node, as intake has them; absent where exchange is opened without intake. */
	records?:
		| {
				read(id: string): Promise<BorderRecord | undefined>;
				submit(text: string, name: string, source: string): Promise<void>;
		  }
		| undefined;
	onFailure: (message: string, cause: unknown) => void;
};

/** What a node has of exchange. The ledger is signed with the node's own key, so it is opened here. */
export type OpenedExchange = {
	readonly exchange: Exchange;
	readonly identity: Identity;
	readonly ledger: Ledger;
	readonly ledgerOperations: LedgerOperations;
	readonly cosigning: Cosigning;
};

export async function openExchange({
	database,
	clock,
	folder,
	node,
	transport: given,
	records,
	onFailure,
}: ExchangeOptions): Promise<OpenedExchange> {
	const ledger = createLedger({
		database,
		clock,
		signer: currentSigner(node.id, () => identity.ledgerSigner()),
		former: () => identity.formerLedgerVerifiers(),
		onFailure,
	});
	const control: Control = (to, what, document) => messages.control(to, what, document);
	const {
		identity,
		operations: identityOperations,
		resume,
	}: OpenedIdentity = await openIdentity({
		database,
		folder,
		facts: {
			name: node.id,
			title: node.name,
			agency: node.agency,
			country: node.country,
			url: `https://${node.id}:8443`,
		},
		secrets: {
			keyFile: process.env['TIDEWAITER_KEY_FILE'],
			passphrase: process.env['TIDEWAITER_PASSPHRASE'],
		},
		randomBytes,
		nowMs: () => clock.now(),
		enter: (session, entry) => ledger.appendIn(session, [entry]),
		tell: (to, what, document) => control(to, what, document),
		onFailure,
	});
	const transport = given ?? createHttpsTransport(() => [identity.tls(), ...identity.formerTls()]);
	const cosigning = await openCosigning({
		database,
		clock,
		ledger,
		node: node.id,
		keys: identity,
		deliver: (to, path, body) => transport.deliver(to, path, body),
		onFailure,
	});
	const { agreements, operations: agreementOperations } = createAgreements({
		database,
		clock,
		node: node.id,
		identity,
		ledger,
		control: (to, what, document) => control(to, what, document),
	});
	const messages: Messages = openMessages({
		database,
		clock,
		identity,
		ledger,
		agreements,
		takeControl: async (from, what, document, atMs) => {
			switch (what) {
				case 'agreement':
				case 'suspend':
				case 'resume':
				case 'end':
					return agreements.take(from, what, document, atMs);
				case 'card':
					return identity.takeCard(from, document);
				case 'offer':
					return matching.takeOffer(from, document);
				default:
					return 'not-covered';
			}
		},
		problemWith: (partner) => cosigning.ownProblem() ?? cosigning.problemWith(partner),
		transport,
		readRecord: async (id) => records?.read(id),
		submit: async (text, name, source) => records?.submit(text, name, source),
		newId: () => newIdentifier(clock.now()),
		randomBytes,
		random: () => Math.random(),
		onFailure,
	});
	const matching = openMatching({
		node: node.id,
		database,
		identity,
		agreements,
		transport,
		control,
		nowMs: () => clock.now(),
		monotonicMs: () => clock.monotonic(),
		randomBytes,
		enter: (session, entry) => ledger.appendIn(session, [entry]),
		problemWith: (partner) => cosigning.ownProblem() ?? cosigning.problemWith(partner),
		onFailure,
	});
	const exchange: Exchange = {
		...identityOperations,
		...agreementOperations,
		listMessages: messages.listMessages,
		readMessage: messages.readMessage,
		previewMessage: messages.previewMessage,
		sendMessage: messages.sendMessage,
		uploadAttachment: messages.uploadAttachment,
		readAttachment: messages.readAttachment,
		...matching.operations,
		answerNode: createAnswerNode(
			identity,
			{
				...messages.answer,
				checkpoint: cosigning.answer,
				// Statements carry their proof; nobody asks for one by itself yet.
				consistency: async () => new Uint8Array(),
				questions: async (body, shownBy) =>
					(await matching.answerQuestion(shownBy, body)) ?? new Uint8Array(),
				intersections: async (body, shownBy) =>
					(await matching.answerIntersection(shownBy, body)) ?? new Uint8Array(),
			},
			onFailure,
		),
		tls: identity.tls,
		formerTls: identity.formerTls,
		knowsCertificate: (certificate) => identity.partners().some((card) => card.certificate === certificate),
		readPublished: createPublished(database),
		deliverWaiting: messages.deliverWaiting,
		deleteEnded: messages.deleteEnded,
		close: async () => {
			await matching.close();
			await messages.close();
			await transport.close?.();
		},
	};
	await resume();
	const ledgerOperations = createLedgerOperations({
		database,
		clock,
		ledger,
		cosigning,
		keys: identity,
		node: node.id,
		onFailure,
	});
	return { exchange, identity, ledger, ledgerOperations, cosigning };
}

/** Whatever key is the node's when it signs: keys change while the ledger stays. */
function currentSigner(name: string, signer: () => NoteSigner): NoteSigner {
	return {
		name,
		type: 'ed25519',
		get publicKey() {
			return signer().publicKey;
		},
		get privateKey() {
			return signer().privateKey;
		},
	};
}
