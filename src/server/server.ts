/**
 * The HTTP server: several nodes, one port. In: nodes that are open. Out: a Fastify instance that is ready to listen.
 * Everything under /api is an operation of the contract; policy is asked in `perform`. Logs say operation, status and
 * who by identifier; never an address, a query or a name.
 */
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import {
	type FastifyBaseLogger,
	type FastifyError,
	type FastifyInstance,
	fastify,
	LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { TidewaiterError } from '../../contract/errors.ts';
import { DEFAULT_LIMITS } from '../intake/model.ts';
import type { RequestCaller } from './callers.ts';
import type { LiveClients } from './live.ts';
import { createMetrics } from './metrics.ts';
import type { Node } from './node.ts';
import { errorOfRequest, hiddenProblem, problemOf } from './problem.ts';
import { addIdentification, addRoutes } from './routes.ts';
import { addConsole, addDescription, addHealth, addMetrics, addSecurityHeaders } from './surroundings.ts';

declare module 'fastify' {
	interface FastifyRequest {
		identified: RequestCaller;
	}
	interface FastifyContextConfig {
		operation?: string;
	}
}

export type ServerOptions = {
	nodes: readonly Node[];
	log: Logger;
	/** Where refusals and accesses to personal data of a node are recorded; `log` where it is not given. */
	accessLog?: (node: string) => Logger;
	/** Version of the program, for the description of the interface. */
	version: string;
	/** Directory of the built console. */
	consoleDirectory: string;
	now?: () => Date;
	/** Certificate and key; where a proxy ends TLS, say so by `trustProxy` instead. */
	tls?: { certificate: string; key: string };
	/** Addresses of proxies whose X-Forwarded headers are believed; none by default. */
	trustProxy?: string;
	/** Opens /metrics to other machines. */
	metricsToken?: string;
	maxSubmissionBytes?: number;
	/** Requests in a minute, from one key, one user, one address without either. */
	requestsPerMinute?: { machine: number; user: number; anonymous: number };
};

const REQUESTS_PER_MINUTE = { machine: 60_000, user: 3_000, anonymous: 300 };
/** A connection on which nothing moves is closed. Live streams have a heartbeat well within this. */
const IDLE_CONNECTION_MS = 120_000;

export function createServer(options: ServerOptions): FastifyInstance {
	const { nodes, log, now = () => new Date() } = options;
	const metrics = createMetrics(nodes);
	const live: LiveClients = new Set();
	let stopping = false;

	const common = {
		loggerInstance: log as FastifyBaseLogger,
		logController: new LogController({ disableRequestLogging: true }),
		trustProxy: options.trustProxy ?? false,
		connectionTimeout: IDLE_CONNECTION_MS,
		forceCloseConnections: 'idle' as const,
		genReqId: () => randomUUID(),
		routerOptions: { maxParamLength: 400 },
	};
	// Typed as the plain HTTP server: nothing here depends on which of the two it is.
	const app = (
		options.tls === undefined
			? fastify(common)
			: fastify({ ...common, https: { cert: options.tls.certificate, key: options.tls.key } })
	) as FastifyInstance;

	app.addHook('preClose', async () => {
		stopping = true;
		for (const end of live) end();
	});
	app.addHook('onClose', async () => metrics.close());
	app.addHook('onResponse', async (request, reply) => {
		const operation = request.routeOptions.config.operation ?? 'other';
		metrics.observeRequest(operation, reply.statusCode, reply.elapsedTime / 1_000);
		if (operation === 'other') return;
		log.info({
			event: 'request',
			operation,
			status: reply.statusCode,
			ms: Math.round(reply.elapsedTime),
			subject: request.identified?.caller.subject.id,
			node: request.identified?.node?.id,
		});
	});
	app.setErrorHandler((error: FastifyError, request, reply) => {
		const own = error instanceof TidewaiterError && error.code !== 'internal' ? error : undefined;
		const known = own ?? errorOfRequest(error) ?? errorOfRequest(error.cause ?? {});
		const problem = known === undefined ? hiddenProblem(error, request.id, log) : problemOf(known);
		// What is left of a body that nobody will read must not keep the connection, nor be drained.
		if (!request.raw.complete) reply.header('connection', 'close');
		if (problem.code === 'not-signed-in') reply.header('www-authenticate', 'Bearer realm="tidewaiter"');
		return reply.code(problem.status).type('application/problem+json').send(problem);
	});

	addSecurityHeaders(app);
	addHealth(app, nodes, () => stopping);
	addMetrics(app, metrics, options.metricsToken);
	addConsole(app, options.consoleDirectory);
	void app.register(
		async (api) => {
			await api.register(cookie);
			addIdentification(api, nodes);
			const most = options.requestsPerMinute ?? REQUESTS_PER_MINUTE;
			await api.register(rateLimit, {
				timeWindow: 60_000,
				keyGenerator: (request) => {
					const { subject, address } = request.identified.caller;
					return subject.kind === 'anonymous' ? `address ${address}` : subject.id;
				},
				max: (request) => {
					const { kind } = request.identified.caller.subject;
					return kind === 'machine' ? most.machine : kind === 'user' ? most.user : most.anonymous;
				},
				errorResponseBuilder: (_request, { after }) =>
					new TidewaiterError('too-many-requests', 'Too many requests.', {
						remedy: `Try again in ${after}.`,
					}),
			});
			addDescription(api, options.version);
			addRoutes(api, {
				nodes,
				accessLog: options.accessLog ?? (() => log),
				now,
				live,
				maxSubmissionBytes: options.maxSubmissionBytes ?? DEFAULT_LIMITS.maxBytes,
			});
		},
		{ prefix: '/api' },
	);
	return app;
}

/** Requests have this long to finish after a stop was asked for. */
const STOP_WITHIN_MS = 10_000;

/** Stops in order: takes no more, finishes what runs, then closes intake and databases. */
export async function stopServer(app: FastifyInstance, nodes: readonly Node[]): Promise<void> {
	const force = setTimeout(() => app.server.closeAllConnections(), STOP_WITHIN_MS);
	try {
		await app.close();
	} finally {
		clearTimeout(force);
		await Promise.all(nodes.map((node) => node.close()));
	}
}
