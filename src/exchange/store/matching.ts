/**
 * SQL of matching: offers, questions that were put, intersections. Seeds and what was intersected are sealed before they come here.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';

type Reading = Pick<Session, 'kysely'>;

export type StoredOffer = {
	readonly id: string;
	readonly agreement: string;
	readonly purpose: string;
	readonly direction: 'given' | 'taken';
	readonly partner: string;
	/** JSON. */
	readonly kinds: string;
	readonly source: string;
	readonly identifiers: number;
	readonly publicKey: Uint8Array;
	/** Sealed; null for what was taken, and once it has ended. */
	readonly seed: Uint8Array | null;
	readonly madeAt: Date;
	readonly validUntil: Date;
};

export const MOST_OFFERS = 1_000;
const MOST_DAYS = 15;

const COLUMNS = [
	'id',
	'agreement',
	'purpose',
	'direction',
	'partner',
	'kinds',
	'source',
	'identifiers',
	'public_key',
	'seed',
	'made_at',
	'valid_until',
] as const;

type OfferRow = {
	id: string;
	agreement: string;
	purpose: string;
	direction: string;
	partner: string;
	kinds: string;
	source: string;
	identifiers: number;
	public_key: Uint8Array;
	seed: Uint8Array | null;
	made_at: Date;
	valid_until: Date;
};

const toOffer = (row: OfferRow): StoredOffer => ({
	id: row.id,
	agreement: row.agreement,
	purpose: row.purpose,
	direction: row.direction === 'given' ? 'given' : 'taken',
	partner: row.partner,
	kinds: row.kinds,
	source: row.source,
	identifiers: row.identifiers,
	publicKey: row.public_key,
	seed: row.seed,
	madeAt: row.made_at,
	validUntil: row.valid_until,
});

/** By agreement, the newest first. */
export async function readOffers({ kysely }: Reading, agreement: string | undefined): Promise<StoredOffer[]> {
	let query = kysely.selectFrom('offer').select(COLUMNS);
	if (agreement !== undefined) query = query.where('agreement', '=', agreement);
	const rows = await query
		.orderBy('agreement')
		.orderBy('made_at', 'desc')
		.orderBy('id')
		.limit(MOST_OFFERS)
		.execute();
	return rows.map(toOffer);
}

export async function readOffer({ kysely }: Reading, id: string): Promise<StoredOffer | undefined> {
	const row = await kysely.selectFrom('offer').select(COLUMNS).where('id', '=', id).executeTakeFirst();
	return row === undefined ? undefined : toOffer(row);
}

/** Offers that were taken from a partner under an agreement for a purpose and hold now, the newest first. */
export async function readTakenOffers(
	{ kysely }: Reading,
	ask: { readonly agreement: string; readonly purpose: string; readonly at: Date },
): Promise<StoredOffer[]> {
	const rows = await kysely
		.selectFrom('offer')
		.select(COLUMNS)
		.where('agreement', '=', ask.agreement)
		.where('purpose', '=', ask.purpose)
		.where('direction', '=', 'taken')
		.where('valid_until', '>', ask.at)
		.orderBy('made_at', 'desc')
		.limit(MOST_OFFERS)
		.execute();
	return rows.map(toOffer);
}

export async function readTags({ kysely }: Reading, id: string): Promise<Uint8Array | undefined> {
	return (await kysely.selectFrom('offer').select('tags').where('id', '=', id).executeTakeFirst())?.tags;
}

