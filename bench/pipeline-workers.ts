/**
 * The pipeline over several processes: this one receives and keeps, workers read, PostgreSQL holds the rows, NATS
 * JetStream carries the orders.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TidewaiterError } from '../contract/errors.ts';
import { openDispatch } from '../src/intake/distribute.ts';
import { openNatsBus } from '../src/platform/bus/nats-bus.ts';
import { openNode } from '../src/server/open-node.ts';
import { peakMemory } from './memory.ts';
import {
	BENCH_NODE,
	type PipelineArguments,
	type PipelineResult,
	sendAll,
	withSchema,
} from './pipeline-load.ts';

export async function runWorkers(
	args: PipelineArguments,
	folder: string,
	files: readonly string[],
	progress: (line: string) => void,
): Promise<PipelineResult> {
	const { workers = 1, database, nats } = args;
	if (database === undefined || nats === undefined)
		throw new TidewaiterError('usage', 'Workers need a database and a bus that processes can share.', {
			remedy: 'Give --database postgres://… and --nats nats://….',
		});
	const schema = `bench_${process.pid}`;
	const databaseUrl = withSchema(database, schema);
	const bus = await openNatsBus({ url: nats, stream: `BENCH_${process.pid}` });
	const dispatch = await openDispatch(bus, 'receiver');
	const node = await openNode({
		description: BENCH_NODE,
		folder: `${folder}/node`,
		databaseUrl,
		readElsewhere: (task) => dispatch.read(task),
	});
	const program = fileURLToPath(new URL('./pipeline-worker.ts', import.meta.url));
	const children = Array.from({ length: workers }, (_, index) =>
		fork(
			program,
			[
				JSON.stringify({
					databaseUrl,
					nats,
					stream: `BENCH_${process.pid}`,
					folder: node.folder.vault,
					writer: `worker-${index}`,
				}),
			],
			{ stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
		),
	);
	await Promise.all(children.map((child) => once(child, 'message')));
	progress(`${workers} workers are ready`);
	const memory = peakMemory();
	const result = await sendAll(
		files,
		(file) => node.intake.submit(createReadStream(file), { source: 'bench', channel: 'command-line' }),
		progress,
	);
	const rssMb = memory.stop();
	for (const child of children) {
		child.send('stop');
		await once(child, 'exit');
	}
	await dispatch.close();
	await bus.close();
	await node.database.script(`drop schema ${schema} cascade`);
	await node.close();
	return { ...result, rssMb, stages: {} };
}
