/**
 * Exchange put together: identity, agreements, delivery and matching of one node.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import { createLedgerOperations, type LedgerOperations } from '../ledger/node-ledger.ts';
import { signerOf } from '../ledger/note/signed-note.ts';
import { createLedger, type Ledger } from '../ledger/operations.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/port.ts';
import type { Exchange, Transport } from './model.ts';

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
	readonly ledger: Ledger;
	readonly ledgerOperations: LedgerOperations;
};

export async function openExchange({ database, clock, node }: ExchangeOptions): Promise<OpenedExchange> {
	const later = (): never => {
		throw new TidewaiterError('internal', 'Exchange is not connected yet.');
	};
	const ledger = createLedger({ database, clock, signer: signerOf(node.id, 'ed25519', new Uint8Array(32)) });
	const exchange: Exchange = {
		readIdentity: later,
		rotateKeys: later,
		listPartners: later,
		trustPartner: later,
		distrustPartner: later,
		listAgreements: later,
		listAgreementTemplates: later,
		readAgreement: later,
		saveAgreement: later,
		moveAgreement: later,
		listMessages: later,
		readMessage: later,
		previewMessage: later,
		sendMessage: later,
		listOffers: later,
		makeOffer: later,
		match: later,
		intersect: later,
		answerNode: later,
		deliverWaiting: async () => {},
		close: async () => {},
	};
	return { exchange, ledger, ledgerOperations: createLedgerOperations(ledger) };
}
