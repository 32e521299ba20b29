import { randomUUID } from 'node:crypto';
import { describe, it } from 'vitest';
import { openMemoryBus } from '../../src/platform/bus/memory-bus.ts';
import { openNatsBus } from '../../src/platform/bus/nats-bus.ts';
import { busConformance } from './bus.ts';

busConformance('in this process', async (options) => openMemoryBus(options));

const url = process.env['TEST_NATS_URL'];
if (url === undefined) {
	describe('bus: NATS JetStream', () => {
		it.skip('is skipped: TEST_NATS_URL names no NATS server with JetStream', () => {});
	});
} else {
	// A stream of its own for every test: nothing of another run is on it.
	busConformance('NATS JetStream', (options) =>
		openNatsBus({ ...options, url, stream: `test-${randomUUID().slice(0, 8)}` }),
	);
}
