/**
 * The simulated border inside `tidewaiter start`: sends the nodes what would have come since yesterday, then goes on in
 * real time. It remembers how many documents were sent, so that the next start goes on where this one stopped.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { formatOwnList } from '../screening/lists/own/format-own.ts';
import type { OpenNode } from '../server/open-node.ts';
import { simulatedAlerts } from '../training/alerts.ts';
import { simulateBorder } from '../training/simulate.ts';
import { formatCount } from './terminal.ts';

const position = z.object({ seed: z.number(), startDate: z.string(), sent: z.number() });
type Position = z.infer<typeof position>;

const DAY_MS = 86_400_000;
/** What is older than this when a start catches up is left out: nobody watches the week that the machine was off. */
const CATCH_UP_MS = 2 * DAY_MS;
/** Twice a small country, in small submissions: something comes every few seconds. */
const TRAFFIC = { seed: 1, scale: 2, days: 3_650, batchMinutes: 2 };
/** Documents between two notes of the position; after a kill so many are sent again, which changes nothing. */
const NOTE_EVERY = 50;
const UNDER_WAY = 4;
const ALERTS = 'border-alerts';

export type LiveBorder = { stop(): Promise<void> };

/**
 * @param directory where the position is kept.
 * @param progress lines for people.
 */
export async function startBorder(
	directory: string,
	nodes: readonly OpenNode[],
	progress: (line: string) => void,
	onFailure: (error: unknown) => void,
): Promise<LiveBorder> {
	const stopping = new AbortController();
	const from = await readPosition(directory);
	const running = send(directory, from, nodes, progress, stopping.signal).catch((error: unknown) => {
		if (!stopping.signal.aborted) onFailure(error);
	});
	return {
		stop: async () => {
			stopping.abort();
			await running;
		},
	};
}

/** What the border of this folder is made of, whether it has begun, and whether nothing was sent yet because the folder is new. */
export async function describeBorder(
	directory: string,
): Promise<{ seed: number; scale: number; hasBegun: boolean; isNew: boolean }> {
	const isNew = await readFile(positionFile(directory), 'utf8').then(
		() => false,
		() => true,
	);
	const { seed, startDate } = await readPosition(directory);
	return { seed, scale: TRAFFIC.scale, hasBegun: Date.parse(startDate) <= Date.now(), isNew };
}

/** Each node has alerts about invented people of the same border, so that there are hits before anybody loads a list. */
export async function provideAlerts(nodes: readonly OpenNode[], seed: number): Promise<void> {
	const reviewOn = new Date(Date.now() + 365 * DAY_MS).toISOString().slice(0, 10);
	const text = formatOwnList(simulatedAlerts(seed, TRAFFIC.scale, reviewOn));
	for (const { screening } of nodes) {
		if ((await screening.listLists()).some(({ id }) => id === ALERTS)) continue;
		await screening.loadList(
			{ list: ALERTS, name: 'Alerts of the simulated border', file: `${ALERTS}.csv`, activate: true },
			bytesOf(text),
			{ id: 'simulated-border', name: 'simulated-border' },
		);
	}
}

async function send(
	directory: string,
	from: Position,
	nodes: readonly OpenNode[],
	progress: (line: string) => void,
	signal: AbortSignal,
): Promise<void> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const underWay = new Set<Promise<void>>();
	const startedAt = Date.now();
	let number = 0;
	let caughtUp = false;
	let noted = from.sent;
	const note = async (): Promise<void> => {
		await Promise.all(underWay);
		noted = number;
		await writePosition(directory, { ...from, sent: number });
	};
	for (const document of simulateBorder({ ...TRAFFIC, seed: from.seed, startDate: from.startDate })) {
		if (signal.aborted) break;
		number += 1;
		const at = Date.parse(document.at);
		if (number <= from.sent || at < startedAt - CATCH_UP_MS) {
			// Skipping is pure computing: let the server answer in between.
			if (number % 500 === 0) await sleep(0);
			continue;
		}
		if (at > Date.now() && !caughtUp) {
			caughtUp = true;
			progress(`The simulated border has caught up with the clock: ${formatCount(number)} documents so far.`);
			await note();
		}
		await sleep(Math.max(0, at - Date.now()), undefined, { signal }).catch(() => {});
		if (signal.aborted) {
			number -= 1;
			break;
		}
		const { source, channel, name } = document;
		const sending = (async () => {
			await byId.get(document.node)?.intake.submit(bytesOf(document.text), { source, channel, name });
		})().finally(() => underWay.delete(sending));
		underWay.add(sending);
		if (underWay.size >= UNDER_WAY) await Promise.race(underWay);
		if (number - noted >= NOTE_EVERY) await note();
	}
	await note();
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
	yield Buffer.from(text, 'utf8');
}

const positionFile = (directory: string): string => join(directory, 'border.json');

async function readPosition(directory: string): Promise<Position> {
	const kept = await readFile(positionFile(directory), 'utf8').catch(() => undefined);
	const read = kept === undefined ? undefined : position.safeParse(JSON.parse(kept));
	if (read?.success) return read.data;
	return { seed: TRAFFIC.seed, startDate: new Date(Date.now() - DAY_MS).toISOString().slice(0, 10), sent: 0 };
}

async function writePosition(directory: string, kept: Position): Promise<void> {
	await writeFile(`${positionFile(directory)}.new`, JSON.stringify(kept));
	await rename(`${positionFile(directory)}.new`, positionFile(directory));
}
