import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openDispatch, serveOrders } from '../../src/intake/distribute.ts';
import { createLine } from '../../src/intake/line.ts';
import { DEFAULT_LIMITS } from '../../src/intake/model.ts';
import type { Bus } from '../../src/platform/bus/bus.ts';
import { openMemoryBus } from '../../src/platform/bus/memory-bus.ts';
import { openNatsBus } from '../../src/platform/bus/nats-bus.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { openVault } from '../../src/platform/vault/vault.ts';
import { noReferenceLists } from '../../src/values/reference-lists.ts';
import { bytesOf, openTestNode, places } from './databases.ts';

const server = process.env['TEST_NATS_URL'];
const buses: readonly { name: string; skipped: string | undefined; open: () => Promise<Bus> }[] = [
	{ name: 'the bus in this process', skipped: undefined, open: async () => openMemoryBus() },
	{
		name: 'NATS',
		skipped: server === undefined ? 'no server is given by TEST_NATS_URL' : undefined,
		open: () => openNatsBus({ url: server ?? '', stream: `TEST_${randomBytes(4).toString('hex')}` }),
	},
];

const outcomes = (count: number, name: string): string =>
	Array.from({ length: count }, (_, index) =>
		JSON.stringify({
			kind: 'outcome',
			reference: `${name}-${index}`,
			subject: { kind: 'declaration', reference: 'D-1' },
			inspectedAt: '2026-03-01T08:00:00Z',
			inspection: 'scan',
			result: 'nothing-found',
		}),
	).join('\n');

for (const bus of buses)
	describe.skipIf(bus.skipped !== undefined)(
		`reading elsewhere over ${bus.name}${bus.skipped === undefined ? '' : ` (skipped: ${bus.skipped})`}`,
		() => {
			it('acknowledges what a worker has read and committed, and tells what it refused', async () => {
				const [place] = places;
				const at = await place?.make();
				if (at === undefined) throw new Error('no place');
				const opened = await bus.open();
				const dispatch = await openDispatch(opened, 'receiver');
				const node = await openTestNode(at, { readElsewhere: (task) => dispatch.read(task) });
				const vault = await openVault({ directory: node.folder.vault, writer: 'worker' });
				const line = createLine({
					database: node.database,
					screening: node.screening,
					targeting: node.targeting,
					clock: systemClock,
					limits: DEFAULT_LIMITS,
					lists: () => noReferenceLists,
					mapping: () => undefined,
					onEvents: () => {},
				});
				const orders = await serveOrders({
					bus: opened,
					line,
					vault,
					database: node.database,
					concurrency: 4,
				});
				try {
					const send = (text: string) =>
						node.intake.submit(bytesOf(text), { source: 'test', channel: 'http' });
					const results = await Promise.all([
						send(outcomes(3, 'A')),
						send(outcomes(1_200, 'B')),
						send(`${outcomes(1, 'C')}\n{"kind":"outcome"}`),
					]);
					expect(results).toMatchObject([
						{ status: 'accepted', created: 3 },
						{ status: 'accepted', created: 1_200 },
						{ status: 'partial', created: 1, refusedCount: 1, refused: [{ remedy: expect.any(String) }] },
					]);
					expect(await send(outcomes(3, 'A'))).toMatchObject({ known: true });
					expect((await node.intake.listRecords({ limit: 1, sort: '-received' })).total).toBe(1_204);
				} finally {
					await orders.close();
					await line.close();
					await dispatch.close();
					await opened.close();
					await vault.close();
					await node.close();
					await at.dispose();
				}
			});
		},
	);
