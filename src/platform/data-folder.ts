/**
 * The folder of a node: database/, vault/, lists/. One process at a time owns it; the lock names the owner, so that a
 * second one can say who it is instead of damaging anything.
 */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TidewaiterError } from '../../contract/errors.ts';

export type DataFolder = {
	path: string;
	database: string;
	vault: string;
	lists: string;
	release(): Promise<void>;
};

/**
 * Takes possession of a data folder; makes it where it is missing.
 * @throws TidewaiterError `conflict` when a living process owns it.
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
	await mkdir(path, { recursive: true, mode: 0o700 });
	const lock = join(path, 'owner');
	await takeLock(lock, path);
	return {
		path,
		database: join(path, 'database'),
		vault: join(path, 'vault'),
		lists: join(path, 'lists'),
		release: () => rm(lock, { force: true }),
	};
}

async function takeLock(lock: string, path: string): Promise<void> {
	for (let attempt = 0; attempt < 2; attempt++) {
		try {
			const handle = await open(lock, 'wx');
			await handle.writeFile(`${process.pid} ${await startOf(process.pid)}`);
			await handle.close();
			return;
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
			const [pid = '', start = ''] = (await readFile(lock, 'utf8').catch(() => '')).split(' ');
			const owner = Number(pid);
			if (isAlive(owner) && owner !== process.pid && (await startOf(owner)) === start)
				throw new TidewaiterError('conflict', `The data folder ${path} is in use by process ${owner}.`, {
					remedy: 'Stop that process, or send to it over HTTP (--url http://localhost:8080 --key …).',
				});
			// Left over from a process that was killed.
			await rm(lock, { force: true });
		}
	}
	throw new TidewaiterError('conflict', `The data folder ${path} is being opened by another process.`, {
		remedy: 'Try again in a moment.',
	});
}

function isAlive(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/**
 * When a process was started, as the system counts it; "" where it does not tell, "gone" for one that is dead and not yet
 * collected by its parent. Tells an owner from a stranger who was given the same number after it.
 */
async function startOf(pid: number): Promise<string> {
	// Linux, proc(5): the name in parentheses may hold blanks; the state follows it, and 19 fields later the start.
	const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
	return fields[0] === 'Z' ? 'gone' : (fields[19] ?? '');
}
