/**
 * `bench pipeline --declarations N [--database URL] [--workers N] [--nats URL]`: from bytes to durable, validated rows.
 * Declarations of the simulated border, as WCO XML, in submissions of 100, 24 under way at a time. Made and written
 * to files before the clock starts; the clock stops when the last is acknowledged: synced in the vault and committed.
 * p50Ms and p99Ms are of one submission from first byte to acknowledgement. rssMb is the peak of all processes together.
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BorderRecord } from '../contract/records/record.ts';
import type { SubmissionResult } from '../contract/views.ts';
import { formatById } from '../src/intake/formats/registry.ts';
import { openNode } from '../src/server/open-node.ts';
import { simulateBorder } from '../src/training/simulate.ts';
import { peakMemory } from './memory.ts';

import {
	BENCH_NODE,
	type PipelineArguments,
	type PipelineResult,
	sendAll,
	withSchema,
} from './pipeline-load.ts';
import { runWorkers } from './pipeline-workers.ts';

export async function run(
	args: PipelineArguments,
	progress: (line: string) => void,
): Promise<PipelineResult> {
	const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-bench-'));
	try {
		const files = await writeSubmissions(folder, args, progress);
		if ((args.workers ?? 0) > 0) return await runWorkers(args, folder, files, progress);
		return await runHere(folder, files, args, progress);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Writes declarations of the simulated border into files, `together` in each. */
async function writeSubmissions(
	folder: string,
	args: PipelineArguments,
	progress: (line: string) => void,
): Promise<string[]> {
	const format = formatById(args.format ?? 'wco-dec');
	if (format?.format === undefined) throw new RangeError(`the format ${args.format} cannot be written`);
	const together = args.together ?? 100;
	const incoming = join(folder, 'incoming');
	await mkdir(incoming);
	const out: BorderRecord[] = [];
	let made = 0;
	let file = 0;
	const flush = async (): Promise<void> => {
		if (out.length === 0) return;
		const stream = createWriteStream(join(incoming, `${String(file++).padStart(8, '0')}.in`));
		stream.end(
			format.format?.(out, {
				sender: 'BENCH',
				receiver: 'BENCH',
				preparedAt: '2026-01-01T00:00:00Z',
				controlReference: String(file),
			}),
		);
		await once(stream, 'close');
		out.length = 0;
	};
	const days = Math.ceil(args.declarations / 1_000) + 2;
	for (const document of simulateBorder({
		seed: 1,
		days,
		scale: 1,
		startDate: '2026-01-01',
		declarations: args.declarations,
	})) {
		if (document.node !== 'customs') continue;
		for (const record of document.records) {
			if (record.kind !== 'declaration' || made >= args.declarations) continue;
			out.push(record);
			made += 1;
			if (out.length >= together) await flush();
			if (made % 50_000 === 0) progress(`made ${made.toLocaleString('en')} declarations`);
		}
		if (made >= args.declarations) break;
	}
	await flush();
	return (await readdir(incoming)).sort().map((name) => join(incoming, name));
}

async function runHere(
	folder: string,
	files: readonly string[],
	args: PipelineArguments,
	progress: (line: string) => void,
): Promise<PipelineResult> {
	const stages: Record<string, number> = { read: 0, assemble: 0, save: 0 };
	const schema = `bench_${process.pid}`;
	const node = await openNode({
		description: BENCH_NODE,
		folder: join(folder, 'node'),
		databaseUrl: args.database === undefined ? undefined : withSchema(args.database, schema),
		onStage: (stage, seconds) => {
			stages[stage] = (stages[stage] ?? 0) + seconds;
		},
	});
	const memory = peakMemory();
	const submit = (file: string): Promise<SubmissionResult> =>
		node.intake.submit(createReadStream(file), { source: 'bench', channel: 'command-line' });
	const sent = await sendAll(files, submit, progress);
	const rssMb = memory.stop();
	if (args.database !== undefined) await node.database.script(`drop schema ${schema} cascade`);
	await node.close();
	const seconds = Object.entries(stages).map(([name, spent]) => [name, Number(spent.toFixed(2))]);
	return { ...sent, rssMb, stages: Object.fromEntries(seconds) };
}