/** @returns false where there is an offer with this identifier. */
export async function insertOffer(
	{ kysely }: Reading,
	offer: StoredOffer,
	tags: Uint8Array,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await kysely
		.insertInto('offer')
		.values({
			id: offer.id,
			agreement: offer.agreement,
			purpose: offer.purpose,
			direction: offer.direction,
			partner: offer.partner,
			kinds: offer.kinds,
			source: offer.source,
			identifiers: offer.identifiers,
			public_key: offer.publicKey,
			seed: offer.seed,
			tags,
			made_at: offer.madeAt,
			valid_until: offer.validUntil,
		})
		.onConflict((conflict) => conflict.column('id').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Offers of one direction, agreement, purpose and partner but this one end at the latest then; those of others stay. */
export async function endOtherOffers(
	{ kysely }: Reading,
	{ id, agreement, purpose, direction, partner }: StoredOffer,
	at: Date,
): Promise<void> {
	await kysely
		.updateTable('offer')
		.set({ valid_until: at })
		.where('agreement', '=', agreement)
		.where('purpose', '=', purpose)
		.where('direction', '=', direction)
		.where('partner', '=', partner)
		.where('id', '!=', id)
		.where('valid_until', '>', at)
		.execute();
}

/** An offer and those that it has replaced, with their keys and tags. */
export async function deleteOffers(
	{ kysely }: Reading,
	{ agreement, purpose, direction, partner }: StoredOffer,
): Promise<void> {
	await kysely
		.deleteFrom('offer')
		.where('agreement', '=', agreement)
		.where('purpose', '=', purpose)
		.where('direction', '=', direction)
		.where('partner', '=', partner)
		.execute();
}

export async function updateOfferEnd({ kysely }: Reading, id: string, at: Date): Promise<void> {
	await kysely.updateTable('offer').set({ valid_until: at }).where('id', '=', id).execute();
}

/** Offers that have ended, with their keys and tags: without the key, nobody can say what was in them. @returns how many. */
export async function deleteEndedOffers({ kysely }: Reading, at: Date): Promise<number> {
	const { rows } = await sql<{ id: string }>`
		delete from offer where id in (select id from offer where valid_until <= ${at} limit ${MOST_OFFERS}) returning id`.execute(
		kysely,
	);
	return rows.length;
}

/** With whom an agreement is, whatever its state. */
export async function readPartnerOf({ kysely }: Reading, agreement: string): Promise<string | undefined> {
	const row = await kysely
		.selectFrom('agreement')
		.select('partner')
		.where('id', '=', agreement)
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.partner ?? undefined;
}

/** Questions of this side that were spent on a day (UTC). */
export async function readSpentQuestions(
	{ kysely }: Reading,
	agreement: string,
	day: string,
): Promise<number> {
	const row = await kysely
		.selectFrom('budget_day')
		.select('questions')
		.where('agreement', '=', agreement)
		.where('side', '=', 'ours')
		.where('day', '=', day)
		.executeTakeFirst();
	return row?.questions ?? 0;
}

export type StoredQuestion = {
	readonly id: string;
	readonly agreement: string;
	readonly offer: string;
	readonly side: 'ours' | 'theirs';
	readonly at: Date;
	readonly actor: string | null;
	readonly caseReference: string | null;
	readonly asked: string | null;
	readonly hit: boolean | null;
	readonly refused: string | null;
};

/** @returns false where a question with this identifier was put before. */
export async function insertQuestion({ kysely }: Reading, question: StoredQuestion): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await kysely
		.insertInto('match_question')
		.values({
			id: question.id,
			agreement: question.agreement,
			offer: question.offer,
			side: question.side,
			at: question.at,
			actor: question.actor,
			case_reference: question.caseReference,
			asked: question.asked,
			hit: question.hit,
			refused: question.refused,
		})
		.onConflict((conflict) => conflict.column('id').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function isQuestionKnown({ kysely }: Reading, id: string): Promise<boolean> {
	const row = await kysely.selectFrom('match_question').select('id').where('id', '=', id).executeTakeFirst();
	return row !== undefined;
}

export async function settleQuestion(
	{ kysely }: Reading,
	id: string,
	{ hit, refused }: { readonly hit: boolean | null; readonly refused: string | null },
): Promise<void> {
	await kysely.updateTable('match_question').set({ hit, refused }).where('id', '=', id).execute();
}

/** Questions under an agreement by day (UTC), those of the partner or ours, since a moment. */
export async function readQuestionDays(
	{ kysely }: Reading,
	ask: { readonly agreement: string; readonly side: 'ours' | 'theirs'; readonly since: Date },
): Promise<{ day: string; answered: number; refused: number }[]> {
	const { rows } = await sql<{ day: string; answered: number; refused: number }>`
		select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day,
			count(*) filter (where refused is null)::int as answered,
			count(*) filter (where refused is not null)::int as refused
		from match_question
		where agreement = ${ask.agreement} and at >= ${ask.since} and side = ${ask.side}
		group by 1 order by 1 desc limit ${MOST_DAYS}`.execute(kysely);
	return rows;
}

export type Consent = 'none' | 'ours' | 'theirs' | 'both';
export type StoredIntersection = {
	readonly id: string;
	readonly agreement: string;
	readonly purpose: string;
	readonly partner: string;
	readonly at: Date;
	readonly actor: string;
	readonly ours: number;
	readonly theirs: number;
	readonly both: number;
	readonly consent: Consent;
	readonly sealed: Uint8Array | null;
};

type IntersectionRow = {
	id: string;
	agreement: string;
	purpose: string;
	partner: string;
	at: Date;
	actor: string;
	ours: number;
	theirs: number;
	both_sides: number;
	consent: string;
	sealed: Uint8Array | null;
};

const toIntersection = ({ both_sides: both, consent, ...row }: IntersectionRow): StoredIntersection => ({
	...row,
	both,
	consent: consent === 'ours' || consent === 'theirs' || consent === 'both' ? consent : 'none',
});

/** @returns false where there is one with this identifier. */
export async function insertIntersection({ kysely }: Reading, made: StoredIntersection): Promise<boolean> {
	const { both, ...columns } = made;
	const { numInsertedOrUpdatedRows } = await kysely
		.insertInto('intersection')
		.values({ ...columns, both_sides: both, sealed: columns.sealed })
		.onConflict((conflict) => conflict.column('id').doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** @param lock keeps others from changing it until the transaction ends. */
export async function readIntersection(
	{ kysely }: Reading,
	id: string,
	lock = false,
): Promise<StoredIntersection | undefined> {
	const query = kysely.selectFrom('intersection').selectAll().where('id', '=', id);
	const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
	return row === undefined ? undefined : toIntersection(row);
}

export async function updateIntersection(
	{ kysely }: Reading,
	id: string,
	{ consent, sealed }: { readonly consent: Consent; readonly sealed: Uint8Array | null },
): Promise<void> {
	await kysely.updateTable('intersection').set({ consent, sealed }).where('id', '=', id).execute();
}

/** Newest first within each agreement. */
export async function readIntersections(
	{ kysely }: Reading,
	agreement: string | undefined,
): Promise<StoredIntersection[]> {
	let query = kysely.selectFrom('intersection').selectAll();
	if (agreement !== undefined) query = query.where('agreement', '=', agreement);
	const rows = await query.orderBy('agreement').orderBy('at', 'desc').limit(MOST_OFFERS).execute();
	return rows.map(toIntersection);
}
