/**
 * SQL of rules: versions, events, kept backtests. All changes of a node go one after the other behind the row of
 * `rule_book`, whose number tells other processes that something changed.
 */
import { sql } from 'kysely';
import type { RuleEvent, RuleState } from '../../../contract/views-rules.ts';
import type { Session } from '../../platform/database/port.ts';

/** That a rule has expired follows from the day, and is not stored. */
export type StoredRuleState = Exclude<RuleState, 'expired'>;

export type StoredVersion = {
	readonly id: string;
	readonly version: number;
	readonly state: StoredRuleState;
	/** JSON of the rule, in the order of the contract. */
	readonly body: string;
	/** Keys of the text without its days, and of what a backtest depends on. */
	readonly content: string;
	readonly tried: string;
	readonly writers: readonly string[];
	readonly changedAt: Date;
	readonly changedBy: string;
	readonly proposedBy: string | null;
	readonly approvedBy: string | null;
	/** `YYYY-MM-DD`; null where it never was live. */
	readonly countedFrom: string | null;
};

type Reading = Pick<Session, 'kysely'>;

const MOST_VERSIONS = 200;
const MOST_RULES = 2_000;
const MOST_CONTENTS = 100_000;
const INSERTED_AT_ONCE = 500;
const BACKTESTS_KEPT = 10;
/** Backtests of texts that nobody saved are forgotten after so many days. */
const UNSAVED_DAYS = 30;

export async function readGeneration({ kysely }: Reading): Promise<number> {
	const row = await kysely.selectFrom('rule_book').select('generation').executeTakeFirst();
	return Number(row?.generation ?? 0);
}

/** Waits for other changes of rules, and tells other processes of this one when it is committed. */
export async function holdBook({ kysely }: Session): Promise<void> {
	await sql`update rule_book set generation = generation + 1`.execute(kysely);
}

const COLUMNS = [
	'id',
	'version',
	'state',
	'body',
	'content',
	'tried',
	'writers',
	'changed_at',
	'changed_by',
	'proposed_by',
	'approved_by',
	'counted_from',
] as const;

type Row = {
	id: string;
	version: number;
	state: string;
	body: string;
	content: string;
	tried: string;
	writers: string;
	changed_at: Date;
	changed_by: string;
	proposed_by: string | null;
	approved_by: string | null;
	counted_from: string | null;
};

const toVersion = (row: Row): StoredVersion => ({
	id: row.id,
	version: row.version,
	// States and writers are written by this file alone.
	state: row.state as StoredRuleState,
	body: row.body,
	content: row.content,
	tried: row.tried,
	writers: JSON.parse(row.writers) as string[],
	changedAt: row.changed_at,
	changedBy: row.changed_by,
	proposedBy: row.proposed_by,
	approvedBy: row.approved_by,
	countedFrom: row.counted_from,
});

/** Versions of a rule, newest first. */
export async function readVersions({ kysely }: Reading, id: string): Promise<StoredVersion[]> {
	const rows = await kysely
		.selectFrom('rule_version')
		.select(COLUMNS)
		.where('id', '=', id)
		.orderBy('version', 'desc')
		.limit(MOST_VERSIONS)
		.execute();
	return rows.map(toVersion);
}

/** The version of each rule that is live, expired ones among them. */
export async function readLiveVersions({ kysely }: Reading): Promise<StoredVersion[]> {
	const rows = await kysely
		.selectFrom('rule_version')
		.select(COLUMNS)
		.where('state', '=', 'live')
		.orderBy('id')
		.limit(MOST_RULES)
		.execute();
	return rows.map(toVersion);
}

/** The version of each rule that speaks for it: the live one, or the newest. */
export async function readSpeakingVersions({ kysely }: Reading): Promise<StoredVersion[]> {
	const rows = await sql<Row>`
		select distinct on (id) ${sql.join(COLUMNS.map((column) => sql.ref(column)))} from rule_version
		order by id, (state = 'live') desc, version desc limit ${MOST_RULES}`.execute(kysely);
	return rows.rows.map(toVersion);
}

/** The newest version of each rule where it waits: a draft, or one that is proposed. */
export async function readPendingVersions({ kysely }: Reading): Promise<StoredVersion[]> {
	const rows = await sql<Row>`
		select distinct on (id) ${sql.join(COLUMNS.map((column) => sql.ref(column)))} from rule_version
		where state in ('draft', 'proposed') order by id, version desc limit ${MOST_RULES}`.execute(kysely);
	return rows.rows.map(toVersion);
}

/** The newest version of each of these rules. */
export async function readNewestVersions(
	{ kysely }: Reading,
	ids: readonly string[],
): Promise<Map<string, StoredVersion>> {
	if (ids.length === 0) return new Map();
	const rows = await sql<Row>`
		select distinct on (id) ${sql.join(COLUMNS.map((column) => sql.ref(column)))} from rule_version
		where id = any(${[...ids]}::text[]) order by id, version desc`.execute(kysely);
	return new Map(rows.rows.map((row) => [row.id, toVersion(row)]));
}

/** What is known of a rule: every text that it has ever had, and how its newest version stands. */
export type KnownRule = {
	readonly contents: ReadonlySet<string>;
	readonly newest: number;
	readonly state: StoredRuleState;
	readonly writers: readonly string[];
};

