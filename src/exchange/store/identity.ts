/**
 * SQL of identity: the node's keys and cards, partners and the keys that they were known by. Seeds are sealed before they come here.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';

type Reading = Pick<Session, 'kysely'>;

export type KeyState = 'next' | 'current' | 'former' | 'revoked';
export type StoredKey = {
	readonly id: string;
	readonly use: string;
	readonly publicKey: Uint8Array;
	/** Sealed; null where it was destroyed. */
	readonly secret: Uint8Array | null;
	readonly state: KeyState;
	readonly madeAt: Date;
	readonly endedAt: Date | null;
	readonly reason: string | null;
};

export type PartnerState = 'trusted' | 'changed' | 'distrusted';
export type StoredPartner = {
	readonly name: string;
	/** Canonical JSON. */
	readonly card: string;
	readonly state: PartnerState;
	readonly trustedBy: string;
	readonly trustedAt: Date;
	readonly reason: string | null;
	/** Name, card and state as they were decided, sealed by the node. */
	readonly seal: Uint8Array;
};
export type StoredPartnerKey = {
	readonly partner: string;
	readonly id: string;
	readonly publicKey: Uint8Array;
	readonly knownAt: Date;
	readonly revokedAt: Date | null;
	readonly reason: string | null;
};

/** What is counted of a partner when it is listed. */
export type PartnerFigures = {
	readonly agreements: number;
	readonly waiting: number;
	readonly unreachableSince: Date | null;
	readonly heardAt: Date | null;
	readonly ledgerSize: number | null;
	readonly cosignedAt: Date | null;
	readonly ledgerProblem: string | null;
};

const MOST_KEYS = 500;
export const MOST_PARTNERS = 1_000;
const MOST_PARTNER_KEYS = 100_000;

/** Those in use, then the others, newest first. */
export async function readNodeKeys({ kysely }: Reading): Promise<StoredKey[]> {
	const rows = await kysely
		.selectFrom('node_key')
		.selectAll()
		.orderBy(sql`state in ('next', 'current')`, 'desc')
		.orderBy('made_at', 'desc')
		.orderBy('id')
		.limit(MOST_KEYS)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		use: row.use,
		publicKey: row.public_key,
		secret: row.secret_key,
		// Written by this file only.
		state: row.state as KeyState,
		madeAt: row.made_at,
		endedAt: row.ended_at,
		reason: row.reason,
	}));
}

export async function insertNodeKeys({ kysely }: Reading, keys: readonly StoredKey[]): Promise<void> {
	await kysely
		.insertInto('node_key')
		.values(
			keys.map((key) => ({
				id: key.id,
				use: key.use,
				public_key: key.publicKey,
				secret_key: key.secret,
				state: key.state,
				made_at: key.madeAt,
				ended_at: key.endedAt,
				reason: key.reason,
			})),
		)
		.execute();
}

/** The keys that were next become current; those that were current end, for the reason for which the next were made. */
export async function switchNodeKeys(
	{ kysely }: Reading,
	ended: 'former' | 'revoked',
	at: Date,
): Promise<void> {
	await sql`update node_key set state = ${ended}, ended_at = ${at}, reason = next.reason
		from node_key next where node_key.state = 'current' and next.state = 'next' and next.use = node_key.use`.execute(
		kysely,
	);
	await kysely
		.updateTable('node_key')
		.set({ state: 'current', reason: null })
		.where('state', '=', 'next')
		.execute();
}

/** Puts another seal on a secret. */
export async function replaceSecret({ kysely }: Reading, id: string, secret: Uint8Array): Promise<void> {
	await kysely.updateTable('node_key').set({ secret_key: secret }).where('id', '=', id).execute();
}

/** The newest cards, newest first. */
export async function readCards({ kysely }: Reading, count: number): Promise<string[]> {
	const rows = await kysely
		.selectFrom('node_card')
		.select('card')
		.orderBy('number', 'desc')
		.limit(count)
		.execute();
	return rows.map(({ card }) => card);
}

