/** One thread of a team: takes a task, answers with its result. Trusts the thread that started it. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStages } from './stages.ts';
import { type PackedTable, perform, unpackTable } from './team.ts';

// Only `openTeam` starts this file, with a packed table.
const packed = workerData as PackedTable;
const stages = openStages(packed.fields, unpackTable(packed));

parentPort?.on('message', (task: Parameters<typeof perform>[1]) => {
	parentPort?.postMessage(perform(stages, task));
});
