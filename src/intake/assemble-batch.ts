/**
 * Prepared readings in, rows of one batch out: versions, findings across documents, lanes, tallies.
 * It reads the store (heads, bearers of identifiers) and writes nothing.
 */
import type { Finding, Severity } from '../../contract/findings.ts';
import type { BorderRecord } from '../../contract/records/record.ts';
import type { LiveEvent } from '../../contract/views.ts';
import type { Database } from '../platform/database/port.ts';
import { lowestIdentifier, momentOf, newIdentifier } from '../platform/identifiers.ts';
import { laneFromFindings } from '../targeting/lane.ts';
import { contentKey } from '../values/content-key.ts';
import { keyHash } from './key-hash.ts';
import type { Refusal } from './model.ts';
import { boundFindings, identityOf, type Prepared } from './prepare.ts';
import {
	type BatchRows,
	type Bearer,
	byteaText,
	copyLine,
	findBearers,
	findBodies,
	findHeads,
	type Head,
	type SubmissionProgress,
	type SubmissionRow,
} from './store/batch.ts';
import { crossCheck, type Related } from './validate/across-documents.ts';
import { compareVersions, lateness } from './validate/version.ts';

/** One reading of a submission, in order. */
export type BatchItem = { job: BatchJob; number: number; reading: Prepared | Refusal };

/** What the batch has to know of a submission that is being read. */
export type BatchJob = {
	row: SubmissionRow;
	format: string;
	/** Readings that are saved, before this batch. */
	saved: number;
	/** True when the submission has been read to its end. */
	ended: boolean;
	/** Totals over all batches so far, kept by the line. */
	recordsSoFar: number;
	refusedSoFar: number;
};

export type Assembled = { rows: BatchRows; events: LiveEvent[]; progress: Map<BatchJob, SubmissionProgress> };

/** Refusals of one submission that are kept one by one; the rest is counted. */
export const MAX_REFUSALS_KEPT = 1_000;
const SEVERITY: Record<Severity, number> = { info: 1, warning: 2, error: 3 };
const DAY_MS = 86_400_000;

type Written = {
	id: string;
	prepared: Prepared;
	item: BatchItem;
	version: number;
	latest: boolean;
	findings: Finding[];
	changed: 'created' | 'amended';
};

