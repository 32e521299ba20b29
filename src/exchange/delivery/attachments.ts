/**
 * Attachments: taken in and given out chunk by chunk, each sealed by itself under the key of its attachment, and taken to the partner
 * in order, after the message that they belong to. No attachment is ever whole in memory.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { TidewaiterError } from '../../../contract/errors.ts';
import {
	type Attachment,
	attachment as attachmentSchema,
	type MessageBody,
} from '../../../contract/exchange/message.ts';
import type { Session } from '../../platform/database/port.ts';
import type { AttachmentTable } from '../../platform/tables-exchange.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { CHUNK_BYTES, openChunk, sealChunk } from '../envelope/chunks.ts';
import type { Identity } from '../model.ts';
import {
	describeAttachment,
	discardAttachment,
	insertAttachment,
	insertChunk,
	readAttachmentRow,
	readAttachmentsOf,
	readChunk,
} from '../store/attachments.ts';
import type { MessageRow } from '../store/messages.ts';
import type { Delivery } from './model.ts';

const MOST_BYTES = 2 * 1024 ** 3;
const KEY_BYTES = 32;
/** Chunks that there can be while nobody knows how many there are. */
const UNKNOWN_CHUNKS = 2_048;

/** As it is shown: the key stays within the seals. */
export const withoutKey = ({ key: _key, ...shown }: Attachment): Attachment => shown;

export function describedBy(
	{ description }: Pick<AttachmentTable, 'description'>,
	identity: Pick<Identity, 'openAtRest'>,
): (Attachment & { key: string }) | undefined {
	const plain = description === null ? undefined : identity.openAtRest(description);
	if (plain === undefined) return undefined;
	const read = attachmentSchema
		.required({ key: true })
		.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
	return read.success ? read.data : undefined;
}

const sealDescription = (described: Attachment, identity: Pick<Identity, 'sealAtRest'>): Uint8Array =>
	identity.sealAtRest(Buffer.from(canonicalJson(described), 'utf8'));

/** Takes a file in, to go with a message that is sent later. @throws TidewaiterError `too-large`. */
export async function uploadAttachment(
	{ database, identity, clock, newId, randomBytes }: Delivery,
	{ name, mediaType }: { name: string; mediaType: string },
	bytes: AsyncIterable<Uint8Array>,
): Promise<Attachment> {
	const id = newId();
	const key = randomBytes(KEY_BYTES);
	const digest = createHash('sha256');
	let total = 0;
	let chunks = 0;
	const store = async (chunk: Uint8Array, isLast: boolean): Promise<void> => {
		await insertChunk(database, id, chunks, sealChunk(key, chunks, isLast, chunk));
		chunks += 1;
	};
	await insertAttachment(database, {
		id,
		message: null,
		box: 'out',
		partner: null,
		position: 0,
		description: null,
		chunks: UNKNOWN_CHUNKS,
		stored: 0,
		passed: 0,
		at: new Date(clock.now()),
	});
	try {
		const parts = inChunks(bytes);
		let held = await parts.next();
		for (;;) {
			const chunk: Uint8Array = held.done === true ? new Uint8Array() : held.value;
			total += chunk.length;
			if (total > MOST_BYTES)
				throw new TidewaiterError('too-large', `An attachment has at most ${MOST_BYTES} bytes.`);
			digest.update(chunk);
			const next = held.done === true ? held : await parts.next();
			await store(chunk, next.done === true);
			if (next.done === true) break;
			held = next;
		}
		const described = { id, name, mediaType, bytes: total, sha256: digest.digest('hex'), chunks };
		const sealed = sealDescription({ ...described, key: Buffer.from(key).toString('base64') }, identity);
		await describeAttachment(database, id, sealed, chunks);
		return described;
	} catch (error) {
		await discardAttachment(database, id);
		throw error;
	}
}

/** The same bytes in pieces of a chunk, the last one shorter. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const held = Buffer.alloc(CHUNK_BYTES);
	let length = 0;
	for await (const part of bytes)
		for (let from = 0; from < part.length; ) {
			const taken = Math.min(CHUNK_BYTES - length, part.length - from);
			held.set(part.subarray(from, from + taken), length);
			length += taken;
			from += taken;
			if (length === CHUNK_BYTES) {
				yield Uint8Array.from(held);
				length = 0;
			}
		}
	if (length > 0) yield Uint8Array.from(held.subarray(0, length));
}

/** Places for the chunks that will follow a message that came in. */
export async function expectAttachments(
	{ identity, clock }: Delivery,
	session: Session,
	row: MessageRow,
	body: MessageBody,
): Promise<void> {
	if (body.kind === 'control') return;
	for (const [position, described] of body.attachments.entries()) {
		// Another attachment has this identifier already: this one will never be complete.
		if (described.key === undefined || (await readAttachmentRow(session, described.id)) !== undefined)
			continue;
		await insertAttachment(session, {
			id: described.id,
			message: row.id,
			box: 'in',
			partner: row.partner,
			position,
			description: sealDescription(described, identity),
			chunks: described.chunks,
			stored: 0,
			passed: 0,
			at: new Date(clock.now()),
		});
	}
}

