/**
 * Which entries of a pack are destroyed: a file of lines beside it, each with offset, end and SHA-256. A line is on the disk
 * before the first byte of the entry is overwritten, so that no half-written header is ever taken for the end of a pack.
 * A line that was torn by a crash says nothing; whoever asked for the destruction asks again.
 */
import { open, readFile } from 'node:fs/promises';

/** Where destroyed entries begin, and where they end. */
export type Destroyed = ReadonlyMap<number, number>;

const pathOf = (packPath: string): string => packPath.replace(/\.pack$/, '.destroyed');

export async function readDestroyed(packPath: string): Promise<Destroyed> {
	const text = await readFile(pathOf(packPath), 'utf8').catch(() => '');
	const entries = new Map<number, number>();
	for (const line of text.split('\n')) {
		const [, offset, end] = /^(\d{1,15}) (\d{1,15}) [0-9a-f]{64}$/.exec(line) ?? [];
		if (offset !== undefined && end !== undefined) entries.set(Number(offset), Number(end));
	}
	return entries;
}

/** Resolves when the line is on the disk. It begins with a line feed: what a crash tore before it stays a line of its own. */
export async function noteDestroyed(
	packPath: string,
	offset: number,
	end: number,
	sha256: string,
): Promise<void> {
	const handle = await open(pathOf(packPath), 'a');
	try {
		await handle.write(`\n${offset} ${end} ${sha256}\n`);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

const BLANKS = Buffer.alloc(1024 ** 2, ' ');

/** Overwrites bytes with blanks where they are, and waits for the disk. */
export async function overwrite(path: string, from: number, end: number): Promise<void> {
	const handle = await open(path, 'r+');
	try {
		for (let at = from; at < end; )
			at += (await handle.write(BLANKS, 0, Math.min(BLANKS.byteLength, end - at), at)).bytesWritten;
		await handle.datasync();
	} finally {
		await handle.close();
	}
}
