/**
 * CSV, with a mapping file or as our own export. Bytes in, records out.
 * A row that cannot be read is refused with its line; the rest is read. Encoding, delimiter and line breaks are
 * recognised. Cells are never run, and what would be a formula in a spreadsheet is neutralised on the way out.
 */

import type { Finding } from '../../../../contract/findings.ts';
import type { Mapping } from '../../../../contract/mapping.ts';
import { type BorderRecord, recordKinds } from '../../../../contract/records/record.ts';
import type {
	Format,
	MessagePlace,
	Reader,
	Reading,
	ReadingContext,
	Recognition,
	Refusal,
} from '../../model.ts';
import { judgeRecord, openValidation, reasonOfProblems } from '../json/record-validation.ts';
import { formatFlat, openFlatRows } from './flat-rows.ts';
import {
	candidatesOf,
	HEAD_BYTES,
	type Layout,
	layoutOf,
	looksLikeTable,
	newlineOf,
	type Told,
	unmapped,
} from './layout.ts';
import { type CompiledTarget, compileMapping } from './mapped-rows.ts';
import { columnKey } from './mapping-check.ts';
import { openRowSplitter, type SplitRow } from './row-splitter.ts';
import { byteLengthIn, detectTextEncoding, type TextEncoding } from './text-encoding.ts';

/** Rows that make one record; a group that never ends must not fill memory. */
const MAX_GROUP_ROWS = 9_999;
/** Keys of groups that are remembered in order to notice one that comes back. */
const REMEMBERED_GROUPS = 100_000;

/** Rows that wait for the rest of their record. */
type Group = { key: string; rows: string[][]; place: MessagePlace; notes: Finding[] };

