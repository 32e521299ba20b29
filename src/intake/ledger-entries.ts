/**
 * What a batch enters into the ledger: one entry for each submission with its counts, and one for all assessments together, by a
 * hash over them. Identifiers and numbers only. Pure.
 */
import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../ledger/model.ts';
import type { BatchAssessment } from '../targeting/model.ts';
import type { SubmissionProgress } from './store/batch.ts';

/** A submission that takes several batches has an entry in each, `reading` before the last. */
export function ledgerEntriesOf(
	submissions: readonly SubmissionProgress[],
	{ lanes }: Pick<BatchAssessment, 'lanes'>,
	nowMs: number,
): LedgerEntry[] {
	const at = new Date(nowMs).toISOString();
	const entries = submissions.map(
		({ row, from, to, status, created, amended, repeated, refused, errors }): LedgerEntry => ({
			at,
			what: 'submission',
			event: status,
			// The SHA-256 of the bytes as they were received.
			subject: row.id,
			facts: { from, to, created, amended, repeated, refused, errors },
		}),
	);
	if (lanes.size === 0) return entries;
	const hash = createHash('sha256');
	let first = '';
	for (const [record, { lane, basis }] of lanes) {
		if (first === '') first = record;
		hash.update(`${record} ${lane} ${basis}\n`);
	}
	entries.push({
		at,
		what: 'assessment',
		event: 'assessed',
		subject: first,
		hash: hash.digest('hex'),
		facts: { assessed: lanes.size },
	});
	return entries;
}
