/**
 * What a CSV is, from its first 64 KiB: delimiter, line breaks, header, and the mapping whose columns it has.
 * Pure; a header that nobody knows is an answer too, with the reason.
 */
import type { Mapping } from '../../../../contract/mapping.ts';
import { isFlatHeader } from './flat-rows.ts';
import { columnKey, parseMapping, signatureMatches } from './mapping-check.ts';
import { openRowSplitter, plainCell, type SplitRow } from './row-splitter.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Bytes that are looked at before the encoding and the delimiter are decided. */
export const HEAD_BYTES = 64 * 1024;
export type Layout = {
	delimiter: string;
	header: string[];
	/** Rows before the first record, the header among them. */
	headerRows: number;
	mapping: Mapping | 'flat' | undefined;
};

/** Rows of the head with one delimiter; the last one may be cut. */
function headRows(head: string, delimiter: string, count: number): string[][] {
	const rows: string[][] = [];
	const splitter = openRowSplitter({ delimiter, newline: newlineOf(head), maxRowChars: HEAD_BYTES });
	const take = (row: SplitRow): void => {
		if (rows.length < count) rows.push(row.cells);
	};
	splitter.push(head, take);
	if (rows.length < count) splitter.end(take);
	return rows;
}

/** The line break of a text. */
export const newlineOf = (head: string): '\n' | '\r' =>
	!head.includes('\n') && head.includes('\r') ? '\r' : '\n';

/** Finds header, delimiter and mapping. The mapping whose signature has the most columns wins. */
export function layoutOf(head: string, candidates: readonly Mapping[], forced: boolean): Layout {
	const told = /^sep=(.)\r?\n/.exec(head)?.[1];
	const skipTold = told === undefined ? 0 : 1;
	let best: Layout | undefined;
	let bestScore = -1;
	for (const delimiter of told === undefined ? DELIMITERS : [told]) {
		const rows = headRows(head, delimiter, 102);
		const first = rows[skipTold] ?? [];
		const consider = (layout: Layout, score: number): void => {
			if (score > bestScore) {
				best = layout;
				bestScore = score;
			}
		};
		if (isFlatHeader(first))
			consider({ delimiter, header: first, headerRows: skipTold + 1, mapping: 'flat' }, 10_000);
		for (const mapping of candidates) {
			if (mapping.delimiter !== 'detect' && mapping.delimiter !== delimiter) continue;
			const header = rows[skipTold + mapping.skipLines] ?? [];
			const layout = { delimiter, header, headerRows: skipTold + mapping.skipLines + 1, mapping };
			if (signatureMatches(mapping, header)) consider(layout, 1_000 + mapping.signature.length);
			else if (forced) consider({ ...layout, mapping: undefined }, header.length / 1_000);
		}
		consider(
			{ delimiter, header: first, headerRows: skipTold + 1, mapping: undefined },
			first.length / 1_000,
		);
	}
	return best ?? { delimiter: ',', header: [], headerRows: 1, mapping: undefined };
}

export type Candidates = { mappings: readonly Mapping[]; forced: boolean } | { problem: string };

/** The mappings that may apply: the one that the caller names or gives, or those given and those built in. */
export function candidatesOf(given: unknown, builtIn: readonly Mapping[]): Candidates {
	if (given === undefined) return { mappings: builtIn, forced: false };
	if (typeof given === 'string') {
		const named = builtIn.find((mapping) => mapping.id === given);
		return named === undefined
			? { problem: `there is no mapping "${given.slice(0, 64)}"` }
			: { mappings: [named], forced: true };
	}
	const mappings: Mapping[] = [];
	for (const value of Array.isArray(given) ? given : [given]) {
		const checked = parseMapping(value);
		if ('problem' in checked) return { problem: `the mapping cannot be used: ${checked.problem}` };
		mappings.push(checked.mapping);
	}
	return Array.isArray(given)
		? { mappings: [...mappings, ...builtIn], forced: false }
		: { mappings, forced: true };
}

/** Code, reason and remedy of a refusal. */
export type Told = [code: string, reason: string, remedy: string];

/** Why no mapping was found. */
export function unmapped(
	header: readonly string[],
	candidates: { mappings: readonly Mapping[]; forced: boolean },
): Told {
	const columns = header
		.slice(0, 12)
		.map((name) => JSON.stringify(plainCell(name).slice(0, 40)))
		.join(', ');
	const [only] = candidates.mappings;
	if (candidates.forced && only !== undefined) {
		const present = new Set(header.map(columnKey));
		const missing = only.signature.filter((name) => !present.has(columnKey(name)));
		return [
			'csv.header',
			`the header lacks ${missing.map((name) => JSON.stringify(name)).join(', ')} of the mapping "${only.id}"; it has ${columns}`,
			'Choose another mapping, or correct the header.',
		];
	}
	return [
		'csv.no-mapping',
		`no mapping knows these columns: ${columns}${header.length > 12 ? ` and ${header.length - 12} more` : ''}`,
		'Give a mapping file for these columns; docs/formats/json-csv.md says how to write one.',
	];
}

/** True where the first rows have the same number of cells, two at least. */
export function looksLikeTable(head: string): boolean {
	if (/^\s*[<{[]/.test(head) || /^(UNA|UNB)/.test(head)) return false;
	return DELIMITERS.some((delimiter) => {
		const rows = headRows(head, delimiter, 4).filter((row) => row.length > 1 || row[0] !== '');
		const width = rows[0]?.length ?? 0;
		return rows.length > 1 && width > 1 && rows.slice(0, 3).every((row) => row.length === width);
	});
}
