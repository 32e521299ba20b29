/**
 * One message while it is read: its segments are collected within the limits, its trailer is checked, and the parser
 * of its type makes a reading of it. What cannot be read becomes a refusal with a reason; a parser that fails too.
 */
import type { MessagePlace, Reading, ReadingContext } from '../../model.ts';
import type { Findings } from './defect.ts';
import type { Envelope } from './envelope.ts';
import type { MessageFormat } from './message-format.ts';
import { isTag, placeOf, type Segment } from './segment.ts';
import { checkMessageTrailer } from './trailers.ts';

export type OpenMessage = {
	number: number;
	envelope: Envelope;
	segments: Segment[];
	/** Segments seen, the unreadable ones included. */
	count: number;
	findings: Findings;
	startedAt: number;
	refusal: { code: string; reason: string; remedy: string } | undefined;
};

/** Takes one more segment. What is no segment costs only itself; what breaks a limit costs the message. */
export function addToMessage(message: OpenMessage, segment: Segment, { limits, now }: ReadingContext): void {
	segment.number = ++message.count;
	if (message.refusal !== undefined) return;
	if (!isTag(segment.tag)) {
		message.findings.add({
			code: 'edifact.bad-segment',
			severity: 'error',
			place: placeOf(segment),
			sentence: `What should be a segment does not start with a tag of three capitals but with “${segment.tag.slice(0, 40)}”; it was left out.`,
			value: segment.tag,
		});
		return;
	}
	message.segments.push(segment);
	const { maxMessageBytes, maxMessageMs } = limits;
	const start = message.segments[0]?.offset ?? 0;
	if (segment.offset - start > maxMessageBytes) {
		abandonMessage(message, 'limit.message-bytes', `is longer than ${maxMessageBytes} bytes`);
	} else if ((message.count & 4095) === 0 && now() - message.startedAt > maxMessageMs) {
		abandonMessage(message, 'limit.message-time', `takes longer than ${maxMessageMs} ms to read`);
	}
}

/** Gives the message up; its segments are forgotten at once. */
export function abandonMessage(message: OpenMessage, code: string, what: string): void {
	message.refusal = {
		code,
		reason: `Message ${message.number} ${what}.`,
		remedy: 'Ask the sender to split it into several messages, or raise the limit.',
	};
	message.segments.length = 1;
}

/** Ends the message: with its UNT, or without one where it was cut off. */
export function endMessage(message: OpenMessage, unt: Segment | undefined): void {
	if (unt !== undefined) {
		unt.number = ++message.count;
		for (const defect of checkMessageTrailer(unt, message.count, message.envelope.messageReference)) {
			message.findings.add(defect);
		}
		message.segments.push(unt);
		return;
	}
	const last = message.segments.at(-1);
	message.findings.add({
		code: 'edifact.truncated',
		severity: 'error',
		place: last === undefined ? 'message' : placeOf(last),
		sentence: 'The message ends without UNT: it was cut off, and what stands before the cut was read.',
	});
}

/** The readings of an ended message: as many records as its parser found in it, or one refusal. */
export function readMessage(message: OpenMessage, formats: ReadonlyMap<string, MessageFormat>): Reading[] {
	const { envelope } = message;
	const format = formats.get(envelope.messageType);
	const place = placeOfMessage(message);
	const base = { outcome: 'refused', format: format?.format ?? 'unknown', place } as const;
	if (message.refusal !== undefined) return [{ ...base, ...message.refusal }];
	if (format === undefined) {
		const type = envelope.messageType.slice(0, 40);
		return [
			{
				...base,
				code: type === '' ? 'edifact.no-message-type' : 'edifact.unknown-type',
				reason:
					type === ''
						? `UNH of message ${message.number} names no message type.`
						: `Message ${message.number} is of type ${type}, which is not read here.`,
				remedy: `Send messages of the types ${[...formats.keys()].join(', ')}, or route this one elsewhere.`,
			},
		];
	}
	try {
		const parsed = format.parseMessage(message.segments, envelope);
		if (parsed.outcome === 'refused') return [{ ...base, ...parsed }];
		const records = [parsed, ...(parsed.further ?? [])];
		return records.map(({ record, findings }, index) => ({
			outcome: 'record',
			format: format.format,
			record,
			findings: index === 0 ? [...message.findings.list(), ...findings] : findings,
			place: index === 0 ? place : { ...place, words: `${place.words}, record ${index + 1}` },
		}));
	} catch (cause) {
		// A parser must not throw; if one does, the message is kept and can be read again after the fault is mended.
		return [
			{
				...base,
				code: 'edifact.reader-fault',
				reason: `Reading message ${message.number} failed: ${cause instanceof Error ? cause.name : 'unknown fault'}.`,
				remedy: 'Report it with the original; the message can be read again after a fix.',
			},
		];
	}
}

function placeOfMessage(message: OpenMessage): MessagePlace {
	const reference = message.envelope.messageReference.slice(0, 70);
	return {
		message: message.number,
		offset: message.segments[0]?.offset ?? 0,
		words: `message ${message.number} (UNH ${reference})`,
	};
}
