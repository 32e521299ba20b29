/**
 * One report being read, element by element. In: the children of `report`; out: the record with its findings.
 * What the contract refuses is left out with a finding; the rest of the report is kept.
 */
import type { Finding } from '../../../../contract/findings.ts';
import {
	type ReportedTransaction,
	reportedActivity,
	reportedTransaction,
	type SuspicionReport,
	suspicionReport,
} from '../../../../contract/records/money-reports.ts';
import type { XmlElement } from '../xml/element.ts';
import { Notes } from './notes.ts';
import { type Draft, noteMissingOf, type Place, readChild } from './read-shape.ts';
import { checkTransaction } from './report-checks.ts';
import { MAX_TRANSACTIONS, REPORT } from './report-shapes.ts';
import { textAt, treeAt, treesAt } from './tree.ts';

/** Elements that nothing but a goAML report has in a `report`; two of them make one. */
const MARKS: ReadonlySet<string> = new Set([
	'rentity_id',
	'rentity_branch',
	'submission_code',
	'report_code',
	'entity_reference',
	'fiu_ref_number',
	'submission_date',
	'currency_code_local',
	'reporting_person',
	'report_indicators',
]);

export class ReportReading {
	readonly #notes = new Notes();
	readonly #place: Place = { path: 'report', client: false, bare: false, notes: this.#notes };
	readonly #draft: Draft = {};
	readonly #marks = new Set<string>();
	readonly #transactions: ReportedTransaction[] = [];
	readonly #numbers = new Set<string>();
	readonly #xmlFindings: Finding[] = [];
	#reached = 0;
	#line: number | undefined;

	/** Line of the report's first element. */
	get line(): number {
		return this.#line ?? 1;
	}

	/** The report's own number as far as it was read, for words about the place. */
	get reference(): string | undefined {
		return textAt(this.#draft, 'entityReference');
	}

	/** False for a document that merely calls its root `report`. */
	get isReport(): boolean {
		return this.#marks.size >= 2;
	}

	take(element: XmlElement, xmlFindings: readonly Finding[]): void {
		this.#line ??= element.line;
		if (this.#xmlFindings.length === 0) this.#xmlFindings.push(...xmlFindings);
		if (MARKS.has(element.name)) this.#marks.add(element.name);
		if (element.name === 'transaction' && this.#transactions.length >= MAX_TRANSACTIONS) {
			this.#noteTooMany(element.line);
			return;
		}
		this.#reached = readChild(element, REPORT, this.#place, this.#draft, this.#reached);
		// Transactions leave the draft at once: checked against the contract one by one, they need no second copy at the end.
		if (element.name === 'transaction') this.#takeTransactions(element.line);
	}

	end(): { record: SuspicionReport; findings: Finding[] } | { reason: string } {
		noteMissingOf(REPORT, this.line, this.#place, {
			...this.#draft,
			...(this.#transactions.length > 0 ? { transactions: [] } : {}),
		});
		this.#checkContent();
		const firstTransaction = this.#transactions.find(({ number }) => number !== '-')?.number;
		const parsed = suspicionReport.safeParse(REPORT.fromElements?.({ ...this.#draft, firstTransaction }));
		if (!parsed.success) {
			return { reason: `The report does not fit a record: ${describe(parsed.error.issues)}.` };
		}
		const record = parsed.data;
		if (this.#transactions.length > 0) record.transactions = this.#transactions;
		return { record, findings: [...this.#xmlFindings, ...this.#notes.findings()] };
	}

	#takeTransactions(line: number): void {
		for (const tree of treesAt(this.#draft, 'transactions')) {
			const parsed = reportedTransaction.safeParse(tree);
			if (!parsed.success) {
				this.#noteUnfit('transaction', line, describe(parsed.error.issues));
				continue;
			}
			checkTransaction(parsed.data, textAt(this.#draft, 'submittedAt'), line, this.#notes);
			this.#checkNumber(parsed.data.number, line);
			this.#transactions.push(parsed.data);
		}
		delete this.#draft['transactions'];
	}

	#checkNumber(number: string, line: number): void {
		if (number === '-') return;
		if (this.#numbers.has(number)) {
			this.#notes.add({
				code: 'duplicate-transaction',
				severity: 'warning',
				path: 'report/transaction/transactionnumber',
				line,
				value: number,
				sentence: `The transaction number ${number.slice(0, 100)} is there more than once in the report.`,
			});
		}
		this.#numbers.add(number);
	}

	#checkContent(): void {
		const activity = treeAt(this.#draft, 'activity');
		if (activity !== undefined && !reportedActivity.safeParse(activity).success) {
			delete this.#draft['activity'];
			this.#noteUnfit('activity', this.line, 'it does not fit a record');
		}
		if (this.#transactions.length > 0 || this.#draft['activity'] !== undefined) return;
		this.#notes.add({
			code: 'empty',
			severity: 'error',
			path: 'report',
			line: this.line,
			sentence: 'The report tells of no transaction and of no activity.',
		});
	}

	#noteUnfit(name: string, line: number, why: string): void {
		this.#notes.add({
			code: 'unfit',
			severity: 'error',
			path: `report/${name}`,
			line,
			sentence: `A part of the report (${name}) could not be kept: ${why}. It stays in the original only.`,
		});
	}

	#noteTooMany(line: number): void {
		this.#notes.once({
			code: 'too-many',
			severity: 'error',
			path: 'report/transaction',
			line,
			sentence: `The report has more than ${MAX_TRANSACTIONS} transactions; those after them stay in the original only.`,
		});
	}
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

const describe = (issues: readonly Issue[]): string =>
	issues
		.slice(0, 3)
		.map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`)
		.join('; ')
		.slice(0, 300);
