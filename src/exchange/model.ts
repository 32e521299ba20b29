/**
 * What the rooms of exchange are to each other, and what intake, server and console see of them. In: what people here want to
 * share, and envelopes from partners. Out: envelopes, receipts, refusals. Nothing leaves but under an agreement in force.
 */
import type { KeyObject, webcrypto } from 'node:crypto';
import type { AgreementBody } from '../../contract/exchange/agreement.ts';
import type { Envelope, EnvelopeHeader, Receipt, RefusalCode } from '../../contract/exchange/envelope.ts';
import type { MessageBody, Urgency } from '../../contract/exchange/message.ts';
import type { NodeCard } from '../../contract/exchange/node-card.ts';
import type { InputOf, OperationId, OutputOf } from '../../contract/operations.ts';
import type { NoteSigner, NoteVerifier } from '../ledger/note/signed-note.ts';
import type { Published } from '../ledger/published.ts';
import type { OpeningKeys } from './envelope/envelope.ts';

/** Who asks, for the record of what was decided. */
export type Actor = { readonly id: string; readonly name: string };

type Ask<K extends OperationId> = (input: InputOf<K>) => Promise<OutputOf<K>>;
type Act<K extends OperationId> = (input: InputOf<K>, actor: Actor) => Promise<OutputOf<K>>;

/** A node's own keys and those of its partners. Secret keys never leave the room of identity. */
export type Identity = {
	/** @throws TidewaiterError `not-found` where the node has no identity yet. */
	card(): NodeCard;
	/** Ed25519 by the current signing key. */
	sign(message: Uint8Array): Uint8Array;
	/** SHA-256 of the current signing key. */
	signingKeyId(): string;
	/** The X25519 key with this identifier, current or former: what was sealed before stays readable. */
	sealingKey(id: string): Promise<webcrypto.CryptoKeyPair | undefined>;
	/** A partner's card as it is trusted now. Undefined: not known, or distrusted. */
	partner(name: string): Promise<NodeCard | undefined>;
	/** May this key of a partner still be believed? Former keys may until they are revoked. */
	partnerKey(
		name: string,
		keyId: string,
	): Promise<{ key: Uint8Array; state: 'current' | 'former' | 'revoked' } | undefined>;
	/** Seals bytes for this node alone (AES-256-GCM), and opens them; undefined where they were not sealed here. */
	sealAtRest(bytes: Uint8Array): Uint8Array;
	openAtRest(sealed: Uint8Array): Uint8Array | undefined;
	/** For checkpoints of this node's ledger, and for cosignatures of others'. */
	ledgerSigner(): NoteSigner;
	cosigner(): NoteSigner;
	verifiersOf(partner: string): Promise<{ ledger: NoteVerifier; cosigner: NoteVerifier } | undefined>;
	/** Keys that signed this node's ledger before, for checkpoints of that time. */
	formerLedgerVerifiers(): readonly NoteVerifier[];
	/** What an envelope is checked and opened with. */
	openingKeys(): OpeningKeys;
	/** Cards of all who are trusted, by name. */
	partners(): readonly NodeCard[];
	/**
	 * Takes a new card that a partner sent about itself (control `card`): in force from then on, as `changed` where keys changed.
	 * The same card again changes nothing. Makes a transaction of its own. @returns why not, where it is not believed.
	 */
	takeCard(from: string, document: string): Promise<RefusalCode | undefined>;
	/**
	 * Certificates of before, newest first. A partner that has not taken the new card yet knows one of these only: it is shown to it
	 * where it asks for it by `serverNameOf`, and where it refuses the current one.
	 */
	formerTls(): readonly { hash: string; cert: string; key: KeyObject }[];
	/** For mutual TLS: PEM of certificate and key. */
	tls(): { cert: string; key: KeyObject };
};

/** What an agreement says of one message. */
export type Coverage =
	| { readonly covered: true; readonly agreement: AgreementBody; readonly dueHours: number | null }
	| { readonly covered: false; readonly code: RefusalCode; readonly reason: string };

export type CoverageQuestion = {
	readonly agreement: string;
	readonly from: string;
	readonly to: string;
	readonly kind: MessageBody['kind'];
	readonly purpose: string;
	readonly handling: string;
	readonly atMs: number;
	/** Kinds of the records in it. */
	readonly records: readonly string[];
	/** Of a message that wants an answer; normal unless told otherwise. */
	readonly urgency?: Urgency;
};

