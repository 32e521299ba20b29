/**
 * What the store knows of the company of new records: earlier versions that they change late, and other documents that
 * name the same things. Reads the store, adds findings to the records of the batch.
 */
import type { BorderRecord } from '../../contract/records/record.ts';
import type { Database } from '../platform/database/port.ts';
import { lowestIdentifier, momentOf } from '../platform/identifiers.ts';
import type { ReferenceLists } from '../values/reference-lists.ts';
import type { Written } from './batch-rows.ts';
import { identityOf } from './prepare.ts';
import { type Bearer, findBearers, findBodies } from './store/batch.ts';
import { crossCheck, type Related } from './validate/across-documents.ts';
import { compareVersions, lateness } from './validate/version.ts';

const DAY_MS = 86_400_000;

/** A change that comes late is itself a finding, on the version that made it. */
export async function addLateness(
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
export async function addCrossFindings(
	database: Database,
	written: readonly Written[],
	nowMs: number,
	lists: ReferenceLists,
): Promise<void> {
	const asked = new Map<number, number>();
	for (const each of written)
		for (const lookup of each.prepared.lookups) {
			const key = lookup.hash;
			asked.set(key, Math.max(asked.get(key) ?? 0, lookup.daysBack));
		}
	if (asked.size === 0) return;
	const daysBack = Math.max(...asked.values());
	const stored = new Map<number, Bearer[]>();
	for (const bearer of await findBearers(database, [...asked.keys()], nowMs - daysBack * DAY_MS))
		append(stored, bearer.key, bearer);
	const parsed = new Map<string, BorderRecord>();
	const earlier = new Map<number, Written[]>();
	for (const each of written) {
		const related = new Map<string, Related>();
		for (const lookup of each.prepared.lookups) {
			const key = lookup.hash;
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
		// An outcome without its record is a finding, so outcomes are asked also where nothing was found.
		if (others.length > 0 || each.prepared.record.kind === 'outcome') {
			const found = crossCheck(each.prepared.record, others, {
				receivedAt: new Date(nowMs).toISOString(),
				lists,
			});
			if (found.length > 0) each.findings = [...each.findings, ...found];
		}
		for (const key of each.prepared.keys) if (asked.has(key)) append(earlier, key, each);
	}
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [value]);
	else list.push(value);
}
