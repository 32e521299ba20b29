/**
 * `bench names --pairs CSV`: pairs of names labelled same or different (columns case_group, schema, name1, name2, is_match)
 * against the comparator, at the threshold fixed in its source. Quality over all pairs and by group; `nk` is F1 over the
 * groups that begin with nk_. microsPerPair is user CPU time of comparing prepared names, every name of the file against
 * many others, so that no pair comes twice in a pass.
 */
import { readFile } from 'node:fs/promises';
import { openRowSplitter } from '../src/intake/formats/csv/row-splitter.ts';
import { compareNames, SAME_NAME } from '../src/names/compare-names.ts';
import type { NameKind } from '../src/names/model.ts';
import { prepareName } from '../src/names/prepare-name.ts';

export type NamesGroup = { cases: number; precision: number; recall: number; f1: number };

export type NamesResult = NamesGroup & {
	threshold: number;
	nk: number;
	groups: { [group: string]: NamesGroup };
	microsPerPair: number;
	microsPerPrepare: number;
};

export type NamePair = {
	readonly group: string;
	readonly kind: NameKind;
	readonly left: string;
	readonly right: string;
	readonly isMatch: boolean;
};

const KINDS: { readonly [schema: string]: NameKind } = {
	Person: 'person',
	Company: 'organisation',
	Organization: 'organisation',
	LegalEntity: 'organisation',
	PublicBody: 'organisation',
	Vessel: 'vessel',
};

/** Reads labelled pairs; rows without both names are left out. */
export function parseNamePairs(text: string): NamePair[] {
	const rows: string[][] = [];
	const splitter = openRowSplitter({ delimiter: ',', newline: '\n', maxRowChars: 10_000 });
	const take = (row: { cells: string[] }) => rows.push(row.cells);
	splitter.push(text, take);
	splitter.end(take);
	const header = rows.shift() ?? [];
	const cell = (row: readonly string[], column: string): string => row[header.indexOf(column)]?.trim() ?? '';
	return rows
		.map((row) => ({
			group: cell(row, 'case_group'),
			kind: KINDS[cell(row, 'schema')] ?? ('object' as const),
			left: cell(row, 'name1'),
			right: cell(row, 'name2'),
			isMatch: cell(row, 'is_match').toLowerCase() === 'true',
		}))
		.filter(({ left, right }) => left !== '' && right !== '');
}

/** @param args.pairs path of the CSV file. */
export async function run(args: { pairs: string }, progress: (line: string) => void): Promise<NamesResult> {
	const pairs = parseNamePairs(await readFile(args.pairs, 'utf8'));
	const prepared = pairs.map(({ left, right, kind }) => ({
		left: prepareName(left, kind),
		right: prepareName(right, kind),
	}));
	const verdicts = prepared.map(({ left, right }) => compareNames(left, right) >= SAME_NAME);
	const names = [...new Set(pairs.map(({ group }) => group))].sort();
	const within = (wanted: (group: string) => boolean): NamesGroup =>
		qualityOf(
			pairs.map((pair, at) => ({ pair, isSaid: verdicts[at]! })).filter(({ pair }) => wanted(pair.group)),
		);
	for (const [at, { left, right, isMatch, group }] of pairs.entries())
		if (verdicts[at] !== isMatch)
			progress(`${group}: ${isMatch ? 'missed' : 'wrongly found'}: ${left} | ${right}`);
	const microsPerPrepare = timePrepare(pairs);
	const microsPerPair = timeCompare(prepared.flatMap(({ left, right }) => [left, right]));
	progress(`prepare ${microsPerPrepare} µs a name, compare ${microsPerPair} µs a pair`);
	return {
		...within(() => true),
		threshold: SAME_NAME,
		nk: within((group) => group.startsWith('nk_')).f1,
		groups: Object.fromEntries(names.map((name) => [name, within((group) => group === name)])),
		microsPerPair,
		microsPerPrepare,
	};
}

function qualityOf(cases: readonly { pair: NamePair; isSaid: boolean }[]): NamesGroup {
	const found = cases.filter(({ pair, isSaid }) => isSaid && pair.isMatch).length;
	const said = cases.filter(({ isSaid }) => isSaid).length;
	const true_ = cases.filter(({ pair }) => pair.isMatch).length;
	const round = (value: number) => Number(value.toFixed(4));
	return {
		cases: cases.length,
		precision: round(said === 0 ? 1 : found / said),
		recall: round(true_ === 0 ? 1 : found / true_),
		f1: round(said + true_ === 0 ? 1 : (2 * found) / (said + true_)),
	};
}

/** Names are written with a number that changes, so that no pass finds words that an earlier one left in memory. */
function timePrepare(pairs: readonly NamePair[]): number {
	const rounds = 8;
	const start = process.cpuUsage();
	for (let round = 0; round < rounds; round += 1)
		for (const { left, right, kind } of pairs) {
			prepareName(`${left}${'abcdefgh'[round]}`, kind);
			prepareName(`${right}${'abcdefgh'[round]}`, kind);
		}
	return microsSince(start, rounds * pairs.length * 2);
}

/** Labelled pairs are alike and cost the most; the rest is what retrieval would bring. Half of each. */
function timeCompare(names: readonly ReturnType<typeof prepareName>[]): number {
	const rounds = 60;
	let compared = 0;
	let sum = 0;
	const pass = (round: number) => {
		for (let at = 0; at < names.length; at += 2) {
			sum += compareNames(names[at]!, names[at + 1]!);
			sum += compareNames(names[at]!, names[(at + 2 * round + 3) % names.length]!);
			compared += 2;
		}
	};
	for (let round = 0; round < 10; round += 1) pass(round);
	compared = 0;
	const start = process.cpuUsage();
	for (let round = 0; round < rounds; round += 1) pass(round);
	return sum < 0 ? 0 : microsSince(start, compared);
}

const microsSince = (start: NodeJS.CpuUsage, count: number): number =>
	Number((process.cpuUsage(start).user / Math.max(1, count)).toFixed(2));
