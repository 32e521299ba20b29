/**
 * The instant that a record is about, as its sender wrote it. In: a record and its receipt. Out: milliseconds since 1970.
 * Never after the receipt: a slip of the pen must not make tomorrow's records old. A zone that is not stated is taken as UTC.
 */
import type { BorderRecord } from '../../../contract/records/record.ts';

/** Days before 1990 are slips of the pen. */
const FIRST_MS = Date.UTC(1990, 0, 1);

function statedTime(record: BorderRecord): string | undefined {
	switch (record.kind) {
		case 'declaration':
			return record.declaredAt ?? record.acceptedAt ?? record.declaredOn;
		case 'cargo-report':
		case 'passenger-list':
			return record.preparedAt;
		case 'booking':
			return record.preparedAt ?? record.changedAt ?? record.bookedAt;
		case 'suspicion-report':
			return record.submittedAt;
		case 'cash-declaration':
			return record.declaredAt;
		case 'movement-event':
			return record.at;
		case 'outcome':
			return record.inspectedAt;
	}
}

export function recordTimeMs(record: BorderRecord, receivedMs: number): number {
	const stated = statedTime(record);
	if (stated === undefined) return receivedMs;
	const zoned = stated.length === 10 || stated.endsWith('Z') || /[+-]\d{2}:\d{2}$/.test(stated);
	const ms = Date.parse(zoned ? stated : `${stated}Z`);
	return ms >= FIRST_MS && ms <= receivedMs ? ms : receivedMs;
}

export const minuteOf = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));
