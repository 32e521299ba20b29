/**
 * `tidewaiter ingest`: files, folders and standard input into a node, several at a time, and a table of what became of
 * each. Exit status 0 when everything was accepted, 65 when anything was quarantined, 66 when a file could not be opened.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { errorTable, TidewaiterError } from '../../contract/errors.ts';
import type { SubmissionResult } from '../../contract/views.ts';
import { bytesOf, type Door, type DoorOptions, openDoor } from './door.ts';
import { type Column, counted, createProgress, formatCount, formatTable, tell, write } from './terminal.ts';

export type IngestOptions = DoorOptions & { json?: boolean; mapping?: string; name?: string };

/** `shown`: what tells the file apart for people, without the folders above the one that was named. */
type Input = { path: string; name: string; shown: string };
export type FileResult = { file: string; shown: string } & (
	| { result: SubmissionResult }
	| { failed: TidewaiterError }
);

/** Submissions under way at once: enough that the disk syncs for several together. */
const UNDER_WAY = 8;
/** Reasons shown for one file; the rest is counted, and in the quarantine. */
const MAX_REASONS = 3;

export async function runIngest(paths: readonly string[], options: IngestOptions): Promise<number> {
	const inputs = (await Promise.all(paths.map((path) => findFiles(path, options.name)))).flat();
	if (inputs.length === 0) {
		throw new TidewaiterError('not-found', `There is no file in ${paths.join(', ')}.`);
	}
	const started = performance.now();
	const door = await openDoor(options);
	try {
		const results = await sendAll(door, inputs, options);
		const seconds = (performance.now() - started) / 1_000;
		await write(options.json ? formatJson(results, seconds) : formatResults(results));
		if (!options.json) tell(summaryLine(results, seconds, door.name));
		return exitStatus(results);
	} finally {
		await door.close();
	}
}

/** Files of a path, sorted: the file itself, or all in a folder and its folders, but for hidden ones. */
async function findFiles(path: string, name: string | undefined): Promise<Input[]> {
	if (path === '-') return [{ path, name: name ?? 'standard-input', shown: path }];
	const found = await stat(path).catch((cause: unknown) => {
		throw new TidewaiterError('not-found', `There is no file or folder ${path}.`, { cause });
	});
	if (!found.isDirectory()) return [{ path, name: name ?? basename(path), shown: path }];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter(
			(file) =>
				!relative(path, file)
					.split(/[\\/]/)
					.some((part) => part.startsWith('.')),
		)
		.sort()
		.map((file) => {
			const inside = relative(path, file);
			return { path: file, name: inside, shown: join(basename(resolve(path)), inside) };
		});
}

async function sendAll(door: Door, inputs: readonly Input[], options: IngestOptions): Promise<FileResult[]> {
	const progress = createProgress();
	const results: FileResult[] = [];
	let next = 0;
	let done = 0;
	let records = 0;
	const sendNext = async (): Promise<void> => {
		for (let index = next++; index < inputs.length; index = next++) {
			const input = inputs[index];
			if (input === undefined) return;
			progress.show(
				`${formatCount(done)}/${formatCount(inputs.length)} files, ${counted(records, 'record')}, ${input.name}`,
			);
			const result = await send(door, input, options.mapping);
			results[index] = result;
			done += 1;
			if ('result' in result) records += result.result.records;
		}
	};
	await Promise.all(Array.from({ length: Math.min(UNDER_WAY, inputs.length) }, sendNext));
	progress.clear();
	return results;
}

/** Sends one file. What fails is told with the file, and the others go on. */
export async function send(door: Door, { path, name, shown }: Input, mapping?: string): Promise<FileResult> {
	try {
		const result = await door.submit(bytesOf(path), {
			name: name.slice(-400),
			...(mapping === undefined ? {} : { mapping }),
		});
		return { file: path, shown, result };
	} catch (error) {
		if (error instanceof TidewaiterError) return { file: path, shown, failed: error };
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code !== 'EACCES' && code !== 'EISDIR' && code !== 'ENOENT') throw error;
		return {
			file: path,
			shown,
			failed: new TidewaiterError('not-found', 'The file cannot be opened.', { cause: error }),
		};
	}
}

