/**
 * The vault keeps every submission as received, before anything reads it. Append-only packs, synced to the disk before
 * `keep` resolves; writers that come together share one sync. What `keep` has resolved survives kill -9 and power cuts.
 * It trusts the file system's sync and nothing else: a torn tail is cut off at the next start, since it was never
 * acknowledged. It does not know what the bytes mean.
 */
import { createHash, type Hash, randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TidewaiterError } from '../../../contract/errors.ts';
import { noteDestroyed, overwrite, readDestroyed } from './destroyed.ts';
import { formatHeader, MAX_HEADER_BYTES, parseHeader, type VaultEntry } from './entry.ts';

/** Where the bytes of a submission are: pack and offset of the entry's header line. */
export type VaultPlace = { pack: string; offset: number };
export type Kept = { entry: VaultEntry; place: VaultPlace };
export type Incoming = Omit<VaultEntry, 'sha256' | 'bytes' | 'apart' | 'file'>;

export type Vault = {
	/**
	 * Keeps a stream of any length; holds at most `apartAbove` bytes of it in memory.
	 * @param isKnown asked with the SHA-256 before anything is written to a pack; what is known is not kept twice.
	 * @returns the entry; without a place where it was known. `bytes` is there when they fitted into memory.
	 * @throws TidewaiterError `too-large` when more than `maxBytes` come.
	 */
	keepStream(
		chunks: AsyncIterable<Uint8Array>,
		incoming: Incoming,
		maxBytes: number,
		isKnown: (sha256: string) => Promise<boolean>,
	): Promise<{ entry: VaultEntry; place?: VaultPlace; held?: Uint8Array[] }>;
	/** The bytes from `offset`, `length` of them, in chunks; all of them by default. */
	read(place: VaultPlace, offset?: number, length?: number): AsyncGenerator<Uint8Array>;
	/**
	 * Overwrites an entry where it is: header and bytes are blanks afterwards, in every copy that the file system does not keep
	 * by itself. Doing it twice changes nothing. @returns false where there is no such entry.
	 */
	destroy(place: VaultPlace, sha256: string): Promise<boolean>;
	/** Entries of packs that are not known to be settled: after a crash some of them may not be in the database. */
	unsettled(): AsyncGenerator<Kept>;
	/** Says that every entry of every closed pack is in the database, so that the next start need not look at them. */
	settle(): Promise<void>;
	close(): Promise<void>;
};

export type VaultOptions = {
	directory: string;
	/** Processes that share a vault have a writer name each, and write packs of their own. */
	writer?: string;
	maxPackBytes?: number;
	/** Submissions longer than this have a file of their own. */
	apartAbove?: number;
};

const READ_CHUNK = 1024 ** 2;

