/**
 * Where resolution works: one at a time, in all processes of a node. Whoever has the desk reads what nobody changes
 * meanwhile, decides, and writes in one transaction.
 * The embedded database has one connection and one process: there, reading and deciding happen outside of the transaction, so
 * that records keep coming in. PostgreSQL holds an advisory lock for as long as the work lasts.
 */
import type { Database, Session } from '../../platform/database/port.ts';
import type { Reader } from '../store/mentions.ts';
import { lockResolution } from '../store/state.ts';

export type Desk = {
	readonly reader: Reader;
	/** All of it is kept, or nothing. Once for each time at the desk. */
	write<T>(work: (session: Session) => Promise<T>): Promise<T>;
};

export type DeskRoom = <T>(work: (desk: Desk) => Promise<T>) => Promise<T>;

export function openDeskRoom(database: Database): DeskRoom {
	let last: Promise<unknown> = Promise.resolve();
	const sit = async <T>(work: (desk: Desk) => Promise<T>): Promise<T> => {
		if (database.engine === 'pglite') return work({ reader: database.kysely, write: database.transact });
		return database.transact(async (session) => {
			await lockResolution(session);
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
