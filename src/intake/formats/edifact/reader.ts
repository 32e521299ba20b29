/**
 * Segments in, readings out: one for each message (UNH … UNT) of the interchanges of a submission.
 * Checks the counts and references of the service segments, and reads on after everything that is wrong.
 * One interchange may hold messages of several types. Limits hold while reading. Follows ISO 9735, versions 1 to 4.
 */
import type { Finding } from '../../../../contract/findings.ts';
import type { MessagePlace, Reader, Reading, ReadingContext, ReadRecord } from '../../model.ts';
import { type Defect, Findings, findingOf } from './defect.ts';
import {
	type Envelope,
	type Group,
	type Interchange,
	readEnvelope,
	readGroup,
	readInterchange,
} from './envelope.ts';
import type { MessageFormat } from './message-format.ts';
import { component, isTag, placeOf, type Segment } from './segment.ts';
import { Tokenizer } from './tokenizer.ts';

type OpenMessage = {
	number: number;
	envelope: Envelope;
	segments: Segment[];
	/** Segments seen, the unreadable ones included. */
	count: number;
	findings: Findings;
	startedAt: number;
	refusal: { code: string; reason: string; remedy: string } | undefined;
};

/** Opens a reader for interchanges that may hold messages of any of the given types. */
export function openInterchange(context: ReadingContext, formats: readonly MessageFormat[]): Reader {
	return new InterchangeReader(context, formats);
}

class InterchangeReader implements Reader {
	readonly #context: ReadingContext;
	readonly #formats: ReadonlyMap<string, MessageFormat>;
	readonly #tokenizer: Tokenizer;
	#ready: Reading[] = [];
	/** The latest reading is held back, because trailers that follow it may add findings. */
	#held: Reading | undefined;
	/** Findings seen outside messages before the next message. */
	#pending = new Findings();
	#hasPending = false;
	#interchange: Interchange | undefined;
	#group: Group | undefined;
	#message: OpenMessage | undefined;
	#messagesInInterchange = 0;
	#messagesInGroup = 0;
	#groupsInInterchange = 0;
	#interchanges = 0;
	#messages = 0;
	#records = 0;
	#bytes = 0;
	#strayBytesAt: number | undefined;
	#stray = '';
	#fatal = false;

