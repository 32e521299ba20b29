/**
 * Tells a memory of stored records, as the line would have: each in its turn, and what inspections found at the moment at
 * which the node knew both the outcome and its record. Bodies were checked when they were stored and are not checked again.
 */
import type { BorderRecord } from '../../contract/records/record.ts';
import type { Database } from '../platform/database/port.ts';
import { momentOf } from '../platform/identifiers.ts';
import type { Memory, Seen } from './memory.ts';
import {
	readFindings,
	readHitsOf,
	readRecords,
	type StoredFinding,
	type StoredHit,
	type StoredRecord,
} from './store/memory-replay.ts';

/** @returns how many of them the memory could not take; it is as if these had never come. */
export async function replayRecords(
	database: Database,
	memory: Memory,
	stored: readonly StoredRecord[],
): Promise<number> {
	const reader = database.kysely;
	const ids = stored.map(({ id }) => id);
	const records = new Map<string, { readonly record: BorderRecord; readonly version: number }>();
	let failed = 0;
	for (const { id, version, body } of stored) {
		const record = readBody(body);
		if (record === undefined) failed++;
		else records.set(id, { record, version });
	}
	const outcomes = [...records].flatMap(([id, { record }]) => (record.kind === 'outcome' ? [id] : []));
	const findings = await readFindings(reader, outcomes, ids);
	const earlier = await readRecords(reader, [
		...new Set(findings.map(({ recordId }) => recordId).filter((id) => !records.has(id))),
	]);
	for (const { id, version, body } of earlier) {
		const record = readBody(body);
		if (record !== undefined) records.set(id, { record, version });
	}
	const hits = Map.groupBy(await readHitsOf(reader, [...records.keys()]), ({ recordId }) => recordId);
	const told = Map.groupBy(findings, ({ knownWith }) => knownWith);
	const seenOf = (id: string): Seen | undefined => {
		const record = records.get(id);
		return record === undefined ? undefined : { ...record, ...hitsIn(hits.get(id)), atMs: momentOf(id) };
	};
	for (const id of ids) {
		const seen = seenOf(id);
		if (seen === undefined) continue;
		try {
			// An outcome speaks of another record, and is learnt where both are known.
			if (seen.record.kind !== 'outcome') memory.see(seen);
			for (const finding of told.get(id) ?? []) tell(memory, finding, seenOf);
		} catch {
			failed++;
		}
	}
	return failed;
}

function tell(memory: Memory, finding: StoredFinding, seenOf: (id: string) => Seen | undefined): void {
	const subject = seenOf(finding.recordId);
	if (subject !== undefined) memory.learn(subject, finding.found);
}

function hitsIn(hits: readonly StoredHit[] | undefined): Pick<Seen, 'hits' | 'hitPlaces'> {
	if (hits === undefined) return { hits: [] };
	return {
		hits: [...new Set(hits.map(({ list }) => list))],
		hitPlaces: [...new Set(hits.map(({ place }) => place))],
	};
}

function readBody(body: string): BorderRecord | undefined {
	try {
		const value: unknown = JSON.parse(body);
		// Intake stores a record only after its schema has read it.
		return typeof value === 'object' && value !== null ? (value as BorderRecord) : undefined;
	} catch {
		return undefined;
	}
}
