/**
 * What surrounds the operations: health and readiness for whoever runs the process, metrics for Prometheus, the
 * description of the interface, the files of the console.
 */
import { timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TidewaiterError } from '../../contract/errors.ts';
import { hashSecret } from '../policy/tokens.ts';
import type { Metrics } from './metrics.ts';
import type { Node } from './node.ts';
import { describeInterface } from './openapi.ts';

const READY_WITHIN_MS = 2_000;

/** `live`: the process answers. `ready`: every node's database answers, and the process is not about to stop. */
export function addHealth(app: FastifyInstance, nodes: readonly Node[], isStopping: () => boolean): void {
	app.get('/health/live', async () => ({ live: true }));
	app.get('/health/ready', async (_request, reply) => {
		const answers = await Promise.all(nodes.map((node) => answersInTime(node)));
		const ready = !isStopping() && answers.every((answer) => answer);
		return reply.code(ready ? 200 : 503).send({
			ready,
			stopping: isStopping(),
			nodes: nodes.map((node, index) => ({ id: node.id, ready: answers[index] === true })),
		});
	});
}

async function answersInTime(node: Node): Promise<boolean> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<boolean>((resolve) => {
		timer = setTimeout(() => resolve(false), READY_WITHIN_MS);
	});
	try {
		return await Promise.race([node.ready().then(() => true), late]);
	} catch {
		return false;
	} finally {
		clearTimeout(timer);
	}
}

/** Metrics are for the machine itself, or for whoever has the token. */
export function addMetrics(app: FastifyInstance, metrics: Metrics, token: string | undefined): void {
	app.get('/metrics', async (request, reply) => {
		if (!isOnThisMachine(request) && !hasToken(request, token)) {
			throw new TidewaiterError(
				'not-permitted',
				'Metrics are given on this machine only, or with the token.',
			);
		}
		const { mediaType, body } = await metrics.text();
		return reply.type(mediaType).send(body);
	});
}

/** A forwarded request comes from elsewhere, whatever address the proxy has. */
const isOnThisMachine = (request: FastifyRequest): boolean =>
	/^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') &&
	request.headers['x-forwarded-for'] === undefined &&
	request.headers.forwarded === undefined;

const hasToken = (request: FastifyRequest, token: string | undefined): boolean =>
	token !== undefined &&
	timingSafeEqual(
		Buffer.from(hashSecret(`Bearer ${token}`)),
		Buffer.from(hashSecret(request.headers.authorization ?? '')),
	);

export function addDescription(app: FastifyInstance, version: string): void {
	const description = describeInterface(version);
	app.get('/openapi.json', async (_request, reply) =>
		reply.header('cache-control', 'no-cache').send(description),
	);
}

/** Headers of every answer. The console runs its own scripts and styles and nothing else. */
export function addSecurityHeaders(app: FastifyInstance): void {
	const policy = [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self' data:",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join('; ');
	app.addHook('onRequest', async (request, reply) => {
		reply.headers({
			'content-security-policy': policy,
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
			...(request.protocol === 'https' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
		});
	});
}

/**
 * Files of the console. Those under assets/ carry a hash in their names and never change; every address that is no file
 * is a page of the console.
 * @param directory of the built console; where there is none, a page says how to build it.
 */
export function addConsole(app: FastifyInstance, directory: string): void {
	const built = existsSync(join(directory, 'index.html'));
	if (built) {
		void app.register(staticFiles, {
			root: directory,
			index: ['index.html'],
			wildcard: false,
			cacheControl: false,
			setHeaders: (response, path) => {
				const lasting = path.startsWith(join(directory, 'assets'));
				response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
			},
		});
	}
	app.setNotFoundHandler(async (request: FastifyRequest, reply: FastifyReply) => {
		const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
		if (!wantsPage || request.url.startsWith('/api/') || request.url.startsWith('/assets/')) {
			throw new TidewaiterError('not-found', 'There is nothing at this address.');
		}
		if (built) return reply.header('cache-control', 'no-cache').sendFile('index.html');
		return reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
	});
}

const notBuilt = `<!doctype html><html lang="en"><title>Tidewaiter</title>
<p>The console is not built. Run <code>npm run build</code> and start again. The interface for machines is at
<a href="/api/openapi.json">/api/openapi.json</a>.</p></html>
`;