	constructor(context: ReadingContext, formats: readonly MessageFormat[]) {
		this.#context = context;
		this.#formats = new Map(formats.map((format) => [format.type, format]));
		this.#tokenizer = new Tokenizer(
			{
				segment: (segment) => this.#take(segment),
				complaint: (code, sentence, offset, value) => this.#complain(code, sentence, offset, value),
				tooLong: (offset) => this.#segmentTooLong(offset),
			},
			context.limits.maxTokenChars,
		);
	}

	push(chunk: Uint8Array): Reading[] {
		if (this.#fatal) return [];
		this.#bytes += chunk.byteLength;
		if (this.#bytes > this.#context.limits.maxBytes) {
			this.#refuseRest(
				'limit.bytes',
				`The submission is longer than ${this.#context.limits.maxBytes} bytes.`,
			);
		} else this.#tokenizer.push(chunk);
		return this.#takeReady();
	}

	end(): Reading[] {
		if (this.#fatal) return this.#takeReady();
		this.#tokenizer.end();
		if (!this.#fatal) {
			this.#closeMessage(undefined);
			this.#closeInterchange(undefined);
			this.#reportLastStray();
			if (this.#messages === 0) {
				this.#hold({
					outcome: 'refused',
					format: 'unknown',
					code: 'edifact.no-message',
					reason: 'The submission holds no EDIFACT message: no UNH segment was found.',
					remedy: 'Ask the sender for the interchange as it was transmitted, from UNB to UNZ.',
					place: { message: 1, offset: 0, words: 'start of the submission' },
				});
			}
		}
		this.#release();
		return this.#takeReady();
	}

	#takeReady(): Reading[] {
		const ready = this.#ready;
		this.#ready = [];
		return ready;
	}

	#take(segment: Segment): void {
		if (this.#fatal) return;
		switch (segment.tag) {
			case 'UNB':
				this.#closeMessage(undefined);
				this.#closeInterchange(undefined);
				this.#interchanges++;
				this.#interchange = readInterchange(segment, this.#interchanges);
				this.#tokenizer.setSyntax(this.#interchange.syntax);
				return;
			case 'UNG':
				this.#closeMessage(undefined);
				this.#group = readGroup(segment);
				this.#groupsInInterchange++;
				this.#messagesInGroup = 0;
				return;
			case 'UNH':
				this.#closeMessage(undefined);
				this.#openMessage(segment);
				return;
			case 'UNT':
				if (this.#message === undefined) this.#outside(segment);
				else this.#closeMessage(segment);
				return;
			case 'UNE':
				this.#closeMessage(undefined);
				this.#checkGroup(segment);
				this.#group = undefined;
				return;
			case 'UNZ':
				this.#closeMessage(undefined);
				if (this.#interchange === undefined && this.#messagesInInterchange === 0) this.#outside(segment);
				else this.#closeInterchange(segment);
				return;
			default:
				if (this.#message === undefined) this.#outside(segment);
				else this.#addToMessage(this.#message, segment);
		}
	}

	#openMessage(unh: Segment): void {
		this.#reportStray();
		this.#messages++;
		this.#messagesInInterchange++;
		this.#messagesInGroup++;
		const findings = new Findings();
		unh.number = 1;
		this.#message = {
			number: this.#messages,
			envelope: readEnvelope(unh, this.#interchange, this.#group, this.#tokenizer.separators),
			segments: [unh],
			count: 1,
			findings,
			startedAt: this.#context.now(),
			refusal: undefined,
		};
		if (this.#hasPending) {
			for (const finding of this.#pending.list()) findings.add(finding);
			this.#pending = new Findings();
			this.#hasPending = false;
		}
		if (this.#interchange === undefined && this.#messagesInInterchange === 1) {
			findings.add({
				code: 'edifact.no-interchange-header',
				severity: 'warning',
				place: placeOf(unh),
				sentence:
					'The message stands outside an interchange: there is no UNB before it, so sender and receiver are unknown.',
			});
		}
	}

	#addToMessage(message: OpenMessage, segment: Segment): void {
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
		const { maxMessageBytes, maxMessageMs } = this.#context.limits;
		const start = message.segments[0]?.offset ?? 0;
		if (segment.offset - start > maxMessageBytes) {
			this.#abandon(message, 'limit.message-bytes', `is longer than ${maxMessageBytes} bytes`);
		} else if ((message.count & 4095) === 0 && this.#context.now() - message.startedAt > maxMessageMs) {
			this.#abandon(message, 'limit.message-time', `takes longer than ${maxMessageMs} ms to read`);
		}
	}

	#abandon(message: OpenMessage, code: string, what: string): void {
		message.refusal = {
			code,
			reason: `Message ${message.number} ${what}.`,
			remedy: 'Ask the sender to split it into several messages, or raise the limit.',
		};
		message.segments.length = 1;
	}

	#segmentTooLong(offset: number): void {
		const sentence = `a segment longer than ${this.#context.limits.maxTokenChars} characters at offset ${offset}`;
		if (this.#message === undefined) {
			this.#complain('limit.segment', `There is ${sentence}; it was left out.`, offset);
		} else this.#abandon(this.#message, 'limit.segment', `has ${sentence}`);
	}

	/** Closes the open message: with its UNT, or without one where the message was cut off. */
	#closeMessage(unt: Segment | undefined): void {
		const message = this.#message;
		if (message === undefined) return;
		this.#message = undefined;
		const { maxRecords } = this.#context.limits;
		if (this.#records >= maxRecords) {
			this.#refuseRest('limit.records', `The submission holds more than ${maxRecords} records.`);
			return;
		}
		if (unt === undefined) {
			const last = message.segments.at(-1);
			message.findings.add({
				code: 'edifact.truncated',
				severity: 'error',
				place: last === undefined ? 'message' : placeOf(last),
				sentence: 'The message ends without UNT: it was cut off, and what stands before the cut was read.',
			});
		} else {
			unt.number = ++message.count;
			this.#checkMessageTrailer(message, unt);
			message.segments.push(unt);
		}
		for (const reading of this.#readMessage(message)) this.#hold(reading);
	}

	#checkMessageTrailer(message: OpenMessage, unt: Segment): void {
		const declared = component(unt, 0);
		if (Number(declared) !== message.count) {
			message.findings.add(
				mismatch(
					'edifact.segment-count',
					placeOf(unt, 0),
					declared,
					String(message.count),
					'UNT counts',
					'segments',
				),
			);
		}
		const reference = component(unt, 1);
		if (reference !== message.envelope.messageReference) {
			message.findings.add(
				differentReference(
					'edifact.message-reference',
					placeOf(unt, 1),
					reference,
					message.envelope.messageReference,
					'UNT',
					'UNH',
				),
			);
		}
	}

	#checkGroup(une: Segment): void {
		const declared = component(une, 0);
		if (Number(declared) !== this.#messagesInGroup) {
			this.#afterwards(
				mismatch(
					'edifact.group-count',
					placeOf(une, 0),
					declared,
					String(this.#messagesInGroup),
					'UNE counts',
					'messages',
				),
			);
		}
		const reference = component(une, 1);
		if (this.#group === undefined) {
			this.#afterwards({
				code: 'edifact.no-group-header',
				severity: 'warning',
				place: placeOf(une),
				sentence: 'UNE ends a functional group that no UNG began.',
			});
		} else if (reference !== this.#group.reference) {
			this.#afterwards(
				differentReference(
					'edifact.group-reference',
					placeOf(une, 1),
					reference,
					this.#group.reference,
					'UNE',
					'UNG',
				),
			);
		}
	}

	#closeInterchange(unz: Segment | undefined): void {
		const interchange = this.#interchange;
		if (unz !== undefined) {
			const expected =
				this.#groupsInInterchange > 0 ? this.#groupsInInterchange : this.#messagesInInterchange;
			const declared = component(unz, 0);
			if (Number(declared) !== expected) {
				const what = this.#groupsInInterchange > 0 ? 'groups' : 'messages';
				this.#afterwards(
					mismatch(
						'edifact.interchange-count',
						placeOf(unz, 0),
						declared,
						String(expected),
						'UNZ counts',
						what,
					),
				);
			}
			const reference = component(unz, 1);
			if (interchange !== undefined && reference !== interchange.controlReference) {
				this.#afterwards(
					differentReference(
						'edifact.interchange-reference',
						placeOf(unz, 1),
						reference,
						interchange.controlReference,
						'UNZ',
						'UNB',
					),
				);
			}
		} else if (interchange !== undefined) {
			this.#afterwards({
				code: 'edifact.no-interchange-trailer',
				severity: 'warning',
				place: `interchange ${interchange.number}, offset ${interchange.offset}`,
				sentence: 'The interchange ends without UNZ: messages may be missing after the last one.',
			});
		}
		this.#interchange = undefined;
		this.#group = undefined;
		this.#messagesInInterchange = 0;
		this.#groupsInInterchange = 0;
	}

	/** Anything that stands where only UNB, UNG or UNH may. */
	#outside(segment: Segment): void {
		if (this.#strayBytesAt === undefined) {
			this.#strayBytesAt = segment.offset;
			const data = segment.elements.map((element) => element.join(':')).join('+');
			this.#stray = (data === '' ? segment.tag : `${segment.tag}+${data}`).slice(0, 120);
		}
	}

	/** Text after the last message: a finding of that message, or a refusal where the message was refused itself. */
	#reportLastStray(): void {
		const offset = this.#strayBytesAt;
		if (offset === undefined || this.#held?.outcome === 'record') {
			this.#reportStray();
			return;
		}
		if (this.#messages === 0) return;
		this.#hold({
			outcome: 'refused',
			format: 'unknown',
			code: 'edifact.text-outside',
			reason: `Text stands outside of any message at offset ${offset}: “${this.#stray}”.`,
			remedy: 'Ask the sender whether a message was cut or pasted wrongly.',
			place: { message: this.#messages, offset, words: `after message ${this.#messages}` },
		});
	}

	#reportStray(): void {
		if (this.#strayBytesAt === undefined) return;
		this.#complain(
			this.#messages === 0 ? 'edifact.leading-text' : 'edifact.text-outside',
			'Text stands outside of any message; it was left out.',
			this.#strayBytesAt,
			this.#stray,
		);
		this.#strayBytesAt = undefined;
	}

	#complain(code: string, sentence: string, offset: number, value?: string): void {
		const message = this.#message;
		const place =
			message === undefined ? `offset ${offset}` : `segment ${message.count + 1}, offset ${offset}`;
		const defect: Defect = { code, severity: 'warning', place, sentence };
		if (value !== undefined) defect.value = value;
		if (message === undefined) this.#afterwards(defect);
		else message.findings.add(defect);
	}

	/** A finding outside messages goes to the message before it, or to the first one that follows. */
	#afterwards(defect: Defect): void {
		if (this.#held?.outcome === 'record') addFinding(this.#held, findingOf(defect));
		else {
			this.#pending.add(defect);
			this.#hasPending = true;
		}
	}

	#readMessage(message: OpenMessage): Reading[] {
		const { envelope } = message;
		const format = this.#formats.get(envelope.messageType);
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
					remedy: `Send messages of the types ${[...this.#formats.keys()].join(', ')}, or route this one elsewhere.`,
				},
			];
		}
		try {
			const parsed = format.parseMessage(message.segments, envelope);
			if (parsed.outcome === 'refused') return [{ ...base, ...parsed }];
			const records = [parsed, ...(parsed.further ?? [])];
			this.#records += records.length;
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

	/** Holds a reading back and lets the one before it go. */
	#hold(reading: Reading): void {
		this.#release();
		this.#held = reading;
	}

	#release(): void {
		if (this.#held !== undefined) this.#ready.push(this.#held);
		this.#held = undefined;
	}

	#refuseRest(code: string, reason: string): void {
		this.#release();
		this.#message = undefined;
		this.#fatal = true;
		this.#ready.push({
			outcome: 'refused',
			format: 'unknown',
			code,
			reason,
			remedy: 'Split the submission into smaller ones, or raise the limit.',
			place: { message: this.#messages, offset: this.#bytes, words: `after message ${this.#messages}` },
		});
	}
}

function addFinding(reading: ReadRecord, finding: Finding): void {
	if (reading.findings.length < 500) reading.findings.push(finding);
}

function placeOfMessage(message: OpenMessage): MessagePlace {
	const reference = message.envelope.messageReference.slice(0, 70);
	return {
		message: message.number,
		offset: message.segments[0]?.offset ?? 0,
		words: `message ${message.number} (UNH ${reference})`,
	};
}

const mismatch = (
	code: string,
	place: string,
	declared: string,
	counted: string,
	subject: string,
	what: string,
): Defect => ({
	code,
	severity: 'warning',
	place,
	value: declared,
	against: counted,
	sentence: `${subject} ${declared === '' ? 'no' : declared} ${what}, but ${counted} were received.`,
});

const differentReference = (
	code: string,
	place: string,
	value: string,
	against: string,
	trailer: string,
	header: string,
): Defect => ({
	code,
	severity: 'warning',
	place,
	value,
	against,
	sentence: `${trailer} carries ${value === '' ? 'no reference' : `the reference “${value}”`}, but ${header} began with “${against}”.`,
});
