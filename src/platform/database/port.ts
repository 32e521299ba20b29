/**
 * The database port: one dialect (PostgreSQL), two engines (PGlite in a worker thread, PostgreSQL over the wire).
 * Rows come back the same from both: int8 as number, timestamptz as Date, date and numeric as text, bytea as bytes.
 * Only store.ts files and the platform may hold a Session.
 */
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** One connection, inside a transaction for `transact`, outside of one for `read`. */
export type Session = {
	readonly kysely: Kysely<Tables>;
	/**
	 * COPY … FROM STDIN in text format: several times faster than INSERT for the rows of a batch.
	 * @param table and columns are names from this code base, never from input.
	 * @param lines rows made by `copyLine`, each ending in a line feed.
	 */
	copyInto(table: keyof Tables & string, columns: readonly string[], lines: string): Promise<void>;
	/** Several statements without parameters, inside the transaction. */
	script(sql: string): Promise<void>;
};

/** Writes something more into the transaction of a change, as its last statement: the change is kept with it, or not at all. */
export type WithinTransaction = (session: Session) => Promise<unknown>;

export type Database = {
	readonly engine: 'pglite' | 'postgres';
	/** For reading, and for single statements that are a transaction by themselves. */
	readonly kysely: Kysely<Tables>;
	/** Runs `work` in one transaction: all of it is kept, or nothing is. */
	transact<T>(work: (session: Session) => Promise<T>): Promise<T>;
	/** Runs a script of several statements without parameters: migrations and maintenance. */
	script(sql: string): Promise<void>;
	/** Resident memory of the engine inside this process, in bytes; 0 where it runs elsewhere. */
	close(): Promise<void>;
};

/** What an engine offers to `assemble`; the shape that Kysely's PostgreSQL dialect asks of a pool's client. */
export type EngineClient = {
	query(
		sql: string,
		parameters: readonly unknown[],
	): Promise<{ command: string; rowCount: number; rows: unknown[] }>;
	copyInto(statement: string, lines: string): Promise<void>;
	script(sql: string): Promise<void>;
	release(): void;
};

export type Engine = {
	readonly name: 'pglite' | 'postgres';
	connect(): Promise<EngineClient>;
	end(): Promise<void>;
};

const SPECIAL = /[\\\t\n\r\0]/;
const UNSAFE = /[\\\t\n\r]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * One row in COPY text format (PostgreSQL documentation, COPY, "Text Format"). null becomes \N.
 * NUL, which PostgreSQL cannot store in text, becomes U+FFFD.
 */
export function copyLine(values: readonly (string | number | boolean | null)[]): string {
	let line = '';
	for (let index = 0; index < values.length; index++) {
		const value = values[index];
		if (index > 0) line += '\t';
		if (value === null || value === undefined) line += '\\N';
		else if (typeof value === 'string') line += copyText(value);
		else line += String(value);
	}
	return `${line}\n`;
}

function copyText(value: string): string {
	// Nearly every value is plain, and a test is much cheaper than a replacement that finds nothing.
	if (!SPECIAL.test(value)) return value;
	const text = value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
	return text.replace(UNSAFE, (character) => ESCAPES[character] ?? character);
}
