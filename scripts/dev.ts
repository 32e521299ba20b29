/**
 * `npm run dev`: the console with reload, in front of a server on the four nodes of the simulated border. The server
 * starts again when a file of src/ or contract/ changes. Data stay in data/dev. Arguments: the port of the console.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer as createListener } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = join(root, 'data', 'dev');
const CONSOLE_PORT = 5173;

/** The server behind keeps its port over all its starts, so it is chosen once. */
function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const listener = createListener();
		listener.once('error', reject);
		listener.listen(0, 'localhost', () => {
			const address = listener.address();
			listener.close(() =>
				typeof address === 'object' && address !== null
					? resolve(address.port)
					: reject(new Error('no port is free')),
			);
		});
	});
}

function startServer(port: number, onStart: () => void): ChildProcess {
	const child = spawn(
		process.execPath,
		[
			'--watch',
			'--watch-preserve-output',
			...['src', 'contract', 'mappings'].map((folder) => `--watch-path=${join(root, folder)}`),
			join(root, 'src', 'cli', 'main.ts'),
			'start',
			'--port',
			String(port),
			'--data',
			data,
		],
		// What it says of itself is left out: its address is behind the console's.
		{ cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
	);
	child.stdout?.on('data', (chunk: Buffer) => {
		if (chunk.toString('utf8').includes('All data here is invented')) onStart();
	});
	return child;
}

const signIns = async (): Promise<string> =>
	Object.entries(JSON.parse(await readFile(join(data, 'sign-ins.json'), 'utf8')) as Record<string, string>)
		.map(([name, password]) => `  ${name.padEnd(14)} ${password}`)
		.join('\n');

const port = await freePort();
process.env['TIDEWAITER_API'] = `http://localhost:${port}`;
const vite = await createServer({
	configFile: join(root, 'console', 'vite.config.ts'),
	server: { port: Number(process.argv[2] ?? CONSOLE_PORT) },
	logLevel: 'warn',
	clearScreen: false,
});
await vite.listen();

let starts = 0;
const server = startServer(port, async () => {
	starts += 1;
	if (starts > 1) return process.stdout.write('The server has started again.\n');
	const address = vite.resolvedUrls?.local[0] ?? '';
	process.stdout.write(
		`Console: ${address}\nServer:  http://localhost:${port}\nData:    ${data}\n\nSign in at any node:\n${await signIns()}\n\nCtrl-C stops both.\n`,
	);
});
const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));

const stop = async (): Promise<void> => {
	server.kill('SIGTERM');
	await Promise.all([ended, vite.close()]);
	process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
void ended.then(stop);
