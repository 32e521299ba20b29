/**
 * `tidewaiter watch FOLDER`: takes in files that are put into a folder, and moves each to done/ or failed/ with a
 * .result.json beside it. A file is taken when its size and time stand still over two looks, so that one that is still
 * being written waits; names that end in .part or begin with a dot are left alone until they are renamed.
 */
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Door } from './door.ts';
import { type FileResult, send } from './ingest.ts';
import { counted, tell } from './terminal.ts';

export type WatchOptions = {
	everyMs: number;
	/** Ends after the files that are there. */
	once: boolean;
	signal: AbortSignal;
	mapping?: string;
};

const WAITING = /(^\.)|(\.(part|partial|tmp|crdownload|filepart)$)/i;

/** @returns how many files were taken and how many of them failed. */
export async function watchFolder(
	door: Door,
	folder: string,
	options: WatchOptions,
): Promise<{ taken: number; failed: number }> {
	for (const name of ['done', 'failed']) await mkdir(join(folder, name), { recursive: true });
	const counts = { taken: 0, failed: 0 };
	let before = new Map<string, string>();
	while (!options.signal.aborted) {
		const now = await look(folder);
		const still = [...now].filter(([name, mark]) => before.get(name) === mark).map(([name]) => name);
		for (const name of still) {
			if (options.signal.aborted) break;
			const done = await take(door, folder, name, options.mapping);
			counts.taken += 1;
			counts.failed += done ? 0 : 1;
			now.delete(name);
		}
		before = now;
		if (options.once && now.size === 0) break;
		await sleep(options.everyMs, undefined, { signal: options.signal }).catch(() => {});
	}
	return counts;
}

/** Names of files that may be taken, each with its size and time. */
async function look(folder: string): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		if (!entry.isFile() || WAITING.test(entry.name)) continue;
		const state = await stat(join(folder, entry.name)).catch(() => undefined);
		if (state !== undefined) found.set(entry.name, `${state.size} ${state.mtimeMs}`);
	}
	return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The file is moved only after its submission is kept: a crash in between sends it again, which changes nothing. */
async function take(door: Door, folder: string, name: string, mapping: string | undefined): Promise<boolean> {
	const path = join(folder, name);
	const result = await send(door, { path, name, shown: name }, mapping);
	const done = 'result' in result && result.result.refusedCount === 0;
	const target = await freePath(join(folder, done ? 'done' : 'failed'), name);
	await writeFile(`${target}.result.json`, `${JSON.stringify(describe(result), null, '\t')}\n`);
	await rename(path, target);
	tell(
		`${name}: ${'result' in result ? `${result.result.status}, ${counted(result.result.records, 'record')}` : result.failed.message}`,
	);
	return done;
}

const describe = (result: FileResult): object =>
	'result' in result
		? result.result
		: {
				status: 'failed',
				code: result.failed.code,
				reason: result.failed.message,
				remedy: result.failed.remedy,
			};

/** A path that is not taken: `a.xml`, `a-2.xml`, `a-3.xml` … */
async function freePath(folder: string, name: string): Promise<string> {
	const ending = extname(name);
	for (let number = 1; ; number++) {
		const path = join(folder, number === 1 ? name : `${basename(name, ending)}-${number}${ending}`);
		const taken = await stat(path).then(
			() => true,
			() => false,
		);
		if (!taken) return path;
	}
}
