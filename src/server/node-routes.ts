/**
 * The endpoint for partners: HTTPS with mutual TLS on a port of its own, and nothing else on it. Whoever shows no certificate of a
 * partner is cut off before anything is read. In: `POST /exchange/PATH`. Out: what the exchange answers; refusals are within it.
 * `GET /exchange/ledger/…` gives checkpoint and tiles of the ledger (C2SP tlog-tiles).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { createSecureContext, type TLSSocket } from 'node:tls';
import { mostBytes } from '../exchange/delivery/answer-node.ts';
import { shownHash } from '../exchange/delivery/https-transport.ts';
import { serverNameOf } from '../exchange/identity/certificate.ts';
import type { Exchange, ExchangePath } from '../exchange/model.ts';

export type NodeServerOptions = {
	readonly exchange: Pick<
		Exchange,
		'answerNode' | 'readPublished' | 'tls' | 'formerTls' | 'knowsCertificate'
	>;
	/** Milliseconds of a clock that never steps back. */
	readonly monotonic: () => number;
	readonly onFailure: (message: string, cause: unknown) => void;
	/** Requests of one partner: so many at once, and so many in a second from then on. */
	readonly pace?: { readonly burst: number; readonly perSecond: number };
};

export type NodeServer = {
	listen(port: number, host: string): Promise<{ port: number }>;
	close(): Promise<void>;
};

const PACE = { burst: 400, perSecond: 100 };
const HANDSHAKE_MS = 10_000;
const REQUEST_MS = 60_000;
const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 500;
const RENEW_MS = 5_000;
const PREFIX = '/exchange/';
const LEDGER = `${PREFIX}ledger/`;
const FOR_EVER = 'private, max-age=31536000, immutable';

export function createNodeServer({
	exchange,
	monotonic,
	onFailure,
	pace = PACE,
}: NodeServerOptions): NodeServer {
	const paces = new Map<string, Pace>();
	const contextOf = ({ cert, key }: ReturnType<Exchange['tls']> = exchange.tls()) => ({
		cert,
		key: key.export({ format: 'pem', type: 'pkcs8' }),
		minVersion: 'TLSv1.3' as const,
	});
	let shown = exchange.tls().cert;
	const server: Server = createServer({
		...contextOf(),
		// A partner that has not taken the new card asks for the certificate that it knows.
		SNICallback: (name, done) => {
			const former = exchange.formerTls().find(({ hash }) => serverNameOf(hash) === name);
			done(null, createSecureContext(contextOf(former)));
		},
		requestCert: true,
		// No authority signs certificates of partners: each is known by its hash.
		rejectUnauthorized: false,
		handshakeTimeout: HANDSHAKE_MS,
		requestTimeout: REQUEST_MS,
		keepAliveTimeout: IDLE_MS,
		maxHeaderSize: 4_096,
	});
	server.maxConnections = MOST_CONNECTIONS;
	server.on('secureConnection', (socket) => {
		if (!exchange.knowsCertificate(shownHash(socket))) socket.destroy();
	});
	server.on('request', (request, reply) => {
		answer(request, reply).catch((error: unknown) => {
			onFailure('a partner could not be answered', error);
			request.destroy();
		});
	});
	// After a change of keys new connections get the new certificate.
	const renewing = setInterval(() => {
		const { cert } = exchange.tls();
		if (cert === shown) return;
		shown = cert;
		server.setSecureContext(contextOf());
	}, RENEW_MS);
	renewing.unref();

	async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
		// The socket of an HTTPS server is one of TLS.
		const certificate = shownHash(request.socket as TLSSocket);
		// Asked again: a partner may have been distrusted while its connection stayed open.
		if (!exchange.knowsCertificate(certificate)) {
			request.socket.destroy();
			return;
		}
		const url = request.url ?? '';
		const path = request.method === 'POST' ? pathOf(url) : undefined;
		const published =
			request.method === 'GET' && url.startsWith(LEDGER) ? url.slice(LEDGER.length) : undefined;
		if (path === undefined && published === undefined) return end(request, reply, 404);
		const taken = takeOne(
			paces.get(certificate) ?? { left: pace.burst, atMs: monotonic() },
			monotonic(),
			pace,
		);
		paces.set(certificate, taken.pace);
		if (!taken.may) return end(request, reply, 429);
		if (path === undefined) return publish(published ?? '', request, reply);
		const body = await readBody(request, mostBytes[path]);
		if (body === undefined) return end(request, reply, 413);
		const bytes = await exchange.answerNode(path, body, certificate);
		reply.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
		reply.end(bytes);
	}

	async function publish(path: string, request: IncomingMessage, reply: ServerResponse): Promise<void> {
		const found = await exchange.readPublished(path);
		if (found === undefined) return end(request, reply, 404);
		const { bytes, isImmutable } = found;
		reply.writeHead(200, {
			'content-type': isImmutable ? 'application/octet-stream' : 'text/plain; charset=utf-8',
			'content-length': bytes.length,
			'cache-control': isImmutable ? FOR_EVER : 'no-cache',
		});
		reply.end(bytes);
	}

	return {
		listen: (port, host) =>
			new Promise((resolve, reject) => {
				server.once('error', reject);
				server.listen(port, host, () => {
					const address = server.address();
					resolve({ port: typeof address === 'object' && address !== null ? address.port : port });
				});
			}),
		close: () =>
			new Promise((resolve) => {
				clearInterval(renewing);
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function pathOf(url: string): ExchangePath | undefined {
	const name = url.startsWith(PREFIX) ? url.slice(PREFIX.length) : '';
	// A key of the table, by the check before it.
	return Object.hasOwn(mostBytes, name) ? (name as ExchangePath) : undefined;
}

/** What is left of a body that nobody will read must not keep the connection. */
function end(request: IncomingMessage, reply: ServerResponse, status: number): void {
	reply.writeHead(status, { connection: 'close', 'content-length': 0 });
	reply.end(() => request.destroy());
}

/** @returns undefined where it is longer; no more of it is read then. */
async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array | undefined> {
	if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
	const parts: Buffer[] = [];
	let length = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		length += part.length;
		if (length > most) return undefined;
		parts.push(part);
	}
	return Buffer.concat(parts);
}

export type Pace = { readonly left: number; readonly atMs: number };

/** A bucket that fills by so many in a second. */
export function takeOne(
	{ left, atMs }: Pace,
	nowMs: number,
	{ burst, perSecond }: { readonly burst: number; readonly perSecond: number },
): { may: boolean; pace: Pace } {
	const filled = Math.min(burst, left + ((nowMs - atMs) / 1_000) * perSecond);
	return filled < 1
		? { may: false, pace: { left: filled, atMs: nowMs } }
		: { may: true, pace: { left: filled - 1, atMs: nowMs } };
}
