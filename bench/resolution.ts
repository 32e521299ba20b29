/**
 * `bench resolution --mentions N`: mentions of the simulated border that wait in the embedded database (or on a PostgreSQL
 * server), resolved into entities. The clock runs from the first page to the last; mentions are made and written before.
 * cpuSeconds is user time of this process with the thread of the embedded database: what the work costs on one core.
 * Addresses become mentions while it runs; they are counted.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appearancesOf, purposeOf, toStored } from '../src/mentions/extract.ts';
import { type FreshMention, saveMentions } from '../src/mentions/store.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/database/open.ts';
import type { Database } from '../src/platform/database/port.ts';
import { newIdentifier } from '../src/platform/identifiers.ts';
import { createResolution } from '../src/resolution/operations.ts';
import { simulateBorder } from '../src/training/simulate.ts';
import { peakMemory } from './memory.ts';

export type ResolutionResult = {
	mentions: number;
	seconds: number;
	perSecond: number;
	cpuSeconds: number;
	perCpuSecond: number;
	rssMb: number;
	entities: number;
	candidates: number;
	judgements: number;
	capped: number;
};

const PAGE = 2_000;

export async function run(
	args: { mentions: number; database?: string },
	progress: (line: string) => void,
): Promise<ResolutionResult> {
	const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-bench-'));
	const database = await openDatabase(
		args.database === undefined ? { dataDir: join(folder, 'database') } : { url: args.database },
	);
	try {
		const written = await writeMentions(database, args.mentions);
		progress(`${written} mentions wait`);
		const resolution = createResolution({
			database,
			clock: systemClock,
			onFailure: (message, cause) => progress(`${message}: ${String(cause)}`),
		});
		const memory = peakMemory();
		const startedAt = performance.now();
		const startedCpu = process.cpuUsage();
		const ticker = setInterval(() => {
			resolution.readResolution().then(
				({ waiting }) => progress(`${waiting} wait`),
				() => {},
			);
		}, 5_000);
		const mentions = await resolution.catchUp();
		clearInterval(ticker);
		const seconds = (performance.now() - startedAt) / 1_000;
		const cpuSeconds = process.cpuUsage(startedCpu).user / 1e6;
		const rssMb = memory.stop();
		const status = await resolution.readResolution();
		await resolution.close();
		return {
			mentions,
			seconds: Number(seconds.toFixed(2)),
			perSecond: Math.round(mentions / seconds),
			cpuSeconds: Number(cpuSeconds.toFixed(2)),
			perCpuSecond: Math.round(mentions / cpuSeconds),
			rssMb,
			entities: status.entities,
			candidates: status.candidates,
			judgements: status.judgements.model + status.judgements.identifier,
			capped: status.capped.length,
		};
	} finally {
		await database.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Mentions of a border of many days, each once, as intake writes them. */
export async function writeMentions(database: Database, wanted: number): Promise<number> {
	const seen = new Set<string>();
	let page: FreshMention[] = [];
	const save = async (): Promise<void> => {
		const rows = page;
		page = [];
		await database.transact((session) => saveMentions(session, rows));
	};
	for (const { records } of simulateBorder({ seed: 5, days: 365, scale: 1, startDate: '2026-01-05' }))
		for (const record of records) {
			const purpose = purposeOf(record.kind);
			if (purpose === undefined) continue;
			const id = newIdentifier(Date.now());
			for (const { mention } of appearancesOf(record)) {
				const stored = toStored(mention, purpose);
				if (seen.has(stored.key)) continue;
				seen.add(stored.key);
				page.push({ stored, firstRecord: id });
				if (page.length >= PAGE) await save();
				if (seen.size >= wanted) {
					await save();
					return seen.size;
				}
			}
		}
	await save();
	return seen.size;
}