const columns: Column<FileResult>[] = [
	{ title: 'file', value: ({ shown }) => shown },
	{ title: 'format', value: (each) => ('result' in each ? each.result.format : null) },
	{ title: 'records', value: (each) => ('result' in each ? each.result.records : 0), align: 'right' },
	{ title: 'findings', value: (each) => ('result' in each ? findingsOf(each.result) : '–') },
	{ title: 'quarantined', value: (each) => quarantinedOf(each) },
];

const findingsOf = ({ findings: { error, warning, info } }: SubmissionResult): string => {
	const parts = [
		...(error > 0 ? [counted(error, 'error')] : []),
		...(warning > 0 ? [counted(warning, 'warning')] : []),
		...(info > 0 ? [`${formatCount(info)} info`] : []),
	];
	return parts.length === 0 ? '0' : parts.join(', ');
};

const quarantinedOf = (each: FileResult): string => {
	if ('failed' in each) return `not taken: ${each.failed.message}`;
	const { refusedCount, refused, known } = each.result;
	const before = known ? 'received before' : '';
	return refusedCount === 0 ? before || '0' : `${formatCount(refusedCount)}: ${refused[0]?.reason ?? ''}`;
};

/** The table, then the reasons in full with place and remedy. */
function formatResults(results: readonly FileResult[]): string {
	const reasons = results.flatMap((each) => {
		if ('failed' in each) {
			return [
				`${each.file}\n  ${each.failed.message}${each.failed.remedy === undefined ? '' : ` ${each.failed.remedy}`}`,
			];
		}
		const { refused, refusedCount } = each.result;
		if (refusedCount === 0) return [];
		const shown = refused.slice(0, MAX_REASONS);
		const more = refusedCount - shown.length;
		return [
			[
				each.shown,
				...shown.map(
					({ place, code, reason, remedy }) =>
						`  ${reason.startsWith(place) ? '' : `${place}: `}${reason} ${remedy} [${code}]`,
				),
				...(more > 0 ? [`  and ${formatCount(more)} more: tidewaiter quarantine list`] : []),
			].join('\n'),
		];
	});
	const table = formatTable(columns, results);
	return reasons.length === 0 ? table : `${table}\n${reasons.join('\n')}\n`;
}

const formatJson = (results: readonly FileResult[], seconds: number): string =>
	[
		...results.map((each) =>
			'result' in each
				? { file: each.file, ...each.result }
				: { file: each.file, status: 'failed', code: each.failed.code, reason: each.failed.message },
		),
		{ summary: { ...totalsOf(results), seconds: Number(seconds.toFixed(3)) } },
	]
		.map((line) => `${JSON.stringify(line)}\n`)
		.join('');

function totalsOf(results: readonly FileResult[]) {
	const read = results.flatMap((each) => ('result' in each ? [each.result] : []));
	const sum = (of: (result: SubmissionResult) => number): number =>
		read.reduce((total, each) => total + of(each), 0);
	return {
		files: results.length,
		accepted: read.filter(({ status }) => status === 'accepted').length,
		partial: read.filter(({ status }) => status === 'partial').length,
		quarantined: read.filter(({ status }) => status === 'quarantined').length,
		failed: results.length - read.length,
		records: sum(({ records }) => records),
		findings: sum(({ findings }) => findings.error + findings.warning + findings.info),
		bytes: sum(({ bytes }) => bytes),
	};
}

function summaryLine(results: readonly FileResult[], seconds: number, into: string): string {
	const { files, accepted, partial, quarantined, failed, records } = totalsOf(results);
	const parts = [
		`${formatCount(accepted)} accepted`,
		...(partial > 0 ? [`${formatCount(partial)} in part`] : []),
		...(quarantined > 0 ? [`${formatCount(quarantined)} quarantined`] : []),
		...(failed > 0 ? [`${formatCount(failed)} not taken`] : []),
	];
	return `${counted(files, 'file')}: ${parts.join(', ')}; ${counted(records, 'record')} in ${seconds.toFixed(1)} s into ${into}`;
}

function exitStatus(results: readonly FileResult[]): number {
	const failed = results.find((each) => 'failed' in each);
	if (failed !== undefined && 'failed' in failed) return errorTable[failed.failed.code].exit;
	return results.some((each) => 'result' in each && each.result.refusedCount > 0)
		? errorTable.unreadable.exit
		: 0;
}
