/**
 * goAML suspicion reports (UNODC goAML XML, versions 4 and 5), as reporters send them to a financial intelligence unit.
 * In: one report, or several in a row or inside a wrapper. Out: a record for each, or why it is none.
 * A report is read child by child, so that its memory is that of its record.
 */
import type { Format, MessagePlace, Reader, Reading, ReadingContext } from '../../model.ts';
import type { XmlName } from '../xml/element.ts';
import { XML_REMEDIES } from '../xml/failures.ts';
import { openXml, type XmlChoice, type XmlDelivery } from '../xml/reader.ts';
import { isWrapper, recogniseGoaml } from './recognise.ts';
import { ReportReading } from './report-reading.ts';
import { formatGoaml } from './write-report.ts';

export const goaml: Format = {
	id: 'goaml',
	title: 'goAML suspicion report',
	kinds: ['suspicion-report'],
	recognise: recogniseGoaml,
	open: (context) => new GoamlReader(context),
	format: formatGoaml,
};

type Refused = { code: string; reason: string; remedy: string };

type Current = {
	report: ReportReading;
	message: number;
	offset: number | undefined;
	/** Processor time so far. */
	ms: number;
	refused?: Refused;
};

class GoamlReader implements Reader {
	readonly #context: ReadingContext;
	readonly #xml: ReturnType<typeof openXml>;
	#readings: Reading[] = [];
	#current: Current | undefined;
	#messages = 0;
	/** Messages before the document that is being read. */
	#messagesBefore = 0;
	#tooMany = false;
	#clockFrom = 0;

	constructor(context: ReadingContext) {
		this.#context = context;
		this.#xml = openXml(
			context,
			(element, ancestors) => this.#select(element, ancestors),
			(delivery) => this.#handle(delivery),
		);
	}

	push(chunk: Uint8Array): Reading[] {
		if (this.#tooMany) return [];
		this.#clockFrom = this.#context.now();
		this.#xml.push(chunk);
		if (this.#current !== undefined) this.#current.ms += this.#context.now() - this.#clockFrom;
		return this.#take();
	}

	end(): Reading[] {
		if (this.#tooMany) return [];
		this.#clockFrom = this.#context.now();
		this.#xml.end();
		return this.#take();
	}

	#take(): Reading[] {
		const readings = this.#readings;
		this.#readings = [];
		return readings;
	}

	#select(element: XmlName, ancestors: readonly XmlName[]): XmlChoice {
		const parent = ancestors.at(-1);
		if (parent?.name === 'report') return 'aside';
		this.#finish();
		if (element.name === 'report') {
			this.#begin();
			return 'enter';
		}
		// What stands beside the reports in their wrapper, such as a header of the sender, is no message.
		if (parent !== undefined) return 'aside';
		return isWrapper(element.name) ? 'enter' : 'skip';
	}

	#begin(): void {
		this.#messages++;
		this.#clockFrom = this.#context.now();
		this.#current = { report: new ReportReading(), message: this.#messages, offset: undefined, ms: 0 };
	}

	#handle(delivery: XmlDelivery): void {
		if (this.#tooMany) return;
		if (delivery.type === 'document') {
			if (this.#current === undefined && delivery.messages === 0) this.#refuseEmpty(delivery);
			this.#finish();
			this.#messagesBefore = this.#messages;
		} else if (delivery.type === 'failure') this.#fail(delivery);
		else if (delivery.choice === 'skip') this.#refuseOther(delivery);
		else this.#takeElement(delivery);
	}

	#takeElement(delivery: Extract<XmlDelivery, { type: 'element' }>): void {
		const current = this.#current;
		if (current === undefined || current.refused !== undefined) return;
		const { limits, now } = this.#context;
		current.offset ??= delivery.place.offset;
		current.report.take(delivery.element, delivery.findings);
		if (delivery.place.offset - current.offset > limits.maxMessageBytes) {
			current.refused = {
				code: 'limit.message-bytes',
				reason: `The report is longer than ${limits.maxMessageBytes} bytes.`,
				remedy: XML_REMEDIES['limit.message-bytes'],
			};
		} else if (current.ms + now() - this.#clockFrom > limits.maxMessageMs) {
			current.refused = {
				code: 'limit.message-time',
				reason: `The report took longer than ${limits.maxMessageMs} ms to read.`,
				remedy: XML_REMEDIES['limit.message-time'],
			};
		} else return;
		// What was read of it is of no more use, and its memory may be.
		current.report = new ReportReading();
	}

	/** Ends the report that is being read, if there is one. */
	#finish(): void {
		const current = this.#current;
		if (current === undefined) return;
		this.#current = undefined;
		if (this.#tooMany) return;
		const place = placeOf(current);
		if (current.message > this.#context.limits.maxRecords) {
			this.#tooMany = true;
			const reason = `The submission holds more than ${this.#context.limits.maxRecords} reports.`;
			this.#refuse({ code: 'limit.records', reason, remedy: XML_REMEDIES['limit.records'] }, place);
		} else if (current.refused !== undefined) this.#refuse(current.refused, place);
		else if (!current.report.isReport) this.#refuse(notAReport('report'), place);
		else {
			const ended = current.report.end();
			if ('reason' in ended)
				this.#refuse({ code: 'goaml.unfit', reason: ended.reason, remedy: UNFIT_REMEDY }, place);
			else this.#readings.push({ outcome: 'record', format: 'goaml', ...ended, place });
		}
	}

	#fail(failure: Extract<XmlDelivery, { type: 'failure' }>): void {
		const current = this.#current;
		this.#current = undefined;
		if (current === undefined) this.#messages++;
		const place =
			current === undefined
				? { ...failure.place, message: this.#messages }
				: placeOf(current, failure.place.offset);
		const { code, reason, remedy } = current?.refused ?? failure;
		this.#refuse({ code, reason, remedy }, place);
	}

	#refuseOther(delivery: Extract<XmlDelivery, { type: 'element' }>): void {
		this.#messages++;
		this.#refuse(notAReport(delivery.element.name), { ...delivery.place, message: this.#messages });
	}

	/** A wrapper without a report in it. */
	#refuseEmpty(delivery: Extract<XmlDelivery, { type: 'document' }>): void {
		if (delivery.root.name === 'report' || this.#messages > this.#messagesBefore) return;
		this.#messages++;
		this.#refuse(notAReport(delivery.root.name), { ...delivery.place, message: this.#messages });
	}

	#refuse(refused: Refused, place: MessagePlace): void {
		this.#readings.push({ outcome: 'refused', format: 'goaml', ...refused, place });
	}
}

const UNFIT_REMEDY =
	'Keep the original and tell the makers of this program: the report should have been read.';

function notAReport(name: string): Refused {
	return {
		code: 'goaml.not-a-report',
		reason: `The element ${name.slice(0, 60)} is not a goAML report: it has no reporter, report code or reference.`,
		remedy:
			'Send the report itself, whose root is "report" with rentity_id, report_code and entity_reference; look-up lists, schemas and answers of a portal are no reports.',
	};
}

function placeOf(current: Current, offset = 0): MessagePlace {
	const { report, message } = current;
	const named = report.reference === undefined ? '' : ` ${report.reference.slice(0, 60)}`;
	return {
		message,
		offset: current.offset ?? offset,
		words: `message ${message} (report${named}), line ${report.line}`,
	};
}
