/**
 * Runs the transcripts beside this file. A transcript is commands and what they print, as a person would see it:
 *   `$ tidewaiter …`  a command, inside a folder of the transcript's own; `verify` (the offline verifier), `cat`, `ls` and `put`
 *                     (copies a file) work too
 *   `! …`             a line on standard error; every other line is standard output
 *   `[exit 65]`       exit status, where it is not 0
 *   `<any>`           whatever stands there on the line: times, identifiers, secrets
 *   `<lines>`         any number of lines
 *   `{name}`          keeps the word that stands there; later commands and lines may use it. `{…Port}` is a port that is free
 *   `$ … &`           goes on beside what follows, once it says that it may be stopped; ended with the transcript, or by `stop`
 *   `-- name --`      begins a file of the folder; all files stand at the end
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const verifier = fileURLToPath(new URL('../../verifier/verify.js', import.meta.url));
/** How long what goes on beside a transcript may take until it is ready, in milliseconds. */
const READY_WITHIN_MS = 120_000;
const compiled = fileURLToPath(new URL('../../node_modules/.cache/tidewaiter/compiled', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'tidewaiter-scripts-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

type Step = { command: string; expected: string[] };
type Outcome = { stdout: string; stderr: string; status: number };

function parseTranscript(text: string): { steps: Step[]; files: Map<string, string> } {
	const [script = '', ...parts] = text.split(/^-- (.+) --\n/m);
	const files = new Map<string, string>();
	for (let index = 0; index < parts.length; index += 2) files.set(parts[index] ?? '', parts[index + 1] ?? '');
	const steps: Step[] = [];
	for (const line of script.split('\n')) {
		if (line.startsWith('# ')) continue;
		if (line.startsWith('$ ')) steps.push({ command: line.slice(2), expected: [] });
		else steps.at(-1)?.expected.push(line);
	}
	for (const step of steps) while (step.expected.at(-1) === '') step.expected.pop();
	return { steps, files };
}

/** Words of a command line; double quotes keep spaces. */
const wordsOf = (line: string): string[] =>
	[...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** Puts what was kept in the place of its name. */
const withNames = (text: string, captured: ReadonlyMap<string, string>): string =>
	text.replace(/\{\w+\}/g, (name) => captured.get(name) ?? name);

const environmentOf = (folder: string): NodeJS.ProcessEnv => ({
	// Compiled code is kept, as `npm start` does: it halves the processor time of a command.
	NODE_COMPILE_CACHE: compiled,
	...process.env,
	NO_COLOR: '1',
	DATABASE_URL: undefined,
	TIDEWAITER_DATA: join(folder, 'data'),
});

function run(command: string, folder: string, captured: ReadonlyMap<string, string>): Outcome {
	const [piped, line] = command.includes(' | ') ? command.split(' | ') : [undefined, command];
	const [program = '', ...given] = wordsOf(line ?? '');
	const words = given.map((word) => withNames(word, captured));
	const input = piped === undefined ? '' : readFileSync(join(folder, wordsOf(piped)[1] ?? ''));
	switch (program) {
		case 'tidewaiter':
		case 'verify': {
			const done = spawnSync(process.execPath, [program === 'verify' ? verifier : main, ...words], {
				cwd: folder,
				env: environmentOf(folder),
				input,
				encoding: 'utf8',
				timeout: 120_000,
			});
			return { stdout: done.stdout, stderr: done.stderr, status: done.status ?? -1 };
		}
		case 'cat':
			return { stdout: readFileSync(join(folder, words[0] ?? ''), 'utf8'), stderr: '', status: 0 };
		case 'ls':
			return {
				stdout: `${readdirSync(join(folder, words[0] ?? ''))
					.sort()
					.join('\n')}\n`,
				stderr: '',
				status: 0,
			};
		case 'put':
			mkdirSync(join(folder, dirname(words[1] ?? '')), { recursive: true });
			copyFileSync(join(folder, words[0] ?? ''), join(folder, words[1] ?? ''));
			return { stdout: '', stderr: '', status: 0 };
		default:
			throw new Error(`a transcript knows no command ${program}`);
	}
}

/** Begins what goes on beside the transcript. Resolves when it says that it may be stopped. */
async function begin(
	command: string,
	folder: string,
	captured: ReadonlyMap<string, string>,
): Promise<ChildProcess> {
	const words = wordsOf(command)
		.slice(1)
		.map((word) => withNames(word, captured));
	const child = spawn(process.execPath, [main, ...words], {
		cwd: folder,
		env: environmentOf(folder),
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	let said = '';
	await new Promise<void>((resolve, reject) => {
		const failed = (why: string): void => {
			child.kill('SIGKILL');
			reject(new Error(`${command}: ${why}\n${said}`));
		};
		const timer = setTimeout(() => failed('is not ready'), READY_WITHIN_MS);
		child.once('exit', (status) => failed(`ended with ${status}`));
		child.stderr.on('data', (part: Buffer) => {
			said += part.toString('utf8');
			if (!said.includes('Ctrl-C stops.')) return;
			clearTimeout(timer);
			resolve();
		});
	});
	return child;
}

const end = (child: ChildProcess): Promise<void> =>
	new Promise((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) return resolve();
		child.once('exit', () => resolve());
		child.kill('SIGTERM');
	});

/** A port that nobody listens on now. */
const freePort = (): Promise<string> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(String(typeof address === 'object' ? address?.port : '')));
		});
	});

