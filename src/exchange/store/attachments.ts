/** SQL of attachments: what they are, sealed, and their chunks, sealed one by one. */
import { sql } from 'kysely';
import type { AttachmentTable } from '../../platform/tables-exchange.ts';
import type { Reading } from './messages.ts';

const MOST_OF_MESSAGE = 20;

export async function insertAttachment({ kysely }: Reading, attachment: AttachmentTable): Promise<void> {
	await kysely.insertInto('attachment').values(attachment).execute();
}

export const readAttachmentRow = ({ kysely }: Reading, id: string): Promise<AttachmentTable | undefined> =>
	kysely.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();

export const readAttachmentsOf = ({ kysely }: Reading, message: string): Promise<AttachmentTable[]> =>
	kysely
		.selectFrom('attachment')
		.selectAll()
		.where('message', '=', message)
		.orderBy('position')
		.limit(MOST_OF_MESSAGE)
		.execute();

/** @returns false where it went with another message meanwhile. */
export async function attach(
	{ kysely }: Reading,
	id: string,
	message: string,
	partner: string,
	position: number,
): Promise<boolean> {
	const { numUpdatedRows } = await kysely
		.updateTable('attachment')
		.set({ message, partner, position })
		.where('id', '=', id)
		.where('message', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Chunks are stored in order; the same again changes nothing. */
export async function insertChunk(
	{ kysely }: Reading,
	attachment: string,
	number: number,
	bytes: Uint8Array,
): Promise<void> {
	await kysely
		.insertInto('attachment_chunk')
		.values({ attachment, number, bytes })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await sql`update attachment set stored = ${number + 1} where id = ${attachment} and stored = ${number}`.execute(
		kysely,
	);
}

export async function describeAttachment(
	{ kysely }: Reading,
	id: string,
	description: Uint8Array,
	chunks: number,
): Promise<void> {
	await kysely.updateTable('attachment').set({ description, chunks }).where('id', '=', id).execute();
}

export async function readChunk(
	{ kysely }: Reading,
	attachment: string,
	number: number,
): Promise<Uint8Array | undefined> {
	const row = await kysely
		.selectFrom('attachment_chunk')
		.select('bytes')
		.where('attachment', '=', attachment)
		.where('number', '=', number)
		.executeTakeFirst();
	return row?.bytes;
}

/** Of a partner: sent with messages that it has, and not all of them confirmed. */
export const readUnpassed = (
	{ kysely }: Reading,
	partner: string,
	most: number,
): Promise<AttachmentTable[]> =>
	kysely
		.selectFrom('attachment')
		.innerJoin('message', 'message.id', 'attachment.message')
		.selectAll('attachment')
		.where('attachment.partner', '=', partner)
		.where('attachment.box', '=', 'out')
		.whereRef('attachment.passed', '<', 'attachment.chunks')
		.where('message.state', 'in', ['delivered', 'opened', 'answered'])
		.orderBy('attachment.id')
		.limit(most)
		.execute();

export async function notePassed({ kysely }: Reading, id: string, passed: number): Promise<void> {
	await kysely.updateTable('attachment').set({ passed }).where('id', '=', id).execute();
}

/** The chunks go, and the key with which they could be read. */
export async function destroyAttachments({ kysely }: Reading, message: string): Promise<void> {
	await sql`delete from attachment_chunk where attachment in (select id from attachment where message = ${message})`.execute(
		kysely,
	);
	await kysely
		.updateTable('attachment')
		.set({ description: null, passed: sql`chunks` })
		.where('message', '=', message)
		.execute();
}

export async function discardAttachment({ kysely }: Reading, id: string): Promise<void> {
	await kysely.deleteFrom('attachment_chunk').where('attachment', '=', id).execute();
	await kysely.deleteFrom('attachment').where('id', '=', id).where('message', 'is', null).execute();
}

/** Left by somebody, and gone with no message. */
export async function readLoose({ kysely }: Reading, before: Date, most: number): Promise<string[]> {
	const rows = await kysely
		.selectFrom('attachment')
		.select('id')
		.where('message', 'is', null)
		.where('at', '<', before)
		.orderBy('at')
		.limit(most)
		.execute();
	return rows.map(({ id }) => id);
}
