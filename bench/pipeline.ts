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
import type { FormatId } from '../src/intake/model.ts';
import { openNode } from '../src/server/open-node.ts';
import { simulateBorder } from '../src/training/simulate.ts';
import { peakMemory } from './memory.ts';

import { runWorkers } from './pipeline-workers.ts';

export type PipelineArguments = {
	declarations: number;
	database?: string | undefined;
	workers?: number | undefined;
	nats?: string | undefined;
	/** Messages in one submission. */
	together?: number | undefined;
	format?: FormatId | undefined;
};

export type PipelineResult = {
	declarations: number;
	seconds: number;
	perSecond: number;
	p50Ms: number;
	p99Ms: number;
	rssMb: number;
	/** Seconds by stage. `read`: bytes to prepared records (main thread). `assemble` and `save`: waiting for the database (its own thread). */
	stages: Record<string, number>;
};

const UNDER_WAY = 24;
const TELL_EVERY_MS = 2_000;
export const BENCH_NODE = { id: 'bench', name: 'Bench', agency: 'customs', country: 'MT' } as const;

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

/** Sends every file, a fixed number of them under way at a time; rates and percentiles of a submission. */
export async function sendAll(
	files: readonly string[],
	submit: (file: string) => Promise<SubmissionResult>,
	progress: (line: string) => void,
): Promise<Omit<PipelineResult, 'rssMb' | 'stages'>> {
	const latencies: number[] = [];
	let declarations = 0;
	let next = 0;
	const start = performance.now();
	let toldAt = start;
	let toldRecords = 0;
	const sendSome = async (): Promise<void> => {
		for (let file = files[next++]; file !== undefined; file = files[next++]) {
			const from = performance.now();
			const result = await submit(file);
			const now = performance.now();
			latencies.push(now - from);
			declarations += result.records;
			if (now - toldAt < TELL_EVERY_MS) continue;
			const rate = Math.round((declarations - toldRecords) / ((now - toldAt) / 1_000));
			progress(`${declarations.toLocaleString('en')} stored, ${rate.toLocaleString('en')}/s just now`);
			toldAt = now;
			toldRecords = declarations;
		}
	};
	await Promise.all(Array.from({ length: UNDER_WAY }, sendSome));
	const seconds = (performance.now() - start) / 1_000;
	latencies.sort((a, b) => a - b);
	const at = (share: number): number =>
		Number((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0).toFixed(1));
	return {
		declarations,
		seconds: Number(seconds.toFixed(3)),
		perSecond: Math.round(declarations / seconds),
		p50Ms: at(0.5),
		p99Ms: at(0.99),
	};
}

/** The address of a database with a schema of its own in it. */
export function withSchema(url: string, schema: string): string {
	const address = new URL(url);
	address.searchParams.set('schema', schema);
	return address.toString();
}
