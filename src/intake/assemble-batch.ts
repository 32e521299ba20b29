/**
 * Prepared readings in, rows of one batch out: versions, findings across documents, hits, lanes, tallies.
 * It reads the store (heads, bearers of identifiers) and writes nothing.
 */
import type { Database } from '../platform/database/port.ts';
import { newIdentifier } from '../platform/identifiers.ts';
import type { Screening } from '../screening/model.ts';
import type { TargetingOnLine } from '../targeting/model.ts';
import { contentKey } from '../values/content-key.ts';
import type { ReferenceLists } from '../values/reference-lists.ts';
import { type Assembled, type BatchItem, type BatchJob, toRows, type Written } from './batch-rows.ts';
import { addCrossFindings, addLateness } from './company.ts';
import type { Refusal } from './model.ts';
import { type KnownMentions, screenWritten } from './screen-batch.ts';
import { type BatchRows, findHeads, type Head, type SubmissionProgress } from './store/batch.ts';

/** Refusals of one submission that are kept one by one; the rest is counted. */
export const MAX_REFUSALS_KEPT = 1_000;

/**
 * @param last submissions whose last readings are in this batch.
 * @param nowMs time of receipt of the records, milliseconds since 1970.
 */
export async function assembleBatch(
	database: Database,
	items: readonly BatchItem[],
	jobs: readonly BatchJob[],
	last: ReadonlySet<BatchJob>,
	nowMs: number,
	lists: ReferenceLists,
	screening: Pick<Screening, 'screenBatch'>,
	targeting: Pick<TargetingOnLine, 'assessBatch'>,
	known: KnownMentions,
): Promise<Assembled> {
	const identities = items.map((item) => ('record' in item.reading ? contentKey(item.reading.identity) : ''));
	const heads = await findHeads(database, [...new Set(identities.filter((key) => key !== ''))]);
	const progress = new Map(jobs.map((job) => [job, startProgress(job)]));
	const changedHeads = new Map<string, Head>();
	const superseded: string[] = [];
	const written: Written[] = [];
	const writtenById = new Map<string, Written>();
	const amended: { written: Written; before: string }[] = [];
	const quarantine: BatchRows['quarantine'] = [];

	for (const [index, item] of items.entries()) {
		const state = progress.get(item.job);
		if (state === undefined) throw new Error('a reading without its submission');
		state.to = Math.max(state.to, item.number);
		if (!('record' in item.reading)) {
			state.refused += 1;
			if (item.job.refusedSoFar + state.refused <= MAX_REFUSALS_KEPT)
				quarantine.push(quarantineRow(item.reading, item.job, nowMs));
			continue;
		}
		state.records += 1;
		const key = identities[index] ?? '';
		const head = heads.get(key);
		// What an earlier reading stored is not stored again, also where the document has moved on since.
		if (head?.content === item.reading.content || item.job.storedBefore?.has(item.number) === true) {
			state.repeated += 1;
			continue;
		}
		const each: Written = {
			id: newIdentifier(nowMs),
			document: key,
			prepared: item.reading,
			item,
			version: (head?.version ?? 0) + 1,
			latest: true,
			findings: item.reading.findings,
			changed: head === undefined ? 'created' : 'amended',
		};
		if (head !== undefined) {
			amended.push({ written: each, before: head.recordId });
			const earlier = writtenById.get(head.recordId);
			if (earlier === undefined) superseded.push(head.recordId);
			else earlier.latest = false;
		}
		const next: Head = { recordId: each.id, version: each.version, content: item.reading.content };
		heads.set(key, next);
		changedHeads.set(key, next);
		written.push(each);
		writtenById.set(each.id, each);
	}

	await addLateness(database, amended, writtenById, nowMs);
	await addCrossFindings(database, written, nowMs, lists);
	const mentions = await screenWritten(database, screening, written, known);
	const assessed = await targeting.assessBatch(
		written.map((each) => ({
			id: each.id,
			identity: each.document,
			content: each.prepared.content,
			record: each.prepared.record,
			version: each.version,
			latest: each.latest,
			office: each.prepared.summary.office,
			findings: each.findings,
			asked: mentions.asked.get(each.id) ?? [],
		})),
		nowMs,
	);
	return toRows(written, mentions, assessed, progress, last, changedHeads, superseded, quarantine, nowMs);
}

const startProgress = (job: BatchJob): SubmissionProgress => ({
	row: job.row,
	from: job.saved,
	to: job.saved,
	format: job.format,
	status: 'reading',
	records: 0,
	created: 0,
	amended: 0,
	repeated: 0,
	refused: 0,
	infos: 0,
	warnings: 0,
	errors: 0,
	firstRecord: null,
	lastRecord: null,
});

const quarantineRow = (refusal: Refusal, job: BatchJob, nowMs: number): BatchRows['quarantine'][number] => ({
	id: newIdentifier(nowMs),
	submission: job.row.id,
	format: refusal.format,
	place: refusal.place.words.slice(0, 500),
	code: refusal.code,
	reason: refusal.reason.slice(0, 2_000),
	remedy: refusal.remedy.slice(0, 2_000),
});
