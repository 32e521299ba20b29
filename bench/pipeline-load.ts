/**
 * The load of `bench pipeline`, whatever reads it: files sent with a fixed number under way, and what that took.
 */
import type { SubmissionResult } from '../contract/views.ts';
import type { FormatId } from '../src/intake/model.ts';

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