export async function openVault(options: VaultOptions): Promise<Vault> {
	const { directory, writer = 'main', maxPackBytes = 256 * 1024 ** 2, apartAbove = 8 * 1024 ** 2 } = options;
	const packName = (number: number): string => `${writer}-${String(number).padStart(10, '0')}`;
	const packs = join(directory, 'packs');
	const large = join(directory, 'large');
	const incomingDirectory = join(directory, 'incoming', writer);
	for (const each of [packs, large, incomingDirectory]) await mkdir(each, { recursive: true });
	// Half-received streams of a process that died: nobody was told that they were kept.
	for (const name of await readdir(incomingDirectory)) await rm(join(incomingDirectory, name));

	const packPath = (name: string): string => join(packs, `${name}.pack`);
	const largePath = (file: string): string => join(large, file.slice(0, 2), file);
	const settledPath = join(packs, `${writer}.settled`);
	const packNames = async (): Promise<string[]> =>
		(await readdir(packs))
			.filter((name) => name.startsWith(`${writer}-`) && name.endsWith('.pack'))
			.map((name) => name.slice(0, -5))
			.sort();

	const settledUpTo = await readFile(settledPath, 'utf8').catch(() => '');
	const existing = await packNames();
	const lastPack = existing.at(-1);
	if (lastPack !== undefined) await cutTornTail(packPath(lastPack));

	let current = lastPack ?? packName(1);
	let handle: FileHandle = await open(packPath(current), 'a+');
	let size = (await handle.stat()).size;
	await syncDirectory(packs);

	type Waiting = {
		buffers: Uint8Array[];
		bytes: number;
		resolve: (place: VaultPlace) => void;
		reject: (error: unknown) => void;
	};
	let queue: Waiting[] = [];
	let flushing: Promise<void> | undefined;

	/** Writes all that waits with one sync. A failed write leaves a torn tail, which is cut before the next. */
	const flush = async (): Promise<void> => {
		while (queue.length > 0) {
			const batch = queue;
			queue = [];
			try {
				if (size >= maxPackBytes) await nextPack();
				const start = size;
				const buffers = batch.flatMap((each) => each.buffers);
				const total = batch.reduce((sum, each) => sum + each.bytes, 0);
				await writeAll(handle, buffers, total);
				await handle.datasync();
				size = start + total;
				let offset = start;
				for (const each of batch) {
					each.resolve({ pack: current, offset });
					offset += each.bytes;
				}
			} catch (error) {
				const failure = diskFailure(error);
				for (const each of batch) each.reject(failure);
				await handle.truncate(size).catch(() => {});
			}
		}
	};

	const nextPack = async (): Promise<void> => {
		await handle.close();
		current = packName(Number(current.slice(writer.length + 1)) + 1);
		handle = await open(packPath(current), 'a+');
		size = 0;
		await syncDirectory(packs);
	};

	const append = (buffers: Uint8Array[]): Promise<VaultPlace> =>
		new Promise((resolve, reject) => {
			queue.push({
				buffers,
				bytes: buffers.reduce((sum, each) => sum + each.byteLength, 0),
				resolve,
				reject,
			});
			flushing ??= flush().finally(() => {
				flushing = undefined;
			});
		});

	const keepHashed = async (
		bytes: readonly Uint8Array[],
		length: number,
		sha256: string,
		incoming: Incoming,
	): Promise<Kept> => {
		const entry: VaultEntry = { sha256, bytes: length, ...incoming };
		return { entry, place: await append([formatHeader(entry), ...bytes, NEWLINE]) };
	};

	const keepApart = async (
		path: string,
		length: number,
		sha256: string,
		incoming: Incoming,
	): Promise<Kept> => {
		// A file of its own for every entry: the same bytes that come again are not those that are destroyed.
		const file = `${sha256}-${randomUUID().slice(0, 8)}`;
		const target = largePath(file);
		await mkdir(join(large, sha256.slice(0, 2)), { recursive: true });
		await rename(path, target);
		await syncDirectory(join(large, sha256.slice(0, 2)));
		const entry: VaultEntry = { sha256, bytes: length, ...incoming, apart: true, file };
		return { entry, place: await append([formatHeader(entry), NEWLINE]) };
	};

	const keepStream: Vault['keepStream'] = async (chunks, incoming, maxBytes, isKnown) => {
		const digest: Hash = createHash('sha256');
		const held: Uint8Array[] = [];
		const path = join(incomingDirectory, `${randomUUID()}.part`);
		let length = 0;
		let file: FileHandle | undefined;
		try {
			for await (const chunk of chunks) {
				length += chunk.byteLength;
				if (length > maxBytes) throw tooLarge(maxBytes);
				digest.update(chunk);
				if (file === undefined) held.push(chunk);
				if (file === undefined && length > apartAbove) {
					file = await open(path, 'w');
					for (const each of held.splice(0)) await file.write(each);
				} else if (file !== undefined) await file.write(chunk);
			}
			const sha256 = digest.digest('hex');
			if (await isKnown(sha256)) {
				await file?.close();
				await rm(path, { force: true });
				return { entry: { sha256, bytes: length, ...incoming } };
			}
			if (file === undefined) return { ...(await keepHashed(held, length, sha256, incoming)), held };
			await file.datasync();
			await file.close();
			return await keepApart(path, length, sha256, incoming);
		} catch (error) {
			await file?.close().catch(() => {});
			await rm(path, { force: true });
			throw error instanceof TidewaiterError ? error : diskFailure(error);
		}
	};

	return {
		keepStream,
		read: (place, offset = 0, length) =>
			readEntry(packPath(place.pack), place.offset, largePath, offset, length),
		destroy: (place, sha256) => destroyEntry(packPath(place.pack), place.offset, sha256, largePath),
		unsettled: async function* () {
			for (const name of await packNames()) {
				if (name <= settledUpTo) continue;
				for await (const { entry, place } of entriesOf(packPath(name), name)) yield { entry, place };
			}
		},
		settle: async () => {
			const closed = (await packNames()).filter((name) => name < current).at(-1);
			if (closed !== undefined && closed > settledUpTo) await writeFile(settledPath, closed);
		},
		close: async () => {
			while (flushing !== undefined) await flushing;
			await handle.close();
		},
	};
}

const NEWLINE = Buffer.from('\n');

async function writeAll(handle: FileHandle, buffers: Uint8Array[], total: number): Promise<void> {
	const { bytesWritten } = await handle.writev(buffers);
	if (bytesWritten === total) return;
	// A short write is rare (signal, nearly full disk): go on from where it stopped.
	const rest = Buffer.concat(buffers).subarray(bytesWritten);
	for (let done = 0; done < rest.byteLength; ) done += (await handle.write(rest, done)).bytesWritten;
}

async function syncDirectory(path: string): Promise<void> {
	const directory = await open(path, 'r').catch(() => undefined);
	// Windows cannot open a directory; its file system keeps names without being asked.
	await directory?.sync().catch(() => {});
	await directory?.close();
}

