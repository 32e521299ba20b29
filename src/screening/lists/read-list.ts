/**
 * Reads a published list, whatever its format. In: its files. Out: entries in their one form, and what could
 * not be read. Formats are recognised by content; names of files are hints for people. Pure.
 */
import type { ListEntry, ListFormat } from '../../../contract/lists.ts';
import { looksLikeFtm } from './follow-the-money/line.ts';
import { openFtmReader } from './follow-the-money/read-ftm.ts';
import { openLines } from './lines.ts';
import {
	DEFAULT_LIST_LIMITS,
	type ListFile,
	type ListLimits,
	type ListReading,
	type ListRefusal,
	openProblemSheet,
	type ProblemSheet,
} from './model.ts';
import { ofacPartOf } from './ofac/files.ts';
import { readOfac } from './ofac/read-ofac.ts';
import { looksLikeOwn, readOwn } from './own/read-own.ts';
import { headOf } from './table.ts';
import { looksLikeUn, readUn } from './un/read-un.ts';
import { unpackFiles } from './unpack.ts';

const HEAD_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;

const UNKNOWN: ListRefusal = {
	code: 'unknown-format',
	reason: 'this is no list that can be read',
	remedy:
		'Load the files of OFAC (sdn.csv, add.csv, alt.csv, alone or in a zip), the XML of the United Nations, FollowTheMoney JSON lines, or a CSV with a header as in the template.',
};

/** What a file of a list is, from its first bytes; undefined where nobody can say. */
export function recogniseList(head: Uint8Array): ListFormat | undefined {
	const text = headOf(head);
	if (looksLikeUn(text)) return 'un-consolidated';
	if (looksLikeFtm(text)) return 'follow-the-money';
	if (/^\s*[<{[]/.test(text)) return undefined;
	if (ofacPartOf(text) !== undefined) return 'ofac-sdn';
	return looksLikeOwn(text) ? 'csv' : undefined;
}

const NAMES: { readonly [format in ListFormat]?: string } = {
	'ofac-sdn': 'OFAC specially designated nationals',
	'un-consolidated': 'United Nations Security Council consolidated list',
};

const titleOf = (format: ListFormat, file: string | undefined): string | undefined =>
	NAMES[format] ?? file?.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z]{1,5}$/, '');

const refusedBy = (refused: ListRefusal, sheet: ProblemSheet): ListReading => ({
	entries: [],
	problems: sheet.problems,
	problemCount: sheet.count,
	refused,
});

/**
 * Reads the files of one list.
 * @param format as the caller knows it; recognised by content where it is undefined.
 * @param files all files of the list; archives are opened.
 */
export function readList(
	format: ListFormat | undefined,
	files: readonly ListFile[],
	limits: ListLimits = DEFAULT_LIST_LIMITS,
): ListReading {
	const sheet = openProblemSheet(limits.maxProblems);
	const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
	if (bytes > limits.maxBytes)
		return refusedBy(
			{
				code: 'too-large',
				reason: `the files have ${bytes} bytes, and ${limits.maxBytes} are read at most`,
				remedy: 'Load the list in parts, or let the operator raise the limit.',
			},
			sheet,
		);
	const plain = unpackFiles(files, limits, sheet);
	const known = plain.map((file) => recogniseList(file.bytes.subarray(0, HEAD_BYTES)));
	const found = format === 'own' ? 'csv' : (format ?? known.find((each) => each !== undefined));
	if (found === undefined || plain.length === 0) return refusedBy(UNKNOWN, sheet);
	const mine = plain.filter((file, at) => {
		if (plain.length === 1 || known[at] === found) return true;
		sheet.add(
			file.name,
			'the file is of another kind than the rest of the list; it was left out',
			'Load it by itself.',
		);
		return false;
	});
	const { entries, publishedAt, refused } = readFiles(found, mine, limits, sheet);
	if (entries.length === 0)
		return refusedBy(
			refused ?? { ...UNKNOWN, code: 'unreadable', reason: 'not one entry could be read' },
			sheet,
		);
	const name = titleOf(found, mine[0]?.name);
	return {
		format: format ?? found,
		...(name === undefined ? {} : { name }),
		...(publishedAt === undefined ? {} : { publishedAt }),
		entries,
		problems: sheet.problems,
		problemCount: sheet.count,
	};
}

type FilesRead = { entries: readonly ListEntry[]; publishedAt?: string; refused?: ListRefusal };

function readFiles(
	format: ListFormat,
	files: readonly ListFile[],
	limits: ListLimits,
	sheet: ProblemSheet,
): FilesRead {
	switch (format) {
		case 'ofac-sdn':
			return { entries: readOfac(files, limits, sheet) };
		case 'un-consolidated': {
			const [first] = files;
			return first === undefined ? { entries: [] } : readUn(first.bytes, limits, sheet);
		}
		case 'follow-the-money':
			return { entries: files.flatMap((file) => readFtmBytes(file.bytes, limits, sheet)) };
		case 'csv':
		case 'own':
			return { entries: files.flatMap((file) => readOwn(file, limits, sheet)) };
	}
}

function readFtmBytes(bytes: Uint8Array, limits: ListLimits, sheet: ProblemSheet): ListEntry[] {
	const entries: ListEntry[] = [];
	const reader = openFtmReader(limits, sheet, (entry) => {
		entries.push(entry);
		return true;
	});
	for (const pass of ['gather', 'read'] as const) {
		const lines = openLines(limits.maxLineChars, takeLine(reader, pass, sheet));
		for (let at = 0; at < bytes.length && !lines.stopped; at += CHUNK_BYTES)
			lines.push(bytes.subarray(at, at + CHUNK_BYTES));
		lines.end();
	}
	reader.end();
	return entries;
}

function takeLine(
	reader: ReturnType<typeof openFtmReader>,
	pass: 'gather' | 'read',
	sheet: ProblemSheet,
): (line: string | undefined, number: number) => boolean {
	return (line, number) => {
		if (pass === 'gather') {
			if (line !== undefined) reader.gather(line, number);
			return true;
		}
		if (line !== undefined) return reader.read(line, number);
		sheet.add(`line ${number}`, 'the line is longer than a line may be', 'Load the file as it is published.');
		return true;
	};
}
