/**
 * Live events as server-sent events (WHATWG HTML, 9.2). One bounded buffer for each client: who reads too slowly is cut
 * off and connects again, and never holds up intake. A heartbeat keeps proxies from closing, and ends the stream of
 * whoever is no longer signed in.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LiveEvent } from '../../contract/views.ts';
import { identify } from './callers.ts';
import type { Node } from './node.ts';

const HEARTBEAT_MS = 15_000;
/** Bytes that wait for one client. */
const MAX_WAITING_BYTES = 256 * 1024;

/** Streams that are open, so that a stop can end them. */
export type LiveClients = Set<() => void>;

export const formatEvent = (event: LiveEvent): string =>
	`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

export function sendLive(
	request: FastifyRequest,
	reply: FastifyReply,
	follow: (listener: (event: LiveEvent) => void) => () => void,
	options: { live: LiveClients; nodes: readonly Node[] },
): FastifyReply {
	reply.hijack();
	const { raw } = reply;
	for (const [name, value] of Object.entries(reply.getHeaders())) {
		if (value !== undefined) raw.setHeader(name, value);
	}
	raw.writeHead(200, {
		'content-type': 'text/event-stream',
		'cache-control': 'no-store',
		'x-accel-buffering': 'no',
	});
	raw.write('retry: 2000\n\n');

	const write = (text: string): void => {
		if (raw.writableLength > MAX_WAITING_BYTES) raw.destroy();
		else raw.write(text);
	};
	const unfollow = follow((event) => write(formatEvent(event)));
	const end = (): void => {
		raw.end();
	};
	const heartbeat = setInterval(() => {
		write(': here\n\n');
		identify(request, options.nodes).then(
			({ caller }) => {
				if (caller.subject.kind === 'anonymous') end();
			},
			() => end(),
		);
	}, HEARTBEAT_MS);
	options.live.add(end);
	raw.on('close', () => {
		clearInterval(heartbeat);
		unfollow();
		options.live.delete(end);
	});
	return reply;
}
