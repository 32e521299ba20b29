/**
 * Exchange put together: identity, agreements, delivery and matching of one node.
 */
import { randomBytes } from 'node:crypto';
import { TidewaiterError } from '../../contract/errors.ts';
import { type Cosigning, openCosigning } from '../ledger/cosigning.ts';
import { createLedgerOperations, type LedgerOperations } from '../ledger/node-ledger.ts';
import type { NoteSigner } from '../ledger/note/signed-note.ts';
import { createLedger, type Ledger } from '../ledger/operations.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import { createAgreements } from './agreements/operations.ts';
import { type OpenedIdentity, openIdentity } from './identity/operations.ts';
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
	transport,
	onFailure,
}: ExchangeOptions): Promise<OpenedExchange> {
	const later = (): never => {
		throw new TidewaiterError('internal', 'Exchange is not connected yet.');
	};
	const ledger = createLedger({
		database,
		clock,
		signer: currentSigner(node.id, () => identity.ledgerSigner()),
		former: () => identity.formerLedgerVerifiers(),
		onFailure,
	});
	const control: Control = async () => {};
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
	const cosigning = await openCosigning({
		database,
		clock,
		ledger,
		node: node.id,
		keys: identity,
		deliver: async (to, path, body) => {
			if (transport === undefined) throw new Error('there is no way to partners');
			return transport.deliver(to, path, body);
		},
		onFailure,
	});
	const { operations: agreementOperations } = createAgreements({
		database,
		clock,
		node: node.id,
		identity,
		ledger,
		control: (to, what, document) => control(to, what, document),
	});
	const exchange: Exchange = {
		...identityOperations,
		...agreementOperations,
		listMessages: later,
		readMessage: later,
		previewMessage: later,
		sendMessage: later,
		listOffers: later,
		makeOffer: later,
		match: later,
		intersect: later,
		listIntersections: later,
		consentIntersection: later,
		answerNode: async (path, body) => (path === 'checkpoint' ? cosigning.answer(body) : later()),
		deliverWaiting: async () => {},
		close: async () => {},
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
