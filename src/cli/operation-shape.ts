/**
 * How an operation becomes a command: its words, its arguments, and how its answer is shown to people.
 */
import type { OperationId, OutputOf } from '../../contract/operations.ts';
import { type Column, counted, formatCount, formatTable } from './terminal.ts';

/** How a command shows the answer of its operation. */
export type Shape<K extends OperationId> = {
	/** Words of the command: `records list`. */
	words: readonly [string, string?];
	/** Members of the input that are arguments instead of options, in order. */
	positional?: readonly string[];
	/** True where the command gives a password, which it shows once: always, or when it is asked to. */
	password?: 'always' | 'when-asked';
	show: (output: OutputOf<K>) => string;
	example: string;
};

export type Page<T> = { items: T[]; next: string | null; total: number | null; totalIsLowerBound: boolean };

export const showPage =
	<T>(columns: readonly Column<T>[], noun: string) =>
	({ items, next, total, totalIsLowerBound }: Page<T>): string => {
		const of = total === null ? '' : ` of ${totalIsLowerBound ? 'at least ' : ''}${formatCount(total)}`;
		const more = next === null ? '' : `; --after ${next} shows more`;
		return `${formatTable(columns, items)}${counted(items.length, noun)}${of}${more}\n`;
	};

export type Shapes = { readonly [K in OperationId]?: Shape<K> };

/** A date and time without its fraction, in UTC as the answer has it. */
export const moment = (instant: string): string => instant.slice(0, 19).replace('T', ' ');
