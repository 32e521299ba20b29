/**
 * Where resolution works: one at a time, in all processes of a node. Whoever has the desk reads what nobody changes
 * meanwhile, decides, and writes in one transaction.
 * The embedded database has one connection and one process: there, reading and deciding happen outside of the transaction, so
 * that records keep coming in. PostgreSQL holds an advisory lock for as long as the work lasts.
 */
import { sql } from 'kysely';
import type { Database, Session } from '../../platform/database/port.ts';
import type { Reader } from '../store/mentions.ts';

export type Desk = {
	readonly reader: Reader;
	/** All of it is kept, or nothing. Once for each time at the desk. */
	write<T>(work: (session: Session) => Promise<T>): Promise<T>;
};

export type DeskRoom = <T>(work: (desk: Desk) => Promise<T>) => Promise<T>;

/** Any number that only resolution locks. */
const RESOLUTION_LOCK = 7_423_005;

export function openDeskRoom(database: Database): DeskRoom {
	let last: Promise<unknown> = Promise.resolve();
	const sit = async <T>(work: (desk: Desk) => Promise<T>): Promise<T> => {
		if (database.engine === 'pglite') return work({ reader: database.kysely, write: database.transact });
		return database.transact(async (session) => {
			await sql`select pg_advisory_xact_lock(${RESOLUTION_LOCK}::bigint)`.execute(session.kysely);
			return work({ reader: session.kysely, write: (write) => write(session) });
		});
	};
	return (work) => {
		const turn = last.then(() => sit(work));
		// A failure belongs to whoever waits for it; the next one has the desk all the same.
		last = turn.catch(() => {});
		return turn;
	};
}