/** The outcome in the words of a transcript: standard output, standard error, status. */
const transcriptOf = ({ stdout, stderr, status }: Outcome): string[] =>
	[
		...stdout.replace(/\n+$/, '').split('\n'),
		...stderr
			.split('\n')
			.filter(Boolean)
			.map((line) => `! ${line}`),
		...(status === 0 ? [] : [`[exit ${status}]`]),
	].filter((line, index, all) => !(line === '' && (index === 0 || all.length === 1)));

/** True where the lines are as expected. Words for new names are put into `captured`. */
function matches(
	expected: readonly string[],
	got: readonly string[],
	captured: Map<string, string>,
): boolean {
	const names: string[] = [];
	const pattern = expected
		.map((line) =>
			line === '<lines>'
				? '(?:.*\n)*?'
				: `${line
						.split(/(<any>|\{\w+\})/)
						.map((part) => {
							if (part === '<any>') return '.*?';
							const known = captured.get(part);
							if (known !== undefined) return known.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
							if (!/^\{\w+\}$/.test(part)) return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
							names.push(part);
							return '(\\S+?)';
						})
						.join('')}\n`,
		)
		.join('');
	const found = new RegExp(`^${pattern}$`).exec(got.map((line) => `${line}\n`).join(''));
	for (const [index, name] of names.entries()) {
		const value = found?.[index + 1];
		if (value !== undefined) captured.set(name, value);
	}
	return found !== null;
}

describe('transcripts', () => {
	for (const name of readdirSync(here).filter((file) => file.endsWith('.txt'))) {
		it(name, { timeout: 600_000 }, async () => {
			const text = readFileSync(join(here, name), 'utf8');
			const { steps, files } = parseTranscript(text);
			const folder = join(work, name.replace('.txt', ''));
			const captured = new Map<string, string>();
			for (const [port] of text.matchAll(/\{\w+Port\}/g))
				if (!captured.has(port)) captured.set(port, await freePort());
			for (const [path, content] of files) {
				mkdirSync(join(folder, dirname(path)), { recursive: true });
				writeFileSync(join(folder, path), content);
			}
			mkdirSync(folder, { recursive: true });
			const beside: ChildProcess[] = [];
			try {
				for (const { command, expected } of steps) {
					if (command.endsWith(' &')) {
						beside.push(await begin(command.slice(0, -2), folder, captured));
						continue;
					}
					if (command === 'stop') {
						const last = beside.pop();
						if (last !== undefined) await end(last);
						continue;
					}
					const got = transcriptOf(run(command, folder, captured)).map((line) =>
						line.replaceAll(folder, '.'),
					);
					if (!matches(expected, got, captured))
						expect([`$ ${command}`, ...got]).toEqual([`$ ${command}`, ...expected]);
				}
			} finally {
				await Promise.all(beside.map(end));
			}
		});
	}
});