function openCsvReader(context: ReadingContext, builtIn: readonly Mapping[]): Reader {
	const { limits } = context;
	let head: Buffer[] | undefined = [];
	let headBytes = 0;
	let encoding: TextEncoding = 'utf-8';
	let decoder = new TextDecoder();
	let splitter: ReturnType<typeof openRowSplitter> | undefined;
	let layout: Layout | undefined;
	let targets: CompiledTarget[] = [];
	let groups: (Group | undefined)[] = [];
	const finished = new Set<string>();
	let readFlat: ReturnType<typeof openFlatRows> | undefined;
	const validateFlat = openValidation();
	let required: [number, string][] = [];

	let rowNumber = 0;
	let offset = 0;
	let message = 0;
	let records = 0;
	let closed = false;
	let readings: Reading[] = [];

	function refuse(place: MessagePlace, code: string, reason: string, remedy: string): void {
		const refusal: Refusal = {
			outcome: 'refused',
			format: 'csv',
			code,
			reason: `${place.words}: ${reason}.`,
			remedy,
			place,
		};
		readings.push(refusal);
	}

	function accept(record: BorderRecord, findings: Finding[], place: MessagePlace): void {
		if (closed) return;
		if (++records > limits.maxRecords) {
			closed = true;
			refuse(
				place,
				'limit.records',
				`more than ${limits.maxRecords} records in one submission; the rest was not read`,
				'Split the submission into smaller ones.',
			);
		} else readings.push({ outcome: 'record', format: 'csv', record, findings, place });
	}

	/** Decides encoding, delimiter and mapping. */
	function begin(): void {
		const bytes = Buffer.concat(head ?? []);
		head = undefined;
		const candidates = candidatesOf(context.mapping, builtIn);
		const whole = { message: 1, offset: 0, words: 'submission' };
		if ('problem' in candidates) {
			closed = true;
			refuse(whole, 'csv.mapping', candidates.problem, 'Correct the mapping file, or choose another one.');
			return;
		}
		const detected = detectTextEncoding(bytes);
		const asked = candidates.forced ? candidates.mappings[0]?.encoding : undefined;
		encoding =
			asked !== undefined && asked !== 'detect' && detected.markBytes === 0 ? asked : detected.encoding;
		decoder = new TextDecoder(encoding, { ignoreBOM: true });
		offset = detected.markBytes;
		const text = decoder.decode(bytes.subarray(detected.markBytes), { stream: true });
		layout = layoutOf(text, candidates.mappings, candidates.forced);
		const { header, mapping } = layout;
		if (mapping === undefined) {
			closed = true;
			refuse(whole, ...unmapped(header, candidates));
			return;
		}
		if (mapping === 'flat') readFlat = openFlatRows(header);
		else {
			targets = compileMapping(mapping, header);
			groups = targets.map(() => undefined);
			const keys = header.map(columnKey);
			required = (mapping.required ?? []).map((name) => [keys.indexOf(columnKey(name)), name]);
		}
		splitter = openRowSplitter({
			delimiter: layout.delimiter,
			newline: newlineOf(text),
			maxRowChars: limits.maxTokenChars,
		});
		splitter.push(text, takeRow);
	}

	function takeRow(row: SplitRow): void {
		const at = offset;
		offset += byteLengthIn(row.raw, encoding) + (encoding.startsWith('utf-16') ? 2 : 1);
		rowNumber++;
		if (closed || layout === undefined || rowNumber <= layout.headerRows) return;
		const { cells } = row;
		if (row.fault === undefined && cells.every((cell) => cell === '')) return;
		message++;
		const place = { message, offset: at, words: `row ${rowNumber - layout.headerRows} (line ${row.line})` };
		const fault = faultOf(row, layout.header.length);
		if (fault !== undefined) {
			refuse(place, ...fault);
			return;
		}
		for (const [position, name] of required) {
			if ((cells[position] ?? '').trim() === '') {
				refuse(
					place,
					'csv.required',
					`column "${name}" is empty`,
					'Fill the column at the source, and send the row again.',
				);
				return;
			}
		}
		const notes: Finding[] = [];
		if (row.raw.includes('\ufffd')) {
			notes.push({
				code: 'csv.encoding',
				severity: 'warning',
				place: place.words,
				sentence: `${place.words} has bytes that are no ${encoding.toUpperCase()}; they were read as \ufffd.`,
			});
		}
		if (readFlat === undefined) takeMapped(cells, place, notes);
		else {
			const validated = validateFlat(readFlat(cells), row.raw.includes('\0'));
			if (validated.valid) accept(validated.record, [...notes, ...validated.findings], place);
			else refuse(place, validated.code, validated.reason, validated.remedy);
		}
	}

	function takeMapped(cells: string[], place: MessagePlace, notes: Finding[]): void {
		for (const [number, target] of targets.entries()) {
			if (!target.applies(cells)) continue;
			const key = target.groupKey(cells);
			if (key === undefined) {
				makeRecord(target, [cells], place, notes);
				continue;
			}
			const open = groups[number];
			if (open !== undefined && open.key === key && open.rows.length < MAX_GROUP_ROWS) {
				open.rows.push(cells);
				open.notes.push(...notes);
				continue;
			}
			if (open !== undefined) closeGroup(target, open);
			if (finished.has(key)) {
				notes.push({
					code: 'csv.group-split',
					severity: 'warning',
					place: place.words,
					sentence: `${place.words} belongs to a record whose other rows stand further up and not next to it; it became a record of its own.`,
				});
			}
			groups[number] = { key, rows: [cells], place, notes: [...notes] };
		}
	}

	function closeGroup(target: CompiledTarget, group: Group): void {
		if (finished.size < REMEMBERED_GROUPS) finished.add(group.key);
		makeRecord(target, group.rows, group.place, group.notes);
	}

	function makeRecord(target: CompiledTarget, rows: string[][], place: MessagePlace, notes: Finding[]): void {
		const { value, findings } = target.build(rows);
		const judged = judgeRecord(value, target.kind);
		if ('record' in judged) {
			accept(judged.record, notes.length > 0 ? [...notes, ...findings] : findings, place);
			return;
		}
		const [problem] = judged.problems;
		const columns = problem === undefined ? undefined : target.columnsOf(problem.path);
		refuse(
			place,
			'record.invalid',
			`${target.kind}: ${reasonOfProblems(judged.problems)}${columns === undefined ? '' : ` (${columns})`}`,
			'Correct the cells named here at the source, or the mapping, and send the row again.',
		);
	}

	function drain(): Reading[] {
		const done = readings;
		readings = [];
		return done;
	}

	return {
		push(chunk) {
			if (closed) return [];
			if (head !== undefined) {
				head.push(Buffer.from(chunk));
				headBytes += chunk.length;
				if (headBytes >= HEAD_BYTES) begin();
			} else splitter?.push(decoder.decode(chunk, { stream: true }), takeRow);
			return drain();
		},
		end() {
			if (!closed && head !== undefined) begin();
			if (!closed) {
				splitter?.push(decoder.decode(), takeRow);
				splitter?.end(takeRow);
				for (const [number, group] of groups.entries()) {
					const target = targets[number];
					if (group !== undefined && target !== undefined) closeGroup(target, group);
				}
				if (message === 0 && !closed) {
					const whole = { message: 1, offset: 0, words: 'submission' };
					refuse(whole, 'csv.no-rows', 'there is a header and no row under it', 'Send at least one row.');
				}
			}
			closed = true;
			return drain();
		},
	};
}

function faultOf(row: SplitRow, columns: number): Told | undefined {
	switch (row.fault) {
		case 'too-long':
			return [
				'limit.row',
				'the row is longer than a row may be',
				'Check for a quote that is never closed, or raise the limit.',
			];
		case 'unclosed-quote':
			return [
				'csv.quote',
				'a quoted cell is never closed',
				'Close the quote; a quote inside a quoted cell is written twice.',
			];
		case 'text-after-quote':
			return [
				'csv.quote',
				'text follows the closing quote of a cell',
				'Write a quote inside a quoted cell twice.',
			];
	}
	const { cells } = row;
	if (cells.length === columns) return undefined;
	// Some programs end every row with a delimiter; an empty cell too many says nothing.
	if (cells.length > columns && cells.slice(columns).every((cell) => cell === '')) return undefined;
	return [
		'csv.columns',
		`the row has ${cells.length} cells and the header ${columns} columns`,
		'Quote cells that hold the delimiter or a line break, and send the row again.',
	];
}

/** Makes the format for a set of mappings. */
export function createCsvFormat(mappings: readonly Mapping[]): Format {
	return {
		id: 'csv',
		title: 'CSV with a mapping file',
		kinds: recordKinds,
		recognise(head): Recognition {
			if (/^\s*[<{[]/.test(head)) return 'no';
			if (layoutOf(head, mappings, false).mapping !== undefined) return 'certain';
			return looksLikeTable(head) ? 'look-alike' : 'no';
		},
		open: (context) => openCsvReader(context, mappings),
		format: (records) => formatFlat(records),
	};
}