export async function insertCard({ kysely }: Reading, number: number, card: string, at: Date): Promise<void> {
	await kysely.insertInto('node_card').values({ number, card, at }).execute();
}

export async function readPartners({ kysely }: Reading): Promise<StoredPartner[]> {
	const rows = await kysely
		.selectFrom('partner')
		.select(['name', 'card', 'state', 'trusted_by', 'trusted_at', 'reason', 'seal'])
		.orderBy('name')
		.limit(MOST_PARTNERS)
		.execute();
	return rows.map((row) => ({
		name: row.name,
		card: row.card,
		// Written by this file only.
		state: row.state as PartnerState,
		trustedBy: row.trusted_by,
		trustedAt: row.trusted_at,
		reason: row.reason,
		seal: row.seal,
	}));
}

export async function savePartner({ kysely }: Reading, partner: StoredPartner): Promise<void> {
	const columns = {
		card: partner.card,
		state: partner.state,
		trusted_by: partner.trustedBy,
		trusted_at: partner.trustedAt,
		reason: partner.reason,
		seal: partner.seal,
	};
	await kysely
		.insertInto('partner')
		.values({
			name: partner.name,
			...columns,
			unreachable_since: null,
			ledger_size: null,
			ledger_root: null,
			ledger_note: null,
			cosigned_at: null,
			ledger_problem: null,
		})
		.onConflict((conflict) => conflict.column('name').doUpdateSet(columns))
		.execute();
}

export async function readPartnerKeys({ kysely }: Reading): Promise<StoredPartnerKey[]> {
	const rows = await kysely
		.selectFrom('partner_key')
		.selectAll()
		.orderBy('partner')
		.orderBy('id')
		.limit(MOST_PARTNER_KEYS)
		.execute();
	return rows.map((row) => ({
		partner: row.partner,
		id: row.id,
		publicKey: row.public_key,
		knownAt: row.known_at,
		revokedAt: row.revoked_at,
		reason: row.reason,
	}));
}

/** A key that was revoked stays so. */
export async function savePartnerKeys({ kysely }: Reading, keys: readonly StoredPartnerKey[]): Promise<void> {
	if (keys.length === 0) return;
	await kysely
		.insertInto('partner_key')
		.values(
			keys.map((key) => ({
				partner: key.partner,
				id: key.id,
				public_key: key.publicKey,
				known_at: key.knownAt,
				revoked_at: key.revokedAt,
				reason: key.reason,
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(['partner', 'id']).doUpdateSet({
				revoked_at: sql`coalesce(partner_key.revoked_at, excluded.revoked_at)`,
				reason: sql`coalesce(partner_key.reason, excluded.reason)`,
			}),
		)
		.execute();
}

/** By name of the partner. */
export async function readPartnerFigures({ kysely }: Reading): Promise<Map<string, PartnerFigures>> {
	const { rows } = await sql<{
		name: string;
		agreements: number;
		waiting: number;
		unreachable_since: Date | null;
		heard_at: Date | null;
		ledger_size: number | null;
		cosigned_at: Date | null;
		ledger_problem: string | null;
	}>`
		select p.name, p.unreachable_since, p.ledger_size, p.cosigned_at, p.ledger_problem,
			(select count(distinct a.id) from agreement a where a.partner = p.name and a.state = 'signed') as agreements,
			coalesce(w.waiting, 0) as waiting,
			greatest(p.cosigned_at, (
				select m.at from message m where m.partner = p.name and m.box = 'in' order by m.sequence desc limit 1
			)) as heard_at
		from partner p
		left join (
			select m.partner, count(*) as waiting from message m where m.state = 'waiting' and m.box = 'out' group by m.partner
		) w on w.partner = p.name
		order by p.name limit ${MOST_PARTNERS}`.execute(kysely);
	return new Map(
		rows.map((row) => [
			row.name,
			{
				agreements: row.agreements,
				waiting: row.waiting,
				unreachableSince: row.unreachable_since,
				heardAt: row.heard_at,
				ledgerSize: row.ledger_size,
				cosignedAt: row.cosigned_at,
				ledgerProblem: row.ledger_problem,
			},
		]),
	);
}