export type Agreements = {
	/** Asked before anything is sealed, and again when something is opened. */
	covers(question: CoverageQuestion): Promise<Coverage>;
	/** What an agreement says that holds at this time; undefined where none does. */
	inForce(id: string, atMs: number): Promise<AgreementBody | undefined>;
	/** What an agreement says, in one version or in the newest. @throws TidewaiterError `not-found`. */
	bodyOf(id: string, version?: number): Promise<AgreementBody>;
	/** Takes one of a budget. False where it is spent; nothing is taken then. */
	spend(
		agreement: string,
		side: 'ours' | 'theirs',
		what: 'questions' | 'messages' | 'intersections',
		atMs: number,
	): Promise<boolean>;
	/** A document that came from a partner: offered, signed, suspended, resumed or ended by it. */
	take(
		from: string,
		what: 'agreement' | 'suspend' | 'resume' | 'end',
		document: string,
		atMs: number,
	): Promise<RefusalCode | undefined>;
};

/** An envelope that was opened, or why it was not. */
export type Opened =
	| { readonly opened: true; readonly envelope: Envelope; readonly body: MessageBody }
	| {
			readonly opened: false;
			readonly code: RefusalCode;
			readonly reason: string;
			readonly header: EnvelopeHeader | undefined;
	  };

/** How envelopes and questions reach a partner: HTTP with mutual TLS, or a call in the same process in tests and training. */
export type Transport = {
	/** @returns the receipt as bytes. @throws where the partner cannot be reached. */
	deliver(to: NodeCard, path: ExchangePath, body: Uint8Array): Promise<Uint8Array>;
	/** Ends the connections that it keeps. */
	close?(): Promise<void>;
};

/** What a node answers to other nodes. */
export type ExchangePath =
	| 'envelopes'
	| 'receipts'
	| 'questions'
	| 'intersections'
	| 'chunks'
	| 'checkpoint'
	| 'consistency';

/** Says something to a partner about the exchange itself; delivered like any message. */
export type Control = (
	to: string,
	what: 'agreement' | 'suspend' | 'resume' | 'end' | 'offer' | 'card' | 'checkpoint',
	document: string,
) => Promise<void>;

export type IdentityOperations = {
	readIdentity: Ask<'readIdentity'>;
	rotateKeys: Act<'rotateKeys'>;
	changeCard: Act<'changeCard'>;
	listPartners: Ask<'listPartners'>;
	checkCard: Ask<'checkCard'>;
	trustPartner: Act<'trustPartner'>;
	distrustPartner: Act<'distrustPartner'>;
};
export type AgreementOperations = {
	listAgreements: Ask<'listAgreements'>;
	listAgreementTemplates: Ask<'listAgreementTemplates'>;
	readAgreement: Ask<'readAgreement'>;
	saveAgreement: Act<'saveAgreement'>;
	moveAgreement: Act<'moveAgreement'>;
};
export type MessageOperations = {
	listMessages: Ask<'listMessages'>;
	readMessage: Act<'readMessage'>;
	previewMessage: Act<'previewMessage'>;
	sendMessage: Act<'sendMessage'>;
	uploadAttachment(
		input: InputOf<'uploadAttachment'>,
		bytes: AsyncIterable<Uint8Array>,
		actor: Actor,
	): Promise<OutputOf<'uploadAttachment'>>;
	readAttachment(
		input: InputOf<'readAttachment'>,
		actor: Actor,
	): Promise<{ bytes: Uint8Array; total: number; name: string }>;
};
export type MatchingOperations = {
	listOffers: Ask<'listOffers'>;
	makeOffer: Act<'makeOffer'>;
	withdrawOffer: Act<'withdrawOffer'>;
	listQuestions: Ask<'listQuestions'>;
	listMatchingBudgets: Ask<'listMatchingBudgets'>;
	match: Act<'match'>;
	intersect: Act<'intersect'>;
	listIntersections: Ask<'listIntersections'>;
	readIntersection: Ask<'readIntersection'>;
	consentIntersection: Act<'consentIntersection'>;
};

export type Exchange = IdentityOperations &
	AgreementOperations &
	MessageOperations &
	MatchingOperations & {
		/** Answers another node. @param certificate SHA-256 of what it showed in TLS; undefined without TLS. */
		answerNode(path: ExchangePath, body: Uint8Array, certificate: string | undefined): Promise<Uint8Array>;
		/** For the endpoint that partners reach: what it shows in TLS, and whether a certificate (SHA-256) is a partner's. */
		tls(): { cert: string; key: KeyObject };
		/** To show where a partner asks for one of these by `serverNameOf` in TLS (SNI). */
		formerTls(): readonly { hash: string; cert: string; key: KeyObject }[];
		knowsCertificate(certificate: string): boolean;
		/** Checkpoint and tiles of this node's ledger, for partners. Undefined: there is nothing of that name. */
		readPublished(path: string): Promise<Published | undefined>;
		/** Tries what waits now; otherwise it is tried by itself. Resolves when all that is due was tried once. */
		deliverWaiting(): Promise<void>;
		/** Deletes messages whose end has come; runs by itself too. @returns how many. */
		deleteEnded(): Promise<number>;
		close(): Promise<void>;
	};

export type { Receipt };
