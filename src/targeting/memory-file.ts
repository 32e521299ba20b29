/**
 * The snapshot of a memory as a file of the node: `memory.snapshot`, readable by its owner alone. It says how far in the
 * store it went, so that what came later can be told to it. Derived: whoever deletes it costs the node a replay.
 */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { createByteReader, createByteWriter } from './profile/snapshot-bytes.ts';

export type MemorySnapshot = {
	/** Highest identifier of a record that it has seen. */
	readonly position: string;
	/** Identifiers near the position that it has seen, where other processes may have stored some that it has not. */
	readonly near: readonly string[];
	/** What `Memory.save` gave. */
	readonly memory: Uint8Array;
};

/** "TWMF" in the byte order of the machine. */
const MARK = 0x464d5754;
const VERSION = 1;
const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const pathIn = (folder: string): string => join(folder, 'memory.snapshot');

/** Written beside, synced, then renamed: a crash leaves the one before. */
export async function writeMemoryFile(folder: string, snapshot: MemorySnapshot): Promise<void> {
	const head = [snapshot.position, ...snapshot.near].join(' ');
	const out = createByteWriter();
	out.number(MARK);
	out.number(VERSION);
	out.number(crc32(head));
	out.text(head);
	out.array(snapshot.memory);
	const half = `${pathIn(folder)}.${process.pid}`;
	try {
		const file = await open(half, 'w', 0o600);
		try {
			await file.writeFile(out.bytes());
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(half, pathIn(folder));
	} catch (error) {
		await rm(half, { force: true });
		throw error;
	}
}

/** @returns undefined where there is none, or none that can be read. */
export async function readMemoryFile(folder: string): Promise<MemorySnapshot | undefined> {
	const bytes = await readFile(pathIn(folder)).catch(() => undefined);
	if (bytes === undefined) return undefined;
	const reader = createByteReader(bytes);
	if (reader.number() !== MARK || reader.number() !== VERSION) return undefined;
	const sum = reader.number();
	const head = reader.text();
	const memory = reader.rest();
	const [position = '', ...near] = head.split(' ');
	if (!reader.atEnd || crc32(head) !== sum || ![position, ...near].every((id) => IDENTIFIER.test(id)))
		return undefined;
	return { position, near, memory };
}
