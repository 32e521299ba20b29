/**
 * What the memory of a node promises, on whatever database: what the line told it, what its snapshot keeps and what a
 * replay of the store gives are the same, to the byte.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/database/open.ts';
import type { OpenNode } from '../../src/server/open-node.ts';
import type { Memory } from '../../src/targeting/memory.ts';
import { readMemoryFile } from '../../src/targeting/memory-file.ts';
import { createMemoryKeeper } from '../../src/targeting/memory-keeper.ts';
import { bytesOf, openTestNode, type Place, testClock } from './databases.ts';

const declaration = (reference: string, more: object = {}): object => ({
	kind: 'declaration',
	reference,
	function: 'original',
	direction: 'import',
	declaredOn: '2026-03-01',
	office: 'MT000101',
	parties: [
		{ role: 'importer', name: 'Alder Imports', identifiers: [{ scheme: 'eori', value: 'MT11111111' }] },
		{ role: 'exporter', name: 'Birch Co', address: { country: 'CN' } },
	],
	dispatchCountry: 'CN',
	items: [
		{
			number: 1,
			hsCode: '640399',
			originCountry: 'CN',
			netMassKg: '1100',
			price: { amount: '9000', currency: 'EUR' },
		},
	],
	...more,
});

const outcome = (reference: string, subject: string, result = 'offence'): object => ({
	kind: 'outcome',
	reference,
	subject: { kind: 'declaration', reference: subject },
	inspectedAt: '2026-03-01T07:00:00Z',
	inspection: 'physical',
	result,
});

const gate = (reference: string): object => ({
	kind: 'movement-event',
	reference,
	type: 'gate',
	at: '2026-03-01T06:00:00Z',
	subject: { type: 'container', id: 'CSQU3054383' },
	source: 'gate-1',
	place: { unlocode: 'MTMLA' },
	direction: 'in',
});

const IMPORTER = 'eori:MT11111111';

export function memoryConformance(place: Place): void {
	describe.skipIf(place.skipped !== undefined)(
		`the memory on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: Awaited<ReturnType<Place['make']>>;
			const clock = testClock();
			const atNode = async (work: (node: OpenNode) => Promise<void>): Promise<void> => {
				const node = await openTestNode(at, { clock });
				try {
					await work(node);
				} finally {
					await node.close();
				}
			};
			const send = async (node: OpenNode, ...records: readonly object[]): Promise<void> => {
				clock.advance(60_000);
				const { records: stored } = await node.intake.submit(
					bytesOf(records.map((record) => JSON.stringify(record)).join('\n')),
					{ source: 'broker', channel: 'command-line', name: 'test' },
				);
				expect(stored).toBe(records.length);
			};
			/** What the store says, read anew without a file. */
			const replayed = async (): Promise<Memory> => {
				const database = await openDatabase(
					at.databaseUrl === undefined
						? { dataDir: join(at.folder, 'database') }
						: { url: at.databaseUrl, connections: 1 },
				);
				const keeper = createMemoryKeeper({
					database,
					clock,
					folder: undefined,
					onFailure: (message, cause) => {
						throw new Error(message, { cause });
					},
					limits: { pageRecords: 4 },
				});
				const memory = await keeper.memory();
				await keeper.close();
				await database.close();
				return memory;
			};
			const expectSame = async (memory: Memory): Promise<void> => {
				const written = await readMemoryFile(at.folder);
				expect(Buffer.from(memory.save()).equals(Buffer.from(written!.memory))).toBe(true);
			};
			beforeAll(async () => {
				at = await place.make();
			});
			afterAll(() => at.dispose());

			it('is the same by the line, by its file and by replay', async () => {
				await atNode(async (node) => {
					await send(node, declaration('D1'), declaration('D2'), outcome('O1', 'D1'), gate('M1'));
					await send(node, outcome('O2', 'D3', 'nothing-found'));
					await send(node, declaration('D3'), declaration('D1', { office: 'MT000202' }));
					await send(node, outcome('O3', 'D2', 'not-carried-out'), outcome('O4', 'D1', 'irregularity'));
				});
				const first = await replayed();
				expect(first.goods.tally('importer', IMPORTER)).toMatchObject({ seen: 3, inspected: 3, found: 2 });
				await expectSame(first);
				// Goes on from the file.
				await atNode((node) => send(node, declaration('D4'), outcome('O5', 'D4')));
				const second = await replayed();
				expect(second.goods.tally('importer', IMPORTER)).toMatchObject({ seen: 4, inspected: 4, found: 3 });
				await expectSame(second);
			});
		},
	);
}
