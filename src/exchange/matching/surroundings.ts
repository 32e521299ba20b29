/** What offers, questions and intersections of a node are given: its keys, agreements, store, time and chance. */
import { TidewaiterError } from '../../../contract/errors.ts';
import type { RefusalCode } from '../../../contract/exchange/envelope.ts';
import type { LedgerEntry } from '../../ledger/model.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import type { Agreements, Control, Identity, Transport } from '../model.ts';

export type MatchingSurroundings = {
	readonly node: string;
	readonly database: Database;
	readonly identity: Identity;
	readonly agreements: Agreements;
	readonly transport: Transport;
	readonly control: Control;
	readonly nowMs: () => number;
	readonly monotonicMs: () => number;
	readonly randomBytes: (count: number) => Uint8Array;
	readonly enter: (session: Session, entry: LedgerEntry) => Promise<unknown>;
	/** Why nothing may be exchanged with a partner now; undefined where nothing is known against it. */
	readonly problemWith: (partner: string) => string | undefined;
	readonly onFailure: (message: string, cause: unknown) => void;
};

/** What a refusal is to the person who asked. */
export function refusalError(code: RefusalCode, reason: string): TidewaiterError {
	return new TidewaiterError(code === 'budget-exceeded' ? 'too-many-requests' : 'conflict', reason, {
		place: 'agreement',
	});
}

export const instantOf = (atMs: number): string => new Date(atMs).toISOString();
export const dayOf = (atMs: number): string => instantOf(atMs).slice(0, 10);
export const textOf = (bytes: Uint8Array): string =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

/** Is it signed by a key that may be believed of the one whom it names? */
export async function isFrom(
	identity: Pick<Identity, 'partnerKey'>,
	document: { readonly from: string; readonly key: string; readonly signature: string },
	isSigned: (document: { from: string; key: string; signature: string }, key: Uint8Array) => boolean,
): Promise<boolean> {
	const known = await identity.partnerKey(document.from, document.key);
	return known !== undefined && known.state !== 'revoked' && isSigned(document, known.key);
}
