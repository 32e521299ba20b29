/** SQL of agreements: versions, events, budgets. Who changes an agreement holds its lock until the transaction ends. */
import { type RawBuilder, sql } from 'kysely';
import { type AgreementDocument, agreementDocument } from '../../../contract/exchange/agreement.ts';
import type { Database, Session } from '../../platform/database/port.ts';
import type { AgreementTable } from '../../platform/tables-exchange.ts';
import { canonicalJson } from '../../values/canonical-json.ts';

type Reading = Pick<Session, 'kysely'>;

/** Versions of one agreement that are read at once; nobody negotiates more. */
const MOST_VERSIONS = 1_000;
const MOST_EVENTS = 1_000;

/** A version without its body. */
export type StandingRow = Pick<
	AgreementTable,
	'id' | 'version' | 'partner' | 'state' | 'suspended_by' | 'starts_on' | 'ends_on' | 'changed_at'
>;
export type VersionRow = StandingRow & { readonly document: AgreementDocument };
export type AgreementEvent = { at: Date; what: string; actor: string; reason: string | null };

/** Makes all others who would change this agreement wait, also where it does not exist yet. */
export async function lockAgreement(session: Session, id: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`agreement ${id}`}, 0))`.execute(session.kysely);
}

export const readStandings = ({ kysely }: Reading, id: string): Promise<StandingRow[]> =>
	kysely
		.selectFrom('agreement')
		.select(['id', 'version', 'partner', 'state', 'suspended_by', 'starts_on', 'ends_on', 'changed_at'])
		.where('id', '=', id)
		.orderBy('version')
		.limit(MOST_VERSIONS)
		.execute();

export async function readVersion(
	{ kysely }: Reading,
	id: string,
	version: number,
): Promise<VersionRow | undefined> {
	const row = await kysely
		.selectFrom('agreement')
		.selectAll()
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const { body, signatures, ...standing } = row;
	const document = agreementDocument.parse({ body: JSON.parse(body), signatures: JSON.parse(signatures) });
	return { ...standing, document };
}

/** Writes a version: a new one, or in the place of what it was. */
export async function writeVersion(
	{ kysely }: Reading,
	{ body, signatures }: AgreementDocument,
	standing: Pick<AgreementTable, 'partner' | 'state' | 'suspended_by' | 'changed_at' | 'changed_by'>,
): Promise<void> {
	const values = {
		...standing,
		title: body.title,
		purposes: JSON.stringify(body.purposes),
		questions_per_day: body.budget.questionsPerDay,
		body: canonicalJson(body),
		signatures: canonicalJson(signatures),
		starts_on: body.startsOn,
		review_on: body.reviewOn,
		ends_on: body.endsOn,
	};
	await kysely
		.insertInto('agreement')
		.values({ id: body.id, version: body.version, ...values })
		.onConflict((conflict) => conflict.columns(['id', 'version']).doUpdateSet(values))
		.execute();
}

export async function deleteVersion({ kysely }: Reading, id: string, version: number): Promise<void> {
	await kysely.deleteFrom('agreement').where('id', '=', id).where('version', '=', version).execute();
}

/** Moves all versions of an agreement that are in one of these states. */
export async function moveVersions(
	{ kysely }: Reading,
	id: string,
	from: readonly string[],
	to: Pick<AgreementTable, 'state' | 'suspended_by' | 'changed_at' | 'changed_by'>,
): Promise<void> {
	await kysely.updateTable('agreement').set(to).where('id', '=', id).where('state', 'in', from).execute();
}

export async function appendEvent(
	{ kysely }: Reading,
	event: AgreementEvent & { agreement: string; version: number },
): Promise<void> {
	await sql`
		insert into agreement_event (agreement, position, version, at, what, actor, reason)
		select ${event.agreement}::text, coalesce(max(position), 0) + 1, ${event.version}::integer,
			${event.at}::timestamptz, ${event.what}::text, ${event.actor}::text, ${event.reason}::text
		from agreement_event where agreement = ${event.agreement}`.execute(kysely);
}

/** Newest first. */
export const readEvents = ({ kysely }: Reading, agreement: string): Promise<AgreementEvent[]> =>
	kysely
		.selectFrom('agreement_event')
		.select(['at', 'what', 'actor', 'reason'])
		.where('agreement', '=', agreement)
		.orderBy('position', 'desc')
		.limit(MOST_EVENTS)
		.execute();

export type ListedAgreement = Omit<AgreementTable, 'body' | 'changed_by'> & { readonly spent: number };
export type ListPlace = { readonly at: Date; readonly id: string; readonly version: number };

type Asked = {
	readonly day: string;
	readonly state: string | undefined;
	readonly partner: string | undefined;
	/** `overdue`: those that hold, or are about to, and whose day of review has passed. */
	readonly review: 'overdue' | undefined;
};

/** A version that a newer one has replaced is no more of the list; its days are over, whatever its state says. */
const wantedOn = ({ day, state, partner, review }: Asked): RawBuilder<boolean> => sql`
	not (a.state in ('signed', 'suspended') and exists (
		select 1 from agreement n where n.id = a.id and n.version > a.version
			and n.state in ('signed', 'suspended') and n.starts_on <= ${day}))
	and ${
		state === undefined
			? sql`true`
			: state === 'ended'
				? sql`(a.state = 'ended' or (a.state <> 'draft' and a.ends_on < ${day}))`
				: sql`a.state = ${state} and (a.state = 'draft' or a.ends_on >= ${day})`
	}
	and ${partner === undefined ? sql`true` : sql`a.partner = ${partner}`}
	and ${
		review === undefined
			? sql`true`
			: sql`a.state in ('offered', 'signed', 'suspended') and a.ends_on >= ${day} and a.review_on < ${day}`
	}`;

/** Newest change first; `day` is today. */
export async function listAgreementRows(
	database: Database,
	asked: Asked,
	after: ListPlace | undefined,
	limit: number,
): Promise<ListedAgreement[]> {
	const { rows } = await sql<ListedAgreement>`
		select a.id, a.version, a.partner, a.state, a.suspended_by, a.title, a.purposes, a.questions_per_day,
			a.signatures, a.starts_on, a.review_on, a.ends_on, a.changed_at, coalesce(b.questions, 0) as spent
		from agreement a
		left join budget_day b on b.agreement = a.id and b.side = 'ours' and b.day = ${asked.day}::date
		where ${wantedOn(asked)}
			and ${
				after === undefined
					? sql`true`
					: sql`a.changed_at <= ${after.at}::timestamptz
						and (a.changed_at < ${after.at}::timestamptz or (a.id, a.version) > (${after.id}, ${after.version}::integer))`
			}
		order by a.changed_at desc, a.id, a.version
		limit ${limit}`.execute(database.kysely);
	return rows;
}

/** How many there are, counted up to `most`. */
export async function countAgreementRows(database: Database, asked: Asked, most: number): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*) as count from (
			select 1 from agreement a where ${wantedOn(asked)} limit ${most}) as counted`.execute(database.kysely);
	return rows[0]?.count ?? 0;
}

