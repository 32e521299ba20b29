/**
 * Runs the transcripts beside this file. A transcript is commands and what they print, as a person would see it:
 *   `$ tidewaiter …`  a command; `cat`, `ls` and `put` (copies a file) work too, inside a folder of the transcript's own
 *   `! …`             a line on standard error; every other line is standard output
 *   `[exit 65]`       exit status, where it is not 0
 *   `<any>`           whatever stands there on the line: times, identifiers, secrets
 *   `<lines>`         any number of lines
 *   `{name}`          keeps the word that stands there; later commands and lines may use it
 *   `-- name --`      begins a file of the folder; all files stand at the end
 */
import { spawnSync } from 'node:child_process';
import {
	copyFileSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
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

function run(command: string, folder: string, captured: ReadonlyMap<string, string>): Outcome {
	const [piped, line] = command.includes(' | ') ? command.split(' | ') : [undefined, command];
	const [program = '', ...given] = wordsOf(line ?? '');
	const words = given.map((word) => captured.get(word) ?? word);
	const input = piped === undefined ? '' : readFileSync(join(folder, wordsOf(piped)[1] ?? ''));
	switch (program) {
		case 'tidewaiter': {
			const environment = { ...process.env, NO_COLOR: '1', TIDEWAITER_DATA: '', DATABASE_URL: undefined };
			const done = spawnSync(process.execPath, [main, ...words], {
				cwd: folder,
				env: { ...environment, TIDEWAITER_DATA: join(folder, 'data') },
				input,
				encoding: 'utf8',
				timeout: 60_000,
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
		it(name, { timeout: 180_000 }, () => {
			const { steps, files } = parseTranscript(readFileSync(join(here, name), 'utf8'));
			const folder = join(work, name.replace('.txt', ''));
			const captured = new Map<string, string>();
			for (const [path, content] of files) {
				mkdirSync(join(folder, dirname(path)), { recursive: true });
				writeFileSync(join(folder, path), content);
			}
			mkdirSync(folder, { recursive: true });
			for (const { command, expected } of steps) {
				const got = transcriptOf(run(command, folder, captured)).map((line) => line.replaceAll(folder, '.'));
				if (!matches(expected, got, captured))
					expect([`$ ${command}`, ...got]).toEqual([`$ ${command}`, ...expected]);
			}
		});
	}
});
