/**
 * Program: opens a node and feeds it submissions until it is killed. Arguments: folder, first number, PostgreSQL address
 * or "". Says a line of JSON for each acknowledgement: the number, the submission and how many records it had.
 */
import { writeSync } from 'node:fs';
import { bytesOf, openTestNode } from '../conformance/databases.ts';

const [folder = '', first = '0', databaseUrl = ''] = process.argv.slice(2);

/** Submission number `n`: from one to some hundred outcomes, so that some take several batches and some share one. */
export function submissionText(n: number): string {
	const records = n % 7 === 0 ? 2_300 : 1 + (n % 40);
	return Array.from({ length: records }, (_, index) =>
		JSON.stringify({
			kind: 'outcome',
			reference: `${n}/${index}`,
			subject: { kind: 'declaration', reference: `D-${n}` },
			inspectedAt: '2026-03-01T08:00:00Z',
			inspection: 'scan',
			result: 'nothing-found',
		}),
	).join('\n');
}

if (folder !== '') {
	const node = await openTestNode({ folder, databaseUrl: databaseUrl === '' ? undefined : databaseUrl });
	writeSync(1, `${JSON.stringify({ open: true, recovered: node.recovered })}\n`);
	let next = Number(first);
	const feed = async (): Promise<never> => {
		for (;;) {
			const n = next++;
			const result = await node.intake.submit(bytesOf(submissionText(n)), {
				source: 'feeder',
				channel: 'command-line',
				name: `${n}.jsonl`,
			});
			// Written before the next one is sent, past any buffer: this is the acknowledgement.
			writeSync(1, `${JSON.stringify({ n, submission: result.submission, records: result.records })}\n`);
		}
	};
	await Promise.all(Array.from({ length: 6 }, feed));
}
