/**
 * Rates by group as CSV: one row for each group of each dimension and way of selecting. Cells are safe: no spreadsheet
 * takes the name of a group for a formula. Empty cells are unknown.
 */
import type { Fairness, FairnessGroup, Rate } from '../../../contract/views-targeting.ts';
import { safeCell } from '../../intake/formats/csv/row-splitter.ts';
import type { Ratio } from '../../values/proportion.ts';

const figure = (value: number | null | undefined): string =>
	value === null || value === undefined ? '' : String(Math.round(value * 1e6) / 1e6);

const rateCells = ({ count, of, rate, low, high }: Rate): string[] =>
	rate === null
		? [String(count), String(of), '', '', '']
		: [String(count), String(of), ...[rate, low, high].map(figure)];
const ratioCells = (ratio: Ratio | null): string[] => [ratio?.ratio, ratio?.low, ratio?.high].map(figure);

const rateTitles = (name: string, count: string, of: string): string[] => [
	count,
	of,
	`${name}_rate`,
	`${name}_low`,
	`${name}_high`,
];
const ratioTitles = (name: string): string[] => [`${name}_ratio`, `${name}_ratio_low`, `${name}_ratio_high`];

const row = (cells: readonly string[]): string => `${cells.map((cell) => safeCell(cell, ',')).join(',')}\n`;

/** Titles of the columns. Intervals are at 95 %. */
export const FAIRNESS_HEAD = row([
	'from',
	'until',
	'by',
	'dimension',
	'group',
	...rateTitles('selection', 'selected', 'assessed'),
	...rateTitles('finding', 'found', 'inspected'),
	...rateTitles('false_alarm', 'nothing_found', 'inspected_for_false_alarm'),
	...ratioTitles('selection'),
	...ratioTitles('finding'),
	'flag',
]);

export const formatFairnessRows = ({ from, until, by, dimension, groups }: Omit<Fairness, 'flags'>): string =>
	groups.map((each) => row([from, until, by, dimension, ...groupCells(each)])).join('');

const groupCells = (each: FairnessGroup): string[] => [
	each.group,
	...rateCells(each.selection),
	...rateCells(each.finding),
	...rateCells(each.falseAlarm),
	...ratioCells(each.selectionRatio),
	...ratioCells(each.findingRatio),
	each.flag ?? '',
];