/** A part of an attachment of a message, at most a chunk long. */
export async function readAttachment(
	{ database, identity }: Delivery,
	input: { id: string; attachment: string; offset: number },
): Promise<{ bytes: Uint8Array; total: number; name: string }> {
	const row = await readAttachmentRow(database, input.attachment);
	const described = row?.message === input.id ? describedBy(row, identity) : undefined;
	if (row === undefined || described === undefined)
		throw new TidewaiterError('not-found', 'There is no such attachment, or it was deleted.');
	const number = Math.floor(input.offset / CHUNK_BYTES);
	const name = `${described.id}.bin`;
	if (input.offset >= described.bytes) return { bytes: new Uint8Array(), total: described.bytes, name };
	const sealed = await readChunk(database, row.id, number);
	if (sealed === undefined)
		throw new TidewaiterError('conflict', `${row.stored} of ${row.chunks} parts are here so far.`, {
			remedy: 'Wait until the sender has delivered the rest.',
		});
	const key = Buffer.from(described.key, 'base64');
	const chunk = openChunk(key, number, number === row.chunks - 1, sealed);
	if (chunk === undefined) throw new TidewaiterError('internal', 'A stored part does not open.');
	return { bytes: chunk.subarray(input.offset % CHUNK_BYTES), total: described.bytes, name };
}

const chunkHeader = z.strictObject({
	format: z.literal('tidewaiter-chunk'),
	formatVersion: z.literal(1),
	from: z.string().max(100),
	message: z.uuid(),
	attachment: z.uuid(),
	number: z.number().int().min(0).max(2_047),
});

const MOST_HEADER = 1_000;
const LINE_FEED = 0x0a;

/** A chunk as it goes over the wire: a line of JSON, and the sealed bytes. */
export const formatChunk = (
	header: Omit<z.infer<typeof chunkHeader>, 'format' | 'formatVersion'>,
	sealed: Uint8Array,
): Uint8Array =>
	Buffer.concat([
		Buffer.from(`${canonicalJson({ format: 'tidewaiter-chunk', formatVersion: 1, ...header })}\n`, 'utf8'),
		sealed,
	]);

function parseChunk(
	bytes: Uint8Array,
): { header: z.infer<typeof chunkHeader>; sealed: Uint8Array } | undefined {
	const end = bytes.subarray(0, MOST_HEADER).indexOf(LINE_FEED);
	if (end < 0) return undefined;
	try {
		const read = chunkHeader.safeParse(JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8')));
		return read.success ? { header: read.data, sealed: bytes.subarray(end + 1) } : undefined;
	} catch {
		return undefined;
	}
}

/** What the receiver of a chunk answers: how many it has without a gap; null where it wants none of it. */
export const chunkAnswer = z.strictObject({ stored: z.number().int().min(0).nullable() });
const answering = (stored: number | null): Uint8Array => Buffer.from(canonicalJson({ stored }), 'utf8');

/** A chunk that a partner brought: kept where it opens under the key of its attachment, and is the next one. */
export async function takeChunk(
	{ database, identity, turns }: Delivery,
	bytes: Uint8Array,
	shownBy: string | undefined,
): Promise<Uint8Array> {
	const chunk = parseChunk(bytes);
	if (chunk === undefined) return answering(null);
	const { header, sealed } = chunk;
	return turns.take(`chunks ${header.attachment}`, async () => {
		const row = await readAttachmentRow(database, header.attachment);
		const described = row === undefined ? undefined : describedBy(row, identity);
		if (row === undefined || described === undefined || row.box !== 'in') return answering(null);
		if (row.message !== header.message || row.partner !== header.from) return answering(null);
		if (shownBy !== undefined && shownBy !== row.partner) return answering(null);
		if (header.number !== row.stored) return answering(row.stored);
		const isLast = header.number === row.chunks - 1;
		const opened = openChunk(Buffer.from(described.key, 'base64'), header.number, isLast, sealed);
		const expected = isLast ? described.bytes - (row.chunks - 1) * CHUNK_BYTES : CHUNK_BYTES;
		if (opened === undefined || opened.length !== expected) return answering(null);
		await database.transact((session) => insertChunk(session, row.id, header.number, sealed));
		return answering(header.number + 1);
	});
}

/** Attachments of a message, and whether all of each is here. */
export async function attachmentsOf(
	{ database, identity }: Delivery,
	message: string,
): Promise<{ attachment: Attachment; complete: boolean }[]> {
	const rows = await readAttachmentsOf(database, message);
	return rows.flatMap((row) => {
		const described = describedBy(row, identity);
		return described === undefined
			? []
			: [{ attachment: withoutKey(described), complete: row.stored >= row.chunks }];
	});
}

/** Those that are to go with a message, with their keys. @throws TidewaiterError `not-found`. */
export async function attachmentsToSend(
	{ database, identity }: Delivery,
	wanted: readonly Attachment[],
): Promise<Attachment[]> {
	return Promise.all(
		wanted.map(async ({ id }) => {
			const row = await readAttachmentRow(database, id);
			const described = row === undefined || row.message !== null ? undefined : describedBy(row, identity);
			if (described !== undefined) return described;
			throw new TidewaiterError('not-found', `No attachment ${id} waits to be sent.`, {
				remedy: 'Upload it with "tidewaiter messages attach" and name it in the message.',
			});
		}),
	);
}
