/**
 * `bench formats --dir DIR`: reads every file of a folder with the real readers and counts what became of it.
 * parsed: all of it was read; partial: some messages were refused; quarantined: nothing was read; crashed: a reader
 * threw, which is a bug. megabytesPerSecond is over all bytes, reading only, best of as many rounds as fit the time.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSubmission } from '../src/intake/formats/registry.ts';
import { DEFAULT_LIMITS, type Reading } from '../src/intake/model.ts';

export type FormatsResult = {
	files: number;
	parsed: number;
	partial: number;
	quarantined: number;
	crashed: number;
	records: number;
	megabytesPerSecond: number;
};

const CHUNK_BYTES = 64 * 1024;
/** Rounds go on for this long, so that a small folder is not measured on cold code. */
const MEASURE_MS = 3_000;

/**
 * @param args.dir folder with files of any format; its folders are read too.
 * @param progress one line for people, on standard error.
 */
export async function run(args: { dir: string }, progress: (line: string) => void): Promise<FormatsResult> {
	const paths = (await readdir(args.dir, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	const files = await Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
	const result: FormatsResult = {
		files: files.length,
		parsed: 0,
		partial: 0,
		quarantined: 0,
		crashed: 0,
		records: 0,
		megabytesPerSecond: 0,
	};
	for (const { path, bytes } of files) {
		try {
			const readings = read(bytes, path);
			const records = readings.filter((reading) => reading.outcome === 'record').length;
			const refused = readings.filter((reading) => reading.outcome === 'refused');
			result.records += records;
			if (records === 0) result.quarantined += 1;
			else if (refused.length > 0) result.partial += 1;
			else result.parsed += 1;
			for (const each of refused.slice(0, 3)) progress(`${path}: ${each.code}: ${each.reason}`);
		} catch (error) {
			result.crashed += 1;
			progress(`${path}: CRASHED: ${error instanceof Error ? error.stack : String(error)}`);
		}
	}
	result.megabytesPerSecond = Number(bestRate(files).toFixed(2));
	return result;
}

function read(bytes: Uint8Array, name: string): Reading[] {
	const reader = openSubmission({ limits: DEFAULT_LIMITS, now: () => performance.now(), name });
	const readings: Reading[] = [];
	for (let offset = 0; offset < bytes.byteLength; offset += CHUNK_BYTES)
		readings.push(...reader.push(bytes.subarray(offset, offset + CHUNK_BYTES)));
	readings.push(...reader.end());
	return readings;
}

function bestRate(files: readonly { path: string; bytes: Uint8Array }[]): number {
	const megabytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0) / 1e6;
	const until = performance.now() + MEASURE_MS;
	let best = 0;
	do {
		const start = performance.now();
		for (const { path, bytes } of files) {
			try {
				read(bytes, path);
			} catch {
				// Counted as crashed above; here only the time matters.
			}
		}
		best = Math.max(best, megabytes / ((performance.now() - start) / 1_000));
	} while (performance.now() < until);
	return best;
}
