/**
 * In what order stored declarations are replayed, and when their outcomes were known. Usually as they were received. An
 * archive that was loaded at once was not: its documents are replayed by their own dates, and their outcomes are known the
 * day after the inspection, as they would have been.
 */
import { isDate } from '../../values/calendar.ts';

const DAY_MS = 86_400_000;
/** A document that comes later than this after its date belongs to an archive. */
const ARCHIVE_MS = 7 * DAY_MS;
/** Dates further back are slips of the pen. */
const OLDEST_MS = 20 * 366 * DAY_MS;

/** One declaration of the list. */
export type Listed = { readonly id: string; readonly atMs: number; readonly receivedMs: number };

/**
 * @param receivedMs of its identifier. @param documentDate `YYYY-MM-DD`, as declared.
 * @returns the moment by which it is replayed: that of receipt, or the end of its day where that was earlier.
 */
export function replayMoment(receivedMs: number, documentDate: string | null): number {
	const date = documentDate?.slice(0, 10) ?? '';
	const day = isDate(date) ? Date.parse(date) : Number.NaN;
	if (!(day >= receivedMs - OLDEST_MS)) return receivedMs;
	return Math.min(receivedMs, day + DAY_MS - 1);
}

/** By moment, then by identifier. */
export const inOrder = (listed: readonly Listed[]): Listed[] =>
	[...listed].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** When the node knew an outcome, or would have known it. */
export function knownMoment(
	{ atMs, receivedMs }: Listed,
	outcome: { readonly inspectedAt: string; readonly receivedAt: Date },
): number {
	const received = outcome.receivedAt.getTime();
	if (receivedMs - atMs < ARCHIVE_MS) return received;
	const inspected = Date.parse(outcome.inspectedAt);
	return Number.isNaN(inspected) ? received : Math.min(received, Math.max(inspected, atMs) + DAY_MS);
}
