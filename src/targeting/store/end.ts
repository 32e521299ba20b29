/**
 * SQL of the end of assessments: what is masked in them, what is deleted with their records. Counts by day, by rule and by
 * group stay: nobody can be told from them.
 */
import { sql } from 'kysely';
import type { Session } from '../../platform/database/port.ts';
import { formatDetail, parseDetail, type StoredDetail } from './assessment-detail.ts';

/** Lane, score, rules and weights stay; sentences, facts and whatever else says of whom they speak go. */
export async function maskAssessments(
	session: Session,
	records: readonly string[],
	mask: string,
): Promise<void> {
	const { kysely } = session;
	const rows = await kysely
		.selectFrom('assessment')
		.select(['record_id', 'detail'])
		.where('record_id', 'in', [...records])
		.execute();
	const masked = rows.map(({ record_id, detail }) => ({
		id: record_id,
		detail: formatDetail(maskDetail(parseDetail(detail), mask)),
	}));
	await sql`
		update assessment set detail = x.detail from json_to_recordset(${JSON.stringify(masked)}::json) as x(id uuid, detail text)
		where assessment.record_id = x.id`.execute(kysely);
	await sql`update rule_firing set sentence = ${mask} where record_id = any(${[...records]}::uuid[])`.execute(
		kysely,
	);
	await sql`update lane_override set reason = ${mask} where record_id = any(${[...records]}::uuid[])`.execute(
		kysely,
	);
}

/** Pure part of the above. */
export function maskDetail(detail: StoredDetail, mask: string): StoredDetail {
	const { a, c, k, g, w, f, e, m } = detail;
	return {
		...(a === undefined ? {} : { a }),
		...(f === undefined
			? {}
			: {
					f: f.map(([rule, version, title, place, , effect, weight]) => [
						rule,
						version,
						title,
						place,
						mask,
						effect,
						weight,
					]),
				}),
		...(e === undefined ? {} : { e: e.map(([rule, version, place]) => [rule, version, place, mask]) }),
		...(m === undefined
			? {}
			: {
					m: {
						p: m.p,
						v: m.v.map((value) => (typeof value === 'string' ? null : value)),
						...(m.b === undefined ? {} : { b: m.b }),
					},
				}),
		...(c === undefined ? {} : { c }),
		...(k === undefined ? {} : { k }),
		...(g === undefined ? {} : { g }),
		...(w === undefined ? {} : { w }),
	};
}

/** Takes out what targeting keeps of records, and of inspections that they tell of. */
export async function forgetAssessments({ kysely }: Session, records: readonly string[]): Promise<void> {
	const ids = [...records];
	for (const table of ['assessment', 'rule_firing', 'lane_override', 'inspection'] as const)
		await sql`delete from ${sql.table(table)} where record_id = any(${ids}::uuid[])`.execute(kysely);
	await sql`delete from inspection where outcome_record = any(${ids}::uuid[])`.execute(kysely);
}

const MOST_BACKTESTS = 5_000;

/** Results of backtests name examples: those that have ended, or were masked, are taken out of them. */
export async function forgetExamples(session: Session): Promise<void> {
	const { kysely } = session;
	const kept = await kysely
		.selectFrom('rule_backtest')
		.select(['rule', 'tried', 'result'])
		.limit(MOST_BACKTESTS)
		.execute();
	for (const { rule, tried, result } of kept) {
		const examples = examplesOf(result);
		if (examples === undefined || examples.ids.length === 0) continue;
		const { rows } = await sql<{ id: string }>`
			select id from record where id = any(${examples.ids}::uuid[]) and masked_at is null`.execute(kysely);
		const there = new Set(rows.map(({ id }) => id));
		if (examples.ids.every((id) => there.has(id))) continue;
		await kysely
			.updateTable('rule_backtest')
			.set({ result: examples.without((id) => !there.has(id)) })
			.where('rule', '=', rule)
			.where('tried', '=', tried)
			.execute();
	}
}

/** Examples in the text of a result; undefined where it has none. */
function examplesOf(
	text: string,
): { readonly ids: string[]; without(gone: (id: string) => boolean): string } | undefined {
	const result: unknown = JSON.parse(text);
	if (typeof result !== 'object' || result === null || !('examples' in result)) return undefined;
	const { examples } = result;
	if (!Array.isArray(examples)) return undefined;
	const idOf = (example: unknown): string => {
		if (typeof example !== 'object' || example === null || !('record' in example)) return '';
		const { record } = example;
		return typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : '';
	};
	return {
		ids: examples.map(idOf).filter((id) => id !== ''),
		without: (gone) => JSON.stringify({ ...result, examples: examples.filter((each) => !gone(idOf(each))) }),
	};
}
