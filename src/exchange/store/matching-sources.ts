/**
 * SQL of what may be offered for matching: entries of lists in force, mentions with a hit, mentions in suspicion reports and in
 * what was found to be an offence. In pages, by an index each.
 */
import { sql } from 'kysely';
import type { ListEntry } from '../../../contract/lists.ts';
import type { Database } from '../../platform/database/port.ts';
import { mentionIsOpen, recordIsOpen } from '../../platform/database/restriction.ts';

export type Source = 'lists' | 'hits' | 'suspicion-reports' | 'offences';

const PAGE = 2_000;
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** Entries of the version of each list that is in force. */
export async function* readListedEntries({ kysely }: Database): AsyncGenerator<ListEntry[]> {
	const { rows: lists } = await sql<{ id: string; version: number }>`
		select id, active_version as version from list where active_version is not null order by id limit 1000`.execute(
		kysely,
	);
	for (const { id, version } of lists) {
		let after = '';
		for (;;) {
			const { rows } = await sql<{ key: string; body: string }>`
				select key, body from list_entry
				where list = ${id} and from_version <= ${version} and (until_version is null or until_version > ${version})
					and key > ${after}
				order by key limit ${PAGE}`.execute(kysely);
			// Written by screening, in the shape of the contract.
			if (rows.length > 0) yield rows.map(({ body }) => JSON.parse(body) as ListEntry);
			if (rows.length < PAGE) break;
			after = rows.at(-1)?.key ?? after;
		}
	}
}

/** Contents (JSON) of mentions with an open or confirmed hit. */
export async function* readHitMentions({ kysely }: Database): AsyncGenerator<string[]> {
	for (const state of ['open', 'confirmed']) {
		let after = NOWHERE;
		for (;;) {
			const { rows } = await sql<{ id: string; content: string }>`
				select h.id, m.content from hit h join mention m on m.key = h.mention
				where h.state = ${state} and h.id > ${after}::uuid and ${mentionIsOpen('h.mention')} order by h.id limit ${PAGE}`.execute(
				kysely,
			);
			if (rows.length > 0) yield rows.map(({ content }) => content);
			if (rows.length < PAGE) break;
			after = rows.at(-1)?.id ?? after;
		}
	}
}

/** Contents of mentions in the newest version of each suspicion report. */
export async function* readReportedMentions({ kysely }: Database): AsyncGenerator<string[]> {
	let after = NOWHERE;
	for (;;) {
		const { rows } = await sql<{ id: string; contents: string[] | null }>`
			select r.id, (
				select array_agg(m.content) from appearance a join mention m on m.key = a.mention where a.record_id = r.id
			) as contents
			from record r where r.kind = 'suspicion-report' and r.latest and not r.restricted and r.id > ${after}::uuid
			order by r.id limit ${PAGE}`.execute(kysely);
		if (rows.length > 0) yield rows.flatMap(({ contents }) => contents ?? []);
		if (rows.length < PAGE) return;
		after = rows.at(-1)?.id ?? after;
	}
}

/** Contents of mentions in records of which the newest outcome is an offence. */
export async function* readOffenceMentions({ kysely }: Database): AsyncGenerator<string[]> {
	let after = NOWHERE;
	for (;;) {
		const { rows } = await sql<{ id: string; contents: string[] | null }>`
			select i.outcome_record as id, (
				select array_agg(m.content) from appearance a join mention m on m.key = a.mention where a.record_id = i.record_id
			) as contents
			from inspection i where i.result = 'offence' and i.record_id is not null and ${recordIsOpen('i.record_id')} and i.outcome_record > ${after}::uuid
				and not exists (
					select from inspection later where later.record_id = i.record_id and later.outcome_record > i.outcome_record
				)
			order by i.outcome_record limit ${PAGE}`.execute(kysely);
		if (rows.length > 0) yield rows.flatMap(({ contents }) => contents ?? []);
		if (rows.length < PAGE) return;
		after = rows.at(-1)?.id ?? after;
	}
}
