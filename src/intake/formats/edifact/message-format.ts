/**
 * How a message type (PAXLST, CUSCAR, PNRGOV …) is plugged into the EDIFACT reader.
 * The reader hands over the whole message, UNH and UNT included, and its envelope; the answer is a record or a refusal.
 * A parser never throws on input, runs in time linear in the message, and keeps nothing between messages.
 */
import type { Finding } from '../../../../contract/findings.ts';
import type { BorderRecord } from '../../../../contract/records/record.ts';
import type { FormatId, Recognition } from '../../model.ts';
import type { Envelope } from './envelope.ts';
import type { Segment } from './segment.ts';

export type ParsedRecord = { record: BorderRecord; findings: Finding[] };

/** `further`: a message may carry several documents, as PNRGOV carries the bookings of a flight. */
export type ParsedMessage =
	| (ParsedRecord & { outcome: 'record'; further?: readonly ParsedRecord[] })
	| { outcome: 'refused'; code: string; reason: string; remedy: string };

export type MessageFormat = {
	/** As in UNH: `PAXLST`. */
	type: string;
	format: FormatId;
	parseMessage(segments: readonly Segment[], envelope: Envelope): ParsedMessage;
};

/**
 * How sure a message type is of a submission, by its first 64 KiB. `certain` where the first message is of this type,
 * `likely` where only the group says so or a later message is, `look-alike` for an interchange that shows no message.
 */
export function recogniseMessageType(head: string, type: string): Recognition {
	const start = head.slice(0, 4_096);
	if (!/(?:^|[\s'])(?:UNA[^A-Za-z0-9]|UN[BGH][^A-Za-z0-9\s])/.test(start)) return 'no';
	const first = /UNH[^A-Za-z0-9\s][^\r\n]{0,40}?[^A-Za-z0-9]([A-Z]{6})[^A-Za-z0-9]/.exec(head)?.[1];
	if (first === type) return 'certain';
	if (first !== undefined) {
		return new RegExp(`UNH[^\\r\\n]{1,40}[^A-Z]${type}[^A-Z]`).test(head) ? 'likely' : 'no';
	}
	return new RegExp(`UNG[^A-Za-z0-9\\s]${type}[^A-Z]`).test(head) ? 'likely' : 'look-alike';
}
