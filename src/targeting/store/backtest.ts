/**
 * SQL of a backtest: stored records in the order of their receipt, with what was known of them by now. Reads only, by pages
 * of identifiers along an index, so that the line goes on beside it.
 */
import { type Finding, severities } from '../../../contract/findings.ts';
import type { RecordKind } from '../../../contract/records/record.ts';
import type { RecordSummary } from '../../../contract/views.ts';
import type { Session } from '../../platform/database/port.ts';
import { SUMMARY_COLUMNS, toSummary } from '../../platform/database/record-summary.ts';
import { LOWEST_IDENTIFIER } from '../../platform/identifiers.ts';

type Reading = Pick<Session, 'kysely'>;

/** Before every identifier. */

/**
 * Where the newest `most` documents of a kind since `from` begin: a bound below the oldest of them.
 * @returns `after`: they come behind this identifier; `complete`: false where there are more.
 */
export async function findWindow(
	{ kysely }: Reading,
	kind: RecordKind,
	from: string,
	most: number,
): Promise<{ readonly after: string; readonly complete: boolean }> {
	const beyond = await kysely
		.selectFrom('record')
		.select('id')
		.where('kind', '=', kind)
		.where('latest', '=', true)
		.where('restricted', '=', false)
		.where('id', '>=', from)
		.orderBy('id', 'desc')
		.offset(most)
		.limit(1)
		.executeTakeFirst();
	if (beyond !== undefined) return { after: beyond.id, complete: false };
	const before = await kysely
		.selectFrom('record')
		.select('id')
		.where('id', '<', from)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return { after: before?.id ?? LOWEST_IDENTIFIER, complete: true };
}

/** The identifier that lies `most` records, of whatever kind, before this one. */
export async function stepBack({ kysely }: Reading, after: string, most: number): Promise<string> {
	const row = await kysely
		.selectFrom('record')
		.select('id')
		.where('id', '<=', after)
		.orderBy('id', 'desc')
		.offset(most)
		.limit(1)
		.executeTakeFirst();
	return row?.id ?? LOWEST_IDENTIFIER;
}

export type StreamedRecord = {
	readonly summary: RecordSummary;
	/** JSON text of what intake has checked. */
	readonly body: string;
	readonly latest: boolean;
};

/** A page of records of all kinds and versions, in order; restricted ones are left out. */
export async function readStream(
	{ kysely }: Reading,
	after: string,
	limit: number,
): Promise<StreamedRecord[]> {
	const rows = await kysely
		.selectFrom('record')
		.select(SUMMARY_COLUMNS)
		.select(['record.body', 'record.latest'])
		.where('record.id', '>', after)
		.where('record.restricted', '=', false)
		.orderBy('record.id')
		.limit(limit)
		.execute();
	return rows.map((row) => ({ summary: toSummary(row), body: row.body, latest: row.latest }));
}

export type KnownOfRecord = {
	readonly findings: readonly Finding[];
	/** Of the newest inspection of any version; undefined where nobody looked. */
	readonly found: boolean | undefined;
	/** Chance alone had drawn it. */
	readonly random: boolean;
	/** Rules that fired on it when it came. */
	readonly rules: readonly string[];
};

/** What is known of the records of a page that a rule is tried on. */
export async function readKnown(
	{ kysely }: Reading,
	records: readonly RecordSummary[],
): Promise<Map<string, KnownOfRecord>> {
	const ids = records.map(({ id }) => id);
	if (ids.length === 0) return new Map();
	const versions = await readEarlierVersions({ kysely }, records);
	const [findings, inspections, drawn, firings] = await Promise.all([
		kysely
			.selectFrom('finding')
			.select(['record_id', 'code', 'severity', 'place', 'value', 'against', 'other_record', 'sentence'])
			.where('record_id', 'in', ids)
			.orderBy('record_id')
			.orderBy('position')
			.execute(),
		kysely
			.selectFrom('inspection')
			.select(['record_id', 'result'])
			.where('record_id', 'in', [...ids, ...versions.keys()])
			.where('result', '<>', 'not-carried-out')
			.orderBy('outcome_record')
			.execute(),
		kysely
			.selectFrom('assessment')
			.select('record_id')
			.where('record_id', 'in', ids)
			.where('random', '=', true)
			.execute(),
		kysely
			.selectFrom('rule_firing')
			.select(['record_id', 'rule'])
			.distinct()
			.where('record_id', 'in', ids)
			.execute(),
	]);
	const findingsOf = Map.groupBy(findings, (row) => row.record_id);
	const firedOf = Map.groupBy(firings, (row) => row.record_id);
	const random = new Set(drawn.map((row) => row.record_id));
	const found = new Map<string, boolean>();
	for (const { record_id: inspected, result } of inspections) {
		if (inspected === null) continue;
		found.set(versions.get(inspected) ?? inspected, result !== 'nothing-found');
	}
	return new Map(
		ids.map((id) => [
			id,
			{
				findings: (findingsOf.get(id) ?? []).map(toFinding),
				found: found.get(id),
				random: random.has(id),
				rules: (firedOf.get(id) ?? []).map(({ rule }) => rule),
			},
		]),
	);
}

/** Earlier versions of amended records, and which newest version they became. */
async function readEarlierVersions(
	{ kysely }: Reading,
	records: readonly RecordSummary[],
): Promise<Map<string, string>> {
	const amended = records.filter(({ version }) => version > 1);
	if (amended.length === 0) return new Map();
	const newest = new Map(amended.map(({ kind, reference, id }) => [`${kind} ${reference}`, id]));
	const rows = await kysely
		.selectFrom('record')
		.select(['id', 'kind', 'reference'])
		.where(
			'reference',
			'in',
			amended.map(({ reference }) => reference),
		)
		.where('latest', '=', false)
		.limit(50 * amended.length)
		.execute();
	return new Map(
		rows.flatMap(({ id, kind, reference }) => {
			const became = newest.get(`${kind} ${reference}`);
			return became === undefined ? [] : [[id, became] as const];
		}),
	);
}

const toFinding = (row: {
	code: string;
	severity: number;
	place: string;
	value: string | null;
	against: string | null;
	other_record: string | null;
	sentence: string;
}): Finding => ({
	code: row.code,
	severity: severities[row.severity - 1] ?? 'info',
	place: row.place,
	...(row.value === null ? {} : { value: row.value }),
	...(row.against === null ? {} : { against: row.against }),
	...(row.other_record === null ? {} : { otherRecord: row.other_record }),
	sentence: row.sentence,
});
