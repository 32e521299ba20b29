/**
 * The company of one record: its history and the records that name the same things.
 */
import type { BorderRecord } from '../../contract/records/record.ts';
import type { RecordDetail, RecordVersion } from '../../contract/views.ts';
import type { Database } from '../platform/database/port.ts';
import { readSummaries } from '../platform/database/record-summary.ts';
import { momentOf } from '../platform/identifiers.ts';
import { parseBody } from './company.ts';
import { keyHash, keyText } from './key-hash.ts';
import { findBearers } from './store/batch.ts';
import { readVersions } from './store/records.ts';
import { keysOf } from './validate/keys.ts';
import { compareVersions, lateness } from './validate/version.ts';

/** Identifiers of a record that are looked up; a list of four hundred passengers has more than anybody reads. */
const MAX_KEYS = 200;
const MAX_RELATED = 60;

/** Versions of a document, newest first, each with what it changed and whether that was late. */
export async function historyOf(
	database: Database,
	kind: string,
	reference: string,
): Promise<RecordVersion[]> {
	const stored = await readVersions(database, kind, reference);
	return stored.map((each, index) => {
		const earlier = parseBody(stored[index + 1]?.body);
		const later = parseBody(each.body);
		const receivedAt = new Date(momentOf(each.id)).toISOString();
		const both = earlier !== undefined && later !== undefined;
		return {
			id: each.id,
			version: each.version,
			receivedAt,
			submission: each.submission,
			source: each.source,
			channel: each.channel,
			changes: both ? compareVersions(earlier, later) : [],
			late: both ? lateness(earlier, later, receivedAt) : null,
		};
	});
}

/** Other documents that carry an identifier of this one, with the identifier that joins them. */
export async function findRelated(
	database: Database,
	id: string,
	record: BorderRecord,
): Promise<RecordDetail['related']> {
	const keys = keysOf(record).slice(0, MAX_KEYS);
	const byHash = new Map(keys.map((key) => [keyHash(key), key]));
	const bearers = await findBearers(database, [...byHash.keys()], 0);
	const reasons = new Map<string, { by: string; value: string }>();
	for (const bearer of bearers) {
		const key = byHash.get(bearer.key);
		const other = parseBody(bearer.body);
		if (key === undefined || other === undefined || bearer.recordId === id || reasons.has(bearer.recordId))
			continue;
		if (other.kind === record.kind && other.reference === record.reference) continue;
		// Two identifiers may share a hash; the values decide.
		if (!keysOf(other).some((each) => keyText(each) === keyText(key))) continue;
		reasons.set(bearer.recordId, { by: key.kind, value: key.value });
		if (reasons.size >= MAX_RELATED) break;
	}
	const summaries = await readSummaries(database, [...reasons.keys()]);
	return summaries.flatMap((summary) => {
		const reason = reasons.get(summary.id);
		return reason === undefined ? [] : [{ ...reason, record: summary }];
	});
}
