/**
 * A new PGlite cluster is a copy of a template. Making one (initdb in WebAssembly) takes 3 s and 700 MB; copying takes
 * 50 ms. The template is made once for each version of PGlite, by a process of its own, so that its memory is given back.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAKER = new URL('./make-template.ts', import.meta.url);

async function templateDirectory(): Promise<string> {
	const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
	const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
		version: string;
	};
	const beside = fileURLToPath(new URL('../../../node_modules/.cache/tidewaiter/', import.meta.url));
	const writable = await mkdir(beside, { recursive: true }).then(
		() => true,
		() => false,
	);
	return join(writable ? beside : join(tmpdir(), 'tidewaiter'), `pglite-${version}`);
}

const exists = (path: string): Promise<boolean> =>
	stat(path).then(
		() => true,
		() => false,
	);

/** Puts a new, empty cluster at `dataDir`; does nothing where there is one. */
export async function provideCluster(dataDir: string): Promise<void> {
	if (await exists(join(dataDir, 'PG_VERSION'))) return;
	const template = await templateDirectory();
	if (!(await exists(template))) await makeTemplate(template);
	const half = `${dataDir}.new-${randomUUID()}`;
	await mkdir(dirname(dataDir), { recursive: true });
	await cp(template, half, { recursive: true });
	// An empty folder that somebody made beforehand is in the way of the rename; anything else is not ours to remove.
	await rm(dataDir, { recursive: false, force: true }).catch(() => {});
	await rename(half, dataDir);
}

async function makeTemplate(template: string): Promise<void> {
	const half = `${template}.new-${randomUUID()}`;
	await mkdir(dirname(template), { recursive: true });
	await new Promise<void>((resolve, reject) => {
		const child = spawn(process.execPath, [fileURLToPath(MAKER), half], {
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		let said = '';
		child.stderr.on('data', (chunk: Buffer) => {
			said += chunk.toString('utf8');
		});
		child.on('error', reject);
		child.on('exit', (code) =>
			code === 0
				? resolve()
				: reject(new Error(`the template of the database could not be made: ${said.slice(-500)}`)),
		);
	});
	// Two processes may have made one at once; either will do.
	await rename(half, template).catch(() => rm(half, { recursive: true, force: true }));
}