/** Walks the headers of a pack, past what is destroyed; stops at the first that is not whole. */
async function* entriesOf(path: string, pack: string): AsyncGenerator<Kept & { end: number }> {
	const destroyed = await readDestroyed(path);
	const handle = await open(path, 'r');
	try {
		const { size } = await handle.stat();
		let offset = 0;
		while (offset < size) {
			const next = destroyed.get(offset);
			if (next !== undefined) {
				offset = next;
				continue;
			}
			const header = await readHeader(handle, offset);
			if (header === undefined) return;
			const end = offset + header.bytes + (header.entry.apart ? 0 : header.entry.bytes) + 1;
			if (end > size) return;
			yield { entry: header.entry, place: { pack, offset }, end };
			offset = end;
		}
	} finally {
		await handle.close();
	}
}

async function readHeader(
	handle: FileHandle,
	offset: number,
): Promise<{ entry: VaultEntry; bytes: number } | undefined> {
	let buffer = Buffer.alloc(1_024);
	for (;;) {
		const { bytesRead } = await handle.read(buffer, 0, buffer.byteLength, offset);
		const end = buffer.subarray(0, bytesRead).indexOf(10);
		if (end >= 0) {
			const entry = parseHeader(buffer.toString('utf8', 0, end));
			return entry === undefined ? undefined : { entry, bytes: end + 1 };
		}
		if (bytesRead < buffer.byteLength || buffer.byteLength >= MAX_HEADER_BYTES) return undefined;
		buffer = Buffer.alloc(MAX_HEADER_BYTES);
	}
}

async function cutTornTail(path: string): Promise<void> {
	let end = 0;
	for await (const kept of entriesOf(path, '')) end = kept.end;
	// Destroyed entries are whole, and there may be nothing but these.
	for (const [from, to] of [...(await readDestroyed(path))].sort(([a], [b]) => a - b))
		if (from <= end) end = Math.max(end, to);
	if ((await stat(path)).size <= end) return;
	const handle = await open(path, 'r+');
	await handle.truncate(end);
	await handle.sync();
	await handle.close();
}

async function destroyEntry(
	path: string,
	offset: number,
	sha256: string,
	largePath: (file: string) => string,
): Promise<boolean> {
	let end = (await readDestroyed(path)).get(offset);
	if (end === undefined) {
		const pack = await open(path, 'r').catch(() => undefined);
		const header = await (pack === undefined ? undefined : readHeader(pack, offset));
		await pack?.close();
		if (header === undefined || header.entry.sha256 !== sha256) return false;
		const { apart, file = sha256, bytes } = header.entry;
		end = offset + header.bytes + (apart ? 0 : bytes) + 1;
		if (apart) {
			// Before the header is gone, which alone knows the name.
			await overwrite(largePath(file), 0, bytes).catch(ignoreMissing);
			await rm(largePath(file), { force: true });
		}
		await noteDestroyed(path, offset, end, sha256);
	}
	await overwrite(path, offset, end);
	return true;
}

function ignoreMissing(error: unknown): void {
	if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

async function* readEntry(
	path: string,
	at: number,
	largePath: (file: string) => string,
	offset: number,
	length: number | undefined,
): AsyncGenerator<Uint8Array> {
	const pack = await open(path, 'r');
	let handle = pack;
	try {
		const header = await readHeader(pack, at);
		if (header === undefined)
			throw new TidewaiterError('internal', `The vault has no entry at ${path}:${at}.`, {
				remedy: 'Restore the vault folder from its backup.',
			});
		let position = at + header.bytes;
		if (header.entry.apart) {
			handle = await open(largePath(header.entry.file ?? header.entry.sha256), 'r');
			position = 0;
		}
		const end = position + Math.min(header.entry.bytes, offset + (length ?? header.entry.bytes));
		position += Math.min(offset, header.entry.bytes);
		while (position < end) {
			const buffer = Buffer.allocUnsafe(Math.min(READ_CHUNK, end - position));
			const { bytesRead } = await handle.read(buffer, 0, buffer.byteLength, position);
			if (bytesRead === 0) return;
			position += bytesRead;
			yield buffer.subarray(0, bytesRead);
		}
	} finally {
		if (handle !== pack) await handle.close();
		await pack.close();
	}
}

function tooLarge(maxBytes: number): TidewaiterError {
	return new TidewaiterError(
		'too-large',
		`The submission is larger than ${maxBytes.toLocaleString('en')} bytes.`,
		{
			remedy: 'Split it, or raise the limit `maxBytes` of this node.',
		},
	);
}

function diskFailure(error: unknown): TidewaiterError {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code === 'ENOSPC' || code === 'EDQUOT')
		return new TidewaiterError(
			'storage-full',
			'The disk of the vault is full; the submission was not kept.',
			{
				remedy: 'Free space on the disk of the data folder, then send it again.',
				cause: error,
			},
		);
	return new TidewaiterError('internal', 'The submission could not be written to the vault.', {
		cause: error,
	});
}