export async function readSpent(
	{ kysely }: Reading,
	agreement: string,
	side: 'ours' | 'theirs',
	day: string,
): Promise<number> {
	const row = await kysely
		.selectFrom('budget_day')
		.select('questions')
		.where('agreement', '=', agreement)
		.where('side', '=', side)
		.where('day', '=', day)
		.executeTakeFirst();
	return row?.questions ?? 0;
}

/**
 * Takes one of a budget, whoever else takes at the same moment. @param day on which it counts; for budgets of a month its first.
 * @returns false where `most` are spent; nothing is taken then.
 */
export async function spendOne(
	{ kysely }: Reading,
	agreement: string,
	side: 'ours' | 'theirs',
	day: string,
	what: 'questions' | 'messages' | 'intersections',
	most: number,
): Promise<boolean> {
	if (most < 1) return false;
	const one = (name: typeof what): number => (name === what ? 1 : 0);
	const { rows } = await sql`
		insert into budget_day (agreement, side, day, questions, messages, intersections)
		values (${agreement}, ${side}, ${day}::date, ${one('questions')}, ${one('messages')}, ${one('intersections')})
		on conflict (agreement, side, day) do update set ${sql.ref(what)} = budget_day.${sql.ref(what)} + 1
			where budget_day.${sql.ref(what)} < ${most}
		returning 1`.execute(kysely);
	return rows.length === 1;
}
