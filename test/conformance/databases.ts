/**
 * The databases that conformance suites run on: PGlite always, PostgreSQL where TEST_DATABASE_URL names a server.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/platform/clock.ts';
import { openDatabase } from '../../src/platform/database/open.ts';
import { type OpenNode, type OpenNodeOptions, openNode } from '../../src/server/open-node.ts';

export type Place = {
	name: string;
	/** Why it is skipped, or undefined where it runs. */
	skipped: string | undefined;
	/** A new, empty place for one node; `dispose` removes what it left. */
	make(): Promise<{ folder: string; databaseUrl: string | undefined; dispose(): Promise<void> }>;
};

const server = process.env['TEST_DATABASE_URL'];

async function temporaryFolder(): Promise<string> {
	return mkdtemp(join(tmpdir(), 'tidewaiter-test-'));
}

export const places: readonly Place[] = [
	{
		name: 'PGlite',
		skipped: undefined,
		make: async () => {
			const folder = await temporaryFolder();
			return { folder, databaseUrl: undefined, dispose: () => rm(folder, { recursive: true, force: true }) };
		},
	},
	{
		name: 'PostgreSQL',
		skipped: server === undefined ? 'no server is given by TEST_DATABASE_URL' : undefined,
		make: async () => {
			if (server === undefined) throw new Error('TEST_DATABASE_URL is not set');
			const folder = await temporaryFolder();
			const schema = `test_${randomBytes(6).toString('hex')}`;
			const url = new URL(server);
			url.searchParams.set('schema', schema);
			const databaseUrl = url.toString();
			return {
				folder,
				databaseUrl,
				dispose: async () => {
					const database = await openDatabase({ url: databaseUrl, connections: 1 });
					await database.script(`drop schema ${schema} cascade`);
					await database.close();
					await rm(folder, { recursive: true, force: true });
				},
			};
		},
	},
];

/** A clock that tests move. */
export function testClock(startMs = Date.UTC(2026, 2, 1, 8)): Clock & { advance(ms: number): void } {
	let now = startMs;
	return {
		now: () => now,
		monotonic: () => now,
		advance: (ms) => {
			now += ms;
		},
	};
}

export const DESCRIPTION = {
	id: 'customs',
	name: 'Customs of the test',
	agency: 'customs',
	country: 'MT',
} as const;

/** Opens a node at a place; failures that nobody waits for fail the test. */
export const openTestNode = (
	at: { folder: string; databaseUrl: string | undefined },
	more: Partial<OpenNodeOptions> = {},
): Promise<OpenNode> =>
	openNode({
		description: DESCRIPTION,
		folder: at.folder,
		databaseUrl: at.databaseUrl,
		onFailure: (message, cause) => {
			throw new Error(message, { cause });
		},
		...more,
	});

export async function* bytesOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
	yield typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
}
