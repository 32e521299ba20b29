/**
 * The bytes of a submission as they were received, for as long as they may be handed out.
 */
import { TidewaiterError } from '../../contract/errors.ts';
import type { InputOf } from '../../contract/operations.ts';
import type { Database } from '../platform/database/port.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { originalIsClosed } from './store/end.ts';
import { readSubmission } from './store/quarantine.ts';

/** Bytes that one reading of an original returns at most. */
const MAX_ORIGINAL_BYTES = 64 * 1024 ** 2;

/** @throws TidewaiterError `not-found` where it is not there or was destroyed, `not-permitted` where a record of it is masked. */
export async function readOriginal(
	database: Database,
	vault: Pick<Vault, 'read'>,
	{ submission, offset, length }: InputOf<'readOriginal'>,
): Promise<{ bytes: Uint8Array; total: number; name: string | null }> {
	const found = await readSubmission(database, submission);
	if (found === undefined) throw new TidewaiterError('not-found', `No submission ${submission}.`);
	const closed = await originalIsClosed(database, submission);
	if (closed === 'destroyed')
		throw new TidewaiterError('not-found', 'This original was destroyed at the end of its retention.');
	if (closed === 'masked')
		throw new TidewaiterError('not-permitted', 'Personal data of records of this original are masked.', {
			remedy: 'What is masked is not shown in another way; ask the data-protection officer.',
		});
	const wanted = Math.min(length ?? MAX_ORIGINAL_BYTES, MAX_ORIGINAL_BYTES);
	const chunks: Uint8Array[] = [];
	for await (const chunk of vault.read(
		{ pack: found.row.pack, offset: found.row.packOffset },
		offset,
		wanted,
	))
		chunks.push(chunk);
	return { bytes: Buffer.concat(chunks), total: found.row.bytes, name: found.row.name };
}
