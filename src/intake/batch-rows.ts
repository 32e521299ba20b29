/**
 * Records of a batch in, the rows to write out: COPY lines, tallies by hour, live events, progress of submissions. Pure.
 */
import type { Finding, Severity } from '../../contract/findings.ts';
import type { AlertAction } from '../../contract/lists.ts';
import type { LiveEvent } from '../../contract/views.ts';
import type { FreshMention } from '../mentions/store.ts';
import type { BatchScreening } from '../screening/model.ts';
import type { BatchAssessment } from '../targeting/model.ts';
import type { Refusal } from './model.ts';
import { boundFindings, type Prepared } from './prepare.ts';
import {
	type BatchRows,
	byteaText,
	copyLine,
	type Head,
	type SubmissionProgress,
	type SubmissionRow,
} from './store/batch.ts';

/** One reading of a submission, in order. */
export type BatchItem = { job: BatchJob; number: number; reading: Prepared | Refusal };

/** What the batch has to know of a submission that is being read. */
export type BatchJob = {
	row: SubmissionRow;
	format: string;
	/** Readings that are saved, before this batch. */
	saved: number;
	/** Numbers of readings that are stored from an earlier reading of the same submission. */
	storedBefore?: ReadonlySet<number> | undefined;
	/** Totals over all batches so far, kept by the line. */
	recordsSoFar: number;
	refusedSoFar: number;
};

export type Assembled = { rows: BatchRows; events: LiveEvent[]; progress: Map<BatchJob, SubmissionProgress> };

const SEVERITY: Record<Severity, number> = { info: 1, warning: 2, error: 3 };

/** A record that the batch writes. */
export type Written = {
	id: string;
	/** Key of its business document. */
	document: string;
	prepared: Prepared;
	item: BatchItem;
	version: number;
	latest: boolean;
	findings: Finding[];
	changed: 'created' | 'amended';
};

/** Whom and what the records of a batch speak of, and what screening says of them. */
export type BatchMentions = {
	readonly fresh: readonly FreshMention[];
	/** Lines of appearances in COPY format. */
	readonly appearances: string;
	readonly screening: BatchScreening;
	/** By identifier of a record: what open hits on its mentions ask for. */
	readonly asked: ReadonlyMap<string, readonly { action: AlertAction; list: string; place: string }[]>;
};

/**
 * @param last submissions whose last readings are in this batch.
 * @param changedHeads newest version of each document that the batch changed, by key.
 */
export function toRows(
	written: readonly Written[],
	mentions: BatchMentions,
	assessed: BatchAssessment,
	progress: Map<BatchJob, SubmissionProgress>,
	last: ReadonlySet<BatchJob>,
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
		const { lane, reason } = assessed.lanes.get(each.id) ?? { lane: null, reason: null };
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
		for (const key of prepared.keys) keys += copyLine([key, each.id]);
		const state = progress.get(item.job);
		if (state !== undefined) {
			state[each.changed] += 1;
			state.infos += counts.infos;
			state.warnings += counts.warnings;
			state.errors += counts.errors;
			state.firstRecord ??= each.id;
			state.lastRecord = each.id;
		}
		const group = `${prepared.record.kind}\u0000${summary.office ?? ''}\u0000${summary.carrier ?? ''}\u0000${lane ?? ''}`;
		const row = tally.get(group) ?? {
			hour,
			kind: prepared.record.kind,
			office: summary.office ?? '',
			carrier: summary.carrier ?? '',
			lane: lane ?? '',
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
		if (last.has(job)) {
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
			appearances: mentions.appearances,
			mentions: mentions.fresh,
			screening: mentions.screening,
			assessed,
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
