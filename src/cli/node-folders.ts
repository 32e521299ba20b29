/**
 * Where nodes live on the disk: DATA/<node>/, each with a node.json that says who it is. DATA/server.json is there while
 * a server runs: its address, and for each node a key for whoever may read the folder anyway.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { TidewaiterError } from '../../contract/errors.ts';
import { overview } from '../../contract/views.ts';
import { NODE_ID } from '../policy/tokens.ts';
import type { NodeDescription } from '../server/node.ts';

export type NodeFolder = { description: NodeDescription; path: string };

const description = overview.shape.node.extend({ id: z.string().regex(NODE_ID) });
const runningServer = z.object({ url: z.string(), keys: z.record(z.string(), z.string()) });
export type RunningServer = z.infer<typeof runningServer>;

/** Folders of nodes for real use and of the nodes of the simulated border, where none is given. */
export const defaultDataDirectory = (kind: 'own' | 'training'): string =>
	resolve(process.env['TIDEWAITER_DATA'] ?? 'data', kind === 'own' ? 'node' : 'training');

/** The node that a command makes when there is none yet. */
export const OWN_NODE: NodeDescription = { id: 'node', name: 'This node', agency: 'customs', country: 'ZZ' };

/** Nodes in a data folder, by identifier. */
export async function listNodeFolders(directory: string): Promise<NodeFolder[]> {
	const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
	const found: NodeFolder[] = [];
	for (const entry of entries) {
		if (!entry.isDirectory()) continue;
		const path = join(directory, entry.name);
		const text = await readFile(join(path, 'node.json'), 'utf8').catch(() => undefined);
		if (text !== undefined) found.push({ description: parseDescription(text, path), path });
	}
	return found.sort((a, b) => (a.description.id < b.description.id ? -1 : 1));
}

function parseDescription(text: string, path: string): NodeDescription {
	try {
		return description.parse(JSON.parse(text));
	} catch (cause) {
		throw new TidewaiterError('invalid-input', `${join(path, 'node.json')} does not say who the node is.`, {
			cause,
			remedy: 'It holds {"id", "name", "agency": customs|fiu|immigration, "country"}.',
		});
	}
}

/** Makes the folder of a node; leaves it as it is where there is one. */
export async function provideNodeFolder(directory: string, wanted: NodeDescription): Promise<NodeFolder> {
	const known = (await listNodeFolders(directory)).find((folder) => folder.description.id === wanted.id);
	if (known !== undefined) return known;
	const path = join(directory, wanted.id);
	await mkdir(path, { recursive: true, mode: 0o700 });
	await writeFile(join(path, 'node.json'), `${JSON.stringify(description.parse(wanted), null, '\t')}\n`);
	return { description: wanted, path };
}

/**
 * The node that a command is about. Without a folder: the own node, else those of the simulated border, else a new one.
 * Without a name: the only one, or the first customs.
 */
export async function findNodeFolder(
	directory: string | undefined,
	node: string | undefined,
): Promise<NodeFolder & { directory: string; others: number }> {
	const candidates =
		directory === undefined
			? [defaultDataDirectory('own'), defaultDataDirectory('training')]
			: [resolve(directory)];
	for (const candidate of candidates) {
		const folders = await listNodeFolders(candidate);
		if (folders.length === 0) continue;
		const found =
			node === undefined
				? (folders.find((folder) => folder.description.agency === 'customs') ?? folders[0])
				: folders.find((folder) => folder.description.id === node);
		if (found !== undefined) return { ...found, directory: candidate, others: folders.length - 1 };
		throw new TidewaiterError('not-found', `There is no node ${node} in ${candidate}.`, {
			remedy: `One of: ${folders.map((folder) => folder.description.id).join(', ')}.`,
		});
	}
	const home = candidates[0] ?? defaultDataDirectory('own');
	const made = await provideNodeFolder(home, { ...OWN_NODE, id: node ?? OWN_NODE.id });
	return { ...made, directory: home, others: 0 };
}

const serverFile = (directory: string): string => join(directory, 'server.json');

/** Says that a server runs on these nodes; only the owner of the folder can read it. */
export async function announceServer(directory: string, server: RunningServer): Promise<void> {
	await rm(serverFile(directory), { force: true });
	await writeFile(serverFile(directory), `${JSON.stringify(server)}\n`, { mode: 0o600 });
}

export const withdrawServer = (directory: string): Promise<void> =>
	rm(serverFile(directory), { force: true });

/** The server that runs on these nodes, if there is one that answers. */
export async function findServer(directory: string): Promise<RunningServer | undefined> {
	const text = await readFile(serverFile(directory), 'utf8').catch(() => undefined);
	if (text === undefined) return undefined;
	try {
		const server = runningServer.parse(JSON.parse(text));
		const answer = await fetch(`${server.url}/health/live`, { signal: AbortSignal.timeout(2_000) });
		return answer.ok ? server : undefined;
	} catch {
		// Left over from a process that was killed.
		return undefined;
	}
}
