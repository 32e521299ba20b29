/** One thread of training. Trusts the thread that started it; the first of the crew tells the result. */
import { parentPort, workerData } from 'node:worker_threads';
import { boost } from './boost.ts';
import { joinCrew } from './crew.ts';
import type { WorkerNews, WorkerOrder } from './train.ts';

// Only `train` starts this file, with an order.
const { data, later, options, memory, meeting, size, index } = workerData as WorkerOrder;
const tell = (news: WorkerNews): void => parentPort?.postMessage(news);

const boosted = boost(data, later, options, joinCrew(size, index, meeting), memory, (trees) => {
	if (index === 0 && trees % 10 === 0) tell({ kind: 'tree', trees });
});
if (index === 0) tell({ kind: 'done', boosted });
