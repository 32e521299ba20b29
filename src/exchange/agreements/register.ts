/**
 * What all changes of agreements have in common: versions are read under their lock, and what happened is an event and an entry of
 * the ledger, in one transaction.
 */
import {
	type AgreementDocument,
	type AgreementState,
	agreementState,
} from '../../../contract/exchange/agreement.ts';
import type { Ledger } from '../../ledger/operations.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import type { Identity } from '../model.ts';
import {
	appendEvent,
	lockAgreement,
	readStandings,
	readVersion,
	type StandingRow,
	writeVersion,
} from '../store/agreements.ts';
import { bodyHash, isAgreementSignature } from './document.ts';
import type { Standing } from './life.ts';

export type AgreementOptions = {
	readonly database: Database;
	readonly clock: Clock;
	/** Name of this node. */
	readonly node: string;
	readonly identity: Pick<Identity, 'sign' | 'signingKeyId' | 'partner' | 'partnerKey'>;
	readonly ledger: Pick<Ledger, 'appendIn'>;
};

export const standingOf = (row: StandingRow): Standing => ({
	version: row.version,
	state: agreementState.parse(row.state),
	suspendedBy:
		row.suspended_by === 'ours' || row.suspended_by === 'theirs' || row.suspended_by === 'both'
			? row.suspended_by
			: null,
	startsOn: row.starts_on,
	endsOn: row.ends_on,
});

export type KeptVersion = Standing & {
	readonly partner: string | null;
	readonly document: AgreementDocument;
};

export async function readKept(
	session: Pick<Session, 'kysely'>,
	id: string,
	version: number,
): Promise<KeptVersion | undefined> {
	const row = await readVersion(session, id, version);
	return row === undefined ? undefined : { ...standingOf(row), partner: row.partner, document: row.document };
}

/** All versions of an agreement, oldest first; nobody else changes them until the transaction ends. */
export async function holdVersions(session: Session, id: string): Promise<(Standing & StandingRow)[]> {
	await lockAgreement(session, id);
	return (await readStandings(session, id)).map((row) => ({ ...row, ...standingOf(row) }));
}

/** Who did something, on which side, when, why. */
export type Deed = {
	/** `saved`, `offered`, `signed`, `suspended`, `resumed`, `ended`. */
	readonly what: string;
	readonly side: 'ours' | 'theirs';
	/** As people see it. */
	readonly by: string;
	/** Identifier of a user, or name of a node: what the ledger keeps. */
	readonly actor: string;
	readonly reason: string | null;
	readonly atMs: number;
};

export async function enterDeed(
	{ ledger }: Pick<AgreementOptions, 'ledger'>,
	session: Session,
	document: AgreementDocument,
	{ what, side, by, actor, reason, atMs }: Deed,
): Promise<void> {
	const { id, version } = document.body;
	await appendEvent(session, { agreement: id, version, at: new Date(atMs), what, actor: by, reason });
	await ledger.appendIn(session, [
		{
			at: new Date(atMs).toISOString(),
			what: 'agreement',
			event: what,
			subject: id,
			actor,
			hash: bodyHash(document.body),
			facts: { version, side, signatures: document.signatures.length },
		},
	]);
}

export const writeKept = (
	session: Session,
	document: AgreementDocument,
	partner: string | null,
	state: AgreementState,
	{ by, atMs }: Pick<Deed, 'by' | 'atMs'>,
): Promise<void> =>
	writeVersion(session, document, {
		partner,
		state,
		suspended_by: null,
		changed_at: new Date(atMs),
		changed_by: by,
	});

/** Why a partner's signature in a document is not believed; undefined where it is. */
export async function distrustOf(
	{ identity }: Pick<AgreementOptions, 'identity'>,
	{ body, signatures }: AgreementDocument,
	partner: string,
): Promise<'unknown-sender' | 'bad-signature' | 'wrong-key' | 'revoked-key' | undefined> {
	if ((await identity.partner(partner)) === undefined) return 'unknown-sender';
	const signature = signatures.find(({ node }) => node === partner);
	if (signature === undefined) return 'bad-signature';
	const key = await identity.partnerKey(partner, signature.key);
	if (key === undefined) return 'wrong-key';
	if (key.state === 'revoked') return 'revoked-key';
	return isAgreementSignature(body, signature, key.key) ? undefined : 'bad-signature';
}