export async function readKnownRules({ kysely }: Reading): Promise<Map<string, KnownRule>> {
	const rows = await kysely
		.selectFrom('rule_version')
		.select(['id', 'version', 'content', 'state', 'writers'])
		.orderBy('id')
		.orderBy('version')
		.limit(MOST_CONTENTS)
		.execute();
	const known = new Map<string, KnownRule>();
	for (const { id, version, content, state, writers } of rows)
		known.set(id, {
			contents: new Set([...(known.get(id)?.contents ?? []), content]),
			newest: version,
			// States and writers are written by this file alone.
			state: state as StoredRuleState,
			writers: JSON.parse(writers) as string[],
		});
	return known;
}

export async function insertVersions({ kysely }: Session, versions: readonly StoredVersion[]): Promise<void> {
	for (let at = 0; at < versions.length; at += INSERTED_AT_ONCE)
		await kysely
			.insertInto('rule_version')
			.values(versions.slice(at, at + INSERTED_AT_ONCE).map(toRow))
			.execute();
}

/** Writes a version that is there already. */
export async function updateVersion({ kysely }: Session, version: StoredVersion): Promise<void> {
	const { id, version: number, ...columns } = toRow(version);
	await kysely
		.updateTable('rule_version')
		.set(columns)
		.where('id', '=', id)
		.where('version', '=', number)
		.execute();
}

const toRow = (version: StoredVersion) => ({
	id: version.id,
	version: version.version,
	state: version.state,
	body: version.body,
	content: version.content,
	tried: version.tried,
	writers: JSON.stringify(version.writers),
	changed_at: version.changedAt,
	changed_by: version.changedBy,
	proposed_by: version.proposedBy,
	approved_by: version.approvedBy,
	counted_from: version.countedFrom,
});

export type NewRuleEvent = {
	readonly rule: string;
	readonly version: number;
	readonly what: RuleEvent['what'];
	/** Name as people see it. */
	readonly actor: string;
	readonly reason: string | null;
};

/** Adds events after those that the rules have; the caller holds the book. */
export async function addRuleEvents(
	{ kysely }: Session,
	events: readonly NewRuleEvent[],
	at: Date,
): Promise<void> {
	if (events.length === 0) return;
	await sql`
		insert into rule_event (rule, position, at, what, version, actor, reason)
		select x.rule, coalesce((select max(e.position) from rule_event e where e.rule = x.rule), -1)
			+ (row_number() over (partition by x.rule order by x.nth))::int, ${at.toISOString()}::timestamptz, x.what, x.version, x.actor, x.reason
		from json_to_recordset(${JSON.stringify(events.map((event, nth) => ({ ...event, nth })))}::json)
			as x(nth integer, rule text, version integer, what text, actor text, reason text)`.execute(kysely);
}

/** Events of a rule, newest first. */
export async function readRuleEvents({ kysely }: Reading, rule: string, most: number): Promise<RuleEvent[]> {
	const rows = await kysely
		.selectFrom('rule_event')
		.select(['at', 'what', 'version', 'actor', 'reason'])
		.where('rule', '=', rule)
		.orderBy('position', 'desc')
		.limit(most)
		.execute();
	return rows.map(({ at, what, version, actor, reason }) => ({
		at: at.toISOString(),
		// Written by addRuleEvents alone.
		what: what as RuleEvent['what'],
		version,
		by: actor,
		reason,
	}));
}

/** Of these rules, those whose newest word on their days is not yet that they expired. */
export async function withoutExpiredEvent(
	{ kysely }: Reading,
	rules: readonly string[],
): Promise<ReadonlySet<string>> {
	if (rules.length === 0) return new Set();
	const rows = await sql<{ rule: string }>`
		select r.rule from unnest(${[...rules]}::text[]) as r(rule)
		where (select e.what from rule_event e where e.rule = r.rule and e.what in ('approved', 'renewed', 'expired')
			order by e.position desc limit 1) is distinct from 'expired'`.execute(kysely);
	return new Set(rows.rows.map(({ rule }) => rule));
}

export type KeptBacktest = { readonly at: Date; readonly actor: string; readonly result: string };

/** Keeps the result for this condition, and forgets the oldest of the rule. */
export async function keepBacktest(
	{ kysely }: Session,
	rule: string,
	tried: string,
	kept: KeptBacktest,
): Promise<void> {
	await kysely
		.insertInto('rule_backtest')
		.values({ rule, tried, ...kept })
		.onConflict((conflict) => conflict.columns(['rule', 'tried']).doUpdateSet({ ...kept }))
		.execute();
	await sql`
		delete from rule_backtest where rule = ${rule}
			and tried not in (select tried from rule_backtest where rule = ${rule} order by at desc limit ${BACKTESTS_KEPT})`.execute(
		kysely,
	);
	await sql`
		delete from rule_backtest b where b.at < ${kept.at.toISOString()}::timestamptz - make_interval(days => ${UNSAVED_DAYS})
			and not exists (select 1 from rule_version v where v.id = b.rule)`.execute(kysely);
}

export async function readBacktest(
	{ kysely }: Reading,
	rule: string,
	tried: string,
): Promise<KeptBacktest | undefined> {
	return kysely
		.selectFrom('rule_backtest')
		.select(['at', 'actor', 'result'])
		.where('rule', '=', rule)
		.where('tried', '=', tried)
		.executeTakeFirst();
}
