/**
 * SQL of values that many share: how many different names have each, and which are capped as noise.
 */
import { sql } from 'kysely';
import type { CappedValue } from '../../../contract/views-resolution.ts';
import { copyLine, type Session } from '../../platform/database/port.ts';
import type { Reader } from './mentions.ts';

export type KnownValues = {
	/** Names that have the value, by their hash, each with a mention that has it. */
	readonly names: ReadonlyMap<number, ReadonlyMap<number, string>>;
	readonly capped: ReadonlySet<number>;
};

/** What is known of these values. */
export async function readValues(reader: Reader, values: readonly number[]): Promise<KnownValues> {
	if (values.length === 0) return { names: new Map(), capped: new Set() };
	const { rows } = await sql<{ value: number; name: number | null; mention: string | null }>`
		select s.value, s.name, s.mention from unnest(${values}::bigint[]) as asked(value) join shared_value s on s.value = asked.value
		union all
		select c.value, null, null from unnest(${values}::bigint[]) as asked(value) join capped_value c on c.value = asked.value`.execute(
		reader,
	);
	const names = new Map<number, Map<number, string>>();
	const capped = new Set<number>();
	for (const { value, name, mention } of rows) {
		if (name === null || mention === null) capped.add(value);
		else {
			const known = names.get(value);
			if (known === undefined) names.set(value, new Map([[name, mention]]));
			else known.set(name, mention);
		}
	}
	return { names, capped };
}

export type ValueChanges = {
	readonly names: readonly { value: number; name: number; mention: string }[];
	readonly capped: readonly { value: number; kind: string; text: string; cap: number; mentions: number }[];
	/** Mentions more that have a value that was capped before. */
	readonly more: readonly { value: number; mentions: number }[];
};

export async function saveValues(session: Session, changes: ValueChanges, at: Date): Promise<void> {
	if (changes.names.length > 0)
		await session.copyInto(
			'shared_value',
			['value', 'name', 'mention'],
			changes.names.map(({ value, name, mention }) => copyLine([value, name, mention])).join(''),
		);
	if (changes.more.length > 0)
		await sql`
			update capped_value set mentions = capped_value.mentions + more.mentions
			from json_to_recordset(${JSON.stringify(changes.more)}::json) as more(value bigint, mentions int)
			where capped_value.value = more.value`.execute(session.kysely);
	if (changes.capped.length === 0) return;
	await sql`
		insert into capped_value(value, kind, text, cap, mentions, capped_at)
		select value, kind, text, cap, mentions, ${at}::timestamptz
		from json_to_recordset(${JSON.stringify(changes.capped.map((each) => ({ ...each, text: each.text.replaceAll('\0', '\ufffd') })))}::json)
			as x(value bigint, kind text, text text, cap int, mentions int)
		on conflict (value) do nothing`.execute(session.kysely);
	// What the value may have linked before it was known to be noise is looked at again.
	await sql`
		insert into resolution_queue(mention, reason)
		select m.key, 'a value that it shares was capped'
		from (
			select distinct named.entity from shared_value s join mention named on named.key = s.mention
			where s.value = any(${changes.capped.map(({ value }) => value)}::bigint[]) and named.entity is not null
		) as concerned join mention m on m.entity = concerned.entity
		on conflict do nothing`.execute(session.kysely);
}

/** Values that are capped, those that most share first. */
export async function listCapped(reader: Reader, limit: number): Promise<CappedValue[]> {
	return reader
		.selectFrom('capped_value')
		.select(['kind', 'text as value', 'mentions', 'cap'])
		.orderBy('mentions', 'desc')
		.orderBy('value')
		.limit(limit)
		.execute();
}

/** Which of these values are capped. */
export async function cappedAmong(reader: Reader, values: readonly number[]): Promise<CappedValue[]> {
	if (values.length === 0) return [];
	const { rows } = await sql<CappedValue>`
		select c.kind, c.text as value, c.mentions, c.cap
		from unnest(${values}::bigint[]) as asked(value) join capped_value c on c.value = asked.value
		order by c.mentions desc, c.value`.execute(reader);
	return rows;
}
