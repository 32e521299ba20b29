/**
 * Measurements for Prometheus. Labels are nodes, operations, kinds and formats; never anything about a person.
 */
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Node } from './node.ts';

export type Metrics = {
	observeRequest(operation: string, status: number, seconds: number): void;
	text(): Promise<{ mediaType: string; body: string }>;
	close(): void;
};

export function createMetrics(nodes: readonly Node[]): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const requests = new Counter({
		name: 'tidewaiter_requests_total',
		help: 'Requests answered, by operation and status.',
		labelNames: ['operation', 'status'],
		registers,
	});
	const durations = new Histogram({
		name: 'tidewaiter_request_duration_seconds',
		help: 'Time from the first byte of a request to the last of its answer.',
		labelNames: ['operation'],
		buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
		registers,
	});
	const records = new Counter({
		name: 'tidewaiter_records_total',
		help: 'Records taken in since the start, by kind.',
		labelNames: ['node', 'kind'],
		registers,
	});
	const withErrors = new Counter({
		name: 'tidewaiter_records_with_errors_total',
		help: 'Of these, records with a finding of severity error.',
		labelNames: ['node', 'kind'],
		registers,
	});
	const quarantined = new Counter({
		name: 'tidewaiter_quarantined_total',
		help: 'Messages that could not be read since the start, by format and reason.',
		labelNames: ['node', 'format', 'code'],
		registers,
	});
	const unfollow = nodes.map((node) =>
		node.intake.onLive((event) => {
			if (event.type === 'records') {
				records.inc({ node: node.id, kind: event.kind }, event.count);
				withErrors.inc({ node: node.id, kind: event.kind }, event.errors);
			} else if (event.type === 'quarantined') {
				quarantined.inc({ node: node.id, format: event.format, code: event.code }, event.count);
			}
		}),
	);
	const raised = new Counter({
		name: 'tidewaiter_hits_total',
		help: 'Hits raised by screening of stored records since the start, by list.',
		labelNames: ['node', 'list'],
		registers,
	});
	unfollow.push(
		...nodes.map((node) =>
			node.screening.onChange((change) => raised.inc({ node: node.id, list: change.list }, change.raised)),
		),
	);
	return {
		observeRequest: (operation, status, seconds) => {
			requests.inc({ operation, status });
			durations.observe({ operation }, seconds);
		},
		text: async () => ({ mediaType: registry.contentType, body: await registry.metrics() }),
		close: () => {
			for (const end of unfollow) end();
			registry.clear();
		},
	};
}
