/**
 * `tidewaiter lists load` and `tidewaiter screen`: commands that read files, with progress on standard error.
 */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { zipSync } from 'fflate';
import { TidewaiterError } from '../../contract/errors.ts';
import { type InputOf, operations } from '../../contract/operations.ts';
import type { ListLoaded } from '../../contract/views-screening.ts';
import { bytesOf, type Door, type DoorOptions } from './door.ts';
import { inputOf } from './operation-commands.ts';
import { showScreened } from './screening-shapes.ts';
import { counted, createProgress, formatCount, tell, write } from './terminal.ts';

/** Problems of a load that are shown; the rest is counted, and `--json` names up to 200. */
const MAX_PROBLEMS = 10;

type LoadOptions = DoorOptions & { json?: boolean; format?: string; name?: string; stage?: boolean };

/**
 * Loads a file, or the files of a folder as one list.
 * @param list identifier of the list; a new one is made where there is none.
 */
export async function runListsLoad(
	door: Door,
	list: string,
	paths: readonly string[],
	options: LoadOptions,
): Promise<void> {
	const progress = createProgress();
	const { file, bytes } = await sourceOf(paths);
	const loaded: ListLoaded = await door.call(
		'loadList',
		{
			list,
			file,
			activate: String(options.stage !== true),
			...(options.format === undefined ? {} : { format: options.format }),
			...(options.name === undefined ? {} : { name: options.name }),
		},
		counting(bytes, (read) => progress.show(`${file}: ${formatCount(Math.round(read / 1024))} KiB`)),
	);
	progress.clear();
	await write(options.json ? `${JSON.stringify(loaded)}\n` : showLoaded(loaded));
}

function showLoaded({ list, version, known, problems }: ListLoaded): string {
	const { entries, added, changed, removed, state } = version;
	const told = known
		? `${list}: this is version ${version.version} already; nothing changed.\n`
		: `${list} version ${version.version}, ${state}: ${formatCount(entries)} entries (${formatCount(added)} added, ${formatCount(changed)} changed, ${formatCount(removed)} removed)\n`;
	const shown = problems
		.slice(0, MAX_PROBLEMS)
		.map(({ place, reason, remedy }) => `  ${place}: ${reason} ${remedy}\n`);
	const more = version.problems - shown.length;
	return `${told}${shown.join('')}${more > 0 ? `  … and ${counted(more, 'problem')} more\n` : ''}${
		state === 'staged'
			? `"tidewaiter lists preview ${list}" shows what it would raise; "tidewaiter lists activate ${list} ${version.version}" uses it.\n`
			: ''
	}`;
}

/** One file as it is; several, or those of a folder, as one archive. */
async function sourceOf(
	paths: readonly string[],
): Promise<{ file: string; bytes: AsyncIterable<Uint8Array> }> {
	const [only] = paths;
	if (only === undefined) throw new TidewaiterError('usage', 'Say which file or folder to load.');
	if (paths.length === 1) {
		if (only === '-') return { file: 'standard-input', bytes: bytesOf('-') };
		const found = await stat(only).catch((cause: unknown) => {
			throw new TidewaiterError('not-found', `There is no file or folder ${only}.`, { cause });
		});
		if (!found.isDirectory()) return { file: basename(only), bytes: createReadStream(only) };
	}
	const files = paths.length > 1 ? [...paths] : (await readdir(only)).map((name) => join(only, name));
	const wanted = files.filter((path) => /^\.(csv|xml|json|jsonl|txt|zip)$/i.test(extname(path)));
	if (wanted.length === 0) throw new TidewaiterError('not-found', `${only} holds no file of a list.`);
	const archive = zipSync(
		Object.fromEntries(
			await Promise.all(wanted.map(async (path) => [basename(path), await readFile(path)] as const)),
		),
		{ level: 1 },
	);
	return {
		file: `${basename(only)}.zip`,
		bytes: (async function* () {
			yield archive;
		})(),
	};
}

async function* counting(
	bytes: AsyncIterable<Uint8Array>,
	seen: (total: number) => void,
): AsyncGenerator<Uint8Array> {
	let total = 0;
	for await (const chunk of bytes) {
		total += chunk.byteLength;
		seen(total);
		yield chunk;
	}
}

export type ScreenOptions = DoorOptions & { json?: boolean; csv?: string; out?: string } & Record<
		string,
		unknown
	>;

/** One question, or every row of a CSV file. */
export async function runScreen(
	door: Door,
	name: string | undefined,
	options: ScreenOptions,
	writeTo: (out: string | undefined, chunks: AsyncIterable<Uint8Array | string>) => Promise<void>,
): Promise<void> {
	if (options.csv !== undefined) return screenFile(door, options.csv, options, writeTo);
	const input = { ...inputOf(operations.screen, options), ...(name === undefined ? {} : { name }) };
	if (name === undefined && options['identifier'] === undefined && options['address'] === undefined)
		throw new TidewaiterError('usage', 'Say a name, or give --identifier, --address or --csv.');
	const answer = await door.call('screen', input);
	await write(options.json ? `${JSON.stringify(answer)}\n` : showScreened(answer));
}

async function screenFile(
	door: Door,
	path: string,
	options: ScreenOptions,
	writeTo: (out: string | undefined, chunks: AsyncIterable<Uint8Array | string>) => Promise<void>,
): Promise<void> {
	const progress = createProgress();
	const started = performance.now();
	let rows = 0;
	const lines = async function* (): AsyncGenerator<Uint8Array> {
		for await (const chunk of bytesOf(path)) {
			for (const byte of chunk) if (byte === 10) rows += 1;
			progress.show(`${formatCount(rows)} rows`);
			yield chunk;
		}
	};
	const input: Partial<InputOf<'screenBatch'>> = inputOf(operations.screenBatch, options);
	const chunks = await door.read(
		'screenBatch',
		{ ...input, answer: options.json ? 'json-lines' : 'csv' },
		lines(),
	);
	await writeTo(options.out, chunks);
	progress.clear();
	const seconds = (performance.now() - started) / 1_000;
	tell(`${counted(rows, 'line')} in ${seconds.toFixed(1)} s`);
}
