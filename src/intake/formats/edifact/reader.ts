/**
 * Segments in, readings out: one for each message (UNH … UNT) of the interchanges of a submission.
 * Checks the counts and references of the service segments, and reads on after everything that is wrong.
 * One interchange may hold messages of several types. Limits hold while reading. Follows ISO 9735, versions 1 to 4.
 */
import type { Finding } from '../../../../contract/findings.ts';
import type { Reader, Reading, ReadingContext, ReadRecord } from '../../model.ts';
import { type Defect, Findings, findingOf } from './defect.ts';
import { type Group, type Interchange, readEnvelope, readGroup, readInterchange } from './envelope.ts';
import type { MessageFormat } from './message-format.ts';
import { abandonMessage, addToMessage, endMessage, type OpenMessage, readMessage } from './open-message.ts';
import { placeOf, type Segment } from './segment.ts';
import { Tokenizer } from './tokenizer.ts';
import { checkGroupTrailer, checkInterchangeTrailer } from './trailers.ts';

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
				for (const defect of checkGroupTrailer(segment, this.#group, this.#messagesInGroup))
					this.#afterwards(defect);
				this.#group = undefined;
				return;
			case 'UNZ':
				this.#closeMessage(undefined);
				if (this.#interchange === undefined && this.#messagesInInterchange === 0) this.#outside(segment);
				else this.#closeInterchange(segment);
				return;
			default:
				if (this.#message === undefined) this.#outside(segment);
				else addToMessage(this.#message, segment, this.#context);
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

	#segmentTooLong(offset: number): void {
		const sentence = `a segment longer than ${this.#context.limits.maxTokenChars} characters at offset ${offset}`;
		if (this.#message === undefined) {
			this.#complain('limit.segment', `There is ${sentence}; it was left out.`, offset);
		} else abandonMessage(this.#message, 'limit.segment', `has ${sentence}`);
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
		endMessage(message, unt);
		for (const reading of readMessage(message, this.#formats)) {
			if (reading.outcome === 'record') this.#records++;
			this.#hold(reading);
		}
	}

	#closeInterchange(unz: Segment | undefined): void {
		for (const defect of checkInterchangeTrailer(
			unz,
			this.#interchange,
			this.#groupsInInterchange,
			this.#messagesInInterchange,
		)) {
			this.#afterwards(defect);
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
