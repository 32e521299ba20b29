/**
 * What the parts of delivery are given, and the numbers that they share. Messages go out in order for each partner, are kept until a
 * signed receipt came back, and are answered by receipts that are kept the same way.
 */
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { MessageBody } from '../../../contract/exchange/message.ts';
import type { BorderRecord } from '../../../contract/records/record.ts';
import type { Ledger } from '../../ledger/operations.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/port.ts';
import type { Agreements, Identity, Transport } from '../model.ts';
import type { Turns } from './turns.ts';

export type ControlKind = Extract<MessageBody, { kind: 'control' }>['what'];

/** What delivery needs of a node. */
export type DeliveryParts = {
	readonly database: Database;
	readonly clock: Clock;
	readonly identity: Identity;
	readonly ledger: Pick<Ledger, 'appendIn'>;
	readonly agreements: Pick<Agreements, 'covers' | 'spend' | 'inForce' | 'bodyOf'>;
	/** What a partner said about the exchange itself. Doing it twice changes nothing. @returns why not. */
	readonly takeControl: (
		from: string,
		what: ControlKind,
		document: string,
		atMs: number,
	) => Promise<RefusalCode | undefined>;
	/** Why nothing may be exchanged with a partner now; undefined where nothing is known against it. */
	readonly problemWith: (partner: string) => string | undefined;
	readonly transport: Transport;
	readonly readRecord: (id: string) => Promise<BorderRecord | undefined>;
	/** Takes a record of this node's own making in, as intake takes any. */
	readonly submit: (text: string, name: string, source: string) => Promise<void>;
	readonly newId: () => string;
	readonly randomBytes: (count: number) => Uint8Array;
	/** From 0 up to 1. */
	readonly random: () => number;
	readonly onFailure: (message: string, cause: unknown) => void;
};

/** The parts, and the turns in which work for one partner is done. */
export type Delivery = DeliveryParts & { readonly turns: Turns };

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** A message that was not delivered by then is not delivered any more. */
export const EXPIRY_MS = 14 * DAY_MS;
/** Messages about the exchange itself are kept so long. */
export const CONTROL_RETENTION_MS = 365 * DAY_MS;

/** Of an envelope that could not be read: it has no identifier. */
export const NO_MESSAGE = '00000000-0000-0000-0000-000000000000';
