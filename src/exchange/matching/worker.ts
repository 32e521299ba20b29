/** One thread of the set-up of an offer: takes inputs, gives tags. */
import { parentPort, workerData } from 'node:worker_threads';
import { evaluateMany } from './evaluate-many.ts';

const port = parentPort;
if (port === null) throw new Error('worker.ts runs as a worker thread only');
const secretKey: unknown = workerData;
if (!(secretKey instanceof Uint8Array)) throw new TypeError('a worker needs the key of the offer');
port.on('message', (inputs: readonly string[]) => {
	void evaluateMany(secretKey, inputs).then((tags) => port.postMessage(tags, [tags.buffer]));
});
