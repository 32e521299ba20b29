/**
 * The program as a user starts it: `npm start` in a process of its own, on four nodes; it builds the console where that is
 * missing or old. In: a data folder. Out: its address and sign-ins, and a way to stop it. For tests and pictures.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));
const DAY_MS = 86_400_000;
const STARTS_WITHIN_MS = 90_000;

export type Program = {
	url: string;
	/** Password by name of the user; the same at each node. */
	passwords: Readonly<Record<string, string>>;
	/** What it has said on standard error. */
	said(): string;
	/** Asks it to stop, as Ctrl-C does. @returns its exit status. */
	stop(): Promise<number | null>;
};

/** Passwords that the program keeps beside nodes of invented data. */
export const readSignIns = async (directory: string): Promise<Record<string, string>> =>
	JSON.parse(await readFile(join(directory, 'sign-ins.json'), 'utf8')) as Record<string, string>;

/** Lets the simulated border begin the day after tomorrow, so that nothing comes in but what a test sends. */
export async function quietBorder(directory: string): Promise<void> {
	await mkdir(directory, { recursive: true });
	const startDate = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
	await writeFile(join(directory, 'border.json'), JSON.stringify({ seed: 1, startDate, sent: 0 }));
}

export async function startProgram(directory: string): Promise<Program> {
	const child = spawn(process.execPath, [START, '--port', '0', '--data', directory], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	// Whoever started it may be killed; it must not stay behind.
	const abandon = () => child.kill('SIGKILL');
	process.once('exit', abandon);
	let output = '';
	let errors = '';
	const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
	void ended.then(() => process.off('exit', abandon));
	child.stderr.on('data', (chunk: Buffer) => {
		errors += chunk.toString('utf8');
	});
	const url = await new Promise<string>((resolve, reject) => {
		const failed = (why: string) => {
			child.kill('SIGKILL');
			reject(new Error(`The program did not start: ${why}\n${output}\n${errors}`));
		};
		const timer = setTimeout(() => failed('it took too long'), STARTS_WITHIN_MS);
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString('utf8');
			// The last line of what it shows: by then it listens, and the sign-ins are written.
			const address = /^Tidewaiter \S+: (\S+)$/m.exec(output)?.[1];
			if (address === undefined || !output.includes('All data here is invented')) return;
			clearTimeout(timer);
			resolve(address);
		});
		void ended.then((status) => failed(`it ended with ${status}`));
	});
	return {
		url,
		passwords: await readSignIns(directory),
		said: () => errors,
		stop: async () => {
			child.kill('SIGTERM');
			return ended;
		},
	};
}