/** @param nowMs time of receipt of the records, milliseconds since 1970. */
export async function assembleBatch(
	database: Database,
	items: readonly BatchItem[],
	jobs: readonly BatchJob[],
	nowMs: number,
): Promise<Assembled> {
	const identities = items.map((item) =>
		'record' in item.reading ? contentKey(identityOf(item.reading.record)) : '',
	);
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
		if (head?.content === item.reading.content) {
			state.repeated += 1;
			continue;
		}
		const each: Written = {
			id: newIdentifier(nowMs),
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
	await addCrossFindings(database, written, nowMs);
	return finish(written, progress, changedHeads, superseded, quarantine, nowMs);
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

/** A change that comes late is itself a finding, on the version that made it. */
async function addLateness(
	database: Database,
	amended: readonly { written: Written; before: string }[],
	inBatch: ReadonlyMap<string, Written>,
	nowMs: number,
): Promise<void> {
	if (amended.length === 0) return;
	const bodies = await findBodies(
		database,
		amended.map((each) => each.before).filter((id) => !inBatch.has(id)),
	);
	for (const { written, before } of amended) {
		const earlier = inBatch.get(before)?.prepared.record ?? parseBody(bodies.get(before));
		if (earlier === undefined) continue;
		const late = lateness(earlier, written.prepared.record, new Date(nowMs).toISOString());
		if (late === null) continue;
		const changes = compareVersions(earlier, written.prepared.record);
		const paths = changes.map((change) => change.path);
		written.findings = [
			...written.findings,
			{
				code: 'version.late-change',
				severity: 'warning',
				place: paths[0]?.slice(0, 300) ?? '',
				...(changes[0]?.after == null ? {} : { value: changes[0].after.slice(0, 500) }),
				...(changes[0]?.before == null ? {} : { against: changes[0].before.slice(0, 500) }),
				otherRecord: before,
				sentence: `Version ${written.version} changed ${paths.length} ${paths.length === 1 ? 'value' : 'values'} (${paths.slice(0, 3).join(', ')}${paths.length > 3 ? ', …' : ''}): ${late}.`,
			},
		];
	}
}

/** A stored body as a record; stored bodies were validated on their way in. */
export function parseBody(body: string | undefined): BorderRecord | undefined {
	return body === undefined ? undefined : (JSON.parse(body) as BorderRecord);
}

/** Holds each record against earlier ones that carry the same identifiers, in the store and in the batch. */
async function addCrossFindings(
	database: Database,
	written: readonly Written[],
	nowMs: number,
): Promise<void> {
	const asked = new Map<string, number>();
	for (const each of written)
		for (const lookup of each.prepared.lookups) {
			const key = keyHash(lookup.key);
			asked.set(key, Math.max(asked.get(key) ?? 0, lookup.daysBack));
		}
	if (asked.size === 0) return;
	const daysBack = Math.max(...asked.values());
	const stored = new Map<string, Bearer[]>();
	for (const bearer of await findBearers(database, [...asked.keys()], nowMs - daysBack * DAY_MS))
		append(stored, bearer.key, bearer);
	const parsed = new Map<string, BorderRecord>();
	const earlier = new Map<string, Written[]>();
	for (const each of written) {
		const related = new Map<string, Related>();
		for (const lookup of each.prepared.lookups) {
			const key = keyHash(lookup.key);
			const since = lowestIdentifier(nowMs - lookup.daysBack * DAY_MS);
			for (const bearer of stored.get(key) ?? []) {
				if (!lookup.kinds.includes(bearer.kind as BorderRecord['kind']) || bearer.recordId < since) continue;
				let record = parsed.get(bearer.recordId);
				if (record === undefined) {
					record = JSON.parse(bearer.body) as BorderRecord;
					parsed.set(bearer.recordId, record);
				}
				related.set(bearer.recordId, {
					id: bearer.recordId,
					record,
					receivedAt: new Date(momentOf(bearer.recordId)).toISOString(),
				});
			}
			for (const other of earlier.get(key) ?? [])
				if (other.latest && lookup.kinds.includes(other.prepared.record.kind))
					related.set(other.id, {
						id: other.id,
						record: other.prepared.record,
						receivedAt: new Date(nowMs).toISOString(),
					});
		}
		const others = [...related.values()].filter(
			(other) => identityOf(other.record) !== identityOf(each.prepared.record),
		);
		if (others.length > 0) {
			const found = crossCheck(each.prepared.record, others, { receivedAt: new Date(nowMs).toISOString() });
			if (found.length > 0) each.findings = [...each.findings, ...found];
		}
		for (const key of new Set(each.prepared.keys.map((each) => keyHash(each))))
			if (asked.has(key)) append(earlier, key, each);
	}
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [value]);
	else list.push(value);
}

function finish(
	written: readonly Written[],
	progress: Map<BatchJob, SubmissionProgress>,
	changedHeads: ReadonlyMap<string, Head>,
	superseded: string[],
	quarantine: BatchRows['quarantine'],
	nowMs: number,
): Assembled {
	const hour = new Date(Math.floor(nowMs / 3_600_000) * 3_600_000).toISOString();
	const at = new Date(nowMs).toISOString();
	const tally = new Map<string, BatchRows['tally'][number]>();
	const findingTally = new Map<string, BatchRows['findingTally'][number]>();
	const events = new Map<string, LiveEvent>();
	let records = '';
	let keys = '';
	let findings = '';
	let findingCount = 0;
	for (const each of written) {
		const { prepared, item } = each;
		const kept = boundFindings(each.findings);
		const counts = { infos: 0, warnings: 0, errors: 0 };
		for (const [position, finding] of kept.entries()) {
			counts[`${finding.severity}s`] += 1;
			findings += copyLine([
				each.id,
				position,
				finding.code,
				SEVERITY[finding.severity],
				finding.place,
				finding.value ?? null,
				finding.against ?? null,
				finding.otherRecord ?? null,
				finding.sentence,
				!kept.slice(0, position).some((other) => other.code === finding.code),
			]);
			countFinding(findingTally, finding, hour);
		}
		findingCount += kept.length;
		const { lane, reason } = laneFromFindings(counts);
		const { summary } = prepared;
		records += copyLine([
			each.id,
			prepared.record.kind,
			prepared.record.reference,
			each.version,
			each.latest,
			byteaText(item.job.row.id),
			item.number,
			prepared.place,
			prepared.format,
			summary.office,
			summary.carrier,
			lane,
			reason,
			summary.caption,
			summary.documentDate,
			summary.originCountry,
			summary.destinationCountry,
			summary.hsCode,
			summary.grossMassKg,
			summary.value,
			summary.currency,
			counts.infos,
			counts.warnings,
			counts.errors,
			prepared.body,
		]);
		for (const key of new Set(prepared.keys.map((key) => keyHash(key)))) keys += copyLine([key, each.id]);
		const state = progress.get(item.job);
		if (state !== undefined) {
			state[each.changed] += 1;
			state.infos += counts.infos;
			state.warnings += counts.warnings;
			state.errors += counts.errors;
			state.firstRecord ??= each.id;
			state.lastRecord = each.id;
		}
		const group = `${prepared.record.kind}\u0000${summary.office ?? ''}\u0000${summary.carrier ?? ''}\u0000${lane}`;
		const row = tally.get(group) ?? {
			hour,
			kind: prepared.record.kind,
			office: summary.office ?? '',
			carrier: summary.carrier ?? '',
			lane,
			records: 0,
			infos: 0,
			warnings: 0,
			errors: 0,
			given: 0,
			expected: 0,
		};
		row.records += 1;
		row.infos += counts.infos;
		row.warnings += counts.warnings;
		row.errors += counts.errors;
		row.given += prepared.completeness.given;
		row.expected += prepared.completeness.expected;
		tally.set(group, row);
		const eventKey = `${prepared.record.kind}\u0000${summary.office ?? ''}\u0000${lane}`;
		const event = events.get(eventKey);
		if (event?.type === 'records') {
			event.count += 1;
			event.errors += counts.errors;
		} else
			events.set(eventKey, {
				type: 'records',
				at,
				kind: prepared.record.kind,
				office: summary.office,
				lane,
				count: 1,
				errors: counts.errors,
			});
	}
	for (const each of quarantine) {
		const event = events.get(each.code);
		if (event?.type === 'quarantined') event.count += 1;
		else
			events.set(each.code, {
				type: 'quarantined',
				at,
				format: each.format as Refusal['format'],
				code: each.code,
				count: 1,
			});
	}
	let submissions = 0;
	for (const [job, state] of progress) {
		if (state.from === 0) submissions += 1;
		// An empty submission still has to move on from position 0, or it would look unread for ever.
		if (job.ended) {
			state.to = Math.max(state.to, 1);
			state.status = statusOf(job.recordsSoFar + state.records, job.refusedSoFar + state.refused);
		}
	}
	return {
		progress,
		events: [...events.values()],
		rows: {
			submissions: [...progress.values()],
			records,
			keys,
			findings,
			superseded,
			quarantine,
			heads: [...changedHeads].map(([key, head]) => ({
				key,
				record_id: head.recordId,
				version: head.version,
				content: head.content,
			})),
			tally: [...tally.values()],
			findingTally: [...findingTally.values()],
			totals: {
				submissions,
				records: written.length,
				findings: findingCount,
				quarantined: quarantine.length,
			},
		},
	};
}

const statusOf = (records: number, refused: number): 'accepted' | 'partial' | 'quarantined' =>
	records === 0 ? 'quarantined' : refused > 0 ? 'partial' : 'accepted';

function countFinding(
	tally: Map<string, BatchRows['findingTally'][number]>,
	finding: Finding,
	hour: string,
): void {
	const group = `${finding.code}\u0000${finding.severity}`;
	const row = tally.get(group);
	if (row === undefined)
		tally.set(group, {
			hour,
			code: finding.code,
			severity: SEVERITY[finding.severity],
			findings: 1,
			example: finding.sentence,
		});
	else row.findings += 1;
}
