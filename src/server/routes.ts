/**
 * Routes, made from the table of operations: one for each, all through `perform`.
 * In: parameters, then query or JSON body, as one flat object. A submission's body is passed on as a stream, chunk by
 * chunk as intake takes it, so that a slow disk slows the sender and nothing piles up here.
 */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { TidewaiterError } from '../../contract/errors.ts';
import { type Operation, type OperationId, operations } from '../../contract/operations.ts';
import { submissionResult } from '../../contract/views.ts';
import type { Answer, Call } from './call.ts';
import { clearSession, identify, refuseOtherSites, setSession } from './callers.ts';
import { type LiveClients, sendLive } from './live.ts';
import { describeNode, type Node } from './node.ts';
import { perform } from './perform.ts';
import { problemOfSubmission } from './problem.ts';

export type RouteOptions = {
	nodes: readonly Node[];
	/** Where refusals and accesses to personal data of a node are recorded. */
	accessLog: (node: string) => Logger;
	now: () => Date;
	live: LiveClients;
	/** Bytes of a submission; more is refused before it is read where the sender says so, and while it comes otherwise. */
	maxSubmissionBytes: number;
};

/** Bytes of a JSON body where an operation does not say otherwise: a form's worth. */
const MAX_JSON_BYTES = 64 * 1024;

export function addRoutes(app: FastifyInstance, options: RouteOptions): void {
	for (const operation of Object.values(operations) as Operation[]) {
		if (operation.body !== 'bytes') addRoute(app, operation, options);
	}
	void app.register(async (scope) => {
		scope.removeAllContentTypeParsers();
		// The stream itself: whoever handles the request reads it, or does not.
		scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
		for (const operation of Object.values(operations) as Operation[]) {
			if (operation.body === 'bytes') addRoute(scope, operation, options);
		}
	});
}

function addRoute(app: FastifyInstance, operation: Operation, options: RouteOptions): void {
	app.route({
		method: operation.method,
		url: operation.path,
		bodyLimit: operation.mostBytes ?? MAX_JSON_BYTES,
		...(operation.mostBytes === undefined ? {} : { onRequest: refuseStrangers }),
		config: { operation: operation.id, ...rateLimitOf(operation) },
		handler: (request, reply) => answerRequest(operation, request, reply, options),
	});
}

/** A large body is read only for somebody; what they may do with it is decided when it was read. */
async function refuseStrangers({ identified }: FastifyRequest): Promise<void> {
	if (identified.caller.subject.kind === 'anonymous')
		throw new TidewaiterError('not-signed-in', 'You are not signed in.', {
			remedy: 'Sign in, or send a key: Authorization: Bearer tw_….',
		});
}

/** Passwords are slow on purpose: what asks for one is limited more closely than the rest. */
const rateLimitOf = (operation: Operation): object =>
	operation.id === 'openSession' ? { rateLimit: { max: 60, timeWindow: 60_000 } } : {};

async function answerRequest(
	operation: Operation,
	request: FastifyRequest,
	reply: FastifyReply,
	options: RouteOptions,
): Promise<unknown> {
	const id = operation.id as OperationId;
	const { caller, node: ownNode } = request.identified;
	const input = { ...membersOf(request.query), ...membersOf(request.body), ...membersOf(request.params) };
	const isOpening = id === 'openSession';
	if (isOpening) refuseOtherSites(request);
	const node = isOpening ? chooseNode(options.nodes, input['node']) : (ownNode ?? options.nodes[0]);
	if (node === undefined) throw new TidewaiterError('not-found', 'This process serves no node.');
	const call: Call = {
		node,
		nodes: options.nodes.map(describeNode),
		// Signing in starts from nobody: who was signed in before, and where, does not matter.
		caller: isOpening ? anonymous(caller) : caller,
		at: options.now(),
	};
	if (operation.body === 'bytes') {
		refuseTooLarge(request, options.maxSubmissionBytes);
		call.body = request.raw;
	}
	const answer = await perform(id, input, call, options.accessLog(node.id));
	if (isOpening && caller.sessionToken !== undefined) {
		await ownNode?.signIn.closeSession(caller.sessionToken);
	}
	return sendAnswer(operation, answer, request, reply, options);
}

const anonymous = (caller: Call['caller']): Call['caller'] => ({
	subject: { kind: 'anonymous', id: 'anonymous', role: 'anonymous', node: undefined },
	channel: caller.channel,
	address: caller.address,
});

const membersOf = (value: unknown): Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

function chooseNode(nodes: readonly Node[], wanted: unknown): Node | undefined {
	if (wanted === undefined && nodes.length <= 1) return nodes[0];
	const found = nodes.find((node) => node.id === wanted);
	if (found !== undefined) return found;
	throw new TidewaiterError('invalid-input', 'Say which node to sign in to.', {
		place: 'node',
		remedy: `One of: ${nodes.map((node) => node.id).join(', ')}.`,
	});
}

function refuseTooLarge(request: FastifyRequest, maxBytes: number): void {
	const length = Number(request.headers['content-length'] ?? 0);
	if (length <= maxBytes) return;
	throw new TidewaiterError(
		'too-large',
		`${length} bytes are more than the ${maxBytes} that are taken at once.`,
		{
			remedy: 'Send it in parts.',
		},
	);
}

async function sendAnswer(
	operation: Operation,
	answer: Answer,
	request: FastifyRequest,
	reply: FastifyReply,
	options: RouteOptions,
): Promise<unknown> {
	reply.header('cache-control', 'no-store');
	switch (answer.kind) {
		case 'value': {
			if (answer.session === 'ended') clearSession(request, reply);
			else if (answer.session !== undefined) setSession(request, reply, answer.session.token);
			const result = operation.body === 'bytes' ? submissionResult.safeParse(answer.value) : undefined;
			const problem = result?.success ? problemOfSubmission(result.data) : undefined;
			if (problem === undefined) return reply.send(answer.value);
			return reply.code(problem.status).type('application/problem+json').send(problem);
		}
		case 'bytes':
			return reply
				.type('application/octet-stream')
				.header('content-disposition', `attachment; filename="${answer.name}"`)
				.header('x-total-bytes', answer.total)
				.header('x-offset', answer.offset)
				.send(answer.bytes);
		case 'text': {
			const chunks = await begun(answer.chunks);
			return reply
				.type(answer.mediaType)
				.header('content-disposition', `attachment; filename="${answer.name}"`)
				.send(Readable.from(chunks, { objectMode: false }));
		}
		case 'events':
			return sendLive(request, reply, answer.follow, options);
	}
}

/** Waits for the first chunk, so that what fails at once is still answered with a problem. */
async function begun(chunks: AsyncIterable<string>): Promise<AsyncIterable<string>> {
	const iterator = chunks[Symbol.asyncIterator]();
	let next: IteratorResult<string> | undefined = await iterator.next();
	return (async function* () {
		try {
			while (next !== undefined && !next.done) {
				yield next.value;
				next = undefined;
				next = await iterator.next();
			}
		} finally {
			await iterator.return?.();
		}
	})();
}

/** Finds out who sends a request before anything of its body is read. */
export function addIdentification(app: FastifyInstance, nodes: readonly Node[]): void {
	app.decorateRequest('identified');
	app.addHook('onRequest', async (request) => {
		request.identified = await identify(request, nodes);
	});
}
