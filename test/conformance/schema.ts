/** The schema as the migrations make it, as text: the same from both engines, and held against a file in CI. */
import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/port.ts';

/** Tables with their columns, then indexes and constraints; partitions by month are left out. */
export async function describeSchema(database: Database): Promise<string> {
	const columns = await sql<{ line: string }>`
		select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
			|| coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
		from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
		where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
		order by c.relname, a.attnum`.execute(database.kysely);
	const indexes = await sql<{ line: string }>`
		select replace(pg_get_indexdef(i.indexrelid), current_schema() || '.', '') as line
		from pg_index i join pg_class c on c.oid = i.indrelid
		where c.relnamespace = current_schema()::regnamespace and not c.relispartition and c.relkind in ('r', 'p')
		order by 1`.execute(database.kysely);
	const checks = await sql<{ line: string }>`
		select c.relname || ': ' || replace(pg_get_constraintdef(k.oid), current_schema() || '.', '') as line
		from pg_constraint k join pg_class c on c.oid = k.conrelid
		where c.relnamespace = current_schema()::regnamespace and not c.relispartition and k.contype in ('c', 'f')
		order by 1`.execute(database.kysely);
	return [columns, indexes, checks].map(({ rows }) => rows.map((row) => row.line).join('\n')).join('\n\n');
}
