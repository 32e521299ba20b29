/**
 * To partners over HTTPS with mutual TLS. No certificate authority is asked: the partner must show the very certificate whose hash is
 * on its card, and nothing is sent before it has.
 */
import { createHash, type KeyObject } from 'node:crypto';
import { Agent, request } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import type { NodeCard } from '../../../contract/exchange/node-card.ts';
import { serverNameOf } from '../identity/certificate.ts';
import type { Transport } from '../model.ts';

const TIMEOUT_MS = 30_000;
const CONNECT_MS = 10_000;
const MOST_ANSWER = 64 * 1024 ** 2;
const MOST_SOCKETS = 4;

type OwnTls = { readonly cert: string; readonly key: KeyObject };

/**
 * @param tls this node's certificate and key of the moment, and behind them those of before: a partner that was away while keys
 * changed knows one of these only, and takes the new card over it.
 */
export function createHttpsTransport(tls: () => readonly OwnTls[]): Transport {
	/** A new one where either side has another certificate. */
	const agents = new Map<string, { readonly pins: string; readonly agent: Agent }>();
	const agentOf = (card: NodeCard, own: OwnTls): Agent => {
		const pins = `${card.certificate} ${card.url} ${own.cert}`;
		const known = agents.get(card.name);
		if (known?.pins === pins) return known.agent;
		known?.agent.destroy();
		const agent = pinnedAgent(card.certificate, own);
		agents.set(card.name, { pins, agent });
		return agent;
	};
	return {
		deliver: async (card, path, body) => {
			let failure: unknown = new Error('the partner does not know the certificate');
			for (const own of tls()) {
				try {
					const answer = await post(new URL(`/exchange/${path}`, card.url), body, agentOf(card, own));
					// Whoever is not known by the certificate gets nothing.
					if (answer.length > 0) return answer;
				} catch (error) {
					failure = error;
				}
			}
			throw failure;
		},
		close: async () => {
			for (const { agent } of agents.values()) agent.destroy();
			agents.clear();
		},
	};
}

function pinnedAgent(certificate: string, own: OwnTls): Agent {
	const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS, timeout: TIMEOUT_MS });
	Object.assign(agent, {
		createConnection: (
			{ host, port }: { host: string; port: number },
			done: (error: Error | null, socket?: Duplex) => void,
		): undefined => {
			const socket = connect({
				host,
				port: Number(port),
				servername: serverNameOf(certificate),
				cert: own.cert,
				key: own.key.export({ format: 'pem', type: 'pkcs8' }),
				minVersion: 'TLSv1.3',
				// Who it is is decided by its hash, below: no authority has signed it.
				rejectUnauthorized: false,
			});
			const timer = setTimeout(() => socket.destroy(new Error('no connection in time')), CONNECT_MS);
			socket.once('error', (error) => {
				clearTimeout(timer);
				done(error);
			});
			socket.once('secureConnect', () => {
				clearTimeout(timer);
				if (shownHash(socket) === certificate) done(null, socket);
				else socket.destroy(new Error('it shows another certificate than the one on its card'));
			});
			return undefined;
		},
	});
	return agent;
}

/** SHA-256 of what the other side has shown; empty where it showed nothing. */
export function shownHash(socket: Pick<TLSSocket, 'getPeerCertificate'>): string {
	const { raw } = socket.getPeerCertificate();
	return raw === undefined ? '' : createHash('sha256').update(raw).digest('hex');
}

function post(url: URL, body: Uint8Array, agent: Agent): Promise<Uint8Array> {
	return new Promise((resolve, reject) => {
		const sent = request(
			url,
			{
				method: 'POST',
				agent,
				timeout: TIMEOUT_MS,
				headers: { 'content-type': 'application/octet-stream', 'content-length': body.length },
			},
			(answer) => {
				const parts: Buffer[] = [];
				let length = 0;
				answer.on('data', (part: Buffer) => {
					length += part.length;
					if (length > MOST_ANSWER) sent.destroy(new Error('the answer is too long'));
					else parts.push(part);
				});
				answer.on('error', reject);
				answer.on('end', () =>
					answer.statusCode === 200
						? resolve(Buffer.concat(parts))
						: reject(new Error(`the partner answered with status ${answer.statusCode}`)),
				);
			},
		);
		sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
		sent.on('error', reject);
		sent.end(body);
	});
}
