/**
 * kill -9 at any moment loses no acknowledged submission and stores none twice. Done many times on one folder: every
 * life begins with the wreck of the one before.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNode, places } from '../conformance/databases.ts';
import { submissionText } from './feeder.ts';

const FEEDER = fileURLToPath(new URL('./feeder.ts', import.meta.url));
const NUMBERS_PER_LIFE = 10_000;

type Acknowledged = { n: number; submission: string; records: number };

/**
 * Moments of death: after so many acknowledgements and so many milliseconds more. Counted in acknowledgements, because a
 * slow machine must not turn every life into one that dies before it did anything.
 */
const DEATHS: readonly { after: number; ms: number }[] = [
	{ after: 0, ms: 5 },
	{ after: 8, ms: 0 },
	{ after: 3, ms: 40 },
	{ after: 0, ms: 250 },
	{ after: 20, ms: 3 },
	{ after: 1, ms: 0 },
	{ after: 0, ms: 60 },
	{ after: 12, ms: 120 },
	{ after: 5, ms: 15 },
	{ after: 30, ms: 0 },
	{ after: 2, ms: 300 },
	{ after: 7, ms: 70 },
];

/** Runs a feeder until it dies; what it acknowledged. */
function live(
	folder: string,
	databaseUrl: string | undefined,
	life: number,
	death: (typeof DEATHS)[number],
): Promise<{ acknowledged: Acknowledged[]; recovered: number }> {
	return new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			[FEEDER, folder, String(life * NUMBERS_PER_LIFE + 1), databaseUrl ?? ''],
			{ stdio: ['ignore', 'pipe', 'pipe'] },
		);
		let said = '';
		let complained = '';
		let dying = false;
		child.stderr.on('data', (chunk: Buffer) => {
			complained += chunk.toString('utf8');
		});
		child.stdout.on('data', (chunk: Buffer) => {
			said += chunk.toString('utf8');
			if (dying || said.split('\n').length - 2 < death.after) return;
			dying = true;
			setTimeout(() => child.kill('SIGKILL'), death.ms);
		});
		child.on('exit', (_code, signal) => {
			if (signal !== 'SIGKILL')
				return reject(new Error(`the feeder ended by itself: ${complained.slice(-2_000)}`));
			// The last line may be torn; what was not fully said was not acknowledged.
			const lines = said
				.split('\n')
				.slice(0, -1)
				.map((line): unknown => JSON.parse(line));
			const [opened, ...rest] = lines as [{ recovered: number }, ...Acknowledged[]];
			resolve({ acknowledged: rest, recovered: opened.recovered });
		});
	});
}

for (const place of places)
	describe.skipIf(place.skipped !== undefined)(
		`kill -9 on ${place.name}${place.skipped === undefined ? '' : ` (skipped: ${place.skipped})`}`,
		() => {
			let at: Awaited<ReturnType<typeof place.make>>;
			beforeAll(async () => {
				at = await place.make();
			});
			afterAll(() => at.dispose());

			it(`loses nothing that was acknowledged and stores nothing twice, over ${DEATHS.length} lives`, async () => {
				const acknowledged: Acknowledged[] = [];
				let recovered = 0;
				for (const [life, death] of DEATHS.entries()) {
					const told = await live(at.folder, at.databaseUrl, life, death);
					acknowledged.push(...told.acknowledged);
					recovered += told.recovered;
				}
				expect(acknowledged.length).toBeGreaterThan(20);

				const node = await openTestNode(at);
				try {
					while (node.intake.waiting > 0) await new Promise((resolve) => setTimeout(resolve, 20));
					for (const { n, submission, records } of acknowledged) {
						const stored = await node.intake.readSubmission({ submission });
						expect(stored, `submission ${n}`).toMatchObject({
							status: 'accepted',
							records,
							created: records,
						});
						const { bytes } = await node.intake.readOriginal({ submission, offset: 0 });
						expect(Buffer.from(bytes).toString('utf8') === submissionText(n), `original of ${n}`).toBe(true);
					}
					const { rows } = await readCounts(node.database);
					expect(rows).toMatchObject({ twice: 0, heads: rows.records, unfinished: 0 });
					expect(rows.records).toBe(rows.submitted);
					expect(rows.records).toBeGreaterThanOrEqual(
						acknowledged.reduce((sum, each) => sum + each.records, 0),
					);
					// Something was cut in the middle, or the test would prove nothing.
					expect(recovered + node.recovered).toBeGreaterThan(0);
				} finally {
					await node.close();
				}
			});
		},
	);

async function readCounts(database: Awaited<ReturnType<typeof openTestNode>>['database']): Promise<{
	rows: { records: number; heads: number; twice: number; submitted: number; unfinished: number };
}> {
	const { sql } = await import('kysely');
	const { rows } = await sql<{
		records: number;
		heads: number;
		twice: number;
		submitted: number;
		unfinished: number;
	}>`
		select (select count(*) from record) as records, (select count(*) from record_head) as heads,
			(select count(*) from (select reference from record group by reference having count(*) > 1) as double) as twice,
			(select sum(created) from submission)::bigint as submitted,
			(select count(*) from submission where status = 'reading') as unfinished`.execute(database.kysely);
	const [row] = rows;
	if (row === undefined) throw new Error('no counts');
	return { rows: row };
}
