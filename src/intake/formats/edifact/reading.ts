/**
 * Reads whole texts and bytes through an EDIFACT reader, for tests: in one chunk, or in chunks of a given size.
 */
import {
	DEFAULT_LIMITS,
	type Limits,
	type Reader,
	type Reading,
	type ReadingContext,
	type ReadRecord,
} from '../../model.ts';

export const contextOf = (limits: Partial<Limits> = {}): ReadingContext => ({
	limits: { ...DEFAULT_LIMITS, ...limits },
	now: () => 0,
});

/** Everything that a reader makes of the input. Text is sent as UTF-8. */
export function readAll(reader: Reader, input: string | Uint8Array, chunkBytes = 65_536): Reading[] {
	const bytes = typeof input === 'string' ? Buffer.from(input, 'utf8') : input;
	const readings: Reading[] = [];
	for (let at = 0; at < bytes.length; at += chunkBytes)
		readings.push(...reader.push(bytes.subarray(at, at + chunkBytes)));
	readings.push(...reader.end());
	return readings;
}

export const recordsOf = (readings: readonly Reading[]): ReadRecord[] =>
	readings.filter((reading) => reading.outcome === 'record');

/** Codes of all findings and refusals, in order. */
export const codesOf = (readings: readonly Reading[]): string[] =>
	readings.flatMap((reading) =>
		reading.outcome === 'record' ? reading.findings.map((finding) => finding.code) : [reading.code],
	);
